#include "desk.h"
#include "whose.h"

#include "base/words.h"
#include "casework/accounts.h"
#include "casework/leaver.h"
#include "ui/list.h"

/* Somebody leaves. id[0] the account: what it would leave behind; 0: first who it is. */
struct leaver_state {
	struct account_rows rows;
	struct leaver leaver;
	struct list_view view;
	struct whose_ask whose;
	bool asking_close;
};

#define VALUE_COLUMN 36

static enum status leaver_load(struct screen *s)
{
	struct leaver_state *v = s->state;
	struct session *session = screen_session(s);
	enum status rc;

	if (s->target.id[0] == 0) {
		rc = casework_accounts(session, &s->arena, &v->rows);
		list_resize(&v->view, rc == OK ? v->rows.n : 0);
		return rc;
	}
	rc = casework_leaver(session, (struct account_id){ s->target.id[0] }, &s->arena,
	                     &v->leaver);
	list_resize(&v->view, LEAVER_COUNT);
	return rc;
}

/* ---- render ---- */

static void put_names(struct leaver_state *v, struct grid *g)
{
	struct list_window w = list_window(&v->view, g->rows - 3);

	grid_put(g, 0, GRID_MARGIN, -1, LOOK_STRONG, _("Somebody leaves. Who?"));
	for (size_t i = 0; i < w.shown; i++) {
		const struct account_row *r = &v->rows.at[w.first + i];
		int row = 2 + (int)i;

		grid_put(g, row, GRID_TEXT, 30, LOOK_STRONG, r->account.name);
		if (r->account.disabled_at != 0)
			grid_put(g, row, VALUE_COLUMN, -1, LOOK_SECOND,
			         r->slot ? _("closed, the key is still there") : _("closed"));
		if (w.first + i == v->view.at)
			grid_select(g, row);
	}
	list_more(g, 2 + (int)w.shown, GRID_TEXT, &w);
}

static void put_lines(const struct leaver_state *v, struct grid *g)
{
	const struct leaver *l = &v->leaver;
	int row = 2;

	grid_printf(g, 0, GRID_MARGIN, LOOK_STRONG, _("%s leaves: what is left behind"),
	            l->account.name);
	grid_put(g, 1, GRID_MARGIN, -1, l->clean ? LOOK_ACCENT : LOOK_ATTENTION,
	         l->account.disabled_at ? _("The account is closed.")
	         : l->clean             ? _("Nothing is left with nobody. d closes the account.")
	                                : _("What is marked waits on somebody: see to it first."));
	for (int i = 0; i < LEAVER_COUNT; i++, row++) {
		const struct leaver_line *x = &l->line[i];

		grid_put(g, row, GRID_TEXT, VALUE_COLUMN - GRID_TEXT - 1, LOOK_PLAIN,
		         leaver_label((enum leaver_what)i));
		grid_put(g, row, VALUE_COLUMN, -1, x->stops ? LOOK_ALARM : LOOK_STRONG, x->text);
		if (x->stops)
			grid_put(g, row, VALUE_COLUMN + 6, -1, LOOK_ALARM, _("! first"));
		if ((size_t)i == v->view.at)
			grid_select(g, row);
	}
	for (size_t i = 0; i < l->sent.n && ++row < g->rows; i++)
		grid_put(g, row, GRID_TEXT, -1, LOOK_SECOND, l->sent.at[i]);
}

static void leaver_render(const struct screen *s, struct grid *g)
{
	struct leaver_state *v = s->state;

	if (s->target.id[0] == 0)
		put_names(v, g);
	else
		put_lines(v, g);
}

/* ---- acts ---- */

static enum outcome ask_close(struct screen *s)
{
	struct leaver_state *v = s->state;
	const struct account *x = &v->leaver.account;
	struct prompt p = { 0 };

	if (s->target.id[0] == 0 || x->disabled_at != 0) {
		desk_say(s->desk, _("Enter shows what is left behind first."));
		return REDRAW;
	}
	if (!v->leaver.clean) {
		desk_say(s->desk, _("Not yet: what is marked waits on somebody."));
		return REDRAW;
	}
	v->asking_close = true;
	prompt_ask(&p, arena_printf(&s->keep, _("Close the account of %s?"), x->name), "yn");
	desk_ask(s->desk, &p);
	return REDRAW;
}

static enum outcome hand_over(struct screen *s, const struct leaver *l)
{
	const char *head;

	if (l->people.n == 0) {
		desk_say(s->desk, _("Nobody is theirs any more."));
		return REDRAW;
	}
	head = arena_printf(&s->keep,
	                    l->people.n == 1 ? _("Hand over %zu person to whom?")
	                                     : _("Hand over %zu people to whom?"),
	                    l->people.n);
	s->go = visit_colleague(COLLEAGUE_TAKES, l->account.id, head);
	return OPEN;
}

static enum outcome open_line(struct screen *s, const struct leaver_state *v)
{
	const char *said = "";

	switch ((enum leaver_what)v->view.at) {
	case LEAVER_PEOPLE:
		return hand_over(s, &v->leaver);
	case LEAVER_AWAY:
	case LEAVER_COVERS:
		s->go = (struct visit){ .where = &cover_screen, .id = { v->leaver.account.id.n } };
		return OPEN;
	case LEAVER_REMINDERS:
		s->go = visit_to(&reminders_screen);
		return OPEN;
	case LEAVER_MESSAGES:
		said = _("Their own Today has them: they go through it before they leave.");
		break;
	case LEAVER_DRAFTS:
		said = _("They end them, or throw them away, before they leave; g h shows yours.");
		break;
	case LEAVER_NAMED:
		said = _("A closed account opens nothing; the list is on the record's own screen.");
		break;
	case LEAVER_SENT:
		said = _("What left with them stands below, the newest first.");
		break;
	case LEAVER_SEEN:
	case LEAVER_KEY:
	case LEAVER_COUNT:
		said = _("Closing the account takes its key away too.");
		break;
	}
	desk_say(s->desk, "%s", said);
	return REDRAW;
}

static enum outcome leaver_take(struct screen *s, enum act act, const struct input *in)
{
	struct leaver_state *v = s->state;

	(void)in;
	if (act == ACT_BACK)
		return CLOSE;
	if (list_take(&v->view, act))
		return REDRAW;
	if (act == ACT_DONE)
		return ask_close(s);
	if (act != ACT_OPEN || v->view.n == 0)
		return PASS;
	if (s->target.id[0] != 0)
		return open_line(s, v);
	s->go = (struct visit){ .where = &leaver_screen,
		                .id = { v->rows.at[v->view.at].account.id.n } };
	return OPEN;
}

static void leaver_came_back(struct screen *s, const struct result *r)
{
	struct leaver_state *v = s->state;
	const struct leaver *l = &v->leaver;
	bool close = v->asking_close && !r->from && r->saved && r->id[0] == 'y';

	v->asking_close = false;
	if (whose_came_back(s, &v->whose, r, l->people.at, l->people.n) || !close)
		return;
	if (casework_close_account(screen_session(s), l->account.id) != OK) {
		desk_say_fault(s->desk);
		return;
	}
	desk_say(s->desk, _("Saved. %s signs in no more."), l->account.name);
	desk_reload(s->desk);
}

static unsigned leaver_has(const struct screen *s)
{
	const struct leaver_state *v = s->state;

	return (v->view.n > 0 ? NEEDS_ROW : 0) | (s->target.id[0] != 0 ? NEEDS_MANY : 0);
}

// clang-format off
static const struct binding leaver_bindings[] = {
	LIST_BINDINGS(NEEDS_ROW),
	{ "Enter", ACT_OPEN, NEEDS_ROW, "See to it: hand over people, end a cover …", "see to it" },
	{ "d", ACT_DONE, NEEDS_MANY | NEEDS_WRITE, "Close the account, when nothing is left (asks first)", "close the account" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops leaver_screen = {
	.name = "leaver",
	.title = "Somebody leaves",
	.state_size = sizeof(struct leaver_state),
	.bindings = leaver_bindings,
	.load = leaver_load,
	.render = leaver_render,
	.take = leaver_take,
	.came_back = leaver_came_back,
	.has = leaver_has,
};
