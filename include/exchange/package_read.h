#ifndef EXCHANGE_PACKAGE_READ_H
#define EXCHANGE_PACKAGE_READ_H

#include "base/arena.h"
#include "base/progress.h"
#include "base/status.h"
#include "model/concerns.h"
#include "model/feed.h"
#include "model/organisation.h"
#include "model/service.h"
#include "model/service_parts.h"
#include "vault/digest.h"

/*
 * A directory as others give it away, read into what clew keeps:
 *
 *	a folder of CSV tables, as Open Referral has them (HSDS 3, and the older UK shape, ORUK 1)
 *	one file with a row a service under the headings of councils' directories (Outpost)
 *	one file with clew's own columns
 *
 * What hangs on a service is read first and held, as little of it as can be; services then come one
 * at a time, each whole. Everything that cannot be taken is said, by file, line, column and value; what
 * cannot be taken never takes anything else with it.
 *
 * A folder is read only where a file in it is a regular file of a name that a table goes by: links,
 * pipes and devices are refused, and no name leads out of it.
 */
#define PACKAGE_ROWS ((size_t)4000000)           /* of one table, but of services */
#define PACKAGE_HELD ((size_t)512 * 1024 * 1024) /* bytes of what is held of the tables */

/* Strings last while say() does. refused: the row was not taken, or else without this. */
struct package_problem {
	const char *file; /* "phones.csv" */
	uint64_t line;
	const char *column; /* "" the row */
	const char *value;
	const char *reason; /* a sentence */
	bool refused;
};

/* Which file holds which table, as datapackage.json says. */
struct package_resource {
	const char *name, *path;
};
struct package_resources {
	size_t n;
	const struct package_resource *at;
};

struct package_options {
	day today;
	const struct concern_set *concerns; /* clew's own, by which services are found */
	struct package_resources resources;
	const char *rejects; /* a folder (of a file: a file) that is not there yet; NULL: none */
	void (*say)(void *about, const struct package_problem *p);
	void *about;
	const struct progress *progress; /* of the tables that are held; NULL is fine */
};

/*
 * One service with all that hangs on it. The first of its places and of its numbers stand in service
 * itself. times.at[i].place.n is the number of the place in places, from 1; 0: the main one.
 * Strings belong to the package, or to the arena of the call, whichever goes first.
 */
struct package_entry {
	const char *id; /* there; never empty */
	uint64_t line;
	struct service service;
	size_t organisation;           /* in package_organisations(), from 1; 0: none */
	const char *organisation_name; /* where there is only that; "" */
	struct code_list concerns, areas;
	struct service_place_list places;
	struct service_time_list times;
	struct service_cost_list costs;
	struct service_phone_list phones;
	struct service_person_list people;
	struct service_tag_list tags;
	day assured_on; /* when they say that they checked it; DAY_NONE */
};

struct package_organisations {
	size_t n;
	const struct organisation *at;
};

struct package_texts {
	size_t n;
	const char **at;
};

/* What was read, in words for the report. */
struct package_read_about {
	enum feed_shape shape;
	const char *name;                /* of the folder, or of the file without its end */
	const char *read_as;             /* "HSDS 3 package, 12 files" */
	struct package_texts unknown;    /* "services.csv: colour" */
	struct package_texts not_kept;   /* "funding.csv: 12 rows", files we have no place for */
	struct package_texts categories; /* names no concern is known for */
	int64_t n_refused;               /* rows */
	const char *rejects;             /* where they are, once package_read_end() was OK; NULL */
	char hash[DIGEST_HEX_ROOM];      /* of all that was read */
};

struct package_reader;

/*
 * What datapackage.json of the folder says, as it stands there; "" where there is none that can be
 * read, or path is no folder. At most 1 MiB. Belongs to a.
 */
const char *package_description(const char *path, struct arena *a);

/* Is this a folder, or a file under the headings of a council's directory? Else: a plain list. */
bool package_recognised(const char *path);

/*
 * Reads everything but the services. The package belongs to a and must be closed before a is reset.
 * On failure *fault is one sentence that belongs to a.
 *
 * Returns OK; E_NOT_FOUND; E_IO; E_EXISTS (rejects); E_STOPPED; E_INVALID (no directory we know, a
 * link or a device in place of a table, a table that cannot be read as CSV, too much).
 */
MUST_USE enum status package_read_open(const char *path, const struct package_options *options,
                                       struct arena *a, struct package_reader **ret,
                                       const char **fault);
/* The next service, NULL behind the last. As csv_next(), and package_fault(). */
MUST_USE enum status package_next(struct package_reader *p, struct arena *a,
                                  const struct package_entry **ret);
const char *package_fault(const struct package_reader *p);
/* Behind the last: the refused rows are with their files. */
MUST_USE enum status package_read_end(struct package_reader *p);
void package_read_close(struct package_reader *p); /* NULL is fine */

struct package_organisations package_organisations(const struct package_reader *p);
const struct package_read_about *package_read_about(const struct package_reader *p);
/* Bytes of the services read so far, and of how many. */
void package_progress(const struct package_reader *p, uint64_t *done, uint64_t *size);

#endif
