#include "person.h"

#include "base/words.h"

#include <stdio.h>

/* Everything that is kept of a person, as lines: what the form changes, and the rest of the numbers. */

static void add(struct person_page *p, struct arena *a, const char *field, const char *label,
                const char *value)
{
	*ARENA_PUSH(a, &p->details) = (struct detail){ field, label, value };
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
	       text_equal(d->field, "email") || text_equal(d->label, _("Struck out"));
}

static void add_safe_set(struct person_page *p, struct arena *a)
{
	const char *set = p->view.strip.safe_set;

	if (p->view.ask_again)
		add(p, a, "safe_ring", _("Ask again"),
		    *set ? arena_printf(a, _("What is safe was %s: over 90 days ago"), set)
		         : _("What is safe was never asked"));
	else
		add(p, a, "safe_ring", _("What is safe"), set);
}

static void add_struck(struct person_page *p, struct arena *a)
{
	for (size_t i = 0; i < p->view.points.n; i++) {
		const struct contact_point *point = &p->view.points.at[i];

		if (day_valid(point->struck_on))
			add(p, a, NULL, _("Struck out"), point->value);
	}
}

void person_details_list(struct person_page *p, const struct person_details *d, struct arena *a)
{
	const struct field *fields = person_fields(a);
	const struct values v = person_values(d, a);
	const char *heading = NULL;

	p->details = (struct detail_list){ 0 };
	for (const struct field *f = fields; f->name || f->label; f++) {
		const char *value = f->name ? values_get(&v, f->name) : "";

		if (f->kind == FIELD_HEADING) {
			heading = f->label;
			continue;
		}
		if (!*value && asked_of_safety(f))
			value = _("not asked");
		if (!*value ||
		    (person_died(&d->person) && reaches(&(struct detail){ f->name, "", "" })))
			continue;
		if (heading)
			add(p, a, NULL, heading, NULL);
		heading = NULL;
		if (text_equal(f->name, "safe_ring"))
			add_safe_set(p, a);
		add(p, a, f->name, f->label, value_text(f, value));
		if (text_equal(f->name, "family_name"))
			add(p, a, NULL, _("Reference"), p->view.strip.ref);
	}
	if (!person_died(&d->person))
		add_struck(p, a);
}

static void put_detail(const struct person_page *p, struct grid *g, int row, const struct detail *d)
{
	bool missing = text_equal(d->value, _("not asked")) || text_equal(d->label, _("Ask again"));

	if (!d->value) {
		grid_put(g, row, GRID_MARGIN, -1, LOOK_HEAD, d->label);
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
