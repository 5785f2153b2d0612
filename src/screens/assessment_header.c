#include "assessment.h"

#include "desk.h"

#include "base/words.h"

#define AGAIN_PROPOSED "in 4 weeks"

static struct when_from header_from(const struct screen *s)
{
	const struct session *session = screen_session(s);

	return (struct when_from){ session->today, &session->holidays, WHEN_BACK };
}

struct assessment assessment_header(const struct screen *s, struct arena *a,
                                    struct problems *problems)
{
	const struct assessment_state *st = s->state;
	const struct when_from from = header_from(s);
	struct assessment x = st->start.header;
	struct values v = form_values(&st->header, a);
	struct problems own = { 0 };

	if (assessment_corrects(st)) /* that it was done is settled, and not asked */
		values_set(&v, a, "offered", words_word(&assessment_offers, (int)x.offered));
	assess_header_from(&v, &from, a, problems ? problems : &own, &x);
	return x;
}

static enum assessment_offer offered(const struct assessment_state *st)
{
	return (enum assessment_offer)words_find(&assessment_offers,
	                                         str_of(form_get(&st->header, "offered")));
}

bool assessment_on_paper(const struct assessment_state *st)
{
	return text_equal(form_get(&st->header, "mode"),
	                  words_word(&assessment_modes, (int)ASSESSMENT_ON_PAPER));
}

void assessment_header_refresh(const struct screen *s)
{
	static const char *const days[] = { "on_day", "again_on" };
	struct assessment_state *st = s->state;
	const struct when_from from = header_from(s);
	struct arena a = { 0 };

	for (const struct field *f = assess_header_form; f->name; f++)
		form_hide(&st->header, f->name, !assess_header_asks(f->name, offered(st)));
	form_hide(&st->header, "offered", assessment_corrects(st));
	if (!assessment_corrects(st))
		form_hide(&st->header, "list", offered(st) != OFFER_SAID_YES);
	form_label(&st->header, "on_day", assessment_on_paper(st) ? _("Day on the paper") : NULL);
	for (size_t i = 0; i < COUNT_OF(days); i++)
		form_echo(&st->header, days[i],
		          assess_header_echo(days[i], form_get(&st->header, days[i]), &from, &a));
	arena_reset(&a);
}

void assessment_header_begin(struct screen *s)
{
	struct assessment_state *st = s->state;
	struct values v =
		assess_header_values(&st->start.header, screen_session(s)->today, &s->keep);

	form_begin(&st->header, assessment_header_fields(s));
	form_fill(&st->header, &v);
	if (!assessment_corrects(st))
		form_set(&st->header, "list", st->start.header.list);
	assessment_header_refresh(s);
}

/* They said not now: on which day to ask again is all there is to say. */
void assessment_not_now(struct screen *s)
{
	struct assessment_state *st = s->state;

	if (assessment_corrects(st)) {
		desk_say(s->desk, "%s", _("It was done. Correct what is wrong; Ctrl-S ends it."));
		return;
	}
	form_set(&st->header, "offered", words_word(&assessment_offers, (int)OFFER_UNDECIDED));
	if (text_empty(form_get(&st->header, "again_on")))
		form_set(&st->header, "again_on", _(AGAIN_PROPOSED));
	st->header_changed = true;
	assessment_header_refresh(s);
	form_focus(&st->header, "again_on");
	st->mode = ASSESSING_HEADER;
	desk_say(s->desk, "%s", _("Not now: on which day shall we ask again? Ctrl-S goes on."));
}

/* From the header on: to the list, or to the end where there is nothing to ask. */
static enum outcome leave_header(struct screen *s, bool saves)
{
	struct assessment_state *st = s->state;
	struct problems problems = { 0 };
	struct arena a = { 0 };
	struct assessment x = assessment_header(s, &a, &problems);
	const char *why = assessment_corrects(st)
	                          ? NULL
	                          : assessment_use_list(s, form_get(&st->header, "list"));
	bool stops;

	if (why)
		problem_add(&problems, &a, "list", "%s", why);
	form_problems(&st->header, &problems);
	stops = problems_stop(&problems);
	if (x.mode == ASSESSMENT_IN_PERSON || x.mode == ASSESSMENT_HOME_VISIT)
		desk_beside_begin(s->desk, st->start.strip.id.n);
	arena_reset(&a);
	if (stops)
		return REDRAW;
	st->mode = ASSESSING_LIST;
	if (x.mode == ASSESSMENT_ON_PAPER && st->sheet.steps.n == 0 && !assessment_corrects(st)) {
		st->sheet.view = ASSESS_ALL;
		st->sheet.at = 0;
	}
	return saves && x.offered != OFFER_SAID_YES ? assessment_end_at_once(s) : REDRAW;
}

enum outcome assessment_take_header(struct screen *s, const struct input *in)
{
	struct assessment_state *st = s->state;

	switch (form_take(&st->header, in)) {
	case FORM_PASS:
		return PASS;
	case FORM_STAY:
		if (st->header.said)
			desk_say(s->desk, "%s", st->header.said);
		return REDRAW;
	case FORM_MOVED:
		return REDRAW;
	case FORM_CHANGED:
		st->header_changed = true;
		assessment_header_refresh(s);
		return REDRAW;
	case FORM_SAVE:
		return leave_header(s, true);
	case FORM_LEAVE:
		return leave_header(s, false);
	case FORM_OPENS:
		break;
	}
	return PASS;
}
