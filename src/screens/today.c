#include "today_state.h"

#include "masked.h"
#include "open_reminder.h"
#include "screens.h"
#include "since.h"

#include "base/words.h"
#include "casework/op.h"
#include "casework/today.h"
#include "ui/list.h"

#include <string.h>

const struct today_item *today_chosen(const struct today_state *t)
{
	return t->at < t->view.today.items.n ? &t->view.today.items.at[t->at] : NULL;
}

bool today_marked(const struct today_state *t, const struct today_item *x)
{
	for (size_t i = 0; i < t->marks; i++)
		if (x->kind == TODAY_REMINDER && t->marked[i].id.n == x->id)
			return true;
	return false;
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
	t->left_out = today_narrow(&t->view.today, t->which);
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
	const struct today_item *x = today_chosen(t);
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
		desk_say(s->desk,
		         _("Enter shows what to ask; = says that it is still as it says."));
	else if (x->kind == TODAY_ANYWAY || x->kind == TODAY_APPROVAL)
		desk_say(s->desk, _("Enter opens it, and a digit there answers."));
	else
		desk_say(s->desk, _("Nothing to tick off: c logs a contact, r sets a day."));
	return REDRAW;
}

static enum outcome ask_day(struct screen *s, struct today_state *t)
{
	const struct today_item *x = today_chosen(t);
	struct due_subject about = subject_of(s, x);

	if (t->marks > 0)
		due_ask_days(s, &t->ask, t->marked, t->marks);
	else if (t->done)
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
	else if (x->kind == TODAY_SERVICE)
		s->go = x->service.n != 0 ? visit_check(x->service) : visit_to(&checks_screen);
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
	const struct today_item *x = today_chosen(t);

	if (x) {
		t->was_id = x->id;
		t->was_kind = x->kind;
	}
}

/* ---- what can wait ---- */

static bool can_mark(const struct today_item *x)
{
	return x->kind == TODAY_REMINDER && !x->must && !x->hidden;
}

static void unmark(struct today_state *t, size_t at)
{
	t->marked[at] = t->marked[--t->marks];
}

static void mark(struct today_state *t, const struct today_item *x)
{
	if (t->marks < TODAY_MARKS)
		t->marked[t->marks++] = (struct reminder_ref){ { x->id }, x->ver };
}

static enum outcome turn_mark(struct screen *s, struct today_state *t, const struct today_item *x)
{
	if (x->must)
		desk_say(s->desk, _("That cannot wait for another day: it is not marked."));
	else if (!can_mark(x))
		desk_say(s->desk,
		         _("This has no day of its own, so it cannot be moved with others."));
	else if (!today_marked(t, x))
		mark(t, x);
	else
		for (size_t i = 0; i < t->marks; i++)
			if (t->marked[i].id.n == x->id)
				unmark(t, i);
	return REDRAW;
}

/* All reminders that can wait, also what is behind a row; or none any more. */
static enum outcome mark_all(struct screen *s, struct today_state *t)
{
	const struct today *today = &t->view.today;
	bool any = t->marks > 0;

	t->marks = 0;
	for (size_t i = 0; !any && i < today->items.n; i++) {
		const struct today_item *x = &today->items.at[i];

		if (can_mark(x) && !x->under)
			mark(t, x);
		for (int j = 0; j < x->others && !x->under; j++)
			if (can_mark(&today->behind.at[x->behind + (size_t)j]))
				mark(t, &today->behind.at[x->behind + (size_t)j]);
	}
	if (any)
		desk_say(s->desk, _("Nothing is marked any more."));
	else if (t->marks == 0)
		desk_say(s->desk, _("Nothing that stands here can be moved to another day."));
	else
		desk_say(s->desk, _("%zu marked, all that can wait. r moves them to another day."),
		         t->marks);
	return REDRAW;
}

static enum outcome turn_which(struct screen *s, struct today_state *t)
{
	static const char *const said[] = {
		[TODAY_ALL] = _("All of it again."),
		[TODAY_MUST] = _("Only what cannot wait. v again: what can."),
		[TODAY_CAN_WAIT] =
			_("Only what can wait. Space or * marks, r moves what is marked to "
		          "another day."),
	};

	remember(t);
	t->which = t->which == TODAY_CAN_WAIT ? TODAY_ALL : (enum today_which)(t->which + 1);
	t->marks = 0;
	desk_say(s->desk, "%s", said[t->which]);
	return RELOAD;
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

/* The service that the row is about, or waits on. */
static enum outcome about_service(struct screen *s, const struct today_item *x,
                                  const struct screen_ops *where)
{
	if (x->service.n == 0) {
		desk_say(s->desk, _("No service stands in this row."));
		return REDRAW;
	}
	s->go = (struct visit){ .where = where, .id = { x->service.n } };
	return OPEN;
}

/* The call did not help: the next service for the same concern, in place. */
static enum outcome choose_again(struct screen *s, const struct today_item *x)
{
	struct agenda_row row;

	if (x->kind != TODAY_REMINDER || x->service.n == 0 ||
	    casework_reminder(screen_session(s), (struct reminder_id){ x->id }, &s->arena, &row) !=
	            OK)
		return PASS;
	return open_picker_again(s, &row.reminder);
}

static enum outcome today_take(struct screen *s, enum act act, const struct input *in)
{
	struct today_state *t = s->state;
	const struct today_item *x = today_chosen(t);

	(void)in;
	if (act == ACT_VIEWS)
		return turn_which(s, t);
	if (act == ACT_BACK && t->marks > 0) {
		t->marks = 0;
		desk_say(s->desk, _("Nothing is marked any more."));
		return REDRAW;
	}
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
	case ACT_MARK:
		return turn_mark(s, t, x);
	case ACT_MARK_ALL:
		return mark_all(s, t);
	case ACT_WHY:
		say_why(s, t, x);
		return REDRAW;
	case ACT_CHANGE:
		return about_service(s, x, &trouble_screen);
	case ACT_STILL_SO:
		return about_service(s, x, &checked_screen);
	case ACT_SERVICE:
		return choose_again(s, x);
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
		t->marks = 0;
		desk_reload(s->desk);
		break;
	}
}

static int64_t today_subject(const struct screen *s)
{
	const struct today_item *x = today_chosen(s->state);

	return x ? x->person.n : 0;
}

static unsigned today_has(const struct screen *s)
{
	const struct today_state *t = s->state;

	return (today_chosen(t) ? NEEDS_ROW | NEEDS_MANY : 0) |
	       (t->which != TODAY_ALL ? NEEDS_MANY : 0);
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
	{ "e", ACT_CHANGE, NEEDS_ENTRIES | NEEDS_ROW | NEEDS_WRITE, "What is wrong with the entry of the service in the row", NULL },
	{ "=", ACT_STILL_SO, NEEDS_ENTRIES | NEEDS_ROW | NEEDS_WRITE, "That service is checked, still as it says: asks how", NULL },
	{ "s", ACT_SERVICE, NEEDS_PERSON, "Another service for them, for the same concern", NULL },
	{ "Right", ACT_RIGHT, NEEDS_ROW, "What else there is about them (+2), below the row", NULL },
	{ "Left", ACT_LEFT, NEEDS_ROW, "Only the row again", NULL },
	{ "v", ACT_VIEWS, NEEDS_MANY, "Which ones: all, what cannot wait, what can wait", "which" },
	{ "Space", ACT_MARK, NEEDS_ROW | NEEDS_WRITE, "Mark what can wait, or take the mark off: r then moves all that are marked", NULL },
	{ "*", ACT_MARK_ALL, NEEDS_ROW | NEEDS_WRITE, "Mark all that can wait, or nothing", NULL },
	{ "Esc", ACT_BACK, NEEDS_HIDDEN, "Take the marks off", NULL },
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
