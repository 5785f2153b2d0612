#include "base/die.h"

#include "test.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void restore(void)
{
	(void)!write(STDERR_FILENO, "[restored]", 10);
	die("again"); /* must not come back here */
}

static void die__restores_once_and_says_why(void **state)
{
	struct rlimit no_core = { 0, 0 };
	char said[256] = { 0 };
	int ends[2], status = 0;
	ssize_t n;
	size_t used = 0;
	pid_t pid;

	UNUSED_STATE;
	assert_int_equal(pipe(ends), 0);
	pid = fork();
	if (pid == 0) {
		dup2(ends[1], STDERR_FILENO);
		signal(SIGABRT, SIG_DFL);
		setrlimit(RLIMIT_CORE, &no_core);
		die_callback(restore);
		die("row %d", 7);
	}
	close(ends[1]);
	while ((n = read(ends[0], said + used, sizeof(said) - 1 - used)) > 0)
		used += (size_t)n;
	close(ends[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
	assert_string_equal(said, "[restored]clew: again\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(die__restores_once_and_says_why),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
