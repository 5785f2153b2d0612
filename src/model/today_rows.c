#include "model/today.h"

#include "base/text.h"

/* Today shares out the room it has. */

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
	return all || !today_is_cover((enum today_section)section)
	               ? s->t->count[section]
	               : s->t->must[section] + s->t->unfolded[section];
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
