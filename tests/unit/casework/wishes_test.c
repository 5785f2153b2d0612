#include "casework/wishes.h"

#include "test.h"

#include "called.h"
#include "fixture.h"
#include "session.h"

#include "casework/undo.h"

#include <string.h>

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static enum status set(struct workplace *w, struct person_id p, int64_t ver, const char *place)
{
	struct wishes x = wishes_blank;

	x.person = p;
	x.ver = ver;
	x.place = place;
	x.plan_made = SAID_YES;
	return casework_set_wishes(w->session, &x);
}

static void wishes__are_written_read_and_taken_back(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct wishes_view v;

	assert_int_equal(casework_wishes(w->session, p, &w->arena, &v), OK);
	assert_true(wishes_empty(&v.wishes));
	assert_string_equal(v.set, "");
	assert_int_equal(set(w, p, v.wishes.ver, "at home"), OK);
	assert_int_equal(casework_wishes(w->session, p, &w->arena, &v), OK);
	assert_string_equal(v.wishes.place, "at home");
	assert_int_equal(v.wishes.plan_made, SAID_YES);
	assert_string_equal(v.set, "written down 23 Nov, Priya Shah");
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(casework_wishes(w->session, p, &w->arena, &v), OK);
	assert_true(wishes_empty(&v.wishes));
}

/* Each reading is a look of its own; writing is a change that says whose, and not what. */
static void wishes__leave_a_look_and_a_change_without_a_word_of_them(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct wishes_view v;
	int64_t looks = count(w, "SELECT count(*) FROM event WHERE kind = 'look' AND person = 1");

	assert_int_equal(casework_wishes(w->session, p, &w->arena, &v), OK);
	assert_int_equal(count(w, "SELECT count(*) FROM event WHERE kind = 'look' AND person = 1"),
	                 looks + 1);
	assert_int_equal(set(w, p, 0, "the hospice at the sea"), OK);
	assert_string_equal(store_text(w->session->store,
	                               "SELECT what FROM event ORDER BY id DESC LIMIT 1",
	                               &w->arena),
	                    "wishes of Carter, Jane 1981");
}

static void wishes__two_who_write_at_once__do_not_overwrite_each_other(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);

	assert_int_equal(set(w, p, 0, "at home"), OK);
	assert_int_equal(set(w, p, 0, "hospice"), E_CONFLICT);
	assert_string_equal(store_text(w->session->store, "SELECT place FROM wishes", &w->arena),
	                    "at home");
}

static void wishes__too_long_a_text__is_refused_and_nothing_is_kept(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	char text[400];

	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	assert_int_equal(set(w, p, 0, text), E_INVALID);
	assert_int_equal(count(w, "SELECT count(*) FROM wishes"), 0);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		TEST(wishes__are_written_read_and_taken_back),
		TEST(wishes__leave_a_look_and_a_change_without_a_word_of_them),
		TEST(wishes__two_who_write_at_once__do_not_overwrite_each_other),
		TEST(wishes__too_long_a_text__is_refused_and_nothing_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
