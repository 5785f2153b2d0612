#include "bench.h"

#include "open.h"

#include "base/clock.h"
#include "base/die.h"
#include "casework/contacts.h"
#include "casework/cover.h"
#include "casework/handover.h"
#include "casework/person_view.h"
#include "casework/today.h"
#include "store/access.h"
#include "store/change.h"
#include "store/reminders.h"
#include "store/seen.h"
#include "store/store.h"
#include "vault/keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SIGN_INS 9
#define TIMES    60
#define DAY_S    86400
#define AT_NINE  ((int64_t)BENCH_TODAY * DAY_S + 9 * 3600)

/* The accounts that the file of make.c has: one away, one who covers. */
static const struct account_id covers = { 2 }, away = { 3 };

static void must(enum status rc, const char *fault)
{
	if (rc == OK)
		return;
	fprintf(stderr, "clew-bench: %s\n", fault);
	exit(1);
}

#define MUST(s, call) must((call), session_fault(s))

/* ---- both clocks ---- */

struct watch {
	double worked, wall;
	struct sample both[2];
};

static void watch_start(struct watch *w)
{
	w->wall = now_ms();
	w->worked = worked_ms();
}

static void watch_stop(struct watch *w)
{
	double worked = worked_ms() - w->worked;

	sample_add(&w->both[0], worked);
	sample_add(&w->both[1], now_ms() - w->wall);
}

static struct cost watch_done(struct watch *w)
{
	struct cost c = { sample_at(&w->both[0], 0.5), sample_at(&w->both[1], 0.5) };

	sample_done(&w->both[0]);
	sample_done(&w->both[1]);
	return c;
}

/* ---- who works there ---- */

struct place {
	const char *path;
	struct keyring ring;
};

static struct session *at_nine(const struct place *p, const char *login, bool reads)
{
	struct session *s = open_file_as(p->path, &p->ring.at[0], login, reads);

	s->now = AT_NINE;
	s->proved_at = s->now;
	s->fixed_now = true;
	return s;
}

/* Whose people they are: each has one reminder. Belongs to a. */
static struct reminder_list people_of(struct session *s, struct account_id worker, struct arena *a)
{
	struct reminder_list list = { 0 };

	must(reminders_due(s->store, worker, BENCH_TODAY + 1000, a, &list), store_fault(s->store));
	if (list.n < TIMES)
		must(E_NOT_FOUND, "too few people to measure with");
	return list;
}

/* ---- what is measured ---- */

static struct cost measure_today(struct session *s)
{
	struct watch w = { 0 };

	for (int i = 0; i < TIMES; i++) {
		struct arena a = { 0 };
		struct today_of of = { 0 };
		struct today_view v;

		watch_start(&w);
		MUST(s, casework_today(s, &of, &a, &v));
		watch_stop(&w);
		arena_reset(&a);
	}
	return watch_done(&w);
}

static void begin_cover(const struct place *p)
{
	const struct new_cover cover = { away, covers, BENCH_TODAY };
	struct session *s = at_nine(p, "priya", false);
	struct arena a = { 0 };
	const char *said;

	MUST(s, casework_start_cover(s, &cover, &a, &said));
	arena_reset(&a);
	casework_sign_out(s);
}

/* What is asked before each act: has anybody written since, and what ties the two together. */
static struct cost measure_right(struct session *s, const struct reminder_list *people)
{
	struct watch w = { 0 };

	for (size_t i = 0; i < TIMES; i++) {
		struct ties ties;
		int64_t seen;

		watch_start(&w);
		must(store_seen(s->store, &seen), store_fault(s->store));
		must(ties_of(s->store, people->at[i].person, s->account.id, s->now, s->today,
		             &ties),
		     store_fault(s->store));
		watch_stop(&w);
	}
	return watch_done(&w);
}

static struct cost measure_contact(struct session *s, const struct reminder_list *people)
{
	struct watch w = { 0 };

	for (size_t i = 0; i < TIMES; i++) {
		struct new_contact x = new_contact_blank;
		struct arena a = { 0 };
		struct contact_saved saved;

		x.person = people->at[i].person;
		x.outcome = CONTACT_SPOKE;
		x.note = "Talked about how the week was.";
		watch_start(&w);
		MUST(s, casework_record_contact(s, &x, &a, &saved));
		watch_stop(&w);
		arena_reset(&a);
	}
	return watch_done(&w);
}

static struct cost measure_opening(const struct place *p, bool reads)
{
	struct session *s = at_nine(p, "priya", reads);
	struct arena forever = { 0 };
	struct reminder_list people = people_of(s, (struct account_id){ 1 }, &forever);
	struct watch w = { 0 };
	struct cost cost;

	for (size_t i = 0; i < TIMES; i++) {
		struct person_view view;
		struct arena a = { 0 };

		watch_start(&w);
		MUST(s, casework_open_person(s, people.at[i].person, &a, &view));
		watch_stop(&w);
		arena_reset(&a);
	}
	cost = watch_done(&w);
	arena_reset(&forever);
	casework_sign_out(s);
	return cost;
}

/* Of somebody who was last here three days ago, while a colleague saw to their people. */
static struct cost measure_since(const struct place *p)
{
	struct session *s = at_nine(p, "worker2", false);
	struct watch w = { 0 };
	struct cost cost;

	for (int i = 0; i < TIMES; i++) {
		struct arena a = { 0 };
		struct since v;

		watch_start(&w);
		MUST(s, casework_since(s, &a, &v));
		watch_stop(&w);
		if (v.n == 0)
			must(E_NOT_FOUND, "nothing happened since: it measures nothing");
		arena_reset(&a);
	}
	cost = watch_done(&w);
	casework_sign_out(s);
	return cost;
}

/* ---- signing in ---- */

#define PASSPHRASE STR("seven green umbrellas")

static void sign_in(const struct place *p, struct watch *keys_took, struct watch *rest)
{
	const struct sign_in how = { .path = p->path, .login = "priya", .place = "here" };
	struct session *s = session_new();
	struct keys k = { .path = p->path, .a = &s->arena, .now = s->now, .cost = KEYS_COST };

	s->ring = calloc(1, sizeof(*s->ring));
	if (!s->ring)
		die("not enough memory.");
	watch_start(keys_took);
	must(keys_open(&k, "priya", PASSPHRASE, s->ring), k.fault);
	watch_stop(keys_took);
	watch_start(rest);
	MUST(s, session_open_file(s, &how, "priya", s->ring));
	watch_stop(rest);
	casework_sign_out(s);
}

static void measure_sign_in(const struct place *p, struct trust_run *ret)
{
	struct watch keys_took = { 0 }, rest = { 0 };

	for (int i = 0; i < SIGN_INS; i++)
		sign_in(p, &keys_took, &rest);
	ret->keys = watch_done(&keys_took);
	ret->rest = watch_done(&rest);
}

/* ---- the file ---- */

static void make_place(struct place *p)
{
	static const char *const ends[] = { "",       ".keys", ".keys.old", ".tries",
		                            ".heads", ".lock", "-journal" };
	const struct keys_account priya = { "priya", "Priya Shah" };
	struct arena a = { 0 };
	struct keys k = { .path = p->path, .a = &a, .now = AT_NINE, .cost = KEYS_COST };
	struct recovery recovery;

	for (size_t i = 0; i < COUNT_OF(ends); i++)
		unlink(arena_printf(&a, "%s%s", p->path, ends[i]));
	must(keys_create(&k, &priya, PASSPHRASE, &p->ring, &recovery), k.fault);
	recovery_wipe(&recovery);
	make_file_with(p->path, &p->ring.at[0], 10000, 1000);
	arena_reset(&a);
}

/* The one who will be away was here three days ago. */
static void was_here(const struct place *p)
{
	struct session *s = at_nine(p, "worker2", false);
	const struct note_event e = {
		.kind = "sign_in", .who = away, .at = AT_NINE - 3 * DAY_S, .what = "signed in"
	};

	must(change_note(s->store, &e), store_fault(s->store));
	casework_sign_out(s);
}

void measure_trust(const char *path, struct trust_run *ret)
{
	struct place p = { .path = path };
	struct reminder_list people;
	struct arena a = { 0 };
	struct session *s;

	make_place(&p);
	was_here(&p);
	s = at_nine(&p, "worker1", false);
	ret->today = measure_today(s);
	begin_cover(&p);
	session_tick(s);
	ret->covered = measure_today(s);
	people = people_of(s, away, &a);
	ret->right = measure_right(s, &people);
	ret->act = measure_contact(s, &people);
	casework_sign_out(s);
	arena_reset(&a);
	ret->since = measure_since(&p);
	ret->looked = measure_opening(&p, false);
	ret->read = measure_opening(&p, true);
	measure_sign_in(&p, ret);
	keyring_wipe(&p.ring);
}
