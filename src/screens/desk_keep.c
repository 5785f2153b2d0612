#include "desk.h"

#include "base/words.h"
#include "casework/drafts.h"
#include "casework/strip.h"

#include <stdio.h>
#include <string.h>

static bool keeps(const struct screen *s)
{
	return s && s->ops->keep && s->ops->resume;
}

/* False: what stands there is nowhere else. A file that is only read has said so when it was typed. */
static bool keep_one(struct desk *d, struct session *session, const struct screen *s)
{
	struct session *now = d->session;
	struct kept kept = { 0 };
	struct draft draft;
	enum status rc = OK;
	bool any;

	if (!keeps(s) || !session)
		return true;
	/* Behind the lock nobody is signed in; a screen still finds whoever typed there. */
	d->session = session;
	any = s->ops->keep(s, &kept);
	d->session = now;
	if (any) {
		draft = (struct draft){ .form = s->ops->name,
			                .about = kept.about,
			                .person = { kept.subject },
			                .title = kept.title,
			                .body = buf_text(&kept.body) };
		rc = casework_keep_draft(session, &draft);
		if (rc != OK)
			desk_say(d, "%s", session_fault(session));
	}
	buf_done(&kept.body);
	return rc == OK || rc == E_DENIED;
}

bool desk_keep(struct desk *d)
{
	d->dirty = false;
	return keep_one(d, d->session, desk_top(d));
}

bool desk_keep_all(struct desk *d)
{
	bool kept = true;

	for (size_t i = 0; i < d->depth; i++)
		kept = keep_one(d, d->session, d->stack[i]) && kept;
	d->dirty = false;
	return kept;
}

bool desk_keep_held(struct desk *d)
{
	bool kept = true;

	for (size_t i = 0; i < d->held_n; i++)
		kept = keep_one(d, d->waiting, d->held[i]) && kept;
	return kept;
}

void desk_drop_kept(struct desk *d, const struct screen *s)
{
	struct kept kept = { 0 };

	if (!keeps(s))
		return;
	s->ops->keep(s, &kept);
	if (casework_drop_draft(d->session, s->ops->name, kept.about) != OK)
		desk_say_fault(d);
	buf_done(&kept.body);
}

enum status desk_resume(struct desk *d, struct screen *s)
{
	struct arena a = { 0 };
	struct kept kept = { 0 };
	struct draft draft;
	enum status rc;

	if (!keeps(s))
		return OK;
	s->ops->keep(s, &kept);
	buf_done(&kept.body);
	rc = casework_draft(d->session, s->ops->name, kept.about, &a, &draft);
	if (rc == OK) {
		rc = s->ops->resume(s, str_of(draft.body));
		if (rc == OK)
			desk_say(d, _("As you left it: %s."), draft.title);
	} else if (rc == E_NOT_FOUND) {
		rc = OK;
	}
	arena_reset(&a);
	return rc;
}

static bool same_place(const struct visit *a, const struct visit *b)
{
	return a->where == b->where && memcmp(a->id, b->id, sizeof(a->id)) == 0 &&
	       text_equal(a->text, b->text);
}

static void forget_left(struct desk *d, size_t at)
{
	memmove(&d->left[at], &d->left[at + 1], (d->left_n - at - 1) * sizeof(d->left[0]));
	d->left_n--;
}

/* "Kept, Carter, Jane: Assessment begun, 9 raised, not ended." It is said when they are off the screen. */
static void say_kept(struct desk *d, const struct kept *kept)
{
	struct person_id id = { kept->subject };
	struct person_strip strip;
	struct arena a = { 0 };

	if (id.n != 0 && casework_strip(d->session, id, &a, &strip) == OK &&
	    !strstr(kept->title, strip.short_name))
		desk_say(d, _("Kept, %s: %s. g g returns."), strip.short_name, kept->title);
	else
		desk_say(d, _("Kept: %s. g g returns."), kept->title);
	arena_reset(&a);
}

void desk_leave_half_done(struct desk *d, const struct screen *s)
{
	struct kept kept = { 0 };
	struct desk_left *left;

	if (!keeps(s))
		return;
	for (size_t i = 0; i < d->left_n; i++)
		if (same_place(&d->left[i].visit, &s->target)) {
			forget_left(d, i);
			break;
		}
	if (s->ops->keep(s, &kept)) {
		if (d->left_n == DESK_LEFT)
			d->left_n--;
		memmove(&d->left[1], &d->left[0], d->left_n * sizeof(d->left[0]));
		d->left_n++;
		left = &d->left[0];
		left->visit = s->target;
		left->visit.text = s->target.text ? arena_strdup(&d->memory, s->target.text) : NULL;
		snprintf(left->title, sizeof(left->title), "%s", kept.title);
		say_kept(d, &kept);
	}
	buf_done(&kept.body);
}

void desk_return(struct desk *d)
{
	struct visit visit;

	if (d->left_n == 0) {
		desk_say(d, _("Nothing was left half done. Unfinished work is on Today."));
		return;
	}
	visit = d->left[0].visit;
	forget_left(d, 0);
	/* What is half done here goes to the back of the row, so that g g goes round. */
	for (size_t i = d->depth; i > 0; i--)
		desk_leave_half_done(d, d->stack[i - 1]);
	if (desk_open(d, &visit) != OK)
		desk_say_fault(d);
}
