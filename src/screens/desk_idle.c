#include "desk.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/strip.h"
#include "model/person.h"

#include <stdio.h>

#define MINUTE_MS  ((int64_t)60 * 1000)
#define KEEP_AFTER 1000 /* ms after the last key that changed something */

int64_t desk_now_ms(const struct desk *d)
{
	return d->clock_ms ? d->clock_ms() : clock_boot_ms();
}

static bool volunteer(const struct session *s)
{
	return (s->account.roles & ~(ROLE_VOLUNTEER | ROLE_DESK)) == 0;
}

/* Minutes without a key: the file's word, which somebody's own may only make shorter. */
static int limit(const struct desk *d, bool talk)
{
	const struct service_settings *v = &d->session->service;
	bool shared = v->shared || volunteer(d->session);
	int usual = shared ? v->idle_shared : v->idle_staff;

	if (d->lock_after > 0 && d->lock_after < usual)
		usual = d->lock_after;
	if (!talk)
		return usual;
	return shared ? v->idle_talk_shared : v->idle_talk_staff;
}

static bool talking(const struct desk *d)
{
	for (size_t i = 0; i < d->depth; i++)
		if (d->stack[i]->ops->conversation)
			return true;
	return false;
}

static int64_t sooner(int64_t a, int64_t b)
{
	return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* When it locks, and before that, in a conversation, when only initials stay; < 0: never. */
static int64_t lock_at(const struct desk *d)
{
	return d->touched_ms + limit(d, talking(d)) * MINUTE_MS;
}

static int64_t cover_at(const struct desk *d)
{
	return talking(d) && !d->covered ? d->touched_ms + limit(d, false) * MINUTE_MS : -1;
}

/* A volunteer's shift on a shared machine ends by itself. */
static int64_t ends_at(const struct session *s)
{
	return s->service.shared && volunteer(s)
	               ? s->began_ms + (int64_t)SESSION_MOST_HOURS * 60 * MINUTE_MS
	               : -1;
}

int64_t desk_deadline(const struct desk *d)
{
	int64_t at = d->dirty ? d->dirty_ms + KEEP_AFTER : -1;

	at = sooner(at, d->wake_ms > 0 ? d->wake_ms : -1);
	if (!d->session)
		return at;
	return sooner(sooner(at, ends_at(d->session)), sooner(lock_at(d), cover_at(d)));
}

/* "C J, CL-000412": enough for whoever is in the conversation, and for nobody else. */
static void cover(struct desk *d)
{
	struct person_id id = { desk_subject(d) };
	struct person_strip strip;
	struct arena a = { 0 };

	desk_give_way(d);
	d->covered = true;
	d->said = false;
	if (id.n != 0 && casework_strip(d->session, id, &a, &strip) == OK)
		snprintf(d->cover, sizeof(d->cover), "%s · %s", person_initials(strip.name, &a),
		         strip.ref);
	else
		d->cover[0] = '\0';
	arena_reset(&a);
}

static bool is_key(const struct input *in)
{
	return in->kind == INPUT_KEY || in->kind == INPUT_TEXT || in->kind == INPUT_PASTE ||
	       in->kind == INPUT_CLICK;
}

/* The time that passed without a key, and what follows from it; the clock also runs in suspend. */
static bool passed(struct desk *d, int64_t now)
{
	char why[80];

	if (d->session->ended != SESSION_GOES_ON) {
		desk_lock(d, d->session->ended == SESSION_OVER ? _("signed in for 8 hours")
		                                               : _("the account was closed"));
		return true;
	}
	if (now >= lock_at(d)) {
		snprintf(why, sizeof(why), _("no key for %d minutes"),
		         (int)((now - d->touched_ms) / MINUTE_MS));
		desk_lock(d, why);
		return true;
	}
	if (cover_at(d) >= 0 && now >= cover_at(d)) {
		cover(d);
		return true;
	}
	return false;
}

bool desk_idle(struct desk *d, const struct input *in)
{
	int64_t now = desk_now_ms(d);
	bool swallow = false;

	if (d->session && in->kind != INPUT_HANGUP)
		swallow = passed(d, now) && is_key(in);
	if (!is_key(in))
		return false;
	if (d->session && d->covered) {
		swallow = true;
		d->covered = false;
	}
	d->touched_ms = now;
	return swallow;
}

void desk_cover_put(const struct desk *d, struct grid *g)
{
	const struct screen *top = desk_top(d);
	int column = grid_put(g, 2, 3, -1, LOOK_HEAD, top->ops->title);

	grid_put(g, 2, column + 2, -1, LOOK_STRONG, d->cover);
	grid_put_lines(g, 4, 3, 4, g->columns - 6, LOOK_PLAIN,
	               _("Covered, for nobody has pressed a key. What is open is kept."));
	grid_printf(g, 6, 3, LOOK_SECOND,
	            _("Any key shows it again. It locks after %d minutes without one."),
	            limit(d, true));
	grid_cursor(g, 2, 3);
}
