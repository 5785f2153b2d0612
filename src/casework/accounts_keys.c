#include "accounts_keys.h"

#include "casework/accounts.h"

#include "base/words.h"
#include "model/plain_words.h"
#include "store/store.h"

static struct keys keys_of(struct session *s, struct arena *a)
{
	return (struct keys){ .path = store_path(s->store),
		              .a = a,
		              .now = s->now,
		              .cost = s->cost ? *s->cost : KEYS_COST };
}

/* A session that did not begin with a passphrase holds no key to give on. */
static bool no_keys(const struct session *s)
{
	return !s->ring || !store_path(s->store);
}

static enum status said(struct session *s, const struct keys *k, enum status rc)
{
	return rc == OK ? OK : session_fail(s, rc, "%s", k->fault);
}

enum status slots_list(struct session *s, struct arena *a, struct keys_account_list *ret)
{
	struct keys k = keys_of(s, a);

	if (no_keys(s))
		return OK;
	return said(s, &k, keys_list(&k, ret));
}

enum status slot_set(struct session *s, const struct account *x, struct str passphrase)
{
	struct arena a = { 0 };
	struct keys k = keys_of(s, &a);
	const struct keys_account who = { x->login, x->name };
	enum status rc = OK;

	if (no_keys(s))
		return OK;
	rc = keys_change_passphrase(&k, s->ring, x->login, passphrase);
	if (rc == E_NOT_FOUND)
		rc = keys_add_account(&k, s->ring, &who, passphrase);
	rc = said(s, &k, rc);
	arena_reset(&a);
	return rc;
}

const char *code_make(struct arena *a)
{
	struct key random;
	const char *code;

	key_random(&random);
	code = plain_words(random.bytes, CODE_WORDS, a);
	key_wipe(&random);
	return code;
}

enum status slot_set_code(struct session *s, const struct account *x, struct arena *a,
                          const char **code)
{
	const char *words = code_make(a);
	enum status rc = slot_set(s, x, str_of(words));

	if (rc == OK)
		*code = words;
	return rc;
}

enum status slot_remove(struct session *s, const struct account *x)
{
	struct arena a = { 0 };
	struct keys k = keys_of(s, &a);
	enum status rc;

	if (no_keys(s))
		return OK;
	rc = keys_remove_account(&k, s->ring, x->login);
	rc = rc == E_NOT_FOUND ? OK : said(s, &k, rc);
	arena_reset(&a);
	return rc;
}

enum status slot_forgive(struct session *s, const struct account *x)
{
	struct arena a = { 0 };
	struct keys k = keys_of(s, &a);
	enum status rc;

	if (no_keys(s))
		return OK;
	rc = said(s, &k, keys_forgive(&k, x->login));
	arena_reset(&a);
	return rc;
}

enum status slots_mirror(struct session *s)
{
	struct arena a = { 0 };
	struct keys k = keys_of(s, &a);
	struct keys_account_list list;
	enum status rc;

	if (no_keys(s) || store_read_only(s->store))
		return OK;
	rc = keys_list(&k, &list);
	if (rc == OK && list.typed != s->service.sign_in_typed)
		rc = keys_say_typed(&k, s->ring, s->service.sign_in_typed);
	rc = said(s, &k, rc);
	arena_reset(&a);
	return rc;
}
