#include "model/today.h"

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

static bool cannot_wait(const struct today_item *x, day today)
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
	x->must = cannot_wait(x, today);
	x->of = x->section;
	x->order[2] = x->order[1];
	x->order[1] = x->order[0];
	x->order[0] = (x->must ? 0 : TODAY_SECTION_COUNT) + (int)x->of;
	x->section = section;
}

int64_t today_rank(const struct reminder *r)
{
	if (r->to_person)
		return 0;
	switch (r->kind) {
	case REMINDER_CHECK_BACK:
		return 1;
	case REMINDER_CHASE:
		return 2;
	case REMINDER_ACTION_DUE:
		return 3;
	case REMINDER_KIND_NONE:
	case REMINDER_FIRST_CONTACT:
	case REMINDER_TRY_AGAIN:
	case REMINDER_FOLLOW_UP:
	case REMINDER_REVIEW_DUE:
	case REMINDER_PLAN_NOT_GIVEN:
	case REMINDER_SERVICE_CHECK:
	case REMINDER_ASK_AGAIN:
	case REMINDER_RETENTION:
	case REMINDER_BEREAVEMENT:
		break;
	}
	return 4;
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

static struct today_item *same_person(struct today_items *items, size_t n, struct person_id p)
{
	for (size_t i = 0; p.n != 0 && i < n; i++)
		if (items->at[i].person.n == p.n)
			return &items->at[i];
	return NULL;
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

static void tell_others(struct today_items *items, struct arena *a)
{
	for (size_t i = 0; i < items->n; i++) {
		struct today_item *x = &items->at[i];

		if (x->others > 0)
			x->why =
				arena_printf(a, _("%s And %d more about them."), x->why, x->others);
	}
}

void today_arrange(struct today_items *items, struct arena *a, struct today *ret)
{
	struct today t = { 0 };
	size_t n = 0;

	if (items->n > 0)
		qsort(items->at, items->n, sizeof(*items->at), by_order);
	for (size_t i = 0; i < items->n; i++) {
		struct today_item *higher = same_person(items, n, items->at[i].person);

		if (higher && !stand_apart(higher, &items->at[i]))
			higher->others += is_a_thing(&items->at[i]);
		else
			items->at[n++] = items->at[i];
	}
	items->n = n;
	tell_others(items, a);
	for (size_t i = n; i-- > 0;) {
		t.count[items->at[i].section]++;
		t.must[items->at[i].section] += items->at[i].must;
		t.first[items->at[i].section] = i;
	}
	t.items = *items;
	*ret = t;
}

/* ---- sharing out the room ---- */

#define LEAST_SHOWN 2 /* rows of a section that is not folded, if it has them */

struct share {
	const struct today *t;
	size_t room;
	int columns;
	size_t chosen;
	bool open[TODAY_SECTION_COUNT];
	size_t shown[TODAY_SECTION_COUNT];
};

int today_folded_width(const struct today *t, enum today_section section)
{
	int digits = 1;

	for (size_t n = t->count[section]; n >= 10; n /= 10)
		digits++;
	return (int)text_width(str_of(today_title(t, section))) + 1 + digits + 2 + 4;
}

static bool folded(const struct share *s, size_t section)
{
	return s->t->count[section] > 0 && !s->open[section];
}

/* How many of the folded sections from section on stand on one line. */
static size_t folded_on_line(const struct share *s, size_t *section)
{
	int column = 1;
	size_t n = 0;

	for (; *section < TODAY_SECTION_COUNT; ++*section) {
		int width;

		if (!folded(s, *section))
			continue;
		width = today_folded_width(s->t, (enum today_section) * section);
		if (n > 0 && column + width - 4 > s->columns - 1)
			break;
		column += width;
		n++;
	}
	return n;
}

static size_t folded_lines(const struct share *s)
{
	size_t section = 0, lines = 0;

	while (folded_on_line(s, &section) > 0)
		lines++;
	return lines;
}

static size_t section_rows(const struct share *s, size_t section)
{
	size_t shown = s->shown[section];

	return 1 + shown + (shown < s->t->count[section]);
}

static size_t rows_needed(const struct share *s)
{
	size_t rows = folded_lines(s);

	for (size_t i = 0; i < TODAY_SECTION_COUNT; i++)
		if (s->open[i])
			rows += section_rows(s, i);
	return rows;
}

static void open_least(struct share *s, size_t section)
{
	size_t n = s->t->count[section];

	s->open[section] = true;
	s->shown[section] = n < LEAST_SHOWN ? n : LEAST_SHOWN;
}

static enum today_section chosen_section(const struct share *s)
{
	return s->chosen < s->t->items.n ? s->t->items.at[s->chosen].section : TODAY_SAFETY;
}

/* From the first section on, as many as fit beside that of the chosen row. */
static void open_sections(struct share *s)
{
	if (s->t->items.n > 0)
		open_least(s, chosen_section(s));
	for (size_t i = 0; i < TODAY_SECTION_COUNT; i++) {
		if (s->open[i] || s->t->count[i] == 0)
			continue;
		open_least(s, i);
		if (rows_needed(s) > s->room) {
			s->open[i] = false;
			return;
		}
	}
}

/* A colleague's rows that can wait give way to one's own. */
static size_t wanted(const struct share *s, size_t section, bool all)
{
	return all || !today_is_cover((enum today_section)section) ? s->t->count[section]
	                                                           : s->t->must[section];
}

/* What room is left goes to the higher sections first. */
static void widen_sections(struct share *s, bool all)
{
	for (size_t i = 0; i < TODAY_SECTION_COUNT; i++) {
		while (s->open[i] && s->shown[i] < wanted(s, i, all)) {
			s->shown[i]++;
			if (rows_needed(s) <= s->room)
				continue;
			s->shown[i]--;
			break;
		}
	}
}

struct row_list {
	struct today_row *at;
	size_t n;
};

static void push(struct row_list *rows, struct today_row row)
{
	if (rows->n < TODAY_MOST_ROWS)
		rows->at[rows->n++] = row;
}

static void push_section(const struct share *s, enum today_section section, struct row_list *rows)
{
	size_t n = s->t->count[section], shown = s->shown[section], first = s->t->first[section];
	size_t from = 0;

	if (s->chosen >= first && s->chosen < first + n && s->chosen - first >= shown)
		from = s->chosen - first - shown + 1;
	push(rows, (struct today_row){ .kind = TODAY_ROW_HEAD, .section = section });
	for (size_t i = 0; i < shown; i++)
		push(rows, (struct today_row){ .kind = TODAY_ROW_ITEM,
		                               .section = section,
		                               .item = first + from + i });
	if (shown < n)
		push(rows, (struct today_row){ .kind = TODAY_ROW_MORE,
		                               .section = section,
		                               .above = from,
		                               .more = n - from - shown });
}

static void push_folded(const struct share *s, struct row_list *rows)
{
	size_t section = 0;

	for (;;) {
		size_t first, n;

		while (section < TODAY_SECTION_COUNT && !folded(s, section))
			section++;
		first = section;
		n = folded_on_line(s, &section);
		if (n == 0)
			return;
		push(rows, (struct today_row){ .kind = TODAY_ROW_FOLDED,
		                               .section = (enum today_section)first,
		                               .item = n });
	}
}

size_t today_rows(const struct today *t, size_t room, int columns, size_t chosen,
                  struct today_row rows[TODAY_MOST_ROWS])
{
	struct share s = { .t = t, .room = room, .columns = columns, .chosen = chosen };
	struct row_list list = { .at = rows };
	size_t sections = 0;
	bool airy;

	open_sections(&s);
	widen_sections(&s, false);
	widen_sections(&s, true);
	for (size_t i = 0; i < TODAY_SECTION_COUNT; i++)
		sections += s.open[i];
	sections += folded_lines(&s) > 0;
	airy = sections > 0 && rows_needed(&s) + sections - 1 <= room;
	for (size_t i = 0; i < TODAY_SECTION_COUNT; i++) {
		if (!s.open[i])
			continue;
		if (airy && list.n > 0)
			push(&list, (struct today_row){ .kind = TODAY_ROW_BLANK });
		push_section(&s, (enum today_section)i, &list);
	}
	if (airy && list.n > 0 && folded_lines(&s) > 0)
		push(&list, (struct today_row){ .kind = TODAY_ROW_BLANK });
	push_folded(&s, &list);
	return list.n;
}
