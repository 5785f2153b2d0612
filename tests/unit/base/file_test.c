#include "base/file.h"

#include "test.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Each test stands in a fresh folder, under the most open umask there is. */
static struct arena arena;
static char home[PATH_MAX];
static char folder[] = "/tmp/clew-file-XXXXXX";

static int enter(void **state)
{
	UNUSED_STATE;
	memcpy(folder + sizeof(folder) - 7, "XXXXXX", 6);
	umask(0);
	if (!getcwd(home, sizeof(home)) || !mkdtemp(folder))
		return -1;
	return chdir(folder);
}

static int leave(void **state)
{
	char command[] = "rm";
	char *args[] = { command, (char[]){ "-rf" }, folder, NULL };
	pid_t pid;

	UNUSED_STATE;
	arena_reset(&arena);
	if (chdir(home) != 0)
		return -1;
	pid = fork();
	if (pid == 0) {
		execvp(command, args);
		_exit(127);
	}
	return waitpid(pid, NULL, 0) == pid ? 0 : -1;
}

static enum status put(const char *path, enum file_put_how how, const char *text,
                       const char **fault)
{
	struct file_put *f = NULL;
	enum status rc = file_put_open(path, how, &arena, &f, fault);

	if (rc != OK) {
		assert_null(f);
		return rc;
	}
	(void)!file_put_write(f, str_of(text));
	return file_put_close(f, &arena, fault);
}

static void make(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static void assert_holds(const char *path, const char *text)
{
	struct buf b = { 0 };

	assert_int_equal(file_read(path, 1 << 20, &b), OK);
	assert_string_equal(buf_text(&b), text);
	buf_done(&b);
}

static size_t entries(const char *path)
{
	DIR *dir = opendir(path);
	size_t n = 0;

	assert_non_null(dir);
	while (readdir(dir))
		n++;
	closedir(dir);
	return n - 2; /* . and .. */
}

static void file_put__is_private__whatever_the_umask(void **state)
{
	const char *fault = NULL;
	struct stat st;

	UNUSED_STATE;
	assert_int_equal(put("plan.txt", FILE_KEEP_EXISTING, "Ring Ann.\n", &fault), OK);
	assert_int_equal(stat("plan.txt", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_holds("plan.txt", "Ring Ann.\n");
	umask(0777);
	assert_int_equal(put("two.txt", FILE_KEEP_EXISTING, "2", &fault), OK);
	umask(0);
	assert_int_equal(stat("two.txt", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(entries("."), 2);
	assert_null(fault);
}

static void file_put__shows_nothing__before_it_is_closed(void **state)
{
	struct file_put *f = NULL;
	const char *fault;
	struct stat st;
	DIR *dir;

	UNUSED_STATE;
	assert_int_equal(file_put_open("a.csv", FILE_REPLACE, &arena, &f, &fault), OK);
	assert_int_equal(file_put_write(f, STR("half")), OK);
	assert_int_equal(access("a.csv", F_OK), -1);
	dir = opendir(".");
	for (struct dirent *e; (e = readdir(dir));)
		if (stat(e->d_name, &st) == 0 && S_ISREG(st.st_mode))
			assert_int_equal(st.st_mode & 07777, 0600);
	closedir(dir);
	file_put_drop(f);
	file_put_drop(NULL);
	assert_int_equal(entries("."), 0);
}

static void file_put__keeps_what_is_there__unless_told(void **state)
{
	const char *fault = NULL;

	UNUSED_STATE;
	make("a.csv", "old");
	assert_int_equal(put("a.csv", FILE_KEEP_EXISTING, "new", &fault), E_EXISTS);
	assert_string_equal(fault,
	                    "a.csv was not written: there is a file of that name, and it was "
	                    "kept. Choose another name, or say that it may be replaced.");
	assert_holds("a.csv", "old");
	assert_int_equal(put("a.csv", FILE_REPLACE, "new", &fault), OK);
	assert_holds("a.csv", "new");
	assert_int_equal(entries("."), 1);
}

static void file_put__keeps_what_came_meanwhile(void **state)
{
	struct file_put *f = NULL;
	const char *fault = NULL;

	UNUSED_STATE;
	assert_int_equal(file_put_open("a.csv", FILE_KEEP_EXISTING, &arena, &f, &fault), OK);
	make("a.csv", "theirs");
	assert_int_equal(file_put_close(f, &arena, &fault), E_EXISTS);
	assert_non_null(strstr(fault, "it was kept"));
	assert_holds("a.csv", "theirs");
	assert_int_equal(entries("."), 1);
}

static void file_put__follows_no_link__at_its_name(void **state)
{
	static const enum file_put_how hows[] = { FILE_KEEP_EXISTING, FILE_REPLACE };
	const char *fault = NULL;

	UNUSED_STATE;
	make("victim", "safe");
	assert_int_equal(symlink("victim", "link"), 0);
	assert_int_equal(symlink("nowhere", "dangling"), 0);
	for (size_t i = 0; i < COUNT_OF(hows); i++) {
		assert_int_equal(put("link", hows[i], "x", &fault), E_IO);
		assert_non_null(strstr(fault, "link was not written: it is a link"));
		assert_int_equal(put("dangling", hows[i], "x", &fault), E_IO);
	}
	assert_holds("victim", "safe");
	assert_int_equal(access("nowhere", F_OK), -1);
	assert_int_equal(entries("."), 3);
}

static void file_put__follows_no_link__that_came_meanwhile(void **state)
{
	struct file_put *f = NULL;
	const char *fault = NULL;

	UNUSED_STATE;
	make("victim", "safe");
	assert_int_equal(file_put_open("a.csv", FILE_REPLACE, &arena, &f, &fault), OK);
	assert_int_equal(symlink("victim", "a.csv"), 0);
	assert_int_equal(file_put_close(f, &arena, &fault), E_IO);
	assert_holds("victim", "safe");
	assert_int_equal(entries("."), 2);
}

static void file_put__refuses_folders_and_pipes(void **state)
{
	const char *fault = NULL;

	UNUSED_STATE;
	assert_int_equal(mkdir("dir", 0700), 0);
	assert_int_equal(mkfifo("pipe", 0600), 0);
	assert_int_equal(put("dir", FILE_REPLACE, "x", &fault), E_IO);
	assert_non_null(strstr(fault, "dir was not written: it is a folder."));
	assert_int_equal(put("pipe", FILE_REPLACE, "x", &fault), E_IO);
	assert_non_null(strstr(fault, "no ordinary file"));
	assert_int_equal(put("dir/", FILE_REPLACE, "x", &fault), E_IO);
	assert_int_equal(put("dir/..", FILE_REPLACE, "x", &fault), E_IO);
	assert_int_equal(put("", FILE_REPLACE, "x", &fault), E_IO);
	assert_int_equal(put("gone/a", FILE_REPLACE, "x", &fault), E_IO);
	assert_string_equal(fault, "gone/a was not written: No such file or directory. "
	                           "Choose a folder that is there.");
	assert_int_equal(entries("."), 2);
	assert_int_equal(entries("dir"), 0);
}

static void file_put__leaves_other_names_of_a_file_alone(void **state)
{
	const char *fault = NULL;

	UNUSED_STATE;
	make("theirs", "safe");
	assert_int_equal(link("theirs", "ours"), 0);
	assert_int_equal(put("ours", FILE_REPLACE, "new", &fault), OK);
	assert_holds("theirs", "safe");
	assert_holds("ours", "new");
}

static void file_put__goes_through_own_links__on_the_way(void **state)
{
	const char *fault = NULL;
	char path[PATH_MAX];

	UNUSED_STATE;
	assert_int_equal(mkdir("real", 0700), 0);
	assert_int_equal(mkdir("real/deep", 0700), 0);
	assert_int_equal(symlink("real", "way"), 0);
	snprintf(path, sizeof(path), "%s/way", folder);
	assert_int_equal(symlink(path, "far"), 0);
	assert_int_equal(put("far/deep/../deep//a", FILE_KEEP_EXISTING, "x", &fault), OK);
	assert_holds("real/deep/a", "x");
	assert_int_equal(symlink("loop", "loop"), 0);
	assert_int_equal(put("loop/a", FILE_KEEP_EXISTING, "x", &fault), E_IO);
	assert_int_equal(put("real/deep/a/b", FILE_KEEP_EXISTING, "x", &fault), E_IO);
}

static void file_put__follows_no_stranger__on_the_way(void **state)
{
	const char *fault = NULL;

	UNUSED_STATE;
	if (geteuid() != 0)
		skip(); /* only root can make a stranger's link */
	assert_int_equal(mkdir("real", 0700), 0);
	assert_int_equal(symlink("real", "way"), 0);
	assert_int_equal(lchown("way", 65534, 65534), 0);
	assert_int_equal(put("way/a", FILE_REPLACE, "x", &fault), E_IO);
	assert_non_null(strstr(fault, "a link that belongs to somebody else"));
	assert_int_equal(entries("real"), 0);
}

static void swap_for_ever(void)
{
	for (;;) {
		unlink("a.csv");
		(void)!symlink("victim", "a.csv");
		unlink("a.csv");
		(void)!mkdir("a.csv", 0700);
		rmdir("a.csv");
	}
}

static void file_put__is_never_written_through__by_a_swapper(void **state)
{
	pid_t pid;
	size_t done = 0;

	UNUSED_STATE;
	make("victim", "safe");
	pid = fork();
	if (pid == 0)
		swap_for_ever();
	for (int i = 0; i < 2000; i++) {
		const char *fault = NULL;
		enum status rc =
			put("a.csv", i % 2 ? FILE_REPLACE : FILE_KEEP_EXISTING, "x", &fault);

		assert_true(rc == OK || (fault && strstr(fault, "a.csv was not written")));
		done += rc == OK;
	}
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	assert_holds("victim", "safe");
	assert_true(done > 0);
	unlink("a.csv");
	rmdir("a.csv");
	assert_int_equal(entries("."), 1);
}

/* Told to, it puts its own file there, unless there is one; and says which. */
static void rival(int go, int told)
{
	char byte;

	while (read(go, &byte, 1) == 1) {
		for (volatile int spin = 0; spin < byte * 200; spin = spin + 1)
			;
		byte = link("theirs", "a.csv") == 0;
		(void)!write(told, &byte, 1);
	}
	_exit(0);
}

static void file_put__keeps_what_wins_the_race(void **state)
{
	int go[2], told[2];
	pid_t pid;

	UNUSED_STATE;
	make("theirs", "safe");
	assert_int_equal(pipe(go) + pipe(told), 0);
	pid = fork();
	if (pid == 0) {
		close(go[1]);
		rival(go[0], told[1]);
	}
	for (int i = 0; i < 2000; i++) {
		const char *fault = NULL;
		char byte = (char)(i % 100);
		enum status rc;

		assert_int_equal(write(go[1], &byte, 1), 1);
		rc = put("a.csv", FILE_KEEP_EXISTING, "x", &fault);
		assert_int_equal(read(told[0], &byte, 1), 1);
		assert_int_equal(rc, byte ? E_EXISTS : OK);
		assert_int_equal(unlink("a.csv"), 0);
	}
	close(go[1]);
	waitpid(pid, NULL, 0);
	assert_int_equal(entries("."), 1);
}

static void file_put__writes_all_of_it__however_it_comes(void **state)
{
	struct buf all = { 0 }, got = { 0 };
	struct file_put *f = NULL;
	const char *fault;

	UNUSED_STATE;
	for (int i = 0; i < 40000; i++)
		buf_printf(&all, "row %d\r\n", i);
	assert_int_equal(file_put_open("big", FILE_KEEP_EXISTING, &arena, &f, &fault), OK);
	for (size_t i = 0; i < all.n; i += 997)
		assert_int_equal(
			file_put_write(
				f, (struct str){ all.at + i, all.n - i < 997 ? all.n - i : 997 }),
			OK);
	assert_int_equal(file_put_write(f, buf_str(&all)), OK);
	assert_int_equal(file_put_close(f, &arena, &fault), OK);
	assert_int_equal(file_read("big", 2 * all.n, &got), OK);
	assert_int_equal(got.n, 2 * all.n);
	assert_memory_equal(got.at, all.at, all.n);
	assert_memory_equal(got.at + all.n, all.at, all.n);
	buf_done(&all);
	buf_done(&got);
}

static void file_put__leaves_nothing__when_the_disk_gives_out(void **state)
{
	struct rlimit before, small = { 100 * 1024, 0 };
	struct file_put *f = NULL;
	const char *fault = NULL;
	char bytes[64 * 1024] = { 0 };
	enum status rc = OK;

	UNUSED_STATE;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small.rlim_max = before.rlim_max;
	assert_int_equal(file_put_open("big", FILE_KEEP_EXISTING, &arena, &f, &fault), OK);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	for (int i = 0; i < 4; i++)
		rc = file_put_write(f, (struct str){ bytes, sizeof(bytes) });
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(rc, E_IO);
	assert_int_equal(file_put_close(f, &arena, &fault), E_IO);
	assert_string_equal(fault, "big was not written: File too large. "
	                           "Choose another folder or disk.");
	assert_int_equal(entries("."), 0);
}

static void file_put__makes_hostile_names_visible(void **state)
{
	const char *fault = NULL;

	UNUSED_STATE;
	make("a\x1B[31m%n\u202E", "old");
	assert_int_equal(put("a\x1B[31m%n\u202E", FILE_KEEP_EXISTING, "x", &fault), E_EXISTS);
	assert_non_null(strstr(fault, "a<U+001B>[31m%n<U+202E> was not written"));
}

static void file_read__takes_small_regular_files_alone(void **state)
{
	struct buf b = { 0 };

	UNUSED_STATE;
	buf_puts(&b, "before");
	make("five", "12345");
	assert_int_equal(mkfifo("pipe", 0600), 0);
	assert_int_equal(file_read("gone", 9, &b), E_NOT_FOUND);
	assert_int_equal(file_read("five", 4, &b), E_INVALID);
	assert_int_equal(file_read("pipe", 9, &b), E_INVALID);
	assert_int_equal(file_read(".", 9, &b), E_INVALID);
	assert_string_equal(buf_text(&b), "before");
	assert_int_equal(file_read("five", 5, &b), OK);
	assert_string_equal(buf_text(&b), "12345");
	make("none", "");
	assert_int_equal(file_read("none", 0, &b), OK);
	assert_int_equal(b.n, 0);
	buf_done(&b);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(file_put__is_private__whatever_the_umask),
		IN_FOLDER(file_put__shows_nothing__before_it_is_closed),
		IN_FOLDER(file_put__keeps_what_is_there__unless_told),
		IN_FOLDER(file_put__keeps_what_came_meanwhile),
		IN_FOLDER(file_put__follows_no_link__at_its_name),
		IN_FOLDER(file_put__follows_no_link__that_came_meanwhile),
		IN_FOLDER(file_put__refuses_folders_and_pipes),
		IN_FOLDER(file_put__leaves_other_names_of_a_file_alone),
		IN_FOLDER(file_put__goes_through_own_links__on_the_way),
		IN_FOLDER(file_put__follows_no_stranger__on_the_way),
		IN_FOLDER(file_put__is_never_written_through__by_a_swapper),
		IN_FOLDER(file_put__keeps_what_wins_the_race),
		IN_FOLDER(file_put__writes_all_of_it__however_it_comes),
		IN_FOLDER(file_put__leaves_nothing__when_the_disk_gives_out),
		IN_FOLDER(file_put__makes_hostile_names_visible),
		IN_FOLDER(file_read__takes_small_regular_files_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
