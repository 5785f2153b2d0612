#include "test.h"

#include "casework/lists.h"

#include "fixture.h"
#include "jane_assessed.h"

#include "casework/assess.h"
#include "casework/directory.h"
#include "casework/person_view.h"
#include "casework/undo.h"
#include "model/none.h"

#include <string.h>

#define HEAD(name)                                                                               \
	"clew-list\t1\nname\t" name "\nkind\tconcerns\ntitle\tOurs\nlicence\tours\nsource\tus\n" \
	"date\t2026-11-22\nlanguage\ten\ncode\tdomain\tlabel\tlike\n"
static const char ours_1[] = HEAD("ours-1") "home.heat\tHome\tKeeping warm\tpractical.money\n"
					    "self.dread\tMyself\tDread\temotional.worry\n"
					    "self.odd\tMyself\tSomething odd\t\n";
static const char ours_2[] = HEAD("ours-2") "home.heat\tHome\tWarmth\tpractical.money\n";
static const char theirs_1[] = HEAD("theirs-1") "home.heat\tHome\tA hot meal\t\n";

static const char *load(struct workplace *w, const char *body)
{
	const char *name = "";

	if (casework_load_list(w->session, str_of(body), true, &w->arena, &name) != OK)
		fail_msg("%s", session_fault(w->session));
	return name;
}

static void use(struct workplace *w, const char *name, enum list_use how)
{
	const char *said;

	if (casework_use_list(w->session, name, how, &w->arena, &said) != OK)
		fail_msg("%s", session_fault(w->session));
}

static void put(struct workplace *w, struct new_assessment *n, const char *code, int score)
{
	struct concern *c = ARENA_PUSH(&w->arena, &n->concerns);

	*c = concern_blank;
	c->code = code;
	c->answer = CONCERN_SCORED;
	c->score = score;
}

static struct measure_answer said(const char *item, int value)
{
	struct measure_answer x = measure_answer_blank;

	x.item = item;
	x.answer = CONCERN_SCORED;
	x.value = value;
	return x;
}

/* Jane is assessed by what she is to be asked by, with those scores. */
static struct new_assessment begin(struct workplace *w, struct person_id jane)
{
	struct assessment_start start;
	struct new_assessment n = { .minutes = NUMBER_NONE, .note = "" };

	assert_int_equal(casework_begin_assessment(w->session, jane, &w->arena, &start), OK);
	n.header = start.header;
	n.header.agreed_keep = SAID_YES;
	return n;
}

static void complete(struct workplace *w, const struct new_assessment *n)
{
	struct assessment_id id;

	if (casework_complete_assessment(w->session, n, &id) != OK)
		fail_msg("%s", session_fault(w->session));
}

static const char *newest(struct workplace *w, struct person_id jane)
{
	struct person_view view;

	assert_int_equal(casework_open_person(w->session, jane, &w->arena, &view), OK);
	assert_true(view.assessments.n > 0);
	return view.assessments.at[0].whole;
}

static void lists__load_once_and_stand(void **state)
{
	struct workplace *w = *state;
	const char *name;

	assert_string_equal(load(w, ours_1), "ours-1");
	assert_int_equal(casework_load_list(w->session, str_of(ours_1), true, &w->arena, &name),
	                 E_EXISTS);
	assert_string_equal(load(w, ours_2), "ours-2");
	assert_int_equal(casework_load_list(w->session, str_of(theirs_1), true, &w->arena, &name),
	                 E_EXISTS);
	assert_non_null(strstr(session_fault(w->session), "has a concern home.heat too"));
	assert_int_equal(casework_load_list(w->session, str_of(HEAD("a-1") "x.y\tX\tY\n"), false,
	                                    &w->arena, &name),
	                 E_INVALID);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM loaded_list"), 2);
}

static void lists__are_changed_by_coordinators_alone(void **state)
{
	struct workplace *w = *state;
	const char *name;

	workplace_as(w, "ben");
	assert_int_equal(casework_load_list(w->session, str_of(ours_1), true, &w->arena, &name),
	                 E_DENIED);
	assert_int_equal(casework_offer_list(w->session, CONCERNS_NEWEST, false), E_DENIED);
}

/* A version that is retired, and one with another wording: each assessment reads as it was asked. */
static void retired__old_assessments_keep_their_words(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_add(w);
	struct new_assessment n;

	load(w, ours_1);
	use(w, "ours-1", LIST_USE_PEOPLE);
	n = begin(w, jane);
	assert_string_equal(n.header.list, "ours-1");
	put(w, &n, "home.heat", 7);
	complete(w, &n);
	load(w, ours_2);
	use(w, "ours-2", LIST_USE_PEOPLE);
	assert_int_equal(casework_offer_list(w->session, "ours-1", false), OK);
	assert_non_null(strstr(newest(w, jane), "Keeping warm 7"));
	n = begin(w, jane);
	assert_string_equal(n.header.list, "ours-2");
	put(w, &n, "home.heat", 4);
	n.concerns.at[0].previous_score = 7;
	n.header.on_day = w->session->today;
	complete(w, &n);
	assert_non_null(strstr(newest(w, jane), "Warmth 4, was 7"));
}

static void undo__leaves_a_list_that_is_used(void **state)
{
	struct workplace *w = *state;
	const char *peek;

	load(w, ours_1);
	store_sql(w->session->store, "INSERT INTO setting (name, value) VALUES"
	                             " ('measures', 'ours-1 ons4-1')");
	assert_int_equal(casework_undo_peek(w->session, &w->arena, &peek), E_CONFLICT);
	assert_non_null(strstr(session_fault(w->session), "people are assessed by ours-1 since"));
	store_sql(w->session->store, "DELETE FROM setting WHERE name = 'measures'");
	assert_int_equal(casework_undo_peek(w->session, &w->arena, &peek), OK);
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM loaded_list"), 0);
}

static void services__are_found_by_what_a_concern_is_like(void **state)
{
	struct workplace *w = *state;

	load(w, ours_1);
	assert_string_equal(session_concern_like(w->session, "home.heat"), "practical.money");
	assert_string_equal(session_concern_like(w->session, "self.odd"), "");
	assert_string_equal(session_concern_like(w->session, "practical.money"), "practical.money");
	assert_string_equal(session_concern_label(w->session, "home.heat"), "Keeping warm");
	assert_string_equal(session_concern_label(w->session, "carer_life.break"),
	                    "Getting a break");
	assert_string_equal(session_concern_label(w->session, "no.such"), "no.such");
}

static void measures__are_kept_and_told_with_what_they_were(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_add(w);
	struct measure_answer first[] = { said("satisfied", 5), said("anxious", 8) };
	struct measure_answer then[] = { said("satisfied", 7), said("anxious", 9) };
	struct measure_taken taken = { measured_blank, { 2, first } };
	struct new_assessment n = begin(w, jane);

	taken.head.measure = "ons4-1";
	n.measured = (struct measure_taken_list){ 1, &taken };
	complete(w, &n);
	taken.answers.at = then;
	n = begin(w, jane);
	n.measured = (struct measure_taken_list){ 1, &taken };
	complete(w, &n);
	assert_non_null(
		strstr(newest(w, jane), "Satisfied with life 7 (high), was 5: up 2, better"));
	assert_non_null(strstr(newest(w, jane), "Anxious yesterday 9 (high), was 8: up 1, worse"));
	then[0].value = 11;
	assert_int_equal(casework_complete_assessment(w->session, &n, &(struct assessment_id){ 0 }),
	                 E_INVALID);
	assert_non_null(strstr(session_fault(w->session), "Satisfied with life takes 0 to 10"));
}

static void measures__of_who_would_not_have_it_kept__are_not(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_add(w);
	struct measure_answer one = said("happy", 5);
	struct measure_taken taken = { measured_blank, { 1, &one } };
	struct new_assessment n = begin(w, jane);

	taken.head.measure = "ons4-1";
	n.measured = (struct measure_taken_list){ 1, &taken };
	n.header.agreed_keep = SAID_NO;
	complete(w, &n);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM measured"), 0);
}

#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_WORK(lists__load_once_and_stand),
		AT_WORK(lists__are_changed_by_coordinators_alone),
		AT_WORK(retired__old_assessments_keep_their_words),
		AT_WORK(undo__leaves_a_list_that_is_used),
		AT_WORK(services__are_found_by_what_a_concern_is_like),
		AT_WORK(measures__are_kept_and_told_with_what_they_were),
		AT_WORK(measures__of_who_would_not_have_it_kept__are_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
