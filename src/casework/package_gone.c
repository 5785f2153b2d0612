#include "package_take.h"

#include "base/text.h"
#include "base/words.h"
#include "store/services.h"

#include <stdlib.h>
#include <string.h>

#define ORGANISATION "organisation/"

enum status package_keys_load(struct package_taking *t)
{
	enum status rc = OK;

	if (t->feed.id.n != 0)
		rc = feed_keys_of(t->s->store, t->feed.id, &t->hold, &t->keys);
	t->seen = ARENA_ARRAY(&t->hold, t->keys.n + 1, bool);
	return rc;
}

static int compare(const void *x, const void *y)
{
	return strcmp(x, ((const struct feed_key *)y)->external_id);
}

void package_key_seen(struct package_taking *t, const char *external_id)
{
	const struct feed_key *at = t->keys.n == 0 ? NULL
	                                           : bsearch(external_id, t->keys.at, t->keys.n,
	                                                     sizeof(t->keys.at[0]), compare);

	if (at)
		t->seen[at - t->keys.at] = true;
}

/* It is flagged, never deleted: whoever was sent there still was. */
static enum status mark(struct package_taking *t, const char *external_id)
{
	struct feed_entry e;
	struct service x;
	size_t others = 0;
	enum status rc = feed_entry_get(t->c.st, t->feed.id, external_id, &t->row, &e);

	if (rc != OK || e.service.n == 0)
		return rc;
	t->report.n_gone++;
	rc = service_get(t->c.st, e.service, &t->row, &x);
	if (rc != OK)
		return rc;
	package_say(t, &(struct import_problem){
			       .file = "",
			       .column = "",
			       .value = "",
			       .reason = arena_printf(&t->row, _("%s: not in %s any more."),
	                                              text_safe(str_of(x.name), &t->row),
	                                              t->feed.name) });
	if (!t->options->update)
		return OK;
	e.gone_on = t->s->today;
	t->wrote = true;
	rc = feed_entry_put(&t->c, &e);
	if (rc == OK)
		rc = feeds_having(t->c.st, x.id, &others);
	if (rc != OK || others > 0)
		return rc;
	x.gone_on = t->s->today;
	if (x.next_check == DAY_NONE || x.next_check > t->s->today)
		x.next_check = t->s->today; /* first in the queue of what is to be checked */
	return service_update(&t->c, &x);
}

enum status package_mark_gone(struct package_taking *t)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < t->keys.n; i++) {
		const struct feed_key *key = &t->keys.at[i];

		arena_reset(&t->row);
		if (!t->seen[i] && !key->gone &&
		    strncmp(key->external_id, ORGANISATION, strlen(ORGANISATION)) != 0)
			rc = mark(t, key->external_id);
	}
	return rc;
}
