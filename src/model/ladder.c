#include "model/ladder.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/workdays.h"

#define LADDER_RULE(symbol, rule) [symbol] = (rule),
static const char *const step_rules[] = { [LADDER_NONE] = "", LADDER_STEPS(LADDER_RULE) };

const char *ladder_rule(enum ladder_step step)
{
	return step_rules[step];
}

int ladder_hour_of(const struct ladder_rules *rules, int minute)
{
	int hour = rules->hours - 1;

	while (hour > 0 && minute < rules->hour[hour])
		hour--;
	return hour;
}

/* What has been done since they were last spoken to. */
struct so_far {
	int tries;
	int at[LADDER_HOURS_MOST]; /* tries in each part of the day */
	int last;                  /* the part of the newest of them */
	bool timed;                /* there is one */
	day written_on;            /* the newest letter; DAY_NONE: none */
};

static void count_try(struct so_far *s, const struct contact *c, const struct ladder_rules *rules)
{
	int hour;

	if (c->mode == CONTACT_BY_LETTER) {
		if (s->written_on == DAY_NONE)
			s->written_on = c->on_day;
		return;
	}
	s->tries++;
	if (c->at_minute == MINUTE_NONE)
		return;
	hour = ladder_hour_of(rules, c->at_minute);
	s->at[hour]++;
	if (!s->timed)
		s->last = hour;
	s->timed = true;
}

static struct so_far count(const struct contact_list *contacts, const struct ladder_rules *rules)
{
	struct so_far s = { .written_on = DAY_NONE };

	for (size_t i = 0; i < contacts->n && !contact_is_reached(&contacts->at[i]); i++)
		if (contact_is_attempt(&contacts->at[i]))
			count_try(&s, &contacts->at[i], rules);
	return s;
}

int ladder_tries(const struct contact_list *contacts)
{
	const struct ladder_rules any_hour = { .hours = 1 };

	return count(contacts, &any_hour).tries;
}

/* The part of the day tried least; among equals the one that comes after the last. */
static int another_hour(const struct so_far *s, const struct ladder_rules *rules)
{
	int from = s->timed ? s->last + 1 : 0, best = from % rules->hours;

	for (int i = 1; i < rules->hours; i++) {
		int hour = (from + i) % rules->hours;

		if (s->at[hour] < s->at[best])
			best = hour;
	}
	return best;
}

static const char *times_text(int n, struct arena *a)
{
	static const char *const texts[] = { _("never"), _("once"), _("twice") };

	return n < (int)COUNT_OF(texts) ? texts[n] : arena_printf(a, _("%d times"), n);
}

const char *ladder_hours_tried(const struct contact_list *contacts,
                               const struct ladder_rules *rules, struct arena *a)
{
	const struct so_far s = count(contacts, rules);
	const char *text = "";

	for (int i = 0; s.timed && i < rules->hours; i++) {
		int from = rules->hour[i] / 60;
		const char *part = i + 1 < rules->hours ? arena_printf(a, _("%d to %d"), from,
		                                                       rules->hour[i + 1] / 60)
		                                        : arena_printf(a, _("after %d"), from);

		text = arena_printf(a, "%s%s%s %s", text, *text ? ", " : "", part,
		                    times_text(s.at[i], a));
	}
	return text;
}

static const char *nth_text(int nth)
{
	static const char *const texts[] = { _("First try"), _("Second try"), _("Third try"),
		                             _("Fourth try"), _("Fifth try") };

	return nth >= 1 && nth <= (int)COUNT_OF(texts) ? texts[nth - 1] : _("Another try");
}

static void propose_try(const struct ladder_from *from, const struct ladder_rules *rules,
                        const struct so_far *s, struct arena *a, struct ladder *l)
{
	int days = s->tries == 0 ? 0 : s->tries < rules->tries ? rules->next_try : rules->other;
	int hour = another_hour(s, rules);

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
		l->minute = rules->hour[hour];
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

/* What comes after a letter leaves it the days that it is given to be answered. */
static void after_letter(const struct ladder_from *from, const struct ladder_rules *rules,
                         const struct so_far *s, struct ladder *l)
{
	day answered;

	if (s->written_on == DAY_NONE)
		return;
	answered = day_add_working(s->written_on, rules->letter_days, from->holidays);
	if (answered > l->on)
		l->on = answered;
}

/* Is there a way left to turn to them, and has it not been used up? */
static bool may_try(const struct ladder_from *from, const struct ladder_rules *rules,
                    const struct so_far *s)
{
	int most = rules->tries + (from->may_write && rules->letter ? 0 : rules->other_hours);

	if (!from->has_number || (!from->may_ring && !from->may_text))
		return false;
	return s->tries < most && s->written_on == DAY_NONE;
}

void ladder_next(const struct ladder_from *from, struct arena *a, struct ladder *ret)
{
	const struct ladder_rules rules = ladder_rules_of(from->rules, from->how_soon);
	struct so_far s = count(from->contacts, &rules);
	struct ladder l = { .on = day_next_working(from->today, from->holidays),
		            .minute = MINUTE_NONE,
		            .what = "" };

	if (from->stopped) {
		l.on = DAY_NONE;
	} else if (may_try(from, &rules, &s)) {
		propose_try(from, &rules, &s, a, &l);
	} else if (from->may_write && rules.letter && s.written_on == DAY_NONE) {
		propose_letter(&s, a, &l);
	} else if (rules.referrer && !from->asked_referrer && !from->came_by_themselves) {
		l.step = LADDER_ASK_REFERRER;
		l.what = _("Ask who referred them: is there a safer way?");
		after_letter(from, &rules, &s, &l);
	} else {
		l.step = LADDER_CLOSE;
		l.what = _("Not reached: check hospital, a move, death; then close");
		if (from->came_by_themselves)
			after_letter(from, &rules, &s, &l);
	}
	*ret = l;
}
