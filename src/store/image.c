#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "image.h"

#include "handle.h"
#include "stmt.h"

#include "base/die.h"
#include "base/words.h"
#include "store/change.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS_MAX 96

struct shape {
	const char *columns[COLUMNS_MAX];
	int n;
	int key[REGISTER_KEYS]; /* positions, -1: none */
	int person;             /* position, -1: none */
};

struct image_list {
	size_t n;
	struct image *at;
};

/* The keys of one table that were left alone; runs of numbers become "17-10016". */
struct keys {
	struct buf text;
	long long first, last; /* the run in hand; none: last < first */
	const char *kind; /* a change's rows that left their keys alone all came, or all went */
};

#define KEYS_AT_ONCE 1024 /* images of keys, until they are folded into runs */

struct images {
	struct store *st;
	struct shape *shapes; /* as register_tables; in the store's arena */
	struct keys *keys;    /* as register_tables */
	struct arena arena;   /* of the images in hand */
	struct image_list list;
	struct arena bare_arena;
	struct image_list bare; /* those that are a key alone and are in no run yet */
	struct buf text;
	int failed; /* the engine could not give a value */
};

/* ---- the shape of the tables ---- */

static int position(const struct shape *s, const char *column)
{
	for (int i = 0; column && i < s->n; i++)
		if (strcmp(s->columns[i], column) == 0)
			return i;
	return -1;
}

static void shapes_finish(struct shape *shapes)
{
	for (size_t i = 0; i < register_count; i++) {
		const struct table_entry *t = &register_tables[i];

		shapes[i].person = position(&shapes[i], t->person);
		for (size_t k = 0; k < REGISTER_KEYS; k++)
			shapes[i].key[k] = position(&shapes[i], t->key[k]);
	}
}

static enum status shapes_learn(struct images *im)
{
	struct store *st = im->st;
	struct shape *shapes = ARENA_ARRAY(&st->arena, register_count, struct shape);
	sqlite3_stmt *q;
	bool row = true;
	enum status rc;

	rc = stmt_borrow(st, &q,
	                 SQL("SELECT m.name AS tbl, c.name AS col"
	                     "  FROM sqlite_schema m, pragma_table_info(m.name) c"
	                     " WHERE m.type = 'table' ORDER BY m.name, c.cid"));
	while (rc == OK) {
		const struct table_entry *t;
		struct shape *s;

		rc = stmt_step(st, q, &row);
		if (rc != OK || !row)
			break;
		t = register_find(stmt_text(q, "tbl", &im->arena));
		if (!t || t->kind != TABLE_KEPT)
			continue;
		s = &shapes[t - register_tables];
		assert(s->n < COLUMNS_MAX);
		s->columns[s->n++] = stmt_text(q, "col", &st->arena);
	}
	stmt_release(q);
	arena_reset(&im->arena);
	if (rc != OK)
		return rc;
	shapes_finish(shapes);
	im->shapes = shapes;
	return OK;
}

/* ---- values ---- */

static void put_text(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.at[i] == '\t')
			buf_puts(b, "\\t");
		else if (s.at[i] == '\n')
			buf_puts(b, "\\n");
		else if (s.at[i] == '\\')
			buf_puts(b, "\\\\");
		else
			buf_putc(b, s.at[i]);
	}
}

static struct str text_of(sqlite3_value *v)
{
	const char *at = (const char *)sqlite3_value_text(v);

	return (struct str){ at ? at : "", at ? (size_t)sqlite3_value_bytes(v) : 0 };
}

static void put_value(struct buf *b, sqlite3_value *v)
{
	switch (sqlite3_value_type(v)) {
	case SQLITE_NULL:
		buf_putc(b, '.');
		return;
	case SQLITE_INTEGER:
		buf_printf(b, "%lld", (long long)sqlite3_value_int64(v));
		return;
	case SQLITE_TEXT:
		buf_putc(b, '\'');
		put_text(b, text_of(v));
		return;
	default:
		die("a row of a kept table with something else than numbers and text");
	}
}

static void open_text(struct str s, char *to)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.at[i];

		if (c == '\\' && i + 1 < s.n) {
			c = s.at[++i];
			c = c == 't' ? '\t' : c == 'n' ? '\n' : c;
		}
		to[n++] = c;
	}
	to[n] = '\0';
}

bool image_value_read(struct str field, struct arena *a, struct image_value *ret)
{
	long long n;

	if (str_is(field, ".")) {
		*ret = (struct image_value){ .kind = IMAGE_NULL };
		return true;
	}
	if (str_starts(field, "'")) {
		char *text = arena_alloc(a, field.n);

		open_text((struct str){ field.at + 1, field.n - 1 }, text);
		*ret = (struct image_value){ .kind = IMAGE_TEXT, .text = text };
		return true;
	}
	if (!str_int(field, &n))
		return false;
	*ret = (struct image_value){ .kind = IMAGE_INT, .n = n };
	return true;
}

static bool same(sqlite3_value *a, sqlite3_value *b)
{
	int type = sqlite3_value_type(a);

	if (type != sqlite3_value_type(b))
		return false;
	if (type == SQLITE_INTEGER)
		return sqlite3_value_int64(a) == sqlite3_value_int64(b);
	return type == SQLITE_NULL || str_equal(text_of(a), text_of(b));
}

/* ---- the hook ---- */

struct row {
	struct images *im;
	const struct shape *shape;
	int op;
};

static sqlite3_value *old_value(const struct row *r, int i)
{
	sqlite3_value *v = NULL;
	int rc = sqlite3_preupdate_old(r->im->st->db, i, &v);

	if (rc != SQLITE_OK)
		r->im->failed = rc;
	return v;
}

static sqlite3_value *new_value(const struct row *r, int i)
{
	sqlite3_value *v = NULL;
	int rc = sqlite3_preupdate_new(r->im->st->db, i, &v);

	if (rc != SQLITE_OK)
		r->im->failed = rc;
	return v;
}

static sqlite3_value *value_now(const struct row *r, int i)
{
	return r->op == SQLITE_DELETE ? old_value(r, i) : new_value(r, i);
}

static void put_column(const struct row *r, int i)
{
	struct buf *b = &r->im->text;
	sqlite3_value *old = r->op == SQLITE_UPDATE ? old_value(r, i) : NULL;
	sqlite3_value *now = value_now(r, i);

	if (r->im->failed)
		return;
	if (old ? same(old, now) : sqlite3_value_type(now) == SQLITE_NULL)
		return;
	buf_puts(b, r->shape->columns[i]);
	if (old) {
		buf_putc(b, '\t');
		put_value(b, old);
	}
	buf_putc(b, '\t');
	put_value(b, now);
	buf_putc(b, '\n');
}

/* Lasts until the next text is made. */
static const char *key_text(const struct row *r)
{
	struct buf *b = &r->im->text;

	buf_clear(b);
	for (size_t k = 0; k < REGISTER_KEYS && r->shape->key[k] >= 0; k++) {
		sqlite3_value *v = r->op == SQLITE_INSERT ? new_value(r, r->shape->key[k])
		                                          : old_value(r, r->shape->key[k]);

		if (r->im->failed)
			return "";
		if (k > 0)
			buf_putc(b, '/');
		if (sqlite3_value_type(v) == SQLITE_INTEGER)
			buf_printf(b, "%lld", (long long)sqlite3_value_int64(v));
		else
			buf_add(b, text_of(v));
	}
	return buf_text(b);
}

static const char *body_text(const struct row *r)
{
	buf_clear(&r->im->text);
	for (int i = 0; i < r->shape->n && !r->im->failed; i++)
		put_column(r, i);
	return arena_str(&r->im->arena, buf_str(&r->im->text));
}

static bool goes_in_bulk(const struct change *c, int op)
{
	return op == SQLITE_INSERT ? strcmp(c->kind, "import") == 0
	                           : op == SQLITE_DELETE && c->keys_alone;
}

static void take_image(const struct row *r, const struct table_entry *t)
{
	struct images *im = r->im;
	struct image image = { .table = t };
	image.kind = r->op == SQLITE_INSERT   ? "insert"
	             : r->op == SQLITE_UPDATE ? "update"
	                                      : "delete";
	image.key = key_text(r);
	if (!im->failed && r->shape->person >= 0)
		image.person = sqlite3_value_int64(value_now(r, r->shape->person));
	if (!im->failed && goes_in_bulk(im->st->change, r->op)) {
		image.key = arena_strdup(&im->bare_arena, image.key);
		*ARENA_PUSH(&im->bare_arena, &im->bare) = image;
		return;
	}
	image.key = arena_strdup(&im->arena, image.key);
	if (!im->failed)
		image.body = body_text(r);
	if (im->failed || (r->op == SQLITE_UPDATE && !*image.body))
		return; /* an update that changed nothing leaves no trace */
	*ARENA_PUSH(&im->arena, &im->list) = image;
}

/* NOLINTNEXTLINE(readability-function-size): the shape is that of the engine. */
static void before_row(void *own, sqlite3 *db, int op, const char *schema, const char *table,
                       sqlite3_int64 from, sqlite3_int64 to)
{
	struct images *im = own;
	const struct table_entry *t = register_find(table);

	(void)db, (void)schema, (void)from, (void)to;
	if (im->st->leave == LEAVE_FREE || !t)
		return;
	if (im->st->leave == LEAVE_JOT && t->kind != TABLE_LIVE)
		die("%s written without a change", table);
	if (t->kind == TABLE_KEPT && !im->failed)
		take_image(&(struct row){ im, &im->shapes[t - register_tables], op }, t);
}

/* ---- from begin to end ---- */

struct images *images_new(struct store *st)
{
	struct images *im = calloc(1, sizeof(*im));

	if (!im)
		die("not enough memory. What was saved is safe; close other programs and start again.");
	im->st = st;
	im->keys = calloc(register_count, sizeof(*im->keys));
	if (!im->keys)
		die("not enough memory. What was saved is safe; close other programs and start again.");
	images_end(im);
	sqlite3_preupdate_hook(st->db, before_row, im);
	return im;
}

void images_free(struct images *im)
{
	if (!im)
		return;
	images_end(im);
	buf_done(&im->text);
	free(im->keys);
	free(im);
}

enum status images_begin(struct images *im)
{
	return im->shapes ? OK : shapes_learn(im);
}

void images_end(struct images *im)
{
	arena_reset(&im->arena);
	arena_reset(&im->bare_arena);
	im->list = (struct image_list){ 0 };
	im->bare = (struct image_list){ 0 };
	for (size_t i = 0; i < register_count; i++) {
		buf_done(&im->keys[i].text);
		im->keys[i] = (struct keys){ .first = 1 };
	}
	im->failed = 0;
}

size_t images_count(const struct images *im)
{
	return im->list.n;
}

/* arena_grow() finds room by n alone, so a shorter list is laid out anew. */
static void cut(struct image_list *list, size_t n, struct arena *a)
{
	struct image_list shorter = { 0 };

	if (n >= list->n)
		return;
	for (size_t i = 0; i < n; i++)
		*ARENA_PUSH(a, &shorter) = list->at[i];
	*list = shorter;
}

void images_cut(struct images *im, struct images_mark mark)
{
	cut(&im->list, mark.whole, &im->arena);
	cut(&im->bare, mark.bare, &im->bare_arena);
}

enum status images_fault(struct images *im)
{
	return im->failed ? store_fail_engine(im->st, im->failed) : OK;
}

const struct image *images_at(const struct images *im, size_t i)
{
	return &im->list.at[i];
}

const char *images_column_at(const struct images *im, const struct table_entry *t, int i)
{
	const struct shape *s = &im->shapes[t - register_tables];

	return i < s->n ? s->columns[i] : NULL;
}

const char *images_column(const struct images *im, const struct table_entry *t, struct str name)
{
	const char *column;

	for (int i = 0; (column = images_column_at(im, t, i)); i++)
		if (str_is(name, column))
			return column;
	return NULL;
}

/* ---- imports ---- */

static void run_close(struct keys *k)
{
	if (k->last > k->first)
		buf_printf(&k->text, "%lld-%lld\n", k->first, k->last);
	else if (k->last == k->first)
		buf_printf(&k->text, "%lld\n", k->first);
	k->first = 1;
	k->last = 0;
}

static void run_add(struct keys *k, const char *key)
{
	long long n;

	if (!str_int(str_of(key), &n)) {
		buf_printf(&k->text, "%s\n", key);
		return;
	}
	if (k->last >= k->first && n == k->last + 1) {
		k->last = n;
		return;
	}
	run_close(k);
	k->first = k->last = n;
}

/* Keys are many in an import: they are not held one by one. */
static void fold_keys(struct images *im)
{
	for (size_t i = 0; i < im->bare.n; i++) {
		const struct image *image = &im->bare.at[i];
		struct keys *k = &im->keys[image->table - register_tables];

		run_add(k, image->key);
		k->kind = image->kind;
	}
	arena_reset(&im->bare_arena);
	im->bare = (struct image_list){ 0 };
}

struct images_mark images_mark(struct images *im)
{
	if (im->bare.n >= KEYS_AT_ONCE)
		fold_keys(im);
	return (struct images_mark){ im->list.n, im->bare.n };
}

static void gather_table(struct images *im, size_t i, const char *file_hash, struct image_list *out)
{
	struct keys *k = &im->keys[i];

	if (!k->kind)
		return;
	run_close(k);
	buf_clear(&im->text);
	buf_printf(&im->text, "file\t%s\n", file_hash ? file_hash : "");
	buf_add(&im->text, buf_str(&k->text));
	*ARENA_PUSH(&im->arena, out) =
		(struct image){ &register_tables[i], k->kind, "*",
		                arena_str(&im->arena, buf_str(&im->text)), 0 };
}

void images_gather(struct images *im, const char *file_hash)
{
	struct image_list out = { 0 };

	fold_keys(im);
	for (size_t i = 0; i < register_count; i++)
		gather_table(im, i, file_hash, &out);
	if (out.n == 0)
		return;
	for (size_t i = 0; i < im->list.n; i++)
		*ARENA_PUSH(&im->arena, &out) = im->list.at[i];
	im->list = out;
}
