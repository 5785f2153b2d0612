#include "echo.h"

#include "base/words.h"
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
	number_typed(line_text(&e->line), a, &digits, &says);
	return says;
}

void echo_values(struct form *f, const struct form_from *from, struct arena *a)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct form_entry *e = &f->at[i];

		if (e->field->kind == FIELD_BIRTH || e->field->kind == FIELD_DAY ||
		    text_equal(e->field->name, "nhs_number"))
			form_echo(f, e->field->name, echo_of(e, from, a));
	}
}
