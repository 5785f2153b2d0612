#include "cli.h"

#include "base/words.h"
#include "casework/access.h"

enum status cli_give_reason(struct cli *cli, enum status rc, struct person_id person,
                            const char *word)
{
	int reason;

	if (rc != E_DENIED || cli->session->demand.permit != PERMIT_WITH_REASON)
		return cli_fail(cli, rc);
	if (!word) {
		cli_complain(_("this is a colleague's person. Say why: --reason rang, here, "
		               "covering, asked or same_person."));
		return rc;
	}
	reason = words_find(&access_reasons, str_of(word));
	if (reason < ACCESS_RANG || reason > ACCESS_SAME_PERSON) {
		cli_complain(_("--reason takes rang, here, covering, asked or same_person."));
		return E_USAGE;
	}
	rc = casework_give_reason(cli->session, person, (enum access_reason)reason);
	return rc == OK ? OK : cli_fail(cli, rc);
}
