#include "casework/leaver.h"

#include "colleagues.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/accounts.h"
#include "store/caseload.h"
#include "store/leaver.h"

#define SENT_SECONDS ((int64_t)90 * 86400)

const char *leaver_label(enum leaver_what what)
{
	static const char *const labels[] = {
#define X(symbol, label) [symbol] = _(label),
		LEAVER_LINES(X)
#undef X
	};

	return labels[what];
}

static enum status find_row(struct session *s, struct account_id id, struct arena *a,
                            struct account_row *ret)
{
	struct account_rows rows = { 0 };
	enum status rc = casework_accounts(s, a, &rows);

	for (size_t i = 0; rc == OK && i < rows.n; i++)
		if (rows.at[i].account.id.n == id.n) {
			*ret = rows.at[i];
			return OK;
		}
	return rc == OK ? session_fail(s, E_NOT_FOUND, _("There is no such account.")) : rc;
}

static void put(struct leaver *l, enum leaver_what what, size_t n, bool stops, struct arena *a)
{
	l->line[what] = (struct leaver_line){ n, arena_printf(a, "%zu", n), stops && n > 0 };
	l->clean = l->clean && !l->line[what].stops;
}

static enum status put_counts(struct session *s, struct leaver *l, struct arena *a)
{
	struct leaver_counts n = { 0 };
	enum status rc = session_store(s, leaver_count(s->store, l->account.id, &n));

	if (rc != OK)
		return rc;
	l->clean = true;
	put(l, LEAVER_PEOPLE, n.people, true, a);
	put(l, LEAVER_REMINDERS, n.reminders, true, a);
	put(l, LEAVER_MESSAGES, n.messages, true, a);
	put(l, LEAVER_DRAFTS, n.drafts, true, a);
	put(l, LEAVER_AWAY, n.away, true, a);
	put(l, LEAVER_COVERS, n.covers, true, a);
	put(l, LEAVER_NAMED, n.named, false, a);
	return OK;
}

static enum status put_people(struct session *s, struct leaver *l, struct arena *a)
{
	struct case_list cases = { 0 };
	enum status rc = session_store(s, caseload_open(s->store, l->account.id, a, &cases));

	for (size_t i = 0; rc == OK && i < cases.n; i++)
		*ARENA_PUSH(a, &l->people) = cases.at[i].person;
	return rc;
}

static enum status put_sent(struct session *s, struct leaver *l, struct arena *a)
{
	struct leaver_sent_list list = { 0 };
	enum status rc = session_store(
		s, leaver_sent_since(s->store, l->account.id, s->now - SENT_SECONDS, a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++)
		*ARENA_PUSH(a, &l->sent) =
			arena_printf(a, "%s  %s", colleague_when(s, list.at[i].at, a),
		                     text_safe(str_of(list.at[i].what), a));
	if (rc == OK)
		put(l, LEAVER_SENT, list.n, false, a);
	return rc;
}

enum status casework_leaver(struct session *s, struct account_id id, struct arena *a,
                            struct leaver *ret)
{
	struct leaver l = { 0 };
	struct account_row row = { 0 };
	enum status rc = casework_may(s, OP_SEE_LEAVER);

	if (rc == OK)
		rc = find_row(s, id, a, &row);
	l.account = row.account;
	if (rc == OK)
		rc = put_counts(s, &l, a);
	if (rc == OK)
		rc = put_people(s, &l, a);
	if (rc == OK)
		rc = put_sent(s, &l, a);
	if (rc != OK)
		return rc;
	l.line[LEAVER_SEEN].text = row.last_at ? colleague_when(s, row.last_at, a) : _("never");
	l.line[LEAVER_KEY].text = row.slot                ? _("still there")
	                          : l.account.disabled_at ? _("gone")
	                                                  : _("none");
	*ret = l;
	return OK;
}

const char *leaver_text(const struct leaver *l, struct arena *a)
{
	const char *text = arena_printf(a, "%s, %s\n", text_safe(str_of(l->account.name), a),
	                                l->account.login);

	for (int i = 0; i < LEAVER_COUNT; i++)
		text = arena_printf(a, "%s  %-30s %s%s\n", text, leaver_label((enum leaver_what)i),
		                    l->line[i].text, l->line[i].stops ? _("  first") : "");
	for (size_t i = 0; i < l->sent.n; i++)
		text = arena_printf(a, "%s    %s\n", text, l->sent.at[i]);
	return arena_printf(a, "%s%s\n", text,
	                    l->account.disabled_at ? _("The account is closed.")
	                    : l->clean             ? _("Nothing is left with nobody: the account "
	                                                           "can be closed.")
	                                           : _("Not yet: what says first waits on "
	                                                           "somebody."));
}
