#ifndef MODEL_ENQUIRY_H
#define MODEL_ENQUIRY_H

#include "base/day.h"
#include "base/field.h"
#include "base/word.h"
#include "model/ids.h"

/* In the order of the digits 1 to 5: what somebody with a question was given. */
#define ENQUIRY_GIFTS(X)                                       \
	X(GAVE_SERVICE, "service", "told them of a service")   \
	X(GAVE_LEAFLET, "leaflet", "a leaflet or a sheet")     \
	X(GAVE_WORDS, "words", "listened and talked")          \
	X(GAVE_WORKER, "worker", "passed them on to a worker") \
	X(GAVE_NOTHING, "nothing", "nothing fitted")
enum enquiry_gift { ENQUIRY_GIFT_NONE, ENQUIRY_GIFTS(WORD_ENUM) };
extern const struct words enquiry_gifts;

/*
 * Help given without a case. Nobody's name is in it, and there is no place to write one: nothing of
 * it is free text.
 */
struct enquiry {
	struct enquiry_id id;
	int64_t ver;
	day on_day;
	int at_minute; /* local, or MINUTE_NONE */
	enum enquiry_gift gave;
	const char *topic; /* code of a concern; "": something else */
	const char *area;  /* outcode: "LS6"; "" when it was not asked */
	int minutes;       /* or NUMBER_NONE */
	struct account_id by_account;
};

/* Nothing known: copy it to begin a new one. */
extern const struct enquiry enquiry_blank;

struct enquiry_list {
	size_t n;
	struct enquiry *at;
};

#define ENQUIRY_SERVICES 5 /* at most so many told of at once */

/* One as it comes from its form. Strings belong to whoever filled it in. */
struct new_enquiry {
	enum enquiry_gift gave;
	const char *topic, *area;
	int minutes;
	size_t services_n;
	struct service_id services[ENQUIRY_SERVICES];
};

/*
 * The form: gave, topic, area, minutes, and the service, which is looked up by its screen. The words of
 * topic are the newest list of concerns. Belongs to a.
 */
const struct field *enquiry_fields(struct arena *a);

/* From the values of the form; problems by field. The services are not touched. */
void enquiry_from_values(const struct values *v, struct arena *a, struct problems *problems,
                         struct new_enquiry *ret);

#endif
