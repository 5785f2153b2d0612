#include "export_cells.h"

#include "handle.h"
#include "stmt.h"

#include "base/buf.h"
#include "base/clock.h"
#include "model/columns.h"

/*
 * People, their numbers and their referrals are read side by side, each in the order of persons, and
 * put together here. One SELECT with a subquery a cell takes three times as long.
 */
#define NEVER_RECEIVED (-99999) /* the day of those without a referral */

/* The order of columns_of(), NULL where a cell comes from elsewhere; then what safety is made of. */
#define PEOPLE_KINDS "r...d..c..taaaaas...a..d.dd...."
enum {
	PHONE_COLUMN = 10,
	EMAIL_COLUMN = 17,
	STAGE_COLUMN = 24,
	RECEIVED_COLUMN = 26,
	SOURCE_COLUMN,
	REASON_COLUMN,
	STATE_COLUMN,
	WORKER_COLUMN,
	BEHIND_DANGER,
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

/* clang-format off */
static const char *const people_sql = SQL(
	"SELECT p.id, p.given_name, p.family_name, p.known_as, p.born_on, p.sex, p.ethnicity,"
	" p.care_number, p.postcode, p.council, NULL, s.ring, s.voicemail, s.text, s.email, s.post,"
	" NULL, NULL, p.language, p.interpreter, p.lives_alone, p.gp_practice, p.cancer_group,"
	" p.diagnosed_on, p.stage, p.stage_since, NULL, NULL, NULL, NULL, NULL,"
	" s.danger, s.text_first, s.other_may_answer, s.partner_told, s.withhold_number,"
	" s.visit, s.visit_in_two, s.hours, s.say, s.speaks_for, s.note,"
	" p.died_on, p.died_about, p.died_sure, p.no_more_contact_on, p.knows_cancer"
	"  FROM person p LEFT JOIN safe_contact s ON s.person = p.id"
	" WHERE p.restricted <= :restricted AND p.merged_into IS NULL ORDER BY p.id");
static const char *const points_sql = SQL(
	"SELECT person, kind = 'phone', value FROM contact_point"
	" WHERE never_use = 0 AND struck_on IS NULL ORDER BY person, id");
static const char *const referrals_sql = SQL(
	"SELECT r.person, r.received_on, r.source, r.reason, r.state, w.login,"
	" coalesce(r.worker, 0), r.state IN ('received', 'accepted', 'active', 'on_hold')"
	"  FROM referral r LEFT JOIN account w ON w.id = r.worker"
	" ORDER BY r.person, r.received_on, r.id");
/* clang-format on */

/* One of the three: the row it stands on is of that person; past the last, there is none. */
struct side {
	sqlite3_stmt *q;
	bool there;
	int64_t person;
};

struct walk {
	struct store *st;
	const struct export_what *what;
	struct side people, points, referrals;
	/* Of the person in hand. */
	struct buf phones, emails, source, reason, state, login;
	bool referred, open;
	int64_t received_on, worker;
	struct safe_contact safe;
	struct person person;
};

static enum status step(struct walk *w, struct side *side)
{
	enum status rc = stmt_step(w->st, side->q, &side->there);

	if (rc == OK && side->there)
		side->person = sqlite3_column_int64(side->q, 0);
	return rc;
}

/* To the first row of that person or of one after them. */
static enum status catch_up(struct walk *w, struct side *side, int64_t person)
{
	enum status rc = OK;

	while (rc == OK && side->there && side->person < person)
		rc = step(w, side);
	return rc;
}

static struct str str_at(sqlite3_stmt *q, int column)
{
	const char *text = (const char *)sqlite3_column_text(q, column);

	return (struct str){ text ? text : "", (size_t)sqlite3_column_bytes(q, column) };
}

static enum status take_points(struct walk *w, int64_t person)
{
	struct side *side = &w->points;
	enum status rc = catch_up(w, side, person);

	buf_clear(&w->phones);
	buf_clear(&w->emails);
	while (rc == OK && side->there && side->person == person) {
		struct buf *out = sqlite3_column_int(side->q, 1) ? &w->phones : &w->emails;

		if (out->n > 0)
			buf_puts(out, "; ");
		buf_add(out, str_at(side->q, 2));
		rc = step(w, side);
	}
	return rc;
}

static void keep(struct buf *out, sqlite3_stmt *q, int column)
{
	buf_clear(out);
	buf_add(out, str_at(q, column));
}

/* An open one before one that is closed, then the latest: they come from the earliest on. */
static enum status take_referral(struct walk *w, int64_t person)
{
	struct side *side = &w->referrals;
	enum status rc = catch_up(w, side, person);

	w->referred = w->open = false;
	while (rc == OK && side->there && side->person == person) {
		bool open = sqlite3_column_int(side->q, 7) != 0;

		if (!w->referred || open || !w->open) {
			w->referred = true;
			w->open = open;
			w->received_on = sqlite3_column_int64(side->q, 1);
			w->worker = sqlite3_column_int64(side->q, 6);
			keep(&w->source, side->q, 2);
			keep(&w->reason, side->q, 3);
			keep(&w->state, side->q, 4);
			keep(&w->login, side->q, 5);
		}
		rc = step(w, side);
	}
	return rc;
}

static bool leaves(const struct walk *w)
{
	const struct export_what *what = w->what;
	int64_t on = w->referred ? w->received_on : NEVER_RECEIVED;

	return (what->from == DAY_NONE || on >= what->from) &&
	       (what->to == DAY_NONE || on <= what->to) &&
	       (what->worker.n == 0 || (w->referred && w->worker == what->worker.n));
}

static void put_text(struct export_cell *cell, const struct buf *text)
{
	cell->null = text->n == 0;
	cell->text = buf_str(text);
}

static void put_the_others(const struct walk *w, struct export_cell *cells)
{
	put_text(&cells[PHONE_COLUMN], &w->phones);
	put_text(&cells[EMAIL_COLUMN], &w->emails);
	if (!w->referred)
		return;
	cells[RECEIVED_COLUMN].null = false;
	cells[RECEIVED_COLUMN].n = w->received_on;
	put_text(&cells[SOURCE_COLUMN], &w->source);
	put_text(&cells[REASON_COLUMN], &w->reason);
	put_text(&cells[STATE_COLUMN], &w->state);
	put_text(&cells[WORKER_COLUMN], &w->login);
}

static const char *text_at(sqlite3_stmt *q, int column)
{
	return str_at(q, column).at;
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
	struct str word = str_at(q, column);

	return word.n > 0 ? words_find(words, word) : 0;
}

static void read_safe(sqlite3_stmt *q, struct safe_contact *ret)
{
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
	ret->stage = (enum stage)word_at(q, STAGE_COLUMN, &stages);
	ret->died_on = day_at(q, BEHIND_DIED);
	ret->died_about = text_at(q, BEHIND_DIED_ABOUT);
	ret->died_sure = (enum sureness)word_at(q, BEHIND_DIED_SURE, &surenesses);
	ret->no_more_contact_on = day_at(q, BEHIND_NO_MORE);
	ret->knows_cancer = (enum knowing)word_at(q, BEHIND_KNOWS, &knowings);
}

static enum status walk_people(struct walk *w, export_visit visit, void *about)
{
	struct export_cell cells[EXPORT_CELLS_MOST];
	struct export_row row = { .n = columns_of(COLUMNS_PEOPLE).n,
		                  .at = cells,
		                  .minute = MINUTE_NONE,
		                  .safe = &w->safe,
		                  .person = &w->person };
	enum status rc = step(w, &w->points);

	if (rc == OK)
		rc = step(w, &w->referrals);
	while (rc == OK && (rc = step(w, &w->people)) == OK && w->people.there) {
		rc = take_points(w, w->people.person);
		if (rc == OK)
			rc = take_referral(w, w->people.person);
		if (rc != OK || !leaves(w))
			continue;
		export_read_cells(w->people.q, PEOPLE_KINDS, row.n, cells);
		put_the_others(w, cells);
		read_safe(w->people.q, &w->safe);
		read_person(w->people.q, &w->person);
		rc = visit(about, &row);
	}
	return rc;
}

enum status export_people(struct store *st, const struct export_what *what, export_visit visit,
                          void *about)
{
	struct walk w = {
		.st = st, .what = what, .safe = safe_contact_blank, .person = person_blank
	};
	enum status rc = stmt_borrow(st, &w.people.q, people_sql);

	if (rc == OK)
		rc = stmt_borrow(st, &w.points.q, points_sql);
	if (rc == OK)
		rc = stmt_borrow(st, &w.referrals.q, referrals_sql);
	if (rc == OK) {
		stmt_bind_int(w.people.q, ":restricted", what->restricted ? 1 : 0);
		rc = walk_people(&w, visit, about);
	}
	stmt_release(w.people.q);
	stmt_release(w.points.q);
	stmt_release(w.referrals.q);
	buf_done(&w.phones);
	buf_done(&w.emails);
	buf_done(&w.source);
	buf_done(&w.reason);
	buf_done(&w.state);
	buf_done(&w.login);
	return rc;
}
