#include "service_cells.h"

#include "base/die.h"
#include "base/text.h"
#include "base/words.h"
#include "model/columns.h"
#include "model/none.h"
#include "model/phone.h"
#include "model/places.h"
#include "model/service_ways.h"
#include "model/when.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_MOST ((size_t)8000)
#define NAME_MOST ((size_t)300)

enum cell_kind {
	CELL_TEXT,
	CELL_ORGANISATION,
	CELL_WAYS, /* words of one set between semicolons */
	CELL_NUMBER,
	CELL_POSTCODE,
	CELL_STATUS,
	CELL_CHECKED,
	CELL_HOW,
	CELL_CONCERNS,
	CELL_AREAS,
};

// clang-format off
static const struct cell {
	const char *name;
	enum cell_kind kind;
	size_t offset; /* in struct service */
} cells_of[] = {
	{ "id", CELL_TEXT, offsetof(struct service, external_id) },
	{ "name", CELL_TEXT, offsetof(struct service, name) },
	{ "organisation", CELL_ORGANISATION, 0 },
	{ "description", CELL_TEXT, offsetof(struct service, description) },
	{ "concerns", CELL_CONCERNS, 0 },
	{ "areas", CELL_AREAS, 0 },
	{ "attendance", CELL_WAYS, offsetof(struct service, attendance) },
	{ "access", CELL_WAYS, offsetof(struct service, access) },
	{ "min_age", CELL_NUMBER, offsetof(struct service, min_age) },
	{ "max_age", CELL_NUMBER, offsetof(struct service, max_age) },
	{ "cost", CELL_TEXT, offsetof(struct service, cost) },
	{ "wait_weeks", CELL_NUMBER, offsetof(struct service, wait_weeks) },
	{ "phone", CELL_TEXT, offsetof(struct service, phone) },
	{ "email", CELL_TEXT, offsetof(struct service, email) },
	{ "url", CELL_TEXT, offsetof(struct service, url) },
	{ "address", CELL_TEXT, offsetof(struct service, address) },
	{ "postcode", CELL_POSTCODE, offsetof(struct service, postcode) },
	{ "status", CELL_STATUS, 0 },
	{ "last_checked", CELL_CHECKED, 0 },
	{ "checked_how", CELL_HOW, 0 },
};

// clang-format on

static const struct cell *cell_of(size_t column)
{
	const char *name = columns_of(COLUMNS_SERVICES).at[column].name;

	for (size_t i = 0; i < COUNT_OF(cells_of); i++)
		if (text_equal(cells_of[i].name, name))
			return &cells_of[i];
	die("the column %s of services is not read", name);
}

static const char **text_at(struct service *x, const struct cell *cell)
{
	return (const char **)(void *)((char *)x + cell->offset);
}

static int *number_at(struct service *x, const struct cell *cell)
{
	return (int *)(void *)((char *)x + cell->offset);
}

static struct service_said read_text(const struct cell *cell, const char *text, struct arena *a,
                                     struct service *x)
{
	bool name = text_equal(cell->name, "name") || text_equal(cell->name, "id");

	if (strlen(text) > (name ? NAME_MOST : TEXT_MOST))
		return (struct service_said){ .refused = _("This is too long to be right.") };
	*text_at(x, cell) = arena_strdup(a, text);
	return (struct service_said){ 0 };
}

/* Ages and weeks: "18", "18+", "3 weeks"; what is no number is left out. */
static struct service_said read_number(const struct cell *cell, const char *text, struct service *x)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (end == text || n < 0 || n > 520)
		return (struct service_said){ .note = _(
						      "This is no number we can use: left out.") };
	*number_at(x, cell) = (int)n;
	return (struct service_said){ 0 };
}

static struct service_said read_ways(const struct cell *cell, const char *text, struct arena *a,
                                     struct service *x)
{
	bool access = text_equal(cell->name, "access"), unknown = false;

	*text_at(x, cell) =
		service_ways_add(access ? WAYS_IN : WAYS_OF_MEETING, "", text, a, &unknown);
	if (unknown)
		return (struct service_said){ .note = _("Not a way we know: left out.") };
	return (struct service_said){ 0 };
}

static struct service_said read_postcode(const char *text, struct arena *a, struct service *x)
{
	const char *postcode = postcode_normalise(text, a);

	if (!postcode)
		return (struct service_said){ .note = _("This is no whole postcode: left out.") };
	x->postcode = postcode;
	return (struct service_said){ 0 };
}

static struct service_said read_status(const char *text, struct arena *a, struct service *x)
{
	const char *folded = text_fold(str_of(text), a);
	int status = words_find(&service_statuses, str_of(text));

	if (status == SERVICE_STATUS_NONE &&
	    (strcmp(folded, "inactive") == 0 || strcmp(folded, "defunct") == 0))
		status = SERVICE_CLOSED;
	if (status == SERVICE_STATUS_NONE && (strncmp(folded, "temporarily closed", 18) == 0 ||
	                                      text_yes_or_no(folded, a) == SAID_YES))
		status = SERVICE_CLOSED_UNTIL;
	if (status == SERVICE_STATUS_NONE && text_yes_or_no(folded, a) == SAID_NO)
		status = SERVICE_ACTIVE;
	if (status == SERVICE_STATUS_NONE)
		return (struct service_said){ .note = _("Not a state we know: taken as open.") };
	x->status = (enum service_status)status;
	return (struct service_said){ 0 };
}

static struct service_said read_checked(const struct service_cells *cells, const char *text,
                                        struct service *x)
{
	day on;

	if (!csv_day_parse(str_of(text), cells->today, WHEN_BACK, &on) || on > cells->today)
		return (struct service_said){ .note = _(
						      "This is no day that has been: left out.") };
	x->last_checked = on;
	return (struct service_said){ 0 };
}

static int by_bytes(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* As the store gives them back, so that two lists can be compared. */
static void sort(struct code_list *list)
{
	if (list->n > 1)
		qsort(list->at, list->n, sizeof(list->at[0]), by_bytes);
}

static void note_category(struct service_cells *cells, const char *category)
{
	for (size_t i = 0; i < cells->categories.n; i++)
		if (text_equal(cells->categories.at[i], category))
			return;
	*ARENA_PUSH(cells->a, &cells->categories) = text_safe(str_of(category), cells->a);
}

static bool read_category(struct service_cells *cells, const char *category, struct arena *a,
                          struct code_list *list)
{
	struct concern_pick pick = concern_from_category(&cells->concerns, category, a);

	for (size_t i = 0; i < pick.n; i++)
		code_list_add(list, pick.at[i]->code, a);
	return pick.n > 0;
}

static void read_concerns(struct service_cells *cells, const char *text, struct arena *a,
                          struct code_list *ret)
{
	struct code_list list = { 0 };
	const char *rest = text, *part;

	while (text_next_part(&rest, text, a, &part))
		if (*part && !read_category(cells, part, a, &list))
			note_category(cells, part);
	sort(&list);
	*ret = list;
}

static struct service_said read_areas(const char *text, struct arena *a, struct code_list *ret)
{
	struct code_list list = { 0 };
	const char *rest = text, *part;
	struct service_said said = { 0 };
	const char *whole = area_find(text, a);

	while (!whole && text_next_part(&rest, text, a, &part)) {
		const char *code = *part ? area_find(part, a) : NULL;

		if (code)
			code_list_add(&list, code, a);
		else if (*part)
			said.note = arena_printf(a,
			                         _("“%s” is no council, region or nation we "
			                           "know: left out."),
			                         text_safe(str_of(part), a));
	}
	if (whole)
		code_list_add(&list, whole, a);
	sort(&list);
	*ret = list;
	return said;
}

struct service_said service_cell_read(struct service_cells *cells, size_t column, const char *text,
                                      struct arena *a, struct service_entry *ret)
{
	const struct cell *cell = cell_of(column);
	struct service *x = &ret->service;

	switch (cell->kind) {
	case CELL_TEXT:
		return read_text(cell, text, a, x);
	case CELL_ORGANISATION:
		if (strlen(text) > NAME_MOST)
			return (struct service_said){ .refused =
				                              _("This is too long to be right.") };
		ret->organisation = arena_strdup(a, text);
		break;
	case CELL_WAYS:
		return read_ways(cell, text, a, x);
	case CELL_NUMBER:
		return read_number(cell, text, x);
	case CELL_POSTCODE:
		return read_postcode(text, a, x);
	case CELL_STATUS:
		return read_status(text, a, x);
	case CELL_CHECKED:
		return read_checked(cells, text, x);
	case CELL_HOW:
		x->checked_how = (enum check_way)words_find(&check_ways, str_of(text));
		break;
	case CELL_CONCERNS:
		read_concerns(cells, text, a, &ret->concerns);
		break;
	case CELL_AREAS:
		return read_areas(text, a, &ret->areas);
	}
	return (struct service_said){ 0 };
}

static bool codes_equal(const struct code_list *x, const struct code_list *y)
{
	if (x->n != y->n)
		return false;
	for (size_t i = 0; i < x->n; i++)
		if (!text_equal(x->at[i], y->at[i]))
			return false;
	return true;
}

/* However its digits are grouped, it is the same number. */
static bool texts_equal(const struct cell *cell, const char *x, const char *y)
{
	struct arena a = { 0 };
	bool same = text_equal(x, y);

	if (!same && text_equal(cell->name, "phone"))
		same = text_equal(phone_shown(x, &a), phone_shown(y, &a));
	arena_reset(&a);
	return same;
}

bool service_cell_equal(size_t column, const struct service_entry *x, const struct service_entry *y)
{
	const struct cell *cell = cell_of(column);
	struct service a = x->service, b = y->service;

	switch (cell->kind) {
	case CELL_TEXT:
	case CELL_WAYS:
	case CELL_POSTCODE:
		return texts_equal(cell, *text_at(&a, cell), *text_at(&b, cell));
	case CELL_ORGANISATION:
		return text_equal(x->organisation, y->organisation);
	case CELL_NUMBER:
		return *number_at(&a, cell) == *number_at(&b, cell);
	case CELL_STATUS:
		return a.status == b.status;
	case CELL_CHECKED:
		return a.last_checked == b.last_checked;
	case CELL_HOW:
		return a.checked_how == b.checked_how;
	case CELL_CONCERNS:
		return codes_equal(&x->concerns, &y->concerns);
	case CELL_AREAS:
		return codes_equal(&x->areas, &y->areas);
	}
	return true;
}

void service_cell_copy(size_t column, struct service_entry *to, const struct service_entry *from)
{
	const struct cell *cell = cell_of(column);
	struct service source = from->service;

	switch (cell->kind) {
	case CELL_TEXT:
	case CELL_WAYS:
	case CELL_POSTCODE:
		*text_at(&to->service, cell) = *text_at(&source, cell);
		return;
	case CELL_ORGANISATION:
		to->organisation = from->organisation;
		return;
	case CELL_NUMBER:
		*number_at(&to->service, cell) = *number_at(&source, cell);
		return;
	case CELL_STATUS:
		to->service.status = source.status;
		return;
	case CELL_CHECKED:
		to->service.last_checked = source.last_checked;
		return;
	case CELL_HOW:
		to->service.checked_how = source.checked_how;
		return;
	case CELL_CONCERNS:
		to->concerns = from->concerns;
		return;
	case CELL_AREAS:
		to->areas = from->areas;
		return;
	}
}
