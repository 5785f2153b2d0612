#ifndef MODEL_SERVICE_H
#define MODEL_SERVICE_H

#include "base/arena.h"
#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

#define SERVICE_STATUSES(X)                                     \
	X(SERVICE_ACTIVE, "active", "open")                     \
	X(SERVICE_CLOSED, "closed", "closed for good")          \
	X(SERVICE_CLOSED_UNTIL, "closed_until", "closed until") \
	X(SERVICE_FULL, "full", "takes nobody now")
enum service_status { SERVICE_STATUS_NONE, SERVICE_STATUSES(WORD_ENUM) };
extern const struct words service_statuses;

/* How an entry was checked, in the order of the digits 1 to 4. */
#define CHECK_WAYS(X)                            \
	X(CHECKED_PHONED, "phoned", "phoned")    \
	X(CHECKED_WEB, "web", "web")             \
	X(CHECKED_VISITED, "visited", "visited") \
	X(CHECKED_TOLD, "told", "somebody told me")
enum check_way { CHECK_WAY_NONE, CHECK_WAYS(WORD_ENUM) };
extern const struct words check_ways;

/* Did somebody of the service look whether people may be sent there; VETTING_NONE: nobody has. */
#define VETTINGS(X)                    \
	X(VETTED_YES, "yes", "vetted") \
	X(VETTED_NO, "no", "not vetted")
enum vetting { VETTING_NONE, VETTINGS(WORD_ENUM) };
extern const struct words vettings;

/* An entry of the directory. */
struct service {
	struct service_id id;
	int64_t ver;
	const char *external_id; /* the id it came with; no two are the same */
	struct organisation_id provider;
	const char *name; /* never empty */
	const char *description;
	const char *attendance; /* phone;online;venue;home_visit */
	const char *access;     /* self-referral;drop-in;appointment;referral;membership */
	int min_age;            /* years, or NUMBER_NONE */
	int max_age;
	const char *cost;
	int wait_weeks; /* or NUMBER_NONE */
	const char *phone;
	const char *email;
	const char *url;
	const char *address;
	const char *postcode;
	const char *hours;
	const char *languages;
	const char *accessibility;
	const char *other_name;
	const char *eligibility; /* for whom it is, and for whom not, in words */
	const char *apply;       /* how one gets in, in words */
	const char *bring;       /* what they ask to see */
	const char *interpreters;
	const char *place_name; /* of its main place, whose address and postcode stand above */
	const char *transport;  /* and how one gets there */
	const char *accreditation;
	enum vetting vetted; /* may people be sent there */
	day vetted_on, vetted_until;
	struct account_id vetted_by;
	const char *staff_note; /* never handed out */
	const char *alert;
	enum service_status status;
	day closed_until;
	const char *source;      /* where the entry came from */
	const char *source_note; /* how well it was seen there */
	bool ring_first;         /* its number is weakly sourced */
	day last_checked;
	enum check_way checked_how;
	struct account_id checked_by;
	day next_check;  /* when it is to be checked again; DAY_NONE: when it is half a year old */
	int check_tries; /* times that nobody could be reached, since the last answer */
	day edited_on;   /* last changed here, which is not checked */
	day gone_on;     /* since when its source does not have it any more; DAY_NONE: it has */
	bool do_not_list;
};

/* Nothing known: copy it to begin a new one. */
extern const struct service service_blank;

struct service_list {
	size_t n;
	struct service *at;
};

struct service_id_list {
	size_t n;
	struct service_id *at;
};

/* Codes of the concerns that a service meets, or of the areas that it serves. Sorted bytewise. */
struct code_list {
	size_t n;
	const char **at;
};

/* Behind the others, unless it is there. */
void code_list_add(struct code_list *list, const char *code, struct arena *a);

/* "18 to 25 years", "from 60 years", "". Belongs to a, or is a literal. */
const char *service_ages(const struct service *x, struct arena *a);

#endif
