#ifndef CASEWORK_DEMO_H
#define CASEWORK_DEMO_H

#include "base/str.h"

/*
 * The demonstration as it was made at build time, on a Monday that the setting demo_day names. It is
 * in a library of its own (clew_demo), made by the program src/demo/, which stands on casework.
 */
struct str demo_image(void);

#define DEMO_LOGIN "priya"

#endif
