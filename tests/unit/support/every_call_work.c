#include "every_call_make.h"

#include "base/clock.h"
#include "casework/access.h"
#include "casework/accounts.h"
#include "casework/approvals.h"
#include "casework/audit.h"
#include "casework/calendar.h"
#include "casework/caseload.h"
#include "casework/changed.h"
#include "casework/check.h"
#include "casework/contacts.h"
#include "casework/cover.h"
#include "casework/days_off.h"
#include "casework/drafts.h"
#include "casework/export.h"
#include "casework/export_package.h"
#include "casework/handover.h"
#include "casework/heads.h"
#include "casework/import_people.h"
#include "casework/import_services.h"
#include "casework/leaver.h"
#include "casework/lists.h"
#include "casework/lock.h"
#include "casework/nameless.h"
#include "casework/people.h"
#include "casework/presence.h"
#include "casework/reminders.h"
#include "casework/restricted.h"
#include "casework/reviews.h"
#include "casework/rules.h"
#include "casework/settings.h"
#include "casework/today.h"
#include "casework/undo.h"
#include "casework/views.h"
#include "store/reminders.h"

/* ---- time ---- */

READ_ALL(agenda_covered, struct agenda)
READ(agenda, struct agenda, c->s->account.id)
READ(reminder, struct agenda_row, (struct reminder_id){ theirs(c, "reminder") })
CALL(remind, struct reminder_id ret; struct reminder r = reminder_blank; r.person = c->person;
     r.what = "ring"; r.due_on = c->s->today + 7; return casework_remind(c->s, &r, &ret);)
CALL(complete_reminder, day ret; struct reminder_outcome how = { .words = "done" };
     return casework_complete_reminder(c->s, (struct reminder_id){ theirs(c, "reminder") }, &how,
                                       &ret);)
CALL(move_reminder, struct reminder_id id = { theirs(c, "reminder") }; struct reminder r = { 0 };
     struct reminder_move to = { 0, c->s->today + 9, MINUTE_NONE, "asked" };
     if (reminder_get(c->s->store, id, c->a, &r) == OK) to.ver = r.ver;
     return casework_move_reminder(c->s, id, &to);)
CALL(move_reminders, struct reminder_ref ref = { { theirs(c, "reminder") }, 0 };
     struct reminders_move to = { &ref, 1, c->s->today + 9, "asked" }; struct reminder r = { 0 };
     if (reminder_get(c->s->store, ref.id, c->a, &r) == OK) ref.ver = r.ver;
     return casework_move_reminders(c->s, &to);)
CALL(drop_reminder,
     return casework_drop_reminder(c->s, (struct reminder_id){ theirs(c, "reminder") }, "so");)
CALL(agree_quiet, return casework_agree_quiet(c->s, c->person, c->s->today + 9, "hers");)
CALL(promised_open, size_t ret; return casework_promised_open(c->s, &ret);)
CALL(day_load, struct day_load ret;
     return casework_day_load(c->s, c->s->account.id, c->s->today, &ret);)
READ(today, struct today_view, &(struct today_of){ 0 })
CALL(cases, struct cases ret; struct list_query q = { .find = "", .worker = { 1 } };
     return casework_cases(c->s, &q, NULL, 9, c->a, &ret);)
CALL(case_count, size_t ret; return casework_case_count(c->s, (struct account_id){ 1 }, &ret);)
CALL(hand_over_apart, size_t ret; struct hand_over what = { &c->person, 1, "ben", "" };
     return casework_hand_over_apart(c->s, &what, &ret);)
CALL(hand_over, size_t ret; struct hand_over what = { &c->person, 1, "ben", "holiday" };
     return casework_hand_over(c->s, &what, &ret);)
CALL(case_ids, struct person_ids ret; struct list_query q = { .find = "", .worker = { 1 } };
     return casework_case_ids(c->s, &q, c->a, &ret);)
CALL(remind_many, size_t ret; struct left_out left = { .a = c->a };
     struct remind_many x = { .people = &c->person, .n = 1, .what = "ring", .left = &left };
     x.due_on = c->s->today; return casework_remind_many(c->s, &x, &ret);)
READ_ALL(views, struct views)
CALL(save_view, struct saved_view_id ret;
     struct new_view x = { .name = "A view", .filter = case_filter_blank };
     return casework_save_view(c->s, &x, &ret);)
CALL(delete_view, return casework_delete_view(c->s, (struct saved_view_id){ 1 });)
READ_ALL(staff, struct staff)
READ_ALL(covering, struct covering_list)
READ_ALL(since, struct since)
CALL(since_waits, bool ret; return casework_since_waits(c->s, &ret);)
CALL(leave_note, const char *ret;
     struct new_note n = { .reader = NOTE_FOR_NEXT, .login = "", .words = "hello" };
     return casework_leave_note(c->s, &n, c->a, &ret);)
READ_ALL(notes_left, struct notes_shown)

/* ---- in and out ---- */

CALL(import_people, struct import_report ret; struct import_options o = { .path = "/dev/null" };
     return casework_import_people(c->s, &o, NULL, c->a, &ret);)
CALL(import_services, struct import_report ret; struct import_options o = { .path = "/dev/null" };
     return casework_import_services(c->s, &o, NULL, c->a, &ret);)
CALL(export, struct export_done ret; struct export_options o = { .what = COLUMNS_SERVICES,
                                                                 .from = DAY_NONE,
                                                                 .to = DAY_NONE,
                                                                 .path = "/nowhere/at/all.csv",
                                                                 .worker = c->s->account.login };
     return casework_export(c->s, &o, NULL, c->a, &ret);)

CALL(export_package, struct export_package_done ret;
     const struct export_package o = { .path = "/nowhere/at/all" };
     return casework_export_package(c->s, &o, NULL, c->a, &ret);)

CALL(calendar, struct calendar_done ret;
     const struct calendar_options o = { .path = "/nowhere/at/all.ics" };
     return casework_calendar(c->s, &o, c->a, &ret);)
CALL(calendar_named, struct calendar_done ret;
     const struct calendar_options o = { .path = "/nowhere/at/all.ics",
                                         .to_whom = "my own calendar",
                                         .purpose = PURPOSE_KEEP };
     return casework_calendar_named(c->s, &o, c->a, &ret);)

/* ---- one's own work ---- */

READ_ALL(undo_peek, const char *)
READ_ALL(undo_peek_further, const char *)
CALL(undo, return casework_undo(c->s);)
CALL(keep_draft, struct draft d = { .form = "note", .about = "", .title = "", .body = "" };
     return casework_keep_draft(c->s, &d);)
READ(draft, struct draft, "note", "")
READ_ALL(drafts, struct draft_list)
CALL(drop_draft, return casework_drop_draft(c->s, "note", "");)
CALL(throw_away_draft, return casework_throw_away_draft(c->s, "note", "");)
CALL(be_here, return casework_be_here(c->s, (struct person_id){ 0 }, "today");)
CALL(go_away, return casework_go_away(c->s);)
CALL(mark, struct event_id ret; return casework_mark(c->s, &ret);)
CALL(lock, return casework_lock(c->s, "locked");)

/* ---- who may, and who did ---- */

READ_ALL(workers, struct account_list)
CALL(worker, struct account ret; return casework_worker(c->s, "ben", &ret);)
READ_ALL(accounts, struct account_rows)
CALL(close_account, return casework_close_account(c->s, (struct account_id){ 4 });)
CALL(unlock_account, return casework_unlock_account(c->s, (struct account_id){ 4 });)
READ(account_code, const char *, (struct account_id){ 4 })
CALL(change_passphrase, return casework_change_passphrase(c->s, STR("x"));)
CALL(give_reason, return casework_give_reason(c->s, c->person, ACCESS_RANG);)
CALL(open_anyway, return casework_open_anyway(c->s, c->person, ACCESS_OTHER, "words and words");)
READ_ALL(opened_anyway, struct opened_list)
READ(opened_meanwhile, struct opened_meanwhile, 1)
CALL(review_anyway, return casework_review_anyway(c->s, 1, ACCESS_JUSTIFIED, "");)
READ(named, struct named_list, c->person)
CALL(restrict, return casework_restrict(c->s, c->person, "so");)
CALL(unrestrict, return casework_unrestrict(c->s, c->person, "so");)
CALL(name, return casework_name(c->s, c->person, "ben");)
CALL(unname, return casework_unname(c->s, c->person, (struct account_id){ 2 });)
READ_ALL(approvals, struct approval_rows)
CALL(prove, return casework_prove(c->s, STR(""));)
READ(looks_at, struct log_page, c->person, (struct log_from){ .limit = 9 })
READ(own_log, struct log_page, (struct log_from){ .limit = 9 })
READ(log, struct log_page, &(struct log_filter){ .since = DAY_NONE },
     (struct log_from){ .limit = 9 })
READ_ALL(busy_readers, struct busy_readers)
READ_ALL(head, struct noted_head)
READ_ALL(heads, struct noted_heads)
READ_ALL(take_checkpoint, struct noted_head)
READ_ALL(heads_seen, struct heads_seen)
CALL(verify, struct verified ret; return casework_verify(c->s, NULL, NULL, c->a, &ret);)
READ_ALL(settings, struct values)
READ(leaver, struct leaver, (struct account_id){ 2 })
CALL(put_on_desk, const char *ret; return casework_put_on_desk(c->s, NAMELESS_TODAY, c->a, &ret);)
CALL(change_settings, struct problems p = { 0 }; struct values v = { 0 }; size_t ret;
     values_set(&v, c->a, "quiet_days", "50");
     return casework_change_settings(c->s, NULL, &v, c->a, &p, &ret);)
CALL(check, struct check_report ret; return casework_check(c->s, NULL, c->a, &ret);)

/* ---- lists ---- */

static const char small_list[] = "clew-list\t1\nname\tours-1\nkind\tconcerns\ntitle\tOurs\n"
				 "licence\tours\nsource\tus\ndate\t2026-11-22\nlanguage\ten\n"
				 "code\tdomain\tlabel\nhome.heat\tHome\tKeeping warm\n";
READ_ALL(rules, struct rule_rows)
CALL(load_rules, struct rule_faults faults; enum rule_file ret;
     return casework_load_rules(c->s, rule_file_shipped(RULES_QUIET), c->a, &faults, &ret);)
CALL(drop_rules, return casework_drop_rules(c->s, RULES_QUIET);)
READ_ALL(days_off, struct day_off_list)
CALL(add_day_off, return casework_add_day_off(c->s, c->s->today + 1, "Staff day");)
CALL(drop_day_off, return casework_drop_day_off(c->s, c->s->today + 1);)
READ(due_on_day, struct agenda, c->s->today)
CALL(move_off, day to; size_t n; return casework_move_off(c->s, 20783, &to, &n);)
READ_ALL(lists, struct list_rows)
READ(check_list, struct list_check, str_of(small_list))
CALL(load_list, const char *ret;
     return casework_load_list(c->s, str_of(small_list), true, c->a, &ret);)
CALL(offer_list, return casework_offer_list(c->s, "ours-1", true);)
CALL(use_list, const char *ret;
     return casework_use_list(c->s, CONCERNS_NEWEST, LIST_USE_PEOPLE, c->a, &ret);)

// clang-format off
static const struct every_call calls[] = {
	NOBODY(agenda, OP_SEE_REMINDERS), NOBODY(agenda_covered, OP_SEE_REMINDERS),
	ABOUT(reminder, OP_REMIND), ABOUT(remind, OP_REMIND), ABOUT(remind_many, OP_REMIND),
	ABOUT(complete_reminder, OP_REMIND), ABOUT(move_reminder, OP_REMIND),
	ABOUT(move_reminders, OP_REMIND), ABOUT(drop_reminder, OP_REMIND),
	ABOUT(agree_quiet, OP_CHANGE_PERSON), NOBODY(day_load, OP_SEE_REMINDERS),
	NOBODY(promised_open, OP_SEE_TODAY), NOBODY(today, OP_SEE_TODAY),
	NOBODY(case_ids, OP_SEE_CASELOAD), NOBODY(views, OP_SEE_CASELOAD),
	NOBODY(save_view, OP_SAVE_VIEW), NOBODY(delete_view, OP_SAVE_VIEW),
	NOBODY(cases, OP_SEE_CASELOAD), NOBODY(case_count, OP_SEE_CASELOAD),
	ABOUT(hand_over, OP_MOVE_CASES), NOBODY(hand_over_apart, OP_MOVE_CASES),
	NOBODY(staff, OP_SEE_CASELOAD), NOBODY(covering, OP_SEE_TODAY), NOBODY(since, OP_SEE_SINCE),
	NOBODY(since_waits, OP_SEE_SINCE), NOBODY(leave_note, OP_LEAVE_NOTE),
	NOBODY(notes_left, OP_LEAVE_NOTE), NOBODY(import_people, OP_IMPORT_PEOPLE),
	NOBODY(import_services, OP_IMPORT_SERVICES), NOBODY(export, OP_EXPORT),
	NOBODY(export_package, OP_EXPORT), NOBODY(calendar, OP_SEE_REMINDERS),
	NOBODY(calendar_named, OP_EXPORT), NOBODY(undo_peek, OP_UNDO),
	NOBODY(undo_peek_further, OP_UNDO), NOBODY(undo, OP_UNDO),
	NOBODY(keep_draft, OP_KEEP_DRAFT), NOBODY(draft, OP_KEEP_DRAFT),
	NOBODY(drafts, OP_KEEP_DRAFT), NOBODY(drop_draft, OP_KEEP_DRAFT),
	NOBODY(throw_away_draft, OP_THROW_AWAY_DRAFT), NOBODY(be_here, OP_BE_HERE),
	NOBODY(go_away, OP_BE_HERE), NOBODY(mark, OP_SEE_WHO_CHANGED), NOBODY(lock, OP_LOCK),
	NOBODY(workers, OP_SEE_ACCOUNTS), NOBODY(worker, OP_SEE_ACCOUNTS),
	NOBODY(accounts, OP_LIST_ACCOUNTS), NOBODY(close_account, OP_ACCOUNTS),
	NOBODY(unlock_account, OP_ACCOUNTS), NOBODY(account_code, OP_ACCOUNTS),
	NOBODY(change_passphrase, OP_CHANGE_PASSPHRASE), ABOUT(give_reason, OP_GIVE_REASON),
	ABOUT(open_anyway, OP_OPEN_ANYWAY), NOBODY(opened_anyway, OP_REVIEW_ANYWAY),
	NOBODY(opened_meanwhile, OP_REVIEW_ANYWAY), NOBODY(review_anyway, OP_REVIEW_ANYWAY),
	ABOUT(named, OP_SEE_NAMED), ABOUT(restrict, OP_RESTRICT), ABOUT(unrestrict, OP_UNRESTRICT),
	ABOUT(name, OP_NAME), ABOUT(unname, OP_NAME), NOBODY(approvals, OP_SEE_APPROVALS),
	NOBODY(prove, OP_PROVE), ABOUT(looks_at, OP_SEE_LOOKS), NOBODY(own_log, OP_SEE_OWN_LOG),
	NOBODY(log, OP_SEE_LOG), NOBODY(busy_readers, OP_SEE_LOG), NOBODY(head, OP_SEE_HEADS),
	NOBODY(heads, OP_SEE_HEADS), NOBODY(take_checkpoint, OP_TAKE_CHECKPOINT),
	NOBODY(heads_seen, OP_SEE_HEADS), NOBODY(verify, OP_VERIFY),
	NOBODY(settings, OP_SEE_SETTINGS), NOBODY(change_settings, OP_SETTINGS),
	NOBODY(check, OP_CHECK), NOBODY(lists, OP_SEE_LISTS), NOBODY(check_list, OP_SEE_LISTS),
	NOBODY(load_list, OP_LOAD_LIST), NOBODY(offer_list, OP_LOAD_LIST),
	NOBODY(use_list, OP_LOAD_LIST), NOBODY(rules, OP_SEE_RULES),
	NOBODY(load_rules, OP_LOAD_RULES), NOBODY(drop_rules, OP_LOAD_RULES),
	NOBODY(days_off, OP_SEE_DAYS_OFF), NOBODY(add_day_off, OP_DAYS_OFF),
	NOBODY(drop_day_off, OP_DAYS_OFF), NOBODY(due_on_day, OP_DAYS_OFF),
	NOBODY(move_off, OP_DAYS_OFF), NOBODY(leaver, OP_SEE_LEAVER),
	NOBODY(put_on_desk, OP_OPEN_DESK),
};
// clang-format on
const struct every_call_part every_call_work = { calls, COUNT_OF(calls) };
