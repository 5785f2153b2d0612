#include "model/account_form.h"

#include "base/words.h"
#include "model/phone.h"
#include "model/when.h"

#include <string.h>

#define LOGIN_MOST 32
#define NAME_MOST  160

/* clang-format off */
const struct field account_fields[] = {
	{ "login", _("Login"), FIELD_TEXT, NULL, FIELD_NEEDED, _("Small letters and digits, usually the first name. It stays."), 24 },
	{ "name", _("Name"), FIELD_TEXT, NULL, FIELD_NEEDED, _("As colleagues know them"), 40 },
	{ "", _("WHAT THEY DO HERE"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "volunteer", _("Volunteer"), FIELD_ASKED, NULL, 0, _("At the desk: messages, visitors, services; nobody's record"), 0 },
	{ "link_worker", _("Link worker"), FIELD_ASKED, NULL, 0, _("People of their own"), 0 },
	{ "coordinator", _("Coordinator"), FIELD_ASKED, NULL, 0, _("Accounts, settings, everybody's cases. A second person agrees."), 0 },
	{ "auditor", _("Auditor"), FIELD_ASKED, NULL, 0, _("Who did what; nobody's record. A second person agrees."), 0 },
	{ "why", _("Because"), FIELD_TEXT, NULL, 0, _("For coordinator or auditor: the second person reads it"), 0 },
	{ "", _("AND"), FIELD_HEADING, NULL, 0, NULL, 0 },
	{ "phone", _("Telephone"), FIELD_PHONE, NULL, 0, _("Where colleagues reach them"), 20 },
	{ "vetted_on", _("Vetted on"), FIELD_DAY, NULL, 0, _("When their check came back: 3/10, 2026-10-03"), 16 },
	{ 0 },
};
/* clang-format on */

static const struct {
	const char *word;
	unsigned bit;
} roles[] = {
	{ "volunteer", ROLE_VOLUNTEER },
	{ "link_worker", ROLE_LINK_WORKER },
	{ "coordinator", ROLE_COORDINATOR },
	{ "auditor", ROLE_AUDITOR },
};

static unsigned role_bit(struct str word)
{
	for (size_t i = 0; i < COUNT_OF(roles); i++)
		if (str_is(word, roles[i].word))
			return roles[i].bit;
	return str_is(word, "link-worker") ? ROLE_LINK_WORKER : 0;
}

unsigned account_roles_parse(struct str words, struct str *bad)
{
	struct str word;
	unsigned set = 0;

	*bad = words;
	while (str_cut(&words, ',', &word)) {
		unsigned bit = role_bit(str_trim(word));

		*bad = word;
		if (bit == 0)
			return 0;
		set |= bit;
	}
	return set;
}

static bool login_plain(const char *login)
{
	size_t n = strlen(login);

	return n > 0 && n <= LOGIN_MOST &&
	       strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789._-") == n &&
	       !strchr("._-", login[0]);
}

static void take_day(const char *text, day today, struct arena *a, struct problems *problems,
                     struct account *ret)
{
	const struct when_from from = { today, NULL, WHEN_BACK };
	const char *fault = "";
	struct when when;

	if (text_empty(text))
		return;
	if (when_parse(text, &from, a, &when, &fault) != OK)
		problem_add(problems, a, "vetted_on", "%s", fault);
	else if (when.on > today)
		problem_add(problems, a, "vetted_on", _("That day has not come yet."));
	else
		ret->vetted_on = when.on;
}

void account_typed(const struct values *v, day today, struct arena *a, struct problems *problems,
                   struct account *ret)
{
	struct account x = account_blank;

	x.login = account_login(str_of(values_get(v, "login")), a);
	x.name = arena_str(a, str_trim(str_of(values_get(v, "name"))));
	x.phone = arena_str(a, str_trim(str_of(values_get(v, "phone"))));
	for (size_t i = 0; i < COUNT_OF(roles); i++)
		if (text_equal(values_get(v, roles[i].word), "yes"))
			x.roles |= roles[i].bit;
	if (!login_plain(x.login))
		problem_add(problems, a, "login",
		            _("1 to 32 small letters, digits, dots or hyphens; a letter or digit "
		              "first."));
	if (text_equal(x.login, DESK_LOGIN))
		problem_add(problems, a, "login",
		            _("That one is kept for the Desk without a name."));
	if (text_empty(x.name) || strlen(x.name) > NAME_MOST)
		problem_add(problems, a, "name", _("A name is needed, as colleagues know them."));
	if (x.roles == 0)
		problem_add(problems, a, "volunteer", _("At least one of the four: y."));
	if (!text_empty(x.phone) && !phone_plausible(x.phone))
		problem_add(problems, a, "phone", _("That is no telephone number."));
	take_day(values_get(v, "vetted_on"), today, a, problems, &x);
	*ret = x;
}

struct values account_values(const struct account *x, struct arena *a)
{
	struct values v = { 0 };

	values_set(&v, a, "login", x->login);
	values_set(&v, a, "name", x->name);
	for (size_t i = 0; i < COUNT_OF(roles); i++)
		values_set(&v, a, roles[i].word, x->roles & roles[i].bit ? "yes" : "no");
	values_set(&v, a, "phone", x->phone);
	if (x->vetted_on != DAY_NONE)
		values_set(&v, a, "vetted_on", day_iso(x->vetted_on, a));
	return v;
}
