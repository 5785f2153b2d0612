#include "store/derive.h"

#include "handle.h"
#include "service_index.h"
#include "service_tokens.h"
#include "stmt.h"

#include "base/attr.h"
#include "base/buf.h"
#include "base/text.h"
#include "model/concerns.h"
#include "model/gist.h"
#include "model/places.h"
#include "store/organisations.h"
#include "store/service_parts.h"
#include "store/services.h"

#include <ctype.h>
#include <string.h>

#define DESCRIPTION_MOST 20000 /* bytes of it that are searched */
#define WORD_LEAST       4     /* letters of a word that may be spelt otherwise */
#define WORD_MOST        24
#define WORDS_OF_ONE     120 /* of one entry */

/* One entry and what hangs on it, as it is searched. */
struct indexed {
	struct change *c;
	struct service x;
	struct organisation provider;
	struct code_list concerns, areas;
	struct service_cost_list costs;
	struct service_place_list places;
	struct service_tag_list tags;
	struct arena a;
};

static enum status forget(struct store *st, const char *sql, struct service_id id)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, sql);

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":service", id.n);
	return stmt_run(st, q);
}

/* ---- words ---- */

static void say(struct buf *text, const char *words)
{
	if (text_empty(words))
		return;
	buf_puts(text, words);
	buf_puts(text, " . ");
}

static void say_place(struct buf *text, const char *name, const char *address, const char *postcode)
{
	say(text, name);
	say(text, address);
	say(text, postcode);
}

/* What else it is found by: other people's words for it, its concerns, where it is, its languages. */
static const char *tags_of(struct indexed *r)
{
	struct buf text = { 0 };
	const char *all;

	for (size_t i = 0; i < r->tags.n; i++)
		say(&text, r->tags.at[i].name);
	for (size_t i = 0; i < r->concerns.n; i++)
		say(&text, concern_label(r->concerns.at[i], &r->a));
	say_place(&text, r->x.place_name, r->x.address, r->x.postcode);
	for (size_t i = 0; i < r->places.n; i++)
		say_place(&text, r->places.at[i].name, r->places.at[i].address,
		          r->places.at[i].postcode);
	for (size_t i = 0; i < r->areas.n; i++)
		say(&text, area_name(r->areas.at[i], &r->a));
	say(&text, r->x.languages);
	all = arena_strdup(&r->a, buf_text(&text));
	buf_done(&text);
	return all;
}

static const char *joined(const char *x, const char *y, struct arena *a)
{
	if (text_empty(y) || text_equal(x, y))
		return x;
	return text_empty(x) ? y : arena_printf(a, "%s . %s", x, y);
}

/* Was the word written in this change? Thousands of services say the same few thousand words. */
static bool written_before(struct store *st, struct str word)
{
	uint64_t hash = 0xcbf29ce484222325u, *slot;

	for (size_t i = 0; i < word.n; i++)
		hash = (hash ^ (unsigned char)word.at[i]) * 0x100000001b3u;
	slot = &st->words[hash % COUNT_OF(st->words)];
	if (*slot == hash)
		return true;
	*slot = hash;
	return false;
}

static enum status write_words(struct change *c, const char *text, struct arena *a)
{
	struct str rest = str_of(text_fold(str_of(text), a)), word;
	enum status rc = OK;
	size_t n = 0;

	while (rc == OK && n < WORDS_OF_ONE && str_cut(&rest, ' ', &word)) {
		sqlite3_stmt *q;

		while (word.n > 0 && ispunct((unsigned char)word.at[word.n - 1]))
			word.n--;
		if (word.n < WORD_LEAST || word.n > WORD_MOST ||
		    isdigit((unsigned char)word.at[0]) || ispunct((unsigned char)word.at[0]))
			continue;
		n++;
		if (written_before(c->st, word))
			continue;
		rc = stmt_borrow(c->st, &q,
		                 SQL("INSERT OR IGNORE INTO service_word (word) VALUES (:word)"));
		if (rc == OK) {
			stmt_bind_str(q, ":word", word);
			rc = stmt_run(c->st, q);
		}
	}
	return rc;
}

/* At most so many bytes of a text, whole words. */
static const char *most_of(const char *text, struct arena *a)
{
	size_t n = strlen(text);

	if (n <= DESCRIPTION_MOST)
		return text;
	for (n = DESCRIPTION_MOST; n > 0 && text[n] != ' '; n--)
		;
	return arena_str(a, (struct str){ text, n });
}

static enum status write_text(struct indexed *r)
{
	const char *name = joined(r->x.name, r->x.other_name, &r->a);
	const char *run_by = r->provider.name;
	const char *tags = tags_of(r), *about = most_of(r->x.description, &r->a);
	sqlite3_stmt *q = NULL;
	enum status rc = stmt_borrow(
		r->c->st, &q,
		SQL("INSERT INTO service_text (rowid, name, organisation, tags, description)"
	            " VALUES (:service, :name, :organisation, :tags, :description)"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":service", r->x.id.n);
	stmt_bind_text(q, ":name", name);
	stmt_bind_text(q, ":organisation", joined(run_by, r->provider.other_name, &r->a));
	stmt_bind_text(q, ":tags", tags);
	stmt_bind_text(q, ":description", about);
	rc = stmt_run(r->c->st, q);
	if (rc == OK)
		rc = write_words(r->c, name, &r->a);
	if (rc == OK)
		rc = write_words(r->c, run_by, &r->a);
	if (rc == OK)
		rc = write_words(r->c, tags, &r->a);
	return rc == OK ? write_words(r->c, about, &r->a) : rc;
}

/* ---- gist ---- */

static enum status stamp(struct change *c)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q,
	                             SQL("INSERT INTO service_stamp (one, n) VALUES (1, 1)"
	                                 " ON CONFLICT (one) DO UPDATE SET n = n + 1"));

	services_forget(c->st);
	return rc == OK ? stmt_run(c->st, q) : rc;
}

static unsigned flags_of(const struct gist *g)
{
	return (g->do_not_list ? GIST_NOT_LISTED : 0) | (g->members ? GIST_MEMBERS : 0) |
	       (g->go_there ? GIST_GO_THERE : 0) | (g->anywhere ? GIST_ANYWHERE : 0) |
	       (g->area_said ? GIST_AREA_SAID : 0);
}

static enum status write_gist(struct indexed *r)
{
	struct gist g = gist_of(&r->x);
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		r->c->st, &q,
		SQL("INSERT INTO service_gist (service, sort_name, languages, offers,"
	            " flags, status, closed_until, min_age, max_age, checked) VALUES (:service,"
	            " :sort_name, :languages, :offers, :flags, :status, :closed_until, :min_age,"
	            " :max_age, :checked)"));

	if (rc != OK)
		return rc;
	g.area_said = r->areas.n > 0;
	stmt_bind_int(q, ":service", r->x.id.n);
	stmt_bind_str(q, ":sort_name", str_of(text_fold(str_of(r->x.name), &r->a)));
	stmt_bind_text(q, ":languages", service_languages(r->x.languages, &r->a));
	stmt_bind_int(q, ":offers", service_offers(&r->x, &r->costs, &r->places));
	stmt_bind_int(q, ":flags", flags_of(&g));
	stmt_bind_word(q, ":status", &service_statuses, g.status);
	stmt_bind_day(q, ":closed_until", g.closed_until);
	if (g.min_age >= 0)
		stmt_bind_int(q, ":min_age", g.min_age);
	if (g.max_age >= 0)
		stmt_bind_int(q, ":max_age", g.max_age);
	stmt_bind_day(q, ":checked", g.checked);
	return stmt_run(r->c->st, q);
}

/* Not OR REPLACE: before what could write many rows the full text is written out. */
static enum status rewrite_gist(struct indexed *r)
{
	enum status rc =
		forget(r->c->st, SQL("DELETE FROM service_gist WHERE service = :service"), r->x.id);

	if (rc == OK)
		rc = write_gist(r);
	return rc == OK ? stamp(r->c) : rc;
}

static enum status write_where(struct indexed *r, const char *postcode)
{
	const char *outcode = outcode_of(postcode, &r->a);
	struct place centre;
	sqlite3_stmt *q;
	enum status rc;

	if (!outcode)
		return OK;
	rc = stmt_borrow(r->c->st, &q,
	                 SQL("INSERT OR IGNORE INTO service_where (service, outcode, latitude,"
	                     " longitude) VALUES (:service, :outcode, :latitude, :longitude)"));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":service", r->x.id.n);
	stmt_bind_text(q, ":outcode", outcode);
	if (outcode_centre(outcode, &centre)) {
		stmt_bind_int(q, ":latitude", centre.latitude);
		stmt_bind_int(q, ":longitude", centre.longitude);
	}
	return stmt_run(r->c->st, q);
}

static enum status write_all_where(struct indexed *r)
{
	enum status rc = write_where(r, r->x.postcode);

	for (size_t i = 0; rc == OK && i < r->places.n; i++)
		rc = write_where(r, r->places.at[i].postcode);
	return rc;
}

static enum status read_parts(struct indexed *r, struct service_id id)
{
	enum status rc = service_get(r->c->st, id, &r->a, &r->x);

	if (rc == OK)
		rc = service_areas(r->c->st, id, &r->a, &r->areas);
	if (rc == OK)
		rc = service_costs_of(r->c->st, id, &r->a, &r->costs);
	if (rc == OK)
		rc = service_places_of(r->c->st, id, &r->a, &r->places);
	return rc;
}

enum status derive_gist(struct change *c, struct service_id id)
{
	struct indexed r = { .c = c };
	enum status rc = read_parts(&r, id);

	if (rc == OK)
		rc = rewrite_gist(&r);
	arena_reset(&r.a);
	return rc;
}

/* ---- use ---- */

/*
 * Most never were: statements of many rows would have the full text write what it holds each time, which
 * in an import is every row.
 */
static enum status was_used(struct change *c, struct service_id id, bool *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(
		c->st, &q,
		SQL("SELECT EXISTS (SELECT 1 FROM signpost WHERE service = :service) OR"
	            " EXISTS (SELECT 1 FROM service_use WHERE service = :service) AS used"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":service", id.n);
	rc = stmt_step(c->st, q, &row);
	*ret = rc == OK && row && stmt_int(q, "used") != 0;
	stmt_release(q);
	return rc;
}

/* A row only for what was used. */
static enum status count_use(struct change *c, struct service_id id)
{
	bool used = false;
	enum status rc = was_used(c, id, &used);

	if (rc != OK || !used)
		return rc;
	rc = forget(c->st, SQL("DELETE FROM service_use WHERE service = :service"), id);

	if (rc == OK) {
		rc = forget(
			c->st,
			SQL("INSERT INTO service_use (service, used, known, helped, waiting)"
		            " SELECT service, count(*),"
		            "  coalesce(sum(helped IN ('yes','partly','no')), 0),"
		            "  coalesce(sum(helped IN ('yes','partly')), 0),"
		            "  count(DISTINCT CASE WHEN status IN"
		            "   ('given','sent','acknowledged','accepted','waiting','receiving')"
		            "   THEN person END)"
		            " FROM signpost WHERE service = :service GROUP BY service"),
			id);
	}
	if (rc == OK)
		rc = forget(c->st, SQL("DELETE FROM service_concern_use WHERE service = :service"),
		            id);
	if (rc != OK)
		return rc;
	return forget(c->st,
	              SQL("INSERT INTO service_concern_use (service, concern, used, known, helped)"
	                  " SELECT service, concern, count(*),"
	                  "  coalesce(sum(helped IN ('yes','partly','no')), 0),"
	                  "  coalesce(sum(helped IN ('yes','partly')), 0)"
	                  " FROM signpost WHERE service = :service AND concern IS NOT NULL"
	                  " GROUP BY service, concern"),
	              id);
}

static enum status forget_all(struct change *c, struct service_id id)
{
	enum status rc =
		forget(c->st, SQL("DELETE FROM service_gist WHERE service = :service"), id);

	if (rc == OK)
		rc = forget(c->st, SQL("DELETE FROM service_where WHERE service = :service"), id);
	return rc == OK ? stamp(c) : rc;
}

static enum status read_words(struct indexed *r)
{
	enum status rc = service_concerns(r->c->st, r->x.id, &r->a, &r->concerns);

	if (rc == OK)
		rc = service_tags_of(r->c->st, r->x.id, &r->a, &r->tags);
	r->provider = organisation_blank;
	if (rc == OK && r->x.provider.n != 0)
		rc = organisation_get(r->c->st, r->x.provider, &r->a, &r->provider);
	return rc;
}

static enum status rewrite(struct indexed *r)
{
	enum status rc = write_text(r);

	if (rc == OK)
		rc = rewrite_gist(r);
	if (rc == OK)
		rc = forget(r->c->st, SQL("DELETE FROM service_where WHERE service = :service"),
		            r->x.id);
	return rc == OK ? write_all_where(r) : rc;
}

enum status derive_service(struct change *c, struct service_id id)
{
	struct indexed r = { .c = c };
	enum status rc = read_parts(&r, id);
	bool gone = rc == E_NOT_FOUND;

	if (rc == OK || gone)
		rc = forget(c->st, SQL("DELETE FROM service_text WHERE rowid = :service"), id);
	if (rc == OK && gone)
		rc = forget_all(c, id);
	if (rc == OK && !gone)
		rc = read_words(&r);
	if (rc == OK && !gone)
		rc = rewrite(&r);
	if (rc == OK)
		rc = count_use(c, id);
	arena_reset(&r.a);
	return rc;
}

static enum status derive_new(struct indexed *r, struct service_id id)
{
	enum status rc = read_parts(r, id);

	if (rc == OK)
		rc = read_words(r);
	if (rc == OK)
		rc = write_text(r);
	if (rc == OK)
		rc = write_gist(r);
	return rc == OK ? write_all_where(r) : rc;
}

enum status derive_new_services(struct change *c, const struct service_id *ids, size_t n)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < n; i++) {
		struct indexed r = { .c = c };

		rc = derive_new(&r, ids[i]);
		arena_reset(&r.a);
	}
	return rc == OK && n > 0 ? stamp(c) : rc;
}
