#include "casework/directory.h"

#include "act.h"

#include "base/words.h"
#include "casework/lists.h"
#include "store/change.h"
#include "store/favourites.h"
#include "store/service_like.h"
#include "store/service_search.h"
#include "store/services.h"

#define NEIGHBOURS_MOST 6 /* as many as the councils of England have, more or less */

/* Services are coded by clew's own list, whatever list the concern is of. */
static const char *coded(struct session *s, const char *concern)
{
	const char *like = session_concern_like(s, concern);

	return *like ? like : concern;
}

/* The areas of the councils around one, and nothing that is wider than they are. */
static struct code_list beside(const char *area, struct arena *a)
{
	struct council_list councils = councils_beside(area, NEIGHBOURS_MOST, a);
	struct code_list list = { 0 };

	for (size_t i = 0; i < councils.n; i++)
		code_list_add(&list, councils.at[i].code, a);
	return list;
}

static struct service_search search_of(struct session *s, const struct service_query *q,
                                       struct place *near, struct arena *a)
{
	struct service_search how = {
		.text = q->text,
		.concern = coded(s, q->concern),
		.offers = q->offers,
		.language = q->language,
		.age = q->age,
		.whose = s->account.id,
		.favourites = q->favourites,
		.order = q->order,
		.today = s->today,
		.limit = SERVICES_SHOWN,
	};
	const char *outcode = text_empty(q->near) ? NULL : outcode_of(q->near, a);

	if (!text_empty(q->area)) {
		how.path = area_path(q->area, a);
		if (q->neighbours)
			how.beside = beside(q->area, a);
	}
	if (outcode && outcode_centre(outcode, near))
		how.near = near;
	return how;
}

enum status casework_find_services(struct session *s, const struct service_query *q,
                                   struct arena *a, struct service_found *ret)
{
	struct place near;
	struct service_search how;
	struct glance look = { 0 };
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	if (rc != OK)
		return rc;
	how = search_of(s, q, &near, a);
	rc = glance_begin(&look, s->store);
	if (rc == OK)
		rc = services_search(s->store, &how, a, ret);
	return session_store(s, glance_end(&look, rc));
}

enum status casework_tally_services(struct session *s, const struct service_query *q,
                                    struct arena *a, struct service_tally *ret)
{
	struct place near;
	struct service_search how;
	struct glance look = { 0 };
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	if (rc != OK)
		return rc;
	how = search_of(s, q, &near, a);
	rc = glance_begin(&look, s->store);
	if (rc == OK)
		rc = services_tally(s->store, &how, a, ret);
	return session_store(s, glance_end(&look, rc));
}

/* ---- for somebody ---- */

/* The person's own concern and place stand in the way of nothing else that is asked for. */
static struct service_query query_for(const struct pick_for *who, const struct service_query *q)
{
	struct service_query own = *q;

	own.concern = who->concern;
	own.area = who->fit.path.n > 0 ? who->fit.path.at[0] : "";
	own.near = who->postcode;
	return own;
}

static void say_why(const struct service_found *rest, const struct pick_for *who, struct arena *a,
                    struct misfit_list *ret)
{
	for (size_t i = 0; i < rest->list.n; i++) {
		const struct listing *x = &rest->list.at[i];
		enum misfit why = listing_fit(x, &who->fit);

		*ARENA_PUSH(a, ret) =
			(struct misfit_row){ *x, misfit_text(why, x, who->fit.today, a) };
	}
}

enum status casework_pick_services(struct session *s, const struct pick_for *who,
                                   const struct service_query *q, bool with_rest, struct arena *a,
                                   struct pick *ret)
{
	const struct service_query own = query_for(who, q);
	struct service_search how;
	struct pick pick = { 0 };
	struct glance look = { 0 };
	struct place near;
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	if (rc != OK)
		return rc;
	how = search_of(s, &own, &near, a);
	how.who = &who->fit;
	how.rest = with_rest;
	rc = glance_begin(&look, s->store);
	if (rc == OK)
		rc = services_search(s->store, &how, a, &pick.found);
	rc = session_store(s, glance_end(&look, rc));
	if (rc != OK)
		return rc;
	if (with_rest) {
		say_why(&pick.found, who, a, &pick.rest);
		pick.found.list = (struct listing_list){ 0 };
	}
	*ret = pick;
	return OK;
}

enum status casework_tally_pick(struct session *s, const struct pick_for *who,
                                const struct service_query *q, struct arena *a,
                                struct service_tally *ret)
{
	const struct service_query own = query_for(who, q);
	struct service_search how;
	struct glance look = { 0 };
	struct place near;
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	if (rc != OK)
		return rc;
	how = search_of(s, &own, &near, a);
	how.who = &who->fit;
	rc = glance_begin(&look, s->store);
	if (rc == OK)
		rc = services_tally(s->store, &how, a, ret);
	return session_store(s, glance_end(&look, rc));
}

/* ---- people like them ---- */

static const struct {
	int from, to; /* years */
	const char *label;
} bands[] = {
	{ 0, 17, "under 18" },  { 18, 24, "18 to 24" }, { 25, 49, "25 to 49" },
	{ 50, 64, "50 to 64" }, { 65, 79, "65 to 79" }, { 80, 200, "80 and over" },
};

/* Born so that they are that old today; both ends are in it. */
static struct service_like like_of_age(const struct session *s, int from, int to)
{
	return (struct service_like){ .born_from = day_add_months(s->today, -12 * (to + 1)) + 1,
		                      .born_to = day_add_months(s->today, -12 * from) };
}

static enum status of_band(struct session *s, struct service_like *like, const struct pick_for *who,
                           struct service_use *ret, const char **band)
{
	for (size_t i = 0; who->fit.age >= 0 && i < COUNT_OF(bands); i++) {
		struct service_like aged;

		if (who->fit.age < bands[i].from || who->fit.age > bands[i].to)
			continue;
		aged = like_of_age(s, bands[i].from, bands[i].to);
		like->born_from = aged.born_from;
		like->born_to = aged.born_to;
		like->cancer_group = "";
		*band = bands[i].label;
		return session_store(s, service_like_use(s->store, like, ret));
	}
	return OK;
}

static const char *said(const struct service_use *use, const char *who, struct arena *a)
{
	return arena_printf(a, _("Helped %d of %d known who were %s."), use->helped, use->known,
	                    who);
}

enum status casework_helped_like(struct session *s, const struct pick_for *who,
                                 struct service_id id, struct arena *a, const char **ret)
{
	struct service_like like = { .service = id,
		                     .concern = coded(s, who->concern),
		                     .cancer_group = who->cancer_group,
		                     .born_from = DAY_NONE,
		                     .born_to = DAY_NONE };
	struct service_use use = { 0 };
	const char *whom = _("sent for this with the same kind of cancer"), *band = "";
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	*ret = "";
	if (rc == OK && !text_empty(like.cancer_group))
		rc = session_store(s, service_like_use(s->store, &like, &use));
	if (rc == OK && use.known < LIKE_ENOUGH) {
		rc = of_band(s, &like, who, &use, &band);
		whom = arena_printf(a, _("sent for this, aged %s"), band);
	}
	if (rc == OK && use.known < LIKE_ENOUGH) {
		like.born_from = like.born_to = DAY_NONE;
		like.cancer_group = "";
		whom = _("sent for this");
		rc = session_store(s, service_like_use(s->store, &like, &use));
	}
	if (rc == OK && use.known > 0)
		*ret = said(&use, whom, a);
	return rc;
}

/* ---- favourites ---- */

enum status casework_keep_favourite(struct session *s, struct service_id id, bool keep)
{
	struct arena a = { 0 };
	struct service x = service_blank;
	struct change c;
	enum status rc = session_store(s, service_get(s->store, id, &a, &x));

	if (rc != OK)
		goto done;
	rc = act_begin(
		s, OP_KEEP_FAVOURITE, &c, (struct person_id){ 0 },
		arena_printf(&a, keep ? _("%s kept as a favourite") : _("%s no favourite any more"),
	                     x.name));
	if (rc == OK)
		rc = keep ? favourite_add(&c, s->account.id, id)
		          : favourite_remove(&c, s->account.id, id);
	rc = act_end(s, &c, rc);
done:
	arena_reset(&a);
	return rc;
}
