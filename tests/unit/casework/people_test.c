#include "test.h"

#include "fixture.h"
#include "jane.h"

#include "casework/people.h"
#include "casework/strip.h"
#include "casework/undo.h"
#include "model/safe.h"

#include <string.h>

static struct new_referral jane(void)
{
	struct new_referral in;

	jane_referral(&in);
	return in;
}

static struct received received(struct workplace *w)
{
	const struct new_referral in = jane();
	struct received r;

	assert_int_equal(casework_receive_referral(w->session, &in, &w->arena, &r), OK);
	return r;
}

static void receive_referral__saves_person_safety_phone_and_referral_in_one_change(void **state)
{
	struct workplace *w = *state;
	struct store *st = w->session->store;
	int64_t before = store_int(st, "SELECT count(*) FROM event");
	struct received r = received(w);

	assert_string_equal(r.name, "Carter, Jane 1981");
	assert_string_equal(r.worker, "Priya Shah");
	assert_int_equal(store_int(st, "SELECT count(*) FROM event") - before, 1);
	assert_string_equal(store_text(st, "SELECT what FROM event ORDER BY id DESC", &w->arena),
	                    "referral of Carter, Jane 1981");
	assert_int_equal(store_int(st, "SELECT voicemail FROM safe_contact"), 0);
	assert_string_equal(store_text(st, "SELECT value FROM contact_point", &w->arena),
	                    "07700900123");
	assert_string_equal(store_text(st, "SELECT state FROM referral", &w->arena), "accepted");
	assert_int_equal(store_int(st, "SELECT count(*) FROM caseload WHERE open"), 1);
}

static void receive_referral__first_contact_is_due_in_five_working_days(void **state)
{
	struct workplace *w = *state;
	struct received r = received(w);

	/* Monday 23 November and five working days. */
	assert_string_equal(day_iso(r.first_contact_by, &w->arena), "2026-11-30");
}

static void receive_referral__makes_no_reminder_row(void **state)
{
	struct workplace *w = *state;

	jane_received(w);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM reminder"), 0);
}

static void receive_referral__is_received_when_nobody_takes_it_on(void **state)
{
	struct workplace *w = *state;
	struct new_referral in = jane();
	struct received r;

	in.worker = "";
	assert_int_equal(casework_receive_referral(w->session, &in, &w->arena, &r), OK);
	assert_string_equal(store_text(w->session->store, "SELECT state FROM referral", &w->arena),
	                    "received");
	assert_int_equal(store_int(w->session->store, "SELECT accepted_on FROM referral"), -1);
}

static void receive_referral__refuses_a_worker_who_takes_nobody(void **state)
{
	struct workplace *w = *state;
	struct new_referral in = jane();
	struct received r;

	in.worker = "mary";
	assert_int_equal(casework_receive_referral(w->session, &in, &w->arena, &r), E_INVALID);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM person"), 0);
}

static void receive_referral__refuses_a_second_one_while_the_first_is_open(void **state)
{
	struct workplace *w = *state;
	struct received r = received(w);
	struct new_referral again = jane();

	again.person = r.person;
	assert_int_equal(casework_receive_referral(w->session, &again, &w->arena, &r), E_CONFLICT);
	store_sql(w->session->store, "UPDATE referral SET state = 'closed', closed_on = 20000");
	assert_int_equal(casework_receive_referral(w->session, &again, &w->arena, &r), OK);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM person"), 1);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM referral"), 2);
}

static void receive_referral__can_be_undone_whole(void **state)
{
	struct workplace *w = *state;
	const char *what;

	jane_received(w);
	assert_int_equal(casework_undo_peek(w->session, &w->arena, &what), OK);
	assert_string_equal(what, "referral of Carter, Jane 1981, 09:00");
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM person"), 0);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM find_key"), 0);
}

/* P-c: what was not asked when the referral came in is taken for no. */
static void receive_referral__takes_what_was_not_asked_for_no(void **state)
{
	struct workplace *w = *state;
	const struct form_from from = session_form_from(w->session);
	struct values v = { 0 };
	struct problems problems = { 0 };
	struct new_referral in = { .person = { 0 } };
	struct safe_person about;
	struct received r;
	struct person_strip strip;

	values_set(&v, &w->arena, "ringing", "1");
	values_set(&v, &w->arena, "family_name", "Doe");
	values_set(&v, &w->arena, "phone", "07700 900456");
	referral_from_values(&v, &from, &w->arena, &in, &problems);
	assert_false(problems_stop(&problems));
	about = safe_person_of(&in.about.person, in.referral.knows_referral);
	for (int channel = CHANNEL_OTHER_MAY_ANSWER; channel <= CHANNEL_VISIT; channel++)
		assert_false(safe_allows(&in.about.safe, &about, (enum channel)channel));
	assert_int_equal(casework_receive_referral(w->session, &in, &w->arena, &r), OK);
	assert_int_equal(store_int(w->session->store, "SELECT voicemail FROM safe_contact"), -1);
	assert_int_equal(casework_strip(w->session, r.person, &w->arena, &strip), OK);
	assert_non_null(strstr(strip.safe, "not asked yet"));
	assert_non_null(strstr(strip.safe, "may not know"));
}

static struct duplicate_list duplicates_of(struct workplace *w, const struct person_details *d)
{
	struct duplicate_list hits = { 0 };

	assert_int_equal(casework_duplicates(w->session, d, &w->arena, &hits), OK);
	return hits;
}

static void duplicates__finds_by_number_phone_name_and_postcode(void **state)
{
	struct workplace *w = *state;
	struct received r = received(w);
	struct new_referral jane_in = jane();
	struct person_details d;
	struct duplicate_list hits;

	d = person_details_blank();
	d.person.care_number = jane_in.about.person.care_number;
	hits = duplicates_of(w, &d);
	assert_int_equal(hits.n, 1);
	assert_int_equal(hits.at[0].id.n, r.person.n);
	assert_string_equal(hits.at[0].why, "same number");
	assert_string_equal(hits.at[0].name, "Carter, Jane “Janie”");

	d = person_details_blank();
	d.phones[0].value = "+44 7700 900123";
	hits = duplicates_of(w, &d);
	assert_int_equal(hits.n, 1);
	assert_string_equal(hits.at[0].why, "same phone");

	d = person_details_blank();
	d.person.family_name = "CARTER";
	d.person.given_name = "J";
	hits = duplicates_of(w, &d);
	assert_int_equal(hits.n, 1);
	assert_string_equal(hits.at[0].why, "same name");
	d.person.born_on = jane_in.about.person.born_on;
	hits = duplicates_of(w, &d);
	assert_string_equal(hits.at[0].why, "same name and birth date");

	d = person_details_blank();
	d.person.born_on = jane_in.about.person.born_on;
	d.person.postcode = "LS6 2AB";
	hits = duplicates_of(w, &d);
	assert_int_equal(hits.n, 1);
	assert_string_equal(hits.at[0].why, "same birth date and postcode");
}

static void duplicates__another_birth_date_is_somebody_else(void **state)
{
	struct workplace *w = *state;
	struct person_details d = person_details_blank();

	jane_received(w);
	d.person.family_name = "Carter";
	d.person.given_name = "Jane";
	assert_true(day_parse_iso(STR("1950-01-02"), &d.person.born_on));
	assert_int_equal(duplicates_of(w, &d).n, 0);
}

static void duplicates__never_hints_at_somebody_kept_apart(void **state)
{
	struct workplace *w = *state;
	struct new_referral jane_in = jane();

	jane_received(w);
	assert_int_equal(duplicates_of(w, &jane_in.about).n, 1);
	store_sql(w->session->store, "UPDATE person SET keep_apart = 1");
	assert_int_equal(duplicates_of(w, &jane_in.about).n, 0);
	workplace_as(w, "mary");
	assert_int_equal(duplicates_of(w, &jane_in.about).unnamed, 0);
}

static void duplicates__volunteer_sees_a_count_and_no_names(void **state)
{
	struct workplace *w = *state;
	struct new_referral jane_in = jane();
	struct duplicate_list hits;
	struct received r;

	jane_received(w);
	workplace_as(w, "mary");
	hits = duplicates_of(w, &jane_in.about);
	assert_int_equal(hits.n, 0);
	assert_int_equal(hits.unnamed, 1);
	jane_in.worker = "";
	assert_int_equal(casework_receive_referral(w->session, &jane_in, &w->arena, &r), OK);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM message"
	                                              " WHERE for_account IS NULL"
	                                              "   AND words LIKE '%(CL-000002)%'"
	                                              "   AND words LIKE '%as CL-000001.%'"),
	                 1);
}

static struct person_details jane_details(struct workplace *w, struct person_id id)
{
	struct person_details d;

	assert_int_equal(casework_details(w->session, id, &w->arena, &d), OK);
	return d;
}

static void change_details__writes_only_what_differs(void **state)
{
	struct workplace *w = *state;
	struct person_details d = jane_details(w, jane_received(w));
	int64_t before = store_int(w->session->store, "SELECT count(*) FROM event");

	assert_int_equal(casework_change_details(w->session, &d), OK);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM event"), before);
	d.person.known_as = "Jay";
	assert_int_equal(casework_change_details(w->session, &d), OK);
	assert_int_equal(store_int(w->session->store, "SELECT ver FROM person"), 2);
	assert_int_equal(store_int(w->session->store, "SELECT ver FROM safe_contact"), 1);
}

static void change_details__says_when_somebody_else_was_quicker(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct person_details mine = jane_details(w, id), theirs = jane_details(w, id);

	theirs.safe.post = SAID_YES;
	assert_int_equal(casework_change_details(w->session, &theirs), OK);
	mine.person.known_as = "Jay";
	mine.safe.text = SAID_NO;
	assert_int_equal(casework_change_details(w->session, &mine), E_CONFLICT);
	assert_non_null(strstr(session_fault(w->session), "Somebody else changed"));
	assert_string_equal(store_text(w->session->store, "SELECT known_as FROM person", &w->arena),
	                    "Janie");
}

static void change_details__strikes_out_an_emptied_number(void **state)
{
	struct workplace *w = *state;
	struct person_details d = jane_details(w, jane_received(w));

	d.phones[0].value = "";
	assert_int_equal(casework_change_details(w->session, &d), OK);
	assert_int_equal(store_int(w->session->store, "SELECT struck_on FROM contact_point"),
	                 w->session->today);
	assert_string_equal(
		store_text(w->session->store, "SELECT value FROM contact_point", &w->arena),
		"07700900123");
}

static void change_details__sets_who_asked_what_is_safe_and_when(void **state)
{
	struct workplace *w = *state;
	struct person_details d = jane_details(w, jane_received(w));

	workplace_days_later(w, 100);
	assert_true(safe_ask_again(&d.safe, w->session->today));
	d.safe.partner_told = SAID_YES;
	assert_int_equal(casework_change_details(w->session, &d), OK);
	d = jane_details(w, d.person.id);
	assert_false(safe_ask_again(&d.safe, w->session->today));
	workplace_as(w, "mary");
	assert_int_equal(casework_change_details(w->session, &d), E_DENIED);
}

#define WORKPLACE_TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WORKPLACE_TEST(
			receive_referral__saves_person_safety_phone_and_referral_in_one_change),
		WORKPLACE_TEST(receive_referral__first_contact_is_due_in_five_working_days),
		WORKPLACE_TEST(receive_referral__makes_no_reminder_row),
		WORKPLACE_TEST(receive_referral__is_received_when_nobody_takes_it_on),
		WORKPLACE_TEST(receive_referral__refuses_a_worker_who_takes_nobody),
		WORKPLACE_TEST(receive_referral__refuses_a_second_one_while_the_first_is_open),
		WORKPLACE_TEST(receive_referral__can_be_undone_whole),
		WORKPLACE_TEST(receive_referral__takes_what_was_not_asked_for_no),
		WORKPLACE_TEST(duplicates__finds_by_number_phone_name_and_postcode),
		WORKPLACE_TEST(duplicates__another_birth_date_is_somebody_else),
		WORKPLACE_TEST(duplicates__never_hints_at_somebody_kept_apart),
		WORKPLACE_TEST(duplicates__volunteer_sees_a_count_and_no_names),
		WORKPLACE_TEST(change_details__writes_only_what_differs),
		WORKPLACE_TEST(change_details__says_when_somebody_else_was_quicker),
		WORKPLACE_TEST(change_details__strikes_out_an_emptied_number),
		WORKPLACE_TEST(change_details__sets_who_asked_what_is_safe_and_when),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
