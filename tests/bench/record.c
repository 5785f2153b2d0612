#include "bench.h"

#include "model/assessment.h"
#include "model/concern.h"
#include "model/contact.h"
#include "model/person.h"
#include "store/assessments.h"
#include "store/change.h"
#include "store/concerns.h"
#include "store/contacts.h"
#include "store/derive.h"
#include "store/referrals.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>

#define SHORT_CONTACTS 19
#define LONG_CONTACTS  1960
#define LONG_ASSESSED  40
#define CONCERNS       12

static void must(enum status rc, const struct store *st)
{
	if (rc == OK)
		return;
	fprintf(stderr, "clew-bench: %s\n", store_fault(st));
	exit(1);
}

static void add_contacts(struct change *c, struct person_id p, int n)
{
	for (int i = 0; i < n; i++) {
		struct contact x = contact_blank;
		struct contact_id id;

		x.person = p;
		x.on_day = BENCH_TODAY - i;
		x.at_minute = 600;
		x.outcome = CONTACT_SPOKE;
		x.direction = CONTACT_OUT;
		x.mode = CONTACT_BY_PHONE;
		x.reached = REACHED_YES;
		x.minutes = 20;
		x.note =
			"Talked about the rent, and the letter from the council.\nWill ring again.";
		x.by_account.n = 1;
		must(contact_add(c, &x, &id), c->st);
	}
}

static void add_assessments(struct change *c, struct person_id p, int n)
{
	static const char *const codes[CONCERNS] = {
		"practical.money", "practical.work",  "practical.pets",  "practical.caring",
		"emotional.low",   "emotional.worry", "emotional.angry", "emotional.sleep",
		"physical.tired",  "physical.pain",   "physical.eating", "family.partner"
	};

	for (int i = 0; i < n; i++) {
		struct assessment x = assessment_blank;
		struct assessment_id id;

		x.person = p;
		x.on_day = BENCH_TODAY - 45 * (n - i);
		x.by_account.n = 1;
		x.status = ASSESSMENT_DONE;
		x.offered = OFFER_SAID_YES;
		x.list = "clew-1";
		x.mode = ASSESSMENT_BY_PHONE;
		must(assessment_add(c, &x, &id), c->st);
		for (int j = 0; j < CONCERNS; j++) {
			struct concern k = concern_blank;

			k.assessment = id;
			k.person = p;
			k.code = codes[j];
			k.answer = CONCERN_SCORED;
			k.score = (i + j) % 11;
			must(concern_put(c, &k), c->st);
		}
	}
}

/* It is of priya's people, whoever they fell to. */
static void take_over(struct change *c, struct person_id p)
{
	struct arena a = { 0 };
	struct referral x;

	must(referral_current(c->st, p, &a, &x), c->st);
	x.worker = c->who;
	must(referral_update(c, &x), c->st);
	arena_reset(&a);
}

void make_record(const char *path)
{
	struct session *s;
	struct change c;

	make_file(path, 2, 10);
	s = open_file(path);
	must(change_begin(&c, s->store, s->account.id, s->now, "bench"), s->store);
	take_over(&c, (struct person_id){ 1 });
	take_over(&c, (struct person_id){ 2 });
	add_contacts(&c, (struct person_id){ 1 }, SHORT_CONTACTS);
	add_assessments(&c, (struct person_id){ 1 }, 1);
	add_contacts(&c, (struct person_id){ 2 }, LONG_CONTACTS);
	add_assessments(&c, (struct person_id){ 2 }, LONG_ASSESSED);
	must(derive_person(&c, (struct person_id){ 1 }), s->store);
	must(derive_person(&c, (struct person_id){ 2 }), s->store);
	must(change_end(&c, OK), s->store);
	casework_sign_out(s);
}
