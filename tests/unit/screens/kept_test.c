#include "test.h"

#include "fixture.h"
#include "jane_months.h"
#include "stage.h"

#include "screens.h"

#include <string.h>

/*
 * Every form that keeps what is half done: whatever was typed is there again after the line broke and
 * after Esc, found as Today finds it, by what its draft was kept under.
 */
#define MARK "zq7"

static const struct screen_ops *form_named(const char *name)
{
	for (size_t i = 0; i < screens_count; i++)
		if (strcmp(screens_all[i]->name, name) == 0)
			return screens_all[i];
	fail_msg("no screen is called %s", name);
	return NULL;
}

/* Into the first field that takes words. */
static bool type(struct stage *st, const struct visit *v)
{
	for (int field = 0; field < 30; field++) {
		if (stage_typing(st)) {
			struct arena a = { 0 };
			const char *draft;

			stage_keys(st, "End");
			stage_type(st, MARK);
			draft = stage_draft(st, &a);
			if (draft && strstr(draft, MARK)) {
				arena_reset(&a);
				return true;
			}
			arena_reset(&a);
		}
		stage_keys(st, "Tab");
		if (strcmp(stage_place(st), v->where->name) != 0)
			return false;
	}
	return false;
}

static void begin(struct stage *st, const struct visit *v, const char *keys, bool hang_up)
{
	stage_visit(st, v);
	stage_keys(st, keys);
	if (strcmp(stage_place(st), v->where->name) != 0 || !type(st, v))
		fail_msg("%s takes no words: %s\n%s", v->where->name, stage_said(st),
		         stage_shot(st, 24, 80));
	if (hang_up)
		stage_hang_up(st);
	else
		stage_keys(st, "Esc");
}

/* Without the line that says where the cursor stood. */
static const char *answers(const char *body)
{
	const char *end = strchr(body, '\n');

	return end && strncmp(body, ".focus=", 7) == 0 ? end + 1 : body;
}

/* As Today opens it. */
static struct visit kept_visit(struct workplace *w, const char *form, const char *about)
{
	struct person_id p = { store_int(w->session->store,
		                         "SELECT coalesce(person, 0) FROM draft") };

	return visit_kept(form_named(form), p, about);
}

static void leave_and_find(struct workplace *w, const struct visit *v, const char *keys,
                           bool hang_up)
{
	struct store *db = w->session->store;
	struct stage *st = stage_open(w, &(struct visit){ .where = &caseload_screen });
	const char *about, *body, *back;
	struct visit again;

	begin(st, v, keys, hang_up);
	stage_close(st);
	if (store_int(db, "SELECT count(*) FROM draft") != 1)
		fail_msg("%s is not kept", v->where->name);
	about = store_text(db, "SELECT about FROM draft", &w->arena);
	body = store_text(db, "SELECT body FROM draft", &w->arena);
	again = kept_visit(w, store_text(db, "SELECT form FROM draft", &w->arena), about);
	st = stage_open(w, &(struct visit){ .where = &caseload_screen });
	stage_visit(st, &again);
	assert_string_equal(stage_place(st), v->where->name);
	back = stage_draft(st, &w->arena);
	if (strcmp(answers(back), answers(body)) != 0)
		fail_msg("%s (%s) comes back as\n%s\nand was\n%s", v->where->name, about, back,
		         body);
	stage_close(st);
	store_sql(db, "DELETE FROM draft");
}

static void forms__left_half_done__are_found_again(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_after_months(w);
	const struct share_with with = { .purpose = PURPOSE_FAMILY, .to_whom = "Rosa Diaz" };
	const struct {
		struct visit visit;
		const char *keys;
	} forms[] = {
		{ visit_person(&asked_screen, jane), "" },
		{ visit_consent(jane, &with), "" },
		{ visit_person(&contact_screen, jane), "" },
		{ visit_person(&details_screen, jane), "" },
		{ visit_to(&enquiry_screen), "" },
		{ visit_person(&happened_screen, jane), "1" },
		{ visit_to(&note_screen), "" },
		{ visit_person(&note_screen, jane), "" },
		{ visit_person(&strengths_screen, jane), "" },
		{ visit_person(&goal_screen, jane), "" },
		{ visit_person(&worse_screen, jane), "" },
		{ visit_person(&money_screen, jane), "" },
		{ visit_person(&point_form_screen, jane), "" },
		{ { .where = &point_form_screen, .id = { jane.n, 1 } }, "" },
		{ visit_to(&referral_screen), "" },
		{ visit_person(&referral_screen, jane), "" },
		{ visit_person(&relation_screen, jane), "" },
		{ { .where = &relation_screen, .id = { jane.n, 1 } }, "" },
		{ visit_person(&reminder_screen, jane), "" },
		{ visit_person(&safety_screen, jane), "" },
		{ visit_to(&service_form_screen), "" },
		{ { .where = &service_form_screen, .id = { 1 } }, "" },
		{ visit_to(&snippet_form_screen), "" },
		{ { .where = &snippet_form_screen, .id = { 1 } }, "" },
		{ visit_person(&unreached_screen, jane), "" },
		{ visit_to(&view_screen), "" },
		{ { .where = &view_screen, .id = { 1 } }, "" },
		{ visit_person(&wishes_screen, jane), "" },
	};

	store_sql(
		w->session->store,

		"INSERT INTO snippet (id, account, name, words) VALUES (1, 1, 'no', 'No answer.');"
		"INSERT INTO saved_view (id, account, name, body) VALUES (1, 1, 'mine', '')");
	for (size_t i = 0; i < COUNT_OF(forms); i++)
		for (int hang_up = 0; hang_up < 2; hang_up++)
			leave_and_find(w, &forms[i].visit, forms[i].keys, hang_up == 1);
}

/* Words that were begun go into the ones they are of, whatever else was kept meanwhile. */
static void snippet__half_changed__is_the_same_one_when_others_come_before_it(void **state)
{
	struct workplace *w = *state;
	struct store *db = w->session->store;
	const struct visit v = { .where = &snippet_form_screen, .id = { 1 } };
	struct visit again;
	struct stage *st = stage_open(w, &(struct visit){ .where = &caseload_screen });

	store_sql(db, "INSERT INTO snippet (id, account, name, words) VALUES (1, 1, 'no', 'No.')");
	begin(st, &v, "", true);
	stage_close(st);
	store_sql(db, "INSERT INTO snippet (id, account, name, words) VALUES (2, 1, 'a', 'Ann')");
	again = kept_visit(w, "snippet-form", store_text(db, "SELECT about FROM draft", &w->arena));
	st = stage_open(w, &again);
	stage_keys(st, "Ctrl-S");
	assert_string_equal(store_text(db,
	                               "SELECT group_concat(name, '|') FROM (SELECT name FROM"
	                               " snippet ORDER BY id)",
	                               &w->arena),
	                    "no" MARK "|a");
	stage_close(st);
}

/* What somebody else wrote meanwhile is not lost under a draft that began before. */
static void kept__from_before_somebody_else_saved__does_not_go_over_it(void **state)
{
	static const struct {
		const struct screen_ops *form;
		const char *theirs, *stands;
	} forms[] = {
		{ &snippet_form_screen, "UPDATE snippet SET words = 'theirs', ver = ver + 1",
		  "SELECT count(*) FROM snippet WHERE words = 'theirs'" },
		{ &view_screen, "UPDATE saved_view SET body = 'stage=died', ver = ver + 1",
		  "SELECT count(*) FROM saved_view WHERE body = 'stage=died'" },
	};
	struct workplace *w = *state;
	struct store *db = w->session->store;

	store_sql(db, "INSERT INTO snippet (id, name, words) VALUES (1, 'no', 'No.');"
	              "INSERT INTO saved_view (id, name, body) VALUES (1, 'ours', '')");
	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		struct visit v = { .where = forms[i].form, .id = { 1 } };
		struct stage *st = stage_open(w, &(struct visit){ .where = &caseload_screen });

		begin(st, &v, "", true);
		stage_close(st);
		store_sql(db, forms[i].theirs);
		v = kept_visit(w, forms[i].form->name,
		               store_text(db, "SELECT about FROM draft", &w->arena));
		st = stage_open(w, &(struct visit){ .where = &caseload_screen });
		stage_visit(st, &v);
		stage_keys(st, "Ctrl-S");
		assert_string_equal(stage_place(st), forms[i].form->name);
		assert_non_null(strstr(stage_draft(st, &w->arena), MARK));
		assert_int_equal(store_int(db, forms[i].stands), 1);
		stage_close(st);
		store_sql(db, "DELETE FROM draft");
	}
}

#define T(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(forms__left_half_done__are_found_again),
		T(snippet__half_changed__is_the_same_one_when_others_come_before_it),
		T(kept__from_before_somebody_else_saved__does_not_go_over_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
