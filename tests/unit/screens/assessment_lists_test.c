/* The carers' list, measures, and lists that were loaded, on the screen. */
#include "test.h"

#include "fixture.h"
#include "jane_assessed.h"
#include "screens.h"
#include "stage.h"

#include "casework/drafts.h"
#include "casework/lists.h"

#include <string.h>

#define HEAD                                                                                    \
	"clew-list\t1\nname\tours-1\nkind\tconcerns\ntitle\tWhat we ask\nlicence\tours alone\n" \
	"source\tus\ndate\t2026-11-22\nlanguage\ten\n"

static struct visit visit_jane(struct workplace *w)
{
	return visit_person(&assessment_screen, jane_add(w));
}

static void carer__is_asked_by_the_carers_list(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_jane(w);
	struct stage *st;

	store_sql(w->session->store, "UPDATE person SET stage = 'caring' WHERE id = 1");
	st = stage_open(w, &v);
	stage_shows(st, "MY OWN HEALTH");
	stage_shows(st, "how much does it weigh on you now");
	stage_keys(st, "/ t e t h e r 8");
	stage_shows(st, "Ask: might you or they come to harm? Then !");
	stage_keys(st, "Down / g e t t i n g 9");
	stage_golden(st, "assessment-carer");
	stage_close(st);
}

static void header__chooses_another_list_before_the_first_answer(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_jane(w);
	struct stage *st = stage_open(w, &v);

	stage_keys(st, "e Tab Tab Tab Tab Tab Tab Tab Tab");
	stage_shows(st, "Asked by");
	stage_keys(st, "2 Ctrl-S");
	stage_shows(st, "MY OWN HEALTH");
	stage_keys(st, "Down Down 4 e 1 Ctrl-S");
	stage_shows(st, "Something is answered by the other list.");
	stage_close(st);
}

/* Last time was by the other list: nothing of it is in this one, and all of this one is shown. */
static void header__another_list_at_a_review_shows_all_of_it(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_jane(w);
	struct stage *st;

	jane_assessed_before(w, (struct person_id){ v.id[0] });
	st = stage_open(w, &v);
	stage_keys(st, "e Shift-Tab 2 Ctrl-S");
	stage_shows(st, "MY OWN HEALTH");
	stage_close(st);
}

/* What was answered by another list is there still when it is taken up again. */
static void draft__keeps_the_list_it_was_of(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_jane(w);
	struct stage *st = stage_open(w, &v);

	stage_keys(st, "e Tab Tab Tab Tab Tab Tab Tab Tab 2 Ctrl-S Down Down 4");
	stage_shows(st, "Tiredness                                     4");
	stage_keys(st, "Esc");
	stage_visit(st, &v);
	stage_shows(st, "MY OWN HEALTH");
	stage_shows(st, "Tiredness                                     4");
	stage_close(st);
}

static void measures__stand_last_each_with_its_scale(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_jane(w);
	struct stage *st = stage_open(w, &v);

	stage_keys(st, "Home 5 End Up Up Up 6");
	stage_shows(st, "Satisfied with life 6. Backspace takes it back.");
	stage_shows(st, "to what extent do you feel");
	stage_keys(st, "- 9 t");
	stage_golden(st, "assessment-ons4");
	stage_keys(st, "Space");
	stage_shows(st, "takes a number, 0 to 10");
	stage_keys(st, "m");
	stage_shows(st, "is no concern");
	stage_close(st);
}

static void take_measures(struct workplace *w)
{
	store_sql(w->session->store,
	          "INSERT INTO measured (id, person, measure, on_day, by_account)"
	          " VALUES (1, 1, 'ons4-1', 20700, 1);"
	          "INSERT INTO measure_answer (measured, item, person, answer, value) VALUES"
	          " (1, 'satisfied', 1, 'score', 5), (1, 'worthwhile', 1, 'score', 6),"
	          " (1, 'happy', 1, 'score', 6), (1, 'anxious', 1, 'score', 5)");
}

static void measures__know_which_way_is_better(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_jane(w);
	struct stage *st;

	take_measures(w);
	st = stage_open(w, &v);
	stage_keys(st, "End Up Up Up 7");
	stage_shows(st, "Satisfied with life 7, was 5: up 2, better.");
	stage_keys(st, "= 4 7");
	stage_shows(st, "Anxious yesterday 7, was 5: up 2, worse.");
	stage_golden(st, "assessment-ons4-review");
	stage_close(st);
}

static void load(struct workplace *w, const char *body)
{
	struct arena a = { 0 };
	struct list_check x;
	const char *name;

	workplace_as(w, "ann");
	w->session->proved_at = w->session->now;
	assert_int_equal(casework_check_list(w->session, str_of(body), &a, &x), OK);
	assert_int_equal(x.faults.n, 0);
	assert_int_equal(casework_load_list(w->session, str_of(body), true, &a, &name), OK);
	assert_int_equal(casework_use_list(w->session, name, LIST_USE_PEOPLE, &a, &name), OK);
	arena_reset(&a);
	workplace_as(w, "priya");
}

static const char *long_label(struct arena *a)
{
	const char *text = "";

	for (int i = 0; i < 20; i++)
		text = arena_printf(a, "%sLong label", text);
	return text;
}

static void loaded__hostile_labels_break_nothing(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_jane(w);
	struct stage *st;
	struct arena a = { 0 };

	load(w,
	     arena_printf(
		     &a,
		     HEAD
		     "code\tdomain\tlabel\tplain\n"
		     "a.long\tΔomain with a rather long name for a heading of so few columns and more\t%s\tplain\n"
		     "a.rtl\tΔomain with a rather long name for a heading of so few columns and more\tמים חמים\tמים\n"
		     "a.turned\tΔomain with a rather long name for a heading of so few columns and more\tgood\xE2\x80\xAE"
		     "dab\tx\n"
		     "a.emoji\tΔomain with a rather long name for a heading of so few columns and more\tHeat \xF0\x9F\x94\xA5\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB\ty\n"
		     "b.wide\tB\t温かい家\tz\n",
		     long_label(&a)));
	st = stage_open(w, &v);
	stage_keys(st, "Down Down 9 3 t");
	stage_golden(st, "assessment-hostile-list");
	stage_close(st);
	arena_reset(&a);
}

#define WORKPLACE_TEST(test) \
	cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WORKPLACE_TEST(carer__is_asked_by_the_carers_list),
		WORKPLACE_TEST(header__chooses_another_list_before_the_first_answer),
		WORKPLACE_TEST(header__another_list_at_a_review_shows_all_of_it),
		WORKPLACE_TEST(draft__keeps_the_list_it_was_of),
		WORKPLACE_TEST(measures__stand_last_each_with_its_scale),
		WORKPLACE_TEST(measures__know_which_way_is_better),
		WORKPLACE_TEST(loaded__hostile_labels_break_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
