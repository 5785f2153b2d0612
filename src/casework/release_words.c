#include "release_words.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/lists.h"

#include <string.h>

bool release_names_illness(const char *text)
{
	static const char *const telling[] = { "cancer",   "leukaemia", "lymphoma",   "myeloma",
		                               "melanoma", "sarcoma",   "tumour",     "oncolog",
		                               "chemo",    "radiother", "macmillan",  "maggie",
		                               "hospice",  "palliativ", "marie curie" };
	struct arena a = { 0 };
	const char *folded = text_fold(str_of(text), &a);
	bool found = false;

	for (size_t i = 0; i < COUNT_OF(telling); i++)
		found |= strstr(folded, telling[i]) != NULL;
	arena_reset(&a);
	return found;
}

bool release_may_say(const struct release_from *from, const char *text)
{
	return from->person.knows_cancer == KNOWS_YES || !release_names_illness(text);
}

bool release_may_name(const struct release_from *from, const struct service *x)
{
	return release_may_say(from, x->name) && release_may_say(from, x->other_name) &&
	       release_may_say(from, x->eligibility);
}

bool release_is_private(const struct release_from *from, const char *concern)
{
	const char *like = session_concern_like(from->s, concern);
	static const char *const kept_back[] = { "emotional.", "family.", "spiritual.",
		                                 "info.wishes" };

	for (size_t i = 0; i < COUNT_OF(kept_back); i++)
		if (str_starts(str_of(like), kept_back[i]))
			return true;
	return text_empty(like) && !text_empty(concern);
}

bool release_goal_is_private(const struct release_from *from, const struct goal *g)
{
	for (size_t i = 0; i < from->actions.n; i++) {
		const struct action *x = &from->actions.at[i];

		if (x->goal.n == g->id.n && (!x->on_paper || release_is_private(from, x->concern)))
			return true;
	}
	return false;
}

static void put_own(struct paper *d, struct arena *a, bool private, const char *words)
{
	if (private)
		paper_put_guarded(d, a, PAPER_WORDS, release_quoted(words, a));
	else
		paper_put(d, a, PAPER_WORDS, release_quoted(words, a));
}

void release_put_matters(const struct release_from *from, struct paper *d, struct arena *a)
{
	if (release_may_say(from, from->person.matters))
		put_own(d, a, from->copy, from->person.matters);
	for (size_t i = 0; i < from->goals.n; i++) {
		const struct goal *g = &from->goals.at[i];

		if (g->status == GOAL_SET && release_may_say(from, g->words) &&
		    !text_equal(g->words, from->person.matters))
			put_own(d, a, from->copy || release_goal_is_private(from, g), g->words);
	}
}

static void put_wish(const struct release_from *from, struct paper *d, struct arena *a,
                     const char *label, const char *text)
{
	if (!text_empty(text) && release_may_say(from, text))
		paper_put_guarded(d, a, PAPER_SAYS, arena_printf(a, "%s: %s", label, text));
}

static const char *written_wish(const struct wishes *x)
{
	if (x->plan_made != SAID_YES)
		return x->plan_made == SAID_NO ? _("not yet") : x->plan_where;
	return text_empty(x->plan_where) ? _("yes") : x->plan_where;
}

void release_put_wishes(const struct release_from *from, bool mine, struct paper *d,
                        struct arena *a)
{
	const struct wishes *x = &from->wishes;

	if (wishes_empty(x))
		return;
	paper_begin(d, a,
	            mine ? _("What I wish if things get worse")
	                 : _("What you wish if things get worse"));
	put_wish(from, d, a, mine ? _("Where I would rather be") : _("Where you would rather be"),
	         x->place);
	put_wish(from, d, a, _("And where not"), x->place_not);
	put_wish(from, d, a, mine ? _("My wishes written down") : _("Your wishes written down"),
	         written_wish(x));
	put_wish(from, d, a, _("Resuscitation"), x->resuscitation);
	put_wish(from, d, a, mine ? _("What gives me strength") : _("What gives you strength"),
	         x->spirit);
	put_wish(from, d, a, _("And"), x->other);
}

const char *release_service_name(const struct release_from *from, bool brief)
{
	return brief || !release_may_say(from, from->service) ? "" : from->service;
}

const char *release_reached(const struct release_from *from, struct arena *a)
{
	if (text_empty(from->service_phone) || text_empty(from->service_hours))
		return from->service_phone;
	return arena_printf(a, "%s, %s", from->service_phone, from->service_hours);
}

static const char *whose(const char *what, const char *mine, struct arena *a)
{
	struct str rest = str_of(what), word;
	const char *text = "";

	while (str_cut(&rest, ' ', &word)) {
		bool theirs = str_is(word, "her") || str_is(word, "his") || str_is(word, "their");

		text = arena_printf(a, "%s%s%s", text, text_empty(text) ? "" : " ",
		                    theirs ? mine : arena_str(a, word));
	}
	return text;
}

const char *release_to_you(const char *what, struct arena *a)
{
	return whose(what, _("your"), a);
}

const char *release_to_me(const char *what, struct arena *a)
{
	return whose(what, _("my"), a);
}

const char *release_lower_first(const char *text, struct arena *a)
{
	char *out = arena_strdup(a, text);
	bool word = out[0] >= 'A' && out[0] <= 'Z' && !(out[1] >= 'A' && out[1] <= 'Z') &&
	            out[1] != ' ';
	const char *second = strchr(out, ' ');

	/* Attendance Allowance is a name, and stays one. */
	if (word && !(second && second[1] >= 'A' && second[1] <= 'Z'))
		out[0] = (char)(out[0] - 'A' + 'a');
	return out;
}

const char *release_label(const struct release_from *from, const char *code)
{
	return session_concern_label_in(from->s, from->assessment.list, code);
}

const char *release_concern(const struct release_from *from, const char *code, struct arena *a)
{
	return release_lower_first(release_label(from, code), a);
}

const char *release_by(const struct release_from *from, day on, struct arena *a)
{
	return on == DAY_NONE || on < from->today
	               ? ""
	               : arena_printf(a, _(" by %s"), day_short(on, from->today, a));
}

const char *release_full_name(const struct person *p, struct arena *a)
{
	if (text_empty(p->given_name))
		return p->family_name;
	return arena_printf(a, "%s %s", p->given_name, p->family_name);
}

const char *release_quoted(const char *words, struct arena *a)
{
	return text_empty(words) ? "" : arena_printf(a, "“%s”", words);
}

const char *release_died_text(const struct person *p, struct arena *a)
{
	const char *name = !text_empty(p->known_as)     ? p->known_as
	                   : !text_empty(p->given_name) ? p->given_name
	                                                : p->family_name;

	return p->died_sure == SURE_REPORTED
	               ? arena_printf(a,
	                              _("%s is reported to have died: nothing goes out until "
	                                "it is known."),
	                              name)
	               : arena_printf(a, _("%s died: only a letter that says so goes out."), name);
}

void release_lacks(struct release *r, struct arena *a, const char *sentence)
{
	struct {
		size_t n;
		const char **at;
	} list = { r->missing, r->lacks };

	*ARENA_PUSH(a, &list) = sentence;
	r->missing = list.n;
	r->lacks = list.at;
}

/* Does the sentence begin with what, whatever the case of its first letter? */
static bool is_about(struct str line, const char *what, struct arena *a)
{
	struct str of = str_of(what);

	return of.n > 0 && line.n > of.n && line.at[of.n] == ':' &&
	       text_equal(release_lower_first(arena_str(a, (struct str){ line.at, of.n }), a),
	                  release_lower_first(what, a));
}

/* What a sentence of a review is about: how much of it names that, and may others read it. */
struct reviewed {
	size_t n;
	bool open;
};

static struct reviewed reviewed_of(const struct release_from *from, struct str line,
                                   struct arena *a)
{
	for (size_t i = 0; i < from->actions.n; i++) {
		const struct action *x = &from->actions.at[i];

		if (is_about(line, x->what, a))
			return (struct reviewed){ str_of(x->what).n,
				                  x->on_paper &&
				                          !release_is_private(from, x->concern) };
	}
	for (size_t i = 0; i < from->goals.n; i++)
		if (is_about(line, arena_printf(a, "“%s”", from->goals.at[i].words), a))
			return (struct reviewed){
				0, !from->copy && !release_goal_is_private(from, &from->goals.at[i])
			};
	return (struct reviewed){ 0, false };
}

static void put_reviewed(const struct release_from *from, struct str line, bool mine,
                         struct paper *d, struct arena *a)
{
	struct reviewed of = reviewed_of(from, line, a);
	const char *text = arena_str(a, line);

	if (!release_may_say(from, text))
		return;
	/* What came of it is left as it was written: "his fee" there is nobody's of ours. */
	if (mine)
		text = arena_printf(a, "%s%s",
		                    release_to_me(arena_str(a, (struct str){ line.at, of.n }), a),
		                    text + of.n);
	if (of.open)
		paper_put(d, a, PAPER_SAYS, text);
	else
		paper_put_guarded(d, a, PAPER_SAYS, text);
}

void release_put_review(const struct release_from *from, bool mine, struct paper *d,
                        struct arena *a)
{
	struct str rest = str_of(from->review.id.n != 0 ? from->review.words : ""), line;
	const char *on;

	if (rest.n == 0)
		return;
	on = paper_date(from->review.on_day, from->today, a);
	paper_begin(d, a,
	            arena_printf(a,
	                         mine ? _("What has come of my plan, %s")
	                              : _("What has come of the plan, %s"),
	                         on));
	while (str_cut(&rest, '\n', &line))
		if (line.n > 0)
			put_reviewed(from, line, mine, d, a);
}
