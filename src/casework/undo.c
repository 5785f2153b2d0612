#include "casework/undo.h"

#include "act.h"
#include "settings_read.h"
#include "standing.h"

#include "base/clock.h"
#include "base/words.h"
#include "store/derive.h"
#include "store/undo.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/*
 * Of what stands and what was taken back, the newer: an undo that was itself taken back since leaves
 * older ones behind it that nobody means any more.
 */
static enum status newest(struct session *s, struct arena *a, struct undo_offer *ret,
                          bool *is_again)
{
	struct undo_offer again, back;
	enum status found = undo_find(s->store, s->account.id, UNDO_AGAIN, a, &again), rc;

	if (found != OK && found != E_NOT_FOUND)
		return found;
	rc = undo_find(s->store, s->account.id, UNDO_BACK, a, &back);
	if (rc != OK && (rc != E_NOT_FOUND || found != OK))
		return rc;
	*is_again = found == OK && (rc != OK || again.event.n > back.event.n);
	*ret = *is_again ? again : back;
	return OK;
}

/*
 * u takes back the last change that still stands; straight after an undo it puts that back, so that
 * u u is where one began. A worry about safety that was passed on is never taken back: whoever raised
 * it does not end it.
 */
static enum status offer(struct session *s, struct arena *a, struct undo_offer *ret, bool *is_again)
{
	struct undo_touched touched = { 0 };
	enum status rc = s->undo_further ? undo_find(s->store, s->account.id, UNDO_BACK, a, ret)
	                                 : newest(s, a, ret, is_again);

	if (rc == E_NOT_FOUND)
		return session_fail(s, rc, _("There is nothing of yours to undo."));
	if (rc == OK)
		rc = undo_touches(s->store, ret->event, a, &touched);
	if (rc != OK)
		return session_store(s, rc);
	if (touched.worry)
		return session_fail(s, E_CONFLICT,
		                    _("A safety note stays until answered. Wrong? Tell %s, %s."),
		                    s->service.lead.name, s->service.lead.phone);
	if (standing_hidden(s, ret->person))
		return session_fail(s, E_DENIED,
		                    _("Your last change is in a record that you may not open any "
		                      "more, so it stays. Ask a coordinator."));
	return OK;
}

/* Before it is asked about. What is then done fails by itself when it cannot be. */
static enum status try_offer(struct session *s, struct arena *a, struct undo_offer *o)
{
	enum status rc = session_store(s, undo_try(s->store, s->account.id, a, o));

	if (rc == OK && !o->possible)
		rc = session_fail(s, E_CONFLICT, "%s", o->why_not);
	return rc;
}

/* "09:06" is in the words of a contact already. */
static bool has_time(const char *words)
{
	for (const char *c = strchr(words, ':'); c; c = strchr(c + 1, ':'))
		if (c - words >= 2 && isdigit((unsigned char)c[-1]) &&
		    isdigit((unsigned char)c[-2]) && isdigit((unsigned char)c[1]) &&
		    isdigit((unsigned char)c[2]))
			return true;
	return false;
}

/* What, and when: "contact with Carter, Jane 1981, 09:06, no answer", "…, Fri 20 Nov 16:10". */
static const char *in_words(const struct session *s, const struct undo_offer *o, struct arena *a)
{
	day on = clock_day(o->at);
	const char *time = minute_text(clock_minute(o->at), a);

	if (on != s->today)
		return arena_printf(a, "%s, %s %s", o->what, day_short(on, s->today, a), time);
	return has_time(o->what) ? o->what : arena_printf(a, "%s, %s", o->what, time);
}

static enum status peek(struct session *s, enum status may, bool further, struct arena *a,
                        const char **ret)
{
	struct undo_offer o = { 0 };
	bool again = false;
	enum status rc = may;

	s->undo_further = further;
	if (rc == OK)
		rc = offer(s, a, &o, &again);
	if (rc == OK)
		rc = try_offer(s, a, &o);
	if (rc != OK)
		return rc;
	s->undo_shown = o.event;
	s->undo_again = again;
	*ret = again ? arena_printf(a, _("the undo of %s"), in_words(s, &o, a))
	             : in_words(s, &o, a);
	return OK;
}

enum status casework_undo_peek(struct session *s, struct arena *a, const char **ret)
{
	return peek(s, casework_may(s, OP_UNDO), false, a, ret);
}

enum status casework_undo_peek_further(struct session *s, struct arena *a, const char **ret)
{
	return peek(s, casework_may(s, OP_UNDO), true, a, ret);
}

/* What was said yes to is what is undone, also when one works in two windows at once. */
static enum status still_shown(struct session *s, const struct undo_offer *o)
{
	struct event_id shown = s->undo_shown;

	s->undo_shown.n = 0;
	if (shown.n == 0 || shown.n == o->event.n)
		return OK;
	return session_fail(s, E_CONFLICT,
	                    _("You have saved something since, in another window. Nothing was "
	                      "undone: u shows it."));
}

static int by_id(const void *x, const void *y)
{
	const struct person_id *a = x, *b = y;

	return a->n < b->n ? -1 : a->n > b->n;
}

static bool lists(const struct undo_touched *t, struct person_id person)
{
	return t->people.n > 0 &&
	       bsearch(&person, t->people.at, t->people.n, sizeof(person), by_id);
}

/* done: those whose people were derived already; keys: on either side of it. */
static enum status derive_touched(struct change *c, const struct undo_touched *touched,
                                  const struct undo_touched *done, bool keys)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < touched->people.n; i++) {
		if (done && lists(done, touched->people.at[i]))
			continue;
		rc = keys ? derive_person(c, touched->people.at[i])
		          : derive_caseload(c, touched->people.at[i]);
	}
	for (size_t i = 0; rc == OK && i < touched->services.n; i++)
		rc = derive_service(c, touched->services.at[i]);
	return rc;
}

/* What it touched is looked up on both sides of it: either may lack the row that says. */
static enum status undo_in(struct change *c, struct event_id event, struct arena *a)
{
	struct undo_touched before, after;
	bool keys = false;
	enum status rc = undo_touches(c->st, event, a, &before);

	if (rc == OK)
		rc = undo_apply(c, event);
	if (rc == OK)
		rc = undo_touches(c->st, event, a, &after);
	if (rc == OK) {
		keys = before.keys || after.keys;
		rc = derive_touched(c, &before, NULL, keys);
	}
	return rc == OK ? derive_touched(c, &after, &before, keys) : rc;
}

/* How they stand to whom it is about, if there is such a person just now. */
static const char *via_of(struct session *s, struct person_id person)
{
	enum standing standing;
	enum via via = VIA_NONE;

	if (person.n == 0 || standing_find(s, person, &standing, &via) != OK)
		return NULL;
	return words_word(&vias, (int)via);
}

enum status casework_undo(struct session *s)
{
	struct arena a = { 0 };
	struct undo_offer o = { 0 };
	bool again = false;
	struct change c = { 0 };
	const char *via = NULL;
	enum status rc = casework_may(s, OP_UNDO);

	if (rc == OK)
		rc = offer(s, &a, &o, &again);
	if (rc == OK)
		rc = still_shown(s, &o);
	if (rc != OK)
		goto done;
	via = via_of(s, o.person);
	rc = act_begin(s, OP_UNDO, &c, (struct person_id){ 0 }, o.what);
	c.via = via;
	c.person = o.person; /* on record as about them */
	if (rc == OK)
		rc = undo_in(&c, o.event, &a);
	rc = act_end(s, &c, rc);
	/* It may have been a setting, the rules, or a day off: what holds is read again. */
	if (rc == OK)
		rc = session_read_settings(s);
done:
	s->undo_further = false;
	arena_reset(&a);
	return rc;
}
