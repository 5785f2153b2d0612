#include "base/embedded.h"

#include <string.h>

struct str embedded_file(const char *name)
{
	size_t low = 0, high = embedded_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct embedded *e = &embedded_table[middle];
		int order = strcmp(name, e->name);

		if (order == 0)
			return (struct str){ e->at, (size_t)(e->end - e->at) };
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return (struct str){ NULL, 0 };
}
