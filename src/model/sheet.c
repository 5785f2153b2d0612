#include "model/sheet.h"

#include "base/words.h"
#include "model/phone.h"

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
	add(&d, a, _("Phone"), phone_shown(x->phone, a));
	add(&d, a, _("When"), x->hours);
	add(&d, a, _("Where"), address(x, a));
	add(&d, a, _("How to get in"), known(listing_how(x, a)));
	add(&d, a, _("Wait"), known(listing_wait(x, a)));
	add(&d, a, _("Cost"), x->cost);
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
