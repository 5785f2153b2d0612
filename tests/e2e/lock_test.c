/*
 * The lock in a real terminal: from the moment it falls nothing of what stood there is sent any more,
 * whichever screen it was (T46); and the passphrase brings back what was open.
 */
#include "test.h"

#include "jane_months.h"
#include "program.h"
#include "vt.h"

#include "base/attr.h"
#include "desk.h"
#include "screens.h"
#include "term/curses.h"

#include <string.h>

static const char *const needles[] = { "zanzibar", "Carter",   "Janie", "1981",     "07700",
	                               "partner",  "Margaret", "Rosa",  "Riverside" };

/* Runs in the terminal: the desk on that screen, with Jane in the file. */
static int desk_on(void *arg)
{
	const struct screen_ops *where = arg;
	struct workplace *w = workplace_open();
	struct person_id jane = jane_after_months(w);
	const struct visit today = { .where = &today_screen };
	const struct visit v = { .where = where, .id = { jane.n, 1 }, .text = "money" };
	const struct curses_options how = { .sync = true };
	struct desk d = { .session = w->session, .term = term_curses(&how), .today = DAY_NONE };
	bool opened;

	if (d.term->open(d.term) != OK)
		return 1;
	opened = desk_open(&d, &v) == OK;
	if (desk_run(&d, opened ? &v : &today) != OK)
		return 1;
	d.term->close(d.term);
	d.session = d.waiting = NULL;
	desk_done(&d);
	term_curses_free(d.term);
	workplace_close(w);
	return 0;
}

static void sends_nothing_since(struct vt *v, size_t from, const char *where)
{
	size_t n;
	const char *raw = vt_raw(v, &n);

	for (size_t i = 0; i < COUNT_OF(needles); i++)
		if (memmem(raw + from, n - from, needles[i], strlen(needles[i])))
			fail_msg("%s: sent after the lock: %s", where, needles[i]);
}

static void lock_on(const struct screen_ops *where)
{
	struct vt *v = vt_start_child(desk_on, (void *)(uintptr_t)where, &(struct vt_options){ 0 });
	size_t from;

	vt_wait(v, "clew");
	vt_sync(v);
	vt_type(v, "zanzibar");
	vt_sync(v);
	vt_raw(v, &from);
	vt_key(v, "Ctrl-G");
	vt_sync(v);
	assert_true(vt_shows(v, "Locked. Your work is kept."));
	vt_resize(v, 30, 100);
	vt_key(v, "Ctrl-L");
	vt_paste(v, "one two");
	vt_key(v, "Esc");
	vt_resize(v, 24, 80);
	vt_sync(v);
	sends_nothing_since(v, from, where->name);
	for (size_t i = 0; i < COUNT_OF(needles); i++)
		if (vt_shows(v, needles[i]))
			fail_msg("%s: on the screen behind the lock: %s", where->name, needles[i]);
	vt_end(v);
}

/* T46. */
static void lock__sends_nothing_of_any_screen(void **state)
{
	UNUSED_STATE;
	if (!vt_there())
		skip();
	for (size_t i = 0; i < screens_count; i++)
		if (screens_all[i] != &lock_screen && screens_all[i] != &sign_in_screen &&
		    screens_all[i] != &conflict_screen)
			lock_on(screens_all[i]);
}

/* ---- with a passphrase ---- */

static void lock__the_passphrase_brings_back_what_was_open(void **state)
{
	static const char *const arguments[] = { "--as", "priya", NULL };
	struct program at;
	struct vt *v;
	size_t from;

	UNUSED_STATE;
	if (!vt_there())
		skip();
	program_begin(&at, CLEW_PROGRAM);
	program_init(&at, "no");
	v = program_start(&at, PROGRAM_PASSPHRASE "\n", arguments, &(struct vt_options){ 0 });
	vt_wait(v, "Today");
	vt_key(v, "g");
	vt_key(v, "n");
	vt_type(v, "Her sister zanzibar rang");
	vt_sync(v);
	vt_raw(v, &from);
	vt_key(v, "Ctrl-G");
	vt_sync(v);
	assert_true(vt_shows(v, "Priya: passphrase"));
	assert_true(vt_shows(v, "Somebody else: Enter."));
	sends_nothing_since(v, from, "note");
	vt_type(v, "quiet lantern");
	vt_key(v, "Enter");
	vt_sync(v);
	assert_true(vt_shows(v, "Locked. Your work is kept."));
	assert_false(vt_shows(v, "zanzibar"));
	vt_key(v, "Enter"); /* somebody else, who then does not */
	vt_sync(v);
	assert_true(vt_shows(v, "Priya Shah"));
	assert_false(vt_shows(v, "zanzibar"));
	vt_key(v, "Esc");
	vt_sync(v);
	assert_true(vt_shows(v, "Priya: passphrase"));
	sends_nothing_since(v, from, "sign-in");
	vt_type(v, "quiet lantern harbour");
	vt_key(v, "Enter");
	vt_wait(v, "Her sister zanzibar rang");
	vt_type(v, " twice");
	vt_sync(v);
	assert_true(vt_shows(v, "Her sister zanzibar rang twice"));
	vt_end(v);
	program_end(&at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lock__sends_nothing_of_any_screen),
		cmocka_unit_test(lock__the_passphrase_brings_back_what_was_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
