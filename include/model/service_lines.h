#ifndef MODEL_SERVICE_LINES_H
#define MODEL_SERVICE_LINES_H

#include "base/field.h"
#include "model/service_parts.h"

/*
 * What hangs on an entry and can be there more than once, as people type it: a line each, under the
 * names places, times, costs, phones, people and tags. What is shown is read again as the same.
 *
 *	places  Bramley Community Centre; Waterloo Lane; LS13 2JB; bus 16; step-free
 *	times   Mon Wed 9:30–16:00 · Bramley Community Centre: first Fri of the month 10:00–12:00
 *	costs   a session £2.50 (bring change) · concession free
 *	phones  0113 496 0302 textphone · 0113 496 0300 ext 12
 *	people  Zara Ali; duty adviser; 0113 496 0303; zara@example.org
 *	tags    Carers support groups (esdServiceType:298)
 */
enum service_part {
	PART_PLACES,
	PART_TIMES,
	PART_COSTS,
	PART_PHONES,
	PART_PEOPLE,
	PART_TAGS,
	SERVICE_PARTS,
};

struct service_parts {
	struct service_place_list places;
	struct service_time_list times; /* place below 0: the -n-th of places, which is new */
	struct service_cost_list costs;
	struct service_phone_list phones;
	struct service_person_list people;
	struct service_tag_list tags;
};

/* Any of the lists, by which it is. */
struct any_list {
	size_t n;
	void *at;
};
struct any_list service_part_list(const struct service_parts *x, enum service_part part);
void service_part_set(struct service_parts *x, enum service_part part, struct any_list list);
size_t service_part_size(enum service_part part);
void *service_part_at(const struct any_list *list, enum service_part part, size_t i);

/* One of them as a line; places names the places of times. Belongs to a. */
const char *service_part_line(const struct service_parts *of, enum service_part part, const void *x,
                              struct arena *a);

/* All of one kind, a line each: "" where there is none. */
const char *service_part_text(const struct service_parts *of, enum service_part part,
                              struct arena *a);

/* A value for each kind, by its name. */
void service_parts_values(const struct service_parts *x, struct values *v, struct arena *a);

#define SERVICE_PART_MOST 60 /* lines of one kind */

/*
 * The lines over what was there: a line that is as it was keeps its row, others take over the rows of
 * lines that are gone, in order. Kinds that v does not name stay. What cannot be read is a problem.
 */
void service_parts_fill(struct service_parts *x, const struct values *v, day today, struct arena *a,
                        struct problems *problems);

#endif
