#ifndef SCREENS_EFFECT_PUT_H
#define SCREENS_EFFECT_PUT_H

#include "casework/happened.h"
#include "ui/grid.h"

/* What will change, on most rows at most: who does it, and the sentence. The row after it. */
int effect_put(const struct effect *e, struct grid *g, int row, int most);

#endif
