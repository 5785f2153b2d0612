#include "exchange/csv_read.h"

#include "base/buf.h"
#include "csv_text.h"
#include "test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static struct arena arena;

static int teardown(void **state)
{
	(void)state;
	arena_reset(&arena);
	return 0;
}

static struct csv_got read_all(const char *text)
{
	return csv_read_text(str_of(text), NULL, &arena);
}

static void is(struct str cell, const char *text)
{
	assert_int_equal(cell.n, strlen(text));
	assert_memory_equal(cell.at, text, cell.n);
}

static void csv_read__gives_cells_and_the_line_a_row_begins_on(void **state)
{
	struct csv_got g =
		read_all("a,b,c\r\n1,\"two \"\"2\"\"\",3\n\n\r\n\"x\ny\r\nz\",,\"\"\rlast, b ,\tc");

	UNUSED_STATE;
	assert_int_equal(g.rc, OK);
	assert_int_equal(g.header.n, 3);
	assert_int_equal(g.header.line, 1);
	assert_int_equal(g.n, 3);
	is(g.at[0].at[1], "two \"2\"");
	assert_int_equal(g.at[0].line, 2);
	is(g.at[1].at[0], "x\ny\r\nz");
	is(g.at[1].at[1], "");
	assert_int_equal(g.at[1].line, 5);
	is(g.at[2].at[0], "last");
	is(g.at[2].at[1], " b ");
	is(g.at[2].at[2], "\tc");
	assert_int_equal(g.at[2].line, 8);
}

static void csv_read__counts_every_kind_of_line_end_once(void **state)
{
	static const char *const ends[] = { "\r", "\n", "\r\n" };
	char text[128];

	UNUSED_STATE;
	for (size_t i = 0; i < 3; i++) {
		const char *e = ends[i];
		struct csv_got g;

		snprintf(text, sizeof(text), "%sa,b%s%s1,\"p%sq\"%s%s2,3%s", e, e, e, e, e, e, e);
		g = read_all(text);
		assert_int_equal(g.rc, OK);
		assert_int_equal(g.header.line, 2);
		assert_int_equal(g.n, 2);
		assert_int_equal(g.at[0].line, 4);
		assert_int_equal(g.at[1].line, 7);
	}
}

static void csv_read__fills_short_rows_and_refuses_long_ones(void **state)
{
	struct csv_got g = read_all("a,b,c\n1\n1,2,3,,\n1,2,3,4\n,,\n\"\"\n5,6,7\n");

	UNUSED_STATE;
	assert_int_equal(g.rc, OK);
	assert_int_equal(g.n, 6);
	assert_int_equal(g.at[0].n, 3);
	assert_null(g.at[0].refused);
	assert_int_equal(g.at[1].n, 3);
	assert_null(g.at[1].refused);
	assert_non_null(g.at[2].refused);
	assert_int_equal(g.at[2].n, 4);
	assert_int_equal(g.at[2].column, 4);
	assert_true(g.at[3].blank);
	assert_true(g.at[4].blank);
	assert_false(g.at[5].blank);
	assert_null(g.at[5].refused);
}

/* T19: what, and the line that is to be named. "@" stands for a quotation mark. */
static const struct {
	const char *text;
	uint64_t line;
} mistakes[] = {
	{ "a,b@c\n", 1 },
	{ "a,b,c\n@1,2,3\n", 2 },
	{ "a,b,c\n1,@2,3\n4,5,6\n", 2 },
	{ "a,b,c\n1,2,@3\n4,5,6\n", 2 },
	{ "a,b,c\n1,2,3\n4,5,@6", 3 },
	{ "a,b,c\n1,2,3\n4,5,@", 3 },
	{ "a,b,c\n\n\n4,5,@6", 4 },
	{ "a,b,c\r\n\r\n\r\n4,5,@6", 4 },
	{ "a,b,c\r\r\r4,5,@6", 4 },
	{ "a,b,c\n1,b@c,3\n", 2 },
	{ "a,b,c\n1,2,3\n1,b@c,3\n", 3 },
	{ "a,b,c\n1,@b@c,3\n", 2 },
	{ "a,b,c\n1,@b@ ,3\n", 2 },
	{ "a,b,c\n1, @b@,3\n", 2 },
	{ "a,b,c\n1,@b@@,3\n", 2 },
	{ "a,b,c\n1,@@@b,3\n", 2 },
	{ "a,b,c\n1,@@b,3\n", 2 },
	{ "a,b,c\n1,@@ b,3\n", 2 },
	{ "a,b,c\n1,2,3@\n", 2 },
	{ "a,b,c\n1,2@,3\n", 2 },
	{ "a,b,c\n1@,2,3\n", 2 },
	{ "a,b,c\n@1@2@,2,3\n", 2 },
	{ "a,b,c\n@x\ny\nz@q,2,3\n", 2 },
	{ "a,b,c\n@x\ny\nz@,2,3@\n", 4 },
	{ "a,b,c\n@x\r\ny\r\nz@,2,3@\r\n", 4 },
	{ "a,b,c\n@x\ry\rz@,2,3@\r", 4 },
	{ "a,b,c\n@x\n\n\nz@,2,@3\n", 5 },
	{ "@a,b,c\n1,2,3\n", 1 },
	{ "@a@x,b,c\n1,2,3\n", 1 },
	{ "\n\n@a,b,c\n1,2,3\n", 3 },
	{ "a,b,c\n1,2,@3@@", 2 },
	{ "a,b,c\n1,2,@@@", 2 },
	{ "a,b,c\n@@@,2,3\n", 2 },
	{ "a,b,c\n1,5'6@,3\n", 2 },
	{ "a,b,c\n1,2,3\n1,2,3\n1,2,3\n1,2,3\n1,@2,3\n", 6 },
	{ "a,b,c\n@1@,@2@,@3@\n@4@,@5,@6@\n", 3 },
	{ "a,b,c\n@1@,@2@,@3@\n@4,@5@,@6@\n", 3 },
	{ "a,b,c\n@1@;@2@,@3@\n", 2 },
	{ "a,b,c\n@1@.@2@,@3@\n", 2 },
	{ "a,b,c\n@1@\t,2,3\n", 2 },
	{ "a,b,c\n1,@2@\v,3\n", 2 },
	{ "a,b,c\n1,@a said @hello@@,3\n", 2 },
	{ "a,b,c\n1,@a said @@hello@,3@\n", 2 },
	{ "a,b,c\n,,@\n", 2 },
	{ "a,b,c\n,,\n,@,\n", 3 },
	{ "a,b,c\n@\n\n\n\n\n", 2 },
	{ "a,b,c\n@\r\n\r\n", 2 },
	{ "a,b,c\n@\r\r\r\r", 2 },
	{ "a;b;c\n1;@2;3\n", 2 },
	{ "a\tb\tc\n1\t@2\t3\n", 2 },
	{ "a;b;c\n1;@2@3;3\n", 2 },
	{ "a\tb\tc\n1\t2@3\t3\n", 2 },
	{ "sep=;\na;b;c\n1;@2@3;3\n", 3 },
	{ "\xEF\xBB\xBF@a@,b,c\n1,@2@3,3\n", 2 },
	{ "a,b,c\n1,\xC3\xA9@2,3\n", 2 },
	{ "a,b,c\n1,@\xC3\xA9@\xC3\xA9,3\n", 2 },
	{ "a,b,c\n@x\n@@\ny@,2,3@\n", 4 },
	{ "a,b,c\n@x\n@@\ny@@,2,3\n", 2 },
	{ "a\n@", 2 },
	{ "a\nb@", 2 },
	{ "a\n@b@\nb@\n", 3 },
	{ "a\n@b\n@\nb\n@b\n", 5 },
};

static void t19__csv_read__names_the_line_of_every_quoting_mistake(void **state)
{
	char text[128];

	UNUSED_STATE;
	assert_true(sizeof(mistakes) / sizeof(mistakes[0]) >= 60);
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		struct csv_got g;
		char want[32];

		snprintf(text, sizeof(text), "%s", mistakes[i].text);
		for (char *at = text; *at; at++)
			*at = *at == '@' ? '"' : *at;
		g = read_all(text);
		snprintf(want, sizeof(want), "Line %ju:", (uintmax_t)mistakes[i].line);
		if (g.rc != E_INVALID || strncmp(g.fault, want, strlen(want)) != 0)
			fail_msg("mistake %zu: want %s, got %d %s", i, want, g.rc, g.fault);
	}
}

static void add_many(struct buf *b, size_t n, char c)
{
	char *run = test_malloc(n);

	memset(run, c, n);
	buf_add(b, (struct str){ run, n });
	test_free(run);
}

/* A cell of n bytes in the middle of its row, with quotes or without. */
static struct csv_got read_cell_of(size_t n, const char *quote)
{
	struct buf text = { 0 };
	struct csv_got g;

	buf_printf(&text, "a,b,c\n1,%s", quote);
	add_many(&text, n, 'x');
	buf_printf(&text, "%s,3\n4,5,6\n", quote);
	g = csv_read_text(buf_str(&text), NULL, &arena);
	buf_done(&text);
	return g;
}

static void t18__csv_read__holds_the_limit_of_a_cell(void **state)
{
	static const char *const quotes[] = { "", "\"" };

	UNUSED_STATE;
	for (size_t i = 0; i < 6; i++) {
		size_t n = CSV_CELL_LIMIT - 1 + i % 3;
		bool over = n > CSV_CELL_LIMIT;
		struct csv_got g = read_cell_of(n, quotes[i / 3]);

		assert_int_equal(g.rc, OK);
		assert_int_equal(g.n, 2);
		assert_int_equal(g.at[0].refused != NULL, over);
		assert_int_equal(g.at[0].at[1].n, over ? 0 : n);
		is(g.at[0].at[0], "1");
		is(g.at[0].at[2], "3");
		assert_int_equal(g.at[0].column, over ? 2 : 0);
		assert_null(g.at[1].refused);
		is(g.at[1].at[1], "5");
	}
}

static void t18__csv_read__counts_a_doubled_quote_in_a_cell_once(void **state)
{
	UNUSED_STATE;
	for (size_t more = 0; more < 2; more++) {
		struct buf text = { 0 };
		struct csv_got g;

		buf_puts(&text, "a\n\"");
		add_many(&text, 2 * (CSV_CELL_LIMIT + more), '"');
		buf_puts(&text, "\"\n");
		g = csv_read_text(buf_str(&text), NULL, &arena);
		buf_done(&text);
		assert_int_equal(g.rc, OK);
		assert_int_equal(g.at[0].refused != NULL, more > 0);
		assert_int_equal(g.at[0].at[0].n, more > 0 ? 0 : CSV_CELL_LIMIT);
	}
}

static void t18__csv_read__holds_the_limit_of_columns(void **state)
{
	static const size_t counts[] = { 199, 200, 201, 300, 20000 };

	UNUSED_STATE;
	for (size_t i = 0; i < 5; i++) {
		struct buf text = { 0 };
		struct csv_got g;

		for (size_t k = 0; k < 200; k++)
			buf_puts(&text, k < 199 ? "h," : "h\n");
		for (size_t k = 0; k < counts[i]; k++)
			buf_puts(&text, k + 1 < counts[i] ? "x," : "x\n");
		buf_puts(&text, "y,z\n");
		g = csv_read_text(buf_str(&text), NULL, &arena);
		buf_done(&text);
		assert_int_equal(g.rc, OK);
		assert_int_equal(g.header.n, 200);
		assert_int_equal(g.n, 2);
		assert_int_equal(g.at[0].refused != NULL, counts[i] > 200);
		assert_int_equal(g.at[0].n, 200);
		is(g.at[1].at[1], "z");
	}
}

static void t18__csv_read__refuses_a_header_of_more_columns(void **state)
{
	struct buf text = { 0 };
	struct csv_got g;

	UNUSED_STATE;
	for (size_t k = 0; k < 201; k++)
		buf_puts(&text, k < 200 ? "h," : "h\n");
	g = csv_read_text(buf_str(&text), NULL, &arena);
	buf_done(&text);
	assert_int_equal(g.rc, E_INVALID);
	assert_non_null(strstr(g.fault, "200"));
}

/* Reading on behind a cell of 64 MiB, and the end of patience at that many bytes in a row. */
static void t18__csv_read__holds_the_limit_of_a_row(void **state)
{
	const size_t room = CSV_ROW_LIMIT + 64;
	char *text = test_malloc(room);

	UNUSED_STATE;
	for (int over = -1; over <= 1; over++) {
		size_t n = (size_t)((int)CSV_ROW_LIMIT + over);
		struct csv_got g;

		memcpy(text, "a\n", 2);
		memset(text + 2, 'x', n);
		memcpy(text + 2 + n, "\nz\n", 3);
		g = csv_read_text((struct str){ text, n + 5 }, NULL, &arena);
		if (over > 0) {
			assert_int_equal(g.rc, E_INVALID);
			assert_true(str_starts(str_of(g.fault), "Line 2:"));
			continue;
		}
		assert_int_equal(g.rc, OK);
		assert_int_equal(g.n, 2);
		assert_non_null(g.at[0].refused);
		is(g.at[1].at[0], "z");
	}
	test_free(text);
}

static void t18__csv_read__refuses_a_file_over_four_gibibytes(void **state)
{
	int fd = csv_text_fd(STR("a,b\n"));
	struct csv_reader *r;
	const char *fault = "";

	UNUSED_STATE;
	assert_int_equal(ftruncate(fd, (off_t)CSV_FILE_LIMIT + 1), 0);
	assert_int_equal(csv_open_fd(fd, NULL, &arena, &r, &fault), E_INVALID);
	assert_non_null(strstr(fault, "4 GiB"));
	assert_int_equal(ftruncate(fd, (off_t)CSV_FILE_LIMIT), 0);
	assert_int_equal(csv_open_fd(fd, NULL, &arena, &r, &fault), E_INVALID);
	assert_null(strstr(fault, "4 GiB"));
	close(fd);
}

static void csv_open__has_a_sentence_for_what_is_no_file(void **state)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	char folder[] = "/tmp/clew-csv-XXXXXX", path[64];
	struct csv_reader *r = NULL;
	const char *fault = "";
	int fd;

	UNUSED_STATE;
	assert_non_null(mkdtemp(folder));
	assert_int_equal(csv_open(folder, NULL, &arena, &r, &fault), E_INVALID);
	assert_non_null(strstr(fault, "folder"));

	snprintf(path, sizeof(path), "%s/fifo", folder);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_int_equal(csv_open(path, NULL, &arena, &r, &fault), E_INVALID);
	assert_non_null(strstr(fault, "pipe"));
	unlink(path);

	snprintf(address.sun_path, sizeof(address.sun_path), "%s/socket", folder);
	fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof(address)), 0);
	assert_int_equal(csv_open(address.sun_path, NULL, &arena, &r, &fault), E_INVALID);
	assert_non_null(strstr(fault, "pipe"));
	close(fd);
	unlink(address.sun_path);

	assert_int_equal(csv_open("/dev/null", NULL, &arena, &r, &fault), E_INVALID);
	assert_non_null(strstr(fault, "device"));
	snprintf(path, sizeof(path), "%s/none.csv", folder);
	assert_int_equal(csv_open(path, NULL, &arena, &r, &fault), E_NOT_FOUND);
	fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0);
	close(fd);
	if (geteuid() != 0) {
		assert_int_equal(csv_open(path, NULL, &arena, &r, &fault), E_IO);
		assert_non_null(strstr(fault, "leave"));
	}
	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(csv_open(path, NULL, &arena, &r, &fault), E_INVALID);
	assert_non_null(strstr(fault, "empty"));
	assert_null(r);
	unlink(path);
	rmdir(folder);
}

static void csv_open__wants_a_header(void **state)
{
	static const char *const texts[] = { "\n",     "\r\n\r\n", "\xEF\xBB\xBF", " , ,\n1,2,3\n",
		                             "\"\"\n", "sep=;\n" };

	UNUSED_STATE;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct csv_got g = read_all(texts[i]);

		assert_int_equal(g.rc, E_INVALID);
		assert_non_null(strstr(g.fault, "column names"));
	}
}

static void csv_next__keeps_its_failure(void **state)
{
	int fd = csv_text_fd(STR("a,b\n1,2\n1,x\"\n3,4\n"));
	const struct csv_row *row;
	struct csv_reader *r;
	const char *fault;

	UNUSED_STATE;
	assert_int_equal(csv_open_fd(fd, NULL, &arena, &r, &fault), OK);
	assert_int_equal(csv_next(r, &row), OK);
	assert_int_equal(csv_next(r, &row), E_INVALID);
	assert_int_equal(csv_next(r, &row), E_INVALID);
	assert_int_equal(csv_fault_line(r), 3);
	csv_close(r);
	close(fd);
}

/* Rows, quotes and line ends on every side of the window's edge. */
static void csv_read__is_the_same_wherever_the_window_ends(void **state)
{
	UNUSED_STATE;
	for (size_t pad = 65500; pad < 65540; pad++) {
		struct buf text = { 0 };
		struct csv_got g;

		buf_puts(&text, "a,b,c\r\n");
		add_many(&text, pad, '\n');
		buf_puts(&text, "1,\"p\"\"q\r\n\xC3\xA9\",\"\"\r\n4,5,6\r\n");
		g = csv_read_text(buf_str(&text), NULL, &arena);
		buf_done(&text);
		assert_int_equal(g.rc, OK);
		assert_int_equal(g.n, 2);
		is(g.at[0].at[1], "p\"q\r\n\xC3\xA9");
		is(g.at[0].at[2], "");
		assert_int_equal(g.at[0].line, pad + 2);
		assert_int_equal(g.at[1].line, pad + 4);
		arena_reset(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(csv_read__gives_cells_and_the_line_a_row_begins_on),
		cmocka_unit_test(csv_read__counts_every_kind_of_line_end_once),
		cmocka_unit_test(csv_read__fills_short_rows_and_refuses_long_ones),
		cmocka_unit_test(t19__csv_read__names_the_line_of_every_quoting_mistake),
		cmocka_unit_test(t18__csv_read__holds_the_limit_of_a_cell),
		cmocka_unit_test(t18__csv_read__counts_a_doubled_quote_in_a_cell_once),
		cmocka_unit_test(t18__csv_read__holds_the_limit_of_columns),
		cmocka_unit_test(t18__csv_read__refuses_a_header_of_more_columns),
		cmocka_unit_test(t18__csv_read__holds_the_limit_of_a_row),
		cmocka_unit_test(t18__csv_read__refuses_a_file_over_four_gibibytes),
		cmocka_unit_test(csv_open__has_a_sentence_for_what_is_no_file),
		cmocka_unit_test(csv_open__wants_a_header),
		cmocka_unit_test(csv_next__keeps_its_failure),
		cmocka_unit_test(csv_read__is_the_same_wherever_the_window_ends),
	};

	return cmocka_run_group_tests(tests, NULL, teardown);
}
