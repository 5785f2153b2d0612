#include "casework/handover.h"

#include "act.h"
#include "colleagues.h"

#include "base/text.h"
#include "base/words.h"
#include "store/accounts.h"
#include "store/handover_notes.h"

bool note_is_for(const struct session *s, const struct handover_note *n)
{
	switch (n->reader) {
	case NOTE_FOR_ONE:
		return n->for_account.n == s->account.id.n;
	case NOTE_FOR_VOLUNTEERS:
		return (s->account.roles & ROLE_VOLUNTEER) != 0;
	case NOTE_FOR_NEXT:
		return n->left_by.n != s->account.id.n &&
		       (s->account.roles & (ROLE_LINK_WORKER | ROLE_COORDINATOR)) != 0;
	case NOTE_READER_NONE:
		break;
	}
	return false;
}

static enum status reader_of(struct session *s, const struct new_note *n, struct arena *a,
                             struct handover_note *x, const char **name)
{
	struct account account;
	enum status rc;

	*name = words_label(&note_readers, (int)n->reader);
	if (n->reader != NOTE_FOR_ONE)
		return OK;
	rc = account_by_login(s->store, text_fold(str_trim(str_of(n->login)), a), a, &account);
	if (rc == E_NOT_FOUND || (rc == OK && account.disabled_at != 0))
		return session_fail(s, E_INVALID, _("Nobody here signs in as %s."),
		                    text_safe(str_of(n->login), a));
	if (rc == OK) {
		x->for_account = account.id;
		*name = account.name;
	}
	return session_store(s, rc);
}

enum status casework_leave_note(struct session *s, const struct new_note *n, struct arena *a,
                                const char **said)
{
	struct handover_note x = handover_note_blank;
	struct change c = { 0 };
	const char *name = "";
	int64_t id;
	enum status rc = casework_may(s, OP_LEAVE_NOTE);

	if (rc == OK && (text_empty(n->words) || n->reader == NOTE_READER_NONE))
		rc = session_fail(s, E_INVALID,
		                  _("Say whom it is for, and what they should know."));
	if (rc == OK)
		rc = reader_of(s, n, a, &x, &name);
	if (rc != OK)
		return rc;
	x.person = n->person;
	x.reader = n->reader;
	x.words = n->words;
	x.left_by = s->account.id;
	x.left_at = s->now;
	rc = act_begin(s, OP_LEAVE_NOTE, &c, (struct person_id){ 0 },
	               arena_printf(a, _("note left for %s"), name));
	if (rc == OK)
		rc = handover_note_add(&c, &x, &id);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*said = arena_printf(a, _("Saved. %s will find it, until it is read."),
		                     n->reader == NOTE_FOR_VOLUNTEERS ? _("Every volunteer")
		                     : n->reader == NOTE_FOR_NEXT     ? _("Whoever is here next")
		                                                      : name);
	return rc;
}

static enum status note_shown(struct session *s, const struct handover_note *n, struct arena *a,
                              struct note_shown *ret)
{
	struct note_shown x = { .note = *n, .read = _("not read yet") };
	struct handover_readers readers = { 0 };
	const char *by = "";
	enum status rc = colleague_name(s, n->left_by, a, &x.by);

	x.when = colleague_when(s, n->left_at, a);
	if (rc == OK)
		rc = colleague_person(s, n->person, a, &x.about);
	if (rc == OK)
		rc = session_store(s, handover_readers(s->store, n->id, &readers));
	if (rc == OK && readers.n > 0)
		rc = colleague_name(s, readers.first, a, &by);
	if (rc == OK && readers.n > 0)
		x.read = arena_printf(
			a, readers.n == 1 ? _("read by %s, %s") : _("read by %s, %s, and %d more"),
			by, colleague_when(s, readers.read_at, a), readers.n - 1);
	if (rc == OK)
		*ret = x;
	return rc;
}

static enum status note_for(struct session *s, int64_t id, struct arena *a,
                            struct handover_note *ret)
{
	enum status rc = session_store(s, handover_note_get(s->store, id, a, ret));

	if (rc == OK && !note_is_for(s, ret) && ret->left_by.n != s->account.id.n)
		return session_fail(s, E_DENIED, _("That note is for somebody else."));
	return rc;
}

enum status casework_note(struct session *s, int64_t id, struct arena *a, struct note_shown *ret)
{
	struct handover_note n;
	enum status rc = casework_may(s, OP_SEE_SINCE);

	if (rc == OK)
		rc = note_for(s, id, a, &n);
	return rc == OK ? note_shown(s, &n, a, ret) : rc;
}

enum status casework_note_read(struct session *s, int64_t id)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct handover_note n;
	enum status rc = casework_may(s, OP_SEE_SINCE);

	if (rc == OK)
		rc = note_for(s, id, &a, &n);
	if (rc == OK && note_is_for(s, &n)) {
		rc = act_begin(s, OP_SEE_SINCE, &c, (struct person_id){ 0 }, _("note read"));
		c.kind = "look"; /* what was read stays read: there is nothing to undo */
		if (rc == OK)
			rc = handover_read_put(&c, id, s->account.id);
		n.closed = n.reader != NOTE_FOR_VOLUNTEERS;
		if (rc == OK && n.closed)
			rc = handover_note_update(&c, &n);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

enum status casework_notes_left(struct session *s, struct arena *a, struct notes_shown *ret)
{
	struct handover_note_list list = { 0 };
	struct notes_shown notes = { 0 };
	enum status rc = casework_may(s, OP_LEAVE_NOTE);

	if (rc == OK)
		rc = session_store(s,
		                   handover_notes_left_by(s->store, s->account.id, 10, a, &list));
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct note_shown x;

		rc = note_shown(s, &list.at[i], a, &x);
		if (rc == OK)
			*ARENA_PUSH(a, &notes) = x;
	}
	if (rc == OK)
		*ret = notes;
	return rc;
}
