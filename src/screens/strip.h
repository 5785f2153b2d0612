#ifndef SCREENS_STRIP_H
#define SCREENS_STRIP_H

#include "casework/strip.h"
#include "ui/grid.h"

/*
 * The first rows of every form about a person: "What  Carter, Jane “Janie” · 12 Mar 1981 · CL-000412",
 * right (may be NULL) at the margin, and under it the contact-safety line, whole, in as many rows as
 * it takes (three at most). Returns the next row.
 */
int strip_put(struct grid *g, const char *what, const struct person_strip *strip,
              const char *right);

#endif
