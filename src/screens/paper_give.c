#include "paper_state.h"
#include "screens.h"

#include "base/file.h"
#include "base/printer.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/blank.h"
#include "paper/paper.h"

#include <string.h>

#define READ_COLUMNS 60

/* How it is handed out, by digit. */
enum how { AS_TEXT = '1', AS_PAGE, AS_LARGE, AS_CONTRAST, AS_PRINTED, AS_READ };

void paper_ask_how(struct screen *s)
{
	const char *printer = s->desk->printer;

	paper_ask(s, PAPER_ASKED_HOW,
	          text_empty(printer)
	                  ? _("1 text  2 page (HTML)  3 large  4 high contrast  6 read it out")
	                  : _("1 text  2 page (HTML)  3 large  4 high contrast  5 print  6 read "
	                      "out"),
	          text_empty(printer) ? "12346" : "123456", NULL);
}

static bool is_page(char how)
{
	return how == AS_PAGE || how == AS_LARGE || how == AS_CONTRAST;
}

/* "plan-CL-000412-2026-11-23.html": no name in it. */
static const char *file_name(struct screen *s, struct arena *a)
{
	const struct paper_state *p = s->state;
	const char *what = words_word(&documents, (int)p->release.paper.document);
	const char *ref = p->blank ? "blank" : p->release.strip.ref;

	return arena_printf(a, "%s-%s-%s.%s", what ? what : "checklist", ref,
	                    day_iso(screen_session(s)->today, a), is_page(p->how) ? "html" : "txt");
}

/* ---- on record ---- */

static enum status record(struct screen *s)
{
	struct paper_state *p = s->state;

	p->said = "";
	if (p->blank)
		return casework_blank_given(screen_session(s), &p->release.paper);
	return casework_released_paper(screen_session(s), &p->release, &s->arena, &p->said);
}

static void say_done(struct screen *s, const char *done)
{
	const struct paper_state *p = s->state;

	if (text_empty(p->said))
		desk_say(s->desk, _("%s It is on record as handed out."), done);
	else
		desk_say(s->desk, "%s %s", done, p->said);
}

/* ---- to a file ---- */

static void make_page(const struct paper_state *p, struct buf *out)
{
	if (is_page(p->how))
		paper_html(&p->release.paper,
		           (struct paper_style){ p->how == AS_LARGE, p->how == AS_CONTRAST }, out);
	else
		paper_text(&p->release.paper, out);
}

/* Made, put on record, and only then there: what could not be recorded leaves no file. */
static enum status put_file(struct screen *s, struct str page, const char *path, struct arena *a)
{
	struct file_put *f = NULL;
	const char *fault = "";
	enum status rc = file_put_open(path, FILE_KEEP_EXISTING, a, &f, &fault);

	if (rc == OK && file_put_write(f, page) == OK) {
		rc = record(s);
		if (rc != OK) {
			file_put_drop(f);
			desk_say_fault(s->desk);
			return rc;
		}
	}
	if (f)
		rc = file_put_close(f, a, &fault);
	if (rc != OK)
		desk_say(s->desk, "%s", fault);
	return rc;
}

void paper_take_where(struct screen *s, const char *path)
{
	const struct paper_state *p = s->state;
	struct buf page = { 0 };
	struct arena a = { 0 };

	if (text_empty(path)) {
		desk_say(s->desk, "%s", _("Nothing was written: the page needs a name."));
		return;
	}
	make_page(p, &page);
	if (put_file(s, buf_str(&page), desk_path(s->desk, path, &a), &a) == OK)
		say_done(s, arena_printf(&a, _("Written to %s."), path));
	buf_done(&page);
	arena_reset(&a);
}

/* ---- to the printer: it prints when it was put on record ---- */

static enum status put_printer(struct screen *s, struct str page, struct arena *a)
{
	struct printer *f = NULL;
	const char *fault = "";
	enum status rc = printer_open(s->desk->printer, a, &f, &fault);

	if (rc == OK && printer_write(f, page) == OK) {
		rc = record(s);
		if (rc != OK) {
			printer_drop(f);
			desk_say_fault(s->desk);
			return rc;
		}
	}
	if (f)
		rc = printer_close(f, a, &fault);
	if (rc != OK)
		desk_say(s->desk, "%s", fault);
	return rc;
}

static void print(struct screen *s)
{
	struct buf page = { 0 };
	struct arena a = { 0 };

	make_page(s->state, &page);
	if (put_printer(s, buf_str(&page), &a) == OK)
		say_done(s, _("It is at the printer."));
	buf_done(&page);
	arena_reset(&a);
}

/* ---- read out ---- */

static void read_out(struct screen *s)
{
	struct paper_state *p = s->state;
	struct buf page = { 0 };
	struct str rest, line;

	if (record(s) != OK) {
		desk_say_fault(s->desk);
		return;
	}
	paper_lines(&p->release.paper, READ_COLUMNS, &page);
	rest = str_of(arena_strdup(&s->keep, buf_text(&page)));
	p->rows = (struct paper_rows){ 0 };
	while (str_cut(&rest, '\n', &line))
		*ARENA_PUSH(&s->keep, &p->rows) = arena_str(&s->keep, line);
	buf_done(&page);
	p->read = (struct list_view){ .n = p->rows.n };
	p->reading = true;
	desk_say(s->desk, _("On record as handed out. Read it to them; Esc goes back.%s%s"),
	         text_empty(p->said) ? "" : " ", p->said);
}

void paper_read_put(const struct paper_state *p, struct grid *g)
{
	struct list_view view = p->read;
	struct list_window w = list_window(&view, g->rows);

	for (size_t i = 0; i < w.shown; i++) {
		int row = (int)i;

		if (w.first + i == view.at)
			grid_select(g, row);
		grid_put(g, row, GRID_TEXT, -1, LOOK_PLAIN, p->rows.at[w.first + i]);
	}
	if (w.above > 0 || w.below > 0)
		list_more(g, g->rows - 1, GRID_TEXT, &w);
}

void paper_take_how(struct screen *s, char key)
{
	struct paper_state *p = s->state;
	struct arena a = { 0 };

	p->how = key;
	if (key == AS_PRINTED)
		print(s);
	else if (key == AS_READ)
		read_out(s);
	else
		paper_ask(s, PAPER_ASKED_WHERE, _("Write it to:"), NULL, file_name(s, &a));
	arena_reset(&a);
}
