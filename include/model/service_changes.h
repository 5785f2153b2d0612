#ifndef MODEL_SERVICE_CHANGES_H
#define MODEL_SERVICE_CHANGES_H

#include "model/service_form.h"

/*
 * What somebody proposes to change of an entry who may not write it: the fields that differ, each as it
 * is to be. A text of several lines is kept as one ("\n"), so that it can stand in an approval. That
 * it was checked is for whoever checks it to say, and is never among them.
 */
struct values service_proposed(const struct values *before, const struct values *after,
                               struct arena *a);

/* The entry with what is proposed put over it, as service_fill() does. */
void service_take_proposed(struct service_entry *x, const struct values *proposed, day today,
                           struct arena *a, struct problems *problems);

/* "Phone 0113 496 0301 → 0113 496 0302; Wait, in weeks 2 → 6". Belongs to a. */
const char *service_proposed_text(const struct service_entry *x, const struct values *proposed,
                                  struct arena *a);

#endif
