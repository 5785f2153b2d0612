#include "casework/counts.h"

#include "today_items.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/words.h"
#include "casework/nameless.h"
#include "model/due_counts.h"
#include "store/store.h"
#include "vault/digest.h"

#include <limits.h>
#include <stdlib.h>

#define NAME_DIGITS 32
#define DAY_SECONDS ((int64_t)24 * 60 * 60)
#define FILE_MOST   ((size_t)4096)

/* "/home/priya/.local/state/clew/due-1f…": one file for one account at one case file. */
static const char *path_of(const char *folder, const char *file, const char *login, struct arena *a)
{
	char real[PATH_MAX], hex[DIGEST_HEX_ROOM];
	uint8_t sum[DIGEST_BYTES];
	struct digest d;

	digest_init(&d, NULL, "counts  ");
	digest_text(&d, str_of(realpath(file, real) ? real : file));
	digest_text(&d, str_of(login));
	digest_end(&d, sum);
	digest_hex(sum, hex);
	return arena_printf(a, "%s/due-%.*s", folder, NAME_DIGITS, hex);
}

/* ---- writing ---- */

/* As if it were that day: nothing that is done today is done. */
static enum status count_on(struct session *s, day on, size_t *ret)
{
	day today = s->today;
	enum status rc;

	s->today = on;
	rc = today_count(s, ret);
	s->today = today;
	return rc;
}

static enum status count(struct session *s, struct due_counts *ret)
{
	struct due_counts x = { .made_at = s->now, .from = s->today };
	enum status rc = OK;

	for (; rc == OK && x.n < DUE_COUNT_DAYS; x.n++) {
		size_t n = 0;

		rc = count_on(s, s->today + (day)x.n, &n);
		x.count[x.n] = (long)n;
	}
	if (rc == OK)
		*ret = x;
	return rc;
}

static enum status put(const struct due_counts *x, const char *path, struct arena *a)
{
	struct buf text = { 0 };
	struct file_put *f = NULL;
	const char *fault;
	enum status rc = folder_make(path, a, &fault);

	due_counts_write(x, &text);
	if (rc == OK)
		rc = file_put_open(path, FILE_REPLACE, a, &f, &fault);
	/* What fails here is said by closing. */
	if (rc == OK && file_put_write(f, buf_str(&text)) <= OK)
		rc = file_put_close(f, a, &fault);
	buf_done(&text);
	return rc;
}

/* Of a practice file with a day of its own, and of a Desk without a name, nothing is kept. */
static bool keeps(const struct session *s)
{
	return !text_empty(s->counts_in) && s->store && store_path(s->store) && !s->demo &&
	       !s->fixed_today && s->account.id.n != 0 && !session_is_nameless(s);
}

void casework_keep_counts(struct session *s, bool always)
{
	struct due_counts x;
	struct arena a = { 0 };

	if ((!s->counts_moved && !always) || !keeps(s))
		return;
	if (casework_may(s, OP_SEE_TODAY) != OK)
		return;
	s->counts_moved = false;
	/* A number that is not right must not stand: where it cannot be counted, the old one says its age. */
	if (count(s, &x) == OK &&
	    put(&x, path_of(s->counts_in, store_path(s->store), s->account.login, &a), &a) != OK)
		s->fault[0] = '\0';
	arena_reset(&a);
}

/* ---- reading ---- */

static const char *when(int64_t at, day today, struct arena *a)
{
	return arena_printf(a, "%s %s", day_short(clock_day(at), today, a),
	                    minute_text(clock_minute(at), a));
}

enum status casework_due_count(const struct due_count_of *of, struct arena *a, long *ret,
                               const char **since, const char **fault)
{
	const char *path = path_of(of->folder, of->path, of->login, a);
	struct buf text = { 0 };
	struct due_counts x;
	enum status rc = text_empty(of->folder) ? E_NOT_FOUND : file_read(path, FILE_MOST, &text);
	bool whole = rc == OK && due_counts_read(buf_str(&text), &x);

	buf_done(&text);
	if (rc == E_NOT_FOUND) {
		*fault = arena_printf(
			a, _("nothing was counted for %s here yet. It is when they sign in."),
			of->login);
		return E_NOT_FOUND;
	}
	if (!whole) {
		*fault = arena_printf(a, _("%s cannot be read. It is made again when %s signs in."),
		                      path, of->login);
		return E_DAMAGED;
	}
	if (!due_counts_on(&x, of->today, ret)) {
		*fault = arena_printf(a,
		                      _("what was counted for %s is of %s and says nothing of "
		                        "today. It is counted again when they sign in."),
		                      of->login, when(x.made_at, of->today, a));
		return E_NOT_FOUND;
	}
	*since = of->now - x.made_at < DAY_SECONDS
	                 ? ""
	                 : arena_printf(a, _("counted on %s, when %s was last here."),
	                                when(x.made_at, of->today, a), of->login);
	return OK;
}
