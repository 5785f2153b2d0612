/*
 * Prints clew-keys(7) from the key tables, so that the manual says what the program does.
 */
#include "desk.h"
#include "screens.h"

#include "ui/keys.h"

#include <stdio.h>

/* mdoc reads a leading dot or quote, and a backslash anywhere, as its own. */
static void put_text(const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", stdout);
	for (; *text; text++) {
		if (*text == '\\')
			fputs("\\e", stdout);
		else
			putchar(*text);
	}
}

static void put_table(const struct binding *table)
{
	struct arena a = { 0 };
	struct help_lines lines = { 0 };

	keys_help(table, &a, &lines);
	puts(".Bl -tag -width \"Ctrl-S, F10\" -compact");
	for (size_t i = 0; i < lines.n; i++) {
		fputs(".It \"", stdout);
		put_text(lines.at[i].keys);
		puts("\"");
		put_text(lines.at[i].text);
		putchar('\n');
	}
	puts(".El");
	arena_reset(&a);
}

int main(void)
{
	puts(".\\\" Made from the key tables when clew is built.\n"
	     ".Dd November 22, 2026\n.Dt CLEW-KEYS 7\n.Os\n.Sh NAME\n.Nm clew-keys\n"
	     ".Nd keys of the clew case manager\n.Sh DESCRIPTION\n"
	     "Capitals are the same as small letters.\n"
	     "Nothing is written by one key but a score in the assessment.\n"
	     ".Ss Everywhere");
	put_table(desk_bindings);
	puts(".Ss After g");
	put_table(desk_chords);
	for (size_t i = 0; i < screens_count; i++) {
		const struct screen_ops *s = screens_all[i];

		if (!s->bindings || !s->bindings[0].key)
			continue;
		printf(".Ss %s\n", s->title);
		put_table(s->bindings);
	}
	puts(".Sh SEE ALSO\n.Xr clew 1");
	return 0;
}
