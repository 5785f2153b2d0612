#include "package_reading.h"
#include "package_values.h"

#include "base/attr.h"
#include "base/words.h"
#include "exchange/hsds_write.h"
#include "model/places.h"
#include "model/service_ways.h"
#include "model/when.h"

#include <string.h>

#define KIND_BITS 29

/* What one service is made of, while it is. */
struct making {
	struct package_reader *p;
	struct arena *a;
	uint32_t number;
	struct {
		size_t n;
		uint32_t *at; /* numbers of its locations, the main one first */
	} locations;
};

static const struct package_row *rows(const struct making *m, enum package_table t,
                                      enum package_kind kind, uint32_t number, size_t *n)
{
	return package_rows_of(&m->p->files[t], kind, number, n);
}

static const char *cell(const struct making *m, enum package_table t, const struct package_row *row,
                        int column)
{
	return package_cell(&m->p->files[t], row, column);
}

/* ---- the row of the service itself ---- */

static const char *own(const struct making *m, int column)
{
	struct package_reader *p = m->p;
	const struct package_file *f = &p->files[TABLE_SERVICE];
	const struct package_at at = { f, p->now->line, column };

	return package_text(p, &at, package_now(f, p->now, column), m->a);
}

static void read_wait(const struct making *m)
{
	const char *text = own(m, SERVICE_WAIT);

	if (*text && !package_weeks(text, &m->p->entry.service.wait_weeks))
		package_note(m->p, &m->p->files[TABLE_SERVICE], m->p->now->line,
		             &(struct package_wrong){ SERVICE_WAIT, text,
		                                      _("No number of weeks: left out.") });
}

static void read_ways(const struct making *m, enum service_ways which, int column, const char **to)
{
	bool unknown = false;
	const char *text = own(m, column);

	*to = service_ways_add(which, *to, text, m->a, &unknown);
	if (unknown)
		package_note(
			m->p, &m->p->files[TABLE_SERVICE], m->p->now->line,
			&(struct package_wrong){ column, text, _("Not a way we know: left out.") });
}

static void read_organisation(const struct making *m)
{
	struct package_reader *p = m->p;
	const char *id = own(m, SERVICE_ORG);
	uint32_t number = package_id_find(&p->ids[KIND_ORGANISATION], str_of(id));

	if (*id && number != PACKAGE_NO_ID)
		p->entry.organisation = (size_t)number + 1;
	else if (*id)
		package_note(p, &p->files[TABLE_SERVICE], p->now->line,
		             &(struct package_wrong){
				     SERVICE_ORG, id,
				     _("No organisation here has that id: taken without.") });
}

static void read_service(const struct making *m)
{
	struct package_reader *p = m->p;
	struct service *x = &p->entry.service;
	struct package_at at = { &p->files[TABLE_SERVICE], p->now->line, SERVICE_STATUS };

	x->name = own(m, SERVICE_NAME);
	x->other_name = own(m, SERVICE_OTHER);
	x->description = own(m, SERVICE_DESCRIPTION);
	x->url = own(m, SERVICE_URL);
	x->email = own(m, SERVICE_EMAIL);
	x->interpreters = own(m, SERVICE_INTERPRETERS);
	x->apply = own(m, SERVICE_APPLY);
	x->cost = own(m, SERVICE_FEES);
	x->accreditation = own(m, SERVICE_ACCREDITATION);
	x->eligibility = own(m, SERVICE_ELIGIBILITY);
	x->alert = own(m, SERVICE_ALERT);
	package_status(p, &at, own(m, SERVICE_STATUS), m->a);
	at.column = SERVICE_MIN_AGE;
	package_ages(p, &at, own(m, SERVICE_MIN_AGE), own(m, SERVICE_MAX_AGE));
	read_wait(m);
	read_ways(m, WAYS_OF_MEETING, SERVICE_ATTENDING, &x->attendance);
	read_ways(m, WAYS_IN, SERVICE_ACCESS, &x->access);
	package_assured(p, own(m, SERVICE_ASSURED), m->a);
	read_organisation(m);
}

/* ---- places ---- */

static size_t place_of(struct making *m, uint32_t location)
{
	for (size_t i = 0; i < m->locations.n; i++)
		if (m->locations.at[i] == location)
			return i;
	*ARENA_PUSH(m->a, &m->locations) = location;
	return m->locations.n - 1;
}

/* Lines of an address, without what an address in the United Kingdom has no use for. */
static void read_address(const struct making *m, uint32_t location, struct service_place *to)
{
	static const int lines[] = { ADDRESS_ATTENTION, ADDRESS_1, ADDRESS_2, ADDRESS_CITY,
		                     ADDRESS_REGION };
	size_t n, pick = 0;
	const struct package_row *row = rows(m, TABLE_ADDRESS, KIND_LOCATION, location, &n);

	if (n == 0)
		return;
	for (size_t i = n; i-- > 0;)
		if (strcmp(cell(m, TABLE_ADDRESS, &row[i], ADDRESS_TYPE), "postal") != 0)
			pick = i;
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		const char *line = cell(m, TABLE_ADDRESS, &row[pick], lines[i]);

		if (strcmp(line, HSDS_NOT_RECORDED) != 0)
			to->address = package_join(to->address, ", ", line, m->a);
	}
	to->postcode = cell(m, TABLE_ADDRESS, &row[pick], ADDRESS_POSTCODE);
}

static const char *access_of(const struct making *m, uint32_t location)
{
	size_t n;
	const struct package_row *row = rows(m, TABLE_ACCESSIBILITY, KIND_LOCATION, location, &n);
	const char *text = "";

	for (size_t i = 0; i < n; i++) {
		text = package_join(text, "; ", cell(m, TABLE_ACCESSIBILITY, &row[i], ACCESS_WORDS),
		                    m->a);
		text = package_join(text, ": ",
		                    cell(m, TABLE_ACCESSIBILITY, &row[i], ACCESS_DETAILS), m->a);
	}
	return text;
}

static const char *whole_postcode(const char *text, struct arena *a)
{
	const char *whole = postcode_normalise(text, a);

	return whole ? whole : "";
}

static void read_postcode(const struct making *m, uint32_t location, struct service_place *to)
{
	const char *whole = whole_postcode(to->postcode, m->a);
	size_t n;
	const struct package_row *row = rows(m, TABLE_ADDRESS, KIND_LOCATION, location, &n);

	if (!*whole && *to->postcode && n > 0)
		package_note(m->p, &m->p->files[TABLE_ADDRESS], row->line,
		             &(struct package_wrong){ ADDRESS_POSTCODE, to->postcode,
		                                      _("This is no whole postcode: left out.") });
	to->postcode = whole;
}

static void read_place(const struct making *m, uint32_t location, struct service_place *to)
{
	const struct package_file *f = &m->p->files[TABLE_LOCATION];
	const struct package_row *row = &f->at[location];
	struct service *x = &m->p->entry.service;
	const char *type = package_cell(f, row, PLACE_TYPE);
	bool unknown = false;

	to->external_id = package_cell(f, row, PLACE_ID);
	to->name = package_cell(f, row, PLACE_NAME);
	if (!*to->name)
		to->name = package_cell(f, row, PLACE_OTHER);
	to->transport = package_cell(f, row, PLACE_TRANSPORT);
	to->accessibility = access_of(m, location);
	read_address(m, location, to);
	read_postcode(m, location, to);
	if (strcmp(type, "postal") != 0)
		x->attendance =
			service_ways_add(WAYS_OF_MEETING, x->attendance, type, m->a, &unknown);
}

static void read_places(struct making *m)
{
	struct service *x = &m->p->entry.service;
	size_t n;
	const struct package_row *at = rows(m, TABLE_AT_LOCATION, KIND_SERVICE, m->number, &n);

	for (size_t i = 0; i < n; i++) {
		struct service_place place = service_place_blank;
		uint32_t location = at[i].link & ((1u << KIND_BITS) - 1);
		size_t before = m->locations.n;

		if (place_of(m, location) < before)
			continue;
		read_place(m, location, &place);
		if (before > 0) {
			*ARENA_PUSH(m->a, &m->p->entry.places) = place;
			continue;
		}
		x->place_name = place.name;
		x->address = place.address;
		x->postcode = place.postcode;
		x->transport = place.transport;
		x->accessibility = place.accessibility;
	}
}

/* ---- numbers and people ---- */

static void add_phone(const struct making *m, const struct package_row *row)
{
	struct service *x = &m->p->entry.service;
	const char *number = cell(m, TABLE_PHONE, row, PHONE_NUMBER);
	const char *extension = cell(m, TABLE_PHONE, row, PHONE_EXTENSION);
	const char *type = cell(m, TABLE_PHONE, row, PHONE_TYPE);
	struct service_phone *more;

	if (!*number) {
		package_note(m->p, &m->p->files[TABLE_PHONE], row->line,
		             &(struct package_wrong){ PHONE_NUMBER, "",
		                                      _("There is no number: left out.") });
		return;
	}
	if (!*x->phone && strcmp(type, "fax") != 0) {
		x->phone = *extension ? arena_printf(m->a, "%s ext %s", number, extension) : number;
		return;
	}
	more = ARENA_PUSH(m->a, &m->p->entry.phones);
	*more = service_phone_blank;
	more->external_id = cell(m, TABLE_PHONE, row, PHONE_ID);
	more->number = number;
	more->extension = extension;
	more->words = cell(m, TABLE_PHONE, row, PHONE_WORDS);
	if (!*more->words && strcmp(type, "voice") != 0)
		more->words = type;
}

static void add_phones(const struct making *m, enum package_kind kind, uint32_t number)
{
	size_t n;
	const struct package_row *row = rows(m, TABLE_PHONE, kind, number, &n);

	for (size_t i = 0; i < n; i++)
		add_phone(m, &row[i]);
}

static void add_person(const struct making *m, const struct package_row *row)
{
	size_t n;
	const struct package_row *phone = rows(m, TABLE_PHONE, KIND_CONTACT, row->self, &n);
	const char *name = cell(m, TABLE_CONTACT, row, CONTACT_NAME);
	const char *title = cell(m, TABLE_CONTACT, row, CONTACT_TITLE);
	struct service_person *x;

	title = package_join(title, ", ", cell(m, TABLE_CONTACT, row, CONTACT_DEPARTMENT), m->a);
	if (!*name)
		name = title; /* "Duty officer" is whom one asks for */
	if (!*name) {
		for (size_t i = 0; i < n; i++)
			add_phone(m, &phone[i]);
		return;
	}
	x = ARENA_PUSH(m->a, &m->p->entry.people);
	*x = service_person_blank;
	x->external_id = cell(m, TABLE_CONTACT, row, CONTACT_ID);
	x->name = name;
	x->title = name == title ? "" : title;
	x->email = cell(m, TABLE_CONTACT, row, CONTACT_EMAIL);
	x->phone = n > 0 ? cell(m, TABLE_PHONE, phone, PHONE_NUMBER) : "";
}

static void add_people(const struct making *m, enum package_kind kind, uint32_t number)
{
	size_t n;
	const struct package_row *row = rows(m, TABLE_CONTACT, kind, number, &n);

	for (size_t i = 0; i < n; i++)
		add_person(m, &row[i]);
}

/* ---- what else hangs on it ---- */

static void add_languages(const struct making *m, enum package_kind kind, uint32_t number)
{
	struct service *x = &m->p->entry.service;
	size_t n;
	const struct package_row *row = rows(m, TABLE_LANGUAGE, kind, number, &n);

	for (size_t i = 0; i < n; i++) {
		const char *name = cell(m, TABLE_LANGUAGE, &row[i], LANGUAGE_NAME);

		if (!*name)
			name = cell(m, TABLE_LANGUAGE, &row[i], LANGUAGE_CODE);
		x->languages = package_join(x->languages, ", ", name, m->a);
	}
}

/* Everything that can hang on the service, on it at a place, or on the place. */
static void read_each_level(struct making *m)
{
	size_t n;
	const struct package_row *at = rows(m, TABLE_AT_LOCATION, KIND_SERVICE, m->number, &n);

	add_phones(m, KIND_SERVICE, m->number);
	add_people(m, KIND_SERVICE, m->number);
	add_languages(m, KIND_SERVICE, m->number);
	package_times_read(m->p, KIND_SERVICE, m->number, 0, m->a);
	for (size_t i = 0; i < n; i++) {
		uint32_t location = at[i].link & ((1u << KIND_BITS) - 1);
		size_t place = place_of(m, location);

		add_phones(m, KIND_AT_LOCATION, at[i].self);
		add_people(m, KIND_AT_LOCATION, at[i].self);
		package_times_read(m->p, KIND_AT_LOCATION, at[i].self, place, m->a);
	}
	for (size_t i = 0; i < m->locations.n; i++) {
		add_phones(m, KIND_LOCATION, m->locations.at[i]);
		add_people(m, KIND_LOCATION, m->locations.at[i]);
		add_languages(m, KIND_LOCATION, m->locations.at[i]);
		package_times_read(m->p, KIND_LOCATION, m->locations.at[i], i, m->a);
	}
	if (!*m->p->entry.service.phone && m->p->entry.organisation > 0)
		add_phones(m, KIND_ORGANISATION, (uint32_t)(m->p->entry.organisation - 1));
}

static void read_areas(const struct making *m)
{
	const struct package_file *f = &m->p->files[TABLE_AREA];
	size_t n;
	const struct package_row *row = rows(m, TABLE_AREA, KIND_SERVICE, m->number, &n);

	for (size_t i = 0; i < n; i++) {
		const struct package_at at = { f, row[i].line, AREA_NAME };
		const char *name = package_cell(f, &row[i], AREA_NAME);
		const char *type = package_cell(f, &row[i], AREA_EXTENT_TYPE);

		if (!*name)
			name = package_cell(f, &row[i], AREA_WORDS);
		if (!*name && (!*type || strcmp(type, "text") == 0))
			name = package_cell(f, &row[i], AREA_EXTENT);
		package_add_area(m->p, &at, name, m->a);
	}
	package_codes_sort(&m->p->entry.areas);
}

static day cost_day(const struct making *m, const struct package_row *row, int column)
{
	struct str text = str_of(cell(m, TABLE_COST, row, column));
	day on;

	if (text.n > 10)
		text.n = 10;
	return text.n > 0 && csv_day_parse(text, m->p->o.today, WHEN_AHEAD, &on) ? on : DAY_NONE;
}

static void add_cost(const struct making *m, const struct package_row *row)
{
	const char *amount = cell(m, TABLE_COST, row, COST_AMOUNT);
	const char *currency = cell(m, TABLE_COST, row, COST_CURRENCY);
	struct service_cost *x = ARENA_PUSH(m->a, &m->p->entry.costs);

	*x = service_cost_blank;
	x->external_id = cell(m, TABLE_COST, row, COST_ID);
	x->option = cell(m, TABLE_COST, row, COST_OPTION);
	x->words = cell(m, TABLE_COST, row, COST_WORDS);
	x->from_on = cost_day(m, row, COST_FROM);
	x->until_on = cost_day(m, row, COST_UNTIL);
	if (*currency && strcmp(currency, "GBP") != 0)
		x->words = package_join(x->words, " ",
		                        arena_printf(m->a, "%s %s", amount, currency), m->a);
	else if (*amount && !package_pence(amount, &x->amount))
		package_note(m->p, &m->p->files[TABLE_COST], row->line,
		             &(struct package_wrong){ COST_AMOUNT, amount,
		                                      _("This is no amount: left out.") });
}

static void read_eligibility(const struct making *m)
{
	struct service *x = &m->p->entry.service;
	size_t n;
	const struct package_row *row = rows(m, TABLE_ELIGIBILITY, KIND_SERVICE, m->number, &n);

	for (size_t i = 0; i < n; i++) {
		const struct package_at at = { &m->p->files[TABLE_ELIGIBILITY], row[i].line,
			                       ELIGIBLE_MIN };

		x->eligibility =
			package_join(x->eligibility, "; ",
		                     cell(m, TABLE_ELIGIBILITY, &row[i], ELIGIBLE_WORDS), m->a);
		package_ages(m->p, &at, cell(m, TABLE_ELIGIBILITY, &row[i], ELIGIBLE_MIN),
		             cell(m, TABLE_ELIGIBILITY, &row[i], ELIGIBLE_MAX));
	}
}

static const char *taxonomy_of(const struct making *m, const struct package_row *term)
{
	const struct package_file *f = &m->p->files[TABLE_TAXONOMY];
	uint32_t number = term->owner & ((1u << KIND_BITS) - 1);
	const char *name = cell(m, TABLE_TERM, term, TERM_VOCABULARY);

	if (*name || term->owner == 0 || number >= f->n)
		return name;
	return package_cell(f, &f->at[number], TAXONOMY_NAME);
}

/* What clew itself files services under goes back to where it came from; false: it is of no such kind. */
static bool own_term(const struct making *m, const char *taxonomy, const char *code)
{
	struct package_entry *x = &m->p->entry;
	bool unknown = false;

	if (strcmp(taxonomy, HSDS_CONCERNS) == 0 && concern_find(m->p->o.concerns, code))
		code_list_add(&x->concerns, code, m->a);
	else if (strcmp(taxonomy, HSDS_ATTENDANCE) == 0)
		x->service.attendance = service_ways_add(WAYS_OF_MEETING, x->service.attendance,
		                                         code, m->a, &unknown);
	else if (strcmp(taxonomy, HSDS_ACCESS) == 0)
		x->service.access =
			service_ways_add(WAYS_IN, x->service.access, code, m->a, &unknown);
	else
		return false;
	return !unknown;
}

static void add_tag(const struct making *m, enum package_table t, const struct package_row *row)
{
	const struct package_file *terms = &m->p->files[TABLE_TERM];
	const struct package_row *term = &terms->at[row->link - 1];
	const char *name = package_cell(terms, term, TERM_NAME);
	struct service_tag *x;

	if (!*name)
		name = package_cell(terms, term, TERM_CODE);
	if (!*name || own_term(m, taxonomy_of(m, term), package_cell(terms, term, TERM_CODE)))
		return;
	x = ARENA_PUSH(m->a, &m->p->entry.tags);
	*x = service_tag_blank;
	x->external_id = cell(m, t, row, TAG_ID);
	x->taxonomy = taxonomy_of(m, term);
	x->code = package_cell(terms, term, TERM_CODE);
	x->name = name;
	package_add_category(m->p, name, m->a);
}

static void read_tags(const struct making *m, enum package_table t)
{
	size_t n;
	const struct package_row *row = rows(m, t, KIND_SERVICE, m->number, &n);

	for (size_t i = 0; i < n; i++)
		add_tag(m, t, &row[i]);
}

static void read_rest(const struct making *m)
{
	struct service *x = &m->p->entry.service;
	size_t n;
	const struct package_row *row = rows(m, TABLE_DOCUMENT, KIND_SERVICE, m->number, &n);

	for (size_t i = 0; i < n; i++)
		x->bring = package_join(x->bring, "; ",
		                        cell(m, TABLE_DOCUMENT, &row[i], DOCUMENT_WORDS), m->a);
	row = rows(m, TABLE_COST, KIND_SERVICE, m->number, &n);
	for (size_t i = 0; i < n; i++)
		add_cost(m, &row[i]);
	read_eligibility(m);
	read_tags(m, TABLE_ATTRIBUTE);
	read_tags(m, TABLE_SERVICE_TERM);
	package_codes_sort(&m->p->entry.concerns);
}

void package_entry_read(struct package_reader *p, uint32_t number, struct arena *a)
{
	struct making m = { .p = p, .a = a, .number = number };

	read_service(&m);
	read_places(&m);
	read_each_level(&m);
	read_areas(&m);
	read_rest(&m);
}
