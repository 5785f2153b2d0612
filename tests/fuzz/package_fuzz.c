/*
 * Whatever bytes come as a directory: read as a council's file, and, cut at NULs, as the tables of a
 * package. Every entry has an id and a name, every part of it what a part must have, and every place
 * that a time names is there.
 */
#include "base/text.h"
#include "exchange/package_read.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

#define TODAY 20780

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void said(void *about, const struct package_problem *p)
{
	int64_t *refused = about;
	size_t bad;

	must(p->file[0] != '\0' && p->reason[0] != '\0');
	must(text_valid(str_of(p->value), &bad));
	*refused += p->refused;
}

static void check_entry(const struct package_entry *x)
{
	must(x->id[0] != '\0' && x->service.name[0] != '\0' && x->line > 1);
	for (size_t i = 0; i < x->times.n; i++) {
		must(x->times.at[i].place.n >= 0 && (size_t)x->times.at[i].place.n <= x->places.n);
		must(x->times.at[i].days[0] != '\0' && x->times.at[i].step >= 1);
	}
	for (size_t i = 0; i < x->phones.n; i++)
		must(x->phones.at[i].number[0] != '\0');
	for (size_t i = 0; i < x->people.n; i++)
		must(x->people.at[i].name[0] != '\0');
	for (size_t i = 0; i < x->tags.n; i++)
		must(x->tags.at[i].name[0] != '\0');
}

static void read_all(const char *path)
{
	struct arena a = { 0 }, row = { 0 };
	struct concern_set concerns = { 0 };
	int64_t refused = 0;
	struct package_options o = {
		.today = TODAY, .concerns = &concerns, .say = said, .about = &refused
	};
	struct package_reader *p = NULL;
	const struct package_entry *x = NULL;
	const char *fault = "";

	if (package_read_open(path, &o, &a, &p, &fault) != OK) {
		must(*fault != '\0');
		arena_reset(&a);
		return;
	}
	while (package_next(p, &row, &x) == OK && x) {
		check_entry(x);
		arena_reset(&row);
	}
	must(package_read_about(p)->n_refused == refused);
	package_read_close(p);
	arena_reset(&row);
	arena_reset(&a);
}

static void write_file(const char *folder, const char *name, const uint8_t *at, size_t n)
{
	char path[128];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s.csv", folder, name);
	f = fopen(path, "w");
	must(f && fwrite(at, 1, n, f) == n && fclose(f) == 0);
}

static void read_folder(const uint8_t *at, size_t n)
{
	static const char *const tables[] = {
		"services",       "phones",    "schedules",           "attributes",
		"taxonomy_terms", "locations", "service_at_location", "contacts"
	};
	static char folder[] = "/tmp/clew-fuzz-XXXXXX";
	static bool made;

	if (!made)
		must(mkdtemp(folder) != NULL);
	made = true;
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		const uint8_t *end = n > 0 ? memchr(at, 0, n) : NULL;
		size_t part = end ? (size_t)(end - at) : n;

		write_file(folder, tables[i], at, part);
		at += part + (end != NULL);
		n -= part + (end != NULL);
	}
	read_all(folder);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	int in = memfd_create("in", MFD_CLOEXEC);
	char path[64];

	must(in >= 0 && write(in, at, n) == (ssize_t)n);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", in);
	read_all(path);
	close(in);
	read_folder(at, n);
	return 0;
}
