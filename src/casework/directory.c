#include "casework/directory.h"

#include "act.h"
#include "assessed.h"
#include "standing.h"

#include "base/words.h"
#include "casework/lists.h"
#include "model/concerns.h"
#include "model/none.h"
#include "store/change.h"
#include "store/concerns.h"
#include "store/people.h"
#include "store/service_search.h"

/* ---- what the person may be helped with ---- */

static const struct concern *concern_of(const struct concern_list *list, const char *code)
{
	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].code, code))
			return &list->at[i];
	return NULL;
}

/* Higher first: what matters most, then the score, then what they want to talk about. */
static int weight(const struct concern *c)
{
	if (!c || c->answer == CONCERN_RATHER_NOT || c->score == 0)
		return 0;
	return (c->matters > 0 ? 100 - c->matters : 0) + (c->score > 0 ? c->score + 1 : 1);
}

static void place(struct concern_choices *list, size_t at, struct concern_choice choice,
                  struct arena *a)
{
	ARENA_PUSH(a, list);
	for (size_t i = list->n - 1; i > at; i--)
		list->at[i] = list->at[i - 1];
	list->at[at] = choice;
}

/* Where among those raised so far one of that weight belongs. */
static size_t rank_of(const struct concern_choices *list, size_t raised,
                      const struct concern_list *last, int heavy)
{
	size_t at = 0;

	while (at < raised && weight(concern_of(last, list->at[at].code)) >= heavy)
		at++;
	return at;
}

/* What they raised is for whoever may open the record; anybody may choose for them without it. */
static enum status raised_by(struct session *s, struct person_id person, struct arena *a,
                             struct assessed_standing *ret)
{
	enum status rc;

	*ret = (struct assessed_standing){ .last = assessment_blank, .other = assessment_blank };
	if (person.n == 0)
		return OK;
	rc = casework_may_about(s, OP_SIGNPOST, person);
	if (rc != OK || !standing_lets(s, OP_OPEN_PERSON, person))
		return rc;
	rc = assessed_standing(s, person, a, ret);
	return rc == E_NOT_FOUND ? OK : session_store(s, rc);
}

struct choosing {
	struct session *s;
	const struct assessed_standing *standing;
	const struct concern_list *last;
	struct concern_choices list; /* what was raised first, the heaviest at the top */
	size_t raised;
	struct arena *a;
};

/* The items of one list: those that were raised to their rank, the others behind unless left out. */
static void add_choices(struct choosing *x, const struct concern_set *set, bool raised_only)
{
	for (size_t i = 0; i < set->n; i++) {
		const struct concern *c = concern_of(x->last, set->at[i].code);
		int heavy = weight(c);
		struct concern_choice choice = { set->at[i].code, set->at[i].label, NUMBER_NONE,
			                         heavy > 0, false };

		if (c) {
			choice.label = assessed_label(x->s, x->standing, c, x->a);
			choice.score = c->score;
			choice.matters = c->matters > 0;
		}

		if (heavy > 0) {
			place(&x->list, rank_of(&x->list, x->raised, x->last, heavy), choice, x->a);
			x->raised++;
		} else if (!raised_only) {
			*ARENA_PUSH(x->a, &x->list) = choice;
		}
	}
}

/* What they raised by a list that is not clew's own. */
static void add_others(struct session *s, struct choosing *x, const struct assessment *by)
{
	const struct concern_set *own;

	if (by->id.n != 0 && !text_equal(by->list, CONCERNS_NEWEST) &&
	    session_concerns(s, by->list, &own) == OK)
		add_choices(x, own, true);
}

/* Services are for concerns of clew's own list; what they raised by another one stands above. */
enum status casework_concerns_to_choose(struct session *s, struct person_id person, struct arena *a,
                                        struct concern_choices *ret)
{
	struct assessed_standing standing;
	struct choosing x = { .s = s, .standing = &standing, .last = &standing.concerns, .a = a };
	const struct concern_set *set;
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	if (rc == OK)
		rc = raised_by(s, person, a, &standing);
	if (rc == OK)
		rc = session_concerns(s, CONCERNS_NEWEST, &set);
	if (rc != OK)
		return rc;
	add_choices(&x, set, false);
	add_others(s, &x, &standing.last);
	add_others(s, &x, &standing.other);
	*ret = x.list;
	return OK;
}

/* ---- picking for a person ---- */

static const char *where_text(const struct person *p, struct arena *a)
{
	const char *outcode = outcode_of(p->postcode, a);

	if (text_empty(p->council))
		return outcode ? arena_printf(a, _("%s, council not known"), outcode)
		               : _("area not known");
	return outcode ? arena_printf(a, "%s %s", area_name(p->council, a), outcode)
	               : area_name(p->council, a);
}

static int score_of(const struct concern_list *list, const char *code)
{
	const struct concern *c = concern_of(list, code);

	return c ? c->score : NUMBER_NONE;
}

enum status casework_pick_for(struct session *s, struct person_id person, const char *concern,
                              struct arena *a, struct pick_for *ret)
{
	struct assessed_standing standing;
	struct person p;
	enum status rc = act_read(s, OP_SIGNPOST, person);

	if (rc != OK)
		return rc;
	rc = person_get(s->store, person, a, &p);
	if (rc != OK)
		return session_store(s, rc);
	rc = raised_by(s, person, a, &standing);
	if (rc != OK)
		return rc;
	*ret = (struct pick_for){
		.person = person,
		.fit = { person_age(&p, s->today), area_path(p.council, a), s->today },
		.concern = arena_strdup(a, concern),
		.label = session_concern_label(s, concern),
		.score = score_of(&standing.concerns, concern),
		.name = person_name(&p, a),
		.born = p.born_on == DAY_NONE ? ""
		                              : arena_printf(a, "%d", day_to_date(p.born_on).year),
		.where = where_text(&p, a),
		.postcode = p.postcode,
		.cancer_group = p.cancer_group,
		.born_on = p.born_on,
	};
	return OK;
}
