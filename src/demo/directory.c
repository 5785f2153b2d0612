#include "demo.h"

#include "model/none.h"
#include "model/service.h"
#include "store/consents.h"
#include "store/derive.h"
#include "store/disclosures.h"
#include "store/service_entries.h"
#include "store/signpost_steps.h"
#include "store/signposts.h"

static int number_of(const struct table *t, const char *column, int none)
{
	long long n;

	return str_int(table_field(t, column), &n) ? (int)n : none;
}

static const char *text_of(struct demo *d, const struct table *t, const char *column)
{
	return arena_str(d->a, table_field(t, column));
}

static struct service service_of(struct demo *d, const struct table *t)
{
	struct service x = service_blank;

	x.name = text_of(d, t, "name");
	x.description = text_of(d, t, "description");
	x.attendance = text_of(d, t, "attendance");
	x.access = text_of(d, t, "access");
	x.cost = text_of(d, t, "cost");
	x.wait_weeks = number_of(t, "wait_weeks", NUMBER_NONE);
	x.min_age = number_of(t, "min_age", NUMBER_NONE);
	x.max_age = number_of(t, "max_age", NUMBER_NONE);
	x.phone = text_of(d, t, "phone");
	x.url = text_of(d, t, "url");
	x.address = text_of(d, t, "address");
	x.postcode = text_of(d, t, "postcode");
	x.hours = text_of(d, t, "hours");
	x.alert = text_of(d, t, "alert");
	x.status = (enum service_status)words_find(&service_statuses, table_field(t, "status"));
	x.ring_first = number_of(t, "ring_first", 0) == 1;
	x.last_checked = DEMO_DAY - number_of(t, "checked", 0);
	x.checked_how = (enum check_way)words_find(&check_ways, table_field(t, "how"));
	x.checked_by = account_named(d, x.checked_how == CHECKED_TOLD ? "mary" : "ann");
	x.source = "demonstration";
	return x;
}

static struct code_list codes_of(struct demo *d, struct str list)
{
	struct code_list codes = { 0 };
	struct str code;

	while (str_cut(&list, ';', &code))
		*ARENA_PUSH(d->a, &codes) = arena_str(d->a, code);
	return codes;
}

static void put_service(struct demo *d, const struct table *t)
{
	struct service_entry entry = { service_of(d, t), text_of(d, t, "organisation"),
		                       codes_of(d, table_field(t, "concerns")),
		                       codes_of(d, table_field(t, "areas")) };
	const struct service *x = &entry.service;
	struct entry *e = ARENA_PUSH(d->a, &d->directory);
	int known = number_of(t, "known", 0);

	e->name = x->name;
	e->concerns = table_field(t, "concerns");
	/* Where nobody from here can go, nobody is sent. */
	e->counted = number_of(t, "used", NUMBER_NONE) != NUMBER_NONE ||
	             !(list_has(table_field(t, "areas"), "E08000035") ||
	               list_has(table_field(t, "areas"), "E92000001") ||
	               list_has(table_field(t, "areas"), "K02000001")) ||
	             x->status != SERVICE_ACTIVE || x->min_age != NUMBER_NONE ||
	             x->max_age != NUMBER_NONE;
	e->helped = number_of(t, "helped", 0);
	e->not_helped = known - e->helped;
	e->waiting = number_of(t, "used", known) - known;
	DO(d, service_entry_add(d->c, &entry, &e->id));
}

void put_directory(struct demo *d, struct str services)
{
	struct table t = table_of(services);

	while (d->rc == OK && table_next(&t))
		put_service(d, &t);
}

struct service_id service_named(const struct demo *d, const char *name)
{
	for (size_t i = 0; i < d->directory.n; i++)
		if (text_equal(d->directory.at[i].name, name))
			return d->directory.at[i].id;
	return (struct service_id){ 0 };
}

/* What comes of it: long enough ago, its outcome is known. */
enum fate { FATE_NONE, FATE_HELPED, FATE_NOT_HELPED, FATE_WAITING };

/* One fewer is to come of those that the table counts. */
static enum fate counted(int *left, enum fate fate)
{
	(*left)--;
	return fate;
}

static enum fate fate_of(struct demo *d, struct entry *e, day on)
{
	bool old = DEMO_DAY - on > 35;

	if (e->counted) {
		if (old && e->helped > 0 && (e->not_helped == 0 || draw_of_100(d, 75)))
			return counted(&e->helped, FATE_HELPED);
		if (old && e->not_helped > 0)
			return counted(&e->not_helped, FATE_NOT_HELPED);
		return e->waiting > 0 ? counted(&e->waiting, FATE_WAITING) : FATE_NONE;
	}
	if (!old)
		return FATE_WAITING;
	return draw_of_100(d, 72) ? FATE_HELPED : FATE_NOT_HELPED;
}

static void set_fate(struct demo *d, struct signpost *x, enum fate fate)
{
	static const enum signpost_status open[] = { SIGNPOST_GIVEN, SIGNPOST_GIVEN,
		                                     SIGNPOST_WAITING, SIGNPOST_RECEIVING };
	static const enum signpost_status ends[] = { SIGNPOST_COMPLETED, SIGNPOST_COMPLETED,
		                                     SIGNPOST_REJECTED, SIGNPOST_CHANGED_MIND };

	x->status = fate == FATE_HELPED    ? SIGNPOST_COMPLETED
	            : fate == FATE_WAITING ? open[draw(d, 0, 3)]
	                                   : ends[draw(d, 0, 3)];
	x->status_on = x->given_on;
	if (fate == FATE_WAITING)
		return;
	x->status_on = x->outcome_on = draw_working_day(d, x->given_on + 7, x->given_on + 30);
	x->helped = fate == FATE_HELPED ? HELPED_YES : HELPED_NO;
	x->outcome = draw_words(d, fate == FATE_HELPED ? "helped" : "nothelped");
	if (x->status == SIGNPOST_REJECTED)
		x->reason = "Said they could not take them on.";
}

void put_left(struct demo *d, const struct signpost *x, struct signpost_id id, const char *name,
              const char *fields)
{
	struct consent yes = consent_blank;
	struct disclosure left = disclosure_blank;

	yes.person = left.person = x->person;
	yes.purpose = left.purpose = PURPOSE_REFER;
	yes.answer = CONSENT_YES;
	yes.how = CONSENT_BY_PHONE;
	yes.to_whom = left.to_whom = name;
	yes.service = left.service = x->service;
	yes.on_day = left.on_day = x->given_on;
	yes.by_account = left.by_account = x->by_account;
	yes.until_on = day_add_months(x->given_on, 12);
	DO(d, consent_add(d->c, &yes, &left.consent));
	left.kind = DISCLOSURE_REFERRAL;
	left.basis = "consent, 6(1)(a), 9(2)(a)";
	left.fields = fields;
	left.signpost = id;
	DO(d, disclosure_add(d->c, &left, &left.id));
}

/* Where a step in between has its day. */
static day between(day from, day to)
{
	return to - from > 6 ? from + 3 : from;
}

/* How it came to stand where it stands. */
void put_steps(struct demo *d, const struct signpost *x, struct signpost_id id)
{
	bool passed_on = x->kind == SIGNPOST_REFERRED || x->kind == SIGNPOST_WARM_HANDOVER;
	struct signpost_step step = signpost_step_blank;

	step.person = x->person;
	step.signpost = id;
	step.by_account = x->by_account;
	step.on_day = x->given_on;
	step.status = x->kind == SIGNPOST_REFERRED ? SIGNPOST_SENT : SIGNPOST_GIVEN;
	DO(d, signpost_step_add(d->c, &step, &step.id));
	if (passed_on && x->status >= SIGNPOST_RECEIVING) {
		step.on_day = between(x->given_on, x->status_on);
		step.status = SIGNPOST_ACCEPTED;
		step.asked = ASKED_PHONE;
		step.answered = SAID_YES;
		DO(d, signpost_step_add(d->c, &step, &step.id));
	}
	if (x->status == SIGNPOST_GIVEN || x->status == SIGNPOST_SENT)
		return;
	step.on_day = x->status_on;
	step.status = x->status;
	step.asked = passed_on && signpost_open(x->status) ? ASKED_PHONE : ASKED_PERSON;
	step.answered = SAID_YES;
	step.reason = x->reason;
	step.words = x->outcome;
	DO(d, signpost_step_add(d->c, &step, &step.id));
}

static struct signpost_id put_one(struct demo *d, const struct life *l, const struct entry *e,
                                  const char *concern, day on, enum fate fate)
{
	static const enum signpost_kind kinds[] = { SIGNPOST_TOLD, SIGNPOST_TOLD, SIGNPOST_LEAFLET,
		                                    SIGNPOST_WARM_HANDOVER, SIGNPOST_REFERRED };
	struct signpost x = signpost_blank;
	struct signpost_id id = { 0 };

	x.person = l->person.id;
	x.service = e->id;
	x.concern = concern;
	x.kind = kinds[draw(d, 0, 4)];
	x.given_on = on;
	x.council = l->person.council;
	x.by_account = l->worker;
	if (x.kind == SIGNPOST_REFERRED) {
		x.consent = "Agreed by phone that name, number and need are passed on.";
		x.what_sent = "name, phone, need";
	}
	set_fate(d, &x, fate);
	if (x.kind != SIGNPOST_REFERRED && x.kind != SIGNPOST_WARM_HANDOVER &&
	    x.status == SIGNPOST_WAITING)
		x.status = SIGNPOST_GIVEN;
	if (x.kind == SIGNPOST_REFERRED && x.status == SIGNPOST_GIVEN)
		x.status = SIGNPOST_SENT;
	DO(d, signpost_add(d->c, &x, &id));
	put_steps(d, &x, id);
	if (x.kind == SIGNPOST_REFERRED)
		put_left(d, &x, id, e->name, "name, number, what it is about");
	return id;
}

struct signpost_id put_signpost(struct demo *d, const struct life *l, const char *concern, day on,
                                const char **name, bool *open)
{
	size_t from = (size_t)draw(d, 0, (int)d->directory.n - 1);

	for (size_t i = 0; i < d->directory.n; i++) {
		struct entry *e = &d->directory.at[(from + i) % d->directory.n];
		enum fate fate;

		if (!list_has(e->concerns, concern))
			continue;
		fate = fate_of(d, e, on);
		if (fate == FATE_NONE)
			continue;
		*name = e->name;
		*open = fate == FATE_WAITING;
		return put_one(d, l, e, concern, on, fate);
	}
	return (struct signpost_id){ 0 };
}

void put_waiting(struct demo *d, const struct life *l, const char *service, const char *concern,
                 day on)
{
	struct signpost x = signpost_blank;
	struct signpost_id id = { 0 };

	x.person = l->person.id;
	x.service = service_named(d, service);
	x.concern = concern;
	x.kind = SIGNPOST_TOLD;
	x.given_on = x.status_on = on;
	x.status = SIGNPOST_GIVEN;
	x.council = l->person.council;
	x.by_account = l->worker;
	DO(d, signpost_add(d->c, &x, &id));
	put_steps(d, &x, id);
}

static const struct life *draw_closed(struct demo *d, const struct life *lives, size_t n)
{
	for (;;) {
		const struct life *l = &lives[draw(d, 0, (int)n - 1)];

		if (l->standing == STAND_CLOSED && text_equal(l->person.council, "E08000035"))
			return l;
	}
}

void put_rest_of_signposts(struct demo *d, const struct life *lives, size_t n)
{
	for (size_t i = 0; d->rc == OK && i < d->directory.n; i++) {
		struct entry *e = &d->directory.at[i];
		struct str rest = e->concerns, first = { 0 };

		str_cut(&rest, ';', &first);
		while (d->rc == OK && e->counted && e->helped + e->not_helped > 0) {
			const struct life *l = draw_closed(d, lives, n);
			enum fate fate = e->helped > 0 ? FATE_HELPED : FATE_NOT_HELPED;

			put_one(d, l, e, arena_str(d->a, first), l->received + 20, fate);
			*(fate == FATE_HELPED ? &e->helped : &e->not_helped) -= 1;
			put_derived(d, l);
		}
	}
	for (size_t i = 0; i < d->directory.n; i++)
		DO(d, derive_service(d->c, d->directory.at[i].id));
}
