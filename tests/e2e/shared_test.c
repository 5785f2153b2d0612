/*
 * A shared machine in a support centre, in the real program: a volunteer begins something and locks,
 * the coordinator signs in over it and sees nothing of it, a forgotten passphrase is replaced by a
 * code, and who looked is on record.
 */
#include "test.h"

#include "program.h"

#include "base/attr.h"

#include <string.h>

#define MARY "marble otter window"

static struct program at;

static int begin(void **state)
{
	static const char *const mary[] = { "--as",   "priya",     "account", "add",       "mary",
		                            "--name", "Mary Bell", "--role",  "volunteer", NULL };

	UNUSED_STATE;
	if (!vt_there())
		return 0;
	program_begin(&at, CLEW_PROGRAM);
	program_init(&at, "yes");
	program_run(&at, PROGRAM_PASSPHRASE "\n" MARY "\n", mary, 0);
	return 0;
}

static int end(void **state)
{
	UNUSED_STATE;
	program_end(&at);
	return 0;
}

static struct vt *switch_on(void)
{
	static const char *const nobody[] = { NULL };
	struct vt *v;

	if (!vt_there())
		skip();
	v = program_start(&at, NULL, nobody, &(struct vt_options){ 0 });
	vt_wait(v, "Mary Bell");
	vt_sync(v);
	return v;
}

/* Names stand in the order of the accounts: Priya, then Mary. No PIN is wanted. */
static void sign_in(struct vt *v, int down, const char *passphrase)
{
	while (down-- > 0)
		vt_key(v, "Down");
	vt_type(v, passphrase);
	vt_key(v, "Enter");
	vt_wait(v, "PIN for today");
	vt_key(v, "Enter");
	vt_sync(v);
}

static void stop(struct vt *v)
{
	vt_key(v, "F2"); /* from inside text too */
	vt_key(v, "q");
	vt_key(v, "y");
	assert_int_equal(vt_exit_status(v), 0);
	vt_end(v);
}

static void nothing_since(struct vt *v, size_t from, const char *needle)
{
	size_t n;
	const char *raw = vt_raw(v, &n);

	assert_null(memmem(raw + from, n - from, needle, strlen(needle)));
}

static void shared__what_a_volunteer_began_waits_for_her_alone(void **state)
{
	struct vt *v;
	size_t from;

	UNUSED_STATE;
	v = switch_on();
	sign_in(v, 1, MARY);
	vt_wait(v, "Somebody rang for a worker");
	vt_key(v, "3");
	vt_type(v, "Zanzibar: her scan is on Thursday");
	vt_sync(v);
	vt_raw(v, &from);
	vt_key(v, "Ctrl-G");
	vt_wait(v, "Locked. Your work is kept.");
	vt_key(v, "Enter"); /* somebody else */
	vt_wait(v, "Priya Shah");
	vt_sync(v);
	vt_key(v, "Up");
	sign_in(v, 0, PROGRAM_PASSPHRASE);
	vt_wait(v, "Today");
	vt_key(v, "g");
	vt_key(v, "n");
	vt_sync(v);
	nothing_since(v, from, "Zanzibar");
	vt_key(v, "Ctrl-G");
	vt_wait(v, "Locked.");
	vt_key(v, "Enter");
	vt_wait(v, "Mary Bell");
	vt_sync(v);
	vt_key(v, "Down");
	nothing_since(v, from, "Zanzibar");
	sign_in(v, 0, MARY);
	vt_wait(v, "Call note, begun"); /* 3 would begin another */
	vt_key(v, "End");
	vt_key(v, "Enter");
	vt_wait(v, "Zanzibar: her scan is on Thursday");
	stop(v);
}

static void shared__wrong_tries_are_told_to_whose_they_were(void **state)
{
	struct vt *v;

	UNUSED_STATE;
	v = switch_on();
	vt_key(v, "Down");
	for (int i = 0; i < 2; i++) {
		vt_type(v, "not hers");
		vt_key(v, "Enter");
		vt_wait(v, "do not go together");
		vt_sync(v);
	}
	vt_key(v, "Ctrl-C"); /* whoever it was gives up */
	assert_int_equal(vt_exit_status(v), 0);
	vt_end(v);
	v = switch_on();
	vt_key(v, "Down");
	vt_type(v, MARY);
	vt_key(v, "Enter");
	vt_wait(v, "PIN for today");
	vt_key(v, "Enter");
	vt_wait(v, "2 wrong tries since you were last here");
	stop(v);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shared__what_a_volunteer_began_waits_for_her_alone),
		cmocka_unit_test(shared__wrong_tries_are_told_to_whose_they_were),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
