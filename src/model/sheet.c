#include "model/sheet.h"

#include "base/words.h"
#include "model/phone.h"
#include "model/service_lines.h"

static void add(struct service_sheet *d, struct arena *a, const char *label, const char *text)
{
	if (!text_empty(text))
		*ARENA_PUSH(a, &d->rows) = (struct sheet_row){ label, text };
}

/* "?" is what a list says where nothing is known; paper says nothing. */
static const char *known(const char *text)
{
	return text_equal(text, "?") ? "" : text;
}

static const char *address(const struct service *x, struct arena *a)
{
	if (text_empty(x->address) || text_empty(x->postcode))
		return text_empty(x->address) ? x->postcode : x->address;
	return arena_printf(a, "%s, %s", x->address, x->postcode);
}

static const char *also(const char *so_far, const char *more, struct arena *a)
{
	if (text_empty(more))
		return so_far;
	return text_empty(so_far) ? more : arena_printf(a, "%s; %s", so_far, more);
}

static bool holds(day from_on, day until_on, day today)
{
	return (from_on == DAY_NONE || from_on <= today) &&
	       (until_on == DAY_NONE || until_on >= today);
}

static const char *phones(const struct service_entry *entry, struct arena *a)
{
	const struct service_phone_list *more = &entry->parts.phones;
	const char *text = phone_shown(entry->service.phone, a);

	for (size_t i = 0; i < more->n; i++)
		text = also(text, service_part_line(&entry->parts, PART_PHONES, &more->at[i], a),
		            a);
	return text;
}

/* What is known day by day and has not passed; else the words of the entry. */
static const char *times(const struct service_entry *entry, day today, struct arena *a)
{
	const struct service_time_list *all = &entry->parts.times;
	const char *text = "";

	for (size_t i = 0; i < all->n; i++)
		if (holds(DAY_NONE, all->at[i].until_on, today))
			text = also(text,
			            service_part_line(&entry->parts, PART_TIMES, &all->at[i], a),
			            a);
	return text_empty(text) ? entry->service.hours : text;
}

static const char *costs(const struct service_entry *entry, day today, struct arena *a)
{
	const struct service_cost_list *all = &entry->parts.costs;
	const char *text = entry->service.cost;

	for (size_t i = 0; i < all->n; i++) {
		const char *line = service_part_line(&entry->parts, PART_COSTS, &all->at[i], a);

		if (holds(all->at[i].from_on, all->at[i].until_on, today) &&
		    !text_equal(line, text))
			text = also(text, line, a);
	}
	return text;
}

/* A row for each further place. */
static void add_places(struct service_sheet *d, const struct service_entry *entry, struct arena *a)
{
	const struct service_place_list *all = &entry->parts.places;

	for (size_t i = 0; i < all->n; i++)
		add(d, a, _("Also at"),
		    service_part_line(&entry->parts, PART_PLACES, &all->at[i], a));
}

static const char *warning(const struct service *x, day today, struct arena *a)
{
	const char *closed = listing_closed(x, today, a);

	if (!text_empty(closed))
		return arena_printf(a, _("When this was printed: %s."), closed);
	if (x->last_checked == DAY_NONE)
		return _("Ring before you go: we have not checked this ourselves.");
	if (service_stale(x, today) || x->ring_first)
		return arena_printf(a, _("Ring before you go: last checked %s."),
		                    day_birth(x->last_checked, a));
	return "";
}

struct service_sheet sheet_of(const struct service_entry *entry, const char *from, day today,
                              struct arena *a)
{
	const struct service *x = &entry->service;
	struct service_sheet d = { .id = x->id,
		                   .name = x->name,
		                   .organisation = text_equal(entry->organisation, x->name)
		                                           ? ""
		                                           : entry->organisation,
		                   .about = x->description,
		                   .from = from,
		                   .on = today };

	d.warning = warning(x, today, a);
	add(&d, a, _("Phone"), phones(entry, a));
	add(&d, a, _("When"), times(entry, today, a));
	add(&d, a, _("Where"), address(x, a));
	add(&d, a, _("Getting there"), x->transport);
	add_places(&d, entry, a);
	add(&d, a, _("How to get in"), known(listing_how(x, a)));
	add(&d, a, _("Wait"), known(listing_wait(x, a)));
	add(&d, a, _("Cost"), costs(entry, today, a));
	add(&d, a, _("Ages"), service_ages(x, a));
	add(&d, a, _("Languages"), x->languages);
	add(&d, a, _("Access"), x->accessibility);
	add(&d, a, _("Web"), x->url);
	add(&d, a, _("E-mail"), x->email);
	return d;
}

struct paper sheet_paper(const struct service_sheet *sheet, struct arena *a)
{
	struct paper p = paper_blank;

	p.title = sheet->name;
	paper_begin(&p, a, "");
	paper_put(&p, a, PAPER_PLAIN, sheet->organisation);
	paper_put(&p, a, PAPER_PLAIN, sheet->warning);
	paper_begin(&p, a, "");
	paper_put(&p, a, PAPER_PLAIN, sheet->about);
	paper_begin(&p, a, "");
	for (size_t i = 0; i < sheet->rows.n; i++)
		paper_put_row(&p, a, sheet->rows.at[i].label, sheet->rows.at[i].text);
	p.foot = arena_printf(a, _("From %s, %s."), sheet->from, day_birth(sheet->on, a));
	return p;
}

static void put_sheet(const struct service_sheet *sheet, struct paper *p, struct arena *a)
{
	size_t before;

	paper_begin(p, a, sheet->name);
	before = p->n;
	paper_put(p, a, PAPER_PLAIN, sheet->organisation);
	paper_put(p, a, PAPER_PLAIN, sheet->warning);
	paper_put(p, a, PAPER_PLAIN, sheet->about);
	for (size_t i = 0; i < sheet->rows.n; i++)
		paper_put_row(p, a, sheet->rows.at[i].label, sheet->rows.at[i].text);
	if (p->n == before) /* a head alone would not be on the page */
		paper_put(p, a, PAPER_PLAIN, _("Ask us how they are reached."));
}

struct paper shortlist_paper(const struct shortlist *list, struct arena *a)
{
	struct paper p = paper_blank;

	p.title = _("Who can help");
	for (size_t i = 0; i < list->n; i++)
		put_sheet(&list->at[i], &p, a);
	if (list->n > 0)
		p.foot = arena_printf(a, _("From %s, %s."), list->at[0].from,
		                      day_birth(list->at[0].on, a));
	return p;
}
