#include "papers.h"

#include "test.h"

#include "paper/paper.h"

#include "fixture.h"
#include "jane_months.h"

const struct paper_kind paper_kinds[PAPER_KINDS] = {
	{ "plan", { .document = DOCUMENT_PLAN }, true },
	{ "summary", { .document = DOCUMENT_SUMMARY }, false },
	{ "questions", { .document = DOCUMENT_QUESTIONS }, true },
	{ "services", { .document = DOCUMENT_SERVICES }, true },
	{ "slip", { .document = DOCUMENT_SLIP }, true },
	{ "letter-referrer", { .document = DOCUMENT_LETTER }, false },
	{ "letter-gp", { .document = DOCUMENT_LETTER, .to_gp = true }, false },
	{ "try-letter", { .document = DOCUMENT_TRY_LETTER }, true },
	{ "assessment", { .document = DOCUMENT_ASSESSMENT }, true },
	{ "statutory", { .document = DOCUMENT_STATUTORY }, false },
};

struct act papers_of_jane(void **state)
{
	struct act x = { .w = *state };

	x.db = x.w->session->store;
	x.person = jane_after_months(x.w);
	store_sql(
		x.db,
		"INSERT INTO setting (name, value) VALUES ('service_phone', '0113 496 0100'),"
		" ('service_hours', 'Monday to Friday, 9 to 5');"
		"UPDATE person SET gp_name = 'Dr Shah', gp_practice = 'Bobbin Street Surgery',"
		" address = '4 Bobbin Street, Leeds', paper_seen = 0, knows_cancer = 'yes',"
		" about_me = 'I decide more easily in the morning.',"
		" clinical_contact = 'Breast nurse', clinical_phone = '01134960170';"
		"UPDATE safe_contact SET post = 1;"
		"UPDATE action SET what = 'ring her accountant';"
		"UPDATE referral SET referrer = 'Ward 5', reason = 'Worried about the rent.';"
		"UPDATE service SET phone = '01134960301', hours = 'Mon-Fri 9.30am-4pm';"
		"UPDATE concern SET previous_score = 7 WHERE code = 'practical.travel';"
		"INSERT INTO goal (person, plan, words) SELECT person, id,"
		" 'Work one day a week by spring.' FROM plan;"
		"INSERT INTO statutory_screen (id, person, kind, on_day, arises, wellbeing, indicated,"
		" offer, sent_to, by_account) VALUES (1, 1, 'care_act', 20776, 1, 1, 1, 'accepted',"
		" 'Leeds City Council, adult social care', 1);"
		"INSERT INTO statutory_answer (screen, code, person, answer) VALUES"
		" (1, 'CA-HYGIENE-01', 1, 'with_help'), (1, 'CA-HABITABLEHOME-01', 1, 'unable');"
		"INSERT INTO contact_point (person, kind, value, whose) VALUES"
		" (1, 'phone', '07700900123', 'hers alone');"
		"INSERT INTO reminder (person, kind, what, due_on, due_minute, first_due_on,"
		" to_person, made_on, by_account) VALUES"
		" (1, 'follow_up', 'Ask about chemo and Samir', 20788, 870, 20788, 1, 20780, 1)");
	return x;
}

enum status release(struct act *x, const struct paper_wanted *wanted)
{
	struct paper_wanted w = *wanted;

	w.person = x->person;
	return casework_release_paper(x->w->session, &w, &x->w->arena, &x->r);
}

enum status released(struct act *x)
{
	return casework_released_paper(x->w->session, &x->r, &x->w->arena, &x->said);
}

const char *page(struct act *x, bool html)
{
	buf_clear(&x->page);
	if (html)
		paper_html(&x->r.paper, (struct paper_style){ 0 }, &x->page);
	else
		paper_text(&x->r.paper, &x->page);
	return buf_text(&x->page);
}

void must_release(struct act *x, const struct paper_kind *k)
{
	if (release(x, &k->wanted) != OK)
		fail_msg("%s: %s", k->name, session_fault(x->w->session));
}
