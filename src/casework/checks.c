#include "casework/checks.h"

#include "act.h"
#include "rhythm.h"

#include "base/words.h"
#include "model/concerns.h"
#include "model/places.h"
#include "model/workdays.h"
#include "store/accounts.h"
#include "store/service_checks.h"
#include "store/service_search.h"
#include "store/services.h"

#define DAY_FULL 8 /* so many checks on one day are a morning's work: the next day is lighter */

struct check_every check_rhythm(const struct session *s)
{
	return (struct check_every){ s->today, s->service.check_every_weeks * 7, &s->holidays };
}

static struct checks_due due_now(const struct session *s)
{
	return (struct checks_due){ s->today, s->today - s->service.check_every_weeks * 7 };
}

/* ---- the queue ---- */

static const char *last_try(const struct session *s, const struct service *x,
                            const struct service_check_list *checks, struct arena *a)
{
	const char *on;

	if (x->check_tries == 0 || checks->n == 0)
		return "";
	on = day_short(checks->at[0].on_day, s->today, a);
	if (x->check_tries == 1)
		return arena_printf(a, _("nobody there %s"), on);
	return arena_printf(a, _("nobody there %d times, last %s"), x->check_tries, on);
}

static enum status read_row(struct session *s, struct service_id id, struct arena *a,
                            struct check_row *ret)
{
	struct check_row row = { .listing = { .organisation = "", .areas = "" }, .last = "" };
	struct service_check_list checks = { 0 };
	enum status rc = service_get(s->store, id, a, &row.listing.service);

	if (rc == OK)
		rc = service_use_get(s->store, id, &row.listing.use);
	if (rc == OK && row.listing.service.check_tries > 0)
		rc = service_checks_of(s->store, id, a, &checks);
	row.last = last_try(s, &row.listing.service, &checks, a);
	if (rc == OK)
		*ret = row;
	return rc;
}

static enum status figures(struct session *s, struct check_queue *q)
{
	const struct checks_due due = due_now(s);
	day monday = s->today - (day)day_weekday(s->today);
	enum status rc = services_to_check_count(s->store, &due, &q->count);

	return rc == OK ? service_checks_since(s->store, monday, &q->week) : rc;
}

enum status casework_check_figures(struct session *s, struct check_queue *ret)
{
	struct check_queue q = { 0 };
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	if (rc == OK)
		rc = session_store(s, figures(s, &q));
	if (rc == OK)
		*ret = q;
	return rc;
}

enum status casework_check_queue(struct session *s, struct arena *a, struct check_queue *ret)
{
	const struct checks_due due = due_now(s);
	struct service_id_list ids = { 0 };
	struct check_queue q = { 0 };
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	if (rc != OK)
		return rc;
	rc = services_to_check(s->store, &due, SERVICES_SHOWN, a, &ids);
	for (size_t i = 0; rc == OK && i < ids.n; i++)
		rc = read_row(s, ids.at[i], a, ARENA_PUSH(a, &q));
	if (rc == OK)
		rc = figures(s, &q);
	if (rc == OK)
		*ret = q;
	return session_store(s, rc);
}

enum status casework_checks_of_worker(struct session *s, struct account_id worker, struct arena *a,
                                      struct service_list *ret)
{
	const struct checks_due due = due_now(s);
	struct service_id_list ids = { 0 };
	struct service_list list = { 0 };
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	if (rc != OK)
		return rc;
	rc = services_to_check_of_worker(s->store, &due, worker, a, &ids);
	for (size_t i = 0; rc == OK && i < ids.n; i++)
		rc = service_get(s->store, ids.at[i], a, ARENA_PUSH(a, &list));
	if (rc == OK)
		*ret = list;
	return session_store(s, rc);
}

/* ---- one of them ---- */

/* A working day from on that is not full of checks already. */
static enum status lighter(struct session *s, day on, day *ret)
{
	enum status rc = OK;

	for (int i = 0; rc == OK && i < 5; i++) {
		size_t n = 0;

		rc = services_checks_on(s->store, on, &n);
		if (rc != OK || n < DAY_FULL)
			break;
		on = day_add_working(on, 1, &s->holidays);
	}
	if (rc == OK)
		*ret = on;
	return rc;
}

enum status next_check_of(struct session *s, const struct service *x, const struct service_use *use,
                          day *ret)
{
	const struct check_every how = check_rhythm(s);

	return lighter(s, service_next_check(x, use, &how), ret);
}

static enum status read_before(struct session *s, struct service_id id, struct arena *a,
                               struct check_view *v)
{
	struct service_check_list list;
	enum status rc = service_checks_of(s->store, id, a, &list);

	if (rc != OK || list.n == 0)
		return rc;
	v->before = arena_alloc(a, list.n * sizeof(*v->before));
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct account by;

		rc = account_get(s->store, list.at[i].by_account, a, &by);
		if (rc == OK)
			v->before[v->before_n++] = (struct check_before){ list.at[i], by.name };
	}
	return rc;
}

static const char *area_said(const char *code, struct arena *a)
{
	return text_equal(code, "K02000001") ? _("anywhere in the UK") : area_name(code, a);
}

static const char *area_names(const struct code_list *areas, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < areas->n; i++)
		text = i == 0 ? area_said(areas->at[i], a)
		              : arena_printf(a, "%s; %s", text, area_said(areas->at[i], a));
	return text;
}

enum status casework_check_view(struct session *s, struct service_id id, struct arena *a,
                                struct check_view *ret)
{
	const struct checks_due due = due_now(s);
	const struct check_every how = check_rhythm(s);
	struct check_view v = { 0 };
	const struct service *x = &v.record.entry.service;
	struct checks_count count = { 0 };
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	if (rc == OK)
		rc = casework_open_service(s, id, a, &v.record);
	if (rc != OK)
		return rc;
	v.ask = service_questions(x, area_names(&v.record.entry.areas, a), s->today, a);
	v.next_try = service_next_try(x->check_tries + 1, s->minute, &how);
	rc = read_before(s, id, a, &v);
	if (rc == OK)
		rc = next_check_of(s, x, &v.record.use, &v.next);
	if (rc == OK)
		rc = services_to_check_count(s->store, &due, &count);
	v.left = count.due;
	if (rc == OK)
		*ret = v;
	return session_store(s, rc);
}

enum status casework_checks_on(struct session *s, day on, size_t *ret)
{
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	return rc == OK ? session_store(s, services_checks_on(s->store, on, ret)) : rc;
}

enum status casework_directory_health(struct session *s, struct directory_health *ret)
{
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	return rc == OK ? session_store(s, services_health(s->store, due_now(s).since, ret)) : rc;
}
