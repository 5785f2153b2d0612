#include "model/ladder.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/workdays.h"

#define HOURS 3
/* Working days until the next try; after the first three it is another week. */
#define NEXT_TRY  2
#define NEXT_WEEK 5
/* Working days that a letter is given to be answered. */
#define LETTER_DAYS 10

static const int hour_begins[HOURS] = { 9 * 60, 12 * 60, 17 * 60 };

#define LADDER_RULE(symbol, rule) [symbol] = (rule),
static const char *const rules[] = { [LADDER_NONE] = "", LADDER_STEPS(LADDER_RULE) };

const char *ladder_rule(enum ladder_step step)
{
	return rules[step];
}

enum ladder_hour ladder_hour_of(int minute)
{
	if (minute >= hour_begins[HOUR_LATE])
		return HOUR_LATE;
	return minute >= hour_begins[HOUR_MIDDAY] ? HOUR_MIDDAY : HOUR_MORNING;
}

/* What has been done since they were last spoken to. */
struct so_far {
	int tries;
	int at[HOURS];         /* tries by telephone in each third of the day */
	enum ladder_hour last; /* of the newest of them */
	bool timed;            /* there is one */
	day written_on;        /* the newest letter; DAY_NONE: none */
};

static void count_try(struct so_far *s, const struct contact *c)
{
	enum ladder_hour hour;

	if (c->mode == CONTACT_BY_LETTER) {
		if (s->written_on == DAY_NONE)
			s->written_on = c->on_day;
		return;
	}
	s->tries++;
	if (c->at_minute == MINUTE_NONE)
		return;
	hour = ladder_hour_of(c->at_minute);
	s->at[hour]++;
	if (!s->timed)
		s->last = hour;
	s->timed = true;
}

static struct so_far count(const struct contact_list *contacts)
{
	struct so_far s = { .written_on = DAY_NONE };

	for (size_t i = 0; i < contacts->n && !contact_is_reached(&contacts->at[i]); i++)
		if (contact_is_attempt(&contacts->at[i]))
			count_try(&s, &contacts->at[i]);
	return s;
}

int ladder_tries(const struct contact_list *contacts)
{
	return count(contacts).tries;
}

/* The hour tried least; among equals the one that comes after the last. */
static enum ladder_hour another_hour(const struct so_far *s)
{
	int from = s->timed ? (int)s->last + 1 : 0, best = from % HOURS;

	for (int i = 1; i < HOURS; i++) {
		int hour = (from + i) % HOURS;

		if (s->at[hour] < s->at[best])
			best = hour;
	}
	return (enum ladder_hour)best;
}

static const char *nth_text(int nth)
{
	static const char *const texts[] = { _("First try"), _("Second try"), _("Third try"),
		                             _("Fourth try"), _("Fifth try") };

	return nth >= 1 && nth <= (int)COUNT_OF(texts) ? texts[nth - 1] : _("Another try");
}

static void propose_try(const struct ladder_from *from, const struct so_far *s, struct arena *a,
                        struct ladder *l)
{
	int days = s->tries == 0 ? 0 : s->tries < LADDER_TRIES ? NEXT_TRY : NEXT_WEEK;
	enum ladder_hour hour = another_hour(s);

	l->step = LADDER_TRY;
	l->nth = s->tries + 1;
	l->on = day_add_working(from->today, days, from->holidays);
	if (!from->may_ring) {
		l->what = arena_printf(a, _("%s, by text"), nth_text(l->nth));
	} else if (!text_empty(from->hours)) {
		/* Their own hours come before any that the ladder would choose. */
		l->what = arena_printf(a, _("%s, only %s"), nth_text(l->nth), from->hours);
	} else if (s->tries == 0) {
		l->what = nth_text(l->nth);
	} else {
		l->minute = hour_begins[hour];
		l->what = arena_printf(a, _("%s, after %d"), nth_text(l->nth), l->minute / 60);
	}
}

static void propose_letter(const struct so_far *s, struct arena *a, struct ladder *l)
{
	l->step = LADDER_LETTER;
	l->what = s->tries == 0 ? _("Write to them")
	          : s->tries == 1
	                  ? _("Write to them (a try, not reached)")
	                  : arena_printf(a, _("Write to them (%d tries, not reached)"), s->tries);
}

static void propose_referrer(const struct ladder_from *from, const struct so_far *s,
                             struct ladder *l)
{
	day answered;

	l->step = LADDER_ASK_REFERRER;
	l->what = _("Ask who referred them: is there a safer way?");
	if (s->written_on == DAY_NONE)
		return;
	answered = day_add_working(s->written_on, LETTER_DAYS, from->holidays);
	if (answered > l->on)
		l->on = answered;
}

/* Is there a way left to turn to them, and has it not been used up? */
static bool may_try(const struct ladder_from *from, const struct so_far *s)
{
	int most = LADDER_TRIES + (from->may_write ? 0 : LADDER_OTHER_HOURS);

	if (!from->has_number || (!from->may_ring && !from->may_text))
		return false;
	return s->tries < most && s->written_on == DAY_NONE;
}

void ladder_next(const struct ladder_from *from, struct arena *a, struct ladder *ret)
{
	struct so_far s = count(from->contacts);
	struct ladder l = { .on = day_next_working(from->today, from->holidays),
		            .minute = MINUTE_NONE,
		            .what = "" };

	if (from->stopped) {
		l.on = DAY_NONE;
	} else if (may_try(from, &s)) {
		propose_try(from, &s, a, &l);
	} else if (from->may_write && s.written_on == DAY_NONE) {
		propose_letter(&s, a, &l);
	} else if (!from->asked_referrer) {
		propose_referrer(from, &s, &l);
	} else {
		l.step = LADDER_CLOSE;
		l.what = _("Not reached: check hospital, a move, death; then close");
	}
	*ret = l;
}
