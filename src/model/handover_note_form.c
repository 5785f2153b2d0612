#include "model/handover_note_form.h"

#include "base/text.h"
#include "base/words.h"
#include "model/handover_note.h"

// clang-format off
const struct field handover_note_form[] = {
	{ "reader", _("Who is to find it"), FIELD_CHOICE, &note_readers, FIELD_NEEDED, NULL, 0 },
	{ "who", _("Whom"), FIELD_TEXT, NULL, 0, _("The name they sign in with: ben."), 20 },
	{ "words", _("What they should know"), FIELD_NOTE, NULL, FIELD_NEEDED, _("It stands until it is read; you see by whom and when."), 0 },
	{ 0 },
};
// clang-format on

void handover_note_problems(const struct values *v, struct arena *a, struct problems *problems)
{
	int reader = words_find(&note_readers, str_of(values_get(v, "reader")));

	if (reader == NOTE_READER_NONE)
		problem_add(problems, a, "reader", _("Whom is it for? A digit chooses."));
	if (reader == NOTE_FOR_ONE && str_trim(str_of(values_get(v, "who"))).n == 0)
		problem_add(problems, a, "who", _("The name they sign in with, please."));
	if (str_trim(str_of(values_get(v, "words"))).n == 0)
		problem_add(problems, a, "words", _("What should they know?"));
}
