#ifndef SCREENS_FINDING_H
#define SCREENS_FINDING_H

#include "ui/line.h"
#include "ui/list.h"
#include "ui/screen.h"

/*
 * An overlay that is typed in and lists what fits: up and down go through the list, everything else
 * goes to the line. RELOAD: other words stand there, and one is on the first row again, so that Enter
 * never takes what stands where something else stood. A first "/" is passed over. PASS: it means nothing to either.
 */
enum outcome finding_take(struct line *line, struct list_view *list, enum act act,
                          const struct input *in);

#endif
