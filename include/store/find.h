#ifndef STORE_FIND_H
#define STORE_FIND_H

#include "base/arena.h"
#include "base/day.h"
#include "base/status.h"
#include "model/ids.h"
#include "model/person.h"
#include "model/referral.h"
#include "model/safe.h"
#include "store/store.h"

/*
 * Anybody by any part of any name, number, phone or postcode, without regard to case and accents.
 *
 * First those one of whose keys begins with the text; then those of whom every word begins a word
 * ("smi joh"); then those with the words anywhere in a name ("worth" finds Wordsworth) or with
 * the text anywhere in a number or postcode ("0123", for who remembers how it ends); last, only
 * when there is nobody yet, names that sound like it.
 */
struct found_person {
	struct person_id id;
	const char *family_name, *given_name, *known_as;
	day born_on;
	const char *postcode;
	bool keep_apart, restricted, died;
	enum stage stage;
	enum referral_state
		state; /* of the open referral, else of the last; NONE: never referred */
	struct account_id worker;
	const char *login; /* of the worker, "" */
	/* Of these only what the contact-safety line is composed of. */
	struct safe_contact safe;
	struct safe_person about;
};

struct found_people {
	size_t n;
	struct found_person *at;
	bool more;      /* there may be others: type more */
	bool sounds_so; /* they only sound like it */
};

#define FIND_SCAN 20000 /* keys looked at for a second partial word, at most */

struct find_people {
	const char *text;
	size_t limit;       /* rows fetched: what fits on the screen */
	bool for_volunteer; /* nobody who is kept apart or restricted */
};

/* Everything in *ret belongs to a; n is 0 for a text without a letter or digit. */
MUST_USE enum status people_find(struct store *st, const struct find_people *how, struct arena *a,
                                 struct found_people *ret);

/* Services with every word of the text somewhere in them, each word at least begun; best first. */
struct found_service {
	struct service_id id;
	const char *name, *organisation, *phone;
	day last_checked, gone_on; /* as a service's */
	bool ring_first;
	const char *source;
};

struct found_services {
	size_t n;
	struct found_service *at;
};

MUST_USE enum status services_find(struct store *st, const char *text, size_t limit,
                                   struct arena *a, struct found_services *ret);

#endif
