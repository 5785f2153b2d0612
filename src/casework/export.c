#include "casework/export.h"

#include "act.h"
#include "export_who.h"
#include "people_cells.h"

#include "base/file.h"
#include "base/progress.h"
#include "base/text.h"
#include "base/words.h"
#include "exchange/csv_write.h"
#include "model/phone.h"
#include "store/accounts.h"
#include "store/caseload.h"
#include "store/export.h"
#include "store/store.h"
#include "vault/digest.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define ROWS_A_TICK   256
#define ROWS_AN_ARENA 64 /* what is made for a row goes with those after it */
#define CASES_AT_ONCE 500

/*
 * One export on its way: rows into the file that is being put, under no name yet, or for a
 * descriptor into spool, which is memory; both are hashed as they go.
 */
struct export_run {
	struct digest digest; /* first, for it is aligned to a line of the cache */
	struct session *s;
	const struct export_options *options;
	const struct progress *progress;
	struct export_what what;
	struct csv_writer *csv;
	struct file_put *put; /* or, when NULL, spool */
	struct arena row;     /* reset at each row */
	struct export_who who;
	struct {
		size_t n;
		int64_t *at; /* sorted */
	} ids;
	int64_t rows;
	int spool;
	bool listed; /* only people of ids */
	char hash[DIGEST_HEX_ROOM];
};

const char *export_left_out(const struct export_done *done, struct arena *a)
{
	if (done->left_out == 0)
		return "";
	return done->left_out == 1
	               ? _("1 person is not in it: they have not agreed.")
	               : arena_printf(a, _("%lld people are not in it: they have not agreed."),
	                              (long long)done->left_out);
}

const char *export_warning(enum column_table what)
{
	if (what == COLUMNS_SERVICES || what == COLUMNS_NONE)
		return "";
	if (what == COLUMNS_PEOPLE)
		return _("This file has names, numbers and people's own words. "
		         "It is not one for a council.");
	return _("This file has people's references, dates and own words. "
	         "It is not one for a council.");
}

/* ---- rows ---- */

static void put_text(struct export_run *x, const char *text)
{
	csv_put_text(x->csv, str_of(text));
}

/* With the blanks that keep a spreadsheet from taking a number for a sum, as import shows them. */
static void put_phones(struct export_run *x, const struct export_cell *cell)
{
	struct str rest = cell->text, part;
	struct buf out = { 0 };

	/* A helpline keeps the groups it is known by. */
	if (x->what.table == COLUMNS_SERVICES && memchr(cell->text.at, ' ', cell->text.n)) {
		csv_put_text(x->csv, cell->text);
		return;
	}
	if (!memchr(cell->text.at, ';', cell->text.n)) { /* as nearly all have it */
		part = str_trim(cell->text);
		put_text(x, phone_shown(arena_str(&x->row, part), &x->row));
		return;
	}
	while (people_part(&rest, &part)) {
		if (out.n > 0)
			buf_puts(&out, "; ");
		buf_puts(&out, phone_shown(arena_str(&x->row, part), &x->row));
	}
	csv_put_text(x->csv, buf_str(&out));
	buf_done(&out);
}

static void put_cell(struct export_run *x, const struct export_row *row, size_t i)
{
	const struct export_cell *cell = &row->at[i];

	if (cell->kind == EXPORT_SAFETY) {
		put_text(x, people_safety_text(row->safe, row->person, &x->row));
		return;
	}
	if (cell->null) {
		csv_put_empty(x->csv);
		return;
	}
	switch (cell->kind) {
	case EXPORT_NUMBER:
		csv_put_int(x->csv, cell->n);
		return;
	case EXPORT_PENCE:
		csv_put_pence(x->csv, cell->n);
		return;
	case EXPORT_DAY:
		csv_put_day(x->csv, (day)cell->n);
		return;
	case EXPORT_WHEN:
		csv_put_when(x->csv, (day)cell->n, row->minute);
		return;
	case EXPORT_ASKED:
		put_text(x, cell->n ? "yes" : "no");
		return;
	case EXPORT_REF:
		csv_put_ref(x->csv, str_of(person_ref((struct person_id){ cell->n }, &x->row)));
		return;
	case EXPORT_CARE:
		csv_put_care_number(x->csv, cell->text);
		return;
	case EXPORT_PHONES:
		put_phones(x, cell);
		return;
	case EXPORT_TEXT:
	case EXPORT_SAFETY:
		csv_put_text(x->csv, cell->text);
		return;
	}
}

static int by_number(const void *x, const void *y)
{
	const int64_t *a = x, *b = y;

	return *a < *b ? -1 : *a > *b;
}

/* Is it one of those the list shows? The reference stands first in all that is of people. */
static bool wanted(const struct export_run *x, const struct export_row *row)
{
	if (!x->listed || x->ids.n == 0)
		return !x->listed;
	return bsearch(&row->at[0].n, x->ids.at, x->ids.n, sizeof(*x->ids.at), by_number);
}

/* Of what is about nobody, 0. */
static int64_t person_in(const struct export_row *row)
{
	return row->at[0].null ? 0 : row->at[0].n;
}

static enum status put_row(void *about, const struct export_row *row)
{
	struct export_run *x = about;

	if (x->rows % ROWS_A_TICK == 0 && !progress_tick(x->progress, x->rows, 0))
		return session_fail(x->s, E_STOPPED, _("Stopped. Nothing was exported."));
	if (!wanted(x, row) || (x->who.asked && !export_who_may(&x->who, person_in(row))))
		return OK;
	if (x->rows % ROWS_AN_ARENA == 0)
		arena_reset(&x->row);
	for (size_t i = 0; i < row->n; i++)
		put_cell(x, row, i);
	csv_end_row(x->csv);
	x->rows++;
	return OK;
}

static void put_header(struct export_run *x)
{
	struct columns columns = columns_of(x->what.table);

	for (size_t i = 0; i < columns.n; i++)
		put_text(x, columns.at[i].name);
	csv_end_row(x->csv);
}

/* Whom the list shows: the same query as the screen's, without its pages. */
static enum status list_people(struct export_run *x, struct arena *a)
{
	const struct session *s = x->s;
	struct case_page page = { .query = x->options->list,
		                  .limit = CASES_AT_ONCE,
		                  .today = s->today,
		                  .rules = &s->rules.cases };
	struct case_list list = { 0 };
	enum status rc;

	if (!x->options->list)
		return OK;
	x->listed = true;
	do {
		rc = session_store(x->s, caseload_page(s->store, &page, a, &list));
		if (rc != OK)
			return rc;
		for (size_t i = 0; i < list.n; i++)
			*ARENA_PUSH(a, &x->ids) = list.at[i].person.n;
		page.after = list.n > 0 ? &list.at[list.n - 1] : NULL;
	} while (list.n == CASES_AT_ONCE);
	if (x->ids.n > 0)
		qsort(x->ids.at, x->ids.n, sizeof(*x->ids.at), by_number);
	return OK;
}

/* One view of the file from the first row to the last. */
static enum status write_rows(struct export_run *x)
{
	struct reading reading;
	enum status rc = reading_begin(&reading, x->s->store), ended;

	if (rc != OK)
		return session_store(x->s, rc);
	put_header(x);
	x->s->fault[0] = '\0';
	rc = export_rows(x->s->store, &x->what, put_row, x);
	ended = reading_end(&reading, rc);
	if (ended != OK)
		return x->s->fault[0] != '\0' ? ended : session_store(x->s, ended);
	return OK;
}

/* ---- what left ---- */

static const char *words_of(const struct export_run *x, struct arena *a)
{
	const struct export_options *o = x->options;
	const char *whose = text_empty(o->worker) ? "" : arena_printf(a, _(", of %s"), o->worker);
	const char *list = !o->list ? ""
	                            : arena_printf(a, _(", list %s%s%s"),
	                                           words_word(&case_views, (int)o->list->view),
	                                           text_empty(o->list->find) ? "" : " /",
	                                           o->list->find ? o->list->find : "");
	const char *from = x->what.from == DAY_NONE
	                           ? ""
	                           : arena_printf(a, _(", from %s"), day_iso(x->what.from, a));
	const char *to =
		x->what.to == DAY_NONE ? "" : arena_printf(a, _(", to %s"), day_iso(x->what.to, a));

	return arena_printf(a, _("export of %s%s%s%s%s%s%s: %lld rows, BLAKE2b %s"),
	                    words_word(&column_tables, (int)x->what.table), list, whose, from, to,
	                    x->who.asked ? _(", to ") : "", x->who.asked ? o->to_whom : "",
	                    (long long)x->rows, x->hash);
}

/* "people: ref, given_name, …" */
static const char *fields_of(const struct export_run *x, struct arena *a)
{
	struct columns columns = columns_of(x->what.table);
	struct buf out = { 0 };
	const char *text;

	buf_printf(&out, "%s: ", words_word(&column_tables, (int)x->what.table));
	for (size_t i = 0; i < columns.n; i++)
		buf_printf(&out, "%s%s", i > 0 ? ", " : "", columns.at[i].name);
	text = arena_strdup(a, buf_text(&out));
	buf_done(&out);
	return text;
}

static enum status record(struct export_run *x, struct arena *a)
{
	struct disclosure left = disclosure_blank;
	struct arena scratch = { 0 };
	struct change c = { 0 };
	enum status rc;

	x->s->fault[0] = '\0';
	rc = change_begin(&c, x->s->store, x->s->account.id, x->s->now, words_of(x, a));
	c.kind = "export";
	left.fields = fields_of(x, &scratch);
	left.how = "CSV";
	left.file_hash = x->hash;
	if (rc == OK)
		rc = export_who_in(x->s, &c, &x->who, &left, &scratch);
	rc = act_end(x->s, &c, rc);
	arena_reset(&scratch);
	return rc;
}

static enum status write_out(struct export_run *x, struct str rest)
{
	while (rest.n > 0) {
		ssize_t done = write(x->options->fd, rest.at, rest.n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return session_fail(x->s, E_IO, _("The export could not be written: %s."),
			                    strerror(errno));
		rest = (struct str){ rest.at + done, rest.n - (size_t)done };
	}
	return OK;
}

static enum status deliver_spool(struct export_run *x)
{
	char bytes[32768];
	enum status rc = OK;
	off_t at = 0;
	ssize_t n = 0;

	while (rc == OK && (n = pread(x->spool, bytes, sizeof(bytes), at)) > 0) {
		at += n;
		rc = write_out(x, (struct str){ bytes, (size_t)n });
	}
	if (rc == OK && n < 0)
		return session_fail(x->s, E_IO, _("The export could not be read back: %s."),
		                    strerror(errno));
	return rc;
}

/* Under its name, or when it could not be written away again, with the sentence that says why. */
static enum status put_close(struct export_run *x, struct arena *a)
{
	struct file_put *put = x->put;
	const char *fault = "";
	enum status rc;

	x->put = NULL;
	rc = file_put_close(put, a, &fault);
	return rc == OK ? OK : session_fail(x->s, rc, "%s", fault);
}

static enum status gather(struct export_run *x, struct arena *a)
{
	struct csv_style style = { .mark = x->options->mark };
	struct arena writer = { 0 };
	uint8_t sum[DIGEST_BYTES];
	enum status rc, written;

	x->csv = x->put ? csv_write_put(x->put, style, &writer)
	                : csv_write_fd(x->spool, style, &writer);
	digest_init(&x->digest, NULL, "export  ");
	csv_write_digest(x->csv, &x->digest);
	rc = write_rows(x);
	written = csv_write_end(x->csv);
	digest_end(&x->digest, sum);
	digest_hex(sum, x->hash);
	arena_reset(&writer);
	arena_reset(&x->row);
	if (rc == OK && written != OK)
		rc = x->put ? put_close(x, a)
		            : session_fail(x->s, E_IO,
		                           _("There is not memory enough for the export."));
	return rc;
}

/* Recorded first: a file that is there must be on record, one that is not may be. */
static enum status run(struct export_run *x, struct arena *a)
{
	enum status rc = gather(x, a);

	if (rc == OK)
		rc = record(x, a);
	if (rc == OK)
		rc = x->put ? put_close(x, a) : deliver_spool(x);
	file_put_drop(x->put);
	return rc;
}

/* Before the work: a name that will not do is said at once. */
static enum status open_target(struct export_run *x, struct arena *a)
{
	const struct export_options *o = x->options;
	const char *fault = "";
	enum status rc;

	if (!o->path) {
		x->spool = memfd_create("export", MFD_CLOEXEC);
		return x->spool >= 0
		               ? OK
		               : session_fail(x->s, E_IO, _("There is no room for the export: %s."),
		                              strerror(errno));
	}
	rc = file_put_open(o->path, o->replace ? FILE_REPLACE : FILE_KEEP_EXISTING, a, &x->put,
	                   &fault);
	return rc == OK ? OK : session_fail(x->s, rc, "%s", fault);
}

static enum status find_worker(struct session *s, const char *login, struct arena *a,
                               struct account_id *ret)
{
	struct account account;
	enum status rc;

	bool own = (s->account.roles & ROLE_COORDINATOR) == 0;

	if (text_empty(login)) {
		if (own)
			*ret = s->account.id;
		return OK;
	}
	rc = account_by_login(s->store, text_fold(str_of(login), a), a, &account);
	if (rc == E_NOT_FOUND)
		return session_fail(s, rc, _("%s has no account here."), login);
	if (rc == OK && own && account.id.n != s->account.id.n)
		return session_fail(s, E_DENIED,
		                    _("%s may export their own people only. Ask a coordinator."),
		                    s->account.name);
	if (rc == OK)
		*ret = account.id;
	return session_store(s, rc);
}

enum status casework_export(struct session *s, const struct export_options *options,
                            const struct progress *progress, struct arena *a,
                            struct export_done *ret)
{
	struct export_run x = { .s = s,
		                .options = options,
		                .progress = progress,
		                .spool = -1,
		                .what = { .table = options->what,
		                          .from = options->from,
		                          .to = options->to,
		                          .restricted =
		                                  (s->account.roles & ROLE_COORDINATOR) != 0 } };
	enum status rc = casework_may(s, OP_EXPORT);

	if (rc != OK)
		return rc;
	if (store_read_only(s->store))
		return session_fail(s, E_DENIED,
		                    _("What is exported is recorded, and this file is open for "
		                      "reading only. Nothing was exported."));
	rc = find_worker(s, options->worker, a, &x.what.worker);
	if (rc == OK)
		rc = export_who_begin(s, options, a, &x.who);
	if (rc == OK)
		rc = list_people(&x, a);
	if (rc == OK)
		rc = open_target(&x, a);
	if (rc == OK)
		rc = run(&x, a);
	if (x.spool >= 0)
		close(x.spool);
	if (rc == OK)
		*ret = (struct export_done){ .rows = x.rows,
			                     .people = x.who.people,
			                     .left_out = x.who.left_out,
			                     .hash = arena_strdup(a, x.hash) };
	export_who_done(&x.who);
	return rc;
}
