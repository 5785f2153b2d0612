#include "cli.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/find.h"

#include <stdio.h>

#define MOST_HITS 200 /* of people, and of services */

/* The text after find, or for - the first line of the input. */
static const char *wanted(struct cli *cli)
{
	char line[1024];
	struct str text;

	if (!text_equal(cli->argv[0], "-"))
		return cli->argv[0];
	if (!fgets(line, sizeof(line), stdin))
		return "";
	text = str_of(line);
	while (text.n > 0 && (text.at[text.n - 1] == '\n' || text.at[text.n - 1] == '\r'))
		text.n--;
	return arena_str(&cli->arena, text);
}

static void put(struct cli *cli, const char *text)
{
	if (!text_empty(text))
		buf_printf(&cli->out, "  %s", text_safe(str_of(text), &cli->arena));
}

enum status command_find(struct cli *cli)
{
	struct hits hits;
	enum status rc;

	if (cli->argc != 1)
		return cli_usage(command_find_by_name("find"));
	rc = casework_find(cli->session, wanted(cli), MOST_HITS, &cli->arena, &hits);
	if (rc == OK)
		rc = casework_find_settled(cli->session);
	if (rc != OK)
		return cli_fail(cli, rc);
	if (hits.n == 0) {
		cli_complain("%s", hits.hint);
		return E_NOT_FOUND;
	}
	if (hits.sounds_so)
		cli_complain(_("nobody is spelt so; these sound like it."));
	for (size_t i = 0; i < hits.n; i++) {
		const struct hit *h = &hits.at[i];

		buf_puts(&cli->out, h->person.n ? h->ref : _("service  "));
		put(cli, h->name);
		put(cli, h->where);
		put(cli, h->worker);
		put(cli, h->safe);
		buf_putc(&cli->out, '\n');
	}
	if (hits.more)
		cli_complain(_("there are more: type more of the name."));
	return OK;
}
