#include "due.h"
#include "masked.h"
#include "open_reminder.h"
#include "screens.h"
#include "since.h"

#include "base/words.h"
#include "casework/op.h"
#include "casework/today.h"
#include "ui/list.h"

#include <string.h>

/* What must I do now? Rows are those of model/today.h. */
struct today_state {
	struct today_view view;
	size_t at; /* the chosen item */
	struct due_ask ask;
	bool done; /* the chosen item was done: it stays until an arrow */
	bool seen;
	int64_t was_id; /* the chosen item before a load */
	enum today_kind was_kind;
	int seen_minute;
	struct person_id unfolded; /* whose other things stand below their row */
};

#define WHEN_COLUMN 3
#define NAME_COLUMN 13
#define WHAT_COLUMN 34
#define HEAD_ROWS   1
#define LEAST_WHAT  16 /* columns that what is to be done keeps */

static const struct today_item *chosen(const struct today_state *t)
{
	return t->at < t->view.today.items.n ? &t->view.today.items.at[t->at] : NULL;
}

/* ---- load ---- */

static size_t find_was(const struct today_state *t)
{
	const struct today_items *items = &t->view.today.items;

	for (size_t i = 0; i < items->n; i++)
		if (items->at[i].id == t->was_id && items->at[i].kind == t->was_kind)
			return i;
	return t->at < items->n ? t->at : items->n ? items->n - 1 : 0;
}

/* The cursor begins on what has a time; what is unsafe stands above it in any case. */
static size_t first_choice(const struct today *t)
{
	for (size_t i = 0; i < t->count[TODAY_AT_A_TIME]; i++) {
		size_t item = t->first[TODAY_AT_A_TIME] + i;

		if (!t->items.at[item].late)
			return item;
	}
	return 0;
}

static void say_next(struct screen *s, const struct today_state *t)
{
	const char *seen = minute_text(t->seen_minute, &s->arena);

	if (s->desk->said)
		return;
	if (t->view.next[0])
		desk_say(s->desk, _("Seen %s. Next at a time: %s."), seen, t->view.next);
	else
		desk_say(s->desk, _("Seen %s. Nothing more at a time today."), seen);
}

static void unfold(struct screen *s, struct today_state *t)
{
	struct today *today = &t->view.today;

	for (size_t i = 0; t->unfolded.n != 0 && i < today->items.n; i++)
		if (today->items.at[i].person.n == t->unfolded.n && today->items.at[i].others > 0) {
			today_unfold(today, i, &s->arena);
			return;
		}
	t->unfolded.n = 0;
}

static enum status today_load(struct screen *s)
{
	struct today_state *t = s->state;
	struct today_of of = { .worker = { s->target.id[0] }, .everyone = s->target.id[1] != 0 };
	enum status rc = casework_today(screen_session(s), &of, &s->arena, &t->view);

	if (rc != OK)
		return rc;
	masked_today(s, &t->view.today.items);
	masked_today(s, &t->view.today.behind);
	unfold(s, t);
	if (desk_mode(s) && t->view.next[0]) /* the time alone: "09:30" */
		t->view.next = arena_printf(&s->arena, "%.5s", t->view.next);
	t->at = t->seen ? find_was(t) : first_choice(&t->view.today);
	t->seen = true;
	t->done = false;
	t->seen_minute = screen_session(s)->minute;
	say_next(s, t);
	return OK;
}

/* ---- render ---- */

static void put_top(const struct screen *s, const struct today_state *t, struct grid *g)
{
	struct arena a = { 0 };
	const char *on = day_long(screen_session(s)->today, &a);
	const char *space = strchr(on, ' ');
	int column;

	/* "Mon 23 November" */
	column = grid_printf(g, 0, GRID_MARGIN, LOOK_PLAIN, "%.3s %.*s", on,
	                     (int)(strrchr(on, ' ') - space - 1), space + 1);
	column = column + 4 > 20 ? column + 4 : 20;
	column = grid_printf(g, 0, column, LOOK_PLAIN, _("%zu open · "), t->view.open);
	column = grid_printf(g, 0, column, t->view.late ? LOOK_ALARM : LOOK_PLAIN, _("%zu late"),
	                     t->view.late);
	column = grid_printf(g, 0, column, LOOK_PLAIN, _(" · %zu at a time"), t->view.timed);
	if (t->view.notes > 0)
		grid_put_right(g, 0, g->columns - 2, g->columns - column - 3, LOOK_PLAIN,
		               arena_printf(&a,
		                            t->view.notes == 1 ? _("%zu note for you")
		                                               : _("%zu notes for you"),
		                            t->view.notes));
	arena_reset(&a);
}

static void put_head(const struct today *t, struct grid *g, int row, enum today_section section)
{
	struct arena a = { 0 };
	const char *note = section == TODAY_LATE ? _("what was promised first") : NULL;

	if (today_is_cover(section) && t->must[section] > 0)
		note = arena_printf(&a, _("%zu cannot wait"), t->must[section]);
	grid_head_note(g, row, today_title(t, section), note,
	               arena_printf(&a, "%zu", t->count[section] - t->unfolded[section]));
	arena_reset(&a);
}

/* " · " and the text, when there is any and room for some of it. */
static int put_part(struct grid *g, struct rect at, enum look look, const char *text, bool first)
{
	int end = at.column + at.columns;

	if (text_empty(text) || at.columns < 3)
		return at.column;
	if (!first)
		at.column = grid_put(g, at.row, at.column, at.columns, LOOK_PLAIN, " · ");
	return grid_put(g, at.row, at.column, end - at.column, look, text);
}

static int part_width(const char *text)
{
	return text_empty(text) ? 0 : (int)text_width(str_of(text)) + 3;
}

/*
 * Where not all of it fits, the number goes first (a call at a time keeps it, elsewhere it is a key
 * away), then the mark of what is missing. What is safe always stays whole: what is to be done is cut.
 */
static struct today_item fitted(const struct today_item *x, int room)
{
	struct today_item y = *x;
	int takes = (int)text_width(str_of(x->what)) + part_width(x->safe) + part_width(x->soft) +
	            part_width(x->number);

	if (takes > room && x->of != TODAY_AT_A_TIME) {
		takes -= part_width(y.number);
		y.number = "";
	}
	if (takes > room)
		y.soft = "";
	return y;
}

static struct rect rest(struct rect in, int column)
{
	return (struct rect){ in.row, column, 1, in.column + in.columns - column };
}

static void put_what(const struct today_state *t, const struct today_item *x, struct grid *g,
                     struct rect in)
{
	int room = in.columns, column;
	struct today_item y = fitted(x, room);
	int tail = part_width(y.soft) + part_width(y.safe) + part_width(y.number);

	if (x == chosen(t) && t->done) {
		grid_put(g, in.row, in.column, room, LOOK_ACCENT, _("done: "));
		grid_put(g, in.row, in.column + (int)text_width(str_of(_("done: "))), room - 6,
		         LOOK_ACCENT, t->ask.done);
		return;
	}
	if (tail > room - LEAST_WHAT)
		tail = room - LEAST_WHAT;
	column = grid_put(g, in.row, in.column, room - tail, LOOK_PLAIN, y.what);
	column = put_part(g, rest(in, column), LOOK_ATTENTION, y.soft, text_empty(y.what));
	column = put_part(g, rest(in, column), LOOK_ALARM, y.safe, false);
	/* Half a number is worse than none: the whole one is a key away. */
	if (column + part_width(y.number) <= in.column + in.columns)
		put_part(g, rest(in, column), LOOK_PLAIN, y.number, false);
}

/* "+2": what else there is about them; late, where the row itself is not. Returns where it begins. */
static int put_others(const struct today_state *t, const struct today_item *x, struct grid *g,
                      int row)
{
	struct arena a = { 0 };
	bool late = x->others_late > 0 && !x->late;
	int end = g->columns - 1;

	if (x->others == 0 || x->person.n == t->unfolded.n)
		return end;
	end = grid_put_right(g, row, end, 12, late ? LOOK_ALARM : LOOK_SECOND,
	                     late ? arena_printf(&a, _("+%d late"), x->others)
	                          : arena_printf(&a, "+%d", x->others)) -
	      1;
	arena_reset(&a);
	return end;
}

static int name_width(const struct grid *g)
{
	return g->columns >= 100 ? WHAT_COLUMN - NAME_COLUMN + 10 : WHAT_COLUMN - NAME_COLUMN;
}

static void put_item(const struct today_state *t, struct grid *g, int row, size_t item)
{
	const struct today_item *x = &t->view.today.items.at[item];
	int width = name_width(g), column;
	int years = text_empty(x->year) ? 0 : 5;
	bool timed = x->of == TODAY_AT_A_TIME;

	grid_put(g, row, WHEN_COLUMN, NAME_COLUMN - WHEN_COLUMN - 1,
	         x->late ? LOOK_ALARM : (timed && item == t->at ? LOOK_STRONG : LOOK_PLAIN),
	         x->when);
	column = grid_put(g, row, NAME_COLUMN, width - 1 - years,
	                  x->under ? LOOK_SECOND : LOOK_STRONG, x->name);
	if (years)
		grid_put(g, row, column + 1, 4, LOOK_PLAIN, x->year);
	column = NAME_COLUMN + width;
	put_what(t, x, g, (struct rect){ row, column, 1, put_others(t, x, g, row) - column });
	if (item == t->at)
		grid_select(g, row);
}

static void put_more(struct grid *g, int row, const struct today_row *r)
{
	if (r->above > 0 && r->more > 0)
		grid_printf(g, row, WHEN_COLUMN, LOOK_SECOND, _("%zu above ↑ · %zu more ↓"),
		            r->above, r->more);
	else if (r->above > 0)
		grid_printf(g, row, WHEN_COLUMN, LOOK_SECOND, _("%zu above ↑"), r->above);
	else
		grid_printf(g, row, WHEN_COLUMN, LOOK_SECOND, _("%zu more ↓"), r->more);
}

/* Folded sections that stand before the chosen one are above it. */
static void put_folded(const struct today_state *t, struct grid *g, int row,
                       const struct today_row *r, const bool *open)
{
	const struct today *today = &t->view.today;
	const struct today_item *x = chosen(t);
	size_t left = r->item;
	int column = GRID_MARGIN;

	for (size_t i = r->section; left > 0 && i < TODAY_SECTION_COUNT; i++) {
		bool above = x && i < x->section;
		int end;

		if (today->count[i] == 0 || open[i])
			continue;
		end = grid_put(g, row, column, -1, LOOK_HEAD,
		               today_title(today, (enum today_section)i));
		grid_printf(g, row, end + 1, LOOK_PLAIN, "%zu %s", today->count[i],
		            above ? "↑" : "↓");
		column += today_folded_width(today, (enum today_section)i);
		left--;
	}
}

static void put_empty(const struct screen *s, struct grid *g)
{
	const char *text = session_may(screen_session(s), OP_SEE_CASELOAD)
	                           ? _("Nothing is due and nobody is waiting. g c shows your "
	                               "cases, n takes in somebody new.")
	                           : _("Nothing is due and nobody is waiting. g n takes a "
	                               "message, g d finds a service, n takes in somebody new.");
	int row = g->rows / 2 - 1;

	grid_put_lines(g, row, GRID_TEXT, 2, g->columns - 2 * GRID_TEXT, LOOK_SECOND, text);
	grid_cursor(g, row, GRID_TEXT);
}

static void today_render(const struct screen *s, struct grid *g)
{
	const struct today_state *t = s->state;
	struct today_row rows[TODAY_MOST_ROWS];
	bool open[TODAY_SECTION_COUNT] = { false };
	size_t n;

	put_top(s, t, g);
	if (t->view.today.items.n == 0) {
		put_empty(s, g);
		return;
	}
	n = today_rows(&t->view.today, (size_t)(g->rows - HEAD_ROWS), g->columns, t->at, rows);
	for (size_t i = 0; i < n; i++) {
		int row = HEAD_ROWS + (int)i;

		switch (rows[i].kind) {
		case TODAY_ROW_HEAD:
			open[rows[i].section] = true;
			put_head(&t->view.today, g, row, rows[i].section);
			break;
		case TODAY_ROW_ITEM:
			put_item(t, g, row, rows[i].item);
			break;
		case TODAY_ROW_MORE:
			put_more(g, row, &rows[i]);
			break;
		case TODAY_ROW_FOLDED:
			put_folded(t, g, row, &rows[i], open);
			break;
		case TODAY_ROW_BLANK:
			break;
		}
	}
}

/* ---- acts ---- */

/* Where something is asked or said about them, their year stands whenever it is known. */
static const char *called(struct screen *s, const struct today_item *x)
{
	if (text_empty(x->born))
		return x->name;
	return arena_printf(&s->arena, "%s %s", x->name, x->born);
}

static struct due_subject subject_of(struct screen *s, const struct today_item *x)
{
	struct due_subject about = { .person = x->person,
		                     .name = called(s, x),
		                     .what = _("See how they are"),
		                     .quiet = x->of == TODAY_QUIET };
	struct agenda_row row;

	if (x->kind == TODAY_MESSAGE)
		about.message.n = x->id;
	if (x->kind != TODAY_REMINDER)
		return about;
	about.reminder.n = x->id;
	about.ver = x->ver;
	if (casework_reminder(screen_session(s), about.reminder, &s->arena, &row) == OK) {
		about.moved = row.reminder.moved;
		due_of_reminder(&row.reminder, &about);
	}
	return about;
}

/* Enter goes on with what is unfinished; d is for what is wanted no more. */
static void ask_throw(struct screen *s, struct today_state *t, const struct today_item *x)
{
	const char *what = x->person.n == 0
	                           ? x->what
	                           : arena_printf(&s->arena, "%s: %s", called(s, x), x->what);
	struct due_subject about = {
		.person = x->person, .name = what, .what = "", .form = x->form, .about = x->about
	};

	due_ask_throw(s, &t->ask, &about);
}

static enum outcome ask_done(struct screen *s, struct today_state *t)
{
	const struct today_item *x = chosen(t);
	struct due_subject about = subject_of(s, x);

	if (t->done)
		desk_say(s->desk, _("That is done. ↓ goes on."));
	else if (x->kind == TODAY_REMINDER || x->kind == TODAY_MESSAGE)
		due_ask_done(s, &t->ask, &about);
	else if (x->kind == TODAY_DRAFT)
		ask_throw(s, t, x);
	else if (x->kind == TODAY_SAFETY_NOTE)
		desk_say(s->desk, _("A worry about safety is answered on its own screen: Enter."));
	else if (x->kind == TODAY_NOTE_LEFT || x->kind == TODAY_UNFINISHED)
		desk_say(s->desk, _("Enter reads it."));
	else if (x->kind == TODAY_SERVICE)
		desk_say(s->desk, _("Enter opens the entry; = there says that it is checked."));
	else if (x->kind == TODAY_ANYWAY || x->kind == TODAY_APPROVAL)
		desk_say(s->desk, _("Enter opens it, and a digit there answers."));
	else
		desk_say(s->desk, _("Nothing to tick off: c logs a contact, r sets a day."));
	return REDRAW;
}

static enum outcome ask_day(struct screen *s, struct today_state *t)
{
	const struct today_item *x = chosen(t);
	struct due_subject about = subject_of(s, x);

	if (t->done)
		desk_say(s->desk, _("That is done. ↓ goes on."));
	else if (x->kind == TODAY_REMINDER || (x->kind == TODAY_CASE && x->person.n != 0))
		due_ask_day(s, &t->ask, &about);
	else
		desk_say(s->desk, _("This has no day of its own. f sets a reminder about them."));
	return REDRAW;
}

/* One about nobody opens as the form it was written in. */
static enum outcome open_due(struct screen *s, const struct today_item *x)
{
	struct agenda_row row;

	if (casework_reminder(screen_session(s), (struct reminder_id){ x->id }, &s->arena, &row) !=
	    OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	if (row.reminder.person.n != 0 || row.reminder.service.n != 0)
		return open_reminder(s, &row.reminder);
	s->go = (struct visit){ .where = &reminder_screen, .id = { 0, x->id } };
	return OPEN;
}

static enum outcome open_item(struct screen *s, const struct today_item *x)
{
	const struct screen_ops *form = x->kind == TODAY_DRAFT ? screen_named(x->form) : NULL;

	if (form)
		s->go = visit_kept(form, x->person, x->about);
	else if (x->kind == TODAY_SAFETY_NOTE)
		s->go = (struct visit){ .where = &safety_notes_screen, .id = { x->id } };
	else if (x->kind == TODAY_NOTE_LEFT)
		s->go = visit_note_left(x->id);
	else if (x->kind == TODAY_UNFINISHED)
		s->go = visit_unfinished(x->id);
	else if (x->kind == TODAY_ANYWAY)
		s->go = (struct visit){ .where = &opened_anyway_screen, .id = { x->id } };
	else if (x->kind == TODAY_APPROVAL)
		s->go = (struct visit){ .where = &approvals_screen, .id = { x->id } };
	else if (x->kind == TODAY_REMINDER)
		return open_due(s, x);
	else if (x->person.n != 0)
		s->go = visit_person(&person_screen, x->person);
	else if (x->service.n != 0)
		s->go = visit_service(x->service);
	else if (x->kind == TODAY_MESSAGE)
		s->go = (struct visit){ .where = &note_screen, .id = { 0, x->id } };
	else {
		desk_say(s->desk, "%s", x->what);
		return REDRAW;
	}
	return OPEN;
}

static void move(struct today_state *t, enum act act)
{
	struct list_view v = { .n = t->view.today.items.n, .at = t->at, .page = 8 };

	list_take(&v, act);
	t->at = v.at;
}

/* Where the cursor is, to find it again when other rows come. */
static void remember(struct today_state *t)
{
	const struct today_item *x = chosen(t);

	if (x) {
		t->was_id = x->id;
		t->was_kind = x->kind;
	}
}

static void say_why(struct screen *s, const struct today_state *t, const struct today_item *x)
{
	const char *others = today_others_text(&t->view.today, x, &s->arena);

	desk_say(s->desk, *others && !x->under ? "%s %s." : "%s", x->why, others);
}

/* Right: what else there is about them stands below; Left: no more. */
static enum outcome fold(struct screen *s, struct today_state *t, const struct today_item *x,
                         bool open)
{
	if (open && (x->others == 0 || x->person.n == t->unfolded.n)) {
		desk_say(s->desk, _("This is all there is about them."));
		return REDRAW;
	}
	remember(t);
	t->unfolded.n = open ? x->person.n : 0;
	s->desk->said = false;
	return RELOAD;
}

static enum outcome today_take(struct screen *s, enum act act, const struct input *in)
{
	struct today_state *t = s->state;
	const struct today_item *x = chosen(t);

	(void)in;
	if (!x)
		return PASS;
	switch ((int)act) {
	case ACT_UP:
	case ACT_DOWN:
	case ACT_PAGE_UP:
	case ACT_PAGE_DOWN:
	case ACT_HOME:
	case ACT_END:
		move(t, act);
		remember(t);
		return t->done ? RELOAD : REDRAW;
	case ACT_OPEN:
		return open_item(s, x);
	case ACT_DONE:
		return ask_done(s, t);
	case ACT_ANOTHER_DAY:
		return ask_day(s, t);
	case ACT_WHY:
		say_why(s, t, x);
		return REDRAW;
	case ACT_RIGHT:
	case ACT_LEFT:
		return fold(s, t, x, act == ACT_RIGHT);
	default:
		return PASS;
	}
}

static void today_came_back(struct screen *s, const struct result *r)
{
	struct today_state *t = s->state;

	remember(t);
	if (r->from)
		return;
	switch (due_answered(s, &t->ask, r)) {
	case DUE_ASKING:
		break;
	case DUE_DONE:
		t->done = true;
		break;
	case DUE_MOVED:
		desk_reload(s->desk);
		break;
	}
}

static int64_t today_subject(const struct screen *s)
{
	const struct today_item *x = chosen(s->state);

	return x ? x->person.n : 0;
}

static unsigned today_has(const struct screen *s)
{
	return chosen(s->state) ? NEEDS_ROW | NEEDS_MANY : 0;
}

static void today_end(struct screen *s)
{
	struct today_state *t = s->state;

	due_end(&t->ask);
}

/* clang-format off */
static const struct binding today_bindings[] = {
	LIST_BINDINGS(NEEDS_ROW),
	{ "Enter", ACT_OPEN, NEEDS_ROW, "Open the person, or go on with what was begun", "open" },
	{ "c", ACT_CONTACT, NEEDS_PERSON | NEEDS_WRITE, "Contact: open it before you ring", "contact" },
	{ "d", ACT_DONE, NEEDS_ROW | NEEDS_WRITE, "Done: asks what came of it", "done" },
	{ "r", ACT_ANOTHER_DAY, NEEDS_ROW | NEEDS_WRITE, "Another day; for somebody quiet, until when it is agreed", "another day" },
	{ "i", ACT_WHY, NEEDS_ROW, "Why it is here, and what else there is about them", "why here" },
	{ "Right", ACT_RIGHT, NEEDS_ROW, "What else there is about them (+2), below the row", NULL },
	{ "Left", ACT_LEFT, NEEDS_ROW, "Only the row again", NULL },
	{ 0 },
};
/* clang-format on */

const struct screen_ops today_screen = {
	.name = "today",
	.title = "Today",
	.state_size = sizeof(struct today_state),
	.bindings = today_bindings,
	.load = today_load,
	.render = today_render,
	.take = today_take,
	.came_back = today_came_back,
	.subject = today_subject,
	.has = today_has,
	.end = today_end,
};
