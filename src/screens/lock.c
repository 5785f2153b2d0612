#include "desk.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/lock.h"
#include "ui/line.h"

#include <string.h>

/*
 * What stands between somebody's work and whoever comes by: the same whatever was open. Its author
 * comes back with their passphrase, anybody else signs in over it. The demonstration has no
 * passphrase: Enter comes back.
 */
struct lock_state {
	struct line typed;
	const char *said; /* what went wrong, belongs to s->keep */
};

static enum status lock_begin(struct screen *s)
{
	struct lock_state *v = s->state;

	v->typed.secret = true;
	return OK;
}

/* "Margaret", of "Margaret Bell": nobody passing by needs more. */
static struct str first_name(const struct session *s)
{
	struct str rest = str_of(s->account.name), first = { 0 };

	str_cut(&rest, ' ', &first);
	return first;
}

static void lock_render(const struct screen *s, struct grid *g)
{
	struct lock_state *v = s->state;
	struct str name = first_name(s->desk->waiting);
	int column;

	grid_put(g, 2, GRID_TEXT, -1, LOOK_HEAD, _("Locked. Your work is kept."));
	grid_cursor(g, 2, GRID_TEXT);
	if (!s->desk->path) {
		grid_put(g, 4, GRID_TEXT, -1, LOOK_SECOND,
		         _("Enter comes back to the demonstration."));
		return;
	}
	column = grid_put_str(g, 4, GRID_TEXT, 24, LOOK_STRONG, name);
	column = grid_put(g, 4, column, -1, LOOK_PLAIN, _(": passphrase"));
	line_put(&v->typed, g, 4, column + 2, g->columns - column - 4, true);
	grid_put(g, 6, GRID_TEXT, -1, LOOK_SECOND, _("Somebody else: Enter."));
	if (v->said)
		grid_put_lines(g, 8, GRID_TEXT, 3, g->columns - 6, LOOK_ATTENTION, v->said);
}

static void forget_typed(struct lock_state *v)
{
	line_done(&v->typed);
	v->typed = (struct line){ .secret = true };
}

static enum outcome try_it(struct screen *s)
{
	struct lock_state *v = s->state;
	struct session *session = s->desk->waiting;
	enum status rc;

	session_tick(session);
	rc = casework_unlock(session, buf_str(&v->typed.text));
	forget_typed(v);
	if (rc == OK) {
		s->desk->began_ms = desk_now_ms(s->desk);
		s->desk->arrived = session;
		return STAY;
	}
	v->said = arena_strdup(&s->keep, session_fault(session));
	return REDRAW;
}

static enum outcome enter(struct screen *s)
{
	struct lock_state *v = s->state;

	if (!s->desk->path || !line_empty(&v->typed))
		return try_it(s);
	s->go = visit_to(&sign_in_screen);
	return OPEN;
}

static enum outcome lock_take(struct screen *s, enum act act, const struct input *in)
{
	struct lock_state *v = s->state;

	(void)act;
	if (in->kind == INPUT_KEY && text_equal(in->key, "Enter"))
		return enter(s);
	if (in->kind == INPUT_KEY && text_equal(in->key, "Ctrl-C")) {
		s->desk->leave = true;
		return STAY;
	}
	if (in->kind == INPUT_KEY && text_equal(in->key, "Esc")) {
		forget_typed(v);
		return REDRAW;
	}
	v->said = NULL;
	return line_take(&v->typed, in) == LINE_PASS ? PASS : REDRAW;
}

static void lock_end(struct screen *s)
{
	struct lock_state *v = s->state;

	line_done(&v->typed);
}

static bool lock_typing(const struct screen *s)
{
	(void)s;
	return true;
}

static const struct binding lock_bindings[] = {
	{ "Enter", ACT_OPEN, 0,
	  "Come back with what you typed; with nothing typed, somebody else signs in",
	  "come back" },
	{ "Esc", ACT_BACK, NEEDS_HIDDEN, "Take back what you typed", NULL },
	{ "Ctrl-C", ACT_QUIT, 0, "Leave clew; what was half done is kept", "leave" },
	{ 0 },
};

const struct screen_ops lock_screen = {
	.name = "lock",
	.title = "Locked",
	.state_size = sizeof(struct lock_state),
	.bindings = lock_bindings,
	.begin = lock_begin,
	.render = lock_render,
	.take = lock_take,
	.typing = lock_typing,
	.end = lock_end,
};
