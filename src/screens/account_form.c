#include "account_code.h"
#include "desk.h"
#include "form_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/accounts.h"
#include "casework/approvals.h"
#include "model/account_form.h"
#include "ui/keys.h"

/* An account as a form: a new one, or (id[0]) one that is there. */
struct account_form {
	struct form form;
	struct account account;
	const char *code; /* of the one that was made: belongs to secret */
	struct arena secret;
};

static enum status find(struct screen *s, struct account_id id, struct account *ret)
{
	struct account_rows rows;
	enum status rc = casework_accounts(screen_session(s), &s->keep, &rows);

	for (size_t i = 0; rc == OK && i < rows.n; i++)
		if (rows.at[i].account.id.n == id.n)
			*ret = rows.at[i].account;
	return rc;
}

static enum status account_form_begin(struct screen *s)
{
	struct account_form *v = s->state;
	struct session *session = screen_session(s);
	struct arena a = { 0 };
	struct values values;
	enum status rc = casework_may(session, OP_ACCOUNTS);

	form_begin(&v->form, account_fields);
	v->account = account_blank;
	if (rc == OK && s->target.id[0] != 0) {
		rc = find(s, (struct account_id){ s->target.id[0] }, &v->account);
		form_hide(&v->form, "login", true);
		form_focus(&v->form, "name");
	}
	values = account_values(&v->account, &a);
	form_fill(&v->form, &values);
	arena_reset(&a);
	return rc;
}

static void account_form_render(const struct screen *s, struct grid *g)
{
	struct account_form *v = s->state;

	if (v->code) {
		code_put(g, &v->account, v->code);
		return;
	}
	if (v->account.id.n == 0)
		grid_put(g, 0, GRID_MARGIN, -1, LOOK_HEAD, _("A new account"));
	else
		grid_printf(g, 0, GRID_MARGIN, LOOK_HEAD, _("The account of %s, login %s"),
		            v->account.name, v->account.login);
	form_put(&v->form, g, (struct rect){ 2, GRID_MARGIN, g->rows - 2, g->columns - 2 });
}

/* What one person may not give alone is asked for; said is what was done by itself. */
static void ask_second(struct screen *s, const struct account *x, unsigned wanted, const char *said)
{
	struct account_form *v = s->state;
	struct new_approval ask = { .op = OP_GIVE_ROLE, .why = form_get(&v->form, "why") };
	struct arena a = { 0 };
	int64_t id;

	values_set(&ask.body, &a, "login", x->login);
	values_set(&ask.body, &a, "roles", arena_printf(&a, "%u", x->roles));
	if (wanted == 0)
		desk_say(s->desk, "%s", said);
	else if (casework_ask_approval(screen_session(s), &ask, &id) == OK)
		desk_say(s->desk, _("%s To be %s waits for a second person: g a."), said,
		         account_roles_text(wanted, &a));
	else
		desk_say(s->desk, "%s %s", said, session_fault(screen_session(s)));
	arena_reset(&a);
}

/* Made: its code stands where the form stood. */
static enum outcome add(struct screen *s, const struct account *typed, struct arena *a,
                        struct problems *problems)
{
	struct account_form *v = s->state;
	struct new_account x = { .account = *typed };
	struct made_account made;
	enum status rc = casework_add_account(screen_session(s), &x, &v->secret, problems, &made);

	if (rc != OK)
		return REDRAW;
	ask_second(s, typed, made.wanted,
	           arena_printf(a, _("Saved. %s signs in as %s with this code."), typed->name,
	                        typed->login));
	v->account.id = made.id;
	v->account.name = arena_strdup(&s->keep, typed->name);
	v->account.login = arena_strdup(&s->keep, typed->login);
	v->code = made.code;
	return STAY;
}

static enum outcome change(struct screen *s, struct account *typed, struct arena *a,
                           struct problems *problems)
{
	struct account_form *v = s->state;
	unsigned wanted = 0;
	enum status rc;

	typed->id = v->account.id;
	typed->ver = v->account.ver;
	rc = casework_change_account(screen_session(s), typed, a, problems, &wanted);
	if (rc != OK)
		return REDRAW;
	typed->login = v->account.login;
	ask_second(s, typed, wanted, _("Saved. It holds from their next key on."));
	s->answer = (struct result){ .saved = true, .id = { typed->id.n } };
	return CLOSE;
}

static enum outcome save(struct screen *s)
{
	struct account_form *v = s->state;
	struct problems problems = { 0 };
	struct arena a = { 0 };
	struct values values = form_values(&v->form, &a);
	struct account typed;
	enum outcome outcome = REDRAW;

	account_typed(&values, screen_session(s)->today, &a, &problems, &typed);
	if ((typed.roles & ROLES_TOGETHER & ~v->account.roles) &&
	    text_empty(values_get(&values, "why")))
		problem_add(&problems, &a, "why", _("The second person wants to know why."));
	if (!problems_stop(&problems))
		outcome = v->account.id.n == 0 ? add(s, &typed, &a, &problems)
		                               : change(s, &typed, &a, &problems);
	if (problems.n > 0)
		form_problems(&v->form, &problems);
	else if (outcome == REDRAW)
		desk_say_fault(s->desk);
	arena_wipe(&a);
	return outcome;
}

static enum outcome account_form_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct account_form *v = s->state;

	(void)act;
	if (v->code) {
		if (!key_matches("Esc", in) && !key_matches("Enter", in))
			return STAY;
		s->answer = (struct result){ .saved = true, .id = { v->account.id.n } };
		return CLOSE;
	}
	return form_screen_take(s, &v->form, in, &how);
}

static void account_form_end(struct screen *s)
{
	struct account_form *v = s->state;

	arena_wipe(&v->secret);
	form_screen_end(s);
}

static bool account_form_typing(const struct screen *s)
{
	const struct account_form *v = s->state;

	return v->code || form_screen_typing(s);
}

/* While it is still a form. */
static unsigned account_form_has(const struct screen *s)
{
	const struct account_form *v = s->state;

	return v->code ? 0 : NEEDS_ROW;
}

static const struct binding account_form_bindings[] = {
	{ "Tab", ACT_NONE, NEEDS_ROW, "The next field", "next" },
	{ "Ctrl-S", ACT_NONE, NEEDS_ROW | NEEDS_WRITE, "Save the account", "save" },
	{ "Esc", ACT_NONE, 0, "Back; nothing more is saved", "back" },
	{ 0 },
};

FORM_SCREEN(struct account_form);

const struct screen_ops account_form_screen = {
	.name = "account-form",
	.title = "An account",
	.state_size = sizeof(struct account_form),
	.bindings = account_form_bindings,
	.begin = account_form_begin,
	.render = account_form_render,
	.take = account_form_take,
	.typing = account_form_typing,
	.has = account_form_has,
	.end = account_form_end,
};
