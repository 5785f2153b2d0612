#include "due.h"
#include "masked.h"
#include "open_reminder.h"
#include "screens.h"

#include "base/words.h"
#include "ui/list.h"

/* What is to be done, by day: one's own or everybody's, the longest overdue first. */
struct reminders_state {
	struct agenda agenda;
	struct list_view view;
	struct due_ask ask;
	bool everyone;
	bool done; /* the chosen one was done: it stays until an arrow */
	int64_t was;
};

#define TIME_COLUMN 3
#define NAME_COLUMN 13
#define WHAT_COLUMN 34

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
	struct account_id worker = { v->everyone ? 0 : session->account.id.n };
	enum status rc = casework_agenda(session, worker, &s->arena, &v->agenda);

	if (rc != OK)
		return rc;
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
	grid_head_note(g, row, head, days < 0 ? _("late") : NULL, arena_printf(&a, "%zu", n));
	arena_reset(&a);
}

/* Whose it is, where that is not plain: everybody's, or a colleague's while they are away. "" else. */
static const char *whose_row(const struct session *session, const struct reminders_state *v,
                             const struct agenda_row *r)
{
	bool covered = !text_empty(r->worker) && !text_equal(r->worker, session->account.login);

	if (!v->everyone && !covered)
		return "";
	return text_empty(r->worker) ? _("on duty") : r->worker;
}

static void put_row(const struct screen *s, const struct reminders_state *v, struct grid *g,
                    int row, size_t i)
{
	const struct agenda_row *r = &v->agenda.at[i];
	const struct session *session = screen_session(s);
	struct arena a = { 0 };
	bool late = reminder_overdue(&r->reminder, session->today),
	     done = i == v->view.at && v->done;
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
	if (i == v->view.at)
		grid_select(g, row);
	arena_reset(&a);
}

static void put_empty(const struct reminders_state *v, struct grid *g)
{
	const char *text = v->everyone
	                           ? _("No reminder is open. f on a person sets one.")
	                           : _("No reminder of yours is open. f on a person sets one; v "
	                               "shows everybody's.");

	grid_put_lines(g, g->rows / 2 - 1, GRID_TEXT, 2, g->columns - 2 * GRID_TEXT, LOOK_SECOND,
	               text);
	grid_cursor(g, g->rows / 2 - 1, GRID_TEXT);
}

static void reminders_render(const struct screen *s, struct grid *g)
{
	struct reminders_state *v = s->state;
	int room = g->rows - 2, row = 1;
	size_t i;

	grid_printf(g, 0, GRID_MARGIN, LOOK_PLAIN, _("Reminders, %s"),
	            v->everyone ? _("everybody's") : _("yours"));
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
		put_row(s, v, g, row++, i);
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

static enum outcome reminders_take(struct screen *s, enum act act, const struct input *in)
{
	struct reminders_state *v = s->state;

	(void)in;
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
		return on_row(s, act);
	case ACT_HAND_OUT:
		s->go = visit_to(&calendar_form_screen);
		return OPEN;
	case ACT_VIEWS:
		v->everyone = !v->everyone;
		return RELOAD;
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
	const struct agenda_row *r = chosen(s->state);

	return r ? r->reminder.person.n : 0;
}

static unsigned reminders_has(const struct screen *s)
{
	return chosen(s->state) ? NEEDS_ROW | NEEDS_MANY : 0;
}

static void reminders_end(struct screen *s)
{
	struct reminders_state *v = s->state;

	due_end(&v->ask);
}

/* clang-format off */
static const struct binding reminders_bindings[] = {
	LIST_BINDINGS(NEEDS_ROW),
	{ "Enter", ACT_OPEN, NEEDS_ROW, "Open whom it is about", "open" },
	{ "d", ACT_DONE, NEEDS_ROW | NEEDS_WRITE, "Done: asks what came of it", "done" },
	{ "r", ACT_ANOTHER_DAY, NEEDS_ROW | NEEDS_WRITE, "Another day", "another day" },
	{ "i", ACT_WHY, NEEDS_ROW, "Why it is here", "why here" },
	{ "v", ACT_VIEWS, 0, "Yours, or everybody's", "whose" },
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
