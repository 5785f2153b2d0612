#include "desk.h"
#include "form_screen.h"
#include "load.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/signposts.h"
#include "model/phone.h"

#include <stdio.h>
#include <string.h>

/*
 * Told about it, or referred to it: one digit, and the day to ask whether it helped is there already.
 * id[0] person, id[1] service, text the concern's code.
 */
struct signpost_state {
	struct form form;
	struct field *fields; /* a copy: who may refer is not everybody */
	struct signpost_view view;
	bool began; /* the day was proposed */
};

/* Who may not refer is asked how they told them, and nothing leaves: it is the last of the ways. */
static void leave_out_referring(struct field *how, struct arena *a)
{
	struct words *words = ARENA_NEW(a, struct words);

	*words = signpost_kinds;
	words->n = SIGNPOST_REFERRED - 1;
	how->words = words;
	how->help = NULL;
}

/* Why it was chosen although it was left out stands in the note. */
static void take_reason(struct screen *s)
{
	struct signpost_state *v = s->state;
	struct str rest = str_of(s->target.text), code;

	if (!str_cut(&rest, '\n', &code) || rest.n == 0)
		return;
	form_set(&v->form, "note", arena_str(&s->keep, rest));
	s->target.text = arena_str(&s->keep, code);
}

static enum status signpost_begin(struct screen *s)
{
	struct signpost_state *v = s->state;

	v->fields = ARENA_ARRAY(&s->keep, SIGNPOST_FIELDS + 1, struct field);
	memcpy(v->fields, signpost_form, (SIGNPOST_FIELDS + 1) * sizeof(*v->fields));
	if (!session_may_about(screen_session(s), OP_REFER, (struct person_id){ s->target.id[0] }))
		leave_out_referring(v->fields, &s->keep);
	form_begin(&v->form, v->fields);
	take_reason(s);
	return OK;
}

/* The day with its weekday. */
static void settle(struct screen *s)
{
	struct signpost_state *v = s->state;
	struct arena a = { 0 };

	form_echo(&v->form, "check_on",
	          load_echo(s, (struct account_id){ 0 }, form_get(&v->form, "check_on"), &a));
	arena_reset(&a);
}

static enum status signpost_load(struct screen *s)
{
	struct signpost_state *v = s->state;
	struct date date;
	enum status rc = casework_signpost_view(
		screen_session(s), (struct person_id){ s->target.id[0] },
		(struct service_id){ s->target.id[1] }, s->target.text, &s->arena, &v->view);

	if (rc != OK)
		return rc;
	if (!v->began) {
		date = day_to_date(v->view.check_on);
		form_set(&v->form, "check_on",
		         arena_printf(&s->arena, "%d/%d/%d", date.mday, date.month, date.year));
		v->began = true;
	}
	settle(s);
	return OK;
}

static int put_service(const struct signpost_state *v, struct grid *g, int row, day today)
{
	const struct service *x = &v->view.listing.service;
	struct arena a = { 0 };
	int column = grid_put(g, row, GRID_MARGIN, 40, LOOK_STRONG, x->name);

	if (!text_empty(x->phone))
		column =
			grid_printf(g, row, column, LOOK_PLAIN, " · %s", phone_shown(x->phone, &a));
	grid_printf(g, row, column, LOOK_PLAIN, " · %s", listing_how(x, &a));
	row++;
	if (!text_empty(v->view.label))
		grid_printf(g, row++, GRID_MARGIN, LOOK_SECOND, _("for %s · %s"), v->view.label,
		            listing_freshness(x, today, &a));
	if (!text_empty(x->alert))
		row += grid_put_lines(g, row, GRID_MARGIN, 2, g->columns - 2, LOOK_ATTENTION,
		                      x->alert);
	if (!text_empty(v->view.earlier))
		grid_printf(g, row++, GRID_MARGIN, LOOK_ATTENTION, "%s.", v->view.earlier);
	arena_reset(&a);
	return row;
}

static void signpost_render(const struct screen *s, struct grid *g)
{
	struct signpost_state *v = s->state;
	int row = strip_put(g, NULL, &v->view.strip, NULL);

	row = put_service(v, g, row, screen_session(s)->today);
	grid_rule(g, row++, GRID_MARGIN, -1);
	form_put(&v->form, g, (struct rect){ row, GRID_MARGIN, g->rows - row, g->columns - 2 });
}

static void say_saved(struct screen *s, const struct signpost_saved *saved)
{
	const struct signpost_state *v = s->state;
	struct arena a = { 0 };

	if (saved->check_on == DAY_NONE)
		desk_say(s->desk, _("Saved: %s. No day is set to ask about it."), saved->text);
	else
		desk_say(s->desk, _("Saved. You ask on %s whether %s helped."),
		         day_short(saved->check_on, screen_session(s)->today, &a),
		         v->view.listing.service.name);
	arena_reset(&a);
}

/* False: something is wrong with what was typed, and is shown. */
static bool filled(struct screen *s, struct arena *a, struct new_signpost *ret)
{
	struct signpost_state *v = s->state;
	struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, WHEN_AHEAD };
	struct problems problems = { 0 };
	struct values values = form_values(&v->form, a);

	*ret = (struct new_signpost){ .person = { s->target.id[0] },
		                      .service = { s->target.id[1] },
		                      .concern = s->target.text ? s->target.text : "" };
	signpost_fill(ret, &values, &from, a, &problems);
	form_problems(&v->form, &problems);
	return !problems_stop(&problems);
}

/* Who is referred goes on to what leaves; that answers with the ticks and how they agreed. */
static enum outcome store(struct screen *s, const struct new_signpost *x)
{
	struct session *session = screen_session(s);
	struct signpost_saved saved;
	enum status rc = x->kind == SIGNPOST_REFERRED
	                         ? casework_refer(session, x, &s->keep, &saved)
	                         : casework_signpost(session, x, &s->keep, &saved);

	if (rc != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	say_saved(s, &saved);
	s->answer = (struct result){ .saved = true, .id = { saved.id.n }, .text = saved.text };
	return CLOSE;
}

static enum outcome save(struct screen *s)
{
	struct arena a = { 0 };
	struct new_signpost x;
	enum outcome outcome = REDRAW;

	if (filled(s, &a, &x)) {
		if (x.kind == SIGNPOST_REFERRED) {
			s->go = s->target;
			s->go.where = &what_leaves_screen;
			outcome = OPEN;
		} else {
			outcome = store(s, &x);
		}
	}
	arena_reset(&a);
	return outcome;
}

static void signpost_came_back(struct screen *s, const struct result *r)
{
	struct arena a = { 0 };
	struct new_signpost x;

	if (r->from != &what_leaves_screen || !r->saved)
		return;
	if (filled(s, &a, &x)) {
		x.send = (unsigned)r->id[0];
		x.agreed = (enum consent_how)r->id[1];
		if (store(s, &x) == CLOSE)
			desk_close(s->desk);
	}
	arena_reset(&a);
}

static enum outcome changed(struct screen *s)
{
	settle(s);
	return REDRAW;
}

static enum outcome signpost_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct signpost_state *v = s->state;

	(void)act;
	if (load_take(s, &v->form, "check_on", (struct account_id){ 0 }, in))
		return changed(s);
	return form_screen_take(s, &v->form, in, &how);
}

static bool signpost_keep(const struct screen *s, struct kept *ret)
{
	const struct signpost_state *v = s->state;

	snprintf(ret->about, sizeof(ret->about), "%lld %lld %s", (long long)s->target.id[0],
	         (long long)s->target.id[1], s->target.text ? s->target.text : "");
	ret->subject = s->target.id[0];
	if (text_empty(form_get(&v->form, "how")))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("%s for %s, not saved"),
	         v->view.listing.service.name, v->view.strip.short_name);
	form_keep(&v->form, &ret->body);
	return true;
}

static enum status signpost_resume(struct screen *s, struct str body)
{
	struct signpost_state *v = s->state;
	enum status rc = form_resume(&v->form, body);

	settle(s);
	return rc;
}

static const struct binding signpost_bindings[] = {
	{ "1-4", ACT_NONE, NEEDS_STAFF | NEEDS_WRITE, "Told, leaflet, rung together, referred",
	  "how" },
	{ "1-3", ACT_NONE, NEEDS_DESK | NEEDS_WRITE, "Told, leaflet, rung together", "how" },
	{ "Ctrl-S", ACT_NONE, NEEDS_WRITE,
	  "Save, and set the day to ask about it; referred: what leaves comes first", "save" },
	{ "Tab", ACT_NONE, 0, "The next part", "next" },
	{ "Esc", ACT_NONE, 0, "Back; what is typed is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct signpost_state);

const struct screen_ops signpost_screen = {
	.name = "signpost",
	.title = "Told about a service, or referred",
	.state_size = sizeof(struct signpost_state),
	.bindings = signpost_bindings,
	.begin = signpost_begin,
	.load = signpost_load,
	.render = signpost_render,
	.take = signpost_take,
	.came_back = signpost_came_back,
	.typing = form_screen_typing,
	.keep = signpost_keep,
	.resume = signpost_resume,
	.subject = form_screen_subject,
	.end = form_screen_end,
};
