#include "package_tables.h"

#include "base/die.h"
#include "base/embedded.h"
#include "base/table.h"
#include "base/text.h"

static enum package_kind kind_of(const struct package_field *f)
{
	bool text = text_equal(f->type, "string") && text_empty(f->format) && text_empty(f->among);

	return text ? KIND_TEXT : KIND_PLAIN;
}

static struct package_table *table_for(struct package_tables *t, const char *name)
{
	for (size_t i = 0; i < t->n; i++)
		if (text_equal(t->at[i].name, name))
			return &t->at[i];
	if (t->n == PACKAGE_TABLES)
		die("more tables of a package than there is room for");
	return &t->at[t->n++];
}

struct package_tables package_tables_read(struct arena *a)
{
	struct table rows = table_of(embedded_file("packages/hsds-3.tsv"));
	struct package_tables t = { .at = ARENA_ARRAY(a, PACKAGE_TABLES, struct package_table) };

	while (table_next(&rows)) {
		struct package_table *to = table_for(&t, arena_str(a, table_field(&rows, "table")));
		struct package_field *f;

		if (to->n == PACKAGE_FIELDS)
			die("more fields of a package's table than there is room for");
		to->name = arena_str(a, table_field(&rows, "table"));
		to->file = arena_str(a, table_field(&rows, "file"));
		f = &to->field[to->n++];
		f->name = arena_str(a, table_field(&rows, "field"));
		f->type = arena_str(a, table_field(&rows, "type"));
		f->format = arena_str(a, table_field(&rows, "format"));
		f->among = arena_str(a, table_field(&rows, "among"));
		f->reference = arena_str(a, table_field(&rows, "reference"));
		f->needed = str_is(table_field(&rows, "needed"), "yes");
		f->kind = kind_of(f);
	}
	return t;
}

/* ---- datapackage.json ---- */

static void put_string(struct buf *out, const char *text)
{
	struct str rest = str_of(text);

	buf_putc(out, '"');
	for (size_t i = 0; i < rest.n; i++) {
		unsigned char c = (unsigned char)rest.at[i];

		if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", c);
		else if (c < 0x20 || c == 0x7F)
			buf_printf(out, "\\u%04x", c);
		else
			buf_putc(out, (char)c);
	}
	buf_putc(out, '"');
}

static void put_pair(struct buf *out, int indent, const char *name, const char *text)
{
	buf_printf(out, "%*s", indent, "");
	put_string(out, name);
	buf_puts(out, ": ");
	put_string(out, text);
}

static void put_among(struct buf *out, const char *among)
{
	struct str rest = str_of(among), word;
	struct arena a = { 0 };
	bool more = false;

	buf_puts(out, ", \"enum\": [");
	while (str_cut(&rest, ';', &word)) {
		buf_puts(out, more ? ", " : "");
		put_string(out, arena_str(&a, word));
		more = true;
	}
	buf_putc(out, ']');
	arena_reset(&a);
}

static void put_field(struct buf *out, const struct package_field *f)
{
	buf_puts(out, "          { \"name\": ");
	put_string(out, f->name);
	buf_puts(out, ", \"type\": ");
	put_string(out, f->type);
	if (!text_empty(f->format)) {
		buf_puts(out, ", \"format\": ");
		put_string(out, f->format);
	}
	buf_printf(out, ", \"constraints\": { \"required\": %s", f->needed ? "true" : "false");
	if (text_equal(f->name, "id"))
		buf_puts(out, ", \"unique\": true");
	if (!text_empty(f->among))
		put_among(out, f->among);
	buf_puts(out, " } }");
}

static bool there(const struct package_tables *t, const int64_t *rows, const char *name)
{
	for (size_t i = 0; i < t->n; i++)
		if (text_equal(t->at[i].name, name))
			return rows[i] > 0;
	return false;
}

static void put_references(struct buf *out, const struct package_tables *t, const int64_t *rows,
                           const struct package_table *of)
{
	bool more = false;

	for (size_t i = 0; i < of->n; i++) {
		const struct package_field *f = &of->field[i];

		if (text_empty(f->reference) || !there(t, rows, f->reference))
			continue;
		buf_puts(out, more ? ",\n" : ",\n        \"foreignKeys\": [\n");
		buf_puts(out, "          { \"fields\": ");
		put_string(out, f->name);
		buf_puts(out, ", \"reference\": { \"resource\": ");
		put_string(out, f->reference);
		buf_puts(out, ", \"fields\": \"id\" } }");
		more = true;
	}
	if (more)
		buf_puts(out, "\n        ]");
}

static void put_resource(struct buf *out, const struct package_tables *t, const int64_t *rows,
                         const struct package_table *x)
{
	buf_puts(out, "    {\n");
	put_pair(out, 6, "name", x->name);
	buf_puts(out, ",\n");
	put_pair(out, 6, "path", x->file);
	buf_puts(out, ",\n"
	              "      \"profile\": \"tabular-data-resource\",\n"
	              "      \"format\": \"csv\",\n"
	              "      \"mediatype\": \"text/csv\",\n"
	              "      \"encoding\": \"utf-8\",\n"
	              "      \"schema\": {\n"
	              "        \"fields\": [\n");
	for (size_t i = 0; i < x->n; i++) {
		put_field(out, &x->field[i]);
		buf_puts(out, i + 1 < x->n ? ",\n" : "\n");
	}
	buf_puts(out, "        ],\n        \"primaryKey\": \"id\"");
	put_references(out, t, rows, x);
	buf_puts(out, "\n      }\n    }");
}

void package_json(const struct package_tables *t, const int64_t *rows,
                  const struct package_about *about, struct buf *out)
{
	bool more = false;

	buf_puts(out, "{\n");
	put_pair(out, 2, "name", about->name);
	buf_puts(out, ",\n");
	put_pair(out, 2, "title", about->title);
	buf_puts(out, ",\n");
	put_pair(out, 2, "description", about->description);
	buf_puts(out, ",\n"
	              "  \"profile\": \"tabular-data-package\",\n"
	              "  \"version\": \"3.0.0\",\n"
	              "  \"homepage\": \"https://docs.openreferral.org\",\n"
	              "  \"resources\": [\n");
	for (size_t i = 0; i < t->n; i++) {
		if (rows[i] == 0)
			continue;
		buf_puts(out, more ? ",\n" : "");
		put_resource(out, t, rows, &t->at[i]);
		more = true;
	}
	buf_puts(out, "\n  ]\n}\n");
}
