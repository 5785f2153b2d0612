#include "casework/today.h"

#include "act.h"
#include "looked.h"
#include "standing.h"
#include "today_items.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/strip.h"
#include "store/accounts.h"
#include "store/caseload.h"
#include "store/people.h"

#include <stdlib.h>
#include <string.h>

#define FAR_DAYS     300 /* from here on a day and month could be taken for another year's */
#define MOST_DRESSED 60  /* rows that get a number and what is safe: more than a screen holds */

struct today_item *today_add(struct today_making *m, enum today_section section,
                             enum today_kind kind)
{
	struct today_item *x = ARENA_PUSH(m->a, &m->items);

	*x = (struct today_item){
		.section = section,
		.of = section,
		.kind = kind,
		.when = "",
		.name = "",
		.year = "",
		.born = "",
		.what = "",
		.soft = "",
		.safe = "",
		.number = "",
		.why = "",
		.form = "",
		.about = "",
	};
	return x;
}

static enum status year_of(struct today_making *m, const struct case_row *c, struct today_item *x)
{
	bool namesake = false;
	enum status rc;

	if (c->born_on == DAY_NONE)
		return OK;
	x->born = arena_printf(m->a, "%d", day_to_date(c->born_on).year);
	rc = caseload_namesake(m->s->store, c, &namesake);
	if (rc == OK && namesake)
		x->year = x->born;
	return session_store(m->s, rc);
}

enum status today_name(struct today_making *m, struct person_id id, struct today_item *x)
{
	struct case_row c = { 0 };
	struct person p;
	enum status rc;

	x->person = id;
	if (id.n == 0)
		return OK;
	rc = person_get(m->s->store, id, m->a, &p);
	if (rc == E_NOT_FOUND)
		return OK;
	if (rc != OK)
		return session_store(m->s, rc);
	if (standing_hides(m->s, id, p.restricted, p.keep_apart)) {
		x->name = act_name_hidden(m->s, id, m->a);
		x->hidden = true;
		return OK;
	}
	x->name = person_name(&p, m->a);
	c.person = id;
	c.family_name = p.family_name;
	c.given_name = p.given_name;
	c.born_on = p.born_on;
	return year_of(m, &c, x);
}

const char *today_date(const struct today_making *m, day on)
{
	if (abs(on - m->s->today) >= FAR_DAYS)
		return day_span(on - m->s->today, m->a);
	return day_plain(on, on, m->a);
}

const char *today_came(const struct today_making *m, day on, int minute)
{
	if (on == m->s->today)
		return minute == MINUTE_NONE ? _("today") : minute_text(minute, m->a);
	if (m->s->today - on >= 7)
		return today_date(m, on);
	return arena_printf(m->a, "%s%s%s", weekday_short(day_weekday(on)),
	                    minute == MINUTE_NONE ? "" : " ", minute_text(minute, m->a));
}

/* ---- what is safe, and the number ---- */

/* Pieces that are about visits matter on a visit and nowhere else. */
static bool piece_counts(struct str piece, const char *what)
{
	struct arena a = { 0 };
	const char *text = arena_str(&a, piece);
	bool visit = strstr(text, "visit") || strstr(text, "two of you");
	bool counts = !visit || strstr(what, "isit");

	arena_reset(&a);
	return counts;
}

/* "! text first" of "! text first · no voicemail …": the whole line stands where one rings. */
static const char *short_safe(const char *safe, const char *what, struct arena *a)
{
	const char *mark = strncmp(safe, "!!", 2) == 0 ? "!!" : "!", *at = safe + strlen(mark);

	if (text_empty(safe))
		return "";
	while (at) {
		const char *end = strstr(at, " · ");
		struct str piece =
			str_trim((struct str){ at, end ? (size_t)(end - at) : strlen(at) });
		const char *colon = memchr(piece.at, ':', piece.n);

		if (piece_counts(piece, what)) {
			if (colon)
				piece.n = (size_t)(colon - piece.at);
			return arena_printf(a, "%s %.*s", mark, (int)piece.n, piece.at);
		}
		at = end ? end + strlen(" · ") : NULL;
	}
	return "";
}

static enum status dress(struct session *s, struct arena *a, struct today_item *x)
{
	struct person_strip strip;
	enum status rc;

	/* Whose record is not open has no number here: the row leads to the question why. */
	if (x->person.n == 0 || !x->rings || x->hidden ||
	    !standing_lets(s, OP_OPEN_CONTACT_DETAILS, x->person))
		return OK;
	rc = casework_strip(s, x->person, a, &strip);
	if (rc != OK)
		return rc == E_NOT_FOUND ? OK : rc;
	x->safe = short_safe(strip.safe, x->what, a);
	if (text_empty(x->number) && text_empty(x->safe) && !strip.danger)
		x->number = strip.phone;
	return OK;
}

static enum status dress_all(struct session *s, struct arena *a, struct today *t)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < TODAY_SECTION_COUNT; i++)
		for (size_t j = 0; rc == OK && j < t->count[i] && j < MOST_DRESSED; j++)
			rc = dress(s, a, &t->items.at[t->first[i] + j]);
	for (size_t i = 0; rc == OK && i < t->behind.n && i < MOST_DRESSED; i++)
		rc = dress(s, a, &t->behind.at[i]);
	return rc;
}

/* Of somebody who is hidden nothing is said but that there is something. */
static void hide_words(const struct today_making *m)
{
	for (size_t i = 0; i < m->items.n; i++) {
		struct today_item *x = &m->items.at[i];

		if (x->hidden && (x->kind == TODAY_REMINDER || x->kind == TODAY_CASE))
			x->what = x->soft = x->number = x->why = "";
	}
}

/* ---- all of it ---- */

enum status today_add_of(struct today_making *m, struct account_id worker)
{
	enum status rc;

	m->worker = worker;
	m->own = worker.n == m->s->account.id.n;
	m->cases = (struct case_list){ 0 };
	rc = session_store(m->s, caseload_open(m->s->store, worker, m->a, &m->cases));
	if (rc == OK)
		rc = today_add_reminders(m);
	if (rc == OK)
		rc = today_add_cases(m);
	if (rc == OK)
		rc = today_add_messages(m);
	if (rc == OK && worker.n != 0)
		rc = today_add_services(m);
	if (worker.n != 0 && !m->covered)
		m->view.open += m->cases.n;
	return rc;
}

static enum status add_everyone(struct today_making *m)
{
	struct account_list accounts;
	enum status rc = session_store(m->s, accounts_all(m->s->store, m->a, &accounts));

	for (size_t i = 0; rc == OK && i < accounts.n; i++)
		rc = today_add_of(m, accounts.at[i].id);
	return rc;
}

/* The first of them from that minute on, if it is before what was found. */
static void find_next(const struct today_items *items, int minute, const struct today_item **next,
                      int64_t *next_at)
{
	for (size_t i = 0; i < items->n; i++) {
		const struct today_item *x = &items->at[i];
		int64_t at = today_is_cover(x->section) ? x->order[1] : x->order[0];

		if (x->of != TODAY_AT_A_TIME || at < minute || (*next && at >= *next_at))
			continue;
		*next = x;
		*next_at = at;
	}
}

/* Also of those who stand higher up for something else. */
static const char *next_at_a_time(const struct session *s, const struct today *t, struct arena *a)
{
	const struct today_item *next = NULL;
	int64_t next_at = 0;

	find_next(&t->items, s->minute, &next, &next_at);
	find_next(&t->behind, s->minute, &next, &next_at);
	return next ? arena_printf(a, "%s %s", next->when, next->name) : "";
}

/* What is one's own alone: of colleagues who are away, and what was left. */
static enum status gather_own(struct today_making *m)
{
	enum status rc = today_add_covered(m);

	if (rc == OK)
		rc = today_add_drafts(m);
	if (rc == OK)
		rc = today_add_answers(m);
	return rc == OK ? today_add_left(m) : rc;
}

/* Somebody else's Today is full of their people: it is for who may see a caseload. */
static enum status may_look(struct session *s, const struct today_of *of, struct account_id worker)
{
	return of->everyone || worker.n != s->account.id.n ? casework_may(s, OP_SEE_CASELOAD) : OK;
}

static enum status gather(struct today_making *m, const struct today_of *of,
                          struct account_id worker)
{
	enum status rc = of->everyone ? add_everyone(m) : today_add_of(m, worker);

	if (rc == OK && session_knows_people(m->s)) /* whoever is on duty is a worker */
		rc = today_add_of(m, (struct account_id){ 0 });
	if (rc == OK)
		rc = today_add_safety(m);
	if (rc != OK)
		return rc;
	if (of->everyone)
		return today_add_drafts(m);
	return worker.n == m->s->account.id.n ? gather_own(m) : OK;
}

/* Every row in its place; what stands beside it comes after. */
static enum status arrange(struct today_making *m, const struct today_of *of,
                           struct account_id worker)
{
	enum status rc = gather(m, of, worker);

	if (rc != OK)
		return rc;
	hide_words(m);
	for (size_t i = 0; i < m->items.n; i++)
		if (!today_is_cover(m->items.at[i].section))
			m->items.at[i].must = today_cannot_wait(&m->items.at[i], m->s->today);
	today_arrange(&m->items, m->a, &m->view.today);
	today_title_covers(m);
	return OK;
}

enum status today_count(struct session *s, size_t *ret)
{
	const struct today_of own = { 0 };
	struct arena a = { 0 };
	struct today_making m = { .s = s, .a = &a };
	enum status rc = arrange(&m, &own, s->account.id);

	if (rc == OK)
		*ret = m.view.today.items.n;
	arena_reset(&a);
	return rc;
}

enum status casework_today(struct session *s, const struct today_of *of, struct arena *a,
                           struct today_view *ret)
{
	struct today_making m = { .s = s, .a = a };
	struct account_id worker = of->worker.n ? of->worker : s->account.id;
	enum status rc = casework_may(s, OP_SEE_TODAY);

	if (rc == OK)
		rc = may_look(s, of, worker);
	if (rc == OK)
		rc = looked_at_list(s, of->everyone ? _("looked at everybody's Today")
		                       : worker.n == s->account.id.n
		                               ? _("looked at Today")
		                               : _("looked at a colleague's Today"));
	if (rc == OK)
		rc = arrange(&m, of, worker);
	if (rc != OK)
		return rc;
	rc = dress_all(s, a, &m.view.today);
	m.view.next = next_at_a_time(s, &m.view.today, a);
	if (rc == OK)
		*ret = m.view;
	return rc;
}

enum status casework_worker(struct session *s, const char *login, struct account *ret)
{
	enum status rc = casework_may(s, OP_SEE_ACCOUNTS);

	if (rc == OK)
		rc = account_by_login(s->store, login, &s->arena, ret);
	if (rc == E_NOT_FOUND)
		return session_fail(s, rc, _("Nobody here signs in as %s."), login);
	return session_store(s, rc);
}
