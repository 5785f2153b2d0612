#include "store/safe_contacts.h"

#include "fixture.h"
#include "test.h"

static int setup(void **state)
{
	fixture_setup(state);
	fixture_sql(*state,
	            "INSERT INTO person (id, family_name, created_on) VALUES (1, 'Carter', 20000)");
	return 0;
}

static struct safe_contact get(struct fixture *f)
{
	struct safe_contact x;

	assert_int_equal(safe_contact_get(f->store, (struct person_id){ 1 }, &f->arena, &x), OK);
	return x;
}

static enum status put(struct fixture *f, const struct safe_contact *x)
{
	enum status rc = safe_contact_put(fixture_begin(f, "safe"), x);

	assert_int_equal(change_end(&f->change, rc), rc);
	return rc;
}

static void safe_contact_get__asks_nothing__when_nothing_was_set(void **state)
{
	struct safe_contact x = get(*state);

	assert_int_equal(x.person.n, 1);
	assert_int_equal(x.ver, 0);
	assert_int_equal(x.ring, NOT_ASKED);
	assert_int_equal(x.voicemail, NOT_ASKED);
	assert_int_equal(x.post, NOT_ASKED);
	assert_int_equal(x.set_on, DAY_NONE);
	assert_string_equal(x.note, "");
}

static void safe_contact_put__brings_every_column_back(void **state)
{
	struct fixture *f = *state;
	struct safe_contact x = { .person = { 1 },
		                  .ring = SAID_YES,
		                  .other_may_answer = SAID_NO,
		                  .voicemail = SAID_NO,
		                  .text = SAID_YES,
		                  .email = SAID_NO,
		                  .post = SAID_YES,
		                  .visit = SAID_NO,
		                  .visit_in_two = true,
		                  .text_first = true,
		                  .partner_told = SAID_NO,
		                  .withhold_number = true,
		                  .hours = "after 17:00",
		                  .say = "Priya, from the Leeds office",
		                  .code_word = "harbour",
		                  .speaks_for = "nobody",
		                  .note = "He reads her phone",
		                  .danger = true,
		                  .set_on = 20700,
		                  .set_by = { 1 } };
	struct safe_contact got;

	assert_int_equal(put(f, &x), OK);
	got = get(f);
	assert_int_equal(got.ver, 1);
	assert_int_equal(got.ring, SAID_YES);
	assert_int_equal(got.other_may_answer, SAID_NO);
	assert_int_equal(got.voicemail, SAID_NO);
	assert_int_equal(got.text, SAID_YES);
	assert_int_equal(got.email, SAID_NO);
	assert_int_equal(got.post, SAID_YES);
	assert_int_equal(got.visit, SAID_NO);
	assert_true(got.visit_in_two && got.text_first && got.withhold_number && got.danger);
	assert_int_equal(got.partner_told, SAID_NO);
	assert_string_equal(got.hours, x.hours);
	assert_string_equal(got.say, x.say);
	assert_string_equal(got.code_word, x.code_word);
	assert_string_equal(got.speaks_for, x.speaks_for);
	assert_string_equal(got.note, x.note);
	assert_int_equal(got.set_on, 20700);
	assert_int_equal(got.set_by.n, 1);
}

static void safe_contact_put__conflicts__when_set_since(void **state)
{
	struct fixture *f = *state;
	struct safe_contact first = get(*state), again;

	first.ring = SAID_YES;
	assert_int_equal(put(f, &first), OK);
	assert_int_equal(put(f, &first), E_CONFLICT);
	again = get(f);
	again.ring = SAID_NO;
	assert_int_equal(put(f, &again), OK);
	assert_int_equal(put(f, &again), E_CONFLICT);
	assert_int_equal(get(f).ver, 2);
	assert_int_equal(get(f).ring, SAID_NO);
}

int main(void)
{
#define WITH_ROWS(test) cmocka_unit_test_setup_teardown(test, setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		WITH_ROWS(safe_contact_get__asks_nothing__when_nothing_was_set),
		WITH_ROWS(safe_contact_put__brings_every_column_back),
		WITH_ROWS(safe_contact_put__conflicts__when_set_since),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
