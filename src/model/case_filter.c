#include "model/case_filter.h"

#include "base/attr.h"
#include "base/text.h"
#include "base/words.h"
#include "model/concerns.h"
#include "model/none.h"
#include "model/places.h"

#include <stdio.h>
#include <string.h>

const struct case_filter case_filter_blank = {
	.view = CASES_MINE,
	.worker = "",
	.council = "",
	.concern = "",
	.at_least = NUMBER_NONE,
	.waiting = "",
	.spoken_days = NUMBER_NONE,
};

const struct saved_view saved_view_blank = { .name = "", .body = "" };

/* ---- does it fit ---- */

/* "practical.money 9;emotional.sleep 4;": is that concern there, with at least that score? */
static bool raised(const char *all, const char *code, int at_least)
{
	struct str rest = str_of(all), one, word;
	long long score;

	while (str_cut(&rest, ';', &one)) {
		if (!str_cut(&one, ' ', &word) || (*code && !str_is(word, code)))
			continue;
		if (at_least == NUMBER_NONE || (str_int(one, &score) && score >= at_least))
			return true;
	}
	return false;
}

static bool waits(const struct case_filter *f, const struct case_row *c)
{
	struct arena a = { 0 };
	bool is = !*f->waiting ||
	          text_holds(str_of(c->waiting_on), text_fold(str_of(f->waiting), &a));

	arena_reset(&a);
	return is;
}

static bool long_quiet(const struct case_filter *f, const struct case_row *c, day today)
{
	return f->spoken_days == NUMBER_NONE || c->last_spoken_on == DAY_NONE ||
	       today - c->last_spoken_on >= f->spoken_days;
}

bool case_filter_fits(const struct case_filter *f, const struct case_row *c, day today)
{
	if (*f->council && !text_equal(f->council, c->council))
		return false;
	if (f->stage != STAGE_NONE && f->stage != c->stage)
		return false;
	if ((*f->concern || f->at_least != NUMBER_NONE) &&
	    !raised(c->raised, f->concern, f->at_least))
		return false;
	if ((f->no_next && c->next_due != DAY_NONE) ||
	    (f->lives_alone && c->lives_alone != SAID_YES))
		return false;
	return waits(f, c) && long_quiet(f, c, today);
}

/* ---- in words ---- */

static const char *join(const char *text, const char *more, struct arena *a)
{
	return *text ? arena_printf(a, "%s · %s", text, more) : more;
}

const char *case_filter_words(const struct case_filter *f, struct arena *a)
{
	const char *text = "",
		   *concern = *f->concern ? concern_label(f->concern, a) : _("any concern");

	if (*f->worker)
		text = join(text, arena_printf(a, _("of %s"), f->worker), a);
	if (*f->council)
		text = join(text, council_name(f->council, a), a);
	if (f->stage != STAGE_NONE)
		text = join(text, words_label(&stages, (int)f->stage), a);
	if (f->at_least != NUMBER_NONE)
		text = join(text, arena_printf(a, _("%s %d or more"), concern, f->at_least), a);
	else if (*f->concern)
		text = join(text, concern, a);
	if (*f->waiting)
		text = join(text, arena_printf(a, _("waits for %s"), f->waiting), a);
	if (f->spoken_days != NUMBER_NONE)
		text = join(text, arena_printf(a, _("not spoken to for %d days"), f->spoken_days),
		            a);
	if (f->no_next)
		text = join(text, _("nothing next"), a);
	if (f->lives_alone)
		text = join(text, _("lives alone"), a);
	return text;
}

/* ---- the form, which is also how it is kept ---- */

static const struct words view_whose = {
	"whose view",
	(const struct word[]){ { 1, "mine", _("mine alone") },
	                       { 2, "everybody", _("everybody's") } },
	2,
};

/* clang-format off */
static const struct field fields[] = {
	{ "name", _("Name"), FIELD_TEXT, NULL, FIELD_NEEDED, _("As it stands under v"), VIEW_NAME_MOST },
	{ "whose", _("Whose"), FIELD_CHOICE, &view_whose, 0, NULL, 0 },
	{ "view", _("Out of"), FIELD_CHOICE, &case_views, 0, NULL, 0 },
	{ "worker", _("Worker"), FIELD_CHOICE, NULL, 0, _("Empty: whoever looks, or everybody"), 0 },
	{ "area", _("Area"), FIELD_TEXT, NULL, 0, _("The council, or part of its name"), 30 },
	{ "stage", _("Where they are"), FIELD_CHOICE, &stages, 0, _("Letters find it"), 0 },
	{ "concern", _("Concern"), FIELD_TEXT, NULL, 0, _("Part of its name: money, sleep"), 30 },
	{ "at_least", _("Raised at"), FIELD_NUMBER, NULL, 0, _("Or more, from 1 to 10; without a concern: any of them"), 4 },
	{ "waiting", _("Waits for"), FIELD_TEXT, NULL, 0, _("A service, or part of its name"), 30 },
	{ "spoken_days", _("Not spoken to for"), FIELD_NUMBER, NULL, 0, _("As many days, or never"), 6 },
	{ "no_next", _("Nothing next"), FIELD_ASKED, NULL, 0, _("y: nothing at all is due"), 0 },
	{ "lives_alone", _("Lives alone"), FIELD_ASKED, NULL, 0, NULL, 0 },
	{ "order", _("In order of"), FIELD_CHOICE, &case_orders, 0, NULL, 0 },
	{ 0 },
};
/* clang-format on */

const struct field *case_filter_fields(const struct words *workers, struct arena *a)
{
	struct field *at = ARENA_ARRAY(a, COUNT_OF(fields), struct field);

	memcpy(at, fields, sizeof(fields));
	for (struct field *f = at; f->name; f++)
		if (text_equal(f->name, "worker"))
			f->words = workers;
	return at;
}

static void set_number(struct values *v, struct arena *a, const char *name, int n)
{
	if (n != NUMBER_NONE)
		values_set(v, a, name, arena_printf(a, "%d", n));
}

static void set_text(struct values *v, struct arena *a, const char *name, const char *text)
{
	if (!text_empty(text))
		values_set(v, a, name, text);
}

struct values case_filter_values(const struct case_filter *f, struct arena *a)
{
	struct values v = { 0 };

	set_text(&v, a, "view", words_word(&case_views, (int)f->view));
	set_text(&v, a, "worker", f->worker);
	set_text(&v, a, "area", *f->council ? council_name(f->council, a) : "");
	set_text(&v, a, "stage", words_word(&stages, (int)f->stage));
	set_text(&v, a, "concern", *f->concern ? concern_label(f->concern, a) : "");
	set_number(&v, a, "at_least", f->at_least);
	set_text(&v, a, "waiting", f->waiting);
	set_number(&v, a, "spoken_days", f->spoken_days);
	set_text(&v, a, "no_next", f->no_next ? "yes" : "");
	set_text(&v, a, "lives_alone", f->lives_alone ? "yes" : "");
	set_text(&v, a, "order", words_word(&case_orders, (int)f->order));
	return v;
}

static int take_number(const struct values *v, const char *name, int least, int most,
                       struct arena *a, struct problems *problems)
{
	struct str text = str_trim(str_of(values_get(v, name)));
	long long n;

	if (text.n == 0)
		return NUMBER_NONE;
	if (str_int(text, &n) && n >= least && n <= most)
		return (int)n;
	problem_add(problems, a, name, _("A number from %d to %d."), least, most);
	return NUMBER_NONE;
}

static const char *take_area(const struct values *v, struct arena *a, struct problems *problems)
{
	const char *typed = values_get(v, "area");
	const char *code;

	if (str_trim(str_of(typed)).n == 0)
		return "";
	code = area_find(typed, a);
	if (!code)
		problem_add(problems, a, "area", _("No council here is called that."));
	return code ? code : "";
}

/* By code, or the likeliest of those whose words begin so. */
static const char *take_concern(const struct values *v, struct arena *a, struct problems *problems)
{
	const char *typed = values_get(v, "concern");
	struct concern_set set;
	struct concern_pick pick;

	if (str_trim(str_of(typed)).n == 0)
		return "";
	if (concern_set_load("clew-1", a, &set) != OK)
		return typed;
	if (concern_find(&set, typed))
		return typed;
	pick = concern_match(&set, typed, a);
	if (pick.n == 0)
		problem_add(problems, a, "concern", _("No concern is called that."));
	return pick.n > 0 ? pick.at[0]->code : "";
}

void case_filter_take(const struct values *v, struct arena *a, struct case_filter *ret,
                      struct problems *problems)
{
	enum case_view view =
		(enum case_view)words_find(&case_views, str_of(values_get(v, "view")));

	*ret = case_filter_blank;
	if (view != CASE_VIEW_NONE)
		ret->view = view;
	else if (*values_get(v, "view"))
		problem_add(problems, a, "view", _("There is no such list."));
	ret->order = (enum case_order)words_find(&case_orders, str_of(values_get(v, "order")));
	ret->worker = arena_strdup(a, values_get(v, "worker"));
	ret->council = take_area(v, a, problems);
	ret->stage = (enum stage)words_find(&stages, str_of(values_get(v, "stage")));
	if (*values_get(v, "stage") && ret->stage == STAGE_NONE)
		problem_add(problems, a, "stage", _("There is no such place on the way."));
	ret->concern = take_concern(v, a, problems);
	ret->at_least = take_number(v, "at_least", 1, 10, a, problems);
	ret->waiting = arena_str(a, str_trim(str_of(values_get(v, "waiting"))));
	ret->spoken_days = take_number(v, "spoken_days", 1, 3650, a, problems);
	ret->no_next = text_equal(values_get(v, "no_next"), "yes");
	ret->lives_alone = text_equal(values_get(v, "lives_alone"), "yes");
}

const char *case_filter_write(const struct case_filter *f, struct arena *a)
{
	struct values v = case_filter_values(f, a);
	const char *text = "";

	set_text(&v, a, "area", f->council);
	set_text(&v, a, "concern", f->concern);
	for (size_t i = 0; i < v.n; i++)
		text = arena_printf(a, "%s%s=%s\n", text, v.at[i].name, v.at[i].text);
	return text;
}

static bool is_known(const char *name)
{
	for (const struct field *f = fields; f->name; f++)
		if (text_equal(f->name, name))
			return true;
	return false;
}

void case_filter_read(const char *body, struct arena *a, struct case_filter *ret,
                      const char **fault)
{
	struct problems problems = { 0 };
	struct values v = { 0 };
	struct str rest = str_of(body), line, name;

	*fault = "";
	while (str_cut(&rest, '\n', &line)) {
		const char *known;

		if (line.n == 0)
			continue;
		if (!str_cut(&line, '=', &name) || !line.at || !is_known(arena_str(a, name))) {
			*fault = arena_printf(a,
			                      _("Part of this view is not known here (%s), and "
			                        "was left out."),
			                      text_safe(name, a));
			continue;
		}
		known = arena_str(a, name);
		values_set(&v, a, known, arena_str(a, line));
	}
	case_filter_take(&v, a, ret, &problems);
	if (problems.n > 0)
		*fault = arena_printf(a,
		                      _("Part of this view cannot be used (%s), and was left "
		                        "out."),
		                      problems.at[0].field);
}
