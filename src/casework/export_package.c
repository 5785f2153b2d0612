#include "casework/export_package.h"

#include "act.h"
#include "identity.h"

#include "base/progress.h"
#include "base/words.h"
#include "exchange/hsds_write.h"
#include "store/organisations.h"
#include "store/service_parts.h"
#include "store/services.h"
#include "store/store.h"

#define AT_ONCE 200

/* One package on its way. */
struct package_run {
	struct session *s;
	const struct export_package *options;
	const struct progress *progress;
	struct hsds hsds;
	struct arena entry; /* reset with each */
	struct export_package_done done;
	char hash[PACKAGE_HASH_ROOM];
};

/* ---- one entry, whole ---- */

static enum status read_codes(struct store *st, struct service_id id, struct arena *a,
                              struct hsds_entry *ret)
{
	enum status rc = service_concerns(st, id, a, &ret->concerns);

	if (rc == OK)
		rc = service_areas(st, id, a, &ret->areas);
	return rc;
}

static enum status read_parts(struct store *st, struct service_id id, bool people, struct arena *a,
                              struct hsds_entry *ret)
{
	enum status rc = service_places_of(st, id, a, &ret->places);

	if (rc == OK)
		rc = service_times_of(st, id, a, &ret->times);
	if (rc == OK)
		rc = service_costs_of(st, id, a, &ret->costs);
	if (rc == OK)
		rc = service_phones_of(st, id, a, &ret->phones);
	if (rc == OK)
		rc = service_tags_of(st, id, a, &ret->tags);
	if (rc == OK && people)
		rc = service_people_of(st, id, a, &ret->people);
	return rc;
}

static enum status read_provider(struct store *st, const struct service *x, struct arena *a,
                                 struct hsds_entry *ret)
{
	struct organisation *provider = ARENA_NEW(a, struct organisation);
	enum status rc;

	if (x->provider.n == 0)
		return OK;
	rc = organisation_get(st, x->provider, a, provider);
	if (rc == OK)
		ret->provider = provider;
	return rc;
}

static enum status put_entry(struct package_run *x, struct service_id id)
{
	struct hsds_entry entry = { 0 };
	struct store *st = x->s->store;
	struct service service;
	enum status rc;

	arena_reset(&x->entry);
	rc = service_get(st, id, &x->entry, &service);
	entry.service = &service;
	if (rc == OK && service.do_not_list) {
		x->done.left_out++;
		return OK;
	}
	if (rc == OK)
		rc = read_provider(st, &service, &x->entry, &entry);
	if (rc == OK)
		rc = read_codes(st, id, &x->entry, &entry);
	if (rc == OK)
		rc = read_parts(st, id, x->options->people, &x->entry, &entry);
	if (rc != OK)
		return session_store(x->s, rc);
	hsds_put(&x->hsds, &entry);
	x->done.services++;
	return OK;
}

/* ---- all of them ---- */

static enum status put_page(struct package_run *x, const struct service_id_list *ids)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < ids->n; i++)
		rc = put_entry(x, ids->at[i]);
	if (rc == OK && !progress_tick(x->progress, x->done.services + x->done.left_out, 0))
		rc = session_fail(x->s, E_STOPPED, _("Stopped. Nothing was exported."));
	return rc;
}

static enum status put_all(struct package_run *x)
{
	struct service_id_list ids = { 0 };
	struct service_id after = { 0 };
	struct arena page = { 0 };
	enum status rc = OK;

	do {
		arena_reset(&page);
		rc = session_store(x->s,
		                   service_ids_after(x->s->store, after, AT_ONCE, &page, &ids));
		if (rc == OK)
			rc = put_page(x, &ids);
		if (rc == OK && ids.n > 0)
			after = ids.at[ids.n - 1];
	} while (rc == OK && ids.n == AT_ONCE);
	arena_reset(&page);
	return rc;
}

static enum status write_all(struct package_run *x)
{
	struct reading reading;
	enum status rc = session_store(x->s, reading_begin(&reading, x->s->store)), ended;

	if (rc != OK)
		return rc;
	rc = put_all(x);
	ended = reading_end(&reading, rc);
	return rc == OK ? session_store(x->s, ended) : rc;
}

static enum status finish(struct package_run *x, struct arena *a)
{
	const struct package_about about = {
		.name = "clew-directory",
		.title = arena_printf(a, _("Directory of services, %s"), x->s->service.name),
		.description = _("Human Services Data Specification 3.0, tabular. Times are local "
		                 "time in the United Kingdom."),
	};
	const char *fault = "";
	enum status rc = package_finish(x->hsds.package, &about, a, x->hash, &fault);

	return rc == OK ? OK : session_fail(x->s, rc, "%s", fault);
}

static enum status record(struct package_run *x, struct arena *a)
{
	const char *what = arena_printf(
		a, _("export of the directory as HSDS: %lld services%s, BLAKE2b %s"),
		(long long)x->done.services,
		x->options->people ? _(", with whom staff ask for there") : "", x->hash);
	struct change c = { 0 };
	enum status rc = change_begin(&c, x->s->store, x->s->account.id, x->s->now, what);

	c.kind = "export";
	return act_end(x->s, &c, rc);
}

/* Recorded first: a folder that is there must be on record, one that is not may be. */
static enum status run(struct package_run *x, struct arena *a)
{
	const char *fault = "";
	enum status rc = write_all(x);

	if (rc == OK)
		rc = finish(x, a);
	if (rc == OK)
		rc = record(x, a);
	if (rc != OK) {
		package_drop(x->hsds.package);
		return rc;
	}
	rc = package_close(x->hsds.package, a, &fault);
	return rc == OK ? OK : session_fail(x->s, rc, "%s", fault);
}

static enum status begin(struct package_run *x, struct arena *a)
{
	struct concern_set *own = ARENA_NEW(a, struct concern_set);
	const char *fault = "";
	enum status rc;

	if (concern_set_load(CONCERNS_NEWEST, a, own) != OK)
		return session_fail(x->s, E_DAMAGED, _("clew's own list of concerns is missing."));
	x->hsds.concerns = own;
	x->hsds.nation = x->s->service.nation;
	x->hsds.assurer = "";
	rc = package_open(x->options->path, x->options->replace ? FILE_REPLACE : FILE_KEEP_EXISTING,
	                  a, &x->hsds.package, &fault);
	if (rc != OK)
		return session_fail(x->s, rc, "%s", fault);
	rc = identity_of(x->s, a, &x->hsds.identity);
	if (rc != OK)
		package_drop(x->hsds.package);
	return rc;
}

enum status casework_export_package(struct session *s, const struct export_package *o,
                                    const struct progress *progress, struct arena *a,
                                    struct export_package_done *ret)
{
	struct package_run x = { .s = s, .options = o, .progress = progress };
	enum status rc = casework_may(s, OP_EXPORT);

	if (rc == OK && store_read_only(s->store))
		rc = session_fail(s, E_DENIED,
		                  _("What is exported is recorded, and this file is open for "
		                    "reading only. Nothing was exported."));
	if (rc == OK)
		rc = begin(&x, a);
	if (rc == OK)
		rc = run(&x, a);
	hsds_done(&x.hsds);
	arena_reset(&x.entry);
	if (rc != OK)
		return rc;
	x.done.hash = arena_strdup(a, x.hash);
	*ret = x.done;
	return OK;
}
