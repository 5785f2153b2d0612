#include "model/care_number.h"
#include "model/places.h"

#include "test.h"

#include "dice.h"

#include <string.h>

/*
 * T61 to T65: numbers that are made, and every slip of one digit or of two that change places. A slip
 * never makes a good number of the same kind; modulus 11 finds them all.
 */
static struct arena arena;
static struct dice dice;

#define ROUNDS 400

static int begin(void **state)
{
	UNUSED_STATE;
	dice = dice_begin("numbers");
	return 0;
}

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

/* The check digit that belongs to nine, as the standard words it; -1 when they can have none. */
static int check_digit(const char *nine)
{
	int sum = 0, rest;

	for (int i = 0; i < 9; i++)
		sum += (nine[i] - '0') * (10 - i);
	rest = 11 - sum % 11;
	return rest == 11 ? 0 : rest == 10 ? -1 : rest;
}

/* A number whose first nine digits lie in a range; false when chance gave one that has no check. */
static bool made(uint32_t from, uint32_t to, char ret[11])
{
	uint32_t nine = from + dice_below(&dice, to - from + 1);
	int check;

	memcpy(ret, arena_printf(&arena, "%09u", nine), 10);
	check = check_digit(ret);
	ret[9] = (char)('0' + check);
	ret[10] = '\0';
	return check >= 0;
}

static void check_slips(const char *number, enum number_kind kind)
{
	char slip[11];

	for (int at = 0; at < 10; at++) {
		for (char digit = '0'; digit <= '9'; digit++) {
			memcpy(slip, number, sizeof(slip));
			slip[at] = digit;
			if (digit != number[at])
				assert_int_not_equal(care_number_kind(slip), kind);
		}
		for (int other = at + 1; other < 10; other++) {
			memcpy(slip, number, sizeof(slip));
			slip[at] = number[other];
			slip[other] = number[at];
			if (number[at] != number[other])
				assert_int_not_equal(care_number_kind(slip), kind);
		}
	}
}

static void care_number__of_every_range__and_every_slip(void **state)
{
	static const struct {
		uint32_t from, to;
		enum number_kind kind;
	} ranges[] = {
		{ 400000000, 499999999, NUMBER_NHS },
		{ 600000000, 799999999, NUMBER_NHS },
		{ 999000000, 999999999, NUMBER_NHS },
		{ 320000001, 399999999, NUMBER_HC },
		{ 500000000, 599999999, NUMBER_DOUBTFUL },
		{ 800000000, 899999999, NUMBER_DOUBTFUL },
	};

	UNUSED_STATE;
	for (size_t r = 0; r < COUNT_OF(ranges); r++) {
		for (int i = 0; i < ROUNDS; i++) {
			char number[11];

			if (!made(ranges[r].from, ranges[r].to, number))
				continue;
			assert_int_equal(care_number_kind(number), ranges[r].kind);
			if (ranges[r].kind != NUMBER_DOUBTFUL)
				check_slips(number, ranges[r].kind);
		}
	}
}

static void care_number__chi_of_every_day_of_a_century(void **state)
{
	day from, to;

	UNUSED_STATE;
	assert_true(day_from_date((struct date){ 1926, 1, 1 }, &from));
	assert_true(day_from_date((struct date){ 2025, 12, 31 }, &to));
	for (day born = from; born <= to; born += 1 + (day)dice_below(&dice, 9)) {
		struct date d = day_to_date(born);
		char chi[11];
		int check;

		memcpy(chi,
		       arena_printf(&arena, "%02d%02d%02d%03u", d.mday, d.month, d.year % 100,
		                    dice_below(&dice, 1000)),
		       10);
		check = check_digit(chi);
		if (check < 0)
			continue;
		chi[9] = (char)('0' + check);
		chi[10] = '\0';
		assert_int_equal(care_number_kind(chi), NUMBER_CHI);
		assert_true(care_number_dated(chi));
		assert_true(care_number_born(chi, born));
		assert_false(care_number_born(chi, born + 1));
		/* A spreadsheet takes the 0 in front off; it comes back. */
		if (chi[0] == '0')
			assert_string_equal(care_number_digits(chi + 1, &arena), chi);
		/* And another check digit is to be asked about, not refused. */
		chi[9] = chi[9] == '9' ? '0' : (char)(chi[9] + 1);
		assert_int_equal(care_number_kind(chi), NUMBER_DOUBTFUL);
		arena_reset(&arena);
	}
	assert_true(care_number_born("9434765919", from)); /* no date in it */
}

static void care_number__any_other_count_of_digits_is_none(void **state)
{
	UNUSED_STATE;
	for (int i = 0; i < ROUNDS; i++) {
		char digits[20];
		uint32_t n = dice_below(&dice, sizeof(digits));

		for (uint32_t at = 0; at < n; at++)
			digits[at] = (char)('0' + dice_below(&dice, 10));
		digits[n < sizeof(digits) ? n : sizeof(digits) - 1] = '\0';
		if (strlen(digits) != 10)
			assert_int_equal(care_number_kind(digits), NUMBER_KIND_NONE);
	}
}

/* Every shape there is, however it is spaced and in which case; and one letter short of each. */
static void postcode__of_every_shape(void **state)
{
	static const char *const shapes[] = { "A9 9AA",   "A99 9AA", "AA9 9AA",
		                              "AA99 9AA", "A9A 9AA", "AA9A 9AA" };
	static const char first[] = "ABCDEFGHIJKLMNOPRSTUWYZ", second[] = "ABCDEFGHKLMNOPQRSTUVWXY";
	static const char third[] = "ABCDEFGHJKPSTUW", fourth[] = "ABEHMNPRVWXY";
	static const char inner[] = "ABDEFGHJLNPQRSTUWXYZ";

	UNUSED_STATE;
	for (int i = 0; i < ROUNDS; i++) {
		const char *shape = shapes[dice_below(&dice, COUNT_OF(shapes))];
		char code[10] = "", typed[10] = "";
		size_t n = strlen(shape), blank = n - 4, out = 0;

		for (size_t at = 0; at < n; at++) {
			const char *letters = at == 0      ? first
			                      : at > blank ? inner
			                      : at == 1    ? second
			                      : at == 2    ? third
			                                   : fourth;

			code[at] = shape[at] == ' ' ? ' '
			           : shape[at] == '9'
			                   ? (char)('0' + dice_below(&dice, 10))
			                   : letters[dice_below(&dice, (uint32_t)strlen(letters))];
			if (code[at] != ' ')
				typed[out++] =
					(char)(code[at] |
				               (dice_below(&dice, 2) && code[at] >= 'A' ? 0x20
				                                                        : 0));
		}
		assert_string_equal(postcode_normalise(typed, &arena), code);
		typed[out - 1] = '\0';
		assert_null(postcode_normalise(typed, &arena));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(care_number__of_every_range__and_every_slip),
		cmocka_unit_test(care_number__chi_of_every_day_of_a_century),
		cmocka_unit_test(care_number__any_other_count_of_digits_is_none),
		cmocka_unit_test(postcode__of_every_shape),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
