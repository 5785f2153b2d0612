#include "casework/level.h"

#include "act.h"
#include "assessed.h"

#include "base/words.h"
#include "casework/lists.h"
#include "model/none.h"
#include "store/concerns.h"
#include "store/people.h"

static enum status not_raised(struct session *s, const char *code)
{
	return session_fail(s, E_NOT_FOUND, _("%s was not raised at the last assessment."),
	                    session_concern_label(s, code));
}

/* The concern as it stands, and the assessment that has it. E_NOT_FOUND with its sentence. */
static enum status find(struct session *s, struct person_id person, const char *code,
                        struct arena *a, struct assessment *from, struct concern *ret)
{
	struct assessed_standing x = { 0 };
	enum status rc = assessed_standing(s, person, a, &x);

	if (rc == E_NOT_FOUND)
		return not_raised(s, code);
	if (rc != OK)
		return session_store(s, rc);
	for (size_t i = 0; i < x.concerns.n; i++)
		if (text_equal(x.concerns.at[i].code, code)) {
			*ret = x.concerns.at[i];
			*from = *assessed_of(&x, ret);
			return OK;
		}
	return not_raised(s, code);
}

enum status casework_level(struct session *s, struct person_id person, const char *code,
                           struct arena *a, struct level_view *ret)
{
	struct level_view v = { .code = code, .score = NUMBER_NONE, .own_words = "" };
	struct assessment from;
	struct concern c = concern_blank;
	enum status rc = act_read(s, OP_OPEN_PERSON, person);

	if (rc == OK)
		rc = casework_strip(s, person, a, &v.strip);
	if (rc == OK)
		rc = find(s, person, code, a, &from, &c);
	if (rc != OK)
		return rc;
	v.label = session_concern_label(s, code);
	v.score = c.score;
	v.own_words = c.own_words;
	v.level = c.level;
	v.levels = levels_load(a);
	*ret = v;
	return OK;
}

static enum status set_in(struct session *s, struct change *c, struct person_id person,
                          const char *code, enum need_level level, struct arena *a)
{
	struct assessment from = assessment_blank;
	struct concern x = concern_blank;
	enum status rc = find(s, person, code, a, &from, &x);

	if (rc == OK && from.status == ASSESSMENT_LOCKED)
		return session_fail(s, E_CONFLICT,
		                    _("That assessment is locked. The next one takes it."));
	if (rc != OK)
		return rc;
	x.level = level;
	return concern_put(c, &x);
}

enum status casework_set_level(struct session *s, struct person_id person, const char *code,
                               enum need_level level)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct person p;
	enum status rc = casework_may_about(s, OP_PLAN, person);

	if (rc == OK && level == NEED_LEVEL_NONE)
		rc = session_fail(s, E_INVALID, _("1 to 4, or 0 for not judged."));
	if (rc == OK)
		rc = session_store(s, person_get(s->store, person, &a, &p));
	if (rc == OK) {
		s->fault[0] = '\0';
		rc = act_begin(s, OP_PLAN, &c, person,
		               arena_printf(&a, _("how great the need is, %s: %s %s"),
		                            act_name(&p, &a), session_concern_label(s, code),
		                            words_label(&need_levels, (int)level)));
		if (rc == OK)
			rc = set_in(s, &c, person, code, level, &a);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}
