#include "model/time_step.h"

#include "base/attr.h"
#include "base/words.h"
#include "model/when.h"

#include <string.h>

const struct words time_steps = WORDS("step", TIME_STEPS);
const struct words open_answers = WORDS("what is open", OPEN_ANSWERS);

const struct new_step new_step_blank = {
	.reason = "",
	.outcome = "",
	.worker = "",
	.until = DAY_NONE,
	.tell_on = DAY_NONE,
};

#define REASON_MOST 2000 /* characters */

enum referral_state time_step_to(enum time_step step)
{
	switch (step) {
	case STEP_ACCEPT:
		return REFERRAL_ACCEPTED;
	case STEP_DECLINE:
		return REFERRAL_DECLINED;
	case STEP_NOT_ELIGIBLE:
		return REFERRAL_NOT_ELIGIBLE;
	case STEP_UNREACHED:
		return REFERRAL_UNABLE_TO_CONTACT;
	case STEP_HOLD:
		return REFERRAL_ON_HOLD;
	case STEP_GO_ON:
	case STEP_REOPEN:
		return REFERRAL_ACTIVE;
	case STEP_CLOSE:
		return REFERRAL_CLOSED;
	case TIME_STEP_NONE:
	case STEP_AGAIN:
		break;
	}
	return REFERRAL_STATE_NONE;
}

/* From where each goes, said to whoever asked for it from elsewhere. */
static const char *only_from(enum time_step step)
{
	switch (step) {
	case STEP_ACCEPT:
	case STEP_DECLINE:
	case STEP_NOT_ELIGIBLE:
		return _("only while it is new");
	case STEP_UNREACHED:
		return _("only until the first talk");
	case STEP_HOLD:
		return _("only after the first talk");
	case STEP_GO_ON:
		return _("it is not on hold");
	case STEP_CLOSE:
		return _("it is not open, or still new: 1 to 3 say what comes of it");
	case STEP_REOPEN:
		return _("only once it is closed");
	case STEP_AGAIN:
		return _("they are with us already");
	case TIME_STEP_NONE:
		break;
	}
	return _("there is no such step");
}

const char *time_step_off(enum time_step step, enum referral_state state)
{
	bool may = referral_may_become(state, time_step_to(step));

	if (step == STEP_AGAIN)
		may = !referral_open(state);
	else if (step == STEP_GO_ON)
		may = state == REFERRAL_ON_HOLD;
	else if (step == STEP_REOPEN)
		may = state == REFERRAL_CLOSED;
	return may ? NULL : only_from(step);
}

/* ---- the form ---- */

/* clang-format off */
static const struct field worker_field = { "worker", _("Who takes them on"), FIELD_CHOICE, NULL, FIELD_NEEDED, NULL, 0 };
static const struct field until_field = { "until", _("Until"), FIELD_DAY, NULL, 0, _("+2w, 30/11, in 6 weeks: a reminder is set. Empty: nobody knows."), 16 };
static const struct field outcome_field = { "outcome", _("Why it ends"), FIELD_CHOICE, NULL, FIELD_NEEDED, _("They died: Esc, then h. They asked us to stop: Esc, then c and 9."), 0 };
static const struct field reason_field = { "reason", _("Why"), FIELD_NOTE, NULL, FIELD_NEEDED, NULL, 0 };
static const struct field note_field = { "reason", _("Note"), FIELD_NOTE, NULL, 0, NULL, 0 };
static const struct field reminders_field = { "reminders", _("Open reminders"), FIELD_CHOICE, &open_answers, 0, NULL, 0 };
static const struct field signposts_field = { "signposts", _("Services they wait for"), FIELD_CHOICE, &open_answers, 0, NULL, 0 };
static const struct field tell_field = { "tell_on", _("Answer by"), FIELD_DAY, NULL, 0, _("A reminder to tell whoever referred them. Empty: none."), 16 };
/* clang-format on */

/* Of the reasons in the list those that are written down elsewhere are left out. */
static const struct words *reason_words(struct arena *a)
{
	static const char *const elsewhere[] = { "died", "no_more_contact" };
	struct choice_list all = { 0 }, some = { 0 };

	if (choice_list_load("close-reasons", a, &all) != OK)
		return &open_answers;
	for (size_t i = 0; i < all.n; i++) {
		bool out = false;

		for (size_t j = 0; j < COUNT_OF(elsewhere); j++)
			out = out || text_equal(all.at[i].code, elsewhere[j]);
		if (!out)
			*ARENA_PUSH(a, &some) = all.at[i];
	}
	return choice_words("close-reasons", &some, a);
}

struct field_list {
	size_t n;
	struct field *at;
};

static struct field *put(struct field_list *list, const struct field *f, struct arena *a)
{
	struct field *at = ARENA_PUSH(a, list);

	*at = *f;
	return at;
}

const struct field *time_step_fields(enum time_step step, const struct words *workers,
                                     struct arena *a)
{
	struct field_list list = { 0 };

	if (step == STEP_ACCEPT)
		put(&list, &worker_field, a)->words = workers;
	if (step == STEP_HOLD)
		put(&list, &until_field, a);
	if (step == STEP_CLOSE) {
		put(&list, &outcome_field, a)->words = reason_words(a);
		put(&list, &reminders_field, a);
		put(&list, &signposts_field, a);
	}
	if (step == STEP_CLOSE || step == STEP_ACCEPT || step == STEP_GO_ON)
		put(&list, &note_field, a);
	else
		put(&list, &reason_field, a);
	if (step == STEP_ACCEPT || step == STEP_DECLINE || step == STEP_NOT_ELIGIBLE ||
	    step == STEP_CLOSE)
		put(&list, &tell_field, a);
	ARENA_PUSH(a, &list); /* the end */
	return list.at;
}

static day day_of(const struct values *v, const char *name, const struct when_from *from,
                  struct arena *a, struct problems *problems)
{
	const char *text = values_get(v, name), *fault;
	struct when when;

	if (text_empty(text))
		return DAY_NONE;
	if (when_parse(text, from, a, &when, &fault) == OK)
		return when.on;
	problem_add(problems, a, name, "%s", fault);
	return DAY_NONE;
}

void time_step_from_values(const struct values *v, day today, const struct holidays *holidays,
                           struct arena *a, struct new_step *ret, struct problems *problems)
{
	const struct when_from from = { today, holidays, WHEN_AHEAD };

	ret->reason = arena_str(a, str_trim(str_of(values_get(v, "reason"))));
	ret->outcome = values_get(v, "outcome");
	ret->worker = values_get(v, "worker");
	ret->reminders =
		(enum open_answer)words_find(&open_answers, str_of(values_get(v, "reminders")));
	ret->signposts =
		(enum open_answer)words_find(&open_answers, str_of(values_get(v, "signposts")));
	ret->until = day_of(v, "until", &from, a, problems);
	ret->tell_on = day_of(v, "tell_on", &from, a, problems);
}

static bool needs_reason(enum time_step step)
{
	return step == STEP_DECLINE || step == STEP_NOT_ELIGIBLE || step == STEP_HOLD ||
	       step == STEP_REOPEN;
}

static void closing_problems(const struct new_step *x, const struct open_things *open,
                             struct arena *a, struct problems *problems)
{
	if (text_empty(x->outcome))
		problem_add(problems, a, "outcome", _("Say why it ends: a digit chooses."));
	if (open->reminders > 0 && x->reminders == OPEN_ANSWER_NONE)
		problem_add(problems, a, "reminders", _("Some are open: do they stop, or stay?"));
	if (open->signposts > 0 && x->signposts == OPEN_ANSWER_NONE)
		problem_add(problems, a, "signposts",
		            _("They wait for a service: does that stop, or stay?"));
}

void new_step_problems(const struct new_step *x, const struct open_things *open, day today,
                       struct arena *a, struct problems *problems)
{
	if (x->step == STEP_CLOSE)
		closing_problems(x, open, a, problems);
	if (needs_reason(x->step) && text_empty(x->reason))
		problem_add(problems, a, "reason", _("Say why, in a few words."));
	if (strlen(x->reason) > REASON_MOST)
		problem_add(problems, a, "reason",
		            _("A reason is a few sentences; the rest belongs in a contact."));
	if (x->step == STEP_HOLD && x->until != DAY_NONE && x->until <= today)
		problem_add(problems, a, "until", _("On hold until a day that is still to come."));
	if (x->tell_on != DAY_NONE && x->tell_on < today)
		problem_add(problems, a, "tell_on", _("That day has gone."));
}
