#include "model/chase.h"

#include "base/die.h"
#include "base/embedded.h"
#include "base/table.h"

#define FILE_NAME "rules/try-again.tsv"

enum row_step { ROW_ASK, ROW_WRITE, ROW_PERSON, ROW_CLOSE, ROW_COUNT };

static const char *const step_names[ROW_COUNT] = { "ask", "write", "ask_person", "close" };

struct reading {
	struct chase_rules rules;
	bool seen[ROW_COUNT];
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

static bool read_hours(struct reading *r, struct str field)
{
	struct chase_rules *x = &r->rules;
	struct str rest = field, part;

	while (field.n > 0 && str_cut(&rest, ' ', &part)) {
		int hour = 0;

		if (x->hours == LADDER_HOURS_MOST)
			return wrong(r, "more parts of a day than there is room for");
		if (!read_number(r, part, 23, &hour))
			return false;
		if (x->hours > 0 && hour * 60 <= x->hour[x->hours - 1])
			return wrong(r, "hours go up, each later than the one before");
		x->hour[x->hours++] = hour * 60;
	}
	return x->hours > 0 || wrong(r, "asking has at least one hour");
}

static void put(struct chase_rules *x, enum row_step step, int times, int after)
{
	switch (step) {
	case ROW_ASK:
		x->asks = times;
		x->between = after;
		break;
	case ROW_WRITE:
		x->writes = times;
		x->before_write = after;
		break;
	case ROW_PERSON:
		x->persons = times;
		x->before_person = after;
		break;
	case ROW_CLOSE:
		x->before_end = after;
		break;
	case ROW_COUNT:
		break;
	}
}

static bool read_row(struct reading *r, const struct table *t)
{
	struct str name = table_field(t, "step");
	int step = 0, times = 0, after = 0;

	r->line = t->line;
	while (step < ROW_COUNT && !str_is(name, step_names[step]))
		step++;
	if (step == ROW_COUNT)
		return wrong(r,
		             "a service is asked, written to, the person is asked, then it closes");
	if (r->seen[step])
		return wrong(r, "that step is there already");
	if (!str_is(table_field(t, "how_soon"), "any"))
		return wrong(r, "a service has one ladder, for any");
	r->seen[step] = true;
	if (!read_number(r, table_field(t, "times"), LADDER_TIMES_MOST, &times) ||
	    !read_number(r, table_field(t, "after"), LADDER_DAYS_MOST, &after))
		return false;
	put(&r->rules, (enum row_step)step, times, after);
	return step != ROW_ASK || read_hours(r, table_field(t, "hours"));
}

enum status chase_rules_read(struct str text, struct arena *a, struct chase_rules *ret,
                             const char **fault)
{
	struct reading r = { .a = a };
	struct table t = table_of(text);

	while (!r.fault && table_next(&t))
		if (str_is(table_field(&t, "ladder"), "service"))
			read_row(&r, &t);
	for (int i = 0; i < ROW_COUNT; i++)
		if (!r.fault && !r.seen[i]) {
			r.line = t.line;
			wrong(&r, arena_printf(a, "the step “%s” of a service is missing",
			                       step_names[i]));
		}
	if (r.fault) {
		*fault = r.fault;
		return E_INVALID;
	}
	*ret = r.rules;
	return OK;
}

struct chase_rules chase_rules(void)
{
	struct chase_rules rules = { 0 };
	struct arena a = { 0 };
	const char *fault = "";

	if (chase_rules_read(embedded_file(FILE_NAME), &a, &rules, &fault) != OK)
		die("data/%s", fault);
	arena_reset(&a);
	return rules;
}

struct chase_rules chase_rules_of(struct str text)
{
	struct chase_rules rules = { 0 };
	struct arena a = { 0 };
	const char *fault = "";
	enum status rc = E_INVALID;

	if (text.at)
		rc = chase_rules_read(text, &a, &rules, &fault);
	arena_reset(&a);
	return rc == OK ? rules : chase_rules();
}
