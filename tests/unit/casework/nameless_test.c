#include "test.h"

#include "casework/drafts.h"
#include "casework/enquiry.h"
#include "casework/find.h"
#include "casework/messages.h"
#include "casework/nameless.h"
#include "casework/people.h"
#include "casework/person_view.h"
#include "casework/shift.h"
#include "fixture.h"
#include "vault/keys.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A real case file in a folder of its own: Priya at it, and what sits at the Desk. */
struct office {
	char folder[40], path[64];
	struct arena a;
	struct session *priya, *desk;
};

static const struct keys_cost cheap = { .passes = 1, .kib = 8 };

static int open_office(void **state)
{
	struct office *o = calloc(1, sizeof(*o));
	struct problems problems = { 0 };
	struct new_file f = { .service = "Leeds cancer link workers",
		              .nation = "england",
		              .login = "priya",
		              .name = "Priya Shah",
		              .passphrase = STR("amber kettle northern violin"),
		              .shared = true,
		              .lead = { .name = "Ann Reid", .phone = "0113 496 0111" },
		              .deputy = { .name = "Ben Ojo", .phone = "0113 496 0112" } };
	struct sign_in how = { .login = "priya", .passphrase = f.passphrase };
	const char *fault = "";
	char *recovery;

	assert_non_null(o);
	snprintf(o->folder, sizeof(o->folder), "/tmp/clew-desk-XXXXXX");
	assert_non_null(mkdtemp(o->folder));
	snprintf(o->path, sizeof(o->path), "%s/c.clew", o->folder);
	how.path = f.path = o->path;
	if (casework_init(&f, &o->a, &problems, &recovery, &fault) != OK)
		fail_msg("%s", fault);
	assert_int_equal(casework_sign_in(&how, &o->priya), OK);
	o->priya->cost = &cheap;
	*state = o;
	return 0;
}

static int close_office(void **state)
{
	struct office *o = *state;
	DIR *dir;

	casework_sign_out(o->desk);
	casework_sign_out(o->priya);
	dir = opendir(o->folder);
	for (struct dirent *e; dir && (e = readdir(dir));)
		if (e->d_name[0] != '.')
			unlinkat(dirfd(dir), e->d_name, 0);
	closedir(dir);
	rmdir(o->folder);
	arena_reset(&o->a);
	free(o);
	return 0;
}

static void put_on(struct office *o, enum nameless how)
{
	const char *said;

	assert_int_equal(casework_put_on_desk(o->priya, how, &o->a, &said), OK);
}

static enum status sit_down(struct office *o)
{
	const struct sign_in how = { .path = o->path };

	casework_sign_out(o->desk);
	o->desk = NULL;
	return casework_sign_in_nameless(&how, &o->desk);
}

static void nameless__is_not_there__until_a_coordinator_puts_it_on(void **state)
{
	struct office *o = *state;

	assert_false(nameless_listed(o->path, o->priya->now));
	assert_int_equal(sit_down(o), E_NOT_FOUND);
	put_on(o, NAMELESS_TODAY);
	assert_true(nameless_listed(o->path, o->priya->now));
	assert_false(nameless_listed(o->path, o->priya->now + 24 * 60 * 60));
	assert_int_equal(sit_down(o), OK);
	o->desk->fixed_today = true;
	o->desk->today++;
	session_tick(o->desk);
	assert_int_equal(o->desk->ended, SESSION_DISABLED);
}

static void nameless__put_on__takes_a_fresh_passphrase_of_a_coordinator(void **state)
{
	struct office *o = *state;
	const char *said;

	o->priya->proved_at = 0;
	assert_int_equal(casework_put_on_desk(o->priya, NAMELESS_STAYS, &o->a, &said), E_DENIED);
	assert_int_equal(o->priya->demand.permit, PERMIT_WITH_PROOF);
	assert_false(nameless_listed(o->path, o->priya->now));
}

static void nameless__put_off__ends_where_somebody_sits(void **state)
{
	struct office *o = *state;

	put_on(o, NAMELESS_STAYS);
	assert_int_equal(sit_down(o), OK);
	put_on(o, NAMELESS_OFF);
	session_tick(o->desk);
	assert_int_equal(o->desk->ended, SESSION_DISABLED);
	assert_int_equal(sit_down(o), E_NOT_FOUND);
	put_on(o, NAMELESS_STAYS);
	assert_int_equal(sit_down(o), OK);
}

/* Exactly these, for no standing whatever; and nothing that names a person. */
static void nameless__may__only_what_the_table_says(void **state)
{
	static const enum op may[] = { OP_WORRY_ABOUT_SAFETY, OP_TAKE_MESSAGE, OP_SEE_SERVICES,
		                       OP_PRINT_SHEET,        OP_ENQUIRE,      OP_KEEP_DRAFT,
		                       OP_SEE_ACCOUNTS };

	UNUSED_STATE;
	for (enum op op = 0; op < OP_COUNT; op++) {
		bool expected = false;

		for (size_t i = 0; i < COUNT_OF(may); i++)
			expected = expected || may[i] == op;
		for (enum standing standing = 0; standing < STANDING_COUNT; standing++)
			if ((op_permit(op, ROLE_DESK, standing, TEAM_OPEN) == PERMIT_FREELY) !=
			    expected)
				fail_msg("%s", op_word(op));
	}
}

static void nameless__person__can_be_neither_found_nor_opened(void **state)
{
	struct office *o = *state;
	struct new_referral in = { .about = person_details_blank(), .referral = referral_blank };
	struct new_message m = { .words = "She rang" };
	struct message_saved saved;
	struct visit_view visit;
	struct person_view view;
	struct received r;
	struct hits hits;

	in.about.person.family_name = "Carter";
	in.referral.source = "self";
	in.worker = "priya";
	assert_int_equal(casework_receive_referral(o->priya, &in, &o->a, &r), OK);
	put_on(o, NAMELESS_STAYS);
	assert_int_equal(sit_down(o), OK);
	assert_int_equal(casework_find(o->desk, "carter", 10, &o->a, &hits), E_DENIED);
	assert_int_equal(casework_visit(o->desk, r.person, &o->a, &visit), E_DENIED);
	assert_int_equal(casework_open_person(o->desk, r.person, &o->a, &view), E_DENIED);
	m.person = r.person;
	assert_int_equal(casework_take_message(o->desk, &m, &o->a, &saved), E_DENIED);
}

static void nameless__what_it_writes__is_on_record_as_nobodys(void **state)
{
	struct office *o = *state;
	struct new_enquiry x = { .gave = GAVE_WORDS, .topic = "", .area = "", .minutes = 5 };
	const char *said;

	put_on(o, NAMELESS_STAYS);
	assert_int_equal(sit_down(o), OK);
	assert_int_equal(casework_enquire(o->desk, &x, &o->a, &said), OK);
	assert_string_equal(
		store_text(o->desk->store,
	                   "SELECT a.name FROM event e JOIN account a ON a.id = e.account"
	                   " WHERE e.what LIKE 'enquiry%' AND e.roles = 16",
	                   &o->a),
		"Desk, no name");
}

/* What was left half done is for the next who sits there to see never. */
static void nameless__half_done__is_not_the_next_ones(void **state)
{
	struct office *o = *state;
	const struct draft d = {
		.form = "note", .about = "", .title = "call note", .body = "words=She wept\n"
	};
	struct draft found;

	put_on(o, NAMELESS_STAYS);
	assert_int_equal(sit_down(o), OK);
	assert_int_equal(casework_keep_draft(o->desk, &d), OK);
	assert_int_equal(casework_draft(o->desk, "note", "", &o->a, &found), OK);
	assert_int_equal(sit_down(o), OK);
	assert_int_equal(casework_draft(o->desk, "note", "", &o->a, &found), E_NOT_FOUND);
	assert_int_equal(store_int(o->desk->store, "SELECT count(*) FROM draft"), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_office, close_office)
	const struct CMUnitTest tests[] = {
		TEST(nameless__is_not_there__until_a_coordinator_puts_it_on),
		TEST(nameless__put_on__takes_a_fresh_passphrase_of_a_coordinator),
		TEST(nameless__put_off__ends_where_somebody_sits),
		cmocka_unit_test(nameless__may__only_what_the_table_says),
		TEST(nameless__person__can_be_neither_found_nor_opened),
		TEST(nameless__what_it_writes__is_on_record_as_nobodys),
		TEST(nameless__half_done__is_not_the_next_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
