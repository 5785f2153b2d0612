#include "hold.h"

#include "base/file.h"
#include "base/words.h"
#include "beside.h"
#include "lock.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

void held_done(struct held *h)
{
	buf_done(&h->text);
	if (h->lock >= 0)
		close(h->lock);
	h->lock = -1;
}

static bool sound(struct keys *k, const char *suffix)
{
	struct buf text = { 0 };
	struct keyfile f;
	bool good = file_read(beside(k, suffix), KEYFILE_LIMIT, &text) == OK &&
	            keyfile_parse(buf_str(&text), k->a, &f) == KEYFILE_READ;

	buf_done(&text);
	return good;
}

bool keys_mendable(struct keys *k)
{
	return !sound(k, ".keys") && sound(k, ".keys.old");
}

enum status fault_damaged(struct keys *k)
{
	const char *path = beside(k, ".keys");

	if (keys_mendable(k))
		return FAULT(k, E_DAMAGED,
		             _("The key file %s is damaged, so nobody can sign in with it. Nothing "
		               "was changed. The copy before it, %s, is sound: put that in its "
		               "place."),
		             path, beside(k, ".keys.old"));
	return FAULT(k, E_DAMAGED,
	             _("The key file %s is damaged, so nobody can sign in with it, and there is no "
	               "sound copy of it beside. Nothing was changed. Take the one of the last "
	               "backup."),
	             path);
}

enum status fault_memory(struct keys *k)
{
	return FAULT(k, E_STORE,
	             _("There is not enough memory to look at a passphrase. Nothing was changed. "
	               "Close other programs, then try again."));
}

static enum status file_parse(struct keys *k, const char *path, struct held *h)
{
	enum status rc = file_read(path, KEYFILE_LIMIT, &h->text);

	if (rc == E_NOT_FOUND)
		return FAULT(k, rc, _("There is no key file %s. It belongs beside the case file."),
		             path);
	if (rc == E_INVALID)
		return fault_damaged(k);
	if (rc != OK)
		return FAULT(k, rc, _("The key file %s cannot be read. Nothing was changed."),
		             path);
	switch (keyfile_parse(buf_str(&h->text), k->a, &h->f)) {
	case KEYFILE_READ:
		return OK;
	case KEYFILE_NEWER:
		return FAULT(k, E_DAMAGED,
		             _("The key file %s was made by a newer clew. Nothing was changed. "
		               "Use that clew."),
		             path);
	case KEYFILE_DAMAGED:
		break;
	}
	return fault_damaged(k);
}

enum status keys_read(struct keys *k, struct held *h)
{
	*h = (struct held){ .lock = -1 };
	return file_parse(k, beside(k, ".keys"), h);
}

static enum status keys_lock(struct keys *k, struct held *h)
{
	const char *path = beside(k, ".keys");

	*h = (struct held){ .lock = -1 };
	h->lock = lock_open(path, false);
	if (h->lock < 0 && errno != ENOENT)
		return FAULT(k, E_IO, _("The key file %s cannot be changed (%s). It was kept."),
		             path, strerror(errno));
	return OK;
}

enum status keys_hold(struct keys *k, const struct keyring *ring, struct held *h)
{
	enum status rc = keys_lock(k, h);

	if (rc == OK)
		rc = file_parse(k, beside(k, ".keys"), h);
	if (rc == OK && !keyfile_true(&h->f, ring))
		rc = FAULT(k, E_CONFLICT,
		           _("The key file was changed since you signed in, or is not what it "
		             "should be. It was kept. Sign in again, then repeat this."));
	return rc;
}

enum status keys_put(struct keys *k, const struct held *h, const struct keyring *ring,
                     enum before before)
{
	const char *path = beside(k, ".keys"), *old = beside(k, ".keys.old");
	struct buf text = { 0 };
	enum status rc = OK;

	keyfile_print(&h->f, ring, &text);
	if (before == BEFORE_KEPT)
		rc = beside_put(k, old, buf_str(&h->text), true);
	if (rc == OK)
		rc = beside_put(k, path, buf_str(&text), true);
	if (rc == OK && before == BEFORE_GONE)
		rc = beside_put(k, old, buf_str(&text), true);
	buf_done(&text);
	return rc;
}
