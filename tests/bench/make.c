#include "bench.h"

#include "model/account.h"
#include "model/care_number.h"
#include "model/contact.h"
#include "model/contact_point.h"
#include "model/none.h"
#include "model/person.h"
#include "model/referral.h"
#include "model/reminder.h"
#include "model/safe_contact.h"
#include "model/service.h"
#include "store/accounts.h"
#include "store/change.h"
#include "store/contact_points.h"
#include "store/contacts.h"
#include "store/derive.h"
#include "store/money.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"
#include "store/safe_contacts.h"
#include "store/service_entries.h"
#include "store/service_parts.h"
#include "store/settings.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>

#define WORKERS 50

static const struct key key = { { 'b', 'e', 'n', 'c', 'h' } };

struct maker {
	struct change c;
	uint64_t seed;
	struct arena a; /* of one person or service */
};

static void must(enum status rc, const struct store *st)
{
	if (rc == OK)
		return;
	fprintf(stderr, "clew-bench: %s\n", store_fault(st));
	exit(1);
}

#define MUST(m, call) must((call), (m)->c.st)

static int below(struct maker *m, int n)
{
	uint64_t z = m->seed += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return (int)((z ^ (z >> 31)) % (uint64_t)n);
}

/* Names of syllables: as many different ones as a real file has. */
static const char *name(struct maker *m, int syllables)
{
	static const char *const parts[] = {
		"ar",  "ben", "cor", "dal", "els", "fin", "gar", "hol", "ing", "jo",  "kel", "lin",
		"mar", "nor", "ol",  "pet", "ro",  "sam", "tor", "ul",  "ver", "wor", "yas", "zed"
	};
	char text[64] = "";
	size_t n = 0;

	for (int i = 0; i < syllables; i++)
		n += (size_t)snprintf(text + n, sizeof(text) - n, "%s",
		                      parts[below(m, (int)COUNT_OF(parts))]);
	text[0] = (char)(text[0] - 'a' + 'A');
	return arena_strdup(&m->a, text);
}

static void put_accounts(struct maker *m)
{
	struct account x = account_blank;
	struct account_id id;
	char login[16] = "priya", full[32] = "Priya Shah";

	x.login = login;
	x.name = full;
	x.roles = ROLE_COORDINATOR | ROLE_LINK_WORKER;
	for (int i = 0; i < WORKERS; i++) {
		if (i > 0) {
			snprintf(login, sizeof(login), "worker%d", i);
			snprintf(full, sizeof(full), "Worker %d", i);
			x.roles = ROLE_LINK_WORKER;
		}
		MUST(m, account_add(&m->c, &x, &id));
	}
	x.login = "meera";
	x.name = "Meera Rao";
	x.roles = ROLE_LINK_WORKER;
	MUST(m, account_add(&m->c, &x, &id));
}

static struct person_id put_who(struct maker *m)
{
	struct person p = person_blank;
	struct contact_point phone = contact_point_blank;
	struct safe_contact safe = safe_contact_blank;
	struct contact_point_id id;

	p.family_name = name(m, 2 + below(m, 2));
	p.given_name = name(m, 2);
	p.born_on = below(m, 20000) - 10000;
	p.sex = below(m, 2) ? SEX_FEMALE : SEX_MALE;
	p.postcode = arena_printf(&m->a, "LS%d %dAB", 1 + below(m, 28), 1 + below(m, 9));
	p.council = "E08000035";
	p.cancer_group = "breast";
	p.stage = STAGE_IN_TREATMENT;
	p.stage_since = BENCH_TODAY - 100;
	p.created_on = BENCH_TODAY - below(m, 900);
	MUST(m, person_add(&m->c, &p, &p.id));
	phone.person = safe.person = p.id;
	phone.kind = CONTACT_POINT_PHONE;
	phone.value = arena_printf(&m->a, "07%09d", below(m, 1000000000));
	MUST(m, contact_point_add(&m->c, &phone, &id));
	safe.ring = safe.text = SAID_YES;
	safe.voicemail = SAID_NO;
	safe.set_on = BENCH_TODAY - 50;
	MUST(m, safe_contact_put(&m->c, &safe));
	return p.id;
}

/* One in three gained something, most of them this year. */
static void put_money(struct maker *m, struct person_id p)
{
	struct money x = money_blank;

	if (p.n % 3 != 0)
		return;
	x.person = p;
	x.kind = MONEY_BENEFIT;
	x.what = "pip";
	x.state = MONEY_AWARDED;
	x.amount = 8100;
	x.per = PER_WEEK;
	x.decided_on = x.noted_on = BENCH_TODAY - (day)(p.n % 300);
	x.worth = money_worth(&x);
	x.by_account = (struct account_id){ 1 };
	MUST(m, money_add(&m->c, &x, &x.id));
}

/* The first of them are Meera's, who has as many as a worker usually has. */
static void put_person(struct maker *m, int i)
{
	struct referral r = referral_blank;
	struct contact c = contact_blank;
	struct reminder due = reminder_blank;
	struct contact_id contact;
	struct reminder_id reminder;

	r.person = c.person = due.person = put_who(m);
	r.worker = c.by_account = due.worker = due.by_account =
		(struct account_id){ i < BENCH_OWN ? WORKERS + 1 : 1 + below(m, WORKERS) };
	r.source = "gp";
	r.reason = "Asked for help with forms.";
	r.urgency = URGENCY_USUAL;
	r.state = REFERRAL_ACTIVE;
	r.received_on = r.state_on = r.accepted_on = BENCH_TODAY - 20 - below(m, 300);
	r.first_contact_by = r.received_on + 7;
	MUST(m, referral_add(&m->c, &r, &r.id));
	c.referral = due.referral = r.id;
	c.outcome = CONTACT_SPOKE;
	c.mode = CONTACT_BY_PHONE;
	c.direction = CONTACT_OUT;
	c.reached = REACHED_YES;
	c.note = "Talked about how the week was.";
	for (int k = 0; k < 2; k++) {
		c.on_day = BENCH_TODAY - below(m, 20) - 10 * (1 - k);
		MUST(m, contact_add(&m->c, &c, &contact));
	}
	due.kind = REMINDER_FOLLOW_UP;
	due.what = "See how they are";
	due.state = REMINDER_OPEN;
	due.due_on = due.first_due_on =
		i < BENCH_OWN ? BENCH_TODAY - 5 + below(m, 10) : BENCH_TODAY - 2 + below(m, 60);
	due.made_on = BENCH_TODAY - 10;
	MUST(m, reminder_add(&m->c, &due, &reminder));
	put_money(m, r.person);
}

/* One in twenty serves the nation, the others one of sixty councils. */
static const char *draw_area(struct maker *m)
{
	return below(m, 20) == 0 ? "E92000001"
	                         : arena_printf(&m->a, "E080000%02d", 1 + below(m, 60));
}

static const char *const outcodes[] = { "LS1 1AA",  "LS6 2AB",  "LS28 5AA", "BD1 1AA", "YO1 7HH",
	                                "HG1 1AA",  "M1 1AE",   "S1 2HE",   "HU1 1AA", "WF1 1AA",
	                                "HX1 1AA",  "HD1 1AA",  "DN1 1AA",  "L1 1AA",  "NE1 1AA",
	                                "SW1A 1AA", "CF10 1AA", "EH1 1AA",  "BT1 1AA", "B1 1AA" };

/* Another place, two tags and a price each. */
static void put_parts(struct maker *m, struct service_id id)
{
	struct service_place place = service_place_blank;
	struct service_tag tag = service_tag_blank;
	struct service_cost cost = service_cost_blank;
	struct service_place_id place_id;
	struct service_tag_id tag_id;
	struct service_cost_id cost_id;

	place.service = tag.service = cost.service = id;
	place.name = name(m, 3);
	place.address = arena_printf(&m->a, "%s Road, %s", name(m, 2), name(m, 2));
	place.postcode = outcodes[below(m, (int)COUNT_OF(outcodes))];
	MUST(m, service_place_add(&m->c, &place, &place_id));
	for (int i = 0; i < 2; i++) {
		tag.name = name(m, 2);
		MUST(m, service_tag_add(&m->c, &tag, &tag_id));
	}
	cost.amount = 100 * below(m, 8);
	MUST(m, service_cost_add(&m->c, &cost, &cost_id));
}

static void put_service(struct maker *m, int i)
{
	static const char *const attendance[] = { "venue", "phone", "venue;phone", "online",
		                                  "home_visit" };
	static const char *const access[] = { "drop-in", "appointment", "referral",
		                              "self-referral" };
	static const char *const languages[] = { "", "", "", "Polish", "Urdu; Punjabi", "Welsh" };
	static const char *const codes[] = { "practical.money",  "practical.travel",
		                             "emotional.lonely", "emotional.worry",
		                             "family.carer",     "info.groups" };
	struct service x = service_blank;
	const char *code = codes[below(m, (int)COUNT_OF(codes))];
	const char *area = draw_area(m);
	struct service_entry entry = { .concerns = { 1, &code }, .areas = { 1, &area } };

	x.name = arena_printf(&m->a, "%s %s advice %d", name(m, 2), name(m, 2), i);
	x.description = arena_printf(
		&m->a,
		"Debt, rent and benefits advice, a support group and somebody to talk to. %s %s %s "
		"for anybody in %s who needs help with %s and %s.",
		name(m, 2), name(m, 3), name(m, 2), name(m, 2), name(m, 3), name(m, 2));
	x.attendance = attendance[below(m, (int)COUNT_OF(attendance))];
	x.access = access[below(m, (int)COUNT_OF(access))];
	x.cost = below(m, 3) == 0 ? "£5 a session" : "free";
	x.languages = languages[below(m, (int)COUNT_OF(languages))];
	x.accessibility = below(m, 2) == 0 ? "step-free; hearing loop" : "";
	x.min_age = below(m, 5) == 0 ? 18 : NUMBER_NONE;
	x.other_name = name(m, 2);
	x.address = arena_printf(&m->a, "%d %s Street, %s", below(m, 200), name(m, 2), name(m, 2));
	x.postcode = outcodes[below(m, (int)COUNT_OF(outcodes))];
	x.phone = "0113 496 0301";
	x.last_checked = BENCH_TODAY - below(m, 400);
	x.checked_how = CHECKED_PHONED;
	x.status = SERVICE_ACTIVE;
	entry.service = x;
	entry.organisation = name(m, 3);
	MUST(m, service_entry_add(&m->c, &entry, &entry.service.id));
	put_parts(m, entry.service.id);
}

static void put_all(struct maker *m, int people, int services)
{
	put_accounts(m);
	MUST(m, setting_put(&m->c, "service", "Measured"));
	MUST(m, setting_put(&m->c, "nation", "england"));
	for (int i = 0; i < people; i++) {
		put_person(m, i);
		arena_reset(&m->a);
	}
	for (int i = 0; i < services; i++) {
		put_service(m, i);
		arena_reset(&m->a);
	}
	MUST(m, derive_all(&m->c));
}

void make_file_with(const char *path, const struct key *with, int people, int services)
{
	struct maker m = { .seed = 1 };
	struct store *st;
	enum status rc = store_create(path, with, true, &st);

	must(rc, st);
	must(change_begin(&m.c, st, (struct account_id){ 0 }, 1, "made"), st);
	m.c.kind = "import";
	put_all(&m, people, services);
	must(change_end(&m.c, OK), st);
	store_close(st);
	arena_reset(&m.a);
}

const struct key *bench_key(void)
{
	return &key;
}

void make_file(const char *path, int people, int services)
{
	make_file_with(path, &key, people, services);
}

struct session *open_file(const char *path)
{
	return open_file_as(path, &key, "priya", false);
}

struct session *open_file_as(const char *path, const struct key *with, const char *login,
                             bool reads)
{
	struct session *s;
	struct store *st;
	enum status rc = store_open(path, with, reads ? STORE_READ_ONLY : STORE_WRITE, &st);

	must(rc, st);
	if (casework_open_store(st, login, &s) != OK) {
		fprintf(stderr, "clew-bench: %s\n", session_fault(s));
		exit(1);
	}
	s->today = BENCH_TODAY;
	s->fixed_today = true;
	return s;
}
