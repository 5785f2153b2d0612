#include "package_body.h"

#include "base/attr.h"
#include "base/words.h"
#include "vault/digest.h"

#include <stdlib.h>
#include <string.h>

#define SHORT      ((size_t)96) /* bytes: what is longer stands as its digest */
#define DIGEST_CUT 32           /* hex digits of it: 16 bytes */

enum field_kind {
	FIELD_WORDS,
	FIELD_COUNT,
	FIELD_STATE,
	FIELD_PROVIDER,
	FIELD_CONCERNS,
	FIELD_AREAS
};

// clang-format off
#define WORDS_FIELD(field) { #field, FIELD_WORDS, offsetof(struct service, field) }
#define COUNT_FIELD(field) { #field, FIELD_COUNT, offsetof(struct service, field) }
static const struct entry_field {
	const char *name;
	enum field_kind kind;
	size_t offset;
} fields[] = {
	WORDS_FIELD(name),
	{ "organisation", FIELD_PROVIDER, offsetof(struct service, provider) },
	WORDS_FIELD(other_name), WORDS_FIELD(description),
	{ "concerns", FIELD_CONCERNS, 0 },
	{ "areas", FIELD_AREAS, 0 },
	WORDS_FIELD(attendance), WORDS_FIELD(access), COUNT_FIELD(min_age), COUNT_FIELD(max_age),
	WORDS_FIELD(cost), COUNT_FIELD(wait_weeks), WORDS_FIELD(phone), WORDS_FIELD(email),
	WORDS_FIELD(url), WORDS_FIELD(place_name), WORDS_FIELD(address), WORDS_FIELD(postcode),
	WORDS_FIELD(transport), WORDS_FIELD(accessibility), WORDS_FIELD(hours),
	WORDS_FIELD(languages), WORDS_FIELD(interpreters), WORDS_FIELD(eligibility),
	WORDS_FIELD(apply), WORDS_FIELD(bring), WORDS_FIELD(accreditation), WORDS_FIELD(alert),
	{ "status", FIELD_STATE, offsetof(struct service, status) },
	WORDS_FIELD(source_note),
};

#define ORGANISATION_FIELD(field) { #field, offsetof(struct organisation, field) }
static const struct organisation_column {
	const char *name;
	size_t offset;
} organisation_columns[] = {
	ORGANISATION_FIELD(name), ORGANISATION_FIELD(other_name), ORGANISATION_FIELD(description),
	ORGANISATION_FIELD(phone), ORGANISATION_FIELD(email), ORGANISATION_FIELD(url),
	ORGANISATION_FIELD(legal_status), ORGANISATION_FIELD(charity_number),
	ORGANISATION_FIELD(company_number),
};
// clang-format on

const size_t entry_fields = COUNT_OF(fields);
const size_t organisation_fields = COUNT_OF(organisation_columns);

/* ---- values ---- */

static const char *in_short(const char *text, struct arena *a)
{
	char hex[DIGEST_HEX_ROOM];
	uint8_t sum[DIGEST_BYTES];
	struct digest d;

	if (text_empty(text))
		return "";
	if (strlen(text) <= SHORT && !strpbrk(text, "\n\r\t") && text[0] != '#')
		return text;
	digest_init(&d, NULL, "feed    ");
	digest_add(&d, text, strlen(text));
	digest_end(&d, sum);
	digest_hex(sum, hex);
	return arena_printf(a, "#%.*s", DIGEST_CUT, hex);
}

static const char *codes(const struct code_list *list, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < list->n; i++)
		text = arena_printf(a, "%s%s%s", text, i > 0 ? ";" : "", list->at[i]);
	return in_short(text, a);
}

static const char *number(int64_t n, struct arena *a)
{
	return n < 0 ? "" : arena_printf(a, "%lld", (long long)n);
}

const char *entry_field_name(size_t field)
{
	return fields[field].name;
}

const char *entry_field_value(size_t field, const struct package_entry *x, struct arena *a)
{
	const struct entry_field *f = &fields[field];
	const char *at = (const char *)&x->service + f->offset;

	switch (f->kind) {
	case FIELD_WORDS:
		return in_short(*(const char *const *)(const void *)at, a);
	case FIELD_COUNT:
		return number(*(const int *)(const void *)at, a);
	case FIELD_STATE:
		return words_word(&service_statuses, (int)x->service.status);
	case FIELD_PROVIDER:
		return x->service.provider.n == 0 ? "" : number(x->service.provider.n, a);
	case FIELD_CONCERNS:
		return codes(&x->concerns, a);
	case FIELD_AREAS:
		return codes(&x->areas, a);
	}
	return "";
}

void entry_field_copy(size_t field, struct package_entry *to, const struct package_entry *from)
{
	const struct entry_field *f = &fields[field];
	char *at = (char *)&to->service + f->offset;
	const char *source = (const char *)&from->service + f->offset;

	switch (f->kind) {
	case FIELD_WORDS:
		*(const char **)(void *)at = *(const char *const *)(const void *)source;
		return;
	case FIELD_COUNT:
		*(int *)(void *)at = *(const int *)(const void *)source;
		return;
	case FIELD_STATE:
		to->service.status = from->service.status;
		return;
	case FIELD_PROVIDER:
		to->service.provider = from->service.provider;
		return;
	case FIELD_CONCERNS:
		to->concerns = from->concerns;
		return;
	case FIELD_AREAS:
		to->areas = from->areas;
		return;
	}
}

const char *organisation_field_name(size_t field)
{
	return organisation_columns[field].name;
}

const char **organisation_field(size_t field, struct organisation *x)
{
	return (const char **)(void *)((char *)x + organisation_columns[field].offset);
}

/* ---- parts ---- */

const char *part_kind_label(enum part_kind kind)
{
	switch (kind) {
	case PART_PLACE:
		return _("places");
	case PART_TIME:
		return _("opening times");
	case PART_COST:
		return _("costs");
	case PART_PHONE:
		return _("numbers");
	case PART_PERSON:
		return _("whom to ask for");
	case PART_TAG:
		return _("tags");
	case PART_COUNT:
		break;
	}
	return "";
}

/* Without an id of its own a part goes by what it says. */
static void add_part(struct part_list *list, enum part_kind kind, size_t i, const char *id,
                     const char *text, struct arena *a)
{
	static const char *const names[PART_COUNT] = { "place", "time",   "cost",
		                                       "phone", "person", "tag" };
	const char *value = in_short(text, a);

	*ARENA_PUSH(a, list) =
		(struct part){ kind, i,
		               text_empty(id)
		                       ? arena_printf(a, "%s=%s", names[kind], value)
		                       : arena_printf(a, "%s/%s", names[kind], in_short(id, a)),
		               value };
}

static const char *day_or_none(day d, struct arena *a)
{
	return d == DAY_NONE ? "" : day_iso(d, a);
}

static void add_places(const struct package_entry *x, struct part_list *list, struct arena *a)
{
	for (size_t i = 0; i < x->places.n; i++) {
		const struct service_place *p = &x->places.at[i];

		add_part(list, PART_PLACE, i, p->external_id,
		         arena_printf(a, "%s|%s|%s|%s|%s|%s", p->name, p->address, p->postcode,
		                      p->transport, p->accessibility, p->phone),
		         a);
	}
}

static void add_times(const struct package_entry *x, struct part_list *list, struct arena *a)
{
	for (size_t i = 0; i < x->times.n; i++) {
		const struct service_time *t = &x->times.at[i];
		const char *place = t->place.n > 0 && (size_t)t->place.n <= x->places.n
		                            ? x->places.at[t->place.n - 1].external_id
		                            : "";

		add_part(list, PART_TIME, i, t->external_id,
		         arena_printf(a, "%s|%s|%d|%s|%d|%d|%s|%s|%s", place,
		                      words_word(&time_everies, (int)t->every), t->step, t->days,
		                      t->opens, t->closes, day_or_none(t->from_on, a),
		                      day_or_none(t->until_on, a), t->words),
		         a);
	}
}

static void add_others(const struct package_entry *x, struct part_list *list, struct arena *a)
{
	for (size_t i = 0; i < x->costs.n; i++) {
		const struct service_cost *c = &x->costs.at[i];

		add_part(list, PART_COST, i, c->external_id,
		         arena_printf(a, "%s|%s|%s|%s|%s", c->option, number(c->amount, a),
		                      c->words, day_or_none(c->from_on, a),
		                      day_or_none(c->until_on, a)),
		         a);
	}
	for (size_t i = 0; i < x->phones.n; i++) {
		const struct service_phone *p = &x->phones.at[i];

		add_part(list, PART_PHONE, i, p->external_id,
		         arena_printf(a, "%s|%s|%s", p->number, p->extension, p->words), a);
	}
	for (size_t i = 0; i < x->people.n; i++) {
		const struct service_person *p = &x->people.at[i];

		add_part(list, PART_PERSON, i, p->external_id,
		         arena_printf(a, "%s|%s|%s|%s", p->name, p->title, p->phone, p->email), a);
	}
	for (size_t i = 0; i < x->tags.n; i++) {
		const struct service_tag *t = &x->tags.at[i];

		add_part(list, PART_TAG, i, t->external_id,
		         arena_printf(a, "%s|%s|%s", t->taxonomy, t->code, t->name), a);
	}
}

static int by_part_name(const void *x, const void *y)
{
	const struct part *const *a = x, *const *b = y;
	int names = strcmp((*a)->name, (*b)->name);

	return names != 0 ? names : *a < *b ? -1 : *a > *b;
}

struct part_list parts_of_entry(const struct package_entry *x, struct arena *a)
{
	struct part_list list = { 0 };

	add_places(x, &list, a);
	add_times(x, &list, a);
	add_others(x, &list, a);
	list.by_name = ARENA_ARRAY(a, list.n + 1, const struct part *);
	for (size_t i = 0; i < list.n; i++)
		list.by_name[i] = &list.at[i];
	if (list.n > 1)
		qsort(list.by_name, list.n, sizeof(list.by_name[0]), by_part_name);
	return list;
}

const struct part *part_named(const struct part_list *all, const char *name)
{
	size_t from = 0, to = all->n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (strcmp(all->by_name[middle]->name, name) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from < all->n && text_equal(all->by_name[from]->name, name) ? all->by_name[from]
	                                                                   : NULL;
}

/* ---- lines ---- */

static void add_line(struct body *b, const char *name, const char *value, struct arena *a)
{
	if (!text_empty(value))
		*ARENA_PUSH(a, b) = (struct body_line){ name, value };
}

struct body body_of_entry(const struct package_entry *x, struct arena *a)
{
	struct body b = { 0 };
	struct part_list parts = parts_of_entry(x, a);

	for (size_t i = 0; i < entry_fields; i++)
		add_line(&b, entry_field_name(i), entry_field_value(i, x, a), a);
	for (size_t i = 0; i < parts.n; i++)
		add_line(&b, parts.at[i].name, parts.at[i].value, a);
	return b;
}

struct body body_of_organisation(const struct organisation *x, struct arena *a)
{
	struct organisation copy = *x;
	struct body b = { 0 };

	for (size_t i = 0; i < organisation_fields; i++)
		add_line(&b, organisation_field_name(i), in_short(*organisation_field(i, &copy), a),
		         a);
	return b;
}

const char *body_text_of(const struct body *b, struct arena *a)
{
	struct buf text = { 0 };
	const char *ret;

	for (size_t i = 0; i < b->n; i++) {
		buf_puts(&text, b->at[i].name);
		buf_putc(&text, '\t');
		buf_puts(&text, b->at[i].value);
		buf_putc(&text, '\n');
	}
	ret = arena_str(a, buf_str(&text));
	buf_done(&text);
	return ret;
}

struct body body_parse(const char *text, struct arena *a)
{
	struct str rest = str_of(text), line, name;
	struct body b = { 0 };

	while (str_cut(&rest, '\n', &line))
		if (str_cut(&line, '\t', &name) && name.n > 0)
			add_line(&b, arena_str(a, name), arena_str(a, line), a);
	return b;
}

/* Of one name the first stays first. */
static int by_line_name(const void *x, const void *y)
{
	const struct body_line *const *a = x, *const *b = y;
	int names = strcmp((*a)->name, (*b)->name);

	return names != 0 ? names : *a < *b ? -1 : *a > *b;
}

void body_sort(struct body *b, struct arena *a)
{
	b->by_name = ARENA_ARRAY(a, b->n + 1, const struct body_line *);
	for (size_t i = 0; i < b->n; i++)
		b->by_name[i] = &b->at[i];
	if (b->n > 1)
		qsort(b->by_name, b->n, sizeof(b->by_name[0]), by_line_name);
}

static const char *value_sorted(const struct body *b, const char *name)
{
	size_t from = 0, to = b->n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (strcmp(b->by_name[middle]->name, name) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from < b->n && text_equal(b->by_name[from]->name, name) ? b->by_name[from]->value
	                                                               : NULL;
}

const char *body_value(const struct body *b, const char *name)
{
	if (b->by_name)
		return value_sorted(b, name);
	for (size_t i = 0; i < b->n; i++)
		if (text_equal(b->at[i].name, name))
			return b->at[i].value;
	return NULL;
}
