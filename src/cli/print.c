#include "cli.h"

#include "base/file.h"
#include "base/words.h"
#include "casework/release.h"
#include "model/ids.h"
#include "paper/plan.h"

struct printing {
	const char *out;
	bool html, large, force;
	const char *reason; /* for a colleague's person; NULL: none */
};

static enum status record(struct cli *cli, const struct plan_release *r)
{
	enum status rc = casework_released_plan(cli->session, r);

	return rc == OK ? rc : cli_fail(cli, rc);
}

/* Made, put on record, and only then there: what could not be recorded leaves no file. */
static enum status write_file(struct cli *cli, const struct printing *how,
                              const struct plan_release *r, struct str page)
{
	struct file_put *f = NULL;
	const char *fault = "";
	enum status rc = file_put_open(how->out, how->force ? FILE_REPLACE : FILE_KEEP_EXISTING,
	                               &cli->arena, &f, &fault);

	if (rc == OK && file_put_write(f, page) == OK) {
		rc = record(cli, r);
		if (rc != OK) {
			file_put_drop(f);
			return rc;
		}
	}
	if (f)
		rc = file_put_close(f, &cli->arena, &fault);
	if (rc != OK)
		cli_complain("%s", fault);
	return rc;
}

static enum status hand_over(struct cli *cli, const struct printing *how,
                             const struct plan_release *r)
{
	struct buf page = { 0 };
	enum status rc;

	if (how->html)
		plan_paper_html(&r->document, how->large, &page);
	else
		plan_paper_text(&r->document, &page);
	if (how->out) {
		rc = write_file(cli, how, r, buf_str(&page));
	} else {
		rc = record(cli, r);
		if (rc == OK)
			buf_add(&cli->out, buf_str(&page));
	}
	buf_done(&page);
	return rc;
}

static enum status print_plan(struct cli *cli, const struct printing *how, struct person_id person)
{
	struct plan_release r;
	enum status rc = casework_release_plan(cli->session, person, &cli->arena, &r);

	if (rc != OK) {
		rc = cli_give_reason(cli, rc, person, how->reason);
		if (rc != OK)
			return rc;
		rc = casework_release_plan(cli->session, person, &cli->arena, &r);
	}
	if (rc != OK)
		return cli_fail(cli, rc);
	for (size_t i = 0; i < r.missing; i++)
		cli_complain("%s", r.lacks[i]);
	if (r.document.brief)
		cli_complain("%s", _("the short one, for somebody else may see it: dates, who "
		                     "rings, numbers."));
	return hand_over(cli, how, &r);
}

enum status command_print(struct cli *cli)
{
	const struct command *command = command_find_by_name("print");
	struct printing how = { .out = cli_take_value(cli, "--out"),
		                .reason = cli_take_value(cli, "--reason") };
	struct person_id person;

	how.html = cli_take_flag(cli, "--html");
	how.large = cli_take_flag(cli, "--large");
	how.force = cli_take_flag(cli, "--force");
	if (cli->argc != 2 || !text_equal(cli->argv[0], "plan") ||
	    !person_ref_parse(str_of(cli->argv[1]), &person))
		return cli_usage(command);
	if (how.large && !how.html) {
		cli_complain("%s", _("Large print needs --html."));
		return E_USAGE;
	}
	return print_plan(cli, &how, person);
}
