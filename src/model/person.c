#include "model/person.h"

#include "model/none.h"

#include "base/text.h"
#include "base/words.h"

const struct words number_kinds = WORDS("kind of care number", NUMBER_KINDS);
const struct words sexes = WORDS("sex", SEXES);
const struct words stages = WORDS("stage", STAGES);
const struct words knowings = WORDS("note of what they know", KNOWINGS);

const struct person person_blank = {
	.family_name = "",
	.given_name = "",
	.known_as = "",
	.pronouns = "",
	.born_on = DAY_NONE,
	.care_number = "",
	.gender = "",
	.ethnicity = "",
	.religion = "",
	.deprivation = NUMBER_NONE,
	.gp_name = "",
	.gp_code = "",
	.cancer_site = "",
	.treatment_began_on = DAY_NONE,
	.treatment_ended_on = DAY_NONE,
	.about_me = "",
	.about_by = "",
	.about_on = DAY_NONE,
	.language = "",
	.interpreter = "",
	.access_needs = "",
	.address = "",
	.postcode = "",
	.council = "",
	.gp_practice = "",
	.work = "",
	.cancer_group = "",
	.diagnosed_on = DAY_NONE,
	.urgent_referral_on = DAY_NONE,
	.stage_since = DAY_NONE,
	.stage_ends_on = DAY_NONE,
	.treatment = "",
	.in_hospital_since = DAY_NONE,
	.clinical_contact = "",
	.clinical_phone = "",
	.alert_phone = "",
	.matters = "",
	.no_more_contact_on = DAY_NONE,
	.quiet_until = DAY_NONE,
	.died_on = DAY_NONE,
	.died_about = "",
	.created_on = DAY_NONE,
};

const char *person_name(const struct person *p, struct arena *a)
{
	if (text_empty(p->given_name))
		return arena_strdup(a, p->family_name);
	return arena_printf(a, "%s, %s", p->family_name, p->given_name);
}

static struct str first_letter(struct str s)
{
	struct text_cell cell;
	struct str rest = str_trim(s);

	return text_next_cell(&rest, &cell) ? (struct str){ str_trim(s).at, str_trim(s).n - rest.n }
	                                    : STR("");
}

const char *person_initials(const char *name, struct arena *a)
{
	struct str rest = str_of(name), family = { 0 }, letter;
	const char *last;

	if (!str_cut(&rest, ',', &family))
		return "";
	letter = first_letter(family);
	last = arena_str(a, letter);
	letter = first_letter(rest);
	return letter.n == 0 ? last : arena_printf(a, "%.*s %s", (int)letter.n, letter.at, last);
}

int person_age(const struct person *p, day today)
{
	day on = p->died_on != DAY_NONE && p->died_on < today ? p->died_on : today;

	if (p->born_on == DAY_NONE || p->born_on > on)
		return NUMBER_NONE;
	return day_years_between(p->born_on, on);
}

const char *person_them(const struct person *p, struct arena *a)
{
	struct str rest = str_of(p->pronouns), first = { 0 }, second = { 0 };

	if (!str_cut(&rest, '/', &first))
		return _("them");
	if (str_cut(&rest, '/', &second) && str_trim(second).n > 0)
		return arena_str(a, str_trim(second));
	if (str_is(str_trim(first), "she"))
		return _("her");
	if (str_is(str_trim(first), "he"))
		return _("him");
	return _("them");
}

bool person_died(const struct person *p)
{
	return p->died_on != DAY_NONE || !text_empty(p->died_about) ||
	       p->died_sure != SURENESS_NONE || p->stage == STAGE_DIED;
}
