/*
 * Who is in front of the screen: limits without a key, what stands on it behind the lock, and to whom
 * what was open comes back. The clock is the test's own.
 */
#include "test.h"

#include "dice.h"
#include "fixture.h"
#include "scene.h"
#include "stage.h"

#include "casework/pin.h"
#include "model/account.h"
#include "screens.h"
#include "store/accounts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MINUTE 60000

static const char *lock_frame(struct workplace *w, struct arena *a)
{
	struct stage *st = stage_open(w, &(struct visit){ .where = &help_screen });
	const char *frame;

	stage_keys(st, "Ctrl-G");
	frame = arena_strdup(a, stage_shot(st, 24, 80));
	stage_keys(st, "Enter");
	stage_close(st);
	return frame;
}

/* T46: whatever stood on the screen, behind the lock every frame is the same, at every size. */
static void lock__every_screen_leaves_the_same_frame(void **state)
{
	struct workplace *w = *state;
	const char *frame;
	int seen = 0;

	scene_set(w);
	frame = lock_frame(w, &w->arena);
	for (size_t i = 0; i < screens_count; i++) {
		struct visit v = { .where = screens_all[i], .id = { 1, 1 }, .text = "money" };
		struct stage *st;

		if (v.where == &lock_screen || v.where == &sign_in_screen ||
		    v.where == &conflict_screen) /* it stands over a form alone */
			continue;
		st = stage_open_or_not(w, &v);
		if (!st)
			continue;
		seen++;
		stage_type(st, "zanzibar"); /* where there is a field, it stands there */
		stage_keys(st, "Ctrl-G");
		assert_string_equal(stage_shot(st, 24, 80), frame);
		stage_keys(st, "Ctrl-L");
		assert_string_equal(stage_shot(st, 24, 80), frame);
		stage_shot(st, 40, 120); /* resized, and back */
		stage_hides(st, "zanzibar");
		stage_paste(st, "a b");
		stage_keys(st, "Esc");
		assert_string_equal(stage_shot(st, 24, 80), frame);
		stage_keys(st, "Enter");
		stage_close(st);
	}
	assert_true(seen >= 25);
}

struct limit {
	const char *login;
	const struct screen_ops *where;
	bool shared;
	int cover, lock; /* minutes; cover 0: not before it locks */
};

static const struct limit limits[] = {
	{ "priya", &today_screen, false, 0, 5 },    { "priya", &today_screen, true, 0, 2 },
	{ "priya", &contact_screen, false, 5, 20 }, { "priya", &contact_screen, true, 2, 8 },
	{ "ben", &caseload_screen, false, 0, 5 },   { "ben", &note_screen, false, 5, 20 },
	{ "mary", &directory_screen, false, 0, 2 }, { "mary", &note_screen, false, 2, 8 },
	{ "mary", &note_screen, true, 2, 8 },
};

/* T47: the limit less a moment does nothing, the limit does. */
static void idle__each_limit_holds_to_the_millisecond(void **state)
{
	struct workplace *w = *state;

	scene_set(w);
	for (size_t i = 0; i < COUNT_OF(limits); i++) {
		const struct limit *l = &limits[i];
		struct visit v = { .where = l->where, .id = { 1 } };
		struct stage *st;

		workplace_as(w, l->login);
		w->session->service.shared = l->shared;
		st = stage_open(w, &v);
		stage_passes(st, (l->cover ? l->cover : l->lock) * MINUTE - 1);
		stage_tick(st);
		stage_hides(st, "Locked");
		stage_hides(st, "Covered");
		stage_passes(st, 1);
		stage_tick(st);
		stage_shows(st, l->cover ? "Covered" : "Locked. Your work is kept.");
		if (l->cover) {
			stage_passes(st, (l->lock - l->cover) * MINUTE - 1);
			stage_tick(st);
			stage_shows(st, "Covered");
			stage_passes(st, 1);
			stage_tick(st);
			stage_shows(st, "Locked. Your work is kept.");
		}
		stage_keys(st, "Enter");
		stage_close(st);
	}
}

/* A lid that was shut: nothing woke the loop, and the first key finds it locked and goes nowhere. */
static void idle__jump_of_the_clock__locks_on_the_first_key(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });

	stage_passes(st, 3 * 60 * MINUTE);
	stage_keys(st, "q");
	stage_shows(st, "Locked. Your work is kept.");
	stage_hides(st, "Leave clew?");
	stage_keys(st, "Enter");
	stage_hides(st, "Leave clew?");
	assert_string_equal(stage_place(st), "today");
	stage_close(st);
}

static void idle__any_key_begins_the_time_anew(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &today_screen });

	for (int i = 0; i < 10; i++) {
		stage_passes(st, 4 * MINUTE);
		stage_keys(st, "Down");
		stage_hides(st, "Locked");
	}
	stage_close(st);
}

/* Initials, and the key that shows it again does nothing else. */
static void idle__in_a_conversation__only_initials_stay(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	st = stage_open(w, &(struct visit){ .where = &contact_screen, .id = { 1 } });
	stage_keys(st, "1 Tab");
	stage_type(st, "Her sister has the key");
	stage_passes(st, 5 * MINUTE);
	stage_tick(st);
	stage_shows(st, "J C · CL-000001");
	stage_hides(st, "Carter");
	stage_hides(st, "sister");
	stage_hides(st, "0770");
	stage_golden(st, "covered");
	stage_keys(st, "x");
	stage_shows(st, "Her sister has the key");
	stage_hides(st, "keyx");
	stage_close(st);
}

/* What somebody says for themselves locks sooner, and never later. */
static void idle__ones_own_limit_only_shortens(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });

	stage_lock_after(st, 1);
	stage_passes(st, 1 * MINUTE);
	stage_tick(st);
	stage_shows(st, "Locked. Your work is kept.");
	stage_keys(st, "Enter");
	stage_lock_after(st, 60);
	stage_passes(st, 5 * MINUTE);
	stage_tick(st);
	stage_shows(st, "Locked. Your work is kept.");
	stage_keys(st, "Enter");
	stage_close(st);
}

/* However busy the shift: a volunteer's session on a shared machine ends. */
static void idle__volunteer_on_a_shared_machine__ends_after_eight_hours(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	workplace_as(w, "mary");
	w->session->service.shared = true;
	st = stage_open(w, &(struct visit){ .where = &directory_screen });
	for (int i = 0; i < 8 * 60 - 1; i++) {
		stage_passes(st, MINUTE);
		stage_keys(st, "Down");
		stage_hides(st, "Locked");
	}
	stage_passes(st, MINUTE);
	stage_keys(st, "Down");
	stage_shows(st, "Locked. Your work is kept.");
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM event WHERE kind = 'lock' AND"
	                           " what = 'locked: signed in for 8 hours'"),
	                 1);
	stage_keys(st, "Enter");
	stage_close(st);
}

/* As it was: the field, the words, the place of the cursor, and what stands below it. */
static void lock__its_author_comes_back_to_what_was_open(void **state)
{
	struct workplace *w = *state;
	struct stage *st;
	const char *before;
	int row, column, row_after, column_after;

	scene_set(w);
	st = stage_open(w, &(struct visit){ .where = &person_screen, .id = { 1 } });
	stage_keys(st, "c 1 Tab");
	stage_type(st, "She asked for Thursday");
	stage_keys(st, "Left Left");
	before = arena_strdup(&w->arena, stage_shot(st, 24, 80));
	stage_cursor(st, &row, &column);
	stage_keys(st, "Ctrl-G Enter");
	stage_shows(st, "As you left it.");
	stage_keys(st, "Right Left"); /* the sentence goes */
	assert_string_equal(stage_shot(st, 24, 80), before);
	stage_cursor(st, &row_after, &column_after);
	assert_int_equal(row_after, row);
	assert_int_equal(column_after, column);
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "person");
	stage_close(st);
}

static void lock__is_on_record_and_so_is_coming_back(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });

	stage_keys(st, "Ctrl-G Enter");
	stage_close(st);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM event WHERE kind = 'lock' AND what ="
	                           " 'locked'"),
	                 1);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM event WHERE kind = 'lock' AND what ="
	                           " 'came back'"),
	                 1);
}

static void lock__the_pin_opens_it_and_after_three_wrong_ones_does_not(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &help_screen });

	stage_at_file(st, "/nowhere/case.db");
	assert_int_equal(session_pin_set(w->session, STR("482913")), OK);
	stage_keys(st, "Ctrl-G");
	stage_shows(st, "Locked. Your work is kept.");
	stage_golden(st, "lock-pin");
	stage_keys(st, "4 8 2 9 1 3 Enter");
	assert_string_equal(stage_place(st), "help");
	stage_keys(st, "Ctrl-G 1 2 3 4 5 7 Enter 1 2 3 4 5 7 Enter");
	stage_shows(st, "Priya: PIN");
	stage_keys(st, "1 2 3 4 5 7 Enter");
	stage_shows(st, "Priya: passphrase");
	stage_close(st);
}

static void lock__the_pin_is_good_for_half_an_hour(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &help_screen });

	stage_at_file(st, "/nowhere/case.db");
	assert_int_equal(session_pin_set(w->session, STR("482913")), OK);
	stage_keys(st, "Ctrl-G");
	stage_passes(st, 30 * MINUTE - 1);
	stage_shows(st, "Priya: PIN");
	stage_passes(st, 1);
	stage_shows(st, "Priya: passphrase");
	stage_close(st);
}

static char folder[] = "/tmp/clew-lock-XXXXXX";
static const char *path;

/* A session of that login at the file on disk, which needs no passphrase here. */
static struct session *at_the_file(const char *login)
{
	static const struct key key = { { 7 } };
	struct session *s = NULL;
	struct store *st = NULL;

	assert_int_equal(store_open(path, &key, STORE_WRITE, &st), OK);
	assert_int_equal(casework_open_store(st, login, &s), OK);
	store_sql(st, "PRAGMA synchronous = OFF"); /* nobody pulls a plug here */
	return s;
}

static void make_file(struct workplace *w)
{
	static const struct key key = { { 7 } };
	struct store *st = NULL;
	struct change c;
	struct account_id id;

	assert_non_null(mkdtemp(folder));
	path = arena_printf(&w->arena, "%s/clew.db", folder);
	assert_int_equal(store_create(path, &key, false, &st), OK);
	assert_int_equal(change_begin(&c, st, (struct account_id){ 0 }, 1, "made"), OK);
	assert_int_equal(account_add(&c,
	                             &(struct account){ .login = "mary",
	                                                .name = "Mary Bell",
	                                                .roles = ROLE_LINK_WORKER,
	                                                .vetted_on = DAY_NONE },
	                             &id),
	                 OK);
	assert_int_equal(account_add(&c,
	                             &(struct account){ .login = "ben",
	                                                .name = "Ben Ojo",
	                                                .roles = ROLE_LINK_WORKER,
	                                                .vetted_on = DAY_NONE },
	                             &id),
	                 OK);
	assert_int_equal(change_end(&c, OK), OK);
	store_close(st);
}

static void remove_file(void)
{
	static const char *const names[] = { "clew.db", "clew.db-journal", "clew.db.lock" };
	char name[128];

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		snprintf(name, sizeof(name), "%s/%s", folder, names[i]);
		unlink(name);
	}
	rmdir(folder);
}

/* Words of many kinds, none of which stands on any screen by itself. */
static const char *random_words(struct dice *d, struct arena *a)
{
	static const char *const parts[] = { "zanzibar", "quixote", "“Größe”", "ŵy'n",
		                             "\\n=",     "7%",      "日本",    "xylophone" };
	const char *words = "";

	for (uint32_t i = 0, n = 2 + dice_below(d, 6); i < n; i++)
		words = arena_printf(a, "%s%s%u ", words, parts[dice_below(d, COUNT_OF(parts))],
		                     dice_below(d, 1000));
	return words;
}

static void sees_nothing(struct stage *st, const char *const *places)
{
	static const char *const needles[] = { "zanzibar", "quixote", "Größe", "xylophone",
		                               "As you left it" };

	for (; *places; places++) {
		stage_keys(st, *places);
		for (size_t i = 0; i < COUNT_OF(needles); i++)
			stage_hides(st, needles[i]);
	}
}

/*
 * T48: Mary locks with a form half typed, Ben signs in over it and sees nothing of it anywhere, Mary
 * comes back after him to every byte of it.
 */
static void lock__somebody_else_sees_nothing_and_it_comes_back_whole(void **state)
{
	static const char *const places[] = { "F2", "F3", "F5", "g m", "Esc g n", "Esc g g", NULL };
	struct workplace w = { 0 };
	struct arena a = { 0 };
	struct dice d;

	(void)state;
	make_file(&w);
	d = dice_begin("lock");
	for (int i = 0; i < 100; i++) {
		const char *words;
		struct stage *st;

		w.session = at_the_file("mary");
		st = stage_open(&w, &(struct visit){ .where = &note_screen });
		stage_type(st, random_words(&d, &a));
		words = stage_draft(st, &a);
		stage_keys(st, "Ctrl-G");
		stage_arrives(st, at_the_file("ben"));
		sees_nothing(st, places);
		stage_keys(st, "Ctrl-G");
		stage_arrives(st, at_the_file("mary"));
		/* As from Unfinished: g n would begin another one. */
		stage_close(st);
		st = stage_open(&w, &(struct visit){ .where = &note_screen });
		assert_string_equal(stage_draft(st, &a), words);
		stage_close(st);
		store_sql(w.session->store, "DELETE FROM draft");
		casework_sign_out(w.session);
		arena_reset(&a);
	}
	arena_reset(&w.arena);
	remove_file();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(lock__every_screen_leaves_the_same_frame,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(idle__each_limit_holds_to_the_millisecond,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(idle__jump_of_the_clock__locks_on_the_first_key,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(idle__any_key_begins_the_time_anew, workplace_setup,
		                                workplace_teardown),
		cmocka_unit_test_setup_teardown(idle__in_a_conversation__only_initials_stay,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(idle__ones_own_limit_only_shortens, workplace_setup,
		                                workplace_teardown),
		cmocka_unit_test_setup_teardown(
			idle__volunteer_on_a_shared_machine__ends_after_eight_hours,
			workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(lock__its_author_comes_back_to_what_was_open,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(lock__is_on_record_and_so_is_coming_back,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(
			lock__the_pin_opens_it_and_after_three_wrong_ones_does_not, workplace_setup,
			workplace_teardown),
		cmocka_unit_test_setup_teardown(lock__the_pin_is_good_for_half_an_hour,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test(lock__somebody_else_sees_nothing_and_it_comes_back_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
