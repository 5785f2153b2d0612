#include "model/lists.h"

#include "base/embedded.h"
#include "base/table.h"
#include "base/text.h"
#include "model/phone.h"
#include "model/safety_text.h"
#include "test.h"

#include <string.h>

static struct arena arena;

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

static void choice_list_load__reads_every_list__codes_once(void **state)
{
	static const struct {
		const char *name;
		size_t n;
	} lists[] = { { "cancer-groups", 28 }, { "sources", 17 },       { "heard", 13 },
		      { "referrers", 9 },      { "close-reasons", 12 }, { "ethnicities", 21 } };
	struct choice_list list;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(lists); i++) {
		assert_int_equal(choice_list_load(lists[i].name, &arena, &list), OK);
		assert_int_equal(list.n, lists[i].n);
		for (size_t j = 0; j < list.n; j++) {
			const struct choice *one = &list.at[j];

			assert_ptr_equal(choice_find(&list, one->code, &arena), one);
			assert_ptr_equal(choice_find(&list, one->label, &arena), one);
		}
	}
	assert_int_equal(choice_list_load("nothing", &arena, &list), E_NOT_FOUND);
}

static void referrers__stand_for_sources_that_exist(void **state)
{
	struct choice_list sources, referrers;

	UNUSED_STATE;
	assert_int_equal(choice_list_load("sources", &arena, &sources), OK);
	assert_int_equal(choice_list_load("referrers", &arena, &referrers), OK);
	for (size_t i = 0; i < referrers.n; i++) {
		assert_int_equal(referrers.at[i].code[0], '1' + (int)i);
		assert_non_null(choice_find(&sources, referrers.at[i].more, &arena));
	}
}

static void choice_label__and_words__speak_of_the_same(void **state)
{
	struct choice_list list;
	const struct words *words;

	UNUSED_STATE;
	assert_string_equal(choice_label("cancer-groups", "head_neck", &arena), "Head and neck");
	assert_string_equal(choice_label("cancer-groups", "old", &arena), "old");
	assert_int_equal(choice_list_load("cancer-groups", &arena, &list), OK);
	words = choice_words("cancer group", &list, &arena);
	assert_int_equal(words_find(words, STR("breast")), 5);
	assert_string_equal(words_label(words, 5), "Breast");
}

/* Every number that the wording says stands among the sourced numbers of that nation. */
static void check_wording(const struct safety_text *text, const char *said)
{
	for (const char *at = said; *at; at++) {
		size_t n = strspn(at, "0123456789 ");
		const char *digits = text_digits((struct str){ at, n }, &arena);
		bool found = false;

		if (n == 0 || strlen(digits) < 3) {
			at += n > 0 ? n - 1 : 0;
			continue;
		}
		for (size_t i = 0; i < text->numbers; i++)
			found = found ||
			        text_equal(phone_digits(text->number[i].number, &arena), digits);
		assert_true(found);
		at += n - 1;
	}
}

static void safety_lines__name_only_numbers_with_a_source(void **state)
{
	UNUSED_STATE;
	for (int n = NATION_ENGLAND; n <= NATION_NORTHERN_IRELAND; n++) {
		struct safety_text text;

		assert_int_equal(safety_lines((enum nation)n, &arena, &text), OK);
		assert_int_equal(text.says, 8);
		assert_string_equal(text.say[0].head, "Danger now");
		for (size_t i = 0; i < text.says; i++)
			check_wording(&text, text.say[i].text);
		assert_string_equal(text.number[0].number, "999");
		for (size_t i = 0; i < text.numbers; i++) {
			const struct safety_number *one = &text.number[i];
			bool weak = text_equal(one->seen, "public list only") ||
			            text_equal(one->seen, "number to be found");

			assert_true(one->source[0] && one->seen_in[0] && one->seen[0]);
			assert_int_equal(one->ring_first, weak);
			assert_true(weak || phone_plausible(one->number));
		}
	}
	assert_int_equal(safety_lines(NATION_NONE, &arena, &(struct safety_text){ 0 }),
	                 E_NOT_FOUND);
}

static void safety_number_text__warns__of_weak_sources(void **state)
{
	struct safety_number n = { .name = "Hourglass", .number = "0808", .ring_first = true };

	UNUSED_STATE;
	assert_string_equal(safety_number_text(&n, &arena), "Hourglass 0808 (ring to check first)");
	n.ring_first = false;
	assert_string_equal(safety_number_text(&n, &arena), "Hourglass 0808");
	n.number = "";
	assert_string_equal(safety_number_text(&n, &arena), "Hourglass: number to be found");
	n = (struct safety_number){ .name = "NHS 111", .number = "111" };
	assert_string_equal(safety_number_text(&n, &arena), "NHS 111");
}

/* No table is cut short: every row has as many fields as its header. */
static void data__has_whole_rows__in_every_table(void **state)
{
	size_t tables = 0;

	UNUSED_STATE;
	for (size_t i = 0; i < embedded_count; i++) {
		struct str text = embedded_file(embedded_table[i].name), line;
		size_t tabs = 0;
		bool header = true;

		if (!strstr(embedded_table[i].name, ".tsv"))
			continue;
		if (str_starts(text, "clew-list\t")) /* with a head: list_file_test.c */
			continue;
		tables++;
		while (str_cut(&text, '\n', &line)) {
			size_t n = 0;

			if (line.n == 0 || line.at[0] == '#')
				continue;
			assert_true(text_valid(line, &n));
			n = 0;
			for (size_t j = 0; j < line.n; j++)
				n += line.at[j] == '\t';
			if (header)
				tabs = n;
			header = false;
			if (n != tabs)
				print_error("%s: %.*s\n", embedded_table[i].name, (int)line.n,
				            line.at);
			assert_int_equal(n, tabs);
		}
	}
	assert_true(tables >= 18);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(choice_list_load__reads_every_list__codes_once),
		cmocka_unit_test(referrers__stand_for_sources_that_exist),
		cmocka_unit_test(choice_label__and_words__speak_of_the_same),
		cmocka_unit_test(safety_lines__name_only_numbers_with_a_source),
		cmocka_unit_test(safety_number_text__warns__of_weak_sources),
		cmocka_unit_test(data__has_whole_rows__in_every_table),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
