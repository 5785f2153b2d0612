#include "desk.h"
#include "screens.h"

#include "base/attr.h"
#include "casework/presence.h"

#include <stdio.h>
#include <string.h>

/* Screens in which somebody's record stands open. On a list, whoever is under the cursor is not. */
static bool opens_record(const struct screen_ops *ops)
{
	static const struct screen_ops *const records[] = {
		&person_screen,    &contact_screen,  &assessment_screen, &plan_screen,
		&strengths_screen, &goal_screen,     &worse_screen,      &money_screen,
		&review_screen,    &versions_screen, &details_screen,    &happened_screen,
		&reminder_screen,  &picker_screen,   &signpost_screen,   &unreached_screen,
		&paper_screen,     &unmet_screen,    &safety_screen,
	};

	for (size_t i = 0; i < COUNT_OF(records); i++)
		if (records[i] == ops)
			return true;
	return false;
}

/* The topmost of them that is about somebody; NULL: nobody's record is open. */
static const struct screen *open_record(const struct desk *d)
{
	for (size_t i = d->depth; i > 0; i--) {
		const struct screen *s = d->stack[i - 1];

		if (opens_record(s->ops) && s->ops->subject && s->ops->subject(s) != 0)
			return s;
	}
	return NULL;
}

/* Read again when there is something to learn: another record, or another second. */
static bool is_fresh(struct desk *d, struct person_id person)
{
	bool fresh = d->here_person == person.n && d->here_at == d->session->now;

	d->here_person = person.n;
	d->here_at = d->session->now;
	return fresh;
}

bool desk_here(struct desk *d)
{
	const struct screen *s;
	struct person_id person = { 0 };
	struct arena a = { 0 };
	const char *others = "";
	bool changed = false;

	/* What cannot be written or read now is no reason to stop anybody: the next key tries again. */
	if (!d->session) {
		if (d->waiting)
			(void)!casework_go_away(d->waiting);
		d->here[0] = '\0';
		d->here_person = 0;
		return false;
	}
	d->session->here.place = d->from;
	s = open_record(d);
	if (s)
		person.n = s->ops->subject(s);
	(void)!casework_be_here(d->session, person, s ? s->ops->name : "");
	if (!is_fresh(d, person) && casework_others_here(d->session, person, &a, &others) == OK) {
		changed = strcmp(d->here, others) != 0;
		snprintf(d->here, sizeof(d->here), "%s", others);
	}
	arena_reset(&a);
	return changed;
}
