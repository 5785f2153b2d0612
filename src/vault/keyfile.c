#include "keyfile.h"

#include "bech32.h"

#include <assert.h>
#include <string.h>

#define HEADING  "clew-keys "
#define VERSION  "1"
#define SUM_LINE (sizeof("sum ") - 1 + 44 + 1)
#define VARIANT  sodium_base64_VARIANT_ORIGINAL

struct slot *keyfile_slot(const struct keyfile *f, const char *login)
{
	size_t i;

	for (i = 0; i < f->slots.n; i++)
		if (strcmp(f->slots.at[i].login, login) == 0)
			return &f->slots.at[i];
	return NULL;
}

bool login_valid(const char *login)
{
	static const char first[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	size_t n = strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789._-");

	return login[0] && strchr(first, login[0]) && !login[n] && n < LOGIN_ROOM;
}

/* The line at the front of *rest, when it is "word value": taken off, value in ret. */
static bool take(struct str *rest, const char *word, struct str *ret)
{
	const char *end = rest->n > 0 ? memchr(rest->at, '\n', rest->n) : NULL;
	size_t word_n = strlen(word), line_n;

	if (!end || !str_starts(*rest, word))
		return false;
	line_n = (size_t)(end - rest->at);
	if (line_n <= word_n || rest->at[word_n] != ' ')
		return false;
	*ret = (struct str){ rest->at + word_n + 1, line_n - word_n - 1 };
	*rest = (struct str){ end + 1, rest->n - line_n - 1 };
	return true;
}

/* Only as we write it: libsodium reads byte af as the / that it is but for one bit. */
static bool bytes_parse(struct str s, uint8_t *ret, size_t n)
{
	char text[sodium_base64_ENCODED_LEN(SEALED_BYTES, VARIANT)];
	size_t got;

	assert(n <= SEALED_BYTES);
	return sodium_base642bin(ret, n, s.at, s.n, NULL, &got, NULL, VARIANT) == 0 && got == n &&
	       str_is(s, sodium_bin2base64(text, sizeof(text), ret, n, VARIANT));
}

static bool take_bytes(struct str *rest, const char *word, uint8_t *ret, size_t n)
{
	struct str value;

	return take(rest, word, &value) && bytes_parse(value, ret, n);
}

static bool number_parse(struct str s, uint32_t least, uint32_t most, uint32_t *ret)
{
	long long n;

	if (!str_int(s, &n) || n < least || n > most)
		return false;
	*ret = (uint32_t)n;
	return true;
}

static bool take_cost(struct str *rest, struct slot *slot)
{
	struct str value, passes, kib;

	return take(rest, "argon2id", &value) && str_cut(&value, ' ', &passes) &&
	       str_cut(&value, ' ', &kib) && number_parse(passes, 1, 64, &slot->cost.passes) &&
	       number_parse(kib, 8, 1024 * 1024, &slot->cost.kib) &&
	       bytes_parse(value, slot->salt, SALT_BYTES);
}

static bool take_slot(struct str *rest, struct arena *a, struct keyfile *f)
{
	struct str login, name;
	struct slot slot = { 0 };

	if (!take(rest, "account", &login) || login.n >= LOGIN_ROOM)
		return false;
	memcpy(slot.login, login.at, login.n);
	if (strlen(slot.login) != login.n || !login_valid(slot.login) ||
	    keyfile_slot(f, slot.login))
		return false;
	if (!take(rest, "name", &name) || name.n > NAME_LIMIT || memchr(name.at, '\0', name.n))
		return false;
	if (!take_cost(rest, &slot) || !take_bytes(rest, "public", slot.public, PUBLIC_BYTES) ||
	    !take_bytes(rest, "secret", slot.box, BOX_BYTES))
		return false;
	slot.name = arena_str(a, name);
	*ARENA_PUSH(a, &f->slots) = slot;
	return true;
}

static bool take_epoch(struct str *rest, struct keyfile *f)
{
	struct epoch *e = &f->epoch[f->epochs];
	struct str value, login;
	size_t i;

	if (f->epochs == EPOCHS || !take(rest, "epoch", &value) ||
	    !number_parse(value, 1, UINT32_MAX, &e->number) ||
	    !take_bytes(rest, "paper", e->paper, SEALED_BYTES))
		return false;
	for (i = 0; i < f->slots.n; i++) {
		struct slot *slot = &f->slots.at[i];

		if (!take(rest, "key", &value) || !str_cut(&value, ' ', &login) ||
		    !str_is(login, slot->login) ||
		    !bytes_parse(value, slot->sealed[f->epochs], SEALED_BYTES))
			return false;
	}
	f->epochs++;
	return true;
}

static bool take_seal(struct str *rest, struct epoch *e)
{
	struct str value, number;
	uint32_t n;

	return take(rest, "seal", &value) && str_cut(&value, ' ', &number) &&
	       number_parse(number, 1, UINT32_MAX, &n) && n == e->number &&
	       bytes_parse(value, e->seal, DIGEST_BYTES);
}

/* A line that need not be there. */
static bool take_way_in(struct str *rest, struct keyfile *f)
{
	struct str value;

	if (!str_starts(*rest, "sign-in "))
		return true;
	f->typed = take(rest, "sign-in", &value) && str_is(value, "typed");
	return f->typed;
}

static bool body_parse(struct str rest, struct arena *a, struct keyfile *f)
{
	const char *start = rest.at;
	struct str value;
	size_t i;

	if (!take(&rest, "clew-keys", &value) || !take(&rest, "recovery", &value) ||
	    !bech32_decode(value, "age", f->recovery, PUBLIC_BYTES))
		return false;
	if (!take_way_in(&rest, f))
		return false;
	while (str_starts(rest, "account "))
		if (!take_slot(&rest, a, f))
			return false;
	while (str_starts(rest, "epoch "))
		if (!take_epoch(&rest, f))
			return false;
	f->sealed = (struct str){ start, (size_t)(rest.at - start) };
	for (i = 0; i < f->epochs; i++)
		if (!take_seal(&rest, &f->epoch[i]))
			return false;
	return rest.n == 0 && f->slots.n > 0 && f->epochs > 0 &&
	       (f->epochs == 1 || f->epoch[0].number > f->epoch[1].number);
}

static void sum_of(struct str text, uint8_t ret[DIGEST_BYTES])
{
	struct digest d;

	digest_init(&d, NULL, "keysfile");
	digest_add(&d, text.at, text.n);
	digest_end(&d, ret);
}

enum keyfile_reading keyfile_parse(struct str text, struct arena *a, struct keyfile *ret)
{
	uint8_t sum[DIGEST_BYTES], said[DIGEST_BYTES];
	struct keyfile f = { 0 };
	struct str body, tail;

	if (text.n <= SUM_LINE || !str_starts(text, HEADING))
		return KEYFILE_DAMAGED;
	body = (struct str){ text.at, text.n - SUM_LINE };
	tail = (struct str){ text.at + body.n, SUM_LINE };
	sum_of(body, sum);
	if (body.at[body.n - 1] != '\n' || !take_bytes(&tail, "sum", said, sizeof(said)) ||
	    tail.n != 0 || !digest_equal(sum, said))
		return KEYFILE_DAMAGED;
	if (!str_starts(text, HEADING VERSION "\n"))
		return KEYFILE_NEWER;
	if (!body_parse(body, a, &f))
		return KEYFILE_DAMAGED;
	*ret = f;
	return KEYFILE_READ;
}

static void print_bytes(struct buf *out, const uint8_t *at, size_t n)
{
	char text[sodium_base64_ENCODED_LEN(SEALED_BYTES, VARIANT)];

	assert(n <= SEALED_BYTES);
	buf_puts(out, sodium_bin2base64(text, sizeof(text), at, n, VARIANT));
	buf_putc(out, '\n');
}

static void print_slot(struct buf *out, const struct slot *slot)
{
	buf_printf(out, "account %s\nname %s\n", slot->login, slot->name);
	buf_printf(out, "argon2id %u %u ", slot->cost.passes, slot->cost.kib);
	print_bytes(out, slot->salt, SALT_BYTES);
	buf_puts(out, "public ");
	print_bytes(out, slot->public, PUBLIC_BYTES);
	buf_puts(out, "secret ");
	print_bytes(out, slot->box, BOX_BYTES);
}

static void print_epoch(struct buf *out, const struct keyfile *f, size_t at)
{
	size_t i;

	buf_printf(out, "epoch %u\npaper ", f->epoch[at].number);
	print_bytes(out, f->epoch[at].paper, SEALED_BYTES);
	for (i = 0; i < f->slots.n; i++) {
		buf_printf(out, "key %s ", f->slots.at[i].login);
		print_bytes(out, f->slots.at[i].sealed[at], SEALED_BYTES);
	}
}

static void seal_of(struct str text, const struct key *key, uint8_t ret[DIGEST_BYTES])
{
	struct digest d;

	digest_init(&d, key, "keysfile");
	digest_add(&d, text.at, text.n);
	digest_end(&d, ret);
}

void keyfile_print(const struct keyfile *f, const struct keyring *ring, struct buf *out)
{
	uint8_t digest[DIGEST_BYTES];
	char recipient[RECIPIENT_ROOM];
	size_t covered, i;

	assert(ring->n == f->epochs);
	buf_clear(out);
	bech32_encode("age", f->recovery, PUBLIC_BYTES, recipient, sizeof(recipient));
	buf_printf(out, HEADING VERSION "\nrecovery %s\n%s", recipient,
	           f->typed ? "sign-in typed\n" : "");
	for (i = 0; i < f->slots.n; i++)
		print_slot(out, &f->slots.at[i]);
	for (i = 0; i < f->epochs; i++)
		print_epoch(out, f, i);
	covered = out->n;
	for (i = 0; i < f->epochs; i++) {
		seal_of((struct str){ buf_text(out), covered }, &ring->at[i], digest);
		buf_printf(out, "seal %u ", f->epoch[i].number);
		print_bytes(out, digest, sizeof(digest));
	}
	sum_of(buf_str(out), digest);
	buf_puts(out, "sum ");
	print_bytes(out, digest, sizeof(digest));
}

bool keyfile_true(const struct keyfile *f, const struct keyring *ring)
{
	uint8_t digest[DIGEST_BYTES];
	size_t i;

	if (ring->n != f->epochs)
		return false;
	for (i = 0; i < f->epochs; i++) {
		seal_of(f->sealed, &ring->at[i], digest);
		if (!digest_equal(digest, f->epoch[i].seal))
			return false;
	}
	return true;
}
