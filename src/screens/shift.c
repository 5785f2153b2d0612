#include "desk.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/people.h"
#include "casework/shift.h"
#include "model/visitor_form.h"
#include "model/when.h"

#include <string.h>

/* Somebody is put on a volunteer's list for a day. id[0] the person. */
struct shift_state {
	struct form form;
	struct person_strip strip;
};

FORM_SCREEN(struct shift_state);

static const struct binding shift_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Put them on the list", "save" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next field; Shift-Tab the one before", "next" },
	{ "Esc", ACT_BACK, 0, "Back; nothing was changed", "back" },
	{ 0 },
};

static struct person_id person(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static const struct words *volunteer_words(struct screen *s)
{
	struct words *words = ARENA_NEW(&s->keep, struct words);
	struct account_list list = { 0 };
	struct word *at;

	if (casework_volunteers(screen_session(s), &s->keep, &list) != OK)
		list.n = 0;
	at = ARENA_ARRAY(&s->keep, list.n, struct word);
	for (size_t i = 0; i < list.n; i++)
		at[i] = (struct word){ (int)i + 1, list.at[i].login, list.at[i].name };
	*words = (struct words){ _("volunteer"), at, list.n };
	return words;
}

static enum status shift_begin(struct screen *s)
{
	struct shift_state *v = s->state;
	struct field *fields = ARENA_ARRAY(&s->keep, SHIFT_FIELDS + 1, struct field);
	enum status rc = casework_may_about(screen_session(s), OP_GIVE_SHIFT, person(s));

	memcpy(fields, shift_fields, (SHIFT_FIELDS + 1) * sizeof(*fields));
	fields[0].words = volunteer_words(s);
	form_begin(&v->form, fields);
	form_set(&v->form, "on", _("today"));
	return rc == OK ? casework_strip(screen_session(s), person(s), &s->keep, &v->strip) : rc;
}

static void shift_render(const struct screen *s, struct grid *g)
{
	struct shift_state *v = s->state;
	int row = strip_put(g, _("Desk list"), &v->strip, NULL);

	grid_put(g, row++, 1, -1, LOOK_SECOND,
	         _("They see names, numbers, what is safe and what is arranged; until midnight."));
	grid_rule(g, row++, 1, -1);
	form_put(&v->form, g, (struct rect){ row, 1, g->rows - row, g->columns - 2 });
}

static void take_day(struct screen *s, struct arena *a, struct problems *problems,
                     struct new_shift *x)
{
	struct shift_state *v = s->state;
	const struct form_from from = session_form_from(screen_session(s));
	const struct when_from ahead = { from.today, from.holidays, WHEN_AHEAD };
	const char *fault = "";
	struct when when;

	if (when_parse(form_get(&v->form, "on"), &ahead, a, &when, &fault) == OK)
		x->on = when.on;
	else
		problem_add(problems, a, "on", "%s", fault);
}

static enum outcome save_in(struct screen *s, struct arena *a)
{
	struct shift_state *v = s->state;
	struct new_shift x = { .person = person(s),
		               .login = form_get(&v->form, "volunteer"),
		               .what = form_get(&v->form, "what") };
	struct problems problems = { 0 };
	const char *said;

	form_missing(&v->form, &problems, a);
	take_day(s, a, &problems, &x);
	form_problems(&v->form, &problems);
	if (problems_stop(&problems))
		return REDRAW;
	if (casework_give_shift(screen_session(s), &x, a, &said) != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	desk_say(s->desk, "%s", said);
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome save(struct screen *s)
{
	struct arena a = { 0 };
	enum outcome outcome = save_in(s, &a);

	arena_reset(&a);
	return outcome;
}

static enum outcome shift_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct shift_state *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

const struct screen_ops shift_screen = {
	.name = "shift",
	.title = "On a volunteer's list",
	.state_size = sizeof(struct shift_state),
	.bindings = shift_bindings,
	.begin = shift_begin,
	.render = shift_render,
	.take = shift_take,
	.typing = form_screen_typing,
	.subject = form_screen_subject,
	.end = form_screen_end,
};
