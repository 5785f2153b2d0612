/*
 * T35: every screen that a role reaches, key by key. What a key line, menu or list offers is never
 * refused as "may not", and what a role may do is offered somewhere.
 */
#include "test.h"

#include "carter.h"
#include "desk.h"
#include "fixture.h"
#include "leeds.h"
#include "screens.h"
#include "stage.h"
#include "tabs.h"

#include "model/account.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define PATH_ROOM   320
#define PATHS_MOST  400
#define KEYS_MOST   200
#define DEPTH       5  /* screens on top of each other */
#define ROWS_LOOKED 3  /* of a list: what stands in it comes from data */
#define ROWS_MENU   50 /* of a list that is a menu */

static const struct role {
	const char *name;
	unsigned roles;
} roles[] = {
	{ "volunteer", ROLE_VOLUNTEER },     { "link worker", ROLE_LINK_WORKER },
	{ "coordinator", ROLE_COORDINATOR }, { "auditor", ROLE_AUDITOR },
	{ "Desk, no name", ROLE_DESK },
};

/* ---- the scene: Tess, who has Jane Carter; a colleague's Doe; Haddad, restricted ---- */

static void set_roles(struct workplace *w, unsigned set)
{
	struct store *st = w->session->store;
	char sql[128];

	snprintf(sql, sizeof(sql), "UPDATE account SET roles = %u WHERE id = 5", set);
	store_sql(st, sql);
	if (set & (ROLE_LINK_WORKER | ROLE_COORDINATOR))
		store_sql(st, "UPDATE referral SET worker = 5 WHERE person = 1;"
		              "UPDATE caseload SET worker = 5 WHERE person = 1");
	if (set & ROLE_VOLUNTEER)
		store_sql(st,
		          "INSERT INTO access (person, account, kind, reason, from_at, until_at)"
		          " VALUES (1, 5, 'shift', 'here', 0, 9999999999)");
}

static struct workplace *scene(const struct role *role)
{
	struct workplace *w = workplace_open();
	struct store *st = w->session->store;

	leeds_fill(w);
	haddad_add(w);
	store_sql(st, "INSERT INTO account (id, login, name, roles) VALUES (5, 'tess', 'Tess', 15);"
	              "INSERT INTO setting (name, value) VALUES ('desk_without_name', 'yes');"
	              "INSERT INTO access (person, account, kind, reason, note, from_at, until_at)"
	              " VALUES (3, 2, 'anyway', 'danger', 'she may come to harm', 0, 9999999999)");
	store_sql(st,
	          "INSERT INTO draft (account, form, about, person, title, body, kept_at)"
	          " VALUES (2, 'assessment', 'CL-000001', 1, 'Assessment begun', '', 1794000000)");
	safety_note_add_for(w, (struct person_id){ 1 });
	set_roles(w, role->roles);
	w->session->service.desk_without_name = true;
	w->session->service.desk_until = DAY_NONE;
	workplace_as(w, "tess");
	return w;
}

/* ---- paths of keys: "g a 3"; what begins with ~ is typed ---- */

struct crawl {
	const struct role *role;
	struct workplace *w;
	struct stage *st;
	char paths[PATHS_MOST][PATH_ROOM];
	size_t n;
	char seen[PATHS_MOST][64]; /* screens in the state they were looked at in */
	size_t seen_n;
	size_t pressed;
	int wrong;
};

static void press(struct crawl *c, const char *key)
{
	if (key[0] == '~')
		stage_type(c->st, key + 1);
	else
		stage_keys(c->st, key);
}

static void begin(struct crawl *c, const char *path)
{
	char keys[PATH_ROOM], *rest = keys, *key;

	snprintf(keys, sizeof(keys), "%s", path);
	store_sql(c->w->session->store, "DELETE FROM draft WHERE account = 5");
	c->st = stage_open(c->w, &(struct visit){ .where = tab_home(c->w->session) });
	while ((key = strsep(&rest, " ")))
		if (*key)
			press(c, key);
}

static void end(struct crawl *c)
{
	stage_close(c->st);
	c->st = NULL;
}

static bool new_state(struct crawl *c)
{
	char state[64];

	snprintf(state, sizeof(state), "%s %x", stage_place(c->st), stage_has(c->st));
	for (size_t i = 0; i < c->seen_n; i++)
		if (strcmp(c->seen[i], state) == 0)
			return false;
	assert_true(c->seen_n < PATHS_MOST);
	snprintf(c->seen[c->seen_n++], sizeof(c->seen[0]), "%s", state);
	return true;
}

static bool reached(const struct crawl *c, const char *place)
{
	size_t n = strlen(place);

	for (size_t i = 0; i < c->seen_n; i++)
		if (strncmp(c->seen[i], place, n) == 0 && c->seen[i][n] == ' ')
			return true;
	return false;
}

static void push(struct crawl *c, const char *path, const char *key)
{
	assert_true(c->n < PATHS_MOST);
	snprintf(c->paths[c->n++], PATH_ROOM, "%s %s", path, key);
}

/* ---- what is offered there ---- */

struct keys {
	char at[KEYS_MOST][24];
	size_t n;
};

/* Leaving and locking are for everybody; the crawl would end. */
static bool leaves(const struct binding *b)
{
	return b->act == ACT_LOCK || b->act == ACT_QUIT || b->act == ACT_REPAINT ||
	       b->act == ACT_BACK || b->act == ACT_GO || b->act == ACT_UP || b->act == ACT_DOWN ||
	       b->act == ACT_PAGE_UP || b->act == ACT_PAGE_DOWN || b->act == ACT_HOME ||
	       b->act == ACT_END;
}

static void add_key(struct keys *keys, const char *prefix, const char *key)
{
	assert_true(keys->n < KEYS_MOST);
	snprintf(keys->at[keys->n++], sizeof(keys->at[0]), "%s%s", prefix, key);
}

static void add_table(struct crawl *c, struct keys *keys, const char *prefix,
                      const struct binding *table)
{
	unsigned has = stage_has(c->st);

	for (const struct binding *b = table; b && b->key; b++) {
		bool range = strlen(b->key) == 3 && b->key[1] == '-';
		bool letter = range || strlen(b->key) == 1;

		if (leaves(b) || !key_holds(b, has) || (letter && stage_typing(c->st)))
			continue;
		for (char digit = b->key[0]; range && digit <= b->key[2]; digit++)
			add_key(keys, prefix, (char[]){ digit, '\0' });
		if (!range)
			add_key(keys, prefix, b->key);
	}
}

static void add_rows(struct crawl *c, struct keys *keys)
{
	static const struct {
		const char *place;
		int rows;
	} lists[] = {
		{ "palette", ROWS_MENU }, { "admin", ROWS_MENU },
		{ "desk", 12 },           { "today", 10 },
		{ "directory", 1 },       { "caseload", ROWS_LOOKED },
		{ "since", 12 },          { "reminders", ROWS_LOOKED },
		{ "log", ROWS_LOOKED },   { "looked", ROWS_LOOKED },
	};

	for (size_t i = 0; i < COUNT_OF(lists); i++) {
		if (strcmp(lists[i].place, stage_place(c->st)) != 0)
			continue;
		for (int row = 1; row < lists[i].rows; row++)
			snprintf(keys->at[keys->n++], sizeof(keys->at[0]), "*%d", row);
	}
}

/* "*3": three rows down, and Enter. */
static void expand(const char *key, char *ret, size_t room)
{
	int row;
	size_t n = 0;

	if (sscanf(key, "*%d", &row) != 1 || key[1] == '\0') {
		snprintf(ret, room, "%s", key);
		return;
	}
	ret[0] = '\0';
	for (int i = 0; i < row; i++)
		n += (size_t)snprintf(ret + n, room - n, "Down ");
	snprintf(ret + n, room - n, "Enter");
}

static struct keys offered(struct crawl *c)
{
	struct keys keys = { 0 };

	add_table(c, &keys, "", stage_top(c->st)->bindings);
	if (stage_top(c->st) == &palette_screen) {
		add_key(&keys, "", "~carter Enter");
		add_key(&keys, "", "~haddad Enter");
		add_key(&keys, "", "~doe Enter");
	}
	if (stage_top(c->st) == &since_screen)
		add_key(&keys, "", "Enter ~needed Enter"); /* it asks why */
	if (stage_top(c->st) == &signpost_screen && (stage_has(c->st) & NEEDS_STAFF))
		add_key(&keys, "", "4 Ctrl-S");
	if (!stage_typing(c->st)) {
		add_table(c, &keys, "", desk_bindings);
		add_table(c, &keys, "g ", desk_chords);
	}
	add_rows(c, &keys);
	return keys;
}

/* ---- one key ---- */

static bool refused(const char *said)
{
	return strstr(said, " may not ") || strstr(said, " may propose ");
}

static void look(struct crawl *c, const char *path, const char *key)
{
	c->pressed++;
	if (refused(stage_said(c->st))) {
		print_error("%s:%s, then %s: %s\n", c->role->name, path, key, stage_said(c->st));
		c->wrong++;
	}
}

static void press_each(struct crawl *c, const char *path, const struct keys *keys)
{
	char from[PATH_ROOM], typed[PATH_ROOM];

	snprintf(from, sizeof(from), "%s", path);
	for (size_t i = 0; i < keys->n; i++) {
		char *rest = typed, *key;

		begin(c, from);
		expand(keys->at[i], typed, sizeof(typed));
		while ((key = strsep(&rest, " ")))
			press(c, key);
		look(c, from, keys->at[i]);
		expand(keys->at[i], typed, sizeof(typed));
		if (stage_asks(c->st))
			press(c, "y");
		look(c, from, keys->at[i]);
		if (!stage_asks(c->st) && new_state(c) && strlen(from) + strlen(typed) < 120)
			push(c, from, typed);
		end(c);
	}
}

static void crawl(struct crawl *c)
{
	struct keys keys;

	begin(c, "");
	new_state(c);
	push(c, "", "");
	keys = offered(c);
	end(c);
	for (size_t i = 0; i < c->n; i++) {
		begin(c, c->paths[i]);
		keys = offered(c);
		end(c);
		press_each(c, c->paths[i], &keys);
	}
}

/* ---- what a role may do is offered, and nothing else ---- */

/* Where each operation is done, by the names of screens; none: it has no key of its own. */
#define PLACES_MOST 3
static const struct done_at {
	enum op op;
	const char *places[PLACES_MOST];
	unsigned
		but; /* roles that stand there for something else, or only when it has come to it */
} done_at[] = {
	{ OP_FIND_PEOPLE, { "palette" }, ROLE_AUDITOR | ROLE_DESK },
	{ OP_OPEN_PERSON, { "person" } },
	{ OP_OPEN_CONTACT_DETAILS, { "visit", "contact" } },
	{ OP_RECEIVE_REFERRAL, { "referral" } },
	{ OP_CHANGE_PERSON, { "details" } },
	{ OP_MOVE_ENTRY, { "move-entry" }, ROLE_LINK_WORKER | ROLE_COORDINATOR },
	{ OP_SEE_WISHES, { "wishes" } },
	{ OP_SET_WISHES, { "wishes" } },
	{ OP_SNIPPETS, { "snippets" } },
	{ OP_SHARE_SNIPPETS, { "snippets" } },
	{ OP_RECORD_CONTACT, { "contact" } },
	{ OP_CLOSE_REFERRAL, { "unreached" }, ROLE_LINK_WORKER | ROLE_COORDINATOR },
	{ OP_MERGE, { "same-person" } },
	{ OP_CHANGE_TIME, { "time-step" } },
	{ OP_SAY_WHAT_HAPPENED, { "happened" } },
	{ OP_WORRY_ABOUT_SAFETY, { "safety" } },
	{ OP_HANDLE_SAFETY, { "safety-notes" } },
	{ OP_TAKE_MESSAGE, { "note" } },
	{ OP_ASSESS, { "assessment" } },
	{ OP_PLAN, { "plan" } },
	{ OP_PRINT_PLAN,
	  { "paper" },
	  ROLE_VOLUNTEER | ROLE_AUDITOR | ROLE_DESK } /* those without a name */,
	{ OP_RECORD_CONSENT, { "consent" } },
	{ OP_SEE_PURPOSES, { "purposes" } },
	{ OP_SEE_LISTS, { "lists" } },
	{ OP_LOAD_LIST, { "lists" } },
	{ OP_SEE_RULES, { "rules" } },
	{ OP_LOAD_RULES, { "rules" } },
	{ OP_SEE_DAYS_OFF, { "days-off" } },
	{ OP_DAYS_OFF, { "days-off" } },
	{ OP_SETTLE_PURPOSES, { "purpose" } },
	{ OP_SEE_SERVICES, { "directory", "service" } },
	{ OP_CHANGE_SERVICE, { "checked", "trouble" } },
	{ OP_EDIT_SERVICE, { "service-form" } },
	{ OP_NOTE_ON_SERVICE, { "service" } },
	{ OP_SEE_ENTRY_HISTORY, { "service-history" } },
	{ OP_KEEP_FAVOURITE, { "directory", "picker" } },
	{ OP_SIGNPOST, { "signpost", "ledger", "went-on" } },
	{ OP_REFER, { "what-leaves" } },
	{ OP_NOTE_UNMET_NEED, { "unmet" } },
	{ OP_PRINT_SHEET, { "sheet", "papers" } },
	{ OP_ENQUIRE, { "enquiry" } },
	{ OP_MEET_VISITOR, { "visitor" } },
	{ OP_SEE_SHIFT, { NULL } }, /* the Desk's own rows */
	{ OP_GIVE_SHIFT, { "shift" } },
	{ OP_MEND_REACH, { "mend", "details" } },
	{ OP_OPEN_DESK, { "nameless" } },
	{ OP_SEE_REMINDERS, { "reminders" } },
	{ OP_REMIND, { "reminder" } },
	{ OP_SEE_TODAY, { "today", "desk" }, ROLE_DESK },
	{ OP_SEE_CASELOAD, { "caseload" } },
	{ OP_SAVE_VIEW, { "view" } },
	{ OP_MOVE_CASES, { "whose" } },
	{ OP_COVER, { "cover" } },
	{ OP_SEE_SINCE, { "since" } },
	{ OP_LEAVE_NOTE, { "leave-note" } },
	{ OP_READ_UNFINISHED, { "unfinished" } },
	{ OP_SEE_LEAVER, { "leaver" } },
	{ OP_IMPORT_PEOPLE, { NULL } }, /* a command */
	{ OP_IMPORT_SERVICES, { "take-in" } },
	{ OP_EXPORT, { "export" } },
	{ OP_UNDO, { NULL } }, /* u: its own test */
	{ OP_KEEP_DRAFT, { NULL } },
	{ OP_THROW_AWAY_DRAFT, { NULL } },
	{ OP_BE_HERE, { NULL } },
	{ OP_SEE_WHO_CHANGED, { NULL } },
	{ OP_SEE_ACCOUNTS, { "note" } },
	{ OP_LIST_ACCOUNTS, { "accounts" } },
	{ OP_ACCOUNTS, { "account" } },
	{ OP_GIVE_ROLE, { "account-form" } },
	{ OP_CHANGE_PASSPHRASE, { "passphrase" } },
	{ OP_GIVE_REASON, { "reason" } },
	{ OP_OPEN_ANYWAY, { "anyway" } },
	{ OP_REVIEW_ANYWAY, { "opened-anyway" } },
	{ OP_RESTRICT, { "named" } },
	{ OP_UNRESTRICT, { "named" } },
	{ OP_SEE_NAMED, { "named" } },
	{ OP_NAME, { "named" } },
	{ OP_ASK_APPROVAL, { "named" } },
	{ OP_SEE_APPROVALS, { "approvals" } },
	{ OP_ANSWER_APPROVAL, { "approvals" } },
	{ OP_PROVE, { NULL } }, /* asked for where it is needed */
	{ OP_SEE_LOOKS, { "looked" } },
	{ OP_SEE_OWN_LOG, { "looked" } },
	{ OP_SEE_LOG, { "log" } },
	{ OP_SEE_HEADS, { "log" } },
	{ OP_TAKE_CHECKPOINT, { "log" } },
	{ OP_VERIFY, { "log" } },
	{ OP_LOCK, { NULL } },         /* Ctrl-G, from anywhere */
	{ OP_SEE_SETTINGS, { NULL } }, /* they are at work; the form is a coordinator's */
	{ OP_SETTINGS, { "settings" } },
	{ OP_CHECK, { NULL } }, /* a command */
};

static bool may(const struct crawl *c, enum op op)
{
	return op_permit(op, c->role->roles, STANDING_OWN, TEAM_REASON) != PERMIT_DENIED;
}

/* A screen where several things are done is open to whoever may do one of them. */
static bool place_is_theirs(const struct crawl *c, const char *place)
{
	for (size_t i = 0; i < COUNT_OF(done_at); i++)
		for (size_t k = 0; k < PLACES_MOST && done_at[i].places[k]; k++)
			if (strcmp(done_at[i].places[k], place) == 0 &&
			    (may(c, done_at[i].op) || (done_at[i].but & c->role->roles)))
				return true;
	return false;
}

static int compare(const struct crawl *c, const struct done_at *x)
{
	bool offers = x->places[0] == NULL;
	int wrong = 0;

	for (size_t k = 0; k < PLACES_MOST && x->places[k]; k++) {
		if (!reached(c, x->places[k]))
			continue;
		offers = true;
		if (place_is_theirs(c, x->places[k]))
			continue;
		print_error("%s may not %s, and reaches %s\n", c->role->name, op_what(x->op),
		            x->places[k]);
		wrong++;
	}
	if (may(c, x->op) && !offers && !(x->but & c->role->roles)) {
		print_error("%s may %s, and is offered it nowhere\n", c->role->name,
		            op_what(x->op));
		wrong++;
	}
	return wrong;
}

static void crawl_as(size_t i)
{
	static struct crawl c;
	int wrong = 0;

	c = (struct crawl){ .role = &roles[i], .w = scene(&roles[i]) };
	crawl(&c);
	for (size_t k = 0; k < COUNT_OF(done_at); k++)
		wrong += compare(&c, &done_at[k]);
	print_message("%s: %zu keys pressed on %zu screens\n", c.role->name, c.pressed, c.seen_n);
	workplace_close(c.w);
	assert_true(c.pressed > 300);
	assert_int_equal(c.wrong, 0);
	assert_int_equal(wrong, 0);
}

static void offered__volunteer__is_what_they_may(void **state)
{
	(void)state;
	crawl_as(0);
}

static void offered__link_worker__is_what_they_may(void **state)
{
	(void)state;
	crawl_as(1);
}

static void offered__coordinator__is_what_they_may(void **state)
{
	(void)state;
	crawl_as(2);
}

static void offered__auditor__is_what_they_may(void **state)
{
	(void)state;
	crawl_as(3);
}

static void offered__desk_without_a_name__is_what_it_may(void **state)
{
	(void)state;
	crawl_as(4);
}

/* An operation that is added says where it is done. */
static void offered__every_operation__stands_in_the_table(void **state)
{
	bool stands[OP_COUNT] = { false };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(done_at); i++)
		stands[done_at[i].op] = true;
	for (int op = 0; op < OP_COUNT; op++)
		if (!stands[op])
			fail_msg("where is it done: %s?", op_word((enum op)op));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(offered__volunteer__is_what_they_may),
		cmocka_unit_test(offered__link_worker__is_what_they_may),
		cmocka_unit_test(offered__coordinator__is_what_they_may),
		cmocka_unit_test(offered__auditor__is_what_they_may),
		cmocka_unit_test(offered__desk_without_a_name__is_what_it_may),
		cmocka_unit_test(offered__every_operation__stands_in_the_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
