#include "find_ids.h"

#include "store/find.h"

#include "model/none.h"

// clang-format off
#define SELECT_FOUND \
	"SELECT p.family_name, p.given_name, p.known_as, p.born_on, p.postcode, p.keep_apart," \
	" p.restricted, p.stage, p.knows_cancer, p.no_more_contact_on," \
	" p.died_on IS NOT NULL OR p.died_about IS NOT NULL" \
	"  OR p.died_sure IS NOT NULL OR coalesce(p.stage = 'died', 0) AS died," \
	" c.state, c.worker, w.login, r.knows_referral, s.person IS NOT NULL AS has_safe, s.ring," \
	" s.other_may_answer, s.voicemail, s.text, s.email, s.post, s.visit, s.visit_in_two," \
	" s.text_first, s.partner_told, s.withhold_number, s.hours, s.note, s.danger" \
	" FROM person p LEFT JOIN caseload c ON c.referral = (SELECT referral FROM caseload" \
	"   WHERE person = :id ORDER BY open DESC, received_on DESC, referral DESC LIMIT 1)" \
	" LEFT JOIN account w ON w.id = c.worker LEFT JOIN referral r ON r.id = c.referral" \
	" LEFT JOIN safe_contact s ON s.person = p.id WHERE p.id = :id"
// clang-format on

static void read_safe(sqlite3_stmt *q, struct arena *a, struct safe_contact *c)
{
	*c = safe_contact_blank;
	if (stmt_int(q, "has_safe") == 0)
		return;
	c->ring = stmt_asked(q, "ring");
	c->other_may_answer = stmt_asked(q, "other_may_answer");
	c->voicemail = stmt_asked(q, "voicemail");
	c->text = stmt_asked(q, "text");
	c->email = stmt_asked(q, "email");
	c->post = stmt_asked(q, "post");
	c->visit = stmt_asked(q, "visit");
	c->visit_in_two = stmt_int(q, "visit_in_two") != 0;
	c->text_first = stmt_int(q, "text_first") != 0;
	c->partner_told = stmt_asked(q, "partner_told");
	c->withhold_number = stmt_int(q, "withhold_number") != 0;
	c->hours = stmt_text(q, "hours", a);
	c->note = stmt_text(q, "note", a);
	c->danger = stmt_int(q, "danger") != 0;
}

static void read_found(sqlite3_stmt *q, struct arena *a, struct found_person *p)
{
	p->family_name = stmt_text(q, "family_name", a);
	p->given_name = stmt_text(q, "given_name", a);
	p->known_as = stmt_text(q, "known_as", a);
	p->born_on = stmt_day(q, "born_on");
	p->postcode = stmt_text(q, "postcode", a);
	p->keep_apart = stmt_int(q, "keep_apart") != 0;
	p->restricted = stmt_int(q, "restricted") != 0;
	p->stage = (enum stage)stmt_word(q, "stage", &stages);
	p->about.knows_cancer = (enum knowing)stmt_word(q, "knows_cancer", &knowings);
	p->about.no_more_contact = day_valid(stmt_day(q, "no_more_contact_on"));
	p->died = p->about.died = stmt_int(q, "died") != 0;
	p->state = (enum referral_state)stmt_word(q, "state", &referral_states);
	p->worker.n = stmt_int(q, "worker");
	p->login = stmt_text(q, "login", a);
	p->about.knows_referral = stmt_asked(q, "knows_referral");
	read_safe(q, a, &p->safe);
}

static enum status add_row(struct finding *f, struct person_id id, struct found_people *list)
{
	struct found_person p = { .id = id };
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(f->st, &q, SQL(SELECT_FOUND));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", id.n);
	rc = stmt_step(f->st, q, &row);
	if (rc != OK || !row) {
		stmt_release(q);
		return rc;
	}
	read_found(q, f->a, &p);
	if (!f->for_volunteer || (!p.keep_apart && !p.restricted))
		*ARENA_PUSH(f->a, list) = p;
	return stmt_finish(f->st, q);
}

enum status find_rows(struct finding *f, struct found_people *ret)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < f->found.n; i++)
		rc = add_row(f, f->found.at[i], ret);
	return rc;
}
