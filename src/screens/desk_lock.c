#include "desk.h"
#include "screens.h"

#include "base/clock.h"
#include "base/words.h"

#include <string.h>

/* What the file cannot take (a full disk) waits in memory, for its author alone. */
static void hold(struct desk *d)
{
	memcpy(d->held, d->stack, sizeof(d->held));
	d->held_n = d->depth;
	d->depth = 0;
}

void desk_let_go_of_held(struct desk *d)
{
	while (d->held_n > 0)
		desk_free_screen(d->held[--d->held_n]);
}

void desk_lock(struct desk *d)
{
	const struct visit v = { .where = &sign_in_screen };

	desk_give_way(d);
	/* Whoever locks has somebody behind them: that comes before what cannot be kept. */
	if (desk_keep_all(d))
		desk_clear(d);
	else
		hold(d);
	d->said = false; /* it may name somebody, and anybody may read it now */
	d->waiting = d->session;
	d->session = NULL;
	if (desk_open(d, &v) != OK)
		d->leave = true;
}

/* What was held stands again as it was, the sign-in screen gone from on top of it. */
static void put_back(struct desk *d)
{
	while (d->depth > 0)
		desk_pop(d);
	memcpy(d->stack, d->held, sizeof(d->stack));
	d->depth = d->held_n;
	d->held_n = 0;
	d->dirty = true; /* there may be room for it now */
	d->dirty_ms = clock_boot_ms();
	desk_say(d, _("As you left it. The file could not take it: save it as soon as it can."));
}

/* Somebody has signed in: whoever waited is signed out, and Today stands. */
void desk_signed_in(struct desk *d)
{
	struct session *s = d->arrived;
	bool same = d->waiting && d->waiting->account.id.n == s->account.id.n;

	d->arrived = NULL;
	if (!same) {
		desk_let_go_of_held(d);
		d->left_n = 0;
		d->message_n = 0;
	}
	if (d->waiting != s)
		casework_sign_out(d->waiting);
	d->waiting = NULL;
	d->session = s;
	if (d->held_n > 0)
		put_back(d);
	else
		desk_go(d, &(struct visit){ .where = &today_screen });
}
