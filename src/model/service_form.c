#include "model/service_form.h"

#include "model/concerns.h"
#include "model/none.h"
#include "model/phone.h"
#include "model/places.h"
#include "model/when.h"

#include "base/words.h"

#include <stddef.h>
#include <string.h>

// clang-format off
const struct field service_form[] = {
	{ NULL, _("Entry"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "name", _("Name"), FIELD_TEXT, NULL, FIELD_NEEDED, NULL, 0 },
	{ "concerns", _("Helps with"), FIELD_TEXT, NULL, FIELD_NEEDED,
	  _("Money; Home and rent; … : as the assessment calls them."), 0 },
	{ "areas", _("Area"), FIELD_TEXT, NULL, FIELD_NEEDED,
	  _("Leeds; Bradford, a region, England, UK: where people must live."), 0 },
	{ "phone", _("Phone"), FIELD_PHONE, NULL, 0, NULL, 24 },
	{ "url", _("Web"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "organisation", _("Organisation"), FIELD_TEXT, NULL, 0,
	  _("Who runs it. One that is here already is the same one, however it is typed."), 0 },
	{ "alert", _("Notice"), FIELD_TEXT, NULL, 0,
	  _("Stands at the top, for everybody, until it is checked again."), 0 },
	{ "checked_how", _("Checked now"), FIELD_CHOICE, &check_ways, 0,
	  _("How you know that this is right today. Leave it when you have not checked."), 0 },
	{ NULL, _("What it is"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "other_name", _("Also called"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "description", _("What they do"), FIELD_NOTE, NULL, 0, NULL, 0 },
	{ "tags", _("Others call it"), FIELD_NOTE, NULL, 0,
	  _("One a line: Carers support groups (esdServiceType:298)."), 0 },
	{ NULL, _("Who may come"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "eligibility", _("For whom"), FIELD_NOTE, NULL, 0,
	  _("And for whom not, in words."), 0 },
	{ "min_age", _("From age"), FIELD_NUMBER, NULL, 0, NULL, 4 },
	{ "max_age", _("To age"), FIELD_NUMBER, NULL, FIELD_WITH, NULL, 4 },
	{ NULL, _("Getting in"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "access", _("How to get in"), FIELD_TEXT, NULL, 0,
	  _("drop-in; appointment; referral; self-referral; membership"), 0 },
	{ "apply", _("What to do"), FIELD_NOTE, NULL, 0,
	  _("Ring first, ask for the duty adviser."), 0 },
	{ "bring", _("What to bring"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "wait_weeks", _("Wait, in weeks"), FIELD_NUMBER, NULL, 0, _("0: none"), 4 },
	{ "cost", _("Cost"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "costs", _("In detail"), FIELD_NOTE, NULL, 0,
	  _("One a line: a session £2.50 (bring change); concession free."), 0 },
	{ NULL, _("When and where"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "attendance", _("Where"), FIELD_TEXT, NULL, 0,
	  _("phone; online; venue; home_visit"), 0 },
	{ "times", _("Open"), FIELD_NOTE, NULL, 0,
	  _("One a line: Mon Wed 9:30–16:00; first Fri of the month 10–12 (ring first)."), 0 },
	{ "hours", _("Hours in words"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "place_name", _("Place"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "address", _("Address"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "postcode", _("Postcode"), FIELD_POSTCODE, NULL, FIELD_WITH, NULL, 10 },
	{ "transport", _("How to get there"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "places", _("Other places"), FIELD_NOTE, NULL, 0,
	  _("One a line: name; address; postcode; how to get there; access; phone."), 0 },
	{ NULL, _("Reach"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "email", _("E-mail"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "phones", _("Other numbers"), FIELD_NOTE, NULL, 0,
	  _("One a line: 0113 496 0302 textphone."), 0 },
	{ "people", _("Whom to ask for"), FIELD_NOTE, NULL, 0,
	  _("For staff, never handed out. One a line: name; what they are; phone; e-mail."), 0 },
	{ NULL, _("Languages"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "languages", _("Languages"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "interpreters", _("Interpreters"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "accessibility", _("Access needs met"), FIELD_TEXT, NULL, 0,
	  _("step-free; hearing loop; parking; quiet room …"), 0 },
	{ NULL, _("Staff"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "vetted", _("Vetted"), FIELD_CHOICE, &vettings, 0,
	  _("Did somebody here look whether people may be sent there?"), 0 },
	{ "vetted_until", _("Until"), FIELD_DAY, NULL, FIELD_WITH,
	  _("When it is to be looked at again. Nothing: in no time that is set."), 20 },
	{ "accreditation", _("Accreditation"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ "staff_note", _("Note for staff"), FIELD_NOTE, NULL, 0, _("Never handed out."), 0 },
	{ 0 },
};

/* Fields that are one text of the entry each. */
static const struct {
	const char *name;
	size_t offset;
} texts[] = {
	{ "name", offsetof(struct service, name) },
	{ "phone", offsetof(struct service, phone) },
	{ "url", offsetof(struct service, url) },
	{ "description", offsetof(struct service, description) },
	{ "cost", offsetof(struct service, cost) },
	{ "languages", offsetof(struct service, languages) },
	{ "accessibility", offsetof(struct service, accessibility) },
	{ "address", offsetof(struct service, address) },
	{ "email", offsetof(struct service, email) },
	{ "hours", offsetof(struct service, hours) },
	{ "staff_note", offsetof(struct service, staff_note) },
	{ "alert", offsetof(struct service, alert) },
	{ "other_name", offsetof(struct service, other_name) },
	{ "eligibility", offsetof(struct service, eligibility) },
	{ "apply", offsetof(struct service, apply) },
	{ "bring", offsetof(struct service, bring) },
	{ "interpreters", offsetof(struct service, interpreters) },
	{ "place_name", offsetof(struct service, place_name) },
	{ "transport", offsetof(struct service, transport) },
	{ "accreditation", offsetof(struct service, accreditation) },
};

static const struct {
	const char *name;
	size_t offset;
	int most;
} numbers[] = {
	{ "min_age", offsetof(struct service, min_age), 120 },
	{ "max_age", offsetof(struct service, max_age), 120 },
	{ "wait_weeks", offsetof(struct service, wait_weeks), 260 },
};
// clang-format on

/* The members of an entry by their place in it. */
static const char **text_at(struct service *x, size_t offset)
{
	return (const char **)(void *)((char *)x + offset);
}

static int *number_at(struct service *x, size_t offset)
{
	return (int *)(void *)((char *)x + offset);
}

static const char *join(const char *list, const char *one, struct arena *a)
{
	return list[0] == '\0' ? one : arena_printf(a, "%s; %s", list, one);
}

/* "phone;online" as it is typed: "phone; online". */
static const char *spaced(const char *list, struct arena *a)
{
	struct str rest = str_of(list), one;
	const char *text = "";

	while (str_cut(&rest, ';', &one))
		if (str_trim(one).n > 0)
			text = join(text, arena_str(a, str_trim(one)), a);
	return text;
}

struct values service_values(const struct service_entry *x, struct arena *a)
{
	struct service s = x->service;
	struct values v = { 0 };
	const char *concerns = "", *areas = "";

	for (size_t i = 0; i < x->concerns.n; i++)
		concerns = join(concerns, concern_label(x->concerns.at[i], a), a);
	for (size_t i = 0; i < x->areas.n; i++)
		areas = join(areas, area_name(x->areas.at[i], a), a);
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		values_set(&v, a, texts[i].name, *text_at(&s, texts[i].offset));
	for (size_t i = 0; i < COUNT_OF(numbers); i++)
		if (*number_at(&s, numbers[i].offset) >= 0)
			values_set(&v, a, numbers[i].name,
			           arena_printf(a, "%d", *number_at(&s, numbers[i].offset)));
	values_set(&v, a, "organisation", x->organisation);
	values_set(&v, a, "concerns", concerns);
	values_set(&v, a, "areas", areas);
	values_set(&v, a, "access", spaced(s.access, a));
	values_set(&v, a, "attendance", spaced(s.attendance, a));
	values_set(&v, a, "postcode", s.postcode);
	values_set(&v, a, "vetted", words_word(&vettings, (int)s.vetted));
	values_set(&v, a, "vetted_until", day_birth(s.vetted_until, a));
	service_parts_values(&x->parts, &v, a);
	return v;
}

static struct code_list concerns_of(const char *text, struct arena *a, struct problems *problems)
{
	struct concern_set set;
	struct code_list list = { 0 };
	struct str rest = str_of(text), one;

	if (concern_set_load(CONCERNS_NEWEST, a, &set) != OK)
		return list;
	while (str_cut(&rest, ';', &one)) {
		const char *word = arena_str(a, str_trim(one));
		const struct concern_item *item = concern_find(&set, word);
		struct concern_pick pick = concern_match(&set, word, a);

		if (!item && pick.n > 0)
			item = pick.at[0];
		if (item)
			code_list_add(&list, item->code, a);
		else if (*word)
			problem_add(problems, a, "concerns", _("“%s” is no concern of our list."),
			            word);
	}
	return list;
}

static struct code_list areas_of(const char *text, struct arena *a, struct problems *problems)
{
	struct code_list list = { 0 };
	struct str rest = str_of(text), one;

	while (str_cut(&rest, ';', &one)) {
		const char *word = arena_str(a, str_trim(one));
		const char *code = *word ? area_find(word, a) : NULL;

		if (code)
			code_list_add(&list, code, a);
		else if (*word)
			problem_add(problems, a, "areas",
			            _("“%s” is no council, region or nation we know."), word);
	}
	return list;
}

/* Between semicolons, without blanks round them. */
static const char *packed(const char *text, struct arena *a)
{
	struct str rest = str_of(text), one;
	const char *list = "";

	while (str_cut(&rest, ';', &one)) {
		const char *word = arena_str(a, str_trim(one));

		if (*word)
			list = *list ? arena_printf(a, "%s;%s", list, word) : word;
	}
	return list;
}

static void fill_number(struct service *x, size_t i, const struct values *v, struct arena *a,
                        struct problems *problems)
{
	const char *text = values_get(v, numbers[i].name);
	long long n;

	*number_at(x, numbers[i].offset) = NUMBER_NONE;
	if (str_trim(str_of(text)).n == 0)
		return;
	if (str_int(str_trim(str_of(text)), &n) && n >= 0 && n <= numbers[i].most)
		*number_at(x, numbers[i].offset) = (int)n;
	else
		problem_add(problems, a, numbers[i].name, _("A number from 0 to %d."),
		            numbers[i].most);
}

/* Vetted today, when it was not before: whoever saves it is whoever looked. */
static void fill_vetted(struct service *s, const struct values *v, day today, struct arena *a,
                        struct problems *problems)
{
	const struct when_from from = { today, NULL, WHEN_AHEAD };
	enum vetting was = s->vetted;
	struct str until = str_trim(str_of(values_get(v, "vetted_until")));
	const char *fault = "";
	struct when when;

	s->vetted = (enum vetting)words_find(&vettings, str_of(values_get(v, "vetted")));
	if (s->vetted != was) {
		s->vetted_on = s->vetted == VETTING_NONE ? DAY_NONE : today;
		s->vetted_by.n = 0;
	}
	s->vetted_until = DAY_NONE;
	if (until.n == 0)
		return;
	if (s->vetted != VETTED_YES)
		problem_add(problems, a, "vetted_until",
		            _("Until when is said of what is vetted."));
	else if (when_parse(arena_str(a, until), &from, a, &when, &fault) != OK)
		problem_add(problems, a, "vetted_until", "%s", fault);
	else
		s->vetted_until = when.on;
}

/* A line is not a page, and a page not a book. */
static void check_lengths(const struct values *v, struct arena *a, struct problems *problems)
{
	for (const struct field *f = service_form; f->name || f->label; f++) {
		size_t most = f->kind == FIELD_NOTE ? SERVICE_NOTE_MOST : SERVICE_LINE_MOST;
		const char *text = f->name ? values_get(v, f->name) : "";

		if (strlen(text) > most)
			problem_add(problems, a, f->name, _("No more than %zu letters."), most);
		else if (f->kind != FIELD_NOTE && strchr(text, '\n'))
			problem_add(problems, a, f->name, _("One line only."));
	}
}

static void check(const struct service_entry *x, struct arena *a, struct problems *problems)
{
	const struct service *s = &x->service;

	if (text_empty(s->name))
		problem_add(problems, a, "name", _("This is needed."));
	if (x->concerns.n == 0 && problems->n == 0)
		problem_add(problems, a, "concerns", _("What does it help with?"));
	if (x->areas.n == 0 && problems->n == 0)
		problem_add(problems, a, "areas", _("Where must people live? UK: anywhere."));
	if (text_empty(s->phone) && text_empty(s->url))
		problem_add(problems, a, "phone", _("A phone number or a web address is needed."));
	else if (!text_empty(s->phone) && !phone_plausible(s->phone))
		problem_warn(problems, a, "phone", _("This does not look like a number."));
	if (s->min_age >= 0 && s->max_age >= 0 && s->min_age > s->max_age)
		problem_add(problems, a, "max_age", _("Lower than the age it begins with."));
	if (!text_empty(s->postcode) && !postcode_valid(s->postcode))
		problem_warn(problems, a, "postcode", _("This is no whole postcode."));
}

void service_fill(struct service_entry *x, const struct values *v, day today, struct arena *a,
                  struct problems *problems)
{
	struct service *s = &x->service;
	int how = words_find(&check_ways, str_of(values_get(v, "checked_how")));
	const char *postcode;

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		*text_at(s, texts[i].offset) =
			arena_str(a, str_trim(str_of(values_get(v, texts[i].name))));
	x->organisation = arena_str(a, str_trim(str_of(values_get(v, "organisation"))));
	for (size_t i = 0; i < COUNT_OF(numbers); i++)
		fill_number(s, i, v, a, problems);
	s->access = packed(values_get(v, "access"), a);
	s->attendance = packed(values_get(v, "attendance"), a);
	fill_vetted(s, v, today, a, problems);
	service_parts_fill(&x->parts, v, today, a, problems);
	postcode = postcode_normalise(values_get(v, "postcode"), a);
	s->postcode = postcode ? postcode : arena_strdup(a, values_get(v, "postcode"));
	x->concerns = concerns_of(values_get(v, "concerns"), a, problems);
	x->areas = areas_of(values_get(v, "areas"), a, problems);
	if (how != CHECK_WAY_NONE) {
		s->checked_how = (enum check_way)how;
		s->last_checked = today;
	}
	check_lengths(v, a, problems);
	check(x, a, problems);
}
