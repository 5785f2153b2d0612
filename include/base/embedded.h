#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include "base/str.h"

/* The files of data/, compiled in. Names are relative to data/, sorted bytewise. */
struct embedded {
	const char *name;
	const char *at, *end;
};

extern const struct embedded embedded_table[];
extern const size_t embedded_count;

/* The bytes of one; at is NULL when there is no such file. They last as long as the program. */
struct str embedded_file(const char *name);

#endif
