#include "casework/approvals.h"

#include "act.h"
#include "approved.h"
#include "standing.h"

#include "base/clock.h"
#include "base/words.h"
#include "store/access.h"
#include "store/accounts.h"
#include "store/approvals.h"
#include "vault/digest.h"

#include <assert.h>
#include <string.h>

/* ---- what is asked for, as it is kept ---- */

/* "login=ben\nroles=6": the values are words of clew's own, without a line's end. */
static const char *body_text(const struct values *v, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < v->n; i++)
		text = arena_printf(a, "%s%s%s=%s", text, i ? "\n" : "", v->at[i].name,
		                    v->at[i].text);
	return text;
}

static struct values body_values(const char *text, struct arena *a)
{
	struct values v = { 0 };
	struct str rest = str_of(text), line, name;

	while (str_cut(&rest, '\n', &line))
		if (str_cut(&line, '=', &name))
			values_set(&v, a, arena_str(a, name), arena_str(a, line));
	return v;
}

static const char *digest_of(const struct approval *x, struct arena *a)
{
	struct digest d;
	uint8_t sum[DIGEST_BYTES];
	char hex[DIGEST_HEX_ROOM];

	digest_init(&d, NULL, "approval");
	digest_text(&d, str_of(x->act));
	digest_int(&d, x->person.n);
	digest_text(&d, str_of(x->body));
	digest_text(&d, str_of(x->what));
	digest_int(&d, x->asked_by.n);
	digest_end(&d, sum);
	digest_hex(sum, hex);
	return arena_strdup(a, hex);
}

/* ---- who may ---- */

static enum status permit_of(struct session *s, const struct account *by, enum op op,
                             struct person_id person, enum permit *ret)
{
	enum standing standing = STANDING_OWN;
	struct ties ties;
	enum via via;

	if (person.n != 0) {
		enum status rc = ties_of(s->store, person, by->id, s->now, s->today, &ties);

		if (rc != OK)
			return rc;
		standing = standing_of(&ties, &via);
	}
	*ret = by->disabled_at ? PERMIT_DENIED
	                       : op_permit(op, by->roles, standing, s->service.team);
	return OK;
}

/* May an account with that permit, or an auditor, be the second one for whoever asked with the other? */
static bool is_second(enum permit asked, enum permit permit, unsigned roles)
{
	if (permit == PERMIT_FREELY || permit == PERMIT_WITH_PROOF)
		return true;
	return asked == PERMIT_TOGETHER &&
	       (permit == PERMIT_TOGETHER || (roles & ROLE_AUDITOR) != 0);
}

struct asking {
	const struct act_approved *act;
	struct account by;
	enum permit permit; /* of whoever asked, now */
};

static enum status read_asked(struct session *s, const struct approval *x, struct arena *a,
                              struct asking *ret)
{
	enum status rc;

	ret->act = approved_find(x->act);
	ret->permit = PERMIT_DENIED;
	rc = account_get(s->store, x->asked_by, a, &ret->by);
	if (rc == OK && ret->act)
		rc = permit_of(s, &ret->by, ret->act->op, x->person, &ret->permit);
	return rc;
}

/* Is there anybody at all, but whoever asked, who could answer? */
static enum status somebody_else(struct session *s, const struct approval *x,
                                 const struct asking *asked, struct arena *a, bool *ret)
{
	struct account_list all;
	enum status rc = accounts_all(s->store, a, &all);

	*ret = false;
	for (size_t i = 0; rc == OK && i < all.n && !*ret; i++) {
		enum permit permit = PERMIT_DENIED;

		if (!account_is_another(&all.at[i], x->asked_by, s->now) ||
		    all.at[i].disabled_at != 0)
			continue;
		rc = permit_of(s, &all.at[i], asked->act->op, x->person, &permit);
		*ret = is_second(asked->permit, permit, all.at[i].roles);
	}
	return rc;
}

/* ---- asking ---- */

static enum status check_asking(struct session *s, const struct new_approval *x,
                                const struct act_approved *act)
{
	enum permit permit = PERMIT_DENIED;
	enum status rc;

	if (!act)
		return session_fail(s, E_INVALID, _("That is not asked of a second person."));
	if (text_empty(x->why))
		return session_fail(s, E_INVALID, _("Say why, in a few words."));
	for (size_t i = 0; i < x->body.n; i++) /* a second line would be another value */
		if (strchr(x->body.at[i].text, '\n') || strpbrk(x->body.at[i].name, "=\n"))
			return session_fail(s, E_INVALID,
			                    _("That is not asked of a second person."));
	rc = session_store(s, permit_of(s, &s->account, x->op, x->person, &permit));
	if (rc != OK)
		return rc;
	if (permit == PERMIT_TOGETHER && !session_fresh(s))
		return session_ask_proof(s, x->op);
	if (permit != PERMIT_TOGETHER && permit != PERMIT_TO_PROPOSE)
		return session_fail(s, E_DENIED,
		                    permit == PERMIT_DENIED
		                            ? _("%s may not %s, nor ask for it.")
		                            : _("%s may %s without a second person."),
		                    s->account.name, op_what(x->op));
	return OK;
}

/* What stands there already; act "": nothing does. */
static enum status asked_already(struct session *s, const struct approval *x, struct arena *a,
                                 struct approval *ret)
{
	struct approval_list open = { 0 };
	enum status rc = approvals_open(s->store, s->now, a, &open);

	*ret = approval_blank;
	for (size_t i = 0; rc == OK && i < open.n; i++)
		if (text_equal(open.at[i].act, x->act) && open.at[i].person.n == x->person.n &&
		    text_equal(open.at[i].body, x->body))
			*ret = open.at[i];
	return rc;
}

static struct approval new_of(const struct session *s, const struct new_approval *x,
                              const char *what, struct arena *a)
{
	struct approval new = approval_blank;

	new.act = op_word(x->op);
	new.person = x->person;
	new.what = what;
	new.body = body_text(&x->body, a);
	new.why = x->why;
	new.asked_by = s->account.id;
	new.asked_at = s->now;
	new.until_at = s->now + APPROVAL_SECONDS;
	new.digest = digest_of(&new, a);
	return new;
}

enum status approval_ask_in(struct session *s, struct change *c, const struct new_approval *x,
                            const char *what)
{
	struct arena a = { 0 };
	struct approval new = new_of(s, x, what, &a), was;
	int64_t id;
	enum status rc = asked_already(s, &new, &a, &was);

	if (rc == OK && text_empty(was.act))
		rc = approval_add(c, &new, &id);
	arena_reset(&a);
	return rc;
}

enum status casework_ask_approval(struct session *s, const struct new_approval *x, int64_t *ret)
{
	const struct act_approved *act = approved_find(op_word(x->op));
	struct approval new, was;
	struct arena a = { 0 };
	struct change c = { 0 };
	const char *what = "";
	enum status rc = check_asking(s, x, act);

	if (rc == OK)
		rc = act->check(s, x->person, &x->body, &a, &what);
	if (rc != OK)
		goto done;
	new = new_of(s, x, what, &a);
	rc = session_store(s, asked_already(s, &new, &a, &was));
	if (rc == OK && !text_empty(was.act))
		rc = session_fail(s, E_CONFLICT, _("That was asked for already: %s."), was.what);
	if (rc != OK)
		goto done;
	rc = act_begin(s, OP_ASK_APPROVAL, &c, x->person,
	               arena_printf(&a, _("asked: %s"), new.what));
	c.kind = "approval";
	if (rc == OK)
		rc = approval_add(&c, &new, ret);
	rc = act_end(s, &c, rc);
done:
	arena_reset(&a);
	return rc;
}

/* ---- what waits ---- */

static enum status row_of(struct session *s, const struct approval *x, struct arena *a,
                          struct approval_row *row)
{
	struct asking asked;
	enum permit permit = PERMIT_DENIED;
	bool others = true;
	enum status rc = read_asked(s, x, a, &asked);

	*row = (struct approval_row){ .approval = *x };
	if (rc == OK && asked.act)
		rc = permit_of(s, &s->account, asked.act->op, x->person, &permit);
	row->mine = x->asked_by.n == s->account.id.n;
	if (rc == OK && asked.act && row->mine && asked.permit == PERMIT_TOGETHER)
		rc = somebody_else(s, x, &asked, a, &others);
	if (rc != OK)
		return rc;
	row->alone = !others;
	row->answerable = row->mine ? !others && s->now - x->asked_at >= APPROVAL_ALONE_SECONDS
	                            : is_second(asked.permit, permit, s->account.roles) &&
	                                      asked.permit != PERMIT_DENIED &&
	                                      account_is_another(&s->account, x->asked_by, s->now);
	row->asked_by = asked.by.name;
	row->body = body_values(x->body, a);
	row->when = arena_printf(a, "%s %s", day_short(clock_day(x->asked_at), s->today, a),
	                         minute_text(clock_minute(x->asked_at), a));
	row->until = day_short(clock_day(x->until_at), s->today, a);
	return OK;
}

enum status casework_approvals(struct session *s, struct arena *a, struct approval_rows *ret)
{
	struct approval_rows rows = { 0 };
	struct approval_list open;
	enum status rc = casework_may(s, OP_SEE_APPROVALS);

	if (rc == OK)
		rc = session_store(s, approvals_open(s->store, s->now, a, &open));
	for (size_t i = 0; rc == OK && i < open.n; i++) {
		struct approval_row row;

		rc = session_store(s, row_of(s, &open.at[i], a, &row));
		if (rc == OK && (row.mine || row.answerable))
			*ARENA_PUSH(a, &rows) = row;
	}
	if (rc == OK)
		*ret = rows;
	return rc;
}

/* ---- answering ---- */

/* As it stands within the change: nobody answers what another has just answered or changed. */
static enum status check_answer(struct session *s, const struct approval *x, struct arena *a,
                                struct asking *asked)
{
	struct approval_row row;
	enum status rc;

	if (x->answer != APPROVAL_ANSWER_NONE)
		return session_fail(s, E_CONFLICT,
		                    _("That was answered already. Nothing was changed."));
	if (!approval_open(x, s->now))
		return session_fail(s, E_CONFLICT,
		                    _("That was asked more than seven days ago, so it has to be "
		                      "asked again. Nothing was changed."));
	if (!text_equal(digest_of(x, a), x->digest))
		return session_fail(s, E_CONFLICT,
		                    _("What stands there is not what was asked for. Nothing was "
		                      "changed; ask again."));
	rc = read_asked(s, x, a, asked);
	if (rc == OK)
		rc = row_of(s, x, a, &row);
	if (rc != OK)
		return session_store(s, rc);
	if (!asked->act || asked->permit == PERMIT_DENIED)
		return session_fail(s, E_DENIED,
		                    _("%s may no longer ask for that. Nothing was changed."),
		                    asked->by.name);
	if (row.answerable)
		return OK;
	if (!row.mine && !account_is_another(&s->account, x->asked_by, s->now))
		return session_fail(s, E_DENIED,
		                    _("%s let this account in with a code, %s. Until seven days "
		                      "after that, somebody else answers what they ask for."),
		                    asked->by.name,
		                    day_short(clock_day(s->account.code_at), s->today, a));
	return session_fail(s, E_DENIED,
	                    !row.mine   ? _("That is not for %s to answer.")
	                    : row.alone ? _("%s asked, and nobody else can answer: it can go on "
	                                    "a day after it was asked.")
	                                : _("%s asked for it, so somebody else answers."),
	                    s->account.name);
}

static enum status run_in(struct session *s, struct change *c, const struct approval *x,
                          const struct asking *asked, struct arena *a)
{
	struct values body = body_values(x->body, a);

	assert(asked->act); /* check_answer() has looked */
	return asked->act->run(s, c, x->person, &body, a);
}

static enum status refuse_in(struct session *s, struct change *c, const struct approval *x,
                             struct arena *a)
{
	const struct act_approved *act = approved_find(x->act);
	struct values body = body_values(x->body, a);

	return act && act->refuse ? act->refuse(s, c, &body, a) : OK;
}

static enum status answer_in(struct session *s, struct change *c, struct approval *x,
                             enum approval_answer answer, const char *note, struct arena *a)
{
	struct asking asked = { 0 };
	enum status rc = check_answer(s, x, a, &asked);

	if (rc != OK)
		return rc;
	x->answer = answer;
	x->answer_note = note;
	x->answered_by = s->account.id;
	x->answered_at = s->now;
	rc = approval_update(c, x);
	if (rc != OK)
		return rc;
	return answer == APPROVAL_YES ? run_in(s, c, x, &asked, a) : refuse_in(s, c, x, a);
}

enum status casework_answer_approval(struct session *s, int64_t id, enum approval_answer answer,
                                     const char *note, struct arena *a, const char **said)
{
	struct approval x = approval_blank;
	struct change c = { 0 };
	enum status rc;

	if (answer != APPROVAL_YES && answer != APPROVAL_NO)
		return session_fail(s, E_INVALID, _("Yes or no?"));
	rc = session_store(s, approval_get(s->store, id, a, &x));
	if (rc != OK)
		return rc;
	rc = act_begin(
		s, OP_ANSWER_APPROVAL, &c, x.person,
		arena_printf(a, "%s: %s", words_label(&approval_answers, (int)answer), x.what));
	c.kind = "approval";
	if (rc == OK)
		rc = approval_get(s->store, id, a, &x);
	if (rc == OK)
		rc = answer_in(s, &c, &x, answer, note, a);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*said = arena_printf(
			a, answer == APPROVAL_YES ? _("Done: %s.") : _("Saved: not done, %s."),
			x.what);
	return rc;
}

/* ---- taking it back ---- */

static enum status take_back_in(struct session *s, struct change *c, int64_t id, struct arena *a)
{
	struct approval x = approval_blank;
	enum status rc = approval_get(s->store, id, a, &x);

	if (rc != OK)
		return session_store(s, rc);
	if (x.asked_by.n != s->account.id.n)
		return session_fail(s, E_DENIED,
		                    _("Somebody else asked for that. Nothing was changed."));
	if (x.answer != APPROVAL_ANSWER_NONE)
		return session_fail(s, E_CONFLICT,
		                    _("That was answered already. Nothing was changed."));
	x.answer = APPROVAL_NO;
	x.answer_note = _("taken back");
	x.answered_by = s->account.id;
	x.answered_at = s->now;
	rc = approval_update(c, &x);
	return rc == OK ? refuse_in(s, c, &x, a) : rc;
}

enum status casework_take_back_asking(struct session *s, int64_t id, struct arena *a,
                                      const char **said)
{
	struct approval x = approval_blank;
	struct change c = { 0 };
	enum status rc = session_store(s, approval_get(s->store, id, a, &x));

	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_ASK_APPROVAL, &c, x.person,
	               arena_printf(a, _("no longer asked: %s"), x.what));
	c.kind = "approval";
	if (rc == OK)
		rc = take_back_in(s, &c, id, a);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*said = arena_printf(a, _("Taken back: %s."), x.what);
	return rc;
}
