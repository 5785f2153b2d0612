#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "cli.h"

#include "model/person_form.h"

/* Text from outside, made safe, in lines of at most 78 columns that begin at indent. */
void show_wrapped(struct cli *cli, size_t indent, const char *text);
void show_head(struct cli *cli, const char *head, const char *more);

/* Everything that is kept of a person, part by part: what there is, and how much of it. */
void show_details(struct cli *cli, const struct person_details *d);

#endif
