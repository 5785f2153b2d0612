#ifndef EXCHANGE_HSDS_WRITE_H
#define EXCHANGE_HSDS_WRITE_H

#include "exchange/package_write.h"
#include "model/concerns.h"
#include "model/organisation.h"
#include "model/places.h"
#include "model/service.h"
#include "model/service_parts.h"

/*
 * An entry of the directory as rows of an HSDS 3.0 package: strict, so that whoever reads it need know
 * nothing of clew.
 *
 * Every id is a UUID: the one an entry came with when that is one, else one made of the case file's own
 * number, the table and the row, so that two packages of one file name the same thing alike and two
 * files do not. What HSDS must have and clew does not know stands as HSDS_NOT_RECORDED. Never there:
 * what staff noted, what a check found in words, who vetted it, which entries somebody likes.
 */
#define HSDS_NOT_RECORDED "not recorded"

/* clew's own taxonomies: what a service helps with, how it meets people, how one gets in. */
#define HSDS_CONCERNS   "clew concerns"
#define HSDS_ATTENDANCE "clew attendance"
#define HSDS_ACCESS     "clew access"

struct hsds_entry {
	const struct service *service;
	const struct organisation *provider; /* NULL: not known, the service stands for itself */
	struct code_list concerns;           /* codes of clew's own list */
	struct code_list areas;              /* GSS codes */
	struct service_place_list places;    /* further ones, as the others */
	struct service_time_list times;
	struct service_cost_list costs;
	struct service_phone_list phones;
	struct service_tag_list tags;
	struct service_person_list people; /* whom staff ask for: only when they shall be in it */
};

#define HSDS_OUTCODES 512

struct hsds {
	struct package *package;
	const char *identity;               /* of the case file: random, for good */
	const char *assurer;                /* the service's own address; "" */
	enum nation nation;                 /* of the case file, where a postcode does not say */
	const struct concern_set *concerns; /* clew's own list */
	struct arena row;                   /* reset with each entry; begins as { 0 } */
	/* The nations of outcodes that were asked for, so that each is looked up once or twice. */
	struct {
		char outcode[8];
		enum nation nation;
	} known[HSDS_OUTCODES];
};

/* Nothing can fail before package_finish(). */
void hsds_put(struct hsds *h, const struct hsds_entry *x);
void hsds_done(struct hsds *h); /* what it holds besides the package */

#endif
