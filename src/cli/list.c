/* clew list: the lists of concerns and the measures by which people are assessed. */
#include "cli.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/lists.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static enum status usage(void)
{
	return cli_usage(command_find_by_name("list"));
}

static const char *safe(struct cli *cli, const char *text)
{
	return text_safe(str_of(text), &cli->arena);
}

/* ---- what there is ---- */

static const char *use_text(const struct list_row *r)
{
	if (r->for_people && r->for_carers)
		return _("people and carers are asked by it");
	if (r->for_people)
		return _("people are asked by it");
	if (r->for_carers)
		return _("carers are asked by it");
	if (r->always)
		return _("with every assessment");
	return r->offered ? _("on offer") : _("retired");
}

static enum status list(struct cli *cli)
{
	struct list_rows rows;
	enum status rc = casework_lists(cli->session, &cli->arena, &rows);

	if (rc != OK)
		return cli_fail(cli, rc);
	for (size_t i = 0; i < rows.n; i++) {
		const struct list_row *r = &rows.at[i];

		buf_printf(&cli->out, "%s  %s  %s  %s  %s\n", r->head->name,
		           words_word(&list_kinds, (int)r->head->kind), safe(cli, r->head->title),
		           use_text(r), safe(cli, r->head->licence));
	}
	return OK;
}

/* ---- one file ---- */

static void put_faults(const struct list_faults *faults, struct arena *a)
{
	for (size_t i = 0; i < faults->n; i++)
		cli_complain("%s", list_fault_text(&faults->at[i], a));
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

static void put_file(struct cli *cli, const struct list_file *file)
{
	const struct list_head *head = file->head;

	if (head->kind == LIST_CONCERNS)
		buf_printf(&cli->out, _("%s is in order. Concerns: %zu, groups: %zu.\n"),
		           head->name, file->concerns.n, file->concerns.domains);
	else
		buf_printf(&cli->out, _("%s is in order. Questions: %zu.\n"), head->name,
		           file->measure.n);
	buf_printf(&cli->out, _("Title: %s\nLicence: %s\nSource: %s\n"), safe(cli, head->title),
	           safe(cli, head->licence), safe(cli, head->source));
}

static enum status check(struct cli *cli)
{
	struct list_faults faults;
	struct list_file file;
	struct str body = { 0 };
	enum status rc = cli->argc == 2 ? read_path(cli, &body) : usage();

	if (rc != OK)
		return rc;
	rc = list_read(body, &cli->arena, &file, &faults);
	if (rc == OK)
		put_file(cli, &file);
	else
		put_faults(&faults, &cli->arena);
	return rc;
}

/* The right to use it is said by --licensed, or by yes on a terminal that shows whose it is. */
static bool has_right(struct cli *cli, const struct list_head *head, bool licensed)
{
	char answer[8];

	if (licensed || !isatty(STDIN_FILENO))
		return licensed;
	fprintf(stderr,
	        _("%s\nLicence: %s\nSource: %s\nHas the service the right to use it? yes or no: "),
	        safe(cli, head->title), safe(cli, head->licence), safe(cli, head->source));
	if (!fgets(answer, sizeof(answer), stdin))
		return false;
	return str_is(str_trim((struct str){ answer, strcspn(answer, "\n") }), "yes");
}

static enum status load(struct cli *cli)
{
	bool licensed = cli_take_flag(cli, "--licensed");
	struct list_check x;
	const char *name;
	struct str body = { 0 };
	enum status rc = cli->argc == 2 ? read_path(cli, &body) : usage();

	if (rc != OK)
		return rc;
	rc = casework_check_list(cli->session, body, &cli->arena, &x);
	if (rc != OK)
		return cli_fail(cli, rc);
	if (x.faults.n > 0) {
		put_faults(&x.faults, &cli->arena);
		cli_complain(_("nothing was loaded."));
		return E_INVALID;
	}
	rc = casework_load_list(cli->session, body,
	                        *x.refusal || has_right(cli, x.file.head, licensed), &cli->arena,
	                        &name);
	if (rc != OK)
		return cli_fail(cli, rc);
	buf_printf(&cli->out, _("%s is loaded. It can be chosen for assessments from now on.\n"),
	           name);
	return OK;
}

/* ---- which is asked ---- */

static enum status offer(struct cli *cli, bool offered)
{
	enum status rc;

	if (cli->argc != 2)
		return usage();
	rc = casework_offer_list(cli->session, cli->argv[1], offered);
	if (rc != OK)
		return cli_fail(cli, rc);
	buf_printf(&cli->out,
	           offered ? _("%s is on offer again.\n")
	                   : _("%s is retired. What was answered by it stays.\n"),
	           cli->argv[1]);
	return OK;
}

static enum status retire(struct cli *cli)
{
	return offer(cli, false);
}

static enum status restore(struct cli *cli)
{
	return offer(cli, true);
}

static enum status use(struct cli *cli)
{
	static const struct {
		const char *word;
		enum list_use use;
	} uses[] = { { "people", LIST_USE_PEOPLE },
		     { "carers", LIST_USE_CARERS },
		     { "always", LIST_USE_ALWAYS } };
	const char *said;

	for (size_t i = 0; cli->argc == 3 && i < COUNT_OF(uses); i++) {
		enum status rc;

		if (!text_equal(cli->argv[2], uses[i].word))
			continue;
		rc = casework_use_list(cli->session, cli->argv[1], uses[i].use, &cli->arena, &said);
		if (rc != OK)
			return cli_fail(cli, rc);
		buf_printf(&cli->out, _("From now on %s.\n"), said);
		return OK;
	}
	return usage();
}

static const struct {
	const char *name;
	bool alone; /* without signing in */
	enum status (*run)(struct cli *cli);
} subcommands[] = {
	{ "check", true, check },    { "load", false, load }, { "retire", false, retire },
	{ "offer", false, restore }, { "use", false, use },
};

enum status command_list(struct cli *cli)
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
