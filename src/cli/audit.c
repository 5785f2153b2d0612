#include "cli.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/audit.h"
#include "casework/heads.h"

#define EVENTS_AT_ONCE 500

static const char *safe(struct cli *cli, const char *text)
{
	return text_safe(str_of(text), &cli->arena);
}

static void put_head(struct cli *cli, const struct noted_head *h)
{
	buf_printf(&cli->out, "%lld %lld %s  %s  %s\n", (long long)h->id.n, (long long)h->at,
	           h->hex, h->words, h->when);
}

/* verify [--against FILE]: E_DAMAGED when anything is not what it was. */
static enum status verify(struct cli *cli)
{
	const char *against = cli_take_value(cli, "--against");
	struct verified v;
	enum status rc;

	if (cli->argc != 1)
		return cli_usage(command_find_by_name("audit"));
	rc = casework_verify(cli->session, against, cli_progress(_("Checking")), &cli->arena, &v);
	if (rc != OK)
		return cli_fail(cli, rc);
	buf_printf(&cli->out, "%s\n", v.says);
	buf_printf(&cli->out, _("%lld events, %lld rows, %lld of them erased.\n"),
	           (long long)v.events, (long long)v.rows, (long long)v.erased);
	if (v.first_bad.n != 0)
		buf_printf(&cli->out, _("First bad event: %lld.\n"), (long long)v.first_bad.n);
	if (v.head.id.n != 0)
		buf_printf(&cli->out, _("Its end: event %lld, %s\n         %s\n         %s\n"),
		           (long long)v.head.id.n, v.head.when, v.head.words, v.head.hex);
	if (*v.exposed)
		buf_printf(&cli->out, "%s\n", v.exposed);
	return v.whole ? OK : E_DAMAGED;
}

static void put_row(struct cli *cli, const struct log_row *r)
{
	buf_printf(&cli->out, "%s %s  %s", r->day, r->time, safe(cli, r->who));
	if (*r->roles)
		buf_printf(&cli->out, ", %s", r->roles);
	buf_printf(&cli->out, ", %s", safe(cli, r->what));
	if (*r->why)
		buf_printf(&cli->out, ": %s", safe(cli, r->why));
	buf_putc(&cli->out, '\n');
}

/* show REF: who looked at one person's record, the newest first. */
static enum status show(struct cli *cli)
{
	struct log_from from = { .limit = EVENTS_AT_ONCE };
	struct person_id id;
	struct log_page page;
	enum status rc;

	if (cli->argc != 2)
		return cli_usage(command_find_by_name("audit"));
	if (!person_ref_parse(str_of(cli->argv[1]), &id)) {
		cli_complain(_("%s is no reference. They look like CL-000123; clew find has them."),
		             cli->argv[1]);
		return E_USAGE;
	}
	do {
		rc = casework_looks_at(cli->session, id, from, &cli->arena, &page);
		if (rc != OK)
			return cli_fail(cli, rc);
		for (size_t i = 0; i < page.n; i++)
			put_row(cli, &page.at[i]);
		from.before = page.next;
	} while (page.next.n != 0 && cli_flush(cli));
	return OK;
}

/* heads: those noted beside the file and the end as it is now; of the form that verify reads. */
static enum status heads(struct cli *cli)
{
	struct noted_heads noted;
	struct noted_head now;
	enum status rc;

	if (cli->argc != 1)
		return cli_usage(command_find_by_name("audit"));
	rc = casework_heads(cli->session, &cli->arena, &noted);
	if (rc == OK)
		rc = casework_head(cli->session, &cli->arena, &now);
	if (rc != OK)
		return cli_fail(cli, rc);
	for (size_t i = 0; i < noted.n; i++)
		put_head(cli, &noted.at[i]);
	if (now.id.n != 0)
		put_head(cli, &now);
	return OK;
}

static enum status checkpoint(struct cli *cli)
{
	struct noted_head head;
	enum status rc;

	if (cli->argc != 1)
		return cli_usage(command_find_by_name("audit"));
	rc = casework_take_checkpoint(cli->session, &cli->arena, &head);
	if (rc != OK)
		return cli_fail(cli, rc);
	put_head(cli, &head);
	return OK;
}

enum status command_audit(struct cli *cli)
{
	static const struct {
		const char *name;
		enum status (*run)(struct cli *cli);
	} parts[] = {
		{ "verify", verify },
		{ "show", show },
		{ "heads", heads },
		{ "checkpoint", checkpoint },
	};

	for (size_t i = 0; cli->argc > 0 && i < COUNT_OF(parts); i++)
		if (text_equal(cli->argv[0], parts[i].name))
			return parts[i].run(cli);
	return cli_usage(command_find_by_name("audit"));
}
