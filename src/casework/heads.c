#include "casework/heads.h"

#include "act.h"
#include "noted.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"
#include "base/words.h"
#include "model/plain_words.h"
#include "store/heads.h"
#include "store/store.h"
#include "store/verify.h"

#define HEAD_WORDS    6
#define AGAINST_LIMIT ((size_t)4 << 20)

static const char *when_words(const struct session *s, int64_t at, struct arena *a)
{
	return arena_printf(a, "%s %s", day_short(clock_day(at), s->today, a),
	                    minute_text(clock_minute(at), a));
}

static struct noted_head shown(const struct session *s, const struct head *head, struct arena *a)
{
	char hex[DIGEST_HEX_ROOM];

	if (head->id.n == 0)
		return (struct noted_head){ .when = "", .words = "", .hex = "" };
	digest_hex(head->link, hex);
	return (struct noted_head){ .id = head->id,
		                    .at = head->at,
		                    .when = when_words(s, head->at, a),
		                    .words = plain_words(head->link, HEAD_WORDS, a),
		                    .hex = arena_strdup(a, hex) };
}

enum status casework_head(struct session *s, struct arena *a, struct noted_head *ret)
{
	struct head head;
	enum status rc = casework_may(s, OP_SEE_HEADS);

	if (rc == OK)
		rc = session_store(s, events_head(s->store, &head));
	if (rc == OK)
		*ret = shown(s, &head, a);
	return rc;
}

enum status casework_heads(struct session *s, struct arena *a, struct noted_heads *ret)
{
	struct noted_heads list = { 0 };
	struct head_list heads;
	enum status rc = casework_may(s, OP_SEE_HEADS);

	if (rc == OK)
		rc = session_store(s, heads_read(s->store, a, &heads));
	if (rc != OK)
		return rc;
	for (size_t i = 0; i < heads.n; i++)
		*ARENA_PUSH(a, &list) = shown(s, &heads.at[i], a);
	*ret = list;
	return OK;
}

enum status casework_take_checkpoint(struct session *s, struct arena *a, struct noted_head *ret)
{
	struct change c = { 0 };
	struct head head;
	enum status rc = act_begin(s, OP_TAKE_CHECKPOINT, &c, (struct person_id){ 0 },
	                           _("noted the end of the record"));

	c.kind = "checkpoint";
	rc = act_end(s, &c, rc);
	if (rc == OK)
		rc = session_store(s, events_head(s->store, &head));
	if (rc == OK)
		rc = session_store(s, heads_note(s->store, &head));
	if (rc == OK)
		*ret = shown(s, &head, a);
	return rc;
}

/* ---- against what was noted ---- */

/*
 * The first of them that is not there as it was: *what then says how. Links of the chain follow from
 * each other, so the newest one that agrees vouches for all before it.
 */
struct compared {
	const struct head *bad;
	const struct head *newest; /* that agrees */
	const char *what;
};

static enum status compare(struct session *s, const struct head_list *heads, struct compared *ret)
{
	struct compared found = { .what = "" };

	for (size_t i = 0; i < heads->n && !found.bad; i++) {
		const struct head *h = &heads->at[i];
		uint8_t link[DIGEST_BYTES];
		enum status rc = event_link(s->store, h->id, link);

		if (rc != OK && rc != E_NOT_FOUND)
			return session_store(s, rc);
		if (rc == OK && digest_equal(link, h->link)) {
			if (!found.newest || h->id.n > found.newest->id.n)
				found.newest = h;
			continue;
		}
		found.bad = h;
		found.what =
			rc == OK
				? _("is another one now: an older file was put back, or it was written anew")
				: _("is not there any more: the end was cut off, or an "
		                    "older file was put back");
	}
	*ret = found;
	return OK;
}

static const char *bad_words(const struct session *s, const struct compared *c, struct arena *a)
{
	return arena_printf(
		a,
		_("The record of changes is not what it was: event %lld, noted %s as “%s”, %s. "
	          "Keep this file as it is, and tell whoever answers for the data."),
		(long long)c->bad->id.n, when_words(s, c->bad->at, a),
		plain_words(c->bad->link, HEAD_WORDS, a), c->what);
}

enum status casework_heads_seen(struct session *s, struct arena *a, struct heads_seen *ret)
{
	struct heads_seen seen = { .agree = true, .says = "" };
	struct head_list heads = { 0 };
	struct compared c = { 0 };
	enum status rc = casework_may(s, OP_SEE_HEADS);

	if (rc == OK)
		rc = session_store(s, heads_read(s->store, a, &heads));
	if (rc == OK)
		rc = compare(s, &heads, &c);
	if (rc != OK)
		return rc;
	if (c.bad) {
		seen.agree = false;
		seen.says = bad_words(s, &c, a);
	} else if (c.newest) {
		seen.says = arena_printf(a, _("The record agrees since %s: %s."),
		                         day_short(clock_day(heads.at[0].at), s->today, a),
		                         plain_words(c.newest->link, HEAD_WORDS, a));
	}
	*ret = seen;
	return OK;
}

static enum status read_against(struct session *s, const char *path, struct arena *a,
                                struct head_list *ret)
{
	struct buf text = { 0 };
	size_t unread = 0;
	enum status rc = file_read(path, AGAINST_LIMIT, &text);

	if (rc != OK)
		session_fail(s, rc, _("%s cannot be read. Nothing was compared."),
		             text_safe(str_of(path), a));
	else
		heads_parse(buf_str(&text), a, ret, &unread);
	buf_done(&text);
	if (rc == OK && (unread > 0 || ret->n == 0))
		rc = session_fail(
			s, E_INVALID,
			_("%s has lines that are no noted end (number, second, 64 digits): "
		          "%zu. Nothing was compared."),
			text_safe(str_of(path), a), unread);
	return rc;
}

static const char *exposed_words(const struct session *s, const struct compared *c,
                                 const struct verified *v, bool elsewhere, struct arena *a)
{
	int64_t after = c->newest ? c->newest->id.n : 0;

	if (!c->newest)
		return _(
			"No end was noted before: whether the last events were cut off cannot be "
			"told. clew audit checkpoint notes it; write the six words down elsewhere.");
	if (after == v->events)
		return elsewhere ? _("The noted end vouches for every event.")
		                 : _("The end noted beside the file vouches for every event; one "
		                     "kept elsewhere would be better.");
	return arena_printf(
		a,
		elsewhere ? _("%lld since event %lld (%s) have no noted end after them.")
			  : _("%lld since event %lld (%s) have no noted end after "
	                      "them, and those there are stand beside the file alone."),
		(long long)(v->events - after), (long long)after, when_words(s, c->newest->at, a));
}

/* Beside the file first; what was kept elsewhere weighs more. */
static enum status compare_all(struct session *s, const char *against, struct arena *a,
                               struct verified *v)
{
	struct head_list beside = { 0 }, elsewhere = { 0 };
	struct compared c = { 0 };
	enum status rc = against ? read_against(s, against, a, &elsewhere) : OK;

	if (rc == OK)
		rc = session_store(s, heads_read(s->store, a, &beside));
	if (rc == OK)
		rc = compare(s, &beside, &c);
	if (rc == OK && !c.bad && against)
		rc = compare(s, &elsewhere, &c);
	if (rc != OK)
		return rc;
	if (c.bad) {
		v->whole = false;
		v->says = bad_words(s, &c, a);
	}
	v->exposed = exposed_words(s, &c, v, against != NULL, a);
	return OK;
}

enum status casework_verify(struct session *s, const char *against, const struct progress *progress,
                            struct arena *a, struct verified *ret)
{
	struct verified v = { .says = "", .exposed = "" };
	struct events_checked seen = { 0 };
	struct head head = { 0 };
	enum status rc = casework_may(s, OP_VERIFY);

	if (rc != OK)
		return rc;
	rc = store_check_events(s->store, progress, &seen);
	if (rc != OK && rc != E_DAMAGED)
		return session_store(s, rc);
	v.whole = rc == OK;
	v.events = seen.events;
	v.rows = seen.rows;
	v.erased = seen.erased;
	v.first_bad = seen.first_bad;
	v.says = v.whole ? _("The chain is whole.") : arena_strdup(a, store_fault(s->store));
	rc = v.whole ? session_store(s, events_head(s->store, &head)) : OK;
	if (rc == OK)
		v.head = shown(s, &head, a);
	if (rc == OK && v.whole)
		rc = compare_all(s, against, a, &v);
	if (rc == OK)
		*ret = v;
	return rc;
}

/* ---- noting ---- */

static void note_now(struct session *s)
{
	struct head head;
	enum status rc = events_head(s->store, &head);

	if (rc == OK)
		rc = heads_note(s->store, &head);
	(void)rc; /* clew check says what is amiss */
}

void heads_arrive(struct session *s)
{
	struct arena a = { 0 };
	struct head_list heads;

	if (heads_read(s->store, &a, &heads) == OK &&
	    (heads.n == 0 || clock_day(heads.at[heads.n - 1].at) != clock_day(s->now)))
		note_now(s);
	arena_reset(&a);
}

void heads_leave(struct session *s)
{
	if (s->store && s->account.id.n != 0)
		note_now(s);
}
