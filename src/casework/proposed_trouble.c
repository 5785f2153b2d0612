#include "trouble_in.h"

#include "approved.h"

#include "base/str.h"
#include "base/words.h"
#include "model/listing.h"
#include "store/derive.h"
#include "store/services.h"

#include <stdlib.h>

/* As the body of what is asked says it. */
static const char *const kinds[] = {
	[TROUBLE_CLOSED] = "closed", [TROUBLE_CLOSED_UNTIL] = "closed_until",
	[TROUBLE_FULL] = "full",     [TROUBLE_NUMBER] = "number",
	[TROUBLE_OTHER] = "other",
};

bool trouble_only_proposes(const struct session *s)
{
	return op_permit(OP_EDIT_SERVICE, s->account.roles, STANDING_OWN, s->service.team) ==
	       PERMIT_TO_PROPOSE;
}

bool trouble_proposed(const struct values *body)
{
	return !text_empty(values_get(body, "trouble"));
}

/* ---- what is asked ---- */

static const char *on_one_line(const char *words, struct arena *a)
{
	char *text = arena_strdup(a, words ? words : "");

	for (char *c = text; *c; c++)
		if (*c == '\n')
			*c = ' ';
	return text;
}

static const char *what_is_wrong(const struct session *s, const struct service *x,
                                 const struct service_trouble *t, struct arena *a)
{
	switch (t->kind) {
	case TROUBLE_CLOSED:
	case TROUBLE_CLOSED_UNTIL:
	case TROUBLE_FULL:
		return listing_closed(x, s->today, a);
	case TROUBLE_NUMBER:
	case TROUBLE_OTHER:
	case TROUBLE_OVER:
		break;
	}
	return on_one_line(x->alert, a);
}

enum status trouble_propose_in(struct session *s, struct change *c, const struct service *x,
                               const struct service_trouble *t, struct arena *a)
{
	struct new_approval ask = { .op = OP_EDIT_SERVICE, .why = _("said at the Desk") };

	values_set(&ask.body, a, "service", arena_printf(a, "%lld", (long long)x->id.n));
	values_set(&ask.body, a, "trouble", kinds[t->kind]);
	if (t->kind == TROUBLE_CLOSED_UNTIL)
		values_set(&ask.body, a, "until", arena_printf(a, "%d", (int)t->until));
	if (t->kind == TROUBLE_NUMBER || t->kind == TROUBLE_OTHER)
		values_set(&ask.body, a, "alert", on_one_line(x->alert, a));
	return approval_ask_in(
		s, c, &ask,
		arena_printf(a, _("change %s: %s"), x->name, what_is_wrong(s, x, t, a)));
}

/* ---- what is answered ---- */

static bool read_trouble(const struct service *x, const struct values *body,
                         struct service_trouble *ret)
{
	const char *kind = values_get(body, "trouble");

	*ret = (struct service_trouble){ .service = x->id, .until = DAY_NONE, .words = "" };
	for (size_t i = TROUBLE_CLOSED; i < COUNT_OF(kinds); i++)
		if (text_equal(kinds[i], kind))
			ret->kind = (enum service_trouble_kind)i;
	if (ret->kind == TROUBLE_CLOSED_UNTIL)
		ret->until = (day)strtol(values_get(body, "until"), NULL, 10);
	return ret->kind != 0;
}

enum status trouble_agreed_in(struct session *s, struct change *c, struct service *x,
                              const struct values *body, struct arena *a)
{
	struct service_trouble t;
	size_t told;

	(void)a;
	if (!read_trouble(x, body, &t))
		return session_fail(s, E_INVALID, _("That is not asked of a second person."));
	/* Of the number and the rest the entry warns already. */
	if (t.kind == TROUBLE_NUMBER || t.kind == TROUBLE_OTHER)
		return OK;
	return service_trouble_in(s, c, x, &t, &told);
}

/* Nobody has changed it since. */
static bool shows(const struct service *x, const struct service_trouble *t,
                  const struct values *body, struct arena *a)
{
	switch (t->kind) {
	case TROUBLE_CLOSED:
		return x->status == SERVICE_CLOSED;
	case TROUBLE_CLOSED_UNTIL:
		return x->status == SERVICE_CLOSED_UNTIL && x->closed_until == t->until;
	case TROUBLE_FULL:
		return x->status == SERVICE_FULL;
	case TROUBLE_NUMBER:
	case TROUBLE_OTHER:
		return text_equal(on_one_line(x->alert, a), values_get(body, "alert"));
	case TROUBLE_OVER:
		break;
	}
	return false;
}

enum status trouble_refused_in(struct session *s, struct change *c, struct service *x,
                               const struct values *body, struct arena *a)
{
	struct service_trouble t;
	size_t told;
	enum status rc;

	if (!read_trouble(x, body, &t) || !shows(x, &t, body, a))
		return OK;
	if (t.kind != TROUBLE_NUMBER && t.kind != TROUBLE_OTHER) {
		t.kind = TROUBLE_OVER;
		return service_trouble_in(s, c, x, &t, &told);
	}
	x->alert = "";
	x->ring_first = x->ring_first && t.kind != TROUBLE_NUMBER;
	rc = service_update(c, x);
	return rc == OK ? derive_service(c, x->id) : rc;
}
