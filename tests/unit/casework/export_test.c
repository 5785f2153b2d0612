#include "casework/export.h"

#include "base/progress.h"
#include "casework/import_people.h"
#include "fixture.h"
#include "session.h"
#include "store/derive.h"
#include "store/export.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct desk {
	struct workplace *w;
	char folder[64];
};

static int set_up(void **state)
{
	struct desk *d = calloc(1, sizeof(*d));

	d->w = workplace_open();
	snprintf(d->folder, sizeof(d->folder), "/tmp/clew-export-XXXXXX");
	assert_non_null(mkdtemp(d->folder));
	*state = d;
	return 0;
}

static const char *in_folder(struct desk *d, const char *name)
{
	return arena_printf(&d->w->arena, "%s/%s", d->folder, name);
}

static int tear_down(void **state)
{
	struct desk *d = *state;

	unlink(in_folder(d, "a.csv"));
	unlink(in_folder(d, "b.csv"));
	rmdir(d->folder);
	workplace_close(d->w);
	free(d);
	return 0;
}

static void sql(struct desk *d, const char *text)
{
	store_sql(d->w->session->store, text);
}

static const char *text_of(struct desk *d, const char *name)
{
	FILE *f = fopen(in_folder(d, name), "r");
	char *text = arena_alloc(&d->w->arena, 1 << 20);

	assert_non_null(f);
	assert_true(fread(text, 1, (1 << 20) - 1, f) > 0);
	fclose(f);
	return text;
}

static enum status leave(struct desk *d, enum column_table what, const char *name,
                         struct export_done *ret)
{
	struct export_options o = { .what = what,
		                    .from = DAY_NONE,
		                    .to = DAY_NONE,
		                    .to_whom = "us",
		                    .purpose = PURPOSE_KEEP };

	o.path = in_folder(d, name);
	return casework_export(d->w->session, &o, NULL, &d->w->arena, ret);
}

static enum status bring(struct desk *d, const char *name, struct import_report *ret)
{
	struct import_options how = { .path = in_folder(d, name), .update = true };

	return casework_import_people(d->w->session, &how, NULL, &d->w->arena, ret);
}

/* Everything a row of people can hold, and what spreadsheets spoil. */
static void put_people(struct desk *d)
{
	sql(d,
	    "INSERT INTO person (id, family_name, given_name, known_as, born_on, care_number,"
	    "  care_number_kind, sex, ethnicity, language, interpreter, postcode, council,"
	    "  gp_practice, lives_alone, cancer_group, diagnosed_on, stage, stage_since, created_on,"
	    "  no_more_contact_on)"
	    " VALUES (1, 'O''Neill, \"Jo\"', '=1+1', '''-Janie', 4088, '9434765919', 'nhs', 'female',"
	    "  'white_irish', 'Urdu', 'yes', 'LS6 2AB', 'E08000035', 'Park; Surgery', 1, 'breast',"
	    "  20500, 'in_treatment', 20600, 20700, NULL),"
	    " (2, 'Brontë', NULL, NULL, NULL, NULL, NULL, NULL, 'some words', NULL, NULL, 'LS6', NULL,"
	    "  NULL, 0, 'something', NULL, NULL, NULL, 20700, 20710),"
	    " (3, 'Null', 'Xi', NULL, -20000, NULL, NULL, 'not_known', NULL, NULL, NULL, NULL, NULL,"
	    "  NULL, NULL, NULL, NULL, 'died', NULL, 20700, NULL);"
	    "INSERT INTO safe_contact (person, ring, voicemail, text, post, text_first, partner_told,"
	    "  say, note, danger)"
	    " VALUES (1, 1, 0, 1, 0, 1, 0, 'the library', '=never; at night', 1), (2, NULL, NULL,"
	    "  NULL, NULL, 0, NULL, NULL, NULL, 0);"
	    "INSERT INTO contact_point (person, kind, value, never_use, struck_on) VALUES"
	    " (1, 'phone', '+447700900123', 0, NULL), (1, 'phone', '0113 496 0123', 0, NULL),"
	    " (1, 'phone', '07700 900999', 1, NULL), (1, 'phone', '07700 900998', 0, 20700),"
	    " (1, 'email', 'jo@example.org', 0, NULL), (2, 'phone', '07700 900124', 0, NULL);"
	    "INSERT INTO referral (person, received_on, source, reason, state, state_on,"
	    "  first_contact_by, worker)"
	    " VALUES (1, 20701, 'ward', 'Money,' || char(13, 10) || '@ home', 'accepted', 20701, 20708,"
	    "  1), (1, 20500, 'gp', 'old', 'closed', 20600, 20508, NULL),"
	    " (2, 20702, 'a nurse', NULL, 'received', 20702, 20709, NULL);");
}

static void export__comes_in_again_without_a_difference(void **state)
{
	struct desk *d = *state;
	struct export_done done;
	struct import_report p;

	put_people(d);
	sql(d, "INSERT INTO find_key VALUES ('x', 1)");
	assert_int_equal(leave(d, COLUMNS_PEOPLE, "a.csv", &done), OK);
	assert_int_equal(done.rows, 3);
	assert_int_equal(bring(d, "a.csv", &p), OK);
	for (size_t i = 0; i < p.problems.n; i++)
		if (strstr(p.problems.at[i].reason, "changed"))
			print_error("%s\n", p.problems.at[i].reason);
	assert_int_equal(p.n_same, 3);
}

/* Into another, empty file, and out of it again: the same bytes, but for the references. */
static void export__keeps_every_byte_by_way_of_another_file(void **state)
{
	struct desk *d = *state;
	struct export_done done;
	struct import_report p;
	const char *before;

	put_people(d);
	sql(d,
	    "INSERT INTO referral (person, received_on, source, state, state_on, first_contact_by)"
	    " VALUES (3, 20703, 'self', 'received', 20703, 20710)");
	assert_int_equal(leave(d, COLUMNS_PEOPLE, "a.csv", &done), OK);
	before = text_of(d, "a.csv");
	workplace_close(d->w);
	d->w = workplace_open();
	before = text_of(d, "a.csv");
	assert_int_equal(bring(d, "a.csv", &p), OK);
	assert_int_equal(p.n_new, 3);
	assert_int_equal(leave(d, COLUMNS_PEOPLE, "b.csv", &done), OK);
	assert_string_equal(text_of(d, "b.csv"), before);
}

static void export__puts_safety_beside_the_number_and_leaves_bad_numbers_out(void **state)
{
	struct desk *d = *state;
	struct export_done done;
	const char *text;

	put_people(d);
	assert_int_equal(leave(d, COLUMNS_PEOPLE, "a.csv", &done), OK);
	text = text_of(d, "a.csv");
	assert_non_null(strstr(text,
	                       "07700 900123; 0113 496 0123,yes,no,yes,,no,"
	                       "!! text first; partner not told; say: the library; =never; at "
	                       "night,jo@example.org"));
	assert_null(strstr(text, "900999"));
	assert_null(strstr(text, "900998"));
	assert_non_null(strstr(text, "07700 900124,,,,,,no more contact wanted,"));
}

static void export__writes_no_formula(void **state)
{
	struct desk *d = *state;
	struct export_done done;
	const char *text;

	put_people(d);
	assert_int_equal(leave(d, COLUMNS_PEOPLE, "a.csv", &done), OK);
	text = text_of(d, "a.csv");
	assert_non_null(strstr(text, ",'=1+1,"));
	assert_null(strstr(text, ",=1+1"));
	assert_non_null(strstr(text, "943 476 5919"));
}

static void export__is_recorded_before_it_leaves(void **state)
{
	struct desk *d = *state;
	struct export_done done;
	const char *what;

	put_people(d);
	assert_int_equal(leave(d, COLUMNS_REFERRALS, "a.csv", &done), OK);
	what = store_text(d->w->session->store,
	                  "SELECT kind || ': ' || what FROM event ORDER BY id DESC", &d->w->arena);
	assert_non_null(strstr(what, "export: export of referrals, to us: 3 rows, BLAKE2b "));
	assert_non_null(strstr(what, done.hash));
}

static void export__keeps_an_existing_file(void **state)
{
	struct desk *d = *state;
	struct export_done done;

	assert_int_equal(leave(d, COLUMNS_SERVICES, "a.csv", &done), OK);
	assert_int_equal(leave(d, COLUMNS_PEOPLE, "a.csv", &done), E_EXISTS);
	assert_non_null(strstr(text_of(d, "a.csv"), "organisation"));
}

static bool stop(void *ctx, int64_t n, int64_t total)
{
	(void)ctx;
	(void)n;
	(void)total;
	return false;
}

static void export__leaves_no_half_file_when_it_is_stopped(void **state)
{
	struct desk *d = *state;
	struct export_done done;
	struct export_options o = { .what = COLUMNS_PEOPLE,
		                    .from = DAY_NONE,
		                    .to = DAY_NONE,
		                    .to_whom = "us",
		                    .purpose = PURPOSE_KEEP };
	struct progress p = { .tick = stop };

	put_people(d);
	o.path = in_folder(d, "a.csv");
	assert_int_equal(casework_export(d->w->session, &o, &p, &d->w->arena, &done), E_STOPPED);
	assert_int_not_equal(access(o.path, F_OK), 0);
	assert_int_equal(rmdir(d->folder), 0); /* nor a temporary one */
	assert_int_equal(
		store_int(d->w->session->store, "SELECT count(*) FROM event WHERE kind = 'export'"),
		0);
}

static void export__needs_the_right_to(void **state)
{
	struct desk *d = *state;
	struct export_done done;

	workplace_as(d->w, "mary");
	assert_int_equal(leave(d, COLUMNS_SERVICES, "a.csv", &done), E_DENIED);
	assert_int_not_equal(access(in_folder(d, "a.csv"), F_OK), 0);
}

static int64_t rows_of(struct desk *d, struct export_options o)
{
	struct export_done done;

	o.to_whom = "us";
	o.purpose = o.purpose != PURPOSE_NONE ? o.purpose : PURPOSE_KEEP;
	o.path = in_folder(d, "a.csv");
	o.replace = true;
	assert_int_equal(casework_export(d->w->session, &o, NULL, &d->w->arena, &done), OK);
	return done.rows;
}

static void export__takes_a_period_and_a_worker(void **state)
{
	struct desk *d = *state;

	put_people(d);
	assert_int_equal(rows_of(d, (struct export_options){ COLUMNS_REFERRALS, 20501, DAY_NONE }),
	                 2);
	assert_int_equal(rows_of(d, (struct export_options){ COLUMNS_REFERRALS, DAY_NONE, 20701 }),
	                 2);
	assert_int_equal(
		rows_of(d, (struct export_options){ COLUMNS_PEOPLE, DAY_NONE, DAY_NONE, "priya" }),
		1);
}

/* All of them are Ben's, who exports his own people only. */
static void give_to_ben(struct desk *d)
{
	struct change c;

	sql(d, "UPDATE referral SET worker = 2;"
	       "INSERT INTO referral (person, received_on, source, state, state_on,"
	       "  first_contact_by, worker) VALUES (3, 20702, 'gp', 'received', 20702, 20709, 2)");
	assert_int_equal(change_begin(&c, d->w->session->store, d->w->session->account.id,
	                              WORKPLACE_NOW, "handed over"),
	                 OK);
	assert_int_equal(change_end(&c, derive_all(&c)), OK);
	workplace_as(d->w, "ben");
}

static void export__of_a_link_worker_is_of_their_own_people(void **state)
{
	struct desk *d = *state;
	struct export_options priyas = {
		.what = COLUMNS_PEOPLE, .from = DAY_NONE, .to = DAY_NONE, .worker = "priya"
	};
	struct export_done done;

	put_people(d);
	workplace_as(d->w, "ben");
	assert_int_equal(rows_of(d, (struct export_options){ COLUMNS_PEOPLE, DAY_NONE, DAY_NONE }),
	                 0);
	priyas.to_whom = "us";
	priyas.purpose = PURPOSE_KEEP;
	priyas.path = in_folder(d, "b.csv");
	assert_int_equal(casework_export(d->w->session, &priyas, NULL, &d->w->arena, &done),
	                 E_DENIED);
	give_to_ben(d);
	assert_int_equal(rows_of(d, (struct export_options){ COLUMNS_PEOPLE, DAY_NONE, DAY_NONE }),
	                 3);
}

static void export__of_people_says_to_whom_and_what_for(void **state)
{
	struct desk *d = *state;
	struct export_options o = { .what = COLUMNS_CONTACTS, .from = DAY_NONE, .to = DAY_NONE };
	struct export_done done;

	put_people(d);
	o.path = in_folder(d, "a.csv");
	assert_int_equal(casework_export(d->w->session, &o, NULL, &d->w->arena, &done), E_INVALID);
	o.to_whom = "Leeds City Council";
	assert_int_equal(casework_export(d->w->session, &o, NULL, &d->w->arena, &done), E_INVALID);
	o.purpose = PURPOSE_FIGURES;
	assert_int_equal(casework_export(d->w->session, &o, NULL, &d->w->arena, &done), OK);
	o.replace = true;
	o.what = COLUMNS_PEOPLE;
	assert_int_equal(casework_export(d->w->session, &o, NULL, &d->w->arena, &done), E_INVALID);
	assert_non_null(strstr(session_fault(d->w->session), "has names"));
	o.what = COLUMNS_SERVICES; /* about nobody */
	o.to_whom = NULL;
	o.purpose = PURPOSE_NONE;
	assert_int_equal(casework_export(d->w->session, &o, NULL, &d->w->arena, &done), OK);
	assert_int_equal(store_int(d->w->session->store, "SELECT count(*) FROM disclosure"), 1);
}

static void export__leaves_out_who_has_not_agreed_and_records_the_rest(void **state)
{
	struct desk *d = *state;
	struct export_options o = {
		.what = COLUMNS_PEOPLE, .from = DAY_NONE, .to = DAY_NONE, .replace = true
	};
	struct export_done done;
	struct store *st = d->w->session->store;

	put_people(d);
	sql(d,
	    "INSERT INTO consent (person, purpose, answer, how, on_day, by_account) VALUES"
	    " (1, 'funder', 'yes', 'phone', 20700, 1), (2, 'funder', 'yes', 'phone', 20700, 1),"
	    " (2, 'funder', 'withdrawn', 'phone', 20710, 1), (3, 'keep', 'no', 'phone', 20700, 1)");
	o.path = in_folder(d, "a.csv");
	o.to_whom = "Leeds City Council";
	o.purpose = PURPOSE_FUNDER;
	assert_int_equal(casework_export(d->w->session, &o, NULL, &d->w->arena, &done), OK);
	assert_int_equal(done.people, 1);
	assert_int_equal(done.left_out, 2);
	assert_null(strstr(text_of(d, "a.csv"), "CL-000002"));
	assert_string_equal(export_left_out(&done, &d->w->arena),
	                    "2 people are not in it: they have not agreed.");
	assert_string_equal(
		store_text(st, "SELECT who || people || basis FROM disclosure", &d->w->arena),
		"1\n1consent, 6(1)(a), 9(2)(a)");
	assert_string_equal(store_text(st, "SELECT file_hash FROM disclosure", &d->w->arena),
	                    done.hash);
	/* Where no yes is needed, a no counts all the same. */
	o.purpose = PURPOSE_KEEP;
	assert_int_equal(casework_export(d->w->session, &o, NULL, &d->w->arena, &done), OK);
	assert_int_equal(done.people, 2);
	assert_int_equal(done.left_out, 1);
	assert_string_equal(
		store_text(st, "SELECT who FROM disclosure WHERE purpose = 'keep'", &d->w->arena),
		"1-2\n");
	assert_int_equal(store_int(st, "SELECT count(*) FROM disclosure_run WHERE first = 1"), 2);
}

/* Read, and taken back before it is recorded: the file does not come to be. */
static bool take_back(void *ctx, int64_t done, int64_t total)
{
	struct desk *d = ctx;

	(void)done, (void)total;
	store_sql(d->w->session->store,
	          "INSERT INTO consent (person, purpose, answer, how, on_day, by_account)"
	          " VALUES (1, 'funder', 'withdrawn', 'phone', 20780, 1)");
	return true;
}

static void export__stops_when_somebody_takes_it_back_meanwhile(void **state)
{
	struct desk *d = *state;
	struct progress p = { .tick = take_back, .ctx = d };
	struct export_options o = {
		.what = COLUMNS_PEOPLE, .from = DAY_NONE, .to = DAY_NONE, .to_whom = "Leeds"
	};
	struct export_done done;

	put_people(d);
	sql(d, "INSERT INTO consent (person, purpose, answer, how, on_day, by_account) VALUES"
	       " (1, 'funder', 'yes', 'phone', 20700, 1)");
	o.path = in_folder(d, "a.csv");
	o.purpose = PURPOSE_FUNDER;
	assert_int_equal(casework_export(d->w->session, &o, &p, &d->w->arena, &done), E_CONFLICT);
	assert_int_not_equal(access(o.path, F_OK), 0);
	assert_int_equal(store_int(d->w->session->store, "SELECT count(*) FROM disclosure"), 0);
}

static void export__of_restricted_people_is_the_coordinators(void **state)
{
	struct desk *d = *state;

	put_people(d);
	sql(d, "UPDATE person SET restricted = 1 WHERE id = 1");
	assert_int_equal(rows_of(d, (struct export_options){ COLUMNS_PEOPLE, DAY_NONE, DAY_NONE }),
	                 3);
	give_to_ben(d);
	assert_int_equal(rows_of(d, (struct export_options){ COLUMNS_PEOPLE, DAY_NONE, DAY_NONE }),
	                 2);
	assert_int_equal(
		rows_of(d, (struct export_options){ COLUMNS_REFERRALS, DAY_NONE, DAY_NONE }), 2);
}

/* People, numbers and referrals are read side by side: whoever stays out takes theirs along. */
static void export__of_one_person_has_nothing_of_another(void **state)
{
	struct desk *d = *state;
	const char *text;

	put_people(d);
	sql(d, "UPDATE person SET restricted = 1 WHERE id = 1");
	sql(d,
	    "INSERT INTO contact_point (person, kind, value) VALUES (3, 'email', 'xi@example.org')");
	give_to_ben(d);
	assert_int_equal(rows_of(d, (struct export_options){ COLUMNS_PEOPLE, DAY_NONE, DAY_NONE }),
	                 2);
	text = text_of(d, "a.csv");
	assert_null(strstr(text, "900123"));
	assert_null(strstr(text, "jo@example.org"));
	assert_null(strstr(text, "ward"));
	assert_non_null(strstr(text, "CL-000002,,Bront\xC3\xAB"));
	assert_non_null(strstr(text, "07700 900124"));
	assert_non_null(strstr(text, "a nurse"));
	assert_non_null(strstr(strstr(text, "CL-000003"), "xi@example.org"));
}

static void export__of_contacts_leaves_restricted_people_out(void **state)
{
	struct desk *d = *state;
	struct export_options contacts = { COLUMNS_CONTACTS, DAY_NONE, DAY_NONE };

	put_people(d);
	sql(d, "INSERT INTO contact (person, on_day, outcome, direction, mode, reached, by_account)"
	       " VALUES (1, 20702, 'spoke', 'out', 'phone', 'yes', 1),"
	       "        (2, 20703, 'spoke', 'out', 'phone', 'yes', 1)");
	sql(d, "UPDATE person SET restricted = 1 WHERE id = 1");
	assert_int_equal(rows_of(d, contacts), 2);
	give_to_ben(d);
	assert_int_equal(rows_of(d, contacts), 1);
	assert_null(strstr(text_of(d, "a.csv"), "CL-000001"));
}

static void put_the_rest(struct desk *d)
{
	sql(d,
	    "INSERT INTO assessment (id, person, list, status, on_day, mode, by_account) VALUES"
	    " (1, 1, 'clew-1', 'done', 20701, 'phone', 1), (2, 1, 'clew-1', 'begun', 20702, 'phone', 1);"
	    "INSERT INTO concern (assessment, code, person, score, answer, matters, own_words)"
	    " VALUES (1, 'practical.money', 1, 9, 'score', 1, '+ rent'),"
	    "        (2, 'practical.work', 1, NULL, 'talk', NULL, NULL);"
	    "INSERT INTO contact (person, on_day, at_minute, outcome, direction, mode, reached,"
	    "  minutes, note, by_account) VALUES (1, 20702, 570, 'spoke', 'out', 'phone', 'yes', 12,"
	    "  'Well.', 1);"
	    "INSERT INTO plan (id, person, assessment, status, made_on, by_account) VALUES"
	    " (1, 1, 1, 'superseded', 20702, 1), (2, 1, 1, 'agreed', 20703, 1);"
	    "INSERT INTO action (person, plan, kind, what, owner, made_on) VALUES"
	    " (1, 1, 'information', 'Old', 'person', 20702),"
	    " (1, 2, 'benefit_or_grant', 'PIP', 'worker', 20703);"
	    "INSERT INTO money (person, action, kind, what, state, worth, noted_on, by_account)"
	    " VALUES (1, 2, 'benefit', 'pip', 'awarded', 123450, 20703, 1);"
	    "INSERT INTO service (id, name, phone) VALUES (900, 'LS6 Money Buddies', '01134960199');"
	    "INSERT INTO service_concern (service, code) VALUES (900, 'practical.money'),"
	    " (900, 'practical.work');"
	    "INSERT INTO signpost (person, service, kind, given_on, status, status_on, by_account)"
	    " VALUES (1, 900, 'told', 20704, 'given', 20704, 1);"
	    "INSERT INTO unmet_need (person, concern, reason, noted_on, by_account)"
	    " VALUES (1, 'practical.travel', 'cost', 20705, 1);"
	    "INSERT INTO reminder (person, worker, kind, what, due_on, first_due_on, made_on,"
	    "  by_account) VALUES (1, 1, 'chase', 'Ring them', 20710, 20710, 20702, 1);"
	    "INSERT INTO safety_note (person, about, words, raised_by, raised_on)"
	    " VALUES (1, 'neglect', 'needle in a note', 1, 20702);");
}

/* A plan that is being changed is a draft again: what is done for them still stands in the file. */
static void export__of_actions_is_of_the_newest_version(void **state)
{
	struct desk *d = *state;
	struct export_options actions = { COLUMNS_ACTIONS, DAY_NONE, DAY_NONE };

	put_people(d);
	put_the_rest(d);
	assert_int_equal(rows_of(d, actions), 1);
	sql(d, "UPDATE plan SET status = 'superseded' WHERE id = 2;"
	       "INSERT INTO plan (id, person, assessment, version, status, made_on, by_account)"
	       " VALUES (3, 1, 1, 3, 'draft', 20704, 1);"
	       "INSERT INTO action (person, plan, kind, what, owner, made_on) VALUES"
	       " (1, 3, 'benefit_or_grant', 'PIP', 'worker', 20703),"
	       " (1, 3, 'person_does', 'ring the bank', 'person', 20704)");
	assert_int_equal(rows_of(d, actions), 2);
}

/* What was done before a newer assessment is in no plan that stands, and was done all the same. */
static void export__of_actions_has_what_was_done_before_a_newer_assessment(void **state)
{
	struct desk *d = *state;
	struct export_options actions = { COLUMNS_ACTIONS, DAY_NONE, DAY_NONE };

	put_people(d);
	put_the_rest(d);
	sql(d, "UPDATE assessment SET status = 'done' WHERE id = 2;"
	       "UPDATE plan SET status = 'superseded' WHERE id = 2;"
	       "INSERT INTO action (person, plan, kind, what, owner, status, made_on) VALUES"
	       " (1, 1, 'worker_does', 'taken over', 'worker', 'completed', 20702),"
	       " (1, 2, 'worker_does', 'taken over', 'worker', 'completed', 20702),"
	       " (1, 2, 'worker_does', 'still open', 'worker', 'started', 20703),"
	       " (1, 2, 'later', 'put off', 'nobody', 'not_started', 20703),"
	       " (1, 2, 'signpost', 'no more', 'person', 'not_applicable', 20703);"
	       "INSERT INTO plan (id, person, assessment, version, status, made_on, by_account)"
	       " VALUES (3, 1, 2, 3, 'agreed', 20710, 1);"
	       "INSERT INTO action (person, plan, kind, what, owner, status, made_on) VALUES"
	       " (1, 3, 'worker_does', 'still open', 'worker', 'started', 20703)");
	assert_int_equal(rows_of(d, actions), 3); /* taken over, no more; still open, once */
}

static void export__has_the_columns_of_every_table(void **state)
{
	struct desk *d = *state;
	static const struct {
		enum column_table what;
		const char *row;
	} table[] = {
		{ COLUMNS_REFERRALS,
		  "CL-000001,1,2026-09-05,ward,\"Money,\r\n@ home\",usual,accepted,,,,"
		  "priya\r\n" },
		{ COLUMNS_CONTACTS, "CL-000001,2026-09-06 09:30,phone,out,yes,12,Well.\r\n" },
		{ COLUMNS_CONCERNS,
		  "CL-000001,2026-09-05,clew-1,practical.money,practical,9,score,1,"
		  "'+ rent,,\r\n" },
		{ COLUMNS_ACTIONS,
		  "CL-000001,,benefit_or_grant,PIP,worker,,not_started,,1234.50\r\n" },
		{ COLUMNS_SIGNPOSTS, "CL-000001,,LS6 Money Buddies,told,2026-09-08,given,,,\r\n" },
		{ COLUMNS_UNMET_NEEDS,
		  "CL-000001,practical.travel,not_judged,,cost,2026-09-09\r\n" },
		{ COLUMNS_REMINDERS, "CL-000001,2026-09-14,chase,Ring them,priya,\r\n" },
		{ COLUMNS_SERVICES, ",LS6 Money Buddies,,,practical.money;practical.work,,,,,,,,"
		                    "0113 496 0199,,,,,active,,\r\n" },
	};

	put_people(d);
	put_the_rest(d);
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct columns columns = columns_of(table[i].what);
		const char *text;

		rows_of(d, (struct export_options){ table[i].what, DAY_NONE, DAY_NONE });
		text = text_of(d, "a.csv");
		assert_int_equal(strncmp(text, columns.at[0].name, strlen(columns.at[0].name)), 0);
		if (!strstr(text, table[i].row))
			fail_msg("no %s\nin %s", table[i].row, text);
		assert_null(strstr(text, "needle"));
		assert_null(strstr(text, ",practical.work,"));
		assert_null(strstr(text, "Old"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		CASE(export__comes_in_again_without_a_difference),
		CASE(export__keeps_every_byte_by_way_of_another_file),
		CASE(export__puts_safety_beside_the_number_and_leaves_bad_numbers_out),
		CASE(export__writes_no_formula),
		CASE(export__is_recorded_before_it_leaves),
		CASE(export__keeps_an_existing_file),
		CASE(export__leaves_no_half_file_when_it_is_stopped),
		CASE(export__needs_the_right_to),
		CASE(export__takes_a_period_and_a_worker),
		CASE(export__of_a_link_worker_is_of_their_own_people),
		CASE(export__of_people_says_to_whom_and_what_for),
		CASE(export__leaves_out_who_has_not_agreed_and_records_the_rest),
		CASE(export__stops_when_somebody_takes_it_back_meanwhile),
		CASE(export__of_restricted_people_is_the_coordinators),
		CASE(export__of_one_person_has_nothing_of_another),
		CASE(export__of_contacts_leaves_restricted_people_out),
		CASE(export__of_actions_is_of_the_newest_version),
		CASE(export__of_actions_has_what_was_done_before_a_newer_assessment),
		CASE(export__has_the_columns_of_every_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
