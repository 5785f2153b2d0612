#include "test.h"

#include "carter.h"
#include "fixture.h"
#include "stage.h"

#include "screens.h"

static struct stage *at(struct workplace *w, const struct screen_ops *where, struct person_id p)
{
	struct visit v = visit_person(where, p);

	return stage_open(w, &v);
}

static void points__every_number_on_a_screen(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct stage *st = at(w, &points_screen, jane);

	stage_keys(st, "n");
	stage_type(st, "01134960188");
	stage_keys(st, "Tab");
	stage_type(st, "work");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved: 0113 496 0188, work. Ask again what is safe there.");
	stage_shows(st, "ask again: a number changed");
	stage_keys(st, "Down o y");
	stage_shows(st, "is tried first");
	stage_keys(st, "d");
	stage_shows(st, "wrong or dead?");
	stage_keys(st, "n");
	stage_golden(st, "points");
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM contact_point WHERE struck_on NOTNULL"),
	                 0);
	stage_close(st);
}

static void points__danger__is_read_before_a_number(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct stage *st;

	store_sql(w->session->store, "UPDATE safe_contact SET danger = 1, ver = ver + 1");
	st = at(w, &points_screen, jane);
	stage_hides(st, "07700");
	stage_keys(st, "Enter");
	stage_shows(st, "07700 900123");
	stage_close(st);
}

static void point__refused__keeps_what_was_typed(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct stage *st = at(w, &point_form_screen, jane);

	stage_keys(st, "Shift-Tab 2 Tab");
	stage_type(st, "jane at example.org");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "An address has an @");
	stage_shows(st, "jane at example.org");
	stage_hang_up(st);
	stage_close(st);
	st = at(w, &point_form_screen, jane);
	stage_shows(st, "jane at example.org");
	stage_close(st);
}

static void relatives__who_is_round_them(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct stage *st = at(w, &relatives_screen, jane);

	stage_golden(st, "relatives");
	stage_keys(st, "n");
	stage_type(st, "Ada Carter");
	stage_golden(st, "relation");
	stage_keys(st, "Tab 2 Tab");
	stage_type(st, "07700900333");
	stage_keys(st, "Tab y Tab y Ctrl-S");
	stage_shows(st, "Saved: Ada Carter.");
	stage_shows(st, "no record of their own");
	stage_keys(st, "End");
	stage_stands(st, "Ada Carter");
	stage_keys(st, "1");
	stage_shows(st, "Take Ada Carter in as a person of their own, with the same worker?");
	stage_keys(st, "y");
	stage_shows(st, "First contact by");
	stage_golden(st, "relatives-carer");
	stage_keys(st, "o");
	stage_shows(st, "LOOKS AFTER");
	stage_golden(st, "person-carer");
	stage_close(st);
}

/* A6: whoever looks after somebody may have a record of their own already. */
static void relatives__carer_who_may_be_here__is_shown_before_another_is_made(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct stage *st;

	store_sql(w->session->store,
	          "INSERT INTO person (family_name, given_name, born_on, created_on) VALUES"
	          " ('Nowak', 'Ola', 4088, 20000);"
	          "INSERT INTO find_key SELECT 'nowak ola', max(id) FROM person;"
	          "DELETE FROM relation;"
	          "INSERT INTO relation (person, name, kind, knows_illness, knows_service)"
	          " VALUES (1, 'Ola Nowak', 'cared_for_by', 1, 1)");
	st = at(w, &relatives_screen, jane);
	stage_keys(st, "1");
	stage_shows(st, "Here already, below? n looks. Take Ola Nowak in anew?");
	stage_shows(st, "HERE ALREADY?");
	stage_golden(st, "relatives-like");
	stage_keys(st, "n Enter");
	assert_string_equal(stage_place(st), "person");
	stage_keys(st, "Esc Esc");
	stage_hides(st, "HERE ALREADY?");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM person"), 2);
	stage_keys(st, "1 y"); /* and is never stopped by it */
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM person"), 3);
	stage_close(st);
}

static void relation__links_whoever_has_a_record(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct stage *st;

	store_sql(w->session->store,
	          "INSERT INTO person (family_name, given_name, created_on) VALUES"
	          " ('Nowak', 'Ola', 20000);"
	          "INSERT INTO find_key SELECT 'nowak', max(id) FROM person");
	st = at(w, &relation_screen, jane);
	stage_type(st, "Nowak");
	stage_shows(st, "HAVE A RECORD");
	stage_keys(st, "Down Enter 6 Ctrl-S");
	stage_shows(st, "Nothing of it stands on their record");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM relation WHERE other NOTNULL"),
		1);
	stage_close(st);
}

static void points__nobody_yet__say_which_key(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct stage *st;

	store_sql(w->session->store, "DELETE FROM contact_point; DELETE FROM relation");
	st = at(w, &points_screen, jane);
	stage_golden(st, "points-none");
	stage_close(st);
	st = at(w, &relatives_screen, jane);
	stage_golden(st, "relatives-none");
	stage_close(st);
}

#define T(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(points__every_number_on_a_screen),
		T(points__danger__is_read_before_a_number),
		T(point__refused__keeps_what_was_typed),
		T(relatives__who_is_round_them),
		T(relatives__carer_who_may_be_here__is_shown_before_another_is_made),
		T(relation__links_whoever_has_a_record),
		T(points__nobody_yet__say_which_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
