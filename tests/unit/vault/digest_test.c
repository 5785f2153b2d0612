#include "test.h"

#include "vault/digest.h"

#include <string.h>

static void digest_of(const struct key *key, const char *purpose, const char *text,
                      char ret[DIGEST_HEX_ROOM])
{
	uint8_t bytes[DIGEST_BYTES];
	struct digest d;

	digest_init(&d, key, purpose);
	digest_add(&d, text, strlen(text));
	digest_end(&d, bytes);
	digest_hex(bytes, ret);
}

static void digest__is_blake2b_of_32_bytes(void **state)
{
	char hex[DIGEST_HEX_ROOM];

	UNUSED_STATE;
	digest_of(NULL, "anything", "abc", hex);
	assert_string_equal(hex,
	                    "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

static void digest__differs_by_key_and_purpose(void **state)
{
	char one[DIGEST_HEX_ROOM], two[DIGEST_HEX_ROOM];
	struct key a = { { 1 } }, b = { { 2 } };

	UNUSED_STATE;
	digest_of(&a, "events  ", "abc", one);
	digest_of(&b, "events  ", "abc", two);
	assert_string_not_equal(one, two);
	digest_of(&a, "keysfile", "abc", two);
	assert_string_not_equal(one, two);
	digest_of(&a, "events  ", "abc", two);
	assert_string_equal(one, two);
}

static void fields_of(const char *first, const char *second, uint8_t ret[DIGEST_BYTES])
{
	struct digest d;

	digest_init(&d, NULL, "events  ");
	digest_text(&d, str_of(first));
	digest_text(&d, str_of(second));
	digest_end(&d, ret);
}

static void digest_text__keeps_fields_apart(void **state)
{
	uint8_t one[DIGEST_BYTES], two[DIGEST_BYTES];

	UNUSED_STATE;
	fields_of("ab", "c", one);
	fields_of("a", "bc", two);
	assert_false(digest_equal(one, two));
	fields_of("", "abc", two);
	assert_false(digest_equal(one, two));
	fields_of("ab", "c", two);
	assert_true(digest_equal(one, two));
}

static void digest_parse__takes_hex_and_nothing_else(void **state)
{
	char hex[DIGEST_HEX_ROOM + 1] = "", back[DIGEST_HEX_ROOM];
	uint8_t bytes[DIGEST_BYTES];

	UNUSED_STATE;
	digest_of(NULL, "anything", "abc", hex);
	assert_true(digest_parse(str_of(hex), bytes));
	digest_hex(bytes, back);
	assert_string_equal(hex, back);
	assert_false(digest_parse((struct str){ hex, 63 }, bytes));
	hex[64] = '0';
	assert_false(digest_parse((struct str){ hex, 65 }, bytes));
	hex[64] = '\0';
	hex[63] = 'g';
	assert_false(digest_parse(str_of(hex), bytes));
}

static void key_derive__gives_unrelated_keys(void **state)
{
	struct key k = { { 7 } }, one, two;

	UNUSED_STATE;
	key_derive(&k, "clewpage", 1, &one);
	key_derive(&k, "clewpage", 2, &two);
	assert_memory_not_equal(one.bytes, two.bytes, KEY_BYTES);
	key_derive(&k, "clewtest", 1, &two);
	assert_memory_not_equal(one.bytes, two.bytes, KEY_BYTES);
	key_derive(&k, "clewpage", 1, &two);
	assert_memory_equal(one.bytes, two.bytes, KEY_BYTES);
}

static void key_random__never_gives_one_twice(void **state)
{
	struct key one, two;

	UNUSED_STATE;
	key_random(&one);
	key_random(&two);
	assert_memory_not_equal(one.bytes, two.bytes, KEY_BYTES);
	key_wipe(&one);
	memset(&two, 0, sizeof(two));
	assert_memory_equal(one.bytes, two.bytes, KEY_BYTES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digest__is_blake2b_of_32_bytes),
		cmocka_unit_test(digest__differs_by_key_and_purpose),
		cmocka_unit_test(digest_text__keeps_fields_apart),
		cmocka_unit_test(digest_parse__takes_hex_and_nothing_else),
		cmocka_unit_test(key_derive__gives_unrelated_keys),
		cmocka_unit_test(key_random__never_gives_one_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
