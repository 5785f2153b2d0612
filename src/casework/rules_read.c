#include "rules_read.h"

#include "base/words.h"
#include "model/caseload.h"
#include "model/day_off.h"
#include "model/rule_file.h"
#include "store/days_off.h"
#include "store/loaded_rules.h"

/*
 * What a newer clew could read may be strange to this one: then clew's own rules stand, so that the file
 * opens, and the list of rules says so.
 */
static struct str text_of(const struct loaded_rules_list *loaded, enum rule_file file)
{
	struct rule_faults faults;
	struct arena a = { 0 };
	struct str text = rule_file_shipped(file);
	size_t rows;

	for (size_t i = 0; i < loaded->n; i++)
		if (loaded->at[i].name == file &&
		    rule_file_check(file, str_of(loaded->at[i].body), &a, &faults, &rows) == OK)
			text = str_of(loaded->at[i].body);
	arena_reset(&a);
	return text;
}

static enum status read_rules(struct session *s, const struct loaded_rules_list *loaded)
{
	struct session_rules rules = {
		.happened = text_of(loaded, RULES_HAPPENED),
		.try_again = text_of(loaded, RULES_TRY_AGAIN),
	};
	enum status rc = due_rules_read(text_of(loaded, RULES_DUE), &rules.due);

	if (rc == OK)
		rc = quiet_rules_read(text_of(loaded, RULES_QUIET), s->service.quiet_days,
		                      &rules.cases);
	if (rc != OK)
		return session_fail(s, E_DAMAGED, _("clew's own rules are not in order."));
	rules.due.at[DUE_FIRST_CONTACT].after = s->service.first_contact_days;
	rules.due.at[DUE_CHECK_BACK].after = s->service.check_back_days;
	rules.cases.change_behind = rules.due.at[DUE_CHANGE_BEHIND].after;
	rules.cases.change_ahead = rules.due.at[DUE_CHANGE_AHEAD].after;
	s->rules = rules;
	return OK;
}

enum status session_read_rules(struct session *s)
{
	struct loaded_rules_list loaded = { 0 };
	struct day_off_list off = { 0 };
	enum status rc = loaded_rules_all(s->store, &s->arena, &loaded);

	if (rc == OK)
		rc = days_off_all(s->store, &s->arena, &off);
	if (rc != OK)
		return session_store(s, rc);
	holidays_with(&s->holidays, &off, &s->arena, &s->holidays);
	return read_rules(s, &loaded);
}

enum status session_read_rules_again(struct session *s)
{
	if (holidays_load(s->service.nation, &s->arena, &s->holidays) != OK)
		return session_fail(s, E_DAMAGED, _("The file names no nation that clew knows."));
	return session_read_rules(s);
}

day session_due(const struct session *s, enum due what, day from)
{
	return due_on(&s->rules.due, what, from, &s->holidays);
}
