/*
 * T03 and T04: the power goes in the middle of saving, and again in the middle of what follows.
 * Nothing that was acknowledged is lost, the file is whole, and it can be opened. And the disk that
 * is lost here bites: with settings weaker than ours acknowledged saves are lost on it.
 */
#include "test.h"

#include "crash_vfs.h"
#include "fixture.h"
#include "saving.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define SAVES 3

#define KINDS 4
static const struct crash_disk disks[KINDS] = {
	{ 512, true }, { 512, false }, { 4096, true }, { 4096, false }
};

struct bench {
	char folder[64], path[96];
	struct dice dice;
	const char *weaker; /* SQL that lowers what the store has set; NULL: as it is */
};

/* What came of a number of trials. */
struct tally {
	int trials, crashed, lost, damaged;
};

static void put_beside(const char *path)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs("beside the disk in memory", f);
	fclose(f);
}

static int setup(void **state)
{
	struct bench *b = calloc(1, sizeof(*b));

	assert_non_null(b);
	snprintf(b->folder, sizeof(b->folder), "/tmp/clew-power-XXXXXX");
	assert_non_null(mkdtemp(b->folder));
	snprintf(b->path, sizeof(b->path), "%s/case.db", b->folder);
	b->dice = dice_begin("power");
	crash_install();
	saving_make(b->path);
	put_beside(b->path);
	crash_keep();
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	struct bench *b = *state;
	char beside[128];

	crash_remove();
	snprintf(beside, sizeof(beside), "%s.lock", b->path);
	unlink(beside);
	snprintf(beside, sizeof(beside), "%s.heads", b->path);
	unlink(beside);
	unlink(b->path);
	rmdir(b->folder);
	free(b);
	return 0;
}

static struct session *open_now(const struct bench *b)
{
	struct session *s = NULL;

	if (saving_open(b->path, &s) != OK) {
		casework_sign_out(s);
		return NULL;
	}
	if (b->weaker)
		store_sql(s->store, b->weaker);
	return s;
}

/* Save until the power goes, or all is saved; how many were acknowledged. */
static int save(const struct bench *b, long crash_at)
{
	struct session *s = open_now(b);
	int acknowledged = 0;

	assert_non_null(s);
	crash_after(crash_at);
	while (acknowledged < SAVES && saving_one(s, acknowledged + 1) == OK)
		acknowledged++;
	casework_sign_out(s);
	return acknowledged;
}

static void ops_of_all(const struct bench *b, long ops[KINDS])
{
	for (size_t i = 0; i < KINDS; i++) {
		crash_is(disks[i]);
		crash_restore();
		assert_int_equal(save(b, -1), SAVES);
		ops[i] = crash_ops();
	}
}

static void check(struct bench *b, int acknowledged, struct tally *t)
{
	struct arena a = { 0 };
	struct session *s = open_now(b);
	const char *wrong = "it cannot be opened";
	int found = 0;

	if (s)
		wrong = saving_check(s, &a, &found);
	casework_sign_out(s);
	t->damaged += wrong != NULL;
	t->lost += !wrong && found < acknowledged;
	if (wrong && !b->weaker)
		print_message("# trial %d: %s\n", t->trials, wrong);
	else if (found < acknowledged && !b->weaker)
		print_message("# trial %d: %d saved, %d found\n", t->trials, acknowledged, found);
	/* The save in hand may have come through, and no other. */
	assert_true(wrong || found <= acknowledged + 1);
	arena_reset(&a);
}

/* The power goes once more while the file is opened after the first time. */
static void crash_again(struct bench *b)
{
	crash_after((long)dice_below(&b->dice, 24));
	casework_sign_out(open_now(b));
	if (crash_happened())
		crash_power_on(&b->dice);
	crash_after(-1);
}

static struct tally run(struct bench *b, int trials, bool twice)
{
	struct tally t = { 0 };
	long ops[KINDS];

	ops_of_all(b, ops);
	for (; t.trials < trials; t.trials++) {
		size_t k = (size_t)t.trials % KINDS;
		int acknowledged;

		crash_is(disks[k]);
		crash_restore();
		acknowledged = save(b, (long)dice_below(&b->dice, (uint32_t)ops[k]));
		t.crashed += crash_happened();
		crash_power_on(&b->dice);
		if (twice)
			crash_again(b);
		check(b, acknowledged, &t);
	}
	print_message("# %d trials, power lost in %d: %d lost, %d damaged\n", t.trials, t.crashed,
	              t.lost, t.damaged);
	return t;
}

static void save__power_lost__loses_nothing_acknowledged(void **state)
{
	struct tally t = run(*state, fault_rounds_of(800, 50), false);

	assert_int_equal(t.lost, 0);
	assert_int_equal(t.damaged, 0);
	assert_true(t.crashed > t.trials / 2);
}

static void save__power_lost_twice__loses_nothing_acknowledged(void **state)
{
	struct tally t = run(*state, fault_rounds_of(200, 50), true);

	assert_int_equal(t.lost, 0);
	assert_int_equal(t.damaged, 0);
}

static void save__power_lost__bites_when_the_journal_is_not_synced(void **state)
{
	struct bench *b = *state;
	struct tally t;

	b->weaker = "PRAGMA synchronous = NORMAL";
	t = run(b, 300, false);
	assert_true(t.lost + t.damaged > 0);
}

static void save__power_lost__bites_when_the_folder_is_not_synced(void **state)
{
	struct bench *b = *state;
	struct tally t;

	b->weaker = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL";
	t = run(b, 300, false);
	assert_true(t.lost + t.damaged > 0);
}

static void save__power_lost__bites_when_nothing_is_synced(void **state)
{
	struct bench *b = *state;
	struct tally t;

	b->weaker = "PRAGMA synchronous = OFF";
	t = run(b, 100, false);
	assert_true(t.damaged > 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
#define ON_THE_DISK(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
		ON_THE_DISK(save__power_lost__loses_nothing_acknowledged),
		ON_THE_DISK(save__power_lost_twice__loses_nothing_acknowledged),
		ON_THE_DISK(save__power_lost__bites_when_the_journal_is_not_synced),
		ON_THE_DISK(save__power_lost__bites_when_the_folder_is_not_synced),
		ON_THE_DISK(save__power_lost__bites_when_nothing_is_synced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
