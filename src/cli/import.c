#include "cli.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/import_people.h"
#include "casework/import_services.h"

#include <string.h>

#define VALUE_SHOWN ((size_t)40) /* bytes: of what is longer the place alone is said */

static void put_texts(struct buf *out, const char *label, const struct import_texts *texts,
                      const char *between)
{
	if (texts->n == 0)
		return;
	buf_puts(out, label);
	for (size_t i = 0; i < texts->n; i++)
		buf_printf(out, "%s%s", i > 0 ? between : " ", texts->at[i]);
	buf_puts(out, ".\n");
}

static void put_counts(struct buf *out, const struct import_report *p)
{
	buf_printf(out, _("%lld new, %lld changed, %lld the same"), (long long)p->n_new,
	           (long long)p->n_changed, (long long)p->n_same);
	if (p->n_held > 0)
		buf_printf(out, _(", %lld that differ and were left as they are here"),
		           (long long)p->n_held);
	buf_printf(out, _(", %lld refused.\n"), (long long)p->n_refused);
}

/* "phones.csv, line 14, service_id ser-17: No service here has that id. The row was refused." */
static void put_problem(struct cli *cli, const struct import_problem *p)
{
	struct arena *a = &cli->arena;
	struct buf *out = &cli->out;
	const char *between = "";

	if (!text_empty(p->file)) {
		buf_puts(out, p->file);
		between = ", ";
	}
	if (p->line > 0) {
		buf_printf(out, _("%sline %llu"), between, (unsigned long long)p->line);
		between = ", ";
	}
	if (!text_empty(p->column)) {
		buf_printf(out, "%s%s", between, p->column);
		between = ", ";
	}
	if (!text_empty(p->file) && !text_empty(p->value) && strlen(p->value) <= VALUE_SHOWN)
		buf_printf(out, " %s", text_safe(str_of(p->value), a));
	buf_printf(out, "%s%s", *between ? ": " : "", text_safe(str_of(p->reason), a));
	if (p->refused)
		buf_puts(out, _(" The row was refused."));
	buf_putc(out, '\n');
}

/* What is said of a directory that comes again and again. */
static void put_feed(struct buf *out, const struct import_report *p)
{
	if (!p->feed)
		return;
	buf_printf(out, p->feed_is_new ? _("Directory: %s, new here.\n") : _("Directory: %s.\n"),
	           p->feed);
	if (p->n_gone > 0)
		buf_printf(out, _("%lld not there any more: flagged here, not deleted.\n"),
		           (long long)p->n_gone);
	if (p->n_told > 0)
		buf_printf(out, _("The workers of %lld people are told.\n"), (long long)p->n_told);
}

/* Of what differs and was left as it is here. */
static const char *held_text(const struct import_options *how, const struct import_report *p)
{
	if (how->update)
		return _("What was changed here stays as it is here.\n");
	return p->feed ? _("--update takes over what changed there; what was changed here stays.\n")
	               : _("--update lets the file win where it differs.\n");
}

static void put_report(struct cli *cli, const struct import_options *how,
                       const struct import_report *p)
{
	struct buf *out = &cli->out;

	put_counts(out, p);
	buf_printf(out, _("Read as %s.\n"), p->read_as);
	put_feed(out, p);
	put_texts(out, _("Columns that mean nothing here and were left out:"), &p->unknown,
	          p->feed ? "; " : ", ");
	put_texts(out, _("What clew has no place for:"), &p->not_kept, "; ");
	if (p->unknown.n > 0 && !p->feed)
		buf_printf(out, _("--columns \"%s=NAME\" says which column it is.\n"),
		           p->unknown.at[0]);
	put_texts(out, _("Categories that no concern is known for:"), &p->categories, ", ");
	for (size_t i = 0; i < p->problems.n; i++)
		put_problem(cli, &p->problems.at[i]);
	if (p->n_more > 0)
		buf_printf(out, _("And %lld more.\n"), (long long)p->n_more);
	if (p->rejects)
		buf_printf(out,
		           _("The refused rows are in %s, each with its reason: mend them there "
		             "and import that file.\n"),
		           text_safe(str_of(p->rejects), &cli->arena));
	else if (p->n_refused > 0)
		buf_puts(out, _("--rejects FILE keeps the refused rows, ready to be mended.\n"));
	if (p->n_held > 0)
		buf_puts(out, held_text(how, p));
	if (p->mapping && !how->dry_run)
		buf_printf(out, _("The columns are kept: --map %s, the next time.\n"),
		           text_safe(str_of(p->mapping), &cli->arena));
	if (how->dry_run)
		buf_puts(out, _("This was a dry run: nothing was changed.\n"));
	else if (p->n_new + p->n_changed == 0 && !p->mapping)
		buf_puts(out, _("Nothing was changed.\n"));
}

typedef enum status (*importer)(struct session *s, const struct import_options *options,
                                const struct progress *progress, struct arena *a,
                                struct import_report *ret);

static importer importer_of(const char *what)
{
	if (text_equal(what, "people"))
		return casework_import_people;
	return text_equal(what, "services") ? casework_import_services : NULL;
}

enum status command_import(struct cli *cli)
{
	struct import_options how = { .dry_run = cli_take_flag(cli, "--dry-run"),
		                      .update = cli_take_flag(cli, "--update"),
		                      .rejects = cli_take_value(cli, "--rejects"),
		                      .columns = cli_take_value(cli, "--columns"),
		                      .mapping = cli_take_value(cli, "--map"),
		                      .feed = cli_take_value(cli, "--feed") };
	struct import_report report = { .n_refused = -1 };
	importer import = cli->argc == 2 ? importer_of(cli->argv[0]) : NULL;
	enum status rc;

	if (!import)
		return cli_usage(command_find_by_name("import"));
	how.path = cli->argv[1];
	rc = import(cli->session, &how, cli_progress(_("Importing")), &cli->arena, &report);
	if (report.n_refused < 0) /* the file could not be used at all */
		return cli_fail(cli, rc);
	put_report(cli, &how, &report);
	return rc;
}
