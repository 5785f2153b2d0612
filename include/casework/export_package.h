#ifndef CASEWORK_EXPORT_PACKAGE_H
#define CASEWORK_EXPORT_PACKAGE_H

#include "casework/session.h"

struct progress;

/*
 * The whole directory as an HSDS 3.0 tabular data package, for other directories to take in: a folder
 * of CSV files and datapackage.json. It is about nobody we help. What staff told each other of a
 * service, what was found when it was checked, who vetted it, and whom staff ask for there stay here;
 * the last go with it only when people is set. Entries that are not to be listed are left out.
 */
struct export_package {
	const char *path; /* of the folder */
	bool replace;     /* an existing package; else it is kept */
	bool people;      /* whom staff ask for, with number and e-mail */
};

struct export_package_done {
	int64_t services;
	int64_t left_out; /* not to be listed */
	const char *hash; /* BLAKE2b over the files, 64 digits; belongs to the arena */
};

/*
 * On record, with the hash, before the folder stands there. E_EXISTS: a folder of that name was kept;
 * E_DENIED, also on a file open for reading only; E_STOPPED; E_IO, E_BUSY, E_STORE.
 */
MUST_USE enum status casework_export_package(struct session *s, const struct export_package *o,
                                             const struct progress *progress, struct arena *a,
                                             struct export_package_done *ret);

#endif
