#include "leaving.h"

#include "assessed.h"
#include "sharing.h"

#include "base/words.h"
#include "casework/lists.h"
#include "casework/signposts.h"
#include "model/lists.h"
#include "model/phone.h"
#include "store/concerns.h"
#include "store/people.h"
#include "store/safe_contacts.h"
#include "store/services.h"

static const char *join(const char *text, const char *more, struct arena *a)
{
	if (text_empty(more))
		return text;
	return text_empty(text) ? more : arena_printf(a, "%s, %s", text, more);
}

/* "Jane Carter", as one says it on the telephone. */
static const char *said_name(const struct person *p, struct arena *a)
{
	if (text_empty(p->given_name))
		return p->family_name;
	return arena_printf(a, "%s %s", p->given_name, p->family_name);
}

static const char *language_text(const struct person *p, struct arena *a)
{
	const char *text = text_empty(p->language) ? "" : p->language;

	if (!text_empty(p->interpreter))
		text = join(text, arena_printf(a, _("interpreter: %s"), p->interpreter), a);
	return join(text, p->access_needs, a);
}

/* What they said of it when they were last asked. */
static enum status read_words(struct session *s, struct person_id person, const char *concern,
                              struct arena *a, const char **ret)
{
	struct assessed_standing x = { 0 };
	enum status rc = assessed_standing(s, person, a, &x);

	*ret = "";
	for (size_t i = 0; rc == OK && i < x.concerns.n; i++)
		if (text_equal(x.concerns.at[i].code, concern))
			*ret = x.concerns.at[i].own_words;
	return rc == E_NOT_FOUND ? OK : rc;
}

enum status leaving_read(struct session *s, const struct person *p, const char *concern,
                         struct arena *a, struct leaving *ret)
{
	struct leaving l = { .value = { "" } };
	struct person_strip strip;
	struct safe_contact safe;
	enum status rc = casework_strip(s, p->id, a, &strip);

	if (rc != OK)
		return rc;
	rc = safe_contact_get(s->store, p->id, a, &safe);
	if (rc == OK)
		rc = read_words(s, p->id, concern, a, &l.value[LEAVES_WORDS]);
	if (rc != OK)
		return session_store(s, rc);
	l.value[LEAVES_NAME] = said_name(p, a);
	l.value[LEAVES_PHONE] = strip.phone;
	l.value[LEAVES_REACH] = safe_to_pass_on(&safe, a);
	l.value[LEAVES_NEED] = text_empty(concern) ? "" : session_concern_label(s, concern);
	l.value[LEAVES_BORN] = strip.born;
	l.value[LEAVES_ADDRESS] = join(text_empty(p->address) ? "" : p->address, p->postcode, a);
	l.value[LEAVES_LANGUAGE] = language_text(p, a);
	l.value[LEAVES_ILLNESS] = p->knows_cancer != KNOWS_YES ? ""
	                          : text_empty(p->cancer_group)
	                                  ? _("cancer")
	                                  : choice_label("cancer-groups", p->cancer_group, a);
	*ret = l;
	return OK;
}

enum status casework_what_leaves(struct session *s, struct person_id person,
                                 struct service_id service, const char *concern, struct arena *a,
                                 struct what_leaves *ret)
{
	struct what_leaves w = { .state = "" };
	struct share_with with = { .purpose = PURPOSE_REFER, .service = service };
	struct sharing sharing;
	struct person p;
	struct service to;
	enum status rc = casework_may_about(s, OP_REFER, person);

	if (rc == OK)
		rc = session_store(s, person_get(s->store, person, a, &p));
	if (rc == OK)
		rc = session_store(s, service_get(s->store, service, a, &to));
	if (rc == OK)
		rc = casework_strip(s, person, a, &w.strip);
	if (rc == OK)
		rc = leaving_read(s, &p, concern ? concern : "", a, &w.leaving);
	if (rc != OK)
		return rc;
	w.service = with.to_whom = to.name;
	w.phone = text_empty(to.phone) ? "" : phone_shown(to.phone, a);
	rc = sharing_read(s, person, &with, a, &sharing);
	if (rc == OK)
		rc = sharing_state(s, &sharing, a, &w.state);
	if (rc != OK)
		return rc;
	w.agreed = sharing.allowed;
	w.said_no =
		sharing.found.state == CONSENT_REFUSED || sharing.found.state == CONSENT_TAKEN_BACK;
	w.words = consent_words(sharing.rule.words, to.name, a);
	*ret = w;
	return OK;
}
