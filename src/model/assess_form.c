#include "model/assess_form.h"

#include "base/words.h"
#include "model/none.h"

#include <string.h>

// clang-format off
const struct field assess_header_form[] = {
	{ "offered", _("Offered"), FIELD_CHOICE, &assessment_offers, FIELD_NEEDED, _("Not now, or no: no answers are kept, only that it was offered"), 0 },
	{ "again_on", _("Ask again on"), FIELD_DAY, NULL, FIELD_NEEDED, _("in 4 weeks, +2w, 30/11: it is put on your Reminders"), 20 },
	{ "because", _("Why"), FIELD_TEXT, NULL, 0, _("In their words, where they said; may be left open"), 0 },
	{ "mode", _("How"), FIELD_CHOICE, &assessment_modes, FIELD_NEEDED, NULL, 0 },
	{ "on_day", _("Day"), FIELD_DAY, NULL, FIELD_NEEDED, _("today, yesterday, fri, 30/11; of a paper: the day on it"), 20 },
	{ "occasion", _("What prompted it"), FIELD_CHOICE, &occasions, 0, NULL, 0 },
	{ "pathway_point", _("Where they are"), FIELD_CHOICE, &pathway_points, 0, _("In treatment, for reports; proposed from what is on record"), 0 },
	{ "assisted", _("Helped to answer"), FIELD_ASKED, NULL, 0, _("Did somebody help them answer?"), 0 },
	{ "present", _("Also there"), FIELD_TEXT, NULL, 0, _("Who else was in the room or on the line"), 0 },
	{ "staff_role", _("Who asked"), FIELD_CHOICE, &staff_roles, 0, _("For reports; yours unless you say otherwise"), 0 },
	{ 0 },
};
// clang-format on

static const char *const asked_words[] = { "", "yes", "no" };

static enum asked asked_of(const char *text)
{
	return text_equal(text, "yes") ? SAID_YES : text_equal(text, "no") ? SAID_NO : NOT_ASKED;
}

bool assess_header_asks(const char *field, enum assessment_offer offered)
{
	if (text_equal(field, "again_on"))
		return offered == OFFER_UNDECIDED;
	if (text_equal(field, "because"))
		return offered != OFFER_SAID_YES && offered != ASSESSMENT_OFFER_NONE;
	if (text_equal(field, "assisted"))
		return offered == OFFER_SAID_YES;
	return true;
}

struct values assess_header_values(const struct assessment *x, day today, struct arena *a)
{
	struct values v = { 0 };

	values_set(&v, a, "offered", words_word(&assessment_offers, (int)x->offered));
	values_set(&v, a, "again_on", day_valid(x->again_on) ? day_iso(x->again_on, a) : "");
	values_set(&v, a, "because", x->offer_because);
	values_set(&v, a, "on_day", x->on_day == today ? _("today") : day_iso(x->on_day, a));
	values_set(&v, a, "mode", words_word(&assessment_modes, (int)x->mode));
	values_set(&v, a, "occasion", words_word(&occasions, (int)x->occasion));
	values_set(&v, a, "pathway_point", words_word(&pathway_points, (int)x->pathway_point));
	values_set(&v, a, "assisted", asked_words[x->assisted]);
	values_set(&v, a, "present", x->present);
	values_set(&v, a, "staff_role", words_word(&staff_roles, (int)x->staff_role));
	return v;
}

static int word_of(const struct values *v, const struct words *words, const char *name)
{
	return words_find(words, str_of(values_get(v, name)));
}

/* What happened lies behind; when to ask again, ahead. */
static struct when_from way_of(const char *field, const struct when_from *from)
{
	struct when_from way = *from;

	way.way = text_equal(field, "again_on") ? WHEN_AHEAD : WHEN_BACK;
	return way;
}

static void day_from(const struct values *v, const struct when_from *from, struct arena *a,
                     struct problems *problems, struct assessment *x)
{
	struct when_from back = way_of("on_day", from);
	struct when when = { .on = x->on_day };
	const char *fault = NULL;

	if (when_parse(values_get(v, "on_day"), &back, a, &when, &fault) != OK)
		problem_add(problems, a, "on_day", "%s", fault);
	else if (when.on > from->today)
		problem_add(problems, a, "on_day", "%s", _("That day is ahead."));
	if (when.on != x->on_day)
		x->at_minute = MINUTE_NONE;
	x->on_day = when.on;
}

static void again_from(const struct values *v, const struct when_from *from, struct arena *a,
                       struct problems *problems, struct assessment *x)
{
	struct when_from ahead = way_of("again_on", from);
	const char *text = values_get(v, "again_on"), *fault = NULL;
	struct when when;

	x->again_on = DAY_NONE;
	if (x->offered != OFFER_UNDECIDED)
		return;
	if (text_empty(text))
		problem_add(problems, a, "again_on", "%s",
		            _("Say when to ask again, such as in 4 weeks."));
	else if (when_parse(text, &ahead, a, &when, &fault) != OK)
		problem_add(problems, a, "again_on", "%s", fault);
	else if (when.on <= from->today)
		problem_add(problems, a, "again_on", "%s", _("That is not ahead."));
	else
		x->again_on = when.on;
}

void assess_header_from(const struct values *v, const struct when_from *from, struct arena *a,
                        struct problems *problems, struct assessment *x)
{
	day_from(v, from, a, problems, x);
	x->mode = (enum assessment_mode)word_of(v, &assessment_modes, "mode");
	x->offered = (enum assessment_offer)word_of(v, &assessment_offers, "offered");
	x->pathway_point = (enum pathway_point)word_of(v, &pathway_points, "pathway_point");
	x->assisted = asked_of(values_get(v, "assisted"));
	x->occasion = (enum occasion)word_of(v, &occasions, "occasion");
	x->staff_role = (enum staff_role)word_of(v, &staff_roles, "staff_role");
	x->present = arena_strdup(a, values_get(v, "present"));
	x->offer_because = assess_header_asks("because", x->offered)
	                           ? arena_strdup(a, values_get(v, "because"))
	                           : "";
	again_from(v, from, a, problems, x);
	if (x->mode == ASSESSMENT_MODE_NONE)
		problem_add(problems, a, "mode", "%s", _("How is needed."));
	if (x->offered == ASSESSMENT_OFFER_NONE)
		problem_add(problems, a, "offered", "%s", _("Offered is needed."));
}

const char *assess_header_echo(const char *field, const char *text, const struct when_from *from,
                               struct arena *a)
{
	struct when_from way = way_of(field, from);
	const char *fault;
	struct when when;

	if (text_empty(text) || when_parse(text, &way, a, &when, &fault) != OK)
		return NULL;
	return *when.note ? when.note : day_short(when.on, from->today, a);
}

struct field_list {
	size_t n;
	struct field *at;
};

static struct field *add(struct field_list *list, struct arena *a, const char *name,
                         const char *label, enum field_kind kind)
{
	struct field *f = ARENA_PUSH(a, list);

	*f = (struct field){ .name = name, .label = label, .kind = kind };
	return f;
}

static void add_red(const struct assess *x, struct assess_end *end, size_t row,
                    struct field_list *list, struct arena *a)
{
	const char *label = row == 0 ? _("Overall") : assess_label(x, row);
	const char *code = assess_key(x, row);
	struct field *f;

	end->red[end->reds++] = row;
	f = add(list, a, arena_printf(a, "reply.%s", code), label, FIELD_CHOICE);
	f->words = &red_replies;
	f->flags = FIELD_NEEDED;
	f->help = _("1 asked, no   2 asked, yes: opens the safety form   3 not asked");
	f = add(list, a, arena_printf(a, "why.%s", code), _("Why not"), FIELD_TEXT);
	f->flags = FIELD_NEEDED;
	f = add(list, a, arena_printf(a, "who.%s", code), _("Who will, today"), FIELD_TEXT);
	f->flags = FIELD_NEEDED;
	add(list, a, arena_printf(a, "note.%s", code), _("Safety note"), FIELD_TEXT);
}

static void add_reds(const struct assess *x, struct assess_end *end, struct field_list *list,
                     struct arena *a)
{
	for (size_t i = 0; i < x->n && end->reds < ASSESS_REDS; i++) {
		if (!assess_is_red(x, i))
			continue;
		if (end->reds == 0)
			add(list, a, NULL, _("A person is needed today"), FIELD_HEADING);
		add_red(x, end, i, list, a);
	}
}

/* What was raised, the highest first, as words to choose from. */
static const struct words *raised_words(const struct assess *x, struct arena *a)
{
	struct words *words = ARENA_NEW(a, struct words);
	struct word *at = ARENA_ARRAY(a, x->n, struct word);
	size_t n = 0;

	for (int score = 10; score >= NUMBER_NONE; score--) {
		for (size_t i = 0; i < x->n; i++) {
			if (!assess_is_raised(&x->row[i]) || x->row[i].now.score != score)
				continue;
			at[n] = (struct word){ (int)n + 1, assess_key(x, i), assess_label(x, i) };
			n++;
		}
	}
	*words = (struct words){ .name = "concern", .at = at, .n = n };
	return words;
}

static void add_matters(const struct assess *x, struct field_list *list, struct arena *a)
{
	static const char *const names[] = { "first", "second", "third" };
	static const char *const labels[] = { _("Most of all"), _("Then"), _("And then") };
	const struct words *words = raised_words(x, a);

	if (words->n == 0)
		return;
	add(list, a, NULL, _("Which three matter most to them?"), FIELD_HEADING);
	for (size_t i = 0; i < 3 && i < words->n; i++) {
		struct field *f = add(list, a, names[i], labels[i], FIELD_CHOICE);

		f->words = words;
		f->help = _("Letters find, ← → go through them; may be left open");
	}
}

static void add_header(struct assess_end *end, const struct assessment *header,
                       struct field_list *list, struct arena *a)
{
	struct field *f;

	end->asks_where = header->pathway_point == PATHWAY_POINT_NONE;
	if (!end->asks_where)
		return;
	f = add(list, a, "where", _("Where they are"), FIELD_CHOICE);
	f->words = &pathway_points;
	f->help = _("In treatment: for reports; may be left open");
}

const char assess_keep_words[] =
	"I would like to keep what you told me, so that you need not say it "
	"twice. Is that all right?";
const char assess_share_words[] =
	"May I share it with those who can help? I will ask you each time.";

static void add_agreed(struct field_list *list, struct arena *a)
{
	struct field *f;

	add(list, a, NULL, _("Agreed"), FIELD_HEADING);
	f = add(list, a, "keep", _("To keep it"), FIELD_ASKED);
	f->flags = FIELD_NEEDED;
	f->help = _("y or n. No: only answers that need a person are kept");
	f = add(list, a, "share", _("To share it"), FIELD_ASKED);
	f->help = _("y, n, or ? for not asked, which is taken for no");
}

static void add_call(const struct assessment *header, struct field_list *list, struct arena *a)
{
	struct field *f;

	if (header->mode == ASSESSMENT_ON_PAPER && header->offered == OFFER_SAID_YES) {
		add(list, a, NULL, _("The paper"), FIELD_HEADING);
		f = add(list, a, "on_paper", _("Raised on it"), FIELD_NUMBER);
		f->width = 6;
		f->help = _("Count them on the paper: it is held against what was typed");
	}
	if (header->mode == ASSESSMENT_ON_PAPER || header->offered == OFFER_NOT_MADE ||
	    header->id.n != 0)
		return;
	add(list, a, NULL, _("The call, logged with it"), FIELD_HEADING);
	f = add(list, a, "minutes", _("Minutes"), FIELD_NUMBER);
	f->width = 6;
	f->help = _("Since this form was opened");
	add(list, a, "call_note", _("Note"), FIELD_NOTE);
}

/* What the form itself asks needs no line about it. */
static bool is_asked_here(enum assess_doubt_kind kind)
{
	return kind == DOUBT_KEEP || kind == DOUBT_SHARE || kind == DOUBT_NO_WHERE;
}

static void add_doubts(const struct assess_doubt_list *doubts, struct field_list *list,
                       struct arena *a)
{
	bool first = true;

	for (size_t i = 0; i < doubts->n; i++) {
		if (is_asked_here(doubts->at[i].kind))
			continue;
		if (first)
			add(list, a, NULL, _("Worth a second look"), FIELD_HEADING);
		first = false;
		add(list, a, NULL, arena_printf(a, "· %s", doubts->at[i].text), FIELD_HEADING);
	}
}

const char *assess_end_paper(const struct assess *x, const struct values *v, struct arena *a)
{
	long long counted;

	if (!str_int(str_trim(str_of(values_get(v, "on_paper"))), &counted) ||
	    counted == (long long)assess_raised(x))
		return NULL;
	return arena_printf(a, _("%lld on the paper, %zu typed: look once more."), counted,
	                    assess_raised(x));
}

void assess_end_form(const struct assess *x, const struct assessment *header,
                     const struct assess_doubt_list *doubts, struct arena *a,
                     struct assess_end *ret)
{
	struct assess_end end = { 0 };
	struct field_list list = { 0 };

	add_reds(x, &end, &list, a);
	add_doubts(doubts, &list, a);
	if (header->offered == OFFER_SAID_YES) {
		add_matters(x, &list, a);
		add_header(&end, header, &list, a);
		if (header->id.n == 0)
			add_agreed(&list, a);
	}
	add_call(header, &list, a);
	(void)ARENA_PUSH(a, &list); /* { 0 } ends the table */
	end.fields = list.at;
	*ret = end;
}

/* The row that a field such as "why.emotional.hopeless" is about; x->n: none. */
static size_t row_behind(const struct assess *x, const char *name)
{
	static const char *const prefixes[] = { "reply.", "why.", "who." };

	for (size_t i = 0; i < COUNT_OF(prefixes); i++)
		if (str_starts(str_of(name), prefixes[i]))
			return assess_row_of(x, name + strlen(prefixes[i]));
	return x->n;
}

const char *assess_end_say(const struct assess *x, const char *field, struct arena *a)
{
	size_t row = row_behind(x, field);

	if (row < x->n)
		return assess_red_text(x, row, a);
	if (text_equal(field, "keep"))
		return arena_printf(a, "“%s”", assess_keep_words);
	if (text_equal(field, "share"))
		return arena_printf(a, "“%s”", assess_share_words);
	return "";
}

const char *assess_end_missing(const char *field)
{
	static const struct {
		const char *prefix, *sentence;
	} missing[] = {
		{ "reply.", _("Say what came of asking: 1, 2 or 3.") },
		{ "why.", _("Say why it was not asked.") },
		{ "who.", _("Say who will ask them today.") },
		{ "keep", _("Say whether they agree that we keep it: y or n.") },
	};

	for (size_t i = 0; i < COUNT_OF(missing); i++)
		if (str_starts(str_of(field), missing[i].prefix))
			return missing[i].sentence;
	return NULL;
}

static const char *get(const struct values *v, struct arena *a, const char *name, const char *code)
{
	return values_get(v, arena_printf(a, "%s.%s", name, code));
}

struct red_answer_list assess_end_reds(const struct assess *x, const struct assess_end *end,
                                       const struct values *v, struct arena *a)
{
	struct red_answer_list list = { 0 };

	for (size_t i = 0; i < end->reds; i++) {
		const char *code = assess_key(x, end->red[i]);
		int reply = words_find(&red_replies, str_of(get(v, a, "reply", code)));
		struct red_answer *r;
		long long note;

		if (reply == 0)
			continue;
		r = ARENA_PUSH(a, &list);
		*r = red_answer_blank;
		r->code = code;
		r->reply = (enum red_reply)reply;
		if (r->reply == RED_NOT_ASKED) {
			r->why = get(v, a, "why", code);
			r->who_will = get(v, a, "who", code);
		}
		if (str_int(str_of(get(v, a, "note", code)), &note))
			r->safety_note.n = note;
	}
	return list;
}

static void take_matters(const struct values *v, struct concern_list *concerns)
{
	static const char *const names[] = { "first", "second", "third" };
	int place = 1;

	for (size_t i = 0; i < concerns->n; i++)
		concerns->at[i].matters = NUMBER_NONE;
	for (size_t n = 0; n < COUNT_OF(names); n++) {
		for (size_t i = 0; i < concerns->n; i++) {
			struct concern *c = &concerns->at[i];

			if (c->matters == NUMBER_NONE &&
			    text_equal(c->code, values_get(v, names[n])))
				c->matters = place++;
		}
	}
}

void assess_end_take(const struct values *v, struct concern_list *concerns, struct assessment *x)
{
	take_matters(v, concerns);
	if (x->id.n == 0) {
		x->agreed_keep = asked_of(values_get(v, "keep"));
		x->agreed_share = asked_of(values_get(v, "share"));
	}
	if (!text_empty(values_get(v, "where")))
		x->pathway_point = (enum pathway_point)word_of(v, &pathway_points, "where");
}
