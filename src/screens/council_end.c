#include "council.h"

#include "desk.h"
#include "form_screen.h"
#include "screens.h"

#include "base/words.h"

#include <string.h>

static struct when_from from(const struct screen *s)
{
	const struct session *session = screen_session(s);

	return (struct when_from){ session->today, &session->holidays, WHEN_AHEAD };
}

static enum statutory_offer offer_of(const struct form *f)
{
	return (enum statutory_offer)words_find(&statutory_offers, str_of(form_get(f, "offer")));
}

static void show_fields(struct form *f)
{
	enum statutory_offer offer = offer_of(f);

	for (const struct field *field = statutory_form; field->name; field++)
		form_hide(f, field->name, !statutory_asks(offer, field->name));
}

static void echo_day(struct screen *s)
{
	struct council_state *st = s->state;
	const struct when_from when_from = from(s);
	struct arena a = { 0 };
	const char *text = form_get(&st->form, "again_on"), *fault;
	struct when when;

	if (when_parse(text, &when_from, &a, &when, &fault) == OK)
		form_echo(&st->form, "again_on",
		          arena_printf(&a, "→ %s %s", day_short(when.on, when_from.today, &a),
		                       when.note));
	else
		form_echo(&st->form, "again_on", NULL);
	arena_reset(&a);
}

void council_begin_end(struct screen *s)
{
	struct council_state *st = s->state;
	struct arena a = { 0 };

	st->ending = true;
	if (text_empty(form_get(&st->form, "sent_to")))
		form_set(&st->form, "sent_to", st->view.sent_to);
	if (text_empty(form_get(&st->form, "again_on")))
		form_set(&st->form, "again_on",
		         day_short(st->view.again_on, screen_session(s)->today, &a));
	form_focus(&st->form, "offer");
	show_fields(&st->form);
	echo_day(s);
	arena_reset(&a);
}

static enum outcome changed(struct screen *s)
{
	struct council_state *st = s->state;

	if (strcmp(st->form.changed->name, "offer") == 0)
		show_fields(&st->form);
	else if (strcmp(st->form.changed->name, "again_on") == 0)
		echo_day(s);
	return REDRAW;
}

/* They want it: on to telling the council, where the directory has it. */
static enum outcome follow(struct screen *s, const struct statutory_saved *saved)
{
	s->answer = (struct result){ .saved = true, .id = { saved->id.n } };
	if (saved->service.n == 0 ||
	    !session_may_about(screen_session(s), OP_REFER, (struct person_id){ s->target.id[0] }))
		return CLOSE;
	s->go = (struct visit){ .where = &signpost_screen,
		                .id = { s->target.id[0], saved->service.n },
		                .text = "" };
	return REPLACE;
}

static enum outcome save(struct screen *s)
{
	struct council_state *st = s->state;
	const struct when_from when = from(s);
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct values v = form_values(&st->form, &a);
	struct new_statutory x = council_said(st, &a);
	struct statutory_saved saved;
	enum outcome outcome = REDRAW;

	statutory_from_values(&v, &when, &a, &problems, &x.screen);
	x.screen.indicated = statutory_indicated(&st->view.list, &x.screen, &x.answers);
	statutory_problems(&x.screen, when.today, &a, &problems);
	form_problems(&st->form, &problems);
	if (!problems_stop(&problems)) {
		if (casework_record_statutory(screen_session(s), &x, &s->keep, &saved) == OK) {
			desk_say(s->desk, "%s", saved.said);
			outcome = follow(s, &saved);
		} else {
			desk_say_fault(s->desk);
		}
	}
	arena_reset(&a);
	return outcome;
}

static enum outcome leave(struct screen *s)
{
	struct council_state *st = s->state;

	if (st->view.list.n == 0)
		return CLOSE;
	st->ending = false;
	return REDRAW;
}

enum outcome council_take_end(struct screen *s, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed, .leave = leave };
	struct council_state *st = s->state;

	return form_screen_take(s, &st->form, in, &how);
}
