#include "parts.h"
#include "person.h"

#include "base/words.h"

#include <stdio.h>

/* Everything that is kept of a person, as lines: what the form changes, and the rest of the numbers. */

static void add(struct person_page *p, struct arena *a, const char *field, const char *label,
                const char *value)
{
	*ARENA_PUSH(a, &p->details) = (struct detail){ field, label, value, "" };
}

static const char *value_text(const struct field *field, const char *value)
{
	int found;

	switch (field->kind) {
	case FIELD_CHOICE:
		found = field->words ? words_find(field->words, str_of(value)) : 0;
		return found != 0 ? words_label(field->words, found) : value;
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_DAY:
	case FIELD_BIRTH:
	case FIELD_TIME:
	case FIELD_NUMBER:
	case FIELD_PHONE:
	case FIELD_POSTCODE:
	case FIELD_ASKED:
	case FIELD_HEADING:
	case FIELD_OPENS:
		break;
	}
	return value;
}

/* What is safe is shown also where it was not asked, which counts as no. */
static bool asked_of_safety(const struct field *field)
{
	static const char *const names[] = { "safe_ring",  "safe_other",  "safe_voicemail",
		                             "safe_text",  "safe_email",  "safe_post",
		                             "safe_visit", "partner_told" };

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (text_equal(field->name, names[i]))
			return true;
	return false;
}

/* A way of reaching them, which somebody in danger has hidden until the line was read. */
static bool reaches(const struct detail *d)
{
	return text_equal(d->field, "phone") || text_equal(d->field, "phone_2") ||
	       text_equal(d->field, "email") || text_equal(d->field, "points");
}

static void add_safe_set(struct person_page *p, struct arena *a)
{
	const char *set = p->view.strip.safe_set, *because = p->view.safe.ask_because;

	if (p->view.ask_again)
		add(p, a, "safe_ring", _("Ask again"),
		    *because ? arena_printf(a, _("What is safe was %s: %s since"), set, because)
		    : *set   ? arena_printf(a, _("What is safe was %s: over 90 days ago"), set)
		             : _("What is safe was never asked"));
	else
		add(p, a, "safe_ring", _("What is safe"), set);
}

/* The numbers and addresses that the form has no place for, and those that were struck out. */
static void add_points(struct person_page *p, struct arena *a)
{
	size_t phones = 0, addresses = 0;

	for (size_t i = 0; i < p->view.points.n; i++) {
		const struct contact_point *x = &p->view.points.at[i];
		bool phone = x->kind == CONTACT_POINT_PHONE;

		if (day_valid(x->struck_on))
			add(p, a, "points", _("Struck out"), x->value);
		else if (phone ? phones++ >= DETAILS_PHONES : addresses++ >= 1)
			add(p, a, "points", _("And"), contact_point_text(x, a));
	}
}

static void add_relatives(struct person_page *p, const char *label,
                          const struct view_relative_list *list, struct arena *a)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct view_relative *r = &list->at[i];

		add(p, a, "people", label,
		    *r->more ? arena_printf(a, "%s · %s", r->who, r->more) : r->who);
	}
}

static void add_people(struct person_page *p, struct arena *a)
{
	add_relatives(p, _("Looks after"), &p->view.looks_after, a);
	add_relatives(p, _("Helped by"), &p->view.helped_by, a);
}

/* The heading of a part, with the digit that opens it. */
static void add_part(struct person_page *p, struct arena *a, const struct field *heading,
                     const struct values *v)
{
	int digit = 1;

	for (size_t i = 0; i < p->details.n; i++)
		digit += p->details.at[i].value == NULL;
	add(p, a, heading->label, arena_printf(a, "%d  %s", digit, heading->label), NULL);
	p->details.at[p->details.n - 1].filled = part_filled_text(heading, v, a);
}

static void add_value(struct person_page *p, const struct person_details *d, const struct field *f,
                      const char *value, struct arena *a)
{
	if (!*value && asked_of_safety(f))
		value = _("not asked");
	if (!*value ||
	    (person_died(&d->person) && reaches(&(struct detail){ f->name, "", "", "" })))
		return;
	if (text_equal(f->name, "safe_ring"))
		add_safe_set(p, a);
	add(p, a, f->name, f->label, value_text(f, value));
	if (text_equal(f->name, "family_name"))
		add(p, a, NULL, _("Reference"), p->view.strip.ref);
}

/* What a part shows that is no value of the form. */
static void add_opened(struct person_page *p, const struct person_details *d, const struct field *f,
                       struct arena *a)
{
	if (text_equal(f->name, "points") && !person_died(&d->person))
		add_points(p, a);
	if (text_equal(f->name, "people"))
		add_people(p, a);
}

void person_details_list(struct person_page *p, const struct person_details *d, struct arena *a)
{
	const struct field *fields = person_fields(a);
	const struct values v = person_values(d, a);

	p->details = (struct detail_list){ 0 };
	for (const struct field *f = fields; f->name || f->label; f++) {
		if (f->kind == FIELD_HEADING)
			add_part(p, a, f, &v);
		else if (f->kind == FIELD_OPENS)
			add_opened(p, d, f, a);
		else
			add_value(p, d, f, values_get(&v, f->name), a);
	}
}

struct detail person_part(size_t digit, struct arena *a)
{
	for (const struct field *f = person_fields(a); f->name || f->label; f++)
		if (f->kind == FIELD_HEADING && --digit == 0)
			return (struct detail){ f->label, f->label, NULL, "" };
	return (struct detail){ 0 };
}

static void put_detail(const struct person_page *p, struct grid *g, int row, const struct detail *d)
{
	bool missing = text_equal(d->value, _("not asked")) || text_equal(d->label, _("Ask again"));

	if (!d->value) {
		grid_head(g, row, d->label, *d->filled ? d->filled : NULL);
		return;
	}
	grid_put(g, row, GRID_TEXT, 24, LOOK_SECOND, d->label);
	if (reaches(d) && p->view.strip.danger && !p->line_left) {
		grid_put(g, row, GRID_TEXT + 25, -1, LOOK_ALARM,
		         _("read the line above first, then Enter"));
		return;
	}
	grid_put(g, row, GRID_TEXT + 25, -1, missing ? LOOK_ATTENTION : LOOK_PLAIN, d->value);
}

void person_put_details(struct person_page *p, struct grid *g, int row)
{
	struct list_view *list = &p->list[TAB_DETAILS];
	struct list_window w = list_window(list, g->rows - row);

	for (size_t i = 0; i < w.shown; i++, row++) {
		put_detail(p, g, row, &p->details.at[w.first + i]);
		if (w.first + i == list->at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
}
