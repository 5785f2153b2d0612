#include "model/happening_form.h"

#include "base/text.h"
#include "base/words.h"
#include "model/places.h"
#include "model/when.h"

#include <string.h>

const struct new_happening new_happening_blank = {
	.on_day = DAY_NONE,
	.about = "",
	.told_by = "",
	.note = "",
	.treatment = "",
	.ends_on = DAY_NONE,
	.address = "",
	.postcode = "",
	.council = "",
};

// clang-format off
static const struct field fields[] = {
	{ "kind", _("What"), FIELD_CHOICE, &happening_kinds, FIELD_NEEDED,
	  _("1-9. Nothing is changed before you have seen what it will change."), 0 },
	{ "on", _("When"), FIELD_DAY, NULL, FIELD_NEEDED,
	  _("18/11, yesterday, last fri; or in words: about last spring"), 0 },
	{ "sure", _("Sure"), FIELD_CHOICE, &surenesses, FIELD_NEEDED,
	  _("1 sure, 2 reported: then everything waits, and their nurse is asked today."), 0 },
	{ "treatment", _("Treatment"), FIELD_TEXT, NULL, 0,
	  _("In their words: radiotherapy, chemotherapy, an operation."), 0 },
	{ "ends_on", _("Planned end"), FIELD_DAY, NULL, 0,
	  _("When it is to end, as far as is known."), 0 },
	{ "address", _("New address"), FIELD_TEXT, NULL, 0,
	  _("Empty when it is not known: the old one is taken off."), 0 },
	{ "postcode", _("Postcode"), FIELD_POSTCODE, NULL, 0, NULL, 0 },
	{ "council", _("Council"), FIELD_TEXT, NULL, 0,
	  _("Its name; proposed from the postcode."), 30 },
	{ "told_by", _("Who told us"), FIELD_TEXT, NULL, 0,
	  _("A name, and who they are to them."), 0 },
	{ "note", _("Note"), FIELD_NOTE, NULL, 0, NULL, 0 },
	{ 0 },
};
// clang-format on

/* The last kind takes a death back: it is not asked of the living. */
static const struct word kinds_of_the_living[] = { HAPPENINGS_OF_THE_LIVING(WORD_ROW) };
static const struct words living_kinds = { "kind of happening", kinds_of_the_living,
	                                   COUNT_OF(kinds_of_the_living) };

const struct field *happening_fields(bool died, struct arena *a)
{
	struct field *copy = ARENA_ARRAY(a, COUNT_OF(fields), struct field);

	memcpy(copy, fields, sizeof(fields));
	if (!died) {
		copy[0].words = &living_kinds;
		copy[0].help =
			_("1-8. Nothing is changed before you have seen what it will change.");
	}
	return copy;
}

bool happening_asks(enum happening_kind kind, const char *field)
{
	if (strcmp(field, "sure") == 0)
		return kind == HAPPENED_DIED;
	if (strcmp(field, "treatment") == 0)
		return kind == HAPPENED_TREATMENT_BEGAN;
	if (strcmp(field, "ends_on") == 0)
		return kind == HAPPENED_TREATMENT_BEGAN || kind == HAPPENED_HOSPITAL;
	if (strcmp(field, "address") == 0 || strcmp(field, "postcode") == 0 ||
	    strcmp(field, "council") == 0)
		return kind == HAPPENED_MOVED;
	return kind != HAPPENING_KIND_NONE || strcmp(field, "kind") == 0;
}

/* What stands behind "about", NULL when it does not begin so. */
static const char *about_words(const char *text, struct arena *a)
{
	struct str words = str_trim(str_of(text));
	static const char about[] = "about ";
	size_t n = sizeof(about) - 1;

	if (words.n <= n || strncmp(text_fold((struct str){ words.at, n - 1 }, a), "about", 5) != 0)
		return NULL;
	words.at += n;
	words.n -= n;
	return arena_str(a, str_trim(words));
}

static void take_day(const struct values *v, const char *field, const struct when_from *from,
                     struct arena *a, struct problems *problems, day *ret)
{
	const char *text = values_get(v, field), *fault;
	struct when when;

	if (str_trim(str_of(text)).n == 0)
		return;
	if (when_parse(text, from, a, &when, &fault) == OK)
		*ret = when.on;
	else
		problem_add(problems, a, field, "%s", fault);
}

static void take_place(const struct values *v, struct arena *a, struct problems *problems,
                       struct new_happening *h)
{
	const char *postcode = values_get(v, "postcode"), *council = values_get(v, "council");
	struct council_list found;

	if (!text_empty(postcode)) {
		h->postcode = postcode_normalise(postcode, a);
		if (!h->postcode)
			h->postcode = outcode_of(postcode, a);
		if (!h->postcode) {
			h->postcode = "";
			problem_add(problems, a, "postcode",
			            _("That is no postcode. LS6, or LS6 2AB."));
		}
	}
	if (text_empty(council))
		return;
	found = council_find(council, a);
	if (found.n == 1)
		h->council = found.at[0].code;
	else
		problem_add(problems, a, "council", "%s",
		            found.n == 0
		                    ? _("No council of that name.")
		                    : _("More than one council is called so. Its whole name?"));
}

void happening_from_values(const struct values *v, day today, const struct holidays *holidays,
                           struct arena *a, struct problems *problems, struct new_happening *ret)
{
	struct new_happening h = new_happening_blank;
	struct when_from back = { today, holidays, WHEN_BACK };
	struct when_from ahead = { today, holidays, WHEN_AHEAD };
	const char *about = about_words(values_get(v, "on"), a);

	h.kind = (enum happening_kind)words_find(&happening_kinds, str_of(values_get(v, "kind")));
	if (about)
		h.about = about;
	else
		take_day(v, "on", &back, a, problems, &h.on_day);
	if (happening_asks(h.kind, "sure"))
		h.sure = (enum sureness)words_find(&surenesses, str_of(values_get(v, "sure")));
	if (happening_asks(h.kind, "treatment"))
		h.treatment = values_get(v, "treatment");
	if (happening_asks(h.kind, "ends_on"))
		take_day(v, "ends_on", &ahead, a, problems, &h.ends_on);
	if (happening_asks(h.kind, "address")) {
		h.address = values_get(v, "address");
		take_place(v, a, problems, &h);
	}
	h.told_by = values_get(v, "told_by");
	h.note = values_get(v, "note");
	*ret = h;
}

static bool told_already(const struct problems *problems, const char *field)
{
	for (size_t i = 0; i < problems->n; i++)
		if (text_equal(problems->at[i].field, field))
			return true;
	return false;
}

void new_happening_problems(const struct new_happening *h, day today, struct arena *a,
                            struct problems *problems)
{
	if (h->kind == HAPPENING_KIND_NONE)
		problem_add(problems, a, "kind", _("What has happened? One digit."));
	if (h->on_day == DAY_NONE && text_empty(h->about) && !told_already(problems, "on"))
		problem_add(problems, a, "on", _("When? A day, or in words: about last spring."));
	if (h->on_day != DAY_NONE && h->on_day > today)
		problem_add(problems, a, "on", _("That day is still ahead."));
	if (h->kind == HAPPENED_DIED && h->sure == SURENESS_NONE)
		problem_add(problems, a, "sure", _("Is it sure, or reported only?"));
}
