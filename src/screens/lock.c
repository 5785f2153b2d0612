#include "desk.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/lock.h"
#include "casework/pin.h"
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

/* What it takes to come back, and why it takes more than usual. */
static void put_way_back(const struct screen *s, struct grid *g)
{
	struct lock_state *v = s->state;
	const struct session *session = s->desk->waiting;
	struct str name = first_name(session);
	int column = grid_put_str(g, 4, GRID_TEXT, 24, LOOK_STRONG, name);

	column = grid_put(g, 4, column, -1, LOOK_PLAIN,
	                  session_pin_good(session) ? _(": PIN") : _(": passphrase"));
	line_put(&v->typed, g, 4, column + 2, g->columns - column - 4, true);
	grid_put(g, 6, GRID_TEXT, -1, LOOK_SECOND, _("Somebody else: Enter."));
	grid_put_lines(g, 8, GRID_TEXT, 3, g->columns - 6, LOOK_ATTENTION,
	               v->said ? v->said : session_end_text(session));
}

static void lock_render(const struct screen *s, struct grid *g)
{
	grid_put(g, 2, GRID_TEXT, -1, LOOK_HEAD, _("Locked. Your work is kept."));
	grid_cursor(g, 2, GRID_TEXT);
	if (s->desk->path)
		put_way_back(s, g);
	else
		grid_put(g, 4, GRID_TEXT, -1, LOOK_SECOND,
		         _("Enter comes back to the demonstration."));
}

static void forget_typed(struct lock_state *v)
{
	line_done(&v->typed);
	v->typed = (struct line){ .secret = true };
}

static enum outcome did(struct screen *s, enum status rc, struct session *session)
{
	struct lock_state *v = s->state;

	forget_typed(v);
	if (rc == OK)
		s->desk->arrived = session;
	else
		v->said = arena_strdup(&s->keep, session_fault(session));
	return REDRAW;
}

static enum outcome try_it(struct screen *s)
{
	struct lock_state *v = s->state;
	struct session *session = s->desk->waiting;

	session_tick(session);
	return did(s, casework_unlock(session, buf_str(&v->typed.text)), session);
}

/* A session that has ended is not come back to: another one takes its place. */
static enum outcome sign_in_anew(struct screen *s)
{
	struct lock_state *v = s->state;
	struct desk *d = s->desk;
	struct session *session = NULL;
	struct sign_in how = { .path = d->path,
		               .login = d->waiting->account.login,
		               .passphrase = buf_str(&v->typed.text),
		               .read_only = d->read_only,
		               .place = d->from };
	enum status rc = casework_sign_in(&how, &session);
	enum outcome outcome;

	if (rc == OK && d->today != DAY_NONE)
		rc = session_set_today(session, d->today);
	outcome = did(s, rc, session);
	if (rc != OK)
		casework_sign_out(session);
	return outcome;
}

static enum outcome enter(struct screen *s)
{
	struct lock_state *v = s->state;
	const struct desk *d = s->desk;

	if (d->path && !line_empty(&v->typed) && d->waiting->ended != SESSION_GOES_ON)
		return sign_in_anew(s);
	if (!d->path || !line_empty(&v->typed))
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
