#ifndef VAULT_KEYFILE_H
#define VAULT_KEYFILE_H

#include "vault/digest.h"
#include "vault/keys.h"

#include "base/buf.h"

#include <sodium.h>

/*
 * The text of a key file, in memory. clew-file(5) says it for people:
 *
 *	clew-keys 1
 *	recovery RECIPIENT              age1…, the public half of the key on paper
 *	sign-in typed                   only where the sign-in lists nobody
 *	account LOGIN                   for every account:
 *	name NAME                         to the end of the line, UTF-8
 *	argon2id PASSES KIB SALT          version 1.3, one lane; 16 bytes of salt
 *	public KEY                        X25519, 32 bytes
 *	secret BOX                        24 bytes of nonce, then crypto_secretbox of the secret half
 *	epoch N                         the newest first, one or two:
 *	paper SEALED                      data key N by crypto_box_seal to the recovery key
 *	key LOGIN SEALED                  and to every account, in the order they stand above
 *	seal N MAC                      for every epoch: all lines before the first seal,
 *	                                  BLAKE2b under data key N (digest.h, purpose "keysfile")
 *	sum HASH                        the last line: BLAKE2b of all lines before it, no key
 *
 * Every line ends with one newline, words are parted by one blank, bytes are Base64 (RFC 4648
 * section 4, padded). The sum tells damage from a wrong passphrase; the seals tell, once a slot was
 * opened, that nobody without the data key changed a recipient, a public key or a name.
 */
#define KEYFILE_LIMIT ((size_t)1024 * 1024)
#define LOGIN_ROOM    33
#define NAME_LIMIT    160
#define EPOCHS        2

#define SALT_BYTES   crypto_pwhash_SALTBYTES
#define PUBLIC_BYTES crypto_box_PUBLICKEYBYTES
#define SECRET_BYTES crypto_box_SECRETKEYBYTES
#define NONCE_BYTES  crypto_secretbox_NONCEBYTES
#define BOX_BYTES    (NONCE_BYTES + crypto_secretbox_MACBYTES + SECRET_BYTES)
#define SEALED_BYTES (KEY_BYTES + crypto_box_SEALBYTES)

struct slot {
	char login[LOGIN_ROOM];
	const char *name;
	struct keys_cost cost;
	uint8_t salt[SALT_BYTES];
	uint8_t public[PUBLIC_BYTES];
	uint8_t box[BOX_BYTES];
	uint8_t sealed[EPOCHS][SEALED_BYTES]; /* in the order of epochs */
};

struct epoch {
	uint32_t number;
	uint8_t paper[SEALED_BYTES];
	uint8_t seal[DIGEST_BYTES];
};

struct keyfile {
	uint8_t recovery[PUBLIC_BYTES];
	bool typed; /* the sign-in lists nobody: logins are typed */
	struct {
		size_t n;
		struct slot *at;
	} slots;
	size_t epochs;
	struct epoch epoch[EPOCHS]; /* the newest first, as in struct keyring */
	struct str sealed;          /* the bytes that the seals cover: a part of the text read */
};

enum keyfile_reading { KEYFILE_READ, KEYFILE_DAMAGED, KEYFILE_NEWER };

/* Everything in ret but sealed belongs to a. */
enum keyfile_reading keyfile_parse(struct str text, struct arena *a, struct keyfile *ret);

/* The text, sealed with the keys of ring: one for each epoch, in their order. */
void keyfile_print(const struct keyfile *f, const struct keyring *ring, struct buf *out);

/* Does every seal agree? ring holds one key for each epoch. */
bool keyfile_true(const struct keyfile *f, const struct keyring *ring);

struct slot *keyfile_slot(const struct keyfile *f, const char *login); /* NULL: none */

bool login_valid(const char *login);

#endif
