#include "package_take.h"

#include "base/text.h"
#include "base/words.h"
#include "store/organisations.h"

#define PREFIX "organisation/"

/* Who is meant: whom the feed meant before, else whoever has that name. 0: nobody here yet. */
static enum status find(struct package_taking *t, const struct organisation *x,
                        const char *external_id, struct feed_entry *before,
                        struct organisation *ret)
{
	struct store *st = t->c.st;
	enum status rc = feed_entry_get(st, t->feed.id, external_id, &t->row, before);

	if (rc == OK)
		return organisation_get(st, before->organisation, &t->row, ret);
	if (rc == E_NOT_FOUND)
		rc = organisation_by_name(st, x->name, &t->row, ret);
	return rc;
}

static enum status remember(struct package_taking *t, const struct organisation *x,
                            const char *external_id, const char *body)
{
	struct feed_entry e = feed_entry_blank;

	e.feed = t->feed.id;
	e.external_id = external_id;
	e.organisation = x->id;
	e.body = body;
	e.seen_on = t->s->today;
	t->wrote = true;
	return feed_entry_put(&t->c, &e);
}

static enum status add(struct package_taking *t, const struct organisation *from,
                       struct organisation *ret)
{
	struct organisation x = *from, taken;
	enum status rc = organisation_by_external_id(t->c.st, x.external_id, &t->row, &taken);

	if (rc == OK)
		x.external_id = ""; /* another directory's */
	else if (rc != E_NOT_FOUND)
		return rc;
	rc = organisation_add(&t->c, &x, &x.id);
	if (rc == OK)
		*ret = x;
	return rc;
}

/* What was changed here stays; what was not known here is taken. */
static bool merge(struct package_taking *t, const struct organisation *from,
                  const struct feed_entry *before, struct organisation *to)
{
	struct organisation theirs = *from, ours = *to;
	struct body now = body_of_organisation(from, &t->row);
	struct body here = body_of_organisation(to, &t->row);
	struct body was = body_parse(before->body, &t->row);
	bool changed = false;

	for (size_t i = 0; i < organisation_fields; i++) {
		const char *name = organisation_field_name(i);
		const char *said = body_value(&now, name), *last = body_value(&was, name);
		const char *own = body_value(&here, name);

		if (text_equal(said ? said : "", last ? last : "") ||
		    !text_equal(own ? own : "", last ? last : "") ||
		    (text_equal(name, "name") && !said))
			continue;
		*organisation_field(i, &ours) = *organisation_field(i, &theirs);
		changed = true;
	}
	*to = ours;
	return changed;
}

static enum status take(struct package_taking *t, const struct organisation *from,
                        struct organisation_id *ret)
{
	struct feed_entry before = feed_entry_blank;
	struct organisation x = organisation_blank;
	struct body said = body_of_organisation(from, &t->row);
	const char *body = body_text_of(&said, &t->row);
	const char *external_id = arena_printf(&t->row, PREFIX "%s", from->external_id);
	enum status rc = find(t, from, external_id, &before, &x);
	bool here = rc == OK;

	if (rc == E_NOT_FOUND)
		rc = add(t, from, &x);
	if (rc != OK)
		return rc;
	*ret = x.id;
	package_key_seen(t, external_id);
	if (text_equal(before.body, body) || (here && !t->options->update))
		return OK;
	if (here && merge(t, from, &before, &x))
		rc = organisation_update(&t->c, &x);
	return rc == OK ? remember(t, &x, external_id, body) : rc;
}

enum status package_take_organisations(struct package_taking *t)
{
	struct package_organisations all = package_organisations(t->package);
	enum status rc = OK;

	t->organisations = ARENA_ARRAY(&t->hold, all.n + 1, struct organisation_id);
	for (size_t i = 0; rc == OK && i < all.n; i++) {
		arena_reset(&t->row);
		if (!text_empty(all.at[i].name))
			rc = take(t, &all.at[i], &t->organisations[i + 1]);
	}
	return rc;
}
