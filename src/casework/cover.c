#include "casework/cover.h"

#include "act.h"
#include "colleagues.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/handover_note.h"
#include "model/workdays.h"
#include "store/accounts.h"
#include "store/caseload.h"
#include "store/cover.h"
#include "store/handover_notes.h"
#include "store/since.h"

static bool can_have_cases(const struct account *x)
{
	return (x->roles & (ROLE_LINK_WORKER | ROLE_COORDINATOR)) && x->disabled_at == 0;
}

/* ---- who is here, and who is away ---- */

static const struct cover *cover_away(const struct cover_list *covers, struct account_id who)
{
	for (size_t i = 0; i < covers->n; i++)
		if (covers->at[i].away.n == who.n)
			return &covers->at[i];
	return NULL;
}

static const char *name_of(const struct account_list *all, struct account_id id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].id.n == id.n)
			return all->at[i].name;
	return _("somebody");
}

static enum status is_spread(struct session *s, const struct cover *c, struct arena *a, bool *ret)
{
	struct cover_people people;
	enum status rc = session_store(s, cover_people(s->store, c->id, a, &people));

	if (rc == OK)
		*ret = people.n > 0;
	return rc;
}

static enum status away_text(struct session *s, const struct account_list *all, struct arena *a,
                             struct staff_row *row)
{
	const struct cover *c = &row->cover;
	const char *when = day_short(c->from_on, s->today, a), *who;
	bool several = false;
	enum status rc = is_spread(s, c, a, &several);

	who = several ? _("several cover")
	              : arena_printf(a, _("%s covers"), name_of(all, c->by_account));
	row->state = arena_printf(
		a, c->from_on > s->today ? _("away from %s, %s") : _("away since %s, %s"), when,
		who);
	return rc;
}

/* "covers for Ben and Amy" */
static enum status covers_text(struct session *s, const struct account_list *all, struct arena *a,
                               struct staff_row *row)
{
	struct cover_list covers;
	enum status rc =
		session_store(s, covers_by(s->store, row->account.id, s->today, a, &covers));

	for (size_t i = 0; rc == OK && i < covers.n; i++) {
		const char *name = colleague_first(name_of(all, covers.at[i].away), a);

		row->state = i == 0 ? arena_printf(a, _("covers for %s"), name)
		                    : arena_printf(a, _("%s and %s"), row->state, name);
	}
	return rc;
}

static enum status staff_row(struct session *s, const struct account *x,
                             const struct account_list *all, const struct cover_list *covers,
                             struct arena *a, struct staff_row *ret)
{
	const struct cover *away = cover_away(covers, x->id);
	struct staff_row row = { .account = *x, .away = away != NULL, .state = "" };
	enum status rc = session_store(s, caseload_count(s->store, x->id, &row.cases));

	if (rc == OK)
		rc = session_store(s, cover_count(s->store, x->id, s->today, &row.covered));
	if (away)
		row.cover = *away;
	if (rc == OK)
		rc = away ? away_text(s, all, a, &row) : covers_text(s, all, a, &row);
	if (rc == OK)
		*ret = row;
	return rc;
}

static enum status staff_in(struct session *s, struct arena *a, struct staff *ret)
{
	struct account_list all;
	struct cover_list covers;
	struct staff staff = { 0 };
	enum status rc = session_store(s, accounts_all(s->store, a, &all));

	if (rc == OK)
		rc = session_store(s, covers_open(s->store, a, &covers));
	for (size_t i = 0; rc == OK && i < all.n; i++) {
		struct staff_row row;

		if (!can_have_cases(&all.at[i]))
			continue;
		rc = staff_row(s, &all.at[i], &all, &covers, a, &row);
		if (rc == OK)
			*ARENA_PUSH(a, &staff) = row;
	}
	if (rc == OK)
		*ret = staff;
	return rc;
}

enum status casework_staff(struct session *s, struct arena *a, struct staff *ret)
{
	enum status rc = casework_may(s, OP_SEE_CASELOAD);

	return rc == OK ? staff_in(s, a, ret) : rc;
}

static const struct staff_row *staff_find(const struct staff *staff, struct account_id who)
{
	for (size_t i = 0; i < staff->n; i++)
		if (staff->at[i].account.id.n == who.n)
			return &staff->at[i];
	return NULL;
}

/* ---- beginning ---- */

struct starting {
	struct session *s;
	struct arena *a;
	struct staff staff;
	const struct staff_row *away, *by; /* by NULL: spread */
	int64_t coordinator_at;            /* when one was here last */
	bool on_own;                       /* for a colleague, while no coordinator was here */
	struct person_id *people;
	size_t n;
	struct cover_person *spread;
};

/* A whole working day has passed without a coordinator. */
static bool no_coordinator(const struct starting *x)
{
	const struct session *s = x->s;

	if (x->coordinator_at == 0)
		return true;
	return day_count_working(clock_day(x->coordinator_at), s->today - 1, &s->holidays) >= 1;
}

static enum status may_start(struct starting *x)
{
	struct session *s = x->s;
	enum status rc;

	if ((s->account.roles & ROLE_COORDINATOR) || x->away->account.id.n == s->account.id.n)
		return OK;
	rc = session_store(s, since_coordinator(s->store, &x->coordinator_at));
	if (rc != OK)
		return rc;
	x->on_own = true;
	if (no_coordinator(x))
		return OK;
	return session_fail(s, E_DENIED,
	                    _("A coordinator was here %s: ask one to arrange it. Nothing was "
	                      "changed."),
	                    day_short(clock_day(x->coordinator_at), s->today, x->a));
}

static enum status check_start(struct starting *x, const struct new_cover *what)
{
	struct session *s = x->s;

	if (!x->away)
		return session_fail(s, E_INVALID, _("They have no people to cover for."));
	if (what->by.n != 0 && !x->by)
		return session_fail(s, E_INVALID, _("They cannot have cases."));
	if (x->by == x->away)
		return session_fail(s, E_INVALID, _("Nobody covers for themselves."));
	if (x->away->away)
		return session_fail(s, E_CONFLICT, _("%s is %s. Enter there says they are back."),
		                    x->away->account.name, x->away->state);
	if (x->by && x->by->away)
		return session_fail(s, E_CONFLICT, _("%s is %s."), x->by->account.name,
		                    x->by->state);
	if (!day_valid(what->from) || what->from < s->today || what->from > s->today + COVER_AHEAD)
		return session_fail(s, E_INVALID,
		                    _("A cover begins today, or within the next month."));
	return OK;
}

static enum status read_people(struct starting *x)
{
	struct case_list cases = { 0 };
	enum status rc =
		session_store(x->s, caseload_open(x->s->store, x->away->account.id, x->a, &cases));

	if (rc != OK)
		return rc;
	x->people = ARENA_ARRAY(x->a, cases.n + 1, struct person_id);
	x->n = cases.n;
	for (size_t i = 0; i < cases.n; i++)
		x->people[i] = cases.at[i].person;
	return OK;
}

/* Over the link workers who are there; who has least at the end sees to whoever comes new. */
static enum status spread(struct starting *x, struct account_id *main)
{
	struct cover_load *loads = ARENA_ARRAY(x->a, x->staff.n + 1, struct cover_load);
	size_t n = 0, least = 0;

	for (size_t i = 0; i < x->staff.n; i++) {
		const struct staff_row *r = &x->staff.at[i];

		if (r != x->away && !r->away && (r->account.roles & ROLE_LINK_WORKER))
			loads[n++] =
				(struct cover_load){ r->account.id, (int)(r->cases + r->covered) };
	}
	if (n == 0)
		return session_fail(x->s, E_INVALID,
		                    _("Nobody else is there to spread them over. Nothing was "
		                      "changed."));
	x->spread = ARENA_ARRAY(x->a, x->n + 1, struct cover_person);
	cover_spread(x->people, x->n, loads, n, x->spread);
	for (size_t i = 1; i < n; i++)
		if (loads[i].cases < loads[least].cases)
			least = i;
	*main = loads[least].account;
	return OK;
}

static enum status leave_note_in(struct change *c, struct account_id reader, const char *words)
{
	struct handover_note note = handover_note_blank;
	int64_t id;

	note.reader = NOTE_FOR_ONE;
	note.for_account = reader;
	note.words = words;
	note.left_by = c->who;
	note.left_at = c->at;
	return handover_note_add(c, &note, &id);
}

static size_t covered_by(const struct starting *x, const struct cover *c, struct account_id who)
{
	size_t n = 0;

	if (!x->spread)
		return c->by_account.n == who.n ? x->n : 0;
	for (size_t i = 0; i < x->n; i++)
		n += x->spread[i].by_account.n == who.n;
	return n;
}

/* Whoever covers is told, and every coordinator of what was arranged without one. */
static enum status tell_in(struct starting *x, struct change *c, const struct cover *cover)
{
	const char *from = day_short(cover->from_on, x->s->today, x->a);
	const char *away = x->away->account.name;
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < x->staff.n; i++) {
		const struct account *r = &x->staff.at[i].account;
		size_t n = covered_by(x, cover, r->id);

		if (r->id.n == c->who.n)
			continue;
		if (n > 0) {
			rc = leave_note_in(
				c, r->id,
				arena_printf(x->a,
			                     n == 1 ? _("From %s you cover for %s: %zu person, on "
			                                "your Today.")
			                            : _("From %s you cover for %s: %zu people, on "
			                                "your Today."),
			                     from, away, n));
		}
		if (rc == OK && x->on_own && (r->roles & ROLE_COORDINATOR)) {
			rc = leave_note_in(c, r->id,
			                   arena_printf(x->a,
			                                _("No coordinator was here, so I arranged "
			                                  "it: from %s %s is away, and %s."),
			                                from, away,
			                                x->by ? arena_printf(x->a, _("%s covers"),
			                                                     x->by->account.name)
			                                      : _("several cover")));
		}
	}
	return rc;
}

/* What the one who goes away saw to for others goes to who covers for them. */
static enum status pass_on_in(struct starting *x, struct change *c, const struct cover *new)
{
	struct cover_list covers;
	enum status rc = covers_open(c->st, x->a, &covers);

	for (size_t i = 0; rc == OK && i < covers.n; i++) {
		struct cover *old = &covers.at[i];
		struct cover_people people = { 0 };
		bool passed = false;

		if (old->id == new->id)
			continue;
		rc = cover_people(c->st, old->id, x->a, &people);
		for (size_t j = 0; rc == OK && j < people.n; j++) {
			if (people.at[j].by_account.n != new->away.n)
				continue;
			people.at[j].by_account = new->by_account;
			rc = cover_person_put(c, old->id, people.at[j]);
			passed = true;
		}
		if (old->by_account.n == new->away.n) {
			old->by_account = new->by_account;
			passed = true;
		}
		if (rc != OK || !passed)
			continue;
		old->started_by = c->who; /* nobody gives themselves what another arranged */
		rc = cover_update(c, old);
	}
	return rc;
}

static enum status start_in(struct starting *x, struct change *c, struct cover *cover)
{
	enum status rc = cover_add(c, cover, &cover->id);

	for (size_t i = 0; rc == OK && x->spread && i < x->n; i++)
		if (x->spread[i].by_account.n != cover->by_account.n)
			rc = cover_person_put(c, cover->id, x->spread[i]);
	if (rc == OK)
		rc = pass_on_in(x, c, cover);
	return rc == OK ? tell_in(x, c, cover) : rc;
}

static const char *said_started(const struct starting *x, const struct cover *c)
{
	const char *from =
		c->from_on == x->s->today ? _("today") : day_short(c->from_on, x->s->today, x->a);
	const char *away = colleague_first(x->away->account.name, x->a);
	const char *people = arena_printf(
		x->a, x->n == 1 ? _("%zu person of %s's") : _("%zu people of %s's"), x->n, away);

	if (!x->by)
		return arena_printf(x->a, _("Saved. From %s %s: spread evenly, until %s is back."),
		                    from, people, away);
	return arena_printf(x->a, _("Saved. From %s %s sees to %s, until %s is back."), from,
	                    x->by->account.name, people, away);
}

static enum status start(struct starting *x, const struct new_cover *what, const char **said)
{
	struct session *s = x->s;
	struct change c = { 0 };
	struct cover cover = cover_blank;
	enum status rc = read_people(x);

	cover.away = what->away;
	cover.by_account = what->by;
	cover.from_on = what->from;
	cover.started_by = s->account.id;
	if (rc == OK && !x->by)
		rc = spread(x, &cover.by_account);
	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_COVER, &c, (struct person_id){ 0 },
	               arena_printf(x->a, _("cover for %s from %s, %s"), x->away->account.name,
	                            day_short(what->from, s->today, x->a),
	                            x->by ? x->by->account.name : _("spread evenly")));
	if (rc == OK)
		rc = start_in(x, &c, &cover);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*said = said_started(x, &cover);
	return rc;
}

enum status casework_start_cover(struct session *s, const struct new_cover *what, struct arena *a,
                                 const char **said)
{
	struct starting x = { .s = s, .a = a };
	enum status rc = casework_may(s, OP_COVER);

	if (rc == OK)
		rc = staff_in(s, a, &x.staff);
	if (rc != OK)
		return rc;
	x.away = staff_find(&x.staff, what->away);
	x.by = what->by.n ? staff_find(&x.staff, what->by) : NULL;
	rc = check_start(&x, what);
	if (rc == OK)
		rc = may_start(&x);
	return rc == OK ? start(&x, what, said) : rc;
}

/* ---- back ---- */

static enum status may_end(struct session *s, const struct cover *c, struct arena *a)
{
	struct cover_people people = { 0 };
	enum status rc;

	if ((s->account.roles & ROLE_COORDINATOR) || s->account.id.n == c->away.n ||
	    s->account.id.n == c->by_account.n)
		return OK;
	rc = session_store(s, cover_people(s->store, c->id, a, &people));
	for (size_t i = 0; rc == OK && i < people.n; i++)
		if (people.at[i].by_account.n == s->account.id.n)
			return OK;
	return rc == OK ? session_fail(s, E_DENIED,
	                               _("Whoever was away says so, or who covers, or a "
	                                 "coordinator."))
	                : rc;
}

static enum status open_cover(struct session *s, struct account_id away, struct arena *a,
                              struct cover *ret)
{
	struct cover_list covers;
	enum status rc = session_store(s, covers_of(s->store, away, a, &covers));

	for (size_t i = 0; rc == OK && i < covers.n; i++)
		if (covers.at[i].back_on == DAY_NONE) {
			*ret = covers.at[i];
			return OK;
		}
	return rc == OK ? session_fail(s, E_NOT_FOUND, _("They are not away.")) : rc;
}

enum status casework_end_cover(struct session *s, struct account_id away, struct arena *a,
                               const char **said)
{
	struct change c = { 0 };
	struct cover cover;
	struct account who;
	enum status rc = casework_may(s, OP_COVER);

	if (rc == OK)
		rc = open_cover(s, away, a, &cover);
	if (rc == OK)
		rc = may_end(s, &cover, a);
	if (rc == OK)
		rc = session_store(s, account_get(s->store, away, a, &who));
	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_COVER, &c, (struct person_id){ 0 },
	               arena_printf(a, _("%s is back: the cover ends"), who.name));
	cover.back_on = s->today;
	if (rc == OK)
		rc = cover_update(&c, &cover);
	rc = act_end(s, &c, rc);
	if (rc == OK) {
		*said = away.n == s->account.id.n
		                ? _("Welcome back. Your people are on your own Today again; g h "
		                    "shows what was done.")
		                : arena_printf(
					  a,
					  _("Saved. %s is back, and finds what was done as the "
		                            "first thing."),
					  who.name);
	}
	return rc;
}

/* ---- what one covers ---- */

enum status casework_covering(struct session *s, struct arena *a, struct covering_list *ret)
{
	struct covering_list list = { 0 };
	struct cover_list covers = { 0 };
	enum status rc = casework_may(s, OP_SEE_TODAY);

	if (rc == OK)
		rc = session_store(s, covers_by(s->store, s->account.id, s->today, a, &covers));
	for (size_t i = 0; rc == OK && i < covers.n; i++) {
		struct covering x = { .cover = covers.at[i] };

		rc = account_get(s->store, x.cover.away, a, &x.away);
		if (rc == OK)
			rc = cover_people(s->store, x.cover.id, a, &x.people);
		rc = session_store(s, rc);
		if (rc == OK)
			*ARENA_PUSH(a, &list) = x;
	}
	if (rc == OK)
		*ret = list;
	return rc;
}

bool covering_has(const struct session *s, const struct covering *c, struct person_id p)
{
	return cover_sees_to(&c->cover, &c->people, p).n == s->account.id.n;
}
