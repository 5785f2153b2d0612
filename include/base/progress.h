#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/*
 * How long work says how far it is, and hears that it should stop. tick may be NULL. done and total
 * are rows or bytes, total 0 when it is not known. tick returns false to stop: the work then leaves
 * everything as it was and returns E_STOPPED. Called often: the callee decides when to draw.
 */
struct progress {
	bool (*tick)(void *ctx, int64_t done, int64_t total);
	void *ctx;
};

static inline bool progress_tick(const struct progress *p, int64_t done, int64_t total)
{
	return !p || !p->tick || p->tick(p->ctx, done, total);
}

#endif
