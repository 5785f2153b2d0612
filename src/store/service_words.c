#include "service_pool.h"

#include "handle.h"

#include "base/buf.h"
#include "base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define WORDS_MOST 8
#define SPELT_MOST 3  /* words that one that nothing has may stand for */
#define LETTERS    24 /* of a word whose spelling is looked at */

/* ---- in which column ---- */

/* 0 name, 1 organisation, 2 tags, 3 description: of the word that was found furthest back. */
static void found_in(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *context, int n,
                     sqlite3_value **values)
{
	int words = api->xPhraseCount(fts), furthest = 0;

	(void)n;
	(void)values;
	for (int i = 0; i < words; i++) {
		Fts5PhraseIter iter;
		int column = -1;

		if (api->xPhraseFirstColumn(fts, i, &iter, &column) == SQLITE_OK && column >= 0 &&
		    column < 4 && column > furthest)
			furthest = column;
	}
	sqlite3_result_int(context, furthest);
}

enum status words_rank_ready(struct store *st)
{
	fts5_api *api = NULL;
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, SQL("SELECT fts5(?1) AS api"));
	bool row;

	if (rc != OK)
		return rc;
	sqlite3_bind_pointer(q, 1, (void *)&api, "fts5_api_ptr", NULL);
	rc = stmt_step(st, q, &row);
	stmt_release(q);
	if (rc == OK && (!api || api->xCreateFunction(api, "found_in", NULL, found_in, NULL)))
		return store_fail(st, E_STORE, "%s", "The full text of this file cannot be read.");
	return rc;
}

/* ---- what is spelt nearly so ---- */

struct spelt {
	size_t n;
	struct {
		char word[LETTERS + 1];
		int away, longer;
	} at[SPELT_MOST];
};

/* How far a typed word may be from one that there is. */
static int most_away(size_t letters)
{
	return letters < 7 ? 1 : letters < 10 ? 2 : 3;
}

static int least(int x, int y)
{
	return x < y ? x : y;
}

/*
 * How many letters must be changed, left out, put in or swapped so that the typed word begins the
 * other one; above `most` as soon as that is sure.
 */
static int away(struct str typed, struct str word, int most)
{
	int before[LETTERS + 1], last[LETTERS + 1], row[LETTERS + 1], best = 0;

	for (size_t j = 0; j <= word.n; j++)
		last[j] = before[j] = (int)j;
	for (size_t i = 1; i <= typed.n; i++) {
		row[0] = best = (int)i;
		for (size_t j = 1; j <= word.n; j++) {
			int same = typed.at[i - 1] == word.at[j - 1] ? 0 : 1;

			row[j] = least(least(last[j] + 1, row[j - 1] + 1), last[j - 1] + same);
			if (i > 1 && j > 1 && typed.at[i - 1] == word.at[j - 2] &&
			    typed.at[i - 2] == word.at[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
			best = least(best, row[j]);
		}
		if (best > most)
			return best;
		memcpy(before, last, sizeof(before));
		memcpy(last, row, sizeof(last));
	}
	return best;
}

/* The nearest first; of these the one whose length is nearest. */
static void keep(struct spelt *list, struct str word, int away, int longer)
{
	size_t at = list->n;

	while (at > 0 && (list->at[at - 1].away > away ||
	                  (list->at[at - 1].away == away && list->at[at - 1].longer > longer)))
		at--;
	if (at == SPELT_MOST)
		return;
	if (list->n < SPELT_MOST)
		list->n++;
	for (size_t i = list->n - 1; i > at; i--)
		list->at[i] = list->at[i - 1];
	list->at[at].away = away;
	list->at[at].longer = longer;
	memcpy(list->at[at].word, word.at, word.n);
	list->at[at].word[word.n] = '\0';
}

static enum status borrow_from(struct store *st, const char *from, char last, struct arena *a,
                               sqlite3_stmt **q)
{
	enum status rc = stmt_borrow(st, q,
	                             SQL("SELECT word FROM service_word"
	                                 " WHERE word >= :from AND word < :to ORDER BY word"));
	char *to = arena_strdup(a, from);

	if (rc != OK)
		return rc;
	to[strlen(to) - 1] = (char)(last + 1);
	stmt_bind_str(*q, ":from", str_of(from));
	stmt_bind_str(*q, ":to", str_of(to));
	return OK;
}

/* Does a word begin so? */
static enum status any_begins(struct store *st, const char *word, struct arena *a, bool *ret)
{
	sqlite3_stmt *q;
	enum status rc = borrow_from(st, word, word[strlen(word) - 1], a, &q);

	if (rc != OK)
		return rc;
	rc = stmt_step(st, q, ret);
	stmt_release(q);
	return rc;
}

static enum status spelt_from(struct store *st, struct str typed, char first, struct arena *a,
                              struct spelt *ret)
{
	const char from[] = { first, '\0' };
	int most = most_away(typed.n);
	sqlite3_stmt *q;
	bool row;
	enum status rc = borrow_from(st, from, first, a, &q);

	if (rc != OK)
		return rc;
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		struct str word = stmt_str(q, "word");
		int far;

		if (word.n > LETTERS || word.n + (size_t)most < typed.n)
			continue;
		far = away(typed, word, most);
		if (far <= most)
			keep(ret, word, far, abs((int)word.n - (int)typed.n));
	}
	stmt_release(q);
	return rc;
}

static bool letters_only(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!isalpha((unsigned char)word.at[i]))
			return false;
	return true;
}

/*
 * Counciling is as far from council as from counselling, but of council it would have only the
 * beginning: nobody meant that.
 */
static bool as_near(const struct spelt *list, size_t at)
{
	return list->at[at].away == list->at[0].away &&
	       list->at[at].longer <= list->at[0].longer + 1;
}

/* What stands in no entry, but nearly: the beginning is right, or its first two letters are not. */
static enum status spelt_nearly(struct store *st, struct str word, struct arena *a,
                                struct spelt *ret)
{
	bool begins = false;
	enum status rc;

	ret->n = 0;
	if (word.n < 4 || word.n > LETTERS || !letters_only(word))
		return OK;
	rc = any_begins(st, arena_str(a, word), a, &begins);
	if (rc != OK || begins)
		return rc;
	rc = spelt_from(st, word, word.at[0], a, ret);
	if (rc == OK && ret->n == 0 && word.at[1] != word.at[0])
		rc = spelt_from(st, word, word.at[1], a, ret);
	while (ret->n > 1 && !as_near(ret, ret->n - 1))
		ret->n--;
	return rc;
}

/* ---- what it matches ---- */

static void add_word(struct buf *match, struct str word)
{
	buf_putc(match, '"');
	for (size_t i = 0; i < word.n; i++)
		buf_putc(match, word.at[i] == '"' ? ' ' : word.at[i]);
	buf_puts(match, "\"*");
}

static const char *listed(const char *text, const char *more, struct arena *a)
{
	return *text ? arena_printf(a, "%s, %s", text, more) : arena_strdup(a, more);
}

static void add_spelt(struct buf *match, const struct spelt *spelt, struct service_pool *pool,
                      struct arena *a)
{
	buf_putc(match, '(');
	for (size_t i = 0; i < spelt->n; i++) {
		if (i > 0)
			buf_puts(match, " OR ");
		add_word(match, str_of(spelt->at[i].word));
		pool->instead = listed(pool->instead, spelt->at[i].word, a);
	}
	buf_putc(match, ')');
}

/* Each word as a beginning: "rent"* "arr"*. */
enum status words_match(struct store *st, const char *text, struct arena *a, const char **match,
                        struct service_pool *pool)
{
	struct str rest = str_of(text_fold(str_of(text), a)), word;
	struct buf all = { 0 };
	enum status rc = OK;
	size_t n = 0;

	while (rc == OK && n < WORDS_MOST && str_cut(&rest, ' ', &word)) {
		struct spelt spelt;

		if (word.n == 0)
			continue;
		buf_puts(&all, n++ == 0 ? "{name organisation tags description} : (" : " AND ");
		rc = spelt_nearly(st, word, a, &spelt);
		if (rc == OK && spelt.n > 0) {
			pool->missing = listed(pool->missing, arena_str(a, word), a);
			add_spelt(&all, &spelt, pool, a);
		} else {
			add_word(&all, word);
		}
	}
	if (n > 0)
		buf_putc(&all, ')');
	*match = arena_strdup(a, buf_text(&all));
	buf_done(&all);
	return rc;
}
