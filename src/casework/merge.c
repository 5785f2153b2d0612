#include "casework/merge.h"

#include "act.h"
#include "duplicates.h"
#include "looked.h"
#include "restricting.h"
#include "times_read.h"

#include "base/words.h"
#include "casework/people.h"
#include "model/merge.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/people_merge.h"
#include "store/referrals.h"
#include "store/relations.h"
#include "store/safe_contacts.h"

#include <string.h>

/* Both records, read once: what they say, and where they differ. */
struct pair {
	struct session *s;
	struct arena *a;
	struct person_id id[MERGE_SIDES];
	struct person_details details[MERGE_SIDES];
	struct values values[MERGE_SIDES];
	struct times times[MERGE_SIDES];
	const struct field *fields;
	struct merge merge; /* of the values */
	enum merge_side newest;
	struct merge_view view;
};

static enum merge_side other(enum merge_side side)
{
	return side == MERGE_LEFT ? MERGE_RIGHT : MERGE_LEFT;
}

/* ---- what they say ---- */

/* All but the numbers and addresses, which are both kept as they are. */
static bool is_chosen(const struct field *f)
{
	return f->name && strncmp(f->name, "phone", 5) != 0 && strncmp(f->name, "email", 5) != 0 &&
	       strcmp(f->name, "keep_apart") != 0;
}

static const struct field *fields_of(struct arena *a)
{
	struct {
		size_t n;
		struct field *at;
	} list = { 0 };

	for (const struct field *f = person_fields(a); f->name || f->label; f++)
		if (is_chosen(f))
			*ARENA_PUSH(a, &list) = *f;
	ARENA_PUSH(a, &list); /* the end */
	return list.at;
}

static enum status read_side(struct pair *p, enum merge_side side)
{
	struct person_details *d = &p->details[side];
	enum status rc;

	*d = person_details_blank();
	rc = session_store(p->s, person_get(p->s->store, p->id[side], p->a, &d->person));
	if (rc == OK)
		rc = session_store(p->s,
		                   safe_contact_get(p->s->store, p->id[side], p->a, &d->safe));
	if (rc == OK)
		rc = times_read(p->s, p->id[side], p->a, &p->times[side]);
	if (rc == OK) {
		p->values[side] = person_values(d, p->a);
		p->view.strip[side] = p->times[side].strip;
	}
	return rc;
}

/* What was written last is likelier to be so. */
static enum status find_newest(struct pair *p)
{
	struct event_id at[MERGE_SIDES] = { { 0 }, { 0 } };
	enum status rc = OK;

	for (int i = 0; rc == OK && i < MERGE_SIDES; i++)
		rc = session_store(p->s, people_changed(p->s->store, p->id[i], &at[i]));
	p->newest = at[MERGE_RIGHT].n > at[MERGE_LEFT].n ? MERGE_RIGHT : MERGE_LEFT;
	return rc;
}

static enum status count(struct pair *p)
{
	struct people_has has[MERGE_SIDES] = { { 0 }, { 0 } };
	enum status rc = OK;

	for (int i = 0; rc == OK && i < MERGE_SIDES; i++)
		rc = session_store(p->s, people_count_all(p->s->store, p->id[i], p->a, &has[i]));
	for (size_t i = 0; rc == OK && i < has[0].n; i++)
		if (has[0].at[i].n + has[1].at[i].n > 0)
			*ARENA_PUSH(p->a, &p->view.has) =
				(struct merge_count){ has[0].at[i].label,
				                      { has[0].at[i].n, has[1].at[i].n } };
	return rc;
}

/* ---- where they differ ---- */

/* Of what is safe the more careful stands: no rather than yes, and every warning. */
static bool careful(const struct merge_clash *c, enum merge_side *ret)
{
	const struct merge_field *x = &c->in.at[0];
	bool no = strncmp(x->field->name, "safe_", 5) == 0 ||
	          strcmp(x->field->name, "partner_told") == 0;

	if (x->field->kind != FIELD_ASKED || strcmp(x->field->name, "lives_alone") == 0)
		return false;
	*ret = text_equal(x->theirs, no ? "no" : "yes") ? MERGE_RIGHT : MERGE_LEFT;
	return true;
}

static const char *said(const struct merge_clash *c, enum merge_side side, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < c->in.n; i++) {
		const struct merge_field *x = &c->in.at[i];
		const char *value = merge_text(x->field, side == MERGE_LEFT ? x->mine : x->theirs);

		text = i == 0 ? value : arena_printf(a, "%s, %s", text, value);
	}
	return text;
}

static void find_choices(struct pair *p)
{
	for (size_t i = 0; i < p->merge.clashes.n; i++) {
		const struct merge_clash *c = &p->merge.clashes.at[i];
		enum merge_side chosen = p->newest;

		careful(c, &chosen);
		*ARENA_PUSH(p->a, &p->view.choices) = (struct merge_choice){
			.name = c->first->name,
			.label = c->in.at[0].field->label,
			.text = { said(c, MERGE_LEFT, p->a), said(c, MERGE_RIGHT, p->a) },
			.chosen = chosen,
		};
	}
}

static void compare(struct pair *p)
{
	const struct person_details blank = person_details_blank();
	const struct values nothing = person_values(&blank, p->a);
	struct merge back;

	p->fields = fields_of(p->a);
	p->merge = merge_values(p->fields, &nothing, &p->values[MERGE_LEFT],
	                        &p->values[MERGE_RIGHT], p->a);
	back = merge_values(p->fields, &nothing, &p->values[MERGE_RIGHT], &p->values[MERGE_LEFT],
	                    p->a);
	p->view.filled = merge_labels(&p->merge.theirs, p->a);
	if (back.theirs.n > 0)
		p->view.filled =
			arena_printf(p->a, "%s%s%s", p->view.filled, *p->view.filled ? ", " : "",
		                     merge_labels(&back.theirs, p->a));
	find_choices(p);
}

/* ---- never one ---- */

static enum status related(struct pair *p, bool *ret)
{
	struct relation_list round;
	enum status rc = OK;

	*ret = false;
	for (int side = 0; rc == OK && side < MERGE_SIDES; side++) {
		rc = session_store(p->s,
		                   relations_of_person(p->s->store, p->id[side], p->a, &round));
		for (size_t i = 0; rc == OK && i < round.n; i++)
			*ret = *ret || round.at[i].other.n == p->id[other((enum merge_side)side)].n;
	}
	return rc;
}

static enum status find_why_not(struct pair *p)
{
	const struct person *x = &p->details[MERGE_LEFT].person;
	const struct person *y = &p->details[MERGE_RIGHT].person;
	bool round = false;
	enum status rc = related(p, &round);

	p->view.why_not = "";
	if (x->keep_apart || y->keep_apart)
		p->view.why_not =
			_("One of them is kept apart, and never becomes one with another.");
	else if (person_died(x) != person_died(y))
		p->view.why_not = _("One of them is on record as having died, the other is not.");
	else if (round)
		p->view.why_not =
			_("One is on record as the other's relative or friend: two people.");
	p->view.two_numbers = !text_empty(x->care_number) && !text_empty(y->care_number) &&
	                      !text_equal(x->care_number, y->care_number);
	return rc;
}

static void find_open(struct pair *p)
{
	p->view.both_open = true;
	for (int i = 0; i < MERGE_SIDES; i++) {
		bool open = p->times[i].n > 0 && p->times[i].at[0].open;

		p->view.both_open = p->view.both_open && open;
		if (open)
			p->view.open[i] = p->times[i].at[0];
	}
}

static enum status read_pair(struct pair *p)
{
	enum status rc = OK;

	for (int i = 0; rc == OK && i < MERGE_SIDES; i++)
		rc = read_side(p, (enum merge_side)i);
	if (rc == OK)
		rc = find_newest(p);
	if (rc == OK)
		rc = count(p);
	if (rc == OK)
		rc = find_why_not(p);
	if (rc != OK)
		return rc;
	compare(p);
	find_open(p);
	p->view.stays = p->id[MERGE_LEFT].n < p->id[MERGE_RIGHT].n ? MERGE_LEFT : MERGE_RIGHT;
	return OK;
}

static enum status may_merge(struct session *s, struct person_id x, struct person_id y)
{
	enum status rc = casework_may_about(s, OP_MERGE, x);

	if (rc == OK)
		rc = casework_may_about(s, OP_MERGE, y);
	if (rc == OK && x.n == y.n)
		rc = session_fail(s, E_CONFLICT, _("That is the same record."));
	return rc;
}

enum status casework_merge_view(struct session *s, struct person_id left, struct person_id right,
                                struct arena *a, struct merge_view *ret)
{
	struct pair p = { .s = s, .a = a, .id = { left, right } };
	enum status rc = may_merge(s, left, right);

	if (rc == OK)
		rc = act_read(s, OP_MERGE, left);
	if (rc == OK)
		rc = act_read(s, OP_MERGE, right);
	if (rc == OK)
		rc = read_pair(&p);
	if (rc == OK)
		*ret = p.view;
	return rc;
}

/* ---- making one ---- */

struct uniting {
	struct pair pair;
	const struct merge_how *how;
	struct person_id stays, goes;
	struct person person; /* as it will be */
	struct safe_contact safe;
};

static enum status check(struct uniting *u)
{
	struct session *s = u->pair.s;
	const struct merge_view *v = &u->pair.view;
	const char *ref = v->strip[u->how->stays].ref, *title, *who;
	struct person_id typed;
	enum status rc;

	if (*v->why_not)
		return session_fail(s, E_CONFLICT, _("%s Nothing was changed."), v->why_not);
	if (u->how->chosen_n != v->choices.n)
		return session_fail(s, E_CONFLICT,
		                    _("One of the two was changed since. Look at them again."));
	if (v->two_numbers &&
	    (text_empty(u->how->typed) ||
	     !person_ref_parse(str_trim(str_of(u->how->typed)), &typed) || typed.n != u->stays.n))
		return session_fail(s, E_INVALID,
		                    _("They have two care numbers. If they are one person all the "
		                      "same, type %s."),
		                    ref);
	rc = people_unfinished(s->store, u->goes, u->pair.a, &title, &who);
	if (rc == OK)
		return session_fail(s, E_CONFLICT,
		                    _("%s has something unfinished on the record that goes: %s. "
		                      "Finish it first."),
		                    who, title);
	return rc == E_NOT_FOUND ? OK : session_store(s, rc);
}

/* The value of each field as it was chosen; what only one of them says stands. */
static struct values chosen_values(const struct uniting *u)
{
	const struct pair *p = &u->pair;
	struct values v = { 0 };

	for (const struct field *f = p->fields; f->name; f++)
		values_set(&v, p->a, f->name, values_get(&p->values[MERGE_LEFT], f->name));
	for (size_t i = 0; i < p->merge.theirs.n; i++)
		values_set(&v, p->a, p->merge.theirs.at[i].field->name,
		           p->merge.theirs.at[i].theirs);
	for (size_t i = 0; i < p->merge.clashes.n; i++) {
		const struct merge_clash *c = &p->merge.clashes.at[i];

		for (size_t k = 0; u->how->chosen[i] == MERGE_RIGHT && k < c->n; k++)
			values_set(&v, p->a, c->first[k].name,
			           values_get(&p->values[MERGE_RIGHT], c->first[k].name));
	}
	return v;
}

static enum status settle(struct uniting *u)
{
	struct pair *p = &u->pair;
	const struct form_from from = session_form_from(p->s);
	const struct person_details *goes = &p->details[other(u->how->stays)];
	struct person_details d = p->details[u->how->stays];
	const struct values v = chosen_values(u);
	struct problems problems = { 0 };

	person_fill(&goes->person, &d.person);
	person_take(&v, &from, p->a, &d, &problems);
	if (d.safe.set_on == DAY_NONE) {
		d.safe.set_on = goes->safe.set_on;
		d.safe.set_by = goes->safe.set_by;
	}
	d.person.created_on = goes->person.created_on < d.person.created_on
	                              ? goes->person.created_on
	                              : d.person.created_on;
	u->person = d.person;
	u->safe = d.safe;
	return OK;
}

/* Of two that are open the one that was not chosen closes: it is the same time with us. */
static enum status close_other(struct uniting *u, struct change *c)
{
	const struct merge_view *v = &u->pair.view;
	struct referral r;

	if (!v->both_open)
		return OK;
	r = v->open[other(u->how->open)].referral;
	r.state = REFERRAL_CLOSED;
	r.state_on = r.closed_on = u->pair.s->today;
	r.outcome = "duplicate";
	r.state_reason = _("Two records were one person.");
	r.hold_until = DAY_NONE;
	return session_store(u->pair.s, referral_update(c, &r));
}

static enum status unite_in(struct uniting *u, struct change *c)
{
	struct session *s = u->pair.s;
	struct person goes = u->pair.details[other(u->how->stays)].person;
	enum status rc = close_other(u, c);
	bool named = false;

	goes.merged_into = u->stays;
	if (rc == OK)
		rc = session_store(s, people_move_all(c, u->goes, u->stays));
	if (rc == OK)
		rc = session_store(s, person_update(c, &goes));
	if (rc == OK)
		rc = session_store(s, person_update(c, &u->person));
	if (rc == OK)
		rc = session_store(s, safe_contact_put(c, &u->safe));
	if (rc == OK && u->pair.view.both_open)
		rc = name_taker_in(s, c, u->stays, u->pair.view.open[u->how->open].referral.worker,
		                   &named);
	return rc == OK ? session_store(s, derive_person(c, u->goes)) : rc;
}

static enum status prepare(struct uniting *u)
{
	enum status rc = read_pair(&u->pair);

	if (rc == OK)
		rc = check(u);
	return rc == OK ? settle(u) : rc;
}

enum status casework_merge(struct session *s, const struct merge_how *how, struct arena *a,
                           const char **text)
{
	const struct pair pair = { .s = s, .a = a, .id = { how->left, how->right } };
	struct uniting u = { .pair = pair, .how = how };
	struct change c = { 0 };
	enum status rc = may_merge(s, how->left, how->right);

	u.stays = how->stays == MERGE_LEFT ? how->left : how->right;
	u.goes = how->stays == MERGE_LEFT ? how->right : how->left;
	if (rc == OK)
		rc = prepare(&u);
	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_MERGE, &c, u.stays,
	               arena_printf(a, _("made one record of %s and %s: %s"), person_ref(u.goes, a),
	                            person_ref(u.stays, a), act_name(&u.person, a)));
	/* Looked at again within the change: somebody may have written to either meanwhile. */
	if (rc == OK) {
		u.pair = pair;
		rc = prepare(&u);
	}
	if (rc == OK)
		rc = unite_in(&u, &c);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*text = arena_printf(
			a, _("Saved. %s and %s are one record, %s. u makes two of it again."),
			person_ref(u.goes, a), person_ref(u.stays, a), act_name(&u.person, a));
	return rc;
}

enum status casework_same_as(struct session *s, struct person_id id, struct arena *a,
                             struct duplicate_list *ret)
{
	struct duplicate_list hits = { 0 }, list = { 0 };
	struct person_details d;
	enum status rc = casework_may_about(s, OP_OPEN_PERSON, id);

	if (rc == OK)
		rc = casework_details(s, id, a, &d);
	if (rc == OK)
		rc = duplicates_find(s, &d, a, &hits);
	for (size_t i = 0; rc == OK && i < hits.n; i++)
		if (hits.at[i].id.n != id.n)
			*ARENA_PUSH(a, &list) = hits.at[i];
	if (rc != OK)
		return rc;
	*ret = list;
	return looked_for(s, d.person.family_name, list.n);
}
