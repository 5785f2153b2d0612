#include "model/phone.h"

#include "base/text.h"

#include <string.h>

/* Where only a person understands the rest: "0113 496 0123 ext 5". */
static bool has_words(const char *text)
{
	for (; *text; text++)
		if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z'))
			return true;
	return false;
}

const char *phone_digits(const char *text, struct arena *a)
{
	struct str s = str_trim(str_of(text));
	const char *digits = text_digits(s, a);

	if (s.n > 0 && s.at[0] == '+')
		digits = arena_printf(a, "00%s", digits);
	if (strncmp(digits, "0044", 4) != 0)
		return digits;
	digits += 4;
	while (*digits == '0')
		digits++;
	return arena_printf(a, "0%s", digits);
}

/* How many digits stand in the first two groups; the rest is the third, if any is left. */
static void grouping(const char *digits, int *first, int *second)
{
	size_t n = strlen(digits);

	*first = 5;
	*second = (int)n - 5;
	if (n == 8) { /* 0800 1111 */
		*first = 4;
		*second = 4;
	} else if (digits[1] == '2') {
		*first = 3;
		*second = 4;
	} else if (strchr("389", digits[1]) ||
	           (digits[1] == '1' && (digits[2] == '1' || digits[3] == '1'))) {
		*first = 4;
		*second = 3;
	}
}

/* By hand: each row of a long file has one. */
static const char *in_groups(struct str digits, size_t first, size_t second, struct arena *a)
{
	char *out = arena_alloc(a, digits.n + 3), *at = out;

	for (size_t i = 0; i < digits.n; i++) {
		if (i == first || i == first + second)
			*at++ = ' ';
		*at++ = digits.at[i];
	}
	return out;
}

static bool british(const char *digits)
{
	size_t n = strlen(digits);

	if (digits[0] != '0' || digits[1] == '0' || digits[1] == '\0')
		return false;
	return n == 10 || n == 11 || (n == 8 && strncmp(digits, "0800", 4) == 0);
}

const char *phone_shown(const char *text, struct arena *a)
{
	const char *digits = phone_digits(text, a);
	int first, second;

	if (strcmp(digits, "116123") == 0)
		return arena_strdup(a, "116 123");
	if (has_words(text ? text : "") || !british(digits))
		return arena_str(a, str_trim(str_of(text)));
	grouping(digits, &first, &second);
	return in_groups(str_of(digits), (size_t)first, (size_t)second, a);
}

bool phone_plausible(const char *text)
{
	static const char *const services[] = { "999",    "112",    "101",   "105",   "111",  "119",
		                                "116123", "116000", "18001", "18000", "85258" };
	struct arena a = { 0 };
	const char *digits = phone_digits(text, &a);
	bool plausible = british(digits) || (digits[0] == '0' && digits[1] == '0' &&
	                                     strlen(digits) >= 9 && strlen(digits) <= 17);

	for (size_t i = 0; i < COUNT_OF(services); i++)
		plausible = plausible || strcmp(digits, services[i]) == 0;
	arena_reset(&a);
	return plausible;
}

bool email_plausible(const char *text)
{
	const char *at = strchr(text, '@');
	const char *point = at ? strrchr(at, '.') : NULL;

	return at && at != text && point && point > at + 1 && point[1] != '\0' &&
	       !strchr(at + 1, '@') && !strpbrk(text, " \t\n,;<>");
}
