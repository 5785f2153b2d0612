#include "desk.h"
#include "form_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/people.h"
#include "casework/shift.h"
#include "model/visitor_form.h"

/*
 * Somebody is here to see a worker: both names and the birth date, as they say them. Nothing that is
 * typed here is kept: whoever is not with us has no business in the file. id[0] is not used.
 */
struct visitor_state {
	struct form form;
};

FORM_SCREEN(struct visitor_state);

static const struct binding visitor_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Look whether both go together", "look" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next field; Shift-Tab the one before", "next" },
	{ "Esc", ACT_BACK, 0, "Back; nothing was looked up", "back" },
	{ 0 },
};

static enum status visitor_begin(struct screen *s)
{
	struct visitor_state *v = s->state;

	form_begin(&v->form, visitor_fields);
	return casework_may(screen_session(s), OP_MEET_VISITOR);
}

static void visitor_render(const struct screen *s, struct grid *g)
{
	struct visitor_state *v = s->state;

	grid_put(g, 0, 1, -1, LOOK_HEAD, _("Somebody is here to see a worker"));
	grid_put(g, 1, 1, -1, LOOK_ATTENTION,
	         _("Never say whether somebody is known here. Offer to take a message."));
	grid_rule(g, 2, 1, -1);
	form_put(&v->form, g, (struct rect){ 3, 1, g->rows - 3, g->columns - 2 });
}

static enum outcome ask_message(struct screen *s, const char *said)
{
	struct prompt p = { 0 };

	prompt_ask(&p, arena_printf(&s->keep, _("%s Take one?"), said), "yn");
	desk_ask(s->desk, &p);
	return REDRAW;
}

static enum outcome save_in(struct screen *s, struct arena *a)
{
	struct visitor_state *v = s->state;
	struct session *session = screen_session(s);
	const struct form_from from = session_form_from(session);
	const struct values values = form_values(&v->form, a);
	struct person_details d = person_details_blank();
	struct problems problems = { 0 };
	struct met met = { 0 };

	person_take(&values, &from, a, &d, &problems);
	form_missing(&v->form, &problems, a);
	form_problems(&v->form, &problems);
	if (problems_stop(&problems))
		return REDRAW;
	if (casework_meet_visitor(session,
	                          &(struct visitor){ d.person.family_name, d.person.given_name,
	                                             d.person.born_on },
	                          a, &met) != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	if (met.person.n == 0)
		return ask_message(s, met.said);
	desk_say(s->desk, "%s", met.said);
	s->go = visit_person(&visit_screen, met.person);
	return REPLACE;
}

static enum outcome save(struct screen *s)
{
	struct arena a = { 0 };
	enum outcome outcome = save_in(s, &a);

	arena_reset(&a);
	return outcome;
}

/* The message begins with what was typed: it need not be asked again. */
static void take_message(struct screen *s)
{
	const struct visitor_state *v = s->state;
	struct visit note = visit_to(&note_screen);

	note.text = arena_printf(&s->keep, "%s %s", form_get(&v->form, "given_name"),
	                         form_get(&v->form, "family_name"));
	if (desk_open(s->desk, &note) != OK)
		desk_say_fault(s->desk);
}

static void visitor_came_back(struct screen *s, const struct result *r)
{
	if (r->from == &note_screen || (!r->from && r->saved && r->id[0] == 'n'))
		desk_close(s->desk);
	else if (!r->from && r->saved)
		take_message(s);
}

static enum outcome visitor_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct visitor_state *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

const struct screen_ops visitor_screen = {
	.name = "visitor",
	.title = "Somebody is here",
	.state_size = sizeof(struct visitor_state),
	.bindings = visitor_bindings,
	.begin = visitor_begin,
	.render = visitor_render,
	.take = visitor_take,
	.came_back = visitor_came_back,
	.typing = form_screen_typing,
	.end = form_screen_end,
};
