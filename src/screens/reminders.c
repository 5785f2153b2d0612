#include "reminders.h"

#include "masked.h"
#include "open_reminder.h"
#include "screens.h"

#include "base/words.h"
#include "ui/list.h"

#define TIME_COLUMN 3
#define NAME_COLUMN 13
#define WHAT_COLUMN 34

#define NEEDS_BY_DAY   256u
#define NEEDS_BY_MONTH 512u

static const struct agenda_row *chosen(const struct reminders_state *v)
{
	return v->view.at < v->agenda.n ? &v->agenda.at[v->view.at] : NULL;
}

static int64_t row_id(const void *rows, size_t i)
{
	return ((const struct agenda_row *)rows)[i].reminder.id.n;
}

static enum status reminders_load(struct screen *s)
{
	struct reminders_state *v = s->state;
	struct session *session = screen_session(s);
	struct account_id worker = { v->whose == AGENDA_TEAMS ? 0 : session->account.id.n };
	enum status rc = v->whose == AGENDA_COVERED
	                         ? casework_agenda_covered(session, &s->arena, &v->agenda)
	                         : casework_agenda(session, worker, &s->arena, &v->agenda);

	if (rc != OK)
		return rc;
	if (v->on == 0)
		v->on = session->today;
	for (size_t i = 0; i < v->agenda.n; i++) {
		struct agenda_row *r = &v->agenda.at[i];

		r->name = masked_name(s, r->name, r->reminder.person, &s->arena);
		r->called = masked_name(s, r->called, r->reminder.person, &s->arena);
	}
	list_reload(&v->view, v->agenda.n, row_id, v->agenda.at, v->was);
	v->done = false;
	return OK;
}

/* Does a new day begin with row i? */
static bool day_begins(const struct reminders_state *v, size_t i)
{
	return i == 0 || v->agenda.at[i].reminder.due_on != v->agenda.at[i - 1].reminder.due_on;
}

/* Screen rows that rows first to last take, with the heads of their days. */
static int rows_of(const struct reminders_state *v, size_t first, size_t last)
{
	int rows = 0;

	for (size_t i = first; i <= last; i++)
		rows += 1 + (i == first || day_begins(v, i));
	return rows;
}

/* The first row to show, so that the chosen one stands on the screen. */
static size_t first_shown(const struct reminders_state *v, int room)
{
	size_t first = v->view.top <= v->view.at ? v->view.top : v->view.at;

	while (first < v->view.at && rows_of(v, first, v->view.at) > room)
		first++;
	return first;
}

static void put_day(const struct screen *s, const struct reminders_state *v, struct grid *g,
                    int row, size_t i)
{
	struct arena a = { 0 };
	const struct session *session = screen_session(s);
	day on = v->agenda.at[i].reminder.due_on;
	int days = on - session->today;
	const char *head = days == 0   ? _("TODAY")
	                   : days == 1 ? _("TOMORROW")
	                               : day_short(on, session->today, &a);
	size_t n = 0;

	for (size_t j = 0; j < v->agenda.n; j++)
		n += v->agenda.at[j].reminder.due_on == on;
	grid_head_note(g, row, head, days < 0 ? _("late") : holiday_name(&session->holidays, on),
	               arena_printf(&a, "%zu", n));
	arena_reset(&a);
}

/* Whose it is, where that is not plain: everybody's, or a colleague's while they are away. "" else. */
static const char *whose_row(const struct session *session, const struct reminders_state *v,
                             const struct agenda_row *r)
{
	bool covered = !text_empty(r->worker) && !text_equal(r->worker, session->account.login);

	if (v->whose == AGENDA_YOURS && !covered)
		return "";
	return text_empty(r->worker) ? _("on duty") : r->worker;
}

void agenda_put_row(const struct screen *s, const struct reminders_state *v, struct grid *g,
                    int row, size_t i)
{
	const struct agenda_row *r = &v->agenda.at[i];
	const struct session *session = screen_session(s);
	struct arena a = { 0 };
	bool late = reminder_overdue(&r->reminder, session->today),
	     done = i == v->view.at && v->done && !v->month;
	const char *when = late ? day_span(r->reminder.due_on - session->today, &a)
	                        : minute_text(r->reminder.due_minute, &a);
	const char *whose = whose_row(session, v, r);
	int room = g->columns - WHAT_COLUMN - 1;

	grid_put(g, row, TIME_COLUMN, NAME_COLUMN - TIME_COLUMN - 1, late ? LOOK_ALARM : LOOK_PLAIN,
	         when);
	grid_put(g, row, NAME_COLUMN, WHAT_COLUMN - NAME_COLUMN - 1, LOOK_STRONG, r->name);
	if (!text_empty(whose))
		room = grid_put_right(g, row, g->columns - 1, -1, LOOK_SECOND, whose) -
		       WHAT_COLUMN - 2;
	grid_put(g, row, WHAT_COLUMN, room, done ? LOOK_ACCENT : LOOK_PLAIN,
	         done ? arena_printf(&a, _("done: %s"), v->ask.done) : r->reminder.what);
	if (i == v->view.at && !v->month)
		grid_select(g, row);
	arena_reset(&a);
}

static void put_empty(const struct reminders_state *v, struct grid *g)
{
	const char *text =
		v->whose == AGENDA_TEAMS ? _("No reminder is open. f on a person sets one.")
		: v->whose == AGENDA_COVERED
			? _("Nobody is away whom you see to, or nothing of theirs is open. v shows "
	                    "yours.")
			: _("No reminder of yours is open. f on a person sets one; v shows "
	                    "everybody's.");

	grid_put_lines(g, g->rows / 2 - 1, GRID_TEXT, 2, g->columns - 2 * GRID_TEXT, LOOK_SECOND,
	               text);
	grid_cursor(g, g->rows / 2 - 1, GRID_TEXT);
}

static const char *title_of(const struct reminders_state *v)
{
	switch (v->whose) {
	case AGENDA_YOURS:
		break;
	case AGENDA_TEAMS:
		return _("Reminders, everybody's");
	case AGENDA_COVERED:
		return _("Reminders, of those you see to");
	}
	return _("Reminders, yours");
}

static void reminders_render(const struct screen *s, struct grid *g)
{
	struct reminders_state *v = s->state;
	int room = g->rows - 2, row = 1;
	size_t i;

	grid_put(g, 0, GRID_MARGIN, -1, LOOK_PLAIN, title_of(v));
	if (v->month) {
		month_put(s, v, g);
		return;
	}
	if (v->agenda.n == 0) {
		put_empty(v, g);
		return;
	}
	v->view.top = first_shown(v, room);
	for (i = v->view.top; i < v->agenda.n; i++) {
		bool head = i == v->view.top || day_begins(v, i);

		if (row + head >= room + 1)
			break;
		if (head)
			put_day(s, v, g, row++, i);
		agenda_put_row(s, v, g, row++, i);
	}
	v->view.page = i - v->view.top;
	if (i < v->agenda.n)
		grid_printf(g, g->rows - 1, GRID_TEXT, LOOK_SECOND, _("%zu more ↓"),
		            v->agenda.n - i);
}

/* ---- acts ---- */

static struct due_subject subject_of(const struct agenda_row *r)
{
	struct due_subject about = {
		.reminder = r->reminder.id,
		.person = r->reminder.person,
		.name = text_empty(r->called) ? r->reminder.what : r->called,
		.what = r->reminder.what,
		.moved = r->reminder.moved,
		.ver = r->reminder.ver,
	};

	due_of_reminder(&r->reminder, &about);
	return about;
}

static void say_why(struct screen *s, const struct agenda_row *r)
{
	const struct session *session = screen_session(s);

	desk_say(s->desk, "%s",
	         reminder_why(&r->reminder, session->today, &session->holidays, &s->arena));
}

static enum outcome moved_to(struct reminders_state *v, enum act act)
{
	const struct agenda_row *row;

	list_take(&v->view, act);
	row = chosen(v);
	v->was = row ? row->reminder.id.n : 0;
	return v->done ? RELOAD : REDRAW;
}

static enum outcome about_service(struct screen *s, const struct agenda_row *r, enum act act)
{
	if (r->reminder.service.n == 0) {
		desk_say(s->desk, _("No service stands in this row."));
		return REDRAW;
	}
	s->go = (struct visit){ .where = act == ACT_CHANGE ? &trouble_screen : &checked_screen,
		                .id = { r->reminder.service.n } };
	return OPEN;
}

static enum outcome on_row(struct screen *s, enum act act)
{
	struct reminders_state *v = s->state;
	const struct agenda_row *r = chosen(v);
	struct due_subject about;

	if (!r)
		return PASS;
	about = subject_of(r);
	if (act == ACT_OPEN)
		return open_reminder(s, &r->reminder);
	if (act == ACT_SERVICE)
		return open_picker_again(s, &r->reminder);
	if (act == ACT_CHANGE || act == ACT_STILL_SO)
		return about_service(s, r, act);
	if (act == ACT_WHY)
		say_why(s, r);
	else if (v->done)
		desk_say(s->desk, _("That is done. ↓ goes on."));
	else if (act == ACT_DONE)
		due_ask_done(s, &v->ask, &about);
	else
		due_ask_day(s, &v->ask, &about);
	return REDRAW;
}

/* Whose: yours, everybody's, and of those one sees to; or the other way to look at them. */
static enum outcome turned(struct screen *s, enum act act)
{
	struct reminders_state *v = s->state;
	const struct agenda_row *r = chosen(v);

	if (act == ACT_VIEWS) {
		v->whose = v->whose == AGENDA_COVERED ? AGENDA_YOURS : v->whose + 1;
		return RELOAD;
	}
	v->month = !v->month;
	if (v->month)
		v->on = r && r->reminder.due_on > screen_session(s)->today
		                ? r->reminder.due_on
		                : screen_session(s)->today;
	return REDRAW;
}

static enum outcome in_month(struct screen *s, enum act act)
{
	struct reminders_state *v = s->state;
	size_t first = 0;

	if (month_take(v, act, screen_session(s)->today))
		return REDRAW;
	if (act != ACT_OPEN)
		return PASS;
	if (agenda_on(&v->agenda, v->on, &first) == 0) {
		desk_say(s->desk, _("Nothing is set for that day."));
		return REDRAW;
	}
	v->month = false;
	v->view.at = first;
	v->was = v->agenda.at[first].reminder.id.n;
	return REDRAW;
}

static enum outcome reminders_take(struct screen *s, enum act act, const struct input *in)
{
	struct reminders_state *v = s->state;

	(void)in;
	if (act == ACT_NEXT_FIELD || act == ACT_VIEWS)
		return turned(s, act);
	if (act == ACT_HAND_OUT) {
		s->go = visit_to(&calendar_form_screen);
		return OPEN;
	}
	if (v->month)
		return in_month(s, act);
	switch ((int)act) {
	case ACT_UP:
	case ACT_DOWN:
	case ACT_PAGE_UP:
	case ACT_PAGE_DOWN:
	case ACT_HOME:
	case ACT_END:
		return moved_to(v, act);
	case ACT_OPEN:
	case ACT_DONE:
	case ACT_ANOTHER_DAY:
	case ACT_WHY:
	case ACT_CHANGE:
	case ACT_STILL_SO:
	case ACT_SERVICE:
		return on_row(s, act);
	default:
		return PASS;
	}
}

static void reminders_came_back(struct screen *s, const struct result *r)
{
	struct reminders_state *v = s->state;
	const struct agenda_row *row = chosen(v);

	v->was = row ? row->reminder.id.n : 0;
	if (r->from)
		return;
	switch (due_answered(s, &v->ask, r)) {
	case DUE_ASKING:
		break;
	case DUE_DONE:
		v->done = true;
		break;
	case DUE_MOVED:
		desk_reload(s->desk);
		break;
	}
}

static int64_t reminders_subject(const struct screen *s)
{
	const struct reminders_state *v = s->state;
	const struct agenda_row *r = chosen(v);

	return r && !v->month ? r->reminder.person.n : 0;
}

static unsigned reminders_has(const struct screen *s)
{
	const struct reminders_state *v = s->state;

	if (v->month)
		return NEEDS_ROW | NEEDS_MANY | NEEDS_BY_MONTH;
	return NEEDS_BY_DAY | (chosen(v) ? NEEDS_ROW | NEEDS_MANY : 0);
}

static void reminders_end(struct screen *s)
{
	struct reminders_state *v = s->state;

	due_end(&v->ask);
}

/* clang-format off */
static const struct binding reminders_bindings[] = {
	LIST_BINDINGS(NEEDS_ROW),
	{ "Enter", ACT_OPEN, NEEDS_ROW | NEEDS_BY_DAY, "Open whom it is about", "open" },
	{ "Enter", ACT_OPEN, NEEDS_BY_MONTH, "In the month: what is on that day", "that day" },
	{ "Left", ACT_LEFT, NEEDS_BY_MONTH, "In the month: the day before", "a day" },
	{ "Right", ACT_RIGHT, NEEDS_BY_MONTH, "In the month: the day after", NULL },
	{ "d", ACT_DONE, NEEDS_ROW | NEEDS_WRITE | NEEDS_BY_DAY, "Done: asks what came of it", "done" },
	{ "r", ACT_ANOTHER_DAY, NEEDS_ROW | NEEDS_WRITE | NEEDS_BY_DAY, "Another day", "another day" },
	{ "Tab", ACT_NEXT_FIELD, NEEDS_BY_DAY, "By month", "month" },
	{ "Tab", ACT_NEXT_FIELD, NEEDS_BY_MONTH, "By day", "by day" },
	{ "i", ACT_WHY, NEEDS_ROW | NEEDS_BY_DAY, "Why it is here", "why here" },
	{ "e", ACT_CHANGE, NEEDS_ENTRIES | NEEDS_ROW | NEEDS_WRITE | NEEDS_BY_DAY, "What is wrong with the entry of the service in the row", NULL },
	{ "=", ACT_STILL_SO, NEEDS_ENTRIES | NEEDS_ROW | NEEDS_WRITE | NEEDS_BY_DAY, "That service is checked, still as it says: asks how", NULL },
	{ "s", ACT_SERVICE, NEEDS_PERSON | NEEDS_BY_DAY, "Another service for them, for the same concern", NULL },
	{ "v", ACT_VIEWS, 0, "Yours, everybody's, or of those whom you see to", "whose" },
	{ "x", ACT_HAND_OUT, 0, "Yours, for a calendar (iCalendar)", "calendar" },
	{ 0 },
};
/* clang-format on */

const struct screen_ops reminders_screen = {
	.name = "reminders",
	.title = "Reminders",
	.state_size = sizeof(struct reminders_state),
	.bindings = reminders_bindings,
	.load = reminders_load,
	.render = reminders_render,
	.take = reminders_take,
	.came_back = reminders_came_back,
	.subject = reminders_subject,
	.has = reminders_has,
	.end = reminders_end,
};
