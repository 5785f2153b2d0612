#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "ui/line.h"
#include "ui/list.h"

/*
 * Who is it, and the passphrase; also the lock, behind which somebody's work waits and somebody else
 * may sign in. The demonstration has no passphrase: Enter comes back.
 */
struct sign_in_state {
	struct sign_in_names names;
	struct list_view view;
	struct line passphrase;
	const char *said; /* what went wrong, belongs to s->keep */
	bool asking;      /* the passphrase has the focus */
};

static enum status sign_in_begin(struct screen *s)
{
	struct sign_in_state *v = s->state;
	const struct desk *d = s->desk;
	const char *fault = NULL;

	v->passphrase.secret = true;
	if (!d->path)
		return OK;
	if (casework_sign_in_names(d->path, &s->keep, &v->names, &fault) != OK)
		v->said = fault;
	list_resize(&v->view, v->names.n);
	for (size_t i = 0; d->waiting && i < v->names.n; i++)
		if (text_equal(v->names.at[i].login, d->waiting->account.login))
			v->view.at = i;
	v->asking = v->names.n == 1 || d->waiting;
	return OK;
}

static void put_names(struct sign_in_state *v, struct grid *g, int row)
{
	struct list_window w = list_window(&v->view, g->rows - row - 5);

	for (size_t i = 0; i < w.shown; i++) {
		size_t at = w.first + i;
		int column = grid_put(g, row, 3, 28, LOOK_STRONG, v->names.at[at].name);

		grid_put(g, row, column + 2, 24, LOOK_SECOND, v->names.at[at].login);
		if (at == v->view.at)
			grid_select(g, row);
		row++;
	}
	list_more(g, row, 3, &w);
	row += 2;
	grid_put(g, row, 3, 12, LOOK_SECOND, _("Passphrase"));
	line_put(&v->passphrase, g, row, 16, g->columns - 20, v->asking);
}

static void sign_in_render(const struct screen *s, struct grid *g)
{
	struct sign_in_state *v = s->state;
	const struct desk *d = s->desk;
	int row = 2;

	grid_put(g, row++, 3, -1, LOOK_HEAD, d->waiting ? _("Locked. Your work is kept.") : "clew");
	grid_put(g, row, 3, -1, LOOK_SECOND,
	         !d->path ? _("Enter comes back to the demonstration.")
	         : d->waiting
	                 ? _("Your passphrase comes back to it. Somebody else: ↑ ↓ to their name.")
	                 : _("Who is it? ↑ ↓ to your name, then your passphrase and Enter."));
	grid_cursor(g, row, 3);
	if (d->path && v->names.n > 0)
		put_names(v, g, row + 2);
	if (v->said)
		grid_put_lines(g, g->rows - 3, 3, 3, g->columns - 6, LOOK_ATTENTION, v->said);
}

static enum outcome try_it(struct screen *s)
{
	struct sign_in_state *v = s->state;
	struct desk *d = s->desk;
	struct session *session = NULL;
	struct sign_in how = { .path = d->path,
		               .login = v->names.at[v->view.at].login,
		               .passphrase = buf_str(&v->passphrase.text),
		               .read_only = d->read_only,
		               .place = d->from };
	enum status rc = casework_sign_in(&how, &session);

	if (rc == OK && d->today != DAY_NONE)
		rc = session_set_today(session, d->today);

	line_done(&v->passphrase);
	v->passphrase = (struct line){ .secret = true };
	if (rc == OK) {
		d->arrived = session;
		return STAY;
	}
	v->said = arena_strdup(&s->keep, session_fault(session));
	casework_sign_out(session);
	return REDRAW;
}

static enum outcome enter(struct screen *s)
{
	struct sign_in_state *v = s->state;
	struct desk *d = s->desk;

	if (!d->path) {
		d->arrived = d->waiting;
		return STAY;
	}
	if (v->names.n == 0)
		return STAY;
	if (v->asking && !line_empty(&v->passphrase))
		return try_it(s);
	v->asking = true;
	return REDRAW;
}

static enum outcome sign_in_take(struct screen *s, enum act act, const struct input *in)
{
	struct sign_in_state *v = s->state;

	if (in->kind == INPUT_KEY && text_equal(in->key, "Enter"))
		return enter(s);
	if (in->kind == INPUT_KEY && text_equal(in->key, "Ctrl-C")) {
		s->desk->leave = true;
		return STAY;
	}
	if (list_take(&v->view, act)) {
		line_done(&v->passphrase);
		v->passphrase = (struct line){ .secret = true };
		v->asking = true;
		return REDRAW;
	}
	v->asking = true;
	return line_take(&v->passphrase, in) == LINE_PASS ? PASS : REDRAW;
}

static void sign_in_end(struct screen *s)
{
	struct sign_in_state *v = s->state;

	line_done(&v->passphrase);
}

static bool sign_in_typing(const struct screen *s)
{
	(void)s;
	return true;
}

static const struct binding sign_in_bindings[] = {
	{ "Enter", ACT_OPEN, 0, "Sign in", "sign in" },
	{ "Up", ACT_UP, 0, "The name above", NULL },
	{ "Down", ACT_DOWN, 0, "The name below", "another name" },
	{ "Ctrl-C", ACT_QUIT, 0, "Leave clew", "leave" },
	{ 0 },
};

const struct screen_ops sign_in_screen = {
	.name = "sign-in",
	.title = "Sign in",
	.state_size = sizeof(struct sign_in_state),
	.bindings = sign_in_bindings,
	.begin = sign_in_begin,
	.render = sign_in_render,
	.take = sign_in_take,
	.typing = sign_in_typing,
	.end = sign_in_end,
};
