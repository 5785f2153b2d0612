#ifndef MODEL_SERVICE_PARTS_H
#define MODEL_SERVICE_PARTS_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

#include <stddef.h>

/*
 * What hangs on an entry of the directory and can be there more than once. external_id is the id it
 * came with, "" when it was written here. Each has a blank: copy it to begin a new one.
 */

#define TIME_EVERIES(X)                     \
	X(EVERY_WEEK, "week", "every week") \
	X(EVERY_MONTH, "month", "every month")
enum time_every { TIME_EVERY_NONE, TIME_EVERIES(WORD_ENUM) };
extern const struct words time_everies;

/* A further place of a service: the main one stands in the service itself. */
struct service_place {
	struct service_place_id id;
	int64_t ver;
	struct service_id service;
	const char *external_id;
	const char *name;
	const char *address;
	const char *postcode;
	const char *transport;
	const char *accessibility;
	const char *phone;
};
extern const struct service_place service_place_blank;
struct service_place_list {
	size_t n;
	struct service_place *at;
};

/* When it is open. */
struct service_time {
	struct service_time_id id;
	int64_t ver;
	struct service_id service;
	struct service_place_id place; /* 0: at the main one, or wherever it is */
	const char *external_id;
	enum time_every every;
	int step;         /* every so many of them; 1 or more */
	const char *days; /* "MO;WE;FR"; of a month "1MO", "-1FR", "15" */
	int opens;        /* minute of the day, or MINUTE_NONE */
	int closes;       /* the same; 1440: midnight */
	day from_on;      /* first and last day that this is known to hold */
	day until_on;
	const char *words; /* "term time only" */
};
extern const struct service_time service_time_blank;
struct service_time_list {
	size_t n;
	struct service_time *at;
};

/* What it costs. */
struct service_cost {
	struct service_cost_id id;
	int64_t ver;
	struct service_id service;
	const char *external_id;
	const char *option; /* "a session", "concession" */
	int64_t amount;     /* pence, or below 0: not said; 0: free */
	const char *words;
	day from_on;
	day until_on;
};
extern const struct service_cost service_cost_blank;
struct service_cost_list {
	size_t n;
	struct service_cost *at;
};

/* A further number: the one to ring first stands in the service itself. */
struct service_phone {
	struct service_phone_id id;
	int64_t ver;
	struct service_id service;
	const char *external_id;
	const char *number; /* never empty */
	const char *extension;
	const char *words; /* "textphone", "Welsh line" */
};
extern const struct service_phone service_phone_blank;
struct service_phone_list {
	size_t n;
	struct service_phone *at;
};

/* Whom staff ask for there. Never handed out. */
struct service_person {
	struct service_person_id id;
	int64_t ver;
	struct service_id service;
	const char *external_id;
	const char *name; /* never empty */
	const char *title;
	const char *phone;
	const char *email;
};
extern const struct service_person service_person_blank;
struct service_person_list {
	size_t n;
	struct service_person *at;
};

/* What others call what it does: a term of somebody's taxonomy. */
struct service_tag {
	struct service_tag_id id;
	int64_t ver;
	struct service_id service;
	const char *external_id;
	const char *taxonomy; /* "esdServiceType" */
	const char *code;     /* "298" */
	const char *name;     /* never empty */
};
extern const struct service_tag service_tag_blank;
struct service_tag_list {
	size_t n;
	struct service_tag *at;
};

#endif
