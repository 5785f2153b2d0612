#include "model/safe_contact.h"

const struct safe_contact safe_contact_blank = {
	.hours = "",
	.say = "",
	.code_word = "",
	.speaks_for = "",
	.note = "",
	.set_on = DAY_NONE,
	.ask_because = "",
};
