#ifndef MODEL_STAFF_ROLE_H
#define MODEL_STAFF_ROLE_H

#include "base/word.h"

/* Who asked: the national codes (there is no 07). */
#define STAFF_ROLES(X)                                            \
	X(STAFF_SPECIALIST_NURSE, "01", "specialist nurse")       \
	X(STAFF_OTHER_NURSE, "02", "another nurse")               \
	X(STAFF_ALLIED, "03", "allied health professional")       \
	X(STAFF_SUPPORT_WORKER, "04", "link or support worker")   \
	X(STAFF_PSYCHOLOGIST, "05", "psychologist or counsellor") \
	X(STAFF_CONSULTANT, "06", "consultant or their team")     \
	X(STAFF_OTHER, "08", "somebody else")
enum staff_role { STAFF_ROLE_NONE, STAFF_ROLES(WORD_ENUM) };
extern const struct words staff_roles;

#endif
