/*
 * clew account: who may sign in. A passphrase or a recovery key comes from --passphrase-fd, the acting
 * one first and then the new one, a line each; else it is asked for.
 */
#include "cli.h"

#include "passphrase.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/accounts.h"
#include "casework/approvals.h"
#include "casework/leaver.h"
#include "model/account_form.h"

#include <unistd.h>

static enum status usage(void)
{
	return cli_usage(command_find_by_name("account"));
}

static const char *safe(struct cli *cli, const char *text)
{
	return text_safe(str_of(text), &cli->arena);
}

/* The row of the login that stands behind the subcommand. */
static enum status find(struct cli *cli, struct account *ret)
{
	const char *login = account_login(str_of(cli->argv[1]), &cli->arena);
	struct account_rows rows;
	enum status rc = casework_accounts(cli->session, &cli->arena, &rows);

	if (rc != OK)
		return cli_fail(cli, rc);
	for (size_t i = 0; i < rows.n; i++) {
		if (!text_equal(rows.at[i].account.login, login))
			continue;
		*ret = rows.at[i].account;
		return OK;
	}
	cli_complain(_("there is no account %s. clew account list has them."), login);
	return E_NOT_FOUND;
}

/* A code is said on the output, alone on its line, so that it can be read out or piped. */
static void put_code(struct cli *cli, const char *login, const char *code)
{
	if (isatty(STDOUT_FILENO))
		buf_printf(&cli->out,
		           _("One-time code for %s, good for 24 hours and once. Read it out:\n\n"),
		           login);
	buf_printf(&cli->out, isatty(STDOUT_FILENO) ? "    %s\n" : "%s\n", code);
}

/* ---- list ---- */

static const char *state_text(const struct cli *cli, const struct account_row *r, struct arena *a)
{
	const struct session *s = cli->session;
	const struct account *x = &r->account;

	if (x->disabled_at != 0)
		return r->slot ? _("closed, its key is still there") : _("closed");
	if (x->code_until != 0)
		return s->now < x->code_until ? _("one-time code") : _("its code is over");
	if (r->last_at == 0)
		return _("never here");
	return arena_printf(a, _("here %s"), day_short(clock_day(r->last_at), s->today, a));
}

static enum status list(struct cli *cli)
{
	struct account_rows rows;
	enum status rc;

	if (cli->argc != 1)
		return usage();
	rc = casework_accounts(cli->session, &cli->arena, &rows);
	if (rc != OK)
		return cli_fail(cli, rc);
	for (size_t i = 0; i < rows.n; i++) {
		const struct account *x = &rows.at[i].account;

		buf_printf(&cli->out, "%s  %s  %s  %s\n", x->login, safe(cli, x->name),
		           account_roles_text(x->roles, &cli->arena),
		           state_text(cli, &rows.at[i], &cli->arena));
	}
	return OK;
}

/* ---- add, role ---- */

static enum status take_roles(const char *text, unsigned *ret)
{
	struct str bad;

	*ret = account_roles_parse(str_of(text), &bad);
	if (*ret != 0)
		return OK;
	cli_complain(_("%.*s is no role. They are volunteer, link_worker, coordinator, auditor."),
	             (int)bad.n, bad.at);
	return E_USAGE;
}

/* The line behind the acting passphrase, if there is one; on a terminal nothing: then it is a code. */
static enum status second_line(struct cli *cli, struct buf *ret)
{
	if (cli->options->passphrase_fd < 0)
		return OK;
	return passphrase_rest(cli->options->passphrase_fd, ret);
}

/* What takes a second person takes a reason: asked for before anything is saved. */
static enum status check_why(struct cli *cli, unsigned wanted, const char *why)
{
	if (wanted == 0 || !text_empty(why))
		return OK;
	cli_complain(_("to be %s takes a second person, who reads why: add --why "
	               "\"A FEW WORDS\". Nothing was saved."),
	             account_roles_text(wanted, &cli->arena));
	return E_USAGE;
}

/* What one person may not give alone is asked for. */
static enum status ask_second(struct cli *cli, const struct account *x, unsigned wanted,
                              const char *why)
{
	struct new_approval ask = { .op = OP_GIVE_ROLE, .why = why ? why : "" };
	int64_t id;

	if (wanted == 0)
		return OK;
	values_set(&ask.body, &cli->arena, "login", x->login);
	values_set(&ask.body, &cli->arena, "roles", arena_printf(&cli->arena, "%u", x->roles));
	if (casework_ask_approval(cli->session, &ask, &id) != OK) {
		cli_complain(_("the account is saved, but not to be %s: %s"),
		             account_roles_text(wanted, &cli->arena), session_fault(cli->session));
		return E_DENIED;
	}
	cli_complain(_("to be %s waits for a second person, on the screens: g a."),
	             account_roles_text(wanted, &cli->arena));
	return OK;
}

static enum status make(struct cli *cli, struct new_account *x, const char *why)
{
	struct problems problems = { 0 };
	struct made_account made;
	enum status rc = casework_add_account(cli->session, x, &cli->arena, &problems, &made);

	for (size_t i = 0; rc != OK && i < problems.n; i++)
		cli_complain("%s: %s", problems.at[i].field, problems.at[i].text);
	if (rc != OK)
		return problems.n > 0 ? rc : cli_fail(cli, rc);
	if (!text_empty(made.code))
		put_code(cli, x->account.login, made.code);
	return ask_second(cli, &x->account, made.wanted, why);
}

static enum status add(struct cli *cli)
{
	const char *name = cli_take_value(cli, "--name"), *roles = cli_take_value(cli, "--role");
	const char *phone = cli_take_value(cli, "--phone"), *why = cli_take_value(cli, "--why");
	struct new_account x = { .account = account_blank };
	struct buf typed = { 0 };
	enum status rc;

	if (cli->argc != 2 || !name || !roles)
		return usage();
	x.account.login = account_login(str_of(cli->argv[1]), &cli->arena);
	x.account.name = name;
	x.account.phone = phone ? phone : "";
	rc = take_roles(roles, &x.account.roles);
	if (rc == OK)
		rc = check_why(cli, x.account.roles & ROLES_TOGETHER, why);
	if (rc == OK)
		rc = second_line(cli, &typed);
	x.passphrase = buf_str(&typed);
	if (rc == OK)
		rc = make(cli, &x, why);
	buf_wipe(&typed);
	return rc;
}

static enum status role(struct cli *cli)
{
	const char *why = cli_take_value(cli, "--why");
	struct problems problems = { 0 };
	struct account x = account_blank;
	unsigned roles = 0, wanted = 0;
	enum status rc;

	if (cli->argc != 3)
		return usage();
	rc = take_roles(cli->argv[2], &roles);
	if (rc == OK)
		rc = find(cli, &x);
	if (rc == OK)
		rc = check_why(cli, roles & ~x.roles & ROLES_TOGETHER, why);
	if (rc != OK)
		return rc;
	x.roles = roles;
	rc = casework_change_account(cli->session, &x, &cli->arena, &problems, &wanted);
	if (rc != OK)
		return cli_fail(cli, rc);
	return ask_second(cli, &x, wanted, why);
}

/* ---- of one account ---- */

static enum status disable(struct cli *cli)
{
	struct account x = account_blank;
	enum status rc = cli->argc == 2 ? find(cli, &x) : usage();

	if (rc != OK)
		return rc;
	rc = casework_close_account(cli->session, x.id);
	return rc == OK ? OK : cli_fail(cli, rc);
}

static enum status with_code(struct cli *cli,
                             enum status (*act)(struct session *s, struct account_id id,
                                                struct arena *a, const char **code))
{
	const char *code = "";
	struct account x = account_blank;
	enum status rc = cli->argc == 2 ? find(cli, &x) : usage();

	if (rc != OK)
		return rc;
	rc = act(cli->session, x.id, &cli->arena, &code);
	if (rc != OK)
		return cli_fail(cli, rc);
	put_code(cli, x.login, code);
	return OK;
}

static enum status enable(struct cli *cli)
{
	return with_code(cli, casework_open_account);
}

static enum status give_code(struct cli *cli)
{
	return with_code(cli, casework_account_code);
}

static enum status unlock(struct cli *cli)
{
	struct account x = account_blank;
	enum status rc = cli->argc == 2 ? find(cli, &x) : usage();

	if (rc != OK)
		return rc;
	rc = casework_unlock_account(cli->session, x.id);
	return rc == OK ? OK : cli_fail(cli, rc);
}

/* What an account leaves behind, as the screens show it. */
static enum status leaver(struct cli *cli)
{
	struct leaver l;
	struct account x = account_blank;
	enum status rc = cli->argc == 2 ? find(cli, &x) : usage();

	if (rc != OK)
		return rc;
	rc = casework_leaver(cli->session, x.id, &cli->arena, &l);
	if (rc != OK)
		return cli_fail(cli, rc);
	buf_puts(&cli->out, leaver_text(&l, &cli->arena));
	return OK;
}

/* ---- one's own ---- */

static enum status ask_twice(struct buf *ret)
{
	struct buf again = { 0 };
	enum status rc = passphrase_ask(_("New passphrase: "), ret);

	if (rc == OK)
		rc = passphrase_ask(_("Once more: "), &again);
	if (rc == OK && !str_equal(buf_str(ret), buf_str(&again))) {
		cli_complain(_("the two were not the same. Nothing was changed."));
		rc = E_INVALID;
	}
	buf_wipe(&again);
	return rc;
}

static enum status passphrase(struct cli *cli)
{
	struct buf typed = { 0 };
	enum status rc;

	if (cli->argc != 1)
		return usage();
	rc = cli->options->passphrase_fd >= 0 ? passphrase_read(cli->options->passphrase_fd, &typed)
	                                      : ask_twice(&typed);
	if (rc == OK) {
		rc = casework_change_passphrase(cli->session, buf_str(&typed));
		if (rc != OK)
			cli_fail(cli, rc);
	}
	buf_wipe(&typed);
	return rc;
}

/* ---- nobody can sign in ---- */

static enum status recover(struct cli *cli)
{
	const struct options *o = cli->options;
	struct recover how = { .path = o->file, .login = o->login, .place = o->place };
	const char *code = "", *fault = "";
	struct buf key = { 0 };
	enum status rc;

	if (cli->argc != 1 || o->demo || !o->login) {
		cli_complain(
			_("say whose: clew --as LOGIN account recover, a coordinator's login."));
		return E_USAGE;
	}
	rc = o->passphrase_fd >= 0 ? passphrase_read(o->passphrase_fd, &key)
	                           : line_ask(_("The recovery key, from paper: "), &key);
	if (rc == OK) {
		how.recovery = buf_str(&key);
		rc = casework_recover_account(&how, &cli->arena, &code, &fault);
		if (rc != OK)
			cli_complain("%s", fault);
	}
	buf_wipe(&key);
	if (rc == OK)
		put_code(cli, o->login, code);
	return rc;
}

static const struct {
	const char *name;
	bool alone; /* without signing in */
	enum status (*run)(struct cli *cli);
} subcommands[] = {
	{ "list", false, list },      { "add", false, add },
	{ "role", false, role },      { "disable", false, disable },
	{ "enable", false, enable },  { "code", false, give_code },
	{ "unlock", false, unlock },  { "passphrase", false, passphrase },
	{ "recover", true, recover }, { "leaver", false, leaver },
};

enum status command_account(struct cli *cli)
{
	enum status rc = OK;

	for (size_t i = 0; cli->argc > 0 && i < COUNT_OF(subcommands); i++) {
		if (!text_equal(cli->argv[0], subcommands[i].name))
			continue;
		if (!subcommands[i].alone)
			rc = cli_sign_in(cli->options, &cli->session);
		return rc == OK ? subcommands[i].run(cli) : rc;
	}
	return usage();
}
