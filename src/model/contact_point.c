#include "model/contact_point.h"

#include "model/none.h"
#include "model/phone.h"

#include "base/words.h"

const struct words contact_point_kinds = WORDS("kind of number or address", CONTACT_POINT_KINDS);

const struct contact_point contact_point_blank = {
	.value = "",
	.label = "",
	.whose = "",
	.struck_on = DAY_NONE,
	.place = NUMBER_NONE,
};

bool contact_point_usable(const struct contact_point *p)
{
	return !p->never_use && p->struck_on == DAY_NONE;
}

static const char *join(const char *text, const char *part, struct arena *a)
{
	return text_empty(part) ? text : arena_printf(a, "%s, %s", text, part);
}

const char *contact_point_text(const struct contact_point *p, struct arena *a)
{
	const char *text = p->kind == CONTACT_POINT_PHONE ? phone_shown(p->value, a) : p->value;

	text = join(text, p->label, a);
	text = join(text, p->whose, a);
	return join(text, p->never_use ? _("NEVER USE") : "", a);
}
