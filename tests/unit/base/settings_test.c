#include "base/settings.h"

#include "test.h"

#include <stdlib.h>

static struct arena arena;

static int bare(void **state)
{
	UNUSED_STATE;
	clearenv();
	return 0;
}

static int reset(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

static void settings_read__is_empty__in_a_bare_environment(void **state)
{
	struct settings s = settings_read(&arena);

	UNUSED_STATE;
	assert_string_equal(s.case_file, "");
	assert_string_equal(s.state_folder, "");
	assert_string_equal(s.home, "");
	assert_string_equal(s.login, "");
	assert_string_equal(s.term, "");
	assert_string_equal(s.editor, "");
	assert_false(s.no_color);
	assert_false(s.accessible);
	assert_false(s.remote);
}

static void settings_read__finds_the_case_file__below_home(void **state)
{
	struct settings s;

	UNUSED_STATE;
	setenv("HOME", "/home/ann", 1);
	s = settings_read(&arena);
	assert_string_equal(s.case_file, "/home/ann/.local/share/clew/clew.db");
	assert_string_equal(s.state_folder, "/home/ann/.local/state/clew");
	assert_string_equal(s.home, "/home/ann");
}

static void settings_read__prefers_the_xdg_folders(void **state)
{
	struct settings s;

	UNUSED_STATE;
	setenv("HOME", "/home/ann", 1);
	setenv("XDG_DATA_HOME", "/srv/data", 1);
	setenv("XDG_STATE_HOME", "/srv/state", 1);
	s = settings_read(&arena);
	assert_string_equal(s.case_file, "/srv/data/clew/clew.db");
	assert_string_equal(s.state_folder, "/srv/state/clew");
}

static void settings_read__ignores_relative_folders(void **state)
{
	struct settings s;

	UNUSED_STATE;
	setenv("HOME", "/home/ann", 1);
	setenv("XDG_DATA_HOME", "data", 1);
	setenv("XDG_STATE_HOME", "", 1);
	s = settings_read(&arena);
	assert_string_equal(s.case_file, "/home/ann/.local/share/clew/clew.db");
	assert_string_equal(s.state_folder, "/home/ann/.local/state/clew");
	setenv("HOME", "ann", 1);
	s = settings_read(&arena);
	assert_string_equal(s.case_file, "");
	assert_string_equal(s.home, "");
}

static void settings_read__takes_the_file_that_is_named(void **state)
{
	struct settings s;

	UNUSED_STATE;
	setenv("HOME", "/home/ann", 1);
	setenv("XDG_DATA_HOME", "/srv/data", 1);
	setenv("CLEW_FILE", "team.db", 1);
	s = settings_read(&arena);
	assert_string_equal(s.case_file, "team.db");
	setenv("CLEW_FILE", "", 1);
	s = settings_read(&arena);
	assert_string_equal(s.case_file, "/srv/data/clew/clew.db");
}

static void settings_read__outlives_the_environment(void **state)
{
	struct settings s;

	UNUSED_STATE;
	setenv("CLEW_LOGIN", "ann", 1);
	setenv("TERM", "xterm-256color", 1);
	setenv("EDITOR", "nano", 1);
	setenv("NO_COLOR", "1", 1);
	setenv("ACCESSIBLE", "0", 1);
	setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22", 1);
	s = settings_read(&arena);
	clearenv();
	assert_string_equal(s.login, "ann");
	assert_string_equal(s.term, "xterm-256color");
	assert_string_equal(s.editor, "nano");
	assert_true(s.no_color);
	assert_true(s.accessible);
	assert_true(s.remote);
}

static void settings_read__takes_empty_switches_for_off(void **state)
{
	struct settings s;

	UNUSED_STATE;
	setenv("NO_COLOR", "", 1);
	setenv("ACCESSIBLE", "", 1);
	setenv("SSH_CONNECTION", "", 1);
	s = settings_read(&arena);
	assert_false(s.no_color);
	assert_false(s.accessible);
	assert_false(s.remote);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(settings_read__is_empty__in_a_bare_environment,
		                                bare, reset),
		cmocka_unit_test_setup_teardown(settings_read__finds_the_case_file__below_home,
		                                bare, reset),
		cmocka_unit_test_setup_teardown(settings_read__prefers_the_xdg_folders, bare,
		                                reset),
		cmocka_unit_test_setup_teardown(settings_read__ignores_relative_folders, bare,
		                                reset),
		cmocka_unit_test_setup_teardown(settings_read__takes_the_file_that_is_named, bare,
		                                reset),
		cmocka_unit_test_setup_teardown(settings_read__outlives_the_environment, bare,
		                                reset),
		cmocka_unit_test_setup_teardown(settings_read__takes_empty_switches_for_off, bare,
		                                reset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
