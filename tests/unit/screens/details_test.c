#include "test.h"

#include "fixture.h"
#include "jane.h"
#include "stage.h"

#include "screens.h"

static struct stage *details_of(struct workplace *w, struct person_id id, const char *field)
{
	struct visit v = visit_person(&details_screen, id);

	v.text = field;
	return stage_open(w, &v);
}

static void details__shows_the_record_and_asks_what_is_safe(void **state)
{
	struct workplace *w = *state;
	struct stage *st = details_of(w, jane_received(w), NULL);

	stage_golden(st, "details");
	stage_close(st);
	st = details_of(w, (struct person_id){ 1 }, "safe_post");
	stage_golden(st, "details-safe");
	stage_close(st);
}

static void details__saves_what_is_safe_and_who_asked(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct stage *st;

	store_sql(w->session->store, "UPDATE safe_contact SET set_on = 20000");
	st = details_of(w, id, "safe_post");
	stage_keys(st, "y Ctrl-S");
	assert_int_equal(store_int(w->session->store, "SELECT post FROM safe_contact"), 1);
	assert_int_equal(store_int(w->session->store, "SELECT set_on FROM safe_contact"),
	                 w->session->today);
	/* And nothing else was written. */
	assert_int_equal(store_int(w->session->store, "SELECT ver FROM person"), 1);
	assert_int_equal(store_int(w->session->store, "SELECT ver FROM contact_point"), 1);
	stage_close(st);
}

static void details__wrong_day_stands_under_its_field(void **state)
{
	struct workplace *w = *state;
	struct stage *st = details_of(w, jane_received(w), "date_of_birth");

	stage_keys(st, "Ctrl-U");
	stage_type(st, "31/2/81");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "There is no 31 Feb");
	assert_int_equal(store_int(w->session->store, "SELECT ver FROM person"), 1);
	stage_close(st);
}

static void details__draft_keeps_only_what_was_changed(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct stage *st = details_of(w, id, "phone_whose");

	stage_keys(st, "Ctrl-U"); /* whose phone: emptied */
	stage_hang_up(st);
	stage_close(st);
	/* Meanwhile somebody else saves another field. */
	store_sql(w->session->store, "UPDATE person SET work = 'sold the studio', ver = ver + 1");
	st = details_of(w, id, NULL);
	stage_keys(st, "Ctrl-S");
	assert_string_equal(store_text(w->session->store, "SELECT work FROM person", &w->arena),
	                    "sold the studio");
	assert_string_equal(
		store_text(w->session->store, "SELECT whose FROM contact_point", &w->arena), "");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM draft"), 0);
	stage_close(st);
}

static void add_other(struct workplace *w, int apart)
{
	store_sql(w->session->store,
	          arena_printf(&w->arena,
	                       "INSERT INTO person (family_name, given_name, born_on, keep_apart,"
	                       " created_on) VALUES ('Nowak', 'Jana', 4088, %d, 20000);"
	                       "INSERT INTO find_key SELECT 'nowak jana', max(id) FROM person",
	                       apart));
}

/* A6: the record looks like somebody else since it was changed. */
static void details__changed_to_look_like_another__shows_them(void **state)
{
	struct workplace *w = *state;
	struct stage *st = details_of(w, jane_received(w), "family_name");

	add_other(w, 0);
	stage_hides(st, "THE SAME PERSON?");
	stage_keys(st, "Ctrl-U");
	stage_type(st, "Nowak");
	stage_shows(st, "THE SAME PERSON?");
	stage_shows(st, "CL-000002");
	stage_golden(st, "details-like");
	stage_keys(st, "Down Enter");
	assert_string_equal(stage_place(st), "person");
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "details");
	stage_shows(st, "Nowak");
	stage_keys(st, "Esc Ctrl-S"); /* out of the strip, and never stopped by it */
	assert_string_equal(store_text(w->session->store,
	                               "SELECT family_name FROM person WHERE id = 1", &w->arena),
	                    "Nowak");
	stage_close(st);
	/* And what it looked like as it was read is not news. */
	st = details_of(w, (struct person_id){ 1 }, "given_name");
	stage_type(st, "t");
	stage_hides(st, "THE SAME PERSON?");
	stage_close(st);
}

static void details__like_somebody_kept_apart__hints_at_nobody(void **state)
{
	struct workplace *w = *state;
	struct stage *st = details_of(w, jane_received(w), "family_name");

	add_other(w, 1);
	stage_keys(st, "Ctrl-U");
	stage_type(st, "Nowak");
	stage_hides(st, "THE SAME PERSON?");
	stage_close(st);
}

/* Every part at both sizes: of somebody nobody knows yet, and of a record with everything in it. */
static const char *const parts[][2] = {
	{ "Names and numbers", "names" },    { "Contact and safety", "contact" },
	{ "Living and language", "living" }, { "Cancer", "cancer" },
	{ "People round them", "people" },   { "Equality", "equality" },
	{ "Restricted", "restricted" },
};

static void details__every_part__of_an_empty_record(void **state)
{
	struct workplace *w = *state;
	struct arena *a = &w->arena;

	store_sql(w->session->store,
	          "INSERT INTO person (family_name, created_on) VALUES ('Doe', 20000)");
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		struct stage *st = details_of(w, (struct person_id){ 1 }, parts[i][0]);

		stage_golden(st, arena_printf(a, "details-%s-empty", parts[i][1]));
		stage_close(st);
	}
}

static void details__every_part__of_a_full_record(void **state)
{
	struct workplace *w = *state;
	struct arena *a = &w->arena;
	struct person_id id = jane_received(w);

	store_sql(
		w->session->store,
		"UPDATE person SET ver = ver + 1, gender = 'woman', ethnicity = 'white_british',"
		" religion = 'none', language = 'English', interpreter = 'none needed',"
		" access_needs = 'Deaf in the left ear; cannot climb stairs, and tires of long letters"
		" in small print', address = 'Flat 4, The Old Laundry, 14 Lantern Row, Hyde Park',"
		" deprivation = 2, gp_practice = 'Hyde Park Surgery', gp_code = 'B86012',"
		" gp_name = 'Dr Amara Okonkwo', cancer_site = 'C50.4', diagnosed_on = 20700,"
		" urgent_referral_on = 20670, treatment_began_on = 20725,"
		" treatment_ended_on = 20779, clinical_contact = 'Sister Bell, breast unit',"
		" clinical_phone = '01134960170', alert_phone = '01134960199',"
		" about_me = 'I am tired of saying it again. I run a business.' || char(10) ||"
		" 'Speak to me, not to my partner.', about_by = 'Priya', about_on = 20770,"
		" keep_apart = 1");
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		struct stage *st = details_of(w, id, parts[i][0]);

		stage_golden(st, arena_printf(a, "details-%s-full", parts[i][1]));
		stage_close(st);
	}
}

static void details__page_keys_go_from_part_to_part(void **state)
{
	struct workplace *w = *state;
	struct stage *st = details_of(w, jane_received(w), NULL);

	stage_shows(st, "NAMES AND NUMBERS");
	stage_keys(st, "PgDn PgDn PgDn");
	stage_shows(st, "CANCER ");
	stage_keys(st, "PgUp");
	stage_shows(st, "LIVING AND LANGUAGE");
	/* Tab at the end of a part goes on to the next. */
	stage_keys(st, "PgDn PgDn Tab Tab Tab");
	stage_shows(st, "EQUALITY");
	stage_keys(st, "PgDn PgDn PgDn");
	stage_shows(st, "RESTRICTED");
	stage_close(st);
}

/* What is wrong in another part brings the cursor there, and the bar says which. */
static void details__wrong_elsewhere__goes_there(void **state)
{
	struct workplace *w = *state;
	struct stage *st = details_of(w, jane_received(w), "deprivation");

	stage_type(st, "11");
	stage_keys(st, "PgDn PgDn PgDn Ctrl-S");
	stage_shows(st, "From 1, the most deprived tenth of areas, to 10.");
	stage_shows(st, "!Living");
	stage_stands(st, "Deprivation");
	stage_close(st);
}

static void details__strange_is_saved_and_said(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct stage *st;

	store_sql(w->session->store, "UPDATE person SET sex = 'female', ver = ver + 1");
	st = details_of(w, id, "cancer_site");
	stage_type(st, "C61");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved. Where it is: That does not go with the sex on record, female.");
	assert_string_equal(
		store_text(w->session->store, "SELECT cancer_site FROM person", &w->arena), "C61");
	stage_close(st);
}

#define WORKPLACE_TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WORKPLACE_TEST(details__shows_the_record_and_asks_what_is_safe),
		WORKPLACE_TEST(details__saves_what_is_safe_and_who_asked),
		WORKPLACE_TEST(details__wrong_day_stands_under_its_field),
		WORKPLACE_TEST(details__draft_keeps_only_what_was_changed),
		cmocka_unit_test_setup_teardown(details__changed_to_look_like_another__shows_them,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(details__like_somebody_kept_apart__hints_at_nobody,
		                                workplace_setup, workplace_teardown),
		WORKPLACE_TEST(details__every_part__of_an_empty_record),
		WORKPLACE_TEST(details__every_part__of_a_full_record),
		WORKPLACE_TEST(details__page_keys_go_from_part_to_part),
		WORKPLACE_TEST(details__wrong_elsewhere__goes_there),
		WORKPLACE_TEST(details__strange_is_saved_and_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
