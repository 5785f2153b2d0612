#include "ui/act.h"

const char *act_name(enum act act)
{
	static const char *const names[] = {
#define X(name) #name,
		ACTS(X)
#undef X
	};

	return names[act];
}
