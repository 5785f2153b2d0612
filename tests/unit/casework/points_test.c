#include "test.h"

#include "carter.h"
#include "fixture.h"

#include "casework/people.h"
#include "casework/points.h"
#include "casework/strip.h"
#include "casework/undo.h"
#include "model/safe.h"

#include <string.h>

static struct contact_point_id add(struct workplace *w, struct person_id p, const char *value)
{
	struct contact_point x = contact_point_blank;
	struct contact_point_id id = { 0 };

	x.person = p;
	x.kind = CONTACT_POINT_PHONE;
	x.value = value;
	assert_int_equal(casework_save_point(w->session, &x, &id), OK);
	return id;
}

static struct contact_point_list all(struct workplace *w, struct person_id p)
{
	struct contact_point_list list = { 0 };

	assert_int_equal(casework_points(w->session, p, &w->arena, &list), OK);
	return list;
}

static const char *line(struct workplace *w, struct person_id p)
{
	struct person_strip strip;

	assert_int_equal(casework_strip(w->session, p, &w->arena, &strip), OK);
	return strip.safe;
}

static void points__as_many_as_there_are__the_best_first(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct contact_point_id home, work;
	struct contact_point_list list;
	struct person_strip strip;

	home = add(w, jane, "0113 496 0123");
	work = add(w, jane, "0113 496 0188");
	assert_int_equal(all(w, jane).n, 3);
	assert_int_equal(casework_try_first(w->session, jane, work), OK);
	list = all(w, jane);
	assert_int_equal(list.at[0].id.n, work.n);
	assert_int_equal(list.at[2].id.n, home.n);
	assert_int_equal(casework_strip(w->session, jane, &w->arena, &strip), OK);
	assert_string_equal(strip.phone, "0113 496 0188");
	/* One undo puts the order back. */
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(all(w, jane).at[2].id.n, work.n);
}

static void points__struck_out_comes_last_and_back(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct contact_point x = all(w, jane).at[0];
	struct contact_point_id id, home = add(w, jane, "0113 496 0123");

	x.struck_on = w->session->today;
	assert_int_equal(casework_save_point(w->session, &x, &id), OK);
	assert_int_equal(all(w, jane).at[0].id.n, home.n);
	x = all(w, jane).at[1];
	x.struck_on = DAY_NONE;
	assert_int_equal(casework_save_point(w->session, &x, &id), OK);
	assert_int_equal(all(w, jane).at[0].id.n, x.id.n);
}

static void points__refuse_what_is_none_or_another_persons(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w), samir = haddad_add(w);
	struct contact_point x = all(w, jane).at[0];
	struct contact_point_id id;

	x.value = "";
	assert_int_equal(casework_save_point(w->session, &x, &id), E_INVALID);
	x.value = "0113 496 0123";
	x.ver--;
	assert_int_equal(casework_save_point(w->session, &x, &id), E_CONFLICT);
	x.ver++;
	x.person = samir;
	assert_int_not_equal(casework_save_point(w->session, &x, &id), OK);
	assert_string_equal(all(w, jane).at[0].value, "07700 900123");
}

/* care 4: asked again whenever a partner, address or number changes, and after 90 days. */
static void what_is_safe__is_asked_again__after_a_change(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct person_details d;

	assert_null(strstr(line(w, jane), "ask again"));
	add(w, jane, "0113 496 0123");
	assert_non_null(strstr(line(w, jane), "ask again: a number changed"));
	assert_int_equal(casework_details(w->session, jane, &w->arena, &d), OK);
	assert_true(safe_ask_again(&d.safe, w->session->today));
	d.person.address = "2 Other Street";
	assert_int_equal(casework_change_details(w->session, &d), OK);
	assert_non_null(strstr(line(w, jane), "ask again: a number changed, the address changed"));
	/* Asked: it is gone. */
	assert_int_equal(casework_details(w->session, jane, &w->arena, &d), OK);
	d.safe.post = SAID_YES;
	assert_int_equal(casework_change_details(w->session, &d), OK);
	assert_null(strstr(line(w, jane), "ask again"));
	workplace_days_later(w, SAFE_ASK_AGAIN_DAYS);
	assert_non_null(strstr(line(w, jane), "ask again: set over 90 days ago"));
}

#define T(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(points__as_many_as_there_are__the_best_first),
		T(points__struck_out_comes_last_and_back),
		T(points__refuse_what_is_none_or_another_persons),
		T(what_is_safe__is_asked_again__after_a_change),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
