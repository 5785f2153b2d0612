#ifndef MODEL_SERVICE_FORM_H
#define MODEL_SERVICE_FORM_H

#include "base/field.h"
#include "model/service.h"
#include "model/service_lines.h"

/* An entry of the directory, whole. */
struct service_entry {
	struct service service;
	const char *organisation;  /* the name of its provider, "" */
	struct code_list concerns; /* codes */
	struct code_list areas;    /* GSS codes */
	struct service_parts parts;
};

/*
 * The form of an entry in parts, each behind its heading; what a new one begins with stands in the first:
 * name, concerns, area, phone, url. The same names in drafts and commands.
 * Several values stand between semicolons; concerns are named by code or label, areas by name.
 */
extern const struct field service_form[];
#define SERVICE_LINE_MOST ((size_t)1000) /* bytes of a line */
#define SERVICE_NOTE_MOST ((size_t)8000) /* and of a note */

struct values service_values(const struct service_entry *x, struct arena *a);

/*
 * What was typed, over entry x: columns that have no field stay as they are. Problems are by field.
 * checked_how set: checked today, that way.
 */
void service_fill(struct service_entry *x, const struct values *v, day today, struct arena *a,
                  struct problems *problems);

#endif
