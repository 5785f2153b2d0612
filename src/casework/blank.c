#include "casework/blank.h"

#include "act.h"

#include "base/words.h"
#include "casework/lists.h"
#include "model/checklist.h"
#include "model/questions.h"
#include "store/store.h"

enum status casework_blank_questions(struct session *s, enum stage stage, struct arena *a,
                                     struct paper *ret)
{
	struct paper p = paper_blank;
	enum status rc = casework_may(s, OP_PRINT_SHEET);

	if (rc != OK)
		return rc;
	p.document = DOCUMENT_QUESTIONS;
	p.title = _("Questions to ask");
	paper_begin(&p, a, "");
	paper_put(
		&p, a, PAPER_PLAIN,
		_("Tick those that you want to ask. Take this with you. Write down the answers."));
	questions_put(&p, stage, NULL, a);
	*ret = p;
	return OK;
}

enum status casework_blank_checklist(struct session *s, const char *list, struct arena *a,
                                     struct paper *ret)
{
	const struct concern_set *set = NULL;
	enum status rc = casework_may(s, OP_PRINT_SHEET);

	if (rc != OK)
		return rc;
	if (session_concerns(s, text_empty(list) ? s->service.lists.people : list, &set) != OK)
		return session_fail(s, E_NOT_FOUND, _("There is no list of concerns called “%s”."),
		                    list);
	*ret = checklist_paper(set, "", a);
	return OK;
}

enum status casework_blank_given(struct session *s, const struct paper *p)
{
	struct arena a = { 0 };
	struct note_event given = { .kind = "print",
		                    .who = s->account.id,
		                    .at = s->now,
		                    .what = arena_printf(&a, _("blank paper: %s"), p->title) };
	enum status rc = casework_may(s, OP_PRINT_SHEET);

	if (rc == OK && !store_read_only(s->store))
		rc = session_store(s, change_note(s->store, &given));
	arena_reset(&a);
	return rc;
}
