#include "model/point_form.h"

#include "model/phone.h"

#include "base/text.h"
#include "base/words.h"

#include <string.h>

#define MOST 200 /* bytes of a number, an address, or whose it is */

/* clang-format off */
const struct field point_fields[] = {
	{ "kind", _("What it is"), FIELD_CHOICE, &contact_point_kinds, FIELD_NEEDED, _("1 phone  2 e-mail"), 0 },
	{ "value", _("Number or address"), FIELD_TEXT, NULL, FIELD_NEEDED, NULL, 40 },
	{ "label", _("Where it is"), FIELD_TEXT, NULL, 0, _("mobile, home, work"), 20 },
	{ "whose", _("Whose"), FIELD_TEXT, NULL, 0, _("hers alone, shared with Samir, her sisterâs"), 40 },
	{ "never", _("Never use it"), FIELD_ASKED, NULL, 0, _("y: it is kept, and shown as NEVER USE"), 0 },
	{ 0 },
};
/* clang-format on */

struct values point_values(const struct contact_point *x, struct arena *a)
{
	const char *kind = words_word(&contact_point_kinds, (int)x->kind);
	struct values v = { 0 };

	values_set(&v, a, "kind", kind ? kind : "");
	values_set(&v, a, "value",
	           x->kind == CONTACT_POINT_EMAIL ? x->value : phone_shown(x->value, a));
	values_set(&v, a, "label", x->label);
	values_set(&v, a, "whose", x->whose);
	values_set(&v, a, "never", x->never_use ? "yes" : "");
	return v;
}

/* A line, or "" and a problem where it is none. */
static const char *line_of(const struct values *v, const char *name, struct arena *a,
                           struct problems *problems)
{
	char *text = arena_str(a, str_trim(str_of(values_get(v, name))));
	size_t bad;

	for (char *at = text; *at; at++)
		if (*at == '\n' || *at == '\r' || *at == '\t')
			*at = ' ';
	if (strlen(text) > MOST)
		problem_add(problems, a, name, "%s", _("That is more than fits here."));
	else if (!text_valid(str_of(text), &bad))
		problem_add(problems, a, name, "%s",
		            _("There is something in it that is no letter. Type it again."));
	else
		return text;
	return "";
}

static void check_value(const struct contact_point *x, const char *value, struct arena *a,
                        struct problems *problems)
{
	if (!*value)
		return;
	if (x->kind == CONTACT_POINT_EMAIL && !email_plausible(value))
		problem_add(problems, a, "value", "%s",
		            _("An address has an @ and no blank: jane@example.org."));
	else if (x->kind == CONTACT_POINT_PHONE && !phone_plausible(value))
		problem_warn(problems, a, "value", "%s",
		             _("Is that the whole number? Read it back to them."));
}

void point_take(const struct values *v, struct arena *a, struct contact_point *x,
                struct problems *problems)
{
	const char *value = line_of(v, "value", a, problems);

	x->kind = (enum contact_point_kind)words_find(&contact_point_kinds,
	                                              str_of(values_get(v, "kind")));
	if (x->kind == CONTACT_POINT_KIND_NONE)
		problem_add(problems, a, "kind", "%s", _("1 for a phone, 2 for e-mail."));
	check_value(x, value, a, problems);
	if (!*value && !problems_stop(problems))
		problem_add(problems, a, "value", "%s", _("Number or address is needed."));
	/* A number that only looks different, for its blanks, stays as it was written. */
	if (!text_equal(phone_shown(value, a), phone_shown(x->value, a)))
		x->value = value;
	x->label = line_of(v, "label", a, problems);
	x->whose = line_of(v, "whose", a, problems);
	x->never_use = text_equal(values_get(v, "never"), "yes");
}
