/*
 * Jane's story in the real program, in a real terminal, on a practice file: the cursor is where the
 * eye should be, a kill loses nothing, and the terminal is clean afterwards.
 */
#include "test.h"

#include "program.h"
#include "story.h"
#include "vt.h"

#include "base/attr.h"
#include "base/clock.h"

#include <poll.h>
#include <signal.h>
#include <sys/stat.h>

static struct program at;

static struct vt *sit_down(const char *today, const struct vt_options *options)
{
	const char *const arguments[] = { "--as", "priya", "--today", today, NULL };
	struct vt *v = program_start(&at, PROGRAM_PASSPHRASE "\n", arguments, options);

	vt_wait(v, "Today");
	vt_sync(v);
	return v;
}

/* Leave by q: the terminal is as it was, with nothing of anybody on it. */
static void leave(struct vt *v)
{
	vt_key(v, "g");
	vt_key(v, "t");
	vt_key(v, "q");
	vt_key(v, "y");
	assert_int_equal(vt_exit_status(v), 0);
	assert_false(vt_shows(v, "Carter"));
	assert_false(vt_shows(v, "Today"));
	vt_end(v);
}

static int begin(void **state)
{
	const char *import[] = { "--as", "priya", "import", "services", NULL, NULL };

	UNUSED_STATE;
	if (!vt_there())
		return 0;
	program_begin(&at, CLEW_PROGRAM);
	program_init(&at, "no");
	import[4] = program_file(&at, "services.csv", story_services);
	program_run(&at, PROGRAM_PASSPHRASE "\n", import, 0);
	return 0;
}

static int end(void **state)
{
	UNUSED_STATE;
	program_end(&at);
	return 0;
}

static void needs_a_terminal(void)
{
	if (!vt_there())
		skip();
}

static void story__referred_and_rung(void **state)
{
	struct story_desk d;
	struct vt *v;

	UNUSED_STATE;
	needs_a_terminal();
	v = sit_down("2026-11-23", &(struct vt_options){ 0 });
	d = story_in_terminal(v);
	story_is_referred(&d);
	story_is_rung(&d);
	leave(v);
}

/* What is half done is kept by itself, soon after the last key: written, and the journal empty. */
static void wait_until_written(const struct stat *before)
{
	int64_t until = clock_boot_ms() + 20000;
	struct stat now = *before, journal = { 0 };

	while ((now.st_mtim.tv_sec == before->st_mtim.tv_sec &&
	        now.st_mtim.tv_nsec == before->st_mtim.tv_nsec) ||
	       journal.st_size > 0) {
		assert_true(clock_boot_ms() < until);
		poll(NULL, 0, 20);
		assert_int_equal(stat(at.file, &now), 0);
		assert_int_equal(stat(program_file(&at, "case.db-journal", NULL), &journal), 0);
	}
}

/* Hung up on and killed in the middle of her words: what was typed is there, and so is the place in the form. */
static void story__killed_in_the_middle_of_a_form(void **state)
{
	struct stat before;
	struct story_desk d;
	struct vt *v;

	UNUSED_STATE;
	needs_a_terminal();
	v = sit_down("2026-11-23", &(struct vt_options){ 0 });
	d = story_in_terminal(v);
	d.keys(v, ": c a r t Enter c 1");
	d.type(v, "She said that the rent");
	vt_signal(v, SIGHUP);
	assert_int_equal(vt_exit_status(v), 0);
	vt_end(v);
	v = sit_down("2026-11-23", &(struct vt_options){ 0 });
	d = story_in_terminal(v);
	d.shows(v, "Contact begun");
	d.keys(v, ": c a r t Enter c");
	d.shows(v, "As you left it");
	d.stands(v, "She said that the rent");
	stat(at.file, &before);
	d.type(v, " is due");
	wait_until_written(&before);
	vt_signal(v, SIGKILL);
	assert_int_equal(vt_exit_status(v), 128 + SIGKILL);
	vt_end(v);
	v = sit_down("2026-11-23", &(struct vt_options){ 0 });
	d = story_in_terminal(v);
	d.keys(v, ": c a r t Enter c");
	d.stands(v, "She said that the rent is due");
	d.keys(v, "Ctrl-S");
	d.shows(v, "Saved.");
	leave(v);
}

static void story__assessed_and_planned(void **state)
{
	struct story_desk d;
	struct vt *v;

	UNUSED_STATE;
	needs_a_terminal();
	v = sit_down("2026-11-24", &(struct vt_options){ 0 });
	d = story_in_terminal(v);
	story_is_assessed(&d);
	story_has_a_plan(&d);
	d.keys(v, "g t");
	story_call_is_done(&d);
	story_is_found(&d);
	leave(v);
}

/* The day that was asked for holds for whoever signs in, and again behind the lock. */
static void story__the_day_holds_through_sign_in_and_lock(void **state)
{
	const char *const arguments[] = { "--today", "2026-11-24", NULL };
	struct story_desk d;
	struct vt *v;

	UNUSED_STATE;
	needs_a_terminal();
	v = program_start(&at, PROGRAM_PASSPHRASE "\n", arguments, &(struct vt_options){ 0 });
	d = story_in_terminal(v);
	vt_wait(v, "Priya Shah");
	d.type(v, "quiet lantern harbour");
	d.keys(v, "Enter");
	vt_wait(v, "Tue 24 November");
	d.shows(v, "not today’s date");
	d.keys(v, "Ctrl-G");
	d.hides(v, "Carter");
	d.type(v, "quiet lantern harbour");
	d.keys(v, "Enter");
	vt_wait(v, "Tue 24 November");
	leave(v);
}

static void story__without_colour_and_on_a_vt220(void **state)
{
	static const char *const plain[] = { "NO_COLOR=1", NULL };
	struct story_desk d;
	struct vt *v;

	UNUSED_STATE;
	needs_a_terminal();
	v = sit_down("2026-11-24", &(struct vt_options){ .term = "vt220", .env = plain });
	d = story_in_terminal(v);
	d.keys(v, ": c a r t Enter");
	d.shows(v, "! no voicemail");
	for (int row = 0; row < 24; row++)
		for (int column = 0; column < 80; column++)
			assert_int_equal(vt_cell(v, row, column).fore, -1);
	story_worries(&d);
	story_dies(&d);
	story_did_not_die(&d);
	leave(v);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(story__referred_and_rung),
		cmocka_unit_test(story__killed_in_the_middle_of_a_form),
		cmocka_unit_test(story__assessed_and_planned),
		cmocka_unit_test(story__the_day_holds_through_sign_in_and_lock),
		cmocka_unit_test(story__without_colour_and_on_a_vt220),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
