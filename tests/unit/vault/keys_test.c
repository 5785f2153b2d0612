#include "vault_fixture.h"

#include "slot.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

static enum status open_as(struct vault_fixture *f, const char *login, struct str passphrase,
                           struct keyring *ret)
{
	f->k.now += 3601; /* nobody waits here: tries_test.c does */
	f->k.fault = NULL;
	return keys_open(&f->k, login, passphrase, ret);
}

static void assert_opens(struct vault_fixture *f, const char *login, struct str passphrase)
{
	struct keyring ring = { 0 };

	assert_int_equal(open_as(f, login, passphrase, &ring), OK);
	assert_memory_equal(&ring, &f->ring, sizeof(ring));
}

static void assert_closed(struct vault_fixture *f, const char *login, struct str passphrase)
{
	struct keyring ring = { 0 }, before = { 0 };

	assert_int_equal(open_as(f, login, passphrase, &ring), E_DENIED);
	assert_memory_equal(&ring, &before, sizeof(ring));
}

static void keys_open__gives_the_key_that_was_made(void **state)
{
	struct vault_fixture *f = *state;

	assert_opens(f, "margaret", RIGHT);
	assert_opens(f, "Margaret", RIGHT);
}

static void keys_open__says_the_same_of_unknown_logins_and_wrong_passphrases(void **state)
{
	struct vault_fixture *f = *state;
	const char *wrong;

	assert_closed(f, "margaret", WRONG);
	wrong = f->k.fault;
	assert_non_null(strstr(wrong, "do not go together"));
	assert_closed(f, "nobody", RIGHT);
	assert_string_equal(f->k.fault, wrong);
	assert_closed(f, "no such login, and much too long for one", RIGHT);
	assert_string_equal(f->k.fault, wrong);
	assert_closed(f, "", RIGHT);
	assert_closed(f, "margaret", STR(""));
}

static void keys_create__keeps_a_file_that_is_there(void **state)
{
	struct vault_fixture *f = *state;
	struct keyring ring;
	struct recovery paper;
	struct stat st;

	assert_int_equal(keys_create(&f->k, &tom, RIGHT, &ring, &paper), E_EXISTS);
	assert_opens(f, "margaret", RIGHT);
	assert_int_equal(stat(beside(&f->k, ".keys"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

static void keys_create__refuses_what_cannot_stand_in_the_file(void **state)
{
	static const struct keys_account bad[] = {
		{ "", "Name" },      { "Tom", "Name" },
		{ "tom o", "Name" }, { ".tom", "Name" },
		{ "tom\n", "Name" }, { "abcdefghijklmnopqrstuvwxyz0123456", "Name" },
		{ "tom", "" },       { "tom", "two\nlines" },
		{ "tom", "\xff" },
	};
	struct vault_fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_int_equal(keys_add_account(&f->k, &f->ring, &bad[i], RIGHT), E_INVALID);
	assert_int_equal(keys_add_account(&f->k, &f->ring, &tom, STR("")), E_INVALID);
}

static void keys_open_recovery__opens_with_the_paper_only(void **state)
{
	struct vault_fixture *f = *state;
	uint8_t public[PUBLIC_BYTES];
	char grouped[RECOVERY_GROUPED_ROOM];
	struct keyring ring = { 0 };
	struct recovery other;

	recovery_grouped(&f->paper, grouped);
	assert_int_equal(keys_open_recovery(&f->k, str_of(grouped), &ring), OK);
	assert_memory_equal(&ring, &f->ring, sizeof(ring));
	grouped[30] = grouped[30] == 'Q' ? 'P' : 'Q';
	assert_int_equal(keys_open_recovery(&f->k, str_of(grouped), &ring), E_INVALID);
	recovery_make(&other, public);
	assert_int_equal(keys_open_recovery(&f->k, str_of(other.text), &ring), E_DENIED);
}

static void keys_change_recovery__closes_the_file_to_the_old_paper(void **state)
{
	struct vault_fixture *f = *state;
	struct recovery fresh;
	struct keyring ring = { 0 };

	assert_int_equal(keys_change_recovery(&f->k, &f->ring, &fresh), OK);
	assert_int_equal(keys_open_recovery(&f->k, str_of(f->paper.text), &ring), E_DENIED);
	assert_int_equal(keys_open_recovery(&f->k, str_of(fresh.text), &ring), OK);
	assert_memory_equal(&ring, &f->ring, sizeof(ring));
	assert_opens(f, "margaret", RIGHT);
}

static void keys_add_account__opens_the_same_key(void **state)
{
	struct vault_fixture *f = *state;
	struct keys_account_list list = { 0 };

	assert_int_equal(keys_add_account(&f->k, &f->ring, &tom, STR("another one")), OK);
	assert_opens(f, "tom", STR("another one"));
	assert_opens(f, "margaret", RIGHT);
	assert_closed(f, "tom", RIGHT);
	assert_int_equal(keys_add_account(&f->k, &f->ring, &tom, RIGHT), E_EXISTS);
	assert_int_equal(keys_list(&f->k, &list), OK);
	assert_int_equal(list.n, 2);
	assert_string_equal(list.at[0].login, "margaret");
	assert_string_equal(list.at[1].name, "Tom O'Neill");
}

static void swap_in_the_old_copy(struct vault_fixture *f)
{
	struct buf old = { 0 };

	vault_fixture_read(f, ".keys.old", &old);
	vault_fixture_write(f, ".keys", buf_str(&old));
	buf_done(&old);
}

static void keys_change_passphrase__leaves_no_copy_for_the_old_one(void **state)
{
	struct vault_fixture *f = *state;

	assert_int_equal(keys_add_account(&f->k, &f->ring, &tom, RIGHT), OK);
	assert_int_equal(keys_change_passphrase(&f->k, &f->ring, "tom", STR("new")), OK);
	assert_opens(f, "tom", STR("new"));
	assert_closed(f, "tom", RIGHT);
	assert_opens(f, "margaret", RIGHT);
	swap_in_the_old_copy(f);
	assert_closed(f, "tom", RIGHT);
	assert_int_equal(keys_change_passphrase(&f->k, &f->ring, "ann", RIGHT), E_NOT_FOUND);
}

static void keys_remove_account__leaves_no_slot_anywhere(void **state)
{
	struct vault_fixture *f = *state;

	assert_int_equal(keys_add_account(&f->k, &f->ring, &tom, RIGHT), OK);
	assert_int_equal(keys_remove_account(&f->k, &f->ring, "margaret"), OK);
	assert_opens(f, "tom", RIGHT);
	assert_closed(f, "margaret", RIGHT);
	swap_in_the_old_copy(f);
	assert_closed(f, "margaret", RIGHT);
	assert_int_equal(keys_remove_account(&f->k, &f->ring, "margaret"), E_NOT_FOUND);
	assert_int_equal(keys_remove_account(&f->k, &f->ring, "tom"), E_CONFLICT);
	assert_opens(f, "tom", RIGHT);
}

static void keys_add_account__needs_the_key_of_this_file(void **state)
{
	struct vault_fixture *f = *state;
	struct keyring other = { .n = 1 };

	key_random(&other.at[0]);
	assert_int_equal(keys_add_account(&f->k, &other, &tom, RIGHT), E_CONFLICT);
	assert_closed(f, "tom", RIGHT);
}

static void keys_rotate__opens_both_keys_until_one_is_kept(void **state)
{
	struct vault_fixture *f = *state;
	struct keyring two = { 0 }, first = f->ring;

	assert_int_equal(keys_add_account(&f->k, &f->ring, &tom, RIGHT), OK);
	assert_int_equal(keys_rotate_begin(&f->k, &f->ring, &two), OK);
	assert_int_equal(two.n, 2);
	assert_memory_equal(&two.at[1], &first.at[0], KEY_BYTES);
	assert_memory_not_equal(&two.at[0], &first.at[0], KEY_BYTES);
	f->ring = two;
	assert_opens(f, "margaret", RIGHT);
	assert_opens(f, "tom", RIGHT);
	assert_int_equal(keys_rotate_begin(&f->k, &two, &two), E_CONFLICT);
	assert_int_equal(keys_change_passphrase(&f->k, &two, "tom", STR("new")), OK);
	assert_opens(f, "tom", STR("new"));
	assert_int_equal(keys_rotate_end(&f->k, &two, &two.at[0]), OK);
	f->ring = (struct keyring){ .n = 1, .at = { two.at[0] } };
	assert_opens(f, "tom", STR("new"));
	assert_opens(f, "margaret", RIGHT);
	assert_int_equal(keys_add_account(&f->k, &first, &tom, RIGHT), E_CONFLICT);
}

static void keys_rotate__can_be_given_up(void **state)
{
	struct vault_fixture *f = *state;
	struct keyring two = { 0 };
	struct key none = { { 0 } };

	assert_int_equal(keys_rotate_begin(&f->k, &f->ring, &two), OK);
	assert_int_equal(keys_rotate_end(&f->k, &two, &none), E_NOT_FOUND);
	assert_int_equal(keys_rotate_end(&f->k, &two, &f->ring.at[0]), OK);
	assert_opens(f, "margaret", RIGHT);
}

/* Margaret's and the paper's slot against a damaged file: damage is told, and nothing opens. */
static void assert_damaged(struct vault_fixture *f, struct str text)
{
	struct keyring ring = { 0 }, none = { 0 };

	vault_fixture_write(f, ".keys", text);
	assert_int_equal(keys_open(&f->k, "margaret", RIGHT, &ring), E_DAMAGED);
	assert_int_equal(keys_open_recovery(&f->k, str_of(f->paper.text), &ring), E_DAMAGED);
	assert_memory_equal(&ring, &none, sizeof(ring));
	assert_non_null(strstr(f->k.fault, "damaged"));
}

static void keys_open__tells_every_flipped_bit_as_damage(void **state)
{
	struct vault_fixture *f = *state;
	struct buf text = { 0 };

	assert_int_equal(keys_add_account(&f->k, &f->ring, &tom, RIGHT), OK);
	vault_fixture_read(f, ".keys", &text);
	for (size_t i = 0; i < text.n; i += 3) {
		char before = text.at[i];

		text.at[i] = (char)(before ^ 1 << i % 8);
		assert_damaged(f, buf_str(&text));
		text.at[i] = before;
		arena_reset(&f->a);
	}
	vault_fixture_write(f, ".keys", buf_str(&text));
	assert_opens(f, "margaret", RIGHT);
	buf_done(&text);
}

static void keys_open__tells_a_cut_file_as_damage(void **state)
{
	struct vault_fixture *f = *state;
	struct buf text = { 0 };

	vault_fixture_read(f, ".keys", &text);
	for (size_t n = 0; n < text.n; n += 7) {
		assert_damaged(f, (struct str){ text.at, n });
		arena_reset(&f->a);
	}
	buf_putc(&text, '\n');
	assert_damaged(f, buf_str(&text));
	buf_done(&text);
}

/* Somebody who can write the file but open none of it mends the sum; only a seal tells. */
static void keys_open__finds_a_forged_recipient(void **state)
{
	struct vault_fixture *f = *state;
	struct buf text = { 0 }, forged = { 0 };
	struct keyring ring = { 0 };
	uint8_t secret[SECRET_BYTES];
	struct recovery mine;
	struct keyfile file;

	vault_fixture_read(f, ".keys", &text);
	assert_int_equal(keyfile_parse(buf_str(&text), &f->a, &file), KEYFILE_READ);
	recovery_make(&mine, file.recovery);
	ring.n = 1;
	key_random(&ring.at[0]);
	keyfile_print(&file, &ring, &forged);
	vault_fixture_write(f, ".keys", buf_str(&forged));
	assert_int_equal(open_as(f, "margaret", RIGHT, &ring), E_DAMAGED);
	assert_int_equal(slot_open(keyfile_slot(&file, "margaret"), RIGHT, secret), OK);
	buf_done(&text);
	buf_done(&forged);
}

static void keys_open__says_when_the_file_is_newer_or_absent(void **state)
{
	static const char newer[] = "clew-keys 2\nwhatever it says\n";
	struct vault_fixture *f = *state;
	uint8_t sum[DIGEST_BYTES];
	struct keyring ring;
	struct digest d;
	char text[128], base64[64];

	digest_init(&d, NULL, "keysfile");
	digest_add(&d, newer, sizeof(newer) - 1);
	digest_end(&d, sum);
	sodium_bin2base64(base64, sizeof(base64), sum, sizeof(sum), sodium_base64_VARIANT_ORIGINAL);
	snprintf(text, sizeof(text), "%ssum %s\n", newer, base64);
	vault_fixture_write(f, ".keys", str_of(text));
	assert_int_equal(open_as(f, "margaret", RIGHT, &ring), E_DAMAGED);
	assert_non_null(strstr(f->k.fault, "newer clew"));
	assert_int_equal(unlink(beside(&f->k, ".keys")), 0);
	assert_int_equal(open_as(f, "margaret", RIGHT, &ring), E_NOT_FOUND);
}

static void keys_mend__puts_the_copy_before_in_place(void **state)
{
	struct vault_fixture *f = *state;

	assert_int_equal(keys_add_account(&f->k, &f->ring, &tom, RIGHT), OK);
	assert_int_equal(keys_mend(&f->k), E_CONFLICT);
	assert_damaged(f, STR("clew-keys 1\n"));
	assert_int_equal(keys_mend(&f->k), OK);
	assert_opens(f, "margaret", RIGHT);
	vault_fixture_write(f, ".keys", STR(""));
	vault_fixture_write(f, ".keys.old", STR("clew-keys 1\n"));
	assert_int_equal(keys_mend(&f->k), E_DAMAGED);
}

#ifndef __SANITIZE_ADDRESS__
static void keys_open__tells_when_memory_is_short(void **state)
{
	struct vault_fixture *f = *state;
	struct keyring ring;
	int status;
	pid_t pid;

	f->k.cost.kib = 512 * 1024;
	f->k.cost.passes = 1;
	assert_int_equal(keys_change_passphrase(&f->k, &f->ring, "margaret", RIGHT), OK);
	pid = fork();
	if (pid == 0) {
		struct rlimit little = { 256 << 20, 256 << 20 };
		bool good = setrlimit(RLIMIT_AS, &little) == 0 &&
		            keys_open(&f->k, "margaret", RIGHT, &ring) == E_STORE &&
		            strstr(f->k.fault, "memory");

		_exit(good ? 0 : 1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}
#endif

/* One process changes the passphrase to and fro; it is killed wherever it happens to be. */
static void change_until_killed(struct vault_fixture *f, int told)
{
	for (int i = 0;; i++)
		if (keys_change_passphrase(&f->k, &f->ring, "margaret", i % 2 ? RIGHT : WRONG) !=
		            OK ||
		    write(told, "", 1) != 1)
			_exit(1);
}

static void keys_change_passphrase__leaves_one_that_opens_when_killed(void **state)
{
	struct vault_fixture *f = *state;
	struct keyring ring = { 0 };

	for (int round = 0; round < 60; round++) {
		int told[2], status;
		char byte;
		pid_t pid;

		assert_int_equal(pipe(told), 0);
		pid = fork();
		if (pid == 0)
			change_until_killed(f, told[1]);
		close(told[1]);
		for (int i = 0; i <= round % 3; i++)
			assert_int_equal(read(told[0], &byte, 1), 1);
		for (volatile int i = 0; i < round * 4000; i++)
			;
		kill(pid, SIGKILL);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_true(WIFSIGNALED(status));
		close(told[0]);
		if (open_as(f, "margaret", RIGHT, &ring) != OK)
			assert_opens(f, "margaret", WRONG);
		assert_int_equal(keys_open_recovery(&f->k, str_of(f->paper.text), &ring), OK);
		assert_memory_equal(&ring, &f->ring, sizeof(ring));
	}
}

static void keys_add_account__takes_turns(void **state)
{
	struct vault_fixture *f = *state;
	struct keys_account_list list = { 0 };
	pid_t pids[8];

	for (int i = 0; i < 8; i++) {
		pids[i] = fork();
		if (pids[i] == 0) {
			char login[] = { 'v', (char)('0' + i), '\0' };
			struct keys_account who = { login, "Volunteer" };

			_exit(keys_add_account(&f->k, &f->ring, &who, RIGHT) == OK ? 0 : 1);
		}
	}
	for (int i = 0; i < 8; i++) {
		int status;

		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_int_equal(status, 0);
	}
	assert_int_equal(keys_list(&f->k, &list), OK);
	assert_int_equal(list.n, 9);
	assert_opens(f, "v7", RIGHT);
}

#define WITH_KEYS(test) \
	cmocka_unit_test_setup_teardown(test, vault_fixture_open, vault_fixture_done)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_KEYS(keys_open__gives_the_key_that_was_made),
		WITH_KEYS(keys_open__says_the_same_of_unknown_logins_and_wrong_passphrases),
		WITH_KEYS(keys_create__keeps_a_file_that_is_there),
		WITH_KEYS(keys_create__refuses_what_cannot_stand_in_the_file),
		WITH_KEYS(keys_open_recovery__opens_with_the_paper_only),
		WITH_KEYS(keys_change_recovery__closes_the_file_to_the_old_paper),
		WITH_KEYS(keys_add_account__opens_the_same_key),
		WITH_KEYS(keys_change_passphrase__leaves_no_copy_for_the_old_one),
		WITH_KEYS(keys_remove_account__leaves_no_slot_anywhere),
		WITH_KEYS(keys_add_account__needs_the_key_of_this_file),
		WITH_KEYS(keys_rotate__opens_both_keys_until_one_is_kept),
		WITH_KEYS(keys_rotate__can_be_given_up),
		WITH_KEYS(keys_open__tells_every_flipped_bit_as_damage),
		WITH_KEYS(keys_open__tells_a_cut_file_as_damage),
		WITH_KEYS(keys_open__finds_a_forged_recipient),
		WITH_KEYS(keys_open__says_when_the_file_is_newer_or_absent),
		WITH_KEYS(keys_mend__puts_the_copy_before_in_place),
#ifndef __SANITIZE_ADDRESS__
		WITH_KEYS(keys_open__tells_when_memory_is_short),
#endif
		WITH_KEYS(keys_change_passphrase__leaves_one_that_opens_when_killed),
		WITH_KEYS(keys_add_account__takes_turns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
