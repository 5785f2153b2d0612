#ifndef CASEWORK_PACKAGE_BODY_H
#define CASEWORK_PACKAGE_BODY_H

#include "base/buf.h"
#include "exchange/package_read.h"

/*
 * What a directory says of a service, as short lines that can be compared: a name, a tab and a value. A value that is
 * long, or has lines of its own, stands as the digest of itself. What says nothing has no line. The
 * same lines are made of what is here: where they differ from what the directory said last, it was
 * changed here.
 *
 *	name	Money Buddies
 *	description	#0b7e…
 *	time/8a31…	|week|1|MO;WE|540|1020|||
 */
struct body_line {
	const char *name, *value;
};
struct body {
	size_t n;
	struct body_line *at;
	const struct body_line **by_name; /* sorted; NULL: not yet */
};

/* Of an entry; its provider is service.provider. Belongs to a, as below. */
struct body body_of_entry(const struct package_entry *x, struct arena *a);
struct body body_of_organisation(const struct organisation *x, struct arena *a);
const char *body_text_of(const struct body *b, struct arena *a);
struct body body_parse(const char *text, struct arena *a);

/* Before many values are asked for: a directory may hang thousands of numbers on one service. */
void body_sort(struct body *b, struct arena *a);
/* NULL: it says nothing of that. */
const char *body_value(const struct body *b, const char *name);

/* ---- fields ---- */
extern const size_t entry_fields; /* how many */
const char *entry_field_name(size_t field);
const char *entry_field_value(size_t field, const struct package_entry *x, struct arena *a);
void entry_field_copy(size_t field, struct package_entry *to, const struct package_entry *from);

extern const size_t organisation_fields;
const char *organisation_field_name(size_t field);
const char **organisation_field(size_t field, struct organisation *x);

/* ---- parts ---- */
enum part_kind { PART_PLACE, PART_TIME, PART_COST, PART_PHONE, PART_PERSON, PART_TAG, PART_COUNT };

struct part {
	enum part_kind kind;
	size_t i;          /* in its list */
	const char *name;  /* "time/8a31…" */
	const char *value; /* as in a line */
};
struct part_list {
	size_t n;
	struct part *at;
	const struct part **by_name; /* sorted */
};
struct part_list parts_of_entry(const struct package_entry *x, struct arena *a);
/* The first of that name; NULL: there is none. */
const struct part *part_named(const struct part_list *all, const char *name);
/* "opening times" */
const char *part_kind_label(enum part_kind kind);

#endif
