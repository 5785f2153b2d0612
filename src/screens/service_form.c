#include "desk.h"
#include "form_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/directory.h"

#include <stdio.h>

/* An entry of the directory, new (id[0] 0) or to be changed. */
struct service_form_state {
	struct form form;
	struct service_entry entry;
};

static enum status service_form_begin(struct screen *s)
{
	struct service_form_state *v = s->state;
	struct service_record record;
	struct values values;
	enum status rc;

	form_begin(&v->form, service_form);
	v->entry.service = service_blank;
	if (s->target.id[0] == 0)
		return OK;
	rc = casework_open_service(screen_session(s), (struct service_id){ s->target.id[0] },
	                           &s->keep, &record);
	if (rc != OK)
		return rc;
	v->entry = record.entry;
	values = service_values(&v->entry, &s->keep);
	form_fill(&v->form, &values);
	return OK;
}

static bool is_new(const struct screen *s)
{
	return s->target.id[0] == 0;
}

static void service_form_render(const struct screen *s, struct grid *g)
{
	struct service_form_state *v = s->state;
	int column = grid_put(g, 0, GRID_MARGIN, -1, LOOK_HEAD,
	                      is_new(s) ? _("A new service") : _("Change"));

	if (!is_new(s))
		grid_put(g, 0, column + 2, -1, LOOK_STRONG, v->entry.service.name);
	grid_rule(g, 1, GRID_MARGIN, -1);
	form_put(&v->form, g, (struct rect){ 2, GRID_MARGIN, g->rows - 2, g->columns - 2 });
}

/* A new entry was made here; nobody else has to answer for where it came from. */
static enum status store(struct screen *s, struct service_entry *x, struct service_id *id)
{
	struct session *session = screen_session(s);

	*id = x->service.id;
	if (!is_new(s))
		return casework_change_service(session, x);
	x->service.source = arena_printf(&s->keep, _("entered by %s"), session->account.name);
	return casework_add_service(session, x, id);
}

static enum outcome save(struct screen *s)
{
	struct service_form_state *v = s->state;
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct values values = form_values(&v->form, &a);
	struct service_entry x = v->entry;
	struct service_id id;
	enum outcome outcome = REDRAW;

	service_fill(&x, &values, screen_session(s)->today, &a, &problems);
	form_problems(&v->form, &problems);
	if (problems_stop(&problems))
		goto done;
	if (store(s, &x, &id) != OK) {
		desk_say_fault(s->desk);
		goto done;
	}
	desk_say(s->desk,
	         is_new(s) ? _("Saved. %s is in the directory. n another.")
	                   : _("Saved. %s is as you said."),
	         x.service.name);
	s->answer = (struct result){ .saved = true, .id = { id.n } };
	outcome = CLOSE;
done:
	arena_reset(&a);
	return outcome;
}

static enum outcome service_form_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct service_form_state *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

/* Is anything there that the entry does not have? */
static bool differs(const struct service_form_state *v)
{
	struct arena a = { 0 };
	struct values is = form_values(&v->form, &a), was = service_values(&v->entry, &a);
	bool any = false;

	for (size_t i = 0; !any && i < is.n; i++)
		any = !text_equal(is.at[i].text, values_get(&was, is.at[i].name));
	arena_reset(&a);
	return any;
}

static bool service_form_keep(const struct screen *s, struct kept *ret)
{
	const struct service_form_state *v = s->state;
	const char *name = form_get(&v->form, "name");

	if (!is_new(s))
		snprintf(ret->about, sizeof(ret->about), "0 %lld", (long long)s->target.id[0]);
	if (!differs(v))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("Entry of the directory, %s, not saved"),
	         text_empty(name) ? _("no name yet") : name);
	form_keep(&v->form, &ret->body);
	return true;
}

static const struct binding service_form_bindings[] = {
	{ "Ctrl-S", ACT_NONE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NONE, 0, "The next part", "next" },
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
	.resume = form_screen_resume,
	.end = form_screen_end,
};
