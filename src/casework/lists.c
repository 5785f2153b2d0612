#include "casework/lists.h"

#include "act.h"
#include "settings_read.h"
#include "shelf.h"

#include "base/file.h"
#include "base/words.h"
#include "store/accounts.h"
#include "store/loaded_lists.h"
#include "store/settings.h"

/* ---- which there are ---- */

/* Is name among those, a space between? */
static bool stands_among(const char *names, const char *name)
{
	struct str rest = str_of(names), one;

	while (str_cut(&rest, ' ', &one))
		if (str_is(one, name))
			return true;
	return false;
}

static const char *name_of(struct session *s, struct account_id id, struct arena *a)
{
	struct account account;

	return account_get(s->store, id, a, &account) == OK ? account.name : "";
}

static enum status add_row(struct session *s, const char *name, const struct loaded_list *loaded,
                           struct arena *a, struct list_rows *rows)
{
	const struct list_choice *choice = &s->service.lists;
	const struct list_file *file;
	struct list_row row = {
		.built_in = !loaded, .offered = true, .loaded_on = DAY_NONE, .loaded_by = ""
	};
	enum status rc = shelf_get(s, name, &file);

	if (rc == OK)
		rc = session_store(s, list_used(s->store, name, &row.used));
	if (rc != OK)
		return rc;
	row.head = file->head;
	row.n = file->head->kind == LIST_CONCERNS ? file->concerns.n : file->measure.n;
	row.for_people = text_equal(choice->people, name);
	row.for_carers = text_equal(choice->carers, name);
	row.always = stands_among(choice->measures, name);
	if (loaded) {
		row.offered = loaded->offered;
		row.loaded_on = loaded->loaded_on;
		row.loaded_by = name_of(s, loaded->loaded_by, a);
	}
	*ARENA_PUSH(a, rows) = row;
	return OK;
}

static enum status add_kind(struct session *s, enum list_kind kind,
                            const struct loaded_list_list *loaded, struct arena *a,
                            struct list_rows *rows)
{
	struct list_names own;
	enum status rc = OK;

	list_names_built_in(kind, a, &own);
	for (size_t i = own.n; rc == OK && i > 0; i--)
		rc = add_row(s, own.at[i - 1], NULL, a, rows);
	for (size_t i = 0; rc == OK && i < loaded->n; i++)
		if (loaded->at[i].kind == kind)
			rc = add_row(s, loaded->at[i].name, &loaded->at[i], a, rows);
	return rc;
}

static enum status all_rows(struct session *s, struct arena *a, struct list_rows *ret)
{
	struct loaded_list_list loaded;
	struct list_rows rows = { 0 };
	enum status rc = session_store(s, loaded_lists_all(s->store, a, &loaded));

	if (rc == OK)
		rc = add_kind(s, LIST_CONCERNS, &loaded, a, &rows);
	if (rc == OK)
		rc = add_kind(s, LIST_MEASURE, &loaded, a, &rows);
	if (rc == OK)
		*ret = rows;
	return rc;
}

enum status casework_lists(struct session *s, struct arena *a, struct list_rows *ret)
{
	enum status rc = casework_may(s, OP_SEE_LISTS);

	return rc == OK ? all_rows(s, a, ret) : rc;
}

enum status session_lists_offered(struct session *s, enum list_kind kind, struct arena *a,
                                  struct list_offers *ret)
{
	struct list_offers offers = { 0 };
	struct list_rows rows;
	enum status rc = all_rows(s, a, &rows);

	if (rc != OK)
		return rc;
	for (size_t i = 0; i < rows.n; i++)
		if (rows.at[i].offered && rows.at[i].head->kind == kind)
			*ARENA_PUSH(a, &offers) =
				(struct list_offer){ rows.at[i].head->name, rows.at[i].head->title,
				                     rows.at[i].head->audience };
	*ret = offers;
	return OK;
}

enum status session_measures(struct session *s, struct arena *a, struct measure_pick *ret)
{
	struct {
		size_t n;
		const struct measure **at;
	} list = { 0 };
	struct str rest = str_of(s->service.lists.measures), name;

	while (str_cut(&rest, ' ', &name)) {
		const struct measure *m;
		enum status rc;

		if (name.n == 0)
			continue;
		rc = session_measure(s, arena_str(a, name), &m);
		if (rc == OK)
			*ARENA_PUSH(a, &list) = m;
		else if (rc != E_NOT_FOUND)
			return rc;
	}
	*ret = (struct measure_pick){ list.n, list.at };
	return OK;
}

/* ---- taking one in ---- */

/* Concerns of another family must not have a code of this one: a signpost keeps the code alone. */
static enum status find_clash(struct session *s, const struct list_file *file, struct arena *a,
                              const char **ret)
{
	struct str family = list_family(file->head->name);
	struct list_rows rows;
	enum status rc = all_rows(s, a, &rows);

	for (size_t i = 0; rc == OK && i < rows.n; i++) {
		const struct list_head *head = rows.at[i].head;
		const struct concern_set *set;

		if (head->kind != LIST_CONCERNS || text_equal(head->name, CONCERNS_NEWEST) ||
		    str_equal(list_family(head->name), family))
			continue;
		rc = session_concerns(s, head->name, &set);
		for (size_t j = 0; rc == OK && j < file->concerns.n; j++) {
			if (concern_find(set, file->concerns.at[j].code))
				*ret = arena_printf(
					a,
					_("%s has a concern %s too, of its own meaning. Give this "
				          "one another code; nothing was loaded."),
					head->name, file->concerns.at[j].code);
		}
	}
	return rc;
}

static enum status find_refusal(struct session *s, const struct list_file *file, struct arena *a,
                                const char **ret)
{
	const struct list_file *here;
	const char *name = file->head->name;
	enum status rc = shelf_get(s, name, &here);

	*ret = "";
	if (rc == OK) {
		*ret = arena_printf(
			a,
			_("%s is here already, and what was answered by it stands. Give "
		          "the new one another version; nothing was loaded."),
			name);
		return OK;
	}
	if (rc != E_NOT_FOUND)
		return rc;
	return file->head->kind == LIST_CONCERNS ? find_clash(s, file, a, ret) : OK;
}

static enum status check(struct session *s, struct str body, struct arena *a,
                         struct list_check *ret)
{
	struct list_check x = { .refusal = "" };
	enum status rc = OK;

	if (list_read(body, a, &x.file, &x.faults) == OK)
		rc = find_refusal(s, &x.file, a, &x.refusal);
	if (rc == OK)
		*ret = x;
	return rc;
}

enum status casework_check_list(struct session *s, struct str body, struct arena *a,
                                struct list_check *ret)
{
	enum status rc = casework_may(s, OP_SEE_LISTS);

	return rc == OK ? check(s, body, a, ret) : rc;
}

static enum status refuse(struct session *s, const struct list_check *x, bool right,
                          struct arena *a)
{
	if (x->faults.n > 1)
		return session_fail(
			s, E_INVALID,
			_("The list has %zu faults, the first in %s. Nothing was loaded."),
			x->faults.n + x->faults.more, list_fault_text(&x->faults.at[0], a));
	if (x->faults.n > 0)
		return session_fail(s, E_INVALID,
		                    _("The list has a fault, in %s. Nothing was loaded."),
		                    list_fault_text(&x->faults.at[0], a));
	if (*x->refusal)
		return session_fail(s, E_EXISTS, "%s", x->refusal);
	if (!right)
		return session_fail(s, E_INVALID,
		                    _("A list is loaded when the service has the right to use it: "
		                      "say so first. Nothing was loaded."));
	return OK;
}

enum status casework_load_list(struct session *s, struct str body, bool right, struct arena *a,
                               const char **ret)
{
	struct change c = { 0 };
	struct list_check x = { 0 };
	enum status rc = casework_may(s, OP_LOAD_LIST);

	if (rc == OK)
		rc = check(s, body, a, &x);
	if (rc == OK)
		rc = refuse(s, &x, right, a);
	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_LOAD_LIST, &c, (struct person_id){ 0 },
	               arena_printf(a, _("list %s loaded"), x.file.head->name));
	if (rc == OK) {
		rc = loaded_list_put(&c, &(struct loaded_list){ .name = x.file.head->name,
		                                                .kind = x.file.head->kind,
		                                                .title = x.file.head->title,
		                                                .licence = x.file.head->licence,
		                                                .source = x.file.head->source,
		                                                .body = arena_str(a, body),
		                                                .offered = true,
		                                                .loaded_on = s->today,
		                                                .loaded_by = s->account.id });
	}
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*ret = x.file.head->name;
	return rc;
}

/* ---- who is asked by which ---- */

static bool in_use(const struct session *s, const char *name)
{
	const struct list_choice *x = &s->service.lists;

	return text_equal(x->people, name) || text_equal(x->carers, name) ||
	       stands_among(x->measures, name);
}

static enum status check_offer(struct session *s, const char *name, bool offered, struct arena *a,
                               struct loaded_list *list)
{
	enum status rc;

	if (list_built_in(name, a).at)
		return session_fail(s, E_INVALID,
		                    _("%s came with clew and stays. Choose another in its place."),
		                    name);
	if (!offered && in_use(s, name))
		return session_fail(s, E_CONFLICT,
		                    _("People are asked by %s now. Choose another first; nothing "
		                      "was changed."),
		                    name);
	rc = session_store(s, loaded_list_get(s->store, name, a, list));
	return rc == E_NOT_FOUND ? session_fail(s, rc, _("There is no list %s here."), name) : rc;
}

enum status casework_offer_list(struct session *s, const char *name, bool offered)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct loaded_list list = { .offered = !offered };
	enum status rc = casework_may(s, OP_LOAD_LIST);

	if (rc == OK)
		rc = check_offer(s, name, offered, &a, &list);
	if (rc == OK && list.offered != offered) {
		list.offered = offered;
		rc = act_begin(
			s, OP_LOAD_LIST, &c, (struct person_id){ 0 },
			arena_printf(&a,
		                     offered ? _("list %s offered again") : _("list %s retired"),
		                     name));
		if (rc == OK)
			rc = loaded_list_put(&c, &list);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

/* The measures with that one, or without it where it was among them. */
static const char *turned(const char *names, const char *name, struct arena *a)
{
	struct str rest = str_of(names), one;
	const char *now = "";
	bool was = false;

	while (str_cut(&rest, ' ', &one)) {
		if (str_is(one, name))
			was = true;
		else if (one.n > 0)
			now = arena_printf(a, "%s%s%.*s", now, *now ? " " : "", (int)one.n, one.at);
	}
	return was ? now : arena_printf(a, "%s%s%s", now, *now ? " " : "", name);
}

struct list_setting {
	const char *name, *value;
	const char *what; /* for the record of changes, and said */
};

static struct list_setting setting_for(const struct session *s, const struct list_head *head,
                                       enum list_use use, struct arena *a)
{
	const char *measures = s->service.lists.measures;
	bool was = stands_among(measures, head->name);

	switch (use) {
	case LIST_USE_PEOPLE:
		return (struct list_setting){ "list_people", head->name,
			                      arena_printf(a, _("people are asked by %s"),
			                                   head->title) };
	case LIST_USE_CARERS:
		return (struct list_setting){ "list_carers", head->name,
			                      arena_printf(a, _("carers are asked by %s"),
			                                   head->title) };
	case LIST_USE_ALWAYS:
		break;
	}
	return (struct list_setting){ "measures", turned(measures, head->name, a),
		                      arena_printf(a,
		                                   was ? _("%s goes with assessments no more")
		                                       : _("%s goes with every assessment"),
		                                   head->title) };
}

static enum status check_use(struct session *s, const char *name, enum list_use use,
                             struct arena *a, const struct list_file **file)
{
	bool wants_measure = use == LIST_USE_ALWAYS;
	struct loaded_list list;
	enum status rc = shelf_get(s, name, file);

	if (rc != OK)
		return rc;
	if (wants_measure != ((*file)->head->kind == LIST_MEASURE))
		return session_fail(s, E_INVALID,
		                    wants_measure ? _("%s is no measure.")
		                                  : _("%s is no list of concerns."),
		                    name);
	if (list_built_in(name, a).at)
		return OK;
	rc = session_store(s, loaded_list_get(s->store, name, a, &list));
	if (rc == OK && !list.offered)
		return session_fail(s, E_CONFLICT,
		                    _("%s is retired. Offer it again first; nothing was changed."),
		                    name);
	return rc;
}

enum status casework_use_list(struct session *s, const char *name, enum list_use use,
                              struct arena *a, const char **ret)
{
	const struct list_file *file = NULL;
	struct list_setting set;
	struct change c = { 0 };
	enum status rc = casework_may(s, OP_LOAD_LIST);

	if (rc == OK)
		rc = check_use(s, name, use, a, &file);
	if (rc != OK)
		return rc;
	set = setting_for(s, file->head, use, a);
	rc = act_begin(s, OP_LOAD_LIST, &c, (struct person_id){ 0 },
	               arena_printf(a, _("from now on %s"), set.what));
	if (rc == OK)
		rc = setting_put(&c, set.name, set.value);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		rc = session_read_settings(s);
	if (rc == OK)
		*ret = set.what;
	return rc;
}

/* ---- the file ---- */

enum status list_file_bytes(const char *path, struct arena *a, struct str *ret, const char **fault)
{
	struct buf bytes = { 0 };
	enum status rc = file_read(path, LIST_BYTES_MOST, &bytes);

	if (rc == OK)
		*ret = (struct str){ arena_str(a, buf_str(&bytes)), bytes.n };
	else if (rc == E_NOT_FOUND)
		*fault = arena_printf(a, _("There is no file %s."), path);
	else if (rc == E_INVALID)
		*fault = arena_printf(a, _("%s is no file, or larger than %d kB."), path,
		                      LIST_BYTES_MOST / 1024);
	else
		*fault = arena_printf(a, _("%s cannot be read."), path);
	buf_done(&bytes);
	return rc;
}
