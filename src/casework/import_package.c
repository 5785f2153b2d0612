#include "import_package.h"

#include "import_run.h"
#include "package_take.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/lists.h"
#include "store/derive.h"
#include "store/organisations.h"
#include "store/room.h"
#include "store/service_search.h"
#include "store/services.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROWS_A_TICK 64

bool import_is_package(const struct import_options *options)
{
	if (!text_empty(options->columns) || !text_empty(options->mapping))
		return false;
	return !text_empty(options->feed) || package_recognised(options->path);
}

/* ---- the report ---- */

void package_say(struct package_taking *t, const struct import_problem *p)
{
	if (t->report.problems.n == IMPORT_PROBLEMS) {
		t->report.n_more++;
		return;
	}
	*ARENA_PUSH(t->a, &t->report.problems) = (struct import_problem){
		.file = arena_strdup(t->a, p->file),
		.line = p->line,
		.column = arena_strdup(t->a, p->column),
		.value = arena_strdup(t->a, p->value),
		.reason = arena_strdup(t->a, p->reason),
		.refused = p->refused,
	};
}

static void say_problem(void *about, const struct package_problem *p)
{
	package_say(about, &(struct import_problem){ p->file, p->line, p->column, p->value,
	                                             p->reason, p->refused });
}

static void copy_texts(const struct package_texts *from, struct arena *a, struct import_texts *to)
{
	*to = (struct import_texts){ 0 };
	for (size_t i = 0; i < from->n; i++)
		*ARENA_PUSH(a, to) = arena_strdup(a, from->at[i]);
}

static void report_reading(struct package_taking *t)
{
	const struct package_read_about *about = package_read_about(t->package);
	struct import_report *r = &t->report;

	r->read_as = arena_strdup(t->a, about->read_as);
	r->feed = arena_strdup(t->a, t->feed.name);
	r->feed_is_new = t->feed_is_new;
	r->n_refused = about->n_refused;
	copy_texts(&about->unknown, t->a, &r->unknown);
	copy_texts(&about->not_kept, t->a, &r->not_kept);
	copy_texts(&about->categories, t->a, &r->categories);
	r->rejects =
		about->rejects && about->n_refused > 0 ? arena_strdup(t->a, about->rejects) : NULL;
}

/* ---- before the first service ---- */

static enum status open_package(struct package_taking *t, const struct progress *progress,
                                const struct concern_set *concerns)
{
	struct package_options o = { .today = t->s->today,
		                     .concerns = concerns,
		                     .rejects = t->options->rejects,
		                     .say = say_problem,
		                     .about = t,
		                     .progress = progress };
	struct resource_list resources = { 0 };
	struct package_resource *list;
	const char *fault = "";
	enum status rc = session_store(
		t->s, resources_read(t->s->store, package_description(t->options->path, &t->hold),
	                             &t->hold, &resources));

	if (rc != OK)
		return rc;
	list = ARENA_ARRAY(&t->hold, resources.n + 1, struct package_resource);
	for (size_t i = 0; i < resources.n; i++)
		list[i] = (struct package_resource){ resources.at[i].name, resources.at[i].path };
	o.resources = (struct package_resources){ resources.n, list };
	rc = package_read_open(t->options->path, &o, &t->hold, &t->package, &fault);
	if (rc != OK)
		return session_fail(t->s, rc, _("%s Nothing was imported."), fault);
	return OK;
}

/* Within the change: whoever imports the same directory just now has ended by then. */
static enum status find_feed(struct package_taking *t)
{
	const struct package_read_about *about = package_read_about(t->package);
	const char *name = text_empty(t->options->feed) ? about->name : t->options->feed;
	enum status rc = feed_by_name(t->s->store, name, &t->hold, &t->feed);

	t->feed_is_new = rc == E_NOT_FOUND;
	if (t->feed_is_new) {
		t->feed = feed_blank;
		t->feed.name = arena_strdup(&t->hold, name);
		rc = OK;
	}
	t->feed.shape = about->shape;
	t->feed.taken_on = t->s->today;
	t->feed.taken_by = t->s->account.id;
	if (rc == OK)
		rc = package_keys_load(t);
	return session_store(t->s, rc);
}

/* ---- which service it is ---- */

static int by_name(const void *x, const void *y)
{
	const struct package_known *a = x, *b = y;
	int names = strcmp(a->name, b->name);

	return names != 0 ? names : strcmp(a->postcode, b->postcode);
}

static int by_external_id(const void *x, const void *y)
{
	const struct package_known *a = x, *b = y;

	return strcmp(a->external_id, b->external_id);
}

/* Only what no directory has yet can be one of this. */
static enum status load_known(struct package_taking *t)
{
	struct services_alone all;
	struct arena *a = &t->hold;
	enum status rc = services_of_no_feed(t->s->store, a, &all);

	if (rc != OK)
		return rc;
	t->known.at = ARENA_ARRAY(a, all.n + 1, struct package_known);
	t->by_id.at = ARENA_ARRAY(a, all.n + 1, struct package_known);
	for (size_t i = 0; i < all.n; i++) {
		const struct package_known k = { text_fold(str_of(all.at[i].name), a),
			                         all.at[i].postcode, all.at[i].id,
			                         all.at[i].external_id, false };

		t->known.at[t->known.n++] = k;
		if (!text_empty(k.external_id))
			t->by_id.at[t->by_id.n++] = k;
	}
	if (t->known.n > 1)
		qsort(t->known.at, t->known.n, sizeof(t->known.at[0]), by_name);
	if (t->by_id.n > 1)
		qsort(t->by_id.at, t->by_id.n, sizeof(t->by_id.at[0]), by_external_id);
	return OK;
}

/* 0: it is new. */
static struct service_id known_as(struct package_taking *t, const struct package_entry *x)
{
	struct package_known key = { .name = text_fold(str_of(x->service.name), &t->row),
		                     .postcode = x->service.postcode,
		                     .external_id = x->id };
	struct package_known *found = NULL;

	if (t->by_id.n > 0)
		found = bsearch(&key, t->by_id.at, t->by_id.n, sizeof(key), by_external_id);
	if (!found && t->known.n > 0)
		found = bsearch(&key, t->known.at, t->known.n, sizeof(key), by_name);
	if (!found || found->used)
		return (struct service_id){ 0 };
	found->used = true;
	return found->id;
}

/* ---- one service ---- */

static enum status add(struct package_taking *t, const struct package_entry *x)
{
	struct feed_entry e = feed_entry_blank;
	struct service row = x->service, other;
	struct body said = body_of_entry(x, &t->row);
	enum status rc = service_by_external_id(t->c.st, x->id, &t->row, &other);

	if (rc == OK)
		row.external_id = ""; /* another directory has a service of that id */
	else if (rc != E_NOT_FOUND)
		return rc;
	row.source = t->feed.name;
	rc = service_add(&t->c, &row, &row.id);
	if (rc == OK)
		rc = service_concerns_put(&t->c, row.id, &x->concerns);
	if (rc == OK)
		rc = service_areas_put(&t->c, row.id, &x->areas);
	if (rc == OK)
		rc = package_parts_add(t, row.id, x);
	*ARENA_PUSH(&t->hold, &t->fresh) = row.id;
	e.feed = t->feed.id;
	e.external_id = x->id;
	e.service = row.id;
	e.body = body_text_of(&said, &t->row);
	e.seen_on = t->s->today;
	t->report.n_new++;
	t->wrote = true;
	return rc == OK ? feed_entry_add(&t->c, &e) : rc;
}

static enum status provide(struct package_taking *t, struct package_entry *x)
{
	if (x->organisation > 0)
		x->service.provider = t->organisations[x->organisation];
	else if (!text_empty(x->organisation_name))
		return organisation_named(&t->c, x->organisation_name, &x->service.provider);
	return OK;
}

static enum status take(struct package_taking *t, const struct package_entry *from)
{
	struct package_entry x = *from;
	struct feed_entry before;
	struct service_id id;
	enum status rc = session_store(t->s, provide(t, &x));

	if (rc != OK)
		return rc;
	package_key_seen(t, x.id);
	rc = feed_entry_get(t->c.st, t->feed.id, x.id, &t->row, &before);
	if (rc == OK)
		return package_merge(t, &x, &before, before.service);
	if (rc != E_NOT_FOUND)
		return session_store(t->s, rc);
	id = known_as(t, &x);
	if (id.n != 0)
		return package_merge(t, &x, NULL, id);
	return session_store(t->s, add(t, &x));
}

static enum status go_on(const struct package_taking *t, const struct progress *progress)
{
	uint64_t done, size;

	package_progress(t->package, &done, &size);
	if (progress_tick(progress, (int64_t)done, (int64_t)size))
		return OK;
	return session_fail(t->s, E_STOPPED, _("Stopped. Nothing was imported."));
}

static enum status take_services(struct package_taking *t, const struct progress *progress)
{
	const struct package_entry *x;
	enum status rc = OK;

	for (size_t n = 0; rc == OK; n++) {
		if (n % ROWS_A_TICK == 0)
			rc = go_on(t, progress);
		if (rc != OK)
			break;
		arena_reset(&t->row);
		rc = package_next(t->package, &t->row, &x);
		if (rc != OK)
			return session_fail(t->s, rc, _("%s Nothing was imported."),
			                    package_fault(t->package));
		if (!x)
			return OK;
		rc = take(t, x);
	}
	return rc;
}

/* ---- from begin to end ---- */

static enum status write_feed(struct package_taking *t)
{
	if (t->feed_is_new)
		return feed_add(&t->c, &t->feed, &t->feed.id);
	return OK;
}

static enum status take_all(struct package_taking *t, const struct progress *progress)
{
	enum status rc = find_feed(t);

	if (rc == OK)
		rc = session_store(t->s, write_feed(t));
	if (rc == OK)
		rc = session_store(t->s, package_take_organisations(t));
	if (rc == OK)
		rc = session_store(t->s, load_known(t));
	if (rc == OK)
		rc = take_services(t, progress);
	if (rc == OK)
		rc = session_store(t->s, derive_new_services(&t->c, t->fresh.at, t->fresh.n));
	if (rc == OK)
		rc = session_store(t->s, package_mark_gone(t));
	if (rc == OK && !t->feed_is_new && t->wrote)
		rc = session_store(t->s, feed_update(&t->c, &t->feed));
	if (rc == OK && package_read_end(t->package) != OK)
		rc = session_fail(t->s, E_IO, _("%s Nothing was imported."),
		                  package_fault(t->package));
	return rc;
}

/* "import of services from Leeds directory, 4,958 new, 3 changed" */
static const char *words_of(struct package_taking *t)
{
	const char *words = arena_printf(t->a, _("import of services from %s"),
	                                 text_safe(str_of(t->feed.name), t->a));

	if (t->report.n_new > 0)
		words = arena_printf(t->a, _("%s, %s new"), words,
		                     import_grouped(t->report.n_new, t->a));
	if (t->report.n_changed > 0)
		words = arena_printf(t->a, _("%s, %s changed"), words,
		                     import_grouped(t->report.n_changed, t->a));
	return words;
}

static int64_t taken(const struct import_report *p)
{
	return p->n_new + p->n_changed + p->n_same + p->n_held;
}

static enum status end(struct package_taking *t, enum status rc)
{
	if (rc == OK && !t->options->dry_run && t->wrote) {
		t->c.what = words_of(t);
		rc = act_end(t->s, &t->c, OK);
	} else {
		enum status ended = change_end(&t->c, rc == OK ? E_STOPPED : rc);

		if (rc == OK && ended != E_STOPPED)
			rc = session_store(t->s, ended);
	}
	if (rc != OK)
		return rc;
	report_reading(t);
	if (t->report.n_refused == 0)
		return OK;
	return taken(&t->report) == 0 ? E_INVALID : E_PART;
}

static enum status run(struct package_taking *t, const struct progress *progress)
{
	const struct concern_set *concerns;
	enum status rc = session_concerns(t->s, CONCERNS_NEWEST, &concerns);

	if (rc == OK)
		rc = open_package(t, progress, concerns);
	if (rc == OK)
		rc = session_store(t->s, store_room(t->s->store));
	if (rc == OK)
		rc = act_begin(t->s, OP_IMPORT_SERVICES, &t->c, (struct person_id){ 0 }, "import");
	if (rc != OK)
		return rc;
	t->c.kind = "import";
	t->c.file_hash = package_read_about(t->package)->hash;
	return end(t, take_all(t, progress));
}

enum status import_package(struct session *s, const struct import_options *options,
                           const struct progress *progress, struct arena *a,
                           struct import_report *ret)
{
	struct package_taking t = { .s = s, .options = options, .a = a };
	enum status rc = run(&t, progress);

	if (rc == OK || rc == E_PART || (rc == E_INVALID && t.report.n_refused > 0))
		*ret = t.report;
	package_read_close(t.package);
	arena_reset(&t.row);
	arena_reset(&t.hold);
	return rc;
}
