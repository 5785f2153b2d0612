#include "casework/tries.h"

#include "test.h"

#include "called.h"
#include "fixture.h"
#include "session.h"

#include "casework/contacts.h"
#include "casework/may_contact.h"
#include "casework/undo.h"

#include <string.h>

static struct tries_view see(struct workplace *w, struct person_id p)
{
	struct tries_view v;

	assert_int_equal(casework_tries(w->session, p, &w->arena, &v), OK);
	return v;
}

static enum status asked(struct workplace *w, struct person_id p, bool safer, const char *words)
{
	const struct referrer_answer x = { safer, words };
	const char *said;

	return casework_asked_referrer(w->session, p, &x, &w->arena, &said);
}

static void try_again(struct workplace *w, struct person_id p, int times)
{
	for (int i = 0; i < times; i++) {
		struct new_contact x = new_contact_blank;
		struct contact_saved saved;

		x.person = p;
		x.outcome = CONTACT_NO_ANSWER;
		assert_int_equal(casework_record_contact(w->session, &x, &w->arena, &saved), OK);
	}
}

static const char *open_rule(struct workplace *w)
{
	return store_text(w->session->store,
	                  "SELECT coalesce(max(rule), '') FROM reminder WHERE state = 'open'",
	                  &w->arena);
}

static void tries__say_which_hours_were_tried_and_what_comes_next(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct tries_view v;

	called_tried_twice(w, p);
	v = see(w, p);
	assert_int_equal(v.tries, 2);
	assert_string_equal(v.hours_tried, "9 to 12 once, 12 to 17 once, after 17 never");
	assert_string_equal(v.next.what, "Third try, after 17");
	assert_string_equal(v.next_on, "Wed 25 Nov after 17:00");
	assert_string_equal(v.no_try, "");
	assert_non_null(strstr(v.no_letter, "No post to Janie"));
	assert_string_equal(v.referrer, "Breast nurse");
}

/* P-c on the ladder: each way in its three states, whatever the others are. */
static void tries__each_way__is_offered_only_where_it_was_said_to_be_safe(void **state)
{
	static const enum asked said[] = { NOT_ASKED, SAID_NO, SAID_YES };
	struct workplace *w = *state;
	struct person_id p = called_jane(w);

	store_sql(w->session->store, "UPDATE person SET address = '1 New Road'");
	for (size_t post = 0; post < COUNT_OF(said); post++)
		for (size_t ring = 0; ring < COUNT_OF(said); ring++)
			for (size_t text = 0; text < COUNT_OF(said); text++) {
				struct safe_contact safe = safe_contact_blank;
				struct tries_view v;
				bool may_ring = said[ring] != SAID_NO;
				bool may_text = said[text] == SAID_YES;

				safe.post = said[post];
				safe.ring = said[ring];
				safe.text = said[text];
				called_set_safe(w, p, &safe);
				v = see(w, p);
				assert_int_equal(*v.no_letter == '\0', said[post] == SAID_YES);
				assert_int_equal(*v.no_try == '\0', may_ring || may_text);
				assert_true(v.next.step != LADDER_LETTER || said[post] == SAID_YES);
				assert_true(v.next.step != LADDER_TRY || may_ring || may_text);
			}
}

static void tries__somebody_who_died_or_asked_to_stop__has_no_step_left(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct tries_view v;

	store_sql(w->session->store, "UPDATE person SET no_more_contact_on = 20770");
	v = see(w, p);
	assert_int_equal(v.next.step, LADDER_NONE);
	assert_non_null(strstr(v.no_try, "asked us to stop"));
	assert_non_null(strstr(v.no_letter, "asked us to stop"));
	assert_non_null(strstr(v.no_asking, "asked us to stop"));
	assert_int_equal(asked(w, p, false, "none"), E_CONFLICT);
}

static void asked_referrer__who_knows_none__leads_to_the_checks_before_closing(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct tries_view v;

	try_again(w, p, 5);
	assert_string_equal(open_rule(w), "ladder.referrer");
	assert_non_null(strstr(see(w, p).no_close, "Not before"));
	assert_int_equal(asked(w, p, false, ""), E_INVALID);
	assert_int_equal(asked(w, p, false, "Jo Hall: none known"), OK);
	assert_string_equal(open_rule(w), "ladder.close");
	v = see(w, p);
	assert_string_equal(v.answered, "Jo Hall: none known");
	assert_string_equal(v.no_close, "");
	assert_int_equal(v.next.step, LADDER_CLOSE);
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM reminder WHERE state = 'open'"),
		1);
	assert_int_equal(casework_undo(w->session), OK);
	assert_string_equal(open_rule(w), "ladder.referrer");
}

static void asked_referrer__who_knows_a_safer_way__sets_a_try_by_it(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);

	assert_int_equal(asked(w, p, true, "Her sister's, after 19"), OK);
	assert_string_equal(open_rule(w), "ladder.try");
	assert_string_equal(store_text(w->session->store,
	                               "SELECT what FROM reminder WHERE state = 'open'", &w->arena),
	                    "Try the safer way: Her sister's, after 19");
}

/* Who came by themselves, or through family, is looked for with nobody, and is given up no sooner for it. */
static void tries__who_came_by_themselves__nobody_is_asked_about_them(void **state)
{
	static const char *const sources[] = { "self", "family_or_friend" };
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	const struct out_of_reach checked = { true, true, true, false, "five tries" };
	struct tries_view v;

	for (size_t i = 0; i < COUNT_OF(sources); i++) {
		store_sql(w->session->store,
		          arena_printf(&w->arena, "UPDATE referral SET source = '%s'", sources[i]));
		v = see(w, p);
		assert_non_null(strstr(v.no_asking, "nobody is asked"));
		assert_non_null(strstr(v.no_close, "Not before"));
		assert_int_equal(asked(w, p, false, "none"), E_CONFLICT);
	}
	try_again(w, p, 5);
	assert_string_equal(open_rule(w), "ladder.close");
	v = see(w, p);
	assert_int_equal(v.next.step, LADDER_CLOSE);
	assert_string_equal(v.no_close, "");
	assert_int_equal(casework_unable_to_contact(w->session, p, &checked), OK);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		TEST(tries__say_which_hours_were_tried_and_what_comes_next),
		TEST(tries__each_way__is_offered_only_where_it_was_said_to_be_safe),
		TEST(tries__somebody_who_died_or_asked_to_stop__has_no_step_left),
		TEST(tries__who_came_by_themselves__nobody_is_asked_about_them),
		TEST(asked_referrer__who_knows_none__leads_to_the_checks_before_closing),
		TEST(asked_referrer__who_knows_a_safer_way__sets_a_try_by_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
