#ifndef UI_ASCII_H
#define UI_ASCII_H

#include "base/text.h"

/*
 * The plain character that stands for c where only ASCII can be shown: lines, bars, marks and quotes
 * have their likeness, letters lose their accents, anything else is a question mark.
 */
char ascii_for(char32_t c);

#endif
