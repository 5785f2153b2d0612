#include "model/setting_form.h"

#include "base/die.h"
#include "base/str.h"
#include "base/words.h"
#include "model/concerns.h"
#include "model/staff_role.h"

#define SWITCHES(X)                 \
	X(SWITCH_YES, "yes", "yes") \
	X(SWITCH_NO, "no", "no")
enum { SWITCH_NONE, SWITCHES(WORD_ENUM) };
static const struct words switches = WORDS("setting", SWITCHES);

#define DESK_MODES(X)                                               \
	X(DESK_AS_SHARED, "as_shared", "where machines are shared") \
	X(DESK_YES, "yes", "yes")                                   \
	X(DESK_NO, "no", "no")
enum { DESK_NONE, DESK_MODES(WORD_ENUM) };
static const struct words desk_modes = WORDS("setting", DESK_MODES);

#define TEAM_WAYS(X)                                                 \
	X(TEAM_WAY_OPEN, "open", "opens as one's own")               \
	X(TEAM_WAY_REASON, "reason", "opens with a reason, one key") \
	X(TEAM_WAY_CLOSED, "closed", "opens with a reason in words and the passphrase")
enum { TEAM_WAY_NONE, TEAM_WAYS(WORD_ENUM) };
static const struct words team_ways = WORDS("setting", TEAM_WAYS);

const struct words sign_in_ways = WORDS("setting", SIGN_IN_WAYS);

// clang-format off
const struct field setting_form[] = {
	{ "", _("MINUTES WITHOUT A KEY BEFORE IT LOCKS"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "idle_staff", _("Staff"), FIELD_NUMBER, NULL, 0, _("Link workers and coordinators, on a machine of their own: 1 to 15, usually 5"), 4 },
	{ "idle_shared", _("Volunteers and shared"), FIELD_NUMBER, NULL, 0, _("Volunteers, and everybody where machines are shared: 1 to 5, usually 2"), 4 },
	{ "idle_talk_staff", _("Staff, in a conversation"), FIELD_NUMBER, NULL, 0, _("While a contact, assessment, message, referral or safety form is open: 5 to 30, usually 20"), 4 },
	{ "idle_talk_shared", _("Shared, in a conversation"), FIELD_NUMBER, NULL, 0, _("Initials only after the usual limit: 2 to 15, usually 8"), 4 },
	{ "pin_minutes", _("PIN opens it for"), FIELD_NUMBER, NULL, 0, _("Minutes after it locked in which today's PIN is enough: 0 never, up to 30"), 4 },
	{ "", _("WHO SITS HERE"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "shared", _("Machines are shared"), FIELD_CHOICE, &switches, 0, _("Others use the machine too: Ctrl-G always stands in the key line, sessions of volunteers end after 8 hours"), 0 },
	{ "sign_in", _("Signing in"), FIELD_CHOICE, &sign_in_ways, 0, _("Whether the first screen lists who works here"), 0 },
	{ "desk_mode", _("Initials in lists"), FIELD_CHOICE, &desk_modes, 0, _("Desk mode: lists show initials and reference until somebody is opened"), 0 },
	{ "team", _("A colleague's person"), FIELD_CHOICE, &team_ways, 0, _("What a link worker gives to open the record of somebody else's person; it is on record each time"), 0 },
	{ "staff_role", _("Who assesses here"), FIELD_CHOICE, &staff_roles, 0, _("What reports say of whoever assesses, unless an assessment says otherwise"), 0 },
	{ "", _("TIMES"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "first_contact_days", _("First contact within"), FIELD_NUMBER, NULL, 0, _("Working days from when the referral came: 1 to 60, usually 5"), 4 },
	{ "quiet_days", _("Quiet after"), FIELD_NUMBER, NULL, 0, _("Days since last spoken to, where the stage says nothing else: 7 to 365, usually 42"), 4 },
	{ "day_full", _("A day is full with"), FIELD_NUMBER, NULL, 0, _("Reminders of one worker: then a lighter day near by is offered: 3 to 60, usually 12"), 4 },
	{ "check_back_days", _("Ask if it helped, after"), FIELD_NUMBER, NULL, 0, _("Working days after somebody was told about a service: 1 to 60, usually 14"), 4 },
	{ "check_every_weeks", _("Check services again"), FIELD_NUMBER, NULL, 0, _("After so many weeks, half of it where one is much used: 4 to 104, usually 26"), 4 },
	{ "looks_a_day", _("People opened in a day"), FIELD_NUMBER, NULL, 0, _("Whoever opens more records than that is shown to coordinators: 5 to 500, usually 40"), 4 },
	{ 0 },
};

static const struct setting_rule rules[] = {
	{ "idle_staff", "5", 1, 15 },
	{ "idle_shared", "2", 1, 5 },
	{ "idle_talk_staff", "20", 5, 30 },
	{ "idle_talk_shared", "8", 2, 15 },
	{ "pin_minutes", "30", 0, 30 },
	{ "shared", "no", 0, 0 },
	{ "sign_in", "names", 0, 0 },
	{ "desk_mode", "as_shared", 0, 0 },
	{ "desk_without_name", "no", 0, 0 }, /* not in the form: it takes a key (casework/nameless.h) */
	{ "team", "reason", 0, 0 },
	{ "staff_role", "04", 0, 0 },
	/* not in the form either: Lists in g a (casework/lists.h) */
	{ "list_people", CONCERNS_NEWEST, 0, 0 },
	{ "list_carers", CONCERNS_CARERS, 0, 0 },
	{ "measures", "ons4-1", 0, 0 },
	{ "first_contact_days", "5", 1, 60 },
	{ "quiet_days", "42", 7, 365 },
	{ "day_full", "12", 3, 60 },
	{ "check_back_days", "14", 1, 60 },
	{ "check_every_weeks", "26", 4, 104 },
	{ "looks_a_day", "40", 5, 500 },
};
// clang-format on

const struct setting_rule *setting_rule(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(rules); i++)
		if (text_equal(rules[i].name, name))
			return &rules[i];
	die("no setting is called %s", name);
}

static bool counts(const struct setting_rule *rule, const char *text, int *ret)
{
	long long n;

	if (!str_int(str_trim(str_of(text)), &n) || n < rule->least || n > rule->most)
		return false;
	*ret = (int)n;
	return true;
}

int setting_count(const struct setting_rule *rule, const char *text)
{
	int n;

	if (!counts(rule, text, &n) && !counts(rule, rule->fallback, &n))
		die("the setting %s has no sound default", rule->name);
	return n;
}

static int at_least(const struct values *v, const char *name)
{
	return setting_count(setting_rule(name), values_get(v, name));
}

void setting_problems(const struct values *v, struct arena *a, struct problems *p)
{
	static const char *const pairs[][2] = { { "idle_staff", "idle_talk_staff" },
		                                { "idle_shared", "idle_talk_shared" } };

	for (const struct field *f = setting_form; f->name; f++) {
		const char *text = values_get(v, f->name);
		int n;

		if (f->kind == FIELD_HEADING)
			continue;
		if (f->kind == FIELD_CHOICE && !words_find(f->words, str_of(text)))
			problem_add(p, a, f->name, _("Choose one of them."));
		if (f->kind == FIELD_NUMBER && !counts(setting_rule(f->name), text, &n))
			problem_add(p, a, f->name, _("A number from %d to %d."),
			            setting_rule(f->name)->least, setting_rule(f->name)->most);
	}
	for (size_t i = 0; p->n == 0 && i < COUNT_OF(pairs); i++)
		if (at_least(v, pairs[i][1]) < at_least(v, pairs[i][0]))
			problem_add(p, a, pairs[i][1],
			            _("In a conversation it cannot lock sooner."));
}
