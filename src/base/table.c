#include "base/table.h"

#include "base/die.h"

static bool next_line(struct table *t, struct str *line)
{
	while (str_cut(&t->rest, '\n', line)) {
		t->line++;
		if (line->n > 0 && line->at[0] != '#')
			return true;
	}
	return false;
}

static size_t split(struct str line, struct str *fields)
{
	size_t n = 0;

	while (n < TABLE_COLUMNS && str_cut(&line, '\t', &fields[n]))
		n++;
	return n;
}

struct table table_of(struct str text)
{
	struct table t = { .rest = text };
	struct str header;

	if (next_line(&t, &header))
		t.columns = split(header, t.names);
	return t;
}

bool table_next(struct table *t)
{
	struct str line;
	size_t n;

	if (!next_line(t, &line))
		return false;
	n = split(line, t->fields);
	while (n < t->columns)
		t->fields[n++] = (struct str){ "", 0 };
	return true;
}

struct str table_field(const struct table *t, const char *column)
{
	for (size_t i = 0; i < t->columns; i++)
		if (str_is(t->names[i], column))
			return t->fields[i];
	die("reference data has no column %s", column);
}
