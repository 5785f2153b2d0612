#include "release_words.h"

#include "base/words.h"
#include "casework/lists.h"
#include "model/none.h"
#include "model/questions.h"
#include "model/sheet.h"

/* Lists that are handed over: services, questions to ask, what they told us. */

/* ---- services ---- */

/* A name that says what somebody needs does not stand on a paper that others may see. */
static const char *service_head(const struct release_from *from, const struct release_signpost *x,
                                bool brief)
{
	if (!release_may_name(from, &x->service) ||
	    (brief && (release_names_illness(x->service.name) ||
	               release_is_private(from, x->signpost.concern))))
		return _("Somebody to ring");
	return x->service.name;
}

/* Of a service that is not named, only how it is reached. */
static void put_rows(const struct release_from *from, const struct service_sheet *sheet, bool known,
                     struct paper *d, struct arena *a)
{
	for (size_t i = 0; i < sheet->rows.n; i++) {
		const struct sheet_row *row = &sheet->rows.at[i];
		bool reach =
			text_equal(row->label, _("Phone")) || text_equal(row->label, _("When"));

		if ((known || reach) && release_may_say(from, row->text))
			paper_put_row(d, a, row->label, row->text);
	}
}

static void guard_from(struct paper *d, size_t first)
{
	for (size_t i = first; i < d->n; i++) {
		d->at[i].on = false;
		d->at[i].guarded = true;
	}
}

static void put_service(const struct release_from *from, const struct release_signpost *x,
                        struct paper *d, struct arena *a)
{
	const char *head = service_head(from, x, d->brief);
	bool known = head == x->service.name;
	struct service_entry entry = { .service = x->service, .organisation = "" };
	struct service_sheet sheet;
	size_t first = d->n;

	if (!known && text_empty(x->service.phone))
		return;
	if (known) /* a place may name it */
		entry.parts = x->parts;
	sheet = sheet_of(&entry, "", from->today, a);
	paper_begin(d, a, head);
	paper_put(d, a, PAPER_PLAIN, sheet.warning);
	if (known && !d->brief && release_may_say(from, sheet.about))
		paper_put(d, a, PAPER_PLAIN, sheet.about);
	put_rows(from, &sheet, known, d, a);
	if (!d->brief && x->signpost.kind == SIGNPOST_REFERRED) {
		paper_put(d, a, PAPER_PLAIN,
		          arena_printf(a,
		                       from->no_ring
		                               ? _("We have asked them to be in touch. If they are "
		                                   "not, ring %s.")
		                               : _("We have asked them to ring you. If they have "
		                                   "not, ring %s."),
		                       from->worker));
	}
	if (release_is_private(from, x->signpost.concern))
		guard_from(d, first);
}

static bool told_before(const struct release_from *from, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (from->signposts.at[i].service.id.n == from->signposts.at[at].service.id.n)
			return true;
	return false;
}

enum status release_services(struct session *s, const struct release_from *from, struct arena *a,
                             struct release *ret)
{
	struct paper *d = &ret->paper;
	size_t n = 0;

	d->title = arena_printf(a, d->brief ? _("Numbers for you, %s.") : _("Who can help, %s."),
	                        paper_date(from->today, DAY_NONE, a));
	for (size_t i = 0; i < from->signposts.n; i++) {
		if (!signpost_open(from->signposts.at[i].signpost.status) || told_before(from, i))
			continue;
		put_service(from, &from->signposts.at[i], d, a);
		n++;
	}
	if (n == 0)
		return session_fail(s, E_NOT_FOUND,
		                    _("They were told about no service yet. s chooses one."));
	paper_begin(d, a, _("If none of it helps"));
	paper_put(d, a, PAPER_PLAIN, arena_printf(a, _("Tell %s."), from->worker));
	return OK;
}

/* ---- questions ---- */

enum status release_questions(struct session *s, const struct release_from *from, struct arena *a,
                              struct release *ret)
{
	struct paper *d = &ret->paper;
	enum stage stage = from->person.stage;

	(void)s;
	d->brief |= from->person.knows_cancer != KNOWS_YES && stage != STAGE_CARING &&
	            stage != STAGE_BEREAVED;
	d->title = _("Questions to ask");
	paper_begin(d, a, "");
	paper_put(
		d, a, PAPER_PLAIN,
		_("Tick those that you want to ask. Take this with you. Write down the answers."));
	questions_put(d, stage, &from->concerns, a);
	return OK;
}

/* ---- what they told us ---- */

static void put_answer(const struct release_from *from, const struct concern *c, const char *label,
                       struct paper *d, struct arena *a)
{
	const char *text = words_label(&concern_answers, (int)c->answer);

	if (c->answer == CONCERN_SCORED)
		text = arena_printf(a, _("%d of 10"), c->score);
	else if (c->answer == CONCERN_TALK)
		text = _("to talk about");
	if (c->matters != NUMBER_NONE)
		text = arena_printf(a, _("%s, matters most"), text);
	if (!text_empty(c->own_words))
		text = arena_printf(a, "%s. “%s”", text, c->own_words);
	paper_put_row(d, a, label, text);
	if (release_is_private(from, c->code)) {
		d->at[d->n - 1].on = false;
		d->at[d->n - 1].guarded = true;
	}
}

static void put_domain(const struct release_from *from, const struct concern_set *set,
                       const struct concern_domain *domain, struct paper *d, struct arena *a)
{
	paper_begin(d, a, domain->label);
	for (size_t i = domain->first; i < domain->first + domain->count; i++)
		for (size_t j = 0; j < from->concerns.n; j++)
			if (text_equal(from->concerns.at[j].code, set->at[i].code) &&
			    from->concerns.at[j].answer != CONCERN_RATHER_NOT &&
			    release_may_say(from, from->concerns.at[j].own_words))
				put_answer(from, &from->concerns.at[j], set->at[i].label, d, a);
}

enum status release_assessment(struct session *s, const struct release_from *from, struct arena *a,
                               struct release *ret)
{
	struct paper *d = &ret->paper;
	const struct concern_set *set = NULL;

	if (from->assessment.id.n == 0)
		return session_fail(s, E_NOT_FOUND, _("There is no assessment yet. a begins one."));
	if (d->brief)
		return session_fail(s, E_CONFLICT,
		                    _("It tells what troubles them, and somebody else may see it. "
		                      "w says that nobody does."));
	if (session_concerns(s, from->assessment.list, &set) != OK)
		return session_fail(s, E_NOT_FOUND, _("Its list of concerns is not here."));
	d->title = arena_printf(a, _("What you told us, %s."),
	                        paper_date(from->assessment.on_day, DAY_NONE, a));
	paper_begin(d, a, "");
	if (from->assessment.overall != NUMBER_NONE)
		paper_put_row(d, a, _("All in all"),
		              arena_printf(a, _("%d of 10"), from->assessment.overall));
	for (size_t i = 0; i < set->domains; i++)
		put_domain(from, set, &set->domain[i], d, a);
	return OK;
}
