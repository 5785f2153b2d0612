#include "store/export.h"

#include "export_cells.h"
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
	const char *all;   /* the same when nobody is left out, which is quicker; or NULL */
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
#define WHO " JOIN person p ON p.id = x.person"
#define OF_WORKER \
	" AND p.restricted <= :restricted" \
	" AND (:worker = 0" \
	"  OR (SELECT coalesce(max(k.worker), 0) FROM caseload k WHERE k.person = p.id)" \
	"   BETWEEN :worker AND :worker_to)"
#define CONTACTS(who, of_worker) SQL( \
	"SELECT x.person, x.on_day, x.mode, x.direction, x.reached, x.minutes, x.note," \
	" x.at_minute" \
	"  FROM contact x" who \
	" WHERE x.on_day BETWEEN :from AND :to" of_worker \
	" ORDER BY x.person, x.on_day, x.id")
#define CONCERNS(who, of_worker) SQL( \
	"SELECT x.person, y.on_day, y.list, x.code, substr(x.code, 1, instr(x.code, '.') - 1)," \
	" x.score, x.answer, x.matters, x.own_words, x.level, x.previous_score" \
	"  FROM assessment y JOIN concern x ON x.assessment = y.id" who \
	" WHERE y.status <> 'begun' AND y.on_day BETWEEN :from AND :to" of_worker \
	" ORDER BY x.person, y.on_day, y.id, x.code")

/* Done before a newer assessment: a plan from that takes over only what is still open. */
#define STAYED_BEHIND \
	"x.status IN ('completed','not_applicable') AND y.assessment <>" \
	" (SELECT z.assessment FROM plan z WHERE z.person = y.person AND z.id > y.id" \
	"   ORDER BY z.id LIMIT 1)"

static const struct source sources[] = {
	[COLUMNS_REFERRALS] = { SQL(
		"SELECT x.person, x.id, x.received_on, x.source, x.reason, x.urgency, x.state,"
		" x.first_contact_on, x.closed_on, x.outcome, w.login"
		"  FROM referral x JOIN person p ON p.id = x.person"
		"  LEFT JOIN account w ON w.id = x.worker"
		" WHERE x.received_on BETWEEN :from AND :to AND p.restricted <= :restricted"
		"   AND coalesce(x.worker, 0) BETWEEN :worker AND :worker_to"
		" ORDER BY x.person, x.id"), "rnd....dd.." },
	[COLUMNS_CONTACTS] = { CONTACTS(WHO, OF_WORKER), "rw...n.", CONTACTS("", "") },
	[COLUMNS_CONCERNS] = { CONCERNS(WHO, OF_WORKER), "rd...n.n..n", CONCERNS("", "") },
	[COLUMNS_ACTIONS] = { SQL(
		"SELECT x.person, x.concern, x.kind, x.what, x.owner, x.due_on, x.status, x.outcome,"
		" (SELECT nullif(sum(worth), 0) FROM money WHERE action = x.id)"
		"  FROM action x JOIN plan y ON y.id = x.plan" WHO
		" WHERE (y.status <> 'superseded' OR (" STAYED_BEHIND "))"
		"   AND x.made_on BETWEEN :from AND :to" OF_WORKER
		" ORDER BY x.person, x.id"), "r....d..p" },
	[COLUMNS_SIGNPOSTS] = { SQL(
		"SELECT x.person, x.concern, y.name, x.kind, x.given_on, x.status, x.outcome,"
		" x.outcome_on, x.helped"
		"  FROM signpost x JOIN service y ON y.id = x.service" WHO
		" WHERE x.given_on BETWEEN :from AND :to" OF_WORKER
		" ORDER BY x.person, x.given_on, x.id"), "r...d..d." },
	[COLUMNS_UNMET_NEEDS] = { SQL(
		"SELECT x.person, x.concern, x.level, x.council, x.reason, x.noted_on"
		"  FROM unmet_need x" WHO
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
		"SELECT p.external_id, p.name,"
		" (SELECT name FROM organisation WHERE id = p.provider), p.description,"
		" (SELECT group_concat(code, ';') FROM (SELECT code FROM service_concern"
		"   WHERE service = p.id ORDER BY code)),"
		" (SELECT group_concat(area, ';') FROM (SELECT area FROM service_area"
		"   WHERE service = p.id ORDER BY area)),"
		" p.attendance, p.access, p.min_age, p.max_age, p.cost, p.wait_weeks, p.phone, p.email,"
		" p.url, p.address, p.postcode, p.status, p.last_checked, p.checked_how"
		"  FROM service p ORDER BY p.id"), "........nn.nt.....d." },
};
/* clang-format on */

/* By its value, which is asked for once: without mutexes (open.c) that is allowed, and quicker. */
static void read_cell(sqlite3_value *value, struct export_cell *ret)
{
	switch (sqlite3_value_type(value)) {
	case SQLITE_NULL:
		ret->null = true;
		return;
	case SQLITE_INTEGER:
		ret->n = sqlite3_value_int64(value);
		return;
	default:
		ret->text.at = (const char *)sqlite3_value_text(value);
		ret->text.n = (size_t)sqlite3_value_bytes(value);
	}
}

void export_read_cells(sqlite3_stmt *q, const char *kinds, size_t n, struct export_cell *ret)
{
	for (size_t i = 0; i < n; i++) {
		ret[i] = (struct export_cell){ .kind = kind_of(kinds[i]) };
		read_cell(sqlite3_column_value(q, (int)i), &ret[i]);
	}
}

/* The row's minute stands behind the columns. */
static int minute_at(sqlite3_stmt *q, int column)
{
	if (sqlite3_column_type(q, column) == SQLITE_NULL)
		return MINUTE_NONE;
	return sqlite3_column_int(q, column);
}

static bool everybody(const struct export_what *what)
{
	return what->worker.n == 0 && what->restricted;
}

static void bind(sqlite3_stmt *q, const struct export_what *what, bool all)
{
	int64_t worker = what->worker.n;

	if (what->table == COLUMNS_SERVICES)
		return;
	stmt_bind_int(q, ":from", what->from == DAY_NONE ? INT32_MIN : what->from);
	stmt_bind_int(q, ":to", what->to == DAY_NONE ? INT32_MAX : what->to);
	if (all)
		return;
	stmt_bind_int(q, ":worker", worker);
	stmt_bind_int(q, ":worker_to", worker == 0 ? INT64_MAX : worker);
	stmt_bind_int(q, ":restricted", what->restricted ? 1 : 0);
}

static enum status step_rows(struct store *st, sqlite3_stmt *q, const struct export_what *what,
                             export_visit visit, void *about)
{
	struct export_cell cells[EXPORT_CELLS_MOST];
	struct export_row row = { .n = columns_of(what->table).n,
		                  .at = cells,
		                  .minute = MINUTE_NONE };
	bool there;
	enum status rc;

	while ((rc = stmt_step(st, q, &there)) == OK && there) {
		export_read_cells(q, sources[what->table].kinds, row.n, cells);
		if (what->table == COLUMNS_CONTACTS)
			row.minute = minute_at(q, (int)row.n);
		rc = visit(about, &row);
		if (rc != OK)
			return rc;
	}
	return rc;
}

enum status export_rows(struct store *st, const struct export_what *what, export_visit visit,
                        void *about)
{
	const struct source *source = &sources[what->table];
	bool all = source->all && everybody(what);
	sqlite3_stmt *q;
	enum status rc;

	if (what->table == COLUMNS_PEOPLE)
		return export_people(st, what, visit, about);
	rc = stmt_borrow(st, &q, all ? source->all : source->sql);
	if (rc != OK)
		return rc;
	bind(q, what, all);
	rc = step_rows(st, q, what, visit, about);
	stmt_release(q);
	return rc;
}
