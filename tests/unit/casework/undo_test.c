#include "test.h"

#include "crowd.h"
#include "session.h"

#include "base/attr.h"
#include "casework/messages.h"
#include "casework/undo.h"
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void take(struct workplace *w, const char *words)
{
	struct new_message m = { .words = words };
	struct message_saved saved;

	assert_int_equal(casework_take_message(w->session, &m, &w->arena, &saved), OK);
}

/* The same account in two windows: what was said yes to is not what came since. */
static void undo__takes_back_only_what_was_shown(void **state)
{
	struct workplace *w = *state;
	const char *what;

	take(w, "first");
	assert_int_equal(casework_undo_peek(w->session, &w->arena, &what), OK);
	take(w, "second");
	assert_int_equal(casework_undo(w->session), E_CONFLICT);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM message"), 2);
	assert_int_equal(casework_undo_peek(w->session, &w->arena, &what), OK);
	assert_int_equal(casework_undo(w->session), OK);
	assert_string_equal(store_text(w->session->store, "SELECT words FROM message", &w->arena),
	                    "first");
}

/* ---- across restarts ---- */

struct file {
	char folder[64], path[96];
};

static int set_up_file(void **state)
{
	struct file *f = calloc(1, sizeof(*f));

	assert_non_null(f);
	snprintf(f->folder, sizeof(f->folder), "/tmp/clew-undo-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	snprintf(f->path, sizeof(f->path), "%s/case.db", f->folder);
	crowd_make(f->path);
	*state = f;
	return 0;
}

static int tear_down_file(void **state)
{
	struct file *f = *state;
	static const char *const beside[] = { "", "-journal", ".lock" };
	char name[128];

	for (size_t i = 0; i < COUNT_OF(beside); i++) {
		snprintf(name, sizeof(name), "%s%s", f->path, beside[i]);
		unlink(name);
	}
	rmdir(f->folder);
	free(f);
	return 0;
}

/* Closed and opened again: what u names, and that it is undone when it is said yes to. */
static void undone_after_a_restart(const struct file *f, const char *named, int64_t left)
{
	struct arena a = { 0 };
	struct session *s;
	const char *what;

	assert_int_equal(crowd_open(f->path, 3, &s), OK);
	if (casework_undo_peek(s, &a, &what) != OK)
		fail_msg("%s", session_fault(s));
	if (strncmp(what, named, strlen(named)) != 0)
		fail_msg("named: %s", what);
	assert_int_equal(casework_undo(s), OK);
	assert_int_equal(crowd_count(s, (struct person_id){ 1 }), left);
	casework_sign_out(s);
	arena_reset(&a);
}

static void undo__after_a_restart__names_it_and_goes_back_and_again(void **state)
{
	const struct file *f = *state;
	struct session *s;

	assert_int_equal(crowd_open(f->path, 3, &s), OK);
	assert_int_equal(crowd_edit(s, (struct person_id){ 1 }), OK);
	casework_sign_out(s);
	undone_after_a_restart(f, "details of Person0, ", 0);
	undone_after_a_restart(f, "the undo of details of Person0, ", 1);
	undone_after_a_restart(f, "details of Person0, ", 0);
}

static void undo__of_what_another_changed_since__says_who_and_when(void **state)
{
	const struct file *f = *state;
	struct arena a = { 0 };
	struct session *s;
	const char *what;

	assert_int_equal(crowd_open(f->path, 3, &s), OK);
	assert_int_equal(crowd_edit(s, (struct person_id){ 1 }), OK);
	casework_sign_out(s);
	assert_int_equal(crowd_open(f->path, 4, &s), OK);
	assert_int_equal(crowd_edit(s, (struct person_id){ 1 }), OK);
	casework_sign_out(s);
	assert_int_equal(crowd_open(f->path, 3, &s), OK);
	assert_int_equal(casework_undo_peek(s, &a, &what), E_CONFLICT);
	assert_int_equal(casework_undo(s), E_CONFLICT);
	assert_non_null(strstr(session_fault(s), "Nothing was taken back: Worker 4 ("));
	assert_int_equal(crowd_count(s, (struct person_id){ 1 }), 2);
	casework_sign_out(s);
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(undo__takes_back_only_what_was_shown,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(
			undo__after_a_restart__names_it_and_goes_back_and_again, set_up_file,
			tear_down_file),
		cmocka_unit_test_setup_teardown(
			undo__of_what_another_changed_since__says_who_and_when, set_up_file,
			tear_down_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
