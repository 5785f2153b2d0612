#include "model/passphrase.h"

#include "test.h"

#include "base/embedded.h"
#include "base/table.h"

#include <string.h>

static const struct passphrase_of mary = { "mary", "Mary Bell", "Riverside" };

static const char *problem(const char *typed)
{
	return passphrase_problem(str_of(typed), &mary);
}

static void fails(const char *typed, const char *because)
{
	const char *text = problem(typed);

	if (!text || !strstr(text, because))
		fail_msg("“%s” is refused with “%s”, not for “%s”", typed, text ? text : "nothing",
		         because);
}

static void passphrase__takes_three_words_or_twelve_characters(void **state)
{
	static const char *const good[] = {
		"seven green umbrellas", "owl sea jam",       "vkdpwqzrmxbt",
		"żółwie śpią!",          "  owl  sea  jam  ", "owl\u00e9 sea jam",
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(good); i++)
		if (problem(good[i]))
			fail_msg("“%s”: %s", good[i], problem(good[i]));
}

/* Characters are counted, not bytes; blanks at the ends are none; short words are no words. */
static void passphrase__that_is_short_is_refused(void **state)
{
	static const char *const bad[] = { "",           "vkdpwqzrmxb", "    vkdpwqzrmxb    ",
		                           "owl sea",    "ox sea jam",  "a b c d e f",
		                           "éééééüüüüü", "żółwie śpią" };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		fails(bad[i], "at least 12 characters, or three words");
}

/* Each of the list, as it stands there, in capitals and with a blank in between. */
static void passphrase__of_those_guessed_first_is_refused__however_typed(void **state)
{
	struct table t = table_of(embedded_file("words/passphrases.tsv"));
	size_t n = 0;

	UNUSED_STATE;
	for (; table_next(&t); n++) {
		struct arena a = { 0 };
		struct str s = table_field(&t, "passphrase");
		char *shouted = arena_printf(&a, "%.*s", (int)s.n, s.at);
		char *parted = arena_printf(&a, "%.2s %.*s", s.at, (int)s.n - 2, s.at + 2);

		for (char *c = shouted; *c; c++)
			*c = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
		if (s.n >= PASSPHRASE_LEAST) {
			fails(shouted, "guessed first");
			fails(parted, "guessed first");
		}
		arena_reset(&a);
	}
	assert_true(n > 100);
}

static void passphrase__that_goes_on_like_that_is_refused(void **state)
{
	static const char *const bad[] = { "zzzzzzzzzzzz", "vkvkvkvkvkvk",  "vkdvkdvkdvkd",
		                           "vkdpvkdpvkdp", "ghijklmnopqrs", "345678901234",
		                           "kkk kkk kkk" };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		fails(bad[i], "guessed first");
}

static void passphrase__made_of_what_everybody_knows_is_refused(void **state)
{
	static const char *const bad[] = { "Mary Bell Mary Bell", "marymarymary1", "MaryBell2026",
		                           "riverside 123", "my riverside!" };
	static const struct passphrase_of nobody = { NULL, NULL, NULL };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		fails(bad[i], "little more than a name");
	assert_null(problem("riverside kettles boiling"));
	assert_null(passphrase_problem(STR("riverside 123"), &nobody));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(passphrase__takes_three_words_or_twelve_characters),
		cmocka_unit_test(passphrase__that_is_short_is_refused),
		cmocka_unit_test(passphrase__of_those_guessed_first_is_refused__however_typed),
		cmocka_unit_test(passphrase__that_goes_on_like_that_is_refused),
		cmocka_unit_test(passphrase__made_of_what_everybody_knows_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
