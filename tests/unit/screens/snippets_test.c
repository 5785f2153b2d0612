#include "test.h"

#include "called.h"
#include "fixture.h"
#include "stage.h"

#include "screens.h"

#include <string.h>

static struct stage *on_contact(struct workplace *w, struct person_id p)
{
	struct visit v = visit_person(&contact_screen, p);

	return stage_open(w, &v);
}

/* From a note: letters, Enter, and the words stand at the cursor, filled in; then one writes on. */
static void snippets__are_put_where_the_cursor_is(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_contact(w, called_jane(w));

	stage_keys(st, "1");
	stage_type(st, "Rang. ");
	stage_keys(st, "Ctrl-O");
	assert_string_equal(stage_place(st), "snippet-pick");
	stage_type(st, "how");
	stage_golden(st, "snippet-pick");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "contact");
	stage_shows(st, "Rang. Asked how Janie is since we last spoke.");
	stage_type(st, "a walk");
	stage_keys(st, "Ctrl-S");
	assert_non_null(strstr(store_text(w->session->store, "SELECT note FROM contact", &w->arena),
	                       "a walk"));
	stage_close(st);
}

static void snippets__where_nothing_is_written__say_so(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_contact(w, called_jane(w));

	stage_keys(st, "Ctrl-O");
	assert_string_equal(stage_place(st), "contact");
	stage_shows(st, "go to where they are written first");
	stage_close(st);
}

static void snippets__left_by_esc__put_nothing_in(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_contact(w, called_jane(w));

	stage_keys(st, "1");
	stage_type(st, "Rang.");
	stage_keys(st, "Ctrl-O Esc");
	stage_shows(st, "Rang.");
	stage_hides(st, "Asked how");
	stage_close(st);
}

static void snippets__of_ones_own__are_kept_changed_and_taken_away(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &snippets_screen });

	stage_golden(st, "snippets");
	stage_keys(st, "Enter");
	stage_type(st, "parking");
	stage_keys(st, "Tab");
	stage_type(st, "Told {name} about the car park.");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "parking");
	stage_shows(st, "yours");
	assert_int_equal(store_int(w->session->store, "SELECT account FROM snippet"), 1);
	stage_keys(st, "Down d y");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM snippet"), 0);
	stage_keys(st, "u y");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM snippet"), 1);
	stage_close(st);
}

/* A link worker cannot change what is everybody's: it becomes another of their own. */
static void snippets__of_everybody__are_a_coordinators_to_change(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	store_sql(w->session->store, "INSERT INTO snippet (name, words) VALUES ('all', 'ours')");
	workplace_as(w, "ben");
	st = stage_open(w, &(struct visit){ .where = &snippets_screen });
	stage_shows(st, "everybody's");
	stage_keys(st, "Down Enter");
	stage_hides(st, "For everybody?");
	stage_type(st, "x");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM snippet WHERE account IS NULL"),
		1);
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM snippet WHERE account = 2"), 1);
	stage_keys(st, "Down Down d y");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM snippet WHERE account IS NULL"),
		1);
	stage_close(st);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		TEST(snippets__are_put_where_the_cursor_is),
		TEST(snippets__where_nothing_is_written__say_so),
		TEST(snippets__left_by_esc__put_nothing_in),
		TEST(snippets__of_ones_own__are_kept_changed_and_taken_away),
		TEST(snippets__of_everybody__are_a_coordinators_to_change),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
