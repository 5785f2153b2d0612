#include "package_reading.h"

#include "base/file.h"
#include "base/text.h"
#include "base/words.h"
#include "exchange/csv_rejects.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *column_name(const struct package_file *f, int column, struct arena *a)
{
	struct str names, first = { 0 };

	if (column < 0)
		return "";
	if (f->reader && f->map[column] >= 0)
		return text_safe(str_trim(csv_header(f->reader)->at[f->map[column]]), a);
	names = str_of(package_spec(f->table)->columns[column].names);
	str_cut(&names, '|', &first);
	return arena_str(a, first);
}

static void say(struct package_reader *p, const struct package_file *f, uint64_t line,
                const struct package_wrong *w, bool refused)
{
	struct arena a = { 0 };
	const struct package_problem problem = { .file = f->name,
		                                 .line = line,
		                                 .column = column_name(f, w->column, &a),
		                                 .value = w->value ? w->value : "",
		                                 .reason = w->reason,
		                                 .refused = refused };

	if (p->o.say)
		p->o.say(p->o.about, &problem);
	arena_reset(&a);
}

void package_note(struct package_reader *p, const struct package_file *f, uint64_t line,
                  const struct package_wrong *w)
{
	say(p, f, line, w, false);
}

/* The first refused row of a file opens its file beside the others. */
static enum status open_rejects(struct package_reader *p, struct package_file *f)
{
	const char *fault = "", *path = p->o.rejects;
	enum status rc;

	if (p->folder && !p->about.rejects && mkdir(path, 0700) != 0) {
		return package_stop(p, errno == EEXIST ? E_EXISTS : E_IO,
		                    arena_printf(p->a,
		                                 errno == EEXIST
		                                         ? _("%s is there already, and was kept. "
		                                             "Name another folder for the rows "
		                                             "that are refused.")
		                                         : _("The folder %s cannot be made."),
		                                 path));
	}
	p->about.rejects = path;
	if (p->folder)
		path = arena_printf(p->a, "%s/%s", path, f->name);
	rc = file_put_open(path, FILE_KEEP_EXISTING, p->a, &f->rejects_file, &fault);
	if (rc != OK)
		return package_stop(p, rc, fault);
	f->rejects = csv_rejects_open(f->rejects_file, f->reader, p->a);
	return OK;
}

void package_refuse(struct package_reader *p, struct package_file *f, const struct csv_row *row,
                    const struct package_wrong *w)
{
	p->about.n_refused++;
	say(p, f, row->line, w, true);
	if (text_empty(p->o.rejects) || !text_empty(p->fault))
		return;
	if (!f->rejects && open_rejects(p, f) != OK)
		return; /* the reading ends with the fault */
	csv_reject(f->rejects, row, str_of(w->reason));
}

enum status package_rejects_end(struct package_reader *p)
{
	enum status rc = OK;

	for (size_t i = 0; i < TABLE_COUNT; i++) {
		struct package_file *f = &p->files[i];
		struct file_put *file = f->rejects_file;
		const char *fault = "";

		f->rejects_file = NULL;
		if (!file)
			continue;
		if (rc == OK)
			rc = csv_rejects_end(f->rejects);
		if (rc != OK) {
			file_put_drop(file);
			continue;
		}
		rc = file_put_close(file, p->a, &fault);
		if (rc != OK)
			package_stop(p, rc, fault);
	}
	if (rc != OK)
		package_stop(p, rc, _("The refused rows were not written."));
	return rc;
}

void package_rejects_drop(struct package_reader *p)
{
	for (size_t i = 0; i < TABLE_COUNT; i++) {
		file_put_drop(p->files[i].rejects_file);
		p->files[i].rejects_file = NULL;
	}
}
