#include "model/contact_point.h"

const struct words contact_point_kinds = WORDS("kind of number or address", CONTACT_POINT_KINDS);

const struct contact_point contact_point_blank = {
	.value = "",
	.label = "",
	.whose = "",
	.struck_on = DAY_NONE,
};

bool contact_point_usable(const struct contact_point *p)
{
	return !p->never_use && p->struck_on == DAY_NONE;
}
