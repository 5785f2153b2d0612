#include "casework/accounts.h"

#include "test.h"

#include "dice.h"
#include "door.h"
#include "fixture.h"

#include "casework/access.h"
#include "casework/drafts.h"
#include "casework/today.h"
#include "model/account_form.h"
#include "store/store.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *code_for(struct door *d, struct session *s, const char *login)
{
	const char *code = "";

	if (casework_account_code(s, door_id(d, s, login), &d->arena, &code) != OK)
		fail_msg("%s", session_fault(s));
	return code;
}

static enum status tried(struct door *d, const char *login, const char *passphrase)
{
	struct session *s = NULL;
	enum status rc = door_try(d, login, passphrase, &s);

	casework_sign_out(s);
	return rc;
}

static struct made_account added(struct door *d, struct session *s, const char *login,
                                 const char *passphrase)
{
	struct new_account x = { .account = account_blank, .passphrase = str_of(passphrase) };
	struct problems problems = { 0 };
	struct made_account made = { 0 };

	x.account.login = login;
	x.account.name = "Rosa Diaz";
	x.account.roles = ROLE_LINK_WORKER;
	if (casework_add_account(s, &x, &d->arena, &problems, &made) != OK)
		fail_msg("%s", session_fault(s));
	return made;
}

/* ---- one-time codes ---- */

static void account_code__opens_once_and_only_to_choose(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya"), *ben = NULL;
	const char *code = code_for(d, priya, "ben");
	struct account_rows rows;

	assert_int_equal(tried(d, "ben", NULL), E_DENIED); /* what he had opens nothing more */
	assert_int_equal(door_try(d, "ben", code, &ben), OK);
	assert_int_equal(casework_may(ben, OP_SEE_TODAY), E_DENIED);
	assert_non_null(strstr(session_fault(ben), "choose your own passphrase"));
	assert_int_equal(casework_accounts(ben, &d->arena, &rows), E_DENIED);
	assert_int_equal(casework_change_passphrase(ben, STR("seven green umbrellas")), OK);
	assert_int_equal(casework_may(ben, OP_SEE_TODAY), OK);
	casework_sign_out(ben);
	assert_int_equal(tried(d, "ben", code), E_DENIED);
	assert_int_equal(tried(d, "ben", "seven green umbrellas"), OK);
	casework_sign_out(priya);
}

static void account_code__is_good_for_a_day(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya"), *ben = NULL;
	const char *code = code_for(d, priya, "ben");

	store_sql(priya->store, "UPDATE account SET code_until = code_until - 86400"
	                        " WHERE login = 'ben'");
	assert_int_equal(door_try(d, "ben", code, &ben), E_DENIED);
	assert_non_null(strstr(session_fault(ben), "the day is over"));
	casework_sign_out(ben);
	casework_sign_out(priya);
}

static void account_code__is_four_words_and_another_each_time(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya");
	const char *one = code_for(d, priya, "ben"), *two = code_for(d, priya, "ben");
	int blanks = 0;

	for (const char *c = one; *c; c++)
		blanks += *c == ' ';
	assert_int_equal(blanks, CODE_WORDS - 1);
	assert_string_not_equal(one, two);
	assert_int_equal(tried(d, "ben", one), E_DENIED);
	casework_sign_out(priya);
}

/* ---- new, changed, closed ---- */

static void add_account__signs_in_with_its_code_or_its_passphrase(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya"), *s = NULL;
	struct made_account made = added(d, priya, "rosa", "");

	assert_int_equal(door_try(d, "rosa", made.code, &s), OK);
	assert_int_not_equal(s->account.code_until, 0);
	casework_sign_out(s);
	added(d, priya, "rosa.d-2", "seven green umbrellas");
	assert_int_equal(door_try(d, "Rosa.D-2 ", "seven green umbrellas", &s), OK);
	assert_int_equal(s->account.code_until, 0);
	casework_sign_out(s);
	casework_sign_out(priya);
}

static void add_account__says_by_field_what_is_wrong(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya");
	struct new_account x = { .account = account_blank, .passphrase = STR("password1234") };
	struct problems problems = { 0 };
	struct made_account made;

	x.account.login = "Ro sa";
	assert_int_equal(casework_add_account(priya, &x, &d->arena, &problems, &made), E_INVALID);
	assert_int_equal(problems.n, 4); /* login, name, roles, passphrase */
	problems.n = 0;
	x = (struct new_account){ .account = account_blank };
	x.account.login = "ben";
	x.account.name = "Another Ben";
	x.account.roles = ROLE_VOLUNTEER;
	assert_int_equal(casework_add_account(priya, &x, &d->arena, &problems, &made), E_EXISTS);
	assert_string_equal(problems.at[0].field, "login");
	casework_sign_out(priya);
}

static void add_account__leaves_to_two_what_takes_two(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya");
	struct new_account x = { .account = account_blank };
	struct problems problems = { 0 };
	struct made_account made;

	x.account.login = "olive";
	x.account.name = "Olive Grant";
	x.account.roles = ROLE_AUDITOR;
	assert_int_equal(casework_add_account(priya, &x, &d->arena, &problems, &made), OK);
	assert_int_equal(made.wanted, ROLE_AUDITOR);
	assert_int_equal(door_row(d, priya, "olive").account.roles, ROLE_VOLUNTEER);
	casework_sign_out(priya);
}

static void accounts__are_coordinators_work_with_a_fresh_passphrase(void **state)
{
	struct door *d = *state;
	struct session *ben = door_in(d, "ben"), *priya = door_in(d, "priya");
	const char *code = "";
	struct account_id mary = door_id(d, priya, "mary");

	assert_int_equal(casework_account_code(ben, mary, &d->arena, &code), E_DENIED);
	assert_int_equal(casework_close_account(ben, mary), E_DENIED);
	assert_int_equal(casework_unlock_account(ben, mary), E_DENIED);
	priya->proved_at = priya->now - ACCESS_PROOF_SECONDS;
	assert_int_equal(casework_account_code(priya, mary, &d->arena, &code), E_DENIED);
	assert_int_equal(priya->demand.permit, PERMIT_WITH_PROOF);
	for (int i = 0; i < 9; i++) /* Enter on an empty line is no wrong try */
		assert_int_equal(casework_prove(priya, STR("")), E_INVALID);
	assert_int_equal(casework_prove(priya, STR("not her three words")), E_DENIED);
	assert_string_equal(session_fault(priya), "That is not your passphrase. Nothing was done.");
	assert_int_equal(casework_prove(priya, STR("priya has three words")), OK);
	assert_int_equal(casework_account_code(priya, mary, &d->arena, &code), OK);
	casework_sign_out(ben);
	casework_sign_out(priya);
}

static void accounts__of_oneself_are_anothers_work(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya");
	struct account_id own = priya->account.id;
	struct problems problems = { 0 };
	struct account x = door_row(d, priya, "priya").account;
	const char *code = "";
	unsigned wanted;

	assert_int_equal(casework_close_account(priya, own), E_DENIED);
	assert_int_equal(casework_account_code(priya, own, &d->arena, &code), E_DENIED);
	assert_int_equal(casework_open_account(priya, own, &d->arena, &code), E_DENIED);
	assert_int_equal(casework_open_account(priya, door_id(d, priya, "ben"), &d->arena, &code),
	                 E_CONFLICT); /* it is open, and his passphrase stays */
	x.roles = ROLE_LINK_WORKER;
	assert_int_equal(casework_change_account(priya, &x, &d->arena, &problems, &wanted),
	                 E_DENIED);
	casework_sign_out(priya);
	assert_int_equal(tried(d, "priya", NULL), OK);
}

static void accounts__keep_their_last_coordinator(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya"), *ann = door_in(d, "ann");
	struct problems problems = { 0 };
	struct account x;
	unsigned wanted;

	assert_int_equal(casework_close_account(priya, ann->account.id), OK);
	/* Ann's session, as it was a moment ago, would do the same to Priya. */
	ann->ended = SESSION_GOES_ON;
	assert_int_equal(casework_close_account(ann, priya->account.id), E_DENIED);
	/* By a coordinator who has the right, but is the only one left beside her. */
	store_sql(priya->store, "UPDATE account SET roles = 4, disabled_at = NULL, ver = ver + 1"
	                        " WHERE login = 'ben'");
	store_sql(priya->store,
	          "UPDATE account SET roles = 2, ver = ver + 1 WHERE login = 'priya'");
	casework_sign_out(ann);
	ann = door_in(d, "ben");
	x = door_row(d, ann, "ben").account;
	x.roles = ROLE_VOLUNTEER;
	assert_int_equal(casework_change_account(ann, &x, &d->arena, &problems, &wanted), E_DENIED);
	assert_int_equal(store_int(ann->store, "SELECT count(*) FROM account WHERE roles & 4"
	                                       " AND disabled_at IS NULL"),
	                 1);
	casework_sign_out(ann);
	casework_sign_out(priya);
}

static void change_account__is_refused_over_somebody_elses(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya"), *ann = door_in(d, "ann");
	struct account mine = door_row(d, priya, "ben").account, theirs = mine;
	struct problems problems = { 0 };
	unsigned wanted;

	mine.phone = "0113 496 0112";
	theirs.name = "Benjamin Ojo";
	assert_int_equal(casework_change_account(ann, &theirs, &d->arena, &problems, &wanted), OK);
	assert_int_equal(casework_change_account(priya, &mine, &d->arena, &problems, &wanted),
	                 E_CONFLICT);
	casework_sign_out(ann);
	casework_sign_out(priya);
}

static void close_account__takes_the_key_and_what_is_open(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya"), *ben = door_in(d, "ben");
	struct account_id id = ben->account.id;
	const struct draft draft = { .form = "note", .about = "", .title = "t", .body = "half" };
	const char *code = "";

	assert_int_equal(casework_close_account(priya, id), OK);
	assert_false(door_row(d, priya, "ben").slot);
	session_tick(ben);
	assert_int_equal(ben->ended, SESSION_DISABLED);
	assert_int_equal(casework_may(ben, OP_SEE_TODAY), E_DENIED);
	assert_non_null(strstr(session_fault(ben), "closed this account"));
	assert_int_equal(casework_keep_draft(ben, &draft), OK); /* nothing half done is lost */
	casework_sign_out(ben);
	assert_int_equal(tried(d, "ben", NULL), E_DENIED);
	assert_int_equal(casework_open_account(priya, id, &d->arena, &code), OK);
	assert_int_equal(tried(d, "ben", code), OK);
	casework_sign_out(priya);
}

static void close__is_seen_before_the_next_key(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya"), *ben = door_in(d, "ben");
	struct today_view view;

	assert_int_equal(casework_close_account(priya, ben->account.id), OK);
	assert_int_equal(casework_today(ben, &(struct today_of){ 0 }, &d->arena, &view), E_DENIED);
	casework_sign_out(ben);
	casework_sign_out(priya);
}

static void open__brings_back_what_one_person_gives(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya");
	struct account_id ben = door_row(d, priya, "ben").account.id;
	const char *code;

	store_sql(priya->store, "UPDATE account SET roles = 6, ver = ver + 1 WHERE login = 'ben'");
	assert_int_equal(casework_close_account(priya, ben), OK);
	assert_int_equal(casework_open_account(priya, ben, &d->arena, &code), OK);
	assert_int_equal(door_row(d, priya, "ben").account.roles, ROLE_LINK_WORKER);
	casework_sign_out(priya);
}

static void roles__hold_from_the_next_act_on(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya"), *mary = door_in(d, "mary");
	struct account x = door_row(d, priya, "mary").account;
	struct problems problems = { 0 };
	unsigned wanted;

	assert_int_equal(casework_may(mary, OP_SEE_CASELOAD), E_DENIED);
	x.roles = ROLE_LINK_WORKER;
	assert_int_equal(casework_change_account(priya, &x, &d->arena, &problems, &wanted), OK);
	session_tick(mary);
	assert_int_equal(casework_may(mary, OP_SEE_CASELOAD), OK);
	x = door_row(d, priya, "mary").account;
	x.roles = ROLE_VOLUNTEER;
	assert_int_equal(casework_change_account(priya, &x, &d->arena, &problems, &wanted), OK);
	session_tick(mary);
	assert_int_equal(casework_may(mary, OP_SEE_CASELOAD), E_DENIED);
	casework_sign_out(mary);
	casework_sign_out(priya);
}

/* ---- T38 ---- */

/* Something of one's own that writes: its answer says whether the account still may. */
static enum status one_act(struct session *s, int which)
{
	const struct draft draft = { .form = "note", .about = "", .title = "t", .body = "b" };

	switch (which) {
	case 0:
		session_tick(s);
		return casework_may(s, OP_SEE_TODAY);
	case 1:
		return casework_change_passphrase(s, STR("seven green umbrellas"));
	case 2:
		return casework_prove(s, STR("ben has three words"));
	default:
		return casework_keep_draft(s, &draft);
	}
}

/* The account is closed at any place among what its open session does. */
static void close_account__ends_what_is_open__wherever_it_comes(void **state)
{
	struct dice dice = dice_begin("close_account");

	(void)state;
	for (int round = 0; round < 50; round++) {
		struct door *d = door_open();
		struct session *priya = door_in(d, "priya"), *ben = door_in(d, "ben");
		int when = (int)dice_below(&dice, 6);

		for (int step = 0; step < 6; step++) {
			int act = (int)dice_below(&dice, 4);

			if (step == when)
				assert_int_equal(casework_close_account(priya, ben->account.id),
				                 OK);
			if (step < when)
				assert_int_equal(one_act(ben, act == 1 || act == 2 ? 0 : act), OK);
			else if (act != 3)
				assert_int_not_equal(one_act(ben, act), OK);
		}
		session_tick(ben);
		assert_int_equal(ben->ended, SESSION_DISABLED);
		assert_int_equal(store_int(priya->store,
		                           "SELECT count(*) FROM event WHERE kind = 'account'"
		                           " AND account = 3"),
		                 0);
		casework_sign_out(ben);
		casework_sign_out(priya);
		door_close(d);
	}
}

/* ---- the row and the slot ---- */

static void accounts__mend_what_was_killed_between(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya");
	struct account_id ben = door_id(d, priya, "ben");
	const char *code = "";
	struct keys k = { .path = d->path, .a = &d->arena };

	/* Closed on record, its key still there. */
	store_sql(priya->store,
	          "UPDATE account SET disabled_at = 1, ver = ver + 1 WHERE login = 'ben'");
	assert_true(door_row(d, priya, "ben").slot);
	assert_int_equal(tried(d, "ben", NULL), E_DENIED);
	assert_int_equal(casework_close_account(priya, ben), OK);
	assert_false(door_row(d, priya, "ben").slot);
	/* On record as open, and no key. */
	assert_int_equal(casework_open_account(priya, ben, &d->arena, &code), OK);
	assert_int_equal(keys_remove_account(&k, priya->ring, "ben"), OK);
	assert_int_equal(casework_account_code(priya, ben, &d->arena, &code), OK);
	assert_int_equal(tried(d, "ben", code), OK);
	casework_sign_out(priya);
}

/* A byte for every act that came to an end. */
static void close_and_open(struct door *d, int done)
{
	struct session *priya = NULL;
	const char *code;

	if (door_try(d, "priya", NULL, &priya) != OK)
		_exit(1);
	for (int i = 0; i < 1000; i++) {
		struct account_id ben = door_id(d, priya, "ben");

		if (casework_close_account(priya, ben) != OK || write(done, "c", 1) != 1 ||
		    casework_open_account(priya, ben, &d->arena, &code) != OK ||
		    write(done, "o", 1) != 1)
			_exit(1);
	}
	_exit(0);
}

/* After so many acts, in the middle of the next. */
static void kill_among(struct door *d, int acts)
{
	int pipes[2], status;
	char byte;
	pid_t pid;

	assert_int_equal(pipe(pipes), 0);
	pid = fork();
	if (pid == 0)
		close_and_open(d, pipes[1]);
	for (int i = 0; i < acts; i++)
		assert_int_equal(read(pipes[0], &byte, 1), 1);
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	close(pipes[0]);
	close(pipes[1]);
}

/* Killed anywhere: what the record says is what holds, and the key follows it. */
static void accounts__are_on_record_before_the_key_is(void **state)
{
	struct dice dice = dice_begin("accounts");

	(void)state;
	for (int round = 0; round < fault_rounds(20); round++) {
		struct door *d = door_open();
		struct session *priya;
		struct account_row ben;
		int64_t opened, closed;

		kill_among(d, 1 + (int)dice_below(&dice, 8));
		priya = door_in(d, "priya");
		opened = store_int(priya->store, "SELECT count(*) FROM event"
		                                 " WHERE what LIKE 'account ben open%'");
		closed = store_int(priya->store, "SELECT count(*) FROM event"
		                                 " WHERE what LIKE 'account ben closed%'");
		ben = door_row(d, priya, "ben");
		assert_in_range(closed - opened, 0, 1);
		assert_int_equal(ben.account.disabled_at != 0, closed > opened);
		if (ben.account.disabled_at != 0) /* whatever became of the key */
			assert_int_equal(tried(d, "ben", NULL), E_DENIED);
		/* And the same act again mends it. */
		assert_int_equal(casework_close_account(priya, ben.account.id), OK);
		assert_false(door_row(d, priya, "ben").slot);
		casework_sign_out(priya);
		door_close(d);
	}
}

/* ---- tries, one's own passphrase, the paper ---- */

static void unlock_account__is_on_record_and_ends_the_wait(void **state)
{
	struct door *d = *state;
	struct session *priya = door_in(d, "priya"), *s = NULL;

	for (int i = 0; i < 5; i++)
		assert_int_equal(tried(d, "ben", "wrong wrong wrong"), E_DENIED);
	assert_int_equal(tried(d, "ben", NULL), E_BUSY);
	assert_int_equal(casework_unlock_account(priya, door_id(d, priya, "ben")), OK);
	assert_string_equal(store_text(priya->store,
	                               "SELECT kind || ': ' || what FROM event WHERE what LIKE"
	                               " 'wrong tries%'",
	                               &d->arena),
	                    "account: wrong tries of ben forgiven");
	assert_int_equal(door_try(d, "ben", NULL, &s), OK);
	assert_int_equal(s->missed.count, 5); /* forgiven, and told of all the same */
	assert_in_range(s->now - s->missed.last_at, 0, 60);
	casework_sign_out(s);
	assert_int_equal(door_try(d, "ben", NULL, &s), OK);
	assert_int_equal(s->missed.count, 0);
	casework_sign_out(s);
	casework_sign_out(priya);
}

static void change_passphrase__refuses_what_is_guessed_first(void **state)
{
	static const char *const bad[] = { "",
		                           "short",
		                           "password1234",
		                           "Pass word 1234",
		                           "abcabcabcabc",
		                           "123456789012",
		                           "benjamin oj",
		                           "Ben Ojo Ben Ojo 1",
		                           "riversideriverside" };
	struct door *d = *state;
	struct session *ben = door_in(d, "ben");

	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_int_equal(casework_change_passphrase(ben, str_of(bad[i])), E_INVALID);
	casework_sign_out(ben);
	assert_int_equal(tried(d, "ben", NULL), OK);
}

static void recover_account__opens_with_the_key_from_paper(void **state)
{
	struct door *d = *state;
	struct recover how = { .path = d->path, .login = "ben", .place = "a test" };
	const char *code = "", *fault = "";
	struct session *ann = NULL;

	how.recovery = str_of(d->recovery);
	assert_int_equal(casework_recover_account(&how, &d->arena, &code, &fault), E_NOT_FOUND);
	assert_non_null(strstr(fault, "no coordinator"));
	how.login = "ann";
	assert_int_equal(casework_recover_account(&how, &d->arena, &code, &fault), OK);
	assert_int_equal(tried(d, "ann", NULL), E_DENIED);
	assert_int_equal(door_try(d, "ann", code, &ann), OK);
	assert_int_equal(casework_change_passphrase(ann, STR("seven green umbrellas")), OK);
	assert_int_equal(store_int(ann->store, "SELECT count(*) FROM event WHERE account IS NULL"
	                                       " AND what LIKE 'recovery key used at a test%'"),
	                 1);
	casework_sign_out(ann);
}

#define AT_THE_DOOR(test) cmocka_unit_test_setup_teardown(test, door_setup, door_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_THE_DOOR(account_code__opens_once_and_only_to_choose),
		AT_THE_DOOR(account_code__is_good_for_a_day),
		AT_THE_DOOR(account_code__is_four_words_and_another_each_time),
		AT_THE_DOOR(add_account__signs_in_with_its_code_or_its_passphrase),
		AT_THE_DOOR(add_account__says_by_field_what_is_wrong),
		AT_THE_DOOR(add_account__leaves_to_two_what_takes_two),
		AT_THE_DOOR(accounts__are_coordinators_work_with_a_fresh_passphrase),
		AT_THE_DOOR(accounts__of_oneself_are_anothers_work),
		AT_THE_DOOR(accounts__keep_their_last_coordinator),
		AT_THE_DOOR(change_account__is_refused_over_somebody_elses),
		AT_THE_DOOR(close_account__takes_the_key_and_what_is_open),
		AT_THE_DOOR(close__is_seen_before_the_next_key),
		AT_THE_DOOR(open__brings_back_what_one_person_gives),
		AT_THE_DOOR(roles__hold_from_the_next_act_on),
		cmocka_unit_test(close_account__ends_what_is_open__wherever_it_comes),
		AT_THE_DOOR(accounts__mend_what_was_killed_between),
		cmocka_unit_test(accounts__are_on_record_before_the_key_is),
		AT_THE_DOOR(unlock_account__is_on_record_and_ends_the_wait),
		AT_THE_DOOR(change_passphrase__refuses_what_is_guessed_first),
		AT_THE_DOOR(recover_account__opens_with_the_key_from_paper),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
