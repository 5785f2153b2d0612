#include "spoilt.h"

#include "fixture.h"
#include "test.h"

#include "store/derive.h"

#include <stdlib.h>

/* n.i: 1 to 40 */
#define TIMES                                                            \
	"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n" \
	" WHERE i < 40)"

struct workplace *spoilt_open(const char *login)
{
	struct workplace *w = calloc(1, sizeof(*w));
	day today;

	assert_non_null(w);
	assert_true(day_parse_iso(STR("2026-11-23"), &today));
	assert_int_equal(casework_open_demo(login, today, true, &w->session), OK);
	w->session->now = WORKPLACE_NOW;
	w->session->proved_at = WORKPLACE_NOW;
	w->session->minute = 9 * 60;
	w->session->fixed_now = true;
	return w;
}

static void derive(struct workplace *w)
{
	struct change c;

	assert_int_equal(change_begin(&c, w->session->store, w->session->account.id,
	                              w->session->now, "spoilt"),
	                 OK);
	if (change_end(&c, derive_all(&c)) != OK)
		fail_msg("%s", store_fault(w->session->store));
}

/* Its columns but the first, which is its id. */
static const char *columns_of(struct workplace *w, const char *table)
{
	return store_text(w->session->store,
	                  arena_printf(&w->arena,
	                               "SELECT group_concat('\"' || name || '\"', ', ')"
	                               "  FROM pragma_table_info('%s') WHERE cid > 0",
	                               table),
	                  &w->arena);
}

static void copy(struct workplace *w, const char *table, const char *where)
{
	const char *columns = columns_of(w, table);

	store_sql(w->session->store,
	          arena_printf(&w->arena,
	                       TIMES
	                       " INSERT INTO %s (%s) SELECT %s FROM n, (SELECT * FROM %s WHERE %s)",
	                       table, columns, columns, table, where));
}

/* Which rows; those that have a person are Jane's. */
static const struct {
	const char *table, *where;
} many[] = {
	{ "contact_point", "person = 412" },
	{ "relation", "person = 412" },
	{ "contact", "person = 412" },
	{ "contingency", "person = 412" },
	{ "goal", "person = 412" },
	{ "action", "person = 412" },
	{ "money", "person = 412" },
	{ "signpost", "person = 412" },
	{ "reminder", "person = 412" },
	{ "consent", "person = 412" },
	{ "disclosure", "person = 412" },
	{ "happening", "person = 412" },
	{ "referral", "person = 412" },
	{ "message", "1" },
	{ "safety_note", "1" },
	{ "handover_note", "1" },
	{ "service_note", "1" },
	{ "service_place", "1" },
	{ "service_time", "1" },
	{ "service_cost", "1" },
	{ "service_phone", "1" },
	{ "service_person", "1" },
	{ "service_tag", "1" },
};

void spoilt_overfull(struct workplace *w)
{
	struct store *st = w->session->store;

	for (size_t i = 0; i < COUNT_OF(many); i++)
		copy(w, many[i].table, many[i].where);
	store_sql(st, TIMES " INSERT INTO account (login, name, roles)"
	                    "  SELECT 'worker' || i, 'Worker ' || i, 6 FROM n;");
	store_sql(st, TIMES " INSERT INTO snippet (account, name, words)"
	                    "  SELECT 1, 'Snippet ' || i, 'Rang, no answer.' FROM n;");
	store_sql(st, TIMES " INSERT INTO day_off (date, name)"
	                    "  SELECT 20780 + i, 'Day ' || i FROM n;");
	store_sql(st,
	          TIMES " INSERT INTO draft (account, form, about, title, body, kept_at)"
	                "  SELECT 1, 'note', 'new ' || i, 'Note begun', '', 1795424000 FROM n;");
	store_sql(st,
	          TIMES " INSERT INTO enquiry (on_day, at_minute, gave, topic, area, by_account)"
	                "  SELECT 20780, i, 'service', 'practical.money', 'LS6', 1 FROM n;");
	store_sql(st, TIMES " INSERT INTO approval (act, person, what, digest, asked_by, asked_at,"
	                    "  until_at) SELECT 'restrict', 412, 'Restrict Carter, Jane', '', 5,"
	                    "  1795424000, 9999999999 FROM n;");
	store_sql(st, TIMES " INSERT INTO access (person, account, kind, reason, note, from_at,"
	                    "  until_at) SELECT 412, 2, 'anyway', 'danger',"
	                    "  'she may come to harm', 0, 9999999999 FROM n;");
	derive(w);
}

/* U+202E and the isolates, marks upon marks, a family of three: what each row gets goes round. */
// clang-format off
static const char hostile[] =
	"CASE (rowid + %zu) %% 7"
	" WHEN 0 THEN 'Ωשלום' || char(0x202e) || 'evil' || char(0x2066) || 'abc'"
	" WHEN 1 THEN '👩' || char(0x200d) || '👩' || char(0x200d) || '👧 田中さん 🏳 '"
	"             || char(0xfe0f)"
	" WHEN 2 THEN 'Featherstonehaugh-Cholmondeley-Majo'"
	" WHEN 3 THEN replace(hex(zeroblob(100)), '0', 'w')"
	" WHEN 4 THEN 'Z' || char(0x351, 0x36b, 0x343, 0x36a, 0x302, 0x36b, 0x33d) || 'oë'"
	" WHEN 5 THEN 'tab' || char(9) || 'esc' || char(27) || '[31m' || char(127, 155)"
	"             || char(10) || 'next'"
	" ELSE 'Rang twice, and once more. Rang twice, and once more.' END";
// clang-format on

static const char *const columns[][2] = {
	{ "account", "name" },          { "person", "family_name" },
	{ "person", "given_name" },     { "person", "known_as" },
	{ "person", "pronouns" },       { "person", "gender" },
	{ "person", "interpreter" },    { "person", "access_needs" },
	{ "person", "address" },        { "person", "gp_practice" },
	{ "person", "gp_name" },        { "person", "work" },
	{ "person", "treatment" },      { "person", "clinical_contact" },
	{ "person", "clinical_phone" }, { "person", "alert_phone" },
	{ "person", "matters" },        { "person", "about_me" },
	{ "person", "about_by" },       { "safe_contact", "hours" },
	{ "safe_contact", "say" },      { "safe_contact", "code_word" },
	{ "safe_contact", "note" },     { "safe_contact", "speaks_for" },
	{ "contact_point", "label" },   { "contact_point", "whose" },
	{ "relation", "name" },         { "relation", "speaks_about" },
	{ "relation", "phone" },        { "wishes", "place" },
	{ "wishes", "place_not" },      { "wishes", "plan_where" },
	{ "wishes", "resuscitation" },  { "wishes", "spirit" },
	{ "wishes", "other" },          { "referral", "referrer" },
	{ "referral", "return_to" },    { "referral", "return_phone" },
	{ "referral", "reason" },       { "referral", "expects" },
	{ "referral", "state_reason" }, { "contact", "who_with" },
	{ "contact", "note" },          { "snippet", "name" },
	{ "snippet", "words" },         { "saved_view", "name" },
	{ "safety_note", "who" },       { "safety_note", "words" },
	{ "safety_note", "did" },       { "safety_note", "told_when" },
	{ "safety_note", "told_said" }, { "message", "from_whom" },
	{ "message", "phone" },         { "message", "hours" },
	{ "message", "words" },         { "happening", "told_by" },
	{ "happening", "note" },        { "assessment", "present" },
	{ "concern", "own_words" },     { "red_answer", "why" },
	{ "red_answer", "who_will" },   { "measure_answer", "words" },
	{ "statutory_screen", "note" }, { "statutory_screen", "sent_to" },
	{ "plan", "agreed_how" },       { "plan", "agreed_with" },
	{ "plan", "strengths" },        { "plan", "review_by" },
	{ "contingency", "name" },      { "contingency", "signs" },
	{ "contingency", "what" },      { "contingency", "who" },
	{ "contingency", "ready" },     { "goal", "words" },
	{ "action", "what" },           { "action", "who" },
	{ "action", "outcome" },        { "money", "what" },
	{ "money", "pays_for" },        { "money", "note" },
	{ "organisation", "name" },     { "organisation", "description" },
	{ "organisation", "phone" },    { "organisation", "url" },
	{ "service", "name" },          { "service", "description" },
	{ "service", "cost" },          { "service", "phone" },
	{ "service", "email" },         { "service", "url" },
	{ "service", "address" },       { "service", "hours" },
	{ "service", "languages" },     { "service", "accessibility" },
	{ "service", "other_name" },    { "service", "eligibility" },
	{ "service", "apply" },         { "service", "bring" },
	{ "service", "place_name" },    { "service", "transport" },
	{ "service", "accreditation" }, { "service", "staff_note" },
	{ "service", "alert" },         { "service", "source" },
	{ "service", "source_note" },   { "service_place", "name" },
	{ "service_place", "address" }, { "service_time", "words" },
	{ "service_cost", "option" },   { "service_cost", "words" },
	{ "service_phone", "words" },   { "service_person", "name" },
	{ "service_person", "title" },  { "service_note", "words" },
	{ "service_tag", "name" },      { "signpost", "reason" },
	{ "signpost", "outcome" },      { "signpost", "consent" },
	{ "signpost", "what_sent" },    { "signpost", "note" },
	{ "signpost_step", "reason" },  { "signpost_step", "words" },
	{ "unmet_need", "note" },       { "reminder", "what" },
	{ "reminder", "promised_by" },  { "reminder", "promised_phone" },
	{ "reminder", "why" },          { "reminder", "moved_reason" },
	{ "day_off", "name" },          { "consent", "to_whom" },
	{ "consent", "words" },         { "consent", "note" },
	{ "disclosure", "to_whom" },    { "disclosure", "fields" },
	{ "disclosure", "how" },        { "access", "note" },
	{ "handover_note", "words" },   { "approval", "what" },
	{ "approval", "why" },          { "draft", "title" },
	{ "cover", "reason" },          { "enquiry", "area" },
};

static const char *const endless[][2] = {
	{ "contact SET note", "person = 412 AND id % 2 = 0" },
	{ "message SET words", "1" },
	{ "handover_note SET words", "1" },
	{ "safety_note SET words", "1" },
	{ "reminder SET what", "person = 412 AND id % 2 = 0" },
	{ "service SET description", "id < 9" },
	{ "service SET staff_note", "id < 9" },
	{ "person SET matters", "id = 412" },
	{ "referral SET reason", "person = 412" },
	{ "contingency SET what", "person = 412" },
};

void spoilt_hostile(struct workplace *w)
{
	for (size_t i = 0; i < COUNT_OF(columns); i++) {
		const char *table = columns[i][0], *column = columns[i][1];
		/* those without a rowid have few rows that matter here */
		bool keyed = text_equal(table, "concern") || text_equal(table, "red_answer") ||
		             text_equal(table, "measure_answer");
		const char *value =
			keyed ? "'Ωשלום' || char(0x202e)" : arena_printf(&w->arena, hostile, i);

		store_sql(w->session->store,
		          arena_printf(&w->arena, "UPDATE %s SET %s = %s", table, column, value));
	}
	store_sql(w->session->store, "UPDATE setting SET value = 'Ωשלום' || char(0x202e) || 'evil'"
	                             " WHERE name IN ('service', 'safety_lead')");
	for (size_t k = 0; k < COUNT_OF(endless); k++) {
		store_sql(
			w->session->store,
			arena_printf(&w->arena,
		                     "UPDATE %s = replace(hex(zeroblob(1800)), '00', 'Rang twice ')"
		                     " WHERE %s",
		                     endless[k][0], endless[k][1]));
	}
	derive(w);
}
