/*
 * T36: what takes a second person, and what is only proposed. Ann and Priya are coordinators, Ben is a
 * link worker, Mary a volunteer. Margaret Hughes (10) is Ben's, restricted by him: to Ann and Priya
 * her record is sealed, and lifting it takes both of them.
 */
#include "test.h"

#include "fixture.h"
#include "scene.h"

#include "casework/approvals.h"
#include "casework/restricted.h"
#include "casework/undo.h"

#include <string.h>

static const struct person_id margaret = { 10 }, jane = { 1 };

static int setup(void **state)
{
	struct workplace *w = workplace_open();

	scene_set(w);
	workplace_as(w, "ben");
	assert_int_equal(casework_restrict(w->session, margaret, "as she asked"), OK);
	workplace_as(w, "ann");
	*state = w;
	return 0;
}

static enum status ask(struct workplace *w, enum op op, struct person_id person, int64_t *id)
{
	struct new_approval x = { .op = op, .person = person, .why = "she moved away" };

	return casework_ask_approval(w->session, &x, id);
}

static int64_t asked(struct workplace *w)
{
	int64_t id = 0;

	assert_int_equal(ask(w, OP_UNRESTRICT, margaret, &id), OK);
	return id;
}

static enum status answer(struct workplace *w, int64_t id, enum approval_answer how)
{
	const char *said = "";

	return casework_answer_approval(w->session, id, how, "", &w->arena, &said);
}

static enum status agree(struct workplace *w, const char *login, int64_t id)
{
	workplace_as(w, login);
	return answer(w, id, APPROVAL_YES);
}

static bool restricted(struct workplace *w, struct person_id p)
{
	return store_int(w->session->store,
	                 arena_printf(&w->arena, "SELECT restricted FROM person WHERE id = %d",
	                              (int)p.n)) == 1;
}

static size_t waiting(struct workplace *w, bool answerable)
{
	struct approval_rows rows;
	size_t n = 0;

	assert_int_equal(casework_approvals(w->session, &w->arena, &rows), OK);
	for (size_t i = 0; i < rows.n; i++)
		n += rows.at[i].answerable == answerable;
	return n;
}

/* The answer that was not given leaves everything as it was. */
static void stays(struct workplace *w, int64_t id, enum status rc)
{
	assert_int_not_equal(rc, OK);
	assert_true(restricted(w, margaret));
	assert_int_equal(store_int(w->session->store,
	                           arena_printf(&w->arena,
	                                        "SELECT count(*) FROM approval WHERE id = %d"
	                                        " AND answer = 'yes'",
	                                        (int)id)),
	                 0);
}

static void asking__says_what_it_takes_first(void **state)
{
	struct workplace *w = *state;

	assert_int_equal(casework_unrestrict(w->session, margaret, "so"), E_DENIED);
	assert_int_equal(w->session->demand.permit, PERMIT_TOGETHER);
}

static void asking__takes_the_passphrase(void **state)
{
	struct workplace *w = *state;
	int64_t id;

	w->session->proved_at = 0;
	assert_int_equal(ask(w, OP_UNRESTRICT, margaret, &id), E_DENIED);
	assert_int_equal(w->session->demand.permit, PERMIT_WITH_PROOF);
}

static void asking__takes_a_reason(void **state)
{
	struct workplace *w = *state;
	struct new_approval x = { .op = OP_UNRESTRICT, .person = margaret, .why = "" };
	int64_t id;

	assert_int_equal(casework_ask_approval(w->session, &x, &id), E_INVALID);
}

static void asking__is_not_for_what_one_may_alone(void **state)
{
	struct workplace *w = *state;
	int64_t id;

	workplace_as(w, "ben");
	assert_int_equal(ask(w, OP_UNRESTRICT, margaret, &id), E_DENIED);
}

static void asking__is_not_for_what_one_may_not_at_all(void **state)
{
	struct workplace *w = *state;
	int64_t id;

	workplace_as(w, "mary");
	assert_int_equal(ask(w, OP_UNRESTRICT, margaret, &id), E_DENIED);
}

static void asking__is_not_for_every_operation(void **state)
{
	struct workplace *w = *state;
	int64_t id;

	assert_int_equal(ask(w, OP_EXPORT, margaret, &id), E_INVALID);
}

static void asking__happens_once(void **state)
{
	struct workplace *w = *state;
	int64_t id;

	asked(w);
	assert_int_equal(ask(w, OP_UNRESTRICT, margaret, &id), E_CONFLICT);
}

static void asking__does_nothing_yet(void **state)
{
	struct workplace *w = *state;

	asked(w);
	assert_true(restricted(w, margaret));
}

static void asking__is_not_taken_back_by_undo(void **state)
{
	struct workplace *w = *state;

	asked(w);
	assert_int_not_equal(casework_undo(w->session), OK);
	assert_int_equal(waiting(w, false), 1);
}

static void asking__waits_for_the_others_and_not_for_oneself(void **state)
{
	struct workplace *w = *state;

	asked(w);
	assert_int_equal(waiting(w, true), 0);
	workplace_as(w, "priya");
	assert_int_equal(waiting(w, true), 1);
	workplace_as(w, "mary");
	assert_int_equal(waiting(w, true), 0);
	assert_int_equal(waiting(w, false), 0);
}

static void answer__yes_runs_it(void **state)
{
	struct workplace *w = *state;

	assert_int_equal(agree(w, "priya", asked(w)), OK);
	assert_false(restricted(w, margaret));
}

static void answer__no_does_not(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	workplace_as(w, "priya");
	assert_int_equal(answer(w, id, APPROVAL_NO), OK);
	assert_true(restricted(w, margaret));
	assert_int_equal(waiting(w, true), 0);
}

static void answer__takes_the_passphrase(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	w->session->proved_at = 0;
	stays(w, id, agree(w, "priya", id));
	assert_int_equal(w->session->demand.permit, PERMIT_WITH_PROOF);
}

static void answer__is_never_ones_own(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	stays(w, id, agree(w, "ann", id));
}

static void answer__is_never_ones_own_a_day_later_while_there_are_others(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	workplace_days_later(w, 2);
	stays(w, id, agree(w, "ann", id));
}

static void answer__is_not_for_volunteers(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	stays(w, id, agree(w, "mary", id));
}

static void answer__is_for_whoever_may_alone(void **state)
{
	struct workplace *w = *state;

	assert_int_equal(agree(w, "ben", asked(w)), OK);
	assert_false(restricted(w, margaret));
}

static void answer__is_for_the_auditor(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	workplace_as(w, "mary");
	w->session->account.roles = ROLE_AUDITOR;
	store_sql(w->session->store, "UPDATE account SET roles = 8 WHERE login = 'mary'");
	assert_int_equal(answer(w, id, APPROVAL_YES), OK);
	assert_false(restricted(w, margaret));
}

static void answer__runs_once(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	assert_int_equal(agree(w, "priya", id), OK);
	workplace_as(w, "ben");
	assert_int_equal(casework_restrict(w->session, margaret, "again"), OK);
	assert_int_equal(agree(w, "priya", id), E_CONFLICT); /* the same yes once more */
	assert_true(restricted(w, margaret));
}

static void answer__no_is_not_turned_into_yes(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	workplace_as(w, "priya");
	assert_int_equal(answer(w, id, APPROVAL_NO), OK);
	stays(w, id, agree(w, "ben", id));
}

/* What stands there is not what was asked for: a row that was changed behind clew's back. */
static void changed(struct workplace *w, const char *sql)
{
	int64_t id = asked(w);

	store_sql(w->session->store, sql);
	assert_int_equal(agree(w, "priya", id), E_CONFLICT);
	stays(w, id, E_CONFLICT);
}

static void answer__is_refused__when_the_person_was_changed(void **state)
{
	changed(*state, "UPDATE approval SET person = 1");
}

static void answer__is_refused__when_the_body_was_changed(void **state)
{
	changed(*state, "UPDATE approval SET body = 'roles=15'");
}

static void answer__is_refused__when_the_act_was_changed(void **state)
{
	changed(*state, "UPDATE approval SET act = 'restrict'");
}

static void answer__is_refused__when_the_sentence_was_changed(void **state)
{
	changed(*state, "UPDATE approval SET what = 'make tea'");
}

static void answer__is_refused__when_somebody_else_is_said_to_have_asked(void **state)
{
	changed(*state, "UPDATE approval SET asked_by = 2");
}

static void answer__is_refused_after_seven_days(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	workplace_days_later(w, 7);
	stays(w, id, agree(w, "priya", id));
	assert_int_equal(waiting(w, true), 0);
	assert_int_equal(ask(w, OP_UNRESTRICT, margaret, &id), OK); /* by now Priya asks */
}

static void answer__is_good_to_the_last_second(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	workplace_days_later(w, 7);
	w->session->now -= 1;
	w->session->proved_at = w->session->now;
	assert_int_equal(agree(w, "priya", id), OK);
}

static void answer__is_refused__when_whoever_asked_was_closed(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	store_sql(w->session->store, "UPDATE account SET disabled_at = 1 WHERE login = 'ann'");
	stays(w, id, agree(w, "priya", id));
}

static void answer__is_refused__when_whoever_asked_lost_the_right(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	store_sql(w->session->store, "UPDATE account SET roles = 1 WHERE login = 'ann'");
	stays(w, id, agree(w, "priya", id));
}

static void answer__is_whole_or_not_at_all(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	workplace_as(w, "ben");
	assert_int_equal(casework_unrestrict(w->session, margaret, "by himself"), OK);
	assert_int_equal(agree(w, "priya", id), E_CONFLICT); /* there is nothing left to lift */
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM approval WHERE answer IS NOT NULL"),
	                 0);
}

static void answer__is_not_taken_back_by_undo(void **state)
{
	struct workplace *w = *state;

	assert_int_equal(agree(w, "priya", asked(w)), OK);
	assert_int_not_equal(casework_undo(w->session), OK);
	assert_false(restricted(w, margaret));
}

static enum status take_back(struct workplace *w, const char *login, int64_t id)
{
	const char *said = "";

	workplace_as(w, login);
	return casework_take_back_asking(w->session, id, &w->arena, &said);
}

static void asking__is_taken_back_by_whoever_asked(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	assert_int_equal(take_back(w, "priya", id), E_DENIED);
	assert_int_equal(take_back(w, "ann", id), OK);
	stays(w, id, agree(w, "priya", id));
	assert_int_equal(waiting(w, true), 0);
	assert_int_equal(take_back(w, "ann", id), E_CONFLICT);
	assert_int_equal(ask(w, OP_UNRESTRICT, margaret, &id), OK); /* and asked anew */
}

static void proposal__of_a_volunteer_is_run_by_a_coordinator(void **state)
{
	struct workplace *w = *state;
	int64_t id = 0;

	workplace_as(w, "mary");
	w->session->proved_at = 0; /* proposing takes none */
	assert_int_equal(ask(w, OP_RESTRICT, jane, &id), OK);
	assert_false(restricted(w, jane));
	w->session->proved_at = w->session->now;
	assert_int_equal(agree(w, "mary", id), E_DENIED);
	assert_int_equal(agree(w, "ben", id), E_DENIED); /* she is not Ben's */
	assert_int_equal(agree(w, "ann", id), OK);
	assert_true(restricted(w, jane));
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM named_access WHERE person = 1"
	                           " AND account = 4"),
	                 0); /* Mary is not named by it */
}

static void role__of_coordinator_takes_two(void **state)
{
	struct workplace *w = *state;
	struct values body = { 0 };
	struct new_approval x = { .op = OP_GIVE_ROLE, .why = "Priya goes on leave" };
	int64_t id = 0;

	values_set(&body, &w->arena, "login", "ben");
	values_set(&body, &w->arena, "roles", "6");
	x.body = body;
	assert_int_equal(casework_ask_approval(w->session, &x, &id), OK);
	assert_int_equal(store_int(w->session->store, "SELECT roles FROM account WHERE id = 2"), 2);
	assert_int_equal(agree(w, "ben", id), E_DENIED);
	assert_int_equal(agree(w, "priya", id), OK);
	assert_int_equal(store_int(w->session->store, "SELECT roles FROM account WHERE id = 2"), 6);
}

static void code_by(struct workplace *w, const char *login, const char *issuer, int64_t ago)
{
	store_sql(
		w->session->store,
		arena_printf(&w->arena,
	                     "UPDATE account SET code_at = %lld, code_by = (SELECT id FROM account"
	                     "  WHERE login = '%s') WHERE login = '%s'",
	                     (long long)(w->session->now - ago), issuer, login));
}

/* Ann could have signed in as Priya with the code she gave her: the two are not yet two people. */
static void answer__is_not_for_whom_the_asker_let_in(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	code_by(w, "priya", "ann", 60);
	stays(w, id, agree(w, "priya", id));
	assert_non_null(
		strstr(session_fault(w->session), "Ann Reid let this account in with a code"));
	assert_int_equal(waiting(w, true), 0);
	code_by(w, "priya", "ben", 60); /* somebody else's code is nobody's business */
	assert_int_equal(agree(w, "priya", id), OK);
	assert_false(restricted(w, margaret));
}

static void answer__is_for_whom_the_asker_let_in__a_week_later(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	code_by(w, "priya", "ann", ACCOUNT_OWN_AGAIN_SECONDS - 1);
	stays(w, id, agree(w, "priya", id));
	code_by(w, "priya", "ann", ACCOUNT_OWN_AGAIN_SECONDS);
	assert_int_equal(agree(w, "priya", id), OK);
}

static void role__has_to_be_one(void **state)
{
	struct workplace *w = *state;
	static const char *const roles[] = { "", "0", "16", "nonsense" };

	for (size_t i = 0; i < COUNT_OF(roles); i++) {
		struct new_approval x = { .op = OP_GIVE_ROLE, .why = "so" };
		int64_t id;

		values_set(&x.body, &w->arena, "login", "ben");
		values_set(&x.body, &w->arena, "roles", roles[i]);
		assert_int_equal(casework_ask_approval(w->session, &x, &id), E_INVALID);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, workplace_teardown)
		T(asking__says_what_it_takes_first),
		T(asking__takes_the_passphrase),
		T(asking__takes_a_reason),
		T(asking__is_not_for_what_one_may_alone),
		T(asking__is_not_for_what_one_may_not_at_all),
		T(asking__is_not_for_every_operation),
		T(asking__happens_once),
		T(asking__does_nothing_yet),
		T(asking__is_not_taken_back_by_undo),
		T(asking__waits_for_the_others_and_not_for_oneself),
		T(answer__yes_runs_it),
		T(answer__no_does_not),
		T(answer__takes_the_passphrase),
		T(answer__is_never_ones_own),
		T(answer__is_never_ones_own_a_day_later_while_there_are_others),
		T(answer__is_not_for_volunteers),
		T(answer__is_for_whoever_may_alone),
		T(answer__is_for_the_auditor),
		T(answer__is_not_for_whom_the_asker_let_in),
		T(answer__is_for_whom_the_asker_let_in__a_week_later),
		T(answer__runs_once),
		T(answer__no_is_not_turned_into_yes),
		T(answer__is_refused__when_the_person_was_changed),
		T(answer__is_refused__when_the_body_was_changed),
		T(answer__is_refused__when_the_act_was_changed),
		T(answer__is_refused__when_the_sentence_was_changed),
		T(answer__is_refused__when_somebody_else_is_said_to_have_asked),
		T(answer__is_refused_after_seven_days),
		T(answer__is_good_to_the_last_second),
		T(answer__is_refused__when_whoever_asked_was_closed),
		T(answer__is_refused__when_whoever_asked_lost_the_right),
		T(answer__is_whole_or_not_at_all),
		T(answer__is_not_taken_back_by_undo),
		T(asking__is_taken_back_by_whoever_asked),
		T(proposal__of_a_volunteer_is_run_by_a_coordinator),
		T(role__of_coordinator_takes_two),
		T(role__has_to_be_one),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
