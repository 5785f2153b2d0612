#include "casework/op.h"

#include "casework/session.h"
#include "looked.h"
#include "open.h"
#include "standing.h"

#include "base/attr.h"
#include "base/words.h"
#include "store/access.h"
#include "store/change.h"
#include "store/people.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

#define OP_ROLES 4 /* in the order of the table: bit i of a set of roles */

static const struct permission {
	const char *cells[OP_ROLES];
	const char *what, *symbol;
} permissions[OP_COUNT] = {
#define OP_ROW(op, volunteer, link_worker, coordinator, auditor, what) \
	[op] = { { volunteer, link_worker, coordinator, auditor }, what, #op },
	CASEWORK_OPS(OP_ROW)
};

static enum permit permit_of(char cell, enum team team)
{
	switch (cell) {
	case 'y':
		return PERMIT_FREELY;
	case 'q':
		return team == TEAM_OPEN     ? PERMIT_FREELY
		       : team == TEAM_CLOSED ? PERMIT_ANYWAY
		                             : PERMIT_WITH_REASON;
	case 'f':
		return PERMIT_WITH_PROOF;
	case 'g':
		return PERMIT_ANYWAY;
	case 'd':
		return PERMIT_TOGETHER;
	case 'p':
		return PERMIT_TO_PROPOSE;
	default:
		return PERMIT_DENIED;
	}
}

/* The Desk knows nobody, so there is nobody that it stands to in any way. */
static enum permit desk_permit(enum op op)
{
	const char *cell = permissions[op].cells[0];

	return strlen(cell) > STANDING_COUNT ? permit_of(cell[STANDING_COUNT], TEAM_CLOSED)
	                                     : PERMIT_DENIED;
}

enum permit op_permit(enum op op, unsigned roles, enum standing standing, enum team team)
{
	enum permit best = PERMIT_DENIED;

	if (roles == ROLE_DESK)
		return desk_permit(op);
	for (unsigned i = 0; i < OP_ROLES; i++) {
		enum permit permit = permit_of(permissions[op].cells[i][standing], team);

		if ((roles & (1u << i)) && permit < best)
			best = permit;
	}
	return best;
}

const char *op_what(enum op op)
{
	return permissions[op].what;
}

const char *op_word(enum op op)
{
	static char words[OP_COUNT][32];
	const char *symbol = permissions[op].symbol + 3; /* after OP_ */
	size_t i;

	for (i = 0; symbol[i] != '\0' && i + 1 < sizeof(words[op]); i++)
		words[op][i] = (char)tolower((unsigned char)symbol[i]);
	words[op][i] = '\0';
	return words[op];
}

bool session_fresh(const struct session *s)
{
	return s->proved_at != 0 && s->now >= s->proved_at &&
	       s->now - s->proved_at < ACCESS_PROOF_SECONDS;
}

static enum status refusal(struct session *s, enum permit permit, enum op op)
{
	switch (permit) {
	case PERMIT_WITH_REASON:
		return session_fail(
			s, E_DENIED,
			_("This is a colleague's person: say why you open the record."));
	case PERMIT_WITH_PROOF:
		return session_fail(s, E_DENIED, _("To %s, give your passphrase again first."),
		                    op_what(op));
	case PERMIT_ANYWAY:
		return session_fail(s, E_DENIED,
		                    _("This record is restricted. It can be opened anyway, with a "
		                      "reason: a coordinator is told."));
	case PERMIT_TOGETHER:
		return session_fail(s, E_DENIED, _("To %s takes a second person."), op_what(op));
	case PERMIT_TO_PROPOSE:
		return session_fail(s, E_DENIED,
		                    _("%s may propose to %s, for a coordinator to decide."),
		                    s->account.name, op_what(op));
	case PERMIT_FREELY:
	case PERMIT_DENIED:
		break;
	}
	return session_fail(s, E_DENIED, _("%s may not %s. Ask a coordinator."), s->account.name,
	                    op_what(op));
}

/* The demand stands as long as its sentence does. */
static enum status refuse(struct session *s, enum permit permit, enum op op,
                          struct person_id person)
{
	enum status rc = refusal(s, permit, op);

	if (permit != PERMIT_DENIED)
		s->demand = (struct demand){ .permit = permit, .op = op, .person = person };
	return rc;
}

static enum status decide(struct session *s, enum op op, enum standing standing,
                          struct person_id person)
{
	enum permit permit;

	/* Between two keys others write, too: an account that was closed reads no more, either. */
	if (!store_changing(s->store))
		session_refresh(s);
	permit = op_permit(op, s->account.roles, standing, s->service.team);
	if (s->account.roles == ROLE_DESK && person.n != 0)
		permit = PERMIT_DENIED; /* nobody is known there */
	s->demand = (struct demand){ 0 };
	if (s->ended != SESSION_GOES_ON && op != OP_KEEP_DRAFT && op != OP_LOCK)
		return session_fail(s, E_DENIED, "%s", session_end_text(s));
	if (s->account.code_until != 0 && op != OP_CHANGE_PASSPHRASE && op != OP_PROVE)
		return session_fail(
			s, E_DENIED,
			_("This is a one-time code: choose your own passphrase first."));
	if (permit == PERMIT_FREELY || (permit == PERMIT_WITH_PROOF && session_fresh(s)))
		return OK;
	looked_refused(s, permit, op, person);
	return refuse(s, permit, op, person);
}

enum status casework_may(struct session *s, enum op op)
{
	return decide(s, op, STANDING_OWN, (struct person_id){ 0 });
}

/* What is still open about them somewhere goes no further: all of it stands with the other. */
static enum status merged_away(struct session *s, struct person_id person, struct person_id into)
{
	struct arena a = { 0 };

	session_fail(s, E_CONFLICT,
	             _("%s and %s were one person: everything is with %s now. : and its number "
	               "opens it."),
	             person_ref(person, &a), person_ref(into, &a), person_ref(into, &a));
	arena_reset(&a);
	return E_CONFLICT;
}

enum status standing_find(struct session *s, struct person_id person, enum standing *ret,
                          enum via *via)
{
	struct ties ties = { 0 };
	enum status rc =
		session_store(s, ties_of(s->store, person, s->account.id, s->now, s->today, &ties));

	if (rc == OK && ties.merged_into.n != 0)
		return merged_away(s, person, ties.merged_into);
	/* Nobody's yet is every worker's; a volunteer's only when somebody gave it to them. */
	if (!(s->account.roles & (ROLE_LINK_WORKER | ROLE_COORDINATOR)))
		ties.nobodys = false;
	if (rc == OK)
		*ret = standing_of(&ties, via);
	return rc;
}

enum status standing_may(struct session *s, enum op op, struct person_id person, enum via *via)
{
	enum standing standing = STANDING_OWN;
	enum status rc = person.n ? standing_find(s, person, &standing, via) : OK;

	return rc == OK ? decide(s, op, standing, person) : rc;
}

enum status casework_may_about(struct session *s, enum op op, struct person_id person)
{
	enum via via;

	return standing_may(s, op, person, &via);
}

bool session_knows_people(const struct session *s)
{
	return session_may(s, OP_OPEN_PERSON);
}

bool session_may(const struct session *s, enum op op)
{
	return op_permit(op, s->account.roles, STANDING_OWN, s->service.team) != PERMIT_DENIED;
}

/* Quiet: what stands in the session as its sentence stays. */
static enum standing standing_peek(struct session *s, struct person_id person)
{
	struct ties ties;
	enum via via;

	if (person.n == 0)
		return STANDING_OWN;
	if (ties_of(s->store, person, s->account.id, s->now, s->today, &ties) != OK ||
	    ties.merged_into.n != 0)
		return STANDING_SEALED;
	return standing_of(&ties, &via);
}

bool session_may_about(struct session *s, enum op op, struct person_id person)
{
	return op_permit(op, s->account.roles, standing_peek(s, person), s->service.team) !=
	       PERMIT_DENIED;
}

bool standing_hides(struct session *s, struct person_id person, bool restricted, bool keep_apart)
{
	bool staff = session_may(s, OP_OPEN_PERSON);

	if (!restricted && (staff || !keep_apart))
		return false;
	return standing_peek(s, person) >= (staff ? STANDING_SEALED : STANDING_OTHER);
}

bool standing_lets(struct session *s, enum op op, struct person_id person)
{
	enum permit permit =
		op_permit(op, s->account.roles, standing_peek(s, person), s->service.team);

	return permit == PERMIT_FREELY || (permit == PERMIT_WITH_PROOF && session_fresh(s));
}

bool standing_hidden(struct session *s, struct person_id person)
{
	struct arena a = { 0 };
	struct person p;
	enum status rc = person.n ? person_get(s->store, person, &a, &p) : E_NOT_FOUND;
	bool hidden = rc == OK && standing_hides(s, person, p.restricted, p.keep_apart);

	arena_reset(&a);
	return hidden || (rc != OK && rc != E_NOT_FOUND);
}

bool standing_open(struct session *s, struct person_id person)
{
	return standing_lets(s, OP_OPEN_PERSON, person) ||
	       standing_lets(s, OP_RECORD_CONTACT, person);
}

enum status session_ask_proof(struct session *s, enum op op)
{
	return refuse(s, PERMIT_WITH_PROOF, op, (struct person_id){ 0 });
}
