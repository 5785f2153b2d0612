#ifndef MODEL_QUESTIONS_H
#define MODEL_QUESTIONS_H

#include "model/concern.h"
#include "model/paper.h"
#include "model/person.h"

/*
 * Questions that people wish they had asked, by where they are (data/questions/): put on a paper under
 * their topics, each with a box. Those of a topic that is about some concerns come only where one of
 * them was raised; concerns NULL: all of them. Brief: only what tells nobody what it is about.
 */
void questions_put(struct paper *p, enum stage stage, const struct concern_list *concerns,
                   struct arena *a);

#endif
