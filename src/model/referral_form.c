#include "model/referral_form.h"

#include "model/due.h"
#include "model/lists.h"
#include "model/places.h"
#include "model/when.h"

#include "base/words.h"

#include <string.h>

/* clang-format off */
static const struct field fields[] = {
	{ "ringing", _("Who is ringing"), FIELD_CHOICE, NULL, FIELD_NEEDED, _("1-9 choose"), 0 },
	{ "referrer", _("Their name"), FIELD_TEXT, NULL, 0, _("Whom we answer, and where they are"), 0 },
	{ "return_phone", _("Their number"), FIELD_PHONE, NULL, 0, NULL, 0 },
	{ "given_name", _("Given name"), FIELD_TEXT, NULL, 0, NULL, 30 },
	{ "family_name", _("Family name"), FIELD_TEXT, NULL, FIELD_NEEDED, _("From here on Ctrl-S saves; the rest can wait"), 30 },
	{ "date_of_birth", _("Born"), FIELD_BIRTH, NULL, 0, _("12/3/81, 12 Mar 1981: the day comes first"), 0 },
	{ "nhs_number", _("Number"), FIELD_TEXT, NULL, 0, _("NHS, CHI or H&C: the kind is shown beside it"), 14 },
	{ "phone", _("Phone"), FIELD_PHONE, NULL, 0, NULL, 0 },
	{ "phone_whose", _("Whose phone"), FIELD_TEXT, NULL, 0, _("hers alone, shared with Samir"), 30 },
	{ "safe_ring", _("Safe to ring?"), FIELD_ASKED, NULL, 0, _("? not asked: ring, and say only your name"), 0 },
	{ "safe_voicemail", _("Leave voicemail?"), FIELD_ASKED, NULL, 0, _("? not asked counts as no"), 0 },
	{ "safe_text", _("Text?"), FIELD_ASKED, NULL, 0, _("? not asked counts as no"), 0 },
	{ "text_first", _("Text first?"), FIELD_ASKED, NULL, 0, _("y: a text before every call"), 0 },
	{ "safe_post", _("Post?"), FIELD_ASKED, NULL, 0, _("A plain envelope. ? not asked counts as no"), 0 },
	{ "partner_told", _("Partner told?"), FIELD_ASKED, NULL, 0, _("Does the partner know of the illness and of us?"), 0 },
	{ "say", _("What to say"), FIELD_TEXT, NULL, 0, _("If somebody else answers: “Priya, from the Leeds office.”"), 0 },
	{ "knows_referral", _("Knows of this referral?"), FIELD_ASKED, NULL, 0, _("? not asked is taken for no: we ask what they understand first"), 0 },
	{ "knows_cancer", _("Knows it is cancer?"), FIELD_CHOICE, &knowings, 0, _("y, p, n; Backspace: not asked, which is taken for no"), 0 },
	{ "reason", _("What for"), FIELD_NOTE, NULL, 0, _("In the caller's words. Tab leaves the note"), 0 },
	{ "urgency", _("How soon"), FIELD_CHOICE, &urgencies, 0, NULL, 0 },
	{ "postcode", _("Postcode"), FIELD_POSTCODE, NULL, 0, _("Its start alone will do: LS6"), 0 },
	{ "council_area", _("Council"), FIELD_TEXT, NULL, 0, _("Proposed from the postcode; Enter takes it, or type another"), 30 },
	{ "lives_alone", _("Lives alone?"), FIELD_ASKED, NULL, FIELD_MORE, NULL, 0 },
	{ "work", _("Work"), FIELD_TEXT, NULL, FIELD_MORE, NULL, 0 },
	{ "cancer_group", _("Cancer group"), FIELD_CHOICE, NULL, FIELD_MORE, _("Letters find it"), 0 },
	{ "stage", _("Where they are"), FIELD_CHOICE, &stages, FIELD_MORE, NULL, 0 },
	{ "known_as", _("Known as"), FIELD_TEXT, NULL, FIELD_MORE, _("What they want to be called"), 30 },
	{ "pronouns", _("Pronouns"), FIELD_TEXT, NULL, FIELD_MORE, _("she/her, he/him, they/them"), 16 },
	{ "language", _("Language"), FIELD_TEXT, NULL, FIELD_MORE, _("Where it is not English"), 20 },
	{ "interpreter", _("Interpreter"), FIELD_TEXT, NULL, FIELD_MORE, _("interpreter, BSL, text relay 18001 first"), 30 },
	{ "address", _("Address"), FIELD_TEXT, NULL, FIELD_MORE, NULL, 0 },
	{ "email", _("E-mail"), FIELD_TEXT, NULL, FIELD_MORE, NULL, 0 },
	{ "safe_email", _("Safe to e-mail?"), FIELD_ASKED, NULL, FIELD_MORE, _("Does anybody else read it? ? not asked counts as no"), 0 },
	{ "contact_safety", _("Else about reaching"), FIELD_TEXT, NULL, FIELD_MORE, _("One sentence that stands in the safety line"), 0 },
	{ "expects", _("What they expect"), FIELD_TEXT, NULL, FIELD_MORE, _("Of us, in the words of whoever refers"), 0 },
	{ "heard", _("How they heard of us"), FIELD_CHOICE, NULL, FIELD_MORE, _("Letters find it"), 0 },
	{ "referred_on", _("Received on"), FIELD_DAY, NULL, FIELD_MORE, NULL, 0 },
	{ "worker", _("Worker"), FIELD_CHOICE, NULL, FIELD_MORE, _("Backspace: nobody yet"), 0 },
	{ "first_contact_by", _("First contact by"), FIELD_DAY, NULL, FIELD_MORE, NULL, 0 },
	{ 0 },
};
/* clang-format on */

const struct field *referral_fields(const struct words *workers, struct arena *a)
{
	const struct field *table = fields_with_lists(fields, a);
	size_t n = COUNT_OF(fields);
	struct field *copy = ARENA_ARRAY(a, n, struct field);

	memcpy(copy, table, n * sizeof(*copy));
	for (size_t i = 0; i < n; i++)
		if (text_equal(copy[i].name, "worker"))
			copy[i].words = workers;
	return copy;
}

day first_contact_due(day received_on, const struct form_from *from)
{
	return due_after((struct due_rule){ from->first_contact_days, true, DUE_WORKING },
	                 received_on, from->holidays);
}

const char *council_proposed(const char *postcode, struct arena *a)
{
	const char *outcode = outcode_of(postcode, a);
	struct council_list near = { 0 };

	if (outcode)
		near = councils_near(outcode, 1, a);
	return near.n > 0 ? near.at[0].name : "";
}

const char *source_of_ringing(const char *ringing, struct arena *a)
{
	struct choice_list referrers;
	const struct choice *one;

	if (text_empty(ringing) || choice_list_load("referrers", a, &referrers) != OK)
		return "";
	one = choice_find(&referrers, ringing, a);
	return one ? one->more : "";
}

/* A day the form may leave to clew. */
static day day_or(const struct values *v, const char *name, const struct when_from *from,
                  struct arena *a, struct problems *problems)
{
	const char *text = arena_str(a, str_trim(str_of(values_get(v, name)))), *fault = "";
	struct when when;

	if (!*text)
		return DAY_NONE;
	if (when_parse(text, from, a, &when, &fault) == OK)
		return when.on;
	problem_add(problems, a, name, "%s", fault);
	return DAY_NONE;
}

static void take_days(const struct values *v, const struct form_from *from, struct arena *a,
                      struct referral *r, struct problems *problems)
{
	const struct when_from back = { from->today, from->holidays, WHEN_BACK };
	const struct when_from ahead = { from->today, from->holidays, WHEN_AHEAD };

	r->received_on = day_or(v, "referred_on", &back, a, problems);
	if (r->received_on == DAY_NONE)
		r->received_on = from->today;
	if (r->received_on > from->today)
		problem_add(problems, a, "referred_on", "%s", _("That day has not come yet."));
	r->first_contact_by = day_or(v, "first_contact_by", &ahead, a, problems);
	if (r->first_contact_by == DAY_NONE)
		r->first_contact_by = first_contact_due(r->received_on, from);
	if (r->first_contact_by < r->received_on)
		problem_add(problems, a, "first_contact_by", "%s",
		            _("That is before it was received."));
}

static void take_referral(const struct values *v, struct arena *a, struct referral *r,
                          struct problems *problems)
{
	const char *knows = values_get(v, "knows_referral");

	r->source = source_of_ringing(values_get(v, "ringing"), a);
	if (text_empty(r->source))
		problem_add(problems, a, "ringing", "%s", _("Who is ringing is needed: 1-9."));
	r->referrer = values_get(v, "referrer");
	r->return_to = r->referrer;
	r->return_phone = values_get(v, "return_phone");
	r->reason = values_get(v, "reason");
	r->expects = values_get(v, "expects");
	r->heard = values_get(v, "heard");
	r->urgency = (enum urgency)words_find(&urgencies, str_of(values_get(v, "urgency")));
	if (r->urgency == URGENCY_NONE)
		r->urgency = URGENCY_USUAL;
	r->knows_referral = text_equal(knows, "yes")  ? SAID_YES
	                    : text_equal(knows, "no") ? SAID_NO
	                                              : NOT_ASKED;
}

void referral_from_values(const struct values *v, const struct form_from *from, struct arena *a,
                          struct new_referral *ret, struct problems *problems)
{
	struct new_referral r = { .person = ret->person,
		                  .about = person_details_blank(),
		                  .referral = referral_blank,
		                  .worker = values_get(v, "worker") };

	take_referral(v, a, &r.referral, problems);
	if (r.person.n == 0)
		person_take(v, from, a, &r.about, problems);
	take_days(v, from, a, &r.referral, problems);
	*ret = r;
}
