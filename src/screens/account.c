#include "account_code.h"
#include "desk.h"
#include "menu_screen.h"
#include "screens.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/accounts.h"

#include <string.h>

/* What can be done about one account (id[0]). */
enum sure { SURE_OF_NOTHING, SURE_TO_CLOSE, SURE_TO_GIVE_CODE };

struct account_state {
	struct menu menu;
	struct menu_item items[5];
	struct account_row row;
	const char *code; /* belongs to secret */
	struct arena secret;
	enum sure sure;
};

enum { ITEM_CHANGE, ITEM_CODE, ITEM_UNLOCK, ITEM_CLOSE };

static void make_menu(struct screen *s)
{
	struct account_state *v = s->state;
	const struct account *x = &v->row.account;
	const struct session *session = screen_session(s);
	bool own = x->id.n == session->account.id.n, closed = x->disabled_at != 0;
	const char *not_own = own ? _("Another coordinator does that for you.") : NULL;
	size_t at = v->menu.at;

	v->items[ITEM_CHANGE] =
		(struct menu_item){ _("Name, roles, telephone, vetting"), NULL, NULL };
	v->items[ITEM_CODE] =
		(struct menu_item){ _("A one-time code"), _("for who forgot the passphrase"),
		                    closed ? _("It is closed: open it again, that gives a code.")
		                           : not_own };
	v->items[ITEM_UNLOCK] = (struct menu_item){ _("Forgive the wrong tries"),
		                                    _("nobody waits any more"), NULL };
	v->items[ITEM_CLOSE] = (struct menu_item){
		closed ? (v->row.slot ? _("Take its key away") : _("Open it again"))
		       : _("Close the account"),
		closed ? (v->row.slot ? _("closed, and the key is still there") : _("with a code"))
		       : _("its open sessions end now"),
		not_own
	};
	menu_ask(&v->menu,
	         arena_printf(&s->arena, _("%s · %s · %s"), x->name, x->login,
	                      account_roles_text(x->roles, &s->arena)),
	         v->items);
	v->menu.at = at;
}

static enum status account_screen_load(struct screen *s)
{
	struct account_state *v = s->state;
	struct account_rows rows;
	enum status rc = casework_accounts(screen_session(s), &s->arena, &rows);

	for (size_t i = 0; rc == OK && i < rows.n; i++)
		if (rows.at[i].account.id.n == s->target.id[0])
			v->row = rows.at[i];
	if (rc == OK)
		make_menu(s);
	return rc;
}

void code_put(struct grid *g, const struct account *x, const char *code)
{
	struct rect r = panel_put(g, _("One-time code"), 9);

	grid_printf(g, r.row, r.column, LOOK_PLAIN, _("For %s, login %s. Read it out:"), x->name,
	            x->login);
	grid_put(g, r.row + 2, r.column + 2, r.columns - 2, LOOK_STRONG, code);
	grid_cursor(g, r.row + 2, r.column + 2);
	grid_put_lines(g, r.row + 4, r.column, 3, r.columns, LOOK_SECOND,
	               _("It is good for 24 hours and once: at that sign-in they choose a "
	                 "passphrase of their own. It is shown only here, until Esc."));
}

static void account_screen_render(const struct screen *s, struct grid *g)
{
	const struct account_state *v = s->state;

	if (v->code)
		code_put(g, &v->row.account, v->code);
	else
		menu_put(&v->menu, g);
}

static void ask(struct screen *s, const char *question, enum sure sure)
{
	struct account_state *v = s->state;
	struct prompt p = { 0 };

	v->sure = sure;
	prompt_ask(&p, question, "yn");
	desk_ask(s->desk, &p);
}

static enum outcome stored(struct screen *s, enum status rc, const char *said)
{
	const struct account_state *v = s->state;

	if (rc != OK)
		desk_say_fault(s->desk);
	else if (said)
		desk_say(s->desk, "%s %s", v->row.account.name, said);
	return RELOAD;
}

static enum outcome choose(struct screen *s)
{
	struct account_state *v = s->state;
	struct session *session = screen_session(s);
	const struct account *x = &v->row.account;

	switch (v->menu.at) {
	case ITEM_CHANGE:
		s->go = visit_account(&account_form_screen, x->id);
		return OPEN;
	case ITEM_UNLOCK:
		return stored(s, casework_unlock_account(session, x->id), _("can try again now."));
	case ITEM_CODE:
		ask(s,
		    arena_printf(&s->arena,
		                 _("A code for %s? What they have now opens nothing more."),
		                 x->name),
		    SURE_TO_GIVE_CODE);
		return REDRAW;
	default:
		break;
	}
	if (x->disabled_at != 0 && !v->row.slot)
		return stored(s, casework_open_account(session, x->id, &v->secret, &v->code), NULL);
	ask(s,
	    arena_printf(&s->arena, _("Close the account of %s, and end what they have open?"),
	                 x->name),
	    SURE_TO_CLOSE);
	return REDRAW;
}

/* Answers are tried again after the passphrase, so they come by came_back() alone. */
static void account_screen_came_back(struct screen *s, const struct result *r)
{
	struct account_state *v = s->state;
	struct session *session = screen_session(s);
	struct account_id id = v->row.account.id;

	if (r->from || !r->saved || r->id[0] != 'y')
		return;
	if (v->sure == SURE_TO_GIVE_CODE)
		stored(s, casework_account_code(session, id, &v->secret, &v->code), NULL);
	else if (v->sure == SURE_TO_CLOSE)
		stored(s, casework_close_account(session, id),
		       _("signs in here no more. What they left half done is kept."));
}

static enum outcome account_screen_take(struct screen *s, enum act act, const struct input *in)
{
	struct account_state *v = s->state;

	if (v->code)
		return act == ACT_BACK ? CLOSE : STAY;
	return menu_screen_take(s, &v->menu, in, choose);
}

static void account_screen_end(struct screen *s)
{
	struct account_state *v = s->state;

	arena_wipe(&v->secret);
}

static const struct binding account_bindings[] = {
	{ "1-4", ACT_NONE, NEEDS_WRITE, "Choose", "choose" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops account_screen = {
	.name = "account",
	.title = "An account",
	.state_size = sizeof(struct account_state),
	.bindings = account_bindings,
	.overlay = true,
	.load = account_screen_load,
	.render = account_screen_render,
	.take = account_screen_take,
	.came_back = account_screen_came_back,
	.end = account_screen_end,
};
