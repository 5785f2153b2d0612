#include "test.h"

#include "fixture.h"
#include "stage.h"

#include "screens.h"

static void settings__looks_like_this(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &settings_screen });

	stage_golden(st, "settings");
	stage_close(st);
}

/* Found from anywhere, changed, and it holds at once: here for the lock itself. */
static void settings__a_shorter_limit_locks_sooner(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });

	stage_keys(st, "g a");
	stage_shows(st, "Settings");
	stage_visit(st, &(struct visit){ .where = &settings_screen });
	stage_keys(st, "Ctrl-U 2 Ctrl-S");
	stage_shows(st, "Saved: one setting.");
	assert_string_equal(stage_place(st), "admin");
	assert_int_equal(w->session->service.idle_staff, 2);
	stage_passes(st, 2 * 60000);
	stage_tick(st);
	stage_shows(st, "Locked. Your work is kept.");
	stage_keys(st, "Enter");
	stage_close(st);
}

static void settings__what_cannot_be_says_its_bounds_and_saves_nothing(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &settings_screen });

	stage_keys(st, "Ctrl-U 9 9 Ctrl-S");
	assert_string_equal(stage_place(st), "settings");
	stage_shows(st, "A number from 1 to 15.");
	assert_int_equal(w->session->service.idle_staff, 5);
	stage_close(st);
}

static void settings__without_a_fresh_passphrase_it_is_asked_for(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &settings_screen });

	w->session->proved_at = 0;
	stage_keys(st, "Ctrl-U 3 Ctrl-S");
	assert_string_equal(stage_place(st), "proof");
	assert_int_equal(w->session->service.idle_staff, 5);
	stage_close(st);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(settings__looks_like_this),
		TEST(settings__a_shorter_limit_locks_sooner),
		TEST(settings__what_cannot_be_says_its_bounds_and_saves_nothing),
		TEST(settings__without_a_fresh_passphrase_it_is_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
