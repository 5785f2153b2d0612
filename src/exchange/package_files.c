#include "package_reading.h"

#include "base/text.h"
#include "base/words.h"
#include "exchange/csv_rejects.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DESCRIPTION_MOST ((size_t)1024 * 1024)
#define NAMES_MOST       ((size_t)2000) /* in a folder */

enum status package_stop(struct package_reader *p, enum status rc, const char *why)
{
	if (text_empty(p->fault)) {
		p->fault = arena_strdup(p->a, why);
		p->stopped = rc;
	}
	return rc;
}

static enum status stop_about(struct package_reader *p, enum status rc, const char *name,
                              const char *fmt)
{
	/* fmt is one of ours, with one %s. */
	const char *safe = text_safe(str_of(name), p->a);
	struct buf text = { 0 };
	const char *at = strstr(fmt, "%s");

	buf_add(&text, (struct str){ fmt, (size_t)(at - fmt) });
	buf_puts(&text, safe);
	buf_puts(&text, at + 2);
	package_stop(p, rc, buf_text(&text));
	buf_done(&text);
	return rc;
}

/* ---- the folder ---- */

/* A name in the folder itself, and no way out of it. */
static bool plain_name(const char *name)
{
	return name[0] != '\0' && name[0] != '.' && !strchr(name, '/');
}

static enum status open_table(struct package_reader *p, int folder, const char *name,
                              enum package_table table)
{
	struct package_file *f = &p->files[table];
	struct stat st;

	if (f->name)
		return stop_about(
			p, E_INVALID, name,
			_("%s is a second file of one table: leave one of the two in the folder."));
	f->fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (f->fd < 0 && errno == ELOOP)
		return stop_about(p, E_INVALID, name,
		                  _("%s is a link to somewhere else. Put the file itself into the "
		                    "folder."));
	if (f->fd < 0)
		return stop_about(p, errno == ENOENT ? E_NOT_FOUND : E_IO, name,
		                  _("%s cannot be opened."));
	f->name = arena_strdup(p->a, text_safe(str_of(name), p->a));
	f->table = table;
	if (fstat(f->fd, &st) != 0 || !S_ISREG(st.st_mode))
		return stop_about(
			p, E_INVALID, name,
			_("%s is no regular file. Put the table itself into the folder."));
	if (st.st_size == 0) { /* a table without even its header has no rows */
		close(f->fd);
		f->fd = -1;
		f->name = NULL;
		return OK;
	}
	p->bytes_all += st.st_size;
	return OK;
}

static struct str stem(const char *name)
{
	size_t n = strlen(name);
	bool csv =
		n > 4 && (strcmp(name + n - 4, ".csv") == 0 || strcmp(name + n - 4, ".CSV") == 0);

	return csv ? (struct str){ name, n - 4 } : (struct str){ name, 0 };
}

static const char *said_of(const struct package_reader *p, const char *name)
{
	for (size_t i = 0; i < p->o.resources.n; i++)
		if (text_equal(p->o.resources.at[i].path, name))
			return p->o.resources.at[i].name;
	return NULL;
}

/* Rows of a table that is only counted, so that what was left out is said in numbers. */
static enum status count_rows(struct package_reader *p, int folder, const char *name)
{
	int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct arena a = { 0 };
	struct csv_options how = { .separator = ',' };
	const struct csv_row *row = NULL;
	struct csv_reader *r = NULL;
	const char *fault = "";
	long long n = 0;

	if (fd >= 0 && csv_open_fd(fd, &how, &a, &r, &fault) == OK) {
		while (csv_next(r, &row) == OK && row)
			n += !row->blank;
		csv_close(r);
	}
	if (fd >= 0)
		close(fd);
	if (n > 0)
		*ARENA_PUSH(p->a, &p->about.not_kept) =
			arena_printf(p->a, n == 1 ? _("%s: %lld row") : _("%s: %lld rows"),
		                     text_safe(str_of(name), p->a), n);
	arena_reset(&a);
	return OK;
}

/*
 * The name of the file counts before the one that datapackage.json has for it: "taxonomy" there is
 * taxonomies.csv in HSDS 3, and in the older shape the terms.
 */
static enum status look_at(struct package_reader *p, int folder, const char *name)
{
	const char *said = said_of(p, name);
	struct str table = said ? str_of(said) : stem(name);
	enum package_table t = package_table_named(stem(name));

	/* In datapackage.json taxonomies.csv is "taxonomy", as terms are called elsewhere. */
	if (t == TABLE_COUNT)
		t = package_table_named(table);
	if (t != TABLE_COUNT)
		return open_table(p, folder, name, t);
	if (package_not_kept(table) || package_not_kept(stem(name)))
		return count_rows(p, folder, name);
	return OK;
}

struct names {
	size_t n;
	char **at;
};

static int by_bytes(const void *x, const void *y)
{
	return strcmp(*(char *const *)x, *(char *const *)y);
}

static enum status list_names(struct package_reader *p, int folder, struct names *ret)
{
	int copy = fcntl(folder, F_DUPFD_CLOEXEC, 3);
	DIR *dir = copy < 0 ? NULL : fdopendir(copy);
	struct dirent *e;

	if (!dir) {
		if (copy >= 0)
			close(copy);
		return package_stop(p, E_IO, _("The folder cannot be read."));
	}
	while (ret->n < NAMES_MOST && (e = readdir(dir)))
		if (plain_name(e->d_name))
			*ARENA_PUSH(p->a, ret) = arena_strdup(p->a, e->d_name);
	closedir(dir);
	if (ret->n == NAMES_MOST)
		return package_stop(p, E_INVALID,
		                    _("There are thousands of files in that folder. Put the tables "
		                      "of the directory into one of their own."));
	if (ret->n > 1)
		qsort(ret->at, ret->n, sizeof(ret->at[0]), by_bytes);
	return OK;
}

static enum status check_paths(struct package_reader *p)
{
	for (size_t i = 0; i < p->o.resources.n; i++)
		if (!plain_name(p->o.resources.at[i].path))
			return stop_about(p, E_INVALID, p->o.resources.at[i].path,
			                  _("datapackage.json names the file “%s”, which is not in "
			                    "the folder itself. Put all tables into one folder."));
	return OK;
}

static void describe_folder(struct package_reader *p)
{
	size_t n = 0;
	bool old = p->files[TABLE_SERVICE_TERM].name || p->files[TABLE_ELIGIBILITY].name ||
	           p->files[TABLE_HOLIDAY].name;

	for (size_t i = 0; i < TABLE_COUNT; i++) {
		const char *name = p->files[i].name;

		n += name != NULL;
		old = old || (name && (strncmp(name, "service.", 8) == 0 ||
		                       strncmp(name, "link_taxonomy", 13) == 0 ||
		                       strncmp(name, "regular_schedule", 16) == 0));
	}
	p->about.shape = old ? FEED_ORUK_1 : FEED_HSDS;
	p->about.read_as =
		arena_printf(p->a, n == 1 ? _("%s package, %zu file") : _("%s package, %zu files"),
	                     old ? _("Open Referral UK 1") : _("HSDS 3"), n);
}

static enum status find_in_folder(struct package_reader *p, int folder)
{
	struct names names = { 0 };
	enum status rc = check_paths(p);

	if (rc == OK)
		rc = list_names(p, folder, &names);
	for (size_t i = 0; rc == OK && i < names.n; i++)
		rc = look_at(p, folder, names.at[i]);
	if (rc == OK && !p->files[TABLE_SERVICE].name)
		rc = package_stop(
			p, E_INVALID,
			_("There is no services.csv in that folder, so it is no directory "
		          "package we know. A .zip must be unpacked first."));
	if (rc == OK)
		describe_folder(p);
	return rc;
}

/* ---- one file ---- */

static const char *base_name(const char *path, struct arena *a)
{
	size_t n = strlen(path);
	const char *slash;
	char *name;

	while (n > 1 && path[n - 1] == '/')
		n--;
	name = arena_str(a, (struct str){ path, n });
	slash = strrchr(name, '/');
	return slash && slash[1] ? slash + 1 : name;
}

static bool ends_in_zip(const char *path)
{
	size_t n = strlen(path);

	return n > 4 && strcasecmp(path + n - 4, ".zip") == 0;
}

static enum status find_file(struct package_reader *p, int fd, const struct stat *st)
{
	struct package_file *f = &p->files[TABLE_MORE];

	if (ends_in_zip(p->path))
		return package_stop(p, E_INVALID,
		                    _("That is a .zip: unpack it, and name the folder."));
	p->flat = true;
	f->table = TABLE_MORE;
	f->name = text_safe(str_of(base_name(p->path, p->a)), p->a);
	f->fd = dup(fd);
	p->bytes_all = st->st_size;
	p->about.shape = FEED_COUNCIL;
	p->about.read_as = _("a council's list in one file");
	return f->fd < 0 ? package_stop(p, E_IO, _("The file cannot be opened.")) : OK;
}

static void name_it(struct package_reader *p)
{
	const char *base = base_name(p->path, p->a);
	struct str name = p->folder ? str_of(base) : stem(base);

	if (name.n == 0)
		name = str_of(base);
	if (str_is(name, ".") || str_is(name, "..") || str_is(name, "/"))
		name = str_of(_("directory"));
	p->about.name = text_safe(name, p->a);
}

enum status package_files_find(struct package_reader *p)
{
	int fd = open(p->path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat st;
	enum status rc;

	if (fd < 0 && errno == ENOENT)
		return package_stop(p, E_NOT_FOUND,
		                    _("There is no such file or folder. Check its name."));
	if (fd < 0 || fstat(fd, &st) != 0) {
		if (fd >= 0)
			close(fd);
		return package_stop(
			p, E_IO,
			arena_printf(p->a, _("It cannot be opened: %s."), strerror(errno)));
	}
	p->folder = S_ISDIR(st.st_mode);
	name_it(p);
	rc = p->folder ? find_in_folder(p, fd) : find_file(p, fd, &st);
	close(fd);
	return rc;
}

void package_files_close(struct package_reader *p)
{
	for (size_t i = 0; i < TABLE_COUNT; i++) {
		package_table_close(&p->files[i]);
		buf_done(&p->files[i].room);
		if (p->files[i].name && p->files[i].fd >= 0)
			close(p->files[i].fd);
		p->files[i].fd = -1;
	}
}

/* ---- beforehand ---- */

const char *package_description(const char *path, struct arena *a)
{
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int fd = folder < 0 ? -1
	                    : openat(folder, "datapackage.json",
	                             O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	const char *text = "";
	struct stat st;

	if (folder >= 0)
		close(folder);
	if (fd < 0)
		return "";
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (size_t)st.st_size <= DESCRIPTION_MOST) {
		char *all = arena_alloc(a, (size_t)st.st_size + 1);
		ssize_t got = pread(fd, all, (size_t)st.st_size, 0);

		text = got == st.st_size ? all : "";
	}
	close(fd);
	return text;
}

/* Headings that only a council's directory has. */
static bool tells(struct str heading)
{
	return package_named("import_id_reference|location_name|location_accessibilities|"
	                     "schedules_opens_at|scheduled_weekday|preferred_for_post|"
	                     "mask_exact_address|cost_option|visible_from|contact_visible|"
	                     "suitabilities",
	                     heading);
}

static bool any_known(struct str name, const void *about)
{
	const struct package_column *c = package_spec(TABLE_MORE)->columns;

	(void)about;
	for (size_t i = 0; c[i].names; i++)
		if (package_named(c[i].names, name))
			return true;
	return false;
}

bool package_recognised(const char *path)
{
	struct csv_options how = { .known = any_known };
	struct arena a = { 0 };
	struct csv_reader *r = NULL;
	const char *fault;
	struct stat st;
	bool told = false;

	if (ends_in_zip(path) || (stat(path, &st) == 0 && S_ISDIR(st.st_mode)))
		return true;
	if (csv_open(path, &how, &a, &r, &fault) == OK) {
		const struct csv_row *header = csv_header(r);

		for (size_t i = 0; i < header->n; i++)
			told = told || tells(header->at[i]);
		csv_close(r);
	}
	arena_reset(&a);
	return told;
}

/* ---- a table ---- */

static bool column_known(struct str name, const void *about)
{
	const struct package_file *f = about;
	const struct package_column *c = package_spec(f->table)->columns;

	for (size_t i = 0; c[i].names; i++)
		if (package_named(c[i].names, name))
			return true;
	return false;
}

/* Of the names of a column the first that is there counts. */
static int cell_named(const char *names, const struct csv_row *header)
{
	struct str rest = str_of(names), one;

	while (str_cut(&rest, '|', &one)) {
		char name[64];

		snprintf(name, sizeof(name), "%.*s", (int)one.n, one.at);
		for (size_t i = 0; i < header->n; i++)
			if (package_named(name, header->at[i]))
				return (int)i;
	}
	return -1;
}

/* Columns that the standards have, and clew has no place for. */
static bool standard(struct str heading)
{
	return package_named(
		"url|uri|version|description|parent_id|language|term_uri|tax_status|"
		"tax_id|year_incorporated|logo|parent_organization_id|organization_id|"
		"latitude|longitude|external_identifier|external_identifier_type|"
		"country|timezone|count|wkst|byweekno|byyearday|schedule_link|"
		"phone_id|note|personal_data|sensitive_data|link_type|value|"
		"location_latitude|location_longitude|preferred_for_post|is_local_offer",
		heading);
}

static void list_column(struct package_reader *p, const char *of, const char **list,
                        struct str heading)
{
	*list = arena_printf(p->a, "%s%s%s", text_empty(*list) ? of : *list,
	                     text_empty(*list) ? (*of ? ": " : "") : ", ",
	                     text_safe(str_trim(heading), p->a));
}

/* What is left out is said once for each file. */
static void list_columns(struct package_reader *p, const struct package_file *f)
{
	const struct csv_row *header = csv_header(f->reader);
	size_t cells = header->n - (csv_rejects_header(header) ? 2 : 0);
	const char *of = p->flat ? "" : f->name, *unknown = "", *not_kept = "";

	for (size_t i = 0; i < cells; i++) {
		if (column_known(header->at[i], f) || str_trim(header->at[i]).n == 0)
			continue;
		list_column(p, of, standard(header->at[i]) ? &not_kept : &unknown, header->at[i]);
	}
	if (*unknown)
		*ARENA_PUSH(p->a, &p->about.unknown) = unknown;
	if (*not_kept)
		*ARENA_PUSH(p->a, &p->about.not_kept) = not_kept;
}

static void map_columns(struct package_file *f)
{
	const struct package_column *c = package_spec(f->table)->columns;
	const struct csv_row *header = csv_header(f->reader);

	f->links = 1;
	for (size_t i = 0; c[i].names; i++) {
		f->map[i] = cell_named(c[i].names, header);
		if (i > 0 && c[i].links != KIND_NONE)
			f->links = i + 1;
	}
}

enum status package_table_open(struct package_reader *p, struct package_file *f)
{
	struct csv_options how = { .known = column_known, .about = f };
	const char *fault = "";
	bool first = f->links == 0;
	enum status rc = csv_open_fd(f->fd, &how, &f->arena, &f->reader, &fault);

	if (rc != OK)
		return package_stop(p, rc, arena_printf(p->a, "%s: %s", f->name, fault));
	map_columns(f);
	if (first)
		list_columns(p, f);
	return OK;
}

void package_table_close(struct package_file *f)
{
	csv_close(f->reader);
	f->reader = NULL;
	arena_reset(&f->arena);
}
