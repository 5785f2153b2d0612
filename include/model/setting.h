#ifndef MODEL_SETTING_H
#define MODEL_SETTING_H

#include <stdint.h>

/* One setting of the case file. */
struct setting {
	const char *name;
	int64_t ver; /* 0: never set, value is the default */
	const char *value;
};

#endif
