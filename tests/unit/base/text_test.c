#include "base/text.h"

#include "base/buf.h"

#include "test.h"

#include <locale.h>
#include <string.h>
#include <time.h>
#include <utf8proc.h>

static int in_utf8(void **state)
{
	UNUSED_STATE;
	return setlocale(LC_ALL, "C.UTF-8") ? 0 : -1;
}

/* What may never reach a screen, written apart from the code under test. */
static bool harmful(char32_t c)
{
	static const char32_t ranges[][2] = {
		{ 0x00, 0x1F },     { 0x7F, 0x9F },       { 0xAD, 0xAD },        { 0x34F, 0x34F },
		{ 0x600, 0x605 },   { 0x61C, 0x61C },     { 0x6DD, 0x6DD },      { 0x115F, 0x1160 },
		{ 0x17B4, 0x17B5 }, { 0x180B, 0x180F },   { 0x200B, 0x200F },    { 0x2028, 0x202E },
		{ 0x2060, 0x206F }, { 0x2800, 0x2800 },   { 0x3164, 0x3164 },    { 0xD800, 0xF8FF },
		{ 0xFE00, 0xFE0F }, { 0xFEFF, 0xFEFF },   { 0xFFA0, 0xFFA0 },    { 0xFFF0, 0xFFFB },
		{ 0xFFFE, 0xFFFF }, { 0x1D173, 0x1D17A }, { 0xE0000, 0x10FFFF },
	};

	for (size_t i = 0; i < COUNT_OF(ranges); i++)
		if (c >= ranges[i][0] && c <= ranges[i][1])
			return true;
	return c >= TEXT_INVALID;
}

/* Every character where there are any, and a sample of the empty planes. */
static char32_t next_char(char32_t c)
{
	bool empty = (c > 0x32000 && c < 0xE0000) || c > 0xE0FFF;

	return c + (empty ? 101 : 1);
}

/* Shows s cell by cell; each must be clean, and as wide as it claims by utf8proc's own count. */
static void check_cells(struct str s)
{
	size_t width = 0, before = text_width(s), len;
	struct text_cell cell;

	while (s.n > 0) {
		size_t left = s.n, marks = 0, columns = 0;

		assert_true(text_next_cell(&s, &cell));
		assert_true(s.n < left);
		assert_in_range(cell.n, 1, 24);
		for (size_t i = 0; i < cell.n; i += len) {
			char32_t c = text_decode((struct str){ cell.at + i, cell.n - i }, &len);
			utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);

			assert_false(harmful(c));
			if (category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME)
				marks++;
			else if (category == UTF8PROC_CATEGORY_MC)
				columns += 1;
			else
				columns += (size_t)utf8proc_charwidth((utf8proc_int32_t)c);
		}
		assert_true(marks <= 2);
		assert_int_equal(cell.width, columns);
		width += cell.width;
	}
	assert_false(text_next_cell(&s, &cell));
	assert_int_equal(width, before);
}

static const char *safe(const char *text, struct arena *a)
{
	return text_safe(str_of(text), a);
}

static void text_decode__gives_back_every_character(void **state)
{
	char bytes[4];
	size_t len, n;

	UNUSED_STATE;
	for (char32_t c = 0; c < 0x110000; c++) {
		n = text_encode(c, bytes);
		assert_int_equal(n == 0, c >= 0xD800 && c <= 0xDFFF);
		if (n == 0)
			continue;
		assert_int_equal(text_decode((struct str){ bytes, n }, &len), c);
		assert_int_equal(len, n);
	}
	assert_int_equal(text_encode(0x110000, bytes), 0);
}

/* Truncated, overlong, surrogates, beyond the end, a lone continuation. */
static const char *const broken[] = {
	"\xC3",
	"\xE2\x82",
	"\xF0\x9F\x98",
	"\xC0\x80",
	"\xC1\xBF",
	"\xE0\x80\x80",
	"\xF0\x80\x80\x80",
	"\xED\xA0\x80",
	"\xED\xBF\xBF",
	"\xF4\x90\x80\x80",
	"\xF8\x88\x80",
	"\xFE",
	"\xFF",
	"\x80",
	"\xBF",
	"\xC3(",
	"\xE2(\xA1",
	"\xF0\x28\x8C\xBC",
	"\x9B"
	"31m",
	"\x9D"
	"0;x\x9C",
};

static void text_decode__skips_nothing__in_broken_bytes(void **state)
{
	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(broken); i++) {
		struct str s = str_of(broken[i]);
		size_t len, bad = 99;

		assert_int_equal(text_decode(s, &len), TEXT_INVALID + (unsigned char)s.at[0]);
		assert_int_equal(len, 1);
		assert_false(text_valid(s, &bad));
		assert_int_equal(bad, 0);
		check_cells(s);
	}
}

static void text_valid__says_where(void **state)
{
	size_t bad = 99;

	UNUSED_STATE;
	assert_true(text_valid(STR(""), &bad));
	assert_true(text_valid(STR("Zo\u00EB \U0001F600"), &bad));
	assert_int_equal(bad, 99);
	assert_false(text_valid(STR("Zo\u00EB\xE2\x82"), &bad));
	assert_int_equal(bad, 4);
	assert_false(text_valid(STR("ab\0c"), &bad));
	assert_int_equal(bad, 2);
}

static void text_next_cell__is_safe__for_every_character(void **state)
{
	char bytes[12];

	UNUSED_STATE;
	for (char32_t c = 0; c < 0x110000; c = next_char(c)) {
		size_t n = text_encode(c, bytes);

		if (n == 0)
			continue;
		check_cells((struct str){ bytes, n });
		bytes[n] = 'x'; /* in company: after a letter and a mark */
		check_cells((struct str){ bytes, n + 1 });
		memmove(bytes + 3, bytes, n);
		memcpy(bytes, "e\u0301", 3);
		check_cells((struct str){ bytes, n + 3 });
	}
}

static void text_next_cell__is_safe__for_every_pair_of_bytes(void **state)
{
	UNUSED_STATE;
	for (int first = 0; first < 256; first++) {
		for (int second = 0; second < 256; second++) {
			char bytes[] = { (char)first, (char)second, 'm' };

			check_cells((struct str){ bytes, 1 });
			check_cells((struct str){ bytes, 3 });
		}
	}
}

static void text_safe__shows_what_would_act_or_hide(void **state)
{
	static const char *const shown[][2] = {
		{ "\x1B[31mred", "<U+001B>[31mred" },
		{ "\x1B]52;c;eA==\a", "<U+001B>]52;c;eA==<U+0007>" },
		{ "a\rb\bc\x7F", "a<U+000D>b<U+0008>c<U+007F>" },
		{ "\xC2\x9B"
		  "31m",
		  "<U+009B>31m" },
		{ "\x9B"
		  "31m",
		  "<9B>31m" },
		{ "a\u202Eb\u2066c\u061C", "a<U+202E>b<U+2066>c<U+061C>" },
		{ "a\u200Bb\uFEFF", "a<U+200B>b<U+FEFF>" },
		{ "\U0001F469\u200D\U0001F467", "\U0001F469<U+200D>\U0001F467" },
		{ "\u2764\uFE0F", "\u2764<U+FE0F>" },
		{ "\U000E0041", "<U+E0041>" },
		{ "\u0301a", "<U+0301>a" },
		{ "e\u0301\u0302\u0303\u0304", "e\u0301\u0302<U+0303><U+0304>" },
		{ "\u0378\uE000\uFFFF", "<U+0378><U+E000><U+FFFF>" },
		{ "%n%s%x", "%n%s%x" },
	};
	struct arena a = { 0 };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(shown); i++) {
		assert_string_equal(safe(shown[i][0], &a), shown[i][1]);
		check_cells(str_of(shown[i][0]));
	}
	assert_string_equal(text_safe(STR("a\0b"), &a), "a<U+0000>b");
	arena_reset(&a);
}

static void text_safe__leaves_writing_alone(void **state)
{
	static const char *const same[] = {
		"Zo\u00EB O\u2019Neill-\u015Awi\u0105tek",
		"\u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD", /* Arabic, Hebrew */
		"\u0645\u064F\u062D\u064E\u0645\u0651",                    /* with its vowels */
		"\u0939\u093F\u0928\u094D\u0926\u0940",                    /* Hindi */
		"\u09AC\u09BE\u0982\u09B2\u09BE",                          /* Bengali */
		"\u65E5\u672C \uD55C\uAD6D",
		"\u00A345 \u2013 \u201Cok\u201D \u2026 \u20AC",
		"\U0001F600",
	};
	struct arena a = { 0 };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(same); i++)
		assert_string_equal(safe(same[i], &a), same[i]);
	arena_reset(&a);
}

static void text_safe__is_one_line(void **state)
{
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_string_equal(safe("a\nb\tc\r\nd\n", &a), "a b c d ");
	assert_string_equal(safe("", &a), "");
	assert_string_equal(safe("a\r", &a), "a<U+000D>");
	assert_string_equal(text_safe((struct str){ NULL, 0 }, &a), "");
	arena_reset(&a);
}

static void text_width__counts_columns(void **state)
{
	UNUSED_STATE;
	assert_int_equal(text_width(STR("")), 0);
	assert_int_equal(text_width(STR("Zo\u00EB")), 3);
	assert_int_equal(text_width(STR("Zoe\u0308")), 3);
	assert_int_equal(text_width(STR("\u65E5\u672C")), 4);
	assert_int_equal(text_width(STR("a\u202E")), 9);
	assert_int_equal(text_width(STR("\x9B")), 4);
}

static void text_width__is_the_same__in_the_c_locale(void **state)
{
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_non_null(setlocale(LC_ALL, "C"));
	assert_int_equal(text_width(STR("Zo\u00EB \u65E5e\u0301\u0301\u0301")), 4 + 2 + 1 + 8);
	assert_string_equal(safe("\u0645\u202E\xFF", &a), "\u0645<U+202E><FF>");
	assert_string_equal(text_fold(STR("ZO\u00CB"), &a), "zoe");
	assert_non_null(setlocale(LC_ALL, "C.UTF-8"));
	arena_reset(&a);
}

static void text__takes_long_hostile_text__in_its_stride(void **state)
{
	static const char *const pieces[] = { "\u0301",           "\u65E5", "\xFF",
		                              "\U0001F469\u200D", "\u202E", "e\u0301\u0301" };
	clock_t before = clock();

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(pieces); i++) {
		struct buf b = { 0 };

		while (b.n < 1024 * 1024)
			buf_puts(&b, pieces[i]);
		check_cells(buf_str(&b));
		buf_done(&b);
	}
	assert_true(clock() - before < 60 * CLOCKS_PER_SEC); /* it is linear, or far beyond this */
}

static void text_fold__finds_people_however_they_are_typed(void **state)
{
	static const char *const folded[][2] = {
		{ "Zo\u00CB", "zoe" },
		{ "Zoe\u0308", "zoe" },
		{ "O'Neill", "oneill" },
		{ "O\u2019NEILL", "oneill" },
		{ "O\u00B4Neill", "oneill" },
		{ "Smith-Jones", "smith jones" },
		{ "Smith \u2013  Jones", "smith jones" },
		{ "St. John", "st john" },
		{ "J.R. Hartley", "j r hartley" },
		{ "  Anne\tMarie\u00A0\r\n", "anne marie" },
		{ "STRA\u00DFE", "strasse" },
		{ "\u1E9E", "ss" },
		{ "\u00C6lfric \u00D8rsted \u0141ukasz", "aelfric orsted lukasz" },
		{ "\u01FD \u01FF", "ae o" },
		{ "\u0110\u1EE9c Nguy\u1EC5n", "duc nguyen" },
		{ "\u0130stanbul \u0131\u015F\u0131k", "istanbul isik" },
		{ "\u00DE\u00F3r \u00D0", "thor d" },
		{ "\uFB01nn \uFF21\uFF42", "finn ab" },
		{ "so\u00ADft ze\u200Bro \u202Ebidi", "soft zero bidi" },
		{ "a\x01z\xFF\xC3", "az" },
		{ "\u0645\u064F\u062D\u064E\u0645\u0651\u062F", "\u0645\u062D\u0645\u062F" },
		{ "-", "" },
		{ "", "" },
	};
	struct arena a = { 0 };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(folded); i++)
		assert_string_equal(text_fold(str_of(folded[i][0]), &a), folded[i][1]);
	arena_reset(&a);
}

static void text_fold__of_plain_ascii__keeps_what_is_read(void **state)
{
	char all[128], *at = all;
	struct arena a = { 0 };

	(void)state;
	for (char c = 1; c < 0x7f; c++)
		*at++ = c;
	*at++ = 0x7f;
	assert_string_equal(text_fold((struct str){ all, 127 }, &a),
	                    "!\"#$%&()*+, /0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_"
	                    "abcdefghijklmnopqrstuvwxyz{|}~");
	arena_reset(&a);
}

static void text_fold__is_stable__for_every_character(void **state)
{
	char bytes[4];
	size_t bad;

	UNUSED_STATE;
	for (char32_t c = 0; c < 0x110000; c = next_char(c)) {
		struct arena a = { 0 };
		const char *once = text_fold((struct str){ bytes, text_encode(c, bytes) }, &a);

		assert_string_equal(text_fold(str_of(once), &a), once);
		assert_true(text_valid(str_of(once), &bad));
		arena_reset(&a);
	}
}

static void text_holds__folds_the_haystack(void **state)
{
	UNUSED_STATE;
	assert_true(
		text_holds(STR("Chase the Caf\u00E9\u2019s blue-badge form"), "cafes blue badge"));
	assert_true(text_holds(STR("anything"), ""));
	assert_true(text_holds(STR(""), ""));
	assert_true(text_holds(STR(""), NULL));
	assert_false(text_holds(STR(""), "a"));
	assert_false(text_holds(STR("blue badge"), "red"));
}

static void text_digits__keeps_digits(void **state)
{
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_string_equal(text_digits(STR("+44 (0)7700 900-123"), &a), "4407700900123");
	assert_string_equal(text_digits(STR("none\xB2"), &a), "");
	arena_reset(&a);
}

static void text_capital__begins_as_a_sentence_does(void **state)
{
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_string_equal(text_capital("ring McKay", &a), "Ring McKay");
	assert_string_equal(text_capital("élan", &a), "Élan");
	assert_string_equal(text_capital("", &a), "");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_capital__begins_as_a_sentence_does),
		cmocka_unit_test(text_decode__gives_back_every_character),
		cmocka_unit_test(text_decode__skips_nothing__in_broken_bytes),
		cmocka_unit_test(text_valid__says_where),
		cmocka_unit_test(text_next_cell__is_safe__for_every_character),
		cmocka_unit_test(text_next_cell__is_safe__for_every_pair_of_bytes),
		cmocka_unit_test(text_safe__shows_what_would_act_or_hide),
		cmocka_unit_test(text_safe__leaves_writing_alone),
		cmocka_unit_test(text_safe__is_one_line),
		cmocka_unit_test(text_width__counts_columns),
		cmocka_unit_test(text_width__is_the_same__in_the_c_locale),
		cmocka_unit_test(text__takes_long_hostile_text__in_its_stride),
		cmocka_unit_test(text_fold__finds_people_however_they_are_typed),
		cmocka_unit_test(text_fold__of_plain_ascii__keeps_what_is_read),
		cmocka_unit_test(text_fold__is_stable__for_every_character),
		cmocka_unit_test(text_holds__folds_the_haystack),
		cmocka_unit_test(text_digits__keeps_digits),
	};

	return cmocka_run_group_tests(tests, in_utf8, NULL);
}
