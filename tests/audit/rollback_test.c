/*
 * T55: a chain that was cut short, or a whole file put back, is whole in itself: it is found exactly
 * when an end that was noted later is known, and what none vouches for is said.
 */
#include "test.h"

#include "fixture.h"

#include "casework/heads.h"
#include "store/accounts.h"
#include "store/change.h"
#include "store/events.h"
#include "store/heads.h"
#include "store/settings.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STATES 24
#define NOW    1795424400

static const struct key key = { { 5 } };

struct bench {
	char folder[64], path[96], against[96];
	struct buf at[STATES + 1]; /* the file after so many events */
	struct head heads[STATES + 1];
};

static void save(struct store *st, int i)
{
	char value[16];
	struct change c;

	snprintf(value, sizeof(value), "%d", i);
	assert_int_equal(change_begin(&c, st, (struct account_id){ 1 }, NOW + i * 600, "saved"),
	                 OK);
	assert_int_equal(setting_put(&c, "n", value), OK);
	assert_int_equal(change_end(&c, OK), OK);
}

static void make_states(struct bench *b)
{
	struct account who = {
		.login = "ann", .name = "Ann", .roles = ROLE_AUDITOR, .vetted_on = DAY_NONE
	};
	struct account_id id;
	struct store *st;
	struct change c;

	assert_int_equal(store_open_memory(&key, &st), OK);
	assert_int_equal(change_begin(&c, st, (struct account_id){ 0 }, NOW, "made"), OK);
	assert_int_equal(account_add(&c, &who, &id), OK);
	assert_int_equal(setting_put(&c, "nation", "england"), OK);
	assert_int_equal(change_end(&c, OK), OK);
	for (int i = 1; i <= STATES; i++) {
		if (i > 1)
			save(st, i);
		assert_int_equal(store_image(st, &b->at[i]), OK);
		assert_int_equal(events_head(st, &b->heads[i]), OK);
		assert_int_equal(b->heads[i].id.n, i);
	}
	store_close(st);
}

static int setup(void **state)
{
	static struct bench b;

	snprintf(b.folder, sizeof(b.folder), "/tmp/clew-rollback-XXXXXX");
	assert_non_null(mkdtemp(b.folder));
	snprintf(b.path, sizeof(b.path), "%s/case.db", b.folder);
	snprintf(b.against, sizeof(b.against), "%s/kept-elsewhere", b.folder);
	make_states(&b);
	*state = &b;
	return 0;
}

static int teardown(void **state)
{
	struct bench *b = *state;

	for (int i = 1; i <= STATES; i++)
		buf_done(&b->at[i]);
	unlink(b->against);
	return rmdir(b->folder);
}

/* The file as it was after so many events; it tells nobody that there were more. */
static struct session *session_at(struct bench *b, int state)
{
	struct session *s;
	struct store *st;

	assert_int_equal(store_open_image(buf_str(&b->at[state]), &key, &st), OK);
	assert_int_equal(casework_open_store(st, "ann", &s), OK);
	return s;
}

static void keep_elsewhere(struct bench *b, const struct head *x, const struct head *y)
{
	const struct head *both[] = { x, y };
	FILE *f = fopen(b->against, "w");

	assert_non_null(f);
	fputs("# from the coordinator's note book\n", f);
	for (size_t i = 0; i < COUNT_OF(both); i++) {
		char hex[DIGEST_HEX_ROOM];

		if (!both[i])
			continue;
		digest_hex(both[i]->link, hex);
		fprintf(f, "%lld %lld %s  and words behind it\n", (long long)both[i]->id.n,
		        (long long)both[i]->at, hex);
	}
	fclose(f);
}

static struct verified verified(struct session *s, const char *against, struct arena *a)
{
	struct verified v;
	enum status rc = casework_verify(s, against, NULL, a, &v);

	if (rc != OK)
		fail_msg("%d: %s", rc, session_fault(s));
	return v;
}

static void rollback__without_a_noted_end__is_not_found_and_that_is_said(void **state)
{
	struct bench *b = *state;
	struct arena a = { 0 };

	for (int at = 1; at <= STATES; at++) {
		struct session *s = session_at(b, at);
		struct verified v = verified(s, NULL, &a);

		assert_true(v.whole);
		assert_int_equal(v.events, at);
		assert_non_null(strstr(v.exposed, "whether the last events were cut off"));
		casework_sign_out(s);
	}
	arena_reset(&a);
}

static void rollback__is_found__exactly_when_a_later_end_is_known(void **state)
{
	struct bench *b = *state;
	struct arena a = { 0 };
	char after[40];

	for (int one = 1; one <= STATES; one += 3)
		for (int two = one; two <= STATES; two += 4)
			for (int at = 1; at <= STATES; at++) {
				struct session *s = session_at(b, at);
				struct verified v;

				keep_elsewhere(b, &b->heads[one],
				               one == two ? NULL : &b->heads[two]);
				v = verified(s, b->against, &a);
				assert_int_equal(v.first_bad.n, 0);
				if (v.whole != (two <= at))
					fail_msg("after %d, noted %d and %d: %s", at, one, two,
					         v.says);
				snprintf(after, sizeof(after), "%d since event %d ", at - two, two);
				if (v.whole && at > two && !strstr(v.exposed, after))
					fail_msg("%s", v.exposed);
				casework_sign_out(s);
			}
	arena_reset(&a);
}

static void rollback__of_the_end_alone__is_found_the_same_way(void **state)
{
	struct bench *b = *state;
	struct arena a = { 0 };

	for (int cut = 2; cut <= STATES; cut++) {
		struct session *s = session_at(b, STATES);
		char sql[256];

		snprintf(sql, sizeof(sql),
		         "DELETE FROM event WHERE id > %d; DELETE FROM event_row WHERE event > %d;"
		         "UPDATE sqlite_sequence SET seq = %d WHERE name = 'event'",
		         cut - 1, cut - 1, cut - 1);
		store_sql(s->store, sql);
		assert_true(verified(s, NULL, &a).whole);
		keep_elsewhere(b, &b->heads[cut], NULL);
		assert_false(verified(s, b->against, &a).whole);
		assert_non_null(strstr(verified(s, b->against, &a).says, "is not there any more"));
		keep_elsewhere(b, &b->heads[cut - 1], NULL);
		assert_true(verified(s, b->against, &a).whole);
		casework_sign_out(s);
	}
	arena_reset(&a);
}

/* Whoever has the key can write the end anew: links and all. */
static void rollback__written_anew_with_the_key__is_found_by_any_end_noted_after(void **state)
{
	struct bench *b = *state;
	struct arena a = { 0 };

	for (int from = 2; from < STATES; from += 5) {
		struct session *s = session_at(b, from);

		for (int i = from + 1; i <= STATES; i++)
			save(s->store, 1000 + i);
		assert_true(verified(s, NULL, &a).whole);
		for (int noted = 1; noted <= STATES; noted++) {
			struct verified v;

			keep_elsewhere(b, &b->heads[noted], NULL);
			v = verified(s, b->against, &a);
			assert_int_equal(v.whole, noted <= from);
			if (!v.whole)
				assert_non_null(strstr(v.says, "is another one now"));
		}
		casework_sign_out(s);
	}
	arena_reset(&a);
}

/* ---- beside the file ---- */

static struct store *open_file(struct bench *b, int state)
{
	FILE *f = fopen(b->path, "w");
	struct store *st;

	assert_non_null(f);
	assert_int_equal(fwrite(b->at[state].at, 1, b->at[state].n, f), b->at[state].n);
	fclose(f);
	assert_int_equal(chmod(b->path, 0600), 0);
	if (store_open(b->path, &key, STORE_WRITE, &st) != OK)
		fail_msg("%s", store_fault(st));
	return st;
}

static void take_away(struct bench *b)
{
	static const char *const beside[] = { "", ".heads", ".lock", "-journal" };
	char path[160];

	for (size_t i = 0; i < COUNT_OF(beside); i++) {
		snprintf(path, sizeof(path), "%s%s", b->path, beside[i]);
		unlink(path);
	}
}

static void heads__beside_the_file__show_an_older_one_put_back(void **state)
{
	struct bench *b = *state;
	struct heads_seen seen;
	struct arena a = { 0 };
	struct session *s;
	struct stat is;
	char path[160];

	assert_int_equal(casework_open_store(open_file(b, STATES), "ann", &s), OK);
	casework_sign_out(s); /* notes the end */
	snprintf(path, sizeof(path), "%s.heads", b->path);
	assert_int_equal(stat(path, &is), 0);
	assert_int_equal(is.st_mode & 0777, 0600);
	assert_int_equal(casework_open_store(open_file(b, STATES - 5), "ann", &s), OK);
	assert_int_equal(casework_heads_seen(s, &a, &seen), OK);
	assert_false(seen.agree);
	assert_non_null(strstr(seen.says, "an older file was put back"));
	casework_sign_out(s);
	take_away(b);
	arena_reset(&a);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(rollback__without_a_noted_end__is_not_found_and_that_is_said),
		cmocka_unit_test(rollback__is_found__exactly_when_a_later_end_is_known),
		cmocka_unit_test(rollback__of_the_end_alone__is_found_the_same_way),
		cmocka_unit_test(
			rollback__written_anew_with_the_key__is_found_by_any_end_noted_after),
		cmocka_unit_test(heads__beside_the_file__show_an_older_one_put_back),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
