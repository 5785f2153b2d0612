#include "test.h"

#include "carter.h"
#include "fixture.h"

#include "casework/person_view.h"
#include "casework/relatives.h"
#include "casework/strip.h"
#include "casework/undo.h"
#include "model/list_for.h"
#include "model/none.h"

#include <string.h>

static struct relative_list round_of(struct workplace *w, struct person_id p)
{
	struct relative_list list = { 0 };

	assert_int_equal(casework_relatives(w->session, p, &w->arena, &list), OK);
	return list;
}

static const struct relative *named(struct workplace *w, struct person_id p, const char *name)
{
	struct relative_list list = round_of(w, p);

	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.at[i].name, name) == 0)
			return &list.at[i];
	return NULL;
}

static struct relation_id put(struct workplace *w, struct relation x)
{
	struct relation_id id = { 0 };

	assert_int_equal(casework_save_relation(w->session, &x, &id), OK);
	return id;
}

static struct relation of(struct person_id p, enum relation_kind kind, const char *name)
{
	struct relation x = relation_blank;

	x.person = p;
	x.kind = kind;
	x.name = name;
	return x;
}

static const char *line(struct workplace *w, struct person_id p)
{
	struct person_strip strip;

	assert_int_equal(casework_strip(w->session, p, &w->arena, &strip), OK);
	return strip.safe;
}

static void relatives__whom_to_ring_first_stands_first(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct relation x = of(jane, RELATION_NEXT_OF_KIN, "Ada Carter");
	struct relative_list list;

	x.crisis = 1;
	x.at_night = SAID_NO;
	x.phone = "07700900333";
	x.power = POWER_LPA_HEALTH;
	put(w, x);
	list = round_of(w, jane);
	assert_string_equal(list.at[0].name, "Ada Carter");
	assert_string_equal(list.at[0].says,
	                    "ring first in a crisis, not at night · 07700 900333 · lasting power "
	                    "of attorney, health and care, not seen · may not know");
}

static void relation__ended_is_round_them_no_more__and_comes_back(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	size_t before = round_of(w, jane).n;
	struct relation x = round_of(w, jane).at[0].relation;

	x.ended_on = w->session->today;
	put(w, x);
	assert_int_equal(round_of(w, jane).n, before - 1);
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(round_of(w, jane).n, before);
}

/* care 4: a partner that changes has it asked again what is safe. */
static void partner__who_changes__has_it_asked_again(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);

	put(w, of(jane, RELATION_FRIEND, "Bea"));
	assert_null(strstr(line(w, jane), "ask again"));
	put(w, of(jane, RELATION_PARTNER, "Sam"));
	assert_non_null(strstr(line(w, jane), "ask again: the partner changed"));
}

/* care 7: on the other's record only where it is known that they know of both. */
static void link__shows_on_one_side__until_it_is_known_that_they_know(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w), samir;
	struct relation x;

	store_sql(w->session->store,
	          "INSERT INTO person (family_name, given_name, created_on) VALUES"
	          " ('Nowak', 'Ola', 20000)");
	samir.n = store_int(w->session->store, "SELECT max(id) FROM person");
	x = of(jane, RELATION_CARED_FOR_BY, "");
	x.other = samir;
	x.id = put(w, x);
	assert_non_null(named(w, jane, "Ola Nowak"));
	assert_int_equal(round_of(w, samir).n, 0);
	x = named(w, jane, "Ola Nowak")->relation;
	x.knows_illness = SAID_YES;
	put(w, x);
	assert_int_equal(round_of(w, samir).n, 0);
	x = named(w, jane, "Ola Nowak")->relation;
	x.knows_service = SAID_YES;
	put(w, x);
	assert_true(named(w, samir, "Jane Carter")->theirs);
	assert_string_equal(named(w, samir, "Jane Carter")->kind, "looked after");
	/* Kept apart: no link from either side, and none can be made. */
	store_sql(w->session->store,
	          "UPDATE person SET keep_apart = 1, ver = ver + 1 WHERE id = 1");
	assert_null(named(w, jane, "Ola Nowak"));
	assert_null(named(w, samir, "Jane Carter"));
	x.id.n = 0;
	assert_int_equal(casework_save_relation(w->session, &x, &x.id), E_CONFLICT);
	x = of(jane, RELATION_FRIEND, "");
	x.other = jane;
	assert_int_equal(casework_save_relation(w->session, &x, &x.id), E_INVALID);
}

static struct relation_id carer_of(struct workplace *w, struct person_id jane, enum asked knows)
{
	struct relation x = of(jane, RELATION_CARED_FOR_BY, "Rosa Maria Diaz, friend");

	x.phone = "07700 900124";
	x.knows_illness = x.knows_service = knows;
	return put(w, x);
}

static void carer__becomes_a_person_of_their_own(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct relation_id id = carer_of(w, jane, SAID_YES);
	struct received made;
	struct person_view view;
	const struct relative *rosa;

	assert_string_equal(named(w, jane, "Rosa Maria Diaz, friend")->missing,
	                    "no record of their own");
	assert_int_equal(casework_take_in_carer(w->session, id, &w->arena, &made), OK);
	assert_int_equal(casework_open_person(w->session, made.person, &w->arena, &view), OK);
	assert_string_equal(view.person.family_name, "Diaz");
	assert_string_equal(view.person.given_name, "Rosa Maria");
	assert_int_equal(view.person.stage, STAGE_CARING);
	assert_int_equal(view.referral.state, REFERRAL_ACCEPTED);
	assert_int_equal(view.referral.worker.n, 1); /* Jane's */
	assert_string_equal(view.strip.phone, "07700 900124");
	assert_int_equal(view.looks_after.n, 1);
	assert_string_equal(view.looks_after.at[0].who, "Jane Carter");
	assert_string_equal(view.looks_after.at[0].missing, "not assessed as a carer");
	rosa = named(w, jane, "Rosa Maria Diaz");
	assert_int_equal(rosa->with.n, made.person.n);
	assert_string_equal(rosa->missing, "not assessed as a carer");
	/* And is asked through the carers' list. */
	assert_non_null(strstr(concern_list_for(view.person.stage,
	                                        &(struct list_choice){ "clew-1", "carer-1", "" }),
	                       "carer"));
	/* Once; and one undo takes all of it back. */
	assert_int_equal(casework_take_in_carer(w->session, id, &w->arena, &made), E_CONFLICT);
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(named(w, jane, "Rosa Maria Diaz, friend")->with.n, 0);
}

static void carer__who_may_not_know__is_asked_about_first(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct relation_id id = carer_of(w, jane, NOT_ASKED);
	struct received made;
	int64_t people = store_int(w->session->store, "SELECT count(*) FROM person");

	assert_int_equal(casework_take_in_carer(w->session, id, &w->arena, &made), E_CONFLICT);
	assert_non_null(strstr(session_fault(w->session), "Ask them first"));
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM person"), people);
}

/* Their record says it, kindly, and where the link is known to be known alone. */
static void carer__of_somebody_who_died__is_told_by_the_record(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct relation_id id = carer_of(w, jane, SAID_YES);
	struct received made;
	struct person_view view;
	struct relation x;

	assert_int_equal(casework_take_in_carer(w->session, id, &w->arena, &made), OK);
	store_sql(w->session->store, "UPDATE person SET died_on = 20775, died_sure = 'sure',"
	                             " stage = 'died', ver = ver + 1 WHERE id = 1");
	assert_int_equal(casework_open_person(w->session, made.person, &w->arena, &view), OK);
	assert_string_equal(view.looks_after.at[0].more, "died 18 Nov");
	assert_string_equal(view.looks_after.at[0].missing, "");
	x = named(w, jane, "Rosa Maria Diaz")->relation;
	x.knows_illness = NOT_ASKED;
	put(w, x);
	assert_int_equal(casework_open_person(w->session, made.person, &w->arena, &view), OK);
	assert_int_equal(view.looks_after.n, 0);
}

#define T(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(relatives__whom_to_ring_first_stands_first),
		T(relation__ended_is_round_them_no_more__and_comes_back),
		T(partner__who_changes__has_it_asked_again),
		T(link__shows_on_one_side__until_it_is_known_that_they_know),
		T(carer__becomes_a_person_of_their_own),
		T(carer__who_may_not_know__is_asked_about_first),
		T(carer__of_somebody_who_died__is_told_by_the_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
