#include "casework/sheet.h"

#include "act.h"

#include "base/words.h"
#include "store/service_entries.h"
#include "store/settings.h"
#include "store/store.h"

static const char *from_text(struct session *s, struct arena *a)
{
	struct setting phone;

	if (setting_get(s->store, "service_phone", "", a, &phone) != OK || text_empty(phone.value))
		return s->service.name;
	return arena_printf(a, "%s, %s", s->service.name, phone.value);
}

enum status casework_sheet(struct session *s, struct service_id id, struct arena *a,
                           struct service_sheet *ret)
{
	struct service_entry entry;
	enum status rc = casework_may(s, OP_PRINT_SHEET);

	if (rc == OK)
		rc = session_store(s, service_entry_get(s->store, id, a, &entry));
	if (rc == OK)
		*ret = sheet_of(&entry, from_text(s, a), s->today, a);
	return rc;
}

enum status casework_sheet_given(struct session *s, const struct service_sheet *sheet)
{
	struct arena a = { 0 };
	struct note_event given = { .kind = "print",
		                    .who = s->account.id,
		                    .at = s->now,
		                    .what = arena_printf(&a, _("sheet of %s"), sheet->name) };
	enum status rc = casework_may(s, OP_PRINT_SHEET);

	if (rc == OK && !store_read_only(s->store))
		rc = session_store(s, change_note(s->store, &given));
	arena_reset(&a);
	return rc;
}
