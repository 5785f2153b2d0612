#include "screens.h"

/*
 * In the order of a day's work: the manual and the tests of key tables go through them. One a line,
 * so that two who add one do not meet.
 */
// clang-format off
const struct screen_ops *const screens_all[] = {
	&today_screen,
	&caseload_screen,
	&whose_screen,
	&colleague_screen,
	&cover_screen,
	&person_screen,
	&details_screen,
	&referral_screen,
	&contact_screen,
	&unreached_screen,
	&note_screen,
	&safety_screen,
	&safety_notes_screen,
	&happened_screen,
	&assessment_screen,
	&plan_screen,
	&plan_paper_screen,
	&picker_screen,
	&signpost_screen,
	&what_leaves_screen,
	&consent_form_screen,
	&notice_screen,
	&unmet_screen,
	&directory_screen,
	&service_screen,
	&service_form_screen,
	&checked_screen,
	&trouble_screen,
	&for_what_screen,
	&reminders_screen,
	&reminder_screen,
	&hand_out_screen,
	&palette_screen,
	&new_screen,
	&messages_screen,
	&looked_screen,
	&help_screen,
	&sign_in_screen,
	&reason_screen,
	&proof_screen,
	&anyway_screen,
	&lock_screen,
};
// clang-format on

const size_t screens_count = sizeof(screens_all) / sizeof(screens_all[0]);
