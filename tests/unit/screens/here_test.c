#include "test.h"

#include "carter.h"
#include "fixture.h"
#include "stage.h"

#include "screens.h"

/* Ben Ojo, at another terminal, has it open. */
static void ben_comes(struct workplace *w, struct person_id p)
{
	store_sql(w->session->store,
	          arena_printf(&w->arena,
	                       "INSERT INTO presence (account, place, began_at, seen_at, person,"
	                       " person_at, doing) SELECT id, 'pts/7', %lld, %lld, %lld, %lld,"
	                       " 'contact' FROM account WHERE login = 'ben'",
	                       (long long)w->session->now, (long long)w->session->now,
	                       (long long)p.n, (long long)w->session->now + 120));
}

static int64_t open_now(struct workplace *w)
{
	return store_int(w->session->store, "SELECT coalesce(person, 0) FROM presence p"
	                                    " JOIN account a ON a.id = p.account"
	                                    " WHERE a.login = 'priya'");
}

static void here__both_are_told(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct visit v = visit_person(&person_screen, jane);
	struct stage *st = stage_open(w, &v);

	stage_rest(st);
	stage_hides(st, "has this open");
	assert_int_equal(open_now(w), jane.n);
	/* Ben comes: the first is told at the next key, and as long as nothing else is said. */
	ben_comes(w, jane);
	w->session->now++;
	stage_keys(st, "Down");
	stage_rest(st);
	stage_shows(st, "Ben Ojo has this open since 09:02, writing a contact.");
	stage_golden(st, "here");
	stage_say(st, "Saved.");
	stage_hides(st, "Ben Ojo");
	stage_keys(st, "Down");
	stage_shows(st, "Ben Ojo");
	/* And the second, who opens the record after him. */
	stage_keys(st, "g t");
	stage_rest(st);
	stage_hides(st, "Ben Ojo");
	stage_close(st);
}

static void here__a_form_about_somebody_is_their_record_open(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct visit v = visit_to(&today_screen);
	struct stage *st = stage_open(w, &v);

	stage_rest(st);
	assert_int_equal(open_now(w), 0); /* under the cursor is not open */
	stage_close(st);
	v = visit_person(&person_screen, jane);
	st = stage_open(w, &v);
	stage_keys(st, "c");
	stage_rest(st);
	assert_int_equal(open_now(w), jane.n);
	assert_string_equal(store_text(w->session->store, "SELECT doing FROM presence", &w->arena),
	                    "contact");
	stage_keys(st, "Ctrl-G");
	stage_rest(st);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM presence"), 0);
	stage_hides(st, "Ben Ojo");
	stage_close(st);
}

#define T(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		T(here__both_are_told),
		T(here__a_form_about_somebody_is_their_record_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
