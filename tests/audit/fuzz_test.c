/*
 * T56: whatever bytes the file is made of, the verifier comes to an end and says what is so: bytes
 * changed anywhere either leave the record as it was, or are told.
 */
#include "test.h"

#include "chain_made.h"
#include "dice.h"
#include "fixture.h"

#include "store/heads.h"
#include "store/verify.h"

#include <string.h>

#define EVENTS  200
#define TRIALS  3000
#define MOST    12
#define HEADERS 100 /* of the file: what it is, not what it holds */

struct bench {
	struct dice dice;
	struct buf image;
	struct key key;
	struct events_checked good;
};

static int setup(void **state)
{
	static struct bench b;
	struct store *st;

	b.dice = dice_begin("verifier fuzz");
	memset(b.key.bytes, 9, sizeof(b.key.bytes));
	assert_int_equal(store_open_memory(&b.key, &st), OK);
	chain_make(st, &b.dice, EVENTS);
	assert_int_equal(store_check_events(st, NULL, &b.good), OK);
	assert_int_equal(store_image(st, &b.image), OK);
	store_close(st);
	*state = &b;
	return 0;
}

static int teardown(void **state)
{
	struct bench *b = *state;

	buf_done(&b->image);
	return 0;
}

/* Some bytes side by side, or a page put in the place of another. */
static void spoil(struct bench *b, struct buf *image)
{
	uint32_t pages = (uint32_t)(image->n / 4096);
	uint32_t at = HEADERS + dice_below(&b->dice, (uint32_t)image->n - HEADERS - MOST);

	if (dice_below(&b->dice, 10) == 0) {
		memcpy(image->at + (size_t)(1 + dice_below(&b->dice, pages - 1)) * 4096,
		       image->at + (size_t)(1 + dice_below(&b->dice, pages - 1)) * 4096, 4096);
		return;
	}
	for (uint32_t i = dice_below(&b->dice, MOST) + 1; i > 0; i--)
		image->at[at + i] = (char)dice_roll(&b->dice);
}

static void verify__of_spoilt_bytes__ends_and_is_right(void **state)
{
	struct bench *b = *state;
	int trials = fault_rounds(TRIALS), told = 0;

	for (int i = 0; i < trials; i++) {
		struct events_checked seen = { 0 };
		struct buf image = { 0 };
		struct store *st;
		enum status rc;

		buf_add(&image, buf_str(&b->image));
		spoil(b, &image);
		rc = store_open_image(buf_str(&image), &b->key, &st);
		if (rc == OK)
			rc = store_check_events(st, NULL, &seen);
		told += rc != OK;
		if (rc == OK && (seen.events != b->good.events || seen.rows != b->good.rows ||
		                 memcmp(seen.head, b->good.head, DIGEST_BYTES) != 0))
			fail_msg("trial %d: another chain passes for whole", i);
		store_close(st);
		buf_done(&image);
	}
	print_message("# %d spoilt files, %d of them told\n", trials, told);
	assert_in_range(told, trials / 20, trials);
}

static void heads__of_any_bytes__are_read_or_counted(void **state)
{
	static const char letters[] = "0123456789abcdef \n#-";
	struct bench *b = *state;

	for (int i = 0; i < 2000; i++) {
		char text[200];
		size_t n = dice_below(&b->dice, sizeof(text)), unread = 0;
		struct head_list heads;
		struct arena a = { 0 };

		for (size_t k = 0; k < n; k++)
			text[k] = dice_below(&b->dice, 20) == 0
			                  ? (char)dice_roll(&b->dice)
			                  : letters[dice_below(&b->dice, sizeof(letters) - 1)];
		heads_parse((struct str){ text, n }, &a, &heads, &unread);
		assert_in_range(heads.n + unread, 0, n);
		for (size_t k = 0; k < heads.n; k++)
			assert_true(heads.at[k].id.n > 0);
		arena_reset(&a);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(verify__of_spoilt_bytes__ends_and_is_right),
		cmocka_unit_test(heads__of_any_bytes__are_read_or_counted),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
