#include "casework/release.h"

#include "act.h"
#include "release_from.h"
#include "release_words.h"

#include "casework/may_contact.h"

#include "base/words.h"

/* What there is to hand out about somebody, and why not for the rest. */

static void offer(struct paper_offer_list *list, struct arena *a, enum document document,
                  const char *label, const char *off)
{
	*ARENA_PUSH(a, list) =
		(struct paper_offer){ .wanted = { .document = document }, label, off };
}

static bool has_open_signpost(const struct release_from *from)
{
	for (size_t i = 0; i < from->signposts.n; i++)
		if (signpost_open(from->signposts.at[i].signpost.status))
			return true;
	return false;
}

static bool has_date(const struct release_from *from)
{
	for (size_t i = 0; i < from->reminders.n; i++) {
		const struct reminder *r = &from->reminders.at[i];

		if (r->due_on >= from->today &&
		    (r->to_person || r->kind == REMINDER_FIRST_CONTACT ||
		     r->kind == REMINDER_FOLLOW_UP || r->kind == REMINDER_REVIEW_DUE ||
		     r->kind == REMINDER_ASK_AGAIN))
			return true;
	}
	return false;
}

static void offer_own(const struct release_from *from, struct arena *a,
                      struct paper_offer_list *list)
{
	offer(list, a, DOCUMENT_PLAN, _("Their plan"),
	      from->plan.id.n != 0 ? NULL : _("there is no plan yet: p makes one"));
	offer(list, a, DOCUMENT_SUMMARY, _("One page about them, to show to others"), NULL);
	offer(list, a, DOCUMENT_QUESTIONS, _("Questions to ask at this stage"),
	      from->person.stage != STAGE_NONE ? NULL : _("it is not known where they are: e"));
	offer(list, a, DOCUMENT_SERVICES, _("Services that they were told about"),
	      has_open_signpost(from) ? NULL : _("they were told about none yet: s"));
	offer(list, a, DOCUMENT_SLIP, _("A date to keep, as a slip"),
	      has_date(from) ? NULL : _("no date with them is set: f"));
}

static const char *letter_label(const char *to, const char *who, struct arena *a)
{
	return text_empty(to) ? arena_printf(a, _("Letter to %s"), who)
	                      : arena_printf(a, _("Letter to %s, %s"), to, who);
}

static void offer_letters(const struct release_from *from, struct arena *a,
                          struct paper_offer_list *list)
{
	const struct person *p = &from->person;
	const struct referral *r = &from->referral;
	const char *gp = text_empty(p->gp_name) ? p->gp_practice : p->gp_name;
	const char *referrer = text_empty(r->return_to) ? r->referrer : r->return_to;

	offer(list, a, DOCUMENT_LETTER, letter_label(referrer, _("who referred them"), a),
	      text_empty(referrer) ? _("nobody is named who did") : NULL);
	offer(list, a, DOCUMENT_LETTER, letter_label(gp, _("their GP"), a),
	      text_empty(gp) ? _("their GP is not known: e") : NULL);
	list->at[list->n - 1].wanted.to_gp = true;
}

static void offer_try_letter(const struct release_from *from, const struct may_contact *may,
                             struct arena *a, struct paper_offer_list *list)
{
	const char *off = !may->yes                          ? may->why
	                  : text_empty(from->person.address) ? _("no address is known: e")
	                                                     : NULL;

	offer(list, a, DOCUMENT_TRY_LETTER, _("Letter to them: we could not reach you"), off);
}

enum status casework_papers(struct session *s, struct person_id person, struct arena *a,
                            struct paper_offer_list *ret)
{
	struct paper_offer_list list = { 0 };
	struct release_from from;
	struct may_contact may;
	enum status rc = act_read(s, OP_PRINT_PLAN, person);

	if (rc == OK)
		rc = casework_may_contact(s, person, CHANNEL_POST, s->today, a, &may);
	if (rc == OK)
		rc = session_store(s,
		                   release_from_read(s, person, (struct plan_id){ 0 }, a, &from));
	if (rc != OK)
		return rc;
	offer_own(&from, a, &list);
	offer_letters(&from, a, &list);
	offer_try_letter(&from, &may, a, &list);
	offer(&list, a, DOCUMENT_ASSESSMENT, _("What they told us, if they ask for it"),
	      from.assessment.id.n != 0 ? NULL : _("there is no assessment yet: a"));
	if (from.council.id.n != 0)
		offer(&list, a, DOCUMENT_STATUTORY,
		      arena_printf(a, _("Letter to %s: an assessment"), from.council.sent_to),
		      NULL);
	for (size_t i = 0; i < list.n; i++) {
		bool letter = list.at[i].wanted.document == DOCUMENT_LETTER;

		list.at[i].wanted.person = person;
		if (person_died(&from.person) &&
		    (!letter || from.person.died_sure == SURE_REPORTED))
			list.at[i].off = release_died_text(&from.person, a);
	}
	*ret = list;
	return OK;
}
