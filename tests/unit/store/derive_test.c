#include "store/derive.h"

#include "fixture.h"
#include "test.h"

#include <string.h>

#define JANE                                                                               \
	"INSERT INTO person (id, family_name, given_name, known_as, born_on, care_number," \
	"  care_number_kind, postcode, created_on)"                                        \
	" VALUES (7, 'Smith-Jönes', 'Jane Mary', 'Janie', 4088, '9994004123', 'nhs',"     \
	"  'LS6 1AA', 20000);"                                                             \
	"INSERT INTO contact_point (person, kind, value)"                                  \
	" VALUES (7, 'phone', '+44 7700 900123');"

#define REFERRED                                                                  \
	"INSERT INTO referral (id, person, received_on, source, state, state_on," \
	"  accepted_on, first_contact_by, worker)"                                \
	" VALUES (4, 7, 20700, 'gp', 'accepted', 20701, 20701, 20705, 1);"

static void derive(struct fixture *f)
{
	assert_int_equal(derive_person(fixture_begin(f, "a test"), (struct person_id){ 7 }), OK);
	fixture_end(f);
}

static int64_t key(struct fixture *f, const char *text)
{
	return fixture_int(f, arena_printf(&f->arena,
	                                   "SELECT count(*) FROM find_key"
	                                   " WHERE person = 7 AND key = '%s'",
	                                   text));
}

static void derive_person__makes_a_key_that_begins_with_every_name(void **state)
{
	struct fixture *f = *state;
	static const char *const keys[] = { "smith jones jane mary",
		                            "jones jane mary",
		                            "jane mary smith jones",
		                            "mary smith jones",
		                            "janie smith jones",
		                            "9994004123",
		                            "ls61aa",
		                            "07700900123" };

	fixture_sql(f, JANE);
	derive(f);
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		assert_int_equal(key(f, keys[i]), 1);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM find_key"), 8);
}

static void derive_person__counts_each_name_once_a_person(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, JANE "INSERT INTO person (id, family_name, given_name, created_on)"
	                    " VALUES (8, 'Jones', 'Jones', 20000)");
	derive(f);
	assert_int_equal(derive_person(fixture_begin(f, "b"), (struct person_id){ 8 }), OK);
	fixture_end(f);
	assert_int_equal(fixture_int(f, "SELECT people FROM name_token WHERE token = 'jones'"), 2);
	fixture_sql(f, "UPDATE person SET family_name = 'Ray', given_name = 'Ann' WHERE id = 8");
	assert_int_equal(derive_person(fixture_begin(f, "c"), (struct person_id){ 8 }), OK);
	fixture_end(f);
	assert_int_equal(fixture_int(f, "SELECT people FROM name_token WHERE token = 'jones'"), 1);
	assert_int_equal(fixture_int(f, "SELECT people FROM name_token WHERE token = 'ray'"), 1);
}

static void derive_person__leaves_nothing_of_who_is_gone(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, JANE REFERRED);
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM caseload"), 1);
	fixture_sql(f, "DELETE FROM contact_point; DELETE FROM referral; DELETE FROM person");
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM find_key"), 0);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM name_token"), 0);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM number_part"), 0);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM caseload"), 0);
}

static void derive_person__counts_tries_since_they_last_spoke(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, JANE REFERRED
	            "INSERT INTO contact (person, referral, on_day, at_minute, outcome, direction,"
	            "  mode, reached, by_account)"
	            " VALUES (7, 4, 20702, 600, 'no_answer', 'out', 'phone', 'no', 1),"
	            "        (7, 4, 20710, 600, 'spoke', 'out', 'phone', 'yes', 1),"
	            "        (7, 4, 20710, 900, 'message', 'out', 'phone', 'message_left', 1),"
	            "        (7, NULL, 20715, 600, 'no_answer', 'out', 'phone', 'no', 1),"
	            "        (7, NULL, 20600, 600, 'spoke', 'out', 'phone', 'yes', 1)");
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT last_spoken_on FROM caseload"), 20710);
	assert_int_equal(fixture_int(f, "SELECT last_tried_on FROM caseload"), 20715);
	assert_int_equal(fixture_int(f, "SELECT tries FROM caseload"), 2);
}

static void derive_person__does_not_count_what_was_before_this_referral(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, JANE REFERRED
	            "INSERT INTO contact (person, on_day, outcome, direction, mode, reached,"
	            "  by_account) VALUES (7, 20600, 'spoke', 'out', 'phone', 'yes', 1);"
	            "INSERT INTO assessment (person, list, status, on_day, mode, by_account)"
	            " VALUES (7, 'clew-1', 'done', 20600, 'phone', 1)");
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT last_spoken_on FROM caseload"), -1);
	assert_int_equal(fixture_int(f, "SELECT assessed_on FROM caseload"), -1);
	assert_int_equal(fixture_int(f, "SELECT plan_due FROM caseload"), 0);
}

static void derive_person__says_what_is_due_and_what_weighs_most(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, JANE REFERRED
	            "UPDATE referral SET first_contact_by = 20800;"
	            "INSERT INTO assessment (id, person, list, status, on_day, mode, by_account)"
	            " VALUES (3, 7, 'clew-1', 'done', 20710, 'phone', 1);"
	            "INSERT INTO concern (assessment, code, person, score, answer, matters,"
	            "  previous_score) VALUES (3, 'sleep', 7, 9, 'score', NULL, NULL),"
	            "  (3, 'money', 7, 8, 'score', 1, 5);"
	            "INSERT INTO reminder (person, worker, kind, what, due_on, due_minute,"
	            "  first_due_on, state, made_on, by_account) VALUES"
	            "  (7, 1, 'chase', 'Ring ward 5', 20720, NULL, 20720, 'open', 20710, 1),"
	            "  (7, 1, 'chase', 'Ring at nine', 20720, 540, 20720, 'open', 20710, 1),"
	            "  (7, 1, 'chase', 'Done', 20711, 540, 20711, 'done', 20710, 1),"
	            "  (7, 1, 'chase', 'Later', 20790, 540, 20790, 'open', 20710, 1)");
	derive(f);
	assert_string_equal(fixture_text(f, "SELECT next_what FROM caseload"), "Ring at nine");
	assert_int_equal(fixture_int(f, "SELECT last_due FROM caseload"), 20790);
	assert_string_equal(fixture_text(f, "SELECT top_concern FROM caseload"), "money");
	assert_int_equal(fixture_int(f, "SELECT top_previous FROM caseload"), 5);
	assert_int_equal(fixture_int(f, "SELECT plan_due FROM caseload"), 1);
	fixture_sql(f, "INSERT INTO plan (person, assessment, status, made_on, by_account)"
	               " VALUES (7, 3, 'agreed', 20711, 1)");
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT plan_due FROM caseload"), 0);
}

/* The first conversation has no reminder, and is what is next all the same. */
static void derive_person__has_the_first_contact_as_what_is_next(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, JANE REFERRED
	            "UPDATE referral SET first_contact_by = 20707;"
	            "INSERT INTO reminder (person, worker, kind, what, due_on, first_due_on, state,"
	            "  made_on, by_account) VALUES"
	            "  (7, 1, 'chase', 'Ring ward 5', 20720, 20720, 'open', 20710, 1)");
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT next_due FROM caseload"), 20707);
	assert_string_equal(fixture_text(f, "SELECT next_what FROM caseload"), "");
	fixture_sql(f, "UPDATE referral SET state = 'on_hold'");
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT next_due FROM caseload"), 20720);
	fixture_sql(f, "UPDATE referral SET hold_until = 20715");
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT next_due FROM caseload"), 20715);
	fixture_sql(f, "UPDATE referral SET state = 'active';"
	               "UPDATE reminder SET kind = 'try_again'");
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT next_due FROM caseload"), 20720);
	fixture_sql(f, "UPDATE reminder SET kind = 'chase';"
	               "UPDATE person SET no_more_contact_on = 20706");
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT next_due FROM caseload"), 20720);
	fixture_sql(f, "UPDATE person SET no_more_contact_on = NULL;"
	               "INSERT INTO contact (person, on_day, outcome, direction, mode, reached,"
	               "  by_account) VALUES (7, 20710, 'spoke', 'out', 'phone', 'yes', 1)");
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT next_due FROM caseload"), 20720);
}

static void derive_person__keeps_the_last_referral_once_it_is_closed(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, JANE REFERRED
	            "INSERT INTO referral (id, person, received_on, source, state, state_on,"
	            "  first_contact_by) VALUES (2, 7, 20100, 'gp', 'closed', 20200, 20105)");
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT group_concat(referral) FROM caseload"), 4);
	fixture_sql(f, "UPDATE referral SET state = 'closed'");
	derive(f);
	assert_int_equal(fixture_int(f, "SELECT group_concat(referral) FROM caseload"), 4);
	assert_int_equal(fixture_int(f, "SELECT open FROM caseload"), 0);
}

static const char *recount(struct fixture *f)
{
	const char *found = "not set";

	assert_int_equal(store_recount(f->store, &f->arena, &found), OK);
	return found;
}

static void store_recount__finds_nothing__after_derive_all(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, JANE REFERRED);
	assert_non_null(recount(f));
	assert_int_equal(derive_all(fixture_begin(f, "a test")), OK);
	fixture_end(f);
	assert_null(recount(f));
	assert_int_equal(key(f, "janie smith jones"), 1);
}

static void store_recount__names_whose_row_differs(void **state)
{
	struct fixture *f = *state;
	static const char *const harm[] = {
		"DELETE FROM find_key WHERE key = 'ls61aa'",
		"INSERT INTO find_key VALUES ('someone else', 7)",
		"DELETE FROM number_part WHERE part = '23 1'",
		"UPDATE caseload SET tries = 3",
		"DELETE FROM caseload",
	};

	const char *said;

	fixture_sql(f, JANE REFERRED);
	for (size_t i = 0; i < sizeof(harm) / sizeof(*harm); i++) {
		assert_int_equal(derive_all(fixture_begin(f, "a test")), OK);
		fixture_end(f);
		fixture_sql(f, harm[i]);
		said = recount(f);
		assert_non_null(said);
		assert_int_equal(strncmp(said, "CL-000007 ", 10), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		T(derive_person__makes_a_key_that_begins_with_every_name),
		T(derive_person__counts_each_name_once_a_person),
		T(derive_person__leaves_nothing_of_who_is_gone),
		T(derive_person__counts_tries_since_they_last_spoke),
		T(derive_person__does_not_count_what_was_before_this_referral),
		T(derive_person__says_what_is_due_and_what_weighs_most),
		T(derive_person__has_the_first_contact_as_what_is_next),
		T(derive_person__keeps_the_last_referral_once_it_is_closed),
		T(store_recount__finds_nothing__after_derive_all),
		T(store_recount__names_whose_row_differs),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
