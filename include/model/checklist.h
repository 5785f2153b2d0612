#ifndef MODEL_CHECKLIST_H
#define MODEL_CHECKLIST_H

#include "model/concerns.h"
#include "model/paper.h"

/*
 * A list of concerns with nothing filled in, for somebody to fill in on paper: the scale, the domains,
 * a box for the number, one each for talk and rather not. Nobody's name is on it. Belongs to a.
 */
struct paper checklist_paper(const struct concern_set *set, const char *from, struct arena *a);

#endif
