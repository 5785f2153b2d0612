#ifndef SCREENS_MENU_SCREEN_H
#define SCREENS_MENU_SCREEN_H

#include "ui/prompt.h"
#include "ui/screen.h"

/*
 * What an input does to a screen that is a menu: chosen() is asked once one of its items was; what
 * cannot be chosen now says why. PASS: the input means nothing to it.
 */
enum outcome menu_screen_take(struct screen *s, struct menu *m, const struct input *in,
                              enum outcome (*chosen)(struct screen *s));

#endif
