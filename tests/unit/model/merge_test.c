#include "test.h"

#include "dice.h"

#include "base/words.h"
#include "model/merge.h"

static const struct field fields[] = {
	{ NULL, "A heading", FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "name", "Name", FIELD_TEXT, NULL, FIELD_NEEDED, NULL, 0 },
	{ "phone", "Phone", FIELD_PHONE, NULL, 0, NULL, 0 },
	{ "whose", "Whose", FIELD_TEXT, NULL, FIELD_WITH, NULL, 0 },
	{ "post", "Post", FIELD_ASKED, NULL, 0, NULL, 0 },
	{ 0 },
};

static const char *const names[] = { "name", "phone", "whose", "post" };

static struct values of(struct arena *a, const char *name, const char *phone, const char *whose,
                        const char *post)
{
	const char *const texts[] = { name, phone, whose, post };
	struct values v = { 0 };

	for (size_t i = 0; i < COUNT_OF(names); i++)
		values_set(&v, a, names[i], texts[i]);
	return v;
}

static void merge__each_changed_another_field__nothing_is_asked(void **state)
{
	struct arena a = { 0 };
	struct values base = of(&a, "Jane", "1", "hers", ""),
		      mine = of(&a, "Jean", "1", "hers", ""),
		      theirs = of(&a, "Jane", "1", "hers", "no");
	struct merge m = merge_values(fields, &base, &mine, &theirs, &a);

	(void)state;
	assert_int_equal(m.clashes.n, 0);
	assert_int_equal(m.theirs.n, 1);
	assert_string_equal(m.theirs.at[0].field->name, "post");
	assert_string_equal(merge_labels(&m.theirs, &a), "Post");
	arena_reset(&a);
}

static void merge__both_changed_a_field_alike__nothing_is_asked(void **state)
{
	struct arena a = { 0 };
	struct values base = of(&a, "Jane", "1", "hers", ""),
		      mine = of(&a, "Jean", "1", "hers", "");
	struct merge m = merge_values(fields, &base, &mine, &mine, &a);

	(void)state;
	assert_int_equal(m.clashes.n, 0);
	assert_int_equal(m.theirs.n, 0);
	arena_reset(&a);
}

static void merge__both_changed_what_belongs_together__is_one_clash(void **state)
{
	struct arena a = { 0 };
	struct values base = of(&a, "Jane", "1", "hers", ""),
		      mine = of(&a, "Jane", "2", "hers", ""),
		      theirs = of(&a, "Jane", "1", "her son's", "");
	struct merge m = merge_values(fields, &base, &mine, &theirs, &a);

	(void)state;
	assert_int_equal(m.clashes.n, 1);
	assert_int_equal(m.theirs.n, 0);
	assert_int_equal(m.clashes.at[0].n, 2);
	assert_int_equal(m.clashes.at[0].in.n, 2);
	assert_string_equal(m.clashes.at[0].in.at[1].theirs, "her son's");
	assert_string_equal(merge_text(&fields[4], ""), "not asked");
	assert_string_equal(merge_text(&fields[1], ""), "nothing");
	arena_reset(&a);
}

/* Whatever the two did: what neither touched is as it was, and no word of either is lost unasked. */
static void merge__random_changes__loses_nothing_unasked(void **state)
{
	static const char *const words[] = { "", "a", "b" };
	struct dice dice = dice_begin("merge");

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct arena a = { 0 };
		const char *w[12];
		struct values base, mine, theirs;
		struct merge m;

		for (size_t i = 0; i < COUNT_OF(w); i++)
			w[i] = words[dice_below(&dice, 3)];
		base = of(&a, w[0], w[1], w[2], w[3]);
		mine = of(&a, w[4], w[5], w[6], w[7]);
		theirs = of(&a, w[8], w[9], w[10], w[11]);
		m = merge_values(fields, &base, &mine, &theirs, &a);
		for (size_t i = 0; i < m.theirs.n; i++)
			values_set(&mine, &a, m.theirs.at[i].field->name, m.theirs.at[i].theirs);
		for (size_t i = 0; i < COUNT_OF(names); i++) {
			bool i_did = !text_equal(w[i], w[4 + i]),
			     they_did = !text_equal(w[i], w[8 + i]), asked = false;
			const char *now = values_get(&mine, names[i]);

			for (size_t j = 0; j < m.clashes.n; j++)
				for (size_t k = 0; k < m.clashes.at[j].n; k++)
					asked = asked ||
					        text_equal(m.clashes.at[j].first[k].name, names[i]);
			if (asked)
				continue;
			if (i_did && they_did)
				assert_true(text_equal(w[4 + i], w[8 + i]) &&
				            text_equal(now, w[4 + i]));
			else
				assert_string_equal(now, i_did      ? w[4 + i]
				                         : they_did ? w[8 + i]
				                                    : w[i]);
		}
		arena_reset(&a);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(merge__each_changed_another_field__nothing_is_asked),
		cmocka_unit_test(merge__both_changed_a_field_alike__nothing_is_asked),
		cmocka_unit_test(merge__both_changed_what_belongs_together__is_one_clash),
		cmocka_unit_test(merge__random_changes__loses_nothing_unasked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
