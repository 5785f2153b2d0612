#include "casework/checks.h"

#include "act.h"
#include "trouble_in.h"

#include "base/words.h"
#include "model/concerns.h"
#include "model/places.h"
#include "model/workdays.h"
#include "store/accounts.h"
#include "store/derive.h"
#include "store/reminders.h"
#include "store/service_checks.h"
#include "store/service_search.h"
#include "store/services.h"

#define DAY_FULL 8 /* so many checks on one day are a morning's work: the next day is lighter */

static struct check_every every(const struct session *s)
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
	struct check_row row = { .listing = { .areas = "" }, .last = "" };
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

static enum status next_check(struct session *s, const struct service *x,
                              const struct service_use *use, day *ret)
{
	const struct check_every how = every(s);

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

static const char *area_names(const struct code_list *areas, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < areas->n; i++)
		text = i == 0 ? area_name(areas->at[i], a)
		              : arena_printf(a, "%s; %s", text, area_name(areas->at[i], a));
	return text;
}

enum status casework_check_view(struct session *s, struct service_id id, struct arena *a,
                                struct check_view *ret)
{
	const struct checks_due due = due_now(s);
	const struct check_every how = every(s);
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
		rc = next_check(s, x, &v.record.use, &v.next);
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

/* ---- what was found out ---- */

struct checking {
	struct session *s;
	struct change *c;
	struct arena *a;
	const struct check_answer *x;
	struct service service;
	struct service_use use;
	struct check_done done;
};

static bool found_out(const struct checking *w)
{
	return w->x->result != CHECK_NOT_REACHED;
}

/* Asked for, in words, what is missing. */
static enum status check_answer_check(struct session *s, const struct check_answer *x)
{
	if (x->result != CHECK_NOT_REACHED && x->how == CHECK_WAY_NONE)
		return session_fail(s, E_INVALID, _("Say how it was checked."));
	if (x->result == CHECK_DO_NOT_LIST && text_empty(x->words))
		return session_fail(s, E_INVALID,
		                    _("Say why it is not to be listed, in a few words."));
	if (x->next_on != DAY_NONE && x->next_on <= s->today)
		return session_fail(s, E_INVALID, _("The next check is on a day to come."));
	if (x->opens != DAY_NONE && x->opens <= s->today)
		return session_fail(s, E_INVALID, _("It opens again on a day to come."));
	return OK;
}

static enum status read_service(struct checking *w)
{
	struct session *s = w->s;
	enum status rc = service_get(s->store, w->x->service, w->a, &w->service);

	if (rc == OK)
		rc = service_use_get(s->store, w->x->service, &w->use);
	if (rc != OK)
		return session_store(s, rc);
	if (w->x->ver != 0 && w->x->ver != w->service.ver)
		return session_fail(s, E_CONFLICT,
		                    _("Somebody else changed %s meanwhile. Look once more; "
		                      "nothing was saved."),
		                    w->service.name);
	return OK;
}

/* The summary in the entry's own row: only a check writes it. */
static void sign(struct checking *w)
{
	struct service *x = &w->service;

	if (!found_out(w)) {
		x->check_tries++;
		return;
	}
	x->last_checked = w->s->today;
	x->checked_how = w->x->how;
	x->checked_by = w->s->account.id;
	x->check_tries = 0;
	if (w->x->how == CHECKED_PHONED || w->x->how == CHECKED_VISITED ||
	    w->x->result == CHECK_CHANGED)
		x->ring_first = false;
	if (w->x->result == CHECK_AS_IT_SAYS || w->x->result == CHECK_CHANGED)
		x->alert = "";
	x->do_not_list = w->x->result == CHECK_DO_NOT_LIST;
}

static enum status set_next(struct checking *w)
{
	const struct check_every how = every(w->s);
	struct service *x = &w->service;
	enum status rc = OK;

	x->next_check = w->x->next_on;
	if (!service_checkable(x) || (w->x->result == CHECK_CLOSED && w->x->opens == DAY_NONE))
		x->next_check = DAY_NONE;
	else if (x->next_check == DAY_NONE && !found_out(w))
		x->next_check = service_next_try(x->check_tries, w->s->minute, &how).on;
	else if (x->next_check == DAY_NONE)
		rc = next_check(w->s, x, &w->use, &x->next_check);
	w->done.next_on = x->next_check;
	w->done.tries = x->check_tries;
	return rc;
}

static enum status put_service(struct checking *w)
{
	const struct service_trouble t = {
		.service = w->x->service,
		.kind = w->x->opens == DAY_NONE ? TROUBLE_CLOSED : TROUBLE_CLOSED_UNTIL,
		.until = w->x->opens,
		.words = "",
	};
	enum status rc;

	if (w->x->result == CHECK_CLOSED) {
		rc = service_trouble_in(w->s, w->c, &w->service, &t, &w->done.told);
		w->done.next_on = w->service.next_check;
		return rc;
	}
	rc = service_update(w->c, &w->service);
	return rc == OK ? derive_service(w->c, w->service.id) : rc;
}

static enum status add_check(struct checking *w)
{
	struct service_check x = service_check_blank;
	struct service_check_id id;

	x.service = w->x->service;
	x.on_day = w->s->today;
	x.at_minute = w->s->minute;
	x.how = w->x->how;
	x.result = w->x->result;
	x.words = w->x->words ? w->x->words : "";
	x.next_on = w->done.next_on;
	x.by_account = w->s->account.id;
	return service_check_add(w->c, &x, &id);
}

/* What asked for it to be checked has its answer. */
static enum status answer_reminders(struct checking *w)
{
	struct reminder_list list = { 0 };
	enum status rc = reminders_open_of_service(w->c->st, w->x->service, REMINDER_SERVICE_CHECK,
	                                           NULL, w->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		list.at[i].state = REMINDER_DONE;
		list.at[i].done_on = w->s->today;
		list.at[i].outcome = arena_printf(w->a, _("checked: %s"),
		                                  words_label(&check_results, (int)w->x->result));
		rc = reminder_update(w->c, &list.at[i]);
	}
	return rc;
}

static enum status check_in(struct checking *w)
{
	enum status rc;

	sign(w);
	rc = set_next(w);
	if (rc == OK)
		rc = put_service(w);
	if (rc == OK)
		rc = add_check(w);
	return rc == OK && found_out(w) ? answer_reminders(w) : rc;
}

static enum status check(struct session *s, enum op op, const struct check_answer *x,
                         struct check_done *ret)
{
	struct arena a = { 0 };
	struct change c;
	struct checking w = { .s = s, .c = &c, .a = &a, .x = x };
	enum status rc = check_answer_check(s, x);

	if (rc == OK)
		rc = read_service(&w);
	if (rc != OK)
		goto done;
	rc = act_begin(s, op, &c, (struct person_id){ 0 },
	               arena_printf(&a, _("%s checked: %s"), w.service.name,
	                            words_label(&check_results, (int)x->result)));
	if (rc == OK)
		rc = check_in(&w);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*ret = w.done;
done:
	arena_reset(&a);
	return rc;
}

enum status casework_check_service(struct session *s, const struct check_answer *x,
                                   struct check_done *ret)
{
	return check(s, OP_CHANGE_SERVICE, x, ret);
}

enum status casework_service_checked(struct session *s, struct service_id id, enum check_way how)
{
	const struct check_answer x = { .service = id,
		                        .result = CHECK_AS_IT_SAYS,
		                        .how = how,
		                        .words = "",
		                        .next_on = DAY_NONE,
		                        .opens = DAY_NONE };
	struct check_done done;

	return check(s, OP_CHANGE_SERVICE, &x, &done);
}

enum status casework_directory_health(struct session *s, struct directory_health *ret)
{
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	return rc == OK ? session_store(s, services_health(s->store, due_now(s).since, ret)) : rc;
}
