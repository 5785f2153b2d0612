#include "import_run.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "base/words.h"
#include "exchange/csv_guard.h"
#include "exchange/csv_rejects.h"
#include "store/room.h"
#include "vault/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define ROWS_A_TICK 32

const char *import_cell(struct import_run *r, size_t column)
{
	int cell = r->map.cell[column];

	if (cell < 0)
		return "";
	return arena_str(&r->row_arena, str_trim(csv_unguard(str_trim(r->row->at[(size_t)cell]))));
}

static void list_problem(struct import_run *r, const struct import_problem *p)
{
	if (r->report.problems.n == IMPORT_PROBLEMS) {
		r->report.n_more++;
		return;
	}
	*ARENA_PUSH(r->a, &r->report.problems) = (struct import_problem){
		.file = "",
		.line = p->line,
		.column = arena_strdup(r->a, p->column),
		.value = arena_strdup(r->a, p->value),
		.reason = arena_strdup(r->a, p->reason),
		.refused = p->refused,
	};
}

void import_note(struct import_run *r, const char *column, const char *value, const char *reason)
{
	list_problem(r, &(struct import_problem){ .line = r->row->line,
	                                          .column = column,
	                                          .value = value,
	                                          .reason = reason });
}

void import_refuse(struct import_run *r, const char *column, const char *value, const char *reason)
{
	r->refused = true;
	buf_printf(&r->reasons, "%s%s%s%s", r->reasons.n > 0 ? " " : "", column ? column : "",
	           column ? ": " : "", reason);
	list_problem(r, &(struct import_problem){ .line = r->row->line,
	                                          .column = column,
	                                          .value = value,
	                                          .reason = reason,
	                                          .refused = true });
}

/* ---- before the first row ---- */

static bool known_heading(struct str name, const void *about)
{
	const struct import_run *r = about;

	return column_meant(r->table, name) >= 0 || import_map_knows(&r->mapping, name);
}

static enum status open_source(struct import_run *r, int fd)
{
	struct csv_options how = { .known = known_heading, .about = r };
	const char *fault = "";
	enum status rc = csv_open_fd(fd, &how, r->a, &r->reader, &fault);

	if (rc != OK)
		return session_fail(r->s, rc, _("%s Nothing was imported."), fault);
	return OK;
}

static enum status complain_missing(struct import_run *r)
{
	struct buf names = { 0 };

	for (size_t i = 0; i < r->map.missing_n; i++)
		buf_printf(&names, "%s%s", i > 0 ? ", " : "", r->map.missing[i]);
	session_fail(r->s, E_INVALID,
	             _("The first row names no column that is %s; it has: %s. --columns "
	               "\"Their heading=%s\" says which it is. Nothing was imported."),
	             buf_text(&names), import_headings(r), r->map.missing[0]);
	buf_done(&names);
	return E_INVALID;
}

static const char *separator_name(char separator)
{
	if (separator == ';')
		return _("semicolons");
	return separator == '\t' ? _("tabs") : _("commas");
}

static enum status make_out_columns(struct import_run *r)
{
	const struct csv_row *header = csv_header(r->reader);
	enum status rc;

	r->map = columns_map(r->table, header->at, header->n, r->a);
	rc = import_map_apply(r);
	if (rc != OK)
		return rc;
	if (r->map.missing_n > 0)
		return complain_missing(r);
	for (size_t i = 0; i < r->map.unknown.n; i++)
		*ARENA_PUSH(r->a, &r->report.unknown) = text_safe(r->map.unknown.at[i].text, r->a);
	for (size_t i = 0; i < r->map.doubled.n; i++)
		*ARENA_PUSH(r->a, &r->report.unknown) = text_safe(r->map.doubled.at[i].text, r->a);
	r->report.read_as = arena_printf(r->a, _("%s, separated by %s"),
	                                 csv_encoding_name(csv_encoding(r->reader)),
	                                 separator_name(csv_separator(r->reader)));
	return OK;
}

/* What came in, so that it can be told again which file it was. */
static enum status hash_file(struct import_run *r, int fd, char ret[DIGEST_HEX_ROOM])
{
	struct digest d;
	uint8_t sum[DIGEST_BYTES];
	char bytes[16384];
	off_t at = 0;
	ssize_t n;

	digest_init(&d, NULL, "import  ");
	while ((n = pread(fd, bytes, sizeof(bytes), at)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return session_fail(r->s, E_IO,
			                    _("%s cannot be read: %s. Nothing was imported."),
			                    r->options->path, strerror(errno));
		digest_add(&d, bytes, (size_t)n);
		at += n;
	}
	digest_end(&d, sum);
	digest_hex(sum, ret);
	return OK;
}

static enum status open_rejects(struct import_run *r)
{
	const char *fault = "";
	enum status rc;

	if (text_empty(r->options->rejects))
		return OK;
	rc = file_put_open(r->options->rejects, FILE_KEEP_EXISTING, r->a, &r->rejects_file, &fault);
	if (rc != OK)
		return session_fail(r->s, rc, _("%s Nothing was imported."), fault);
	r->rejects = csv_rejects_open(r->rejects_file, r->reader, r->a);
	return OK;
}

/* ---- rows ---- */

static void count(struct import_run *r, enum import_fate fate)
{
	switch (fate) {
	case IMPORT_NEW:
		r->report.n_new++;
		return;
	case IMPORT_CHANGED:
		r->report.n_changed++;
		return;
	case IMPORT_SAME:
		r->report.n_same++;
		return;
	case IMPORT_HELD:
		r->report.n_held++;
		return;
	}
}

static void keep_refused(struct import_run *r)
{
	r->report.n_refused++;
	if (r->rejects)
		csv_reject(r->rejects, r->row, buf_str(&r->reasons));
}

static enum status take_row(struct import_run *r)
{
	enum import_fate fate = IMPORT_SAME;
	enum status rc = OK;

	arena_reset(&r->row_arena);
	buf_clear(&r->reasons);
	r->refused = false;
	if (r->row->refused)
		import_refuse(r, NULL, "", r->row->refused);
	else
		rc = r->take(r, &fate);
	if (rc != OK)
		return rc;
	if (r->refused)
		keep_refused(r);
	else
		count(r, fate);
	return OK;
}

static bool go_on(struct import_run *r)
{
	uint64_t done, size;

	csv_progress(r->reader, &done, &size);
	return progress_tick(r->progress, (int64_t)done, (int64_t)size);
}

static enum status take_rows(struct import_run *r)
{
	for (size_t n = 0;; n++) {
		enum status rc = csv_next(r->reader, &r->row);

		if (rc != OK)
			return session_fail(r->s, rc, _("%s Nothing was imported."),
			                    csv_fault(r->reader));
		if (!r->row)
			return OK;
		if (n % ROWS_A_TICK == 0 && !go_on(r))
			return session_fail(r->s, E_STOPPED, _("Stopped. Nothing was imported."));
		rc = r->row->blank ? OK : take_row(r);
		if (rc != OK)
			return rc;
	}
}

/* ---- behind the last row ---- */

static int64_t taken(const struct import_report *p)
{
	return p->n_new + p->n_changed + p->n_same + p->n_held;
}

/* Refused rows are with their file before the change is: what was not taken must not be lost. */
static enum status end_rejects(struct import_run *r)
{
	struct file_put *file = r->rejects_file;
	const char *fault = "";
	enum status rc;

	if (!file)
		return OK;
	r->rejects_file = NULL;
	if (r->report.n_refused == 0) {
		file_put_drop(file);
		return OK;
	}
	rc = csv_rejects_end(r->rejects);
	if (rc != OK)
		file_put_drop(file);
	else
		rc = file_put_close(file, r->a, &fault);
	if (rc != OK)
		return session_fail(r->s, rc, _("%s Nothing was imported."),
		                    text_empty(fault) ? _("The refused rows were not written.")
		                                      : fault);
	r->report.rejects = arena_strdup(r->a, r->options->rejects);
	return OK;
}

/* "4,958"; below 10,000,000,000, as rows are. */
const char *import_grouped(int64_t n, struct arena *a)
{
	long long millions = n / 1000000, thousands = n / 1000 % 1000, rest = n % 1000;

	if (millions > 0)
		return arena_printf(a, "%lld,%03lld,%03lld", millions, thousands, rest);
	if (thousands > 0)
		return arena_printf(a, "%lld,%03lld", thousands, rest);
	return arena_printf(a, "%lld", rest);
}

/* "import of people from caseload.csv, 4,958 new, 3 changed" */
static const char *words_of(struct import_run *r)
{
	const char *slash = strrchr(r->options->path, '/');
	const char *file = text_safe(str_of(slash ? slash + 1 : r->options->path), r->a);
	const char *words = arena_printf(r->a, _("import of %s from %s"),
	                                 words_word(&column_tables, (int)r->table), file);

	if (r->report.n_new > 0)
		words = arena_printf(r->a, _("%s, %s new"), words,
		                     import_grouped(r->report.n_new, r->a));
	if (r->report.n_changed > 0)
		words = arena_printf(r->a, _("%s, %s changed"), words,
		                     import_grouped(r->report.n_changed, r->a));
	return words;
}

static enum status end(struct import_run *r, enum status rc)
{
	struct import_report *p = &r->report;
	bool nothing;

	if (rc == OK)
		rc = session_store(r->s, import_map_save(r));
	if (rc == OK)
		rc = end_rejects(r);
	nothing = p->n_new + p->n_changed == 0 && !p->mapping;
	if (rc == OK && !r->options->dry_run && !nothing) {
		r->c.what = words_of(r);
		rc = act_end(r->s, &r->c, OK);
		if (rc != OK && p->rejects)
			unlink(p->rejects);
	} else {
		enum status ended = change_end(&r->c, rc == OK ? E_STOPPED : rc);

		if (rc == OK && ended != E_STOPPED)
			rc = session_store(r->s, ended);
	}
	if (rc != OK)
		return rc;
	if (p->n_refused == 0)
		return OK;
	return taken(p) == 0 ? E_INVALID : E_PART;
}

static enum status run(struct import_run *r, int fd)
{
	char hash[DIGEST_HEX_ROOM];
	enum status rc = import_map_load(r);

	if (rc == OK)
		rc = open_source(r, fd);
	if (rc == OK)
		rc = make_out_columns(r);
	if (rc == OK)
		rc = hash_file(r, fd, hash);
	if (rc == OK)
		rc = session_store(r->s, store_room(r->s->store));
	if (rc == OK)
		rc = open_rejects(r);
	if (rc == OK)
		rc = act_begin(r->s, r->op, &r->c, (struct person_id){ 0 }, "import");
	if (rc != OK)
		return rc;
	r->c.kind = "import";
	r->c.file_hash = hash;
	rc = take_rows(r);
	if (rc != OK && r->s->fault[0] == '\0')
		rc = session_store(r->s, rc);
	return end(r, rc);
}

enum status import_run(struct import_run *r, struct import_report *ret)
{
	enum status rc = casework_may(r->s, r->op);
	int fd;

	if (rc != OK)
		return rc;
	fd = open(r->options->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return session_fail(r->s, errno == ENOENT ? E_NOT_FOUND : E_IO,
		                    _("%s cannot be opened: %s. Nothing was imported."),
		                    r->options->path, strerror(errno));
	rc = run(r, fd);
	csv_close(r->reader);
	file_put_drop(r->rejects_file);
	close(fd);
	buf_done(&r->reasons);
	arena_reset(&r->row_arena);
	if (rc == OK || rc == E_PART || (rc == E_INVALID && r->report.n_refused > 0))
		*ret = r->report;
	return rc;
}
