#ifndef CASEWORK_PACKAGE_TAKE_H
#define CASEWORK_PACKAGE_TAKE_H

#include "act.h"
#include "package_body.h"

#include "casework/import.h"
#include "store/feeds.h"

/* A service that was here before the import, as others are told to be the same. */
struct package_known {
	const char *name, *postcode; /* name folded; sorted by both */
	struct service_id id;
	const char *external_id;
	bool used; /* something of this directory is it */
};

/* One import of a directory, from its first row to its last. */
struct package_taking {
	struct session *s;
	struct change c;
	const struct import_options *options;
	struct package_reader *package;
	struct feed feed;
	bool feed_is_new;
	bool wrote;                            /* something, be it only what the feed says now */
	struct arena *a;                       /* owns the report */
	struct arena hold;                     /* lasts as long as the import */
	struct arena row;                      /* one service */
	struct organisation_id *organisations; /* of the package's, by number */
	struct feed_keys keys;                 /* of the feed, before */
	bool *seen;                            /* which of them are still there */
	struct {
		size_t n;
		struct package_known *at;
		bool loaded;
	} known, by_id;
	struct {
		size_t n;
		struct service_id *at;
	} fresh; /* that were not here before, by id; the reader gives each once */
	struct import_report report;
};

/* Say something of what is in the file. */
void package_say(struct package_taking *t, const struct import_problem *p);

/* ---- package_parts.c: what hangs on a service ---- */
/* Everything of a service that is new here. */
MUST_USE enum status package_parts_add(struct package_taking *t, struct service_id id,
                                       const struct package_entry *x);
/* A service as it is here, as if it had been read. times.at[].place counts its places from 1. */
MUST_USE enum status package_entry_here(struct package_taking *t, struct service_id id,
                                        struct package_entry *ret);
/* One part of feed x: put in, or in place of the one here. */
MUST_USE enum status package_part_add(struct package_taking *t, const struct package_entry *here,
                                      const struct package_entry *x, const struct part *part);
MUST_USE enum status package_part_change(struct package_taking *t, const struct package_entry *here,
                                         const struct part *old, const struct package_entry *x,
                                         const struct part *part);
MUST_USE enum status package_part_remove(struct package_taking *t, const struct package_entry *here,
                                         const struct part *old);

/* ---- package_merge.c ---- */
/* A service that the feed had before, or that is here by another way (before NULL). */
MUST_USE enum status package_merge(struct package_taking *t, const struct package_entry *x,
                                   const struct feed_entry *before, struct service_id id);
/* ---- package_organisations.c ---- */
MUST_USE enum status package_take_organisations(struct package_taking *t);

/* ---- package_gone.c ---- */
MUST_USE enum status package_keys_load(struct package_taking *t);
void package_key_seen(struct package_taking *t, const char *external_id);
/* Behind the last: what the feed had and has no more. */
MUST_USE enum status package_mark_gone(struct package_taking *t);

#endif
