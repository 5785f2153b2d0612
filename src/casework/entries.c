#include "casework/entries.h"

#include "act.h"
#include "edited_in.h"
#include "entry_in.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/directory.h"
#include "model/opening.h"
#include "store/accounts.h"
#include "store/change.h"
#include "store/derive.h"
#include "store/organisations.h"
#include "store/service_checks.h"
#include "store/service_entries.h"
#include "store/service_search.h"
#include "store/services.h"

#include <string.h>

/* ---- one entry ---- */

/* Whom staff ask for there, and what they tell each other, is not for the volunteers' Desk. */
static bool is_staff(const struct session *s)
{
	return session_may(s, OP_OPEN_PERSON);
}

static enum status name_of(struct session *s, struct account_id id, struct arena *a,
                           const char **ret)
{
	struct account by = { .name = "" };
	enum status rc = id.n == 0 ? OK : account_get(s->store, id, a, &by);

	if (rc == OK)
		*ret = by.name;
	return rc;
}

static enum status read_notes(struct session *s, struct service_id id, struct arena *a,
                              struct entry_note_list *ret)
{
	struct service_note_list all = { 0 };
	bool any = (s->account.roles & ROLE_COORDINATOR) != 0;
	enum status rc = is_staff(s) ? service_notes_of(s->store, id, a, &all) : OK;

	for (size_t i = 0; rc == OK && i < all.n; i++) {
		struct entry_note *n = ARENA_PUSH(a, ret);

		*n = (struct entry_note){ .id = all.at[i].id,
			                  .words = all.at[i].words,
			                  .when = day_short(all.at[i].on_day, s->today, a),
			                  .removable = any ||
			                               all.at[i].by_account.n == s->account.id.n };
		rc = name_of(s, all.at[i].by_account, a, &n->who);
	}
	return rc;
}

/* What else its organisation runs and is not closed for good. */
static enum status read_others(struct session *s, const struct service *x, struct arena *a,
                               struct entry_name_list *ret)
{
	struct service_id_list ids = { 0 };
	enum status rc =
		x->provider.n == 0 ? OK : organisation_services(s->store, x->provider, a, &ids);

	for (size_t i = 0; rc == OK && i < ids.n; i++) {
		struct service other;

		if (ids.at[i].n == x->id.n)
			continue;
		rc = service_get(s->store, ids.at[i], a, &other);
		if (rc == OK && other.status != SERVICE_CLOSED && !other.do_not_list)
			*ARENA_PUSH(a, ret) = (struct entry_name){ other.id, other.name };
	}
	return rc;
}

static const char *open_text(const struct session *s, const struct service_entry *x,
                             struct arena *a)
{
	const struct opening_now now = { s->today, s->minute, &s->holidays };
	struct service_time_list times = x->parts.times;

	if (times.n == 0)
		times = opening_read(x->service.hours, s->today, a);
	return x->service.status == SERVICE_ACTIVE ? opening_now(&times, &now, a) : "";
}

static enum status read_record(struct session *s, struct service_id id, struct arena *a,
                               struct service_record *r)
{
	enum status rc = service_entry_get(s->store, id, a, &r->entry);

	if (rc == OK)
		rc = service_parts_get(s->store, id, a, &r->entry.parts);
	if (rc == OK)
		rc = service_use_get(s->store, id, &r->use);
	if (rc == OK)
		rc = name_of(s, r->entry.service.checked_by, a, &r->checked_by);
	if (rc == OK)
		rc = name_of(s, r->entry.service.vetted_by, a, &r->vetted_by);
	if (rc == OK)
		rc = read_notes(s, id, a, &r->notes);
	if (rc == OK)
		rc = read_others(s, &r->entry.service, a, &r->others);
	if (rc == OK && r->entry.service.provider.n != 0)
		rc = organisation_get(s->store, r->entry.service.provider, a, &r->organisation);
	return rc;
}

enum status casework_open_service(struct session *s, struct service_id id, struct arena *a,
                                  struct service_record *ret)
{
	struct service_record r = { .organisation = organisation_blank };
	enum status rc = casework_may(s, OP_SEE_SERVICES);

	if (rc != OK)
		return rc;
	rc = read_record(s, id, a, &r);
	if (rc != OK)
		return session_store(s, rc);
	if (!is_staff(s)) {
		r.entry.service.staff_note = "";
		r.entry.parts.people = (struct service_person_list){ 0 };
	}
	r.waiting = (size_t)r.use.waiting;
	r.opening = open_text(s, &r.entry, a);
	*ret = r;
	return OK;
}

/*
 * Whoever says so today has looked whether people may be sent there. Where they do not say until when, it
 * is looked at again when the table of what falls due has it; taken out later, it stays out.
 */
static void sign_vetted(const struct session *s, struct service *x)
{
	if (x->vetted_on != s->today || x->vetted_by.n != 0)
		return;
	x->vetted_by = s->account.id;
	if (x->vetted == VETTED_YES && x->vetted_until == DAY_NONE)
		x->vetted_until = session_due(s, DUE_VETTING, s->today);
}

/* Typed with other capitals, blanks or accents, it is still the organisation that is here. */
static enum status provider_as_known(struct session *s, struct arena *a, struct service_entry *x)
{
	const char *folded = text_fold(str_of(x->organisation), a);
	struct organisation_list all = { 0 };
	enum status rc = text_empty(folded) ? OK : organisations_all(s->store, a, &all);

	for (size_t i = 0; rc == OK && i < all.n; i++)
		if (text_equal(text_fold(str_of(all.at[i].name), a), folded)) {
			x->organisation = all.at[i].name;
			break;
		}
	return rc;
}

static enum status parts_in(struct change *c, struct service_id id, const struct service_entry *x)
{
	enum status rc = service_parts_put(c, id, &x->parts);

	return rc == OK ? derive_service(c, id) : rc;
}

enum status entry_add_in(struct session *s, struct change *c, struct service_entry *x)
{
	struct arena a = { 0 };
	enum status rc;

	sign_vetted(s, &x->service);
	rc = service_edited_in(s, c, &x->service);
	if (rc == OK)
		rc = provider_as_known(s, &a, x);
	if (rc == OK)
		rc = service_entry_add(c, x, &x->service.id);
	if (rc == OK)
		rc = service_added_in(s, c, &x->service);
	if (rc == OK)
		rc = parts_in(c, x->service.id, x);
	arena_reset(&a);
	return rc;
}

enum status entry_change_in(struct session *s, struct change *c, struct service_entry *x)
{
	struct arena a = { 0 };
	enum status rc;

	sign_vetted(s, &x->service);
	rc = service_edited_in(s, c, &x->service);
	if (rc == OK)
		rc = provider_as_known(s, &a, x);
	if (rc == OK)
		rc = service_entry_update(c, x);
	if (rc == OK)
		rc = parts_in(c, x->service.id, x);
	arena_reset(&a);
	return rc;
}

enum status casework_add_service(struct session *s, const struct service_entry *x,
                                 struct service_id *ret)
{
	struct arena a = { 0 };
	struct service_entry e = *x;
	struct change c;
	enum status rc = act_begin(s, OP_EDIT_SERVICE, &c, (struct person_id){ 0 },
	                           arena_printf(&a, _("a new service, %s"), x->service.name));

	if (rc == OK)
		rc = entry_add_in(s, &c, &e);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*ret = e.service.id;
	arena_reset(&a);
	return rc;
}

enum status casework_change_service(struct session *s, const struct service_entry *x)
{
	struct arena a = { 0 };
	struct service_entry e = *x;
	struct change c;
	enum status rc = act_begin(s, OP_EDIT_SERVICE, &c, (struct person_id){ 0 },
	                           arena_printf(&a, _("change of %s"), x->service.name));

	if (rc == OK)
		rc = entry_change_in(s, &c, &e);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

/* ---- what staff tell each other ---- */

enum status casework_note_on_service(struct session *s, struct service_id id, const char *words)
{
	struct arena a = { 0 };
	struct service_note x = service_note_blank;
	struct service service;
	struct service_note_id note;
	struct change c;
	enum status rc;

	if (text_empty(words))
		return session_fail(s, E_INVALID, _("Nothing was written."));
	if (strlen(words) > SERVICE_NOTE_MOST)
		return session_fail(s, E_INVALID, _("No more than %zu letters."),
		                    SERVICE_NOTE_MOST);
	rc = session_store(s, service_get(s->store, id, &a, &service));
	if (rc != OK)
		goto done;
	x.service = id;
	x.words = words;
	x.on_day = s->today;
	x.by_account = s->account.id;
	rc = act_begin(s, OP_NOTE_ON_SERVICE, &c, (struct person_id){ 0 },
	               arena_printf(&a, _("a note on %s"), service.name));
	if (rc == OK)
		rc = service_note_add(&c, &x, &note);
	rc = act_end(s, &c, rc);
done:
	arena_reset(&a);
	return rc;
}

static const struct service_note *note_of(const struct service_note_list *all,
                                          struct service_note_id id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].id.n == id.n)
			return &all->at[i];
	return NULL;
}

enum status casework_take_note_off(struct session *s, struct service_id id,
                                   struct service_note_id note)
{
	struct arena a = { 0 };
	struct service_note_list all = { 0 };
	const struct service_note *x = NULL;
	struct change c;
	enum status rc = act_begin(s, OP_NOTE_ON_SERVICE, &c, (struct person_id){ 0 },
	                           _("a note taken off a service"));

	if (rc == OK)
		rc = service_notes_of(s->store, id, &a, &all);
	if (rc == OK)
		x = note_of(&all, note);
	if (rc == OK && !x)
		rc = session_fail(s, E_NOT_FOUND, _("That note is not there any more."));
	if (rc == OK && x && x->by_account.n != s->account.id.n &&
	    !(s->account.roles & ROLE_COORDINATOR))
		rc = session_fail(s, E_DENIED,
		                  _("Somebody else wrote it: they or a coordinator take it off."));
	if (rc == OK)
		rc = service_note_remove(&c, note);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}
