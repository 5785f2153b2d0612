#include "cli.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/counts.h"
#include "casework/today.h"

static void put(struct cli *cli, const char *before, const char *text)
{
	if (!text_empty(text))
		buf_printf(&cli->out, "%s%s", before, text_safe(str_of(text), &cli->arena));
}

static void put_item(struct cli *cli, const struct today_item *x)
{
	buf_printf(&cli->out, "  %-9s", x->when);
	put(cli, " ", x->name);
	put(cli, " ", x->year);
	put(cli, ": ", x->what);
	put(cli, " · ", x->soft);
	put(cli, " · ", x->safe);
	put(cli, " · ", x->number);
	if (x->others > 0)
		buf_printf(&cli->out, x->others_late > 0 && !x->late ? _("  +%d late") : "  +%d",
		           x->others);
	buf_putc(&cli->out, '\n');
}

static void put_today(struct cli *cli, const struct today_view *v)
{
	const struct today *t = &v->today;

	buf_printf(&cli->out, _("%s    %zu open · %zu late · %zu at a time\n"),
	           day_long(cli->session->today, &cli->arena), v->open, v->late, v->timed);
	for (int i = 0; i < TODAY_SECTION_COUNT; i++) {
		if (t->count[i] == 0)
			continue;
		put(cli, "", today_title(t, (enum today_section)i));
		buf_printf(&cli->out, " %zu\n", t->count[i]);
		for (size_t j = 0; j < t->count[i]; j++)
			put_item(cli, &t->items.at[t->first[i] + j]);
	}
	if (t->items.n == 0)
		buf_puts(&cli->out, _("Nothing is due and nobody is waiting.\n"));
}

/* Of whoever --as or CLEW_LOGIN names, from the file of counts: no passphrase, no case file opened. */
static enum status count_kept(struct cli *cli)
{
	const struct options *o = cli->options;
	int64_t now = clock_now();
	const struct due_count_of of = { .folder = o->state_folder,
		                         .path = o->file,
		                         .login = o->login,
		                         .now = now,
		                         .today = clock_day(now) };
	const char *since, *fault;
	long count;
	enum status rc = casework_due_count(&of, &cli->arena, &count, &since, &fault);

	if (rc != OK) {
		cli_complain("%s", fault);
		return rc;
	}
	if (!text_empty(since))
		cli_complain("%s", since);
	buf_printf(&cli->out, "%ld\n", count);
	return OK;
}

static enum status today(struct cli *cli, struct today_of *of, const char *login, bool count)
{
	struct account worker;
	struct today_view v;
	enum status rc = cli_sign_in(cli->options, &cli->session);

	if (rc != OK)
		return rc;
	if (login)
		rc = casework_worker(cli->session, login, &worker);
	if (rc == OK && login)
		of->worker = worker.id;
	if (rc == OK)
		rc = casework_today(cli->session, of, &cli->arena, &v);
	if (rc != OK)
		return cli_fail(cli, rc);
	if (count)
		buf_printf(&cli->out, "%zu\n", v.today.items.n);
	else
		put_today(cli, &v);
	return OK;
}

/* today [--worker L] [--all] [--count]: what is due, as text, or how many things as a number. */
enum status command_today(struct cli *cli)
{
	const struct options *o = cli->options;
	const char *login = cli_take_value(cli, "--worker");
	struct today_of of = { .everyone = cli_take_flag(cli, "--all") };
	bool count = cli_take_flag(cli, "--count");
	bool named = count && !login && !of.everyone && !o->demo && o->today == DAY_NONE;

	if (cli->argc != 0)
		return cli_usage(command_find_by_name("today"));
	if (named && o->login && o->passphrase_fd < 0)
		return count_kept(cli);
	return today(cli, &of, login, count);
}
