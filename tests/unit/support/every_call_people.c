#include "every_call_make.h"

#include "casework/access.h"
#include "casework/assess.h"
#include "casework/blank.h"
#include "casework/consent.h"
#include "casework/contacts.h"
#include "casework/find.h"
#include "casework/happened.h"
#include "casework/level.h"
#include "casework/may_contact.h"
#include "casework/measures.h"
#include "casework/merge.h"
#include "casework/messages.h"
#include "casework/money.h"
#include "casework/move_entry.h"
#include "casework/people.h"
#include "casework/person_view.h"
#include "casework/plan.h"
#include "casework/plan_review.h"
#include "casework/points.h"
#include "casework/relatives.h"
#include "casework/release.h"
#include "casework/safety.h"
#include "casework/shift.h"
#include "casework/snippets.h"
#include "casework/statutory.h"
#include "casework/strip.h"
#include "casework/times.h"
#include "casework/tries.h"
#include "casework/wishes.h"
#include "model/happening_form.h"
#include "model/message_form.h"

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

// clang-format off
static const struct every_call calls[] = {
	NOBODY(find, OP_FIND_PEOPLE), NOBODY(find_settled, OP_FIND_PEOPLE),
	NOBODY(glimpse, OP_FIND_PEOPLE), ABOUT(open_person, OP_OPEN_PERSON),
	ABOUT(reread_person, OP_OPEN_PERSON), ABOUT(details, OP_OPEN_PERSON),
	ABOUT(whole_person, OP_OPEN_PERSON), ABOUT(strip, OP_OPEN_CONTACT_DETAILS),
	ABOUT(may_contact, OP_OPEN_CONTACT_DETAILS), ABOUT(contact_view, OP_OPEN_CONTACT_DETAILS),
	NOBODY(duplicates, OP_RECEIVE_REFERRAL), ABOUT(receive_referral, OP_RECEIVE_REFERRAL),
	ABOUT(change_details, OP_CHANGE_PERSON), ABOUT(points, OP_OPEN_CONTACT_DETAILS),
	ABOUT(save_point, OP_CHANGE_PERSON), ABOUT(relatives, OP_OPEN_PERSON),
	ABOUT(save_relation, OP_CHANGE_PERSON), ABOUT(now_like, OP_CHANGE_PERSON), ABOUT(carer_like, OP_CHANGE_PERSON),
	ABOUT(take_in_carer, OP_CHANGE_PERSON),
	ABOUT(try_first, OP_CHANGE_PERSON), ABOUT(set_safe_contact, OP_CHANGE_PERSON),
	ABOUT(record_contact, OP_RECORD_CONTACT), ABOUT(put_message, OP_RECORD_CONTACT),
	NOBODY(snippets, OP_SNIPPETS), NOBODY(keep_snippet, OP_SNIPPETS),
	NOBODY(share_snippet, OP_SHARE_SNIPPETS), NOBODY(drop_snippet, OP_SNIPPETS),
	NOBODY(drop_shared_snippet, OP_SHARE_SNIPPETS), ABOUT(wishes, OP_SEE_WISHES),
	ABOUT(set_wishes, OP_SET_WISHES), ABOUT(move_entry, OP_MOVE_ENTRY),
	ABOUT(tries, OP_OPEN_CONTACT_DETAILS), ABOUT(asked_referrer, OP_RECORD_CONTACT),
	ABOUT(unable_to_contact, OP_CLOSE_REFERRAL), ABOUT(happened_preview, OP_SAY_WHAT_HAPPENED),
	ABOUT(record_happening, OP_SAY_WHAT_HAPPENED), ABOUT(mend, OP_MEND_REACH),
	ABOUT(times, OP_OPEN_PERSON), ABOUT(step_preview, OP_CHANGE_TIME),
	ABOUT(step, OP_CHANGE_TIME), ABOUT(merge_view, OP_MERGE), ABOUT(merge, OP_MERGE),
	ABOUT(same_as, OP_OPEN_PERSON), ABOUT(worry_about_safety, OP_WORRY_ABOUT_SAFETY),
	NOBODY(safety_notes, OP_HANDLE_SAFETY), NOBODY(safety_today, OP_HANDLE_SAFETY),
	ABOUT(take_message, OP_TAKE_MESSAGE), NOBODY(message_done, OP_TAKE_MESSAGE),
	NOBODY(message, OP_TAKE_MESSAGE), NOBODY(messages, OP_SEE_TODAY),
	ABOUT(begin_correction, OP_ASSESS), ABOUT(assessment_doubts, OP_ASSESS),
	ABOUT(assessment_changes, OP_OPEN_PERSON), ABOUT(lock_assessment, OP_ASSESS),
	ABOUT(unlock_assessment, OP_ASSESS), ABOUT(begin_measure, OP_ASSESS),
	ABOUT(take_measure, OP_ASSESS), ABOUT(begin_assessment, OP_ASSESS),
	ABOUT(assessments, OP_OPEN_PERSON), ABOUT(complete_assessment, OP_ASSESS),
	ABOUT(plan, OP_OPEN_PERSON), ABOUT(answer_concern, OP_PLAN), ABOUT(answer_rest, OP_PLAN),
	ABOUT(change_action, OP_PLAN), ABOUT(put_on_paper, OP_PLAN), ABOUT(review_action, OP_PLAN),
	ABOUT(set_strengths, OP_PLAN), ABOUT(change_goal, OP_PLAN), ABOUT(put_contingency, OP_PLAN),
	ABOUT(remove_contingency, OP_PLAN), ABOUT(put_money, OP_PLAN),
	NOBODY(money_gained, OP_SEE_CASELOAD), ABOUT(go_over_plan, OP_PLAN),
	ABOUT(plan_versions, OP_OPEN_PERSON), ABOUT(reread_plan, OP_OPEN_PERSON),
	ABOUT(set_goal, OP_PLAN), ABOUT(set_matters, OP_PLAN), ABOUT(agree_plan, OP_PLAN),
	ABOUT(level, OP_OPEN_PERSON), ABOUT(set_level, OP_PLAN), ABOUT(statutory, OP_OPEN_PERSON),
	ABOUT(record_statutory, OP_ASSESS), ABOUT(release_paper, OP_PRINT_PLAN),
	ABOUT(released_paper, OP_PRINT_PLAN), ABOUT(papers, OP_PRINT_PLAN),
	ABOUT(may_copy_paper, OP_PRINT_PLAN), ABOUT(set_paper_seen, OP_PRINT_PLAN),
	ABOUT(consent_view, OP_RECORD_CONSENT), ABOUT(answer_consent, OP_RECORD_CONSENT),
	ABOUT(give_notice, OP_RECORD_CONSENT), ABOUT(sharing, OP_OPEN_PERSON),
	NOBODY(purposes, OP_SEE_PURPOSES), NOBODY(set_notice_version, OP_SETTLE_PURPOSES),
	NOBODY(blank_questions, OP_PRINT_SHEET), NOBODY(blank_checklist, OP_PRINT_SHEET),
	NOBODY(blank_given, OP_PRINT_SHEET), ABOUT(visit, OP_OPEN_CONTACT_DETAILS),
};
// clang-format on
const struct every_call_part every_call_people = { calls, COUNT_OF(calls) };
