#include "fixture.h"
#include "scene.h"
#include "test.h"

#include "casework/access.h"
#include "casework/caseload.h"
#include "casework/cover.h"
#include "casework/find.h"
#include "casework/person_view.h"
#include "casework/restricted.h"
#include "casework/reviews.h"
#include "casework/strip.h"
#include "casework/today.h"
#include "casework/undo.h"

/* T37: a restricted record. Jane Carter (1) is Priya's, who restricts her. */

static const struct person_id jane = { 1 }, margaret = { 10 };

static int setup(void **state)
{
	struct workplace *w = workplace_open();

	scene_set(w);
	assert_int_equal(casework_restrict(w->session, jane, "her sister works here"), OK);
	*state = w;
	return 0;
}

static enum status open_jane(struct workplace *w)
{
	struct person_view view;

	return casework_open_person(w->session, jane, &w->arena, &view);
}

static enum status anyway(struct workplace *w, const char *words)
{
	return casework_open_anyway(w->session, jane, ACCESS_DANGER, words);
}

static int64_t leaves(struct workplace *w)
{
	return store_int(w->session->store, "SELECT count(*) FROM access WHERE kind = 'anyway'");
}

static size_t alerts(struct workplace *w)
{
	struct opened_list list;

	assert_int_equal(casework_opened_anyway(w->session, &w->arena, &list), OK);
	return list.n;
}

static int64_t alert(struct workplace *w)
{
	struct opened_list list;

	assert_int_equal(casework_opened_anyway(w->session, &w->arena, &list), OK);
	assert_int_equal(list.n, 1);
	return list.at[0].access.id;
}

static void restricted__opens_for_whoever_is_named(void **state)
{
	struct workplace *w = *state;

	assert_int_equal(open_jane(w), OK);
	assert_string_equal(store_text(w->session->store,
	                               "SELECT via FROM event ORDER BY id DESC LIMIT 1", &w->arena),
	                    "named");
}

static void restricted__is_closed_to_others_and_says_what_it_takes(void **state)
{
	struct workplace *w = *state;
	static const char *const logins[] = { "ben", "ann" };

	for (size_t i = 0; i < COUNT_OF(logins); i++) {
		workplace_as(w, logins[i]);
		assert_int_equal(open_jane(w), E_DENIED);
		assert_int_equal(w->session->demand.permit, PERMIT_ANYWAY);
		assert_int_equal(w->session->demand.person.n, jane.n);
	}
	workplace_as(w, "mary");
	assert_int_equal(open_jane(w), E_DENIED);
	assert_int_equal(w->session->demand.permit, PERMIT_FREELY);
}

static void restricted__is_not_opened_by_a_reason_for_a_colleagues_person(void **state)
{
	struct workplace *w = *state;

	workplace_as(w, "ben");
	assert_int_equal(casework_give_reason(w->session, jane, ACCESS_COVERING), E_DENIED);
	assert_int_equal(open_jane(w), E_DENIED);
}

static void anyway__takes_ten_characters(void **state)
{
	struct workplace *w = *state;

	workplace_as(w, "ben");
	assert_int_equal(anyway(w, "too short"), E_INVALID);
	assert_int_equal(anyway(w, "          "), E_INVALID);
	assert_int_equal(anyway(w, " nine ch. "), E_INVALID);
	assert_int_equal(leaves(w), 0);
	assert_int_equal(anyway(w, "ten chars."), OK);
}

static void anyway__counts_characters_not_bytes(void **state)
{
	struct workplace *w = *state;

	workplace_as(w, "ben");
	assert_int_equal(anyway(w, "ééééé"), E_INVALID);
}

static void anyway__takes_one_of_two_reasons(void **state)
{
	struct workplace *w = *state;
	const char *words = "she rang, crying";

	workplace_as(w, "ben");
	assert_int_equal(casework_open_anyway(w->session, jane, ACCESS_RANG, words), E_INVALID);
	assert_int_equal(casework_open_anyway(w->session, jane, ACCESS_OTHER, words), OK);
}

static void anyway__takes_the_passphrase(void **state)
{
	struct workplace *w = *state;

	workplace_as(w, "ben");
	w->session->proved_at = w->session->now - ACCESS_PROOF_SECONDS;
	assert_int_equal(anyway(w, "she rang, crying"), E_DENIED);
	assert_int_equal(w->session->demand.permit, PERMIT_WITH_PROOF);
	assert_int_equal(leaves(w), 0);
}

static void anyway__is_not_for_volunteers_and_auditors(void **state)
{
	struct workplace *w = *state;
	static const unsigned roles[] = { ROLE_VOLUNTEER, ROLE_AUDITOR };

	workplace_as(w, "ben");
	for (size_t i = 0; i < COUNT_OF(roles); i++) {
		w->session->account.roles = roles[i];
		assert_int_not_equal(anyway(w, "she rang, crying"), OK);
	}
	assert_int_equal(leaves(w), 0);
}

static void anyway__is_not_for_what_opens_without(void **state)
{
	struct workplace *w = *state;

	assert_int_equal(anyway(w, "I am named for it"), E_CONFLICT);
	assert_int_equal(casework_open_anyway(w->session, margaret, ACCESS_OTHER, "a colleague's"),
	                 E_CONFLICT);
	assert_int_equal(leaves(w), 0);
}

static void anyway__opens_for_an_hour(void **state)
{
	struct workplace *w = *state;

	workplace_as(w, "ben");
	assert_int_equal(anyway(w, "she rang, crying"), OK);
	assert_int_equal(open_jane(w), OK);
	assert_string_equal(store_text(w->session->store,
	                               "SELECT via FROM event ORDER BY id DESC LIMIT 1", &w->arena),
	                    "anyway");
	w->session->now += ACCESS_ANYWAY_SECONDS - 1;
	assert_int_equal(open_jane(w), OK);
	w->session->now += 1;
	assert_int_equal(open_jane(w), E_DENIED);
}

static void anyway__opens_one_record_alone(void **state)
{
	struct workplace *w = *state;
	struct person_view view;

	assert_int_equal(casework_restrict(w->session, (struct person_id){ 2 }, "as well"), OK);
	workplace_as(w, "ben");
	assert_int_equal(anyway(w, "she rang, crying"), OK);
	assert_int_equal(
		casework_open_person(w->session, (struct person_id){ 2 }, &w->arena, &view),
		E_DENIED);
}

static void anyway__opens_for_one_account_alone(void **state)
{
	struct workplace *w = *state;

	workplace_as(w, "ben");
	assert_int_equal(anyway(w, "she rang, crying"), OK);
	workplace_as(w, "ann");
	assert_int_equal(open_jane(w), E_DENIED);
}

static void anyway__is_the_alert_itself(void **state)
{
	struct workplace *w = *state;

	workplace_as(w, "ben");
	assert_int_equal(anyway(w, "she rang, crying"), OK);
	workplace_as(w, "ann");
	assert_int_equal(alerts(w), 1);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM event e JOIN event_row r ON r.event = e.id"
	                           " WHERE e.kind = 'access' AND r.tbl = 'access'"),
	                 1);
}

static void anyway__is_on_every_coordinators_today(void **state)
{
	struct workplace *w = *state;
	static const char *const logins[] = { "ann", "priya" };
	struct today_view today;

	workplace_as(w, "ben");
	assert_int_equal(anyway(w, "she rang, crying"), OK);
	for (size_t i = 0; i < COUNT_OF(logins); i++) {
		workplace_as(w, logins[i]);
		assert_int_equal(
			casework_today(w->session, &(struct today_of){ 0 }, &w->arena, &today), OK);
		assert_int_equal(today.today.count[TODAY_TO_ANSWER], 1);
	}
	workplace_as(w, "mary");
	assert_int_equal(casework_today(w->session, &(struct today_of){ 0 }, &w->arena, &today),
	                 OK);
	assert_int_equal(today.today.count[TODAY_TO_ANSWER], 0);
}

static void anyway__cannot_be_taken_back(void **state)
{
	struct workplace *w = *state;

	workplace_as(w, "ben");
	assert_int_equal(anyway(w, "she rang, crying"), OK);
	assert_int_not_equal(casework_undo(w->session), OK);
	assert_int_equal(leaves(w), 1);
}

static void review__is_never_ones_own(void **state)
{
	struct workplace *w = *state;

	workplace_as(w, "ann");
	assert_int_equal(anyway(w, "she rang, crying"), OK);
	assert_int_equal(casework_review_anyway(w->session, alert(w), ACCESS_JUSTIFIED, ""),
	                 E_DENIED);
	assert_int_equal(alerts(w), 1);
}

static void review__is_not_for_link_workers(void **state)
{
	struct workplace *w = *state;
	int64_t id;

	workplace_as(w, "ann");
	assert_int_equal(anyway(w, "she rang, crying"), OK);
	id = alert(w);
	workplace_as(w, "ben");
	assert_int_equal(casework_review_anyway(w->session, id, ACCESS_JUSTIFIED, ""), E_DENIED);
}

static void review__ends_the_alert_once(void **state)
{
	struct workplace *w = *state;
	int64_t id;

	workplace_as(w, "ben");
	assert_int_equal(anyway(w, "she rang, crying"), OK);
	workplace_as(w, "ann");
	id = alert(w);
	assert_int_equal(casework_review_anyway(w->session, id, ACCESS_NOT_JUSTIFIED, "no call"),
	                 OK);
	assert_int_equal(alerts(w), 0);
	workplace_as(w, "priya");
	assert_int_equal(casework_review_anyway(w->session, id, ACCESS_JUSTIFIED, ""), E_CONFLICT);
	assert_string_equal(store_text(w->session->store, "SELECT review FROM access", &w->arena),
	                    "not_justified");
}

static void review__shows_what_was_opened_in_that_hour(void **state)
{
	struct workplace *w = *state;
	struct opened_meanwhile lines;
	int64_t id;

	workplace_as(w, "ben");
	assert_int_equal(anyway(w, "she rang, crying"), OK);
	assert_int_equal(open_jane(w), OK);
	workplace_as(w, "priya");
	assert_int_equal(open_jane(w), OK); /* hers by her own right: none of it */
	id = alert(w);
	assert_int_equal(casework_opened_meanwhile(w->session, id, &w->arena, &lines), OK);
	assert_int_equal(lines.n, 1);
	assert_string_equal(lines.at[0].time, "09:00");
}

static void restricted__stands_in_lists_by_its_reference(void **state)
{
	struct workplace *w = *state;
	const struct list_query everyone = { CASES_EVERYONE, "", CASES_BY_NAME, { 0 } };
	struct cases cases;
	struct hits hits;
	struct person_strip strip;

	workplace_as(w, "ben");
	assert_int_equal(casework_cases(w->session, &everyone, NULL, 50, &w->arena, &cases), OK);
	for (size_t i = 0; i < cases.n; i++)
		if (cases.at[i].row.person.n == jane.n) {
			assert_true(cases.at[i].hidden);
			assert_string_equal(cases.at[i].name, "restricted, CL-000001");
			assert_string_equal(cases.at[i].row.family_name, "");
			assert_string_equal(cases.at[i].row.next_what, "");
			assert_string_equal(cases.at[i].concern, "");
		} else {
			assert_false(cases.at[i].hidden);
		}
	assert_int_equal(casework_find(w->session, "CL-000001", 9, &w->arena, &hits), OK);
	assert_int_equal(hits.n, 1);
	assert_string_equal(hits.at[0].name, "restricted, CL-000001");
	assert_string_equal(hits.at[0].safe, "");
	assert_int_equal(casework_strip(w->session, jane, &w->arena, &strip), E_DENIED);
}

static void restricted__is_named_by_others_only(void **state)
{
	struct workplace *w = *state;
	struct named_list list;

	workplace_as(w, "ann");
	assert_int_equal(casework_name(w->session, jane, "ann"), E_INVALID);
	assert_int_equal(casework_name(w->session, jane, "mary"), E_INVALID);
	assert_int_equal(casework_name(w->session, jane, "ben"), OK);
	assert_int_equal(casework_named(w->session, jane, &w->arena, &list), OK);
	assert_int_equal(list.n, 2);
	assert_string_equal(list.who, "restricted, CL-000001");
	workplace_as(w, "ben");
	assert_int_equal(open_jane(w), OK);
	workplace_as(w, "priya");
	assert_int_equal(casework_unname(w->session, jane, w->session->account.id), E_INVALID);
	assert_int_equal(casework_unname(w->session, jane, (struct account_id){ 2 }), OK);
	workplace_as(w, "ben");
	assert_int_equal(open_jane(w), E_DENIED);
}

static void restricted__is_handed_over_with_its_list(void **state)
{
	struct workplace *w = *state;
	struct hand_over to_ben = { &jane, 1, "ben", "holiday" },
			 to_ann = { &jane, 1, "ann", "mine now" };
	size_t moved;

	workplace_as(w, "ann"); /* not named: she gives it to nobody but others */
	assert_int_equal(casework_hand_over(w->session, &to_ann, &moved), E_DENIED);
	assert_int_equal(casework_hand_over(w->session, &to_ben, &moved), OK);
	workplace_as(w, "ben");
	assert_int_equal(open_jane(w), OK);
}

/* Whoever covers sees to them, restricted or not, until they are back; but not by their own hand. */
static void restricted__opens_for_who_covers_if_somebody_else_arranged_it(void **state)
{
	struct workplace *w = *state;
	struct new_cover mine = { { 1 }, { 3 }, w->session->today };
	const char *said = "";

	workplace_as(w, "ann");
	assert_int_equal(casework_start_cover(w->session, &mine, &w->arena, &said), OK);
	assert_int_equal(open_jane(w), E_DENIED);
	assert_int_equal(casework_end_cover(w->session, (struct account_id){ 1 }, &w->arena, &said),
	                 OK);
	mine.by.n = 2;
	assert_int_equal(casework_start_cover(w->session, &mine, &w->arena, &said), OK);
	workplace_as(w, "ben");
	assert_int_equal(open_jane(w), OK);
	assert_int_equal(casework_end_cover(w->session, (struct account_id){ 1 }, &w->arena, &said),
	                 OK);
	assert_int_equal(open_jane(w), E_DENIED);
}

static void restricting__takes_a_reason_and_is_not_taken_back(void **state)
{
	struct workplace *w = *state;

	assert_int_equal(casework_restrict(w->session, (struct person_id){ 2 }, ""), E_INVALID);
	assert_int_equal(casework_restrict(w->session, jane, "again"), E_CONFLICT);
	assert_int_not_equal(casework_undo(w->session), OK);
	assert_int_equal(store_int(w->session->store, "SELECT restricted FROM person WHERE id = 1"),
	                 1);
}

static void restriction__is_lifted_with_the_passphrase(void **state)
{
	struct workplace *w = *state;

	w->session->proved_at = 0;
	assert_int_equal(casework_unrestrict(w->session, jane, "moved away"), E_DENIED);
	assert_int_equal(w->session->demand.permit, PERMIT_WITH_PROOF);
	w->session->proved_at = w->session->now;
	assert_int_equal(casework_unrestrict(w->session, jane, "moved away"), OK);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM named_access"), 0);
}

static void proof__is_fresh_for_five_minutes(void **state)
{
	struct workplace *w = *state;

	assert_int_equal(casework_prove(w->session, STR("")), OK);
	w->session->now += ACCESS_PROOF_SECONDS - 1;
	assert_int_equal(casework_may(w->session, OP_EXPORT), OK);
	w->session->now += 1;
	assert_int_equal(casework_may(w->session, OP_EXPORT), E_DENIED);
	w->session->now -= 3600; /* a clock that was set back proves nothing */
	assert_int_equal(casework_may(w->session, OP_EXPORT), E_DENIED);
}

static void reason__holds_until_midnight(void **state)
{
	struct workplace *w = *state;
	struct person_view view;

	workplace_as(w, "ben");
	assert_int_equal(
		casework_open_person(w->session, (struct person_id){ 2 }, &w->arena, &view),
		E_DENIED);
	assert_int_equal(w->session->demand.permit, PERMIT_WITH_REASON);
	assert_int_equal(casework_give_reason(w->session, (struct person_id){ 2 }, ACCESS_RANG),
	                 OK);
	w->session->now += 15 * 3600 - 1;
	assert_int_equal(
		casework_open_person(w->session, (struct person_id){ 2 }, &w->arena, &view), OK);
	w->session->now += 1;
	assert_int_equal(
		casework_open_person(w->session, (struct person_id){ 2 }, &w->arena, &view),
		E_DENIED);
}

static void team__decides_what_a_colleagues_person_takes(void **state)
{
	struct workplace *w = *state;
	struct person_view view;
	struct person_id dylan = { 2 };

	workplace_as(w, "ben");
	w->session->service.team = TEAM_OPEN;
	assert_int_equal(casework_open_person(w->session, dylan, &w->arena, &view), OK);
	w->session->service.team = TEAM_CLOSED;
	assert_int_equal(casework_open_person(w->session, dylan, &w->arena, &view), E_DENIED);
	assert_int_equal(w->session->demand.permit, PERMIT_ANYWAY);
	assert_int_equal(casework_give_reason(w->session, dylan, ACCESS_RANG), E_DENIED);
	assert_int_equal(casework_open_anyway(w->session, dylan, ACCESS_OTHER, "he is at the door"),
	                 OK);
	assert_int_equal(casework_open_person(w->session, dylan, &w->arena, &view), OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, workplace_teardown)
		T(restricted__opens_for_whoever_is_named),
		T(restricted__is_closed_to_others_and_says_what_it_takes),
		T(restricted__is_not_opened_by_a_reason_for_a_colleagues_person),
		T(anyway__takes_ten_characters),
		T(anyway__counts_characters_not_bytes),
		T(anyway__takes_one_of_two_reasons),
		T(anyway__takes_the_passphrase),
		T(anyway__is_not_for_volunteers_and_auditors),
		T(anyway__is_not_for_what_opens_without),
		T(anyway__opens_for_an_hour),
		T(anyway__opens_one_record_alone),
		T(anyway__opens_for_one_account_alone),
		T(anyway__is_the_alert_itself),
		T(anyway__is_on_every_coordinators_today),
		T(anyway__cannot_be_taken_back),
		T(review__is_never_ones_own),
		T(review__is_not_for_link_workers),
		T(review__ends_the_alert_once),
		T(review__shows_what_was_opened_in_that_hour),
		T(restricted__stands_in_lists_by_its_reference),
		T(restricted__is_named_by_others_only),
		T(restricted__is_handed_over_with_its_list),
		T(restricted__opens_for_who_covers_if_somebody_else_arranged_it),
		T(restricting__takes_a_reason_and_is_not_taken_back),
		T(restriction__is_lifted_with_the_passphrase),
		T(proof__is_fresh_for_five_minutes),
		T(reason__holds_until_midnight),
		T(team__decides_what_a_colleagues_person_takes),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
