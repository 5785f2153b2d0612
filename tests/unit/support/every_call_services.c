#include "every_call_make.h"

#include "fixture.h"

#include "casework/checks.h"
#include "casework/directory.h"
#include "casework/enquiry.h"
#include "casework/ledger.h"
#include "casework/sheet.h"
#include "casework/shift.h"
#include "casework/signposts.h"

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

// clang-format off
static const struct every_call calls[] = {
	NOBODY(find_services, OP_SEE_SERVICES), NOBODY(open_service, OP_SEE_SERVICES),
	ABOUT(pick_for, OP_SIGNPOST), ABOUT(concerns_to_choose, OP_SIGNPOST),
	NOBODY(pick_services, OP_SEE_SERVICES), NOBODY(tally_services, OP_SEE_SERVICES),
	NOBODY(tally_pick, OP_SEE_SERVICES), NOBODY(helped_like, OP_SEE_SERVICES),
	NOBODY(keep_favourite, OP_KEEP_FAVOURITE), NOBODY(add_service, OP_EDIT_SERVICE),
	NOBODY(change_service, OP_EDIT_SERVICE), NOBODY(note_on_service, OP_NOTE_ON_SERVICE),
	NOBODY(take_note_off, OP_NOTE_ON_SERVICE), NOBODY(entry_history, OP_SEE_ENTRY_HISTORY),
	NOBODY(check_queue, OP_SEE_SERVICES), NOBODY(check_figures, OP_SEE_SERVICES),
	NOBODY(checks_of_worker, OP_SEE_SERVICES), NOBODY(check_view, OP_SEE_SERVICES),
	NOBODY(checks_on, OP_SEE_SERVICES), NOBODY(check_service, OP_CHANGE_SERVICE),
	NOBODY(directory_health, OP_SEE_SERVICES), NOBODY(service_checked, OP_CHANGE_SERVICE),
	NOBODY(service_trouble, OP_CHANGE_SERVICE), NOBODY(sheet, OP_PRINT_SHEET),
	NOBODY(shortlist, OP_PRINT_SHEET), NOBODY(shortlist_given, OP_PRINT_SHEET),
	ABOUT(signpost_view, OP_SIGNPOST), ABOUT(what_leaves, OP_REFER),
	ABOUT(signpost, OP_SIGNPOST), ABOUT(refer, OP_REFER), ABOUT(signpost_outcome, OP_SIGNPOST),
	ABOUT(signposts, OP_OPEN_PERSON), ABOUT(note_unmet_need, OP_NOTE_UNMET_NEED),
	ABOUT(ledger, OP_OPEN_PERSON), ABOUT(unmet_about, OP_OPEN_PERSON),
	NOBODY(outcomes_known, OP_SEE_CASELOAD), ABOUT(need_met, OP_NOTE_UNMET_NEED),
	NOBODY(enquire, OP_ENQUIRE), NOBODY(enquiries, OP_ENQUIRE), NOBODY(shift, OP_SEE_SHIFT),
	NOBODY(volunteers, OP_SEE_ACCOUNTS), ABOUT(give_shift, OP_GIVE_SHIFT),
	NOBODY(meet_visitor, OP_MEET_VISITOR),
};
// clang-format on
const struct every_call_part every_call_services = { calls, COUNT_OF(calls) };
