#ifndef CASEWORK_IDENTITY_H
#define CASEWORK_IDENTITY_H

#include "casework/session.h"

/*
 * The case file's own number: 32 hexadecimal digits by chance, made when first needed and never changed.
 * What leaves under an id that must stay the same (a package, a calendar) makes it of this. It says
 * nothing about anybody. Belongs to a. E_DENIED: there is none yet, and the file is open for reading only.
 */
MUST_USE enum status identity_of(struct session *s, struct arena *a, const char **ret);

#endif
