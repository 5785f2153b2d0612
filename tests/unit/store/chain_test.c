/* The test vectors of clew-file(5): made by the second verifier, not by this program. */
#include "chain.h"

#include "test.h"

#include "base/file.h"
#include "model/plain_words.h"

#include <string.h>

static struct key vector_key(void)
{
	struct key key = { 0 };

	for (size_t i = 0; i < KEY_BYTES; i++)
		key.bytes[i] = (uint8_t)i;
	return key;
}

static void assert_hex(const uint8_t *digest, const char *hex)
{
	char text[DIGEST_HEX_ROOM];

	digest_hex(digest, text);
	assert_string_equal(text, hex);
}

#define DIGEST "d9df69773d8167a05b9b0256b85f7ebc5b91c5f49b67f6930f49749eee5cf13e"
#define FIRST  "610bd6a08a80bc4a252136b437f4160cc6c938ef37a36253d67545a80c622b38"
#define SECOND "e91a67cdc8ae01ae8de4230150c789777c24e521f190f6ba30fdc080c427614e"
#define WORDS  "triangle iron lily kingdom porridge attic"

static void chain__makes_what_the_manual_says(void **state)
{
	struct key key = vector_key();
	uint8_t salt[SALT_BYTES], digest[DIGEST_BYTES], link[DIGEST_BYTES] = { 0 };
	struct chain_event e = { .id = 1,
		                 .at = 1795424400,
		                 .account = 1,
		                 .roles = 6,
		                 .session = CHAIN_NULL,
		                 .person = CHAIN_NULL,
		                 .rows = 1,
		                 .undoes = CHAIN_NULL,
		                 .kind = STR("change"),
		                 .what = STR("a name for the service") };
	struct chain_row row = { 1, CHAIN_NULL, STR("setting"), STR("service"), STR("insert") };
	struct arena a = { 0 };
	struct digest d;

	UNUSED_STATE;
	for (size_t i = 0; i < SALT_BYTES; i++)
		salt[i] = (uint8_t)(0x20 + i);
	chain_digest(&key, salt, STR("value\t'Riverside"), digest);
	assert_hex(digest, DIGEST);
	chain_begin(&d, &key, link, &e);
	chain_row(&d, &row, digest);
	digest_end(&d, link);
	assert_hex(link, FIRST);
	e = (struct chain_event){ .id = 2,
		                  .at = 1795424460,
		                  .account = 1,
		                  .roles = 6,
		                  .session = CHAIN_NULL,
		                  .person = 7,
		                  .undoes = CHAIN_NULL,
		                  .kind = STR("look"),
		                  .what = STR("opened"),
		                  .via = STR("own") };
	chain_begin(&d, &key, link, &e);
	digest_end(&d, link);
	assert_hex(link, SECOND);
	assert_string_equal(plain_words(link, 6, &a), WORDS);
	arena_reset(&a);
}

static void chain__vectors_stand_in_the_manual(void **state)
{
	static const char *const vectors[] = { DIGEST, FIRST, SECOND, WORDS };
	struct buf page = { 0 };

	UNUSED_STATE;
	assert_int_equal(file_read(CLEW_SOURCE_DIR "/man/clew-file.5", 1 << 20, &page), OK);
	for (size_t i = 0; i < COUNT_OF(vectors); i++)
		assert_non_null(strstr(buf_text(&page), vectors[i]));
	buf_done(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(chain__makes_what_the_manual_says),
		cmocka_unit_test(chain__vectors_stand_in_the_manual),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
