#include "people_cells.h"

#include "base/text.h"
#include "base/words.h"
#include "model/care_number.h"
#include "model/columns.h"
#include "model/phone.h"
#include "model/places.h"
#include "model/when.h"
#include "store/accounts.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#define YEARS_AT_MOST 120

/* How a field is kept, for comparing and copying. */
enum cell_kind { CELL_TEXT, CELL_INT, CELL_ID };

struct cell {
	const struct people_cells *cells;
	const char *text;
	struct arena *a;
	struct people_record *r;
	void *field;
	const struct words *words;
	const char *list;
	struct cell_said said;
};

struct spec {
	const char *name;
	enum cell_kind kind;
	size_t offset;
	void (*read)(struct cell *c);
	const struct words *words;
	const char *list;
};

static void refuse(struct cell *c, const char *what)
{
	c->said.refused =
		arena_printf(c->a, _("%s is %s."), text_safe(str_of(c->text), c->a), what);
}

static void note(struct cell *c, const char *what)
{
	c->said.note = arena_printf(c->a, _("%s %s."), text_safe(str_of(c->text), c->a), what);
}

static void set_text(struct cell *c, const char *text)
{
	*(const char **)c->field = text;
}

/* On one line, whatever the spreadsheet did to it. */
static void read_line(struct cell *c)
{
	char *text = arena_strdup(c->a, c->text);

	for (char *at = text; *at; at++)
		if (*at == '\n' || *at == '\r' || *at == '\t')
			*at = ' ';
	set_text(c, text);
}

static void read_note(struct cell *c)
{
	set_text(c, arena_strdup(c->a, c->text));
}

static void read_day(struct cell *c)
{
	day d;

	if (!csv_day_parse(str_of(c->text), c->cells->s->today, WHEN_BACK, &d))
		refuse(c, _("not a date"));
	else if (d > c->cells->s->today)
		refuse(c, _("still to come"));
	else
		*(day *)c->field = d;
}

static void read_birth(struct cell *c)
{
	read_day(c);
	if (!c->said.refused &&
	    day_years_between(*(day *)c->field, c->cells->s->today) > YEARS_AT_MOST)
		refuse(c, _("more than 120 years ago"));
}

static void read_word(struct cell *c)
{
	int value = words_find(c->words, str_of(c->text));

	if (value == 0)
		refuse(c, arena_printf(c->a, _("no %s that is known here"), c->words->name));
	else
		*(int *)c->field = value;
}

static void read_sex(struct cell *c)
{
	const char *said = text_fold(str_of(c->text), c->a);
	int value = words_find(&sexes, str_of(said));

	if (value == 0 && (text_equal(said, "f") || text_equal(said, "woman")))
		value = SEX_FEMALE;
	if (value == 0 && (text_equal(said, "m") || text_equal(said, "man")))
		value = SEX_MALE;
	if (value == 0)
		refuse(c, _("no sex that is known here: female, male, indeterminate, not known"));
	else
		*(int *)c->field = value;
}

static bool one_of(const char *text, const char *words)
{
	struct str rest = str_of(words), word;

	while (str_cut(&rest, '|', &word))
		if (str_is(word, text))
			return true;
	return false;
}

/* Safety is never guessed at: what is neither yes nor no is refused. */
static void read_asked(struct cell *c)
{
	const char *said = text_fold(str_of(c->text), c->a);

	if (one_of(said, "yes|y|true|1|ok"))
		*(int *)c->field = SAID_YES;
	else if (one_of(said, "no|n|false|0"))
		*(int *)c->field = SAID_NO;
	else if (one_of(said, "not asked|?|unknown|not known"))
		*(int *)c->field = NOT_ASKED;
	else
		refuse(c, _("neither yes, no nor not asked"));
}

/* A code or a label of a list; else it is kept as it was written, and said. */
static void read_listed(struct cell *c)
{
	const struct choice_list *list = &c->cells->sources;
	const struct choice *choice;

	if (text_equal(c->list, "ethnicities"))
		list = &c->cells->ethnicities;
	else if (text_equal(c->list, "cancer-groups"))
		list = &c->cells->cancer_groups;
	choice = choice_find(list, c->text, c->a);
	if (choice) {
		set_text(c, choice->code);
		return;
	}
	note(c, _("is in no list here and was kept as it is"));
	read_line(c);
}

static void read_ref(struct cell *c)
{
	if (!person_ref_parse(str_of(c->text), (struct person_id *)c->field))
		refuse(c, _("no reference such as CL-000412"));
}

static void read_care_number(struct cell *c)
{
	const char *digits = care_number_digits(c->text, c->a);
	enum number_kind kind = care_number_kind(digits);

	if (kind == NUMBER_KIND_NONE) {
		refuse(c, strlen(digits) == 10
		                  ? _("no NHS, CHI or H&C number: a digit is wrong")
		                  : _("no NHS, CHI or H&C number: those have ten digits"));
		return;
	}
	if (kind == NUMBER_DOUBTFUL)
		note(c, _("was kept, to be checked with the person"));
	set_text(c, digits);
	c->r->person.care_number_kind = kind;
}

static void read_postcode(struct cell *c)
{
	const char *postcode = postcode_normalise(c->text, c->a);

	if (postcode) {
		set_text(c, postcode);
		return;
	}
	note(c, _("is no whole postcode and was kept as it is"));
	read_line(c);
}

static void read_council(struct cell *c)
{
	struct council_list found = council_find(c->text, c->a);

	if (found.n == 1)
		set_text(c, arena_strdup(c->a, found.at[0].code));
	else if (found.n > 1)
		refuse(c, arena_printf(c->a, _("several councils: %s, %s …"), found.at[0].name,
		                       found.at[1].name));
	else
		refuse(c, _("no council that is known here"));
}

bool people_part(struct str *rest, struct str *ret)
{
	while (str_cut(rest, ';', ret)) {
		*ret = str_trim(*ret);
		if (ret->n > 0)
			return true;
	}
	return false;
}

static void add_part(struct buf *out, const char *text)
{
	buf_printf(out, "%s%s", out->n > 0 ? "; " : "", text);
}

static void read_phones(struct cell *c)
{
	struct str rest = str_of(c->text), part;
	struct buf out = { 0 };

	while (people_part(&rest, &part)) {
		const char *phone = arena_str(c->a, part);

		if (!phone_plausible(phone))
			note(c, _("does not look like a telephone number and was kept as it is"));
		add_part(&out, phone_shown(phone, c->a));
	}
	set_text(c, arena_str(c->a, buf_str(&out)));
	buf_done(&out);
}

static void read_emails(struct cell *c)
{
	struct str rest = str_of(c->text), part;
	struct buf out = { 0 };

	while (people_part(&rest, &part)) {
		if (!memchr(part.at, '@', part.n))
			note(c, _("does not look like an e-mail address and was kept as it is"));
		add_part(&out, arena_str(c->a, part));
	}
	set_text(c, arena_str(c->a, buf_str(&out)));
	buf_done(&out);
}

static void read_worker(struct cell *c)
{
	const char *said = text_fold(str_of(c->text), c->a);

	for (size_t i = 0; i < c->cells->accounts.n; i++) {
		const struct account *one = &c->cells->accounts.at[i];

		if (text_equal(one->login, said) ||
		    text_equal(text_fold(str_of(one->name), c->a), said)) {
			*(struct account_id *)c->field = one->id;
			return;
		}
	}
	note(c, _("has no account here. No worker was set"));
}

#define AT(field) offsetof(struct people_record, field)
/* clang-format off */
static const struct spec specs[] = {
	{ "ref", CELL_ID, AT(ref), read_ref, NULL, NULL },
	{ "given_name", CELL_TEXT, AT(person.given_name), read_line, NULL, NULL },
	{ "family_name", CELL_TEXT, AT(person.family_name), read_line, NULL, NULL },
	{ "known_as", CELL_TEXT, AT(person.known_as), read_line, NULL, NULL },
	{ "date_of_birth", CELL_INT, AT(person.born_on), read_birth, NULL, NULL },
	{ "sex", CELL_INT, AT(person.sex), read_sex, NULL, NULL },
	{ "ethnicity", CELL_TEXT, AT(person.ethnicity), read_listed, NULL, "ethnicities" },
	{ "nhs_number", CELL_TEXT, AT(person.care_number), read_care_number, NULL, NULL },
	{ "postcode", CELL_TEXT, AT(person.postcode), read_postcode, NULL, NULL },
	{ "council_area", CELL_TEXT, AT(person.council), read_council, NULL, NULL },
	{ "phone", CELL_TEXT, AT(phones), read_phones, NULL, NULL },
	{ "safe_ring", CELL_INT, AT(safe.ring), read_asked, NULL, NULL },
	{ "safe_voicemail", CELL_INT, AT(safe.voicemail), read_asked, NULL, NULL },
	{ "safe_text", CELL_INT, AT(safe.text), read_asked, NULL, NULL },
	{ "safe_email", CELL_INT, AT(safe.email), read_asked, NULL, NULL },
	{ "safe_post", CELL_INT, AT(safe.post), read_asked, NULL, NULL },
	{ "contact_safety", CELL_TEXT, AT(contact_safety), read_note, NULL, NULL },
	{ "email", CELL_TEXT, AT(emails), read_emails, NULL, NULL },
	{ "language", CELL_TEXT, AT(person.language), read_line, NULL, NULL },
	{ "interpreter", CELL_TEXT, AT(person.interpreter), read_line, NULL, NULL },
	{ "lives_alone", CELL_INT, AT(person.lives_alone), read_asked, NULL, NULL },
	{ "gp_practice", CELL_TEXT, AT(person.gp_practice), read_line, NULL, NULL },
	{ "cancer_group", CELL_TEXT, AT(person.cancer_group), read_listed, NULL, "cancer-groups" },
	{ "diagnosed_on", CELL_INT, AT(person.diagnosed_on), read_day, NULL, NULL },
	{ "stage", CELL_INT, AT(person.stage), read_word, &stages, NULL },
	{ "stage_since", CELL_INT, AT(person.stage_since), read_day, NULL, NULL },
	{ "referred_on", CELL_INT, AT(referral.received_on), read_day, NULL, NULL },
	{ "source", CELL_TEXT, AT(referral.source), read_listed, NULL, "sources" },
	{ "reason", CELL_TEXT, AT(referral.reason), read_note, NULL, NULL },
	{ "state", CELL_INT, AT(referral.state), read_word, &referral_states, NULL },
	{ "worker", CELL_ID, AT(referral.worker), read_worker, NULL, NULL },
};
/* clang-format on */

/* The specs stand in the order of the columns; people_cells_load() holds them to it. */
static const struct spec *spec_of(size_t column)
{
	return &specs[column];
}

static bool in_order(struct columns columns)
{
	for (size_t i = 0; i < columns.n && i < COUNT_OF(specs); i++)
		if (!text_equal(specs[i].name, columns.at[i].name))
			return false;
	return columns.n == COUNT_OF(specs);
}

enum status people_cells_load(struct session *s, struct arena *a, struct people_cells *ret)
{
	struct people_cells cells = { .s = s };
	enum status rc = accounts_all(s->store, a, &cells.accounts);

	assert(in_order(columns_of(COLUMNS_PEOPLE)));
	if (rc != OK)
		return session_store(s, rc);
	rc = choice_list_load("ethnicities", a, &cells.ethnicities);
	if (rc == OK)
		rc = choice_list_load("cancer-groups", a, &cells.cancer_groups);
	if (rc == OK)
		rc = choice_list_load("sources", a, &cells.sources);
	if (rc != OK)
		return session_fail(s, rc, _("A list of words is missing."));
	*ret = cells;
	return OK;
}

struct people_record people_record_blank(void)
{
	return (struct people_record){
		.person = person_blank,
		.safe = safe_contact_blank,
		.contact_safety = "",
		.phones = "",
		.emails = "",
		.referral = referral_blank,
	};
}

struct cell_said people_cell_read(const struct people_cells *cells, size_t column, const char *text,
                                  struct arena *a, struct people_record *r)
{
	const struct spec *spec = spec_of(column);
	struct cell c = { .cells = cells,
		          .text = text,
		          .a = a,
		          .r = r,
		          .field = (char *)r + spec->offset,
		          .words = spec->words,
		          .list = spec->list };

	spec->read(&c);
	return c.said;
}

bool people_cell_equal(size_t column, const struct people_record *x, const struct people_record *y)
{
	const struct spec *spec = spec_of(column);
	const void *p = (const char *)x + spec->offset, *q = (const char *)y + spec->offset;

	switch (spec->kind) {
	case CELL_TEXT:
		return text_equal(*(const char *const *)p, *(const char *const *)q);
	case CELL_INT:
		return *(const int *)p == *(const int *)q;
	case CELL_ID:
		return *(const int64_t *)p == *(const int64_t *)q;
	}
	return false;
}

void people_cell_copy(size_t column, struct people_record *to, const struct people_record *from)
{
	const struct spec *spec = spec_of(column);
	const size_t size[] = { [CELL_TEXT] = sizeof(const char *),
		                [CELL_INT] = sizeof(int),
		                [CELL_ID] = sizeof(int64_t) };

	memcpy((char *)to + spec->offset, (const char *)from + spec->offset, size[spec->kind]);
	if (spec->offset == AT(person.care_number))
		to->person.care_number_kind = from->person.care_number_kind;
}

bool people_cell_safe(size_t column)
{
	size_t offset = spec_of(column)->offset;

	return offset == AT(contact_safety) ||
	       (offset >= AT(safe) && offset < AT(safe) + sizeof(struct safe_contact));
}

bool people_cell_referral(size_t column)
{
	size_t offset = spec_of(column)->offset;

	return offset >= AT(referral) && offset < AT(referral) + sizeof(struct referral);
}

bool people_cell_kept(size_t column)
{
	size_t offset = spec_of(column)->offset;

	return offset == AT(person.family_name) || offset == AT(referral.received_on) ||
	       offset == AT(referral.source) || offset == AT(referral.state);
}

static void put_part(struct buf *out, const char *label, const char *text)
{
	if (!text_empty(text))
		buf_printf(out, "%s%s%s", out->n > 0 ? "; " : "", label, text);
}

static void put_safety(struct buf *out, const struct safe_contact *c, const struct person *p)
{
	put_part(out, "", person_died(p) && p->stage != STAGE_DIED ? _("died") : "");
	put_part(out, "", p->no_more_contact_on != DAY_NONE ? _("no more contact wanted") : "");
	put_part(out, "",
	         p->knows_cancer == KNOWS_NO || p->knows_cancer == KNOWS_PARTLY
	                 ? _("may not know: ask what they understand first")
	                 : "");
	put_part(out, "", c->text_first ? _("text first") : "");
	put_part(out, "", c->other_may_answer == SAID_YES ? _("somebody else may answer") : "");
	put_part(out, "", c->partner_told == SAID_NO ? _("partner not told") : "");
	put_part(out, "", c->withhold_number ? _("withhold your number") : "");
	put_part(out, "", c->visit == SAID_NO ? _("no visit") : "");
	put_part(out, "", c->visit_in_two ? _("visit in two") : "");
	put_part(out, _("hours: "), c->hours);
	put_part(out, _("say: "), c->say);
	put_part(out, _("may be spoken to: "), c->speaks_for);
	put_part(out, "", c->note);
}

const char *people_safety_text(const struct safe_contact *c, const struct person *p,
                               struct arena *a)
{
	struct buf out = { 0 };
	const char *text;

	put_safety(&out, c, p);
	if (out.n == 0 && !c->danger)
		return "";
	text = arena_printf(a, "%s%s", c->danger ? (out.n > 0 ? "!! " : "!!") : "", buf_text(&out));
	buf_done(&out);
	return text;
}

const char *people_points_text(const struct contact_point_list *points,
                               enum contact_point_kind kind, struct arena *a)
{
	struct buf out = { 0 };
	const char *text;

	for (size_t i = 0; i < points->n; i++) {
		const struct contact_point *p = &points->at[i];

		if (p->kind == kind && contact_point_usable(p))
			add_part(&out,
			         kind == CONTACT_POINT_PHONE ? phone_shown(p->value, a) : p->value);
	}
	text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}
