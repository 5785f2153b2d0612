#ifndef STORE_FEEDS_H
#define STORE_FEEDS_H

#include "model/feed.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status feed_add(struct change *c, const struct feed *x, struct feed_id *ret);
MUST_USE enum status feed_get(struct store *st, struct feed_id id, struct arena *a,
                              struct feed *ret);
MUST_USE enum status feed_update(struct change *c, const struct feed *x);
/* E_NOT_FOUND. */
MUST_USE enum status feed_by_name(struct store *st, const char *name, struct arena *a,
                                  struct feed *ret);
/* By name. */
MUST_USE enum status feeds_all(struct store *st, struct arena *a, struct feed_list *ret);

/* What a feed says of one id for the first time; and in place of what it said before, if anything. */
MUST_USE enum status feed_entry_add(struct change *c, const struct feed_entry *x);
MUST_USE enum status feed_entry_put(struct change *c, const struct feed_entry *x);
MUST_USE enum status feed_entry_get(struct store *st, struct feed_id feed, const char *external_id,
                                    struct arena *a, struct feed_entry *ret);
/* Every feed that has, or had, the service. */
MUST_USE enum status feed_entries_of(struct store *st, struct service_id service, struct arena *a,
                                     struct feed_entry_list *ret);

/* The ids of everything the feed has or had, for whoever looks what is not there any more. */
struct feed_key {
	const char *external_id;
	bool gone;
};
struct feed_keys {
	size_t n;
	struct feed_key *at; /* sorted bytewise by id */
};
MUST_USE enum status feed_keys_of(struct store *st, struct feed_id feed, struct arena *a,
                                  struct feed_keys *ret);

/* How many feeds still have the service. */
MUST_USE enum status feeds_having(struct store *st, struct service_id service, size_t *ret);

/* Services that are in no feed and never were: what else a directory's could be. */
struct services_alone {
	size_t n;
	struct service_alone {
		struct service_id id;
		const char *name, *postcode, *external_id;
	} * at;
};
MUST_USE enum status services_of_no_feed(struct store *st, struct arena *a,
                                         struct services_alone *ret);

/*
 * What datapackage.json of a folder says which file holds which table. Empty where the text is no
 * JSON, or has no resources. Belongs to a.
 */
struct resource {
	const char *name, *path;
};
struct resource_list {
	size_t n;
	struct resource *at;
};
MUST_USE enum status resources_read(struct store *st, const char *json, struct arena *a,
                                    struct resource_list *ret);

#endif
