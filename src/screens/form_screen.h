#ifndef SCREENS_FORM_SCREEN_H
#define SCREENS_FORM_SCREEN_H

#include "ui/form.h"
#include "ui/screen.h"

#include <stddef.h>

/*
 * What screens that are a form have in common. The state of such a screen begins with its form, and
 * FORM_SCREEN(struct x) says so where the screen is defined; then .typing, .resume and .end of its
 * ops can be those below, and .take ends in form_screen_take().
 */
#define FORM_SCREEN(state) _Static_assert(offsetof(state, form) == 0, "its form comes first")

/* What a form asks for; NULL: nothing follows from a value, and Esc closes the screen. */
struct form_screen {
	enum outcome (*save)(struct screen *s);
	enum outcome (*changed)(struct screen *s);
	enum outcome (*leave)(struct screen *s);
	enum outcome (*opens)(struct screen *s); /* what the field under the cursor names */
};

/* An input to a form, which need not be the state's first. PASS: it is not for the form. */
enum outcome form_screen_take(struct screen *s, struct form *f, const struct input *in,
                              const struct form_screen *how);

bool form_screen_typing(const struct screen *s);
enum status form_screen_resume(struct screen *s, struct str body);
/*
 * Which version of the row a draft began from, into it and out of it: what somebody wrote since is not
 * overwritten by it. *ver stays where the draft does not say.
 */
void form_screen_keep_ver(struct buf *draft, int64_t ver);
void form_screen_take_ver(struct str draft, int64_t *ver);
void form_screen_end(struct screen *s);
/* Who works here, to choose from, by login. Belongs to s->keep. */
struct words;
const struct words *form_screen_workers(struct screen *s);
/* The person the visit names. */
int64_t form_screen_subject(const struct screen *s);

#endif
