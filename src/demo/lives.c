#include "demo.h"

#include <stdlib.h>

/* Whose people stand how: the pictures of Today are counted from priya's. */
static const struct {
	const char *login; /* "": nobody has taken them on yet */
	enum lot standing;
	int n;
} shares[] = {
	{ "priya", STAND_WELL, 21 },
	{ "priya", STAND_LATE, 6 },
	{ "priya", STAND_TODAY, 4 },
	{ "priya", STAND_CHANGE, 2 },
	{ "priya", STAND_QUIET, 6 },
	{ "priya", STAND_HELD, 2 },
	{ "priya", STAND_HOSPITAL, 1 },
	{ "priya", STAND_CARER, 2 },
	{ "priya", STAND_CLOSED, 11 },
	{ "priya", STAND_DIED, 2 },
	{ "priya", STAND_UNREACHED, 1 },
	{ "priya", STAND_SAID_NO, 1 },
	{ "ben", STAND_WELL, 20 },
	{ "ben", STAND_LATE, 3 },
	{ "ben", STAND_TODAY, 3 },
	{ "ben", STAND_CHANGE, 1 },
	{ "ben", STAND_QUIET, 3 },
	{ "ben", STAND_NEW, 2 },
	{ "ben", STAND_HELD, 1 },
	{ "ben", STAND_CARER, 2 },
	{ "ben", STAND_CLOSED, 11 },
	{ "ben", STAND_DIED, 2 },
	{ "ben", STAND_UNREACHED, 1 },
	{ "ben", STAND_SAID_NO, 1 },
	{ "tomasz", STAND_WELL, 14 },
	{ "tomasz", STAND_LATE, 4 },
	{ "tomasz", STAND_TODAY, 2 },
	{ "tomasz", STAND_CHANGE, 2 },
	{ "tomasz", STAND_QUIET, 4 },
	{ "tomasz", STAND_NEW, 2 },
	{ "tomasz", STAND_HOSPITAL, 1 },
	{ "tomasz", STAND_CARER, 2 },
	{ "tomasz", STAND_CLOSED, 9 },
	{ "tomasz", STAND_DIED, 1 },
	{ "tomasz", STAND_UNREACHED, 1 },
	{ "grace", STAND_WELL, 16 },
	{ "grace", STAND_LATE, 1 },
	{ "grace", STAND_TODAY, 3 },
	{ "grace", STAND_CHANGE, 1 },
	{ "grace", STAND_QUIET, 2 },
	{ "grace", STAND_NEW, 3 },
	{ "grace", STAND_CARER, 2 },
	{ "grace", STAND_CLOSED, 8 },
	{ "grace", STAND_DIED, 1 },
	{ "grace", STAND_UNREACHED, 1 },
	{ "grace", STAND_SAID_NO, 1 },
	{ "", STAND_NEW, 1 },
};

/* How long ago they came to us. */
static day received(struct demo *d, enum lot standing)
{
	switch (standing) {
	case STAND_NEW:
		return draw_working_day(d, DEMO_DAY - 4, DEMO_DAY - 1);
	case STAND_QUIET:
		return draw_working_day(d, DEMO_DAY - 400, DEMO_DAY - 130);
	case STAND_CLOSED:
	case STAND_DIED:
		return draw_working_day(d, DEMO_DAY - 546, DEMO_DAY - 240);
	case STAND_UNREACHED:
	case STAND_SAID_NO:
		return draw_working_day(d, DEMO_DAY - 400, DEMO_DAY - 60);
	case STAND_CHANGE:
		return draw_working_day(d, DEMO_DAY - 190, DEMO_DAY - 120);
	case STAND_WELL:
	case STAND_LATE:
	case STAND_TODAY:
	case STAND_HELD:
	case STAND_HOSPITAL:
	case STAND_CARER:
	case STAND_STORY:
		break;
	}
	return draw_working_day(d, DEMO_DAY - 310, DEMO_DAY - 45);
}

struct life_list {
	size_t n;
	struct life *at;
};

static struct life *add(struct demo *d, struct life_list *list)
{
	struct life *l = ARENA_PUSH(d->a, list);

	l->person = person_blank;
	l->referral = referral_blank;
	l->referral.urgency = URGENCY_USUAL;
	l->spoken = DAY_NONE;
	return l;
}

static int by_received(const void *x, const void *y)
{
	const struct life *a = x, *b = y;

	return (a->received > b->received) - (a->received < b->received);
}

size_t plan_lives(struct demo *d, struct life **ret)
{
	struct life_list list = { 0 };

	for (size_t i = 0; i < COUNT_OF(shares); i++) {
		for (int n = 0; n < shares[i].n; n++) {
			struct life *l = add(d, &list);

			l->standing = shares[i].standing;
			l->worker = account_named(d, shares[i].login);
			l->received = received(d, l->standing);
		}
	}
	for (size_t i = 0; i < stories_n; i++) {
		struct life *l = add(d, &list);

		l->standing = STAND_STORY;
		l->worker = account_named(d, "priya");
		l->story = stories[i].tell;
		l->received = DEMO_DAY - stories[i].received;
	}
	qsort(list.at, list.n, sizeof(*list.at), by_received);
	*ret = list.at;
	return list.n;
}
