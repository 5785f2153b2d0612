#include "vault/keys.h"

#include "base/file.h"
#include "base/words.h"
#include "beside.h"
#include "ready.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

/*
 * FILE.desk, three lines:
 *
 *	clew-desk 1
 *	until SECONDS
 *	secret BASE64
 */
#define DESK_HEAD    "clew-desk 1"
#define DESK_LIMIT   1024
#define SECRET_BYTES 32
#define VARIANT      sodium_base64_VARIANT_ORIGINAL
#define SECRET_ROOM  sodium_base64_ENCODED_LEN(SECRET_BYTES, VARIANT)

/* Nobody can guess 32 bytes of chance, so a guess need not be dear. */
static const struct keys_cost cheap = { .passes = 1, .kib = 8 };

struct desk_file {
	long long until;
	char secret[SECRET_ROOM];
};

/* What stands behind that word in the next line. */
static bool line_after(struct str *rest, const char *word, struct str *ret)
{
	struct str line, first;

	if (!str_cut(rest, '\n', &line) || !str_cut(&line, ' ', &first) || !str_is(first, word))
		return false;
	*ret = line;
	return true;
}

static bool desk_parse(struct str text, struct desk_file *ret)
{
	struct str line, until, secret;

	if (!str_cut(&text, '\n', &line) || !str_is(line, DESK_HEAD) ||
	    !line_after(&text, "until", &until) || !str_int(until, &ret->until) ||
	    !line_after(&text, "secret", &secret) || secret.n != sizeof(ret->secret) - 1)
		return false;
	memcpy(ret->secret, secret.at, secret.n);
	ret->secret[secret.n] = '\0';
	return true;
}

static enum status desk_read(struct keys *k, struct desk_file *ret)
{
	struct buf text = { 0 };
	enum status rc = file_read(beside(k, ".desk"), DESK_LIMIT, &text);

	if (rc == OK && !desk_parse(buf_str(&text), ret))
		rc = E_DAMAGED;
	buf_wipe(&text);
	return rc;
}

bool keys_desk_on(struct keys *k)
{
	struct desk_file f = { 0 };
	bool on = desk_read(k, &f) == OK && (f.until == 0 || f.until > k->now);

	sodium_memzero(&f, sizeof(f));
	return on;
}

enum status keys_desk_open(struct keys *k, struct keyring *ret)
{
	struct desk_file f = { 0 };
	enum status rc = desk_read(k, &f);

	if (rc == OK && f.until != 0 && f.until <= k->now)
		rc = E_NOT_FOUND;
	if (rc != OK)
		rc = FAULT(k, E_NOT_FOUND,
		           _("The Desk without a name is not on. A coordinator puts it on."));
	else
		rc = keys_open(k, KEYS_DESK_LOGIN, str_of(f.secret), ret);
	sodium_memzero(&f, sizeof(f));
	return rc;
}

static enum status put_file(struct keys *k, const struct desk_file *f)
{
	struct buf text = { 0 };
	enum status rc;

	buf_printf(&text, "%s\nuntil %lld\nsecret %s\n", DESK_HEAD, f->until, f->secret);
	rc = beside_put(k, beside(k, ".desk"), buf_str(&text), true);
	buf_wipe(&text);
	return rc;
}

/* The slot first: killed in between, the file beside opens nothing, and the Desk is put on again. */
static enum status put_slot(struct keys *k, const struct keyring *ring, const char *name,
                            const char *secret)
{
	const struct keys_account who = { .login = KEYS_DESK_LOGIN, .name = name };
	const struct keys_cost usual = k->cost;
	enum status rc;

	k->cost = cheap;
	rc = keys_add_account(k, ring, &who, str_of(secret));
	if (rc == E_EXISTS)
		rc = keys_change_passphrase(k, ring, KEYS_DESK_LOGIN, str_of(secret));
	k->cost = usual;
	return rc;
}

enum status keys_desk_put(struct keys *k, const struct keyring *ring, const char *name,
                          int64_t until)
{
	struct desk_file f = { .until = until };
	uint8_t chance[SECRET_BYTES];
	enum status rc;

	crypto_ready();
	randombytes_buf(chance, sizeof(chance));
	sodium_bin2base64(f.secret, sizeof(f.secret), chance, sizeof(chance), VARIANT);
	sodium_memzero(chance, sizeof(chance));
	rc = put_slot(k, ring, name, f.secret);
	if (rc == OK)
		rc = put_file(k, &f);
	sodium_memzero(&f, sizeof(f));
	return rc;
}

enum status keys_desk_remove(struct keys *k, const struct keyring *ring)
{
	const char *path = beside(k, ".desk");
	enum status rc;

	if (unlink(path) != 0 && errno != ENOENT)
		return FAULT(k, E_IO, _("%s cannot be taken away (%s). The Desk is still on."),
		             path, strerror(errno));
	rc = keys_remove_account(k, ring, KEYS_DESK_LOGIN);
	return rc == E_NOT_FOUND ? OK : rc;
}
