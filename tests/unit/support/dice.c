#include "dice.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct dice dice_begin(const char *what)
{
	const char *given = getenv("CLEW_SEED");
	struct timespec now;
	struct dice d;

	clock_gettime(CLOCK_REALTIME, &now);
	d.state = given ? strtoull(given, NULL, 10)
	                : (uint64_t)now.tv_sec * 1000000007u + (uint64_t)now.tv_nsec;
	printf("# %s: CLEW_SEED=%llu\n", what, (unsigned long long)d.state);
	return d;
}

/* splitmix64 */
uint64_t dice_roll(struct dice *d)
{
	uint64_t z = d->state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

uint32_t dice_below(struct dice *d, uint32_t n)
{
	return n == 0 ? 0 : (uint32_t)(dice_roll(d) % n);
}

bool fault_nightly(void)
{
	return getenv("CLEW_NIGHTLY") != NULL;
}

int fault_rounds_of(int many, int day)
{
	const char *percent = getenv("CLEW_FAULT_ROUNDS");
	long share = percent ? strtol(percent, NULL, 10) : fault_nightly() ? 100 : day;

	return (int)((long)many * share / 100);
}

int fault_rounds(int many)
{
	return fault_rounds_of(many, 100);
}
