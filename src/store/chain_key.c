#include "chain.h"

#include "handle.h"
#include "stmt.h"

#include "base/words.h"

#include <string.h>

static bool made_with(struct store *st, sqlite3_stmt *q)
{
	struct str salt = stmt_str(q, "salt"), body = stmt_str(q, "body");
	struct str kept = stmt_str(q, "digest");
	uint8_t digest[DIGEST_BYTES];

	if (salt.n != SALT_BYTES || kept.n != DIGEST_BYTES)
		return false;
	chain_digest(&st->key, (const uint8_t *)salt.at, body, digest);
	return memcmp(kept.at, digest, DIGEST_BYTES) == 0;
}

/* One row that was tampered with is for clew check to tell; the key is wrong when none of several fits. */
enum status chain_check_key(struct store *st)
{
	sqlite3_stmt *q;
	bool row = true, any = false, fits = false;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("SELECT salt, body, digest FROM"
	                        " (SELECT salt, body, digest FROM event_row WHERE body IS NOT NULL"
	                        "   ORDER BY event, seq LIMIT 8)"
	                        " UNION ALL SELECT salt, body, digest FROM"
	                        " (SELECT salt, body, digest FROM event_row WHERE body IS NOT NULL"
	                        "   ORDER BY event DESC, seq DESC LIMIT 8)"));

	while (rc == OK && !fits) {
		rc = stmt_step(st, q, &row);
		if (rc != OK || !row)
			break;
		any = true;
		fits = made_with(st, q);
	}
	stmt_release(q);
	if (rc == OK && any && !fits)
		rc = store_fail(st, E_CONFLICT,
		                _("The key file beside %s belongs to another case file. Nothing "
		                  "was opened. Put the right one there: the last backup has both."),
		                st->path);
	return rc;
}
