#include "model/care_number.h"

#include "base/text.h"

#include <string.h>

#define DIGITS 10

static bool ten_digits(const char *s)
{
	return s && strlen(s) == DIGITS && strspn(s, "0123456789") == DIGITS;
}

static int two(const char *s)
{
	return (s[0] - '0') * 10 + (s[1] - '0');
}

static bool begins_with_a_date(const char *digits)
{
	day d;

	/* The century is not in it: 2000 allows every day there is. */
	return two(digits + 2) >= 1 && two(digits + 2) <= 12 &&
	       (day_from_date((struct date){ 2000 + two(digits + 4), two(digits + 2), two(digits) },
	                      &d) ||
	        day_from_date((struct date){ 1900 + two(digits + 4), two(digits + 2), two(digits) },
	                      &d));
}

static bool modulus_11(const char *digits)
{
	int sum = 0, check;

	for (int i = 0; i < DIGITS - 1; i++)
		sum += (digits[i] - '0') * (DIGITS - i);
	check = 11 - sum % 11;
	return check != 10 && check % 11 == digits[DIGITS - 1] - '0';
}

enum number_kind care_number_kind(const char *digits)
{
	int first = 0;

	if (!ten_digits(digits))
		return NUMBER_KIND_NONE;
	for (int i = 0; i < DIGITS - 1; i++)
		first = first * 10 + (digits[i] - '0');
	if (begins_with_a_date(digits))
		return modulus_11(digits) ? NUMBER_CHI : NUMBER_DOUBTFUL;
	if (first < 320000000 || !modulus_11(digits)) /* below it stand dates only */
		return NUMBER_KIND_NONE;
	if (first >= 320000001 && first <= 399999999)
		return NUMBER_HC;
	if ((first >= 400000000 && first <= 499999999) ||
	    (first >= 600000000 && first <= 799999999))
		return NUMBER_NHS;
	return first >= 900000000 ? NUMBER_NHS : NUMBER_DOUBTFUL;
}

bool care_number_dated(const char *digits)
{
	return ten_digits(digits) && begins_with_a_date(digits);
}

bool care_number_born(const char *digits, day born_on)
{
	struct date born;

	if (!care_number_dated(digits) || !day_valid(born_on))
		return true;
	born = day_to_date(born_on);
	return two(digits) == born.mday && two(digits + 2) == born.month &&
	       two(digits + 4) == born.year % 100;
}

const char *care_number_digits(const char *text, struct arena *a)
{
	const char *digits = text_digits(str_of(text), a);
	const char *padded;

	if (strlen(digits) != DIGITS - 1)
		return digits;
	padded = arena_printf(a, "0%s", digits);
	return care_number_kind(padded) == NUMBER_CHI ? padded : digits;
}

const char *care_number_shown(const char *digits, struct arena *a)
{
	if (!ten_digits(digits))
		return arena_strdup(a, digits);
	return arena_printf(a, "%.3s %.3s %s", digits, digits + 3, digits + 6);
}
