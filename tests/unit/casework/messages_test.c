#include "casework/messages.h"

#include "test.h"

#include "called.h"
#include "fixture.h"
#include "session.h"

static struct message_saved take(struct workplace *w, const struct new_message *m)
{
	struct message_saved saved;

	if (casework_take_message(w->session, m, &w->arena, &saved) != OK)
		fail_msg("%s", session_fault(w->session));
	return saved;
}

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static void take_message__nobody_chosen__waits_in_unfinished(void **state)
{
	struct workplace *w = *state;
	struct new_message m = { .words = "Her landlord wants the keys back." };
	struct message_saved saved;
	struct message_rows rows;

	w->session->minute = 9 * 60 + 55;
	saved = take(w, &m);
	assert_string_equal(
		saved.said,
		"Saved as Note without a person, Mon 09:55. It is in Unfinished on Today.");
	assert_int_equal(casework_messages(w->session, &w->arena, &rows), OK);
	assert_int_equal(rows.n, 1);
	assert_string_equal(rows.at[0].title, "Note without a person, Mon 09:55");
	workplace_as(w, "ben");
	assert_int_equal(casework_messages(w->session, &w->arena, &rows), OK);
	assert_int_equal(rows.n, 0);
}

static void take_message__for_a_worker__lands_with_them_and_opens_no_record(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct new_message m = { .words = "Ring back about the parking.",
		                 .from_whom = "Rosa Diaz",
		                 .phone = "07700 900777",
		                 .hours = "after 15:00",
		                 .for_account = { 2 },
		                 .person = p };
	struct message_saved saved;
	struct message_rows rows;

	workplace_as(w, "mary");
	saved = take(w, &m);
	assert_string_equal(saved.said, "Saved: a message for Ben Ojo, on their Today.");
	assert_int_equal(count(w, "SELECT count(*) FROM event WHERE kind = 'look'"), 0);
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 0);
	workplace_as(w, "ben");
	assert_int_equal(casework_messages(w->session, &w->arena, &rows), OK);
	assert_int_equal(rows.n, 1);
	assert_string_equal(rows.at[0].title, "Carter, Jane 1981, Mon 09:00");
	assert_string_equal(rows.at[0].taken_by, "Mary Bell");
	assert_int_equal(casework_message_done(w->session, rows.at[0].message.id), OK);
	assert_int_equal(casework_messages(w->session, &w->arena, &rows), OK);
	assert_int_equal(rows.n, 0);
}

static void put_message__becomes_a_contact_on_the_day_it_was_taken(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct new_message m = { .words = "Radiotherapy is over." };
	struct message_saved saved = take(w, &m);

	workplace_days_later(w, 1);
	assert_int_equal(casework_put_message(w->session, saved.id, p), OK);
	assert_int_equal(count(w, "SELECT on_day FROM contact"), w->session->today - 1);
	assert_string_equal(store_text(w->session->store, "SELECT outcome FROM contact", &w->arena),
	                    "they_rang");
	assert_string_equal(store_text(w->session->store, "SELECT note FROM contact", &w->arena),
	                    "Radiotherapy is over.");
	assert_string_equal(store_text(w->session->store, "SELECT state FROM referral", &w->arena),
	                    "active");
	assert_int_equal(count(w, "SELECT count(*) FROM message WHERE done_on IS NULL"), 0);
	assert_int_equal(casework_put_message(w->session, saved.id, p), E_CONFLICT);
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 1);
}

static void put_message__from_somebody_else__is_not_spoken_with_them(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct new_message m = { .words = "She is in hospital.", .from_whom = "Rosa, her friend" };
	struct message_saved saved = take(w, &m);

	assert_int_equal(casework_put_message(w->session, saved.id, p), OK);
	assert_string_equal(store_text(w->session->store, "SELECT reached FROM contact", &w->arena),
	                    "other_person");
	assert_string_equal(store_text(w->session->store, "SELECT state FROM referral", &w->arena),
	                    "accepted");
}

static void take_message__somebody_chosen__goes_into_their_record(void **state)
{
	struct workplace *w = *state;
	struct new_message m = { .words = "Rang about parking.", .person = called_jane(w) };
	struct message_saved saved = take(w, &m);

	assert_string_equal(saved.said, "Saved with Carter, Jane 1981: they rang us, Mon 09:00.");
	assert_int_equal(count(w, "SELECT count(*) FROM message"), 0);
	assert_int_equal(count(w, "SELECT count(*) FROM contact WHERE person = 1"), 1);
}

static void take_message__without_words__is_refused(void **state)
{
	struct workplace *w = *state;
	struct new_message m = { .words = "  \n" };
	struct message_saved saved;

	assert_int_equal(casework_take_message(w->session, &m, &w->arena, &saved), E_INVALID);
	assert_int_equal(count(w, "SELECT count(*) FROM message"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(take_message__nobody_chosen__waits_in_unfinished),
		TEST(take_message__for_a_worker__lands_with_them_and_opens_no_record),
		TEST(put_message__becomes_a_contact_on_the_day_it_was_taken),
		TEST(put_message__from_somebody_else__is_not_spoken_with_them),
		TEST(take_message__somebody_chosen__goes_into_their_record),
		TEST(take_message__without_words__is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
