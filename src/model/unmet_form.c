#include "model/unmet_form.h"

#include "base/words.h"

// clang-format off
const struct field unmet_form[] = {
	{ "reason", _("Why not"), FIELD_CHOICE, &unmet_reasons, FIELD_NEEDED, NULL, 0 },
	{ "level", _("How great a need"), FIELD_CHOICE, &need_levels, 0, NULL, 0 },
	{ "note", _("Note"), FIELD_NOTE, NULL, 0, _("What was looked for, and where."), 0 },
	{ 0 },
};
// clang-format on

void unmet_fill(struct unmet_need *x, const struct values *v, struct arena *a,
                struct problems *problems)
{
	int level = words_find(&need_levels, str_of(values_get(v, "level")));

	x->reason = (enum unmet_reason)words_find(&unmet_reasons, str_of(values_get(v, "reason")));
	x->level = level == NEED_LEVEL_NONE ? NEED_NOT_JUDGED : (enum need_level)level;
	x->note = arena_str(a, str_trim(str_of(values_get(v, "note"))));
	if (x->reason == UNMET_REASON_NONE)
		problem_add(problems, a, "reason", _("Why does nothing fit? A digit chooses."));
	else if (x->reason == UNMET_OTHER && text_empty(x->note))
		problem_add(problems, a, "note", _("Other: say what, in a few words."));
}
