#include "model/columns.h"

#include "base/buf.h"
#include "test.h"

#include <string.h>

static struct arena arena;

static int teardown(void **state)
{
	(void)state;
	arena_reset(&arena);
	return 0;
}

/* The columns of clew-csv(5): what is written and what must be there. */
static const char *const documented[] = {
	[COLUMNS_PEOPLE] =
		"ref, given_name, family_name*, known_as, date_of_birth, sex, ethnicity, nhs_number, "
		"postcode, council_area, phone, safe_ring, safe_voicemail, safe_text, safe_email, "
		"safe_post, contact_safety, email, language, interpreter, lives_alone, gp_practice, "
		"cancer_group, diagnosed_on, stage, stage_since, referred_on, source, reason, state, "
		"worker",
	[COLUMNS_REFERRALS] = "ref*, referral_no, received_on*, source, reason, urgency, state, "
			      "first_contact_on, closed_on, outcome, worker",
	[COLUMNS_CONTACTS] = "ref*, at*, mode*, direction, reached*, minutes, note",
	[COLUMNS_CONCERNS] = "ref*, assessed_on*, list, concern*, domain, score, answer, top, "
			     "own_words, level, previous_score",
	[COLUMNS_ACTIONS] = "ref*, concern, kind*, what*, owner, due_on, status, outcome, "
			    "amount_awarded",
	[COLUMNS_SIGNPOSTS] = "ref*, concern, service*, kind*, given_on*, status, outcome, "
			      "outcome_on, helped",
	[COLUMNS_UNMET_NEEDS] = "ref, concern*, level, council_area, reason*, noted_on*",
	[COLUMNS_REMINDERS] = "ref, due_on*, kind*, note, worker, done_on",
	[COLUMNS_SERVICES] =
		"id, name*, organisation, description, concerns, areas, attendance, access, min_age, "
		"max_age, cost, wait_weeks, phone, email, url, address, postcode, status, "
		"last_checked, checked_how",
};

static void columns_of__are_those_documented_in_their_order(void **state)
{
	UNUSED_STATE;
	assert_int_equal(columns_of(COLUMNS_NONE).n, 0);
	assert_int_equal(column_tables.n, COUNT_OF(documented) - 1);
	for (size_t what = 1; what < COUNT_OF(documented); what++) {
		struct columns columns = columns_of((enum column_table)what);
		struct buf b = { 0 };

		for (size_t i = 0; i < columns.n; i++)
			buf_printf(&b, "%s%s%s", i > 0 ? ", " : "", columns.at[i].name,
			           columns.at[i].needed ? "*" : "");
		assert_string_equal(buf_text(&b), documented[what]);
		buf_done(&b);
	}
	assert_int_equal(words_find(&column_tables, STR("unmet-needs")), COLUMNS_UNMET_NEEDS);
}

static void column_meant__knows_what_spreadsheets_say(void **state)
{
	static const struct {
		enum column_table what;
		const char *heading, *name;
	} said[] = {
		{ COLUMNS_PEOPLE, "Surname", "family_name" },
		{ COLUMNS_PEOPLE, "LAST NAME", "family_name" },
		{ COLUMNS_PEOPLE, "First name(s)", "given_name" },
		{ COLUMNS_PEOPLE, "Forename", "given_name" },
		{ COLUMNS_PEOPLE, "DOB", "date_of_birth" },
		{ COLUMNS_PEOPLE, "D.O.B.", "date_of_birth" },
		{ COLUMNS_PEOPLE, "Date of Birth", "date_of_birth" },
		{ COLUMNS_PEOPLE, "NHS No", "nhs_number" },
		{ COLUMNS_PEOPLE, "NHS No.", "nhs_number" },
		{ COLUMNS_PEOPLE, "CHI", "nhs_number" },
		{ COLUMNS_PEOPLE, "Tel", "phone" },
		{ COLUMNS_PEOPLE, "Tel. no.", "phone" },
		{ COLUMNS_PEOPLE, "Mobile number", "phone" },
		{ COLUMNS_PEOPLE, "Post code", "postcode" },
		{ COLUMNS_PEOPLE, " Postcode ", "postcode" },
		{ COLUMNS_PEOPLE, "Diagnosis", "cancer_group" },
		{ COLUMNS_PEOPLE, "Date referred", "referred_on" },
		{ COLUMNS_PEOPLE, "Referral source", "source" },
		{ COLUMNS_PEOPLE, "E-mail", "email" },
		{ COLUMNS_PEOPLE, "GP Surgery", "gp_practice" },
		{ COLUMNS_PEOPLE, "family_name", "family_name" },
		{ COLUMNS_CONTACTS, "Date", "at" },
		{ COLUMNS_CONTACTS, "Notes", "note" },
		{ COLUMNS_SERVICES, "fees_description", "cost" },
		{ COLUMNS_SERVICES, "minimum_age", "min_age" },
		{ COLUMNS_SERVICES, "assured_date", "last_checked" },
		{ COLUMNS_SERVICES, "attending_type", "attendance" },
		{ COLUMNS_SERVICES, "attending_access", "access" },
		{ COLUMNS_SERVICES, "import_id", "id" },
		{ COLUMNS_SERVICES, "location_postcode", "postcode" },
		{ COLUMNS_SERVICES, "contact_phone", "phone" },
		{ COLUMNS_SERVICES, "location_address_1", "address" },
		{ COLUMNS_SERVICES, "service_taxonomies", "concerns" },
		{ COLUMNS_SERVICES, "Organization", "organisation" },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(said); i++) {
		int column = column_meant(said[i].what, str_of(said[i].heading));

		if (column < 0)
			fail_msg("nobody knows %s", said[i].heading);
		assert_string_equal(columns_of(said[i].what).at[column].name, said[i].name);
	}
	assert_int_equal(column_meant(COLUMNS_PEOPLE, STR("Favourite colour")), -1);
	assert_int_equal(column_meant(COLUMNS_PEOPLE, STR("Name")), -1);
	assert_int_equal(column_meant(COLUMNS_PEOPLE, STR("")), -1);
	assert_int_equal(column_meant(COLUMNS_PEOPLE, STR("--")), -1);
	assert_int_equal(column_meant(COLUMNS_PEOPLE, STR("d|o|b|x")), -1);
}

/* Another name stands once in a table, is folded, and is nobody's own name. */
static void columns__mean_one_thing_each(void **state)
{
	UNUSED_STATE;
	for (size_t what = 1; what < COUNT_OF(documented); what++) {
		struct columns columns = columns_of((enum column_table)what);

		for (size_t i = 0; i < columns.n; i++) {
			struct str rest = str_of(columns.at[i].also), one;

			while (columns.at[i].also && str_cut(&rest, '|', &one)) {
				int column = column_meant((enum column_table)what, one);

				if (column != (int)i)
					fail_msg("%s of %s", arena_str(&arena, one),
					         columns.at[i].name);
				for (size_t k = 0; k < one.n; k++)
					assert_non_null(strchr(
						"abcdefghijklmnopqrstuvwxyz0123456789", one.at[k]));
			}
		}
	}
}

static void columns_map__lists_what_it_cannot_place(void **state)
{
	const struct str headings[] = { STR("Last name"),   STR("Colour"), STR(""),   STR("Tel"),
		                        STR("family_name"), STR("Mobile"), STR("DOB") };
	struct column_map map = columns_map(COLUMNS_PEOPLE, headings, COUNT_OF(headings), &arena);

	UNUSED_STATE;
	assert_int_equal(map.n, columns_of(COLUMNS_PEOPLE).n);
	assert_int_equal(map.cell[column_named(COLUMNS_PEOPLE, STR("family_name"))], 4);
	assert_int_equal(map.cell[column_named(COLUMNS_PEOPLE, STR("phone"))], 3);
	assert_int_equal(map.cell[column_named(COLUMNS_PEOPLE, STR("date_of_birth"))], 6);
	assert_int_equal(map.cell[column_named(COLUMNS_PEOPLE, STR("sex"))], -1);
	assert_int_equal(map.unknown.n, 1);
	assert_true(str_is(map.unknown.at[0].text, "Colour"));
	assert_int_equal(map.unknown.at[0].cell, 1);
	assert_int_equal(map.doubled.n, 2);
	assert_true(str_is(map.doubled.at[0].text, "Last name"));
	assert_true(str_is(map.doubled.at[1].text, "Mobile"));
	assert_int_equal(map.missing_n, 0);
}

static void columns_map__lists_what_is_missing_until_it_is_set(void **state)
{
	const struct str headings[] = { STR("Client"), STR("When"), STR("How") };
	struct column_map map = columns_map(COLUMNS_CONTACTS, headings, 3, &arena);

	UNUSED_STATE;
	assert_int_equal(map.missing_n, 2);
	assert_string_equal(map.missing[0], "ref");
	assert_string_equal(map.missing[1], "reached");
	column_map_set(&map, column_named(COLUMNS_CONTACTS, STR("ref")), 0);
	assert_int_equal(map.missing_n, 1);
	column_map_set(&map, column_named(COLUMNS_CONTACTS, STR("reached")), 1);
	assert_int_equal(map.missing_n, 1);
	assert_string_equal(map.missing[0], "at");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_of__are_those_documented_in_their_order),
		cmocka_unit_test(column_meant__knows_what_spreadsheets_say),
		cmocka_unit_test(columns__mean_one_thing_each),
		cmocka_unit_test(columns_map__lists_what_it_cannot_place),
		cmocka_unit_test(columns_map__lists_what_is_missing_until_it_is_set),
	};

	return cmocka_run_group_tests(tests, NULL, teardown);
}
