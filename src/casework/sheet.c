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
		rc = session_store(s, service_parts_get(s->store, id, a, &entry.parts));
	if (rc == OK)
		*ret = sheet_of(&entry, from_text(s, a), s->today, a);
	return rc;
}

static enum status note_given(struct session *s, const char *what)
{
	struct note_event given = {
		.kind = "print", .who = s->account.id, .at = s->now, .what = what
	};

	if (store_read_only(s->store))
		return OK;
	return session_store(s, change_note(s->store, &given));
}

enum status casework_sheet_given(struct session *s, const struct service_sheet *sheet)
{
	struct arena a = { 0 };
	enum status rc = casework_may(s, OP_PRINT_SHEET);

	if (rc == OK)
		rc = note_given(s, arena_printf(&a, _("sheet of %s"), sheet->name));
	arena_reset(&a);
	return rc;
}

/* ---- several ---- */

enum status casework_shortlist(struct session *s, const struct service_id *ids, size_t n,
                               struct arena *a, struct shortlist *ret)
{
	struct shortlist list = { 0 };
	enum status rc = casework_may(s, OP_PRINT_SHEET);

	for (size_t i = 0; rc == OK && i < n; i++) {
		struct service_sheet one;

		rc = casework_sheet(s, ids[i], a, &one);
		if (rc == OK)
			*ARENA_PUSH(a, &list) = one;
		else if (rc == E_NOT_FOUND)
			rc = OK;
	}
	if (rc == OK && list.n == 0)
		rc = session_fail(s, E_NOT_FOUND, _("None of them is in the directory any more."));
	if (rc == OK)
		*ret = list;
	return rc;
}

enum status casework_shortlist_given(struct session *s, const struct shortlist *list)
{
	struct arena a = { 0 };
	const char *names = "";
	enum status rc = casework_may(s, OP_PRINT_SHEET);

	for (size_t i = 0; i < list->n; i++)
		names = arena_printf(&a, "%s%s%s", names, i > 0 ? ", " : "", list->at[i].name);
	if (rc == OK)
		rc = note_given(s, arena_printf(&a, _("list of services: %s"), names));
	arena_reset(&a);
	return rc;
}
