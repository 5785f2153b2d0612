#ifndef BASE_PRINTER_H
#define BASE_PRINTER_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

/*
 * A page on its way to the printer: a program that takes it on its standard input and prints at its
 * end, lp(1). No shell is between. It is only printed by printer_close(); printer_drop() stops it
 * before that. Both end p, whatever comes of it.
 */
#define PRINTER_PROGRAM "/usr/bin/lp"

struct printer;

bool printer_there(const char *program);

/* *fault, on failure, is one sentence that belongs to a. */
MUST_USE enum status printer_open(const char *program, struct arena *a, struct printer **ret,
                                  const char **fault);
MUST_USE enum status printer_write(struct printer *p, struct str bytes);
MUST_USE enum status printer_close(struct printer *p, struct arena *a, const char **fault);
void printer_drop(struct printer *p); /* NULL is fine */

#endif
