#include "test.h"

#include "base/attr.h"
#include "casework/level.h"
#include "casework/person_view.h"
#include "casework/plan.h"
#include "casework/signposts.h"
#include "casework/statutory.h"
#include "casework/undo.h"
#include "model/workdays.h"

#include <string.h>

#include "fixture.h"
#include "jane_assessed.h"
#include "leeds.h"
#include "statutory_read.h"

struct act {
	struct workplace *w;
	struct session *s;
	struct arena *a;
	struct person_id jane;
	struct new_statutory new;
};

static struct act begin(void **state)
{
	struct act x = { .w = *state };

	x.s = x.w->session;
	x.a = &x.w->arena;
	x.jane = jane_add(x.w);
	store_sql(x.s->store, "UPDATE person SET council = 'E08000035' WHERE id = 1");
	jane_assessed_before(x.w, x.jane);
	x.new.screen = statutory_screen_blank;
	x.new.screen.person = x.jane;
	x.new.screen.kind = STATUTORY_CARE_ACT;
	return x;
}

static void manages(struct act *x, const char *code, enum manages how)
{
	struct statutory_answer *answer = ARENA_PUSH(x->a, &x->new.answers);

	*answer = statutory_answer_blank;
	answer->code = code;
	answer->answer = how;
}

static struct statutory_saved record(struct act *x)
{
	struct statutory_saved saved;

	if (casework_record_statutory(x->s, &x->new, x->a, &saved) != OK)
		fail_msg("%s", session_fault(x->s));
	return saved;
}

static struct statutory_view view(struct act *x, enum statutory_as as)
{
	struct statutory_view v;

	assert_int_equal(casework_statutory(x->s, x->jane, as, x->a, &v), OK);
	return v;
}

static int64_t count(struct act *x, const char *sql)
{
	return store_int(x->s->store, sql);
}

static void they_want_it(struct act *x)
{
	manages(x, "CA-HYGIENE-01", MANAGES_WITH_HELP);
	manages(x, "CA-HABITABLEHOME-01", MANAGES_UNABLE);
	x->new.screen.arises = SAID_YES;
	x->new.screen.wellbeing = SAID_YES;
	x->new.screen.offer = COUNCIL_WANTED;
	x->new.screen.sent_to = "Leeds City Council, adult social care";
}

static void view__has_hints_beside_and_answers_nothing(void **state)
{
	struct act x = begin(state);
	struct statutory_view v = view(&x, STATUTORY_AS_FITS);

	assert_int_equal(v.list.kind, STATUTORY_CARE_ACT);
	assert_string_equal(v.council, "Leeds City Council");
	assert_string_equal(v.sent_to, "Leeds City Council, adult social care");
	assert_string_equal(v.at[5].item->code, "CA-HABITABLEHOME-01");
	assert_string_equal(v.at[5].hint, "Keeping house 3");
	assert_string_equal(v.at[2].hint, "");
	for (size_t i = 0; i < v.list.n; i++)
		assert_int_equal(v.at[i].was, MANAGES_NONE);
	assert_false(v.cares);
	assert_true(day_is_working(v.again_on, &x.s->holidays));
}

static void view__fits_the_nation_and_whether_they_care(void **state)
{
	struct act x = begin(state);

	assert_int_equal(view(&x, STATUTORY_AS_CARER).list.kind, STATUTORY_CARER);
	store_sql(x.s->store, "INSERT INTO relation (person, name, kind)"
	                      " VALUES (1, 'Margaret', 'carer_of')");
	assert_true(view(&x, STATUTORY_AS_FITS).cares);
	assert_int_equal(view(&x, STATUTORY_AS_FITS).list.kind, STATUTORY_CARE_ACT);
	store_sql(x.s->store, "UPDATE person SET stage = 'caring' WHERE id = 1");
	assert_int_equal(view(&x, STATUTORY_AS_FITS).list.kind, STATUTORY_CARER);
	assert_int_equal(view(&x, STATUTORY_AS_ADULT).list.kind, STATUTORY_CARE_ACT);
	store_sql(x.s->store, "UPDATE person SET council = 'W06000015' WHERE id = 1");
	assert_int_equal(view(&x, STATUTORY_AS_ADULT).list.kind, STATUTORY_WALES);
	store_sql(x.s->store, "UPDATE person SET council = NULL WHERE id = 1");
	x.s->service.nation = NATION_SCOTLAND;
	assert_int_equal(view(&x, STATUTORY_AS_ADULT).list.kind, STATUTORY_NO_LIST);
	assert_string_equal(view(&x, STATUTORY_AS_ADULT).sent_to, "the council, adult social care");
	x.s->service.nation = NATION_NORTHERN_IRELAND;
	assert_string_equal(view(&x, STATUTORY_AS_ADULT).sent_to,
	                    "the Health and Social Care trust, adult social care");
}

static void council__is_the_county_where_there_are_two_tiers(void **state)
{
	struct act x = begin(state);

	store_sql(x.s->store, "UPDATE person SET council = 'E07000117' WHERE id = 1");
	assert_string_equal(view(&x, STATUTORY_AS_ADULT).council, "Lancashire County Council");
}

static void wanted__stands_in_the_plan_with_two_reminders(void **state)
{
	struct act x = begin(state);
	struct statutory_saved saved;

	they_want_it(&x);
	saved = record(&x);
	assert_non_null(strstr(saved.said, "A reminder is set for Wed 25 Nov to ask Leeds City "
	                                   "Council"));
	assert_int_equal(count(&x, "SELECT indicated FROM statutory_screen"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM statutory_answer"), 2);
	assert_int_equal(count(&x, "SELECT count(*) FROM action WHERE kind = 'worker_does' AND what"
	                           " = 'ask Leeds City Council for an assessment'"),
	                 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'action_due' AND"
	                           " state = 'open'"),
	                 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE rule = 'council-check' AND"
	                           " kind = 'chase' AND promised_by LIKE 'Leeds%'"),
	                 1);
	record(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM action WHERE kind = 'worker_does'"), 1);
}

static void wanted__without_a_plan_is_a_reminder(void **state)
{
	struct act x = begin(state);

	x.jane = x.new.screen.person = somebody_add(x.w, "Haddad");
	they_want_it(&x);
	record(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM action"), 0);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE rule = 'council-ask' AND"
	                           " what = 'Ask the council for an assessment'"),
	                 1);
}

static struct service_id social_care(struct act *x, const char *name, const char *council)
{
	struct service service = service_blank;

	service.name = name;
	service.status = SERVICE_ACTIVE;
	return leeds_service(x->w, &service, "practical.care", council, 3);
}

static void wanted__opens_their_councils_entry(void **state)
{
	struct act x = begin(state);
	struct service_id leeds = social_care(&x, "Leeds adult social care", "E08000035");

	social_care(&x, "Adult social care", "E08000032");
	they_want_it(&x);
	assert_int_equal(record(&x).service.n, leeds.n);
	x.new.screen.offer = COUNCIL_SAID_NO;
	assert_int_equal(record(&x).service.n, 0);
}

static void wanted__then_not__ends_what_was_to_be_asked(void **state)
{
	struct act x = begin(state);

	they_want_it(&x);
	record(&x);
	x.new.screen.offer = COUNCIL_HAS_ONE;
	record(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM action WHERE kind = 'worker_does' AND"
	                           " status = 'completed' AND outcome = 'has one already'"),
	                 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'action_due' AND"
	                           " state = 'open'"),
	                 0);
}

/* A referral to the council's own service is the asking. */
static void wanted__referred_to_the_council__is_asked(void **state)
{
	struct act x = begin(state);
	struct service_id leeds = social_care(&x, "Leeds adult social care", "E08000035");
	struct new_signpost to = { .person = x.jane,
		                   .service = leeds,
		                   .concern = "practical.care",
		                   .kind = SIGNPOST_TOLD,
		                   .note = "",
		                   .check_on = DAY_NONE };
	struct signpost_saved saved;

	they_want_it(&x);
	record(&x);
	assert_int_equal(casework_signpost(x.s, &to, x.a, &saved), OK);
	assert_int_equal(count(&x, "SELECT count(*) FROM action WHERE kind = 'worker_does' AND"
	                           " status = 'completed'"),
	                 0);
	to.kind = SIGNPOST_REFERRED;
	to.agreed = CONSENT_BY_PHONE;
	to.send = LEAVES_PROPOSED;
	if (casework_refer(x.s, &to, x.a, &saved) != OK)
		fail_msg("%s", session_fault(x.s));
	assert_int_equal(count(&x, "SELECT count(*) FROM action WHERE kind = 'worker_does' AND"
	                           " status = 'completed' AND outcome LIKE 'referred to Leeds%'"),
	                 1);
}

static void not_now__is_asked_again_and_then_done(void **state)
{
	struct act x = begin(state);

	x.new.screen.offer = COUNCIL_NOT_NOW;
	x.new.screen.again_on = x.s->today + 42;
	record(&x);
	assert_int_equal(count(&x, "SELECT due_on FROM reminder WHERE kind = 'ask_again' AND state"
	                           " = 'open'"),
	                 x.s->today + 42);
	x.new.screen.again_on = DAY_NONE;
	x.new.screen.offer = COUNCIL_HAS_ONE;
	record(&x);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'ask_again' AND"
	                           " state = 'open'"),
	                 0);
}

static void offered__needs_an_answer_a_day_or_a_reason(void **state)
{
	struct act x = begin(state);
	struct statutory_saved saved;

	they_want_it(&x);
	x.new.screen.offer = STATUTORY_OFFER_NONE;
	assert_int_equal(casework_record_statutory(x.s, &x.new, x.a, &saved), E_INVALID);
	assert_non_null(strstr(session_fault(x.s), "looks worth offering"));
	x.new.screen.offer = COUNCIL_NOT_OFFERED;
	assert_int_equal(casework_record_statutory(x.s, &x.new, x.a, &saved), E_INVALID);
	x.new.screen.offer = COUNCIL_NOT_NOW;
	assert_int_equal(casework_record_statutory(x.s, &x.new, x.a, &saved), E_INVALID);
	x.new.screen.again_on = x.s->today;
	assert_int_equal(casework_record_statutory(x.s, &x.new, x.a, &saved), E_INVALID);
	assert_int_equal(count(&x, "SELECT count(*) FROM statutory_screen"), 0);
}

static void died__is_offered_nothing(void **state)
{
	struct act x = begin(state);
	struct statutory_saved saved;

	they_want_it(&x);
	store_sql(x.s->store,
	          "UPDATE person SET stage = 'died', died_on = 20700, died_sure = 'sure'");
	assert_int_equal(casework_record_statutory(x.s, &x.new, x.a, &saved), E_CONFLICT);
	assert_int_equal(count(&x, "SELECT count(*) FROM statutory_screen"), 0);
}

static void review__says_what_changed_on_the_timeline(void **state)
{
	struct act x = begin(state);
	struct person_view v;
	struct statutory_view again;

	they_want_it(&x);
	record(&x);
	workplace_days_later(x.w, 30);
	again = view(&x, STATUTORY_AS_FITS);
	assert_int_equal(again.at[1].was, MANAGES_WITH_HELP);
	x.new.answers.at[0].answer = MANAGES_ABLE;
	record(&x);
	assert_int_equal(casework_open_person(x.s, x.jane, x.a, &v), OK);
	assert_string_equal(v.timeline.at[0].kind, "Council");
	assert_string_equal(v.timeline.at[0].what, "assessment offered: yes, they want it");
	assert_non_null(strstr(v.timeline.at[0].whole,
	                       "Washing, and keeping clean: able, before: with help"));
	assert_non_null(
		strstr(v.timeline.at[0].whole, "Keeping the home fit to live in: not able\n"));
	assert_null(strstr(v.timeline.at[0].whole, "ligib"));
}

/* T53: each leaves the one event that it should, about her. */
static void events__are_a_look_and_a_change(void **state)
{
	struct act x = begin(state);
	int64_t before = count(&x, "SELECT max(id) FROM event");
	const char *sql = arena_printf(x.a,
	                               "SELECT group_concat(kind || ' ' || person, ', ') FROM"
	                               " (SELECT * FROM event WHERE id > %lld ORDER BY id)",
	                               (long long)before);

	view(&x, STATUTORY_AS_FITS);
	they_want_it(&x);
	record(&x);
	assert_int_equal(casework_set_level(x.s, x.jane, "practical.money", NEED_LOW), OK);
	assert_string_equal(store_text(x.s->store, sql, x.a), "look 1, change 1, change 1");
}

static void undo__takes_all_of_it_back(void **state)
{
	struct act x = begin(state);

	they_want_it(&x);
	record(&x);
	assert_int_equal(casework_undo(x.s), OK);
	assert_int_equal(count(&x, "SELECT count(*) FROM statutory_screen"), 0);
	assert_int_equal(count(&x, "SELECT count(*) FROM statutory_answer"), 0);
	assert_int_equal(count(&x, "SELECT count(*) FROM action"), 0);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE state = 'open' AND rule"
	                           " LIKE 'council%'"),
	                 0);
}

static void document__is_of_the_newest_that_they_wanted(void **state)
{
	struct act x = begin(state);
	struct statutory_document d;

	assert_int_equal(statutory_document_read(x.s, x.jane, x.a, &d), E_NOT_FOUND);
	they_want_it(&x);
	record(&x);
	x.new.screen.offer = COUNCIL_SAID_NO;
	record(&x);
	assert_int_equal(statutory_document_read(x.s, x.jane, x.a, &d), OK);
	assert_string_equal(d.to, "Leeds City Council, adult social care");
	assert_int_equal(d.n, 4);
}

/* ---- how great the need is ---- */

static enum need_level level_of(struct act *x, const char *code)
{
	struct level_view v;

	assert_int_equal(casework_level(x->s, x->jane, code, x->a, &v), OK);
	return v.level;
}

static void level__is_what_somebody_judged_and_nothing_before(void **state)
{
	struct act x = begin(state);
	struct plan_view plan;

	assert_int_equal(level_of(&x, "practical.money"), NEED_LEVEL_NONE);
	assert_int_equal(casework_set_level(x.s, x.jane, "practical.money", NEED_SUBSTANTIAL), OK);
	assert_int_equal(level_of(&x, "practical.money"), NEED_SUBSTANTIAL);
	assert_int_equal(level_of(&x, "practical.care"), NEED_LEVEL_NONE);
	assert_int_equal(casework_plan(x.s, x.jane, x.a, &plan), OK);
	assert_int_equal(plan.at[0].level, NEED_SUBSTANTIAL);
	assert_int_equal(plan.at[0].score, 9);
	assert_int_equal(plan.plan.id.n, 0);
	assert_int_equal(casework_undo(x.s), OK);
	assert_int_equal(level_of(&x, "practical.money"), NEED_LEVEL_NONE);
}

static void level__is_of_what_was_raised_and_not_locked(void **state)
{
	struct act x = begin(state);
	struct level_view v;

	assert_int_equal(casework_level(x.s, x.jane, "practical.pets", x.a, &v), E_NOT_FOUND);
	assert_non_null(strstr(session_fault(x.s), "Pets was not raised"));
	assert_int_equal(casework_set_level(x.s, x.jane, "practical.pets", NEED_LOW), E_NOT_FOUND);
	assert_int_equal(casework_set_level(x.s, x.jane, "practical.money", NEED_LEVEL_NONE),
	                 E_INVALID);
	store_sql(x.s->store, "UPDATE assessment SET status = 'locked'");
	assert_int_equal(casework_set_level(x.s, x.jane, "practical.money", NEED_LOW), E_CONFLICT);
	assert_int_equal(level_of(&x, "practical.money"), NEED_LEVEL_NONE);
}

#define T(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(view__has_hints_beside_and_answers_nothing),
		T(view__fits_the_nation_and_whether_they_care),
		T(council__is_the_county_where_there_are_two_tiers),
		T(wanted__stands_in_the_plan_with_two_reminders),
		T(wanted__without_a_plan_is_a_reminder),
		T(wanted__opens_their_councils_entry),
		T(wanted__then_not__ends_what_was_to_be_asked),
		T(wanted__referred_to_the_council__is_asked),
		T(not_now__is_asked_again_and_then_done),
		T(offered__needs_an_answer_a_day_or_a_reason),
		T(died__is_offered_nothing),
		T(review__says_what_changed_on_the_timeline),
		T(events__are_a_look_and_a_change),
		T(undo__takes_all_of_it_back),
		T(document__is_of_the_newest_that_they_wanted),
		T(level__is_what_somebody_judged_and_nothing_before),
		T(level__is_of_what_was_raised_and_not_locked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
