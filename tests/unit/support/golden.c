#include "golden.h"

#include "test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"

#include <stdlib.h>

#define GOLDEN_BYTES (1u << 20)

static void update(const char *path, const char *text, struct arena *a)
{
	struct file_put *f = NULL;
	const char *fault = "";

	if (file_put_open(path, FILE_REPLACE, a, &f, &fault) != OK)
		fail_msg("%s", fault);
	assert_int_equal(file_put_write(f, str_of(text)), OK);
	assert_int_equal(file_put_close(f, a, &fault), OK);
}

static int first_difference(struct str a, struct str b)
{
	struct str line_a, line_b;
	int line = 1;

	for (;; line++) {
		bool more_a = str_cut(&a, '\n', &line_a), more_b = str_cut(&b, '\n', &line_b);

		if (more_a != more_b || !more_a || !str_equal(line_a, line_b))
			return line;
	}
}

void golden_check(const char *name, const char *text)
{
	struct arena a = { 0 };
	struct buf golden = { 0 };
	const char *path = arena_printf(&a, CLEW_SOURCE_DIR "/tests/golden/%s.txt", name);

	if (getenv("UPDATE_GOLDEN"))
		update(path, text, &a);
	if (file_read(path, GOLDEN_BYTES, &golden) != OK)
		fail_msg("no golden %s; UPDATE_GOLDEN=1 writes it:\n%s", path, text);
	if (!text_equal(buf_text(&golden), text))
		fail_msg("%s differs from line %d on.\n--- golden\n%s\n--- now\n%s", name,
		         first_difference(buf_str(&golden), str_of(text)), buf_text(&golden), text);
	buf_done(&golden);
	arena_reset(&a);
}
