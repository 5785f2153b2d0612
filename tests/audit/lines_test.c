/* T57: what stands in the record makes no line of its own, and no control character, in any log. */
#include "test.h"

#include "chain_made.h"
#include "dice.h"
#include "fixture.h"
#include "session.h"

#include "base/text.h"
#include "casework/audit.h"
#include "store/store.h"

#include "../../src/cli/cli.h"

#include <string.h>

static size_t lines_of(struct str text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++)
		n += text.at[i] == '\n';
	return n;
}

static void assert_plain(struct str text)
{
	while (text.n > 0) {
		struct str before = text;
		struct text_cell cell;

		if (*text.at == '\n') {
			text.at++;
			text.n--;
			continue;
		}
		assert_true(text_next_cell(&text, &cell));
		assert_int_equal(cell.n, text.at - before.at); /* nothing had to be escaped */
	}
}

static void log__of_hostile_texts__has_a_line_for_each(void **state)
{
	struct workplace *w = *state;
	struct dice d = dice_begin("hostile log");
	char show[] = "show", ref[] = "CL-000001";

	store_sql(w->session->store,
	          "INSERT INTO person (id, family_name, created_on) VALUES"
	          " (1, 'Ray' || char(10) || char(27) || '[2J', 1), (2, char(8238) || 'x', 1),"
	          " (3, 'May' || char(13), 1)");
	chain_make(w->session->store, &d, 400);
	for (int person = 1; person <= 3; person++) {
		char *argv[] = { show, ref };
		struct cli cli = { .session = w->session, .argc = 2, .argv = argv };
		struct log_page page;

		ref[8] = (char)('0' + person);
		assert_int_equal(casework_looks_at(w->session, (struct person_id){ person },
		                                   (struct log_from){ .limit = 500 }, &w->arena,
		                                   &page),
		                 OK);
		assert_true(page.n > 20);
		assert_int_equal(command_audit(&cli), OK);
		assert_int_equal(lines_of(buf_str(&cli.out)), page.n);
		assert_plain(buf_str(&cli.out));
		buf_done(&cli.out);
		arena_reset(&cli.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(log__of_hostile_texts__has_a_line_for_each,
		                                workplace_setup, workplace_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
