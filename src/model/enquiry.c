#include "model/enquiry.h"

#include "model/concerns.h"
#include "model/none.h"
#include "model/places.h"

#include "base/clock.h"
#include "base/words.h"

#include <string.h>

const struct words enquiry_gifts = WORDS("what was given", ENQUIRY_GIFTS);

const struct enquiry enquiry_blank = {
	.on_day = DAY_NONE,
	.at_minute = MINUTE_NONE,
	.topic = "",
	.area = "",
	.minutes = NUMBER_NONE,
};

/* clang-format off */
static const struct field fields[] = {
	{ "gave", _("What you gave"), FIELD_CHOICE, &enquiry_gifts, FIELD_NEEDED, _("1-5 choose"), 0 },
	{ "topic", _("What about"), FIELD_CHOICE, NULL, 0, _("Letters find it: mo for money. Empty: something else"), 0 },
	{ "area", _("Where from"), FIELD_POSTCODE, NULL, 0, _("The start of a postcode: LS6. No more than that"), 8 },
	{ "service", _("Which service"), FIELD_TEXT, NULL, 0, _("Part of its name, then Enter. Empty: none"), 0 },
	{ "minutes", _("Minutes"), FIELD_NUMBER, NULL, 0, _("Since this page was opened"), 4 },
	{ 0 },
};
/* clang-format on */

static const struct words *topics(struct arena *a)
{
	struct words *words = ARENA_NEW(a, struct words);
	struct concern_set set;
	struct word *at;

	*words = (struct words){ .name = "topic" };
	if (concern_set_load(CONCERNS_NEWEST, a, &set) != OK)
		return words;
	at = ARENA_ARRAY(a, set.n, struct word);
	for (size_t i = 0; i < set.n; i++)
		at[i] = (struct word){ (int)i + 1, set.at[i].code, set.at[i].label };
	words->at = at;
	words->n = set.n;
	return words;
}

const struct field *enquiry_fields(struct arena *a)
{
	struct field *copy = ARENA_ARRAY(a, COUNT_OF(fields), struct field);

	memcpy(copy, fields, sizeof(fields));
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		if (text_equal(copy[i].name, "topic"))
			copy[i].words = topics(a);
	return copy;
}

static void take_area(const struct values *v, struct arena *a, struct problems *problems,
                      struct new_enquiry *x)
{
	const char *typed = values_get(v, "area"), *outcode = outcode_of(typed, a);

	if (!text_empty(typed) && !outcode)
		problem_add(problems, a, "area", "%s", _("The start of a postcode, such as LS6."));
	else if (outcode)
		x->area = outcode;
}

static void take_minutes(const struct values *v, struct arena *a, struct problems *problems,
                         struct new_enquiry *x)
{
	const char *typed = values_get(v, "minutes");
	long long n;

	if (text_empty(typed))
		return;
	if (!str_int(str_of(typed), &n) || n < 0 || n > 600)
		problem_add(problems, a, "minutes", "%s", _("Minutes as a number, up to 600."));
	else
		x->minutes = (int)n;
}

void enquiry_from_values(const struct values *v, struct arena *a, struct problems *problems,
                         struct new_enquiry *ret)
{
	struct new_enquiry x = *ret;

	x.gave = (enum enquiry_gift)words_find(&enquiry_gifts, str_of(values_get(v, "gave")));
	if (x.gave == ENQUIRY_GIFT_NONE)
		problem_add(problems, a, "gave", "%s", _("What they were given is needed: 1-5."));
	x.topic = values_get(v, "topic");
	x.area = "";
	x.minutes = NUMBER_NONE;
	take_area(v, a, problems, &x);
	take_minutes(v, a, problems, &x);
	*ret = x;
}
