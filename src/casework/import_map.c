#include "import_map.h"

#include "import_run.h"

#include "base/buf.h"
#include "base/text.h"
#include "base/words.h"
#include "store/settings.h"

#include <ctype.h>
#include <string.h>

#define NAME_MOST 40 /* bytes */

/* ---- reading ---- */

static const char *column_names(struct import_run *r)
{
	struct columns all = columns_of(r->table);
	const char *names = "";

	for (size_t i = 0; i < all.n; i++)
		names = arena_printf(r->a, "%s%s%s", names, i > 0 ? ", " : "", all.at[i].name);
	return names;
}

/* "Their heading=family_name": the last = counts, a heading may have one. */
static enum status read_pair(struct import_run *r, struct str pair)
{
	struct mapped_heading m = { .heading = pair };
	struct str name;

	while (m.heading.n > 0 && m.heading.at[m.heading.n - 1] != '=')
		m.heading.n--;
	name = (struct str){ pair.at + m.heading.n, pair.n - m.heading.n };
	if (m.heading.n > 0)
		m.heading.n--;
	m.heading = str_trim(m.heading);
	name = str_trim(name);
	if (m.heading.n == 0 || name.n == 0)
		return session_fail(r->s, E_INVALID,
		                    _("%s is not a heading, = and a column, such as "
		                      "\"Last=family_name\". Nothing was imported."),
		                    text_safe(pair, r->a));
	m.column = column_named(r->table, name);
	if (m.column < 0)
		return session_fail(r->s, E_INVALID,
		                    _("%s is no column of %s. They are: %s. Nothing was imported."),
		                    text_safe(name, r->a),
		                    words_word(&column_tables, (int)r->table), column_names(r));
	*ARENA_PUSH(r->a, &r->mapping) = m;
	return OK;
}

static enum status read_pairs(struct import_run *r, const char *text, char between)
{
	struct str rest = str_of(text), pair;
	enum status rc = OK;

	while (rc == OK && str_cut(&rest, between, &pair)) {
		pair = str_trim(pair);
		if (pair.n > 0)
			rc = read_pair(r, pair);
	}
	return rc;
}

static bool is_name(const char *name)
{
	size_t n = strlen(name);

	for (size_t i = 0; i < n; i++)
		if (iscntrl((unsigned char)name[i]))
			return false;
	return n > 0 && n <= NAME_MOST;
}

static enum status load_kept(struct import_run *r)
{
	struct import_mapping *m = &r->mapping;
	const char *name = r->options->mapping;
	struct setting x;
	enum status rc;

	if (!is_name(name))
		return session_fail(r->s, E_INVALID,
		                    _("A mapping's name has 1 to %d characters. Nothing was "
		                      "imported."),
		                    NAME_MOST);
	m->setting = arena_printf(r->a, "map:%s", name);
	rc = session_store(r->s, setting_get(r->s->store, m->setting, "", r->a, &x));
	if (rc != OK)
		return rc;
	m->kept = x.value;
	if (text_empty(x.value) && text_empty(r->options->columns))
		return session_fail(r->s, E_NOT_FOUND,
		                    _("No mapping is kept as %s. --columns says which heading is "
		                      "which, and is kept under that name. Nothing was imported."),
		                    text_safe(str_of(name), r->a));
	return OK;
}

enum status import_map_load(struct import_run *r)
{
	enum status rc = OK;

	r->mapping = (struct import_mapping){ .kept = "" };
	if (r->options->mapping)
		rc = load_kept(r);
	if (rc != OK)
		return rc;
	if (!text_empty(r->options->columns))
		return read_pairs(r, r->options->columns, ',');
	return read_pairs(r, r->mapping.kept, '\n');
}

/* ---- using ---- */

static bool same_heading(struct str x, struct str y)
{
	struct arena a = { 0 };
	bool same = strcmp(text_fold(str_trim(x), &a), text_fold(str_trim(y), &a)) == 0;

	arena_reset(&a);
	return same;
}

bool import_map_knows(const struct import_mapping *m, struct str heading)
{
	for (size_t i = 0; i < m->n; i++)
		if (same_heading(m->at[i].heading, heading))
			return true;
	return false;
}

const char *import_headings(struct import_run *r)
{
	const struct csv_row *header = csv_header(r->reader);
	const char *all = "";

	for (size_t i = 0; i < header->n; i++)
		all = arena_printf(r->a, "%s%s%s", all, i > 0 ? ", " : "",
		                   text_safe(str_trim(header->at[i]), r->a));
	return all;
}

static int cell_of(const struct csv_row *header, struct str heading)
{
	for (size_t i = 0; i < header->n; i++)
		if (same_heading(header->at[i], heading))
			return (int)i;
	return -1;
}

enum status import_map_apply(struct import_run *r)
{
	const struct csv_row *header = csv_header(r->reader);

	for (size_t i = 0; i < r->mapping.n; i++) {
		const struct mapped_heading *m = &r->mapping.at[i];
		int cell = cell_of(header, m->heading);

		if (cell >= 0)
			column_map_set(&r->map, m->column, cell);
		else if (!text_empty(r->options->columns))
			return session_fail(r->s, E_INVALID,
			                    _("The file has no heading %s. It has: %s. Nothing was "
			                      "imported."),
			                    text_safe(m->heading, r->a), import_headings(r));
	}
	return OK;
}

/* ---- keeping ---- */

enum status import_map_save(struct import_run *r)
{
	struct import_mapping *m = &r->mapping;
	const char *text = "";

	if (!m->setting || text_empty(r->options->columns))
		return OK;
	for (size_t i = 0; i < m->n; i++)
		text = arena_printf(r->a, "%s%s=%s\n", text, arena_str(r->a, m->at[i].heading),
		                    columns_of(r->table).at[m->at[i].column].name);
	if (text_equal(text, m->kept))
		return OK;
	r->report.mapping = r->options->mapping;
	return setting_put(&r->c, m->setting, text);
}
