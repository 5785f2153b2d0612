#include "base/arena.h"

#include "test.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

struct numbers {
	size_t n;
	int *at;
};

static void arena_alloc__gives_zeroed_aligned_memory__of_any_size(void **state)
{
	static const size_t sizes[] = { 0, 1, 7, 8, 15, 16, 17, 100, 8191, 8192, 8193, 100000 };
	struct arena a = { 0 };

	UNUSED_STATE;
	for (int round = 0; round < 50; round++) {
		for (size_t i = 0; i < COUNT_OF(sizes); i++) {
			unsigned char *at = arena_alloc(&a, sizes[i]);

			assert_non_null(at);
			assert_int_equal((uintptr_t)at % alignof(max_align_t), 0);
			for (size_t k = 0; k < sizes[i]; k++)
				assert_int_equal(at[k], 0);
			memset(at, 0xA5, sizes[i]);
		}
	}
	arena_reset(&a);
	assert_null(a.head);
	arena_reset(&a);
}

static void arena_alloc__gives_each_its_own(void **state)
{
	struct arena a = { 0 };
	char *texts[500];

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		texts[i] = arena_printf(&a, "text %zu of %s", i, "many");
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		assert_int_equal(strtol(texts[i] + 5, NULL, 10), i);
	arena_reset(&a);
}

static void arena_copies__end_in_nul(void **state)
{
	struct arena a = { 0 };
	char long_text[20000];

	UNUSED_STATE;
	memset(long_text, 'x', sizeof(long_text));
	long_text[sizeof(long_text) - 1] = '\0';
	assert_string_equal(arena_strdup(&a, NULL), "");
	assert_string_equal(arena_strdup(&a, "Ann"), "Ann");
	assert_string_equal(arena_str(&a, (struct str){ "Anna", 3 }), "Ann");
	assert_string_equal(arena_str(&a, (struct str){ NULL, 0 }), "");
	assert_string_equal(arena_printf(&a, "%s", long_text), long_text);
	assert_string_equal(arena_printf(&a, "%s", ""), "");
	arena_reset(&a);
}

static void arena_push__keeps_every_element(void **state)
{
	struct arena a = { 0 };
	struct numbers list = { 0 };

	UNUSED_STATE;
	for (int i = 0; i < 1000; i++) {
		int *at = ARENA_PUSH(&a, &list);

		assert_int_equal(*at, 0);
		*at = i;
		assert_int_equal(list.n, i + 1);
		arena_alloc(&a, 24); /* somebody else's, in between */
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(list.at[i], i);
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_alloc__gives_zeroed_aligned_memory__of_any_size),
		cmocka_unit_test(arena_alloc__gives_each_its_own),
		cmocka_unit_test(arena_copies__end_in_nul),
		cmocka_unit_test(arena_push__keeps_every_element),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
