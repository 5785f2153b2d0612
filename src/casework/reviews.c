#include "casework/reviews.h"

#include "act.h"

#include "base/clock.h"
#include "base/words.h"
#include "store/access.h"
#include "store/accounts.h"
#include "store/events.h"

#define MOST_EVENTS 500 /* of one record, looked through for those of an hour */

static const char *when_text(const struct session *s, int64_t at, struct arena *a)
{
	return arena_printf(a, "%s %s", day_short(clock_day(at), s->today, a),
	                    minute_text(clock_minute(at), a));
}

static enum status shown(struct session *s, const struct access *x, struct arena *a,
                         struct opened_anyway *ret)
{
	struct account by;
	enum status rc = account_get(s->store, x->account, a, &by);

	if (rc == OK) {
		*ret = (struct opened_anyway){ .access = *x,
			                       .ref = person_ref(x->person, a),
			                       .who = by.name,
			                       .when = when_text(s, x->from_at, a),
			                       .why = words_label(&access_reasons, (int)x->reason),
			                       .mine = x->account.n == s->account.id.n };
	}
	return rc;
}

enum status casework_opened_anyway(struct session *s, struct arena *a, struct opened_list *ret)
{
	struct opened_list list = { 0 };
	struct access_list waiting;
	enum status rc = casework_may(s, OP_REVIEW_ANYWAY);

	if (rc == OK)
		rc = session_store(s, accesses_to_review(s->store, a, &waiting));
	for (size_t i = 0; rc == OK && i < waiting.n; i++) {
		struct opened_anyway one;

		rc = session_store(s, shown(s, &waiting.at[i], a, &one));
		if (rc == OK)
			*ARENA_PUSH(a, &list) = one;
	}
	if (rc == OK)
		*ret = list;
	return rc;
}

/* Of that account, in that hour, by that leave; and the leave itself is not news. */
static bool because_of(const struct event *e, const struct access *x)
{
	return e->account.n == x->account.n && e->via == VIA_ANYWAY && e->at >= x->from_at &&
	       e->at < x->until_at;
}

enum status casework_opened_meanwhile(struct session *s, int64_t access, struct arena *a,
                                      struct opened_meanwhile *ret)
{
	struct opened_meanwhile lines = { 0 };
	struct event_list events;
	struct access x;
	enum status rc = casework_may(s, OP_REVIEW_ANYWAY);

	if (rc != OK)
		return rc;
	rc = access_get(s->store, access, a, &x);
	if (rc == OK)
		rc = events_of_person(s->store, x.person, (struct event_id){ 0 }, MOST_EVENTS, a,
		                      &events);
	if (rc != OK)
		return session_store(s, rc);
	for (size_t i = events.n; i-- > 0;) {
		const struct event *e = &events.at[i];

		if (because_of(e, &x))
			*ARENA_PUSH(a, &lines) = (struct opened_line){
				minute_text(clock_minute(e->at), a),
				e->kind == EVENT_LOOK ? e->what
						      : words_label(&event_kinds, (int)e->kind)
			};
	}
	*ret = lines;
	return OK;
}

static enum status check(struct session *s, const struct access *x, enum access_review review)
{
	if (review == ACCESS_REVIEW_NONE)
		return session_fail(s, E_INVALID, _("Was it right, or was it not?"));
	if (x->kind != ACCESS_ANYWAY)
		return session_fail(s, E_NOT_FOUND, _("Nothing was opened anyway there."));
	if (x->review != ACCESS_REVIEW_NONE)
		return session_fail(s, E_CONFLICT,
		                    _("Somebody has looked at it already. Nothing was changed."));
	if (x->account.n == s->account.id.n)
		return session_fail(s, E_DENIED, _("%s opened it, so somebody else looks at it."),
		                    s->account.name);
	if (!account_is_another(&s->account, x->account, s->now))
		return session_fail(s, E_DENIED,
		                    _("Whoever opened it let this account in with a code in the "
		                      "last seven days, so somebody else looks at it."));
	return OK;
}

static enum status review_in(struct session *s, struct change *c, int64_t id,
                             enum access_review review, const char *note, struct arena *a)
{
	struct access x;
	enum status rc = access_get(c->st, id, a, &x);

	if (rc == OK)
		rc = check(s, &x, review);
	if (rc != OK)
		return rc;
	x.review = review;
	x.review_note = note;
	x.reviewed_by = s->account.id;
	x.reviewed_at = s->now;
	return access_update(c, &x);
}

enum status casework_review_anyway(struct session *s, int64_t access, enum access_review review,
                                   const char *note)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct access x;
	struct opened_anyway about;
	enum status rc = casework_may(s, OP_REVIEW_ANYWAY);

	if (rc == OK)
		rc = session_store(s, access_get(s->store, access, &a, &x));
	if (rc == OK)
		rc = session_store(s, shown(s, &x, &a, &about));
	if (rc == OK)
		rc = check(s, &x, review);
	if (rc == OK) {
		rc = act_begin(s, OP_REVIEW_ANYWAY, &c, x.person,
		               arena_printf(&a, _("looked at what %s opened anyway, %s: %s"),
		                            about.who, about.ref,
		                            words_label(&access_reviews, (int)review)));
		c.kind = "access";
		if (rc == OK)
			rc = review_in(s, &c, access, review, note, &a);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}
