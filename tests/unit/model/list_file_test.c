#include "model/list_file.h"

#include "dice.h"
#include "test.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "model/list_for.h"
#include "model/none.h"
#include "model/red.h"

#include <string.h>

static const char head[] =
	"clew-list\t1\nname\tours-1\nkind\tconcerns\ntitle\tOurs\nlicence\tours\n"
	"source\tus\ndate\t2026-11-22\nlanguage\ten\n";
static const char columns[] = "code\tdomain\tlabel\tplain\task_when\task\tlike\n";
static const char one[] = "home.heat\tHome\tKeeping warm\tBills\t\t\tpractical.money\n";

struct read {
	struct arena a;
	struct list_file file;
	struct list_faults faults;
	enum status rc;
};

static struct read read_text(const char *text)
{
	struct read r = { 0 };

	r.rc = list_read(str_of(text), &r.a, &r.file, &r.faults);
	return r;
}

/* The head, the columns, and these rows. */
static struct read read_rows(const char *rows)
{
	struct arena a = { 0 };
	struct read r = read_text(arena_printf(&a, "%s\n%s%s", head, columns, rows));

	arena_reset(&a);
	return r;
}

static void must_say(struct read r, const char *told)
{
	const char *all = "";

	assert_int_equal(r.rc, E_INVALID);
	for (size_t i = 0; i < r.faults.n; i++)
		all = arena_printf(&r.a, "%s%s\n", all, list_fault_text(&r.faults.at[i], &r.a));
	if (!strstr(all, told))
		fail_msg("“%s” is not among:\n%s", told, all);
	arena_reset(&r.a);
}

static void list_read__takes_a_list_as_it_stands(void **state)
{
	struct read r = read_rows(one);

	UNUSED_STATE;
	assert_int_equal(r.rc, OK);
	assert_string_equal(r.file.head->name, "ours-1");
	assert_int_equal(r.file.head->kind, LIST_CONCERNS);
	assert_int_equal(r.file.head->audience, LIST_FOR_PEOPLE);
	assert_int_equal(r.file.concerns.n, 1);
	assert_string_equal(r.file.concerns.at[0].like, "practical.money");
	assert_string_equal(r.file.concerns.domain[0].label, "Home");
	assert_true(str_is(list_family("ours-12"), "ours"));
	arena_reset(&r.a);
}

static void list_read__takes_what_spreadsheets_write(void **state)
{
	struct read r = read_text(
		"\xEF\xBB\xBF"
		"clew-list\t1\t\t\r\n\r\nname\tours-1\t\t\r\nkind\tconcerns\r\ntitle\tOurs\r\n"
		"licence\tours\r\nsource\tus\r\ndate\t2026-11-22\r\nlanguage\ten\r\n\t\t\t\r\n"
		"code\tdomain\tlabel\t\t\r\nhome.heat\tHome\tKeeping warm\t\t\r\n");

	UNUSED_STATE;
	for (size_t i = 0; i < r.faults.n; i++)
		print_message("%s\n", list_fault_text(&r.faults.at[i], &r.a));
	assert_int_equal(r.rc, OK);
	assert_string_equal(r.file.concerns.at[0].label, "Keeping warm");
	arena_reset(&r.a);
}

static void list_read__tells_every_fault_with_its_place(void **state)
{
	UNUSED_STATE;
	must_say(read_text(""), "line 1: a list begins with the line clew-list, a tab, and 1");
	must_say(read_text("clew-list\t2\n"), "this is format 2; this clew reads 1");
	must_say(read_text(head), "there is no table");
	must_say(read_text("clew-list\t1\nname\tours\ncode\n"),
	         "line 2, cell 2 (name): ends in a version");
	must_say(read_text("clew-list\t1\ncode\n"), "line 1 (licence): is needed in the head");
	must_say(read_text("clew-list\t1\ncolour\tred\n"),
	         "“colour” is nothing that stands in the head");
	must_say(read_text("clew-list\t1\ntitle\ta\ntitle\tb\n"),
	         "line 3: title stands in line 2 already");
	must_say(read_text("clew-list\t1\nkind\tsongs\ncode\n"), "is to be concerns or measure");
	must_say(read_text("clew-list\t1\ndate\t31/12/2026\ncode\n"), "is to be a day such as");
	must_say(read_rows(""), "there is not one concern");
	must_say(read_rows("heat\tHome\tKeeping warm\n"),
	         "line 11, cell 1 (code): is a domain, a full stop and a word");
	must_say(read_rows("home.Heat\tHome\tKeeping warm\n"), "is no code");
	must_say(read_rows("home.heat\tHome\t\n"), "line 11, cell 3 (label): is needed");
	must_say(read_rows("home.heat\tHome\t\"Warm\"\n"), "begins with a quotation mark");
	must_say(read_rows("home.heat\tHome\tWarm\x01\n"), "has a control character");
	must_say(read_rows("home.heat\tHome\tWarm\xff\n"), "is not UTF-8 text");
	must_say(read_rows("home.heat\tHome\tWarm\t\t\t\tpractical.maney\n"),
	         "cell 7 (like): practical.maney is no concern of clew's own list");
	must_say(read_rows("home.heat\tHome\tWarm\t\tscore > 7\tAsk.\n"),
	         "cell 5 (ask_when): is empty, any");
	must_say(read_rows("home.heat\tHome\tWarm\t\tscore >= 7\n"), "cell 6 (ask): is needed");
	must_say(read_rows("home.heat\tHome\tWarm\t\t\t\t\tmore\n"),
	         "cell 8: is beyond the last column");
	must_say(read_rows("a.x\tA\tOne\nb.x\tB\tTwo\na.y\tA\tThree\n"), "keep a domain together");
	must_say(read_rows("a.x\tA\tOne\na.y\tB\tTwo\n"), "is called “A” further up");
	must_say(read_rows("a.x\tA\tOne\na.x\tA\tTwo\n"), "a.x stands in this list already");
}

static void list_read__tells_all_of_them(void **state)
{
	struct read r = read_rows("Home\tHome\t\nhome.heat\t\tWarm\t\twhen cold\n");

	UNUSED_STATE;
	assert_int_equal(r.rc, E_INVALID);
	assert_int_equal(r.faults.n, 6);
	assert_null(r.file.head);
	arena_reset(&r.a);
}

#define MEASURE_HEAD                                                                \
	"clew-list\t1\nname\tm-1\nkind\tmeasure\ntitle\tM\nlicence\tl\nsource\ts\n" \
	"date\t2026-11-22\nlanguage\ten\nanswered\tperson\nbetter\thigher\n"
#define ITEMS "code\tlabel\tlow\thigh\tbetter\n"

static void list_read__tells_what_is_wrong_with_a_measure(void **state)
{
	UNUSED_STATE;
	must_say(read_text(MEASURE_HEAD ITEMS "a\tA\t0\t4\n"), "(total): is needed in the head");
	must_say(read_text(MEASURE_HEAD "total\tmean\n" ITEMS "a\tA\t0\t4\n"),
	         "is to be none or sum or table");
	must_say(read_text(MEASURE_HEAD "total\tsum\n" ITEMS "a\tA\t0\t100\n"),
	         "cell 4 (high): a whole number from 1 to 10 is needed");
	must_say(read_text(MEASURE_HEAD "total\tsum\n" ITEMS "a\tA\t4\t4\n"), "is not above low");
	must_say(read_text(MEASURE_HEAD "total\tsum\nfor\tcarers\n" ITEMS "a\tA\t0\t4\n"),
	         "(for): does not go with the kind measure");
	must_say(read_text(MEASURE_HEAD "total\tnone\n" ITEMS "a\tA\t0\t4\nband\tfrom\tto\titem\n"
	                                "low\t0\t4\t\n"),
	         "this measure has no total");
	must_say(read_text(MEASURE_HEAD "total\tsum\n" ITEMS "a\tA\t0\t4\nband\tfrom\tto\titem\n"
	                                "low\t0\t2\t\nhigh\t2\t4\t\n"),
	         "overlaps with “low”");
	must_say(read_text(MEASURE_HEAD "total\tsum\n" ITEMS "a\tA\t0\t4\nband\tfrom\tto\titem\n"
	                                "low\t0\t2\tb\n"),
	         "there is no question b");
	must_say(read_text(MEASURE_HEAD "total\ttable\n" ITEMS
	                                "a\tA\t0\t2\nsum\tscore\n0\t0\n2\t9.5\n"),
	         "the table has no score for the sum 1; sums go from 0 to 2");
	must_say(read_text(MEASURE_HEAD "total\tsum\n" ITEMS "a\tA\t0\t2\nsum\tscore\n0\t0\n"),
	         "goes with total table only");
}

static struct measure_answer said(const char *item, int value)
{
	struct measure_answer x = measure_answer_blank;

	x.item = item;
	x.answer = CONCERN_SCORED;
	x.value = value;
	return x;
}

static void measure_total_of__turns_what_is_the_other_way_round(void **state)
{
	struct read r =
		read_text(MEASURE_HEAD "total\tsum\n" ITEMS "a\tA\t1\t5\nb\tB\t1\t5\tlower\n");
	struct measure_answer at[] = { said("a", 4), said("b", 2) };
	struct measure_answer_list all = { 2, at }, part = { 1, at };
	int total = 0;

	UNUSED_STATE;
	assert_int_equal(r.rc, OK);
	assert_true(measure_total_of(&r.file.measure, &all, &total));
	assert_int_equal(total, 800);
	assert_false(measure_total_of(&r.file.measure, &part, &total));
	arena_reset(&r.a);
}

static void measure_total_of__converts_by_the_table(void **state)
{
	struct read r = read_text(MEASURE_HEAD "total\ttable\nchange\t1.5\n" ITEMS
	                                       "a\tA\t0\t1\nb\tB\t0\t1\nband\tfrom\tto\n"
	                                       "low\t7\t9.51\nhigh\t9.52\t35\n"
	                                       "sum\tscore\n0\t7\n1\t9.51\n2\t11.25\n");
	struct measure_answer was_at[] = { said("a", 0), said("b", 1) };
	struct measure_answer now_at[] = { said("a", 1), said("b", 1) };
	struct measure_answer_list was = { 2, was_at }, now = { 2, now_at };
	struct measure_lines lines;

	UNUSED_STATE;
	assert_int_equal(r.rc, OK);
	lines = measure_lines(&r.file.measure, &now, &was, &r.a);
	assert_int_equal(lines.n, 3);
	assert_string_equal(lines.at[0], "A 1, was 0: up 1, no real change");
	assert_string_equal(lines.at[2], "Altogether 11.25 (high), was 9.51: up 1.74, better");
	arena_reset(&r.a);
}

static void shipped__are_all_valid_and_say_whose_they_are(void **state)
{
	struct arena a = { 0 };

	UNUSED_STATE;
	for (enum list_kind kind = LIST_CONCERNS; kind <= LIST_MEASURE; kind++) {
		struct list_names names;

		list_names_built_in(kind, &a, &names);
		assert_true(names.n > 0);
		for (size_t i = 0; i < names.n; i++) {
			struct list_file file;
			struct list_faults faults;

			if (list_read(list_built_in(names.at[i], &a), &a, &file, &faults) != OK)
				fail_msg("%s: %s", names.at[i], list_fault_text(&faults.at[0], &a));
			assert_string_equal(file.head->name, names.at[i]);
			assert_int_equal(file.head->kind, kind);
			assert_false(text_empty(file.head->licence));
		}
	}
	arena_reset(&a);
}

/* A code means one thing: signposts and actions keep it without its list. */
static void shipped__share_no_code(void **state)
{
	struct arena a = { 0 };
	struct concern_set own, carers;

	UNUSED_STATE;
	assert_int_equal(concern_set_load(CONCERNS_NEWEST, &a, &own), OK);
	assert_int_equal(concern_set_load(CONCERNS_CARERS, &a, &carers), OK);
	assert_true(carers.n >= 30 && carers.n <= 45);
	for (size_t i = 0; i < carers.n; i++) {
		const struct concern_item *x = &carers.at[i];

		assert_null(concern_find(&own, x->code));
		assert_string_equal(concern_label(x->code, &a), x->label);
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(carers.at[j].label, x->label);
	}
	arena_reset(&a);
}

static void carers_list__asks_what_needs_a_person(void **state)
{
	struct arena a = { 0 };
	struct concern_set set;
	const struct concern_item *hope, *tether, *safe;

	UNUSED_STATE;
	assert_int_equal(concern_set_load(CONCERNS_CARERS, &a, &set), OK);
	hope = concern_find(&set, "carer_feelings.hopeless");
	tether = concern_find(&set, "carer_caring.tether");
	safe = concern_find(&set, "carer_life.safe");
	assert_true(concern_is_red(hope, CONCERN_SCORED, 7, false));
	assert_false(concern_is_red(hope, CONCERN_SCORED, 6, false));
	assert_true(concern_is_red(tether, CONCERN_SCORED, 9, false));
	assert_true(concern_is_red(safe, CONCERN_RATHER_NOT, NUMBER_NONE, false));
	assert_int_equal(set.head->audience, LIST_FOR_CARERS);
	arena_reset(&a);
}

static void concern_list_for__asks_carers_by_theirs(void **state)
{
	const struct list_choice choice = { "clew-1", "carer-1", "ons4-1" };

	UNUSED_STATE;
	assert_string_equal(concern_list_for(STAGE_IN_TREATMENT, &choice), "clew-1");
	assert_string_equal(concern_list_for(STAGE_NONE, &choice), "clew-1");
	assert_string_equal(concern_list_for(STAGE_CARING, &choice), "carer-1");
	assert_string_equal(concern_list_for(STAGE_BEREAVED, &choice), "carer-1");
}

static void ons4__is_reversed_for_anxious_alone(void **state)
{
	struct arena a = { 0 };
	struct list_file file;
	struct list_faults faults;
	const struct measure *m = &file.measure;

	UNUSED_STATE;
	assert_int_equal(list_read(list_built_in("ons4-1", &a), &a, &file, &faults), OK);
	assert_int_equal(m->n, 4);
	assert_int_equal(m->total, MEASURE_NO_TOTAL);
	for (size_t i = 0; i < m->n; i++)
		assert_int_equal(m->at[i].better, i == 3 ? MEASURE_LOWER : MEASURE_HIGHER);
	assert_string_equal(measure_band_words(m, "happy", 900), "very high");
	assert_string_equal(measure_band_words(m, "anxious", 600), "high");
	assert_string_equal(measure_change_text(m, MEASURE_HIGHER, 500, 700, &a), "up 2, better");
	assert_string_equal(measure_change_text(m, MEASURE_LOWER, 500, 700, &a), "up 2, worse");
	assert_string_equal(measure_change_text(m, MEASURE_LOWER, 700, 500, &a), "down 2, better");
	assert_string_equal(measure_change_text(m, MEASURE_LOWER, 7, 7, &a), "the same");
	arena_reset(&a);
}

/* The examples of clew-list(5) are files that can be loaded. */
static void manual__has_examples_that_load(void **state)
{
	struct buf page = { 0 };
	struct arena a = { 0 };
	const char *at;
	size_t sound = 0;

	UNUSED_STATE;
	assert_int_equal(file_read(CLEW_SOURCE_DIR "/man/clew-list.5", 1 << 20, &page), OK);
	at = buf_text(&page);
	while ((at = strstr(at, "clew-list\t1\nname"))) {
		const char *end = strstr(at, ".Ed");
		struct list_faults faults;
		struct list_file file;

		assert_non_null(end);
		if (list_read((struct str){ at, (size_t)(end - at) }, &a, &file, &faults) != OK)
			fail_msg("%s", list_fault_text(&faults.at[0], &a));
		sound++;
		at = end;
	}
	assert_int_equal(sound, 2);
	buf_done(&page);
	arena_reset(&a);
}

/* One byte or stretch of a sound file made into something else. */
static void mutate(struct dice *d, struct str from, struct buf *ret)
{
	static const char *const in[] = { "\t",   "\n", "\"", "\xff", "\xE2\x80\xAE",
		                          "code", "\r", "#",  "-1",   "999999999999999999999",
		                          "." };
	size_t at = dice_below(d, (uint32_t)from.n), cut = dice_below(d, 40);

	cut = at + cut > from.n ? from.n - at : cut;
	buf_clear(ret);
	buf_add(ret, (struct str){ from.at, at });
	if (dice_below(d, 4) != 0)
		buf_puts(ret, in[dice_below(d, COUNT_OF(in))]);
	if (dice_below(d, 8) != 0)
		buf_add(ret, (struct str){ from.at + at + cut, from.n - at - cut });
}

static void list_read__takes_or_tells__whatever_is_mutated(void **state)
{
	static const char *const names[] = { "clew-1", "carer-1", "ons4-1" };
	struct dice d = dice_begin("mutated lists");
	struct buf b = { 0 };
	size_t bad, refused = 0;

	UNUSED_STATE;
	for (int i = 0; i < 2000; i++) {
		struct arena a = { 0 };
		struct list_faults faults;
		struct list_file file = { 0 };

		mutate(&d, list_built_in(names[i % 3], &a), &b);
		if (list_read(buf_str(&b), &a, &file, &faults) == OK) {
			assert_int_equal(faults.n, 0);
			assert_non_null(file.head);
		} else {
			refused++;
			assert_true(faults.n > 0 && !file.head);
			for (size_t j = 0; j < faults.n; j++) {
				const char *text = list_fault_text(&faults.at[j], &a);

				assert_true(text_valid(str_of(text), &bad));
			}
		}
		arena_reset(&a);
	}
	assert_true(refused > 500);
	buf_done(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(list_read__takes_a_list_as_it_stands),
		cmocka_unit_test(list_read__takes_what_spreadsheets_write),
		cmocka_unit_test(list_read__tells_every_fault_with_its_place),
		cmocka_unit_test(list_read__tells_all_of_them),
		cmocka_unit_test(list_read__tells_what_is_wrong_with_a_measure),
		cmocka_unit_test(measure_total_of__turns_what_is_the_other_way_round),
		cmocka_unit_test(measure_total_of__converts_by_the_table),
		cmocka_unit_test(shipped__are_all_valid_and_say_whose_they_are),
		cmocka_unit_test(shipped__share_no_code),
		cmocka_unit_test(carers_list__asks_what_needs_a_person),
		cmocka_unit_test(concern_list_for__asks_carers_by_theirs),
		cmocka_unit_test(ons4__is_reversed_for_anxious_alone),
		cmocka_unit_test(manual__has_examples_that_load),
		cmocka_unit_test(list_read__takes_or_tells__whatever_is_mutated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
