#include "package_reading.h"
#include "package_values.h"

#include "base/attr.h"
#include "base/words.h"
#include "model/places.h"
#include "model/service_ways.h"

#include <string.h>

/* A row of a council's file: the service's own, or a further one that refers to it. */
struct flat {
	struct package_reader *p;
	struct arena *a;
	const struct package_row *held; /* NULL: the service's own */
	uint64_t line;
};

static const char *cell(const struct flat *x, int column)
{
	const struct package_file *f = &x->p->files[TABLE_MORE];
	const struct package_at at = { f, x->line, column };

	if (x->held)
		return package_cell(f, x->held, column);
	return package_text(x->p, &at, package_now(f, x->p->now, column), x->a);
}

static void note(const struct flat *x, int column, const char *value, const char *reason)
{
	package_note(x->p, &x->p->files[TABLE_MORE], x->line,
	             &(struct package_wrong){ column, value, reason });
}

static bool says(const struct flat *x, int column, enum asked what)
{
	return text_yes_or_no(cell(x, column), x->a) == what;
}

static void read_status(const struct flat *x)
{
	const struct package_at at = { &x->p->files[TABLE_MORE], x->line, MORE_STATUS };

	package_status(x->p, &at, cell(x, MORE_STATUS), x->a);
	if (says(x, MORE_CLOSED_FOR_NOW, SAID_YES))
		x->p->entry.service.status = SERVICE_CLOSED_UNTIL;
}

static void read_ways(const struct flat *x, enum service_ways which, int column, const char **to)
{
	bool unknown = false;
	const char *text = cell(x, column);

	*to = service_ways_add(which, *to, text, x->a, &unknown);
	if (unknown)
		note(x, column, text, _("Not a way we know: left out."));
}

static void read_lists(const struct flat *x)
{
	const char *whole = cell(x, MORE_CONCERNS), *rest = whole, *part;
	struct package_at at = { &x->p->files[TABLE_MORE], x->line, MORE_AREAS };
	struct arena scratch = { 0 };

	while (text_next_part(&rest, whole, x->a, &part)) {
		struct service_tag tag = service_tag_blank;

		if (!*part)
			continue;
		package_add_category(x->p, part, x->a);
		tag.name = part;
		*ARENA_PUSH(x->a, &x->p->entry.tags) = tag;
	}
	rest = whole = cell(x, MORE_AREAS);
	if (area_find(whole, &scratch))
		package_add_area(x->p, &at, whole, x->a);
	else
		while (text_next_part(&rest, whole, x->a, &part))
			if (*part)
				package_add_area(x->p, &at, part, x->a);
	arena_reset(&scratch);
	package_codes_sort(&x->p->entry.concerns);
	package_codes_sort(&x->p->entry.areas);
}

static void read_main(const struct flat *x)
{
	struct service *s = &x->p->entry.service;
	struct package_at at = { &x->p->files[TABLE_MORE], x->line, MORE_MIN_AGE };
	const char *wait = cell(x, MORE_WAIT);

	s->name = cell(x, MORE_NAME);
	x->p->entry.organisation_name = cell(x, MORE_ORGANISATION);
	s->description = cell(x, MORE_DESCRIPTION);
	s->url = cell(x, MORE_URL);
	s->cost = cell(x, MORE_COST);
	s->apply = cell(x, MORE_START);
	read_ways(x, WAYS_OF_MEETING, MORE_ATTENDANCE, &s->attendance);
	read_ways(x, WAYS_IN, MORE_ACCESS, &s->access);
	package_ages(x->p, &at, cell(x, MORE_MIN_AGE), cell(x, MORE_MAX_AGE));
	if (*wait && !package_weeks(wait, &s->wait_weeks))
		note(x, MORE_WAIT, wait, _("No number of weeks: left out."));
	read_status(x);
	package_assured(x->p, cell(x, MORE_CHECKED), x->a);
	read_lists(x);
	s->eligibility = package_join(s->eligibility, "; ", cell(x, MORE_SUITABLE), x->a);
}

/* ---- what further rows have, too ---- */

static const char *postcode_in(const struct flat *x)
{
	const char *text = cell(x, MORE_POSTCODE);
	const char *whole = *text ? postcode_normalise(text, x->a) : "";

	if (whole)
		return whole;
	note(x, MORE_POSTCODE, text, _("This is no whole postcode: left out."));
	return "";
}

/* An address that the council hides is hidden for a reason: a refuge has one. */
static void add_place(const struct flat *x)
{
	struct service *s = &x->p->entry.service;
	bool hide = says(x, MORE_MASKED, SAID_YES) || says(x, MORE_PLACE_VISIBLE, SAID_NO);
	struct service_place place = service_place_blank;

	place.name = hide ? "" : cell(x, MORE_PLACE);
	place.address = hide ? "" : cell(x, MORE_ADDRESS);
	if (!hide)
		place.address = package_join(place.address, ", ", cell(x, MORE_CITY), x->a);
	place.postcode = hide ? "" : postcode_in(x);
	place.accessibility = cell(x, MORE_ACCESSIBLE);
	if (hide && *cell(x, MORE_ADDRESS))
		note(x, MORE_ADDRESS, "", _("The council does not show this address: left out."));
	if (!x->held) {
		s->place_name = place.name;
		s->address = place.address;
		s->postcode = place.postcode;
		s->accessibility = place.accessibility;
	} else if (*place.name || *place.address || *place.postcode) {
		place.external_id = cell(x, MORE_ID);
		*ARENA_PUSH(x->a, &x->p->entry.places) = place;
	}
}

/* Whom the public may ring is the service's own number; who is not shown is for staff alone. */
static void add_contact(const struct flat *x)
{
	struct service *s = &x->p->entry.service;
	bool shown = !says(x, MORE_CONTACT_VISIBLE, SAID_NO);
	struct service_person who = service_person_blank;

	who.name = cell(x, MORE_CONTACT);
	who.title = cell(x, MORE_CONTACT_TITLE);
	who.phone = cell(x, MORE_PHONE);
	who.email = cell(x, MORE_EMAIL);
	who.external_id = x->held ? cell(x, MORE_ID) : "";
	if (shown && !*s->phone)
		s->phone = who.phone;
	if (shown && !*s->email)
		s->email = who.email;
	if (!*who.name)
		who.name = who.title;
	if (*who.name)
		*ARENA_PUSH(x->a, &x->p->entry.people) = who;
}

static void add_cost(const struct flat *x)
{
	struct service_cost cost = service_cost_blank;
	const char *amount = cell(x, MORE_COST_AMOUNT);

	cost.option = cell(x, MORE_COST_OPTION);
	cost.words = cell(x, MORE_COST_TYPE);
	cost.external_id = x->held ? cell(x, MORE_ID) : "";
	if (*amount && !package_pence(amount, &cost.amount))
		note(x, MORE_COST_AMOUNT, amount, _("This is no amount: left out."));
	if (says(x, MORE_FREE, SAID_YES) && !*cost.option && cost.amount < 0)
		cost.amount = 0;
	if (*cost.option || cost.amount >= 0 || *cost.words)
		*ARENA_PUSH(x->a, &x->p->entry.costs) = cost;
}

static void add_time(const struct flat *x)
{
	const struct package_when w = { .id = x->held ? cell(x, MORE_ID) : "",
		                        .freq = "",
		                        .step = "",
		                        .days = cell(x, MORE_WEEKDAY),
		                        .month_days = "",
		                        .opens = cell(x, MORE_OPENS),
		                        .closes = cell(x, MORE_CLOSES),
		                        .from = "",
		                        .until = "",
		                        .words = "" };

	if (*w.days || *w.opens || *w.closes)
		package_add_time(x->p, &w, x->a);
}

static void read_parts(const struct flat *x)
{
	add_place(x);
	add_contact(x);
	add_cost(x);
	add_time(x);
}

void package_flat_read(struct package_reader *p, uint32_t number, struct arena *a)
{
	struct flat x = { .p = p, .a = a, .line = p->now->line };
	size_t n;
	const struct package_row *more =
		package_rows_of(&p->files[TABLE_MORE], KIND_SERVICE, number, &n);

	read_main(&x);
	read_parts(&x);
	for (size_t i = 0; i < n; i++) {
		x.held = &more[i];
		x.line = more[i].line;
		read_parts(&x);
	}
}
