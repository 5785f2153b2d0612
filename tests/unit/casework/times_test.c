#include "casework/times.h"

#include "dump.h"
#include "fixture.h"
#include "scene.h"
#include "test.h"

#include "casework/undo.h"
#include "store/derive.h"

#include <string.h>

/* People of the scene: Jane Carter (1) waits for Citizens Advice, with a check-back and a visit. */
static struct new_step step_of(int64_t person, enum time_step step)
{
	struct new_step x = new_step_blank;

	x.person.n = person;
	x.referral.n = person; /* the scene numbers them alike */
	x.step = step;
	return x;
}

static enum status take(struct workplace *w, struct new_step x, const char **said)
{
	*said = "";
	return casework_step(w->session, &x, &w->arena, said);
}

static const char *text(struct workplace *w, const char *sql)
{
	return store_text(w->session->store, sql, &w->arena);
}

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static void undo(struct workplace *w)
{
	const char *what;

	assert_int_equal(casework_undo_peek(w->session, &w->arena, &what), OK);
	assert_int_equal(casework_undo(w->session), OK);
}

static void casework_step__closes_with_what_stops_and_one_undo_brings_it_back(void **state)
{
	struct workplace *w = *state;
	struct new_step x = step_of(1, STEP_CLOSE);
	struct step_preview preview;
	const char *said, *before;

	scene_set(w);
	before = store_dump(w->session->store, &w->arena);
	assert_int_equal(casework_step_preview(w->session, &x, &w->arena, &preview), OK);
	assert_int_equal(preview.open.reminders, 1);
	assert_int_equal(preview.open.signposts, 1);
	x.outcome = "plan_done";
	assert_int_equal(take(w, x, &said), E_INVALID); /* what is open is asked */
	x.reminders = x.signposts = OPEN_STOPS;
	assert_int_equal(take(w, x, &said), OK);
	assert_string_equal(said, "Saved. Carter, Jane 1981: closed: plan done. u takes it back.");
	assert_string_equal(text(w,
	                         "SELECT state || ' ' || outcome || ' ' || closed_on FROM referral"
	                         " WHERE id = 1"),
	                    "closed plan_done 20780");
	assert_int_equal(
		count(w, "SELECT count(*) FROM reminder WHERE person = 1 AND state = 'open'"), 0);
	assert_string_equal(text(w, "SELECT status FROM signpost WHERE id = 1"), "cancelled");
	assert_int_equal(count(w, "SELECT open FROM caseload WHERE person = 1"), 0);
	assert_string_equal(text(w, "SELECT kind || ', ' || what || ', ' || person || ', ' || via"
	                            " FROM event ORDER BY id DESC LIMIT 1"),
	                    "change, Carter, Jane 1981: closed: plan done, 1, own");
	undo(w);
	assert_string_equal(store_dump(w->session->store, &w->arena), before);
}

/* A check-back stays with the service that goes on, whatever else stops. */
static void casework_step__leaves_a_check_back_with_the_service_that_stays(void **state)
{
	struct workplace *w = *state;
	struct new_step x = step_of(1, STEP_CLOSE);
	const char *said;

	scene_set(w);
	x.outcome = "other_service";
	x.reminders = OPEN_STOPS;
	x.signposts = OPEN_STAYS;
	assert_int_equal(take(w, x, &said), OK);
	assert_string_equal(text(w, "SELECT group_concat(kind) FROM reminder WHERE person = 1 AND"
	                            " state = 'open'"),
	                    "check_back");
	assert_string_equal(text(w, "SELECT status FROM signpost WHERE id = 1"), "waiting");
}

static void casework_step__holds_until_a_day_and_goes_on(void **state)
{
	struct workplace *w = *state;
	struct new_step x = step_of(7, STEP_HOLD);
	const char *said;

	scene_set(w);
	x.reason = "abroad with her sister";
	x.until = 20794;
	assert_int_equal(take(w, x, &said), OK);
	assert_non_null(strstr(said, "on hold until Mon 7 Dec"));
	assert_string_equal(text(w, "SELECT state || ' ' || hold_until || ' ' || state_reason FROM"
	                            " referral WHERE id = 7"),
	                    "on_hold 20794 abroad with her sister");
	assert_int_equal(count(w,
	                       "SELECT count(*) FROM reminder WHERE person = 7 AND due_on = 20794"
	                       " AND referral = 7"),
	                 1);
	assert_int_equal(take(w, step_of(7, STEP_HOLD), &said), E_CONFLICT);
	assert_int_equal(take(w, step_of(7, STEP_GO_ON), &said), OK);
	assert_string_equal(text(w, "SELECT state || coalesce(hold_until, '') FROM referral WHERE"
	                            " id = 7"),
	                    "active");
}

static void casework_step__says_no_and_proposes_to_tell_who_referred(void **state)
{
	struct workplace *w = *state;
	struct new_step x = step_of(5, STEP_DECLINE);
	const char *said;

	scene_set(w);
	store_sql(w->session->store,
	          "UPDATE referral SET state = 'received', worker = NULL, return_to = 'Sr Jones',"
	          " return_phone = '01134960188' WHERE id = 5;"
	          "INSERT INTO reminder (person, worker, kind, what, due_on, first_due_on, made_on,"
	          " by_account) VALUES (5, 1, 'try_again', 'ring', 20781, 20781, 20780, 1)");
	x.reason = "has all the help she wants";
	x.tell_on = 20781;
	assert_int_equal(take(w, x, &said), OK);
	assert_non_null(strstr(said, "Tell Sr Jones, 0113 496 0188: said no"));
	assert_string_equal(text(w, "SELECT state FROM referral WHERE id = 5"), "declined");
	assert_string_equal(
		text(w, "SELECT what FROM reminder WHERE person = 5 AND state = 'open'"),
		"Tell Sr Jones, 0113 496 0188: said no");
}

static void casework_step__accepts_for_a_colleague_who_takes_people(void **state)
{
	struct workplace *w = *state;
	struct new_step x = step_of(5, STEP_ACCEPT);
	const char *said;

	scene_set(w);
	store_sql(w->session->store,
	          "UPDATE referral SET state = 'received', worker = NULL, accepted_on = NULL"
	          " WHERE id = 5");
	x.worker = "mary";
	assert_int_equal(take(w, x, &said), E_INVALID);
	x.worker = "ben";
	assert_int_equal(take(w, x, &said), OK);
	assert_string_equal(text(w, "SELECT state || ' ' || worker || ' ' || accepted_on FROM"
	                            " referral WHERE id = 5"),
	                    "accepted 2 20780");
}

static void casework_step__opens_again_unless_another_time_is_open(void **state)
{
	struct workplace *w = *state;
	struct new_step x = step_of(1, STEP_CLOSE);
	const char *said;

	scene_set(w);
	x.outcome = "plan_done";
	x.reminders = x.signposts = OPEN_STOPS;
	assert_int_equal(take(w, x, &said), OK);
	x = step_of(1, STEP_REOPEN);
	assert_int_equal(take(w, x, &said), E_INVALID); /* a note */
	x.reason = "she rang: the rent again";
	assert_int_equal(take(w, x, &said), OK);
	assert_string_equal(text(w,
	                         "SELECT state || coalesce(outcome, '') || coalesce(closed_on, '')"
	                         " FROM referral WHERE id = 1"),
	                    "active");
	store_sql(w->session->store,
	          "UPDATE referral SET state = 'closed' WHERE id = 1;"
	          "INSERT INTO referral (person, received_on, source, state, state_on,"
	          " first_contact_by) VALUES (1, 20779, 'gp', 'received', 20779, 20784)");
	assert_int_equal(take(w, x, &said), E_CONFLICT);
	assert_non_null(strstr(session_fault(w->session), "another time with us is open"));
}

static void casework_step__of_who_has_died__begins_nothing(void **state)
{
	struct workplace *w = *state;
	struct new_step x = step_of(1, STEP_REOPEN);
	const char *said;

	scene_set(w);
	store_sql(w->session->store,
	          "UPDATE person SET died_on = 20770, died_sure = 'sure' WHERE id = 1;"
	          "UPDATE referral SET state = 'closed' WHERE id = 1");
	x.reason = "by mistake";
	assert_int_equal(take(w, x, &said), E_CONFLICT);
	assert_non_null(strstr(session_fault(w->session), "they have died"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(casework_step__closes_with_what_stops_and_one_undo_brings_it_back),
		T(casework_step__leaves_a_check_back_with_the_service_that_stays),
		T(casework_step__holds_until_a_day_and_goes_on),
		T(casework_step__says_no_and_proposes_to_tell_who_referred),
		T(casework_step__accepts_for_a_colleague_who_takes_people),
		T(casework_step__opens_again_unless_another_time_is_open),
		T(casework_step__of_who_has_died__begins_nothing),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
