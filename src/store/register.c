#include "register.h"

#include "base/attr.h"
#include "base/words.h"

#include <string.h>

// clang-format off
const struct table_entry register_tables[] = {
	{ "setting", TABLE_KEPT, NULL, { "name" }, _("the setting") },
	{ "account", TABLE_KEPT, NULL, { "id" }, _("the account") },
	{ "person", TABLE_KEPT, "id", { "id" }, _("the person's record") },
	{ "safe_contact", TABLE_KEPT, "person", { "person" }, _("what is safe when reaching them") },
	{ "contact_point", TABLE_KEPT, "person", { "id" }, _("the number or address") },
	{ "relation", TABLE_KEPT, "person", { "id" }, _("the relative or friend") },
	{ "referral", TABLE_KEPT, "person", { "id" }, _("the referral") },
	{ "contact", TABLE_KEPT, "person", { "id" }, _("the contact") },
	{ "moved", TABLE_KEPT, "person", { "id" }, _("that it was moved") },
	{ "wishes", TABLE_KEPT, "person", { "person" }, _("their wishes") },
	{ "snippet", TABLE_KEPT, NULL, { "id" }, _("the words kept for later") },
	{ "saved_view", TABLE_KEPT, NULL, { "id" }, _("the saved view") },
	{ "safety_note", TABLE_KEPT, "person", { "id" }, _("the safety note") },
	{ "message", TABLE_KEPT, "person", { "id" }, _("the message") },
	{ "happening", TABLE_KEPT, "person", { "id" }, _("what happened") },
	{ "assessment", TABLE_KEPT, "person", { "id" }, _("the assessment") },
	{ "concern", TABLE_KEPT, "person", { "assessment", "code" }, _("the concern") },
	{ "domain_nothing", TABLE_KEPT, "person", { "assessment", "domain" }, _("the \"nothing else\" of a page") },
	{ "red_answer", TABLE_KEPT, "person", { "assessment", "code" }, _("the reply to a red answer") },
	{ "loaded_list", TABLE_KEPT, NULL, { "name" }, _("the loaded list") },
	{ "measured", TABLE_KEPT, "person", { "id" }, _("what was measured") },
	{ "measure_answer", TABLE_KEPT, "person", { "measured", "item" }, _("the answer") },
	{ "statutory_screen", TABLE_KEPT, "person", { "id" }, _("whether to offer the council's assessment") },
	{ "statutory_answer", TABLE_KEPT, "person", { "screen", "code" }, _("what they can and cannot do") },
	{ "contingency", TABLE_KEPT, "person", { "id" }, _("what to do if things get worse") },
	{ "money", TABLE_KEPT, "person", { "id" }, _("the money") },
	{ "plan", TABLE_KEPT, "person", { "id" }, _("the plan") },
	{ "plan_review", TABLE_KEPT, "person", { "id" }, _("what came of the plan") },
	{ "goal", TABLE_KEPT, "person", { "id" }, _("the goal") },
	{ "action", TABLE_KEPT, "person", { "id" }, _("the action") },
	{ "organisation", TABLE_KEPT, NULL, { "id" }, _("the organisation") },
	{ "service", TABLE_KEPT, NULL, { "id" }, _("the service") },
	{ "service_concern", TABLE_KEPT, NULL, { "service", "code" }, _("what the service helps with") },
	{ "service_area", TABLE_KEPT, NULL, { "service", "area" }, _("where the service works") },
	{ "service_place", TABLE_KEPT, NULL, { "id" }, _("a place of the service") },
	{ "service_time", TABLE_KEPT, NULL, { "id" }, _("when the service is open") },
	{ "service_cost", TABLE_KEPT, NULL, { "id" }, _("what the service costs") },
	{ "service_phone", TABLE_KEPT, NULL, { "id" }, _("a number of the service") },
	{ "service_person", TABLE_KEPT, NULL, { "id" }, _("whom to ask for at the service") },
	{ "service_tag", TABLE_KEPT, NULL, { "id" }, _("what others call the service") },
	{ "service_note", TABLE_KEPT, NULL, { "id" }, _("the note on the service") },
	{ "service_check", TABLE_KEPT, NULL, { "id" }, _("the check of the service") },
	{ "favourite", TABLE_KEPT, NULL, { "account", "service" }, _("the favourite") },
	{ "feed", TABLE_KEPT, NULL, { "id" }, _("the directory that was taken in") },
	{ "feed_entry", TABLE_KEPT, NULL, { "feed", "external_id" }, _("what that directory says") },
	{ "signpost", TABLE_KEPT, "person", { "id" }, _("the signpost") },
	{ "signpost_step", TABLE_KEPT, "person", { "id" }, _("how the signpost went on") },
	{ "unmet_need", TABLE_KEPT, "person", { "id" }, _("the unmet need") },
	{ "reminder", TABLE_KEPT, "person", { "id" }, _("the reminder") },
	{ "day_off", TABLE_KEPT, NULL, { "date" }, _("the day off") },
	{ "loaded_rules", TABLE_KEPT, NULL, { "name" }, _("the loaded rules") },
	{ "purpose", TABLE_KEPT, NULL, { "purpose" }, _("why details are used") },
	{ "consent", TABLE_KEPT, "person", { "id" }, _("what they agreed to") },
	{ "notice", TABLE_KEPT, "person", { "id" }, _("the privacy notice") },
	{ "disclosure", TABLE_KEPT, "person", { "id" }, _("what left") },
	{ "access", TABLE_KEPT, "person", { "id" }, _("the leave to open a record") },
	{ "named_access", TABLE_KEPT, "person", { "person", "account" }, _("who may open a restricted record") },
	{ "cover", TABLE_KEPT, NULL, { "id" }, _("the cover") },
	{ "cover_person", TABLE_KEPT, "person", { "cover", "person" }, _("who sees to whom meanwhile") },
	{ "handover_note", TABLE_KEPT, "person", { "id" }, _("the note that was left") },
	{ "handover_read", TABLE_KEPT, NULL, { "note", "account" }, _("who has read the note") },
	{ "approval", TABLE_KEPT, "person", { "id" }, _("what was asked of a second person") },
	{ "enquiry", TABLE_KEPT, NULL, { "id" }, _("the enquiry") },
	{ "enquiry_service", TABLE_KEPT, NULL, { "enquiry", "service" }, _("what was told at the desk") },
	{ "find_key", TABLE_DERIVED, "person", { "key", "person" }, NULL },
	{ "number_part", TABLE_DERIVED, "person", { "part", "person" }, NULL },
	{ "name_token", TABLE_DERIVED, NULL, { "token" }, NULL },
	{ "caseload", TABLE_DERIVED, "person", { "referral" }, NULL },
	{ "service_text", TABLE_DERIVED, NULL, { "rowid" }, NULL },
	{ "disclosure_run", TABLE_DERIVED, NULL, { "disclosure", "first" }, NULL },
	{ "service_use", TABLE_DERIVED, NULL, { "service" }, NULL },
	{ "service_concern_use", TABLE_DERIVED, NULL, { "service", "concern" }, NULL },
	{ "service_gist", TABLE_DERIVED, NULL, { "service" }, NULL },
	{ "service_stamp", TABLE_DERIVED, NULL, { "one" }, NULL },
	{ "service_word", TABLE_DERIVED, NULL, { "word" }, NULL },
	{ "service_where", TABLE_DERIVED, NULL, { "service", "outcode" }, NULL },
	{ "draft", TABLE_LIVE, "person", { "id" }, NULL },
	{ "presence", TABLE_LIVE, "person", { "id" }, NULL },
	{ "event", TABLE_LOG, "person", { "id" }, NULL },
	{ "event_row", TABLE_LOG, "person", { "event", "seq" }, NULL },
};
// clang-format on

const size_t register_count = COUNT_OF(register_tables);

const struct table_entry *register_find(const char *table)
{
	static const struct table_entry *last;

	if (last && strcmp(last->name, table) == 0)
		return last;
	for (size_t i = 0; i < register_count; i++)
		if (strcmp(register_tables[i].name, table) == 0)
			return last = &register_tables[i];
	return NULL;
}
