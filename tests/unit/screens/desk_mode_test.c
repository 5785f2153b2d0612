/*
 * Desk mode: anybody may stand behind whoever sits here. Lists show initials and reference until
 * somebody is opened, and never what is safe, or a number.
 */
#include "test.h"

#include "fixture.h"
#include "scene.h"
#include "stage.h"

#include "casework/restricted.h"

#include <string.h>

#include "screens.h"

static const char *const names[] = { "Carter", "Pritchard", "Brannigan", "Rahman",   "Lindqvist",
	                             "Okafor", "John",      "Doe,",      "Wai-Ling", "Hughes",
	                             "07700",  "voicemail", "text first" };

static void hides_names(struct stage *st, const char *where, int rows, int columns)
{
	const char *shot = stage_shot(st, rows, columns);

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strstr(shot, names[i])) {
			print_error("%s", shot);
			fail_msg("%s shows in desk mode: %s", where, names[i]);
		}
}

static void desk_mode__lists_name_nobody_until_somebody_is_opened(void **state)
{
	static const struct screen_ops *const lists[] = { &today_screen, &caseload_screen,
		                                          &reminders_screen };
	struct workplace *w = *state;

	scene_set(w);
	store_sql(w->session->store,
	          "INSERT INTO draft (account, form, about, person, title, body, kept_at)"
	          " VALUES (1, 'contact', 'CL-000002', 2, 'contact with Pritchard, Dylan, begun',"
	          " '', 0)");
	w->session->service.desk_mode = true;
	for (size_t i = 0; i < COUNT_OF(lists); i++) {
		struct stage *st = stage_open(w, &(struct visit){ .where = lists[i] });

		hides_names(st, lists[i]->name, 24, 80);
		hides_names(st, lists[i]->name, 40, 120);
		stage_shows(st, "J C CL-000001");
		stage_close(st);
	}
}

/* A list that has no name to tell says so as it does without desk mode. */
static void desk_mode__restricted_stays_restricted(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	assert_int_equal(casework_restrict(w->session, (struct person_id){ 1 }, "as she asked"),
	                 OK);
	workplace_as(w, "ben");
	w->session->service.desk_mode = true;
	st = stage_open(w, &(struct visit){ .where = &caseload_screen });
	stage_keys(st, "v 2");
	stage_shows(st, "restricted, CL-000001");
	stage_close(st);
}

/* A volunteer's list for today, and worries about safety. */
static void desk_mode__the_desk_and_the_worries_name_nobody(void **state)
{
	static const struct screen_ops *const lists[] = { &volunteer_desk_screen,
		                                          &safety_notes_screen };
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	store_sql(w->session->store, "INSERT INTO access (person, account, kind, reason, from_at,"
	                             " until_at) VALUES (1, 4, 'shift', 'here', 0, 1 << 40)");
	for (size_t i = 0; i < COUNT_OF(lists); i++) {
		workplace_as(w, i == 0 ? "mary" : "ann");
		w->session->service.desk_mode = true;
		st = stage_open(w, &(struct visit){ .where = lists[i] });
		hides_names(st, lists[i]->name, 24, 80);
		stage_shows(st, i == 0 ? "J C CL-000001" : "CL-0000");
		stage_close(st);
	}
}

static void desk_mode__today_looks_like_this(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	w->session->service.desk_mode = true;
	st = stage_open(w, &(struct visit){ .where = &today_screen });
	stage_shows(st, "! ask before contact");
	stage_golden(st, "today-desk-mode");
	stage_keys(st, "d"); /* the question names them no further */
	hides_names(st, "the question", 24, 80);
	stage_keys(st, "Esc Enter");
	assert_string_equal(stage_place(st), "person");
	stage_shows(st, "Pritchard, Dylan");
	stage_close(st);
}

/* Who types four letters of a name knows it. */
static void desk_mode__four_letters_show_the_name(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	w->session->service.desk_mode = true;
	st = stage_open(w, &(struct visit){ .where = &today_screen });
	stage_keys(st, ": p r i");
	stage_shows(st, "D P CL-000002");
	stage_hides(st, "Pritchard");
	stage_keys(st, "t");
	stage_shows(st, "Pritchard, Dylan");
	stage_hides(st, "voicemail");
	stage_keys(st, "Esc F3 / p r i");
	stage_hides(st, "Pritchard");
	stage_keys(st, "t");
	stage_shows(st, "Pritchard, Dylan");
	stage_close(st);
}

static void desk_mode__follows_the_machine_unless_it_is_said(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	st = stage_open(w, &(struct visit){ .where = &caseload_screen });
	stage_shows(st, "Carter, Jane");
	stage_close(st);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(desk_mode__lists_name_nobody_until_somebody_is_opened),
		TEST(desk_mode__the_desk_and_the_worries_name_nobody),
		TEST(desk_mode__restricted_stays_restricted),
		TEST(desk_mode__today_looks_like_this),
		TEST(desk_mode__four_letters_show_the_name),
		TEST(desk_mode__follows_the_machine_unless_it_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
