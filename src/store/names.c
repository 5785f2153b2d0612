#include "names.h"

#include "handle.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

#define SOUND_ROOM 16

struct names {
	int64_t version; /* of the file, as other connections have changed it */
	size_t n, room;
	uint32_t *begin; /* of each in text */
	char (*sound)[SOUND_ROOM];
	struct buf text; /* each ended by NUL */
};

/*
 * How a name sounds, roughly: first letter as it is spoken, then its consonants in classes of what
 * is easily misheard, doubled ones once. Catherine and Kathryn are the same, so are Smyth and Smith.
 */
static char first_sound(char c)
{
	switch (c) {
	case 'c':
	case 'q':
		return 'k';
	case 'z':
		return 's';
	case 'j':
		return 'g';
	default:
		return c;
	}
}

static char sound_class(const char *at)
{
	static const char class_of[] = "_123_12__22455_12623_1_2_2"; /* a to z; _ is not heard */

	return at[0] == 'p' && at[1] == 'h' ? '1' : class_of[at[0] - 'a'];
}

static void sound_of(const char *name, char *out, size_t room)
{
	size_t n = 0;
	char last = 0;

	for (; *name && n + 1 < room; name++) {
		char class;

		if (*name < 'a' || *name > 'z')
			continue;
		class = sound_class(name);
		if (n == 0)
			out[n++] = strncmp(name, "ph", 2) == 0 ? 'f' : first_sound(*name);
		else if (class != '_' && class != last)
			out[n++] = class;
		if (*name != 'h' && *name != 'w')
			last = class;
	}
	out[n] = '\0';
}

/* ---- in memory ---- */

void names_forget(struct store *st)
{
	if (st->names)
		buf_done(&st->names->text);
	st->names = NULL;
	arena_reset(&st->names_arena);
}

static enum status number_of(struct store *st, const char *sql, const char *column, int64_t *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, sql);

	if (rc != OK)
		return rc;
	rc = stmt_step(st, q, &row);
	if (rc == OK)
		*ret = row ? stmt_int(q, column) : 0;
	stmt_release(q);
	return rc;
}

static enum status version_of(struct store *st, int64_t *ret)
{
	return number_of(st, SQL("PRAGMA data_version"), "data_version", ret);
}

static void keep(struct names *names, struct str token)
{
	char *sound = names->sound[names->n];
	const char *at;

	names->begin[names->n++] = (uint32_t)names->text.n;
	buf_add(&names->text, token);
	buf_putc(&names->text, '\0');
	at = buf_text(&names->text) + names->begin[names->n - 1];
	if (*at >= 'a' && *at <= 'z')
		sound_of(at, sound, SOUND_ROOM);
}

static enum status load(struct store *st, struct names *names)
{
	sqlite3_stmt *q = NULL;
	int64_t room = 0;
	bool row;
	enum status rc = version_of(st, &names->version);

	if (rc == OK)
		rc = number_of(st, SQL("SELECT count(*) AS n FROM name_token"), "n", &room);
	if (rc == OK)
		rc = stmt_borrow(st, &q,
		                 SQL("SELECT token FROM name_token ORDER BY people DESC, token"));
	if (rc != OK)
		return rc;
	names->room = (size_t)room;
	names->begin = ARENA_ARRAY(&st->names_arena, names->room, uint32_t);
	names->sound = arena_alloc_array(&st->names_arena, names->room, SOUND_ROOM);
	while ((rc = stmt_step(st, q, &row)) == OK && row && names->n < names->room)
		keep(names, stmt_str(q, "token"));
	stmt_release(q);
	return rc;
}

enum status names_read(struct store *st, const struct names **ret)
{
	int64_t version = 0;
	enum status rc = st->names ? version_of(st, &version) : OK;

	if (rc == OK && st->names && st->names->version != version)
		names_forget(st);
	if (rc == OK && !st->names) {
		st->names = ARENA_NEW(&st->names_arena, struct names);
		rc = load(st, st->names);
	}
	if (rc != OK)
		names_forget(st);
	else
		*ret = st->names;
	return rc;
}

/* ---- looked through ---- */

static const char *name_at(const struct names *names, size_t i)
{
	return names->text.at + names->begin[i];
}

/* Which name has that byte of the text; not before from. */
static size_t name_of(const struct names *names, size_t from, size_t byte)
{
	size_t end = names->n;

	while (end - from > 1) {
		size_t middle = from + (end - from) / 2;

		if (names->begin[middle] <= byte)
			from = middle;
		else
			end = middle;
	}
	return from;
}

struct name_list names_with(const struct names *names, struct str word, size_t most,
                            struct arena *a)
{
	struct name_list list = { 0 };

	for (size_t i = 0; i < names->n && list.n < most; i++) {
		size_t from = names->begin[i];
		const char *hit =
			memmem(names->text.at + from, names->text.n - from, word.at, word.n);

		if (!hit)
			break;
		i = name_of(names, i, (size_t)(hit - names->text.at));
		if (hit > name_at(names, i))
			*ARENA_PUSH(a, &list) = name_at(names, i);
	}
	return list;
}

struct name_list names_sounding(const struct names *names, const char *word, size_t most,
                                struct arena *a)
{
	struct name_list list = { 0 };
	char wanted[SOUND_ROOM];

	sound_of(word, wanted, sizeof(wanted));
	for (size_t i = 0; wanted[0] && i < names->n && list.n < most; i++)
		if (strcmp(names->sound[i], wanted) == 0)
			*ARENA_PUSH(a, &list) = name_at(names, i);
	return list;
}
