#include "shelf.h"

#include "base/words.h"
#include "store/loaded_lists.h"

static const struct list_file *standing(const struct shelf *shelf, const char *name)
{
	for (size_t i = 0; shelf && i < shelf->n; i++)
		if (text_equal(shelf->at[i]->head->name, name))
			return shelf->at[i];
	return NULL;
}

static enum status put(struct session *s, struct str body, const char *name,
                       const struct list_file **ret)
{
	struct list_file *file = ARENA_NEW(&s->arena, struct list_file);
	struct list_faults faults;

	if (list_read(body, &s->arena, file, &faults) != OK)
		return session_fail(s, E_DAMAGED, _("The list %s cannot be read: %s."), name,
		                    list_fault_text(&faults.at[0], &s->arena));
	if (!s->shelf)
		s->shelf = ARENA_NEW(&s->arena, struct shelf);
	*ARENA_PUSH(&s->arena, s->shelf) = file;
	*ret = file;
	return OK;
}

enum status shelf_get(struct session *s, const char *name, const struct list_file **ret)
{
	const struct list_file *file = standing(s->shelf, name);
	struct arena a = { 0 };
	struct loaded_list loaded;
	struct str own;
	enum status rc;

	if (file) {
		*ret = file;
		return OK;
	}
	own = list_built_in(name, &a);
	if (own.at) {
		rc = put(s, own, name, ret);
	} else {
		rc = session_store(s, loaded_list_get(s->store, name, &a, &loaded));
		if (rc == OK)
			rc = put(s, str_of(loaded.body), name, ret);
		else if (rc == E_NOT_FOUND)
			rc = session_fail(s, rc, _("There is no list %s here."), name);
	}
	arena_reset(&a);
	return rc;
}

enum status session_concerns(struct session *s, const char *list, const struct concern_set **ret)
{
	const struct list_file *file = NULL;
	enum status rc = shelf_get(s, list, &file);

	if (rc != OK || !file)
		return rc;
	if (file->head->kind != LIST_CONCERNS)
		return session_fail(s, E_NOT_FOUND, _("%s is no list of concerns."), list);
	*ret = &file->concerns;
	return OK;
}

enum status session_measure(struct session *s, const char *name, const struct measure **ret)
{
	const struct list_file *file = NULL;
	enum status rc = shelf_get(s, name, &file);

	if (rc != OK || !file)
		return rc;
	if (file->head->kind != LIST_MEASURE)
		return session_fail(s, E_NOT_FOUND, _("%s is no measure."), name);
	*ret = &file->measure;
	return OK;
}

/* ---- a concern, wherever it stands ---- */

static const struct concern_item *item_in(struct session *s, const char *list, const char *code)
{
	const struct concern_set *set = NULL;

	return session_concerns(s, list, &set) == OK ? concern_find(set, code) : NULL;
}

static const struct concern_item *item_of_built_in(struct session *s, const char *code)
{
	const struct concern_item *item = item_in(s, CONCERNS_NEWEST, code);
	struct arena a = { 0 };
	struct list_names names;

	list_names_built_in(LIST_CONCERNS, &a, &names);
	for (size_t i = names.n; !item && i > 0; i--)
		item = item_in(s, names.at[i - 1], code);
	arena_reset(&a);
	return item;
}

/* Of several versions the newest: their names are in order. */
static const struct concern_item *item_of_loaded(struct session *s, const char *code)
{
	const struct concern_item *item = NULL;
	struct arena a = { 0 };
	struct loaded_list_list all = { 0 };

	if (loaded_lists_all(s->store, &a, &all) != OK)
		all.n = 0;
	for (size_t i = all.n; !item && i > 0; i--)
		if (all.at[i - 1].kind == LIST_CONCERNS)
			item = item_in(s, all.at[i - 1].name, code);
	arena_reset(&a);
	return item;
}

static const struct concern_item *item_of(struct session *s, const char *code)
{
	const struct concern_item *item = item_of_built_in(s, code);

	return item ? item : item_of_loaded(s, code);
}

const char *session_concern_label(struct session *s, const char *code)
{
	const struct concern_item *item = text_empty(code) ? NULL : item_of(s, code);

	return item ? item->label : arena_strdup(&s->arena, code);
}

const char *session_concern_label_in(struct session *s, const char *list, const char *code)
{
	const struct concern_item *item = text_empty(list) ? NULL : item_in(s, list, code);

	return item ? item->label : session_concern_label(s, code);
}

const char *session_concern_like(struct session *s, const char *code)
{
	const struct concern_item *item = text_empty(code) ? NULL : item_of(s, code);

	if (!item)
		return "";
	return *item->like ? item->like : item_in(s, CONCERNS_NEWEST, code) ? item->code : "";
}
