#ifndef TESTS_EVERY_CALL_MAKE_H
#define TESTS_EVERY_CALL_MAKE_H

#include "every_call.h"

/* How the calls are written down, in every_call_people.c, every_call_services.c and every_call_work.c. */
struct every_call_part {
	const struct every_call *calls;
	size_t n;
};

extern const struct every_call_part every_call_people, every_call_services, every_call_work;

/* The first row of theirs; 0 when there is none. */
int64_t theirs(struct calling *c, const char *table);

/* CALL(short name, what is done): one function each. */
#define CALL(name, ...)                                   \
	static enum status call_##name(struct calling *c) \
	{                                                 \
		__VA_ARGS__                               \
	}
/* Most only take the person and somewhere to put what they read. */
#define READ(name, type, ...) \
	CALL(name, type ret; return casework_##name(c->s, __VA_ARGS__, c->a, &ret);)
#define READ_ALL(name, type) CALL(name, type ret; return casework_##name(c->s, c->a, &ret);)

/* A row of the table: about the person, or about nobody. */
#define ABOUT(name, op)                                  \
	{                                                \
		"casework_" #name, op, true, call_##name \
	}
#define NOBODY(name, op)                                  \
	{                                                 \
		"casework_" #name, op, false, call_##name \
	}

#endif
