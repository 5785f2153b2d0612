#include "store/move.h"

#include "handle.h"
#include "stmt.h"

#include "base/words.h"

/* :w whole weeks, for history; :d days, for what is still open. */
static const char *const moves[] = {
	SQL("UPDATE account SET vetted_on = vetted_on + :w, code_until = code_until + 86400 * :d,"
	    " code_at = code_at + 86400 * :d"),
	SQL("UPDATE access SET from_at = from_at + 86400 * :d, until_at = until_at + 86400 * :d,"
	    " reviewed_at = reviewed_at + 86400 * :d + 0 * :w"),
	SQL("UPDATE cover SET from_on = from_on + :w, back_on = back_on + :w + 0 * :d"),
	SQL("UPDATE handover_note SET left_at = left_at + 86400 * :d + 0 * :w"),
	SQL("UPDATE handover_read SET read_at = read_at + 86400 * :d + 0 * :w"),
	SQL("UPDATE approval SET asked_at = asked_at + 86400 * :d, until_at = until_at + 86400 * :d,"
	    " answered_at = answered_at + 86400 * :d + 0 * :w"),
	SQL("UPDATE person SET diagnosed_on = diagnosed_on + :w,"
	    " urgent_referral_on = urgent_referral_on + :w, stage_since = stage_since + :w,"
	    " stage_ends_on = stage_ends_on + :d, about_on = about_on + :w,"
	    " treatment_began_on = treatment_began_on + :w, treatment_ended_on = treatment_ended_on + :w,"
	    " in_hospital_since = in_hospital_since + :w,"
	    " no_more_contact_on = no_more_contact_on + :w, quiet_until = quiet_until + :d,"
	    " died_on = died_on + :w, created_on = created_on + :w"),
	SQL("UPDATE safe_contact SET set_on = set_on + :w + 0 * :d"),
	SQL("UPDATE contact_point SET struck_on = struck_on + :w + 0 * :d"),
	SQL("UPDATE referral SET hold_until = hold_until + :d,"
	    " received_on = received_on + iif(state IN ('received', 'accepted'), :d, :w),"
	    " state_on = state_on + iif(state IN ('received', 'accepted'), :d, :w),"
	    " accepted_on = accepted_on + iif(state IN ('received', 'accepted'), :d, :w),"
	    " first_contact_by = first_contact_by + iif(state IN ('received', 'accepted'), :d, :w),"
	    " first_contact_on = first_contact_on + :w, closed_on = closed_on + :w"),
	SQL("UPDATE contact SET on_day = on_day + iif((SELECT r.state IN ('received', 'accepted')"
	    "  FROM referral r WHERE r.id = contact.referral), :d, :w)"),
	SQL("UPDATE safety_note SET raised_on = raised_on + iif(done_on IS NULL, :d, :w),"
	    " seen_on = seen_on + iif(done_on IS NULL, :d, :w), done_on = done_on + :w"),
	SQL("UPDATE message SET taken_on = taken_on + iif(done_on IS NULL, :d, :w),"
	    " done_on = done_on + :w"),
	SQL("UPDATE happening SET on_day = on_day + :w, recorded_on = recorded_on + :w + 0 * :d"),
	SQL("UPDATE relation SET power_seen_on = power_seen_on + :w, ended_on = ended_on + :w + 0 * :d"),
	SQL("UPDATE moved SET was_on = was_on + :w, moved_on = moved_on + :w + 0 * :d"),
	SQL("UPDATE wishes SET set_on = set_on + :w + 0 * :d"),
	SQL("UPDATE loaded_list SET loaded_on = loaded_on + :w + 0 * :d"),
	SQL("UPDATE assessment SET on_day = on_day + :w, done_on = done_on + :w, again_on = again_on + :d,"
	    " typed_on = typed_on + :w, locked_on = locked_on + :w"),
	SQL("UPDATE measured SET on_day = on_day + :w + 0 * :d"),
	SQL("UPDATE statutory_screen SET on_day = on_day + :w, again_on = again_on + :d"),
	SQL("UPDATE contingency SET review_on = review_on + :d + 0 * :w"),
	SQL("UPDATE money SET applied_on = applied_on + :w, decided_on = decided_on + :w,"
	    " from_on = from_on + :w, ends_on = ends_on + :d, review_on = review_on + :d, noted_on = noted_on + :w"),
	SQL("UPDATE plan SET made_on = made_on + :w, agreed_on = agreed_on + :w,"
	    " review_on = review_on + :d, given_on = given_on + :w"),
	SQL("UPDATE plan_review SET on_day = on_day + :w, next_on = next_on + :d"),
	SQL("UPDATE goal SET by_day = by_day + :d, status_on = status_on + :w"),
	SQL("UPDATE action SET made_on = made_on + :w, status_on = status_on + :w,"
	    " review_on = review_on + :d,"
	    " due_on = due_on + iif(status IN ('not_started', 'started'), :d, :w)"),
	SQL("UPDATE service SET closed_until = closed_until + :d, last_checked = last_checked + :w,"
	    " vetted_on = vetted_on + :w, vetted_until = vetted_until + :d, next_check = next_check + :d,"
	    " edited_on = edited_on + :w, gone_on = gone_on + :w"),
	SQL("UPDATE service_gist SET closed_until = closed_until + :d, checked = checked + :w"),
	SQL("UPDATE service_time SET from_on = from_on + :w, until_on = until_on + :d"),
	SQL("UPDATE service_cost SET from_on = from_on + :w, until_on = until_on + :d"),
	SQL("UPDATE service_note SET on_day = on_day + :w + 0 * :d"),
	SQL("UPDATE service_check SET on_day = on_day + :w, next_on = next_on + :d"),
	SQL("UPDATE feed SET taken_on = taken_on + :w + 0 * :d"),
	SQL("UPDATE feed_entry SET seen_on = seen_on + :w, gone_on = gone_on + :w + 0 * :d"),
	SQL("UPDATE signpost SET given_on = given_on + :w, status_on = status_on + :w,"
	    " outcome_on = outcome_on + :w + 0 * :d"),
	SQL("UPDATE signpost_step SET on_day = on_day + :w + 0 * :d"),
	SQL("UPDATE unmet_need SET noted_on = noted_on + :w, met_on = met_on + :w + 0 * :d"),
	SQL("UPDATE reminder SET made_on = made_on + :w, done_on = done_on + :w,"
	    " due_on = due_on + iif(state = 'open', :d, :w), repeat_until = repeat_until + :d,"
	    " first_due_on = first_due_on + iif(state = 'open', :d, :w)"),
	SQL("UPDATE loaded_rules SET loaded_on = loaded_on + :w + 0 * :d"),
	SQL("UPDATE purpose SET set_on = set_on + :w + 0 * :d"),
	SQL("UPDATE consent SET on_day = on_day + :w, until_on = until_on + :d"),
	SQL("UPDATE notice SET on_day = on_day + :w + 0 * :d"),
	SQL("UPDATE disclosure SET on_day = on_day + :w + 0 * :d"),
	SQL("UPDATE enquiry SET on_day = on_day + :w + 0 * :d"),
	SQL("UPDATE draft SET kept_at = kept_at + 86400 * :d + 0 * :w"),
	SQL("UPDATE caseload SET next_due = next_due + :d, last_due = last_due + :d,"
	    " hold_until = hold_until + :d, quiet_until = quiet_until + :d,"
	    " stage_ends_on = stage_ends_on + :d, stage_since = stage_since + :w, assessed_on = assessed_on + :w,"
	    " last_spoken_on = last_spoken_on + :w,"
	    " last_tried_on = last_tried_on + iif(state IN ('received', 'accepted'), :d, :w),"
	    " received_on = received_on + iif(state IN ('received', 'accepted'), :d, :w),"
	    " accepted_on = accepted_on + iif(state IN ('received', 'accepted'), :d, :w),"
	    " first_contact_by = first_contact_by + iif(state IN ('received', 'accepted'), :d, :w)"),
};

static enum status move_all(struct store *st, day weeks, day days)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < COUNT_OF(moves); i++) {
		sqlite3_stmt *q;

		rc = stmt_borrow(st, &q, moves[i]);
		if (rc != OK)
			break;
		stmt_bind_int(q, ":w", weeks);
		stmt_bind_int(q, ":d", days);
		rc = stmt_run(st, q);
	}
	return rc;
}

/* Rounded down, also for days before from. */
static day whole_weeks(day days)
{
	return (days >= 0 ? days / 7 : -((6 - days) / 7)) * 7;
}

enum status store_move_days(struct store *st, day from, day to)
{
	enum status rc;

	if (store_kind(st) != STORE_DEMO)
		return store_fail(st, E_DENIED, _("Only a demonstration can be moved in time."));
	st->leave = LEAVE_FREE;
	rc = store_exec(st, "BEGIN IMMEDIATE");
	if (rc == OK)
		rc = move_all(st, whole_weeks(to - from), to - from);
	if (rc == OK)
		rc = store_exec(st, "DELETE FROM event_row; DELETE FROM event;"
		                    " DELETE FROM sqlite_sequence WHERE name = 'event'");
	if (rc == OK)
		rc = store_exec(st, "COMMIT");
	else if (!sqlite3_get_autocommit(st->db))
		sqlite3_exec(st->db, "ROLLBACK", NULL, NULL, NULL);
	st->leave = LEAVE_NONE;
	return rc;
}

enum status store_number_people(struct store *st, int64_t first)
{
	sqlite3_stmt *q;
	enum status rc;

	if (store_kind(st) != STORE_DEMO)
		return store_fail(st, E_DENIED, _("Only a demonstration can be numbered."));
	rc = stmt_borrow(st, &q,
	                 SQL("INSERT INTO sqlite_sequence (name, seq) VALUES ('person', :before)"));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":before", first - 1);
	return stmt_run(st, q);
}
