#include "model/signpost_form.h"

#include "base/words.h"

// clang-format off
const struct field signpost_form[SIGNPOST_FIELDS + 1] = {
	{ "how", _("How"), FIELD_CHOICE, &signpost_kinds, FIELD_NEEDED,
	  _("Referred to: their details leave. You tick what goes, and they are asked."), 0 },
	{ "check_on", _("Ask whether it helped"), FIELD_DAY, NULL, 0,
	  _("A day: fri, +2w, 30/11. Empty: never."), 20 },
	{ "note", _("Note"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ 0 },
};
// clang-format on

static void fill_check(struct new_signpost *x, const char *text, const struct when_from *from,
                       struct arena *a, struct problems *problems)
{
	const char *fault = "";
	struct when when;

	x->check_on = DAY_NONE;
	if (str_trim(str_of(text)).n == 0)
		return;
	if (when_parse(text, from, a, &when, &fault) != OK)
		problem_add(problems, a, "check_on", "%s", fault);
	else if (when.on < from->today)
		problem_add(problems, a, "check_on", _("This day has gone."));
	else
		x->check_on = when.on;
}

void signpost_fill(struct new_signpost *x, const struct values *v, const struct when_from *from,
                   struct arena *a, struct problems *problems)
{
	x->kind = (enum signpost_kind)words_find(&signpost_kinds, str_of(values_get(v, "how")));
	x->note = arena_str(a, str_trim(str_of(values_get(v, "note"))));
	if (x->kind == SIGNPOST_KIND_NONE)
		problem_add(problems, a, "how", _("Told about it, or referred?"));
	fill_check(x, values_get(v, "check_on"), from, a, problems);
}

static const char *add(const char *text, const char *sentence, struct arena *a)
{
	return text[0] == '\0' ? sentence : arena_printf(a, "%s %s", text, sentence);
}

const char *safe_to_pass_on(const struct safe_contact *c, struct arena *a)
{
	const char *text = "";

	if (c->text_first && c->text == SAID_YES)
		text = _("Text first.");
	if (c->ring == SAID_NO)
		text = add(text, _("Do not ring."), a);
	else if (!text_empty(c->hours))
		text = add(text, arena_printf(a, _("Ring %s."), c->hours), a);
	if (c->ring != SAID_NO && c->withhold_number)
		text = add(text, _("Withhold your number."), a);
	if (c->ring != SAID_NO && c->other_may_answer != SAID_YES)
		text = add(text, _("Speak to nobody else."), a);
	if (c->voicemail != SAID_YES)
		text = add(text, _("Do not leave messages."), a);
	if (c->text != SAID_YES)
		text = add(text, _("Do not text."), a);
	if (c->email != SAID_YES)
		text = add(text, _("Do not e-mail."), a);
	if (c->post != SAID_YES)
		text = add(text, _("Do not write."), a);
	return text;
}
