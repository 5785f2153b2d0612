#include "bench.h"

#include "base/attr.h"
#include "base/clock.h"
#include "base/file.h"
#include "casework/directory.h"
#include "casework/export.h"
#include "casework/find.h"
#include "casework/person_view.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PEOPLE      10000
#define MANY_PEOPLE 100000
#define SERVICES    20000
#define KEYS        200
#define STARTS      15
#define EXPORTS     7
#define SCORINGS    12 /* assessments */
#define CONCERNS    60
#define ENOUGH_KIB  (32 * 1024)

void sample_add(struct sample *s, double ms)
{
	if (s->n == s->room) {
		s->room = s->room ? 2 * s->room : 256;
		s->at = realloc(s->at, s->room * sizeof(*s->at));
		if (!s->at)
			abort();
	}
	s->at[s->n++] = ms;
}

static int by_size(const void *x, const void *y)
{
	const double *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

double sample_at(struct sample *s, double share)
{
	if (s->n == 0)
		return 0;
	qsort(s->at, s->n, sizeof(*s->at), by_size);
	return s->at[(size_t)(share * (double)(s->n - 1))];
}

void sample_done(struct sample *s)
{
	free(s->at);
	*s = (struct sample){ 0 };
}

/* ---- the table ---- */

static bool all_reached = true;

static void row(const char *what, const char *figure, const char *goal, bool reached)
{
	printf("%-34s %-36s %-26s %s\n", what, figure, goal, reached ? "yes" : "NO");
	fflush(stdout);
	all_reached = all_reached && reached;
}

static void row_memory(const char *what, long kib)
{
	char figure[64];

	snprintf(figure, sizeof(figure), "%.1f MiB", (double)kib / 1024);
	row(what, figure, "at most 32 MiB", kib <= ENOUGH_KIB);
}

static void row_ratio(const char *what, double ours, double theirs, double most, const char *beside)
{
	char figure[64], goal[64];

	snprintf(figure, sizeof(figure), "%.2f ms, %s %.2f: %.2f x", ours, beside, theirs,
	         ours / theirs);
	snprintf(goal, sizeof(goal), "at most %.1f x", most);
	row(what, figure, goal, ours <= most * theirs);
}

static void row_keys(const char *what, struct sample *s)
{
	double median = sample_at(s, 0.5), p99 = sample_at(s, 0.99), most = sample_at(s, 1);
	char figure[64];

	snprintf(figure, sizeof(figure), "p50 %.2f  p99 %.2f  most %.2f ms", median, p99, most);
	row(what, figure, "p50 1 ms, p99 5 ms", median <= 1 && p99 <= 5);
}

/* ---- screens ---- */

/* One of each in turn, so that both see the same machine. */
static void measure_screens(char *self, char *path)
{
	char rows[16], mode_screens[] = "screens", mode_bare[] = "bare";
	char *screens[] = { self, mode_screens, path, NULL };
	char *bare[] = { self, mode_bare, rows, NULL };
	struct sample ours = { 0 }, theirs = { 0 }, our_keys = { 0 }, their_keys = { 0 };
	long kib = 0;

	snprintf(rows, sizeof(rows), "%d", PEOPLE);
	for (int i = 0; i < STARTS; i++) {
		struct terminal_run a, b;

		time_terminal(screens, "\033OR", "\033[B", KEYS / STARTS, &a); /* F3, Down */
		time_terminal(bare, "", "j", KEYS / STARTS, &b);
		sample_add(&ours, a.painted);
		sample_add(&theirs, b.painted);
		sample_add(&our_keys, sample_at(&a.keys, 0.5));
		sample_add(&their_keys, sample_at(&b.keys, 0.5));
		kib = a.kib > kib ? a.kib : kib;
		sample_done(&a.keys);
		sample_done(&b.keys);
	}
	row_ratio("first paint, 10,000 people (P4)", sample_at(&ours, 0.5), sample_at(&theirs, 0.5),
	          1.5, "bare");
	row_ratio("key to paint, caseload (P5)", sample_at(&our_keys, 0.5),
	          sample_at(&their_keys, 0.5), 1.3, "bare");
	row_memory("memory of the screens (P13)", kib);
	sample_done(&ours);
	sample_done(&theirs);
	sample_done(&our_keys);
	sample_done(&their_keys);
}

static void sample_join(struct sample *s, struct sample *more)
{
	for (size_t k = 0; k < more->n; k++)
		sample_add(s, more->at[k]);
	sample_done(more);
}

/*
 * A whole assessment, a concern a key, while somebody talks: from the caseload's first person on. What
 * a list and nothing else takes stands beside it: on a busy machine both wait.
 */
static void measure_scoring(char *self, char *path)
{
	char rows[16], mode[] = "screens", mode_bare[] = "bare", figure[64];
	char *screens[] = { self, mode, path, NULL };
	char *bare[] = { self, mode_bare, rows, NULL };
	struct sample keys = { 0 }, their_keys = { 0 };
	double p99, theirs;

	snprintf(rows, sizeof(rows), "%d", PEOPLE);
	for (int i = 0; i < SCORINGS; i++) {
		struct terminal_run run, beside;

		time_terminal(screens, "\033OR a 5 \033[B", "5", CONCERNS, &run);
		time_terminal(bare, "", "j", CONCERNS, &beside);
		sample_join(&keys, &run.keys);
		sample_join(&their_keys, &beside.keys);
	}
	p99 = sample_at(&keys, 0.99);
	theirs = sample_at(&their_keys, 0.99);
	snprintf(figure, sizeof(figure), "p50 %.2f  p99 %.2f, bare %.2f ms", sample_at(&keys, 0.5),
	         p99, theirs);
	row("scoring 60 concerns, key to paint", figure, "p99 2 ms", p99 < 2);
	sample_done(&keys);
	sample_done(&their_keys);
}

/* ---- finding ---- */

static void type_each_key(struct session *s, const char *text, struct sample *keys)
{
	char typed[64];

	for (size_t n = 1; n <= strlen(text) && n < sizeof(typed); n++) {
		struct arena a = { 0 };
		struct hits hits;
		double began;

		memcpy(typed, text, n);
		typed[n] = '\0';
		began = worked_ms();
		if (casework_find(s, typed, 20, &a, &hits) != OK)
			exit(1);
		sample_add(keys, worked_ms() - began);
		arena_reset(&a);
	}
}

static void measure_find(const char *path)
{
	static const char *const classes[][5] = {
		{ "find, family name (P1)", "benworth", "marlin", "holsam", "vertor" },
		{ "find, given and family (P1)", "jopet ben", "arnor mar", "linul wor",
		  "yaszed kel" },
		{ "find, parts of both (P1)", "mar jo", "ben sa", "kel li", "wor pe" },
		{ "find, postcode and phone (P1)", "ls12 4ab", "07123456", "0799", "ls9 1" },
		{ "find, nobody (P1)", "qqqq", "xxcarter", "zzzzzz", "qarter" },
	};
	struct session *s = open_file(path);

	for (size_t i = 0; i < COUNT_OF(classes); i++) {
		struct sample keys = { 0 };

		for (int round = 0; round < 8; round++)
			for (size_t k = 1; k < 5; k++)
				type_each_key(s, classes[i][k], &keys);
		row_keys(classes[i][0], &keys);
		sample_done(&keys);
	}
	casework_sign_out(s);
}

/* ---- exports ---- */

static int run_export(const char *path, const char *table)
{
	struct export_options how = { .what = (enum column_table)words_find(&column_tables,
		                                                            str_of(table)),
		                      .from = DAY_NONE,
		                      .to = DAY_NONE,
		                      .fd = STDOUT_FILENO,
		                      .to_whom = "ourselves",
		                      .purpose = PURPOSE_KEEP };
	struct session *s = open_file(path);
	struct export_done done;
	struct arena a = { 0 };
	enum status rc = casework_export(s, &how, NULL, &a, &done);

	if (rc != OK)
		fprintf(stderr, "clew-bench: %s\n", session_fault(s));
	casework_sign_out(s);
	arena_reset(&a);
	return rc == OK ? 0 : 1;
}

/*
 * The same rows, columns and values, as somebody would ask the command line for them. What no row of
 * the file that is made here has (words of safety, numbers of care) it need not put in words.
 */
#define DATE(column)  "date(" column " * 86400, 'unixepoch')"
#define ASKED(column) "CASE " column " WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END"
#define POINTS(kind, shown)                                                                  \
	"(SELECT group_concat(" shown ", '; ') FROM (SELECT value FROM contact_point"        \
	" WHERE person = p.id AND kind = '" kind "' AND never_use = 0 AND struck_on IS NULL" \
	" ORDER BY id))"

static char same_contacts[] = "SELECT printf('CL-%06d', person), " DATE(
	"on_day") " || CASE WHEN at_minute IS NULL THEN '' ELSE"
		  " printf(' %02d:%02d', at_minute / 60, at_minute % 60) END, mode, direction, reached,"
		  " minutes, note FROM contact ORDER BY person, on_day, id";

static char
	same_people
		[] =
			"SELECT printf('CL-%06d', p.id), p.given_name, p.family_name, p.known_as, " DATE("p.born_on") ", p.sex, p.ethnicity, p.care_number, p.postcode, p.council, " POINTS(
				"phone", "substr(value, 1, 5) || ' ' || substr(value, 6)") ", " ASKED("s.ring") ", " ASKED("s.voicemail") ", " ASKED("s.text") ", " ASKED("s.email") ", " ASKED("s.post") ", s.note, " POINTS("email", "value") ", p.language, p.interpreter, " ASKED("p.lives_alone") ", p.gp_practice, p.cancer_group, " DATE("p.diagnosed_on") ", p.stage, " DATE("p.stage_since") ", " DATE("r.received_on") ", r.source, r.reason, r.state, w.login"
																																																				 " FROM person p LEFT JOIN safe_contact s ON s.person = p.id"
																																																				 " LEFT JOIN referral r ON r.id = (SELECT id FROM referral WHERE person = p.id ORDER BY"
																																																				 " state IN ('received', 'accepted', 'active', 'on_hold') DESC, received_on DESC, id DESC"
																																																				 " LIMIT 1) LEFT JOIN account w ON w.id = r.worker ORDER BY p.id";

/* What a program prints, without its header and what two writers of CSV do differently. */
static char *cells_of(char *const argv[], const char *path)
{
	struct buf all = { 0 };
	size_t n = 0;
	long kib;
	char *at;

	time_program(argv, path, &kib);
	if (file_read(path, SIZE_MAX / 2, &all) != OK)
		exit(1);
	unlink(path);
	at = memchr(all.at, '\n', all.n);
	for (; at && at < all.at + all.n; at++)
		if (*at != '"' && *at != '\r')
			all.at[n++] = *at;
	all.at[n] = '\0';
	return all.at;
}

/* A comparison of two programs that do not do the same would say nothing. */
static void must_be_the_same(char *const ours[], char *const theirs[], const char *beside)
{
	struct arena a = { 0 };
	const char *path = arena_printf(&a, "%s.csv", beside);
	char *x = cells_of(ours, path), *y = cells_of(theirs, path);

	if (strcmp(x, y) != 0) {
		fputs("clew-bench: the export and sqlite3 do not give the same cells\n", stderr);
		exit(1);
	}
	free(x);
	free(y);
	arena_reset(&a);
}

static long measure_export(char *self, char *path, char *table, char *sql)
{
	char mode[] = "export", sqlite[] = "sqlite3", csv[] = "-csv", header[] = "-header";
	char *ours[] = { self, mode, path, table, NULL };
	char *theirs[] = { sqlite, csv, header, path, sql, NULL };
	struct sample us = { 0 }, them = { 0 };
	char what[64], figure[64];
	long kib = 0, theirs_kib;
	double a, b;

	must_be_the_same(ours, theirs, path);
	for (int i = 0; i < EXPORTS; i++) {
		sample_add(&us, time_program(ours, "/dev/null", &kib));
		sample_add(&them, time_program(theirs, "/dev/null", &theirs_kib));
	}
	a = sample_at(&us, 0.5);
	b = sample_at(&them, 0.5);
	snprintf(what, sizeof(what), "export, %s (P6)", table);
	snprintf(figure, sizeof(figure), "%.0f ms, sqlite3, same cells, %.0f: %.2f x", a, b, b / a);
	row(what, figure, "at least 1.5 x as fast", b >= 1.5 * a);
	sample_done(&us);
	sample_done(&them);
	return kib;
}

static void measure_exports(char *self, char *path)
{
	char people[] = "people", contacts[] = "contacts";

	measure_export(self, path, contacts, same_contacts);
	row_memory("memory of the export (P6, P13)",
	           measure_export(self, path, people, same_people));
}

/* ---- opening the demonstration ---- */

static void measure_demo(void)
{
	struct sample opened = { 0 };
	char figure[64];

	for (int i = 0; i < 20; i++) {
		struct session *s;
		double began = worked_ms();

		if (casework_open_demo(NULL, clock_day(clock_now()), false, &s) != OK)
			exit(1);
		sample_add(&opened, worked_ms() - began);
		casework_sign_out(s);
	}
	snprintf(figure, sizeof(figure), "%.1f ms", sample_at(&opened, 0.5));
	row("the demonstration, opened", figure, "at most 25 ms", sample_at(&opened, 0.5) <= 25);
	sample_done(&opened);
}

/* ---- many at one file ---- */

/* What nobody notices, by the clock on the wall; beside it by the processor's, as both differ. */
static void row_unnoticed(const char *what, struct cost ours, struct cost theirs,
                          const char *beside)
{
	char figure[128];

	snprintf(figure, sizeof(figure), "%.2f ms, %s %.2f: %.2f x, wall %.1f", ours.worked, beside,
	         theirs.worked, ours.worked / theirs.worked, ours.wall);
	row(what, figure, "wall at most 50 ms", ours.wall <= 50);
}

static void measure_who_may(const char *folder)
{
	struct trust_run t;
	char path[512], figure[128];

	snprintf(path, sizeof(path), "%s/trust.db", folder);
	measure_trust(path, &t);
	snprintf(figure, sizeof(figure), "%.0f ms, wall %.0f", t.keys.worked, t.keys.wall);
	row("sign-in, the passphrase", figure, "200 to 500 ms",
	    t.keys.wall >= 200 && t.keys.wall <= 500);
	snprintf(figure, sizeof(figure), "%.2f ms, wall %.1f", t.rest.worked, t.rest.wall);
	row("sign-in, everything else", figure, "at most 20 ms", t.rest.wall <= 20);
	row_ratio("who may, beside a contact saved", t.right.worked, t.act.worked, 0.1, "contact");
	row_unnoticed("a person opened, and on record", t.looked, t.read, "unrecorded");
	row_unnoticed("Today, with a cover of as many", t.covered, t.today, "without");
	row_unnoticed("since you were last here", t.since, t.today, "Today");
}

static void row_crowd(const char *what, const struct crowd_run *run, bool queue)
{
	char figure[128];

	snprintf(figure, sizeof(figure), "%.0f/s, p50 %d, p99 %d, most %d ms", run->a_second,
	         run->median_ms, run->p99_ms, run->most_ms);
	row(what, figure, "0 lost, 0 unexplained",
	    run->lost == 0 && (!queue || run->unexplained == 0));
	snprintf(figure, sizeof(figure), "%lld lost, %u refused, %u + %u busy", run->lost,
	         run->refused, run->waited, run->unexplained);
	row("", figure, "told who + not told", run->lost == 0 && (!queue || run->unexplained == 0));
}

static void measure_many(const char *folder)
{
	struct crowd_run with, without;
	char path[512], told[512], figure[64];
	double ms;

	snprintf(path, sizeof(path), "%s/crowd.db", folder);
	measure_crowd(path, true, &with);
	measure_crowd(path, false, &without);
	row_crowd("20 writers, 10 people (P11)", &with, true);
	row_crowd("the same, the queue switched off", &without, false);
	ms = measure_stopped(path, told, sizeof(told));
	snprintf(figure, sizeof(figure), "%.1f s, %.20s", ms / 1000,
	         strstr(told, "is saving") ? "by name" : "not named");
	row("one who was stopped (T67)", figure, "by name within 6 s",
	    ms < 6000 && strstr(told, "is saving just now (since "));
}

/* How long it takes to read one record for its first paint, by the processor. */
static double open_record(struct session *s, int64_t person)
{
	struct sample ms = { 0 };
	double median;

	for (int i = 0; i < 41; i++) {
		struct arena a = { 0 };
		struct person_view v;
		double from = worked_ms();

		if (casework_reread_person(s, (struct person_id){ person }, &a, &v) != OK)
			exit(1);
		sample_add(&ms, worked_ms() - from);
		arena_reset(&a);
	}
	median = sample_at(&ms, 0.5);
	sample_done(&ms);
	return median;
}

/* The record of somebody with 20 entries, and of somebody with 2,000 and 40 assessments. */
static void measure_record(const char *folder)
{
	char path[512];
	struct session *s;

	snprintf(path, sizeof(path), "%s/record.db", folder);
	if (access(path, F_OK) != 0)
		make_record(path);
	s = open_file(path);
	row_ratio("a record of 2,000 entries", open_record(s, 2), open_record(s, 1), 3, "of 20");
	casework_sign_out(s);
}

static int measure_all(char *self, const char *folder)
{
	char small[512], large[512];

	snprintf(small, sizeof(small), "%s/small.db", folder);
	snprintf(large, sizeof(large), "%s/large.db", folder);
	if (access(small, F_OK) != 0)
		make_file(small, PEOPLE, SERVICES);
	if (access(large, F_OK) != 0)
		make_file(large, MANY_PEOPLE, 100);
	printf("%-34s %-36s %-26s %s\n", "what", "measured", "goal", "reached");
	measure_screens(self, small);
	measure_scoring(self, small);
	measure_find(large);
	all_reached = measure_services(small) && all_reached;
	measure_exports(self, large);
	measure_demo();
	measure_record(folder);
	measure_who_may(folder);
	measure_many(folder);
	return all_reached ? 0 : 1;
}

static int measure_scoring_alone(char *self, const char *folder)
{
	char small[512];

	snprintf(small, sizeof(small), "%s/small.db", folder);
	if (access(small, F_OK) != 0)
		make_file(small, PEOPLE, SERVICES);
	measure_scoring(self, small);
	return all_reached ? 0 : 1;
}

static int number(const char *text)
{
	return (int)strtol(text, NULL, 10);
}

static int measure_directory(char *self, const char *folder)
{
	struct package_run run = { 0 };
	char figure[64];

	measure_package(self, folder, &run);
	row_ratio("import of a package (D4)", run.ours, run.theirs, 2, "sqlite3 .import");
	row_ratio("the same package again (D4)", run.again, run.theirs, 2, "sqlite3 .import");
	snprintf(figure, sizeof(figure), "%.1f MiB, %zu rows", (double)run.kib / 1024, run.rows);
	row("memory of that import (D4)", figure, "at most 64 MiB", run.kib <= 64 * 1024);
	return !all_reached;
}

int main(int argc, char **argv)
{
	if (argc == 5 && strcmp(argv[1], "make") == 0) {
		make_file(argv[2], number(argv[3]), number(argv[4]));
		return 0;
	}
	if (argc == 3 && strcmp(argv[1], "screens") == 0)
		return run_screens(argv[2]);
	if (argc == 3 && strcmp(argv[1], "bare") == 0)
		return run_bare(number(argv[2]));
	if (argc == 4 && strcmp(argv[1], "export") == 0)
		return run_export(argv[2], argv[3]);
	if (argc == 3 && strcmp(argv[1], "all") == 0)
		return measure_all(argv[0], argv[2]);
	if (argc == 3 && strcmp(argv[1], "scoring") == 0)
		return measure_scoring_alone(argv[0], argv[2]);
	if (argc == 3 && strcmp(argv[1], "find") == 0)
		return measure_find(argv[2]), 0;
	if (argc == 3 && strcmp(argv[1], "cases") == 0)
		return measure_cases(argv[2]), 0;
	if (argc == 3 && strcmp(argv[1], "today") == 0)
		return measure_today_of(argv[2]), 0;
	if (argc == 3 && strcmp(argv[1], "pick") == 0)
		return !measure_services(argv[2]);
	if (argc == 3 && strcmp(argv[1], "exports") == 0)
		return measure_exports(argv[0], argv[2]), 0;
	if (argc == 4 && strcmp(argv[1], "package-import") == 0)
		return run_package(argv[2], argv[3]);
	if (argc == 3 && strcmp(argv[1], "package") == 0)
		return measure_directory(argv[0], argv[2]);
	if (argc == 3 && strcmp(argv[1], "trust") == 0)
		return measure_who_may(argv[2]), !all_reached;
	if (argc == 3 && strcmp(argv[1], "record") == 0)
		return measure_record(argv[2]), !all_reached;
	if (argc == 3 && strcmp(argv[1], "crowd") == 0)
		return measure_many(argv[2]), !all_reached;
	fputs("usage: clew-bench make FILE PEOPLE SERVICES | exports FILE | find FILE | cases FILE | pick FILE |"
	      " today FILE |"
	      " package FOLDER | trust FOLDER | record FOLDER | crowd FOLDER | scoring FOLDER |"
	      " all FOLDER\n",
	      stderr);
	return 2;
}
