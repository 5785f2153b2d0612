#include "casework/pin.h"

#include "casework/session.h"

#include "base/words.h"

#define PURPOSE "pin     "

static void digest_of(const struct pin *p, struct str typed, uint8_t ret[DIGEST_BYTES])
{
	struct digest d;

	digest_init(&d, &p->key, PURPOSE);
	digest_text(&d, typed);
	digest_end(&d, ret);
}

/* All alike, or one up (or down) from the one before: 111111, 123456, 987654. */
static bool guessed_first(struct str typed)
{
	for (int step = -1; step <= 1; step++) {
		size_t i = 1;

		while (i < typed.n && typed.at[i] - typed.at[i - 1] == step)
			i++;
		if (i == typed.n)
			return true;
	}
	return false;
}

bool pin_written(struct str typed)
{
	for (size_t i = 0; i < typed.n; i++)
		if (typed.at[i] < '0' || typed.at[i] > '9')
			return false;
	return typed.n == PIN_DIGITS;
}

enum status session_pin_set(struct session *s, struct str typed)
{
	struct pin p = { .set = true };

	if (!pin_written(typed))
		return session_fail(s, E_INVALID,
		                    _("A PIN has six digits. Enter alone goes on without one."));
	if (guessed_first(typed))
		return session_fail(s, E_INVALID,
		                    _("That one is tried first by everybody. Choose another."));
	key_random(&p.key);
	digest_of(&p, typed, p.digest);
	s->pin = p;
	key_wipe(&p.key);
	return OK;
}

void session_pin_locked(struct session *s)
{
	if (s->pin.locked_ms != 0)
		return;
	s->pin.locked_ms = s->boot_ms > 0 ? s->boot_ms : 1;
	s->pin.tries = 0;
}

bool session_pin_good(const struct session *s)
{
	const struct pin *p = &s->pin;

	return p->set && s->ended == SESSION_GOES_ON && p->tries < PIN_TRIES && p->locked_ms != 0 &&
	       s->boot_ms >= p->locked_ms &&
	       s->boot_ms - p->locked_ms < (int64_t)s->service.pin_minutes * 60 * 1000;
}

enum status session_pin_try(struct session *s, struct str typed)
{
	struct pin *p = &s->pin;
	uint8_t digest[DIGEST_BYTES];
	int left;

	if (!session_pin_good(s))
		return session_fail(s, E_DENIED,
		                    _("The PIN does not open it any more: your "
		                      "passphrase does."));
	p->tries++;
	digest_of(p, typed, digest);
	if (digest_equal(digest, p->digest)) {
		p->locked_ms = 0;
		p->tries = 0;
		return OK;
	}
	left = PIN_TRIES - p->tries;
	if (left > 0)
		return session_fail(s, E_DENIED,
		                    left == 1 ? _("That is not the PIN. One more try, then your "
		                                  "passphrase.")
		                              : _("That is not the PIN. Two more tries, then your "
		                                  "passphrase."));
	session_pin_forget(s);
	return session_fail(s, E_DENIED,
	                    _("Three were wrong, so the PIN is gone. Your passphrase "
	                      "opens it; your work is kept."));
}

void session_pin_unlocked(struct session *s)
{
	s->pin.locked_ms = 0;
	s->pin.tries = 0;
}

void session_pin_forget(struct session *s)
{
	key_wipe(&s->pin.key);
	s->pin = (struct pin){ .locked_ms = s->pin.locked_ms };
}
