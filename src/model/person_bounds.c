#include "person_parts.h"

#include "model/cancer_site.h"
#include "model/care_number.h"

#include "base/words.h"

/* What cannot be of one person, and what is only strange: named in words, under the field. */

static void say_outside(const struct person *p, const char *field, day on, struct arena *a,
                        struct problems *problems)
{
	if (!day_valid(on))
		return;
	if (day_valid(p->born_on) && on < p->born_on)
		problem_add(problems, a, field, _("That is before they were born, %s."),
		            day_birth(p->born_on, a));
	if (day_valid(p->died_on) && on > p->died_on)
		problem_add(problems, a, field, _("That is after they died, %s."),
		            day_birth(p->died_on, a));
}

/* A birth after the death, or after the day they came here, is a slip of the year. */
static void say_born(const struct person *p, struct arena *a, struct problems *problems)
{
	if (!day_valid(p->born_on))
		return;
	if (day_valid(p->died_on) && p->born_on > p->died_on)
		problem_add(problems, a, "date_of_birth", _("That is after they died, %s."),
		            day_birth(p->died_on, a));
	if (care_number_dated(p->care_number) && !care_number_born(p->care_number, p->born_on))
		problem_warn(
			problems, a, "nhs_number",
			_("A CHI number begins with the birth date: %.2s %.2s %.2s is not %s."),
			p->care_number, p->care_number + 2, p->care_number + 4,
			day_birth(p->born_on, a));
}

static void say_order(const struct person *p, struct arena *a, struct problems *problems)
{
	if (day_valid(p->treatment_began_on) && day_valid(p->treatment_ended_on) &&
	    p->treatment_ended_on < p->treatment_began_on)
		problem_add(problems, a, "treatment_ended_on", _("That is before it began, %s."),
		            day_birth(p->treatment_began_on, a));
	if (day_valid(p->treatment_began_on) && day_valid(p->stage_ends_on) &&
	    p->stage_ends_on < p->treatment_began_on)
		problem_add(problems, a, "stage_ends_on", _("That is before it began, %s."),
		            day_birth(p->treatment_began_on, a));
	if (day_valid(p->urgent_referral_on) && day_valid(p->diagnosed_on) &&
	    p->diagnosed_on < p->urgent_referral_on)
		problem_warn(problems, a, "diagnosed_on",
		             _("That is before the urgent referral, %s. Is it the same illness?"),
		             day_birth(p->urgent_referral_on, a));
	if (day_valid(p->diagnosed_on) && day_valid(p->treatment_began_on) &&
	    p->treatment_began_on < p->diagnosed_on)
		problem_warn(problems, a, "treatment_began_on",
		             _("That is before the diagnosis, %s. Is it the same illness?"),
		             day_birth(p->diagnosed_on, a));
}

void person_bounds(const struct person *p, struct arena *a, struct problems *problems)
{
	say_born(p, a, problems);
	say_outside(p, "diagnosed_on", p->diagnosed_on, a, problems);
	say_outside(p, "urgent_referral_on", p->urgent_referral_on, a, problems);
	say_outside(p, "treatment_began_on", p->treatment_began_on, a, problems);
	say_outside(p, "treatment_ended_on", p->treatment_ended_on, a, problems);
	say_outside(p, "about_on", p->about_on, a, problems);
	say_order(p, a, problems);
	if (cancer_site_strange(p->cancer_site, p->sex))
		problem_warn(problems, a, "cancer_site",
		             _("That does not go with the sex on record, %s. Is either wrong?"),
		             words_label(&sexes, (int)p->sex));
}
