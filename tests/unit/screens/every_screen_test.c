/*
 * Every screen there is, on what a file may come to: ordinary, overfull and hostile, at the sizes
 * that a terminal has. Nothing that is stored leaves its place, and what must be seen is.
 */
#include "test.h"

#include "fixture.h"
#include "golden.h"
#include "screens.h"
#include "spoilt.h"
#include "stage.h"

#include <stdio.h>
#include <string.h>

#define JANE  "412"
#define OTHER "411"

static const struct place {
	const struct screen_ops *where;
	const char *id[4]; /* in SQL; NULL: 0 */
	const char *text;
	const char *login; /* NULL: priya */
	const char *read;  /* its name among those that somebody reads */
} places[] = {
	{ &today_screen, .read = "today" },
	{ &today_screen, .login = "ann" },
	{ &since_screen },
	{ &note_left_screen,
	  { "(SELECT min(id) FROM handover_note WHERE reader = 'volunteers')" },
	  .login = "mary" },
	{ &leave_note_screen },
	{ &leave_note_screen, { JANE } },
	{ &unfinished_screen, { "(SELECT min(id) FROM draft)" } },
	{ &caseload_screen, .read = "caseload" },
	{ &views_screen, { "1" } },
	{ &view_screen, { NULL, "1" } },
	{ &whose_screen, { JANE }, "Carter, Jane" },
	{ &colleague_screen, { "1" } },
	{ &cover_screen },
	{ &leaver_screen, { "2" } },
	{ &person_screen, { JANE }, "overview", .read = "person" },
	{ &person_screen, { JANE }, "timeline" },
	{ &person_screen, { JANE }, "assessments" },
	{ &person_screen, { JANE }, "plan" },
	{ &person_screen, { JANE }, "services" },
	{ &person_screen, { JANE }, "details" },
	{ &person_screen, { JANE }, "sharing" },
	{ &details_screen, { JANE } },
	{ &details_screen, { JANE }, "gp_practice" },
	{ &details_screen, { JANE }, "matters" },
	{ &referral_screen },
	{ &contact_screen, { JANE }, .read = "contact" },
	{ &tries_screen, { JANE } },
	{ &wishes_screen, { JANE } },
	{ &snippets_screen },
	{ &snippet_form_screen },
	{ &snippet_pick_screen, { JANE } },
	{ &move_entry_screen,
	  { JANE, "1", "(SELECT min(id) FROM contact WHERE person = 412)" },
	  "Contact" },
	{ &asked_screen, { JANE } },
	{ &same_person_screen, { JANE } },
	{ &merge_screen, { JANE, OTHER }, .read = "merge" },
	{ &times_screen, { JANE }, .read = "times" },
	{ &time_step_screen, { JANE, "(SELECT min(id) FROM referral WHERE person = 412)", "5" } },
	{ &unreached_screen, { JANE } },
	{ &note_screen },
	{ &safety_screen },
	{ &safety_screen, { JANE }, .read = "safety" },
	{ &safety_notes_screen, .login = "ann" },
	{ &happened_screen, { JANE } },
	{ &assessment_screen, { JANE }, .read = "assessment" },
	{ &assessed_screen, { JANE, "(SELECT max(id) FROM assessment WHERE person = 412)" } },
	{ &plan_screen, { JANE } },
	{ &level_screen, { JANE }, "practical.money" },
	{ &measure_screen, { JANE } },
	{ &council_screen, { JANE, "1" }, .read = "council" },
	{ &paper_screen, { JANE, "1" } },
	{ &paper_screen, { JANE, "2" } },
	{ &papers_screen, { JANE } },
	{ &plan_menu_screen, { JANE }, "practical.money" },
	{ &strengths_screen, { JANE } },
	{ &goal_screen, { JANE } },
	{ &worse_screen, { JANE } },
	{ &worse_screen, { JANE, "(SELECT min(id) FROM contingency WHERE person = 412)" } },
	{ &money_screen, { JANE }, "practical.money" },
	{ &money_screen, { JANE, "(SELECT min(id) FROM money WHERE person = 412)" } },
	{ &review_screen, { JANE } },
	{ &versions_screen, { JANE } },
	{ &picker_screen, { JANE }, "practical.money", .read = "picker" },
	{ &signpost_screen, { JANE, "1" }, "practical.money" },
	{ &what_leaves_screen, { JANE, "1" }, "practical.money" },
	{ &consent_form_screen, { JANE, "2", "1" } },
	{ &notice_screen, { JANE } },
	{ &purposes_screen },
	{ &lists_screen },
	{ &rules_screen },
	{ &days_off_screen },
	{ &take_in_screen, .login = "ann" },
	{ &directory_in_screen },
	{ &purpose_screen, { "1" } },
	{ &unmet_screen, { JANE }, "practical.money" },
	{ &ledger_screen,
	  { "(SELECT min(id) FROM signpost WHERE person = 412)" },
	  .read = "ledger" },
	{ &went_on_screen, { JANE, "(SELECT min(id) FROM signpost WHERE person = 412)", "1" } },
	{ &volunteer_desk_screen, .login = "mary" },
	{ &how_screen, .login = "mary" },
	{ &points_screen, { JANE } },
	{ &point_form_screen, { JANE } },
	{ &point_form_screen, { JANE, "(SELECT min(id) FROM contact_point WHERE person = 412)" } },
	{ &relatives_screen, { JANE }, .read = "relatives" },
	{ &relation_screen, { JANE } },
	{ &relation_screen, { JANE, "(SELECT min(id) FROM relation WHERE person = 412)" } },
	{ &enquiry_screen },
	{ &enquiries_screen },
	{ &visitor_screen, .login = "mary" },
	{ &visit_screen, { JANE } },
	{ &mend_screen, { JANE } },
	{ &shift_screen, { JANE } },
	{ &nameless_screen, .login = "ann" },
	{ &directory_screen },
	{ &service_screen, { "1" } },
	{ &service_screen, { "3", JANE } },
	{ &service_history_screen, { "1" } },
	{ &sheet_screen, { "1" }, .read = "sheet" },
	{ &service_form_screen },
	{ &service_form_screen, { "1" } },
	{ &checks_screen },
	{ &check_screen, { "1" } },
	{ &checked_screen, { "1" } },
	{ &trouble_screen, { "1" } },
	{ &for_what_screen },
	{ &for_what_screen, { JANE } },
	{ &reminders_screen },
	{ &reminder_screen },
	{ &reminder_screen, { JANE } },
	{ &hand_out_screen, { JANE } },
	{ &export_form_screen, .login = "ann" },
	{ &directory_out_screen, { "1" } },
	{ &package_form_screen },
	{ &calendar_form_screen },
	{ &palette_screen },
	{ &new_screen },
	{ &messages_screen },
	{ &looked_screen, { JANE }, .login = "ann" },
	{ &looked_screen, { NULL, "1" } },
	{ &log_screen, .login = "ann" },
	{ &admin_screen, .login = "ann" },
	{ &settings_screen, .login = "ann" },
	{ &accounts_screen, .login = "ann" },
	{ &account_screen, { "2" }, .login = "ann" },
	{ &account_form_screen, .login = "ann" },
	{ &account_form_screen, { "2" }, .login = "ann" },
	{ &passphrase_screen },
	{ &help_screen },
	{ &reason_screen, { OTHER, "1" } },
	{ &proof_screen, { NULL, "1" } },
	{ &anyway_screen, { "(SELECT min(id) FROM person WHERE restricted = 1)", "1" } },
	{ &opened_anyway_screen, .login = "ann" },
	{ &approvals_screen, .login = "ann" },
	{ &named_screen, { JANE }, .login = "ann", .read = "named" },
};

/* Nobody is there yet, or it stands over somebody's unfinished form: tests of their own. */
static const struct screen_ops *const elsewhere[] = { &sign_in_screen, &conflict_screen,
	                                              &lock_screen };

/* ---- what holds of every frame ---- */

struct look_at {
	const struct place *place;
	const char *kind;
	struct stage *st;
	int rows, columns;
	bool ascii;
	int wrong;
};

static void amiss(struct look_at *l, const struct grid *g, const char *what, int row)
{
	struct arena a = { 0 };

	l->wrong++;
	fprintf(stderr, "%s (%s), %s, %dx%d%s: %s in row %d\n%s\n", l->place->where->name,
	        l->place->text ? l->place->text : "", l->kind, l->columns, l->rows,
	        l->ascii ? ", plain" : "", what, row, grid_text(g, &a));
	arena_reset(&a);
}

static bool unsafe(char32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

/* What the terminal is told is what stands there: no control, and wide characters whole. */
static const char *cell_fault(const struct grid *g, int row, int column)
{
	const struct cell *c = grid_cell(g, row, column);
	const struct cell *next = column + 1 < g->columns ? grid_cell(g, row, column + 1) : NULL;
	struct str rest = { c->at, c->n };
	size_t len;

	if (c->half && (column == 0 || c->n > 0))
		return "half a character";
	if (c->half && text_width((struct str){ c[-1].at, c[-1].n }) != 2)
		return "a half without its character";
	if (c->n > 0 && text_width(rest) == 2 && !(next && next->half))
		return "a wide character cut";
	while (rest.n > 0) {
		if (unsafe(text_decode(rest, &len)))
			return "a control";
		rest.at += len;
		rest.n -= len;
	}
	return NULL;
}

/* Nothing stands there; the bracket round a chosen tab may, where there is no colour. */
static bool margin(const struct grid *g, int row, int column)
{
	const struct cell *c = grid_cell(g, row, column);

	if (c->n == 0)
		return !c->half;
	return c->n == 1 && (c->at[0] == ' ' || (g->ascii && c->at[0] == '['));
}

static void look_at_rows(struct look_at *l, const struct grid *g)
{
	for (int row = 0; row < g->rows; row++) {
		const char *fault = NULL;

		for (int column = 0; column < g->columns && !fault; column++)
			fault = cell_fault(g, row, column);
		if (!fault && row > 0 && (!margin(g, row, 0) || !margin(g, row, g->columns - 1)))
			fault = "a margin is written in";
		if (fault)
			amiss(l, g, fault, row);
	}
}

static void look_at_cursor(struct look_at *l, const struct grid *g)
{
	if (g->cursor_row < 1 || g->cursor_row >= g->rows - 1 || g->cursor_column < 1 ||
	    g->cursor_column >= g->columns)
		amiss(l, g, "no cursor", g->cursor_row);
}

/* The way to safety and to help are on every screen; a question may take the place of help. */
static void look_at_keys(struct look_at *l, const struct grid *g)
{
	struct arena a = { 0 };
	const char *text = grid_text(g, &a);
	bool asks = stage_asks(l->st);

	if (!asks && l->place->where != &safety_screen && !strstr(text, " ! safety") &&
	    !strstr(text, " ! worried") && !strstr(text, " Ctrl-R safety"))
		amiss(l, g, "no way to safety", g->rows - 1);
	if (!asks && l->place->where != &help_screen && !strstr(text, " ? ") &&
	    !strstr(text, " F1 help"))
		amiss(l, g, "no way to help", g->rows - 1);
	arena_reset(&a);
}

/* Whoever it is about stands on it by their reference, whatever their name is; the picker has a year. */
static void look_at_whom(struct look_at *l, const struct grid *g)
{
	const char *stands = l->place->where == &picker_screen ? " · 1981" : "CL-000412";
	struct arena a = { 0 };

	if (!stage_top(l->st)->overlay && l->place->id[0] && strcmp(l->place->id[0], JANE) == 0 &&
	    !strstr(grid_text(g, &a), l->ascii && *stands == ' ' ? " . 1981" : stands))
		amiss(l, g, "nobody’s reference", 1);
	arena_reset(&a);
}

static void look(struct look_at *l)
{
	static const struct {
		int rows, columns;
		bool ascii;
	} sizes[] = { { 24, 80, false }, { 40, 120, false }, { 16, 60, false }, { 24, 80, true } };
	struct grid g;

	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		l->rows = sizes[i].rows;
		l->columns = sizes[i].columns;
		l->ascii = sizes[i].ascii;
		stage_cells(l->st, l->rows, l->columns, l->ascii, &g);
		look_at_rows(l, &g);
		look_at_cursor(l, &g);
		look_at_keys(l, &g);
		look_at_whom(l, &g);
	}
}

/* ---- those that somebody reads: what gives way where there is little room, or too much ---- */

static const struct to_read {
	const char *kind, *name;
	int rows, columns;
	bool ascii;
} to_read[] = {
	{ "ordinary", "today", 16, 60, false },     { "ordinary", "caseload", 16, 60, false },
	{ "ordinary", "person", 16, 60, false },    { "ordinary", "contact", 16, 60, false },
	{ "ordinary", "times", 16, 60, false },     { "ordinary", "ledger", 16, 60, false },
	{ "ordinary", "merge", 16, 60, false },     { "ordinary", "council", 16, 60, false },
	{ "ordinary", "picker", 16, 60, false },    { "ordinary", "today", 24, 80, true },
	{ "ordinary", "person", 24, 80, true },     { "ordinary", "contact", 24, 80, true },
	{ "ordinary", "assessment", 24, 80, true }, { "ordinary", "picker", 24, 80, true },
	{ "overfull", "contact", 24, 80, false },   { "overfull", "contact", 40, 120, false },
	{ "overfull", "times", 24, 80, false },     { "overfull", "relatives", 24, 80, false },
	{ "hostile", "person", 24, 80, false },     { "hostile", "contact", 24, 80, false },
	{ "hostile", "picker", 24, 80, false },     { "hostile", "safety", 16, 60, false },
	{ "hostile", "named", 24, 80, false },      { "hostile", "sheet", 24, 80, false },
};

static void read_it(const struct look_at *l)
{
	struct arena a = { 0 };
	struct grid g;

	for (size_t i = 0; i < COUNT_OF(to_read); i++) {
		const struct to_read *r = &to_read[i];

		if (strcmp(r->kind, l->kind) != 0 || !l->place->read ||
		    strcmp(r->name, l->place->read) != 0)
			continue;
		stage_cells(l->st, r->rows, r->columns, r->ascii, &g);
		golden_check(arena_printf(&a, "%s-%s-%dx%d%s", r->kind, r->name, r->columns,
		                          r->rows, r->ascii ? "-plain" : ""),
		             grid_text(&g, &a));
	}
	arena_reset(&a);
}

/* ---- all of them ---- */

static struct visit visit_place(struct workplace *w, const struct place *p)
{
	struct visit v = { .where = p->where, .text = p->text };

	for (size_t i = 0; i < COUNT_OF(v.id); i++)
		if (p->id[i])
			v.id[i] = store_int(w->session->store,
			                    arena_printf(&w->arena, "SELECT %s", p->id[i]));
	return v;
}

static int look_at_each(const char *login, const char *kind, void (*spoil)(struct workplace *))
{
	struct workplace *w = spoilt_open(login);
	int wrong = 0;

	if (spoil)
		spoil(w);
	for (size_t i = 0; i < COUNT_OF(places); i++) {
		const struct place *p = &places[i];
		struct look_at l = { .place = p, .kind = kind };
		struct visit v;

		if (strcmp(p->login ? p->login : "priya", login) != 0)
			continue;
		v = visit_place(w, p);
		l.st = stage_open_or_not(w, &v);
		if (!l.st) {
			fprintf(stderr, "%s, %s: %s\n", p->where->name, kind,
			        session_fault(w->session));
			wrong++;
			continue;
		}
		look(&l);
		read_it(&l);
		wrong += l.wrong;
		stage_close(l.st);
	}
	workplace_close(w);
	return wrong;
}

static int look_at_all(const char *kind, void (*spoil)(struct workplace *))
{
	return look_at_each("priya", kind, spoil) + look_at_each("ann", kind, spoil) +
	       look_at_each("mary", kind, spoil);
}

static void every_screen__ordinary__keeps_its_shape(void **state)
{
	(void)state;
	assert_int_equal(look_at_all("ordinary", NULL), 0);
}

static void every_screen__overfull__keeps_its_shape(void **state)
{
	(void)state;
	assert_int_equal(look_at_all("overfull", spoilt_overfull), 0);
}

static void every_screen__hostile__keeps_its_shape(void **state)
{
	(void)state;
	assert_int_equal(look_at_all("hostile", spoilt_hostile), 0);
}

static void every_screen__is_in_the_table(void **state)
{
	(void)state;
	for (size_t i = 0; i < screens_count; i++) {
		bool there = false;

		for (size_t k = 0; k < COUNT_OF(places); k++)
			there = there || places[k].where == screens_all[i];
		for (size_t k = 0; k < COUNT_OF(elsewhere); k++)
			there = there || elsewhere[k] == screens_all[i];
		if (!there)
			fail_msg("%s is looked at nowhere", screens_all[i]->name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_screen__is_in_the_table),
		cmocka_unit_test(every_screen__ordinary__keeps_its_shape),
		cmocka_unit_test(every_screen__overfull__keeps_its_shape),
		cmocka_unit_test(every_screen__hostile__keeps_its_shape),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
