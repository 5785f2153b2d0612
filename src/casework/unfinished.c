#include "casework/unfinished.h"

#include "act.h"
#include "colleagues.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/lists.h"
#include "model/assess.h"
#include "model/list_for.h"
#include "model/workdays.h"
#include "store/accounts.h"
#include "store/change.h"
#include "store/cover.h"
#include "store/people.h"
#include "store/since.h"

#include <stdlib.h>
#include <string.h>

#define WAITS_DAYS 2 /* working days until others see that it is there */

/* ---- what it is ---- */

/* The sheet of an assessment that is not ended; false: the draft is something else. */
static enum status sheet_of(struct session *s, const struct draft *d, struct arena *a,
                            struct assess *sheet, bool *is)
{
	const struct concern_set *set = NULL;
	struct measure_pick measures = { 0 };
	const char *list = CONCERNS_NEWEST;
	struct person p = { .stage = STAGE_NONE };
	enum status rc = OK;

	*is = text_equal(d->form, "assessment");
	if (!*is)
		return OK;
	if (d->person.n != 0)
		rc = session_store(s, person_get(s->store, d->person, a, &p));
	if (rc != OK && rc != E_NOT_FOUND)
		return rc;
	list = assess_draft_list(str_of(d->body), a);
	if (text_empty(list))
		list = concern_list_for(p.stage, &s->service.lists);
	rc = session_concerns(s, list, &set);
	if (rc == OK)
		rc = session_measures(s, a, &measures);
	if (rc != OK)
		return rc;
	assess_begin(sheet, set, a);
	assess_add_measures(sheet, &measures);
	sheet->in_treatment = d->person.n == 0 || person_in_treatment(&p, s->today);
	assess_resume(sheet, str_of(d->body));
	return OK;
}

/* "assessment", "contact", "plan": what was being written. */
static const char *form_called(const char *form, struct arena *a)
{
	char *name = arena_strdup(a, form);

	for (char *c = name; *c; c++)
		if (*c == '-' || *c == '_')
			*c = ' ';
	return text_equal(name, "note") ? _("call note") : name;
}

static enum status head_of(struct session *s, const struct since_draft *d, struct arena *a,
                           struct unfinished *ret)
{
	struct unfinished u = { .id = d->draft.id,
		                .author = d->author,
		                .person = d->draft.person,
		                .kept_at = d->draft.kept_at };
	struct assess sheet = { 0 };
	const char *by = "";
	bool assessed = false;
	enum status rc = colleague_name(s, d->author, a, &by);

	if (rc == OK)
		rc = colleague_person(s, d->draft.person, a, &u.name);
	if (rc == OK)
		rc = sheet_of(s, &d->draft, a, &sheet, &assessed);
	if (rc != OK)
		return rc;
	u.what = arena_printf(a, _("Unfinished %s by %s, %s"), form_called(d->draft.form, a), by,
	                      colleague_came(s, u.kept_at, a));
	if (assessed) {
		u.red = assess_reds(&sheet);
		u.what = arena_printf(a, _("%s, %zu raised"), u.what, assess_raised(&sheet));
	}
	if (u.red > 0)
		u.what = arena_printf(a,
		                      u.red == 1 ? _("%zu answer needs a person today · %s")
		                                 : _("%zu answers need a person today · %s"),
		                      u.red, u.what);
	*ret = u;
	return OK;
}

/* ---- who sees it ---- */

static enum status author_is_away(struct session *s, struct account_id who, struct arena *a,
                                  bool *ret)
{
	struct cover_list covers = { 0 };
	struct account x;
	enum status rc = account_get(s->store, who, a, &x);

	if (rc == OK)
		rc = covers_of(s->store, who, a, &covers);
	if (rc == OK)
		*ret = x.disabled_at != 0 || x.roles == ROLE_DESK ||
		       (covers.n > 0 && cover_holds(&covers.at[0], s->today));
	return session_store(s, rc);
}

/* It waits long enough, or its author is not there to go on; what needs a person waits for nobody. */
static enum status is_shown(struct session *s, const struct unfinished *u, struct arena *a,
                            bool *ret)
{
	bool away = false;
	enum status rc = OK;

	*ret = u->red > 0 ||
	       day_count_working(clock_day(u->kept_at), s->today, &s->holidays) >= WAITS_DAYS;
	if (!*ret) {
		rc = author_is_away(s, u->author, a, &away);
		*ret = away;
	}
	return rc;
}

static int by_need(const void *x, const void *y)
{
	const struct unfinished *a = x, *b = y;

	if ((a->red > 0) != (b->red > 0))
		return a->red > 0 ? -1 : 1;
	return (a->kept_at > b->kept_at) - (a->kept_at < b->kept_at);
}

/* A coordinator sees everybody's; a worker those about their own people. */
static enum status drafts_seen(struct session *s, struct arena *a, struct since_drafts *ret)
{
	struct account_id whose = s->account.id;

	if (s->account.roles & ROLE_COORDINATOR)
		whose.n = 0;
	return session_store(s, since_drafts(s->store, s->account.id, whose, a, ret));
}

enum status casework_unfinished(struct session *s, struct arena *a, struct unfinished_list *ret)
{
	struct since_drafts drafts = { 0 };
	struct unfinished_list list = { 0 };
	enum status rc = OK;

	if (session_may(s, OP_READ_UNFINISHED))
		rc = drafts_seen(s, a, &drafts);
	for (size_t i = 0; rc == OK && i < drafts.n; i++) {
		struct unfinished u;
		bool shown = false;

		rc = head_of(s, &drafts.at[i], a, &u);
		if (rc == OK)
			rc = is_shown(s, &u, a, &shown);
		if (rc == OK && shown)
			*ARENA_PUSH(a, &list) = u;
	}
	if (rc != OK)
		return rc;
	if (list.n > 1)
		qsort(list.at, list.n, sizeof(*list.at), by_need);
	*ret = list;
	return OK;
}

/* ---- reading it ---- */

static void put_sheet(const struct assess *x, struct arena *a, struct unfinished_text *t)
{
	for (size_t i = 0; i < x->n; i++) {
		const struct assess_row *r = &x->row[i];
		const char *text = assess_now_text(r, a);

		if (r->now.answer == CONCERN_ANSWER_NONE && !r->now.nothing && text_empty(r->words))
			continue;
		if (r->now.nothing)
			text = _("nothing here");
		if (!text_empty(r->words))
			text = arena_printf(a, "%s “%s”", text, r->words);
		*ARENA_PUSH(a, t) =
			(struct unfinished_line){ assess_label(x, i), text, assess_is_red(x, i) };
	}
}

/* A draft's \n is a line, its \\ a backslash. */
static const char *value_text(struct str value, struct arena *a)
{
	char *out = ARENA_ARRAY(a, value.n + 1, char);
	size_t n = 0;

	for (size_t i = 0; i < value.n; i++) {
		bool escaped = value.at[i] == '\\' && i + 1 < value.n;

		i += escaped;
		out[n++] = escaped && value.at[i] == 'n' ? '\n' : value.at[i];
	}
	out[n] = '\0';
	return out;
}

static void put_values(const struct draft *d, struct arena *a, struct unfinished_text *t)
{
	struct str rest = str_of(d->body), line, name;

	while (str_cut(&rest, '\n', &line)) {
		if (line.n == 0 || line.at[0] == '.' || line.at[0] == '[' ||
		    !memchr(line.at, '=', line.n) || !str_cut(&line, '=', &name) || line.n == 0)
			continue;
		*ARENA_PUSH(a, t) = (struct unfinished_line){ form_called(arena_str(a, name), a),
			                                      value_text(line, a), false };
	}
}

static enum status text_of(struct session *s, const struct draft *d, struct arena *a,
                           struct unfinished_text *t)
{
	struct assess sheet = { 0 };
	bool assessed = false;
	enum status rc = sheet_of(s, d, a, &sheet, &assessed);

	if (rc == OK && assessed)
		put_sheet(&sheet, a, t);
	else if (rc == OK)
		put_values(d, a, t);
	return rc;
}

static enum status find_draft(struct session *s, int64_t id, struct arena *a,
                              struct since_draft *ret, struct unfinished *head)
{
	struct since_drafts drafts = { 0 };
	bool shown = false;
	enum status rc = drafts_seen(s, a, &drafts);

	for (size_t i = 0; rc == OK && !shown && i < drafts.n; i++) {
		if (drafts.at[i].draft.id != id)
			continue;
		*ret = drafts.at[i];
		rc = head_of(s, ret, a, head);
		if (rc == OK)
			rc = is_shown(s, head, a, &shown);
	}
	if (rc == OK && !shown)
		return session_fail(s, E_NOT_FOUND,
		                    _("It is not there any more: its author has "
		                      "gone on with it."));
	return rc;
}

enum status casework_read_unfinished(struct session *s, int64_t id, const char *reason,
                                     struct arena *a, struct unfinished_text *ret)
{
	struct unfinished_text t = { 0 };
	struct since_draft d = { 0 };
	struct note_event look = { .kind = "look", .who = s->account.id, .at = s->now };
	enum status rc = casework_may(s, OP_READ_UNFINISHED);

	if (rc == OK && text_empty(reason))
		rc = session_fail(s, E_INVALID, _("Say why, in a few words."));
	if (rc == OK)
		rc = find_draft(s, id, a, &d, &t.head);
	if (rc == OK && d.draft.person.n != 0)
		rc = casework_may_about(s, OP_READ_UNFINISHED, d.draft.person);
	if (rc == OK)
		rc = text_of(s, &d.draft, a, &t);
	if (rc != OK)
		return rc;
	look.person = d.draft.person;
	look.what = arena_printf(a, _("%s, read: %s"), t.head.what, reason);
	rc = session_store(s, change_note(s->store, &look));
	if (rc == OK)
		*ret = t;
	return rc;
}
