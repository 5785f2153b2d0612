/*
 * P-j: whoever is kept apart is named to no volunteer, by nothing that they read. Jane Carter (1) is
 * Priya's; a message, a reminder and a place on today's list were Mary's before she was kept apart.
 */
#include "test.h"

#include "fixture.h"
#include "scene.h"

#include "casework/messages.h"
#include "casework/reminders.h"
#include "casework/shift.h"
#include "casework/today.h"

#include <string.h>

static int setup(void **state)
{
	struct workplace *w = workplace_open();
	struct new_shift x = {
		.person = { 1 }, .login = "mary", .on = w->session->today, .what = "lift at 14:00"
	};
	const char *said = "";

	scene_set(w);
	assert_int_equal(casework_give_shift(w->session, &x, &w->arena, &said), OK);
	store_sql(w->session->store,
	          "INSERT INTO message (id, person, for_account, kind, words, taken_by, taken_on,"
	          "  taken_minute) VALUES (9, 1, 4, 'message', 'Came in', 1, 20779, 680);"
	          "UPDATE reminder SET worker = 4 WHERE person = 1");
	workplace_as(w, "mary");
	*state = w;
	return 0;
}

static void keep_apart(struct workplace *w)
{
	store_sql(w->session->store, "UPDATE person SET keep_apart = 1 WHERE id = 1");
}

static bool named(const char *text)
{
	return text && (strstr(text, "Carter, Jane") || strstr(text, "Janie"));
}

/* How often she is named, by each of what a volunteer reads. */
static int by_messages(struct workplace *w)
{
	struct message_rows rows;
	int n = 0;

	assert_int_equal(casework_messages(w->session, &w->arena, &rows), OK);
	for (size_t i = 0; i < rows.n; i++)
		n += named(rows.at[i].person);
	return n;
}

static int by_reminders(struct workplace *w)
{
	struct agenda rows;
	int n = 0;

	assert_int_equal(casework_agenda(w->session, w->session->account.id, &w->arena, &rows), OK);
	for (size_t i = 0; i < rows.n; i++)
		n += named(rows.at[i].name) || named(rows.at[i].called) ||
		     named(rows.at[i].reminder.what);
	return n;
}

static int by_shift(struct workplace *w)
{
	struct shift_rows rows;
	int n = 0;

	assert_int_equal(casework_shift(w->session, &w->arena, &rows), OK);
	for (size_t i = 0; i < rows.n; i++)
		n += named(rows.at[i].name) || named(rows.at[i].why);
	return n;
}

static int by_today(struct workplace *w)
{
	struct today_view v;
	int n = 0;

	assert_int_equal(casework_today(w->session, &(struct today_of){ 0 }, &w->arena, &v), OK);
	n += named(v.next);
	for (size_t i = 0; i < v.today.items.n; i++)
		n += named(v.today.items.at[i].name) || named(v.today.items.at[i].what) ||
		     named(v.today.items.at[i].why);
	return n;
}

static void needle(struct workplace *w, int (*named_by)(struct workplace *w))
{
	assert_int_not_equal(named_by(w), 0); /* else nothing is shown by what follows */
	keep_apart(w);
	assert_int_equal(named_by(w), 0);
}

static void messages__name_nobody_who_is_kept_apart(void **state)
{
	needle(*state, by_messages);
}

static void reminders__name_nobody_who_is_kept_apart(void **state)
{
	needle(*state, by_reminders);
}

static void list_for_the_day__names_nobody_who_is_kept_apart(void **state)
{
	needle(*state, by_shift);
}

static void today__names_nobody_who_is_kept_apart(void **state)
{
	needle(*state, by_today);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, workplace_teardown)
		T(messages__name_nobody_who_is_kept_apart),
		T(reminders__name_nobody_who_is_kept_apart),
		T(list_for_the_day__names_nobody_who_is_kept_apart),
		T(today__names_nobody_who_is_kept_apart),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
