#include "casework/audit.h"

#include "act.h"
#include "standing.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/person.h"
#include "model/setting_form.h"
#include "store/access.h"
#include "store/accounts.h"
#include "store/events.h"
#include "store/people.h"
#include "store/settings.h"

#include <string.h>

#define SECONDS_A_DAY    86400
#define PEOPLE_AT_A_TIME 64 /* names kept while a page is made */

/* The making of a page: what is read once. */
struct logging {
	struct session *s;
	struct arena *a;
	bool content; /* names, and what was written, may be shown */
	bool words;   /* … of the row that is being made: not of somebody hidden from them */
	struct account_list accounts;
	struct access_list leave; /* of the one person it is about */
	const char *own_name;     /* theirs; NULL: of many */
	struct {
		struct person_id id;
		const char *name;
		bool hidden;
	} names[PEOPLE_AT_A_TIME];
	size_t names_n;
	struct log_page page;
};

/* ---- words ---- */

static const char *account_called(const struct logging *l, struct account_id id)
{
	for (size_t i = 0; i < l->accounts.n; i++)
		if (l->accounts.at[i].id.n == id.n)
			return l->accounts.at[i].name;
	return "clew";
}

/* Who tried to open a restricted record does not read here whose it is. */
static enum status person_called(struct logging *l, struct person_id id, const char **ret,
                                 bool *hidden)
{
	struct person p;
	enum status rc;

	*ret = person_ref(id, l->a);
	*hidden = false;
	if (!l->content)
		return OK;
	for (size_t i = 0; i < l->names_n && i < PEOPLE_AT_A_TIME; i++)
		if (l->names[i].id.n == id.n) {
			*ret = l->names[i].name;
			*hidden = l->names[i].hidden;
			return OK;
		}
	rc = person_get(l->s->store, id, l->a, &p);
	if (rc == E_NOT_FOUND) /* taken back since */
		return OK;
	if (rc != OK)
		return session_store(l->s, rc);
	*hidden = standing_hides(l->s, id, p.restricted, p.keep_apart);
	*ret = *hidden ? act_name_hidden(l->s, id, l->a) : act_name(&p, l->a);
	l->names[l->names_n % PEOPLE_AT_A_TIME].id = id;
	l->names[l->names_n % PEOPLE_AT_A_TIME].name = *ret;
	l->names[l->names_n % PEOPLE_AT_A_TIME].hidden = *hidden;
	l->names_n++;
	return OK;
}

/* Without what was written: "changed the contact, the reminder". */
static enum status plain_words(struct logging *l, const struct event *e, const char **ret)
{
	const char *tables = "";
	enum status rc = OK;

	*ret = words_label(&event_kinds, (int)e->kind);
	if (e->kind == EVENT_CHANGE || e->kind == EVENT_UNDO || e->kind == EVENT_IMPORT)
		rc = session_store(l->s, event_tables(l->s->store, e->id, l->a, &tables));
	if (rc == OK && *tables)
		*ret = arena_printf(l->a, "%s %s", *ret, tables);
	return rc;
}

/* What was looked for is a name, and stands in the quotes at the end. */
static const char *look_words(const struct logging *l, const struct event *e)
{
	const char *quote = strstr(e->what, ": “");

	if (text_equal(e->what, "opened"))
		return _("opened it");
	if (quote && !l->words)
		return arena_str(l->a, (struct str){ e->what, (size_t)(quote - e->what) });
	return e->what;
}

static enum status what_words(struct logging *l, const struct event *e, const char **ret)
{
	if (e->kind == EVENT_LOOK)
		*ret = look_words(l, e);
	else if (e->kind == EVENT_SIGN_IN || e->kind == EVENT_SIGN_OUT || e->kind == EVENT_LOCK)
		*ret = e->what;
	else if (!l->words)
		return plain_words(l, e, ret);
	else if (e->kind == EVENT_UNDO)
		*ret = arena_printf(l->a, _("took back: %s"), e->what);
	else if (e->kind == EVENT_DENIED)
		*ret = arena_printf(l->a, _("was refused: %s"), e->what);
	else
		*ret = e->what;
	return OK;
}

/* The leave that was good at that moment, when the page is about one person. */
static const char *why_words(const struct logging *l, const struct event *e)
{
	if (e->via == VIA_NONE || e->kind == EVENT_ACCESS)
		return "";
	for (size_t i = 0; i < l->leave.n; i++) {
		const struct access *x = &l->leave.at[i];

		if (x->account.n != e->account.n || e->at < x->from_at || e->at >= x->until_at)
			continue;
		if (l->words && !text_empty(x->note))
			return x->note;
		if (x->reason != ACCESS_REASON_NONE)
			return words_label(&access_reasons, (int)x->reason);
	}
	return e->via == VIA_OWN ? "" : words_label(&vias, (int)e->via);
}

/* On a person's own page their name need not be said: "contact with them, no answer". */
static const char *without_name(const struct logging *l, const char *what)
{
	size_t n = l->own_name ? strlen(l->own_name) : 0;
	const char *at = n > 0 ? strstr(what, l->own_name) : NULL;

	if (!at)
		return what;
	if (at == what && strncmp(at + n, ", ", 2) == 0)
		return at + n + 2;
	return arena_printf(l->a, _("%.*sthem%s"), (int)(at - what), what, at + n);
}

/* ---- rows ---- */

/* A look that another of the same account, day, person and words is put together with. */
static struct log_row *same_look(struct logging *l, const struct log_row *row)
{
	if (row->kind != EVENT_LOOK)
		return NULL;
	for (size_t i = l->page.n; i > 0 && l->page.at[i - 1].on == row->on; i--) {
		struct log_row *x = &l->page.at[i - 1];

		if (x->kind == EVENT_LOOK && x->person.n == row->person.n &&
		    text_equal(x->who, row->who) && text_equal(x->what, row->what) &&
		    text_equal(x->why, row->why))
			return x;
	}
	return NULL;
}

static enum status add_row(struct logging *l, const struct event *e)
{
	struct log_row row = { .id = e->id,
		               .kind = e->kind,
		               .person = e->person,
		               .on = clock_day(e->at),
		               .time = minute_text(clock_minute(e->at), l->a),
		               .who = account_called(l, e->account),
		               .roles = e->roles ? account_roles_text(e->roles, l->a) : "",
		               .about = "",
		               .times = 1 };
	struct log_row *same;
	bool hidden = false;
	enum status rc = OK;

	if (e->person.n != 0)
		rc = person_called(l, e->person, &row.about, &hidden);
	l->words = l->content && !hidden;
	if (rc == OK)
		rc = what_words(l, e, &row.what);
	if (rc != OK)
		return rc;
	row.why = why_words(l, e);
	row.what = without_name(l, row.what);
	same = same_look(l, &row);
	if (same) {
		same->times++;
		return OK;
	}
	row.day = day_short(row.on, l->s->today, l->a);
	*ARENA_PUSH(l->a, &l->page) = row;
	return OK;
}

static void count_times(struct logging *l)
{
	for (size_t i = 0; i < l->page.n; i++)
		if (l->page.at[i].times > 1)
			l->page.at[i].what = arena_printf(l->a, _("%s %d times"),
			                                  l->page.at[i].what, l->page.at[i].times);
}

static enum status logging_begin(struct logging *l, struct session *s, struct arena *a)
{
	*l = (struct logging){ .s = s, .a = a };
	l->content = (s->account.roles & ~ROLE_AUDITOR) != 0;
	return session_store(s, accounts_all(s->store, a, &l->accounts));
}

static enum status logging_end(struct logging *l, const struct event_list *events, size_t limit,
                               struct log_page *ret)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < events->n; i++)
		rc = add_row(l, &events->at[i]);
	if (rc != OK)
		return rc;
	count_times(l);
	if (limit > 0 && events->n == limit)
		l->page.next = events->at[limit - 1].id;
	*ret = l->page;
	return OK;
}

enum status casework_looks_at(struct session *s, struct person_id person, struct log_from from,
                              struct arena *a, struct log_page *ret)
{
	struct event_list events;
	struct logging l;
	bool hidden;
	enum status rc = from.before.n == 0 ? act_read(s, OP_SEE_LOOKS, person)
	                                    : casework_may_about(s, OP_SEE_LOOKS, person);

	if (rc == OK)
		rc = logging_begin(&l, s, a);
	if (rc == OK)
		rc = session_store(s, accesses_of_person(s->store, person, a, &l.leave));
	if (rc == OK)
		rc = person_called(&l, person, &l.own_name, &hidden);
	if (rc == OK)
		rc = session_store(
			s, events_of_person(s->store, person, from.before, from.limit, a, &events));
	return rc == OK ? logging_end(&l, &events, from.limit, ret) : rc;
}

static enum status log_read(struct session *s, const struct event_filter *f, struct log_from from,
                            struct arena *a, struct log_page *ret)
{
	struct event_list events;
	struct logging l;
	enum status rc = logging_begin(&l, s, a);

	if (rc == OK)
		rc = session_store(s,
		                   events_some(s->store, f, from.before, from.limit, a, &events));
	return rc == OK ? logging_end(&l, &events, from.limit, ret) : rc;
}

enum status casework_own_log(struct session *s, struct log_from from, struct arena *a,
                             struct log_page *ret)
{
	const struct event_filter own = { .account = s->account.id };
	enum status rc = casework_may(s, OP_SEE_OWN_LOG);

	return rc == OK ? log_read(s, &own, from, a, ret) : rc;
}

/* The instant at which that day began here; a clock that was changed between is made up for. */
static int64_t begins(const struct session *s, day on)
{
	int64_t at = s->now - (int64_t)s->minute * 60 - s->now % 60;
	int off;

	if (on == DAY_NONE)
		return 0;
	at += (int64_t)(on - clock_day(s->now)) * SECONDS_A_DAY;
	off = clock_minute(at);
	return at - (int64_t)(off < 12 * 60 ? off : off - 24 * 60) * 60;
}

enum status casework_log(struct session *s, const struct log_filter *f, struct log_from from,
                         struct arena *a, struct log_page *ret)
{
	const struct event_filter some = { .account = f->account,
		                           .kind = f->kind,
		                           .since = begins(s, f->since) };
	enum status rc = from.before.n == 0 ? act_read(s, OP_SEE_LOG, (struct person_id){ 0 })
	                                    : casework_may(s, OP_SEE_LOG);

	return rc == OK ? log_read(s, &some, from, a, ret) : rc;
}

static enum status most_looks(struct session *s, struct arena *a, int *ret)
{
	const struct setting_rule *rule = setting_rule("looks_a_day");
	struct setting setting;
	enum status rc =
		session_store(s, setting_get(s->store, rule->name, rule->fallback, a, &setting));

	if (rc == OK)
		*ret = setting_count(rule, setting.value);
	return rc;
}

enum status casework_busy_readers(struct session *s, struct arena *a, struct busy_readers *ret)
{
	struct busy_readers list = { 0 };
	struct readers readers;
	struct logging l;
	int most = 0;
	enum status rc = casework_may(s, OP_SEE_LOG);

	if (rc == OK)
		rc = logging_begin(&l, s, a);
	if (rc == OK)
		rc = most_looks(s, a, &most);
	if (rc == OK)
		rc = session_store(s,
		                   events_readers(s->store, s->now - SECONDS_A_DAY, a, &readers));
	for (size_t i = 0; rc == OK && i < readers.n; i++)
		if (readers.at[i].people > most)
			*ARENA_PUSH(a, &list) =
				(struct busy_reader){ account_called(&l, readers.at[i].account),
				                      (int)readers.at[i].people };
	if (rc == OK)
		*ret = list;
	return rc;
}
