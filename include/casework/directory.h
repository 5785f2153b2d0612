#ifndef CASEWORK_DIRECTORY_H
#define CASEWORK_DIRECTORY_H

#include "casework/entries.h"
#include "casework/session.h"
#include "model/fit.h"
#include "model/service_form.h"
#include "model/service_query.h"

/*
 * The directory of services, and who of it fits a person. Everything that is read belongs to the
 * arena it was asked for with. OP_SEE_SERVICES to read.
 */
#define SERVICES_SHOWN 200 /* a list has at most so many: type more to narrow it */

MUST_USE enum status casework_find_services(struct session *s, const struct service_query *q,
                                            struct arena *a, struct service_found *ret);
/* How many of what is found would be left with each thing that one can ask for too. */
MUST_USE enum status casework_tally_services(struct session *s, const struct service_query *q,
                                             struct arena *a, struct service_tally *ret);

/* For whom a service is picked, and what for. Opening it is a look at the person's record. */
struct pick_for {
	struct person_id person;
	struct fit_for fit;
	const char *concern; /* code */
	const char *label;   /* "Money, bills or debt" */
	int score;           /* now, or NUMBER_NONE */
	const char *name;    /* "Carter, Jane" */
	const char *born;    /* "1981", "" */
	const char *where;   /* "Leeds LS6", "area not known" */
	const char *postcode;
	const char *cancer_group;
	day born_on;
};
MUST_USE enum status casework_pick_for(struct session *s, struct person_id person,
                                       const char *concern, struct arena *a, struct pick_for *ret);

/* What does not fit, and why. */
struct misfit_list {
	size_t n;
	struct misfit_row {
		struct listing listing;
		const char *why;
	} * at;
};

struct pick {
	struct service_found found; /* those that fit, what is worth trying first */
	struct misfit_list rest;    /* with_rest: those that do not, by name; else empty */
};
/* Of q the concern and the area are not looked at: they are the person's. */
MUST_USE enum status casework_pick_services(struct session *s, const struct pick_for *who,
                                            const struct service_query *q, bool with_rest,
                                            struct arena *a, struct pick *ret);
MUST_USE enum status casework_tally_pick(struct session *s, const struct pick_for *who,
                                         const struct service_query *q, struct arena *a,
                                         struct service_tally *ret);

/*
 * How often it is known to have helped people like them: those who were sent there with the same
 * concern and have the same kind of cancer; if fewer than LIKE_ENOUGH answers of those are known, of
 * those in the same age band; else whoever was sent with the same concern, and it says which of these:
 * "Helped 9 of 11 known who were sent for this, aged 25 to 49.". "" when nothing is known.
 */
MUST_USE enum status casework_helped_like(struct session *s, const struct pick_for *who,
                                          struct service_id id, struct arena *a, const char **ret);

/* Keep an entry as a favourite of one's own, or do not. */
MUST_USE enum status casework_keep_favourite(struct session *s, struct service_id id, bool keep);

/* What a person may be helped with: their own concerns first, the worst first; then the others. */
struct concern_choice {
	const char *code, *label;
	int score;    /* of the last assessment, or NUMBER_NONE */
	bool raised;  /* there */
	bool matters; /* one of the three that matter most */
};
struct concern_choices {
	size_t n;
	struct concern_choice *at;
};
/* person 0: the whole list as it is asked. */
MUST_USE enum status casework_concerns_to_choose(struct session *s, struct person_id person,
                                                 struct arena *a, struct concern_choices *ret);

/* One entry, whole. Its number of people to ask for, and notes, are empty for volunteers. */
struct service_record {
	struct service_entry entry;
	struct service_use use;
	size_t waiting;         /* people who have not come to an end with it */
	const char *checked_by; /* name, "" */
	const char *vetted_by;
	const char *opening;              /* "open now until 16:00", "opens Mon 9:30"; "" */
	struct organisation organisation; /* id 0: none */
	struct entry_name_list others;    /* what else that runs */
	struct entry_note_list notes;
};
MUST_USE enum status casework_open_service(struct session *s, struct service_id id, struct arena *a,
                                           struct service_record *ret);

/* A new entry; one that is changed needs the ver it was read with. */
MUST_USE enum status casework_add_service(struct session *s, const struct service_entry *x,
                                          struct service_id *ret);
MUST_USE enum status casework_change_service(struct session *s, const struct service_entry *x);

/*
 * What is wrong with an entry. Closed, or closed until a day, or takes nobody now: each
 * person who waits gets one reminder, with their worker: "LS6 Money Buddies closed. Choose again?".
 * Closed for good also ends what they waited for as *service gone*. A wrong number, or something
 * else, stands on the entry until it is checked again. Over: it is open and listed again, and whoever
 * has not chosen another one since waits on it as before. One change, one undo.
 *
 * Nobody is asked to ring about somebody who died or asked us to stop. Of a person without a worker
 * whoever is on duty is told.
 */
enum service_trouble_kind {
	TROUBLE_CLOSED = 1,
	TROUBLE_CLOSED_UNTIL,
	TROUBLE_FULL,
	TROUBLE_NUMBER,
	TROUBLE_OTHER,
	TROUBLE_OVER,
};

struct service_trouble {
	struct service_id service;
	enum service_trouble_kind kind;
	day until;         /* TROUBLE_CLOSED_UNTIL */
	const char *words; /* TROUBLE_NUMBER and TROUBLE_OTHER: what is wrong */
};

/* *told: how many people's workers were; of what is over how many wait as before. */
MUST_USE enum status casework_service_trouble(struct session *s, const struct service_trouble *t,
                                              size_t *told);

/* The rule's name on such reminders: Enter on one is the picker for their signpost's concern. */
#define RULE_SERVICE_GONE "service_gone"

#endif
