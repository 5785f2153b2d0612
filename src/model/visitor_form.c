#include "model/visitor_form.h"

#include "base/words.h"

/* clang-format off */
const struct field visitor_fields[] = {
	{ "given_name", _("Given name"), FIELD_TEXT, NULL, FIELD_NEEDED, _("As they say it, or what they are called"), 30 },
	{ "family_name", _("Family name"), FIELD_TEXT, NULL, FIELD_NEEDED, NULL, 30 },
	{ "date_of_birth", _("Born"), FIELD_BIRTH, NULL, FIELD_NEEDED, _("12/3/81, 12 Mar 1981: the day comes first"), 0 },
	{ 0 },
};

const struct field mend_fields[] = {
	{ "address", _("Address"), FIELD_TEXT, NULL, 0, _("Empty: as it stands"), 0 },
	{ "postcode", _("Postcode"), FIELD_POSTCODE, NULL, 0, NULL, 10 },
	{ "phone", _("A new number"), FIELD_PHONE, NULL, 0, _("Their worker decides whether the old one goes"), 0 },
	{ 0 },
};

const struct field shift_fields[] = {
	{ "volunteer", _("On whose list"), FIELD_CHOICE, NULL, FIELD_NEEDED, _("Digits or letters choose"), 0 },
	{ "on", _("Which day"), FIELD_DAY, NULL, FIELD_NEEDED, _("today, tomorrow, fri, 30/11"), 0 },
	{ "what", _("What for"), FIELD_TEXT, NULL, 0, _("The volunteer reads it: a lift at 14:00"), 0 },
	{ 0 },
};
/* clang-format on */
