#ifndef SUPPORT_OTHERS_H
#define SUPPORT_OTHERS_H

#include "session.h"

/*
 * Somebody else at the same file, at another terminal, twelve minutes later: name=value of the details
 * form ("given_name", "phone" …), saved through casework. Who was at the workplace is so again.
 */
void others_change(struct workplace *w, const char *login, struct person_id p, const char *field,
                   const char *value);

#endif
