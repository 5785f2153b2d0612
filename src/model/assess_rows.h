#ifndef MODEL_ASSESS_ROWS_H
#define MODEL_ASSESS_ROWS_H

#include "model/assess.h"

/* What assess.c and assess_measure.c, which has the rows of measures, know of each other. */

struct assess_row *assess_add_row(struct assess *x, enum assess_kind kind, const char *key);
/* Of the row one is on; it can be taken back. */
void assess_put(struct assess *x, struct assess_value value);

const char *question_label(const struct assess_row *r);
/* Whether that can be said to it; *echo says why not. */
bool question_takes(const struct assess_row *r, enum assess_act act, int score, struct arena *a,
                    const char **echo);
bool question_holds(const struct assess_row *r, const struct assess_value *v);
enum assess_trend question_trend(const struct assess_row *r);
const char *question_trend_text(const struct assess_row *r, struct arena *a);
const char *question_change(const struct assess_row *r, struct arena *a);
/* Said to a measure's heading. */
bool say_measure(struct assess *x, enum assess_act act, struct arena *a, const char **echo);

#endif
