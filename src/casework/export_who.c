#include "export_who.h"

#include "base/words.h"

#include <string.h>

#define BITS 8

/* ---- bits ---- */

/* Sets it; was it set? */
static bool bit_set(struct buf *bits, int64_t id)
{
	static const char none[256];
	size_t byte = (size_t)id / BITS;
	unsigned char mask = (unsigned char)(1u << ((size_t)id % BITS)), before;

	while (bits->n <= byte)
		buf_add(bits, (struct str){ none, sizeof(none) });
	before = (unsigned char)bits->at[byte];
	bits->at[byte] = (char)(before | mask);
	return (before & mask) != 0;
}

static bool bit_is(const struct buf *bits, size_t id)
{
	return ((unsigned char)bits->at[id / BITS] & (1u << (id % BITS))) != 0;
}

static struct id_runs people_of(const struct export_who *w, struct arena *a)
{
	struct id_runs runs = { 0 };

	for (size_t id = 0; id < w->in.n * BITS; id++) {
		if (!bit_is(&w->in, id))
			continue;
		if (runs.n > 0 && runs.at[runs.n - 1].last + 1 == (int64_t)id)
			runs.at[runs.n - 1].last++;
		else
			*ARENA_PUSH(a, &runs) = (struct id_run){ (int64_t)id, (int64_t)id };
	}
	return runs;
}

/* ---- who may ---- */

static bool without_names(enum purpose purpose)
{
	return purpose == PURPOSE_FIGURES || purpose == PURPOSE_RESEARCH;
}

static enum status check(struct session *s, const struct export_options *o)
{
	if (text_empty(o->to_whom) || o->purpose == PURPOSE_NONE)
		return session_fail(s, E_INVALID,
		                    _("People's details leave in this file: say to whom, and what "
		                      "for. Nothing was exported."));
	if (o->what == COLUMNS_PEOPLE && without_names(o->purpose))
		return session_fail(s, E_INVALID,
		                    _("This file has names, and what it is for goes without: %s. "
		                      "Nothing was exported."),
		                    words_label(&purposes, (int)o->purpose));
	return OK;
}

enum status export_who_begin(struct session *s, const struct export_options *o, struct arena *a,
                             struct export_who *ret)
{
	struct export_who w = { .asked = o->what != COLUMNS_SERVICES, .last = -1 };
	enum status rc = w.asked ? check(s, o) : OK;

	if (w.asked && rc == OK) {
		w.with = (struct share_with){ .purpose = o->purpose, .to_whom = o->to_whom };
		rc = sharing_answered(s, &w.with, a, &w.answered);
	}
	if (rc == OK)
		*ret = w;
	return rc;
}

void export_who_done(struct export_who *w)
{
	buf_done(&w->in);
	buf_done(&w->out);
}

bool export_who_may(struct export_who *w, int64_t person)
{
	if (!w->asked || person == 0 || person == w->last)
		return !w->asked || person == 0 || w->last_may;
	w->last = person;
	w->last_may = sharing_may(&w->answered, person);
	if (w->last_may)
		w->people += !bit_set(&w->in, person);
	else
		w->left_out += !bit_set(&w->out, person);
	return w->last_may;
}

/* ---- what left ---- */

static bool all_may(const struct id_runs *people, const struct answered *now)
{
	for (size_t i = 0; i < people->n; i++)
		for (int64_t id = people->at[i].first; id <= people->at[i].last; id++)
			if (!sharing_may(now, id))
				return false;
	return true;
}

enum status export_who_in(struct session *s, struct change *c, struct export_who *w,
                          struct disclosure *x, struct arena *a)
{
	struct id_runs people;
	struct answered now;
	enum status rc;

	if (!w->asked)
		return OK;
	people = people_of(w, a);
	rc = sharing_answered(s, &w->with, a, &now);
	if (rc == OK && !all_may(&people, &now))
		rc = session_fail(s, E_CONFLICT,
		                  _("Somebody in this file took back what they agreed to while it "
		                    "was made. Nothing was exported: export it again."));
	x->kind = DISCLOSURE_FILE;
	x->to_whom = w->with.to_whom;
	x->purpose = w->with.purpose;
	return rc == OK ? disclosures_in(s, c, x, &people, a) : rc;
}
