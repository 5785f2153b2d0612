#include "model/safety_note.h"

#include "base/clock.h"
#include "base/words.h"

const struct words safety_abouts = WORDS("kind of safety note", SAFETY_ABOUTS);

const struct safety_note safety_note_blank = {
	.who = "",
	.words = "",
	.did = "",
	.told_when = "",
	.told_said = "",
	.without_consent_because = "",
	.raised_on = DAY_NONE,
	.raised_minute = MINUTE_NONE,
	.seen_on = DAY_NONE,
	.done = "",
	.done_on = DAY_NONE,
};

// clang-format off
const struct field safety_note_form[] = {
	{ "about", _("About"), FIELD_CHOICE, &safety_abouts, FIELD_NEEDED,
	  _("1-6. You do not have to decide how serious it is."), 0 },
	{ "who", _("About whom"), FIELD_TEXT, NULL, FIELD_NEEDED,
	  _("As much as you know: a first name, what they look like, a number."), 0 },
	{ "words", _("Their words"), FIELD_NOTE, NULL, 0,
	  _("What they said or what you saw, as nearly as you can. Tab goes on."), 0 },
	{ "did", _("What I did"), FIELD_NOTE, NULL, 0,
	  _("Stayed on the line, rang 999, gave a number. Tab goes on."), 0 },
	{ "told", _("Told"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "told_when", _("Told when"), FIELD_TEXT, NULL, 0,
	  _("The safety lead or the deputy, today: ring, do not only save."), 24 },
	{ "told_said", _("They said"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "without_consent_because", _("Why not asked"), FIELD_TEXT, NULL, 0,
	  _("Only if they have not agreed: shared without consent because …"), 0 },
	{ 0 },
};
// clang-format on

static bool is(struct account_id a, struct account_id b)
{
	return a.n != 0 && a.n == b.n;
}

bool safety_note_readable(const struct safety_note *n, const struct account *who,
                          struct safety_answerers here)
{
	return is(who->id, n->raised_by) || is(who->id, here.lead) || is(who->id, here.deputy) ||
	       (who->roles & ROLE_COORDINATOR) != 0;
}

/* Can that account, one of the two who answer, answer this one? */
static bool can(struct account_id account, const struct safety_note *n)
{
	return account.n != 0 && account.n != n->raised_by.n;
}

bool safety_note_answerable(const struct safety_note *n, const struct account *who,
                            struct safety_answerers here)
{
	if (is(who->id, n->raised_by))
		return false;
	if (is(who->id, here.lead) || is(who->id, here.deputy))
		return true;
	return (who->roles & ROLE_COORDINATOR) != 0 && !can(here.lead, n) && !can(here.deputy, n);
}

int safety_note_waits(const struct safety_note *n, day today, int minute)
{
	int from = n->raised_minute == MINUTE_NONE ? 0 : n->raised_minute;
	int minutes;

	if (today - n->raised_on > 3650)
		return 3650 * 1440;
	minutes = (today - n->raised_on) * 1440 + minute - from;
	return minutes > 0 ? minutes : 0;
}

bool safety_note_unanswered(const struct safety_note *n, day today, int minute)
{
	return n->seen_on == DAY_NONE && n->done_on == DAY_NONE &&
	       safety_note_waits(n, today, minute) >= SAFETY_UNSEEN_MINUTES;
}

void safety_note_problems(const struct safety_note *n, struct arena *a, struct problems *ret)
{
	if (n->about == SAFETY_ABOUT_NONE)
		problem_add(ret, a, "about", _("What is it about? One digit, 6 when unsure."));
	if (n->person.n == 0 && text_empty(n->who))
		problem_add(ret, a, "who",
		            _("Whom is it about? A first name or a few words will do."));
	if (text_empty(n->words) && text_empty(n->did))
		problem_add(ret, a, "words",
		            _("What did they say, or what did you see? A few words will do."));
}

struct safety_note safety_note_of(const struct values *v)
{
	struct safety_note n = safety_note_blank;

	n.about = (enum safety_about)words_find(&safety_abouts, str_of(values_get(v, "about")));
	n.who = values_get(v, "who");
	n.words = values_get(v, "words");
	n.did = values_get(v, "did");
	n.told_when = values_get(v, "told_when");
	n.told_said = values_get(v, "told_said");
	n.without_consent_because = values_get(v, "without_consent_because");
	return n;
}
