#include "vault_fixture.h"

static void keys_desk__opens_with_what_lies_beside_and_no_longer_than_until(void **state)
{
	struct vault_fixture *f = *state;
	struct keyring ring = { 0 };

	assert_false(keys_desk_on(&f->k));
	assert_int_equal(keys_desk_open(&f->k, &ring), E_NOT_FOUND);
	assert_int_equal(keys_desk_put(&f->k, &f->ring, "Desk, no name", START + 100), OK);
	assert_true(keys_desk_on(&f->k));
	assert_int_equal(keys_desk_open(&f->k, &ring), OK);
	assert_memory_equal(&ring.at[0], &f->ring.at[0], sizeof(ring.at[0]));
	f->k.now = START + 100;
	assert_false(keys_desk_on(&f->k));
	assert_int_equal(keys_desk_open(&f->k, &ring), E_NOT_FOUND);
}

static void keys_desk__put_on_anew__is_another_secret(void **state)
{
	struct vault_fixture *f = *state;
	struct buf first = { 0 }, second = { 0 };
	struct keyring ring = { 0 };

	assert_int_equal(keys_desk_put(&f->k, &f->ring, "Desk, no name", 0), OK);
	vault_fixture_read(f, ".desk", &first);
	assert_int_equal(keys_desk_put(&f->k, &f->ring, "Desk, no name", 0), OK);
	vault_fixture_read(f, ".desk", &second);
	assert_string_not_equal(buf_text(&first), buf_text(&second));
	assert_int_equal(keys_desk_open(&f->k, &ring), OK);
	vault_fixture_write(f, ".desk", buf_str(&first));
	assert_int_equal(keys_desk_open(&f->k, &ring), E_DENIED);
	buf_done(&first);
	buf_done(&second);
}

static void keys_desk__taken_away__opens_nothing_with_what_was_copied(void **state)
{
	struct vault_fixture *f = *state;
	struct keyring ring = { 0 };
	struct buf copy = { 0 };

	assert_int_equal(keys_desk_remove(&f->k, &f->ring), OK);
	assert_int_equal(keys_desk_put(&f->k, &f->ring, "Desk, no name", 0), OK);
	vault_fixture_read(f, ".desk", &copy);
	assert_int_equal(keys_desk_remove(&f->k, &f->ring), OK);
	assert_false(keys_desk_on(&f->k));
	vault_fixture_write(f, ".desk", buf_str(&copy));
	assert_int_equal(keys_desk_open(&f->k, &ring), E_DENIED);
	vault_fixture_write(f, ".desk", STR("clew-desk 1\nuntil 0\nsecret short\n"));
	assert_false(keys_desk_on(&f->k));
	buf_done(&copy);
}

#define WITH_KEYS(test) \
	cmocka_unit_test_setup_teardown(test, vault_fixture_open, vault_fixture_done)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_KEYS(keys_desk__opens_with_what_lies_beside_and_no_longer_than_until),
		WITH_KEYS(keys_desk__put_on_anew__is_another_secret),
		WITH_KEYS(keys_desk__taken_away__opens_nothing_with_what_was_copied),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
