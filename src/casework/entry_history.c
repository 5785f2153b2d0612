#include "casework/entries.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/concerns.h"
#include "model/listing.h"
#include "model/opening.h"
#include "model/phone.h"
#include "model/places.h"
#include "store/organisations.h"
#include "store/service_history.h"

#include <stdlib.h>
#include <string.h>

/* What nobody asks to see: whatever the program counts, and ids. */
static const char *const silent[] = { "id",        "ver",        "service",   "external_id",
	                              "edited_on", "checked_by", "vetted_by", "check_tries" };

/* Columns that the form of an entry has no field for. */
static const struct {
	const char *column, *label;
} labels[] = {
	{ "provider", _("Organisation") },
	{ "status", _("Open or closed") },
	{ "closed_until", _("Closed until") },
	{ "last_checked", _("Checked") },
	{ "next_check", _("Next check") },
	{ "vetted_on", _("Vetted on") },
	{ "do_not_list", _("Not to be listed") },
	{ "ring_first", _("Ring first") },
	{ "source", _("Came from") },
	{ "source_note", _("Came from") },
};

static bool is_silent(const char *column)
{
	for (size_t i = 0; i < COUNT_OF(silent); i++)
		if (text_equal(silent[i], column))
			return true;
	return false;
}

static const char *label_of(const char *column)
{
	for (size_t i = 0; i < COUNT_OF(labels); i++)
		if (text_equal(labels[i].column, column))
			return labels[i].label;
	for (const struct field *f = service_form; f->name || f->label; f++)
		if (text_equal(f->name, column))
			return f->label;
	return column;
}

static bool is_day(const char *column)
{
	size_t n = strlen(column);

	return text_equal(column, "last_checked") || text_equal(column, "next_check") ||
	       text_equal(column, "closed_until") || text_equal(column, "vetted_until") ||
	       (n > 3 && text_equal(column + n - 3, "_on"));
}

static const char *word_label(const struct words *words, const char *text)
{
	int word = words_find(words, str_of(text));

	return word ? words_label(words, word) : text;
}

static const char *organisation_of(struct session *s, const char *id, struct arena *a)
{
	struct organisation_id org = { strtoll(id, NULL, 10) };
	const char *name = "";

	return organisation_name(s->store, org, a, &name) == OK ? name : "";
}

/* A value as it was stored, as people say it. */
static const char *said(struct session *s, const char *column, const char *text, struct arena *a)
{
	if (text_empty(text))
		return "";
	if (is_day(column))
		return day_birth((day)strtol(text, NULL, 10), a);
	if (text_equal(column, "provider"))
		return organisation_of(s, text, a);
	if (text_equal(column, "status"))
		return word_label(&service_statuses, text);
	if (text_equal(column, "checked_how"))
		return word_label(&check_ways, text);
	if (text_equal(column, "vetted"))
		return word_label(&vettings, text);
	if (text_equal(column, "phone"))
		return phone_shown(text, a);
	if (text_equal(column, "do_not_list") || text_equal(column, "ring_first"))
		return text_equal(text, "1") ? _("yes") : _("no");
	return text;
}

static void add(struct entry_change *c, struct entry_difference d, struct arena *a)
{
	if (!text_equal(d.before, d.after))
		*ARENA_PUSH(a, c) = d;
}

/* Concerns and areas come and go by their code. */
static void add_code(struct entry_change *c, const struct past_value *v, struct arena *a)
{
	bool area = text_equal(v->table, "service_area");
	struct entry_difference d = { area ? _("Area") : _("Helps with"), v->before, v->after };

	if (!text_equal(v->column, area ? "area" : "code"))
		return;
	if (*d.before)
		d.before = area ? area_name(d.before, a) : concern_label(d.before, a);
	if (*d.after)
		d.after = area ? area_name(d.after, a) : concern_label(d.after, a);
	add(c, d, a);
}

static const char *part_label(const char *table)
{
	static const struct {
		const char *table, *name;
	} parts[] = {
		{ "service_place", "places" },  { "service_time", "times" },
		{ "service_cost", "costs" },    { "service_phone", "phones" },
		{ "service_person", "people" }, { "service_tag", "tags" },
	};

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (text_equal(parts[i].table, table))
			return label_of(parts[i].name);
	return table;
}

static bool same_row(const struct past_value *x, const struct past_value *y)
{
	return text_equal(x->table, y->table) && text_equal(x->key, y->key);
}

static int number_or(const char *text, int none)
{
	return *text ? (int)strtol(text, NULL, 10) : none;
}

/* A column of a line that is said as a whole. */
static void set_time(struct service_time *t, const char *column, const char *text)
{
	if (text_equal(column, "every"))
		t->every = (enum time_every)words_find(&time_everies, str_of(text));
	else if (text_equal(column, "step"))
		t->step = number_or(text, 1);
	else if (text_equal(column, "days"))
		t->days = text;
	else if (text_equal(column, "opens"))
		t->opens = number_or(text, MINUTE_NONE);
	else if (text_equal(column, "closes"))
		t->closes = number_or(text, MINUTE_NONE);
	else if (text_equal(column, "from_on"))
		t->from_on = number_or(text, DAY_NONE);
	else if (text_equal(column, "until_on"))
		t->until_on = number_or(text, DAY_NONE);
	else if (text_equal(column, "words"))
		t->words = text;
}

static const char *money_text(const char *pence, struct arena *a)
{
	long long n = strtoll(pence, NULL, 10);

	return n == 0 ? _("free") : arena_printf(a, "£%lld.%02lld", n / 100, n % 100);
}

static const char *column_text(const char *column, const char *text, struct arena *a)
{
	if (*text && text_equal(column, "amount"))
		return money_text(text, a);
	if (*text && (text_equal(column, "opens") || text_equal(column, "closes")))
		return minute_text((int)strtol(text, NULL, 10), a);
	return *text && is_day(column) ? day_birth((day)strtol(text, NULL, 10), a) : text;
}

static const char *joined(const char *text, const char *more, struct arena *a)
{
	return !*more ? text : *text ? arena_printf(a, "%s, %s", text, more) : more;
}

/* All that is known of a row of something that hangs on the entry: from is its first value. */
static size_t add_part(struct entry_change *c, const struct past_entry *e, size_t from,
                       struct arena *a)
{
	struct entry_difference d = { part_label(e->at[from].table), "", "" };
	struct service_time before = service_time_blank, after = service_time_blank;
	bool time = text_equal(e->at[from].table, "service_time");
	size_t i = from;

	for (; i < e->n && same_row(&e->at[from], &e->at[i]); i++) {
		const struct past_value *v = &e->at[i];

		if (is_silent(v->column) || text_equal(v->column, "place"))
			continue;
		set_time(&before, v->column, v->before);
		set_time(&after, v->column, v->after);
		d.before = joined(d.before, column_text(v->column, v->before, a), a);
		d.after = joined(d.after, column_text(v->column, v->after, a), a);
	}
	if (time && *before.days)
		d.before = opening_text(&before, a);
	if (time && *after.days)
		d.after = opening_text(&after, a);
	add(c, d, a);
	return i;
}

static void add_values(struct session *s, const struct past_entry *e, struct arena *a,
                       struct entry_change *c)
{
	for (size_t i = 0; i < e->n;) {
		const struct past_value *v = &e->at[i];

		if (text_equal(v->table, "service_concern") ||
		    text_equal(v->table, "service_area")) {
			add_code(c, v, a);
			i++;
		} else if (!text_equal(v->table, "service")) {
			i = add_part(c, e, i, a);
		} else {
			if (!is_silent(v->column))
				add(c,
				    (struct entry_difference){ label_of(v->column),
				                               said(s, v->column, v->before, a),
				                               said(s, v->column, v->after, a) },
				    a);
			i++;
		}
	}
}

enum status casework_entry_history(struct session *s, struct service_id id, struct arena *a,
                                   struct entry_history *ret)
{
	struct entry_history list = { 0 };
	struct past_entries past = { 0 };
	enum status rc = casework_may(s, OP_SEE_ENTRY_HISTORY);

	if (rc != OK)
		return rc;
	rc = session_store(s, service_history(s->store, id, ENTRY_CHANGES_SHOWN + 1, a, &past));
	if (rc != OK)
		return rc;
	for (size_t i = 0; i < past.n && i < ENTRY_CHANGES_SHOWN; i++) {
		const struct past_entry *e = &past.at[i];
		struct entry_change *c = ARENA_PUSH(a, &list);

		c->when = arena_printf(a, "%s %s", day_short(clock_day(e->done_at), s->today, a),
		                       minute_text(clock_minute(e->done_at), a));
		c->who = text_empty(e->who) ? "clew" : e->who;
		c->what = e->what;
		add_values(s, e, a, c);
	}
	list.more = past.n > ENTRY_CHANGES_SHOWN;
	*ret = list;
	return OK;
}
