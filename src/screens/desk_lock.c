#include "desk.h"
#include "screens.h"
#include "since.h"
#include "tabs.h"

#include "base/words.h"
#include "casework/heads.h"
#include "casework/lock.h"
#include "casework/nameless.h"

#include <string.h>

/* The stack waits in memory, for its author alone; drafts of it stand in the file. */
static void hold(struct desk *d)
{
	memcpy(d->held, d->stack, sizeof(d->held));
	d->held_n = d->depth;
	d->depth = 0;
}

void desk_let_go_of_held(struct desk *d)
{
	if (d->held_n > 0 && d->unkept)
		desk_keep_held(d);
	while (d->held_n > 0)
		desk_free_screen(d->held[--d->held_n]);
	d->unkept = false;
}

/*
 * Nobody comes back to a Desk without a name: what was half done is kept for a coordinator, and the
 * sign-in stands.
 */
static void leave_nameless(struct desk *d)
{
	const struct visit v = { .where = &sign_in_screen };

	desk_give_way(d);
	if (!desk_keep_all(d))
		return; /* said, and it stands where it is */
	desk_clear(d);
	d->left_n = d->message_n = 0;
	d->said = d->covered = d->dirty = false;
	casework_sign_out(d->session);
	d->session = NULL;
	if (desk_open(d, &v) != OK)
		d->leave = true;
}

void desk_lock(struct desk *d, const char *why)
{
	const struct visit v = { .where = &lock_screen };

	if (session_is_nameless(d->session)) {
		leave_nameless(d);
		return;
	}

	/* Whoever locks has somebody behind them: the file, which may be busy, comes after. */
	d->blank = true;
	if (d->term)
		desk_paint(d);
	desk_give_way(d);
	d->waiting = d->session;
	d->session = NULL;
	d->locked_ms = desk_now_ms(d);
	d->covered = d->dirty = false;
	hold(d);
	d->unkept = !desk_keep_held(d);
	if (casework_lock(d->waiting, why) != OK)
		d->unkept = true;
	d->said = false; /* it may name somebody, and anybody may read it now */
	d->blank = false;
	if (desk_open(d, &v) != OK)
		d->leave = true;
}

/* The rows of a stack that stood still are read again, from the bottom: others went on working. */
static void load_again(struct desk *d)
{
	for (size_t i = 0; i < d->depth; i++) {
		if (desk_load(d->stack[i]) == OK)
			continue;
		desk_say_fault(d);
		while (d->depth > i)
			desk_pop(d);
	}
	if (d->depth == 0)
		desk_go(d, &(struct visit){ .where = tab_home(d->session) });
}

/* What was held stands again as it was, the lock gone from on top of it. */
static void put_back(struct desk *d)
{
	while (d->depth > 0)
		desk_pop(d);
	memcpy(d->stack, d->held, sizeof(d->stack));
	d->depth = d->held_n;
	d->held_n = 0;
	d->dirty = d->unkept; /* there may be room for it now */
	d->dirty_ms = desk_now_ms(d);
	desk_say(d, "%s",
	         d->unkept ? _("As you left it. The file could not take it: save it as soon as it "
	                       "can.")
	                   : _("As you left it."));
	d->unkept = false;
	load_again(d);
}

/* To coordinators and auditors, first of all: is the record of changes what it was? */
void desk_say_heads(struct desk *d)
{
	struct heads_seen seen;

	if (!d->session || !session_may(d->session, OP_SEE_HEADS) ||
	    casework_heads_seen(d->session, &d->frame, &seen) != OK || text_empty(seen.says))
		return;
	if (!seen.agree)
		desk_say_missed(d); /* before it: what is said last is what stands there */
	desk_say(d, "%s", seen.says);
}

void desk_signed_in(struct desk *d)
{
	struct session *s = d->arrived, *before = d->waiting;
	bool same = before && before->account.id.n == s->account.id.n;
	bool held;

	d->arrived = NULL;
	if (!same) {
		desk_let_go_of_held(d);
		d->left_n = 0;
		d->message_n = 0;
		d->beside = 0;
		d->said = false;
		d->demand = (struct demand){ 0 };
		d->wanted = (struct desk_again){ 0 };
	}
	d->waiting = NULL;
	d->session = s;
	d->touched_ms = desk_now_ms(d);
	held = d->held_n > 0;
	if (held)
		put_back(d);
	else
		desk_go(d, &(struct visit){ .where = tab_home(s) });
	if (before != s)
		casework_sign_out(before);
	if (!held)
		since_begin_shift(d);
	if (!same)
		desk_say_heads(d);
}
