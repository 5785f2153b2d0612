#include "model/places.h"

#include "rows.h"

#include "base/embedded.h"
#include "base/text.h"
#include "base/words.h"

#include <string.h>

#define COUNCILS "places/councils.tsv"
#define AREAS    "places/areas.tsv"
#define OUTCODES "places/outcodes.tsv"

/* Root of n, rounded down. */
static int64_t whole_root(int64_t n)
{
	int64_t root = 0;

	for (int64_t bit = (int64_t)1 << 30; bit > 0; bit >>= 1)
		if ((root + bit) * (root + bit) <= n)
			root += bit;
	return root;
}

/* The cosine of a latitude, in thousandths: exact to one in 49 to 61 degrees, where we live. */
static int64_t cosine(int latitude)
{
	static const int at[] = { 656, 643, 629, 616, 602, 588, 574, 559, 545, 530, 515, 500, 485 };
	int degree = latitude / 1000 - 49;

	if (degree < 0)
		return at[0];
	if ((size_t)degree + 1 >= COUNT_OF(at))
		return at[COUNT_OF(at) - 1];
	return at[degree] - (at[degree] - at[degree + 1]) * (latitude % 1000) / 1000;
}

/* A thousandth of a degree of latitude is 69.09 thousandths of a mile. */
static int64_t thousandth_miles(struct place from, struct place to)
{
	int64_t up = (int64_t)(to.latitude - from.latitude) * 6909 / 100;
	int64_t across = (int64_t)(to.longitude - from.longitude) * 6909 / 100 *
	                 cosine((from.latitude + to.latitude) / 2) / 1000;

	return whole_root(up * up + across * across);
}

int miles_between(struct place from, struct place to)
{
	return (int)((thousandth_miles(from, to) + 500) / 1000);
}

static struct place place_of(const struct table *t)
{
	return (struct place){ row_thousandths(table_field(t, "latitude")),
		               row_thousandths(table_field(t, "longitude")) };
}

bool outcode_centre(const char *outcode, struct place *ret)
{
	struct table t;

	if (!row_find(OUTCODES, str_of(outcode), &t))
		return false;
	*ret = place_of(&t);
	return true;
}

const char *miles_text(const char *from, const char *to, struct arena *a)
{
	const char *here = outcode_of(from, a), *there = outcode_of(to, a);
	struct place start, end;
	int miles;

	if (!here || !there || !outcode_centre(here, &start) || !outcode_centre(there, &end))
		return "";
	miles = miles_between(start, end);
	if (miles == 0 || strcmp(here, there) == 0)
		return _("near");
	return miles == 1 ? _("about 1 mile") : arena_printf(a, _("about %d miles"), miles);
}

static struct council council_of(const struct table *t, struct arena *a)
{
	return (struct council){
		.code = arena_str(a, table_field(t, "code")),
		.name = arena_str(a, table_field(t, "name")),
		.official = arena_str(a, table_field(t, "official_name")),
		.type = arena_str(a, table_field(t, "type")),
	};
}

/* but: not that one. */
static struct council_list nearest_to(struct place here, const char *but, size_t most,
                                      struct arena *a)
{
	struct table t = table_of(embedded_file(COUNCILS));
	struct council_list list = { 0 };
	int64_t *far = ARENA_ARRAY(a, most + 1, int64_t);

	list.at = ARENA_ARRAY(a, most + 1, struct council);
	while (table_next(&t)) {
		int64_t away = thousandth_miles(here, place_of(&t));
		size_t i = list.n;

		if (str_is(table_field(&t, "type"), "County") ||
		    str_is(table_field(&t, "code"), but) || (i == most && away >= far[i - 1]))
			continue;
		for (; i > 0 && far[i - 1] > away; i--) {
			far[i] = far[i - 1];
			list.at[i] = list.at[i - 1];
		}
		far[i] = away;
		list.at[i] = council_of(&t, a);
		list.at[i].miles = (int)((away + 500) / 1000);
		list.n += list.n < most;
	}
	return list;
}

struct council_list councils_near(const char *outcode, size_t most, struct arena *a)
{
	struct place here;

	if (most == 0 || !outcode_centre(outcode, &here))
		return (struct council_list){ 0 };
	return nearest_to(here, "", most, a);
}

struct council_list councils_beside(const char *code, size_t most, struct arena *a)
{
	struct table t;

	if (most == 0 || !row_find(COUNCILS, str_of(code), &t))
		return (struct council_list){ 0 };
	return nearest_to(place_of(&t), code, most, a);
}

static bool has_code(const struct table *t, const char *text)
{
	struct str former = table_field(t, "former"), one;

	if (str_is(table_field(t, "code"), text))
		return true;
	while (str_cut(&former, ';', &one))
		if (one.n > 0 && str_is(one, text))
			return true;
	return false;
}

static bool word_begins(const char *text, const char *needle)
{
	size_t n = strlen(needle);

	for (const char *at = text; at; at = strchr(at, ' ')) {
		at += *at == ' ';
		if (strncmp(at, needle, n) == 0)
			return true;
	}
	return false;
}

struct council_list council_find(const char *text, struct arena *a)
{
	const char *needle = text_fold(str_of(text), a);
	const char *code = arena_str(a, str_trim(str_of(text)));
	struct table t = table_of(embedded_file(COUNCILS));
	struct council_list list = { 0 };

	while (*needle && table_next(&t)) {
		const char *name = text_fold(table_field(&t, "name"), a);
		const char *official = text_fold(table_field(&t, "official_name"), a);

		if (has_code(&t, code) || strcmp(name, needle) == 0 ||
		    strcmp(official, needle) == 0) {
			list.n = 0;
			*ARENA_PUSH(a, &list) = council_of(&t, a);
			return list;
		}
		if (word_begins(name, needle) || word_begins(official, needle))
			*ARENA_PUSH(a, &list) = council_of(&t, a);
	}
	return list;
}

const char *area_name(const char *code, struct arena *a)
{
	struct table t;

	if (!row_find(AREAS, str_of(code), &t))
		return arena_strdup(a, code);
	return arena_str(a, table_field(&t, "name"));
}

bool area_within(const char *area, const char *within)
{
	struct str code = str_of(area);
	struct table t;

	for (int steps = 0; code.n > 0 && steps < 8; steps++) {
		if (!row_find(AREAS, code, &t))
			return false;
		if (str_is(code, within))
			return true;
		code = table_field(&t, "parent");
	}
	return false;
}

const char *area_find(const char *text, struct arena *a)
{
	const char *needle = text_fold(str_of(text), a);
	const char *code = arena_str(a, str_trim(str_of(text)));
	struct table t = table_of(embedded_file(AREAS));
	struct council_list councils;

	if (strcmp(needle, "uk") == 0 || strcmp(needle, "everywhere") == 0)
		needle = "united kingdom";
	while (*needle && table_next(&t))
		if (str_is(table_field(&t, "code"), code) ||
		    strcmp(text_fold(table_field(&t, "name"), a), needle) == 0)
			return arena_str(a, table_field(&t, "code"));
	councils = council_find(text, a);
	return councils.n == 1 ? councils.at[0].code : NULL;
}

struct area_path area_path(const char *code, struct arena *a)
{
	struct area_path path = { 0 };
	struct str at = str_of(code);
	struct table t;

	while (at.n > 0 && path.n < COUNT_OF(path.at) && row_find(AREAS, at, &t)) {
		path.at[path.n++] = arena_str(a, at);
		at = table_field(&t, "parent");
	}
	return path;
}

enum nation area_nation(const char *code)
{
	switch (code ? *code : '\0') {
	case 'E':
		return NATION_ENGLAND;
	case 'W':
		return NATION_WALES;
	case 'S':
		return NATION_SCOTLAND;
	case 'N':
		return NATION_NORTHERN_IRELAND;
	default:
		return NATION_NONE;
	}
}
