#include "desk.h"
#include "form_screen.h"
#include "merging.h"
#include "parts.h"
#include "screens.h"

#include "base/words.h"
#include "casework/approvals.h"
#include "casework/directory.h"
#include "model/service_changes.h"

#include <stdio.h>

/*
 * An entry of the directory, new (id[0] 0) or to be changed. id[1] how it was checked just now (0: it was
 * not): enum check_way.
 */
struct service_form_state {
	struct form form;
	struct merging merging;     /* of one that is changed */
	struct service_entry entry; /* as it was read last; id 0: a new one */
	struct service_entry now;   /* as it was stored */
};

static bool is_new(const struct screen *s)
{
	const struct service_form_state *v = s->state;

	return v->entry.service.id.n == 0;
}

static enum status read_entry(struct screen *s, struct values *ret)
{
	struct service_form_state *v = s->state;
	struct service_record record;
	enum status rc = casework_open_service(
		screen_session(s), (struct service_id){ s->target.id[0] }, &s->keep, &record);

	if (rc != OK)
		return rc;
	v->entry = record.entry;
	*ret = service_values(&v->entry, &s->keep);
	return OK;
}

static enum status service_form_begin(struct screen *s)
{
	struct service_form_state *v = s->state;
	struct event_id mark = { 0 };
	struct values values = { 0 };
	enum status rc;

	form_begin(&v->form, service_form);
	form_by_parts(&v->form);
	v->entry.service = service_blank;
	if (s->target.id[0] == 0)
		return OK;
	rc = casework_mark(screen_session(s), &mark);
	if (rc == OK)
		rc = read_entry(s, &values);
	if (rc == E_NOT_FOUND)
		desk_say(s->desk, _("This entry was taken out of the directory. What was typed of "
		                    "it can be saved as a new one."));
	else if (rc != OK)
		return rc;
	merging_begin(&v->merging,
	              &(struct merging_from){ service_form,
	                                      { .service = v->entry.service.id },
	                                      v->entry.service.name },
	              mark, &values);
	form_fill(&v->form, &values);
	if (s->target.id[1] != 0)
		form_set(&v->form, "checked_how", words_word(&check_ways, (int)s->target.id[1]));
	return OK;
}

/* Whoever may not write an entry proposes it: a worker looks at it, sees what is different, and says. */
static bool only_proposes(const struct session *session)
{
	return op_permit(OP_EDIT_SERVICE, session->account.roles, STANDING_OWN,
	                 session->service.team) == PERMIT_TO_PROPOSE;
}

static void service_form_render(const struct screen *s, struct grid *g)
{
	struct service_form_state *v = s->state;
	bool asks = only_proposes(screen_session(s));
	int row, column = grid_put(g, 0, GRID_MARGIN, -1, LOOK_HEAD,
	                           is_new(s) && asks ? _("Propose a new service")
	                           : is_new(s)       ? _("A new service")
	                           : asks            ? _("Propose a change of")
	                                             : _("Change"));

	if (!is_new(s))
		grid_put(g, 0, column + 2, -1, LOOK_STRONG, v->entry.service.name);
	row = parts_put(&v->form, NULL, g, 1);
	form_put(&v->form, g, (struct rect){ row, GRID_MARGIN, g->rows - row, g->columns - 2 });
}

static enum status store(struct screen *s)
{
	struct service_form_state *v = s->state;
	struct session *session = screen_session(s);
	struct problems problems = { 0 };
	struct values values = form_values(&v->form, &s->keep);

	v->now = v->entry;
	service_fill(&v->now, &values, session->today, &s->keep, &problems);
	form_problems(&v->form, &problems);
	if (problems_stop(&problems))
		return E_STOPPED;
	if (!is_new(s))
		return casework_change_service(session, &v->now);
	/* A new entry was made here; nobody else has to answer for where it came from. */
	v->now.service.source = arena_printf(&s->keep, _("entered by %s"), session->account.name);
	return casework_add_service(session, &v->now, &v->now.service.id);
}

/* What was typed is worth keeping: as an entry of its own. */
static enum outcome take_for_new(struct screen *s)
{
	struct service_form_state *v = s->state;

	desk_say(s->desk,
	         _("%s was taken out of the directory meanwhile. Ctrl-S again makes what stands "
	           "here a new entry."),
	         v->entry.service.name);
	v->entry = (struct service_entry){ .service = service_blank };
	return REDRAW;
}

static enum merged store_new(struct screen *s)
{
	enum status rc = store(s);

	if (rc != OK && rc != E_STOPPED)
		desk_say_fault(s->desk);
	return rc == OK ? MERGED : MERGED_NOT;
}

static enum outcome propose(struct screen *s)
{
	struct service_form_state *v = s->state;
	struct session *session = screen_session(s);
	struct problems problems = { 0 };
	struct values before = { 0 }, after = form_values(&v->form, &s->keep);
	struct new_approval x = { .op = OP_EDIT_SERVICE, .why = _("proposed at the Desk") };
	int64_t id;

	v->now = v->entry;
	service_fill(&v->now, &after, session->today, &s->keep, &problems);
	form_problems(&v->form, &problems);
	if (problems_stop(&problems))
		return REDRAW;
	if (!is_new(s))
		before = service_values(&v->entry, &s->keep);
	x.body = service_proposed(&before, &after, &s->keep);
	if (x.body.n == 0) {
		desk_say(s->desk, _("Nothing here is different from what the entry says."));
		return REDRAW;
	}
	values_set(&x.body, &s->keep, "service",
	           arena_printf(&s->keep, "%lld", (long long)v->entry.service.id.n));
	if (casework_ask_approval(session, &x, &id) != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	desk_say(s->desk, _("Proposed, thank you: %s. A worker looks at it within seven days."),
	         v->now.service.name);
	s->answer = (struct result){ .saved = true, .id = { v->entry.service.id.n } };
	return CLOSE;
}

static enum outcome save(struct screen *s)
{
	static const struct merging_how how = { store, read_entry };
	struct service_form_state *v = s->state;
	bool made = is_new(s);
	const char *theirs;

	if (only_proposes(screen_session(s)))
		return propose(s);
	switch (made ? store_new(s) : merging_save(s, &v->form, &v->merging, &how)) {
	case MERGED:
		break;
	case MERGED_ASKS:
		return OPEN;
	case MERGED_GONE:
		return take_for_new(s);
	case MERGED_NOT:
		return REDRAW;
	}
	theirs = made ? NULL : merging_saved(&v->merging, &s->keep);
	if (theirs)
		desk_say(s->desk, "%s", theirs);
	else
		desk_say(s->desk,
		         made ? _("Saved. %s is in the directory. n another.")
		              : _("Saved. %s is as you said."),
		         v->now.service.name);
	s->answer = (struct result){ .saved = true, .id = { v->now.service.id.n } };
	return CLOSE;
}

static void service_form_came_back(struct screen *s, const struct result *r)
{
	struct service_form_state *v = s->state;

	merging_chosen(s, &v->form, &v->merging, r);
}

static void service_form_end(struct screen *s)
{
	struct service_form_state *v = s->state;

	merging_done(&v->merging);
	form_done(&v->form);
}

static enum outcome service_form_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct service_form_state *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

static bool any_written(const struct service_form_state *v)
{
	struct arena a = { 0 };
	struct values is = form_values(&v->form, &a);
	bool any = false;

	for (size_t i = 0; !any && i < is.n; i++)
		any = *is.at[i].text != '\0';
	arena_reset(&a);
	return any;
}

static bool service_form_keep(const struct screen *s, struct kept *ret)
{
	const struct service_form_state *v = s->state;
	const char *name = form_get(&v->form, "name");
	bool changes = s->target.id[0] != 0; /* also of one that is gone: it is found there again */

	if (changes)
		snprintf(ret->about, sizeof(ret->about), "0 %lld", (long long)s->target.id[0]);
	if (changes ? !merging_keep(&v->merging, &v->form, &ret->body) : !any_written(v))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("Entry of the directory, %s, not saved"),
	         text_empty(name) ? _("no name yet") : name);
	if (!changes)
		form_keep(&v->form, &ret->body);
	return true;
}

static enum status service_form_resume(struct screen *s, struct str body)
{
	struct service_form_state *v = s->state;

	return s->target.id[0] == 0 ? form_resume(&v->form, body)
	                            : merging_resume(&v->merging, &v->form, body);
}

static const struct binding service_form_bindings[] = {
	{ "Ctrl-S", ACT_NONE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next field; Shift-Tab the one before", "next" },
	{ "PgDn", ACT_PAGE_DOWN, 0, "Next part of the entry; PgUp the one before", "next part" },
	{ "Esc", ACT_NONE, 0, "Back; what is typed is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct service_form_state);

const struct screen_ops service_form_screen = {
	.name = "service-form",
	.title = "An entry of the directory",
	.state_size = sizeof(struct service_form_state),
	.bindings = service_form_bindings,
	.begin = service_form_begin,
	.render = service_form_render,
	.take = service_form_take,
	.typing = form_screen_typing,
	.keep = service_form_keep,
	.resume = service_form_resume,
	.came_back = service_form_came_back,
	.end = service_form_end,
};
