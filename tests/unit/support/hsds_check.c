#include "hsds_check.h"

#include "fixture.h"
#include "test.h"

#include "base/day.h"
#include "base/file.h"
#include "base/table.h"
#include "base/text.h"

#include <ctype.h>
#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TABLES 24
#define FIELDS 28

struct rule {
	const char *field, *type, *format, *among, *reference;
	bool needed;
};

struct ruled {
	const char *table, *file;
	size_t n;
	struct rule at[FIELDS];
	struct hsds_rows rows; /* n 0: the file is not there */
};

struct checking {
	const char *folder;
	size_t n;
	struct ruled at[TABLES];
	struct hsds_complaints said;
	struct arena *a;
};

static void complain(struct checking *c, const char *fmt, ...) PRINTF_LIKE(2, 3);
static void complain(struct checking *c, const char *fmt, ...)
{
	char text[400];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	*ARENA_PUSH(c->a, &c->said) = arena_strdup(c->a, text);
}

/* ---- the published tables ---- */

static struct ruled *ruled_of(struct checking *c, const char *table)
{
	for (size_t i = 0; i < c->n; i++)
		if (text_equal(c->at[i].table, table))
			return &c->at[i];
	assert_true(c->n < TABLES);
	return &c->at[c->n++];
}

static void read_rules(struct checking *c)
{
	struct buf text = { 0 };
	struct table t;

	assert_int_equal(
		file_read(CLEW_SOURCE_DIR "/tests/unit/support/hsds-3.tsv", 1 << 20, &text), OK);
	t = table_of(str_of(arena_str(c->a, buf_str(&text))));
	buf_done(&text);
	while (table_next(&t)) {
		struct ruled *r = ruled_of(c, arena_str(c->a, table_field(&t, "table")));

		assert_true(r->n < FIELDS);
		r->table = arena_str(c->a, table_field(&t, "table"));
		r->file = arena_str(c->a, table_field(&t, "file"));
		r->at[r->n++] =
			(struct rule){ .field = arena_str(c->a, table_field(&t, "field")),
			               .type = arena_str(c->a, table_field(&t, "type")),
			               .format = arena_str(c->a, table_field(&t, "format")),
			               .among = arena_str(c->a, table_field(&t, "among")),
			               .reference = arena_str(c->a, table_field(&t, "reference")),
			               .needed = str_is(table_field(&t, "needed"), "yes") };
	}
}

/* ---- CSV, by the letter ---- */

const char *hsds_file(const char *folder, const char *file, struct arena *a)
{
	struct buf text = { 0 };
	const char *all = NULL;

	if (file_read(arena_printf(a, "%s/%s", folder, file), (size_t)1 << 30, &text) == OK)
		all = arena_str(a, buf_str(&text));
	buf_done(&text);
	return all;
}

static const char *take_cell(const char **at, struct arena *a, const char **fault)
{
	struct buf cell = { 0 };
	const char *text, *p = *at;
	bool quoted = *p == '"';

	p += quoted;
	for (; *p; p++) {
		if (quoted && *p == '"' && p[1] != '"')
			break;
		if (!quoted && (*p == ',' || *p == '\r' || *p == '\n'))
			break;
		if (!quoted && *p == '"')
			*fault = "a quote inside a cell without";
		p += quoted && *p == '"';
		buf_putc(&cell, *p);
	}
	if (quoted && *p != '"')
		*fault = "a quote that does not end";
	p += quoted && *p == '"';
	*at = p;
	text = arena_str(a, buf_str(&cell));
	buf_done(&cell);
	return text;
}

struct hsds_rows hsds_read(const char *folder, const char *file, struct arena *a)
{
	const char *at = hsds_file(folder, file, a);
	struct hsds_rows rows = { 0 };
	size_t bad;

	if (at && !text_valid(str_of(at), &bad))
		rows.fault = "it is not UTF-8";
	while (at && *at && !rows.fault) {
		struct hsds_row *row = ARENA_PUSH(a, &rows);

		*ARENA_PUSH(a, row) = take_cell(&at, a, &rows.fault);
		while (*at == ',') {
			at++;
			*ARENA_PUSH(a, row) = take_cell(&at, a, &rows.fault);
		}
		if (at[0] != '\r' || at[1] != '\n')
			rows.fault = "a row does not end in CR LF";
		else
			at += 2;
		if (row->n != rows.at[0].n)
			rows.fault = "a row has another number of cells than the header";
	}
	return rows;
}

const char *hsds_cell(const struct hsds_rows *rows, size_t row, const char *heading)
{
	if (row >= rows->n)
		return NULL;
	for (size_t i = 0; i < rows->at[0].n; i++)
		if (text_equal(rows->at[0].at[i], heading))
			return rows->at[row].at[i];
	return NULL;
}

/* ---- one cell ---- */

static bool matches(const char *text, const char *shape)
{
	for (; *shape; shape++, text++)
		if (*shape == '9'   ? !isdigit((unsigned char)*text)
		    : *shape == 'x' ? !isxdigit((unsigned char)*text)
		                    : *text != *shape)
			return false;
	return *text == '\0';
}

static bool is_number(const char *text)
{
	size_t n = strspn(text, "0123456789");

	if (n == 0)
		return false;
	return text[n] == '\0' || (text[n] == '.' && text[n + 1] != '\0' &&
	                           text[n + 1 + strspn(text + n + 1, "0123456789")] == '\0');
}

static bool is_uri(const char *text)
{
	size_t scheme = strspn(text, "abcdefghijklmnopqrstuvwxyz");

	return scheme > 0 && strncmp(text + scheme, "://", 3) == 0 && text[scheme + 3] != '\0' &&
	       !strpbrk(text, " \t\r\n<>\"{}|\\^`") &&
	       text[strspn(text, "!#$%&'()*+,-./0123456789:;=?@"
	                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_~"
	                         "abcdefghijklmnopqrstuvwxyz")] == '\0';
}

static bool is_email(const char *text)
{
	const char *at = strchr(text, '@');

	return at && at > text && !strchr(at + 1, '@') && strchr(at, '.') && at[1] != '.' &&
	       at[strlen(at) - 1] != '.' && !strpbrk(text, " \t\r\n,;:<>()\"");
}

static const char *wrong_type(const struct rule *r, const char *text)
{
	day d;

	if (text_equal(r->type, "number") && !is_number(text))
		return "no number";
	if (text_equal(r->type, "date") && !day_parse_iso(str_of(text), &d))
		return "no date";
	if (text_equal(r->type, "time") &&
	    (!matches(text, "99:99:99") || strncmp(text, "24", 2) >= 0 || text[3] > '5'))
		return "no time";
	if (text_equal(r->type, "datetime") && (!matches(text, "9999-99-99T99:99:99Z") ||
	                                        !day_parse_iso((struct str){ text, 10 }, &d)))
		return "no instant";
	return NULL;
}

static const char *wrong_format(const struct rule *r, const char *text)
{
	if (text_equal(r->format, "uuid") && !matches(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"))
		return "no UUID";
	if (text_equal(r->format, "uri") && !is_uri(text))
		return "no URI";
	if (text_equal(r->format, "email") && !is_email(text))
		return "no e-mail address";
	return NULL;
}

static bool among(const char *words, const char *text)
{
	struct str rest = str_of(words), one;

	while (str_cut(&rest, ';', &one))
		if (str_is(one, text))
			return true;
	return false;
}

static const char *wrong_with(const struct rule *r, const char *text)
{
	const char *why;

	if (text_empty(text))
		return r->needed ? "needed and empty" : NULL;
	why = wrong_type(r, text);
	if (!why)
		why = wrong_format(r, text);
	if (!why && !text_empty(r->among) && !among(r->among, text))
		why = "none of its words";
	return why;
}

/* ---- files ---- */

static int by_text(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* The ids of a table, sorted. */
static const char **ids_of(struct checking *c, const struct ruled *r, size_t *n)
{
	const char **ids = ARENA_ARRAY(c->a, r->rows.n + 1, const char *);

	*n = r->rows.n > 0 ? r->rows.n - 1 : 0;
	for (size_t i = 0; i < *n; i++)
		ids[i] = r->rows.at[i + 1].at[0];
	if (*n > 0)
		qsort(ids, *n, sizeof(*ids), by_text);
	return ids;
}

static void check_ids(struct checking *c, const struct ruled *r)
{
	size_t n;
	const char **ids = ids_of(c, r, &n);

	for (size_t i = 1; i < n; i++)
		if (text_equal(ids[i - 1], ids[i]))
			complain(c, "%s: two of id %s", r->file, ids[i]);
}

static void check_reference(struct checking *c, const struct ruled *r, size_t column,
                            const char *table)
{
	const struct ruled *to = ruled_of(c, table);
	size_t n;
	const char **ids = ids_of(c, to, &n);

	for (size_t i = 1; i < r->rows.n; i++) {
		const char *id = r->rows.at[i].at[column];

		if (!text_empty(id) && (n == 0 || !bsearch(&id, ids, n, sizeof(*ids), by_text)))
			complain(c, "%s row %zu %s: %s is in no %s", r->file, i,
			         r->at[column].field, id, table);
	}
}

/* What an attribute hangs on is in the table that it names. */
static void check_links(struct checking *c, const struct ruled *r)
{
	for (size_t i = 1; i < r->rows.n; i++) {
		const char *entity = hsds_cell(&r->rows, i, "link_entity");
		const char *id = hsds_cell(&r->rows, i, "link_id");
		const struct ruled *to = NULL;
		bool found = false;

		for (size_t k = 0; k < c->n; k++)
			if (text_equal(c->at[k].table, entity))
				to = &c->at[k];
		for (size_t k = 1; to && k < to->rows.n && !found; k++)
			found = text_equal(to->rows.at[k].at[0], id);
		if (!found)
			complain(c, "%s row %zu: %s is in no %s", r->file, i, id, entity);
	}
}

static void check_rows(struct checking *c, const struct ruled *r)
{
	for (size_t i = 1; i < r->rows.n; i++)
		for (size_t k = 0; k < r->n; k++) {
			const char *text = r->rows.at[i].at[k], *why = wrong_with(&r->at[k], text);

			if (why)
				complain(c, "%s row %zu %s: %s: “%.60s”", r->file, i,
				         r->at[k].field, why, text);
		}
}

static bool check_header(struct checking *c, const struct ruled *r)
{
	const struct hsds_row *head = &r->rows.at[0];

	if (head->n != r->n) {
		complain(c, "%s: %zu columns, not %zu", r->file, head->n, r->n);
		return false;
	}
	for (size_t i = 0; i < r->n; i++)
		if (!text_equal(head->at[i], r->at[i].field))
			complain(c, "%s: column %zu is %s, not %s", r->file, i + 1, head->at[i],
			         r->at[i].field);
	return true;
}

static void check_file(struct checking *c, const struct ruled *r)
{
	if (r->rows.fault)
		complain(c, "%s: %s", r->file, r->rows.fault);
	if (r->rows.n == 0 || r->rows.fault || !check_header(c, r))
		return;
	if (r->rows.n == 1)
		complain(c, "%s: there, and without a row", r->file);
	check_rows(c, r);
	check_ids(c, r);
	for (size_t i = 0; i < r->n; i++)
		if (!text_empty(r->at[i].reference))
			check_reference(c, r, i, r->at[i].reference);
	if (text_equal(r->table, "attribute"))
		check_links(c, r);
}

static bool known(const struct checking *c, const char *file)
{
	for (size_t i = 0; i < c->n; i++)
		if (text_equal(c->at[i].file, file))
			return true;
	return text_equal(file, "datapackage.json") || file[0] == '.';
}

static void read_folder(struct checking *c)
{
	DIR *folder = opendir(c->folder);
	const struct dirent *e;

	if (!folder) {
		complain(c, "%s: no folder", c->folder);
		return;
	}
	while ((e = readdir(folder)))
		if (!known(c, e->d_name) || (e->d_name[0] == '.' && strlen(e->d_name) > 2))
			complain(c, "%s: no file of a package", e->d_name);
	closedir(folder);
	for (size_t i = 0; i < c->n; i++)
		c->at[i].rows = hsds_read(c->folder, c->at[i].file, c->a);
}

/* ---- datapackage.json ---- */

struct json {
	struct store *store;
	const char *text; /* doubled quotes: ready to stand in SQL */
	struct arena *a;
};

static const char *json_text(const struct json *j, const char *path)
{
	return store_text(j->store,
	                  arena_printf(j->a, "SELECT json_extract('%s', '%s')", j->text, path),
	                  j->a);
}

static int64_t json_length(const struct json *j, const char *path)
{
	return store_int(j->store,
	                 arena_printf(j->a, "SELECT json_array_length('%s', '%s')", j->text, path));
}

static const char *in_sql(const char *text, struct arena *a)
{
	struct buf out = { 0 };
	const char *all;

	for (; *text; text++) {
		buf_putc(&out, *text);
		if (*text == '\'')
			buf_putc(&out, '\'');
	}
	all = arena_str(a, buf_str(&out));
	buf_done(&out);
	return all;
}

static void check_said_field(struct checking *c, const struct json *j, const struct ruled *r,
                             size_t resource, size_t i)
{
	const struct rule *f = &r->at[i];
	const char *at = arena_printf(c->a, "$.resources[%zu].schema.fields[%zu]", resource, i);
	const char *enums = arena_printf(c->a, "%s.constraints.enum", at);
	size_t words = 0;

	if (!text_equal(json_text(j, arena_printf(c->a, "%s.name", at)), f->field) ||
	    !text_equal(json_text(j, arena_printf(c->a, "%s.type", at)), f->type) ||
	    !text_equal(json_text(j, arena_printf(c->a, "%s.format", at)), f->format) ||
	    !text_equal(json_text(j, arena_printf(c->a, "%s.constraints.required", at)),
	                f->needed ? "1" : "0"))
		complain(c, "datapackage.json: %s %s is said to be something else", r->table,
		         f->field);
	for (const char *p = f->among; *p; p++)
		words += *p == ';' || p == f->among;
	if (words > 0 && json_length(j, enums) != (int64_t)words)
		complain(c, "datapackage.json: %s %s has another set of words", r->table, f->field);
}

static size_t references_of(const struct checking *c, const struct ruled *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++)
		for (size_t k = 0; k < c->n; k++)
			n += text_equal(c->at[k].table, r->at[i].reference) && c->at[k].rows.n > 0;
	return n;
}

static void check_said(struct checking *c, const struct json *j, const struct ruled *r,
                       size_t resource)
{
	const char *at = arena_printf(c->a, "$.resources[%zu]", resource);
	const char *keys = arena_printf(c->a, "%s.schema.foreignKeys", at);
	int64_t said = json_length(j, keys);

	if (!text_equal(json_text(j, arena_printf(c->a, "%s.path", at)), r->file) ||
	    !text_equal(json_text(j, arena_printf(c->a, "%s.profile", at)),
	                "tabular-data-resource") ||
	    !text_equal(json_text(j, arena_printf(c->a, "%s.schema.primaryKey", at)), "id"))
		complain(c, "datapackage.json: %s is not said as it should be", r->table);
	if ((said < 0 ? 0 : said) != (int64_t)references_of(c, r))
		complain(c, "datapackage.json: %s has %lld references", r->table, (long long)said);
	for (int64_t i = 0; i < said; i++) {
		const char *to = json_text(
			j, arena_printf(c->a, "%s[%lld].reference.resource", keys, (long long)i));

		if (ruled_of(c, to)->rows.n == 0)
			complain(c, "datapackage.json: %s refers to %s, which is not there",
			         r->table, to);
	}
	for (size_t i = 0; i < r->n; i++)
		check_said_field(c, j, r, resource, i);
}

static void check_resources(struct checking *c, const struct json *j)
{
	int64_t n = json_length(j, "$.resources");
	size_t there = 0;

	for (size_t i = 0; i < c->n; i++)
		there += c->at[i].rows.n > 0;
	if (n != (int64_t)there)
		complain(c, "datapackage.json: %lld tables, and %zu files", (long long)n, there);
	for (int64_t i = 0; i < n; i++) {
		const char *name =
			json_text(j, arena_printf(c->a, "$.resources[%lld].name", (long long)i));
		struct ruled *r = NULL;

		for (size_t k = 0; k < c->n; k++)
			if (text_equal(c->at[k].table, name))
				r = &c->at[k];
		if (!r || r->rows.n == 0)
			complain(c, "datapackage.json: no file of %s", name);
		else
			check_said(c, j, r, (size_t)i);
	}
}

static void check_json(struct checking *c)
{
	const char *text = hsds_file(c->folder, "datapackage.json", c->a);
	struct json j = { .a = c->a };

	if (!text) {
		complain(c, "datapackage.json: not there");
		return;
	}
	j.text = in_sql(text, c->a);
	assert_int_equal(store_open_memory(NULL, &j.store), OK);
	if (store_int(j.store, arena_printf(c->a, "SELECT json_valid('%s')", j.text)) != 1)
		complain(c, "datapackage.json: no JSON");
	else if (!text_equal(json_text(&j, "$.profile"), "tabular-data-package") ||
	         text_empty(json_text(&j, "$.name")))
		complain(c, "datapackage.json: no tabular data package");
	else
		check_resources(c, &j);
	store_close(j.store);
}

struct hsds_complaints hsds_check(const char *folder, struct arena *a)
{
	struct checking *c = ARENA_NEW(a, struct checking);

	c->folder = folder;
	c->a = a;
	read_rules(c);
	read_folder(c);
	for (size_t i = 0; i < c->n; i++)
		check_file(c, &c->at[i]);
	if (ruled_of(c, "service")->rows.n < 2 || ruled_of(c, "organization")->rows.n < 2)
		complain(c, "%s: no services, or nobody who runs them", folder);
	check_json(c);
	return c->said;
}

void hsds_assert_valid(const char *folder)
{
	struct arena a = { 0 };
	struct hsds_complaints said = hsds_check(folder, &a);

	for (size_t i = 0; i < said.n && i < 10; i++)
		print_error("%s\n", said.at[i]);
	assert_int_equal(said.n, 0);
	arena_reset(&a);
}
