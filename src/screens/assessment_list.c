#include "assessment.h"

#include "desk.h"

#include "base/words.h"
#include "model/none.h"

/* Which list they are asked by: the header's choice, before anything is answered. */

void assessment_sheet_begin(struct screen *s)
{
	struct assessment_state *st = s->state;

	assess_begin(&st->sheet, &st->start.set, &s->keep);
	assess_add_measures(&st->sheet, &st->start.measures);
	assess_measured_before(&st->sheet, &st->start.measured_before);
	if (st->start.before.id.n != 0) {
		assess_before(&st->sheet, st->start.before.overall, &st->start.was);
		st->sheet.view = ASSESS_LAST;
	}
	st->sheet.in_treatment = st->start.in_treatment;
	st->red = st->sheet.n;
	st->top = 0;
}

const struct field *assessment_header_fields(struct screen *s)
{
	const struct assessment_state *st = s->state;
	const struct list_offers *lists = &st->start.lists;
	struct words *words = ARENA_NEW(&s->keep, struct words);
	struct word *at = ARENA_ARRAY(&s->keep, lists->n, struct word);
	struct field *fields;
	size_t n = 0;

	if (lists->n < 2 || assessment_corrects(st))
		return assess_header_form;
	while (assess_header_form[n].name)
		n++;
	fields = ARENA_ARRAY(&s->keep, n + 2, struct field);
	for (size_t i = 0; i < n; i++)
		fields[i] = assess_header_form[i];
	for (size_t i = 0; i < lists->n; i++)
		at[i] = (struct word){ (int)i + 1, lists->at[i].name, lists->at[i].title };
	*words = (struct words){ "list", at, lists->n };
	fields[n] = (struct field){ .name = "list",
		                    .label = _("Asked by"),
		                    .kind = FIELD_CHOICE,
		                    .words = words,
		                    .help = _("Another list only before the first answer") };
	return fields;
}

static bool is_answered(const struct assess *x)
{
	for (size_t i = 0; i < x->n; i++)
		if (x->row[i].now.answer != CONCERN_ANSWER_NONE || x->row[i].now.nothing)
			return true;
	return false;
}

const char *assessment_use_list(struct screen *s, const char *name)
{
	struct assessment_state *st = s->state;
	struct session *session = screen_session(s);
	const struct concern_set *set;

	if (text_empty(name) || text_equal(name, st->sheet.set->name))
		return NULL;
	if (is_answered(&st->sheet))
		return _("Something is answered by the other list. Take it back first, or end this "
		         "one.");
	if (session_concerns(session, name, &set) != OK)
		return session_fault(session);
	st->start.set = *set;
	st->start.header.list = set->name;
	assessment_start_before(&st->start);
	assessment_sheet_begin(s);
	return NULL;
}
