#include "model/ladder.h"

#include "base/die.h"
#include "base/embedded.h"
#include "base/table.h"
#include "base/words.h"

#define FILE_NAME "rules/try-again.tsv"

/* The steps, in the order in which they are climbed. */
enum row_step { ROW_TRY, ROW_LETTER, ROW_OTHER, ROW_REFERRER, ROW_CLOSE, ROW_COUNT };

static const char *const step_names[ROW_COUNT] = { "try", "letter", "other_hours", "ask_referrer",
	                                           "close" };

struct row {
	bool own; /* for this how_soon, not for any */
	int times, after;
	int hour[LADDER_HOURS_MOST];
	int hours;
};

struct reading {
	enum urgency how_soon;
	struct row row[ROW_COUNT];
	bool seen[URGENCY_USUAL + 1][ROW_COUNT]; /* 0: any */
	size_t line;
	struct arena *a;
	const char *fault;
};

static bool wrong(struct reading *r, const char *why)
{
	if (!r->fault)
		r->fault = arena_printf(r->a, "%s, line %zu: %s", FILE_NAME, r->line, why);
	return false;
}

static bool read_number(struct reading *r, struct str field, int most, int *ret)
{
	long long n;

	if (!str_int(field, &n) || n < 0 || n > most)
		return wrong(r, arena_printf(r->a, "“%.*s” is no number from 0 to %d", (int)field.n,
		                             field.at ? field.at : "", most));
	*ret = (int)n;
	return true;
}

static bool read_hours(struct reading *r, struct str field, struct row *row)
{
	struct str rest = field, part;

	while (field.n > 0 && str_cut(&rest, ' ', &part)) {
		int hour = 0;

		if (row->hours == LADDER_HOURS_MOST)
			return wrong(r, "more parts of a day than there is room for");
		if (!read_number(r, part, 23, &hour))
			return false;
		if (row->hours > 0 && hour * 60 <= row->hour[row->hours - 1])
			return wrong(r, "hours go up, each later than the one before");
		row->hour[row->hours++] = hour * 60;
	}
	return true;
}

static bool read_step(struct reading *r, struct str field, int *ret)
{
	for (int i = 0; i < ROW_COUNT; i++)
		if (str_is(field, step_names[i])) {
			*ret = i;
			return true;
		}
	return wrong(r, arena_printf(r->a, "there is no step “%.*s”", (int)field.n,
	                             field.at ? field.at : ""));
}

/* Whose ladder, and for whom: *ret is an urgency, 0 for any. */
static bool read_whose(struct reading *r, const struct table *t, int *ret)
{
	struct str soon = table_field(t, "how_soon");
	int which = words_find(&urgencies, soon);

	if (!str_is(table_field(t, "ladder"), "person"))
		return wrong(r, "a ladder is that of a person or of a service");
	if (which == 0 && !str_is(soon, "any"))
		return wrong(r, "how soon is any, fast, two_weeks or usual");
	*ret = which;
	return true;
}

static bool read_row(struct reading *r, const struct table *t)
{
	struct row row = { 0 };
	int step = 0, which = 0;

	r->line = t->line;
	if (str_is(table_field(t, "ladder"), "service"))
		return true; /* chase_rules.c reads it */
	if (!read_whose(r, t, &which) || !read_step(r, table_field(t, "step"), &step) ||
	    !read_number(r, table_field(t, "times"), LADDER_TIMES_MOST, &row.times) ||
	    !read_number(r, table_field(t, "after"), LADDER_DAYS_MOST, &row.after) ||
	    !read_hours(r, table_field(t, "hours"), &row))
		return false;
	if (step == ROW_TRY && (row.times == 0 || row.hours == 0))
		return wrong(r, "a try has at least one time, and one hour");
	if (r->seen[which][step])
		return wrong(r, "that step is there already");
	r->seen[which][step] = true;
	row.own = which != 0;
	if ((which == 0 && !r->row[step].own) || which == (int)r->how_soon)
		r->row[step] = row;
	return true;
}

static bool read_head(struct reading *r, const struct table *t)
{
	static const char *const columns[] = { "ladder", "how_soon", "step",
		                               "times",  "after",    "hours" };

	r->line = t->line;
	for (size_t i = 0; i < COUNT_OF(columns); i++) {
		bool there = false;

		for (size_t j = 0; j < t->columns; j++)
			there = there || str_is(t->names[j], columns[i]);
		if (!there)
			return wrong(r, arena_printf(r->a, "no column %s", columns[i]));
	}
	return true;
}

static struct ladder_rules made(const struct reading *r)
{
	struct ladder_rules rules = {
		.tries = r->row[ROW_TRY].times,
		.next_try = r->row[ROW_TRY].after,
		.letter = r->row[ROW_LETTER].times > 0,
		.other_hours = r->row[ROW_OTHER].times,
		.other = r->row[ROW_OTHER].after,
		.referrer = r->row[ROW_REFERRER].times > 0,
		.letter_days = r->row[ROW_REFERRER].after,
		.hours = r->row[ROW_TRY].hours,
	};

	for (int i = 0; i < rules.hours; i++)
		rules.hour[i] = r->row[ROW_TRY].hour[i];
	return rules;
}

enum status ladder_rules_read(struct str text, enum urgency how_soon, struct arena *a,
                              struct ladder_rules *ret, const char **fault)
{
	struct reading r = { .how_soon = how_soon, .a = a };
	struct table t = table_of(text);

	for (bool good = read_head(&r, &t); good && table_next(&t);)
		good = read_row(&r, &t);
	for (int i = 0; i < ROW_COUNT; i++)
		if (!r.fault && !r.seen[0][i])
			wrong(&r,
			      arena_printf(a, "the step “%s” is missing for any", step_names[i]));
	if (r.fault) {
		*fault = r.fault;
		return E_INVALID;
	}
	*ret = made(&r);
	return OK;
}

struct ladder_rules ladder_rules(enum urgency how_soon)
{
	struct ladder_rules rules = { 0 };
	struct arena a = { 0 };
	const char *fault = "";

	if (ladder_rules_read(embedded_file(FILE_NAME), how_soon, &a, &rules, &fault) != OK)
		die("data/%s", fault);
	arena_reset(&a);
	return rules;
}

struct ladder_rules ladder_rules_of(struct str text, enum urgency how_soon)
{
	struct ladder_rules rules = { 0 };
	struct arena a = { 0 };
	const char *fault = "";
	enum status rc = E_INVALID;

	if (text.at)
		rc = ladder_rules_read(text, how_soon, &a, &rules, &fault);
	arena_reset(&a);
	return rc == OK ? rules : ladder_rules(how_soon);
}
