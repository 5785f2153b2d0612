#include "model/chase.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/workdays.h"

#define CHASE_RULE(symbol, rule) [symbol] = (rule),
static const char *const step_rules[] = { [CHASE_NONE] = "", CHASE_STEPS(CHASE_RULE) };

const char *chase_rule(enum chase_step step)
{
	return step_rules[step];
}

enum chase_step chase_step_of(const char *rule)
{
	for (int i = CHASE_ASK; i <= CHASE_END; i++)
		if (text_equal(step_rules[i], rule))
			return (enum chase_step)i;
	return CHASE_NONE;
}

/* ---- who was asked ---- */

static bool is_news(const struct signpost_step *x)
{
	return x->asked == STEP_ASK_NONE || x->answered == SAID_YES;
}

static void count_one(struct chased *n, const struct signpost_step *x, int64_t *newest)
{
	switch (x->asked) {
	case ASKED_PHONE:
	case ASKED_PORTAL:
		n->asked++;
		if (x->id.n > *newest) {
			*newest = x->id.n;
			n->last_minute = x->at_minute;
		}
		break;
	case ASKED_EMAIL:
	case ASKED_LETTER:
		n->written++;
		break;
	case ASKED_PERSON:
		n->persons++;
		break;
	case STEP_ASK_NONE:
		break;
	}
}

/* By the order in which they were written down: what is known today may have been so last week. */
struct chased chase_count(const struct signpost_step_list *steps)
{
	struct chased n = { .last_minute = MINUTE_NONE };
	int64_t news = 0, newest = 0;

	for (size_t i = 0; i < steps->n; i++)
		if (is_news(&steps->at[i]) && steps->at[i].id.n > news)
			news = steps->at[i].id.n;
	for (size_t i = 0; i < steps->n; i++)
		if (steps->at[i].id.n > news)
			count_one(&n, &steps->at[i], &newest);
	return n;
}

static const char *times(const char *done, int n, struct arena *a)
{
	if (n == 1)
		return arena_printf(a, _("%s once"), done);
	return n == 2 ? arena_printf(a, _("%s twice"), done)
	              : arena_printf(a, _("%s %d times"), done, n);
}

const char *chased_text(const struct chased *n, struct arena *a)
{
	const char *text = "";

	if (n->asked > 0)
		text = times(_("asked"), n->asked, a);
	if (n->written > 0)
		text = arena_printf(a, "%s%s%s", text, *text ? ", " : "",
		                    times(_("written to"), n->written, a));
	if (*text)
		text = arena_printf(a, _("%s, no answer"), text);
	if (n->persons > 0)
		text = arena_printf(a, "%s%s%s", text, *text ? "; " : "",
		                    times(_("they could not say"), n->persons, a));
	return text;
}

/* ---- what comes next ---- */

bool chase_may_ask(const struct chase_from *from)
{
	enum signpost_kind kind = from->signpost->kind;

	if (!from->has_phone && !from->has_post)
		return false;
	return kind == SIGNPOST_WARM_HANDOVER || (kind == SIGNPOST_REFERRED && from->consent);
}

static const char *seen_text(const struct chase_from *from)
{
	struct str rest = str_of(from->pronouns), first = { 0 };

	if (str_cut(&rest, '/', &first) && str_is(str_trim(first), "she"))
		return _("has she been seen?");
	return str_is(str_trim(first), "he") ? _("has he been seen?") : _("have they been seen?");
}

static const char *nth_text(int nth, struct arena *a)
{
	if (nth == 1)
		return "";
	return nth == 2   ? _(" a 2nd time")
	       : nth == 3 ? _(" a 3rd time")
	                  : arena_printf(a, _(" a %dth time"), nth);
}

/* The part of the day behind that of the last call. */
static const char *hour_text(const struct chase_rules *rules, int last, struct arena *a)
{
	const struct ladder_rules parts = { .hours = rules->hours };
	struct ladder_rules day_parts = parts;
	int next;

	if (last == MINUTE_NONE || rules->hours < 2)
		return "";
	for (int i = 0; i < rules->hours; i++)
		day_parts.hour[i] = rules->hour[i];
	next = (ladder_hour_of(&day_parts, last) + 1) % rules->hours;
	if (next == 0)
		return arena_printf(a, _(", before %d"), rules->hour[1] / 60);
	return arena_printf(a, _(", after %d"), rules->hour[next] / 60);
}

static void say_ask(const struct chase_from *from, const struct chase_rules *rules,
                    const struct chased *n, struct arena *a, struct chase *c)
{
	c->step = CHASE_ASK;
	c->nth = n->asked + 1;
	c->what = arena_printf(a, _("Ask %s%s%s: %s"), from->service, nth_text(c->nth, a),
	                       hour_text(rules, n->last_minute, a), seen_text(from));
}

static void say_person(const struct chase_from *from, const struct chased *n, struct arena *a,
                       struct chase *c)
{
	bool waits = from->signpost->status >= SIGNPOST_SENT &&
	             from->signpost->status <= SIGNPOST_WAITING;
	bool again = n->persons > 0;

	c->step = waits ? CHASE_TOUCH : CHASE_ASK_PERSON;
	c->nth = n->persons + 1;
	c->what = arena_printf(a,
	                       again && waits ? _("Again: did %s get in touch?")
	                       : waits        ? _("Did %s get in touch?")
	                       : again        ? _("Again: did %s help?")
	                                      : _("Did %s help?"),
	                       from->service);
}

void chase_next(const struct chase_from *from, struct arena *a, struct chase *ret)
{
	const struct chase_rules rules = chase_rules_of(from->rules);
	const struct chased n = chase_count(from->steps);
	bool any = n.asked + n.written + n.persons > 0;
	bool service = chase_may_ask(from) && from->signpost->status != SIGNPOST_RECEIVING;
	struct chase c = { .on = DAY_NONE, .what = "" };
	int days;

	if (!signpost_open(from->signpost->status)) {
		*ret = c;
		return;
	}
	if (service && from->has_phone && n.asked < rules.asks && n.written + n.persons == 0) {
		say_ask(from, &rules, &n, a, &c);
		days = rules.between;
	} else if (service && from->has_post && n.written < rules.writes && n.persons == 0) {
		c.step = CHASE_WRITE;
		c.nth = n.written + 1;
		c.what = arena_printf(a, _("Write to %s: %s"), from->service, seen_text(from));
		days = rules.before_write;
	} else if (from->may_ask_person && n.persons < rules.persons) {
		say_person(from, &n, a, &c);
		days = rules.before_person;
	} else {
		c.step = CHASE_END;
		c.nth = 1;
		c.what = arena_printf(a, _("Nobody knows of %s: end it, or ask again"),
		                      from->service);
		days = rules.before_end;
	}
	c.on = day_add_working(from->today, any ? days : from->first_days, from->holidays);
	*ret = c;
}
