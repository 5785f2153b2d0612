#include "echo.h"

#include "base/words.h"
#include "model/cancer_site.h"
#include "model/lists.h"
#include "model/urgent.h"
#include "model/when.h"

static const char *day_echo(const struct form_entry *e, const struct form_from *from,
                            struct arena *a)
{
	static const char *const ahead[] = { "first_contact_by", "stage_ends_on" };
	struct when_from typed = { from->today, from->holidays, WHEN_BACK };
	const char *fault;
	struct when when;

	for (size_t i = 0; i < COUNT_OF(ahead); i++)
		if (text_equal(e->field->name, ahead[i]))
			typed.way = WHEN_AHEAD;
	if (when_parse(line_text(&e->line), &typed, a, &when, &fault) != OK)
		return NULL;
	return *when.note ? when.note : day_short(when.on, from->today, a);
}

static const char *birth_echo(const struct form_entry *e, day today, struct arena *a)
{
	const char *fault;
	day born;

	if (birth_parse(line_text(&e->line), today, a, &born, &fault) != OK)
		return NULL;
	return arena_printf(a, _("%s, %d years old"), day_birth(born, a),
	                    day_years_between(born, today));
}

/* The site a code or a name stands for, and what it counts as. */
static const char *site_echo(const char *typed, struct arena *a)
{
	struct cancer_site site;
	const char *shown, *group;

	if (cancer_sites_find(typed, 1, a, &site) != 1)
		return NULL;
	shown = cancer_site_shown(site.code, a);
	group = choice_label("cancer-groups", site.group, a);
	if (text_equal(group, site.label))
		return text_equal(shown, typed) ? NULL : shown;
	return arena_printf(a, _("%s, counted as %s"), shown, group);
}

/* How the urgent referral stands against the 62 days. */
static const char *urgent_echo(const struct form *f, const struct form_from *from, struct arena *a)
{
	struct values v = form_values(f, a);
	struct person_details d = person_details_blank();
	struct problems ignored = { 0 };

	person_take(&v, from, a, &d, &ignored);
	return urgent_text(&d.person, from->today, a);
}

static const char *echo_of(const struct form_entry *e, const struct form_from *from,
                           struct arena *a)
{
	const char *digits, *says;

	if (line_empty(&e->line))
		return NULL;
	if (e->field->kind == FIELD_BIRTH)
		return birth_echo(e, from->today, a);
	if (e->field->kind == FIELD_DAY)
		return day_echo(e, from, a);
	if (text_equal(e->field->name, "cancer_site"))
		return site_echo(line_text(&e->line), a);
	number_typed(line_text(&e->line), a, &digits, &says);
	return says;
}

static const char *urgent_or_day(const struct form *f, const struct form_entry *e,
                                 const struct form_from *from, struct arena *a)
{
	const char *urgent = urgent_echo(f, from, a);

	return *urgent ? urgent : echo_of(e, from, a);
}

void echo_values(struct form *f, const struct form_from *from, struct arena *a)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct form_entry *e = &f->at[i];

		if (text_equal(e->field->name, "urgent_referral_on") && !line_empty(&e->line))
			form_echo(f, e->field->name, urgent_or_day(f, e, from, a));
		else if (e->field->kind == FIELD_BIRTH || e->field->kind == FIELD_DAY ||
		         text_equal(e->field->name, "cancer_site") ||
		         text_equal(e->field->name, "nhs_number"))
			form_echo(f, e->field->name, echo_of(e, from, a));
	}
}
