#include "service_pool.h"

#include "handle.h"

#include "base/buf.h"
#include "base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define WORDS_MOST 8

/* ---- in which column ---- */

#define INTO "clew services"

/* Where the rows that are found are written down: they come by id. */
struct found_into {
	const struct service_index *index;
	uint8_t *tier;
	size_t at;
};

/* 1 name, 2 organisation, 3 tags, 4 description: of the word that was found furthest back. */
static int furthest(const Fts5ExtensionApi *api, Fts5Context *fts)
{
	int words = api->xPhraseCount(fts), most = 0;

	for (int i = 0; i < words; i++) {
		Fts5PhraseIter iter;
		int column = -1;

		if (api->xPhraseFirstColumn(fts, i, &iter, &column) == SQLITE_OK && column > most)
			most = column;
	}
	return 1 + most;
}

/* found_in(service_text, into): writes down each row and wants none, so that thousands are one step. */
static void found_in(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *context, int n,
                     sqlite3_value **values)
{
	struct found_into *into = n == 1 ? sqlite3_value_pointer(values[0], INTO) : NULL;
	int64_t id = api->xRowid(fts);

	sqlite3_result_int(context, 0);
	if (!into)
		return;
	if (into->at > 0 && into->index->at[into->at - 1].id.n >= id)
		into->at = 0;
	while (into->at < into->index->n && into->index->at[into->at].id.n < id)
		into->at++;
	if (into->at < into->index->n && into->index->at[into->at].id.n == id)
		into->tier[into->at] = (uint8_t)furthest(api, fts);
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
	int before[SPELT_LETTERS + 1], last[SPELT_LETTERS + 1], row[SPELT_LETTERS + 1], best = 0;

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

		if (word.n > SPELT_LETTERS || word.n + (size_t)most < typed.n)
			continue;
		far = away(typed, word, most);
		if (far <= most)
			keep(ret, word, far, abs((int)word.n - (int)typed.n));
	}
	stmt_release(q);
	return rc;
}

/* Letters that sound alike at the beginning of a word: karers, jardening. */
static char sounds_like(char c)
{
	static const char pairs[] = "kcckfppfjggjsccszs";

	for (size_t i = 0; i + 1 < sizeof(pairs); i += 2)
		if (pairs[i] == c)
			return pairs[i + 1];
	return '\0';
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

/*
 * What stands in no entry, but nearly: the beginning is right, or its first two letters are swapped,
 * or the first one sounds like another.
 */
static enum status spelt_nearly(struct store *st, struct str word, struct arena *a,
                                struct spelt *ret)
{
	bool begins = false;
	enum status rc;

	ret->n = 0;
	if (word.n < 4 || word.n > SPELT_LETTERS || !letters_only(word))
		return OK;
	rc = any_begins(st, arena_str(a, word), a, &begins);
	if (rc != OK || begins)
		return rc;
	rc = spelt_from(st, word, word.at[0], a, ret);
	if (rc == OK && ret->n == 0 && word.at[1] != word.at[0])
		rc = spelt_from(st, word, word.at[1], a, ret);
	if (rc == OK && ret->n == 0 && sounds_like(word.at[0]) != '\0')
		rc = spelt_from(st, word, sounds_like(word.at[0]), a, ret);
	while (ret->n > 1 && !as_near(ret, ret->n - 1))
		ret->n--;
	return rc;
}

/* ---- where it stands ---- */

static void add_word(struct buf *match, struct str word)
{
	buf_putc(match, '"');
	for (size_t i = 0; i < word.n; i++)
		buf_putc(match, word.at[i] == '"' ? ' ' : word.at[i]);
	buf_puts(match, "\"*");
}

/* As FTS5 reads it: the word as a beginning, or those that it stands for. */
static const char *match_of(struct str word, const struct spelt *spelt, struct arena *a)
{
	struct buf match = { 0 };
	const char *text;

	if (spelt->n == 0)
		add_word(&match, word);
	for (size_t i = 0; i < spelt->n; i++) {
		if (i > 0)
			buf_puts(&match, " OR ");
		add_word(&match, str_of(spelt->at[i].word));
	}
	text = arena_strdup(a, buf_text(&match));
	buf_done(&match);
	return text;
}

static enum status find_match(struct store *st, const struct service_index *index,
                              const char *match, uint8_t *tier)
{
	struct found_into into = { .index = index, .tier = tier };
	sqlite3_stmt *q;
	bool row;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT 1 FROM service_text WHERE service_text MATCH"
	                                 " :match AND found_in(service_text, :into)"));

	if (rc != OK)
		return rc;
	memset(tier, 0, index->n);
	sqlite3_bind_pointer(q, sqlite3_bind_parameter_index(q, ":into"), &into, INTO, NULL);
	stmt_bind_text(q, ":match", match);
	rc = stmt_step(st, q, &row);
	stmt_release(q);
	return rc;
}

static struct service_word *word_held(const struct service_index *index, struct str word)
{
	for (size_t i = 0; i < WORDS_HELD; i++)
		if (word.n > 0 && str_is(word, index->held->word[i].text))
			return &index->held->word[i];
	return NULL;
}

/* One that lasts; for what is too long, one that lasts as long as a. */
static struct service_word *word_room(const struct service_index *index, struct str word,
                                      struct arena *a)
{
	struct services_held *held = index->held;
	struct service_word *x;

	if (word.n < sizeof(x->text))
		return &held->word[held->next++ % WORDS_HELD];
	x = ARENA_NEW(a, struct service_word);
	x->tier = ARENA_ARRAY(a, index->n + 1, uint8_t);
	return x;
}

static enum status word_find(struct store *st, const struct service_index *index, struct str word,
                             struct arena *a, const struct service_word **ret)
{
	struct service_word *x = word_held(index, word);
	enum status rc;

	if (x) {
		*ret = x;
		return OK;
	}
	x = word_room(index, word, a);
	x->text[0] = '\0';
	rc = spelt_nearly(st, word, a, &x->spelt);
	if (rc == OK)
		rc = find_match(st, index, match_of(word, &x->spelt, a), x->tier);
	if (rc != OK)
		return rc;
	if (word.n < sizeof(x->text)) {
		memcpy(x->text, word.at, word.n);
		x->text[word.n] = '\0';
	}
	*ret = x;
	return OK;
}

/* ---- all of a text ---- */

static const char *listed(const char *text, const char *more, struct arena *a)
{
	return *text ? arena_printf(a, "%s, %s", text, more) : arena_strdup(a, more);
}

/* Signs alone, "&" or a dash, stand in no entry as a word, and are not looked for. */
static bool signs_only(struct str word)
{
	for (size_t i = 0; i < word.n; i++) {
		unsigned char c = (unsigned char)word.at[i];
		bool sign = c < 0x80 ? !isalnum(c) : c < 0xC0 || c == 0xC2 || c == 0xE2;

		if (!sign)
			return false;
	}
	return true;
}

/* What one word leaves of what the others have found. */
static void narrow(struct service_pool *pool, const struct service_word *x)
{
	uint8_t *found = pool->found;

	for (size_t i = 0; i < pool->index->n; i++) {
		uint8_t tier = x->tier[i];

		tier = tier > found[i] ? tier : found[i];
		found[i] = x->tier[i] && found[i] ? tier : 0;
	}
}

enum status words_narrow(struct store *st, const char *text, struct service_pool *pool,
                         struct arena *a)
{
	struct str rest = str_of(text_fold(str_of(text), a)), word;
	const struct service_word *x;
	enum status rc = OK;
	size_t n = 0;
	bool any = false, some = false;

	while (rc == OK && n < WORDS_MOST && str_cut(&rest, ' ', &word)) {
		any = any || word.n > 0;
		if (signs_only(word))
			continue;
		some = true;
		n++;
		rc = word_find(st, pool->index, word, a, &x);
		if (rc != OK)
			break;
		narrow(pool, x);
		if (x->spelt.n > 0)
			pool->missing = listed(pool->missing, arena_str(a, word), a);
		for (size_t i = 0; i < x->spelt.n; i++)
			pool->instead = listed(pool->instead, x->spelt.at[i].word, a);
	}
	if (rc == OK && any && !some)
		memset(pool->found, 0, pool->index->n);
	return rc;
}
