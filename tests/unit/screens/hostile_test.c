#include "test.h"

#include "carter.h"
#include "fixture.h"
#include "record.h"
#include "stage.h"

#include "screens.h"
#include "ui/form.h"

#include <string.h>

/*
 * What is pasted into a field by accident or on purpose: it is saved and shown back as it was typed,
 * or refused with a sentence under the field and every keystroke kept. Never a crash, never less.
 */
#define MARK "zq7"

static char *long_line(void)
{
	static char text[6000];

	memset(text, 'n', sizeof(text) - 1);
	memcpy(text, MARK " ", strlen(MARK) + 1);
	return text;
}

static const char *hostile(size_t i)
{
	static const char *const values[] = {
		MARK " 👩\u200d👩\u200d👧 🏳",
		MARK " שלום \u202eabc \u2066x\u2069",
		MARK " Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324",
		MARK "\tJane\tCarter\n07700 900123\tLS6\r\nnext\trow",
		MARK " \x01\x1b[31m\x7f\x9b",
		"=cmd|' /C calc'!A0 " MARK,
		"'; DROP TABLE person; -- " MARK,
		"%s%n%x %d " MARK,
	};

	return i < COUNT_OF(values) ? values[i] : i == COUNT_OF(values) ? long_line() : NULL;
}

/* ---- the record: every field of it ---- */

static const char *line_kept(struct stage *st, const char *name, struct arena *a)
{
	const char *text = form_kept_line(str_of(stage_draft(st, a)), name, a);

	return text ? text : "";
}

static bool is_text(const struct field *f)
{
	return field_has_value(f) && f->kind != FIELD_CHOICE && f->kind != FIELD_ASKED;
}

static void put_into(struct workplace *w, struct stage *st, struct person_id p,
                     const struct field *f, const char *value)
{
	struct visit v = visit_person(&details_screen, p);
	struct arena a = { 0 };
	const char *typed;

	v.text = f->name;
	stage_visit(st, &v);
	stage_keys(st, "End Ctrl-U");
	stage_paste(st, value);
	typed = arena_strdup(&a, line_kept(st, f->name, &a));
	assert_non_null(strstr(typed, MARK));
	stage_keys(st, "Ctrl-S");
	if (strcmp(stage_place(st), "details") == 0) {
		stage_shows(st, " ! "); /* why, under its field */
		assert_string_equal(line_kept(st, f->name, &a), typed);
		stage_keys(st, "End Ctrl-U Esc");
		store_sql(w->session->store, "DELETE FROM draft");
	} else {
		assert_string_equal(record_value(w, p, f->name, &a),
		                    arena_str(&a, str_trim(str_of(typed))));
	}
	arena_reset(&a);
}

static void details__every_field_with_hostile_values(void **state)
{
	struct workplace *w = *state;
	struct person_id p = carter_add(w);
	struct stage *st = stage_open(w, &(struct visit){ .where = &caseload_screen });
	struct arena a = { 0 };
	size_t fields = 0;

	for (const struct field *f = record_fields(&a); f->name || f->label; f++) {
		if (!is_text(f))
			continue;
		fields++;
		for (size_t i = 0; hostile(i); i++)
			put_into(w, st, p, f, hostile(i));
	}
	assert_true(fields > 30);
	arena_reset(&a);
	stage_close(st);
}

/* A part of a record that is full of them stands on the screen in one piece. */
static void details__hostile_record__keeps_its_shape(void **state)
{
	struct workplace *w = *state;
	struct person_id p = carter_add(w);
	struct visit v = visit_person(&details_screen, p);
	struct stage *st;

	store_sql(
		w->session->store,
		"UPDATE person SET ver = ver + 1, family_name = 'O''Hara 👩‍👩‍👧 שלום',"
		" given_name = 'Zoë Nguyễn 田中 ' || char(0x202e) || 'evil',"
		" known_as = 'a' || char(0x0301, 0x0302, 0x0303, 0x0304, 0x0305),"
		" gp_practice = '=cmd|'' /C calc''!A0', gp_code = 'B86012',"
		" gp_name = char(27) || '[31mDr Red'");
	st = stage_open(w, &v);
	stage_golden(st, "details-hostile");
	stage_close(st);
}

/* However long a name is, birth date and reference stand beside it: they tell two people apart. */
static void strip__a_very_long_name__is_cut_itself(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&details_screen, carter_add(w));
	struct stage *st;

	store_sql(w->session->store,
	          "UPDATE person SET ver = ver + 1, family_name = 'Featherstonehaugh-Cholmondeley-'"
	          " || 'Majoribanks-田中-de-la-Warr', given_name = 'Alexandrina Wilhelmina',"
	          " known_as = 'Alexandrina', born_on = 4088, died_on = 20779, died_sure = 'sure'");
	st = stage_open(w, &v);
	stage_shows(st, "… · 12 Mar 1981");
	stage_shows(st, "CL-000001");
	stage_golden(st, "strip-long-name");
	stage_close(st);
}

/* ---- the other forms: nothing typed is lost, whatever it is ---- */

static void put_into_each(struct stage *st, const struct visit *v, const char *value)
{
	const char *name = v->where->name;
	struct arena a = { 0 };

	for (int field = 0; field < 40; field++) {
		stage_visit(st, v);
		if (strcmp(stage_place(st), name) != 0)
			break;
		for (int i = 0; i < field; i++)
			stage_keys(st, "Tab");
		if (stage_typing(st)) {
			stage_paste(st, value);
			assert_non_null(strstr(stage_draft(st, &a), MARK));
			stage_keys(st, "Ctrl-S");
			if (strcmp(stage_place(st), name) == 0)
				assert_non_null(strstr(stage_draft(st, &a), MARK));
		}
		stage_keys(st, "Esc");
	}
	arena_reset(&a);
}

static void forms__keep_whatever_is_pasted(void **state)
{
	struct workplace *w = *state;
	struct person_id p = carter_add(w);
	struct stage *st = stage_open(w, &(struct visit){ .where = &caseload_screen });
	const struct visit visits[] = {
		visit_to(&referral_screen),        visit_person(&point_form_screen, p),
		visit_person(&relation_screen, p), visit_to(&service_form_screen),
		visit_person(&note_screen, p),     visit_person(&reminder_screen, p),
	};

	for (size_t f = 0; f < COUNT_OF(visits); f++) {
		for (size_t i = 0; hostile(i); i++) {
			store_sql(w->session->store, "DELETE FROM draft");
			put_into_each(st, &visits[f], hostile(i));
		}
	}
	stage_close(st);
}

#define T(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(details__every_field_with_hostile_values),
		T(details__hostile_record__keeps_its_shape),
		T(strip__a_very_long_name__is_cut_itself),
		T(forms__keep_whatever_is_pasted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
