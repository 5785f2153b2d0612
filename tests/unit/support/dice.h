#ifndef SUPPORT_DICE_H
#define SUPPORT_DICE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Chance that can be had again: dice_begin() takes the seed from $CLEW_SEED, else from the clock,
 * and prints it. A run with the same seed does the same.
 */
struct dice {
	uint64_t state;
};

struct dice dice_begin(const char *what);
uint64_t dice_roll(struct dice *d);
uint32_t dice_below(struct dice *d, uint32_t n); /* 0..n-1; 0 when n is 0 */

/*
 * How many rounds: of many, $CLEW_FAULT_ROUNDS in a hundred. Where it is not set: all of them at night
 * (tests/run.sh --nightly), by day as many in a hundred as is said here, so that no program takes more
 * than 20 s.
 */
int fault_rounds(int many);             /* all of them by day too */
int fault_rounds_of(int many, int day); /* day in a hundred by day */
bool fault_nightly(void);

#endif
