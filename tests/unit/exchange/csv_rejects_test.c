#include "exchange/csv_rejects.h"

#include "base/file.h"
#include "csv_text.h"
#include "model/columns.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena arena;

static int teardown(void **state)
{
	(void)state;
	arena_reset(&arena);
	return 0;
}

/* Every row of text refused for the reason given, as the file that comes of it. */
static struct str reject_all(struct str text, const char *reason)
{
	char folder[] = "/tmp/clew-rejects-XXXXXX";
	const char *path, *fault = "";
	const struct csv_row *row;
	struct csv_rejects *x;
	struct csv_reader *r;
	struct file_put *to;
	struct buf got = { 0 };
	struct str ret;
	int fd = csv_text_fd(text);

	assert_non_null(mkdtemp(folder));
	path = arena_printf(&arena, "%s/rejects.csv", folder);
	assert_int_equal(csv_open_fd(fd, NULL, &arena, &r, &fault), OK);
	assert_int_equal(file_put_open(path, FILE_KEEP_EXISTING, &arena, &to, &fault), OK);
	x = csv_rejects_open(to, r, &arena);
	while (csv_next(r, &row) == OK && row)
		csv_reject(x, row, str_of(row->refused ? "Too much." : reason));
	assert_string_equal(csv_fault(r), "");
	assert_int_equal(csv_rejects_end(x), OK);
	assert_int_equal(file_put_close(to, &arena, &fault), OK);
	csv_close(r);
	close(fd);
	assert_int_equal(file_read(path, 1 << 20, &got), OK);
	ret = str_of(arena_str(&arena, buf_str(&got)));
	buf_done(&got);
	unlink(path);
	rmdir(folder);
	return ret;
}

static void is(struct str got, const char *want)
{
	if (!str_is(got, want))
		fail_msg("want %s\ngot %s", want, got.at);
}

static void csv_reject__keeps_the_row_and_says_where_and_why(void **state)
{
	UNUSED_STATE;
	is(reject_all(STR("ref;surname\n\n1;\"O;Neill\"\n"), "No such person."),
	   "ref;surname;line;reason\r\n1;\"O;Neill\";3;No such person.\r\n");
}

static void csv_reject__loses_no_cell_for_which_there_is_no_column(void **state)
{
	UNUSED_STATE;
	is(reject_all(STR("ref,address\n1,2 High St, Kendal,x\n"), ""),
	   "ref,address,line,reason\r\n1,2 High St,2,Too much. Cells left over:  Kendal | x\r\n");
}

static void csv_reject__makes_formulas_harmless_but_once(void **state)
{
	UNUSED_STATE;
	is(reject_all(STR("a,b,c\n=1+1,'=1+1,''=1\n"), "No."),
	   "a,b,c,line,reason\r\n'=1+1,'=1+1,''=1,2,No.\r\n");
}

static void csv_rejects__of_rejects_have_one_line_and_reason(void **state)
{
	struct str first = reject_all(STR("a,b\n\n\n\n1,2\n"), "No.");

	UNUSED_STATE;
	is(reject_all(first, "Still no."), "a,b,line,reason\r\n1,2,2,Still no.\r\n");
}

static void csv_rejects__are_marked_for_spreadsheets_that_need_it(void **state)
{
	UNUSED_STATE;
	is(reject_all(STR("a\nZo\xEB\n"), "No."), "\xEF\xBB\xBF"
	                                          "a,line,reason\r\nZo\xC3\xAB,2,No.\r\n");
}

/* A reason of the table's own and that of the refusal are told apart. */
static void csv_rejects__can_be_imported_when_mended(void **state)
{
	struct str text = reject_all(STR("surname,reason\nWhitfield,Money\n"), "No.");
	struct csv_got g = csv_read_text(text, NULL, &arena);
	struct column_map map = columns_map(COLUMNS_PEOPLE, g.header.at, g.header.n, &arena);

	UNUSED_STATE;
	assert_true(csv_rejects_header(&g.header));
	assert_int_equal(map.unknown.n, 0);
	assert_int_equal(map.doubled.n, 0);
	assert_int_equal(map.missing_n, 0);
	assert_int_equal(map.cell[column_named(COLUMNS_PEOPLE, STR("reason"))], 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(csv_reject__keeps_the_row_and_says_where_and_why),
		cmocka_unit_test(csv_reject__loses_no_cell_for_which_there_is_no_column),
		cmocka_unit_test(csv_reject__makes_formulas_harmless_but_once),
		cmocka_unit_test(csv_rejects__of_rejects_have_one_line_and_reason),
		cmocka_unit_test(csv_rejects__are_marked_for_spreadsheets_that_need_it),
		cmocka_unit_test(csv_rejects__can_be_imported_when_mended),
	};

	return cmocka_run_group_tests(tests, NULL, teardown);
}
