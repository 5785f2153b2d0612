#include "admin.h"

#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/approvals.h"
#include "casework/reviews.h"
#include "ui/list.h"

static enum status opened_waiting(struct session *s, size_t *ret)
{
	struct arena a = { 0 };
	struct opened_list list = { 0 };
	enum status rc = casework_opened_anyway(s, &a, &list);

	*ret = 0;
	for (size_t i = 0; i < list.n; i++)
		*ret += !list.at[i].mine;
	arena_reset(&a);
	return rc;
}

static enum status approvals_waiting(struct session *s, size_t *ret)
{
	struct arena a = { 0 };
	struct approval_rows rows = { 0 };
	enum status rc = casework_approvals(s, &a, &rows);

	*ret = 0;
	for (size_t i = 0; i < rows.n; i++)
		*ret += rows.at[i].answerable;
	arena_reset(&a);
	return rc;
}

/* In the order of how often they are wanted. */
const struct admin_row admin_rows[] = {
	{ "Your passphrase", "another one", &passphrase_screen, OP_CHANGE_PASSPHRASE, NULL },
	{ "Opened anyway", "restricted records: why, was it right", &opened_anyway_screen,
	  OP_REVIEW_ANYWAY, opened_waiting },
	{ "For a second person", "what takes two, and what is proposed", &approvals_screen,
	  OP_SEE_APPROVALS, approvals_waiting },
	{ "Accounts", "who works here, forgotten passphrases", &accounts_screen, OP_LIST_ACCOUNTS,
	  NULL },
	{ "Desk without a name", "for today, until it is put off, or off", &nameless_screen,
	  OP_OPEN_DESK, NULL },
	{ "What you did", "and what you opened, as it is on record", &looked_screen, OP_SEE_OWN_LOG,
	  NULL },
	{ "Who did what", "all of it, and whether the record is whole", &log_screen, OP_SEE_LOG,
	  NULL },
	{ "Settings", "when it locks, who sits here, numbers", &settings_screen, OP_SETTINGS,
	  NULL },
	{ "Words written often", "for any note, by Ctrl-O", &snippets_screen, OP_SNIPPETS, NULL },
	{ "Cover", "who is away, and who sees to their people", &cover_screen, OP_COVER, NULL },
	{ "Somebody leaves", "what an account leaves behind", &leaver_screen, OP_SEE_LEAVER, NULL },
	{ "What people are asked by", "lists of concerns, measures, loading one", &lists_screen,
	  OP_SEE_LISTS, NULL },
	{ "Rules", "what follows from what, and when; your own", &rules_screen, OP_SEE_RULES,
	  NULL },
	{ "Days off", "holidays, and days when you are shut", &days_off_screen, OP_SEE_DAYS_OFF,
	  NULL },
	{ "Take in a directory", "others' services: a package, a council's list", &take_in_screen,
	  OP_IMPORT_SERVICES, NULL },
	{ "What details are used for", "who must agree, the privacy notice", &purposes_screen,
	  OP_SEE_PURPOSES, NULL },
};
const size_t admin_row_count = COUNT_OF(admin_rows);

#define ADMIN_MOST  20
#define DIGITS      9 /* the first nine are chosen by one */
#define HINT_COLUMN 34

struct admin_state {
	struct list_view view;
	const struct admin_row *rows[ADMIN_MOST];
	size_t waiting[ADMIN_MOST];
};

static enum status admin_load(struct screen *s)
{
	struct admin_state *v = s->state;
	struct session *session = screen_session(s);
	enum status rc = OK;
	size_t n = 0;

	for (size_t i = 0; rc == OK && i < admin_row_count && n < ADMIN_MOST; i++) {
		const struct admin_row *row = &admin_rows[i];

		if (!session_may(session, row->op))
			continue;
		v->waiting[n] = 0;
		if (row->waiting)
			rc = row->waiting(session, &v->waiting[n]);
		v->rows[n++] = row;
	}
	list_resize(&v->view, n);
	return rc;
}

static void admin_render(const struct screen *s, struct grid *g)
{
	const struct admin_state *v = s->state;

	grid_put(g, 0, GRID_MARGIN, -1, LOOK_PLAIN, _("What is looked after here"));
	if (v->view.n == 0) {
		grid_put_lines(g, g->rows / 2 - 1, GRID_TEXT, 2, g->columns - 2 * GRID_TEXT,
		               LOOK_SECOND, _("Nothing here is for this account. Esc goes back."));
		grid_cursor(g, g->rows / 2 - 1, GRID_TEXT);
	}
	for (size_t i = 0; i < v->view.n; i++) {
		const struct admin_row *r = v->rows[i];
		int row = 2 + (int)i;

		if (i < DIGITS)
			grid_printf(g, row, GRID_TEXT, LOOK_STRONG, "%zu", i + 1);
		grid_put(g, row, GRID_TEXT + 3, HINT_COLUMN - GRID_TEXT - 4, LOOK_STRONG, r->label);
		if (v->waiting[i] > 0)
			grid_printf(g, row, HINT_COLUMN, LOOK_ATTENTION,
			            v->waiting[i] == 1 ? _("1 waits for you")
			                               : _("%zu wait for you"),
			            v->waiting[i]);
		else
			grid_put(g, row, HINT_COLUMN, g->columns - HINT_COLUMN - 1, LOOK_SECOND,
			         r->hint);
		if (i == v->view.at)
			grid_select(g, row);
	}
}

static enum outcome admin_take(struct screen *s, enum act act, const struct input *in)
{
	struct admin_state *v = s->state;
	size_t at = v->view.at;

	if (act == ACT_BACK)
		return CLOSE;
	if (act == ACT_DIGIT)
		at = (size_t)(in->ch - U'1');
	else if (act != ACT_OPEN)
		return list_take(&v->view, act) ? REDRAW : PASS;
	if (at >= v->view.n) {
		desk_say(s->desk, _("There is no row of that number here."));
		return REDRAW;
	}
	v->view.at = at;
	s->go = visit_to(v->rows[at]->where);
	return OPEN;
}

static unsigned admin_has(const struct screen *s)
{
	const struct admin_state *v = s->state;

	return v->view.n > 0 ? NEEDS_ROW | NEEDS_MANY : 0;
}

static const struct binding admin_bindings[] = {
	{ "1-9", ACT_DIGIT, NEEDS_ROW, "Choose", "choose" },
	{ "Enter", ACT_OPEN, NEEDS_ROW, "Open the row under the cursor", "open" },
	LIST_BINDINGS(NEEDS_ROW),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops admin_screen = {
	.name = "admin",
	.title = "What is looked after",
	.state_size = sizeof(struct admin_state),
	.bindings = admin_bindings,
	.load = admin_load,
	.render = admin_render,
	.take = admin_take,
	.has = admin_has,
};
