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

#define WORKPLACE_TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WORKPLACE_TEST(details__shows_the_record_and_asks_what_is_safe),
		WORKPLACE_TEST(details__saves_what_is_safe_and_who_asked),
		WORKPLACE_TEST(details__wrong_day_stands_under_its_field),
		WORKPLACE_TEST(details__draft_keeps_only_what_was_changed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
