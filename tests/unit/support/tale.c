#include "tale.h"

#include "test.h"

#include "fixture.h"
#include "golden.h"
#include "stage.h"

#include "base/attr.h"
#include "base/str.h"
#include "casework/export.h"
#include "casework/import_services.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TALE_ROOM (1 << 17)

static const char *text_of(struct tale *t, const char *path)
{
	char *text = arena_alloc(&t->w->arena, TALE_ROOM);
	FILE *f = fopen(path, "r");

	if (!f)
		fail_msg("%s cannot be read", path);
	text[fread(text, 1, TALE_ROOM - 1, f)] = '\0';
	fclose(f);
	return text;
}

static const char *script(struct tale *t, const char *name, const char *ending)
{
	return arena_printf(&t->w->arena, "%s/tests/script/%s%s", CLEW_SOURCE_DIR, name, ending);
}

static void sits_down(struct tale *t, const char *login)
{
	if (t->st)
		stage_close(t->st);
	workplace_as(t->w, login);
	t->st = stage_open(t->w, &(struct visit){ .where = &today_screen });
}

void tale_begin(struct tale *t)
{
	struct import_options how = { 0 };
	struct import_report report;

	*t = (struct tale){ .w = workplace_open(), .folder = "/tmp/clew-tale-XXXXXX" };
	assert_non_null(mkdtemp(t->folder));
	store_sql(t->w->session->store,
	          "INSERT INTO setting (name, value) VALUES ('service_phone', '0113 496 0100'),"
	          " ('service_hours', 'Monday to Friday, 9 to 5')");
	how.path = script(t, "leeds", ".csv");
	if (casework_import_services(t->w->session, &how, NULL, &t->w->arena, &report) != OK)
		fail_msg("%s", session_fault(t->w->session));
	assert_int_equal(report.n_refused, 0);
	sits_down(t, "priya");
}

void tale_end(struct tale *t)
{
	if (t->st)
		stage_close(t->st);
	workplace_close(t->w);
	assert_int_equal(rmdir(t->folder), 0);
}

/* "VALUE: SELECT …" */
static void is(struct tale *t, const char *what)
{
	const char *sql = strstr(what, ": SELECT ");
	const char *found, *wanted;

	assert_non_null(sql);
	wanted = arena_printf(&t->w->arena, "%.*s", (int)(sql - what), what);
	found = store_text(t->w->session->store,
	                   arena_printf(&t->w->arena, "SELECT CAST((%s) AS TEXT)", sql + 2),
	                   &t->w->arena);
	if (!found || strcmp(found, wanted) != 0)
		fail_msg("%s:%d: the file has “%s”, not “%s”", t->name, t->line, found ? found : "",
		         wanted);
}

/* "NAME KIND" */
static void paper(struct tale *t, const char *what)
{
	const char *kind = strchr(what, ' ');
	const char *path;

	assert_non_null(kind);
	path = arena_printf(&t->w->arena, "%s/paper", t->folder);
	stage_keys(t->st, arena_printf(&t->w->arena, "Ctrl-S%s Ctrl-U", kind));
	stage_type(t->st, path);
	stage_keys(t->st, "Enter");
	stage_shows(t->st, "It is on record as handed out.");
	golden_check(arena_printf(&t->w->arena, "%.*s", (int)(kind - what), what),
	             text_of(t, path));
	unlink(path);
}

static void days(struct tale *t, const char *n)
{
	workplace_days_later(t->w, (int)strtol(n, NULL, 10));
	sits_down(t, "priya");
}

static void keys(struct tale *t, const char *what)
{
	stage_keys(t->st, what);
}

static void type(struct tale *t, const char *what)
{
	stage_type(t->st, what);
}

static void shows(struct tale *t, const char *what)
{
	stage_shows(t->st, what);
}

static void hides(struct tale *t, const char *what)
{
	stage_hides(t->st, what);
}

static void stands(struct tale *t, const char *what)
{
	stage_stands(t->st, what);
}

static void place(struct tale *t, const char *what)
{
	if (strcmp(stage_place(t->st), what) != 0)
		fail_msg("%s:%d: it is %s, not %s", t->name, t->line, stage_place(t->st), what);
}

static void golden(struct tale *t, const char *what)
{
	stage_golden(t->st, what);
}

/* "signposts words" */
static void file(struct tale *t, const char *what)
{
	const char *words = strchr(what, ' ');
	struct export_options how = { .from = DAY_NONE,
		                      .to = DAY_NONE,
		                      .to_whom = "our own spreadsheet",
		                      .purpose = PURPOSE_KEEP };
	struct export_done done;

	assert_non_null(words);
	how.path = arena_printf(&t->w->arena, "%s/file", t->folder);
	how.what = (enum column_table)words_find(&column_tables,
	                                         (struct str){ what, (size_t)(words - what) });
	assert_int_not_equal(how.what, COLUMNS_NONE);
	if (casework_export(t->w->session, &how, NULL, &t->w->arena, &done) != OK)
		fail_msg("%s", session_fault(t->w->session));
	if (!strstr(text_of(t, how.path), words + 1))
		fail_msg("%s:%d: not in the file: %s\n%s", t->name, t->line, words + 1,
		         text_of(t, how.path));
	unlink(how.path);
}

static const struct {
	const char *word;
	void (*does)(struct tale *t, const char *what);
	bool looks; /* at what came of it */
} steps[] = {
	{ "keys", keys, false },  { "type", type, false },    { "shows", shows, true },
	{ "hides", hides, true }, { "stands", stands, true }, { "place", place, true },
	{ "days", days, false },  { "as", sits_down, false }, { "is", is, true },
	{ "paper", paper, true }, { "golden", golden, true }, { "file", file, true },
};

/* Whether a look was taken; fails on a word that is none. */
static bool step(struct tale *t, const char *line)
{
	size_t n = strcspn(line, " ");
	const char *what = line[n] ? line + n + 1 : line + n;

	for (size_t i = 0; i < COUNT_OF(steps); i++) {
		if (strlen(steps[i].word) == n && memcmp(steps[i].word, line, n) == 0) {
			steps[i].does(t, what);
			return steps[i].looks;
		}
	}
	fail_msg("%s:%d: %s", t->name, t->line, line);
	return false;
}

void tale_tell(struct tale *t, const char *name, const char *lines)
{
	struct str rest = str_of(lines), line;
	int n_steps = 1, n_looks = 1;

	t->name = name;
	t->line = 0;
	while (str_cut(&rest, '\n', &line)) {
		const char *text = arena_printf(&t->w->arena, "%.*s", (int)line.n, line.at);

		t->line++;
		if (line.n == 0 || *text == '#')
			continue;
		if (strncmp(text, "== ", 3) == 0) {
			if (n_steps == 0 || n_looks == 0)
				fail_msg("%s:%d: the part before this does or sees nothing", name,
				         t->line);
			print_message("%s:%d: %s\n", name, t->line, text + 3);
			n_steps = n_looks = 0;
			continue;
		}
		if (step(t, text))
			n_looks++;
		else
			n_steps++;
	}
	assert_true(n_steps > 0 && n_looks > 0);
}

void tale_play(struct tale *t, const char *name)
{
	tale_tell(t, name, text_of(t, script(t, name, ".keys")));
}

bool tale_has_part(struct tale *t, const char *name, const char *part)
{
	const char *heading = arena_printf(&t->w->arena, "\n== %s\n", part);

	return strstr(text_of(t, script(t, name, ".keys")), heading) != NULL;
}
