#include "person_parts.h"

#include "model/lists.h"

#include "base/words.h"

#include <string.h>

/* The person's form as data: what is asked, in its parts, and where it stands in the record. */

/* clang-format off */
static const struct field fields[] = {
	{ NULL, _("Names and numbers"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "given_name", _("Given name"), FIELD_TEXT, NULL, 0, NULL, 40 },
	{ "family_name", _("Family name"), FIELD_TEXT, NULL, FIELD_NEEDED, NULL, 40 },
	{ "known_as", _("Known as"), FIELD_TEXT, NULL, FIELD_SPARE, _("What they want to be called"), 40 },
	{ "pronouns", _("Pronouns"), FIELD_TEXT, NULL, 0, _("she/her, he/him, they/them"), 16 },
	{ "date_of_birth", _("Born"), FIELD_BIRTH, NULL, 0, _("12/3/81, 12 Mar 1981: the day comes first"), 0 },
	{ "nhs_number", _("Number"), FIELD_TEXT, NULL, 0, _("NHS, CHI or H&C: the kind is shown beside it"), 14 },
	{ "gp_practice", _("GP practice"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "gp_code", _("Practice code"), FIELD_TEXT, NULL, FIELD_WITH, _("A letter and five digits: B86012"), 10 },
	{ "gp_name", _("GP"), FIELD_TEXT, NULL, FIELD_SPARE, _("Whom they see there"), 40 },
	{ NULL, _("Contact and safety"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "phone", _("Phone"), FIELD_PHONE, NULL, 0, _("The one to try first"), 0 },
	{ "phone_whose", _("Whose phone"), FIELD_TEXT, NULL, FIELD_WITH, _("hers alone, shared with Samir"), 30 },
	{ "phone_never", _("Never use it"), FIELD_ASKED, NULL, FIELD_WITH, _("y: it is kept, and shown as NEVER USE"), 0 },
	{ "phone_2", _("Second phone"), FIELD_PHONE, NULL, FIELD_SPARE, NULL, 0 },
	{ "phone_2_whose", _("Whose phone"), FIELD_TEXT, NULL, FIELD_WITH, _("hers alone, shared with Samir"), 30 },
	{ "phone_2_never", _("Never use it"), FIELD_ASKED, NULL, FIELD_WITH, _("y: it is kept, and shown as NEVER USE"), 0 },
	{ "email", _("E-mail"), FIELD_TEXT, NULL, FIELD_SPARE, NULL, 0 },
	{ "points", _("All numbers"), FIELD_OPENS, NULL, 0, _("Enter: every number and address, which is tried first, what was struck out"), 0 },
	{ "safe_ring", _("Safe to ring?"), FIELD_ASKED, NULL, 0, _("? not asked: ring, and say only your name"), 0 },
	{ "safe_other", _("May others answer?"), FIELD_ASKED, NULL, 0, _("? not asked counts as no"), 0 },
	{ "safe_voicemail", _("Leave voicemail?"), FIELD_ASKED, NULL, 0, _("? not asked counts as no"), 0 },
	{ "safe_text", _("Text?"), FIELD_ASKED, NULL, 0, _("? not asked counts as no"), 0 },
	{ "text_first", _("Text first?"), FIELD_ASKED, NULL, FIELD_SPARE, _("y: a text before every call"), 0 },
	{ "safe_email", _("E-mail?"), FIELD_ASKED, NULL, 0, _("Does anybody else read it? ? not asked counts as no"), 0 },
	{ "safe_post", _("Post?"), FIELD_ASKED, NULL, 0, _("A plain envelope. ? not asked counts as no"), 0 },
	{ "safe_visit", _("Visit?"), FIELD_ASKED, NULL, 0, _("? not asked counts as no"), 0 },
	{ "visit_in_two", _("Visit in two?"), FIELD_ASKED, NULL, FIELD_SPARE, _("y: nobody goes alone"), 0 },
	{ "withhold_number", _("Withhold our number?"), FIELD_ASKED, NULL, FIELD_SPARE, NULL, 0 },
	{ "safe_hours", _("When to ring"), FIELD_TEXT, NULL, FIELD_SPARE, _("weekdays after 17:00; empty: any time"), 30 },
	{ "say", _("What to say"), FIELD_TEXT, NULL, FIELD_SPARE, _("If somebody else answers: “Priya, from the Leeds office.”"), 0 },
	{ "code_word", _("Code word"), FIELD_TEXT, NULL, FIELD_SPARE, NULL, 30 },
	{ "contact_safety", _("Anything else"), FIELD_TEXT, NULL, FIELD_SPARE, _("One sentence that stands in the safety line"), 0 },
	{ "danger", _("Danger?"), FIELD_ASKED, NULL, FIELD_SPARE, _("y: the line must be read before a number is shown"), 0 },
	{ NULL, _("Living and language"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "address", _("Address"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "postcode", _("Postcode"), FIELD_POSTCODE, NULL, FIELD_WITH, NULL, 0 },
	{ "council_area", _("Council"), FIELD_TEXT, NULL, FIELD_WITH, NULL, 30 },
	{ "deprivation", _("Deprivation"), FIELD_NUMBER, NULL, FIELD_SPARE, _("1 to 10: the tenth of areas the postcode lies in, 1 the most deprived"), 4 },
	{ "lives_alone", _("Lives alone?"), FIELD_ASKED, NULL, 0, NULL, 0 },
	{ "work", _("Work"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "language", _("Language"), FIELD_TEXT, NULL, FIELD_SPARE, _("Where it is not English"), 20 },
	{ "interpreter", _("Interpreter"), FIELD_TEXT, NULL, FIELD_SPARE, _("interpreter, BSL, text relay 18001 first"), 30 },
	{ "access_needs", _("Access needs"), FIELD_TEXT, NULL, 0, _("Hearing, sight, stairs, reading; none, if they said so"), 0 },
	{ "matters", _("What matters to them"), FIELD_NOTE, NULL, 0, _("In their own words. Tab leaves the note"), 0 },
	{ "about_me", _("About them"), FIELD_NOTE, NULL, 0, _("What they want those who help them to know. Tab leaves the note"), 0 },
	{ "about_by", _("Written with"), FIELD_TEXT, NULL, FIELD_WITH, _("Who helped them to write it"), 30 },
	{ "about_on", _("Written on"), FIELD_DAY, NULL, FIELD_WITH, NULL, 0 },
	{ NULL, _("Cancer"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "knows_cancer", _("Knows it is cancer?"), FIELD_CHOICE, &knowings, 0, _("Empty: not asked, which is taken for no"), 0 },
	{ "cancer_group", _("Cancer group"), FIELD_CHOICE, NULL, 0, _("Letters find it"), 0 },
	{ "cancer_site", _("Where it is"), FIELD_TEXT, NULL, 0, _("Its name or ICD-10 code: rectum, C50, C18.7"), 30 },
	{ "urgent_referral_on", _("Urgent referral on"), FIELD_DAY, NULL, FIELD_SPARE, _("The day the 62 days run from"), 0 },
	{ "diagnosed_on", _("Diagnosed on"), FIELD_DAY, NULL, 0, NULL, 0 },
	{ "stage", _("Where they are"), FIELD_CHOICE, &stages, 0, _("h on the person says what has happened, and does what follows"), 0 },
	{ "treatment", _("Treatment"), FIELD_TEXT, NULL, FIELD_WITH, _("In words: radiotherapy"), 30 },
	{ "treatment_began_on", _("It began on"), FIELD_DAY, NULL, FIELD_WITH, NULL, 0 },
	{ "stage_ends_on", _("Planned end"), FIELD_DAY, NULL, FIELD_WITH, NULL, 0 },
	{ "treatment_ended_on", _("It ended on"), FIELD_DAY, NULL, FIELD_WITH, NULL, 0 },
	{ "clinical_contact", _("Nurse or key worker"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "clinical_phone", _("Their number"), FIELD_PHONE, NULL, FIELD_WITH, NULL, 0 },
	{ "alert_phone", _("Alert card number"), FIELD_PHONE, NULL, 0, _("Whom they ring when ill in treatment"), 0 },
	{ NULL, _("People round them"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "people", _("People"), FIELD_OPENS, NULL, 0, _("Enter: whom they look after, who helps, whom to ring in a crisis"), 0 },
	{ "partner_told", _("Partner told?"), FIELD_ASKED, NULL, 0, _("Does the partner know of the illness and of us?"), 0 },
	{ "speaks_for", _("Speaks for them"), FIELD_TEXT, NULL, 0, _("Who may be spoken to, and about what; nobody, if they said so"), 0 },
	{ NULL, _("Equality"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "sex", _("Sex"), FIELD_CHOICE, &sexes, 0, NULL, 0 },
	{ "gender", _("Gender"), FIELD_TEXT, NULL, FIELD_SPARE, _("In their own words, if they want it kept"), 30 },
	{ "ethnicity", _("Ethnic group"), FIELD_CHOICE, NULL, 0, _("Letters find it"), 0 },
	{ "religion", _("Religion or belief"), FIELD_CHOICE, NULL, 0, _("Letters find it"), 0 },
	{ NULL, _("Restricted"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "keep_apart", _("Keep apart?"), FIELD_ASKED, NULL, FIELD_SPARE, _("y: no link, no hint of a match, nothing for volunteers"), 0 },
	{ 0 },
};
/* clang-format on */

#define OF_PERSON(field) offsetof(struct person_details, person.field), NULL
#define OF_SAFE(field)   offsetof(struct person_details, safe.field), NULL
#define OF_PHONE(i, field)                                                             \
	offsetof(struct person_details, phones) + (i) * sizeof(struct contact_point) + \
		offsetof(struct contact_point, field),                                 \
		NULL

/* clang-format off */
const struct place_of person_places[] = {
	{ "given_name", TAKE_NAME, OF_PERSON(given_name) },
	{ "family_name", TAKE_NAME, OF_PERSON(family_name) },
	{ "known_as", TAKE_NAME, OF_PERSON(known_as) },
	{ "pronouns", TAKE_TEXT, OF_PERSON(pronouns) },
	{ "date_of_birth", TAKE_BIRTH, OF_PERSON(born_on) },
	{ "nhs_number", TAKE_NUMBER, OF_PERSON(care_number) },
	{ "sex", TAKE_WORD, offsetof(struct person_details, person.sex), &sexes },
	{ "gender", TAKE_TEXT, OF_PERSON(gender) },
	{ "ethnicity", TAKE_TEXT, OF_PERSON(ethnicity) },
	{ "phone", TAKE_PHONE, OF_PHONE(0, value) },
	{ "phone_whose", TAKE_TEXT, OF_PHONE(0, whose) },
	{ "phone_never", TAKE_FLAG, OF_PHONE(0, never_use) },
	{ "phone_2", TAKE_PHONE, OF_PHONE(1, value) },
	{ "phone_2_whose", TAKE_TEXT, OF_PHONE(1, whose) },
	{ "phone_2_never", TAKE_FLAG, OF_PHONE(1, never_use) },
	{ "email", TAKE_EMAIL, offsetof(struct person_details, email.value), NULL },
	{ "safe_ring", TAKE_ASKED, OF_SAFE(ring) },
	{ "safe_other", TAKE_ASKED, OF_SAFE(other_may_answer) },
	{ "safe_voicemail", TAKE_ASKED, OF_SAFE(voicemail) },
	{ "safe_text", TAKE_ASKED, OF_SAFE(text) },
	{ "text_first", TAKE_FLAG, OF_SAFE(text_first) },
	{ "safe_email", TAKE_ASKED, OF_SAFE(email) },
	{ "safe_post", TAKE_ASKED, OF_SAFE(post) },
	{ "safe_visit", TAKE_ASKED, OF_SAFE(visit) },
	{ "visit_in_two", TAKE_FLAG, OF_SAFE(visit_in_two) },
	{ "withhold_number", TAKE_FLAG, OF_SAFE(withhold_number) },
	{ "partner_told", TAKE_ASKED, OF_SAFE(partner_told) },
	{ "safe_hours", TAKE_TEXT, OF_SAFE(hours) },
	{ "say", TAKE_TEXT, OF_SAFE(say) },
	{ "code_word", TAKE_TEXT, OF_SAFE(code_word) },
	{ "speaks_for", TAKE_TEXT, OF_SAFE(speaks_for) },
	{ "contact_safety", TAKE_TEXT, OF_SAFE(note) },
	{ "danger", TAKE_FLAG, OF_SAFE(danger) },
	{ "address", TAKE_TEXT, OF_PERSON(address) },
	{ "postcode", TAKE_POSTCODE, OF_PERSON(postcode) },
	{ "council_area", TAKE_COUNCIL, OF_PERSON(council) },
	{ "lives_alone", TAKE_ASKED, OF_PERSON(lives_alone) },
	{ "work", TAKE_TEXT, OF_PERSON(work) },
	{ "language", TAKE_TEXT, OF_PERSON(language) },
	{ "interpreter", TAKE_TEXT, OF_PERSON(interpreter) },
	{ "access_needs", TAKE_TEXT, OF_PERSON(access_needs) },
	{ "gp_practice", TAKE_TEXT, OF_PERSON(gp_practice) },
	{ "knows_cancer", TAKE_WORD, offsetof(struct person_details, person.knows_cancer), &knowings },
	{ "cancer_group", TAKE_TEXT, OF_PERSON(cancer_group) },
	{ "diagnosed_on", TAKE_PAST, OF_PERSON(diagnosed_on) },
	{ "urgent_referral_on", TAKE_PAST, OF_PERSON(urgent_referral_on) },
	{ "stage", TAKE_WORD, offsetof(struct person_details, person.stage), &stages },
	{ "treatment", TAKE_TEXT, OF_PERSON(treatment) },
	{ "stage_ends_on", TAKE_AHEAD, OF_PERSON(stage_ends_on) },
	{ "clinical_contact", TAKE_TEXT, OF_PERSON(clinical_contact) },
	{ "clinical_phone", TAKE_PHONE, OF_PERSON(clinical_phone) },
	{ "alert_phone", TAKE_PHONE, OF_PERSON(alert_phone) },
	{ "matters", TAKE_NOTE, OF_PERSON(matters) },
	{ "keep_apart", TAKE_FLAG, OF_PERSON(keep_apart) },
	{ "religion", TAKE_TEXT, OF_PERSON(religion) },
	{ "deprivation", TAKE_TENTH, OF_PERSON(deprivation) },
	{ "gp_name", TAKE_TEXT, OF_PERSON(gp_name) },
	{ "gp_code", TAKE_PRACTICE, OF_PERSON(gp_code) },
	{ "cancer_site", TAKE_SITE, OF_PERSON(cancer_site) },
	{ "treatment_began_on", TAKE_PAST, OF_PERSON(treatment_began_on) },
	{ "treatment_ended_on", TAKE_PAST, OF_PERSON(treatment_ended_on) },
	{ "about_me", TAKE_NOTE, OF_PERSON(about_me) },
	{ "about_by", TAKE_TEXT, OF_PERSON(about_by) },
	{ "about_on", TAKE_PAST, OF_PERSON(about_on) },
	{ 0 },
};
/* clang-format on */

const struct field *fields_with_lists(const struct field *table, struct arena *a)
{
	static const struct {
		const char *field, *list;
	} lists[] = { { "cancer_group", "cancer-groups" },
		      { "ethnicity", "ethnicities" },
		      { "religion", "religions" },
		      { "ringing", "referrers" },
		      { "heard", "heard" } };
	struct choice_list choices;
	struct field *copy;
	size_t n = 0;

	while (table[n].name || table[n].label)
		n++;
	copy = ARENA_ARRAY(a, n + 1, struct field);
	memcpy(copy, table, n * sizeof(*copy));
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < COUNT_OF(lists); j++)
			if (text_equal(copy[i].name, lists[j].field) &&
			    choice_list_load(lists[j].list, a, &choices) == OK)
				copy[i].words = choice_words(copy[i].label, &choices, a);
	return copy;
}

const struct field *person_fields(struct arena *a)
{
	return fields_with_lists(fields, a);
}

/* What may be asked about a part: a phone's owner only where there is a phone. */
static bool counts(const struct field *f)
{
	return field_has_value(f) && (f->flags & (FIELD_WITH | FIELD_SPARE)) == 0;
}

struct part_filled person_part_filled(const struct field *heading, const struct values *v)
{
	struct part_filled filled = { 0 };

	for (const struct field *f = heading + 1; f->name || f->label; f++) {
		if (f->kind == FIELD_HEADING)
			break;
		if (!counts(f))
			continue;
		filled.of++;
		filled.n += *values_get(v, f->name) != '\0';
	}
	return filled;
}
