#include "model/account.h"

#include "base/words.h"

const struct account account_blank = {
	.login = "",
	.name = "",
	.phone = "",
	.vetted_on = DAY_NONE,
};

const char *account_login(struct str typed, struct arena *a)
{
	char *login = arena_str(a, str_trim(typed));

	for (char *c = login; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return login;
}

const char *account_roles_text(unsigned roles, struct arena *a)
{
	static const struct {
		unsigned bit;
		const char *label;
	} names[] = {
		{ ROLE_COORDINATOR, _("coordinator") }, { ROLE_LINK_WORKER, _("link worker") },
		{ ROLE_VOLUNTEER, _("volunteer") },     { ROLE_AUDITOR, _("auditor") },
		{ ROLE_DESK, _("the Desk, no name") },
	};
	const char *text = "";

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (!(roles & names[i].bit))
			continue;
		roles &= ~names[i].bit;
		text = arena_printf(a, "%s%s%s", text,
		                    text_empty(text) ? "" : (roles ? ", " : _(" and ")),
		                    names[i].label);
	}
	return text;
}

bool account_is_another(const struct account *x, struct account_id by, int64_t now)
{
	if (x->id.n == by.n)
		return false;
	return x->code_by.n != by.n || x->code_at == 0 ||
	       now >= x->code_at + ACCOUNT_OWN_AGAIN_SECONDS;
}
