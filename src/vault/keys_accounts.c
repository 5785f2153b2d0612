#include "vault/keys.h"

#include "base/text.h"
#include "base/words.h"
#include "beside.h"
#include "hold.h"
#include "slot.h"

#include <string.h>

enum status account_check(struct keys *k, const struct keys_account *who, struct str pass)
{
	struct str name = str_of(who->name);
	size_t bad, i;

	if (!who->login || !login_valid(who->login))
		return FAULT(k, E_INVALID,
		             _("A login has 1 to %d small letters, digits, dots or hyphens, and "
		               "begins with a letter or digit."),
		             LOGIN_ROOM - 1);
	if (name.n == 0 || name.n > NAME_LIMIT || !text_valid(name, &bad))
		return FAULT(k, E_INVALID, _("A name has 1 to %d bytes of text."), NAME_LIMIT);
	for (i = 0; i < name.n; i++)
		if ((unsigned char)name.at[i] < ' ' || name.at[i] == 0x7f)
			return FAULT(k, E_INVALID, _("A name is one line of text."));
	if (pass.n == 0)
		return FAULT(k, E_INVALID, _("A passphrase cannot be empty."));
	return OK;
}

enum status slot_fill(struct keys *k, const struct keyring *ring, struct str passphrase,
                      struct slot *slot)
{
	size_t i;

	if (!slot_make(slot, passphrase, k->cost))
		return fault_memory(k);
	for (i = 0; i < ring->n; i++)
		key_seal(&ring->at[i], slot->public, slot->sealed[i]);
	return OK;
}

void slot_name(struct keys *k, const struct keys_account *who, struct slot *slot)
{
	*slot = (struct slot){ .name = arena_strdup(k->a, who->name) };
	memcpy(slot->login, who->login, strlen(who->login));
}

enum status keys_add_account(struct keys *k, const struct keyring *ring,
                             const struct keys_account *who, struct str passphrase)
{
	struct slot slot = { 0 };
	struct held h;
	enum status rc;

	rc = account_check(k, who, passphrase);
	if (rc != OK)
		return rc;
	rc = keys_hold(k, ring, &h);
	if (rc == OK && keyfile_slot(&h.f, who->login))
		rc = FAULT(k, E_EXISTS, _("There is an account %s already. Choose another login."),
		           who->login);
	if (rc == OK) {
		slot_name(k, who, &slot);
		rc = slot_fill(k, ring, passphrase, &slot);
	}
	if (rc == OK) {
		*ARENA_PUSH(k->a, &h.f.slots) = slot;
		rc = keys_put(k, &h, ring, BEFORE_KEPT);
	}
	held_done(&h);
	return rc;
}

static enum status hold_account(struct keys *k, const struct keyring *ring, const char *login,
                                struct held *h, struct slot **ret)
{
	enum status rc = keys_hold(k, ring, h);

	if (rc != OK)
		return rc;
	*ret = keyfile_slot(&h->f, login);
	return *ret ? OK : FAULT(k, E_NOT_FOUND, _("There is no account of that login."));
}

enum status keys_change_passphrase(struct keys *k, const struct keyring *ring, const char *login,
                                   struct str passphrase)
{
	struct slot *slot;
	struct held h;
	enum status rc;

	if (passphrase.n == 0)
		return FAULT(k, E_INVALID, _("A passphrase cannot be empty."));
	rc = hold_account(k, ring, login, &h, &slot);
	if (rc == OK)
		rc = slot_fill(k, ring, passphrase, slot);
	if (rc == OK)
		rc = keys_put(k, &h, ring, BEFORE_GONE);
	held_done(&h);
	return rc;
}

enum status keys_remove_account(struct keys *k, const struct keyring *ring, const char *login)
{
	struct slot *slot;
	struct held h;
	enum status rc;

	rc = hold_account(k, ring, login, &h, &slot);
	if (rc == OK && h.f.slots.n == 1)
		rc = FAULT(k, E_CONFLICT,
		           _("This is the last account, so it was kept. Add another one first."));
	if (rc == OK) {
		size_t after = h.f.slots.n - 1 - (size_t)(slot - h.f.slots.at);

		memmove(slot, slot + 1, after * sizeof(*slot));
		h.f.slots.n--;
		rc = keys_put(k, &h, ring, BEFORE_GONE);
	}
	held_done(&h);
	return rc;
}

enum status keys_say_typed(struct keys *k, const struct keyring *ring, bool typed)
{
	struct held h;
	enum status rc = keys_hold(k, ring, &h);

	if (rc == OK && h.f.typed != typed) {
		h.f.typed = typed;
		rc = keys_put(k, &h, ring, BEFORE_KEPT);
	}
	held_done(&h);
	return rc;
}
