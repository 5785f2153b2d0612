#include "bench.h"
#include "package_made.h"

#include "casework/import_services.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SERVICES 20000
#define TIMES    3
#define TABLES   40

/* The import alone, in a process of its own: it is asked what it worked and what it held. */
int run_package(const char *path, const char *folder)
{
	struct session *s = open_file(path);
	const struct import_options how = { .path = folder, .feed = "Made", .update = true };
	struct import_report report = { 0 };
	struct arena a = { 0 };

	if (casework_import_services(s, &how, NULL, &a, &report) != OK) {
		fprintf(stderr, "clew-bench: %s\n", session_fault(s));
		return 1;
	}
	printf("%lld new, %lld changed, %lld the same\n", (long long)report.n_new,
	       (long long)report.n_changed, (long long)report.n_same);
	arena_reset(&a);
	casework_sign_out(s);
	return 0;
}

/* sqlite3 plain.db ".mode csv" ".import FOLDER/services.csv services" … */
static size_t import_commands(const char *folder, char *commands[], size_t room)
{
	DIR *dir = opendir(folder);
	struct dirent *e;
	size_t n = 0;

	while (dir && n < room && (e = readdir(dir))) {
		size_t bytes = strlen(folder) + 2 * strlen(e->d_name) + 16;

		if (!strstr(e->d_name, ".csv"))
			continue;
		commands[n] = malloc(bytes);
		if (!commands[n])
			abort();
		snprintf(commands[n++], bytes, ".import %s/%s %.*s", folder, e->d_name,
		         (int)strcspn(e->d_name, "."), e->d_name);
	}
	if (dir)
		closedir(dir);
	return n;
}

static double import_plainly(const char *folder, const char *path)
{
	char sqlite[] = "sqlite3", mode[] = ".mode csv", file[512];
	char *argv[TABLES + 4] = { sqlite, file, mode };
	size_t n = import_commands(folder, argv + 3, TABLES);
	double ms;

	snprintf(file, sizeof(file), "%s", path);
	unlink(path);
	ms = time_program(argv, "/dev/null", &(long){ 0 });
	for (size_t i = 0; i < n; i++)
		free(argv[3 + i]);
	unlink(path);
	return ms;
}

void measure_package(char *self, const char *folder, struct package_run *ret)
{
	struct sample ours = { 0 }, again = { 0 }, theirs = { 0 };
	char package[512], path[512], plain[512], mode[] = "package-import";
	char *argv[] = { self, mode, path, package, NULL };
	struct package_made what = { package, SERVICES, 20261123, PACKAGE_WHOLE };
	long kib = 0;

	snprintf(package, sizeof(package), "%s/package", folder);
	snprintf(path, sizeof(path), "%s/package.clew", folder);
	snprintf(plain, sizeof(plain), "%s/package.plain", folder);
	ret->rows = package_make(&what);
	for (int i = 0; i < TIMES; i++) {
		unlink(path);
		make_file(path, 1, 0);
		sample_add(&theirs, import_plainly(package, plain));
		sample_add(&ours, time_program(argv, "/dev/null", &kib));
		ret->kib = kib > ret->kib ? kib : ret->kib;
		sample_add(&again, time_program(argv, "/dev/null", &kib));
	}
	ret->ours = sample_at(&ours, 0.5);
	ret->again = sample_at(&again, 0.5);
	ret->theirs = sample_at(&theirs, 0.5);
	sample_done(&ours);
	sample_done(&again);
	sample_done(&theirs);
	package_unmake(package);
	unlink(path);
}
