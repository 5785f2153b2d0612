#ifndef SCREENS_ACCOUNT_CODE_H
#define SCREENS_ACCOUNT_CODE_H

#include "model/account.h"
#include "ui/grid.h"

/* A one-time code, to be read out: it stands on the screen until Esc, and nowhere else. */
void code_put(struct grid *g, const struct account *x, const char *code);

#endif
