#include "desk.h"
#include "screens.h"

#include "base/attr.h"
#include "base/words.h"
#include "casework/strip.h"

/*
 * Side by side: the person, or somebody next to them, sees the screen too. Only what is theirs may
 * stand on it. Which screens that is, is said here once; what they leave out, they ask the grid.
 */
static bool may_stand(const struct screen_ops *where)
{
	static const struct screen_ops *const theirs[] = {
		&person_screen,    &contact_screen,      &assessment_screen, &plan_screen,
		&plan_menu_screen, &strengths_screen,    &goal_screen,       &worse_screen,
		&money_screen,     &review_screen,       &versions_screen,   &paper_screen,
		&picker_screen,    &service_screen,      &sheet_screen,      &for_what_screen,
		&signpost_screen,  &consent_form_screen, &notice_screen,     &unmet_screen,
		&assessed_screen,  &safety_screen,       &help_screen,       &reason_screen,
		&proof_screen,     &anyway_screen,       &lock_screen,       &sign_in_screen,
	};

	for (size_t i = 0; i < COUNT_OF(theirs); i++)
		if (theirs[i] == where)
			return true;
	return false;
}

bool desk_side_by_side(const struct desk *d)
{
	return d->beside != 0;
}

bool desk_beside_refuses(struct desk *d, const struct screen_ops *where)
{
	if (!desk_side_by_side(d) || may_stand(where))
		return false;
	desk_say(d, _("Side by side: only what is theirs is shown. g v ends it."));
	return true;
}

bool desk_beside_strange(struct desk *d, const struct screen *s)
{
	int64_t subject = s->ops->subject ? s->ops->subject(s) : 0;

	if (!desk_side_by_side(d) || subject == 0 || subject == d->beside)
		return false;
	desk_say(d, _("Side by side: nobody else is shown. g v ends it."));
	return true;
}

void desk_beside_settle(struct desk *d)
{
	struct visit v = visit_person(&person_screen, (struct person_id){ d->beside });
	const struct screen *top = desk_top(d);

	if (!desk_side_by_side(d) || !d->session || !top || may_stand(top->ops))
		return;
	if (desk_open(d, &v) != OK) {
		d->beside = 0; /* there is nothing of theirs to show */
		desk_say_fault(d);
	}
}

void desk_beside_begin(struct desk *d, int64_t person)
{
	if (d->beside == person)
		return;
	d->beside = person;
	desk_say(d,
	         _("Side by side: only what is theirs is shown. i shows the note, g v ends it."));
}

void desk_beside_turn(struct desk *d)
{
	int64_t person = desk_subject(d);

	if (desk_side_by_side(d)) {
		d->beside = 0;
		desk_say(d, _("No longer side by side."));
	} else if (person == 0) {
		desk_say(d, _("Side by side is with somebody: ↓ to them, or open them, first."));
	} else {
		desk_beside_begin(d, person);
		desk_beside_settle(d);
	}
}

/* What is safe stands in the message line until the next key, for whoever asks for it. */
static void show_note(struct desk *d)
{
	struct person_strip strip;
	struct arena a = { 0 };

	if (casework_strip(d->session, (struct person_id){ d->beside }, &a, &strip) != OK)
		desk_say_fault(d);
	else if (text_empty(strip.safe))
		desk_say(d, _("Nothing is to be minded."));
	else
		desk_say(d, "%s", strip.safe);
	arena_reset(&a);
}

/* Esc from the one screen that all this leads back to. */
static bool last_of_theirs(const struct desk *d)
{
	return d->depth > 1 && desk_top(d)->ops == &person_screen &&
	       !may_stand(d->stack[d->depth - 2]->ops);
}

bool desk_beside_take(struct desk *d, const struct input *in)
{
	if (!desk_side_by_side(d) || !d->session || desk_typing(d))
		return false;
	if (in->kind == INPUT_TEXT && (in->ch == 'i' || in->ch == 'I'))
		show_note(d);
	else if (in->kind == INPUT_TEXT && (in->ch == 'u' || in->ch == 'U'))
		desk_say(d,
		         _("Side by side: what you did last may be somebody else's. g v ends it."));
	else if (in->kind == INPUT_KEY && text_equal(in->key, "Esc") && last_of_theirs(d))
		desk_say(d, _("Side by side: g v ends it, and Esc goes back."));
	else
		return false;
	return true;
}
