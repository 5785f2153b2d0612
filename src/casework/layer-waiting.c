/* Operations whose ground is still being laid; each goes when its file comes. */
#include "casework/drafts.h"
#include "casework/strip.h"
#include "casework/undo.h"

#include "starter.h"

#include "store/change.h"

enum status casework_keep_draft(struct session *s, const struct draft *d)
{
	(void)s;
	(void)d;
	return OK;
}

enum status casework_draft(struct session *s, const char *form, const char *about, struct arena *a,
                           struct draft *ret)
{
	(void)s;
	(void)form;
	(void)about;
	(void)a;
	(void)ret;
	return E_NOT_FOUND;
}

enum status casework_drafts(struct session *s, struct arena *a, struct draft_list *ret)
{
	(void)s;
	(void)a;
	*ret = (struct draft_list){ 0 };
	return OK;
}

enum status casework_drop_draft(struct session *s, const char *form, const char *about)
{
	(void)s;
	(void)form;
	(void)about;
	return OK;
}

enum status casework_undo_peek(struct session *s, struct arena *a, const char **ret)
{
	(void)a;
	(void)ret;
	return session_fail(s, E_NOT_FOUND, "There is nothing to undo.");
}

enum status casework_undo(struct session *s)
{
	return session_fail(s, E_NOT_FOUND, "There is nothing to undo.");
}

enum status casework_strip(struct session *s, struct person_id id, struct arena *a,
                           struct person_strip *ret)
{
	(void)a;
	(void)id;
	(void)ret;
	return session_fail(s, E_NOT_FOUND, "There is no such person.");
}

enum status starter_add(struct change *c, day today)
{
	(void)c;
	(void)today;
	return OK;
}

enum status casework_open_demo(const char *login, day today, bool fixed, struct session **ret)
{
	(void)login;
	(void)today;
	(void)fixed;
	(void)ret;
	return E_NOT_FOUND;
}
