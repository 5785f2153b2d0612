#include "fixture.h"
#include "scene.h"
#include "stage.h"
#include "test.h"

#include "screens.h"
#include "store/derive.h"

/* Jane Carter (1), and somebody whom a volunteer took in again (50). */
static void begin(struct workplace *w)
{
	struct store *st = w->session->store;
	struct change c;

	scene_set(w);
	store_sql(
		st,
		"INSERT INTO person (id, family_name, given_name, known_as, born_on, postcode,"
		" address, gp_practice, pronouns, stage, created_on) VALUES"
		" (50, 'Carter-Hughes', 'Jane', 'Janie', 4088, 'LS7 1AA', '4 Elm Road',"
		"  'Elm Surgery', 'she/her', 'treatment_ended', 20700);"
		"INSERT INTO safe_contact (person, ring, voicemail, post, set_on, set_by)"
		" VALUES (50, 1, 0, 0, 20700, 1);"
		"INSERT INTO contact_point (person, kind, value) VALUES"
		" (50, 'phone', '07700900123');"
		"INSERT INTO referral (id, person, received_on, source, state, state_on,"
		" first_contact_by, worker) VALUES (500, 50, 20770, 'self', 'accepted', 20770, 20777,"
		" 1);"
		"INSERT INTO contact (person, referral, on_day, outcome, direction, mode, reached,"
		" by_account) VALUES (50, 500, 20771, 'no_answer', 'out', 'phone', 'no', 1)");
	assert_int_equal(change_begin(&c, st, (struct account_id){ 1 }, WORKPLACE_NOW, "derive"),
	                 OK);
	assert_int_equal(change_end(&c, derive_person(&c, (struct person_id){ 50 })), OK);
	w->session->proved_at = w->session->now;
}

static struct stage *open_both(struct workplace *w, int64_t other)
{
	struct stage *st = stage_open(w, &(struct visit){ .where = &person_screen, .id = { 50 } });

	stage_visit(st, &(struct visit){ .where = &merge_screen, .id = { 1, other } });
	return st;
}

static void same_person__names_likely_ones_and_finds_others(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	begin(w);
	st = stage_open(w, &(struct visit){ .where = &same_person_screen, .id = { 1 } });
	stage_golden(st, "same-person");
	stage_type(st, "okaf");
	stage_shows(st, "Okafor, Samuel");
	stage_keys(st, "Ctrl-U");
	stage_type(st, "nobody like that");
	stage_shows(st, "Nobody else by that name or number.");
	stage_keys(st, "Ctrl-U Enter");
	assert_string_equal(stage_place(st), "merge");
	stage_close(st);
	st = stage_open(w, &(struct visit){ .where = &same_person_screen, .id = { 6 } });
	stage_golden(st, "same-person-empty");
	stage_close(st);
}

/* Somebody else is not chosen for standing where the one stood who was gone down to. */
static void same_person__is_on_the_first_again__when_more_is_typed(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	begin(w);
	st = stage_open(w, &(struct visit){ .where = &same_person_screen, .id = { 6 } });
	stage_type(st, "ca");
	stage_shows(st, "▌ Carter-Hughes, Jane");
	stage_keys(st, "Down");
	stage_shows(st, "▌ Carter, Jane");
	stage_type(st, "r");
	stage_shows(st, "▌ Carter-Hughes, Jane");
	stage_close(st);
}

static void merge__shows_both_and_makes_one_of_them(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	begin(w);
	st = open_both(w, 50);
	stage_golden(st, "merge");
	stage_keys(st, "Down Down 2 1");
	stage_golden(st, "merge-chosen");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "CL-000050 goes into CL-000001, Carter, Jane 1981?");
	stage_keys(st, "n");
	assert_string_equal(stage_place(st), "merge");
	stage_keys(st, "Ctrl-S y");
	assert_string_equal(stage_place(st), "person");
	stage_shows(st, "are one record");
	stage_shows(st, "Carter-Hughes, Jane");
	stage_keys(st, "u y");
	stage_shows(st, "Undone.");
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM person WHERE merged_into IS NOT NULL"),
	                 0);
	stage_close(st);
}

/* What stays open about the one that went says where it is now, and opens it. */
static void merge__leads_on_from_the_record_that_went(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	begin(w);
	st = open_both(w, 50);
	stage_keys(st, "Ctrl-S y");
	stage_visit(st, &(struct visit){ .where = &person_screen, .id = { 50 } });
	stage_shows(st, "CL-000001");
	stage_keys(st, "c");
	assert_string_equal(stage_place(st), "contact");
	stage_close(st);
	assert_null(
		stage_open_or_not(w, &(struct visit){ .where = &contact_screen, .id = { 50 } }));
}

static void merge__takes_the_reference_where_there_are_two_numbers(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	begin(w);
	store_sql(
		w->session->store,
		"UPDATE person SET care_number = '9434765919', care_number_kind = 'nhs' WHERE id = 50;"
		"UPDATE person SET care_number = '9994004123', care_number_kind = 'nhs' WHERE id = 1");
	st = open_both(w, 50);
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Two care numbers. Type CL-000001 if they are one:");
	stage_type(st, "yes");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "merge");
	stage_keys(st, "Ctrl-S");
	stage_type(st, "CL-000001");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "person");
	stage_close(st);
}

static void merge__of_two_who_are_two__says_why_not(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	begin(w);
	store_sql(w->session->store, "UPDATE person SET keep_apart = 1 WHERE id = 50");
	st = open_both(w, 50);
	stage_golden(st, "merge-not");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "merge");
	stage_close(st);
}

static void merge__of_long_and_hostile_records__keeps_its_columns(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	begin(w);
	store_sql(
		w->session->store,
		"UPDATE person SET family_name = 'Wolfeschlegelsteinhausenbergerdorff',"
		" given_name = 'Zo'||char(8238)||'e'||char(27)||'[2J', known_as = 'अनुष्का',"
		" address = replace(hex(zeroblob(200)), '00', 'long '), work = 'painter',"
		" gender = 'woman', language = 'Urdu', interpreter = 'yes', access_needs = 'steps',"
		" matters = 'the garden', treatment = 'radiotherapy', clinical_contact = 'Sr A',"
		" alert_phone = '0113 496 0100', cancer_group = 'breast', sex = 'female',"
		" pronouns = 'they' WHERE id = 50;"
		"UPDATE person SET work = 'designer', gender = 'female', language = 'Welsh',"
		" interpreter = 'no', access_needs = 'none', matters = 'the flat',"
		" treatment = 'surgery', clinical_contact = 'Sr B', alert_phone = '0113 496 0111',"
		" cancer_group = 'bowel', sex = 'not_known', pronouns = 'she', gp_practice = 'Oak'"
		" WHERE id = 1");
	st = open_both(w, 50);
	stage_golden(st, "merge-full");
	stage_close(st);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(same_person__names_likely_ones_and_finds_others),
		T(same_person__is_on_the_first_again__when_more_is_typed),
		T(merge__shows_both_and_makes_one_of_them),
		T(merge__leads_on_from_the_record_that_went),
		T(merge__takes_the_reference_where_there_are_two_numbers),
		T(merge__of_two_who_are_two__says_why_not),
		T(merge__of_long_and_hostile_records__keeps_its_columns),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
