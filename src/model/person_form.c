#include "model/person_form.h"

#include "model/care_number.h"
#include "model/lists.h"
#include "model/phone.h"
#include "model/places.h"
#include "model/when.h"

#include "base/text.h"
#include "base/words.h"

#include <stddef.h>
#include <string.h>

/* clang-format off */
static const struct field fields[] = {
	{ NULL, _("Names and numbers"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "given_name", _("Given name"), FIELD_TEXT, NULL, 0, NULL, 30 },
	{ "family_name", _("Family name"), FIELD_TEXT, NULL, FIELD_NEEDED, NULL, 30 },
	{ "known_as", _("Known as"), FIELD_TEXT, NULL, 0, _("What they want to be called"), 30 },
	{ "pronouns", _("Pronouns"), FIELD_TEXT, NULL, 0, _("she/her, he/him, they/them"), 16 },
	{ "date_of_birth", _("Born"), FIELD_BIRTH, NULL, 0, _("12/3/81, 12 Mar 1981: the day comes first"), 0 },
	{ "nhs_number", _("Number"), FIELD_TEXT, NULL, 0, _("NHS, CHI or H&C: the kind is shown beside it"), 14 },
	{ "sex", _("Sex"), FIELD_CHOICE, &sexes, 0, NULL, 0 },
	{ "gender", _("Gender"), FIELD_TEXT, NULL, 0, _("In their own words, if they want it kept"), 30 },
	{ "ethnicity", _("Ethnic group"), FIELD_CHOICE, NULL, 0, _("Letters find it"), 0 },
	{ NULL, _("How they may be reached"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "phone", _("Phone"), FIELD_PHONE, NULL, 0, NULL, 0 },
	{ "phone_whose", _("Whose phone"), FIELD_TEXT, NULL, FIELD_WITH, _("hers alone, shared with Samir"), 30 },
	{ "phone_never", _("Never use it"), FIELD_ASKED, NULL, FIELD_WITH, _("y: it is kept, and shown as NEVER USE"), 0 },
	{ "phone_2", _("Second phone"), FIELD_PHONE, NULL, 0, NULL, 0 },
	{ "phone_2_whose", _("Whose phone"), FIELD_TEXT, NULL, FIELD_WITH, _("hers alone, shared with Samir"), 30 },
	{ "phone_2_never", _("Never use it"), FIELD_ASKED, NULL, FIELD_WITH, _("y: it is kept, and shown as NEVER USE"), 0 },
	{ "email", _("E-mail"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "safe_ring", _("Safe to ring?"), FIELD_ASKED, NULL, 0, _("? not asked: ring, and say only your name"), 0 },
	{ "safe_other", _("May others answer?"), FIELD_ASKED, NULL, 0, _("? not asked counts as no"), 0 },
	{ "safe_voicemail", _("Leave voicemail?"), FIELD_ASKED, NULL, 0, _("? not asked counts as no"), 0 },
	{ "safe_text", _("Text?"), FIELD_ASKED, NULL, 0, _("? not asked counts as no"), 0 },
	{ "text_first", _("Text first?"), FIELD_ASKED, NULL, 0, _("y: a text before every call"), 0 },
	{ "safe_email", _("E-mail?"), FIELD_ASKED, NULL, 0, _("Does anybody else read it? ? not asked counts as no"), 0 },
	{ "safe_post", _("Post?"), FIELD_ASKED, NULL, 0, _("A plain envelope. ? not asked counts as no"), 0 },
	{ "safe_visit", _("Visit?"), FIELD_ASKED, NULL, 0, _("? not asked counts as no"), 0 },
	{ "visit_in_two", _("Visit in two?"), FIELD_ASKED, NULL, 0, _("y: nobody goes alone"), 0 },
	{ "withhold_number", _("Withhold our number?"), FIELD_ASKED, NULL, 0, NULL, 0 },
	{ "partner_told", _("Partner told?"), FIELD_ASKED, NULL, 0, _("Does the partner know of the illness and of us?"), 0 },
	{ "safe_hours", _("When to ring"), FIELD_TEXT, NULL, 0, _("weekdays after 17:00; empty: any time"), 30 },
	{ "say", _("What to say"), FIELD_TEXT, NULL, 0, _("If somebody else answers: “Priya, from the Leeds office.”"), 0 },
	{ "code_word", _("Code word"), FIELD_TEXT, NULL, 0, NULL, 30 },
	{ "speaks_for", _("Speaks for them"), FIELD_TEXT, NULL, 0, _("Who may be spoken to, and about what"), 0 },
	{ "contact_safety", _("Anything else"), FIELD_TEXT, NULL, 0, _("One sentence that stands in the safety line"), 0 },
	{ "danger", _("Danger?"), FIELD_ASKED, NULL, 0, _("y: the line must be read before a number is shown"), 0 },
	{ NULL, _("Living and language"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "address", _("Address"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "postcode", _("Postcode"), FIELD_POSTCODE, NULL, FIELD_WITH, NULL, 0 },
	{ "council_area", _("Council"), FIELD_TEXT, NULL, FIELD_WITH, NULL, 30 },
	{ "lives_alone", _("Lives alone?"), FIELD_ASKED, NULL, 0, NULL, 0 },
	{ "work", _("Work"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "language", _("Language"), FIELD_TEXT, NULL, 0, _("Where it is not English"), 20 },
	{ "interpreter", _("Interpreter"), FIELD_TEXT, NULL, 0, _("interpreter, BSL, text relay 18001 first"), 30 },
	{ "access_needs", _("Access needs"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "gp_practice", _("GP practice"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ NULL, _("Illness"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "knows_cancer", _("Knows it is cancer?"), FIELD_CHOICE, &knowings, 0, _("Empty: not asked, which is taken for no"), 0 },
	{ "cancer_group", _("Cancer group"), FIELD_CHOICE, NULL, 0, _("Letters find it"), 0 },
	{ "diagnosed_on", _("Diagnosed on"), FIELD_DAY, NULL, 0, NULL, 0 },
	{ "urgent_referral_on", _("Urgent referral on"), FIELD_DAY, NULL, 0, _("The day the 62 days run from"), 0 },
	{ "stage", _("Where they are"), FIELD_CHOICE, &stages, 0, _("h on the person says what has happened, and does what follows"), 0 },
	{ "treatment", _("Treatment"), FIELD_TEXT, NULL, FIELD_WITH, _("In words: radiotherapy"), 30 },
	{ "stage_ends_on", _("Planned end"), FIELD_DAY, NULL, FIELD_WITH, NULL, 0 },
	{ "clinical_contact", _("Nurse or key worker"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "clinical_phone", _("Their number"), FIELD_PHONE, NULL, FIELD_WITH, NULL, 0 },
	{ "alert_phone", _("Alert card number"), FIELD_PHONE, NULL, 0, _("Whom they ring when ill in treatment"), 0 },
	{ "matters", _("What matters to them"), FIELD_NOTE, NULL, 0, _("In their own words. Tab leaves the note"), 0 },
	{ NULL, _("Closed to others"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "keep_apart", _("Keep apart?"), FIELD_ASKED, NULL, 0, _("y: no link, no hint of a match, nothing for volunteers"), 0 },
	{ 0 },
};
/* clang-format on */

/* Where a value stands in the structs, and how it is read. */
enum take {
	TAKE_TEXT,
	TAKE_BIRTH,
	TAKE_PAST,  /* a day that has been */
	TAKE_AHEAD, /* a day to come */
	TAKE_ASKED,
	TAKE_FLAG,
	TAKE_WORD,
	TAKE_NUMBER,
	TAKE_POSTCODE,
	TAKE_COUNCIL,
	TAKE_PHONE,
};

struct place_of {
	const char *name;
	enum take take;
	size_t offset; /* in struct person_details */
	const struct words *words;
};

#define OF_PERSON(field) offsetof(struct person_details, person.field), NULL
#define OF_SAFE(field)   offsetof(struct person_details, safe.field), NULL
#define OF_PHONE(i, field)                                                             \
	offsetof(struct person_details, phones) + (i) * sizeof(struct contact_point) + \
		offsetof(struct contact_point, field),                                 \
		NULL

/* clang-format off */
static const struct place_of places[] = {
	{ "given_name", TAKE_TEXT, OF_PERSON(given_name) },
	{ "family_name", TAKE_TEXT, OF_PERSON(family_name) },
	{ "known_as", TAKE_TEXT, OF_PERSON(known_as) },
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
	{ "email", TAKE_TEXT, offsetof(struct person_details, email.value), NULL },
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
	{ "matters", TAKE_TEXT, OF_PERSON(matters) },
	{ "keep_apart", TAKE_FLAG, OF_PERSON(keep_apart) },
};
/* clang-format on */

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

const struct field *fields_with_lists(const struct field *table, struct arena *a)
{
	static const struct {
		const char *field, *list;
	} lists[] = { { "cancer_group", "cancer-groups" },
		      { "ethnicity", "ethnicities" },
		      { "ringing", "referrers" } };
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

/* What a form shows. */

static const char *flag_text(bool flag)
{
	return flag ? "yes" : "";
}

static const char *asked_text(enum asked said)
{
	return said == SAID_YES ? "yes" : said == SAID_NO ? "no" : "";
}

static const char *shown(const struct place_of *place, const void *at, struct arena *a)
{
	const char *word;

	switch (place->take) {
	case TAKE_TEXT:
	case TAKE_POSTCODE:
		break;
	case TAKE_NUMBER:
		return care_number_shown(*(const char *const *)at, a);
	case TAKE_PHONE:
		return phone_shown(*(const char *const *)at, a);
	case TAKE_COUNCIL:
		return **(const char *const *)at ? area_name(*(const char *const *)at, a) : "";
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

	for (size_t i = 0; i < COUNT_OF(places); i++)
		values_set(&v, a, places[i].name,
		           shown(&places[i], (const char *)d + places[i].offset, a));
	return v;
}

/* What was typed. */

enum number_kind number_typed(const char *text, struct arena *a, const char **digits,
                              const char **ret)
{
	enum number_kind kind;

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
	*ret = words_label(&number_kinds, (int)kind);
	return kind;
}

struct taking {
	const struct form_from *from;
	struct arena *a;
	struct person_details *d;
	struct problems *problems;
	const char *name, *text; /* the value in hand */
};

static void take_number(struct taking *t, const char **ret)
{
	const char *digits, *says;
	enum number_kind kind = number_typed(t->text, t->a, &digits, &says);

	if (*t->text && strlen(digits) != 10) {
		problem_add(t->problems, t->a, t->name, "%s", says);
		return;
	}
	if (kind == NUMBER_DOUBTFUL)
		problem_warn(t->problems, t->a, t->name, "%s", says);
	*ret = digits;
	t->d->person.care_number_kind = kind;
}

static void take_day(struct taking *t, enum take take, day *ret)
{
	const struct when_from from = { t->from->today, t->from->holidays,
		                        take == TAKE_AHEAD ? WHEN_AHEAD : WHEN_BACK };
	const char *fault = "";
	struct when when;
	day born;

	if (!*t->text) {
		*ret = DAY_NONE;
	} else if (take == TAKE_BIRTH) {
		if (birth_parse(t->text, from.today, t->a, &born, &fault) == OK)
			*ret = born;
		else
			problem_add(t->problems, t->a, t->name, "%s", fault);
	} else if (when_parse(t->text, &from, t->a, &when, &fault) == OK) {
		*ret = when.on;
	} else {
		problem_add(t->problems, t->a, t->name, "%s", fault);
	}
}

static void take_postcode(struct taking *t, const char **ret)
{
	const char *whole = postcode_normalise(t->text, t->a);
	const char *start = whole ? whole : outcode_of(t->text, t->a);

	if (*t->text && !start)
		problem_add(t->problems, t->a, t->name, "%s",
		            _("That is no postcode. Its start alone will do: LS6."));
	else
		*ret = start ? start : "";
}

static void take_council(struct taking *t, const char **ret)
{
	struct council_list found = council_find(t->text, t->a);

	if (!*t->text)
		*ret = "";
	else if (found.n == 1)
		*ret = found.at[0].code;
	else if (found.n == 0)
		problem_add(t->problems, t->a, t->name, _("No council is called %s."), t->text);
	else
		problem_add(t->problems, t->a, t->name, _("Which one? %s, %s … Type more of it."),
		            found.at[0].name, found.at[1].name);
}

static void take_phone(struct taking *t, const char **ret)
{
	if (*t->text && !phone_plausible(t->text))
		problem_warn(t->problems, t->a, t->name, "%s",
		             _("Is that the whole number? Read it back to them."));
	*ret = t->text;
}

static void take_word(struct taking *t, const struct words *words, int *ret)
{
	int value = words_find(words, str_of(t->text));

	if (*t->text && value == 0)
		problem_add(t->problems, t->a, t->name, _("%s is none of the answers."), t->text);
	else
		*ret = value;
}

static enum asked asked_of(const char *text)
{
	return text_equal(text, "yes") ? SAID_YES : text_equal(text, "no") ? SAID_NO : NOT_ASKED;
}

static void take_one(struct taking *t, const struct place_of *place, void *at)
{
	switch (place->take) {
	case TAKE_TEXT:
		*(const char **)at = t->text;
		return;
	case TAKE_BIRTH:
	case TAKE_PAST:
	case TAKE_AHEAD:
		take_day(t, place->take, at);
		return;
	case TAKE_ASKED:
		*(enum asked *)at = asked_of(t->text);
		return;
	case TAKE_FLAG:
		*(bool *)at = text_equal(t->text, "yes");
		return;
	case TAKE_WORD:
		take_word(t, place->words, at);
		return;
	case TAKE_NUMBER:
		take_number(t, at);
		return;
	case TAKE_POSTCODE:
		take_postcode(t, at);
		return;
	case TAKE_COUNCIL:
		take_council(t, at);
		return;
	case TAKE_PHONE:
		take_phone(t, at);
		return;
	}
}

static const struct value *value_named(const struct values *v, const char *name)
{
	for (size_t i = 0; i < v->n; i++)
		if (text_equal(v->at[i].name, name))
			return &v->at[i];
	return NULL;
}

void person_take(const struct values *v, const struct form_from *from, struct arena *a,
                 struct person_details *d, struct problems *problems)
{
	struct taking t = { .from = from, .a = a, .d = d, .problems = problems };
	enum stage was = d->person.stage;

	for (size_t i = 0; i < COUNT_OF(places); i++) {
		const struct value *value = value_named(v, places[i].name);

		if (!value)
			continue;
		t.name = places[i].name;
		t.text = arena_str(a, str_trim(str_of(value->text)));
		take_one(&t, &places[i], (char *)d + places[i].offset);
	}
	if (d->person.stage != was)
		d->person.stage_since = d->person.stage == STAGE_NONE ? DAY_NONE : from->today;
	if (text_empty(d->person.family_name))
		problem_add(problems, a, "family_name", "%s", _("Family name is needed."));
}
