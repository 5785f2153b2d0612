#include "test.h"

#include "fixture.h"
#include "golden.h"
#include "jane.h"
#include "jane_months.h"

#include "cli.h"

#include "base/text.h"

#include <string.h>

static enum status show(struct workplace *w, const char *ref, struct cli *cli)
{
	static char *argv[1];

	argv[0] = arena_strdup(&w->arena, ref);
	*cli = (struct cli){ .session = w->session, .argc = 1, .argv = argv };
	return command_show(cli);
}

static void done(struct cli *cli)
{
	buf_done(&cli->out);
	arena_reset(&cli->arena);
}

static void no_line_is_wider(struct str text, size_t width)
{
	struct str line;

	while (str_cut(&text, '\n', &line))
		assert_in_range(text_width(line), 0, width);
}

static void show__prints_the_record_in_narrow_lines(void **state)
{
	struct workplace *w = *state;
	struct cli cli;

	jane_after_months(w);
	assert_int_equal(show(w, "CL-000001", &cli), OK);
	golden_check("show-jane", buf_text(&cli.out));
	no_line_is_wider(buf_str(&cli.out), 78);
	done(&cli);
}

static void show__names_what_is_worth_a_second_look(void **state)
{
	struct workplace *w = *state;
	struct cli cli;

	jane_after_months(w);
	store_sql(w->session->store, "UPDATE person SET diagnosed_on = 20790");
	assert_int_equal(show(w, "1", &cli), OK);
	assert_non_null(strstr(buf_text(&cli.out), "WORTH A SECOND LOOK"));
	assert_non_null(
		strstr(buf_text(&cli.out), "  That day is before they were diagnosed, on "));
	done(&cli);
}

static void show__has_all_of_the_plan(void **state)
{
	struct workplace *w = *state;
	struct cli cli;

	jane_after_months(w);
	store_sql(w->session->store, "UPDATE plan SET strengths = 'Rosa comes on Sundays'");
	assert_int_equal(show(w, "CL-000001", &cli), OK);
	assert_non_null(strstr(buf_text(&cli.out), "  Strengths\n    Rosa comes on Sundays\n"));
	assert_non_null(strstr(buf_text(&cli.out), "  What happens\n    Work or study: "));
	done(&cli);
}

static void show__keeps_long_words_and_control_characters_harmless(void **state)
{
	struct workplace *w = *state;
	struct cli cli;

	jane_after_months(w);
	store_sql(w->session->store,
	          "UPDATE person SET matters = replace(hex(zeroblob(100)), '00', 'x')"
	          " || char(27) || '[2J', family_name = 'Łukaszewicz-' || char(8238) || 'Đặng'");
	assert_int_equal(show(w, "1", &cli), OK);
	no_line_is_wider(buf_str(&cli.out), 78);
	assert_null(memchr(buf_text(&cli.out), 27, cli.out.n));
	done(&cli);
}

static void show__says_when_there_is_no_such_record(void **state)
{
	struct workplace *w = *state;
	struct cli cli;

	assert_int_equal(show(w, "CL-000009", &cli), E_NOT_FOUND);
	assert_string_equal(session_fault(w->session), "There is no record CL-000009 here.");
	done(&cli);
	assert_int_equal(show(w, "Carter", &cli), E_USAGE);
	done(&cli);
}

static void show__is_refused_to_volunteers_and_shows_nothing(void **state)
{
	struct workplace *w = *state;
	struct cli cli;

	jane_received(w);
	workplace_as(w, "mary");
	assert_int_equal(show(w, "CL-000001", &cli), E_DENIED);
	assert_int_equal(cli.out.n, 0);
	done(&cli);
}

#define WORKPLACE_TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WORKPLACE_TEST(show__prints_the_record_in_narrow_lines),
		WORKPLACE_TEST(show__names_what_is_worth_a_second_look),
		WORKPLACE_TEST(show__has_all_of_the_plan),
		WORKPLACE_TEST(show__keeps_long_words_and_control_characters_harmless),
		WORKPLACE_TEST(show__says_when_there_is_no_such_record),
		WORKPLACE_TEST(show__is_refused_to_volunteers_and_shows_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
