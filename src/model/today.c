#include "model/today.h"

#include "base/attr.h"
#include "base/text.h"
#include "base/words.h"
#include "model/reminder.h"

#include <stdlib.h>
#include <string.h>

const char *today_head(enum today_section section)
{
	static const char *const heads[] = {
#define X(symbol, head) [symbol] = _(head),
		TODAY_SECTIONS(X)
#undef X
	};

	return heads[section];
}

const char *today_title(const struct today *t, enum today_section section)
{
	return t->head[section] ? t->head[section] : today_head(section);
}

/* ---- what is a colleague's ---- */

#define FIRST_CONTACT_AHEAD 3 /* days */

bool today_cannot_wait(const struct today_item *x, day today)
{
	switch (x->section) {
	case TODAY_SAFETY:
	case TODAY_AT_A_TIME:
	case TODAY_CALLED:
	case TODAY_TO_ANSWER:
		return true;
	case TODAY_NOT_SPOKEN_TO:
		return x->order[0] <= today + FIRST_CONTACT_AHEAD;
	case TODAY_LATE:
	case TODAY_ANY_TIME:
		return x->promised;
	case TODAY_COVER:
	case TODAY_COVER_2:
	case TODAY_COVER_3:
	case TODAY_AT_A_CHANGE:
	case TODAY_QUIET:
	case TODAY_SERVICES:
	case TODAY_SECTION_COUNT:
		break;
	}
	return false;
}

void today_cover(struct today_item *x, enum today_section section, day today)
{
	x->must = today_cannot_wait(x, today);
	x->of = x->section;
	x->order[2] = x->order[1];
	x->order[1] = x->order[0];
	x->order[0] = (x->must ? 0 : TODAY_SECTION_COUNT) + (int)x->of;
	x->section = section;
}

int today_weight(const struct reminder *r)
{
	static const enum reminder_kind order[] = {
		REMINDER_BEREAVEMENT,    REMINDER_FIRST_CONTACT, REMINDER_TRY_AGAIN,
		REMINDER_CHECK_BACK,     REMINDER_CHASE,         REMINDER_ACTION_DUE,
		REMINDER_ASK_AGAIN,      REMINDER_FOLLOW_UP,     REMINDER_REVIEW_DUE,
		REMINDER_PLAN_NOT_GIVEN, REMINDER_RETENTION,     REMINDER_SERVICE_CHECK,
	};

	for (size_t i = 0; i < COUNT_OF(order); i++)
		if (order[i] == r->kind)
			return r->to_person ? 0 : (int)i + 1;
	return r->to_person ? 0 : (int)COUNT_OF(order) + 1;
}

int64_t today_rank(const struct reminder *r)
{
	static const enum reminder_kind order[] = { REMINDER_BEREAVEMENT, REMINDER_CHECK_BACK,
		                                    REMINDER_CHASE, REMINDER_ACTION_DUE };
	int64_t rank = 0;

	if (r->to_person)
		return rank;
	for (size_t i = 0; i < COUNT_OF(order); i++, rank++)
		if (order[i] == r->kind)
			break;
	return rank + 1;
}

/* ---- order, and once each ---- */

static int compare_numbers(int64_t x, int64_t y)
{
	return (x > y) - (x < y);
}

static int by_order(const void *x, const void *y)
{
	const struct today_item *a = x, *b = y;
	int c = compare_numbers(a->section, b->section);

	for (size_t i = 0; c == 0 && i < COUNT_OF(a->order); i++)
		c = compare_numbers(a->order[i], b->order[i]);
	if (c == 0)
		c = strcmp(a->name, b->name);
	if (c == 0)
		c = compare_numbers(a->person.n, b->person.n);
	return c ? c : compare_numbers(a->id, b->id);
}

/* People together, each as they stand in the list; what is about nobody is apart. */
struct place {
	struct today_item *item;
	int64_t person;
};

static int by_person(const void *x, const void *y)
{
	const struct place *a = x, *b = y;
	int c = compare_numbers(a->person, b->person);

	return c ? c : (a->item > b->item) - (a->item < b->item);
}

/* Whoever called is not hidden behind what was begun about them, nor that behind the call. */
static bool stand_apart(const struct today_item *x, const struct today_item *y)
{
	return (x->kind == TODAY_DRAFT && y->kind == TODAY_MESSAGE) ||
	       (x->kind == TODAY_MESSAGE && y->kind == TODAY_DRAFT);
}

/* What is only counted (quiet, at a change) is no further thing to do. */
static bool is_a_thing(const struct today_item *x)
{
	return x->kind != TODAY_CASE;
}

/* Late or due today, at no time of its own: one day's work, in which what matters most is the row. */
static bool is_day_work(const struct today_item *x)
{
	return x->kind == TODAY_REMINDER && (x->of == TODAY_LATE || x->of == TODAY_ANY_TIME);
}

/* The section of whoever is away, or one's own. */
static bool same_list(const struct today_item *x, const struct today_item *y)
{
	return today_is_cover(x->section) ? x->section == y->section : !today_is_cover(y->section);
}

/* Of those behind the first, what is to stand in its place; the first itself if nothing is. */
static size_t most_important(const struct place *p, size_t n)
{
	size_t best = 0;

	for (size_t i = 1; i < n && is_day_work(p[0].item); i++)
		if (is_day_work(p[i].item) && same_list(p[0].item, p[i].item) &&
		    p[i].item->weight < p[best].item->weight)
			best = i;
	return best;
}

struct arranging {
	struct arena *a;
	struct today_items shown, behind;
};

/* All there is about one person. */
static void arrange_one(struct arranging *g, const struct place *p, size_t n)
{
	size_t best = most_important(p, n);
	struct today_item *row = ARENA_PUSH(g->a, &g->shown);
	size_t at = g->shown.n - 1;

	*row = *p[best].item;
	row->section = p[0].item->section;
	if (row->of != p[0].item->of && text_empty(row->when))
		row->when = _("today");   /* among what is late */
	if (today_is_cover(row->section)) /* what stands first of theirs has the place */
		row->order[0] = p[0].item->order[0];
	row->behind = g->behind.n;
	for (size_t i = 0; i < n; i++) {
		struct today_item *x = p[i].item;

		if (i == best)
			continue;
		if (stand_apart(p[0].item, x)) {
			*ARENA_PUSH(g->a, &g->shown) = *x;
		} else if (is_a_thing(x)) {
			g->shown.at[at].others++;
			g->shown.at[at].others_late += x->late;
			*ARENA_PUSH(g->a, &g->behind) = *x;
		}
	}
}

static void count(struct today *t)
{
	memset(t->count, 0, sizeof(t->count));
	memset(t->must, 0, sizeof(t->must));
	memset(t->unfolded, 0, sizeof(t->unfolded));
	for (size_t i = t->items.n; i-- > 0;) {
		const struct today_item *x = &t->items.at[i];

		t->count[x->section]++;
		t->must[x->section] += x->must && !x->under;
		t->unfolded[x->section] += x->under;
		t->first[x->section] = i;
	}
}

static void sort(struct today_items *items)
{
	if (items->n > 0)
		qsort(items->at, items->n, sizeof(*items->at), by_order);
}

void today_arrange(struct today_items *items, struct arena *a, struct today *ret)
{
	struct place *places = ARENA_ARRAY(a, items->n + 1, struct place);
	struct arranging g = { .a = a };
	struct today t = { 0 };
	size_t n = 1;

	sort(items);
	for (size_t i = 0; i < items->n; i++)
		places[i] = (struct place){ &items->at[i], items->at[i].person.n };
	if (items->n > 0)
		qsort(places, items->n, sizeof(*places), by_person);
	for (size_t i = 0; i < items->n; i += n) {
		for (n = 1; places[i].person != 0 && i + n < items->n; n++)
			if (places[i + n].person != places[i].person)
				break;
		arrange_one(&g, places + i, n);
	}
	sort(&g.shown);
	t.items = g.shown;
	t.behind = g.behind;
	count(&t);
	*ret = t;
}

static bool any_must(const struct today *t, const struct today_item *x)
{
	bool must = x->must;

	for (int i = 0; i < x->others && !must; i++)
		must = t->behind.at[x->behind + (size_t)i].must;
	return must;
}

size_t today_narrow(struct today *t, enum today_which which)
{
	size_t n = 0, all = t->items.n;

	if (which == TODAY_ALL)
		return 0;
	for (size_t i = 0; i < all; i++)
		if (any_must(t, &t->items.at[i]) == (which == TODAY_MUST))
			t->items.at[n++] = t->items.at[i];
	t->items.n = n;
	count(t);
	return all - n;
}

void today_unfold(struct today *t, size_t at, struct arena *a)
{
	struct today_item *x = &t->items.at[at];
	size_t more = (size_t)x->others;
	struct today_items all = { t->items.n + more,
		                   ARENA_ARRAY(a, t->items.n + more, struct today_item) };

	memcpy(all.at, t->items.at, (at + 1) * sizeof(*all.at));
	for (size_t i = 0; i < more; i++) {
		struct today_item *y = &all.at[at + 1 + i];

		*y = t->behind.at[x->behind + i];
		y->section = x->section;
		y->under = true;
	}
	if (at + 1 < t->items.n)
		memcpy(all.at + at + 1 + more, t->items.at + at + 1,
		       (t->items.n - at - 1) * sizeof(*all.at));
	t->items = all;
	count(t);
}

const char *today_others_text(const struct today *t, const struct today_item *x, struct arena *a)
{
	const char *text = "";

	for (int i = 0; i < x->others; i++) {
		const struct today_item *y = &t->behind.at[x->behind + (size_t)i];
		const char *late = y->late && y->of == TODAY_LATE
		                           ? arena_printf(a, _(" (late %s)"), y->when)
		                           : "";

		text = arena_printf(a, "%s%s%s%s", text, *text ? "; " : "",
		                    text_empty(y->what) ? _("something else") : y->what, late);
	}
	return *text ? arena_printf(a, _("%d more: %s"), x->others, text) : "";
}
