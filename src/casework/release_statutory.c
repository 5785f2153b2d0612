#include "release_words.h"

#include "base/words.h"
#include "store/statutory.h"

/*
 * To the council, for the assessment that they said they want: what is out of reach, and who asks. How
 * they may be reached is not in it: whoever wants to ring asks the worker.
 */

static void put_reach(const struct statutory_document *x, struct paper *d, struct arena *a)
{
	paper_begin(d, a, _("What they told us"));
	for (size_t i = 0; i < x->n; i++)
		paper_put(d, a, PAPER_SAYS,
		          arena_printf(a, "%s: %s", x->at[i].text, x->at[i].answer));
}

static void put_asks(const struct release_from *from, const struct statutory_document *x,
                     struct paper *d, struct arena *a)
{
	const char *reached = release_reached(from, a);

	paper_begin(d, a, _("What we ask of you"));
	paper_put(d, a, PAPER_SAYS, x->asks);
	paper_put(d, a, PAPER_SAYS,
	          text_empty(reached)
	                  ? arena_printf(a, _("Ask %s first how they are best reached."),
	                                 from->worker_name)
	                  : arena_printf(a, _("Ask %s first how they are best reached: %s."),
	                                 from->worker_name, reached));
	paper_put(d, a, PAPER_SAYS, x->end);
}

enum status release_statutory(struct session *s, const struct release_from *from, struct arena *a,
                              struct release *ret)
{
	struct paper *d = &ret->paper;
	struct statutory_answer_list answers = { 0 };
	struct statutory_list list;
	struct statutory_document x;
	enum status rc;

	if (from->council.id.n == 0)
		return session_fail(s, E_NOT_FOUND,
		                    _("They have not asked for an assessment by the council."));
	rc = session_store(s, statutory_answers_of(s->store, from->council.id, a, &answers));
	if (rc != OK)
		return rc;
	list = statutory_list_of(from->council.kind, a);
	x = statutory_document_of(&list, &from->council, &answers, a);
	ret->goes = (struct share_with){ .purpose = PURPOSE_REFER, .to_whom = x.to };
	d->brief = false;
	d->title = arena_printf(a, _("An assessment for %s"), release_full_name(&from->person, a));
	release_put_letterhead(from, x.to, d, a);
	release_put_person(from, d, a);
	put_reach(&x, d, a);
	put_asks(from, &x, d, a);
	release_put_end(from, d, a);
	return release_letter_lacks(s, from, a, ret);
}
