#include "model/plan_form.h"

#include "base/text.h"
#include "base/words.h"
#include "model/none.h"

#define YEARS_AHEAD (5 * 366)

// clang-format off
const struct field plan_action_form[] = {
	{ "what", _("What"), FIELD_TEXT, NULL, FIELD_NEEDED, _("As it goes on: ring her accountant"), 0 },
	{ "owner", _("Who"), FIELD_CHOICE, &action_owners, FIELD_NEEDED, NULL, 0 },
	{ "who", _("Whom to ask"), FIELD_TEXT, NULL, 0, _("Of the clinical team, with their number"), 0 },
	{ "due_on", _("By"), FIELD_DAY, NULL, 0, _("fri, +2w, 30/11; empty: no day"), 20 },
	{ "review_on", _("Look again on"), FIELD_DAY, NULL, 0, _("A reminder then, also when it is done; empty: none"), 20 },
	{ "confidence", _("How sure"), FIELD_NUMBER, NULL, 0, _("How sure are they that it will be done? 0 not at all, 10 quite sure"), 4 },
	{ "level", _("Need"), FIELD_CHOICE, &need_levels, 0, _("How great the need is"), 0 },
	{ "goal", _("Goal"), FIELD_TEXT, NULL, 0, _("What they want to reach, in their words"), 0 },
	{ "outcome", _("What came of it"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ 0 },
};

const struct field plan_agree_form[] = {
	{ "agreed", _("They agree"), FIELD_ASKED, NULL, FIELD_NEEDED, _("y when they said yes to it"), 0 },
	{ "review_on", _("Go over it on"), FIELD_DAY, NULL, 0, _("Six weeks ahead, unless they want it earlier"), 20 },
	{ "if_worse", _("If it gets worse"), FIELD_NOTE, NULL, 0, _("What they then do, and whom they ring: it stands on their paper"), 0 },
	{ "agreed_way", _("How"), FIELD_CHOICE, &agreed_ways, 0, NULL, 0 },
	{ "agreed_by", _("Who agreed"), FIELD_CHOICE, &agreed_bys, 0, _("Empty: they did"), 0 },
	{ "agreed_with", _("Name"), FIELD_TEXT, NULL, 0, _("Of whoever agreed for them"), 0 },
	{ "agreed_power", _("By what right"), FIELD_CHOICE, &powers, 0, _("The paper that says so has been seen"), 0 },
	{ "review_by", _("Gone over by"), FIELD_TEXT, NULL, 0, _("Who goes over it with them; empty: you"), 0 },
	{ 0 },
};

const struct field strengths_form[] = {
	{ "strengths", _("Strengths"), FIELD_NOTE, NULL, 0, _("What goes well, what they are good at, who and what helps: a line each"), 0 },
	{ 0 },
};

const struct field goal_form[] = {
	{ "words", _("Goal or hope"), FIELD_TEXT, NULL, FIELD_NEEDED, _("In their words: Walk to the shop and back by Christmas"), 0 },
	{ "by_day", _("By"), FIELD_DAY, NULL, 0, _("fri, +2w, 30/11; empty: no day"), 20 },
	{ "status", _("How it went"), FIELD_CHOICE, &goal_statuses, 0, NULL, 0 },
	{ "supported", _("Felt supported"), FIELD_CHOICE, &supports, 0, _("Did they feel supported to achieve it?"), 0 },
	{ 0 },
};

const struct field contingency_form[] = {
	{ "name", _("If"), FIELD_TEXT, NULL, FIELD_NEEDED, _("What may happen: Rosa cannot come"), 0 },
	{ "signs", _("One knows by"), FIELD_TEXT, NULL, 0, _("How one notices: she has not rung by eight"), 0 },
	{ "what", _("Then"), FIELD_NOTE, NULL, FIELD_NEEDED, _("What should happen: it stands on their paper"), 0 },
	{ "who", _("Tell"), FIELD_TEXT, NULL, 0, _("Whom, and their number"), 0 },
	{ "ready", _("Ready for it"), FIELD_TEXT, NULL, 0, _("Medicines or equipment that are kept for it"), 0 },
	{ "review_on", _("Look again on"), FIELD_DAY, NULL, 0, NULL, 20 },
	{ "on_paper", _("On their paper"), FIELD_ASKED, NULL, 0, _("n keeps it off what they are handed"), 0 },
	{ 0 },
};
// clang-format on

/* ---- what forms have in common ---- */

static size_t characters(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.at[i] & 0xc0) != 0x80;
	return n;
}

const char *plan_text_from(const struct values *v, const char *name, size_t most, struct arena *a,
                           struct problems *problems)
{
	struct str s = str_trim(str_of(values_get(v, name)));
	size_t n = characters(s);

	if (n > most)
		problem_add(problems, a, name, _("%zu characters, and %zu is the most."), n, most);
	return arena_str(a, s);
}

void plan_day_from(const struct values *v, const char *name, const struct when_from *from,
                   struct arena *a, struct problems *problems, day *ret)
{
	struct when when = { .on = DAY_NONE };
	const char *fault = NULL;

	if (!text_empty(values_get(v, name)) &&
	    when_parse(values_get(v, name), from, a, &when, &fault) != OK)
		problem_add(problems, a, name, "%s", fault);
	*ret = when.on;
}

void plan_day_ahead_from(const struct values *v, const char *name, const struct when_from *from,
                         struct arena *a, struct problems *problems, day *ret)
{
	day was = *ret;

	plan_day_from(v, name, from, a, problems, ret);
	if (*ret == DAY_NONE || *ret == was)
		return;
	if (*ret < from->today)
		problem_add(problems, a, name, _("%s has gone. A day to come, or none."),
		            day_short(*ret, from->today, a));
	else if (*ret > from->today + YEARS_AHEAD)
		problem_add(problems, a, name, _("%s is more than five years ahead."),
		            day_short(*ret, from->today, a));
}

const char *plan_day_value(day d, day today, struct arena *a)
{
	const char *text = day_short(d, today, a);
	int year;

	if (!day_valid(d) || d >= today)
		return text;
	year = day_to_date(d).year;
	return year == day_to_date(today).year ? arena_printf(a, "%s %d", text, year) : text;
}

static const char *by_sep(const char *line)
{
	const char *last = NULL;

	for (const char *at = line; *at; at++)
		if (str_starts(str_of(at), " by "))
			last = at;
	return last;
}

const char *action_line_parse(const char *line, const struct when_from *from, struct arena *a,
                              day *by)
{
	const char *at = by_sep(line), *fault, *what;
	struct when when;

	*by = DAY_NONE;
	if (!at)
		return line;
	what = arena_str(a, str_trim((struct str){ line, (size_t)(at - line) }));
	if (text_empty(what) || when_parse(at + 4, from, a, &when, &fault) != OK ||
	    when.on < from->today)
		return line;
	*by = when.on;
	return what;
}

static const char *word_of(const struct words *w, int value)
{
	return value == 0 ? "" : words_word(w, value);
}

static int chosen(const struct words *w, const struct values *v, const char *name)
{
	return words_find(w, str_of(values_get(v, name)));
}

/* ---- an action ---- */

struct values plan_action_values(const struct action *x, enum need_level level, const char *goal,
                                 day today, struct arena *a)
{
	struct values v = { 0 };

	values_set(&v, a, "what", x->what);
	values_set(&v, a, "owner", word_of(&action_owners, (int)x->owner));
	values_set(&v, a, "who", x->who);
	values_set(&v, a, "due_on", plan_day_value(x->due_on, today, a));
	values_set(&v, a, "review_on", plan_day_value(x->review_on, today, a));
	if (x->confidence != NUMBER_NONE)
		values_set(&v, a, "confidence", arena_printf(a, "%d", x->confidence));
	values_set(&v, a, "level", word_of(&need_levels, (int)level));
	values_set(&v, a, "goal", goal);
	values_set(&v, a, "outcome", x->outcome);
	return v;
}

static int confidence_of(const struct values *v, struct arena *a, struct problems *problems)
{
	struct str text = str_trim(str_of(values_get(v, "confidence")));
	long long n;

	if (text.n == 0)
		return NUMBER_NONE;
	if (!str_int(text, &n) || n < 0 || n > 10) {
		problem_add(problems, a, "confidence", "%s", _("A number, 0 to 10."));
		return NUMBER_NONE;
	}
	return (int)n;
}

void plan_action_from(const struct values *v, const struct when_from *from, struct arena *a,
                      struct problems *problems, struct action *x, enum need_level *level)
{
	x->what = plan_text_from(v, "what", 300, a, problems);
	x->owner = (enum action_owner)chosen(&action_owners, v, "owner");
	x->who = plan_text_from(v, "who", 200, a, problems);
	plan_day_ahead_from(v, "due_on", from, a, problems, &x->due_on);
	plan_day_ahead_from(v, "review_on", from, a, problems, &x->review_on);
	x->confidence = confidence_of(v, a, problems);
	x->outcome = plan_text_from(v, "outcome", 1000, a, problems);
	*level = (enum need_level)chosen(&need_levels, v, "level");
	plan_text_from(v, "goal", 300, a, problems);
}

/* ---- strengths, goals, what if ---- */

const char *strengths_from(const struct values *v, struct arena *a, struct problems *problems)
{
	const char *text = plan_text_from(v, "strengths", 4000, a, problems), *kept = "";
	struct str rest = str_of(text), line;

	while (str_cut(&rest, '\n', &line)) {
		line = str_trim(line);
		if (line.n > 0)
			kept = arena_printf(a, "%s%s%s", kept, *kept ? "\n" : "",
			                    arena_str(a, line));
	}
	return kept;
}

struct values goal_values(const struct goal *x, day today, struct arena *a)
{
	struct values v = { 0 };

	values_set(&v, a, "words", x->words);
	values_set(&v, a, "by_day", plan_day_value(x->by_day, today, a));
	values_set(&v, a, "status", word_of(&goal_statuses, (int)x->status));
	values_set(&v, a, "supported", word_of(&supports, (int)x->supported));
	return v;
}

void goal_from(const struct values *v, const struct when_from *from, struct arena *a,
               struct problems *problems, struct goal *x)
{
	x->words = plan_text_from(v, "words", 300, a, problems);
	plan_day_ahead_from(v, "by_day", from, a, problems, &x->by_day);
	x->status = (enum goal_status)chosen(&goal_statuses, v, "status");
	x->supported = (enum support)chosen(&supports, v, "supported");
	if (x->status == GOAL_STATUS_NONE)
		x->status = GOAL_SET;
	if (x->status == GOAL_SET && x->supported != SUPPORT_NONE)
		problem_add(problems, a, "status", "%s",
		            _("Felt supported to do what? Say how it went, too."));
}

struct values contingency_values(const struct contingency *x, day today, struct arena *a)
{
	struct values v = { 0 };

	values_set(&v, a, "name", x->name);
	values_set(&v, a, "signs", x->signs);
	values_set(&v, a, "what", x->what);
	values_set(&v, a, "who", x->who);
	values_set(&v, a, "ready", x->ready);
	values_set(&v, a, "review_on", plan_day_value(x->review_on, today, a));
	values_set(&v, a, "on_paper", x->on_paper ? "yes" : "no");
	return v;
}

void contingency_from(const struct values *v, const struct when_from *from, struct arena *a,
                      struct problems *problems, struct contingency *x)
{
	x->name = plan_text_from(v, "name", 200, a, problems);
	x->signs = plan_text_from(v, "signs", 300, a, problems);
	x->what = plan_text_from(v, "what", 1000, a, problems);
	x->who = plan_text_from(v, "who", 300, a, problems);
	x->ready = plan_text_from(v, "ready", 300, a, problems);
	plan_day_ahead_from(v, "review_on", from, a, problems, &x->review_on);
	x->on_paper = !text_equal(values_get(v, "on_paper"), "no");
}

/* ---- agreed ---- */

static void check_who(const struct plan *x, struct arena *a, struct problems *problems)
{
	if (x->agreed_by == AGREED_BY_REPRESENTATIVE && text_empty(x->agreed_with))
		problem_add(problems, a, "agreed_with", "%s",
		            _("Somebody agreed for them: who? Their name."));
	if (x->agreed_by == AGREED_BY_REPRESENTATIVE && x->agreed_power == POWER_NONE)
		problem_add(problems, a, "agreed_power", "%s",
		            _("By what right do they agree? Only a power that was seen."));
	if (x->agreed_by == AGREED_BY_PERSON &&
	    (!text_empty(x->agreed_with) || x->agreed_power != POWER_NONE))
		problem_add(problems, a, "agreed_by", "%s",
		            _("They agreed themselves, or somebody for them?"));
}

void plan_agreed_from(const struct values *v, const struct when_from *from, struct arena *a,
                      struct problems *problems, struct plan *x)
{
	x->review_on = DAY_NONE;
	plan_day_ahead_from(v, "review_on", from, a, problems, &x->review_on);
	x->agreed_way = (enum agreed_way)chosen(&agreed_ways, v, "agreed_way");
	x->agreed_by = (enum agreed_by)chosen(&agreed_bys, v, "agreed_by");
	x->agreed_with = plan_text_from(v, "agreed_with", 120, a, problems);
	x->agreed_power = (enum power)chosen(&powers, v, "agreed_power");
	x->review_by = plan_text_from(v, "review_by", 120, a, problems);
	if (x->agreed_by == AGREED_BY_NONE)
		x->agreed_by = text_empty(x->agreed_with) && x->agreed_power == POWER_NONE
		                       ? AGREED_BY_PERSON
		                       : AGREED_BY_REPRESENTATIVE;
	check_who(x, a, problems);
	if (!text_equal(values_get(v, "agreed"), "yes"))
		problem_add(problems, a, "agreed", "%s",
		            _("Only with their yes. Esc leaves it a draft."));
	plan_text_from(v, "if_worse", 1000, a, problems);
}
