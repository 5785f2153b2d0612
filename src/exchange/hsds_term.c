#include "hsds_rows.h"

#include "base/text.h"
#include "base/words.h"

/*
 * What a service is filed under. A term of clew's own taxonomies has one id in every file, so that
 * whoever takes in two of them has it once.
 */
#define OWN "clew"

struct term {
	const char *taxonomy; /* its name; "" when nobody said */
	const char *about;    /* of the taxonomy */
	const char *version;
	const char *code, *name, *words;
	const char *identity; /* OWN, or the case file's */
};

static const char *taxonomy_id(struct hsds *h, const struct term *t)
{
	const char *id = uuid_made(t->identity, "taxonomy", 0, t->taxonomy, &h->row);
	struct package *p = h->package;

	if (text_empty(t->taxonomy))
		return "";
	if (package_has(p, "taxonomy", id))
		return id;
	package_row(p, "taxonomy");
	package_put(p, "id", id);
	package_put(p, "name", t->taxonomy);
	package_put(p, "description", text_empty(t->about) ? t->taxonomy : t->about);
	package_put(p, "version", t->version);
	package_end_row(p);
	return id;
}

static const char *term_id(struct hsds *h, const struct term *t)
{
	const char *key = arena_printf(&h->row, "%s\n%s\n%s", t->taxonomy, t->code,
	                               text_empty(t->code) ? t->name : "");
	const char *id = uuid_made(t->identity, "taxonomy_term", 0, key, &h->row), *taxonomy;
	struct package *p = h->package;

	if (package_has(p, "taxonomy_term", id))
		return id;
	taxonomy = taxonomy_id(h, t);
	package_row(p, "taxonomy_term");
	package_put(p, "id", id);
	package_put(p, "code", t->code);
	package_put(p, "name", t->name);
	package_put(p, "description", text_empty(t->words) ? t->name : t->words);
	package_put(p, "taxonomy", t->taxonomy);
	package_put(p, "language", "en");
	package_put(p, "taxonomy_id", taxonomy);
	package_end_row(p);
	return id;
}

static void put_attribute(struct hsds *h, const char *id, const char *service, const struct term *t)
{
	const char *term = term_id(h, t);
	struct package *p = h->package;

	package_row(p, "attribute");
	package_put(p, "id", id);
	package_put(p, "link_id", service);
	package_put(p, "taxonomy_term_id", term);
	package_put(p, "link_entity", "service");
	package_end_row(p);
}

static void put_own(struct hsds *h, const struct hsds_entry *x, const char *service,
                    const struct term *t)
{
	const char *key = arena_printf(&h->row, "%s\n%s", t->taxonomy, t->code);

	put_attribute(h, uuid_made(h->identity, "attribute", x->service->id.n, key, &h->row),
	              service, t);
}

static void put_concerns(struct hsds *h, const struct hsds_entry *x, const char *service)
{
	for (size_t i = 0; i < x->concerns.n; i++) {
		const char *code = x->concerns.at[i];
		const struct concern_item *item = concern_find(h->concerns, code);

		put_own(h, x, service,
		        &(struct term){
				HSDS_CONCERNS,
				_("What people with cancer are helped with, as clew asks them"),
				h->concerns->name, code, item ? item->label : code,
				item ? item->plain : "", OWN });
	}
}

/* Words of a set between semicolons, each once. */
static void put_ways(struct hsds *h, const struct hsds_entry *x, const char *service,
                     const struct term *of, const char *words)
{
	struct str rest = str_of(words), one;
	struct code_list seen = { 0 };

	while (str_cut(&rest, ';', &one)) {
		const char *word = arena_str(&h->row, str_trim(one));
		size_t before = seen.n;
		struct term t = *of;

		if (text_empty(word))
			continue;
		code_list_add(&seen, word, &h->row);
		if (seen.n == before)
			continue;
		t.code = t.name = word;
		put_own(h, x, service, &t);
	}
}

static void put_tags(struct hsds *h, const struct hsds_entry *x, const char *service)
{
	for (size_t i = 0; i < x->tags.n; i++) {
		const struct service_tag *tag = &x->tags.at[i];
		const char *id = hsds_id_of(h, "attribute", tag->external_id, tag->id.n, "tag");

		put_attribute(h, id, service,
		              &(struct term){ tag->taxonomy, "", "", tag->code, tag->name, "",
		                              h->identity });
	}
}

void hsds_put_terms(struct hsds *h, const struct hsds_entry *x, const char *id)
{
	const struct term attendance = { .taxonomy = HSDS_ATTENDANCE,
		                         .about = _("How a service meets people"),
		                         .version = "1",
		                         .identity = OWN };
	const struct term access = { .taxonomy = HSDS_ACCESS,
		                     .about = _("How one gets in"),
		                     .version = "1",
		                     .identity = OWN };

	put_concerns(h, x, id);
	put_ways(h, x, id, &attendance, x->service->attendance);
	put_ways(h, x, id, &access, x->service->access);
	put_tags(h, x, id);
}
