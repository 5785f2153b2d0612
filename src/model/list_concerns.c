#include "list_read.h"

#include "base/text.h"
#include "base/words.h"
#include "model/red.h"

#include "concern_key.h"

#include <string.h>

static void read_aliases(struct str text, struct arena *a, struct concern_item *item)
{
	struct {
		size_t n;
		const char **at;
	} list = { 0 };
	struct str one;

	while (str_cut(&text, ';', &one)) {
		const char *key = concern_key(one, a);

		if (*key)
			*ARENA_PUSH(a, &list) = key;
	}
	item->aliases = list.n;
	item->alias = list.at;
}

static struct str domain_of(struct str code)
{
	struct str domain = code;

	(void)str_cut(&code, '.', &domain);
	return domain;
}

static void check_code(struct list_read *r, const char *code)
{
	struct str rest = str_of(code), part;
	size_t parts = 0;

	while (str_cut(&rest, '.', &part))
		parts += part.n > 0;
	if (*code && (parts != 2 || strchr(code, '.') != strrchr(code, '.')))
		list_fault(r, "code", _("is a domain, a full stop and a word: practical.money"));
	for (size_t i = 0; i < r->items.n; i++)
		if (*code && text_equal(r->items.at[i].code, code))
			list_fault(r, "code", _("%s stands in this list already"), code);
}

static void check_ask(struct list_read *r, const struct concern_item *item)
{
	if (!ask_when_valid(item->ask_when))
		list_fault(r, "ask_when",
		           _("is empty, any, any in treatment, or score >= and a number 1 to 10"));
	if (!text_empty(item->ask_when) && text_empty(item->ask))
		list_fault(r, "ask", _("is needed: what is said when the answer needs a person"));
	if (text_empty(item->ask_when) && !text_empty(item->ask))
		list_fault(r, "ask_when", _("is needed: when that is asked"));
}

/* Items of a domain stand together, under one label. */
static void take_domain(struct list_read *r, const struct concern_item *item)
{
	const char *label = list_text(r, "domain");

	for (size_t i = 0; i + 1 < r->domains.n; i++)
		if (text_equal(r->domains.at[i].code, item->domain)) {
			list_fault(r, "code", _("%s stood further up: keep a domain together"),
			           item->domain);
			return;
		}
	if (r->domains.n == 0 || !text_equal(r->domains.at[r->domains.n - 1].code, item->domain)) {
		struct concern_domain *domain = ARENA_PUSH(r->a, &r->domains);

		domain->code = item->domain;
		domain->label = label;
		domain->first = r->items.n - 1;
	} else if (*label && !text_equal(r->domains.at[r->domains.n - 1].label, label)) {
		list_fault(r, "domain", _("is called “%s” further up"),
		           r->domains.at[r->domains.n - 1].label);
	}
	r->domains.at[r->domains.n - 1].count++;
}

static void take_concern(struct list_read *r)
{
	const char *code = list_text(r, "code");
	struct concern_item *item;

	check_code(r, code);
	item = ARENA_PUSH(r->a, &r->items);
	item->place = r->items.n - 1;
	item->code = code;
	item->domain = arena_str(r->a, domain_of(str_of(code)));
	item->label = list_text(r, "label");
	item->plain = list_text(r, "plain");
	item->ask_when = list_text(r, "ask_when");
	item->ask = list_text(r, "ask");
	item->like = list_text(r, "like");
	item->folded_label = concern_key(str_of(item->label), r->a);
	item->folded_plain = concern_key(str_of(item->plain), r->a);
	read_aliases(list_cell(r, "aliases"), r->a, item);
	check_ask(r, item);
	take_domain(r, item);
	if (*item->like && !concern_code_is_own(item->like))
		list_fault(r, "like", _("%s is no concern of clew's own list, " CONCERNS_NEWEST),
		           item->like);
}

void list_concerns_end(struct list_read *r)
{
	if (r->items.n == 0 && r->faults->n == 0)
		list_fault(r, NULL, _("there is not one concern"));
}

static const struct list_column columns[] = {
	{ "code", LIST_NEEDED | LIST_CODE },
	{ "domain", LIST_NEEDED },
	{ "label", LIST_NEEDED },
	{ "plain", 0 },
	{ "ask_when", 0 },
	{ "ask", LIST_LONG },
	{ "aliases", LIST_LONG },
	{ "like", LIST_CODE },
	{ 0 },
};

const struct list_table list_concern_table = { LIST_CONCERNS, columns, take_concern };
