#ifndef MODEL_GIST_H
#define MODEL_GIST_H

#include "base/word.h"
#include "model/listing.h"
#include "model/service_parts.h"

#include <stdint.h>

/*
 * Of an entry only what a search narrows, parts and ranks by: so little that the gists of a whole
 * directory are kept in memory and each key that is typed looks at all of them.
 */

/* What it offers that one can ask for. */
#define OFFERS(X)                                        \
	X(OFFERS_FREE, "free", "free")                   \
	X(OFFERS_DROP_IN, "drop_in", "drop-in")          \
	X(OFFERS_ONLINE, "online", "online")             \
	X(OFFERS_HOME_VISIT, "home_visit", "home visit") \
	X(OFFERS_STEP_FREE, "step_free", "step-free")    \
	X(OFFERS_PHONE, "phone", "by phone")
enum offer_kind { OFFERS_NONE, OFFERS(WORD_ENUM) OFFERS_END };
extern const struct words offer_kinds;
#define OFFER_BIT(kind) (1u << (kind))

struct gist {
	struct service_id id;
	day checked;
	day closed_until;
	struct service_use use;
	int16_t min_age; /* years, or NUMBER_NONE */
	int16_t max_age;
	uint16_t offers; /* OFFER_BIT of each */
	uint8_t status;  /* enum service_status */
	bool do_not_list;
	bool members;   /* for its members alone */
	bool go_there;  /* one goes there, or has it come: how far it is matters */
	bool anywhere;  /* by phone, on the web, by post: it does not */
	bool area_said; /* which areas it serves is said */
};

/*
 * What it offers, of the entry and what hangs on it; nothing that is not said. Free is what costs
 * nothing to anybody; step-free what says so of one of its places and does not deny it.
 */
unsigned service_offers(const struct service *x, const struct service_cost_list *costs,
                        const struct service_place_list *places);

/* The gist of an entry as far as its own row goes: no use, no areas, offers of that row alone. */
struct gist gist_of(const struct service *x);

/* Languages as they are searched by: folded, each once, between semicolons; English is left out. */
const char *service_languages(const char *languages, struct arena *a);

#endif
