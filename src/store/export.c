#include "store/export.h"

#include "handle.h"
#include "stmt.h"

#include "base/attr.h"
#include "base/clock.h"

/*
 * Cells are read by place, not by name: there are many of them, and the order of each SELECT is that
 * of columns_of(), which a test holds.
 */
struct source {
	const char *sql;
	const char *kinds; /* a letter a column */
};

/* The letters of kinds. */
static enum export_kind kind_of(char letter)
{
	switch (letter) {
	case 'n':
		return EXPORT_NUMBER;
	case 'p':
		return EXPORT_PENCE;
	case 'd':
		return EXPORT_DAY;
	case 'w':
		return EXPORT_WHEN;
	case 'a':
		return EXPORT_ASKED;
	case 'r':
		return EXPORT_REF;
	case 'c':
		return EXPORT_CARE;
	case 't':
		return EXPORT_PHONES;
	case 's':
		return EXPORT_SAFETY;
	default:
		return EXPORT_TEXT;
	}
}

/* clang-format off */
/* Whose people, and whether those who are restricted: of a row x with its person p. */
#define OF_WORKER \
	" AND p.restricted <= :restricted" \
	" AND (:worker = 0" \
	"  OR (SELECT coalesce(max(k.worker), 0) FROM caseload k WHERE k.person = p.id)" \
	"   BETWEEN :worker AND :worker_to) "
#define POINTS(kind) \
	"(SELECT group_concat(value, '; ') FROM (SELECT value FROM contact_point" \
	" WHERE person = p.id AND kind = '" kind "' AND never_use = 0 AND struck_on IS NULL" \
	" ORDER BY id))"

static const struct source sources[] = {
	[COLUMNS_PEOPLE] = { SQL(
		"SELECT p.id, p.given_name, p.family_name, p.known_as, p.born_on, p.sex, p.ethnicity,"
		" p.care_number, p.postcode, p.council, " POINTS("phone") ", s.ring, s.voicemail, s.text,"
		" s.email, s.post, NULL, " POINTS("email") ", p.language, p.interpreter, p.lives_alone,"
		" p.gp_practice, p.cancer_group, p.diagnosed_on, p.stage, p.stage_since, r.received_on,"
		" r.source, r.reason, r.state, w.login,"
		" s.danger, s.text_first, s.other_may_answer, s.partner_told, s.withhold_number,"
		" s.visit, s.visit_in_two, s.hours, s.say, s.speaks_for, s.note,"
		" p.died_on, p.died_about, p.died_sure, p.no_more_contact_on, p.knows_cancer"
		"  FROM person p LEFT JOIN safe_contact s ON s.person = p.id"
		"  LEFT JOIN referral r ON r.id = (SELECT id FROM referral WHERE person = p.id"
		"   ORDER BY state IN ('received', 'accepted', 'active', 'on_hold') DESC,"
		"    received_on DESC, id DESC LIMIT 1)"
		"  LEFT JOIN account w ON w.id = r.worker"
		" WHERE coalesce(r.received_on, -99999) BETWEEN :from AND :to"
		"   AND p.restricted <= :restricted"
		"   AND coalesce(r.worker, 0) BETWEEN :worker AND :worker_to"
		" ORDER BY p.id"), "r...d..c..taaaaas...a..d.dd...." },
	[COLUMNS_REFERRALS] = { SQL(
		"SELECT x.person, x.id, x.received_on, x.source, x.reason, x.urgency, x.state,"
		" x.first_contact_on, x.closed_on, x.outcome, w.login"
		"  FROM referral x JOIN person p ON p.id = x.person"
		"  LEFT JOIN account w ON w.id = x.worker"
		" WHERE x.received_on BETWEEN :from AND :to AND p.restricted <= :restricted"
		"   AND coalesce(x.worker, 0) BETWEEN :worker AND :worker_to"
		" ORDER BY x.person, x.id"), "rnd....dd.." },
	[COLUMNS_CONTACTS] = { SQL(
		"SELECT x.person, x.on_day, x.mode, x.direction, x.reached, x.minutes, x.note, x.at_minute"
		"  FROM contact x JOIN person p ON p.id = x.person"
		" WHERE x.on_day BETWEEN :from AND :to" OF_WORKER
		" ORDER BY x.person, x.on_day, x.id"), "rw...n." },
	[COLUMNS_CONCERNS] = { SQL(
		"SELECT x.person, y.on_day, y.list, x.code, substr(x.code, 1, instr(x.code, '.') - 1),"
		" x.score, x.answer, x.matters, x.own_words, x.level, x.previous_score"
		"  FROM assessment y JOIN concern x ON x.assessment = y.id JOIN person p ON p.id = x.person"
		" WHERE y.status <> 'begun' AND y.on_day BETWEEN :from AND :to" OF_WORKER
		" ORDER BY x.person, y.on_day, y.id, x.code"), "rd...n.n..n" },
	[COLUMNS_ACTIONS] = { SQL(
		"SELECT x.person, x.concern, x.kind, x.what, x.owner, x.due_on, x.status, x.outcome,"
		" x.amount_awarded"
		"  FROM action x JOIN plan y ON y.id = x.plan JOIN person p ON p.id = x.person"
		" WHERE (y.status = 'agreed' OR (y.status = 'draft' AND y.version = 1))"
		"   AND x.made_on BETWEEN :from AND :to" OF_WORKER
		" ORDER BY x.person, x.id"), "r....d..p" },
	[COLUMNS_SIGNPOSTS] = { SQL(
		"SELECT x.person, x.concern, y.name, x.kind, x.given_on, x.status, x.outcome,"
		" x.outcome_on, x.helped"
		"  FROM signpost x JOIN service y ON y.id = x.service JOIN person p ON p.id = x.person"
		" WHERE x.given_on BETWEEN :from AND :to" OF_WORKER
		" ORDER BY x.person, x.given_on, x.id"), "r...d..d." },
	[COLUMNS_UNMET_NEEDS] = { SQL(
		"SELECT x.person, x.concern, x.level, x.council, x.reason, x.noted_on"
		"  FROM unmet_need x JOIN person p ON p.id = x.person"
		" WHERE x.noted_on BETWEEN :from AND :to" OF_WORKER
		" ORDER BY x.person, x.noted_on, x.id"), "r....d" },
	[COLUMNS_REMINDERS] = { SQL(
		"SELECT x.person, x.due_on, x.kind, x.what, w.login, x.done_on"
		"  FROM reminder x LEFT JOIN person p ON p.id = x.person"
		"  LEFT JOIN account w ON w.id = x.worker"
		" WHERE x.due_on BETWEEN :from AND :to AND coalesce(p.restricted, 0) <= :restricted"
		"   AND coalesce(x.worker, 0) BETWEEN :worker AND :worker_to"
		" ORDER BY x.due_on, x.id"), "rd...d" },
	[COLUMNS_SERVICES] = { SQL(
		"SELECT p.external_id, p.name, p.organisation, p.description,"
		" (SELECT group_concat(code, ';') FROM (SELECT code FROM service_concern"
		"   WHERE service = p.id ORDER BY code)),"
		" (SELECT group_concat(area, ';') FROM (SELECT area FROM service_area"
		"   WHERE service = p.id ORDER BY area)),"
		" p.attendance, p.access, p.min_age, p.max_age, p.cost, p.wait_weeks, p.phone, p.email,"
		" p.url, p.address, p.postcode, p.status, p.last_checked, p.checked_how"
		"  FROM service p ORDER BY p.id"), "........nn.nt.....d." },
};
/* clang-format on */

/* What stands behind the columns of people. */
enum {
	BEHIND_DANGER = 31,
	BEHIND_TEXT_FIRST,
	BEHIND_OTHER,
	BEHIND_PARTNER,
	BEHIND_WITHHOLD,
	BEHIND_VISIT,
	BEHIND_IN_TWO,
	BEHIND_HOURS,
	BEHIND_SAY,
	BEHIND_SPEAKS,
	BEHIND_NOTE,
	BEHIND_DIED,
	BEHIND_DIED_ABOUT,
	BEHIND_DIED_SURE,
	BEHIND_NO_MORE,
	BEHIND_KNOWS,
};
#define STAGE_COLUMN 24

static const char *text_at(sqlite3_stmt *q, int column)
{
	const unsigned char *text = sqlite3_column_text(q, column);

	return text ? (const char *)text : "";
}

static enum asked asked_at(sqlite3_stmt *q, int column)
{
	if (sqlite3_column_type(q, column) == SQLITE_NULL)
		return NOT_ASKED;
	return sqlite3_column_int(q, column) ? SAID_YES : SAID_NO;
}

static day day_at(sqlite3_stmt *q, int column)
{
	if (sqlite3_column_type(q, column) == SQLITE_NULL)
		return DAY_NONE;
	return sqlite3_column_int(q, column);
}

static int word_at(sqlite3_stmt *q, int column, const struct words *words)
{
	return words_find(words, str_of(text_at(q, column)));
}

static void read_safe(sqlite3_stmt *q, struct safe_contact *ret)
{
	*ret = safe_contact_blank;
	ret->danger = sqlite3_column_int(q, BEHIND_DANGER) != 0;
	ret->text_first = sqlite3_column_int(q, BEHIND_TEXT_FIRST) != 0;
	ret->other_may_answer = asked_at(q, BEHIND_OTHER);
	ret->partner_told = asked_at(q, BEHIND_PARTNER);
	ret->withhold_number = sqlite3_column_int(q, BEHIND_WITHHOLD) != 0;
	ret->visit = asked_at(q, BEHIND_VISIT);
	ret->visit_in_two = sqlite3_column_int(q, BEHIND_IN_TWO) != 0;
	ret->hours = text_at(q, BEHIND_HOURS);
	ret->say = text_at(q, BEHIND_SAY);
	ret->speaks_for = text_at(q, BEHIND_SPEAKS);
	ret->note = text_at(q, BEHIND_NOTE);
}

static void read_person(sqlite3_stmt *q, struct person *ret)
{
	*ret = person_blank;
	ret->stage = (enum stage)word_at(q, STAGE_COLUMN, &stages);
	ret->died_on = day_at(q, BEHIND_DIED);
	ret->died_about = text_at(q, BEHIND_DIED_ABOUT);
	ret->died_sure = (enum sureness)word_at(q, BEHIND_DIED_SURE, &surenesses);
	ret->no_more_contact_on = day_at(q, BEHIND_NO_MORE);
	ret->knows_cancer = (enum knowing)word_at(q, BEHIND_KNOWS, &knowings);
}

static void read_cells(sqlite3_stmt *q, const char *kinds, struct export_cell *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct export_cell *cell = &cells[i];
		int column = (int)i;

		*cell = (struct export_cell){ .kind = kind_of(kinds[i]) };
		cell->null = sqlite3_column_type(q, column) == SQLITE_NULL;
		if (cell->null)
			continue;
		if (sqlite3_column_type(q, column) == SQLITE_INTEGER) {
			cell->n = sqlite3_column_int64(q, column);
			continue;
		}
		cell->text.at = text_at(q, column);
		cell->text.n = (size_t)sqlite3_column_bytes(q, column);
	}
}

static void bind(sqlite3_stmt *q, const struct export_what *what)
{
	int64_t worker = what->worker.n;

	if (what->table == COLUMNS_SERVICES)
		return;
	stmt_bind_int(q, ":from", what->from == DAY_NONE ? INT32_MIN : what->from);
	stmt_bind_int(q, ":to", what->to == DAY_NONE ? INT32_MAX : what->to);
	stmt_bind_int(q, ":worker", worker);
	stmt_bind_int(q, ":worker_to", worker == 0 ? INT64_MAX : worker);
	stmt_bind_int(q, ":restricted", what->restricted ? 1 : 0);
}

static enum status step_rows(struct store *st, sqlite3_stmt *q, const struct export_what *what,
                             export_visit visit, void *about)
{
	const struct source *source = &sources[what->table];
	struct export_cell cells[40];
	struct safe_contact safe;
	struct person person;
	struct export_row row = { .n = columns_of(what->table).n,
		                  .at = cells,
		                  .minute = MINUTE_NONE,
		                  .safe = &safe,
		                  .person = &person };
	bool there;
	enum status rc;

	while ((rc = stmt_step(st, q, &there)) == OK && there) {
		read_cells(q, source->kinds, cells, row.n);
		if (what->table == COLUMNS_PEOPLE) {
			read_safe(q, &safe);
			read_person(q, &person);
		} else if (what->table == COLUMNS_CONTACTS) {
			row.minute = stmt_minute(q, "at_minute");
		}
		rc = visit(about, &row);
		if (rc != OK)
			return rc;
	}
	return rc;
}

enum status export_rows(struct store *st, const struct export_what *what, export_visit visit,
                        void *about)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, sources[what->table].sql);

	if (rc != OK)
		return rc;
	bind(q, what);
	rc = step_rows(st, q, what, visit, about);
	stmt_release(q);
	return rc;
}
