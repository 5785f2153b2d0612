#include "test.h"

#include "fixture.h"
#include "leeds.h"
#include "stage.h"

#include "screens.h"

#include "casework/checks.h"
#include "casework/signposts.h"

#include <stdio.h>
#include <string.h>

struct scene {
	struct workplace *w;
	struct leeds l;
	struct stage *st;
};

static int setup(void **state)
{
	struct scene *c = test_calloc(1, sizeof(*c));

	c->w = workplace_open();
	c->l = leeds_fill(c->w);
	*state = c;
	return 0;
}

static int teardown(void **state)
{
	struct scene *c = *state;

	if (c->st)
		stage_close(c->st);
	workplace_close(c->w);
	test_free(c);
	return 0;
}

static void at(struct scene *c, struct visit v)
{
	c->st = stage_open(c->w, &v);
}

static void jane_waits(struct scene *c, struct service_id service)
{
	struct new_signpost x = { .person = c->l.jane,
		                  .service = service,
		                  .concern = "practical.money",
		                  .kind = SIGNPOST_TOLD,
		                  .check_on = c->w->session->today + 18,
		                  .note = "" };
	struct signpost_saved saved;

	assert_int_equal(casework_signpost(c->w->session, &x, &c->w->arena, &saved), OK);
}

/* What the demonstration says of an entry, in full. */
static void fill_buddies(struct scene *c)
{
	store_sql(
		c->w->session->store,
		"UPDATE service SET hours = 'Tue, Thu 10am-1pm', address = 'Hall, Ash Road, Leeds',"
		" url = 'https://example.org/buddies', languages = 'English, Urdu',"
		" accessibility = 'No steps' WHERE name LIKE 'LS6%'");
}

static int64_t number(struct scene *c, const char *sql)
{
	return store_int(c->w->session->store, sql);
}

static void checks__says_what_people_wait_on_first(void **state)
{
	struct scene *c = *state;

	fill_buddies(c);
	jane_waits(c, c->l.buddies);
	at(c, visit_to(&checks_screen));
	stage_stands(c->st, "LS6 Money Buddies");
	stage_golden(c->st, "checks");
}

static void checks__says_that_nothing_is_to_be_checked(void **state)
{
	struct scene *c = *state;

	store_sql(c->w->session->store, "UPDATE service SET last_checked = 20779");
	at(c, visit_to(&checks_screen));
	stage_golden(c->st, "checks-empty");
	stage_keys(c->st, "Enter");
	stage_shows(c->st, "Nothing is to be checked today");
}

static void checks__is_readable_with_twenty_thousand(void **state)
{
	struct scene *c = *state;

	store_sql(
		c->w->session->store,
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
		" INSERT INTO service (name, last_checked, check_tries)"
		" SELECT 'Service ' || i, CASE WHEN i % 3 THEN 20000 + i % 500 END, i % 4 FROM n");
	at(c, visit_to(&checks_screen));
	stage_golden(c->st, "checks-overfull");
}

static void check__shows_its_number_and_what_to_ask(void **state)
{
	struct scene *c = *state;

	fill_buddies(c);
	jane_waits(c, c->l.buddies);
	store_sql(
		c->w->session->store,
		"UPDATE service SET alert = 'Number or address wrong: It rings out',"
		" check_tries = 3 WHERE name LIKE 'LS6%';"
		"INSERT INTO service_check (service, on_day, at_minute, result, by_account)"
		" SELECT id, 20770, 550, 'not_reached', 1 FROM service WHERE name LIKE 'LS6%';"
		"INSERT INTO service_check (service, on_day, at_minute, result, words, by_account)"
		" SELECT id, 20774, 850, 'not_reached', 'engaged', 2 FROM service"
		" WHERE name LIKE 'LS6%';"
		"INSERT INTO service_check (service, on_day, at_minute, how, result, by_account)"
		" SELECT id, 20350, 600, 'visited', 'as_it_says', 1 FROM service"
		" WHERE name LIKE 'LS6%';");
	at(c, visit_check(c->l.buddies));
	stage_golden(c->st, "check");
}

/* What others wrote cannot move the cursor, hide the number or push the digits off the screen. */
static void check__stands_whatever_an_entry_says(void **state)
{
	struct scene *c = *state;

	store_sql(
		c->w->session->store,
		"UPDATE service SET name = 'شارع' || char(8238) || 'Long ' || printf('%.300c', 'x'),"
		" hours = printf('%.400c', 'h'), address = '👩‍👩‍👧 ' || printf('%.500c', 'a'),"
		" description = char(27) || '[2J' || printf('%.3000c', 'd'),"
		" cost = printf('%.400c', 'c') WHERE name LIKE 'LS6%'");
	at(c, visit_check(c->l.buddies));
	stage_shows(c->st, "1 as it says");
	stage_shows(c->st, "Next check");
	stage_golden(c->st, "check-hostile");
}

static void check__of_four_in_the_morning_takes_few_keys(void **state)
{
	struct scene *c = *state;

	jane_waits(c, c->l.buddies);
	store_sql(c->w->session->store, "UPDATE service SET last_checked = 20400");
	at(c, visit_to(&checks_screen));
	stage_keys(c->st, "Enter"); /* LS6 Money Buddies: on the phone, as it says */
	stage_shows(c->st, "LS6 Money Buddies");
	stage_keys(c->st, "1 1");
	stage_shows(c->st, "Saved: LS6 Money Buddies, as it says. Next check ");
	assert_string_equal(stage_place(c->st), "check");
	stage_keys(c->st, "3 Enter"); /* nobody there: the day that is proposed */
	stage_shows(c->st, "nobody there. Next try Wed 25 Nov");
	stage_keys(c->st, "4 1 1"); /* closed for good, they said so */
	stage_shows(c->st, "closed.");
	stage_keys(c->st, "1 2"); /* their page says so */
	assert_int_equal(number(c, "SELECT count(*) FROM service_check"), 4);
	assert_int_equal(
		number(c, "SELECT count(*) FROM service_check WHERE result = 'as_it_says'"), 2);
	assert_int_equal(number(c, "SELECT next_on FROM service_check"
	                           " WHERE result = 'not_reached'"),
	                 c->w->session->today + 2);
	/* 10 keys for four services; one undo for each */
	stage_keys(c->st, "u y");
	assert_int_equal(number(c, "SELECT count(*) FROM service_check"), 3);
}

static void check__changed_is_one_change_with_its_form(void **state)
{
	struct scene *c = *state;

	jane_waits(c, c->l.buddies);
	at(c, visit_to(&checks_screen));
	stage_keys(c->st, "Enter 2 1");
	assert_string_equal(stage_place(c->st), "service-form");
	assert_int_equal(number(c, "SELECT count(*) FROM service_check"), 0);
	stage_keys(c->st, "Ctrl-S");
	assert_int_equal(number(c, "SELECT count(*) FROM service_check WHERE result = 'changed'"
	                           " AND how = 'phoned'"),
	                 1);
	stage_keys(c->st, "u y");
	assert_int_equal(number(c, "SELECT count(*) FROM service_check"), 0);
	assert_int_equal(number(c, "SELECT count(*) FROM service WHERE edited_on IS NOT NULL"), 0);
}

static void check__esc_leaves_everything_as_it_was(void **state)
{
	struct scene *c = *state;

	at(c, visit_check(c->l.buddies));
	stage_keys(c->st, "1 Esc 3 Esc 4 Esc 4 1 Esc 5 Esc 2 Esc");
	assert_string_equal(stage_place(c->st), "check");
	assert_int_equal(number(c, "SELECT count(*) FROM service_check"), 0);
	assert_int_equal(number(c, "SELECT count(*) FROM service WHERE name LIKE 'LS6%'"
	                           " AND status = 'active' AND check_tries = 0"),
	                 1);
}

static void check__takes_another_day_and_says_its_load(void **state)
{
	struct scene *c = *state;

	store_sql(c->w->session->store, "UPDATE service SET next_check = 20881 WHERE id < 3");
	at(c, visit_check(c->l.buddies));
	stage_keys(c->st, "r Ctrl-U");
	stage_type(c->st, "4 mar");
	stage_keys(c->st, "Enter");
	stage_shows(c->st, "Thu 4 Mar 2027, 2 others that day");
	stage_keys(c->st, "r Ctrl-U");
	stage_type(c->st, "yesterday");
	stage_keys(c->st, "Enter");
	stage_shows(c->st, "Thu 4 Mar 2027");
	stage_keys(c->st, "1 1");
	assert_int_equal(number(c, "SELECT next_check FROM service WHERE name LIKE 'LS6%'"), 20881);
}

static void check__closed_says_whose_workers_are_told_first(void **state)
{
	struct scene *c = *state;

	jane_waits(c, c->l.buddies);
	at(c, visit_check(c->l.buddies));
	stage_keys(c->st, "4 1");
	stage_shows(c->st,
	            "Closed for good, 1 waits. How? 1 phoned 2 web 3 visited 4 somebody told me");
	stage_keys(c->st, "3");
	assert_int_equal(number(c, "SELECT count(*) FROM reminder WHERE rule = 'service_gone'"), 1);
}

static void check__not_to_be_listed_needs_why(void **state)
{
	struct scene *c = *state;

	at(c, visit_check(c->l.buddies));
	stage_keys(c->st, "5 Enter");
	assert_int_equal(number(c, "SELECT count(*) FROM service_check"), 0);
	stage_keys(c->st, "Esc 5");
	stage_type(c->st, "They asked not to be");
	stage_keys(c->st, "Enter 1");
	assert_int_equal(number(c, "SELECT do_not_list FROM service WHERE name LIKE 'LS6%'"), 1);
}

/* ---- what is wrong, wherever a service is shown ---- */

static void wrong__is_one_key_from_todays_rows(void **state)
{
	struct scene *c = *state;

	jane_waits(c, c->l.buddies);
	store_sql(c->w->session->store, "UPDATE reminder SET due_on = 20780");
	at(c, visit_to(&today_screen));
	stage_keys(c->st, "Right Down");
	stage_stands(c->st, "Did LS6 Money Buddies help?");
	stage_keys(c->st, "e");
	assert_string_equal(stage_place(c->st), "trouble");
	stage_shows(c->st, "LS6 Money Buddies: what is wrong with this entry?");
	stage_keys(c->st, "Esc =");
	assert_string_equal(stage_place(c->st), "checked");
	stage_keys(c->st, "Esc s");
	assert_string_equal(stage_place(c->st), "picker");
	stage_shows(c->st, "Money, bills or debt");
}

static void wrong__is_one_key_from_the_reminders(void **state)
{
	struct scene *c = *state;

	jane_waits(c, c->l.buddies);
	at(c, visit_to(&reminders_screen));
	stage_keys(c->st, "e");
	assert_string_equal(stage_place(c->st), "trouble");
	stage_keys(c->st, "Esc s");
	assert_string_equal(stage_place(c->st), "picker");
}

static void wrong__is_one_key_from_their_services_and_their_plan(void **state)
{
	struct scene *c = *state;

	jane_waits(c, c->l.buddies);
	at(c, visit_person(&person_screen, c->l.jane));
	for (int i = 0; i < 4; i++)
		stage_keys(c->st, "Tab");
	stage_stands(c->st, "LS6 Money Buddies");
	stage_keys(c->st, "e");
	assert_string_equal(stage_place(c->st), "trouble");
	stage_keys(c->st, "Esc Shift-Tab");
	stage_stands(c->st, "LS6 Money Buddies");
	stage_keys(c->st, "e");
	assert_string_equal(stage_place(c->st), "trouble");
}

/* From closing it to the next one chosen: what is asked is on Today, its Enter is the picker. */
static void closed__leads_to_the_picker_and_is_answered_there(void **state)
{
	struct scene *c = *state;

	jane_waits(c, c->l.buddies);
	at(c, visit_service(c->l.buddies));
	stage_keys(c->st, "e 1");
	stage_shows(c->st, "1 person is waiting for it. Tell their workers?");
	stage_keys(c->st, "y");
	stage_keys(c->st, "g t Right Down");
	stage_stands(c->st, "LS6 Money Buddies closed. Choose again?");
	stage_keys(c->st, "Enter");
	assert_string_equal(stage_place(c->st), "picker");
	stage_keys(c->st, "s");
	assert_string_equal(stage_place(c->st), "signpost");
	stage_keys(c->st, "1 Ctrl-S");
	assert_int_equal(number(c, "SELECT count(*) FROM reminder WHERE rule = 'service_gone'"
	                           " AND state = 'open'"),
	                 0);
	stage_hides(c->st, "Choose again?");
}

static void closed__opens_again_and_says_who_waits_as_before(void **state)
{
	struct scene *c = *state;

	jane_waits(c, c->l.buddies);
	at(c, visit_service(c->l.buddies));
	stage_keys(c->st, "e 6");
	stage_shows(c->st, "It is neither closed nor full.");
	stage_keys(c->st, "1 y");
	stage_shows(c->st, "closed for good");
	stage_keys(c->st, "e 6");
	stage_shows(c->st,
	            "Saved. LS6 Money Buddies is open again; 1 person is waiting on it as before.");
	stage_hides(c->st, "closed for good");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(checks__says_what_people_wait_on_first),
		CASE(checks__says_that_nothing_is_to_be_checked),
		CASE(checks__is_readable_with_twenty_thousand),
		CASE(check__shows_its_number_and_what_to_ask),
		CASE(check__stands_whatever_an_entry_says),
		CASE(check__of_four_in_the_morning_takes_few_keys),
		CASE(check__changed_is_one_change_with_its_form),
		CASE(check__esc_leaves_everything_as_it_was),
		CASE(check__takes_another_day_and_says_its_load),
		CASE(check__closed_says_whose_workers_are_told_first),
		CASE(check__not_to_be_listed_needs_why),
		CASE(wrong__is_one_key_from_todays_rows),
		CASE(wrong__is_one_key_from_the_reminders),
		CASE(wrong__is_one_key_from_their_services_and_their_plan),
		CASE(closed__leads_to_the_picker_and_is_answered_there),
		CASE(closed__opens_again_and_says_who_waits_as_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
