#ifndef SCREENS_DESK_PROGRESS_H
#define SCREENS_DESK_PROGRESS_H

#include "base/progress.h"
#include "desk.h"

/*
 * Long work that a screen does: how far it is stands in the message line, painted a few times a second,
 * and Ctrl-C stops it.
 *
 *	struct desk_progress p;
 *	const struct progress progress = desk_progress(&p, s->desk, _("Handing over"));
 */
struct desk_progress {
	struct desk *desk;
	const char *what;
	int64_t began_ms, drawn_ms;
};
struct progress desk_progress(struct desk_progress *p, struct desk *d, const char *what);

#endif
