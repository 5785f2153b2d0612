#include "casework/rules.h"

#include "act.h"
#include "rules_read.h"

#include "base/words.h"
#include "store/accounts.h"
#include "store/loaded_rules.h"

static const struct loaded_rules *loaded_of(const struct loaded_rules_list *all,
                                            enum rule_file file)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].name == file)
			return &all->at[i];
	return NULL;
}

static enum status add_row(struct session *s, const struct loaded_rules *own, enum rule_file file,
                           struct arena *a, struct rule_rows *ret)
{
	struct rule_row row = { .file = file, .loaded_on = DAY_NONE, .loaded_by = "" };
	struct rule_faults faults;
	struct account by;
	enum status rc;

	row.body = own ? str_of(own->body) : rule_file_shipped(file);
	if (rule_file_check(file, row.body, a, &faults, &row.rules) != OK) {
		row.strange = true;
		row.body = rule_file_shipped(file);
		if (rule_file_check(file, row.body, a, &faults, &row.rules) != OK)
			return session_fail(s, E_DAMAGED, _("clew's own rules are not in order."));
	}
	if (own) {
		row.loaded = true;
		row.loaded_on = own->loaded_on;
		rc = account_get(s->store, own->loaded_by, a, &by);
		if (rc != OK)
			return session_store(s, rc);
		row.loaded_by = by.login;
	}
	*ARENA_PUSH(a, ret) = row;
	return OK;
}

enum status casework_rules(struct session *s, struct arena *a, struct rule_rows *ret)
{
	struct loaded_rules_list all = { 0 };
	struct rule_rows rows = { 0 };
	enum status rc = casework_may(s, OP_SEE_RULES);

	if (rc == OK)
		rc = session_store(s, loaded_rules_all(s->store, a, &all));
	for (size_t i = 0; rc == OK && i < rule_files.n; i++) {
		enum rule_file file = (enum rule_file)rule_files.at[i].value;

		rc = add_row(s, loaded_of(&all, file), file, a, &rows);
	}
	if (rc == OK)
		*ret = rows;
	return rc;
}

/* What holds afterwards is read at once: the next thing done here goes by it. */
static enum status ended(struct session *s, struct change *c, enum status rc)
{
	rc = act_end(s, c, rc);
	return rc == OK ? session_read_rules_again(s) : rc;
}

enum status casework_load_rules(struct session *s, struct str body, struct arena *a,
                                struct rule_faults *faults, enum rule_file *ret)
{
	enum rule_file file = rule_file_of(body);
	struct change c = { 0 };
	size_t rows;
	enum status rc = casework_may(s, OP_LOAD_RULES);

	*faults = (struct rule_faults){ 0 };
	if (rc != OK)
		return rc;
	if (rule_file_check(file, body, a, faults, &rows) != OK)
		return session_fail(s, E_INVALID, _("%zu to mend in the file. Nothing was loaded."),
		                    faults->n + faults->more);
	rc = act_begin(s, OP_LOAD_RULES, &c, (struct person_id){ 0 },
	               arena_printf(a, _("rules loaded: %s"), words_label(&rule_files, (int)file)));
	if (rc == OK)
		rc = loaded_rules_put(&c, &(struct loaded_rules){ .name = file,
		                                                  .body = arena_str(a, body),
		                                                  .loaded_on = s->today,
		                                                  .loaded_by = s->account.id });
	rc = ended(s, &c, rc);
	if (rc == OK)
		*ret = file;
	return rc;
}

enum status casework_drop_rules(struct session *s, enum rule_file file)
{
	struct loaded_rules_list all = { 0 };
	struct arena a = { 0 };
	struct change c = { 0 };
	enum status rc = casework_may(s, OP_LOAD_RULES);

	if (rc == OK)
		rc = session_store(s, loaded_rules_all(s->store, &a, &all));
	if (rc == OK && !loaded_of(&all, file))
		rc = session_fail(s, E_NOT_FOUND, _("Those that came with clew hold already."));
	if (rc == OK) {
		rc = act_begin(s, OP_LOAD_RULES, &c, (struct person_id){ 0 },
		               arena_printf(&a, _("rules of its own taken away: %s"),
		                            words_label(&rule_files, (int)file)));
		if (rc == OK)
			rc = loaded_rules_remove(&c, file);
		rc = ended(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}
