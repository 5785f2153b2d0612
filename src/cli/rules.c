/* clew rules: what follows from what, and when things fall due. */
#include "cli.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/lists.h"
#include "casework/rules.h"

static enum status usage(void)
{
	return cli_usage(command_find_by_name("rules"));
}

static enum status list(struct cli *cli)
{
	struct rule_rows rows;
	enum status rc = casework_rules(cli->session, &cli->arena, &rows);

	if (rc != OK)
		return cli_fail(cli, rc);
	for (size_t i = 0; i < rows.n; i++) {
		const struct rule_row *r = &rows.at[i];

		buf_printf(&cli->out, "%s  %s  %s  ", words_word(&rule_files, (int)r->file),
		           words_label(&rule_files, (int)r->file),
		           r->strange  ? _("this clew cannot read yours: its own hold")
		           : r->loaded ? _("yours")
		                       : _("clew's own"));
		if (r->loaded)
			buf_printf(&cli->out, "%s %s  ", day_iso(r->loaded_on, &cli->arena),
			           text_safe(str_of(r->loaded_by), &cli->arena));
		buf_printf(&cli->out, _("rules: %zu\n"), r->rules);
	}
	return OK;
}

static void put_faults(const struct rule_faults *faults, struct arena *a)
{
	for (size_t i = 0; i < faults->n; i++)
		cli_complain("%s", rule_fault_text(&faults->at[i], a));
	if (faults->more > 0)
		cli_complain(_("and %zu more."), faults->more);
}

static enum status read_path(struct cli *cli, struct str *ret)
{
	const char *fault = "";
	enum status rc = list_file_bytes(cli->argv[1], &cli->arena, ret, &fault);

	if (rc != OK)
		cli_complain("%s", fault);
	return rc;
}

static enum status check(struct cli *cli)
{
	struct rule_faults faults;
	struct str body = { 0 };
	enum rule_file file;
	size_t rows = 0;
	enum status rc = cli->argc == 2 ? read_path(cli, &body) : usage();

	if (rc != OK)
		return rc;
	file = rule_file_of(body);
	rc = rule_file_check(file, body, &cli->arena, &faults, &rows);
	if (rc == OK)
		buf_printf(&cli->out, _("%s is in order. Rules: %zu.\n"),
		           words_word(&rule_files, (int)file), rows);
	else
		put_faults(&faults, &cli->arena);
	return rc;
}

static enum status load(struct cli *cli)
{
	struct rule_faults faults;
	struct str body = { 0 };
	enum rule_file file;
	enum status rc = cli->argc == 2 ? read_path(cli, &body) : usage();

	if (rc != OK)
		return rc;
	rc = casework_load_rules(cli->session, body, &cli->arena, &faults, &file);
	put_faults(&faults, &cli->arena);
	if (rc != OK)
		return cli_fail(cli, rc);
	buf_printf(&cli->out, _("%s is loaded. It holds from now on; what was made stays.\n"),
	           words_word(&rule_files, (int)file));
	return OK;
}

static enum rule_file named(const struct cli *cli)
{
	return cli->argc == 2 ? (enum rule_file)words_find(&rule_files, str_of(cli->argv[1]))
	                      : RULE_FILE_NONE;
}

static enum status drop(struct cli *cli)
{
	enum rule_file file = named(cli);
	enum status rc;

	if (file == RULE_FILE_NONE)
		return usage();
	rc = casework_drop_rules(cli->session, file);
	if (rc != OK)
		return cli_fail(cli, rc);
	buf_printf(&cli->out, _("clew's own hold again: %s.\n"), cli->argv[1]);
	return OK;
}

/* As it holds: to begin one's own from. */
static enum status show(struct cli *cli)
{
	enum rule_file file = named(cli);
	struct rule_rows rows;
	enum status rc;

	if (file == RULE_FILE_NONE)
		return usage();
	rc = casework_rules(cli->session, &cli->arena, &rows);
	if (rc != OK)
		return cli_fail(cli, rc);
	for (size_t i = 0; i < rows.n; i++)
		if (rows.at[i].file == file)
			buf_add(&cli->out, rows.at[i].body);
	return OK;
}

static const struct {
	const char *name;
	bool alone; /* without signing in */
	enum status (*run)(struct cli *cli);
} subcommands[] = {
	{ "check", true, check },
	{ "load", false, load },
	{ "drop", false, drop },
	{ "show", false, show },
};

enum status command_rules(struct cli *cli)
{
	enum status rc = OK;

	for (size_t i = 0; cli->argc > 0 && i < COUNT_OF(subcommands); i++) {
		if (!text_equal(cli->argv[0], subcommands[i].name))
			continue;
		if (!subcommands[i].alone)
			rc = cli_sign_in(cli->options, &cli->session);
		return rc == OK ? subcommands[i].run(cli) : rc;
	}
	if (cli->argc > 0)
		return usage();
	rc = cli_sign_in(cli->options, &cli->session);
	return rc == OK ? list(cli) : rc;
}
