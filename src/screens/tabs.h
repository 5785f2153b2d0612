#ifndef SCREENS_TABS_H
#define SCREENS_TABS_H

#include "casework/session.h"
#include "ui/screen.h"

/*
 * The main screens, by who is signed in: the tabs of the top bar, what the function keys and g go to,
 * where somebody stands after signing in. The first of them is home. A volunteer, and the Desk
 * without a name, have a Desk and no caseload.
 */
struct tab {
	const char *title;
	const struct screen_ops *screen;
	const char *key;
	enum act act;
	enum op op; /* a place that they may not go to is none of theirs */
};

#define TABS_MOST 4

struct tabs {
	size_t n;
	const struct tab *at[TABS_MOST];
};

struct tabs tabs_of(const struct session *s);
const struct screen_ops *tab_home(const struct session *s);
/* Of NEEDS_WHOSE: whose keys these are. */
unsigned tab_has(const struct session *s);

#endif
