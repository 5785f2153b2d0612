#include "test.h"

#include "door.h"
#include "fixture.h"
#include "stage.h"

#include "model/account.h"
#include "screens.h"

#include <string.h>

static void admin__offers_what_each_may(void **state)
{
	static const struct {
		const char *login, *shows, *hides;
	} who[] = { { "priya", "Accounts", "Nothing here" },
		    { "ben", "What you did", "Accounts" },
		    { "mary", "Your passphrase", "Who did what" } };
	struct workplace *w = *state;

	for (size_t i = 0; i < COUNT_OF(who); i++) {
		struct stage *st;

		workplace_as(w, who[i].login);
		st = stage_open(w, &(struct visit){ .where = &admin_screen });
		stage_shows(st, who[i].shows);
		stage_hides(st, who[i].hides);
		stage_close(st);
	}
}

static void admin__is_behind_g_a(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &help_screen });

	stage_keys(st, "g a");
	assert_string_equal(stage_place(st), "admin");
	stage_close(st);
}

static void passphrase__asks_for_it_twice(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &passphrase_screen });

	stage_golden(st, "passphrase");
	stage_type(st, "seven green umbrellas");
	stage_hides(st, "seven");
	stage_keys(st, "Esc");
	stage_close(st);
}

static void accounts__are_listed_with_what_matters_first(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	store_sql(w->session->store, "UPDATE account SET disabled_at = 1795000000"
	                             " WHERE login = 'mary'");
	store_sql(w->session->store, "UPDATE account SET code_until = 1795460000"
	                             " WHERE login = 'ben'");
	st = stage_open(w, &(struct visit){ .where = &accounts_screen });
	stage_golden(st, "accounts");
	stage_keys(st, "Down Enter");
	stage_golden(st, "account");
	stage_close(st);
}

static void account__asks_before_it_closes(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &accounts_screen });

	stage_keys(st, "Down Enter 4");
	stage_shows(st, "Close the account of Ben Ojo");
	stage_keys(st, "n");
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM account WHERE disabled_at IS NOT NULL"),
	                 0);
	stage_keys(st, "4 y");
	stage_shows(st, "Ben Ojo signs in here no more.");
	assert_int_equal(store_int(w->session->store, "SELECT disabled_at IS NOT NULL FROM account"
	                                              " WHERE login = 'ben'"),
	                 1);
	stage_close(st);
}

static void account__of_oneself_says_who_does_it(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &accounts_screen });

	stage_keys(st, "End Enter"); /* Priya, the last by name */
	stage_keys(st, "2");
	stage_shows(st, "Another coordinator does that for you.");
	stage_close(st);
}

static void account__without_a_fresh_passphrase_asks_for_it(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	w->session->proved_at = 0;
	st = stage_open(w, &(struct visit){ .where = &accounts_screen });
	stage_keys(st, "Down Enter 2 y");
	assert_string_equal(stage_place(st), "proof");
	stage_keys(st, "x Enter");
	assert_string_equal(stage_place(st), "account");
	stage_shows(st, "One-time code");
	stage_shows(st, "For Ben Ojo, login ben.");
	stage_close(st);
}

static void account_form__makes_one_and_shows_its_code(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &accounts_screen });

	stage_keys(st, "n");
	stage_golden(st, "account-form");
	stage_type(st, "rosa");
	stage_keys(st, "Tab");
	stage_type(st, "Rosa Diaz");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "At least one of the four");
	stage_keys(st, "y Tab Tab y Ctrl-S"); /* volunteer, coordinator */
	stage_shows(st, "The second person wants to know why.");
	stage_type(st, "Ann leaves in May");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "For Rosa Diaz, login rosa. Read it out:");
	stage_shows(st, "To be coordinator waits for");
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "accounts");
	stage_shows(st, "Rosa Diaz");
	assert_int_equal(
		store_int(w->session->store, "SELECT roles FROM account WHERE login = 'rosa'"),
		ROLE_VOLUNTEER);
	stage_close(st);
}

#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_WORK(admin__offers_what_each_may),
		AT_WORK(admin__is_behind_g_a),
		AT_WORK(passphrase__asks_for_it_twice),
		AT_WORK(accounts__are_listed_with_what_matters_first),
		AT_WORK(account__asks_before_it_closes),
		AT_WORK(account__of_oneself_says_who_does_it),
		AT_WORK(account__without_a_fresh_passphrase_asks_for_it),
		AT_WORK(account_form__makes_one_and_shows_its_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
