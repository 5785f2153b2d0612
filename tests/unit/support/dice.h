#ifndef SUPPORT_DICE_H
#define SUPPORT_DICE_H

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

/* How many rounds: many times $CLEW_FAULT_ROUNDS in a hundred, 100 when it is not set. */
int fault_rounds(int many);

#endif
