#include "desk.h"
#include "screens.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/accounts.h"
#include "ui/list.h"

/* Who may sign in, closed ones last. */
struct accounts_state {
	struct account_rows rows;
	struct list_view view;
};

#define LOGIN_COLUMN 22
#define ROLES_COLUMN 32
#define STATE_WIDTH  17

static const struct account_row *chosen(const struct accounts_state *v)
{
	return v->view.at < v->rows.n ? &v->rows.at[v->view.at] : NULL;
}

static int64_t row_id(const void *rows, size_t i)
{
	return ((const struct account_row *)rows)[i].account.id.n;
}

static enum status accounts_load(struct screen *s)
{
	struct accounts_state *v = s->state;
	const struct account_row *row = chosen(v);
	int64_t was = row ? row->account.id.n : 0;
	enum status rc;

	v->rows = (struct account_rows){ 0 };
	rc = casework_accounts(screen_session(s), &s->arena, &v->rows);
	if (rc == OK)
		list_reload(&v->view, v->rows.n, row_id, v->rows.at, was);
	return rc;
}

/* What is to be known of it first. */
static const char *state_text(const struct session *s, const struct account_row *r, struct arena *a,
                              enum look *look)
{
	const struct account *x = &r->account;

	*look = LOOK_ATTENTION;
	if (x->disabled_at != 0)
		return r->slot ? _("closed, key left") : _("closed");
	if (x->code_until != 0)
		return s->now < x->code_until
		               ? arena_printf(a, _("code to %s %s"),
		                              weekday_short(day_weekday(clock_day(x->code_until))),
		                              minute_text(clock_minute(x->code_until), a))
		               : _("its code is over");
	*look = LOOK_SECOND;
	if (r->last_at == 0)
		return _("never here");
	return arena_printf(a, _("here %s"), day_short(clock_day(r->last_at), s->today, a));
}

static void put_row(const struct screen *s, struct grid *g, int row, size_t at)
{
	const struct accounts_state *v = s->state;
	const struct account_row *r = &v->rows.at[at];
	struct arena a = { 0 };
	enum look look;
	const char *state = state_text(screen_session(s), r, &a, &look);
	enum look name = r->account.disabled_at ? LOOK_SECOND : LOOK_STRONG;

	grid_put(g, row, GRID_TEXT, LOGIN_COLUMN - GRID_TEXT - 1, name, r->account.name);
	grid_put(g, row, LOGIN_COLUMN, ROLES_COLUMN - LOGIN_COLUMN - 1, LOOK_SECOND,
	         r->account.login);
	grid_put(g, row, ROLES_COLUMN, g->columns - ROLES_COLUMN - STATE_WIDTH - 2, LOOK_PLAIN,
	         account_roles_text(r->account.roles, &a));
	grid_put_right(g, row, g->columns - 1, STATE_WIDTH, look, state);
	if (at == v->view.at)
		grid_select(g, row);
	arena_reset(&a);
}

static void accounts_render(const struct screen *s, struct grid *g)
{
	struct accounts_state *v = s->state;
	struct list_window w = list_window(&v->view, g->rows - 2);

	grid_printf(g, 0, GRID_MARGIN, LOOK_PLAIN, _("Accounts: who signs in here (%zu)"),
	            v->rows.n);
	for (size_t i = 0; i < w.shown; i++)
		put_row(s, g, 2 + (int)i, w.first + i);
	list_more(g, 2 + w.rows - 1, GRID_TEXT, &w);
}

static enum outcome accounts_take(struct screen *s, enum act act, const struct input *in)
{
	struct accounts_state *v = s->state;
	const struct account_row *row = chosen(v);

	(void)in;
	if (act == ACT_BACK)
		return CLOSE;
	if (act == ACT_NEW) {
		s->go = visit_to(&account_form_screen);
		return OPEN;
	}
	if (act != ACT_OPEN || !row)
		return list_take(&v->view, act) ? REDRAW : PASS;
	s->go = visit_account(&account_screen, row->account.id);
	return OPEN;
}

static unsigned accounts_has(const struct screen *s)
{
	const struct accounts_state *v = s->state;

	return v->rows.n > 0 ? NEEDS_ROW | NEEDS_MANY : 0;
}

static const struct binding accounts_bindings[] = {
	{ "Enter", ACT_OPEN, NEEDS_ACCOUNTS | NEEDS_ROW, "What can be done about this account",
	  "open" },
	{ "n", ACT_NEW, NEEDS_ACCOUNTS | NEEDS_WRITE, "A new account", "new account" },
	LIST_BINDINGS(NEEDS_ROW),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops accounts_screen = {
	.name = "accounts",
	.title = "Accounts",
	.state_size = sizeof(struct accounts_state),
	.bindings = accounts_bindings,
	.load = accounts_load,
	.render = accounts_render,
	.take = accounts_take,
	.has = accounts_has,
};
