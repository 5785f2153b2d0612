#include "casework/statutory.h"

#include "act.h"
#include "assessed.h"
#include "statutory_read.h"

#include "base/words.h"
#include "casework/lists.h"
#include "model/none.h"
#include "model/places.h"
#include "model/relation.h"
#include "store/concerns.h"
#include "store/people.h"
#include "store/relations.h"
#include "store/statutory.h"

const char *statutory_council(const struct person *p, struct arena *a)
{
	struct area_path path = area_path(p->council, a);
	const char *code = p->council;
	struct council_list found;

	/* Social care is the county's where there are two tiers. */
	for (size_t i = 0; i < path.n; i++)
		if (str_starts(str_of(path.at[i]), "E10"))
			code = path.at[i];
	if (text_empty(code))
		return "";
	found = council_find(code, a);
	return found.n == 1 ? found.at[0].official : "";
}

enum nation statutory_nation(const struct session *s, const struct person *p)
{
	enum nation theirs = text_empty(p->council) ? NATION_NONE : area_nation(p->council);

	return theirs == NATION_NONE ? s->service.nation : theirs;
}

struct statutory_list statutory_list_in(const struct session *s, const struct person *p,
                                        enum statutory_kind kind, struct arena *a)
{
	struct statutory_list list =
		statutory_list_for(statutory_nation(s, p), statutory_is_carer(kind), a);

	return list.kind == kind ? list : statutory_list_of(kind, a);
}

enum status statutory_latest(struct session *s, struct person_id person, enum statutory_kind kind,
                             struct arena *a, struct statutory_screen *ret)
{
	struct statutory_screen_list all;
	enum status rc = statutory_screens_of_person(s->store, person, a, &all);

	for (size_t i = 0; rc == OK && i < all.n; i++)
		if (all.at[i].kind == kind) {
			*ret = all.at[i];
			return OK;
		}
	return rc == OK ? E_NOT_FOUND : rc;
}

enum status statutory_document_read(struct session *s, struct person_id person, struct arena *a,
                                    struct statutory_document *ret)
{
	struct statutory_screen_list all;
	struct statutory_answer_list answers;
	struct statutory_list list;
	struct person p;
	enum status rc = statutory_screens_of_person(s->store, person, a, &all);
	size_t i = 0;

	while (rc == OK && i < all.n && all.at[i].offer != COUNCIL_WANTED)
		i++;
	if (rc == OK && i == all.n)
		return E_NOT_FOUND;
	if (rc == OK)
		rc = statutory_answers_of(s->store, all.at[i].id, a, &answers);
	if (rc == OK)
		rc = person_get(s->store, person, a, &p);
	if (rc != OK)
		return rc;
	list = statutory_list_in(s, &p, all.at[i].kind, a);
	*ret = statutory_document_of(&list, &all.at[i], &answers, a);
	return OK;
}

/* ---- what is shown before anything is asked ---- */

static enum status read_cares(struct session *s, struct person_id person, struct arena *a,
                              bool *ret)
{
	struct relation_list relations;
	enum status rc = relations_of_person(s->store, person, a, &relations);

	*ret = false;
	for (size_t i = 0; rc == OK && i < relations.n; i++)
		if (relations.at[i].kind == RELATION_CARER_OF)
			*ret = true;
	return rc;
}

/* Is it that concern of clew's own list, or one of another list that is like it? */
static bool is_like(struct session *s, const char *code, const char *own)
{
	return text_equal(code, own) || text_equal(session_concern_like(s, code), own);
}

/* "Washing and dressing 7, Moving about 5": beside the question, never its answer. */
static const char *hint_text(struct session *s, const struct statutory_item *item,
                             const struct concern_list *concerns, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < item->hints; i++) {
		for (size_t j = 0; j < concerns->n; j++) {
			const struct concern *c = &concerns->at[j];
			const char *label;

			if (!is_like(s, c->code, item->hint[i]) || c->score == 0 ||
			    c->answer == CONCERN_RATHER_NOT)
				continue;
			label = session_concern_label(s, c->code);
			label = c->score == NUMBER_NONE
			                ? arena_printf(a, _("%s, to talk about"), label)
			                : arena_printf(a, "%s %d", label, c->score);
			text = *text ? arena_printf(a, "%s, %s", text, label) : label;
		}
	}
	return text;
}

static enum status read_rows(struct session *s, struct statutory_view *v, struct arena *a)
{
	struct assessed_standing x = { 0 };
	struct statutory_answer_list was = { 0 };
	enum status rc = assessed_standing(s, v->strip.id, a, &x);

	if (rc == E_NOT_FOUND)
		rc = OK;
	if (rc == OK)
		rc = statutory_latest(s, v->strip.id, v->list.kind, a, &v->last);
	if (rc == OK)
		rc = statutory_answers_of(s->store, v->last.id, a, &was);
	else if (rc == E_NOT_FOUND)
		rc = OK;
	if (rc != OK)
		return rc;
	v->at = ARENA_ARRAY(a, v->list.n, struct statutory_row);
	for (size_t i = 0; i < v->list.n; i++) {
		const struct statutory_item *item = &v->list.at[i];
		const struct statutory_answer *before = statutory_answer_find(&was, item->code);

		v->at[i] = (struct statutory_row){ item, before ? before->answer : MANAGES_NONE,
			                           hint_text(s, item, &x.concerns, a) };
	}
	return OK;
}

static bool here_as_carer(const struct person *p)
{
	return p->stage == STAGE_CARING;
}

static enum status read_view(struct session *s, const struct person *p, enum statutory_as as,
                             struct arena *a, struct statutory_view *v)
{
	bool carer = as == STATUTORY_AS_CARER || (as == STATUTORY_AS_FITS && here_as_carer(p));
	enum nation nation = statutory_nation(s, p);

	v->list = statutory_list_for(nation, carer, a);
	/* There it is the trusts that assess. */
	v->council = nation == NATION_NORTHERN_IRELAND ? "" : statutory_council(p, a);
	v->sent_to =
		arena_printf(a, _("%s, adult social care"), *v->council ? v->council : v->list.who);
	v->again_on = session_due(s, DUE_STATUTORY_AGAIN, s->today);
	v->first_name = !text_empty(p->known_as)     ? p->known_as
	                : !text_empty(p->given_name) ? p->given_name
	                                             : p->family_name;
	return read_cares(s, p->id, a, &v->cares);
}

enum status casework_statutory(struct session *s, struct person_id person, enum statutory_as as,
                               struct arena *a, struct statutory_view *ret)
{
	struct statutory_view v = { .last = statutory_screen_blank };
	struct person p;
	enum status rc = act_read(s, OP_OPEN_PERSON, person);

	if (rc == OK)
		rc = casework_strip(s, person, a, &v.strip);
	if (rc != OK)
		return rc;
	rc = person_get(s->store, person, a, &p);
	if (rc == OK)
		rc = read_view(s, &p, as, a, &v);
	if (rc == OK)
		rc = read_rows(s, &v, a);
	if (rc != OK)
		return session_store(s, rc);
	*ret = v;
	return OK;
}
