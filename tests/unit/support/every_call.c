#include "every_call.h"

#include "fixture.h"

#include "casework/access.h"
#include "casework/accounts.h"
#include "casework/approvals.h"
#include "casework/assess.h"
#include "casework/audit.h"
#include "casework/blank.h"
#include "casework/calendar.h"
#include "casework/caseload.h"
#include "casework/changed.h"
#include "casework/check.h"
#include "casework/checks.h"
#include "casework/consent.h"
#include "casework/contacts.h"
#include "casework/cover.h"
#include "casework/days_off.h"
#include "casework/directory.h"
#include "casework/drafts.h"
#include "casework/enquiry.h"
#include "casework/export.h"
#include "casework/export_package.h"
#include "casework/find.h"
#include "casework/handover.h"
#include "casework/happened.h"
#include "casework/heads.h"
#include "casework/import_people.h"
#include "casework/import_services.h"
#include "casework/leaver.h"
#include "casework/ledger.h"
#include "casework/level.h"
#include "casework/lists.h"
#include "casework/lock.h"
#include "casework/may_contact.h"
#include "casework/measures.h"
#include "casework/merge.h"
#include "casework/messages.h"
#include "casework/money.h"
#include "casework/move_entry.h"
#include "casework/nameless.h"
#include "casework/people.h"
#include "casework/person_view.h"
#include "casework/plan.h"
#include "casework/plan_review.h"
#include "casework/points.h"
#include "casework/presence.h"
#include "casework/relatives.h"
#include "casework/release.h"
#include "casework/reminders.h"
#include "casework/restricted.h"
#include "casework/reviews.h"
#include "casework/rules.h"
#include "casework/safety.h"
#include "casework/settings.h"
#include "casework/sheet.h"
#include "casework/shift.h"
#include "casework/signposts.h"
#include "casework/snippets.h"
#include "casework/statutory.h"
#include "casework/strip.h"
#include "casework/times.h"
#include "casework/today.h"
#include "casework/tries.h"
#include "casework/undo.h"
#include "casework/views.h"
#include "casework/wishes.h"
#include "model/happening_form.h"
#include "model/message_form.h"
#include "store/reminders.h"

/* The first row of theirs; 0 when there is none. */
static int64_t theirs(struct calling *c, const char *table)
{
	int64_t id = store_int(c->s->store,
	                       arena_printf(c->a, "SELECT min(id) FROM %s WHERE person = %lld",
	                                    table, (long long)c->person.n));

	return id > 0 ? id : 0;
}

/* CALL(short name, what is done): one function each. */
#define CALL(name, ...)                                   \
	static enum status call_##name(struct calling *c) \
	{                                                 \
		__VA_ARGS__                               \
	}
/* Most only take the person and somewhere to put what they read. */
#define READ(name, type, ...) \
	CALL(name, type ret; return casework_##name(c->s, __VA_ARGS__, c->a, &ret);)
#define READ_ALL(name, type) CALL(name, type ret; return casework_##name(c->s, c->a, &ret);)

/* ---- people ---- */

READ(find, struct hits, "carter", 9)
CALL(find_settled, return casework_find_settled(c->s);)
READ(glimpse, struct glimpse, c->person)
READ(open_person, struct person_view, c->person)
READ(reread_person, struct person_view, c->person)
READ(whole_person, struct person_view, c->person)
READ(strip, struct person_strip, c->person)
READ(details, struct person_details, c->person)
READ(may_contact, struct may_contact, c->person, CHANNEL_RING, c->s->today)
READ(duplicates, struct duplicate_list, &(struct person_details){ .person = person_blank })
CALL(receive_referral, struct new_referral in = { .referral = referral_blank }; struct received ret;
     in.person = c->person; in.about = person_details_blank(); in.referral.source = "self";
     in.worker = ""; return casework_receive_referral(c->s, &in, c->a, &ret);)
CALL(now_like, struct person_details d = person_details_blank(); struct duplicate_list ret;
     d.person.id = c->person; return casework_now_like(c->s, &d, &d, c->a, &ret);)
CALL(change_details, struct person_details d = person_details_blank(); d.person.id = c->person;
     d.person.family_name = "Carter"; return casework_change_details(c->s, &d);)
CALL(set_safe_contact, struct safe_contact x = safe_contact_blank; x.person = c->person;
     return casework_set_safe_contact(c->s, &x);)
READ(points, struct contact_point_list, c->person)
CALL(save_point, struct contact_point x = contact_point_blank; struct contact_point_id ret;
     x.person = c->person; x.kind = CONTACT_POINT_PHONE; x.value = "0113 496 0123";
     return casework_save_point(c->s, &x, &ret);)
CALL(try_first, return casework_try_first(c->s, c->person,
                                          (struct contact_point_id){ theirs(c, "contact_point") });)
READ(relatives, struct relative_list, c->person)
CALL(save_relation, struct relation x = relation_blank; struct relation_id ret;
     x.person = c->person; x.kind = RELATION_FRIEND; x.name = "Rosa Diaz";
     return casework_save_relation(c->s, &x, &ret);)
READ(carer_like, struct duplicate_list, (struct relation_id){ theirs(c, "relation") })
READ(take_in_carer, struct received, (struct relation_id){ theirs(c, "relation") })
READ(contact_view, struct contact_view, c->person)
CALL(record_contact, struct new_contact x = new_contact_blank; struct contact_saved ret;
     x.person = c->person; x.outcome = CONTACT_NO_ANSWER;
     return casework_record_contact(c->s, &x, c->a, &ret);)
CALL(unable_to_contact,
     return casework_unable_to_contact(c->s, c->person,
                                       &(struct out_of_reach){ true, true, true, true, "" });)
READ_ALL(snippets, struct snippet_list)
CALL(keep_snippet,
     return casework_keep_snippet(c->s,
                                  &(struct snippet){ .name = "a", .outcome = "", .words = "b" });)
CALL(share_snippet,
     return casework_share_snippet(c->s,
                                   &(struct snippet){ .name = "a", .outcome = "", .words = "b" });)
CALL(drop_snippet, return casework_drop_snippet(c->s, (struct snippet_id){ 1 });)
CALL(drop_shared_snippet, return casework_drop_shared_snippet(c->s, (struct snippet_id){ 1 });)
READ(wishes, struct wishes_view, c->person)
CALL(set_wishes, struct wishes x = wishes_blank; x.person = c->person; x.place = "home";
     return casework_set_wishes(c->s, &x);)
CALL(move_entry, const char *ret;
     struct entry_move x = { c->person, c->person, MOVED_CONTACT, theirs(c, "contact") };
     enum status rc = casework_move_entry(c->s, &x, c->a, &ret); return rc == E_INVALID ? OK : rc;)
READ(tries, struct tries_view, c->person)
CALL(asked_referrer, const char *ret; struct referrer_answer x = { false, "none" };
     return casework_asked_referrer(c->s, c->person, &x, c->a, &ret);)
static struct new_happening ended(struct calling *c)
{
	struct new_happening h = new_happening_blank;

	h.person = c->person;
	h.kind = HAPPENED_TREATMENT_ENDED;
	h.on_day = c->s->today;
	return h;
}
CALL(happened_preview, struct new_happening h = ended(c); struct effect_list ret;
     return casework_happened_preview(c->s, &h, c->a, &ret);)
CALL(record_happening, struct new_happening h = ended(c); const char *ret;
     return casework_record_happening(c->s, &h, c->a, &ret);)
READ(times, struct times, c->person)
CALL(merge_view, struct merge_view ret; const struct person_id other = { c->person.n + 100 };
     return casework_merge_view(c->s, c->person, other, c->a, &ret);)
CALL(merge, const char *ret;
     struct merge_how how = { .left = c->person, .right = { c->person.n + 100 } };
     return casework_merge(c->s, &how, c->a, &ret);)
READ(same_as, struct duplicate_list, c->person)
static struct new_step closing(struct calling *c)
{
	struct new_step x = new_step_blank;

	x.person = c->person;
	x.referral.n = theirs(c, "referral");
	x.step = STEP_CLOSE;
	x.outcome = "plan_done";
	x.reminders = x.signposts = OPEN_STOPS;
	return x;
}
CALL(step_preview, struct new_step x = closing(c); struct step_preview ret;
     return casework_step_preview(c->s, &x, c->a, &ret);)
CALL(step, struct new_step x = closing(c); const char *ret;
     return casework_step(c->s, &x, c->a, &ret);)
CALL(mend, const char *ret; struct mend m = { c->person, "1 New Road", "LS6 2AB", "" };
     return casework_mend(c->s, &m, c->a, &ret);)
READ(visit, struct visit_view, c->person)

/* ---- safety, messages ---- */

CALL(worry_about_safety, struct problems p = { 0 }; struct safety_note_id ret;
     struct safety_note n = safety_note_blank; n.person = c->person; n.about = SAFETY_NEGLECT;
     n.words = "not eaten"; n.did = "rang"; n.told_when = "09:00"; n.told_said = "on her way";
     return casework_worry_about_safety(c->s, &n, c->a, &p, &ret);)
READ_ALL(safety_notes, struct safety_item_list)
READ_ALL(safety_today, struct safety_item_list)
CALL(take_message, struct message_saved ret; struct new_message m = { .words = "ring back",
                                                                      .from_whom = "a sister",
                                                                      .phone = "",
                                                                      .hours = "",
                                                                      .for_account = { 2 },
                                                                      .person = c->person };
     return casework_take_message(c->s, &m, c->a, &ret);)
CALL(put_message, return casework_put_message(c->s, (struct message_id){ 1 }, c->person);)
CALL(message_done, return casework_message_done(c->s, (struct message_id){ 1 });)
READ(message, struct message_row, (struct message_id){ 1 })
READ_ALL(messages, struct message_rows)

/* ---- assessment, plan, paper ---- */

READ(begin_assessment, struct assessment_start, c->person)
READ(assessments, struct assessment_list, c->person)
CALL(complete_assessment, struct assessment_id ret;
     struct new_assessment n = { .header = assessment_blank, .note = "" };
     n.header.person = c->person; return casework_complete_assessment(c->s, &n, &ret);)
READ(begin_correction, struct assessment_start, (struct assessment_id){ theirs(c, "assessment") })
CALL(assessment_doubts, struct assess_doubt_list ret;
     struct new_assessment n = { .header = assessment_blank, .note = "" };
     n.header.person = c->person; return casework_assessment_doubts(c->s, &n, c->a, &ret);)
READ(assessment_changes, struct assess_change_list,
     (struct assessment_id){ theirs(c, "assessment") })
CALL(lock_assessment,
     return casework_lock_assessment(c->s, (struct assessment_id){ theirs(c, "assessment") });)
CALL(unlock_assessment,
     return casework_unlock_assessment(c->s, (struct assessment_id){ theirs(c, "assessment") },
                                       "a slip");)
READ(plan, struct plan_view, c->person)
CALL(answer_concern, struct action ret;
     struct plan_answer x = { c->person, "money", ACTION_LATER, "later", DAY_NONE };
     return casework_answer_concern(c->s, &x, c->a, &ret);)
CALL(answer_rest, size_t ret; return casework_answer_rest(c->s, c->person, &ret);)
CALL(change_action, struct action x = action_blank; x.id.n = theirs(c, "action");
     x.person = c->person; x.what = "else";
     return casework_change_action(c->s, &x, NEED_LEVEL_NONE, "");)
CALL(put_on_paper, struct action x = action_blank; x.id.n = theirs(c, "action");
     x.person = c->person; const struct action_list list = { 1, &x };
     return casework_put_on_paper(c->s, &list, false);)
CALL(review_action, struct action_review r = { .action = { theirs(c, "action") },
                                               .status = ACTION_STARTED,
                                               .outcome = "" };
     return casework_review_action(c->s, &r);)
CALL(set_goal, return casework_set_goal(c->s, c->person, "walk again", DAY_NONE);)
CALL(set_strengths,
     return casework_set_strengths(c->s, c->person, &(struct strengths){ "", "she sings" });)
CALL(change_goal, struct goal x = goal_blank; x.id.n = theirs(c, "goal"); x.person = c->person;
     x.words = "walk again"; return casework_change_goal(c->s, &x);)
CALL(put_contingency, struct contingency x = contingency_blank; x.person = c->person;
     x.name = "Rosa cannot come"; return casework_put_contingency(c->s, &x);)
CALL(remove_contingency, struct contingency x = contingency_blank; x.person = c->person;
     x.id.n = theirs(c, "contingency"); return casework_remove_contingency(c->s, &x);)
CALL(put_money, struct money ret; struct money_entry x = { money_blank, "" };
     x.money.person = c->person; x.money.kind = MONEY_BENEFIT; x.money.what = "pip";
     return casework_put_money(c->s, &x, c->a, &ret);)
CALL(money_gained, int64_t ret; struct list_query q = { .view = CASES_EVERYONE, .find = "" };
     return casework_money_gained(c->s, &q, &ret);)
CALL(go_over_plan, day ret; struct plan_gone_over x = { .person = c->person, .next_on = DAY_NONE };
     return casework_go_over_plan(c->s, &x, &ret);)
READ(plan_versions, struct plan_versions, c->person)
READ(reread_plan, struct plan_versions, c->person)
CALL(set_matters,
     return casework_set_matters(c->s, c->person, &(struct matters){ "", "the garden" });)
CALL(agree_plan, day ret;
     struct plan_agreement x = { c->person, "yes", "ring us", c->s->today + 30 };
     return casework_agree_plan(c->s, &x, &ret);)
READ(begin_measure, struct measure_start, c->person)
CALL(take_measure, struct measured_id ret; struct measure_answer y = measure_answer_blank;
     struct measure_taken x = { measured_blank, { 1, &y } }; x.head.person = c->person;
     x.head.measure = "ons4-1"; x.head.on_day = c->s->today; y.item = "happy";
     y.answer = CONCERN_SCORED; y.value = 7; return casework_take_measure(c->s, &x, &ret);)
READ(level, struct level_view, c->person, "practical.money")
CALL(set_level, return casework_set_level(c->s, c->person, "practical.money", NEED_LOW);)
READ(statutory, struct statutory_view, c->person, STATUTORY_AS_FITS)
CALL(record_statutory, struct statutory_saved ret;
     struct new_statutory x = { .screen = statutory_screen_blank }; x.screen.person = c->person;
     x.screen.kind = STATUTORY_CARE_ACT; x.screen.offer = COUNCIL_SAID_NO;
     return casework_record_statutory(c->s, &x, c->a, &ret);)
READ(release_paper, struct release,
     &(struct paper_wanted){ .document = DOCUMENT_PLAN, .person = c->person })
CALL(released_paper, struct release r = { .paper = paper_blank, .goes = { .to_whom = "" } };
     r.wanted.document = DOCUMENT_PLAN; r.plan.n = theirs(c, "plan"); r.strip.id = c->person;
     r.strip.short_name = "her"; const char *said;
     return casework_released_paper(c->s, &r, c->a, &said);)
CALL(may_copy_paper,
     struct share_with with = { .purpose = PURPOSE_CARE_TEAM, .to_whom = "Dr Smith" };
     return casework_may_copy_paper(c->s, c->person, &with);)
READ(papers, struct paper_offer_list, c->person)
READ(blank_questions, struct paper, STAGE_DIAGNOSED)
READ(blank_checklist, struct paper, "clew-1")
CALL(blank_given, struct paper p = paper_blank; p.title = "Questions to ask";
     return casework_blank_given(c->s, &p);)
CALL(set_paper_seen, return casework_set_paper_seen(c->s, c->person, SAID_NO);)

/* ---- what they agree to ---- */

READ(consent_view, struct consent_view, c->person,
     &(struct share_with){ .purpose = PURPOSE_REFER, .to_whom = "" })
CALL(answer_consent, struct consent_saved ret; struct new_consent x = new_consent_blank;
     x.person = c->person; x.with.purpose = PURPOSE_REFER; x.with.to_whom = "";
     x.answer = CONSENT_YES; x.how = CONSENT_BY_PHONE;
     return casework_answer_consent(c->s, &x, c->a, &ret);)
CALL(give_notice, struct notice x = notice_blank; x.on_day = c->s->today; x.how = NOTICE_READ_OUT;
     return casework_give_notice(c->s, c->person, &x);)
READ(sharing, struct sharing_view, c->person)
READ_ALL(purposes, struct purposes_view)
CALL(set_notice_version, return casework_set_notice_version(c->s, "2");)

/* ---- services ---- */

READ(find_services, struct service_found, &(struct service_query){ .text = "advice" })
READ(tally_services, struct service_tally, &(struct service_query){ .text = "advice" })
CALL(tally_pick, struct service_tally ret; struct pick_for who = { .concern = "money" };
     return casework_tally_pick(c->s, &who, &(struct service_query){ .text = "" }, c->a, &ret);)
CALL(helped_like, const char *ret; struct pick_for who = { .concern = "money" };
     return casework_helped_like(c->s, &who, (struct service_id){ 1 }, c->a, &ret);)
CALL(keep_favourite, return casework_keep_favourite(c->s, (struct service_id){ 1 }, true);)
READ(open_service, struct service_record, (struct service_id){ 1 })
READ(pick_for, struct pick_for, c->person, "money")
READ(concerns_to_choose, struct concern_choices, c->person)
CALL(pick_services, struct pick ret; struct pick_for who = { .concern = "money" };
     return casework_pick_services(c->s, &who, &(struct service_query){ .text = "" }, false, c->a,
                                   &ret);)
CALL(add_service, struct service_id ret; struct service_entry x = { .service = service_blank };
     x.service.name = "New"; return casework_add_service(c->s, &x, &ret);)
CALL(note_on_service,
     return casework_note_on_service(c->s, (struct service_id){ 1 }, "Ring first");)
CALL(take_note_off,
     return casework_take_note_off(c->s, (struct service_id){ 1 }, (struct service_note_id){ 1 });)
READ(entry_history, struct entry_history, (struct service_id){ 1 })
CALL(change_service, struct service_entry x = { .service = service_blank }; x.service.id.n = 1;
     x.service.name = "New"; return casework_change_service(c->s, &x);)
CALL(check_queue, struct check_queue ret; return casework_check_queue(c->s, c->a, &ret);)
CALL(check_figures, struct check_queue ret; return casework_check_figures(c->s, &ret);)
CALL(checks_of_worker, struct service_list ret;
     return casework_checks_of_worker(c->s, c->s->account.id, c->a, &ret);)
CALL(check_view, struct check_view ret;
     return casework_check_view(c->s, (struct service_id){ 1 }, c->a, &ret);)
CALL(checks_on, size_t ret; return casework_checks_on(c->s, c->s->today, &ret);)
CALL(check_service, struct check_done ret; struct check_answer x = { .service = { 1 },
                                                                     .result = CHECK_NOT_REACHED,
                                                                     .words = "",
                                                                     .next_on = DAY_NONE,
                                                                     .opens = DAY_NONE };
     return casework_check_service(c->s, &x, &ret);)
CALL(directory_health, struct directory_health ret; return casework_directory_health(c->s, &ret);)
CALL(service_checked,
     return casework_service_checked(c->s, (struct service_id){ 1 }, CHECKED_PHONED);)
CALL(service_trouble, size_t ret; struct service_trouble t = { { 1 }, TROUBLE_FULL, DAY_NONE, "" };
     return casework_service_trouble(c->s, &t, &ret);)
READ(sheet, struct service_sheet, (struct service_id){ 1 })
READ(shortlist, struct shortlist, &(struct service_id){ 1 }, 1)
CALL(shortlist_given, return casework_shortlist_given(c->s, &(struct shortlist){ 0 });)
READ(signpost_view, struct signpost_view, c->person, (struct service_id){ 1 }, "money")
READ(what_leaves, struct what_leaves, c->person, (struct service_id){ 1 }, "money")
static enum status signpost(struct calling *c, enum signpost_kind kind)
{
	struct signpost_saved ret;
	struct new_signpost x = { .person = c->person, .kind = kind };

	x.service.n = 1;
	x.concern = "money";
	x.note = "";
	x.check_on = c->s->today + 14;
	x.agreed = CONSENT_BY_PHONE;
	x.send = LEAVES_BIT(LEAVES_NAME);
	return kind == SIGNPOST_REFERRED ? casework_refer(c->s, &x, c->a, &ret)
	                                 : casework_signpost(c->s, &x, c->a, &ret);
}
CALL(signpost, return signpost(c, SIGNPOST_TOLD);)
CALL(refer, return signpost(c, SIGNPOST_REFERRED);)
CALL(signpost_outcome, struct signpost_outcome o = signpost_outcome_blank; day again;
     o.id.n = theirs(c, "signpost"); o.status = SIGNPOST_COMPLETED; o.helped = HELPED_YES;
     return casework_signpost_outcome(c->s, &o, &again);)
READ(signposts, struct signpost_rows, c->person)
READ(ledger, struct ledger_view, (struct signpost_id){ theirs(c, "signpost") })
CALL(outcomes_known, struct outcome_share ret;
     return casework_outcomes_known(c->s, 0, 30000, &ret);)
READ(unmet_about, const char *, c->person, "money")
CALL(need_met,
     store_sql(
	     c->s->store,
	     arena_printf(c->a,
                          "INSERT INTO unmet_need (person, concern,"
                          " reason, noted_on, by_account) VALUES (%lld, 'money', 'cost', 20770, 1)",
                          (long long)c->person.n));
     return casework_need_met(c->s, (struct unmet_need_id){ theirs(c, "unmet_need") }, "Drives");)
CALL(note_unmet_need, struct unmet_need_id ret; struct unmet_need x = unmet_need_blank;
     x.person = c->person; x.concern = "money"; x.level = NEED_LOW; x.reason = UNMET_NONE_EXISTS;
     return casework_note_unmet_need(c->s, &x, &ret);)

/* ---- the desk ---- */

CALL(enquire, const char *ret;
     struct new_enquiry x = { .gave = GAVE_WORDS, .topic = "money", .area = "" };
     return casework_enquire(c->s, &x, c->a, &ret);)
READ_ALL(enquiries, struct enquiry_rows)
READ_ALL(shift, struct shift_rows)
READ_ALL(volunteers, struct account_list)
CALL(give_shift, const char *ret;
     struct new_shift x = { c->person, "mary", c->s->today, "a visit" };
     return casework_give_shift(c->s, &x, c->a, &ret);)
READ(meet_visitor, struct met, &(struct visitor){ "Nobody", "At all", 4000 })

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
#define ABOUT(name, op)  { "casework_" #name, op, true, call_##name }
#define NOBODY(name, op) { "casework_" #name, op, false, call_##name }
const struct every_call every_calls[] = {
	NOBODY(find, OP_FIND_PEOPLE), NOBODY(find_settled, OP_FIND_PEOPLE), NOBODY(glimpse, OP_FIND_PEOPLE),
	ABOUT(open_person, OP_OPEN_PERSON), ABOUT(reread_person, OP_OPEN_PERSON), ABOUT(details, OP_OPEN_PERSON),
	ABOUT(whole_person, OP_OPEN_PERSON),
	ABOUT(strip, OP_OPEN_CONTACT_DETAILS), ABOUT(may_contact, OP_OPEN_CONTACT_DETAILS),
	ABOUT(contact_view, OP_OPEN_CONTACT_DETAILS),
	NOBODY(duplicates, OP_RECEIVE_REFERRAL), ABOUT(receive_referral, OP_RECEIVE_REFERRAL),
	ABOUT(change_details, OP_CHANGE_PERSON), ABOUT(points, OP_OPEN_CONTACT_DETAILS),
	ABOUT(save_point, OP_CHANGE_PERSON), ABOUT(relatives, OP_OPEN_PERSON), ABOUT(save_relation, OP_CHANGE_PERSON),
	ABOUT(now_like, OP_CHANGE_PERSON), ABOUT(carer_like, OP_CHANGE_PERSON),
	ABOUT(take_in_carer, OP_CHANGE_PERSON), ABOUT(try_first, OP_CHANGE_PERSON), ABOUT(set_safe_contact, OP_CHANGE_PERSON),
	ABOUT(record_contact, OP_RECORD_CONTACT), ABOUT(put_message, OP_RECORD_CONTACT),
	NOBODY(snippets, OP_SNIPPETS), NOBODY(keep_snippet, OP_SNIPPETS), NOBODY(share_snippet, OP_SHARE_SNIPPETS),
	NOBODY(drop_snippet, OP_SNIPPETS), NOBODY(drop_shared_snippet, OP_SHARE_SNIPPETS),
	ABOUT(wishes, OP_SEE_WISHES), ABOUT(set_wishes, OP_SET_WISHES), ABOUT(move_entry, OP_MOVE_ENTRY),
	ABOUT(tries, OP_OPEN_CONTACT_DETAILS), ABOUT(asked_referrer, OP_RECORD_CONTACT),
	ABOUT(unable_to_contact, OP_CLOSE_REFERRAL), ABOUT(happened_preview, OP_SAY_WHAT_HAPPENED),
	ABOUT(record_happening, OP_SAY_WHAT_HAPPENED), ABOUT(mend, OP_MEND_REACH),
	ABOUT(times, OP_OPEN_PERSON), ABOUT(step_preview, OP_CHANGE_TIME), ABOUT(step, OP_CHANGE_TIME),
	ABOUT(merge_view, OP_MERGE), ABOUT(merge, OP_MERGE), ABOUT(same_as, OP_OPEN_PERSON),
	ABOUT(worry_about_safety, OP_WORRY_ABOUT_SAFETY), NOBODY(safety_notes, OP_HANDLE_SAFETY),
	NOBODY(safety_today, OP_HANDLE_SAFETY), ABOUT(take_message, OP_TAKE_MESSAGE),
	NOBODY(message_done, OP_TAKE_MESSAGE), NOBODY(message, OP_TAKE_MESSAGE), NOBODY(messages, OP_SEE_TODAY),
	ABOUT(begin_correction, OP_ASSESS), ABOUT(assessment_doubts, OP_ASSESS),
	ABOUT(assessment_changes, OP_OPEN_PERSON), ABOUT(lock_assessment, OP_ASSESS),
	ABOUT(unlock_assessment, OP_ASSESS), 
	ABOUT(begin_measure, OP_ASSESS), ABOUT(take_measure, OP_ASSESS),
	ABOUT(begin_assessment, OP_ASSESS), ABOUT(assessments, OP_OPEN_PERSON), ABOUT(complete_assessment, OP_ASSESS),
	ABOUT(plan, OP_OPEN_PERSON), ABOUT(answer_concern, OP_PLAN), ABOUT(answer_rest, OP_PLAN),
	ABOUT(change_action, OP_PLAN), ABOUT(put_on_paper, OP_PLAN), ABOUT(review_action, OP_PLAN),
	ABOUT(set_strengths, OP_PLAN), ABOUT(change_goal, OP_PLAN), ABOUT(put_contingency, OP_PLAN),
	ABOUT(remove_contingency, OP_PLAN), ABOUT(put_money, OP_PLAN), NOBODY(money_gained, OP_SEE_CASELOAD),
	ABOUT(go_over_plan, OP_PLAN), ABOUT(plan_versions, OP_OPEN_PERSON),
	ABOUT(reread_plan, OP_OPEN_PERSON),
	ABOUT(set_goal, OP_PLAN), ABOUT(set_matters, OP_PLAN), ABOUT(agree_plan, OP_PLAN),
	ABOUT(level, OP_OPEN_PERSON), ABOUT(set_level, OP_PLAN), ABOUT(statutory, OP_OPEN_PERSON),
	ABOUT(record_statutory, OP_ASSESS),
	ABOUT(release_paper, OP_PRINT_PLAN), ABOUT(released_paper, OP_PRINT_PLAN), ABOUT(papers, OP_PRINT_PLAN),
	ABOUT(may_copy_paper, OP_PRINT_PLAN), ABOUT(set_paper_seen, OP_PRINT_PLAN),
	ABOUT(consent_view, OP_RECORD_CONSENT), ABOUT(answer_consent, OP_RECORD_CONSENT),
	ABOUT(give_notice, OP_RECORD_CONSENT), ABOUT(sharing, OP_OPEN_PERSON), NOBODY(purposes, OP_SEE_PURPOSES),
	NOBODY(set_notice_version, OP_SETTLE_PURPOSES),
	NOBODY(find_services, OP_SEE_SERVICES), NOBODY(open_service, OP_SEE_SERVICES), ABOUT(pick_for, OP_SIGNPOST),
	ABOUT(concerns_to_choose, OP_SIGNPOST), NOBODY(pick_services, OP_SEE_SERVICES),
	NOBODY(tally_services, OP_SEE_SERVICES), NOBODY(tally_pick, OP_SEE_SERVICES),
	NOBODY(helped_like, OP_SEE_SERVICES), NOBODY(keep_favourite, OP_KEEP_FAVOURITE),
	NOBODY(add_service, OP_EDIT_SERVICE), NOBODY(change_service, OP_EDIT_SERVICE),
	NOBODY(note_on_service, OP_NOTE_ON_SERVICE), NOBODY(take_note_off, OP_NOTE_ON_SERVICE),
	NOBODY(entry_history, OP_SEE_ENTRY_HISTORY),
	NOBODY(check_queue, OP_SEE_SERVICES), NOBODY(check_figures, OP_SEE_SERVICES),
	NOBODY(checks_of_worker, OP_SEE_SERVICES), NOBODY(check_view, OP_SEE_SERVICES),
	NOBODY(checks_on, OP_SEE_SERVICES), NOBODY(check_service, OP_CHANGE_SERVICE),
	NOBODY(directory_health, OP_SEE_SERVICES),
	NOBODY(service_checked, OP_CHANGE_SERVICE), NOBODY(service_trouble, OP_CHANGE_SERVICE),
	NOBODY(blank_questions, OP_PRINT_SHEET), NOBODY(blank_checklist, OP_PRINT_SHEET), NOBODY(blank_given, OP_PRINT_SHEET),
	NOBODY(sheet, OP_PRINT_SHEET), NOBODY(shortlist, OP_PRINT_SHEET), NOBODY(shortlist_given, OP_PRINT_SHEET), ABOUT(signpost_view, OP_SIGNPOST), ABOUT(what_leaves, OP_REFER),
	ABOUT(signpost, OP_SIGNPOST), ABOUT(refer, OP_REFER), ABOUT(signpost_outcome, OP_SIGNPOST),
	ABOUT(signposts, OP_OPEN_PERSON), ABOUT(note_unmet_need, OP_NOTE_UNMET_NEED),
	ABOUT(ledger, OP_OPEN_PERSON), ABOUT(unmet_about, OP_OPEN_PERSON), NOBODY(outcomes_known, OP_SEE_CASELOAD), ABOUT(need_met, OP_NOTE_UNMET_NEED),
	NOBODY(enquire, OP_ENQUIRE), NOBODY(enquiries, OP_ENQUIRE), NOBODY(shift, OP_SEE_SHIFT),
	NOBODY(volunteers, OP_SEE_ACCOUNTS), ABOUT(give_shift, OP_GIVE_SHIFT), NOBODY(meet_visitor, OP_MEET_VISITOR),
	ABOUT(visit, OP_OPEN_CONTACT_DETAILS),
	NOBODY(agenda, OP_SEE_REMINDERS), NOBODY(agenda_covered, OP_SEE_REMINDERS), ABOUT(reminder, OP_REMIND), ABOUT(remind, OP_REMIND), ABOUT(remind_many, OP_REMIND),
	ABOUT(complete_reminder, OP_REMIND), ABOUT(move_reminder, OP_REMIND), ABOUT(move_reminders, OP_REMIND), ABOUT(drop_reminder, OP_REMIND),
	ABOUT(agree_quiet, OP_CHANGE_PERSON), NOBODY(day_load, OP_SEE_REMINDERS), NOBODY(promised_open, OP_SEE_TODAY), NOBODY(today, OP_SEE_TODAY),
	NOBODY(case_ids, OP_SEE_CASELOAD), NOBODY(views, OP_SEE_CASELOAD), NOBODY(save_view, OP_SAVE_VIEW),
	NOBODY(delete_view, OP_SAVE_VIEW), NOBODY(cases, OP_SEE_CASELOAD), NOBODY(case_count, OP_SEE_CASELOAD), ABOUT(hand_over, OP_MOVE_CASES), NOBODY(hand_over_apart, OP_MOVE_CASES),
	NOBODY(staff, OP_SEE_CASELOAD), NOBODY(covering, OP_SEE_TODAY), NOBODY(since, OP_SEE_SINCE),
	NOBODY(since_waits, OP_SEE_SINCE), NOBODY(leave_note, OP_LEAVE_NOTE), NOBODY(notes_left, OP_LEAVE_NOTE),
	NOBODY(import_people, OP_IMPORT_PEOPLE), NOBODY(import_services, OP_IMPORT_SERVICES),
	NOBODY(export, OP_EXPORT), NOBODY(export_package, OP_EXPORT),
	NOBODY(calendar, OP_SEE_REMINDERS), NOBODY(calendar_named, OP_EXPORT),
	NOBODY(undo_peek, OP_UNDO), NOBODY(undo_peek_further, OP_UNDO), NOBODY(undo, OP_UNDO), NOBODY(keep_draft, OP_KEEP_DRAFT),
	NOBODY(draft, OP_KEEP_DRAFT), NOBODY(drafts, OP_KEEP_DRAFT), NOBODY(drop_draft, OP_KEEP_DRAFT),
	NOBODY(throw_away_draft, OP_THROW_AWAY_DRAFT), NOBODY(be_here, OP_BE_HERE), NOBODY(go_away, OP_BE_HERE),
	NOBODY(mark, OP_SEE_WHO_CHANGED), NOBODY(lock, OP_LOCK),
	NOBODY(workers, OP_SEE_ACCOUNTS), NOBODY(worker, OP_SEE_ACCOUNTS), NOBODY(accounts, OP_LIST_ACCOUNTS),
	NOBODY(close_account, OP_ACCOUNTS), NOBODY(unlock_account, OP_ACCOUNTS), NOBODY(account_code, OP_ACCOUNTS),
	NOBODY(change_passphrase, OP_CHANGE_PASSPHRASE), ABOUT(give_reason, OP_GIVE_REASON),
	ABOUT(open_anyway, OP_OPEN_ANYWAY), NOBODY(opened_anyway, OP_REVIEW_ANYWAY),
	NOBODY(opened_meanwhile, OP_REVIEW_ANYWAY), NOBODY(review_anyway, OP_REVIEW_ANYWAY),
	ABOUT(named, OP_SEE_NAMED), ABOUT(restrict, OP_RESTRICT), ABOUT(unrestrict, OP_UNRESTRICT),
	ABOUT(name, OP_NAME), ABOUT(unname, OP_NAME), NOBODY(approvals, OP_SEE_APPROVALS), NOBODY(prove, OP_PROVE),
	ABOUT(looks_at, OP_SEE_LOOKS), NOBODY(own_log, OP_SEE_OWN_LOG), NOBODY(log, OP_SEE_LOG),
	NOBODY(busy_readers, OP_SEE_LOG), NOBODY(head, OP_SEE_HEADS), NOBODY(heads, OP_SEE_HEADS),
	NOBODY(take_checkpoint, OP_TAKE_CHECKPOINT), NOBODY(heads_seen, OP_SEE_HEADS), NOBODY(verify, OP_VERIFY),
	NOBODY(settings, OP_SEE_SETTINGS), NOBODY(change_settings, OP_SETTINGS), NOBODY(check, OP_CHECK),
	NOBODY(lists, OP_SEE_LISTS), NOBODY(check_list, OP_SEE_LISTS), NOBODY(load_list, OP_LOAD_LIST),
	NOBODY(offer_list, OP_LOAD_LIST), NOBODY(use_list, OP_LOAD_LIST),
	NOBODY(rules, OP_SEE_RULES), NOBODY(load_rules, OP_LOAD_RULES), NOBODY(drop_rules, OP_LOAD_RULES),
	NOBODY(days_off, OP_SEE_DAYS_OFF), NOBODY(add_day_off, OP_DAYS_OFF), NOBODY(drop_day_off, OP_DAYS_OFF),
	NOBODY(due_on_day, OP_DAYS_OFF), NOBODY(move_off, OP_DAYS_OFF),
	NOBODY(leaver, OP_SEE_LEAVER), NOBODY(put_on_desk, OP_OPEN_DESK),
};
// clang-format on
const size_t every_calls_n = sizeof(every_calls) / sizeof(every_calls[0]);
