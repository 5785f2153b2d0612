#include "package_reading.h"
#include "package_values.h"

#include "base/text.h"
#include "base/words.h"
#include "model/none.h"
#include "model/places.h"
#include "model/service_ways.h"
#include "model/when.h"

#include <stdlib.h>
#include <string.h>

#define TEXT_MOST ((size_t)8000)

static struct code_list *recall(struct package_reader *p, struct package_memo *memo,
                                struct str text, bool *isnew)
{
	uint32_t number;

	*isnew = package_id_add(&memo->ids, text, &number);
	if (*isnew)
		ARENA_PUSH(p->a, memo);
	return &memo->at[number];
}

static void add_codes(struct code_list *to, const struct code_list *from, struct arena *a)
{
	for (size_t i = 0; i < from->n; i++)
		code_list_add(to, from->at[i], a);
}

void package_add_category(struct package_reader *p, const char *text, struct arena *a)
{
	bool isnew;
	struct code_list *known = recall(p, &p->categories, str_of(text), &isnew);

	if (isnew && *text) {
		struct arena scratch = { 0 };
		struct concern_pick pick = concern_from_category(p->o.concerns, text, &scratch);

		for (size_t i = 0; i < pick.n; i++)
			code_list_add(known, pick.at[i]->code, p->a);
		arena_reset(&scratch);
		if (known->n == 0)
			*ARENA_PUSH(p->a, &p->about.categories) = text_safe(str_of(text), p->a);
	}
	add_codes(&p->entry.concerns, known, a);
}

void package_add_area(struct package_reader *p, const struct package_at *at, const char *text,
                      struct arena *a)
{
	bool isnew;
	struct code_list *known = recall(p, &p->areas, str_of(text), &isnew);

	if (isnew && *text) {
		struct arena scratch = { 0 };
		const char *code = area_find(text, &scratch);

		if (code)
			code_list_add(known, arena_strdup(p->a, code), p->a);
		arena_reset(&scratch);
	}
	if (known->n == 0 && *text)
		package_note(p, at->f, at->line,
		             &(struct package_wrong){ at->column, text,
		                                      _("No council, region or nation we know: "
		                                        "left out.") });
	add_codes(&p->entry.areas, known, a);
}

static bool begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

void package_status(struct package_reader *p, const struct package_at *at, const char *text,
                    struct arena *a)
{
	const char *folded = text_fold(str_of(text), a);
	int known = words_find(&service_statuses, str_of(text));

	if (text_empty(text) || text_equal(folded, "active"))
		return;
	if (known != SERVICE_STATUS_NONE)
		p->entry.service.status = (enum service_status)known;
	else if (text_equal(folded, "inactive") || text_equal(folded, "defunct") ||
	         text_equal(folded, "closed"))
		p->entry.service.status = SERVICE_CLOSED;
	else if (begins(folded, "temporar"))
		p->entry.service.status = SERVICE_CLOSED_UNTIL;
	else
		package_note(p, at->f, at->line,
		             &(struct package_wrong){ at->column, text,
		                                      _("Not a state we know: taken as open.") });
}

const char *package_text(struct package_reader *p, const struct package_at *at, struct str text,
                         struct arena *a)
{
	size_t n = TEXT_MOST;

	if (text.n <= TEXT_MOST)
		return arena_str(a, text);
	while (n > 0 && ((unsigned char)text.at[n] & 0xc0) == 0x80)
		n--;
	package_note(
		p, at->f, at->line,
		&(struct package_wrong){ at->column, "", _("Longer than 8000 bytes: cut there.") });
	return arena_str(a, (struct str){ text.at, n });
}

static void read_age(struct package_reader *p, const struct package_at *at, const char *text,
                     int *ret)
{
	if (*text && !package_age(text, ret))
		package_note(p, at->f, at->line,
		             &(struct package_wrong){ at->column, text,
		                                      _("This is no age: left out.") });
}

void package_ages(struct package_reader *p, const struct package_at *at, const char *from,
                  const char *to)
{
	struct service *x = &p->entry.service;
	struct package_at behind = *at;

	behind.column++;
	read_age(p, at, from, &x->min_age);
	read_age(p, &behind, to, &x->max_age);
	if (x->min_age <= 0)
		x->min_age = NUMBER_NONE;
	if (x->max_age >= 0 && x->max_age < x->min_age) {
		x->max_age = NUMBER_NONE;
		package_note(p, at->f, at->line,
		             &(struct package_wrong){ behind.column, to,
		                                      _("Younger than the youngest: left out.") });
	}
}

const char *package_join(const char *list, const char *between, const char *text, struct arena *a)
{
	const char *at = text_empty(text) ? list : strstr(list, text);

	if (at)
		return list;
	return text_empty(list) ? arena_strdup(a, text)
	                        : arena_printf(a, "%s%s%s", list, between, text);
}

/* Their own check is their word, and never ours. */
void package_assured(struct package_reader *p, const char *text, struct arena *a)
{
	struct str head = str_of(text);
	day on;

	if (head.n > 10)
		head.n = 10;
	if (head.n == 0 || !csv_day_parse(head, p->o.today, WHEN_BACK, &on) || on > p->o.today)
		return;
	p->entry.assured_on = on;
	p->entry.service.source_note =
		arena_printf(a, _("Says checked on %s (their word)."), day_birth(on, a));
}

static int by_bytes(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

void package_codes_sort(struct code_list *list)
{
	if (list->n > 1)
		qsort(list->at, list->n, sizeof(list->at[0]), by_bytes);
}
