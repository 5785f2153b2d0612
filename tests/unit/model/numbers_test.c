#include "model/care_number.h"
#include "model/phone.h"

#include "test.h"

static struct arena arena;

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

static void care_number_kind__knows_ranges_and_check_digits(void **state)
{
	static const struct {
		const char *digits;
		enum number_kind kind;
	} cases[] = {
		{ "9434765919", NUMBER_NHS },
		{ "5000000005", NUMBER_DOUBTFUL }, /* valid, of a range not issued */
		{ "9434765918", NUMBER_KIND_NONE },
		{ "4010232137", NUMBER_NHS },
		{ "4010232138", NUMBER_KIND_NONE },
		{ "9990000018", NUMBER_NHS },
		{ "9990000026", NUMBER_NHS },
		{ "9990000034", NUMBER_NHS },
		{ "9990000042", NUMBER_NHS },
		{ "9991234560", NUMBER_KIND_NONE },
		{ "0101011237", NUMBER_CHI },
		{ "0101336489", NUMBER_CHI },
		{ "0101011238", NUMBER_DOUBTFUL },
		{ "3102011237", NUMBER_KIND_NONE }, /* no 31 February */
		{ "2902000000", NUMBER_DOUBTFUL },  /* 29 February 2000 is a day */
		{ "0000000000", NUMBER_KIND_NONE },
		{ "3200000105", NUMBER_KIND_NONE },
		{ "3200000104", NUMBER_HC },
		{ "", NUMBER_KIND_NONE },
		{ "943476591", NUMBER_KIND_NONE },
		{ "94347659190", NUMBER_KIND_NONE },
		{ "943476591X", NUMBER_KIND_NONE },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		if (care_number_kind(cases[i].digits) != cases[i].kind)
			print_error("%s\n", cases[i].digits);
		assert_int_equal(care_number_kind(cases[i].digits), cases[i].kind);
	}
	assert_int_equal(care_number_kind(NULL), NUMBER_KIND_NONE);
}

static void care_number_digits__brings_back_a_lost_zero(void **state)
{
	UNUSED_STATE;
	assert_string_equal(care_number_digits("943 476 5919", &arena), "9434765919");
	assert_string_equal(care_number_digits("943-476-5919 ", &arena), "9434765919");
	assert_string_equal(care_number_digits("101011237", &arena), "0101011237");
	assert_string_equal(care_number_digits("943476591", &arena), "943476591");
	assert_string_equal(care_number_shown("9434765919", &arena), "943 476 5919");
	assert_string_equal(care_number_shown("94347", &arena), "94347");
	assert_string_equal(care_number_shown("", &arena), "");
}

static void phone_shown__is_spaced_as_people_read(void **state)
{
	static const char *const cases[][2] = {
		{ "07700900123", "07700 900123" },
		{ "+44 7700 900123", "07700 900123" },
		{ "+44 (0)7700 900123", "07700 900123" },
		{ "00447700900123", "07700 900123" },
		{ "01134960123", "0113 496 0123" },
		{ "0121 496 0123", "0121 496 0123" },
		{ "(020) 7946-0000", "020 7946 0000" },
		{ "02890240000", "028 9024 0000" },
		{ "01632960123", "01632 960123" },
		{ "0163296012", "01632 96012" },
		{ "08088080000", "0808 808 0000" },
		{ "0800111222", "0800 111 222" },
		{ "08001111", "0800 1111" },
		{ "03001231801", "0300 123 1801" },
		{ "116123", "116 123" },
		{ "111", "111" },
		{ "0113 496 0123 ext 5", "0113 496 0123 ext 5" },
		{ "+353 1 234 5678", "+353 1 234 5678" },
		{ " 12345 ", "12345" },
		{ "", "" },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_string_equal(phone_shown(cases[i][0], &arena), cases[i][1]);
}

static void phone_digits__are_the_same__however_typed(void **state)
{
	static const char *const same[] = { "07700 900123", "+447700900123", "0044 7700 900 123",
		                            "+44 (0) 7700-900123" };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(same); i++)
		assert_string_equal(phone_digits(same[i], &arena), "07700900123");
	assert_string_equal(phone_digits("+353 1 234", &arena), "003531234");
}

static void phone_plausible__refuses__what_cannot_be_rung(void **state)
{
	static const char *const good[] = {
		"07700 900123", "0113 496 0123",  "999",          "111",  "116 123",
		"0800 1111",    "+353 1 2345678", "016329601 23", "85258"
	};
	static const char *const bad[] = {
		"", "1", "7700 900123", "0770 90012", "077009001234", "12345", "hers", "0000000"
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(good); i++)
		assert_true(phone_plausible(good[i]));
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_false(phone_plausible(bad[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(care_number_kind__knows_ranges_and_check_digits),
		cmocka_unit_test(care_number_digits__brings_back_a_lost_zero),
		cmocka_unit_test(phone_shown__is_spaced_as_people_read),
		cmocka_unit_test(phone_digits__are_the_same__however_typed),
		cmocka_unit_test(phone_plausible__refuses__what_cannot_be_rung),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
