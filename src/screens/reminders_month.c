#include "reminders.h"

#include "base/words.h"
#include "casework/session.h"
#include "model/day_off.h"
#include "model/workdays.h"

/* A month of seven columns; each day says how much is on it. */
#define CELL_LEAST 10
#define CELL_MOST  16
#define HEAD_ROWS  2 /* the title, the days of the week */

size_t agenda_on(const struct agenda *agenda, day on, size_t *first)
{
	size_t n = 0;

	for (size_t i = 0; i < agenda->n; i++)
		if (agenda->at[i].reminder.due_on == on && n++ == 0)
			*first = i;
	return n;
}

static day first_of(day on)
{
	return on - (day)day_to_date(on).mday + 1;
}

static int cell_width(const struct grid *g)
{
	int width = (g->columns - 2 * GRID_MARGIN) / 7;

	return width < CELL_LEAST ? CELL_LEAST : width > CELL_MOST ? CELL_MOST : width;
}

static enum look count_look(const struct session *s, day on)
{
	return on < s->today ? LOOK_ALARM : on == s->today ? LOOK_ACCENT : LOOK_STRONG;
}

/* "23 ·4": today stands in brackets, a day off has an o behind it. */
static void put_cell(const struct screen *s, const struct reminders_state *v, struct grid *g,
                     int row, int column, day on)
{
	const struct session *session = screen_session(s);
	struct arena a = { 0 };
	bool off = !day_is_working(on, &session->holidays);
	size_t first = 0, n = agenda_on(&v->agenda, on, &first);
	int mday = day_to_date(on).mday, end;

	for (int i = 0; on == v->on && i < CELL_LEAST - 2; i++) {
		struct cell *c = grid_cell(g, row, column + i);

		if (c)
			c->selected = true;
	}
	end = grid_put(g, row, column + 1, 4, off ? LOOK_SECOND : LOOK_PLAIN,
	               arena_printf(&a, on == session->today ? "[%2d]" : " %2d ", mday));
	if (holiday_name(&session->holidays, on))
		grid_put(g, row, end - 1, 1, LOOK_SECOND, on == session->today ? "]" : "*");
	if (n > 0)
		grid_put(g, row, end, 4, count_look(session, on), arena_printf(&a, "%4zu", n));
	if (on == v->on) {
		grid_put(g, row, column, 1, LOOK_ACCENT, "▌");
		grid_cursor(g, row, column + (mday < 10 ? 3 : 2));
	}
	arena_reset(&a);
}

static int put_weeks(const struct screen *s, const struct reminders_state *v, struct grid *g,
                     int row)
{
	day first = first_of(v->on), on = first - (day)day_weekday(first);
	int month = day_to_date(v->on).month, width = cell_width(g);

	for (int i = 0; i < 7; i++)
		grid_put(g, row, GRID_MARGIN + i * width + 2, width - 2, LOOK_SECOND,
		         weekday_short((enum weekday)i));
	for (row++; on <= first || day_to_date(on).month == month; row++)
		for (int i = 0; i < 7; i++, on++)
			if (day_to_date(on).month == month)
				put_cell(s, v, g, row, GRID_MARGIN + i * width, on);
	return row;
}

/* What is known of that day: its name, or that nobody knows the holidays of that year. */
static const char *note_of(const struct session *s, day on, struct arena *a)
{
	const char *holiday = holiday_name(&s->holidays, on);

	if (holiday)
		return holiday;
	if (!holidays_cover(&s->holidays, on) &&
	    holidays_until(&s->holidays) < day_to_date(on).year)
		return arena_printf(a, _("bank holidays are known to %d"),
		                    holidays_until(&s->holidays));
	return on == s->today ? _("today") : NULL;
}

static void put_day(const struct screen *s, const struct reminders_state *v, struct grid *g,
                    int row)
{
	const struct session *session = screen_session(s);
	struct arena a = { 0 };
	size_t first = 0, n = agenda_on(&v->agenda, v->on, &first), i;

	grid_head_note(g, row++, day_short(v->on, session->today, &a), note_of(session, v->on, &a),
	               arena_printf(&a, "%zu", n));
	if (n == 0)
		grid_put(g, row, GRID_TEXT, -1, LOOK_SECOND, _("Nothing is set for that day."));
	for (i = 0; i < n && row < g->rows - (i + 1 < n); i++)
		agenda_put_row(s, v, g, row++, first + i);
	if (i < n)
		grid_printf(g, row, GRID_TEXT, LOOK_SECOND, _("%zu more: Enter"), n - i);
	arena_reset(&a);
}

void month_put(const struct screen *s, const struct reminders_state *v, struct grid *g)
{
	struct date date = day_to_date(v->on);
	struct arena a = { 0 };
	size_t n = 0, late = 0;
	int row;

	for (size_t i = 0; i < v->agenda.n; i++) {
		struct date due = day_to_date(v->agenda.at[i].reminder.due_on);

		n += due.year == date.year && due.month == date.month;
		late += reminder_overdue(&v->agenda.at[i].reminder, screen_session(s)->today);
	}
	grid_put_right(
		g, 0, g->columns - 1, -1, LOOK_SECOND,
		late == 0 ? arena_printf(&a, _("%s %d · %zu"), month_long(date.month), date.year, n)
			  : arena_printf(&a, _("%s %d · %zu · late in all: %zu"),
	                                 month_long(date.month), date.year, n, late));
	row = put_weeks(s, v, g, HEAD_ROWS - 1);
	put_day(s, v, g, row + (g->rows > 20));
	arena_reset(&a);
}

bool month_take(struct reminders_state *v, enum act act, day today)
{
	day on = v->on;

	switch ((int)act) {
	case ACT_LEFT:
		on--;
		break;
	case ACT_RIGHT:
		on++;
		break;
	case ACT_UP:
		on -= 7;
		break;
	case ACT_DOWN:
		on += 7;
		break;
	case ACT_PAGE_UP:
		on = day_add_months(on, -1);
		break;
	case ACT_PAGE_DOWN:
		on = day_add_months(on, 1);
		break;
	case ACT_HOME:
		on = today;
		break;
	default:
		return false;
	}
	/* The calendar that clew keeps has a first and a last day; a week of room on either side. */
	if (day_valid(on) && day_valid(on - 42) && day_valid(on + 42))
		v->on = on;
	return true;
}
