#include "model/service_lines.h"

#include "base/buf.h"
#include "base/text.h"
#include "base/words.h"
#include "model/opening.h"
#include "model/phone.h"
#include "model/places.h"

#include <assert.h>
#include <string.h>

struct reading {
	struct service_parts *of; /* places are read before times */
	day today;
	struct arena *a;
};

/* ---- pieces between semicolons ---- */

static const char *piece(struct str *rest, struct arena *a)
{
	struct str one;

	return str_cut(rest, ';', &one) ? arena_str(a, str_trim(one)) : "";
}

/* Without the empty ones at the end. */
static const char *pieces_text(const char *const *pieces, size_t n, struct arena *a)
{
	const char *text = "";

	while (n > 0 && text_empty(pieces[n - 1]))
		n--;
	for (size_t i = 0; i < n; i++)
		text = arena_printf(a, "%s%s%s", text, i ? "; " : "", pieces[i]);
	return text;
}

/* "… (words)": *ret is what stands in the brackets, "" when there are none. */
static struct str take_brackets(struct str line, struct arena *a, const char **ret)
{
	size_t at = line.n;

	*ret = "";
	if (line.n == 0 || line.at[line.n - 1] != ')')
		return line;
	while (at > 0 && line.at[at - 1] != '(')
		at--;
	if (at == 0)
		return line;
	*ret = arena_str(a, str_trim((struct str){ line.at + at, line.n - at - 1 }));
	return str_trim((struct str){ line.at, at - 1 });
}

/* ---- places ---- */

static const char *place_line(const struct service_parts *of, const void *x, struct arena *a)
{
	const struct service_place *p = x;
	const char *const pieces[] = { p->name,      p->address,       p->postcode,
		                       p->transport, p->accessibility, p->phone };

	(void)of;
	return pieces_text(pieces, COUNT_OF(pieces), a);
}

static bool place_read(const struct reading *r, struct str line, void *ret, const char **why)
{
	struct service_place *p = ret;
	const char *postcode;

	*p = service_place_blank;
	p->name = piece(&line, r->a);
	p->address = piece(&line, r->a);
	postcode = piece(&line, r->a);
	p->postcode = postcode_normalise(postcode, r->a);
	p->transport = piece(&line, r->a);
	p->accessibility = piece(&line, r->a);
	p->phone = piece(&line, r->a);
	if (!p->postcode)
		p->postcode = "";
	if (*postcode && !*p->postcode) {
		*why = arena_printf(r->a,
		                    _("“%s” is no whole postcode. As name; address; postcode; how "
		                      "to get there."),
		                    text_safe(str_of(postcode), r->a));
		return false;
	}
	return true;
}

/* ---- times ---- */

static const char *name_of_place(const struct service_parts *of, struct service_place_id id)
{
	for (size_t i = 0; i < of->places.n; i++)
		if (id.n < 0 ? id.n == -(int64_t)(i + 1) : of->places.at[i].id.n == id.n)
			return of->places.at[i].name;
	return "";
}

static const char *time_line(const struct service_parts *of, const void *x, struct arena *a)
{
	const struct service_time *t = x;
	const char *place = t->place.n == 0 ? "" : name_of_place(of, t->place);

	return *place ? arena_printf(a, "%s: %s", place, opening_text(t, a)) : opening_text(t, a);
}

static bool time_read(const struct reading *r, struct str line, void *ret, const char **why)
{
	struct service_time *t = ret;
	struct service_place_id place = { 0 };

	for (size_t i = 0; i < r->of->places.n; i++) {
		const struct service_place *p = &r->of->places.at[i];
		size_t n = strlen(p->name);

		if (n == 0 || line.n <= n || line.at[n] != ':' ||
		    !text_equal(text_fold((struct str){ line.at, n }, r->a),
		                text_fold(str_of(p->name), r->a)))
			continue;
		place.n = p->id.n != 0 ? p->id.n : -(int64_t)(i + 1);
		line = str_trim((struct str){ line.at + n + 1, line.n - n - 1 });
		break;
	}
	if (!opening_parse(line, r->today, r->a, t, why))
		return false;
	t->place = place;
	return true;
}

/* ---- costs ---- */

static const char *pounds(int64_t pence, struct arena *a)
{
	if (pence % 100 == 0)
		return arena_printf(a, "£%lld", (long long)(pence / 100));
	return arena_printf(a, "£%lld.%02lld", (long long)(pence / 100), (long long)(pence % 100));
}

static const char *cost_line(const struct service_parts *of, const void *x, struct arena *a)
{
	const struct service_cost *c = x;
	const char *amount = c->amount < 0 ? "" : c->amount == 0 ? _("free") : pounds(c->amount, a);
	const char *text =
		arena_printf(a, "%s%s%s", c->option, *c->option && *amount ? " " : "", amount);

	(void)of;
	if (text_empty(c->words))
		return text;
	return arena_printf(a, "%s%s(%s)", text, *text ? " " : "", c->words);
}

/* "£2.50", "£5": pence, or -1. */
static int64_t pence_of(struct str word)
{
	struct str whole, part = { 0 };
	long long n, more = 0;

	if (!str_starts(word, "£"))
		return -1;
	word.at += strlen("£");
	word.n -= strlen("£");
	if (!str_cut(&word, '.', &whole) || !str_int(whole, &n) || n < 0 || n > 1000000)
		return -1;
	part = word;
	if (part.at && (part.n != 2 || !str_int(part, &more) || more < 0))
		return -1;
	return (int64_t)n * 100 + more;
}

static bool cost_read(const struct reading *r, struct str line, void *ret, const char **why)
{
	struct service_cost *c = ret;
	size_t at;
	struct str last;

	*c = service_cost_blank;
	line = take_brackets(line, r->a, &c->words);
	for (at = line.n; at > 0 && line.at[at - 1] != ' '; at--)
		;
	last = (struct str){ line.at + at, line.n - at };
	if (text_equal(text_fold(last, r->a), "free"))
		c->amount = 0;
	else
		c->amount = pence_of(last);
	if (c->amount < 0 && str_starts(last, "£")) {
		*why = arena_printf(r->a,
		                    _("“%s” is no amount. As a session £2.50 (bring change)."),
		                    text_safe(last, r->a));
		return false;
	}
	c->option = arena_str(r->a, c->amount < 0 ? line : str_trim((struct str){ line.at, at }));
	return true;
}

/* ---- further numbers ---- */

static const char *phone_line(const struct service_parts *of, const void *x, struct arena *a)
{
	const struct service_phone *p = x;
	const char *text = phone_shown(p->number, a);

	(void)of;
	if (!text_empty(p->extension))
		text = arena_printf(a, "%s ext %s", text, p->extension);
	return text_empty(p->words) ? text : arena_printf(a, "%s %s", text, p->words);
}

static bool is_of_number(char c)
{
	return (c >= '0' && c <= '9') || c == ' ' || c == '+' || c == '(' || c == ')' || c == '-';
}

static bool phone_read(const struct reading *r, struct str line, void *ret, const char **why)
{
	struct service_phone *p = ret;
	size_t n = 0;
	struct str word;

	*p = service_phone_blank;
	while (n < line.n && is_of_number(line.at[n]))
		n++;
	p->number = arena_str(r->a, str_trim((struct str){ line.at, n }));
	line = str_trim((struct str){ line.at + n, line.n - n });
	if (str_starts(line, "ext ")) {
		str_cut(&line, ' ', &word);
		str_cut(&line, ' ', &word);
		p->extension = arena_str(r->a, word);
	}
	p->words = arena_str(r->a, str_trim(line));
	if (strlen(text_digits(str_of(p->number), r->a)) < 3) {
		*why = _("The number first, then what it is: 0113 496 0302 textphone.");
		return false;
	}
	return true;
}

/* ---- whom to ask for ---- */

static const char *person_line(const struct service_parts *of, const void *x, struct arena *a)
{
	const struct service_person *p = x;
	const char *const pieces[] = { p->name, p->title, p->phone, p->email };

	(void)of;
	return pieces_text(pieces, COUNT_OF(pieces), a);
}

static bool person_read(const struct reading *r, struct str line, void *ret, const char **why)
{
	struct service_person *p = ret;

	*p = service_person_blank;
	p->name = piece(&line, r->a);
	p->title = piece(&line, r->a);
	p->phone = piece(&line, r->a);
	p->email = piece(&line, r->a);
	if (!*p->name)
		*why = _("The name first: Zara Ali; duty adviser; 0113 496 0303.");
	return *p->name != '\0';
}

/* ---- what others call it ---- */

static const char *tag_line(const struct service_parts *of, const void *x, struct arena *a)
{
	const struct service_tag *t = x;

	(void)of;
	if (text_empty(t->code))
		return t->name;
	return text_empty(t->taxonomy)
	               ? arena_printf(a, "%s (%s)", t->name, t->code)
	               : arena_printf(a, "%s (%s:%s)", t->name, t->taxonomy, t->code);
}

static bool tag_read(const struct reading *r, struct str line, void *ret, const char **why)
{
	struct service_tag *t = ret;
	const char *code;
	struct str rest, first;

	*t = service_tag_blank;
	t->name = arena_str(r->a, take_brackets(line, r->a, &code));
	rest = str_of(code);
	str_cut(&rest, ':', &first);
	if (rest.at) {
		t->taxonomy = arena_str(r->a, str_trim(first));
		t->code = arena_str(r->a, str_trim(rest));
	} else {
		t->code = code;
	}
	if (!*t->name)
		*why = _("The name first: Carers support groups (esdServiceType:298).");
	return *t->name != '\0';
}

/* ---- all kinds ---- */

static const struct kind {
	const char *name;
	size_t list; /* in struct service_parts */
	size_t size;
	size_t external_id;
	const char *(*line)(const struct service_parts *of, const void *x, struct arena *a);
	bool (*read)(const struct reading *r, struct str line, void *ret, const char **why);
} kinds[SERVICE_PARTS] = {
#define KIND(kind, list)                                                                       \
	{                                                                                      \
#list, offsetof(struct service_parts, list), sizeof(struct service_##kind),    \
			offsetof(struct service_##kind, external_id), kind##_line, kind##_read \
	}
	[PART_PLACES] = KIND(place, places),  [PART_TIMES] = KIND(time, times),
	[PART_COSTS] = KIND(cost, costs),     [PART_PHONES] = KIND(phone, phones),
	[PART_PEOPLE] = KIND(person, people), [PART_TAGS] = KIND(tag, tags),
};

/* What each of them begins with. */
struct head {
	int64_t id, ver;
};

struct any_list service_part_list(const struct service_parts *x, enum service_part part)
{
	struct any_list list;

	memcpy(&list, (const char *)x + kinds[part].list, sizeof(list));
	return list;
}

void service_part_set(struct service_parts *x, enum service_part part, struct any_list list)
{
	memcpy((char *)x + kinds[part].list, &list, sizeof(list));
}

size_t service_part_size(enum service_part part)
{
	return kinds[part].size;
}

void *service_part_at(const struct any_list *list, enum service_part part, size_t i)
{
	return (char *)list->at + i * kinds[part].size;
}

const char *service_part_line(const struct service_parts *of, enum service_part part, const void *x,
                              struct arena *a)
{
	return kinds[part].line(of, x, a);
}

const char *service_part_text(const struct service_parts *of, enum service_part part,
                              struct arena *a)
{
	struct any_list list = service_part_list(of, part);
	const char *text = "";

	for (size_t i = 0; i < list.n; i++)
		text = arena_printf(a, "%s%s%s", text, i ? "\n" : "",
		                    kinds[part].line(of, service_part_at(&list, part, i), a));
	return text;
}

void service_parts_values(const struct service_parts *x, struct values *v, struct arena *a)
{
	for (int i = 0; i < SERVICE_PARTS; i++)
		values_set(v, a, kinds[i].name, service_part_text(x, (enum service_part)i, a));
}

/* ---- reading them ---- */

/* The row of a line that is as it was; *taken says which rows have one. */
static const void *same_line(const struct service_parts *was, enum service_part part,
                             struct str line, bool *taken, struct arena *a)
{
	struct any_list list = service_part_list(was, part);

	for (size_t i = 0; i < list.n; i++) {
		const void *x = service_part_at(&list, part, i);

		if (taken[i] || !str_is(line, kinds[part].line(was, x, a)))
			continue;
		taken[i] = true;
		return x;
	}
	return NULL;
}

/* Lines that are new take over the rows of lines that are gone. */
static void take_rows(const struct any_list *was, const bool *taken, enum service_part part,
                      const struct any_list *now)
{
	size_t next = 0;

	for (size_t i = 0; i < now->n; i++) {
		char *x = service_part_at(now, part, i);
		const char *old, *came_as;
		struct head head;

		memcpy(&head, x, sizeof(head));
		while (next < was->n && taken[next])
			next++;
		if (head.id != 0 || next == was->n)
			continue;
		old = service_part_at(was, part, next++);
		memcpy(x, old, sizeof(head));
		memcpy(&came_as, old + kinds[part].external_id, sizeof(came_as));
		memcpy(x + kinds[part].external_id, &came_as, sizeof(came_as));
	}
}

static bool fill_one(const struct reading *r, enum service_part part, const char *text,
                     struct any_list *ret, const char **why)
{
	const struct kind *k = &kinds[part];
	struct any_list was = service_part_list(r->of, part);
	bool *taken = ARENA_ARRAY(r->a, was.n + 1, bool);
	struct any_list now = { 0, arena_alloc(r->a, SERVICE_PART_MOST * k->size) };
	struct str rest = str_of(text), line;

	while (str_cut(&rest, '\n', &line)) {
		const void *same;

		line = str_trim(line);
		if (line.n == 0)
			continue;
		if (now.n == SERVICE_PART_MOST) {
			*why = arena_printf(r->a, _("No more than %d lines."), SERVICE_PART_MOST);
			return false;
		}
		same = same_line(r->of, part, line, taken, r->a);
		if (same)
			memcpy(service_part_at(&now, part, now.n), same, k->size);
		else if (!k->read(r, line, service_part_at(&now, part, now.n), why))
			return false;
		now.n++;
	}
	take_rows(&was, taken, part, &now);
	*ret = now;
	return true;
}

static bool names(const struct values *v, const char *name)
{
	for (size_t i = 0; i < v->n; i++)
		if (text_equal(v->at[i].name, name))
			return true;
	return false;
}

void service_parts_fill(struct service_parts *x, const struct values *v, day today, struct arena *a,
                        struct problems *problems)
{
	const struct reading r = { x, today, a };

	for (int i = 0; i < SERVICE_PARTS; i++) {
		struct any_list list;
		const char *why = "";

		if (!names(v, kinds[i].name))
			continue;
		if (fill_one(&r, (enum service_part)i, values_get(v, kinds[i].name), &list, &why))
			service_part_set(x, (enum service_part)i, list);
		else
			problem_add(problems, a, kinds[i].name, "%s", why);
	}
}
