#include "exchange/package_write.h"

#include "id_set.h"
#include "package_tables.h"

#include "base/die.h"
#include "base/folder_put.h"
#include "base/text.h"
#include "base/words.h"
#include "exchange/csv_write.h"
#include "vault/digest.h"

#include <assert.h>
#include <inttypes.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static_assert(PACKAGE_HASH_ROOM == DIGEST_HEX_ROOM, "the hash of a package is a digest in hex");

/* One table on its way into its file. */
struct package_file {
	struct digest digest; /* first, for it is aligned to a line of the cache */
	struct arena arena;   /* the writer and its buffer */
	struct file_put *put; /* NULL: no row yet */
	struct csv_writer *csv;
	struct id_set ids;
	int64_t rows;
};

struct package {
	struct package_file file[PACKAGE_TABLES];
	struct arena arena;
	struct arena row; /* what was put into the row in hand */
	struct folder_put *folder;
	struct package_tables tables;
	const struct package_table *table; /* of the row in hand; NULL: none */
	const char *cell[PACKAGE_FIELDS];
	enum status rc; /* the first failure */
	const char *fault;
};

enum status package_open(const char *path, enum file_put_how how, struct arena *a,
                         struct package **ret, const char **fault)
{
	struct package *p = aligned_alloc(alignof(struct package), sizeof(*p));
	enum status rc;

	if (!p) {
		*fault = _("There is not memory enough for the package.");
		return E_IO;
	}
	memset(p, 0, sizeof(*p));
	p->fault = "";
	rc = folder_put_open(path, how, a, &p->folder, fault);
	if (rc != OK) {
		package_drop(p);
		return rc;
	}
	p->tables = package_tables_read(&p->arena);
	*ret = p;
	return OK;
}

static size_t table_at(const struct package *p, const char *name)
{
	for (size_t i = 0; i < p->tables.n; i++)
		if (text_equal(p->tables.at[i].name, name))
			return i;
	die("a package has no table %s", name);
}

static void begin_file(struct package *p, size_t at)
{
	const struct package_table *t = &p->tables.at[at];
	struct package_file *f = &p->file[at];
	enum status rc = file_put_open(folder_put_path(p->folder, t->file, &p->arena),
	                               FILE_KEEP_EXISTING, &p->arena, &f->put, &p->fault);

	if (rc != OK) {
		p->rc = rc;
		return;
	}
	f->csv = csv_write_put(f->put, (struct csv_style){ 0 }, &f->arena);
	digest_init(&f->digest, NULL, "export  ");
	csv_write_digest(f->csv, &f->digest);
	for (size_t i = 0; i < t->n; i++)
		csv_put_text(f->csv, str_of(t->field[i].name));
	csv_end_row(f->csv);
}

void package_row(struct package *p, const char *table)
{
	p->table = &p->tables.at[table_at(p, table)];
	memset(p->cell, 0, sizeof(p->cell));
	arena_reset(&p->row);
}

void package_put(struct package *p, const char *field, const char *text)
{
	size_t bad;

	for (size_t i = 0; i < p->table->n; i++) {
		if (!text_equal(p->table->field[i].name, field))
			continue;
		if (text_empty(text))
			return;
		p->cell[i] = text_valid(str_of(text), &bad) ? arena_strdup(&p->row, text)
		                                            : text_safe(str_of(text), &p->row);
		return;
	}
	die("a package's %s has no field %s", p->table->name, field);
}

void package_put_int(struct package *p, const char *field, int64_t n)
{
	char text[24];

	snprintf(text, sizeof(text), "%" PRId64, n);
	package_put(p, field, text);
}

static void put_cell(struct csv_writer *csv, enum package_kind kind, const char *text)
{
	if (text_empty(text))
		csv_put_empty(csv);
	else if (kind == KIND_TEXT)
		csv_put_text(csv, str_of(text));
	else
		csv_put_ref(csv, str_of(text));
}

void package_end_row(struct package *p)
{
	const struct package_table *t = p->table;
	size_t at = (size_t)(t - p->tables.at);
	struct package_file *f = &p->file[at];

	p->table = NULL;
	for (size_t i = 0; i < t->n; i++)
		if (t->field[i].needed && text_empty(p->cell[i]))
			die("a package's %s lacks its %s", t->name, t->field[i].name);
	if (!id_set_add(&f->ids, p->cell[0], &p->arena))
		die("a package's %s has two of one id", t->name);
	if (p->rc == OK && !f->put)
		begin_file(p, at);
	f->rows++;
	if (p->rc != OK)
		return;
	for (size_t i = 0; i < t->n; i++)
		put_cell(f->csv, t->field[i].kind, p->cell[i]);
	csv_end_row(f->csv);
}

bool package_has(const struct package *p, const char *table, const char *id)
{
	return id_set_has(&p->file[table_at(p, table)].ids, id);
}

int64_t package_rows(const struct package *p, const char *table)
{
	return p->file[table_at(p, table)].rows;
}

/* ---- the end ---- */

static void end_file(struct package *p, size_t at, struct digest *all)
{
	struct package_file *f = &p->file[at];
	uint8_t sum[DIGEST_BYTES];
	enum status rc;

	if (!f->put)
		return;
	rc = csv_write_end(f->csv);
	digest_end(&f->digest, sum);
	digest_text(all, str_of(p->tables.at[at].file));
	digest_add(all, sum, sizeof(sum));
	/* What could not be written says why when it is closed. */
	if (rc == OK || p->rc == OK)
		rc = file_put_close(f->put, &p->arena, &p->fault);
	else
		file_put_drop(f->put);
	f->put = NULL;
	if (p->rc == OK)
		p->rc = rc;
}

static void put_json(struct package *p, const struct package_about *about, struct digest *all)
{
	int64_t rows[PACKAGE_TABLES];
	struct buf json = { 0 };
	struct file_put *put;

	for (size_t i = 0; i < p->tables.n; i++)
		rows[i] = p->file[i].rows;
	package_json(&p->tables, rows, about, &json);
	digest_text(all, buf_str(&json));
	p->rc = file_put_open(folder_put_path(p->folder, "datapackage.json", &p->arena),
	                      FILE_KEEP_EXISTING, &p->arena, &put, &p->fault);
	/* What fails here is said by closing. */
	if (p->rc == OK && file_put_write(put, buf_str(&json)) <= OK)
		p->rc = file_put_close(put, &p->arena, &p->fault);
	buf_done(&json);
}

enum status package_finish(struct package *p, const struct package_about *about, struct arena *a,
                           char hash[PACKAGE_HASH_ROOM], const char **fault)
{
	uint8_t sum[DIGEST_BYTES];
	struct digest all;

	digest_init(&all, NULL, "export  ");
	for (size_t i = 0; i < p->tables.n; i++)
		end_file(p, i, &all);
	if (p->rc == OK)
		put_json(p, about, &all);
	digest_end(&all, sum);
	digest_hex(sum, hash);
	if (p->rc != OK)
		*fault = arena_strdup(a, p->fault);
	return p->rc;
}

enum status package_close(struct package *p, struct arena *a, const char **fault)
{
	struct folder_put *folder = p->folder;
	enum status rc = p->rc;

	p->folder = NULL;
	if (rc == OK)
		rc = folder_put_close(folder, a, fault);
	else
		folder_put_drop(folder);
	package_drop(p);
	return rc;
}

void package_drop(struct package *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < PACKAGE_TABLES; i++) {
		file_put_drop(p->file[i].put);
		arena_reset(&p->file[i].arena);
	}
	folder_put_drop(p->folder);
	arena_reset(&p->row);
	arena_reset(&p->arena);
	free(p);
}
