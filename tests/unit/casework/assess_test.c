#include "test.h"

#include "base/attr.h"
#include "casework/assess.h"
#include "casework/drafts.h"
#include "casework/undo.h"
#include "model/none.h"

#include <string.h>

#include "fixture.h"
#include "jane_assessed.h"

struct act {
	struct workplace *w;
	struct person_id jane;
	struct assessment_start start;
	struct new_assessment n;
};

static struct act begin(void **state)
{
	struct act x = { .w = *state };

	x.jane = jane_add(x.w);
	assert_int_equal(casework_begin_assessment(x.w->session, x.jane, &x.w->arena, &x.start),
	                 OK);
	x.n.header = x.start.header;
	x.n.header.agreed_keep = SAID_YES;
	x.n.minutes = 40;
	x.n.note = "Rent due on the 1st";
	return x;
}

static void add(struct act *x, const char *code, enum concern_answer answer, int score)
{
	struct concern *c = ARENA_PUSH(&x->w->arena, &x->n.concerns);

	*c = concern_blank;
	c->code = code;
	c->answer = answer;
	c->score = score;
}

static void reply(struct act *x, const char *code, enum red_reply r, const char *why,
                  const char *who)
{
	struct red_answer *red = ARENA_PUSH(&x->w->arena, &x->n.reds);

	*red = red_answer_blank;
	red->code = code;
	red->reply = r;
	red->why = why;
	red->who_will = who;
}

static int64_t count(struct act *x, const char *sql)
{
	return store_int(x->w->session->store, sql);
}

static void complete(struct act *x)
{
	struct assessment_id id;

	if (casework_complete_assessment(x->w->session, &x->n, &id) != OK)
		fail_msg("%s", session_fault(x->w->session));
}

static void begin_assessment__knows_where_they_are(void **state)
{
	struct act x = begin(state);

	assert_int_equal(x.start.header.pathway_point, PATHWAY_IN_TREATMENT);
	assert_int_equal(x.start.header.mode, ASSESSMENT_BY_PHONE);
	assert_int_equal(x.start.header.on_day, x.w->session->today);
	assert_int_equal(x.start.before.id.n, 0);
	assert_true(x.start.in_treatment);
	assert_string_equal(x.start.lead, "Ann Reid");
}

static void complete_assessment__is_one_change_and_one_undo(void **state)
{
	struct act x = begin(state);
	int64_t events = count(&x, "SELECT count(*) FROM event WHERE kind = 'change'");

	add(&x, "practical.money", CONCERN_SCORED, 9);
	add(&x, "practical.pets", CONCERN_SCORED, 0);
	complete(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM event WHERE kind = 'change'"), events + 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM concern"), 2);
	assert_int_equal(count(&x, "SELECT minutes FROM contact WHERE reached = 'yes'"), 40);
	assert_int_equal(count(&x, "SELECT contact = 1 FROM assessment WHERE status = 'done'"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM referral WHERE state = 'active'"
	                           " AND first_contact_on IS NOT NULL"),
	                 1);
	assert_int_equal(count(&x, "SELECT top_score FROM caseload"), 9);
	assert_int_equal(casework_undo(x.w->session), OK);
	assert_int_equal(count(&x, "SELECT count(*) FROM assessment"), 0);
	assert_int_equal(count(&x, "SELECT count(*) FROM contact"), 0);
	assert_int_equal(count(&x, "SELECT count(*) FROM referral WHERE state = 'accepted'"), 1);
}

static void complete_assessment__drops_its_draft(void **state)
{
	struct act x = begin(state);
	const struct draft d = { .form = "assessment",
		                 .about = x.start.strip.ref,
		                 .person = x.jane,
		                 .title = "Assessment begun",
		                 .body = "at=overall\n" };

	assert_int_equal(casework_keep_draft(x.w->session, &d), OK);
	complete(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM draft"), 0);
}

static void complete_assessment__that_was_only_offered_leaves_the_review(void **state)
{
	struct act x = begin(state);

	store_sql(x.w->session->store,
	          "INSERT INTO reminder (person, worker, kind, what, due_on, first_due_on, made_on,"
	          " by_account) VALUES (1, 1, 'first_contact', 'Speak', 20780, 20780, 20780, 1),"
	          " (1, 1, 'review_due', 'Go over the plan', 20780, 20780, 20780, 1)");
	x.n.header.offered = OFFER_SAID_NO;
	complete(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'first_contact'"
	                           " AND outcome = 'Spoken with, not assessed'"),
	                 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'review_due'"
	                           " AND state = 'open'"),
	                 1);
}

static void complete_assessment__ends_what_was_waiting_for_it(void **state)
{
	struct act x = begin(state);

	store_sql(x.w->session->store,
	          "INSERT INTO reminder (person, worker, kind, what, due_on, first_due_on, made_on,"
	          " by_account) VALUES (1, 1, 'first_contact', 'Speak', 20780, 20780, 20780, 1),"
	          " (1, 1, 'chase', 'Ask ward 5', 20780, 20780, 20780, 1)");
	complete(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE state = 'done'"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE state = 'open'"
	                           " AND kind = 'chase'"),
	                 1);
}

static void refused(struct act *x, const char *words)
{
	struct assessment_id id;

	assert_int_equal(casework_complete_assessment(x->w->session, &x->n, &id), E_INVALID);
	if (!strstr(session_fault(x->w->session), words))
		fail_msg("%s", session_fault(x->w->session));
	assert_int_equal(count(x, "SELECT count(*) FROM assessment"), 0);
	assert_int_equal(count(x, "SELECT count(*) FROM contact"), 0);
}

/* P-a: every answer that needs a person, each alone. */
static void complete_assessment__no_red_answer_without_a_reply(void **state)
{
	static const struct {
		const char *code;
		enum concern_answer answer;
		int score;
	} reds[] = {
		{ "emotional.hopeless", CONCERN_SCORED, 7 },
		{ "emotional.low", CONCERN_SCORED, 9 },
		{ "spiritual.meaning", CONCERN_SCORED, 8 },
		{ "family.safe", CONCERN_TALK, NUMBER_NONE },
		{ "family.safe", CONCERN_RATHER_NOT, NUMBER_NONE },
		{ "physical.temperature", CONCERN_SCORED, 1 },
		{ "physical.breathing", CONCERN_SCORED, 1 },
		{ "physical.bleeding", CONCERN_SCORED, 1 },
		{ "physical.backlegs", CONCERN_SCORED, 1 },
	};
	struct act x = begin(state);

	for (size_t i = 0; i < COUNT_OF(reds); i++) {
		x.n.concerns.n = 0;
		add(&x, reds[i].code, reds[i].answer, reds[i].score);
		refused(&x, "needs a person today");
	}
	x.n.concerns.n = 0;
	x.n.header.overall = 9;
	refused(&x, "Overall needs a person today");
}

static void complete_assessment__not_asked_needs_why_and_who(void **state)
{
	struct act x = begin(state);

	add(&x, "emotional.hopeless", CONCERN_SCORED, 8);
	reply(&x, "emotional.hopeless", RED_NOT_ASKED, "Her mother was in the room", "");
	refused(&x, "say why, and who will today");
	x.n.reds.at[0].who_will = "Ann Reid, at 11";
	complete(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM red_answer WHERE reply = 'not_asked'"), 1);
}

static void complete_assessment__asked_is_kept_as_asked(void **state)
{
	struct act x = begin(state);

	add(&x, "emotional.hopeless", CONCERN_SCORED, 8);
	add(&x, "physical.temperature", CONCERN_TALK, NUMBER_NONE);
	reply(&x, "emotional.hopeless", RED_ASKED_YES, "", "");
	reply(&x, "physical.temperature", RED_ASKED_NO, "", "");
	complete(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM red_answer WHERE reply = 'asked_yes'"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM red_answer WHERE reply = 'asked_no'"), 1);
}

/* What they answered at its end counts for whatever goes out from then on. */
static void complete_assessment__feeds_what_they_agree_to(void **state)
{
	struct act x = begin(state);

	add(&x, "practical.money", CONCERN_SCORED, 9);
	x.n.header.agreed_share = SAID_NO;
	x.n.header.mode = ASSESSMENT_IN_PERSON;
	complete(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM consent WHERE purpose = 'keep' AND"
	                           " answer = 'yes' AND how = 'said' AND assessment IS NOT NULL"
	                           " AND words LIKE 'I would like to keep%'"),
	                 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM consent WHERE purpose = 'refer' AND"
	                           " answer = 'no' AND to_whom IS NULL"),
	                 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM consent"), 2);
}

static void complete_assessment__asks_before_it_keeps(void **state)
{
	struct act x = begin(state);

	add(&x, "practical.money", CONCERN_SCORED, 9);
	x.n.header.agreed_keep = NOT_ASKED;
	refused(&x, "whether it may be kept");
}

static void complete_assessment__no_to_keeping_keeps_no_answers(void **state)
{
	struct act x = begin(state);

	add(&x, "practical.money", CONCERN_SCORED, 9);
	add(&x, "emotional.hopeless", CONCERN_SCORED, 9);
	reply(&x, "emotional.hopeless", RED_ASKED_NO, "", "");
	x.n.header.agreed_keep = SAID_NO;
	x.n.header.overall = 5;
	complete(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM concern"), 0);
	assert_int_equal(count(&x, "SELECT count(*) FROM red_answer"), 1);
	assert_int_equal(count(&x, "SELECT overall IS NULL AND status = 'begun' FROM assessment"),
	                 1);
	assert_int_equal(casework_begin_assessment(x.w->session, x.jane, &x.w->arena, &x.start),
	                 OK);
	assert_int_equal(x.start.before.id.n, 0);
}

/* Written down on Monday, of a call of the Friday before: they are active since that day. */
static void complete_assessment__of_an_earlier_day__dates_all_of_it(void **state)
{
	struct act x = begin(state);

	x.n.header.on_day -= 3;
	complete(&x);
	assert_int_equal(count(&x, "SELECT state_on FROM referral"), x.n.header.on_day);
	assert_int_equal(count(&x, "SELECT first_contact_on FROM referral"), x.n.header.on_day);
	assert_int_equal(count(&x, "SELECT on_day FROM contact"), x.n.header.on_day);
}

/* The call that it was made in is a contact, and nobody rings somebody who has died. */
static void complete_assessment__after_a_death__writes_nothing(void **state)
{
	struct act x = begin(state);
	struct assessment_id id;

	store_sql(x.w->session->store,
	          "UPDATE person SET died_about = 'last week', died_sure = 'sure'");
	assert_int_equal(casework_complete_assessment(x.w->session, &x.n, &id), E_DENIED);
	assert_non_null(strstr(session_fault(x.w->session), "died. Nothing was written."));
	assert_int_equal(count(&x, "SELECT count(*) FROM contact"), 0);
	assert_int_equal(count(&x, "SELECT count(*) FROM assessment"), 0);
}

static void begin_assessment__review_stands_beside_the_last_one(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_add(w);
	struct assessment_start start;

	jane_assessed_before(w, jane);
	assert_int_equal(casework_begin_assessment(w->session, jane, &w->arena, &start), OK);
	assert_int_equal(start.before.overall, 6);
	assert_int_equal(start.was.n, 5);
	assert_int_equal(start.header.previous.n, start.before.id.n);
}

static void assessments__are_not_for_volunteers(void **state)
{
	struct act x = begin(state);
	struct assessment_id id;

	workplace_as(x.w, "mary");
	assert_int_equal(casework_begin_assessment(x.w->session, x.jane, &x.w->arena, &x.start),
	                 E_DENIED);
	assert_int_equal(casework_complete_assessment(x.w->session, &x.n, &id), E_DENIED);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(begin_assessment__knows_where_they_are),
		AT_WORK(complete_assessment__is_one_change_and_one_undo),
		AT_WORK(complete_assessment__drops_its_draft),
		AT_WORK(complete_assessment__that_was_only_offered_leaves_the_review),
		AT_WORK(complete_assessment__ends_what_was_waiting_for_it),
		AT_WORK(complete_assessment__no_red_answer_without_a_reply),
		AT_WORK(complete_assessment__not_asked_needs_why_and_who),
		AT_WORK(complete_assessment__asked_is_kept_as_asked),
		AT_WORK(complete_assessment__feeds_what_they_agree_to),
		AT_WORK(complete_assessment__asks_before_it_keeps),
		AT_WORK(complete_assessment__no_to_keeping_keeps_no_answers),
		AT_WORK(complete_assessment__of_an_earlier_day__dates_all_of_it),
		AT_WORK(complete_assessment__after_a_death__writes_nothing),
		AT_WORK(begin_assessment__review_stands_beside_the_last_one),
		AT_WORK(assessments__are_not_for_volunteers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
