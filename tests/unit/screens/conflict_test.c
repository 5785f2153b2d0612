/* Two people, one record: what a form does when somebody else has saved what it began with. */
#include "test.h"

#include "fixture.h"
#include "jane.h"
#include "leeds.h"
#include "others.h"
#include "stage.h"

#include "casework/undo.h"
#include "screens.h"

static struct stage *details_of(struct workplace *w, struct person_id id, const char *field)
{
	struct visit v = visit_person(&details_screen, id);

	v.text = field;
	return stage_open(w, &v);
}

static const char *column(struct workplace *w, const char *sql)
{
	return store_text(w->session->store, sql, &w->arena);
}

static void conflict__what_only_the_other_changed_comes_in_and_is_said(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct stage *st = details_of(w, id, "known_as");

	stage_keys(st, "Ctrl-U");
	stage_type(st, "Jay");
	others_change(w, "ben", id, "given_name", "Janet");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved, and what Ben Ojo changed stands: Given name.");
	assert_string_equal(column(w, "SELECT given_name || ' ' || known_as FROM person"),
	                    "Janet Jay");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM draft"), 0);
	stage_close(st);
}

static void conflict__another_row_of_the_record_is_no_conflict_either(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct stage *st = details_of(w, id, "known_as");

	stage_keys(st, "Ctrl-U");
	stage_type(st, "Jay");
	others_change(w, "ben", id, "phone", "07700 900999");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved");
	assert_string_equal(column(w, "SELECT value FROM contact_point"), "07700 900999");
	assert_string_equal(column(w, "SELECT known_as FROM person"), "Jay");
	stage_close(st);
}

static struct stage *both_changed_the_name(struct workplace *w, struct person_id id)
{
	struct stage *st = details_of(w, id, "given_name");

	stage_keys(st, "Ctrl-U");
	stage_type(st, "Jean");
	others_change(w, "ben", id, "given_name", "Janet");
	stage_keys(st, "Ctrl-S");
	return st;
}

static void conflict__the_same_field_shows_both_and_a_key_each(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct stage *st = both_changed_the_name(w, id);

	assert_string_equal(stage_place(st), "conflict");
	stage_golden(st, "conflict");
	stage_shows(st, "Ben Ojo, 09:12");
	stage_shows(st, "Janet");
	stage_shows(st, "Jean");
	assert_string_equal(column(w, "SELECT given_name FROM person"), "Janet");
	stage_keys(st, "1");
	assert_string_equal(stage_place(st), "details");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(column(w, "SELECT given_name FROM person"), "Jean");
	stage_close(st);
}

static void conflict__theirs_is_taken_with_2(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct stage *st = both_changed_the_name(w, id);

	stage_keys(st, "2");
	stage_shows(st, "It stands as you chose. Ctrl-S saves it.");
	stage_shows(st, "Janet");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(column(w, "SELECT given_name FROM person"), "Janet");
	stage_close(st);
}

static void conflict__esc_loses_nothing_of_what_was_typed(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct stage *st = both_changed_the_name(w, id);

	stage_keys(st, "Esc");
	stage_shows(st, "Jean");
	assert_string_equal(column(w, "SELECT given_name FROM person"), "Janet");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "conflict");
	stage_close(st);
}

/* The one who typed goes home: the question is there in the morning, not an overwriting. */
static void conflict__a_draft_knows_what_it_began_with(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct stage *st = details_of(w, id, "given_name");

	stage_keys(st, "Ctrl-U");
	stage_type(st, "Jean");
	stage_hang_up(st);
	stage_close(st);
	others_change(w, "ben", id, "given_name", "Janet");
	st = details_of(w, id, NULL);
	stage_shows(st, "Jean");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "conflict");
	assert_string_equal(column(w, "SELECT given_name FROM person"), "Janet");
	stage_keys(st, "1 Ctrl-S");
	assert_string_equal(column(w, "SELECT given_name FROM person"), "Jean");
	stage_close(st);
}

/* Whose a number is, and that it must not be used, is not put beside another number. */
static void conflict__what_belongs_together_is_asked_together(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct stage *st = details_of(w, id, "phone");

	stage_keys(st, "Ctrl-U");
	stage_type(st, "07700 900555");
	others_change(w, "ben", id, "phone_never", "yes");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "conflict");
	stage_golden(st, "conflict-together");
	stage_keys(st, "2 Ctrl-S");
	assert_string_equal(column(w, "SELECT value || never_use FROM contact_point"),
	                    "077009001231");
	stage_close(st);
}

/* Ctrl-S never goes round and round: each time there is something new to choose, or it is saved. */
static void conflict__a_second_saving_is_asked_once_more(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct stage *st = both_changed_the_name(w, id);

	stage_keys(st, "1");
	others_change(w, "ben", id, "given_name", "Jeanne");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "conflict");
	stage_shows(st, "Jeanne");
	stage_keys(st, "1 Ctrl-S");
	assert_string_equal(column(w, "SELECT given_name FROM person"), "Jean");
	stage_close(st);
}

/* ---- an entry of the directory ---- */

static struct stage *service_changed(struct workplace *w)
{
	struct visit v = visit_to(&service_form_screen);
	struct stage *st;

	leeds_fill(w);
	v.id[0] = 1;
	st = stage_open(w, &v);
	stage_keys(st, "Ctrl-U");
	stage_type(st, "Advice Leeds");
	return st;
}

static void conflict__of_a_service_is_the_same(void **state)
{
	struct workplace *w = *state;
	struct stage *st = service_changed(w);

	store_sql(w->session->store,
	          "UPDATE service SET cost = 'Free', ver = ver + 1 WHERE id = 1");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(column(w, "SELECT name || ', ' || cost FROM service WHERE id = 1"),
	                    "Advice Leeds, Free");
	stage_close(st);
}

static void conflict__a_service_both_renamed_is_asked(void **state)
{
	struct workplace *w = *state;
	struct stage *st = service_changed(w);

	store_sql(w->session->store,
	          "UPDATE service SET name = 'CA Leeds', ver = ver + 1 WHERE id = 1");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "conflict");
	stage_shows(st, "somebody else");
	stage_keys(st, "1 Ctrl-S");
	assert_string_equal(column(w, "SELECT name FROM service WHERE id = 1"), "Advice Leeds");
	stage_close(st);
}

static void conflict__a_service_that_is_gone_is_offered_as_new(void **state)
{
	struct workplace *w = *state;
	struct store *store = w->session->store;
	struct stage *st = service_changed(w);
	int64_t before = store_int(store, "SELECT count(*) FROM service");

	store_sql(store, "DELETE FROM service_concern WHERE service = 1");
	store_sql(store, "DELETE FROM service_area WHERE service = 1");
	store_sql(store, "DELETE FROM signpost WHERE service = 1");
	store_sql(store, "DELETE FROM service WHERE id = 1");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "was taken out of the directory meanwhile");
	stage_shows(st, "Advice Leeds");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(store_int(store, "SELECT count(*) FROM service"), before);
	assert_int_equal(store_int(store, "SELECT id > 1 FROM service WHERE name = 'Advice Leeds'"),
	                 1);
	stage_close(st);
}

/* ---- settings ---- */

/* Another coordinator sets one thing while I set another: mine does not put theirs back. */
static void conflict__of_settings__each_stands(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_to(&settings_screen);
	struct stage *st = stage_open(w, &v);

	stage_keys(st, "Ctrl-U 7");
	store_sql(w->session->store,
	          "INSERT INTO setting (name, value) VALUES ('quiet_days', '60')");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved, and what somebody else changed stands: ");
	assert_string_equal(column(w, "SELECT value FROM setting WHERE name = 'quiet_days'"), "60");
	assert_string_equal(column(w, "SELECT value FROM setting WHERE name = 'idle_staff'"), "7");
	stage_close(st);
}

static void conflict__of_one_setting__is_asked(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_to(&settings_screen);
	struct stage *st = stage_open(w, &v);

	stage_keys(st, "Ctrl-U 7");
	store_sql(w->session->store,
	          "INSERT INTO setting (name, value) VALUES ('idle_staff', '3')");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "conflict");
	stage_keys(st, "2");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(column(w, "SELECT value FROM setting WHERE name = 'idle_staff'"), "3");
	stage_close(st);
}

/* ---- the plan ---- */

/* What matters to them, in their words: of two who wrote it down both are shown. */
static void conflict__of_what_matters__asks_in_a_line(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&plan_screen, jane_received(w));
	struct stage *st = stage_open(w, &v);

	stage_keys(st, "Home Enter Ctrl-U");
	stage_type(st, "My studio");
	store_sql(w->session->store, "UPDATE person SET matters = 'My mother', ver = ver + 1");
	stage_keys(st, "Enter");
	stage_shows(st, "Meanwhile it says “My mother”. 1 yours stands, 2 that?");
	assert_string_equal(column(w, "SELECT matters FROM person"), "My mother");
	stage_keys(st, "1");
	assert_string_equal(column(w, "SELECT matters FROM person"), "My studio");
	stage_close(st);
}

/* ---- a person that was taken back ---- */

static void conflict__a_person_that_is_gone_keeps_what_was_typed(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct stage *st = details_of(w, id, "known_as");

	stage_type(st, "x");
	assert_int_equal(casework_undo(w->session), OK);
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "is not in the file any more");
	stage_shows(st, "Janiex");
	stage_close(st);
}

#define T(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		T(conflict__what_only_the_other_changed_comes_in_and_is_said),
		T(conflict__another_row_of_the_record_is_no_conflict_either),
		T(conflict__the_same_field_shows_both_and_a_key_each),
		T(conflict__theirs_is_taken_with_2),
		T(conflict__esc_loses_nothing_of_what_was_typed),
		T(conflict__a_draft_knows_what_it_began_with),
		T(conflict__what_belongs_together_is_asked_together),
		T(conflict__a_second_saving_is_asked_once_more),
		T(conflict__of_a_service_is_the_same),
		T(conflict__a_service_both_renamed_is_asked),
		T(conflict__a_service_that_is_gone_is_offered_as_new),
		T(conflict__of_settings__each_stands),
		T(conflict__of_one_setting__is_asked),
		T(conflict__of_what_matters__asks_in_a_line),
		T(conflict__a_person_that_is_gone_keeps_what_was_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
