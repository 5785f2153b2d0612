#include "test.h"

#include "session.h"

#include "casework/messages.h"
#include "casework/undo.h"
#include "fixture.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(undo__takes_back_only_what_was_shown,
		                                workplace_setup, workplace_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
