#include "casework/import_people.h"

#include "base/progress.h"
#include "fixture.h"
#include "session.h"
#include "store/contact_points.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/safe_contacts.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEADER "family_name,given_name,date_of_birth,nhs_number,postcode,phone\r\n"

struct desk {
	struct workplace *w;
	char path[64];
};

static int set_up(void **state)
{
	struct desk *d = calloc(1, sizeof(*d));
	int fd;

	d->w = workplace_open();
	snprintf(d->path, sizeof(d->path), "/tmp/clew-import-XXXXXX");
	fd = mkstemp(d->path);
	assert_true(fd >= 0);
	close(fd);
	*state = d;
	return 0;
}

static int tear_down(void **state)
{
	struct desk *d = *state;

	unlink(d->path);
	workplace_close(d->w);
	free(d);
	return 0;
}

static void put(struct desk *d, const char *text)
{
	FILE *f = fopen(d->path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static enum status bring(struct desk *d, bool update, bool dry, struct import_report *ret)
{
	struct import_options how = { .path = d->path, .update = update, .dry_run = dry };

	return casework_import_people(d->w->session, &how, NULL, &d->w->arena, ret);
}

/* new, changed, same, held, refused */
#define assert_came(p, a, b, c, d, e)                 \
	do {                                          \
		assert_int_equal((p).n_new, (a));     \
		assert_int_equal((p).n_changed, (b)); \
		assert_int_equal((p).n_same, (c));    \
		assert_int_equal((p).n_held, (d));    \
		assert_int_equal((p).n_refused, (e)); \
	} while (0)

static int64_t number(struct desk *d, const char *sql)
{
	return store_int(d->w->session->store, sql);
}

static const char *text(struct desk *d, const char *sql)
{
	return store_text(d->w->session->store, sql, &d->w->arena);
}

static void assert_said(const struct import_report *p, uint64_t line, const char *column,
                        const char *reason)
{
	for (size_t i = 0; i < p->problems.n; i++) {
		const struct import_problem *one = &p->problems.at[i];

		if (one->line == line && strcmp(one->column, column) == 0 &&
		    strstr(one->reason, reason))
			return;
	}
	for (size_t i = 0; i < p->problems.n; i++)
		print_error("line %d %s: %s\n", (int)p->problems.at[i].line,
		            p->problems.at[i].column, p->problems.at[i].reason);
	fail_msg("not said of line %d, %s: %s", (int)line, column, reason);
}

static void import_people__takes_a_spreadsheet_as_a_service_has_it(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	/* Windows-1252, semicolons, the day first, other names for the columns, empty lines. */
	put(d, "Surname;First name;DOB;NHS No.;Tel;Referral date;Reason for referral;Shoe size\r\n"
	       "Bront\xeb;Ann;3/4/81;943 476 5919;07700 900123;02/11/2026;\"Money,\r\n"
	       "and work\";7\r\n"
	       "\r\n"
	       ";;;;;;;\r\n"
	       "O'Neill;Jo;03-Apr-1979;;;;;\r\n");
	assert_int_equal(bring(d, false, false, &p), OK);
	assert_came(p, 2, 0, 0, 0, 0);
	assert_string_equal(p.read_as, "Windows-1252, separated by semicolons");
	assert_int_equal(p.unknown.n, 1);
	assert_string_equal(p.unknown.at[0], "Shoe size");
	assert_string_equal(text(d, "SELECT family_name FROM person WHERE given_name = 'Ann'"),
	                    "Brontë");
	assert_string_equal(text(d, "SELECT care_number || care_number_kind FROM person"
	                            " WHERE given_name = 'Ann'"),
	                    "9434765919nhs");
	assert_string_equal(text(d, "SELECT reason FROM referral WHERE reason IS NOT NULL"),
	                    "Money,\r\nand work");
	assert_int_equal(number(d, "SELECT count(*) FROM referral WHERE state = 'received'"
	                           " AND first_contact_by > received_on"),
	                 2);
	assert_int_equal(number(d, "SELECT count(*) FROM caseload WHERE open = 1"), 2);
}

static void import_people__takes_what_was_not_asked_for_not_asked(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	put(d, "family_name,phone,safe_ring,safe_text\r\nCarter,07700 900123,,no\r\n");
	assert_int_equal(bring(d, false, false, &p), OK);
	assert_int_equal(number(d, "SELECT count(*) FROM safe_contact WHERE ring IS NULL"
	                           " AND voicemail IS NULL AND post IS NULL AND text = 0"),
	                 1);
	put(d, "family_name,safe_ring\r\nDiaz,perhaps\r\n");
	assert_int_equal(bring(d, false, false, &p), E_INVALID);
	assert_said(&p, 2, "safe_ring", "neither yes, no nor not asked");
}

static void import_people__names_line_column_and_reason(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	put(d, HEADER "Carter,Jane,31/02/1981,,,\r\n"
	              "Diaz,Rosa,1/1/2031,,,\r\n"
	              "Khan,Samir,,943 476 5918,,\r\n"
	              "Lee,Kim,,12345,,\r\n"
	              ",Nobody,,,,\r\n"
	              "Fine,Ada,,,LS6,\r\n");
	assert_int_equal(bring(d, false, false, &p), E_PART);
	assert_came(p, 1, 0, 0, 0, 5);
	assert_said(&p, 2, "date_of_birth", "31/02/1981 is not a date.");
	assert_said(&p, 3, "date_of_birth", "still to come");
	assert_said(&p, 4, "nhs_number", "a digit is wrong");
	assert_said(&p, 5, "nhs_number", "ten digits");
	assert_said(&p, 6, "family_name", "no name");
	assert_said(&p, 7, "postcode", "kept as it is");
	assert_string_equal(text(d, "SELECT postcode FROM person"), "LS6");
}

static void import_people__changes_nothing_in_a_dry_run(void **state)
{
	struct desk *d = *state;
	struct import_report p;
	int64_t events = number(d, "SELECT count(*) FROM event");

	put(d, HEADER "Carter,Jane,12/03/1981,,,\r\nDiaz,Rosa,x,,,\r\n");
	assert_int_equal(bring(d, false, true, &p), E_PART);
	assert_came(p, 1, 0, 0, 0, 1);
	assert_int_equal(number(d, "SELECT count(*) FROM person"), 0);
	assert_int_equal(number(d, "SELECT count(*) FROM event"), events);
}

static void import_people__adds_nothing_the_second_time(void **state)
{
	struct desk *d = *state;
	struct import_report p;
	int64_t events;

	put(d, HEADER "Carter,Jane,12/03/1981,,LS6 2AB,07700 900123\r\n"
	              "Diaz,Rosa,,,LS6 2AB,\r\n"
	              "Lee,Kim,,,,07700 900124\r\n"
	              "Only,,,,,\r\n"
	              "Carter,Jane,12/03/1981,,LS6 2AB,07700 900123\r\n");
	assert_int_equal(bring(d, false, false, &p), OK);
	assert_came(p, 4, 0, 1, 0, 0);
	events = number(d, "SELECT count(*) FROM event");
	assert_int_equal(bring(d, true, false, &p), OK);
	assert_came(p, 0, 0, 5, 0, 0);
	assert_int_equal(number(d, "SELECT count(*) FROM event"), events);
}

/* What is in the file (empty, the same, another, -) against what is here (nothing, something). */
static void import_people__wins_only_where_it_is_told_to(void **state)
{
	static const struct {
		const char *here, *file;
		bool update;
		const char *after;
		int64_t changed, held;
	} table[] = {
		{ "", "", false, "", 0, 0 },
		{ "", "LS6 2AB", false, "", 0, 1 },
		{ "", "LS6 2AB", true, "LS6 2AB", 1, 0 },
		{ "", "-", true, "", 0, 0 },
		{ "LS1 4AP", "", false, "LS1 4AP", 0, 0 },
		{ "LS1 4AP", "", true, "LS1 4AP", 0, 0 },
		{ "LS1 4AP", "ls14ap", true, "LS1 4AP", 0, 0 },
		{ "LS1 4AP", "LS6 2AB", false, "LS1 4AP", 0, 1 },
		{ "LS1 4AP", "LS6 2AB", true, "LS6 2AB", 1, 0 },
		{ "LS1 4AP", "-", false, "LS1 4AP", 0, 1 },
		{ "LS1 4AP", "-", true, "", 1, 0 },
	};

	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct desk *d;
		struct import_report p;
		char line[200];

		tear_down(state); /* each on a file of its own */
		assert_int_equal(set_up(state), 0);
		d = *state;
		snprintf(line, sizeof(line), HEADER "Carter,Jane,12/03/1981,,%s,\r\n",
		         table[i].here);
		put(d, line);
		assert_int_equal(bring(d, false, false, &p), OK);
		snprintf(line, sizeof(line), HEADER "Carter,Jane,1981-03-12,,%s,\r\n",
		         table[i].file);
		put(d, line);
		assert_int_equal(bring(d, table[i].update, false, &p), OK);
		assert_came(p, 0, table[i].changed, 1 - table[i].changed - table[i].held,
		            table[i].held, 0);
		assert_string_equal(text(d, "SELECT coalesce(postcode, '') FROM person"),
		                    table[i].after);
		if (table[i].held)
			assert_said(&p, 2, "", "changed, not applied: postcode.");
	}
}

static void import_people__refuses_a_reference_of_somebody_else(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	put(d, HEADER "Carter,Jane,12/03/1981,943 476 5919,,\r\n");
	assert_int_equal(bring(d, false, false, &p), OK);
	put(d, "ref,family_name,date_of_birth,nhs_number\r\n"
	       "CL-000001,Diaz,01/01/1970,\r\n"
	       ",Diaz,01/01/1970,9434765919\r\n"
	       "CL-000001,Carter-Lee,12/03/1981,\r\n"
	       "CL-000099,Lee,01/01/1970,\r\n");
	assert_int_equal(bring(d, false, false, &p), E_PART);
	assert_came(p, 1, 0, 0, 1, 2);
	assert_said(&p, 2, "ref", "CL-000001 is somebody else here.");
	assert_said(&p, 3, "nhs_number", "somebody else here");
	assert_said(&p, 4, "", "changed, not applied: family_name.");
	assert_said(&p, 5, "ref", "under a new one");
}

static void import_people__refuses_whom_it_cannot_tell_apart(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	store_sql(d->w->session->store,
	          "INSERT INTO person (id, family_name, given_name, born_on, postcode, created_on)"
	          " VALUES (1, 'Carter', 'Jane', 4088, 'LS6 2AB', 20000),"
	          "        (2, 'Carter', 'Jane', 4088, 'LS1 4AP', 20000);"
	          "INSERT INTO find_key VALUES ('carter jane', 1), ('carter jane', 2)");
	put(d, HEADER "Carter,Jane,1981-03-12,,,\r\nCarter,Jane,1981-03-12,,LS1 4AP,\r\n");
	assert_int_equal(bring(d, false, false, &p), E_PART);
	assert_came(p, 0, 0, 1, 0, 1);
	assert_said(&p, 2, "", "Two people here could be meant.");
}

static void import_people__strikes_out_numbers_and_keeps_never_use(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	put(d, HEADER "Carter,Jane,12/03/1981,,,07700 900123; 07700 900124\r\n");
	assert_int_equal(bring(d, false, false, &p), OK);
	store_sql(d->w->session->store,
	          "UPDATE contact_point SET never_use = 1 WHERE value = '07700 900124'");
	put(d, HEADER "Carter,Jane,12/03/1981,,,+44 7700 900125; 07700 900124\r\n");
	assert_int_equal(bring(d, true, false, &p), OK);
	assert_came(p, 0, 1, 0, 0, 0);
	assert_said(&p, 2, "phone", "never to be used");
	assert_string_equal(text(d, "SELECT group_concat(value) FROM contact_point"
	                            " WHERE never_use = 0 AND struck_on IS NULL"),
	                    "07700 900125");
	assert_int_equal(number(d, "SELECT count(*) FROM contact_point"), 3);
}

/* Nor says a file of guesses which of them was right. */
static void import_people__leaves_restricted_records_alone(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	put(d, HEADER "Carter,Jane,1981-03-12,,LS6 1AA,07700 900123\r\n");
	assert_int_equal(bring(d, false, false, &p), OK);
	store_sql(d->w->session->store, "UPDATE person SET restricted = 1");
	put(d, HEADER "Carter,Jane,1981-03-12,,LS9 9ZZ,07700 900124\r\nDoe,John,,,,\r\n");
	workplace_as(d->w, "ann");
	assert_int_equal(bring(d, true, false, &p), E_PART);
	assert_came(p, 1, 0, 0, 0, 1);
	assert_null(strstr(p.problems.at[0].reason, "CL-"));
	assert_int_equal(number(d, "SELECT count(*) FROM person WHERE postcode = 'LS6 1AA'"), 1);
	assert_int_equal(number(d, "SELECT count(*) FROM contact_point"), 1);
}

static void import_people__finds_the_worker_by_login_or_name(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	put(d, "surname,key worker\r\nAble,ben\r\nBaker,Ben Ojo\r\nCook,Ruth\r\n");
	assert_int_equal(bring(d, false, false, &p), OK);
	assert_int_equal(number(d,
	                        "SELECT count(*) FROM referral r JOIN account a ON a.id = r.worker"
	                        " WHERE a.login = 'ben' AND r.state = 'accepted'"),
	                 2);
	assert_said(&p, 4, "worker", "Ruth has no account here.");
}

static void import_people__needs_the_right_to(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	put(d, HEADER "Carter,Jane,,,,\r\n");
	workplace_as(d->w, "ben");
	assert_int_equal(bring(d, false, false, &p), E_DENIED);
	assert_int_equal(number(d, "SELECT count(*) FROM person"), 0);
}

static void import_people__refuses_a_file_without_family_names(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	put(d, "given_name,phone\r\nJane,07700 900123\r\n");
	assert_int_equal(bring(d, false, false, &p), E_INVALID);
	assert_non_null(strstr(session_fault(d->w->session), "family_name"));
}

static void import_people__keeps_refused_rows_to_be_mended(void **state)
{
	struct desk *d = *state;
	struct import_report p;
	char rejects[80], line[256] = "";
	struct import_options how = { .path = d->path, .rejects = rejects };
	FILE *f;

	snprintf(rejects, sizeof(rejects), "%s.csv", d->path);
	put(d, HEADER "Carter,Jane,31/02/1981,,,\r\nDiaz,Rosa,,,,\r\n");
	assert_int_equal(casework_import_people(d->w->session, &how, NULL, &d->w->arena, &p),
	                 E_PART);
	assert_string_equal(p.rejects, rejects);
	f = fopen(rejects, "r");
	assert_non_null(f);
	assert_non_null(fgets(line, sizeof(line), f));
	assert_non_null(fgets(line, sizeof(line), f));
	fclose(f);
	assert_string_equal(line, "Carter,Jane,31/02/1981,,,,2,"
	                          "date_of_birth: 31/02/1981 is not a date.\r\n");
	/* It is kept as it is, and nothing is imported past it. */
	assert_int_equal(casework_import_people(d->w->session, &how, NULL, &d->w->arena, &p),
	                 E_EXISTS);
	unlink(rejects);
}

static bool stop_late(void *ctx, int64_t done, int64_t total)
{
	(void)ctx;
	return total == 0 || done < total / 2;
}

/* Several thousand rows as they come: spaces in numbers, some of them wrong, people twice. */
static void put_caseload(struct desk *d, int rows)
{
	FILE *f = fopen(d->path, "w");

	assert_non_null(f);
	fputs("Surname;Forename;Date of birth;NHS number;Postcode;Mobile;Notes\r\n", f);
	for (int i = 0; i < rows; i++) {
		int who = i % (rows - 2); /* the last two are the first two again */

		fprintf(f, "N\xe4me%d;Given%d;%d/%d/%02d;%s;LS6 2AB;07700 %06d;\"a\r\nb\"\r\n", who,
		        who % 97, who % 28 + 1, who % 12 + 1, who % 60 + 30,
		        who < 40 ? "943 476 5918" : "", 900000 + who);
		if (i % 100 == 0)
			fputs("\r\n", f);
	}
	fclose(f);
}

static void import_people__takes_thousands_whole_or_not_at_all(void **state)
{
	struct desk *d = *state;
	struct import_report p;
	struct progress stop = { .tick = stop_late };
	struct import_options how = { .path = d->path };
	const char *wrong = NULL;

	put_caseload(d, 5000);
	assert_int_equal(casework_import_people(d->w->session, &how, &stop, &d->w->arena, &p),
	                 E_STOPPED);
	assert_int_equal(number(d, "SELECT count(*) FROM person"), 0);
	assert_int_equal(number(d, "SELECT count(*) FROM find_key"), 0);
	assert_int_equal(bring(d, false, false, &p), E_PART);
	assert_came(p, 4958, 0, 0, 0, 42);
	assert_int_equal(number(d, "SELECT count(*) FROM event WHERE kind = 'import'"), 1);
	assert_int_equal(bring(d, true, false, &p), E_PART);
	assert_came(p, 0, 0, 4958, 0, 42);
	assert_int_equal(store_recount(d->w->session->store, &d->w->arena, &wrong), OK);
	assert_null(wrong);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		CASE(import_people__takes_a_spreadsheet_as_a_service_has_it),
		CASE(import_people__takes_what_was_not_asked_for_not_asked),
		CASE(import_people__names_line_column_and_reason),
		CASE(import_people__changes_nothing_in_a_dry_run),
		CASE(import_people__adds_nothing_the_second_time),
		CASE(import_people__wins_only_where_it_is_told_to),
		CASE(import_people__refuses_a_reference_of_somebody_else),
		CASE(import_people__refuses_whom_it_cannot_tell_apart),
		CASE(import_people__strikes_out_numbers_and_keeps_never_use),
		CASE(import_people__leaves_restricted_records_alone),
		CASE(import_people__finds_the_worker_by_login_or_name),
		CASE(import_people__needs_the_right_to),
		CASE(import_people__refuses_a_file_without_family_names),
		CASE(import_people__keeps_refused_rows_to_be_mended),
		CASE(import_people__takes_thousands_whole_or_not_at_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
