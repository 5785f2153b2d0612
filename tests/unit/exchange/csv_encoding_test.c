#include "base/buf.h"
#include "csv_text.h"
#include "exchange/csv_read.h"
#include "model/columns.h"
#include "test.h"

#include <string.h>

static struct arena arena;

static int teardown(void **state)
{
	(void)state;
	arena_reset(&arena);
	return 0;
}

/* Bytes with NULs among them. */
#define BYTES(literal)                               \
	{                                            \
		("" literal ""), sizeof(literal) - 1 \
	}

#define BOM8 "\xEF\xBB\xBF"

/* T20: what is read, as what, and the one cell below the header "a"; or what is refused, and why. */
static const struct {
	struct str bytes;
	enum csv_encoding encoding;
	const char *cell; /* NULL: refused */
	const char *fault;
} files[] = {
	{ BYTES("a\nplain\n"), CSV_UTF8, "plain", NULL },
	{ BYTES("a\nZo\xC3\xAB\n"), CSV_UTF8, "Zo\xC3\xAB", NULL },
	{ BYTES("a\n\xE7\x94\xB0\xE4\xB8\xAD\n"), CSV_UTF8, "\xE7\x94\xB0\xE4\xB8\xAD", NULL },
	{ BYTES("a\n\xF0\x9F\x98\x80\n"), CSV_UTF8, "\xF0\x9F\x98\x80", NULL },
	{ BYTES("a\n\xED\x9F\xBF\n"), CSV_UTF8, "\xED\x9F\xBF", NULL },
	{ BYTES("a\n\xF4\x8F\xBF\xBF\n"), CSV_UTF8, "\xF4\x8F\xBF\xBF", NULL },
	{ BYTES("a\n\xC2\x80\n"), CSV_UTF8, "\xC2\x80", NULL },
	{ BYTES(BOM8 "a\nplain\n"), CSV_UTF8, "plain", NULL },
	{ BYTES(BOM8 "\"a\"\n\"Zo\xC3\xAB\"\n"), CSV_UTF8, "Zo\xC3\xAB", NULL },
	{ BYTES(BOM8 "a\n" BOM8 "x\n"), CSV_UTF8, BOM8 "x", NULL },
	{ BYTES("a\nZo\xEB\n"), CSV_WINDOWS_1252, "Zo\xC3\xAB", NULL },
	{ BYTES("a\n\x80\n"), CSV_WINDOWS_1252, "\xE2\x82\xAC", NULL },
	{ BYTES("a\n\xA3"
	        "12\n"),
	  CSV_WINDOWS_1252,
	  "\xC2\xA3"
	  "12",
	  NULL },
	{ BYTES("a\nO\x92Neill\n"), CSV_WINDOWS_1252, "O\xE2\x80\x99Neill", NULL },
	{ BYTES("a\n\x93hi\x94\n"), CSV_WINDOWS_1252, "\xE2\x80\x9Chi\xE2\x80\x9D", NULL },
	{ BYTES("a\nx\x96y\n"), CSV_WINDOWS_1252, "x\xE2\x80\x93y", NULL },
	{ BYTES("a\n\x8E\x9E\x9F\n"), CSV_WINDOWS_1252, "\xC5\xBD\xC5\xBE\xC5\xB8", NULL },
	{ BYTES("a\n\xFF\n"), CSV_WINDOWS_1252, "\xC3\xBF", NULL },
	{ BYTES("a\nSi\xE2n"), CSV_WINDOWS_1252, "Si\xC3\xA2n", NULL },
	{ BYTES("a\nSi\xE2"), CSV_WINDOWS_1252, "Si\xC3\xA2", NULL },
	{ BYTES("\xFF\xFE"
	        "a\0\n\0x\0\n\0"),
	  CSV_UTF16_LE, "x", NULL },
	{ BYTES("\xFE\xFF"
	        "\0a\0\n\0x\0\n"),
	  CSV_UTF16_BE, "x", NULL },
	{ BYTES("\xFF\xFE"
	        "a\0\r\0\n\0\xEB\0\r\0\n\0"),
	  CSV_UTF16_LE, "\xC3\xAB", NULL },
	{ BYTES("\xFE\xFF"
	        "\0a\0\r\0\n\x75\x30"),
	  CSV_UTF16_BE, "\xE7\x94\xB0", NULL },
	{ BYTES("\xFF\xFE"
	        "a\0\n\0\x3D\xD8\x00\xDE"),
	  CSV_UTF16_LE, "\xF0\x9F\x98\x80", NULL },
	{ BYTES("\xFE\xFF"
	        "\0a\0\n\xD8\x3D\xDE\x00\0\n"),
	  CSV_UTF16_BE, "\xF0\x9F\x98\x80", NULL },
	{ BYTES("\xFF\xFE"
	        "a\0\n\0\x0A\x0A\n\0"),
	  CSV_UTF16_LE, "\xE0\xA8\x8A", NULL },
	{ BYTES("a\0\n\0x\0\n\0"), CSV_SNIFF, NULL, "UTF-16 without" },
	{ BYTES("\0a\0\n\0x\0\n"), CSV_SNIFF, NULL, "UTF-16 without" },
	{ BYTES("a\n\0\n"), CSV_SNIFF, NULL, "Line 2: there is a NUL" },
	{ BYTES("a\nx\ny\nzzzzzzzz\0\n"), CSV_SNIFF, NULL, "Line 4: there is a NUL" },
	{ BYTES("a\nx\xEB\ny\nzzzzzzzz\0\n"), CSV_SNIFF, NULL, "Line 4: there is a NUL" },
	{ BYTES("\xFF\xFE"
	        "a\0\r\0\n\0x\0\n\0\0\0"),
	  CSV_SNIFF, NULL, "Line 3: there is a NUL" },
	{ BYTES("a\nZo\xC3\xAB\nZo\xEB\n"), CSV_SNIFF, NULL, "Line 3: what stands there (byte 9 " },
	{ BYTES("a\nZo\xEB\nZo\xC3\xAB\n"), CSV_SNIFF, NULL, "Line 2: what stands there (byte 4 " },
	{ BYTES(BOM8 "a\nZo\xEB\n"), CSV_SNIFF, NULL, "Line 2: what stands there (byte 7 " },
	{ BYTES(BOM8 "a\n\xC0\xAF\n"), CSV_SNIFF, NULL, "Line 2: what stands there (byte 5 " },
	{ BYTES(BOM8 "a\n\xED\xA0\x80\n"), CSV_SNIFF, NULL, "Line 2: what stands there (byte 5 " },
	{ BYTES(BOM8 "a\n\xF4\x90\x80\x80\n"), CSV_SNIFF, NULL, "Line 2: what stands there" },
	{ BYTES(BOM8 "a\nx\xC3"), CSV_SNIFF, NULL, "Line 2: what stands there (byte 6 " },
	{ BYTES("a\nx\n\x81\n"), CSV_SNIFF, NULL, "Line 3: what stands there (byte 4 " },
	{ BYTES("a\n\xE9\n\n\x9D\n"), CSV_SNIFF, NULL, "Line 4: what stands there (byte 5 " },
	{ BYTES("\xFF\xFE"
	        "a\0\n\0\x3D\xD8\n\0"),
	  CSV_SNIFF, NULL, "Line 2: what stands there" },
	{ BYTES("\xFF\xFE"
	        "a\0\n\0\x00\xDE\n\0"),
	  CSV_SNIFF, NULL, "Line 2: what stands there" },
	{ BYTES("\xFF\xFE"
	        "a\0\n\0\x3D\xD8"),
	  CSV_SNIFF, NULL, "Line 2: what stands there" },
	{ BYTES("\xFF\xFE"
	        "a\0\n\0x"),
	  CSV_SNIFF, NULL, "Line 2: what stands there" },
};

static void t20__csv_open__knows_encodings_or_says_where_not(void **state)
{
	UNUSED_STATE;
	assert_true(COUNT_OF(files) >= 40);
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		struct csv_got g = csv_read_text(files[i].bytes, NULL, &arena);

		if (!files[i].cell) {
			if (g.rc != E_INVALID || !strstr(g.fault, files[i].fault))
				fail_msg("file %zu: %d %s", i, g.rc, g.fault);
			continue;
		}
		if (g.rc != OK || g.n != 1)
			fail_msg("file %zu: %d %s", i, g.rc, g.fault);
		assert_int_equal(g.encoding, files[i].encoding);
		assert_true(str_is(g.header.at[0], "a"));
		if (!str_is(g.at[0].at[0], files[i].cell))
			fail_msg("file %zu gave %.*s", i, (int)g.at[0].at[0].n, g.at[0].at[0].at);
	}
}

static void csv_open__takes_the_encoding_it_is_told(void **state)
{
	struct csv_options windows = { .encoding = CSV_WINDOWS_1252 };
	struct csv_options utf8 = { .encoding = CSV_UTF8 };
	struct csv_got g;

	UNUSED_STATE;
	g = csv_read_text(STR("a\nZo\xC3\xAB\n"), &windows, &arena);
	assert_int_equal(g.rc, OK);
	assert_true(str_is(g.at[0].at[0], "Zo\xC3\x83\xC2\xAB"));
	g = csv_read_text(STR("a\nZo\xEB\n"), &utf8, &arena);
	assert_int_equal(g.rc, E_INVALID);
}

/* A mistake behind many windows is found before the first row is given. */
static void csv_open__finds_what_is_wrong_far_down(void **state)
{
	static const char *const wrong[] = { "\xC3\xA9\xEB", "x", "" };
	const size_t lines = 100000;

	UNUSED_STATE;
	for (size_t i = 0; i < 3; i++) {
		struct buf text = { 0 };
		struct csv_got g;

		buf_puts(&text, "a\n");
		for (size_t k = 0; k < lines; k++)
			buf_puts(&text, "abc\r\n");
		buf_puts(&text, wrong[i]);
		buf_putc(&text, i == 1 ? '\0' : '\n');
		g = csv_read_text(buf_str(&text), NULL, &arena);
		buf_done(&text);
		assert_int_equal(g.rc, i < 2 ? E_INVALID : OK);
		assert_int_equal(g.n, i < 2 ? 0 : lines);
		if (i < 2)
			assert_true(str_starts(str_of(g.fault), "Line 100002:"));
	}
}

static bool known_person(struct str name, const void *about)
{
	(void)about;
	return column_meant(COLUMNS_PEOPLE, name) >= 0;
}

/* T21: the separator that is found, how many columns, and 0 where the user is to say. */
static const struct {
	const char *header;
	char separator;
	size_t columns;
} separators[] = {
	{ "ref,surname,phone", ',', 3 },
	{ "ref;surname;phone", ';', 3 },
	{ "ref\tsurname\tphone", '\t', 3 },
	{ "surname", ',', 1 },
	{ "\"surname\"", ',', 1 },
	{ "\"Surname, first name\";DOB", ';', 2 },
	{ "\"Surname; first name\",DOB", ',', 2 },
	{ "\"a;b;c;d\"\tDOB", '\t', 2 },
	{ "\"a\"\"b;\";DOB", ';', 2 },
	{ "\"a\nb,c\";DOB", ';', 2 },
	{ "Surname;DOB;Address, first line;Phone", ';', 4 },
	{ "Surname,DOB,Address; first line,Phone", ',', 4 },
	{ "Surname\tDOB\tAddress; first line\tPhone", '\t', 4 },
	{ "Surname\tDOB\tAddress, town; county\tPhone", '\t', 4 },
	{ "Wibble;wobble,wubble", 0, 0 },
	{ "Wibble\twobble,wubble", 0, 0 },
	{ "surname;x,phone", 0, 0 },
	{ "sep=;\r\nsurname;x,phone", ';', 2 },
	{ "sep=,\r\nsurname;x,phone", ',', 2 },
	{ "sep=\t\nsurname\tphone", '\t', 2 },
	{ "\n\nsurname;phone", ';', 2 },
	{ ";;surname", ';', 3 },
};

static void t21__csv_open__finds_the_separator_or_asks(void **state)
{
	struct csv_options options = { .known = known_person };

	UNUSED_STATE;
	assert_true(COUNT_OF(separators) >= 20);
	for (size_t i = 0; i < COUNT_OF(separators); i++) {
		const char *text = arena_printf(&arena, "%s\r\nx\r\n", separators[i].header);
		struct csv_got g = csv_read_text(str_of(text), &options, &arena);

		if (!separators[i].separator) {
			assert_int_equal(g.rc, E_INVALID);
			assert_non_null(strstr(g.fault, "Say which"));
			continue;
		}
		if (g.rc != OK || g.separator != separators[i].separator ||
		    g.header.n != separators[i].columns)
			fail_msg("header %zu: %d %s", i, g.rc, g.fault);
	}
}

static void csv_open__takes_the_separator_it_is_told(void **state)
{
	struct csv_options options = { .separator = ';' };
	struct csv_got g;

	UNUSED_STATE;
	g = csv_read_text(STR("a,b;c\n1,2;3\n"), &options, &arena);
	assert_int_equal(g.rc, OK);
	assert_int_equal(g.header.n, 2);
	assert_true(str_is(g.at[0].at[0], "1,2"));
	g = csv_read_text(STR("a,b;c\n1,2;3\n"), NULL, &arena);
	assert_int_equal(g.rc, E_INVALID);
	assert_non_null(strstr(g.fault, "commas"));
	assert_non_null(strstr(g.fault, "semicolons"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(t20__csv_open__knows_encodings_or_says_where_not),
		cmocka_unit_test(csv_open__takes_the_encoding_it_is_told),
		cmocka_unit_test(csv_open__finds_what_is_wrong_far_down),
		cmocka_unit_test(t21__csv_open__finds_the_separator_or_asks),
		cmocka_unit_test(csv_open__takes_the_separator_it_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, teardown);
}
