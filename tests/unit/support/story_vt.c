#include "story.h"

#include "test.h"

#include "vt.h"

#include <stdio.h>
#include <string.h>

static void keys(void *at, const char *keys)
{
	char copy[256], *rest = copy, *key;

	snprintf(copy, sizeof(copy), "%s", keys);
	while ((key = strsep(&rest, " ")))
		if (*key)
			vt_key(at, key);
	vt_sync(at);
}

static void type(void *at, const char *text)
{
	vt_type(at, text);
	vt_sync(at);
}

static void shows(void *at, const char *text)
{
	vt_sync(at);
	if (!vt_shows(at, text)) {
		print_error("%s", vt_text(at));
		fail_msg("not on the screen: %s", text);
	}
}

static void hides(void *at, const char *text)
{
	vt_sync(at);
	if (vt_shows(at, text)) {
		print_error("%s", vt_text(at));
		fail_msg("on the screen, and should not be: %s", text);
	}
}

static void stands(void *at, const char *text)
{
	const char *row;
	size_t length;
	int at_row, column;

	vt_sync(at);
	vt_cursor(at, &at_row, &column);
	row = vt_text(at);
	for (int i = 0; i < at_row; i++)
		row = strchr(row, '\n') + 1;
	length = strcspn(row, "\n");
	if (!memmem(row, length, text, strlen(text))) {
		print_error("%s", vt_text(at));
		fail_msg("the cursor is not at “%s” but in row %d", text, at_row);
	}
}

struct story_desk story_in_terminal(struct vt *v)
{
	return (struct story_desk){ v, keys, type, shows, hides, stands };
}
