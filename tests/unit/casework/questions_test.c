#include "model/questions.h"

#include "test.h"

#include "base/attr.h"
#include "base/embedded.h"
#include "base/table.h"
#include "base/text.h"
#include "model/concerns.h"
#include "model/paper.h"
#include "model/person.h"

/* Every stage has questions of its own, every concern named there is one, none is there twice. */
static void questions__are_whole(void **state)
{
	struct arena a = { 0 };
	struct concern_set set;
	struct str text = embedded_file("questions/clew-1.tsv");
	struct table t = table_of(text);
	size_t n = 0;

	(void)state;
	assert_int_equal(concern_set_load(CONCERNS_NEWEST, &a, &set), OK);
	while (table_next(&t)) {
		struct str about = table_field(&t, "concerns"), one;

		n++;
		while (about.n > 0 && str_cut(&about, ';', &one))
			if (!concern_find(&set, arena_str(&a, one)))
				fail_msg("no concern %.*s", (int)one.n, one.at);
		about = table_field(&t, "stages");
		while (str_cut(&about, ';', &one))
			if (!str_is(one, "any") && words_find(&stages, one) == 0)
				fail_msg("no stage %.*s", (int)one.n, one.at);
	}
	assert_true(n >= 60);
	for (enum stage stage = STAGE_SUSPECTED; stage <= STAGE_BEREAVED; stage++) {
		struct paper all = paper_blank, plain = { .brief = true };

		if (stage == STAGE_DIED)
			continue;
		questions_put(&all, stage, NULL, &a);
		questions_put(&plain, stage, NULL, &a);
		assert_true(all.n >= 8 && all.n >= plain.n);
		for (size_t i = 1; i < all.n; i++)
			assert_true(all.at[i].part >= all.at[i - 1].part);
	}
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(questions__are_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
