#include "model/contact_form.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/none.h"
#include "model/when.h"

/* A conversation is shorter than a day; longer is a slip of the finger. */
#define MINUTES_MOST 1440

const struct field contact_fields[] = {
	{ "outcome", _("What happened?"), FIELD_CHOICE, &contact_outcomes, FIELD_NEEDED, NULL, 0 },
	{ "number", _("Which number?"), FIELD_CHOICE, NULL, 0,
	  _("It is struck out everywhere. Digits choose."), 0 },
	{ "note", _("Note"), FIELD_NOTE, NULL, 0, NULL, 0 },
	{ "next_what", _("Next"), FIELD_TEXT, NULL, 0,
	  _("What comes next, for you or their worker. Empty: nothing."), 0 },
	{ "next_on", _("On"), FIELD_DAY, NULL, 0, _("fri, +2w, 30/11, tomorrow 9:30, mon after 17"),
	  26 },
	{ "next_kind", _("Kind"), FIELD_CHOICE, &reminder_kinds, 0,
	  _("Digits or letters choose; it decides where it stands on Today."), 0 },
	{ "minutes", _("Minutes so far"), FIELD_NUMBER, NULL, 0, NULL, 6 },
	{ "with", _("With"), FIELD_TEXT, NULL, FIELD_MORE,
	  _("Who it was, when it was not they themselves."), 0 },
	{ "mode", _("How"), FIELD_CHOICE, &contact_modes, FIELD_MORE, NULL, 0 },
	{ "when", _("When"), FIELD_DAY, NULL, FIELD_MORE,
	  _("Now, unless you write it down later: yesterday 16:30"), 26 },
	{ 0 },
};

const struct new_contact new_contact_blank = {
	.on = DAY_NONE,
	.minute = MINUTE_NONE,
	.who_with = "",
	.note = "",
	.minutes = NUMBER_NONE,
	.next = { .what = "", .on = DAY_NONE, .minute = MINUTE_NONE },
};

enum channel contact_channel(enum contact_outcome outcome, enum contact_direction direction,
                             enum contact_mode mode)
{
	if (direction == CONTACT_IN)
		return CHANNEL_NONE;
	if (outcome == CONTACT_MESSAGE && mode == CONTACT_BY_PHONE)
		return CHANNEL_VOICEMAIL;
	switch (mode) {
	case CONTACT_BY_TEXT:
		return CHANNEL_TEXT;
	case CONTACT_BY_EMAIL:
		return CHANNEL_EMAIL;
	case CONTACT_BY_LETTER:
		return CHANNEL_POST;
	case CONTACT_MODE_NONE:
	case CONTACT_BY_PHONE:
	case CONTACT_BY_VIDEO:
	case CONTACT_IN_PERSON:
	case CONTACT_HOME_VISIT:
		break;
	}
	return CHANNEL_NONE;
}

const char *next_on_text(day on, int minute, bool after, day today, struct arena *a)
{
	if (minute == MINUTE_NONE)
		return day_short(on, today, a);
	return arena_printf(a, after ? _("%s after %s") : _("%s %s"), day_short(on, today, a),
	                    minute_text(minute, a));
}

/* A day and time that were typed; "" leaves *on and *minute as they are. */
static void read_when(const char *text, const char *field, const struct when_from *from,
                      struct arena *a, struct problems *problems, struct when *ret)
{
	const char *fault;

	if (!text_empty(text) && when_parse(text, from, a, ret, &fault) != OK)
		problem_add(problems, a, field, "%s", fault);
}

static void read_minutes(const char *text, struct arena *a, struct problems *problems, int *ret)
{
	struct str trimmed = str_trim(str_of(text));
	long long n;

	if (trimmed.n == 0)
		return;
	if (str_int(trimmed, &n) && n >= 0 && n <= MINUTES_MOST)
		*ret = (int)n;
	else
		problem_add(problems, a, "minutes", _("Minutes are a whole number, such as 25."));
}

static void read_next(const struct values *v, const struct contact_form_from *from, struct arena *a,
                      struct problems *problems, struct next_step *ret)
{
	struct when_from ahead = { from->today, from->holidays, WHEN_AHEAD };
	struct when when = { .on = ret->on, .minute = ret->minute };

	ret->what = values_get(v, "next_what");
	read_when(values_get(v, "next_on"), "next_on", &ahead, a, problems, &when);
	ret->on = when.on;
	ret->minute = when.minute;
	ret->kind =
		(enum reminder_kind)words_find(&reminder_kinds, str_of(values_get(v, "next_kind")));
	if (text_empty(ret->what) && !text_empty(values_get(v, "next_on")))
		problem_add(problems, a, "next_what",
		            _("What is to be done then? Or take the day away."));
	else if (!text_empty(ret->what) && text_empty(values_get(v, "next_on")))
		problem_add(problems, a, "next_on", _("On which day? fri, +2w, 30/11."));
}

void contact_from_values(const struct values *v, const struct contact_form_from *from,
                         struct arena *a, struct problems *problems, struct new_contact *ret)
{
	struct new_contact x = new_contact_blank;
	struct when_from back = { from->today, from->holidays, WHEN_BACK };
	struct when when = { .on = DAY_NONE, .minute = MINUTE_NONE };
	long long number;

	x.outcome = (enum contact_outcome)words_find(&contact_outcomes,
	                                             str_of(values_get(v, "outcome")));
	x.mode = (enum contact_mode)words_find(&contact_modes, str_of(values_get(v, "mode")));
	x.who_with = values_get(v, "with");
	x.note = values_get(v, "note");
	if (str_int(str_of(values_get(v, "number")), &number))
		x.number.n = number;
	read_minutes(values_get(v, "minutes"), a, problems, &x.minutes);
	read_when(values_get(v, "when"), "when", &back, a, problems, &when);
	x.on = when.on;
	x.minute = when.minute;
	x.has_next = !text_empty(values_get(v, "next_what"));
	read_next(v, from, a, problems, &x.next);
	new_contact_problems(&x, from, a, problems);
	*ret = x;
}

static bool ahead_of_now(const struct new_contact *x, const struct contact_form_from *from)
{
	if (x->on == DAY_NONE)
		return false;
	return x->on > from->today || (x->on == from->today && x->minute > from->minute);
}

void new_contact_problems(const struct new_contact *x, const struct contact_form_from *from,
                          struct arena *a, struct problems *problems)
{
	if (x->outcome == CONTACT_OUTCOME_NONE)
		problem_add(problems, a, "outcome",
		            _("What happened? A digit from 1 to 9 says it."));
	if (ahead_of_now(x, from))
		problem_add(problems, a, "when",
		            _("That is still to come. For a day ahead, use Next."));
	if (x->minutes > MINUTES_MOST)
		problem_add(problems, a, "minutes", _("That is longer than a day."));
	if (x->has_next && x->next.on != DAY_NONE && x->next.on < from->today)
		problem_add(problems, a, "next_on", _("That day has gone."));
}
