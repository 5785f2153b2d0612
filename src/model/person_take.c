#include "person_parts.h"

#include "model/cancer_site.h"
#include "model/none.h"
#include "model/phone.h"
#include "model/places.h"
#include "model/when.h"

#include "base/text.h"
#include "base/words.h"

#include <ctype.h>
#include <string.h>

/* One value of the person's form, as it was typed, into its place; what is wrong with it, in words. */

static void take_text(struct taking *t, enum take take, const char **ret)
{
	size_t n = strlen(t->text), bad;

	if (take == TAKE_NOTE && n > PERSON_NOTE_MOST)
		problem_add(t->problems, t->a, t->name, "%s",
		            _("That is more than fits in one note. Keep the rest as a contact."));
	else if (take != TAKE_NOTE && n > PERSON_LINE_MOST)
		problem_add(t->problems, t->a, t->name, "%s",
		            _("That is more than fits on a line: 1,000 letters at most."));
	else if (!text_valid(str_of(t->text), &bad))
		problem_add(t->problems, t->a, t->name, "%s",
		            _("There is something in it that is no letter. Type it again."));
	else
		*ret = t->text;
	if (take == TAKE_NAME && text_width(str_of(t->text)) > PERSON_NAME_LONG)
		problem_warn(t->problems, t->a, t->name, "%s",
		             _("That is long for a name. Is all of it the name?"));
}

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

static void take_birth(struct taking *t, day *ret)
{
	const char *fault = "";
	day born;

	if (!*t->text)
		*ret = DAY_NONE;
	else if (birth_parse(t->text, t->from->today, t->a, &born, &fault) == OK)
		*ret = born;
	else
		problem_add(t->problems, t->a, t->name, "%s", fault);
}

static void take_day(struct taking *t, enum take take, day *ret)
{
	const struct when_from from = { t->from->today, t->from->holidays,
		                        take == TAKE_AHEAD ? WHEN_AHEAD : WHEN_BACK };
	const char *fault = "";
	struct when when;

	if (!*t->text)
		*ret = DAY_NONE;
	else if (when_parse(t->text, &from, t->a, &when, &fault) != OK)
		problem_add(t->problems, t->a, t->name, "%s", fault);
	else if (take == TAKE_PAST && when.on > from.today)
		problem_add(t->problems, t->a, t->name, "%s", _("That day has not come yet."));
	else
		*ret = when.on;
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
		problem_add(t->problems, t->a, t->name, _("No council is called %s."),
		            text_safe(str_of(t->text), t->a));
	else
		problem_add(t->problems, t->a, t->name, _("Which one? %s, %s … Type more of it."),
		            found.at[0].name, found.at[1].name);
}

static void take_phone(struct taking *t, const char **ret)
{
	take_text(t, TAKE_TEXT, ret);
	if (*t->text && !phone_plausible(t->text))
		problem_warn(t->problems, t->a, t->name, "%s",
		             _("Is that the whole number? Read it back to them."));
}

static void take_email(struct taking *t, const char **ret)
{
	take_text(t, TAKE_TEXT, ret);
	if (*t->text && !email_plausible(t->text))
		problem_warn(t->problems, t->a, t->name, "%s",
		             _("Is that the whole address? Read it back to them."));
}

/* Of the kind that England, Wales and Northern Ireland have, or Scotland's five digits. */
static bool practice_code(const char *text)
{
	text += isalpha((unsigned char)text[0]) != 0;
	return strlen(text) == 5 && strspn(text, "0123456789") == 5;
}

static void take_practice(struct taking *t, const char **ret)
{
	const char *code = text_upper(str_of(t->text), t->a);

	if (*code && !practice_code(code))
		problem_add(t->problems, t->a, t->name, "%s",
		            _("A practice has a letter and five digits: B86012."));
	else
		*ret = code;
}

static void take_site(struct taking *t, const char **ret)
{
	struct cancer_site found[2];
	size_t n = cancer_sites_find(t->text, COUNT_OF(found), t->a, found);

	if (!*t->text)
		*ret = "";
	else if (n == 1)
		*ret = found[0].code;
	else if (n == 0)
		problem_add(t->problems, t->a, t->name, "%s",
		            _("No site is called so. Its code will do: C50, C18.7."));
	else
		problem_add(t->problems, t->a, t->name,
		            _("Which one? %s %s, %s %s … Type the code, or more of it."),
		            found[0].code, found[0].label, found[1].code, found[1].label);
}

static void take_tenth(struct taking *t, int *ret)
{
	long long tenth;

	if (!*t->text)
		*ret = NUMBER_NONE;
	else if (str_int(str_of(t->text), &tenth) && tenth >= 1 && tenth <= 10)
		*ret = (int)tenth;
	else
		problem_add(t->problems, t->a, t->name, "%s",
		            _("From 1, the most deprived tenth of areas, to 10."));
}

static void take_word(struct taking *t, const struct words *words, int *ret)
{
	int value = words_find(words, str_of(t->text));

	if (*t->text && value == 0)
		problem_add(t->problems, t->a, t->name, _("%s is none of the answers."),
		            text_safe(str_of(t->text), t->a));
	else
		*ret = value;
}

static void take_asked(struct taking *t, enum asked *ret)
{
	if (text_equal(t->text, "yes") || text_equal(t->text, "no") || !*t->text)
		*ret = text_equal(t->text, "yes") ? SAID_YES : *t->text ? SAID_NO : NOT_ASKED;
	else
		problem_add(t->problems, t->a, t->name, "%s",
		            _("yes or no; empty where it was not asked."));
}

static void take_flag(struct taking *t, bool *ret)
{
	enum asked said = *ret ? SAID_YES : NOT_ASKED;

	take_asked(t, &said);
	*ret = said == SAID_YES;
}

void person_take_one(struct taking *t, const struct place_of *place, void *at)
{
	switch (place->take) {
	case TAKE_TEXT:
	case TAKE_NAME:
	case TAKE_NOTE:
		take_text(t, place->take, at);
		return;
	case TAKE_BIRTH:
		take_birth(t, at);
		return;
	case TAKE_PAST:
	case TAKE_AHEAD:
		take_day(t, place->take, at);
		return;
	case TAKE_ASKED:
		take_asked(t, at);
		return;
	case TAKE_FLAG:
		take_flag(t, at);
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
	case TAKE_EMAIL:
		take_email(t, at);
		return;
	case TAKE_PRACTICE:
		take_practice(t, at);
		return;
	case TAKE_SITE:
		take_site(t, at);
		return;
	case TAKE_TENTH:
		take_tenth(t, at);
		return;
	}
}
