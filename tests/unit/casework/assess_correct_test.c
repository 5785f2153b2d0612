#include "test.h"

#include "base/attr.h"
#include "casework/assess.h"
#include "casework/drafts.h"
#include "casework/plan.h"
#include "casework/undo.h"
#include "model/none.h"

#include <string.h>

#include "fixture.h"
#include "jane_assessed.h"

/* Jane's, ended just now by Priya: money 9 (substantial), sleep 4, no hope 8 asked. */
struct done {
	struct workplace *w;
	struct session *s;
	struct person_id jane;
	struct assessment_id id;
	struct assessment_start start; /* of its correction */
	struct new_assessment n;
};

static int64_t count(struct done *x, const char *sql)
{
	return store_int(x->s->store, sql);
}

static void add(struct done *x, const char *code, int score)
{
	struct concern *c = ARENA_PUSH(&x->w->arena, &x->n.concerns);

	*c = concern_blank;
	c->code = code;
	c->answer = CONCERN_SCORED;
	c->score = score;
}

static void reply(struct done *x, const char *code)
{
	struct red_answer *red = ARENA_PUSH(&x->w->arena, &x->n.reds);

	*red = red_answer_blank;
	red->code = code;
	red->reply = RED_ASKED_NO;
}

static struct done done(void **state)
{
	struct done x = { .w = *state };

	x.s = x.w->session;
	x.jane = jane_add(x.w);
	assert_int_equal(casework_begin_assessment(x.s, x.jane, &x.w->arena, &x.start), OK);
	x.n.header = x.start.header;
	x.n.header.agreed_keep = SAID_YES;
	x.n.header.overall = 5;
	x.n.minutes = 40;
	x.n.note = "";
	add(&x, "practical.money", 9);
	add(&x, "physical.sleep", 4);
	add(&x, "emotional.hopeless", 8);
	reply(&x, "emotional.hopeless");
	assert_int_equal(casework_complete_assessment(x.s, &x.n, &x.id), OK);
	store_sql(x.s->store, "UPDATE concern SET level = 'substantial' WHERE score = 9");
	return x;
}

static void begin(struct done *x)
{
	if (casework_begin_correction(x->s, x->id, &x->w->arena, &x->start) != OK)
		fail_msg("%s", session_fault(x->s));
	x->n = (struct new_assessment){ .header = x->start.header,
		                        .concerns = x->start.now.concerns,
		                        .nothings = x->start.now.nothings,
		                        .reds = x->start.reds,
		                        .minutes = NUMBER_NONE,
		                        .note = "" };
}

static void end(struct done *x)
{
	struct assessment_id id;

	if (casework_complete_assessment(x->s, &x->n, &id) != OK)
		fail_msg("%s", session_fault(x->s));
	assert_int_equal(id.n, x->id.n);
}

static void refused(struct done *x, enum status with, const char *words)
{
	assert_int_equal(casework_begin_correction(x->s, x->id, &x->w->arena, &x->start), with);
	if (!strstr(session_fault(x->s), words))
		fail_msg("%s", session_fault(x->s));
}

/* A slip of the finger: nothing but the score changes, and u takes it back. */
static void correct__the_same_day__changes_what_was_wrong(void **state)
{
	struct done x = done(state);
	int64_t events = count(&x, "SELECT count(*) FROM event WHERE kind = 'change'");

	begin(&x);
	assert_int_equal(x.start.now.concerns.n, 3);
	assert_int_equal(x.start.reds.n, 1);
	for (size_t i = 0; i < x.n.concerns.n; i++)
		if (x.n.concerns.at[i].score == 9)
			x.n.concerns.at[i].score = 6;
	end(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM event WHERE kind = 'change'"), events + 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM concern WHERE code = 'practical.money'"
	                           " AND score = 6 AND level = 'substantial'"),
	                 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM contact"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM consent"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM assessment"), 1);
	assert_int_equal(count(&x, "SELECT top_score FROM caseload"), 8);
	assert_int_equal(casework_undo(x.s), OK);
	assert_int_equal(count(&x, "SELECT score FROM concern WHERE code = 'practical.money'"), 9);
}

static void correct__takes_answers_away_and_adds_some(void **state)
{
	struct done x = done(state);
	struct domain_nothing nothing = domain_nothing_blank;

	begin(&x);
	nothing.domain = "physical";
	x.n.nothings = (struct domain_nothing_list){ 1, &nothing };
	x.n.concerns.n = 0;
	add(&x, "practical.pets", 0);
	x.n.reds.n = 0;
	end(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM concern"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM domain_nothing"), 1);
	begin(&x);
	x.n.nothings.n = 0;
	end(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM domain_nothing"), 0);
}

/* P-a: a correction is a way in too. */
static void correct__no_red_answer_without_a_reply(void **state)
{
	struct done x = done(state);
	struct assessment_id id;

	begin(&x);
	add(&x, "spiritual.meaning", 9);
	assert_int_equal(casework_complete_assessment(x.s, &x.n, &id), E_INVALID);
	assert_non_null(strstr(session_fault(x.s), "needs a person today"));
	assert_int_equal(count(&x, "SELECT count(*) FROM concern"), 3);
}

static void correct__of_another_day_or_hand__takes_a_reason(void **state)
{
	struct done x = done(state);

	workplace_days_later(x.w, 1);
	refused(&x, E_INVALID, "Unlock it with a reason first");
	workplace_days_later(x.w, -1);
	begin(&x);
	workplace_as(x.w, "ann");
	workplace_cover(x.w, x.jane);
	x.s = x.w->session;
	refused(&x, E_INVALID, "Priya Shah ended that assessment on 23 Nov.");
	assert_int_equal(casework_unlock_assessment(x.s, x.id, "  "), E_INVALID);
	assert_int_equal(casework_unlock_assessment(x.s, x.id, "Typed 9 for 6"), OK);
	begin(&x);
	x.n.concerns.at[0].score = 1;
	end(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM event WHERE what LIKE"
	                           " '%unlocked: Typed 9 for 6'"),
	                 1);
	/* closed again with the correction; who did it and why stays */
	refused(&x, E_INVALID, "Unlock it with a reason first");
	assert_int_equal(count(&x, "SELECT count(*) FROM assessment WHERE by_account = 1 AND"
	                           " status = 'done' AND unlocked_because = 'Typed 9 for 6'"),
	                 1);
}

static void lock__closes_it_everywhere(void **state)
{
	struct done x = done(state);
	struct assessment_id id;

	begin(&x);
	assert_int_equal(casework_lock_assessment(x.s, x.id), OK);
	assert_int_equal(casework_complete_assessment(x.s, &x.n, &id), E_CONFLICT);
	refused(&x, E_INVALID, "closed for good on 23 Nov");
	assert_int_equal(casework_lock_assessment(x.s, x.id), E_INVALID);
	x.n.header.ver++; /* as if it had been read since */
	assert_int_equal(casework_complete_assessment(x.s, &x.n, &id), E_INVALID);
	assert_int_equal(count(&x, "SELECT count(*) FROM assessment WHERE status = 'locked'"
	                           " AND locked_on = 20780"),
	                 1);
	assert_int_equal(casework_unlock_assessment(x.s, x.id, "She said 6"), OK);
	assert_int_equal(count(&x, "SELECT count(*) FROM assessment WHERE status = 'done'"
	                           " AND locked_on IS NULL"),
	                 1);
	begin(&x);
	end(&x);
}

/* Its plan was agreed before it was closed: opened again, it still is. */
static void unlock__knows_that_its_plan_was_agreed(void **state)
{
	struct done x = done(state);

	store_sql(x.s->store,
	          "INSERT INTO plan (person, assessment, version, status, made_on, agreed_on,"
	          " by_account) VALUES (1, 1, 1, 'agreed', 20780, 20780, 1);"
	          "UPDATE assessment SET status = 'plan_agreed'");
	assert_int_equal(casework_lock_assessment(x.s, x.id), OK);
	assert_int_equal(casework_unlock_assessment(x.s, x.id, "A slip"), OK);
	assert_int_equal(count(&x, "SELECT count(*) FROM assessment WHERE status = 'plan_agreed'"),
	                 1);
}

/* Two correct it at once: the second is told, and nothing of the first is lost. */
static void correct__after_somebody_else_did__is_told(void **state)
{
	struct done x = done(state);
	struct new_assessment first;
	struct assessment_id id;

	begin(&x);
	first = x.n;
	x.n.concerns.at[0].score = 2;
	end(&x);
	assert_int_equal(casework_complete_assessment(x.s, &first, &id), E_CONFLICT);
	assert_non_null(strstr(session_fault(x.s), "meanwhile"));
}

static void correct__drops_its_own_draft_alone(void **state)
{
	struct done x = done(state);
	struct draft d = { .form = "assessment",
		           .about = "CL-000001 1",
		           .person = x.jane,
		           .title = "Correction",
		           .body = "at=overall\n" };

	assert_int_equal(casework_keep_draft(x.s, &d), OK);
	d.about = "CL-000001";
	assert_int_equal(casework_keep_draft(x.s, &d), OK);
	begin(&x);
	end(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM draft"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM draft WHERE about = 'CL-000001'"), 1);
}

/* Two assess her at the same time: both are kept, and whoever ends second is told. */
static void doubts__say_who_ended_one_meanwhile(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_add(w);
	struct assess_doubt_list doubts;
	struct assessment_start start;
	struct assessment_id id;
	struct new_assessment mine = { .note = "", .minutes = NUMBER_NONE }, theirs = mine;

	assert_int_equal(casework_begin_assessment(w->session, jane, &w->arena, &start), OK);
	mine.header = theirs.header = start.header;
	mine.newest = start.newest;
	mine.header.agreed_keep = theirs.header.agreed_keep = SAID_YES;
	workplace_as(w, "ben");
	workplace_cover(w, jane);
	assert_int_equal(casework_complete_assessment(w->session, &theirs, &id), OK);
	workplace_as(w, "priya");
	assert_int_equal(casework_assessment_doubts(w->session, &mine, &w->arena, &doubts), OK);
	assert_int_equal(doubts.at[doubts.n - 1].kind, DOUBT_MEANWHILE);
	assert_non_null(strstr(doubts.at[doubts.n - 1].text, "Ben Ojo ended one meanwhile"));
	assert_int_equal(casework_complete_assessment(w->session, &mine, &id), OK);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM assessment"), 2);
}

static void changes__are_those_since_the_one_before(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_add(w);
	struct assess_change_list changes;
	struct done x = { .w = w, .s = w->session, .jane = jane };

	jane_assessed_before(w, jane);
	assert_int_equal(
		casework_assessment_changes(x.s, (struct assessment_id){ 1 }, &w->arena, &changes),
		OK);
	assert_int_equal(changes.n, 0);
	assert_int_equal(casework_begin_assessment(x.s, jane, &w->arena, &x.start), OK);
	x.n = (struct new_assessment){ .header = x.start.header, .note = "" };
	x.n.header.agreed_keep = SAID_YES;
	add(&x, "practical.money", 9);
	add(&x, "practical.care", 8);
	assert_int_equal(casework_complete_assessment(x.s, &x.n, &x.id), OK);
	assert_int_equal(casework_assessment_changes(x.s, x.id, &w->arena, &changes), OK);
	assert_string_equal(assess_changes_text(&changes, &w->arena),
	                    "Looking after others was 5, is 8: worse. Money, bills or debt was 9, "
	                    "still 9. Not asked: Overall, Getting there and parking, Keeping "
	                    "house, Feeling low.");
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(correct__the_same_day__changes_what_was_wrong),
		AT_WORK(correct__takes_answers_away_and_adds_some),
		AT_WORK(correct__no_red_answer_without_a_reply),
		AT_WORK(correct__of_another_day_or_hand__takes_a_reason),
		AT_WORK(lock__closes_it_everywhere),
		AT_WORK(unlock__knows_that_its_plan_was_agreed),
		AT_WORK(correct__after_somebody_else_did__is_told),
		AT_WORK(correct__drops_its_own_draft_alone),
		AT_WORK(doubts__say_who_ended_one_meanwhile),
		AT_WORK(changes__are_those_since_the_one_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
