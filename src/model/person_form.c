#include "model/person_form.h"

#include "person_parts.h"

#include "model/cancer_site.h"
#include "model/care_number.h"
#include "model/none.h"
#include "model/phone.h"
#include "model/places.h"

#include "base/text.h"
#include "base/words.h"

#include <string.h>

struct person_details person_details_blank(void)
{
	struct person_details d = { .person = person_blank,
		                    .safe = safe_contact_blank,
		                    .email = contact_point_blank };

	for (size_t i = 0; i < COUNT_OF(d.phones); i++) {
		d.phones[i] = contact_point_blank;
		d.phones[i].kind = CONTACT_POINT_PHONE;
	}
	d.email.kind = CONTACT_POINT_EMAIL;
	return d;
}

/* ---- what a form shows ---- */

static const char *flag_text(bool flag)
{
	return flag ? "yes" : "";
}

static const char *asked_text(enum asked said)
{
	return said == SAID_YES ? "yes" : said == SAID_NO ? "no" : "";
}

static const char *tenth_text(int tenth, struct arena *a)
{
	return tenth == NUMBER_NONE ? "" : arena_printf(a, "%d", tenth);
}

static const char *shown(const struct place_of *place, const void *at, struct arena *a)
{
	const char *word;

	switch (place->take) {
	case TAKE_TEXT:
	case TAKE_NAME:
	case TAKE_NOTE:
	case TAKE_POSTCODE:
	case TAKE_EMAIL:
	case TAKE_PRACTICE:
		break;
	case TAKE_NUMBER:
		return care_number_shown(*(const char *const *)at, a);
	case TAKE_PHONE:
		return phone_shown(*(const char *const *)at, a);
	case TAKE_COUNCIL:
		return **(const char *const *)at ? area_name(*(const char *const *)at, a) : "";
	case TAKE_SITE:
		return cancer_site_shown(*(const char *const *)at, a);
	case TAKE_TENTH:
		return tenth_text(*(const int *)at, a);
	case TAKE_BIRTH:
	case TAKE_PAST:
	case TAKE_AHEAD:
		return day_birth(*(const day *)at, a);
	case TAKE_ASKED:
		return asked_text(*(const enum asked *)at);
	case TAKE_FLAG:
		return flag_text(*(const bool *)at);
	case TAKE_WORD:
		word = words_word(place->words, *(const int *)at);
		return word ? word : "";
	}
	return *(const char *const *)at;
}

struct values person_values(const struct person_details *d, struct arena *a)
{
	struct values v = { 0 };

	for (const struct place_of *place = person_places; place->name; place++)
		values_set(&v, a, place->name, shown(place, (const char *)d + place->offset, a));
	return v;
}

/* ---- what was typed ---- */

enum number_kind number_typed(const char *text, struct arena *a, const char **digits,
                              const char **ret)
{
	enum number_kind kind;
	size_t typed = strlen(text_digits(str_of(text), a));

	*digits = care_number_digits(text, a);
	*ret = "";
	if (**digits == '\0' && text_empty(arena_str(a, str_trim(str_of(text)))))
		return NUMBER_KIND_NONE;
	if (strlen(*digits) != 10) {
		*ret = arena_printf(a, _("A number has ten digits; this has %zu."),
		                    strlen(*digits));
		return NUMBER_KIND_NONE;
	}
	kind = care_number_kind(*digits);
	if (kind == NUMBER_KIND_NONE) {
		*ret = _("The check digit does not fit. Read it back to them.");
		return NUMBER_DOUBTFUL;
	}
	if (kind == NUMBER_DOUBTFUL && care_number_dated(*digits))
		*ret = _("A CHI number with another check digit. Read it back to them.");
	else if (kind == NUMBER_DOUBTFUL)
		*ret = _("Not of a range that is given out. Read it back to them.");
	else if (typed == 9)
		*ret = _("CHI number, with the 0 in front that was lost");
	else
		*ret = words_label(&number_kinds, (int)kind);
	return kind;
}

static const struct value *value_named(const struct values *v, const char *name)
{
	for (size_t i = 0; i < v->n; i++)
		if (text_equal(v->at[i].name, name))
			return &v->at[i];
	return NULL;
}

/* Blanks of every kind around it go; within a line, what was pasted in rows is one row. */
static const char *as_typed(const char *text, enum take take, struct arena *a)
{
	char *copy = arena_str(a, str_trim(str_of(text)));

	for (char *at = copy; take != TAKE_NOTE && *at; at++)
		if (*at == '\n' || *at == '\r' || *at == '\t')
			*at = ' ';
	return copy;
}

/* What follows from where it is, while nobody has said otherwise. */
static void follow_site(struct person *p, struct arena *a)
{
	struct cancer_site site;

	if (text_empty(p->cancer_group) && !text_empty(p->cancer_site) &&
	    cancer_sites_find(p->cancer_site, 1, a, &site) == 1)
		p->cancer_group = site.group;
}

static bool was_there(const struct problems *before, const struct problem *p)
{
	for (size_t i = 0; i < before->n; i++)
		if (text_equal(before->at[i].field, p->field) &&
		    text_equal(before->at[i].text, p->text))
			return true;
	return false;
}

/* What was wrong in the record already stops nobody who came to change something else. */
static void say_bounds(const struct person *was, const struct person *now, struct arena *a,
                       struct problems *problems)
{
	struct problems before = { 0 }, after = { 0 };

	person_bounds(was, a, &before);
	person_bounds(now, a, &after);
	for (size_t i = 0; i < after.n; i++) {
		struct problem *p = ARENA_PUSH(a, problems);

		*p = after.at[i];
		p->warning = p->warning || was_there(&before, p);
	}
}

void person_take(const struct values *v, const struct form_from *from, struct arena *a,
                 struct person_details *d, struct problems *problems)
{
	struct taking t = { .from = from, .a = a, .d = d, .problems = problems };
	const struct person was = d->person;

	for (const struct place_of *place = person_places; place->name; place++) {
		const struct value *value = value_named(v, place->name);

		if (!value)
			continue;
		t.name = place->name;
		t.text = as_typed(value->text, place->take, a);
		person_take_one(&t, place, (char *)d + place->offset);
	}
	if (d->person.stage != was.stage)
		d->person.stage_since = d->person.stage == STAGE_NONE ? DAY_NONE : from->today;
	follow_site(&d->person, a);
	if (text_empty(d->person.family_name))
		problem_add(problems, a, "family_name", "%s", _("Family name is needed."));
	say_bounds(&was, &d->person, a, problems);
}
