#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include "casework/session.h"

#include <stddef.h>

/*
 * Measures what performance.md promises, on files made for it, beside something plain that does the
 * same in the same run: machines differ, ratios less. One program, which starts itself again for
 * whatever is to be measured alone:
 *
 *	clew-bench make FILE PEOPLE SERVICES
 *	clew-bench today FILE
 *	clew-bench crowd FOLDER
 *	clew-bench scoring FOLDER
 *	clew-bench package FOLDER
 *	clew-bench all FOLDER
 */
struct sample {
	size_t n, room;
	double *at; /* milliseconds */
};

void sample_add(struct sample *s, double ms);
double sample_at(struct sample *s, double share); /* 0.5: the median; sorts */
void sample_done(struct sample *s);
double now_ms(void);
double worked_ms(void); /* of the processor: others on a busy machine do not count */

/* The file of make.c. Ends the program with a sentence when it cannot be made or opened. */
void make_file(const char *path, int people, int services);
struct session *open_file(const char *path);
/* record.c: two people: 1 has 20 entries, 2 has 2,000 and 40 assessments. */
void make_record(const char *path);
#define BENCH_TODAY 20780 /* Monday 23 November 2026: the day it is in there */
struct key;
void make_file_with(const char *path, const struct key *with, int people, int services);
struct session *open_file_as(const char *path, const struct key *with, const char *login,
                             bool reads);

/* In a terminal of their own, until q: the screens on that file; a list of n rows and nothing else. */
int run_screens(const char *path);
int run_bare(int rows);

/* A program in a terminal: when it was first painted, what each key took, and its memory. */
struct terminal_run {
	double painted;
	struct sample keys;
	long kib; /* resident, at most */
};
/* before: keys sent first, blanks between them; then key, that many times. */
void time_terminal(char *const argv[], const char *before, const char *key, int times,
                   struct terminal_run *ret);

/* crowd.c: twenty processes for ten seconds, on a file made anew; what came of their saves. */
struct crowd_run {
	double a_second;
	long long lost; /* acknowledged, and not in the file */
	unsigned refused, waited, unexplained;
	int median_ms, p99_ms, most_ms; /* from reading the record to having saved it */
};
void measure_crowd(const char *path, bool queue, struct crowd_run *ret);
/* How long until one is told of somebody who was stopped while saving, ms; told: the sentence. */
double measure_stopped(const char *path, char *told, size_t room);

/* trust.c: who may and who looked, on a file made anew with its keys; medians, milliseconds. */
struct cost {
	double worked, wall;
};
struct trust_run {
	struct cost keys, rest;     /* of signing in: the passphrase; everything else */
	struct cost right, act;     /* is it allowed; recording a contact, which asks that too */
	struct cost looked, read;   /* opening a person; the same in a file that is only read */
	struct cost today, covered; /* Today of a worker; when she sees to a colleague's as well */
	struct cost since;          /* since you were last here */
};
void measure_trust(const char *path, struct trust_run *ret);

/*
 * today.c: what one worker with a usual load is to do, on the file at path: the first time, and then;
 * that it takes as long among four million people as among ten thousand.
 */
#define BENCH_OWN 50 /* people of "meera", in every file of make.c that has as many */
const struct key *bench_key(void);
void measure_today_of(const char *path);

/* cases.c: a kept view, and handing over ten thousand at once and undone, on the file at path. */
void measure_cases(const char *path);

/*
 * packages.c: a directory of 20,000 services with every table filled, taken in, and again; and sqlite3
 * .import of the same files into plain tables. Milliseconds.
 */
struct package_run {
	double ours, again, theirs;
	size_t rows;
	long kib;
};
void measure_package(char *self, const char *folder, struct package_run *ret);
int run_package(const char *path, const char *folder);

/* services.c: finding among 20,000 services; is every figure what it should be? */
bool measure_services(const char *path);

/* What a program works until it ends (of the processor), its output to out. */
double time_program(char *const argv[], const char *out, long *kib);

#endif
