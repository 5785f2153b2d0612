#ifndef SCREENS_SIGN_IN_H
#define SCREENS_SIGN_IN_H

#include "choose.h"

#include "casework/session.h"
#include "ui/line.h"
#include "ui/list.h"
#include "ui/screen.h"

enum sign_in_stage {
	STAGE_WHO,    /* the name and the passphrase */
	STAGE_CHOOSE, /* it was a one-time code: a passphrase of one's own */
	STAGE_PIN,    /* shared machine: a PIN for the day */
};

struct sign_in_state {
	enum sign_in_stage stage;
	struct sign_in_names names;
	struct list_view view;
	struct line login, passphrase, pin;
	struct choose choose;
	const char *said; /* what went wrong, belongs to s->keep */
	bool asking;      /* the passphrase has the focus */
	bool desk;        /* F2: the Desk without a name is on */
	bool mendable;    /* the key file is damaged, and Enter mends it */
	int wrong;        /* tries here, for the name under the cursor */
	int64_t wait_until,
		left; /* boot ms until a try is taken again, and the seconds that are said */
	struct session *session; /* the passphrase was right, and something is still asked */
};

/* sign_in_draw.c */
void sign_in_render(const struct screen *s, struct grid *g);

#endif
