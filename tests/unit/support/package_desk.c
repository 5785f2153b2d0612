#include "package_desk.h"

#include "test.h"

#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int package_desk_setup(void **state)
{
	struct package_desk *d = calloc(1, sizeof(*d));

	assert_non_null(d);
	d->w = workplace_open();
	snprintf(d->folder, sizeof(d->folder), "/tmp/clew-package-XXXXXX");
	assert_non_null(mkdtemp(d->folder));
	snprintf(d->rejects, sizeof(d->rejects), "%s-left", d->folder);
	*state = d;
	return 0;
}

int package_desk_teardown(void **state)
{
	struct package_desk *d = *state;

	package_unmake(d->folder);
	package_unmake(d->rejects);
	workplace_close(d->w);
	free(d);
	return 0;
}

void package_desk_put_at(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

void package_desk_put(struct package_desk *d, const char *name, const char *text)
{
	char path[160];

	snprintf(path, sizeof(path), "%s/%s", d->folder, name);
	package_desk_put_at(path, text);
}

void package_desk_fill(struct package_desk *d, size_t services, unsigned how)
{
	const struct package_made what = { d->folder, services, 7, how };

	package_make(&what);
}

enum status package_desk_bring(struct package_desk *d, const char *path, struct import_options how)
{
	how.path = path;
	how.feed = how.feed ? how.feed : "Leeds directory";
	d->report = (struct import_report){ 0 };
	return casework_import_services(d->w->session, &how, NULL, &d->w->arena, &d->report);
}

enum status package_desk_take(struct package_desk *d)
{
	return package_desk_bring(d, d->folder, (struct import_options){ 0 });
}

enum status package_desk_update(struct package_desk *d)
{
	return package_desk_bring(d, d->folder, (struct import_options){ .update = true });
}

int64_t package_desk_number(struct package_desk *d, const char *sql)
{
	return store_int(d->w->session->store, sql);
}

const char *package_desk_text(struct package_desk *d, const char *sql)
{
	return store_text(d->w->session->store, sql, &d->w->arena);
}

bool package_desk_said(const struct package_desk *d, const char *file, uint64_t line,
                       const char *words)
{
	for (size_t i = 0; i < d->report.problems.n; i++) {
		const struct import_problem *p = &d->report.problems.at[i];

		if (strcmp(p->file, file) == 0 && p->line == line && strstr(p->reason, words))
			return true;
	}
	return false;
}
