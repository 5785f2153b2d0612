/*
 * T34: every operation of casework, called for real, by every role about every kind of person, against
 * a table written from the design (roles.txt). And the pure table whole: each role, each standing.
 */
#include "test.h"

#include "carter.h"
#include "every_call.h"
#include "fixture.h"

#include "model/account.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROLES 4
static const char *const role_names[ROLES] = { "volunteer", "link worker", "coordinator",
	                                       "auditor" };
static const char *const standing_names[STANDING_COUNT] = { "own", "given", "other", "sealed" };

/* ---- what is expected ---- */

static const struct notation {
	const char *word, *cell;
} notations[] = {
	{ "Y", "yyyy" }, { "-", "----" },  { "A", "yy--" },  { "AB", "yyqg" }, { "YB", "yyyg" },
	{ "R", "ffff" }, { "AR", "ff--" }, { "D", "dddd" },  { "RD", "fffd" }, { "P", "pppp" },
	{ "X", "yyy-" }, { "RB", "ffqg" }, { "RX", "fff-" },
};

static struct expected {
	bool known;
	const char *cells[ROLES];
} expected[OP_COUNT];

static const char *cell_of(const char *word)
{
	for (size_t i = 0; i < COUNT_OF(notations); i++)
		if (strcmp(notations[i].word, word) == 0)
			return notations[i].cell;
	fail_msg("roles.txt says \"%s\", which is no notation of its own", word);
	return NULL;
}

static enum op op_called(const char *word)
{
	for (int op = 0; op < OP_COUNT; op++)
		if (strcmp(op_word((enum op)op), word) == 0)
			return (enum op)op;
	fail_msg("roles.txt names %s, which is no operation", word);
	return OP_COUNT;
}

static int read_expected(void **state)
{
	FILE *f = fopen(CLEW_SOURCE_DIR "/tests/unit/casework/roles.txt", "r");
	char line[256], word[64], roles[ROLES][8];

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof(line), f)) {
		struct expected *e;

		if (line[0] == '#' || sscanf(line, "%63s %7s %7s %7s %7s", word, roles[0], roles[1],
		                             roles[2], roles[3]) != 5)
			continue;
		e = &expected[op_called(word)];
		assert_false(e->known);
		e->known = true;
		for (size_t i = 0; i < ROLES; i++)
			e->cells[i] = cell_of(roles[i]);
	}
	fclose(f);
	return 0;
}

/* ---- the scene: Tess, and four people who stand to her in four ways ---- */

static struct person_id people[STANDING_COUNT];

static struct workplace *scene(unsigned role)
{
	struct workplace *w = workplace_open();
	struct store *st = w->session->store;
	char sql[256];

	for (size_t i = 0; i < STANDING_COUNT; i++)
		people[i] = carter_add(w);
	store_sql(st, "INSERT INTO account (id, login, name, roles) VALUES (5, 'tess', 'Tess', 15);"
	              "INSERT INTO message (kind, words, for_account, taken_by, taken_on)"
	              " VALUES ('call_note', 'ring', 5, 5, 20780)");
	snprintf(sql, sizeof(sql),
	         "UPDATE account SET roles = %u WHERE id = 5;"
	         "UPDATE referral SET worker = 5 WHERE person = %d;"
	         "UPDATE caseload SET worker = 5 WHERE person = %d",
	         role, (int)people[STANDING_OWN].n, (int)people[STANDING_OWN].n);
	store_sql(st, sql);
	snprintf(sql, sizeof(sql),
	         "INSERT INTO access (person, account, kind, reason, from_at, until_at)"
	         " VALUES (%d, 5, 'shift', 'here', 0, 9999999999);"
	         "UPDATE person SET restricted = 1 WHERE id = %d",
	         (int)people[STANDING_ASSIGNED].n, (int)people[STANDING_SEALED].n);
	store_sql(st, sql);
	workplace_as(w, "tess");
	return w;
}

/* ---- one case ---- */

static int64_t written(struct workplace *w)
{
	return store_int(
		w->session->store,
		"SELECT coalesce(max(id), 0) FROM event WHERE kind NOT IN ('look','denied')");
}

static enum permit refused_as(char cell)
{
	switch (cell) {
	case 'q':
		return PERMIT_WITH_REASON;
	case 'g':
		return PERMIT_ANYWAY;
	case 'f':
		return PERMIT_WITH_PROOF;
	case 'd':
		return PERMIT_TOGETHER;
	case 'p':
		return PERMIT_TO_PROPOSE;
	default:
		return PERMIT_FREELY;
	}
}

/* Leave for a time is no leave to give somebody away: caseload_test holds whose they may be. */
static bool is_stricter(const struct every_call *x, size_t role, size_t standing)
{
	return x->op == OP_MOVE_CASES && role == 1 && standing == STANDING_ASSIGNED;
}

static int wrong;

static void say(const struct every_call *x, size_t role, size_t standing, const char *what,
                const struct session *s)
{
	print_error("%s, %s, %s: %s (%s)\n", x->name, role_names[role], standing_names[standing],
	            what, session_fault(s));
	wrong++;
}

static void try_one(struct workplace *w, const struct every_call *x, size_t role, size_t standing)
{
	struct calling c = { w, w->session, &w->arena, people[standing] };
	char cell = expected[x->op].cells[role][x->person ? standing : STANDING_OWN];
	enum status rc;

	/* What needs no proof is done without, and what needs more than one is not done with it. */
	w->session->proved_at = cell == 'y' || cell == 'f' ? 0 : w->session->now;
	session_fail(w->session, OK, "not asked");
	rc = x->call(&c);
	if (cell == 'y') {
		if (rc == E_DENIED && !is_stricter(x, role, standing))
			say(x, role, standing, "refused", w->session);
		return;
	}
	if (rc != E_DENIED)
		say(x, role, standing, "not refused", w->session);
	else if (w->session->demand.permit != refused_as(cell))
		say(x, role, standing, "refused for another reason", w->session);
	if (cell != 'f')
		return;
	w->session->proved_at = w->session->now;
	if (x->call(&c) == E_DENIED)
		say(x, role, standing, "refused with a fresh passphrase", w->session);
}

/* A scene is used for as long as nothing was written in it. */
static int try_role(size_t role)
{
	struct workplace *w = scene(1u << role);
	int64_t before = written(w);
	const struct every_call *x;
	int cases = 0;

	for (size_t i = 0; (x = every_call_at(i)) != NULL; i++)
		for (size_t standing = 0; standing < STANDING_COUNT; standing++) {
			try_one(w, x, role, standing);
			cases++;
			if (written(w) == before)
				continue;
			workplace_close(w);
			w = scene(1u << role);
			before = written(w);
		}
	workplace_close(w);
	return cases;
}

static void roles__each_operation_is_done_or_refused_as_the_design_says(void **state)
{
	int cases = 0;

	(void)state;
	wrong = 0;
	for (size_t role = 0; role < ROLES; role++)
		cases += try_role(role);
	print_message("# %d cases, %d wrong\n", cases, wrong);
	assert_true(cases >= 640);
	assert_int_equal(wrong, 0);
}

/* ---- the pure table ---- */

static void roles__the_table_is_the_designs(void **state)
{
	static const enum permit permits[] = {
		['y'] = PERMIT_FREELY, ['q'] = PERMIT_WITH_REASON, ['f'] = PERMIT_WITH_PROOF,
		['g'] = PERMIT_ANYWAY, ['d'] = PERMIT_TOGETHER,    ['p'] = PERMIT_TO_PROPOSE,
		['-'] = PERMIT_DENIED
	};
	int cases = 0;

	(void)state;
	for (int op = 0; op < OP_COUNT; op++) {
		if (!expected[op].known)
			fail_msg("roles.txt has no line for %s", op_word((enum op)op));
		for (size_t role = 0; role < ROLES; role++)
			for (int standing = 0; standing < STANDING_COUNT; standing++, cases++) {
				char cell = expected[op].cells[role][standing];

				if (op_permit((enum op)op, 1u << role, (enum standing)standing,
				              TEAM_REASON) == permits[(unsigned char)cell])
					continue;
				fail_msg("%s of %s, %s: not %c", op_word((enum op)op),
				         role_names[role], standing_names[standing], cell);
			}
	}
	print_message("# %d cells\n", cases);
	assert_true(cases >= 640);
}

/* A set of roles may what the best of them may, in every pair. */
static void roles__a_set_may_what_its_best_may(void **state)
{
	(void)state;
	for (int op = 0; op < OP_COUNT; op++)
		for (unsigned set = 1; set < 16; set++)
			for (int at = 0; at < STANDING_COUNT; at++) {
				enum permit best = PERMIT_DENIED;

				for (unsigned role = 1; role < 16; role <<= 1)
					if (set & role) {
						enum permit one =
							op_permit((enum op)op, role,
						                  (enum standing)at, TEAM_REASON);

						best = one < best ? one : best;
					}
				assert_int_equal(
					op_permit((enum op)op, set, (enum standing)at, TEAM_REASON),
					best);
			}
}

/* ---- nothing is left out ---- */

/* Those that cannot be told from here, and where each is held. */
static const char *const held_elsewhere[] = {
	"casework_may",
	"casework_may_about", /* ask themselves */
	"casework_sign_out",  /* nobody is refused that */
	"casework_ask_approval",
	"casework_answer_approval",
	"casework_take_back_asking", /* approvals_test: by what is asked */
	"casework_safety_note",
	"casework_safety_seen",
	"casework_safety_done", /* safety_test */
	"casework_note",
	"casework_note_read", /* handover_test: whose it is */
	"casework_unfinished",
	"casework_read_unfinished", /* handover_test: whose draft */
	"casework_start_cover",
	"casework_end_cover", /* cover_test: of whom */
	"casework_add_account",
	"casework_change_account",
	"casework_open_account", /* accounts_test */
	"casework_settle_purpose",
	"casework_sheet_given", /* consent_test, sheet_test */
	"casework_unlock",
	"casework_changed_by",
	"casework_others_here", /* lock_test, presence_test */
	"casework_keep_counts", /* counts_test: of its own Today alone */
};

static bool is_held(const char *name)
{
	const struct every_call *x;

	for (size_t i = 0; (x = every_call_at(i)) != NULL; i++)
		if (strcmp(x->name, name) == 0)
			return true;
	for (size_t i = 0; i < COUNT_OF(held_elsewhere); i++)
		if (strcmp(held_elsewhere[i], name) == 0)
			return true;
	return false;
}

/* "casework_x(struct session *s" and what follows it: a public operation. */
static int look_through(const char *path)
{
	char line[512];
	FILE *f = fopen(path, "r");
	int missing = 0;

	assert_non_null(f);
	while (fgets(line, sizeof(line), f)) {
		char *at = strstr(line, "casework_"), *end = at ? strchr(at, '(') : NULL;

		if (!end || strncmp(end, "(struct session *s", 18) != 0)
			continue;
		*end = '\0';
		if (is_held(at))
			continue;
		print_error(
			"%s is called by no role: say how in tests/unit/support/every_call_*.c\n",
			at);
		missing++;
	}
	fclose(f);
	return missing;
}

static void roles__no_public_operation_is_left_out(void **state)
{
	static const char folder[] = CLEW_SOURCE_DIR "/include/casework";
	DIR *dir = opendir(folder);
	struct dirent *e;
	bool op_seen[OP_COUNT] = { false };
	const struct every_call *x;
	int missing = 0;

	(void)state;
	assert_non_null(dir);
	while ((e = readdir(dir)) != NULL) {
		char path[512];

		snprintf(path, sizeof(path), "%s/%s", folder, e->d_name);
		if (e->d_name[0] != '.')
			missing += look_through(path);
	}
	closedir(dir);
	for (size_t i = 0; (x = every_call_at(i)) != NULL; i++)
		op_seen[x->op] = true;
	assert_true(op_seen[OP_OPEN_PERSON]);
	assert_int_equal(missing, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(roles__the_table_is_the_designs),
		cmocka_unit_test(roles__a_set_may_what_its_best_may),
		cmocka_unit_test(roles__no_public_operation_is_left_out),
		cmocka_unit_test(roles__each_operation_is_done_or_refused_as_the_design_says),
	};

	return cmocka_run_group_tests(tests, read_expected, NULL);
}
