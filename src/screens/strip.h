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

/*
 * What is left below a strip that ends before row, as if the strip had ended at STRIP_ROWS: screens
 * that count their rows from there stay clear of a long safety line. Give its cursor back when drawn.
 */
#define STRIP_ROWS 2
struct grid strip_rest(const struct grid *g, int row);
void strip_rest_cursor(struct grid *g, const struct grid *rest);

#endif
