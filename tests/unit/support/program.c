#include "program.h"

#include "test.h"

#include "base/attr.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_ARGUMENTS 32
#define WALK_DEPTH     8

struct run {
	const char *typed; /* NULL: nothing comes on descriptor 3 */
	char **argv;
};

static int child(void *arg)
{
	const struct run *r = arg;
	int fd = r->typed ? open(r->typed, O_RDONLY) : -1;

	if (fd >= 0 && fd != 3) {
		dup2(fd, 3);
		close(fd);
	}
	execv(r->argv[0], r->argv);
	return 127;
}

void program_begin(struct program *p, const char *path)
{
	*p = (struct program){ .path = path, .folder = "/tmp/clew-test-XXXXXX" };
	assert_non_null(mkdtemp(p->folder));
	snprintf(p->file, sizeof(p->file), "%s/case.db", p->folder);
	snprintf(p->typed, sizeof(p->typed), "%s/typed", p->folder);
}

static int take_away(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path);
}

void program_end(struct program *p)
{
	if (p->folder[0] != '\0')
		assert_int_equal(nftw(p->folder, take_away, WALK_DEPTH, FTW_DEPTH | FTW_PHYS), 0);
	p->folder[0] = '\0';
}

static void put(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

const char *program_file(struct program *p, const char *name, const char *text)
{
	static char path[96];

	snprintf(path, sizeof(path), "%s/%s", p->folder, name);
	if (text)
		put(path, text);
	return path;
}

struct vt *program_start(struct program *p, const char *lines, const char *const *arguments,
                         const struct vt_options *options)
{
	char *argv[MOST_ARGUMENTS] = { strdup(p->path), strdup("--file"), strdup(p->file) };
	struct run r = { lines ? p->typed : NULL, argv };
	size_t n = 3;
	struct vt *v;

	if (lines) {
		put(p->typed, lines);
		argv[n++] = strdup("--passphrase-fd");
		argv[n++] = strdup("3");
	}
	for (; *arguments; arguments++) {
		assert_true(n + 1 < COUNT_OF(argv));
		argv[n++] = strdup(*arguments);
	}
	v = vt_start_child(child, &r, options);
	while (n > 0)
		free(argv[--n]);
	return v;
}

void program_run(struct program *p, const char *lines, const char *const *arguments, int status)
{
	struct vt *v = program_start(p, lines, arguments, &(struct vt_options){ 0 });

	if (vt_exit_status(v) != status)
		fail_msg("clew %s: not %d:\n%s", arguments[0], status, vt_text(v));
	vt_end(v);
}

void program_init(struct program *p, const char *shared)
{
	const char *const arguments[] = { "init",
		                          "--practice",
		                          "--service",
		                          "Riverside",
		                          "--nation",
		                          "england",
		                          "--shared",
		                          shared,
		                          "--login",
		                          "priya",
		                          "--name",
		                          "Priya Shah",
		                          "--safety-lead",
		                          "Ann Reid, 0113 496 0111",
		                          "--deputy",
		                          "Ben Ojo, 0113 496 0112",
		                          NULL };

	program_run(p, PROGRAM_PASSPHRASE "\n", arguments, 0);
}
