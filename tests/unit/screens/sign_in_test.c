/*
 * The door: names, the wait after wrong tries, a code, a PIN, a damaged key file. The file and its key
 * file are real; the clock that a wait is counted down by is the test's own.
 */
#include "test.h"

#include "door.h"
#include "fixture.h"
#include "stage.h"

#include "base/file.h"
#include "store/settings.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct at_door {
	struct door *door;
	struct workplace w;
	struct stage *st;
};

static struct at_door come_to(struct door *d)
{
	return (struct at_door){ .door = d };
}

static void look(struct at_door *at)
{
	at->st = stage_open_door(&at->w, at->door->path);
}

static void leave(struct at_door *at)
{
	stage_close(at->st);
	casework_sign_out(at->w.session);
	arena_reset(&at->w.arena);
}

static void type_passphrase(struct at_door *at, const char *passphrase)
{
	stage_type(at->st, passphrase);
	stage_keys(at->st, "Enter");
}

/* A setting, as a coordinator left it. */
static void set(struct door *d, const char *name, const char *value)
{
	struct session *priya = door_in(d, "priya");
	struct change c;

	assert_int_equal(change_begin(&c, priya->store, priya->account.id, priya->now, "set"), OK);
	assert_int_equal(setting_put(&c, name, value), OK);
	assert_int_equal(change_end(&c, OK), OK);
	casework_sign_out(priya);
}

static void sign_in__lists_names_and_opens(void **state)
{
	struct at_door at = come_to(*state);

	look(&at);
	stage_golden(at.st, "sign-in");
	stage_keys(at.st, "Down Down");
	stage_stands(at.st, "Passphrase");
	type_passphrase(&at, "ben has three words");
	assert_string_equal(stage_place(at.st), "today");
	stage_hides(at.st, "wrong tr");
	leave(&at);
}

/* The seconds run down by themselves; Enter meanwhile is no try. */
static void sign_in__counts_the_wait_down(void **state)
{
	struct at_door at = come_to(*state);
	struct keys k = { .path = at.door->path, .a = &at.door->arena };

	look(&at);
	for (int i = 0; i < 5; i++)
		type_passphrase(&at, "wrong wrong wrong");
	type_passphrase(&at, "priya has three words");
	stage_shows(at.st, "There were too many wrong tries. ");
	while (!strstr(stage_shot(at.st, 24, 80), " 3 seconds more.")) {
		stage_passes(at.st, 1000); /* from 5 or 4: the machine's second may have turned */
		stage_tick(at.st);
		stage_shows(at.st, " seconds more.");
	}
	stage_golden(at.st, "sign-in-wait");
	type_passphrase(&at, "priya has three words");
	stage_shows(at.st, " 3 seconds more.");
	stage_passes(at.st, 1000);
	stage_tick(at.st);
	stage_shows(at.st, " 2 seconds more.");
	stage_passes(at.st, 2000);
	assert_int_equal(keys_forgive(&k, "priya"), OK); /* the machine's clock has not moved */
	stage_tick(at.st);
	stage_shows(at.st, "Now: your passphrase once more");
	stage_keys(at.st, "Ctrl-U");
	type_passphrase(&at, "priya has three words");
	assert_string_equal(stage_place(at.st), "today");
	leave(&at);
}

static void sign_in__tells_of_tries_by_somebody_else(void **state)
{
	struct at_door at = come_to(*state);
	struct session *s;

	for (int i = 0; i < 2; i++) {
		assert_int_equal(door_try(at.door, "priya", "wrong wrong wrong", &s), E_DENIED);
		casework_sign_out(s);
	}
	look(&at);
	type_passphrase(&at, "wrong wrong wrong"); /* her own: she knows */
	type_passphrase(&at, "priya has three words");
	stage_shows(at.st, "2 wrong tries since you were last here.");
	leave(&at);
	at.w = (struct workplace){ 0 };
	assert_int_equal(door_try(at.door, "priya", "wrong wrong wrong", &s), E_DENIED);
	casework_sign_out(s);
	look(&at);
	type_passphrase(&at, "priya has three words");
	stage_shows(at.st, "1 wrong try since you were last here, ");
	leave(&at);
}

static void sign_in__with_a_code_chooses_a_passphrase(void **state)
{
	struct at_door at = come_to(*state);
	struct session *priya = door_in(at.door, "priya");
	const char *code = "";

	assert_int_equal(casework_account_code(priya, door_id(at.door, priya, "ben"),
	                                       &at.door->arena, &code),
	                 OK);
	casework_sign_out(priya);
	look(&at);
	stage_keys(at.st, "Down Down");
	type_passphrase(&at, code);
	stage_golden(at.st, "sign-in-choose");
	type_passphrase(&at, "password1234");
	type_passphrase(&at, "password1234");
	stage_shows(at.st, "guessed first");
	type_passphrase(&at, "seven green umbrellas");
	type_passphrase(&at, "seven green umbrella");
	stage_shows(at.st, "not the same");
	type_passphrase(&at, "seven green umbrellas");
	type_passphrase(&at, "seven green umbrellas");
	assert_string_equal(stage_place(at.st), "today");
	leave(&at);
	casework_sign_out(NULL);
	assert_int_equal(door_try(at.door, "ben", "seven green umbrellas", &priya), OK);
	casework_sign_out(priya);
}

static void sign_in__may_list_nobody(void **state)
{
	struct at_door at = come_to(*state);

	set(at.door, "sign_in", "typed");
	casework_sign_out(door_in(at.door, "priya")); /* a coordinator's sign-in takes it there */
	look(&at);
	stage_hides(at.st, "Ben");
	stage_golden(at.st, "sign-in-typed");
	type_passphrase(&at, "nobody");
	type_passphrase(&at, "ben has three words");
	stage_shows(at.st, "do not go together");
	stage_keys(at.st, "Up Ctrl-U");
	type_passphrase(&at, "Ben");
	type_passphrase(&at, "ben has three words");
	assert_string_equal(stage_place(at.st), "today");
	leave(&at);
}

static void sign_in__on_shared_machines_asks_for_a_pin(void **state)
{
	struct at_door at = come_to(*state);

	set(at.door, "shared", "yes");
	look(&at);
	type_passphrase(&at, "priya has three words");
	stage_golden(at.st, "sign-in-pin");
	type_passphrase(&at, "1234");
	stage_shows(at.st, "six digits");
	type_passphrase(&at, "123456");
	stage_shows(at.st, "tried first");
	type_passphrase(&at, "481516");
	assert_string_equal(stage_place(at.st), "today");
	stage_keys(at.st, "Ctrl-G");
	type_passphrase(&at, "481517");
	stage_shows(at.st, "Two more tries");
	type_passphrase(&at, "481516");
	assert_string_equal(stage_place(at.st), "today");
	leave(&at);
}

static void sign_in__without_a_pin_needs_only_enter(void **state)
{
	struct at_door at = come_to(*state);

	set(at.door, "shared", "yes");
	look(&at);
	type_passphrase(&at, "priya has three words");
	stage_keys(at.st, "Enter");
	assert_string_equal(stage_place(at.st), "today");
	leave(&at);
}

static void spoil(struct door *d, const char *suffix)
{
	const char *path = arena_printf(&d->arena, "%s%s", d->path, suffix), *fault = "";
	struct file_put *f;

	assert_int_equal(file_put_open(path, FILE_REPLACE, &d->arena, &f, &fault), OK);
	assert_int_equal(file_put_write(f, STR("clew-keys 1\nspoilt\n")), OK);
	assert_int_equal(file_put_close(f, &d->arena, &fault), OK);
}

static void sign_in__mends_a_damaged_key_file(void **state)
{
	struct at_door at = come_to(*state);

	spoil(at.door, ".keys");
	look(&at);
	stage_shows(at.st, "is sound");
	stage_shows(at.st, "Enter puts the copy before it in its place.");
	stage_keys(at.st, "Enter");
	stage_shows(at.st, "stands in its place");
	type_passphrase(&at, "priya has three words");
	assert_string_equal(stage_place(at.st), "today");
	leave(&at);
}

static void sign_in__names_no_copy_that_is_not_sound(void **state)
{
	struct at_door at = come_to(*state);

	spoil(at.door, ".keys");
	assert_int_equal(unlink(arena_printf(&at.door->arena, "%s.keys.old", at.door->path)), 0);
	look(&at);
	stage_shows(at.st, "no sound copy");
	stage_hides(at.st, ".keys.old");
	stage_hides(at.st, "Enter puts");
	leave(&at);
}

#define AT_THE_DOOR(test) cmocka_unit_test_setup_teardown(test, door_setup, door_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_THE_DOOR(sign_in__lists_names_and_opens),
		AT_THE_DOOR(sign_in__counts_the_wait_down),
		AT_THE_DOOR(sign_in__tells_of_tries_by_somebody_else),
		AT_THE_DOOR(sign_in__with_a_code_chooses_a_passphrase),
		AT_THE_DOOR(sign_in__may_list_nobody),
		AT_THE_DOOR(sign_in__on_shared_machines_asks_for_a_pin),
		AT_THE_DOOR(sign_in__without_a_pin_needs_only_enter),
		AT_THE_DOOR(sign_in__mends_a_damaged_key_file),
		AT_THE_DOOR(sign_in__names_no_copy_that_is_not_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
