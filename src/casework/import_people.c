#include "casework/import_people.h"

#include "import_run.h"
#include "people_cells.h"
#include "people_same.h"
#include "standing.h"

#include "base/text.h"
#include "base/words.h"
#include "model/phone.h"
#include "store/contact_points.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/safe_contacts.h"

#include <string.h>

#define MOST_COLUMNS 64

/* A row as it was read: what it says, and which of its cells say anything. */
struct people_row {
	struct people_record in;
	bool given[MOST_COLUMNS];   /* not empty */
	bool cleared[MOST_COLUMNS]; /* "-" */
};

static const char *name_of(size_t column)
{
	return columns_of(COLUMNS_PEOPLE).at[column].name;
}

/* ---- reading ---- */

static void read_cell(struct import_run *r, struct people_row *row, size_t column)
{
	const char *text = import_cell(r, column);
	struct cell_said said;

	if (text_empty(text))
		return;
	row->given[column] = true;
	if (text_equal(text, "-")) {
		row->cleared[column] = true;
		if (people_cell_kept(column))
			import_refuse(r, name_of(column), text, _("This is always needed."));
		return;
	}
	said = people_cell_read(r->about, column, text, &r->row_arena, &row->in);
	if (said.refused)
		import_refuse(r, name_of(column), text, said.refused);
	else if (said.note)
		import_note(r, name_of(column), text, said.note);
}

static void read_row(struct import_run *r, struct people_row *row)
{
	*row = (struct people_row){ .in = people_record_blank() };
	for (size_t i = 0; i < r->map.n; i++)
		read_cell(r, row, i);
	if (!r->refused && text_empty(row->in.person.family_name))
		import_refuse(r, "family_name", "", _("There is no name."));
}

/* ---- writing ---- */

/* The file's sentence is what is to be minded; two exclamation marks in front are danger. */
static void put_safety(struct safe_contact *safe, const char *text)
{
	safe->danger = strncmp(text, "!!", 2) == 0;
	while (*text == '!' || *text == ' ')
		text++;
	safe->note = text;
}

static enum status add_points(struct import_run *r, struct person_id person,
                              enum contact_point_kind kind, const char *texts)
{
	struct str rest = str_of(texts), part;
	enum status rc = OK;

	while (rc == OK && people_part(&rest, &part)) {
		struct contact_point p = contact_point_blank;
		struct contact_point_id id;

		p.person = person;
		p.kind = kind;
		p.value = arena_str(&r->row_arena, part);
		rc = contact_point_add(&r->c, &p, &id);
	}
	return rc;
}

static void complete_referral(struct session *s, struct referral *f, struct person_id person)
{
	f->person = person;
	if (f->received_on == DAY_NONE)
		f->received_on = s->today;
	if (text_empty(f->source))
		f->source = "other";
	if (f->urgency == URGENCY_NONE)
		f->urgency = URGENCY_USUAL;
	if (f->state == REFERRAL_STATE_NONE)
		f->state = f->worker.n != 0 ? REFERRAL_ACCEPTED : REFERRAL_RECEIVED;
	f->state_on = f->received_on;
	f->first_contact_by = session_due(s, DUE_FIRST_CONTACT, f->received_on);
	if (f->state == REFERRAL_ACCEPTED || f->state == REFERRAL_ACTIVE ||
	    f->state == REFERRAL_ON_HOLD)
		f->accepted_on = f->received_on;
	if (f->state == REFERRAL_CLOSED)
		f->closed_on = f->received_on;
}

static enum status add_referral(struct import_run *r, struct people_record *in,
                                struct person_id person)
{
	struct referral_id id;

	complete_referral(r->s, &in->referral, person);
	return referral_add(&r->c, &in->referral, &id);
}

static void stamp_safe(struct session *s, struct safe_contact *safe)
{
	safe->set_on = s->today;
	safe->set_by = s->account.id;
}

static bool any_given(const struct people_row *row, bool (*kind)(size_t column))
{
	for (size_t i = 0; i < columns_of(COLUMNS_PEOPLE).n; i++)
		if (row->given[i] && !row->cleared[i] && kind(i))
			return true;
	return false;
}

static enum status add(struct import_run *r, struct people_row *row)
{
	struct people_record *in = &row->in;
	struct person_id id = { 0 };
	enum status rc;

	in->person.created_on = r->s->today;
	rc = person_add(&r->c, &in->person, &id);
	if (rc != OK)
		return rc;
	in->safe.person = id;
	put_safety(&in->safe, in->contact_safety);
	if (any_given(row, people_cell_safe))
		stamp_safe(r->s, &in->safe);
	rc = safe_contact_put(&r->c, &in->safe);
	if (rc == OK)
		rc = add_points(r, id, CONTACT_POINT_PHONE, in->phones);
	if (rc == OK)
		rc = add_points(r, id, CONTACT_POINT_EMAIL, in->emails);
	if (rc == OK)
		rc = add_referral(r, in, id);
	return rc == OK ? derive_person(&r->c, id) : rc;
}

/* ---- somebody who is here already ---- */

static enum status load(struct import_run *r, struct person_id id, struct people_record *ret)
{
	struct people_record was = people_record_blank();
	struct store *st = r->s->store;
	struct arena *a = &r->row_arena;
	enum status rc = person_get(st, id, a, &was.person);

	if (rc == OK)
		rc = safe_contact_get(st, id, a, &was.safe);
	if (rc == OK)
		rc = contact_points_of_person(st, id, a, &was.points);
	if (rc == OK)
		rc = referral_current(st, id, a, &was.referral);
	if (rc != OK && rc != E_NOT_FOUND)
		return rc;
	was.referred = rc == OK;
	was.ref = id;
	was.contact_safety = people_safety_text(&was.safe, &was.person, a);
	was.phones = people_points_text(&was.points, CONTACT_POINT_PHONE, a);
	was.emails = people_points_text(&was.points, CONTACT_POINT_EMAIL, a);
	*ret = was;
	return OK;
}

/* A reference of another place, and a worker who is not known here, change nobody. */
static bool differs(const struct people_row *row, const struct people_record *was, size_t column)
{
	const char *name = name_of(column);

	if (!row->given[column] || text_equal(name, "ref"))
		return false;
	if (text_equal(name, "worker") && !row->cleared[column] && row->in.referral.worker.n == 0)
		return false;
	return !people_cell_equal(column, &row->in, was);
}

static bool has(const char *texts, const char *value)
{
	struct str rest = str_of(texts), part;

	while (people_part(&rest, &part))
		if (str_is(part, value))
			return true;
	return false;
}

/* Numbers that the file no longer has are struck out, not lost; never-use ones stay that. */
static enum status strike_gone(struct import_run *r, struct people_record *was,
                               enum contact_point_kind kind, const char *texts)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < was->points.n; i++) {
		struct contact_point *p = &was->points.at[i];
		const char *shown = kind == CONTACT_POINT_PHONE
		                            ? phone_shown(p->value, &r->row_arena)
		                            : p->value;

		if (p->kind != kind || !contact_point_usable(p) || has(texts, shown))
			continue;
		p->struck_on = r->s->today;
		rc = contact_point_update(&r->c, p);
	}
	return rc;
}

static bool never_to_be_used(struct import_run *r, const struct people_record *was,
                             const char *value)
{
	for (size_t i = 0; i < was->points.n; i++) {
		const struct contact_point *p = &was->points.at[i];

		if (p->never_use && (text_equal(p->value, value) ||
		                     text_equal(phone_shown(p->value, &r->row_arena), value)))
			return true;
	}
	return false;
}

/* Those of texts that are not here yet. */
static const char *only_new(struct import_run *r, const struct people_record *was, const char *here,
                            const char *texts, const char *column)
{
	struct str rest = str_of(texts), part;
	struct buf out = { 0 };
	const char *text;

	while (people_part(&rest, &part)) {
		const char *value = arena_str(&r->row_arena, part);

		if (has(here, value))
			continue;
		if (never_to_be_used(r, was, value))
			import_note(r, column, value,
			            _("This is never to be used, and was left out."));
		else
			buf_printf(&out, "%s; ", value);
	}
	text = arena_str(&r->row_arena, buf_str(&out));
	buf_done(&out);
	return text;
}

static enum status update_points(struct import_run *r, struct people_record *was,
                                 enum contact_point_kind kind, const char *texts)
{
	bool phone = kind == CONTACT_POINT_PHONE;
	const char *here = phone ? was->phones : was->emails;
	const char *fresh = only_new(r, was, here, texts, phone ? "phone" : "email");
	enum status rc = strike_gone(r, was, kind, texts);

	return rc == OK ? add_points(r, was->person.id, kind, fresh) : rc;
}

struct touched {
	bool person, safe, referral, phones, emails;
};

static struct touched mark(struct touched t, size_t column)
{
	const char *name = name_of(column);

	if (text_equal(name, "phone"))
		t.phones = true;
	else if (text_equal(name, "email"))
		t.emails = true;
	else if (people_cell_safe(column))
		t.safe = true;
	else if (people_cell_referral(column))
		t.referral = true;
	else
		t.person = true;
	return t;
}

/* The sentence beside the number: what the other fields say of it stays theirs. */
static void update_safety(struct import_run *r, struct people_record *now,
                          const struct people_record *was)
{
	struct safe_contact bare = was->safe;
	const char *prefix, *text = now->contact_safety;

	if (text_equal(text, was->contact_safety))
		return;
	bare.note = "";
	prefix = people_safety_text(&bare, &was->person, &r->row_arena);
	if (prefix[0] != '\0' && strncmp(text, prefix, strlen(prefix)) == 0) {
		text += strlen(prefix);
		text += strspn(text, "; ");
		now->safe.note = text;
		return;
	}
	put_safety(&now->safe, text);
}

static enum status update_referral(struct import_run *r, struct people_record *now,
                                   const struct people_record *was)
{
	if (!was->referred)
		return add_referral(r, now, now->person.id);
	if (now->referral.state != was->referral.state)
		now->referral.state_on = r->s->today;
	return referral_update(&r->c, &now->referral);
}

static enum status write_back(struct import_run *r, struct people_record *now,
                              struct people_record *was, struct touched t)
{
	enum status rc = OK;

	if (t.person)
		rc = person_update(&r->c, &now->person);
	if (rc == OK && t.safe) {
		update_safety(r, now, was);
		stamp_safe(r->s, &now->safe);
		rc = safe_contact_put(&r->c, &now->safe);
	}
	if (rc == OK && t.phones)
		rc = update_points(r, was, CONTACT_POINT_PHONE, now->phones);
	if (rc == OK && t.emails)
		rc = update_points(r, was, CONTACT_POINT_EMAIL, now->emails);
	if (rc == OK && t.referral)
		rc = update_referral(r, now, was);
	return rc == OK ? derive_person(&r->c, was->person.id) : rc;
}

static bool step_allowed(struct import_run *r, const struct people_record *now,
                         const struct people_record *was)
{
	if (!was->referred || now->referral.state == was->referral.state ||
	    referral_may_become(was->referral.state, now->referral.state))
		return true;
	import_refuse(r, "state", words_word(&referral_states, (int)now->referral.state),
	              arena_printf(&r->row_arena, _("From %s there is no step to it."),
	                           words_label(&referral_states, (int)was->referral.state)));
	return false;
}

static enum status take_known(struct import_run *r, struct people_row *row, struct person_id id,
                              enum import_fate *ret)
{
	struct people_record was, now;
	struct buf names = { 0 };
	struct touched t = { 0 };
	enum status rc;

	/* Neither written to nor compared with: a file of guesses would be answered. */
	if (standing_hidden(r->s, id)) {
		import_refuse(r, NULL, "",
		              _("Somebody here may be meant whose record is restricted. Ask who is "
		                "named for it."));
		return OK;
	}
	rc = load(r, id, &was);
	if (rc != OK)
		return rc;
	now = was;
	for (size_t i = 0; i < r->map.n; i++) {
		if (!differs(row, &was, i))
			continue;
		people_cell_copy(i, &now, &row->in);
		t = mark(t, i);
		buf_printf(&names, "%s%s", names.n > 0 ? ", " : "", name_of(i));
	}
	*ret = IMPORT_SAME;
	if (names.n > 0 && (!r->options->update || step_allowed(r, &now, &was))) {
		*ret = r->options->update ? IMPORT_CHANGED : IMPORT_HELD;
		import_note(r, NULL, "",
		            arena_printf(&r->row_arena,
		                         r->options->update ? _("%s: changed: %s.")
		                                            : _("%s: changed, not applied: %s."),
		                         person_ref(id, &r->row_arena), buf_text(&names)));
		if (r->options->update)
			rc = write_back(r, &now, &was, t);
	}
	buf_done(&names);
	return rc;
}

static enum status take_row(struct import_run *r, enum import_fate *ret)
{
	struct people_row row;
	struct person_id id = { 0 };
	const char *why = "", *column = NULL;
	enum status rc;

	read_row(r, &row);
	if (r->refused)
		return OK;
	rc = people_same(r->s, &row.in, &r->row_arena, &id, &column, &why);
	if (rc == E_CONFLICT) {
		import_refuse(r, column, "", why);
		return OK;
	}
	if (rc != OK)
		return rc;
	if (id.n != 0)
		return take_known(r, &row, id, ret);
	if (row.in.ref.n != 0)
		import_note(r, "ref", person_ref(row.in.ref, &r->row_arena),
		            _("Nobody here has it: taken in under a new one."));
	*ret = IMPORT_NEW;
	return add(r, &row);
}

enum status casework_import_people(struct session *s, const struct import_options *options,
                                   const struct progress *progress, struct arena *a,
                                   struct import_report *ret)
{
	struct people_cells cells;
	struct import_run r = { .s = s,
		                .op = OP_IMPORT_PEOPLE,
		                .table = COLUMNS_PEOPLE,
		                .options = options,
		                .progress = progress,
		                .a = a,
		                .take = take_row,
		                .about = &cells };
	enum status rc = people_cells_load(s, a, &cells);

	return rc == OK ? import_run(&r, ret) : rc;
}
