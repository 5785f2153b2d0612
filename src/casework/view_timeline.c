#include "viewing.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/lists.h"
#include "model/contact.h"
#include "model/happening.h"
#include "model/lists.h"
#include "model/message.h"
#include "model/none.h"
#include "model/safety_note.h"
#include "store/concerns.h"
#include "store/contacts.h"
#include "store/happenings.h"
#include "store/messages.h"
#include "store/plans.h"
#include "store/referrals.h"
#include "store/safety_notes.h"

#include <stdlib.h>
#include <string.h>

/* Of a long record, as many assessments as open with it; contacts: CONTACTS_LATELY. */
#define ASSESSMENTS_LATELY 10

/* ---- rows and their whole text ---- */

void whole_say(struct whole *w, const char *line)
{
	if (text_empty(line))
		return;
	w->text = *w->text ? arena_printf(w->v->a, "%s\n%s", w->text, line) : line;
}

void whole_say_as(struct whole *w, const char *label, const char *value)
{
	if (!text_empty(value))
		whole_say(w, arena_printf(w->v->a, "%s: %s", label, value));
}

void whole_by(struct whole *w, struct account_id id)
{
	const char *name = viewing_account(w->v, id);

	if (*name)
		whole_say(w, arena_printf(w->v->a, _("Written by %s"), name));
}

/* The first line of what may be many. */
static const char *first_line(const struct viewing *v, const char *text)
{
	struct str rest = str_of(text), line;

	return str_cut(&rest, '\n', &line) ? arena_str(v->a, line) : "";
}

void viewing_add(struct viewing *v, struct view_row_list *list, struct view_row row)
{
	if (v->since != DAY_NONE && row.on <= v->since &&
	    (list == &v->view->timeline || list == &v->view->assessments)) {
		v->view->more = true;
		return;
	}
	row.when = viewing_when(v, row.on, row.minute);
	if (text_empty(row.whole))
		row.whole = row.what;
	*ARENA_PUSH(v->a, list) = row;
}

/* ---- contacts ---- */

static const char *contact_head(const struct viewing *v, const struct contact *c)
{
	const char *head =
		arena_printf(v->a, "%s, %s", words_label(&contact_outcomes, (int)c->outcome),
	                     words_label(&contact_modes, (int)c->mode));

	if (c->outcome == CONTACT_FACE_TO_FACE)
		head = words_label(&contact_outcomes, (int)c->outcome);
	return c->minutes > 0 ? arena_printf(v->a, _("%s, %d min"), head, c->minutes) : head;
}

static void add_contact(struct viewing *v, const struct contact *c)
{
	const char *head = contact_head(v, c);
	struct whole w = { v, head };

	whole_say_as(&w, _("With"), c->who_with);
	whole_say(&w, c->note);
	whole_by(&w, c->by_account);
	if (c->moved_from.n != 0)
		whole_say(&w, _("Put into another record by mistake, and moved here."));
	viewing_add(v, &v->view->timeline,
	            (struct view_row){ .sort = SORT_CONTACT,
	                               .id = c->id.n,
	                               .by = c->by_account,
	                               .on = c->on_day,
	                               .minute = c->at_minute,
	                               .kind = _("Contact"),
	                               .what = viewing_join(v, head, first_line(v, c->note)),
	                               .whole = w.text,
	                               .tone = contact_is_reached(c) ? TONE_PLAIN : TONE_DIM });
}

static void note_spoken(struct viewing *v, const struct contact *c)
{
	const struct person_view *view = v->view;
	const char *mode = words_label(&contact_modes, (int)c->mode);

	if (!contact_is_reached(c))
		return;
	if (view->referred && c->on_day >= view->referral.received_on)
		v->spoken_to = true;
	if (*view->spoken)
		return;
	v->view->spoken = c->minutes > 0
	                          ? arena_printf(v->a, _("%s, %s, %d min"),
	                                         viewing_day(v, c->on_day), mode, c->minutes)
	                          : arena_printf(v->a, "%s, %s", viewing_day(v, c->on_day), mode);
	v->view->spoken_note = first_line(v, c->note);
}

/* What is older than the oldest that was read is left out with everything of its day. */
static void cut_before(struct viewing *v, day on)
{
	if (v->since == DAY_NONE || on > v->since)
		v->since = on;
	v->view->more = true;
}

static enum status read_contacts(struct viewing *v, struct contact_list *ret)
{
	enum status rc;

	if (v->whole)
		return contacts_of_person(v->s->store, v->id, v->a, ret);
	rc = contacts_lately(v->s->store, v->id, v->a, ret);
	if (rc == OK && ret->n == CONTACTS_LATELY)
		cut_before(v, ret->at[ret->n - 1].on_day);
	return rc;
}

static enum status add_contacts(struct viewing *v)
{
	struct contact_list list;
	enum status rc = read_contacts(v, &list);

	if (rc == OK && !v->whole && v->assessments.n > ASSESSMENTS_LATELY)
		cut_before(v, v->assessments.at[ASSESSMENTS_LATELY].on_day);
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		note_spoken(v, &list.at[i]);
		add_contact(v, &list.at[i]);
	}
	return rc;
}

/* ---- the plan ---- */

static const char *action_line(const struct viewing *v, const struct action *x)
{
	const char *line = x->what;

	if (x->kind == ACTION_LATER || x->kind == ACTION_NOTHING_WANTED || text_empty(line))
		line = words_label(&action_kinds, (int)x->kind);
	if (action_open(x->status) && day_valid(x->due_on))
		line = arena_printf(v->a, _("%s · by %s"), line,
		                    day_short(x->due_on, v->s->today, v->a));
	if (!action_open(x->status))
		line = viewing_join(v, line, words_label(&action_statuses, (int)x->status));
	return line;
}

static struct service_id service_of(const struct viewing *v, struct signpost_id id)
{
	for (size_t i = 0; id.n != 0 && i < v->signposts.n; i++)
		if (v->signposts.at[i].id.n == id.n)
			return v->signposts.at[i].service;
	return (struct service_id){ 0 };
}

static void add_action(struct viewing *v, const struct action *x)
{
	const char *concern = text_empty(x->concern) ? "" : session_concern_label(v->s, x->concern);
	struct whole w = { v, "" };
	bool late = action_open(x->status) && day_valid(x->due_on) && x->due_on < v->s->today;

	whole_say_as(&w, _("About"), concern);
	whole_say(&w, action_line(v, x));
	whole_say_as(&w, _("Kind"), words_label(&action_kinds, (int)x->kind));
	whole_say_as(&w, _("Who"),
	             x->owner == OWNER_WORKER && x->worker.n != 0
	                     ? viewing_account(v, x->worker)
	                     : words_label(&action_owners, (int)x->owner));
	whole_say_as(&w, _("What came of it"), x->outcome);
	whole_say(&w, text_capital(viewing_age(v, service_of(v, x->signpost)), v->a));
	viewing_add(v, &v->view->plan,
	            (struct view_row){ .on = x->made_on,
	                               .minute = MINUTE_NONE,
	                               .kind = *concern ? concern : _("Also"),
	                               .what = action_line(v, x),
	                               .whole = w.text,
	                               .service = service_of(v, x->signpost).n,
	                               .tone = late                            ? TONE_LATE
	                                       : x->status == ACTION_COMPLETED ? TONE_GOOD
	                                                                       : TONE_PLAIN });
}

static void add_plan(struct viewing *v, const struct plan *x)
{
	struct whole w = { v, "" };
	bool agreed = day_valid(x->agreed_on);
	const char *what = arena_printf(
		v->a, agreed ? _("version %d agreed") : _("version %d begun"), x->version);

	if (day_valid(x->review_on))
		what = arena_printf(v->a, _("%s, go over it again %s"), what,
		                    day_short(x->review_on, v->s->today, v->a));
	whole_say(&w, what);
	whole_say_as(&w, _("Agreed"), x->agreed_how);
	whole_by(&w, x->by_account);
	viewing_add(v, &v->view->timeline,
	            (struct view_row){ .sort = SORT_PLAN,
	                               .id = x->id.n,
	                               .by = x->by_account,
	                               .on = agreed ? x->agreed_on : x->made_on,
	                               .minute = MINUTE_NONE,
	                               .kind = _("Plan"),
	                               .what = what,
	                               .whole = w.text });
	if (day_valid(x->given_on)) {
		viewing_add(v, &v->view->timeline,
		            (struct view_row){ .sort = SORT_PLAN,
		                               .id = x->id.n,
		                               .by = x->by_account,
		                               .on = x->given_on,
		                               .minute = MINUTE_NONE,
		                               .kind = _("Plan"),
		                               .what = _("handed over") });
	}
}

static void add_plans(struct viewing *v)
{
	for (size_t i = 0; i < v->plans.n; i++)
		add_plan(v, &v->plans.at[i]);
	for (size_t i = 0; v->plans.n > 0 && i < v->actions.n; i++)
		if (v->actions.at[i].plan.n == v->plans.at[0].id.n)
			add_action(v, &v->actions.at[i]);
}

/* What came of the plan when it was gone over with them. */
static enum status add_reviews(struct viewing *v)
{
	struct plan_review_list list;
	enum status rc = plan_reviews_of_person(v->s->store, v->id, v->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct plan_review *x = &list.at[i];
		struct whole w = { v, _("Gone over with them") };

		whole_say(&w, x->words);
		if (day_valid(x->next_on))
			whole_say_as(&w, _("Again"), day_short(x->next_on, v->s->today, v->a));
		whole_by(&w, x->by_account);
		viewing_add(v, &v->view->timeline,
		            (struct view_row){ .sort = SORT_PLAN,
		                               .id = x->plan.n,
		                               .by = x->by_account,
		                               .on = x->on_day,
		                               .minute = MINUTE_NONE,
		                               .kind = _("Plan"),
		                               .what = viewing_join(v, _("gone over"),
		                                                    first_line(v, x->words)),
		                               .whole = w.text });
	}
	return rc;
}

/* ---- services ---- */

/* Among services alone the kind says how it was given. */
static const char *given_how(enum signpost_kind kind)
{
	static const char *const hows[] = { [SIGNPOST_KIND_NONE] = "",
		                            [SIGNPOST_TOLD] = _("Told"),
		                            [SIGNPOST_LEAFLET] = _("Leaflet"),
		                            [SIGNPOST_WARM_HANDOVER] = _("Together"),
		                            [SIGNPOST_REFERRED] = _("Referred") };

	return hows[kind];
}

static enum status add_signpost(struct viewing *v, const struct signpost *x)
{
	const char *service = "", *what, *state;
	struct whole w = { v, "" };
	enum status rc = viewing_service(v, x->service, &service);
	struct view_row row = { .sort = SORT_SERVICE,
		                .id = x->id.n,
		                .by = x->by_account,
		                .on = x->given_on,
		                .minute = MINUTE_NONE,
		                .kind = _("Service") };

	if (rc != OK)
		return rc;
	what = arena_printf(v->a, "%s %s", words_label(&signpost_kinds, (int)x->kind), service);
	state = words_label(&signpost_statuses, (int)x->status);
	if (x->helped != HELPED_NONE)
		state = arena_printf(v->a, _("%s, helped: %s"), state,
		                     words_label(&helped_answers, (int)x->helped));
	row.what = viewing_join(v, what, state);
	whole_say(&w, row.what);
	whole_say_as(&w, _("About"),
	             text_empty(x->concern) ? "" : session_concern_label(v->s, x->concern));
	whole_say_as(&w, _("Agreed to"), x->consent);
	whole_say_as(&w, _("What was sent"), x->what_sent);
	whole_say_as(&w, _("Reason"), x->reason);
	whole_say_as(&w, _("What came of it"), x->outcome);
	whole_say(&w, x->note);
	whole_say(&w, text_capital(viewing_age(v, x->service), v->a));
	whole_by(&w, x->by_account);
	row.whole = w.text;
	row.service = x->service.n;
	row.tone = x->helped == HELPED_YES    ? TONE_GOOD
	           : signpost_open(x->status) ? TONE_PLAIN
	                                      : TONE_DIM;
	viewing_add(v, &v->view->timeline, row);
	row.kind = given_how(x->kind);
	row.what = viewing_join(v, service, state);
	if (signpost_open(x->status))
		row.what = viewing_join(v, row.what, viewing_age(v, x->service));
	viewing_add(v, &v->view->services, row);
	return OK;
}

static void add_unmet(struct viewing *v, const struct unmet_need *x)
{
	struct whole w = { v, "" };
	struct view_row row = {
		.sort = SORT_UNMET,
		.id = x->id.n,
		.by = x->by_account,
		.on = x->noted_on,
		.minute = MINUTE_NONE,
		.kind = _("Nothing fits"),
		.what = arena_printf(v->a, "%s · %s", session_concern_label(v->s, x->concern),
		                     words_label(&unmet_reasons, (int)x->reason)),
		.tone = TONE_MISSING,
	};

	whole_say(&w, row.what);
	whole_say_as(&w, _("Level"), words_label(&need_levels, (int)x->level));
	whole_say(&w, x->note);
	if (x->met_on != DAY_NONE) {
		row.kind = _("Met after all");
		row.what =
			arena_printf(v->a, "%s · %s, %s", session_concern_label(v->s, x->concern),
		                     viewing_day(v, x->met_on), x->met_how);
		row.tone = TONE_GOOD;
		whole_say_as(&w, _("Met after all"),
		             arena_printf(v->a, "%s, %s", viewing_day(v, x->met_on), x->met_how));
	}
	whole_by(&w, x->by_account);
	row.whole = w.text;
	viewing_add(v, &v->view->services, row);
	viewing_add(v, &v->view->timeline, row);
}

/* ---- what happened, messages, safety ---- */

static enum status add_happenings(struct viewing *v)
{
	struct happening_list list;
	enum status rc = happenings_of_person(v->s->store, v->id, v->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct happening *x = &list.at[i];
		struct whole w = { v, words_label(&happening_kinds, (int)x->kind) };

		whole_say_as(&w, _("About"), x->about);
		whole_say_as(&w, _("Told by"), x->told_by);
		if (x->sure == SURE_REPORTED)
			whole_say(&w, words_label(&surenesses, (int)x->sure));
		whole_say(&w, x->note);
		whole_by(&w, x->by_account);
		viewing_add(
			v, &v->view->timeline,
			(struct view_row){ .sort = SORT_STAGE,
		                           .by = x->by_account,
		                           .on = day_valid(x->on_day) ? x->on_day : x->recorded_on,
		                           .minute = MINUTE_NONE,
		                           .kind = _("Happened"),
		                           .what = words_label(&happening_kinds, (int)x->kind),
		                           .whole = w.text });
	}
	return rc;
}

static enum status add_messages(struct viewing *v)
{
	struct message_list list;
	enum status rc = messages_of_person(v->s->store, v->id, v->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct message *x = &list.at[i];
		struct whole w = { v, x->words };

		whole_say_as(&w, _("From"), x->from_whom);
		whole_say_as(&w, _("Number"), x->phone);
		whole_say_as(&w, _("When to ring"), x->hours);
		whole_say_as(&w, _("For"), viewing_account(v, x->for_account));
		whole_by(&w, x->taken_by);
		viewing_add(v, &v->view->timeline,
		            (struct view_row){ .sort = SORT_MESSAGE,
		                               .id = x->id.n,
		                               .by = x->taken_by,
		                               .on = x->taken_on,
		                               .minute = x->taken_minute,
		                               .kind = x->kind == MESSAGE_CALL_NOTE ? _("Call note")
		                                                                    : _("Message"),
		                               .what = first_line(v, x->words),
		                               .whole = w.text });
	}
	return rc;
}

/* That there is one, and nothing of it: it is for those who answer for safety alone. */
static enum status add_safety(struct viewing *v)
{
	struct safety_note_list list;
	enum status rc = safety_notes_of_person(v->s->store, v->id, v->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		viewing_add(v, &v->view->timeline,
		            (struct view_row){ .sort = SORT_SAFETY,
		                               .id = list.at[i].id.n,
		                               .on = list.at[i].raised_on,
		                               .minute = list.at[i].raised_minute,
		                               .kind = _("Safety"),
		                               .what = _("safety note") });
	}
	return rc;
}

static void add_referral(struct viewing *v, const struct referral *x)
{
	const char *source = choice_label("sources", x->source, v->a);
	const char *worker = viewing_account(v, x->worker);
	struct whole w = { v, "" };
	const char *what =
		arena_printf(v->a, _("from %s"), text_empty(x->referrer) ? source : x->referrer);

	whole_say(&w, arena_printf(v->a, _("Referred %s"), what));
	whole_say_as(&w, _("Source"), source);
	whole_say_as(&w, _("Answer to"), viewing_join(v, x->return_to, x->return_phone));
	whole_say_as(&w, _("How soon"), words_label(&urgencies, (int)x->urgency));
	whole_say(&w, x->reason);
	whole_say_as(&w, _("Expected of us"), x->expects);
	whole_say_as(&w, _("Heard of us"), choice_label("heard", x->heard, v->a));
	whole_say_as(&w, _("Taken on by"), worker);
	whole_say_as(&w, _("Now"), words_label(&referral_states, (int)x->state));
	viewing_add(v, &v->view->timeline,
	            (struct view_row){ .sort = SORT_STAGE,
	                               .on = x->received_on,
	                               .minute = MINUTE_NONE,
	                               .kind = _("Referral"),
	                               .what = viewing_join(v, what, first_line(v, x->reason)),
	                               .whole = w.text });
	if (referral_open(x->state))
		return;
	viewing_add(v, &v->view->timeline,
	            (struct view_row){
			    .sort = SORT_STAGE,
			    .on = x->state_on,
			    .minute = MINUTE_NONE,
			    .kind = _("Referral"),
			    .what = viewing_join(
				    v, words_label(&referral_states, (int)x->state),
				    text_empty(x->outcome)
					    ? x->state_reason
					    : choice_label("close-reasons", x->outcome, v->a)) });
}

static enum status add_referrals(struct viewing *v)
{
	struct referral_list list;
	enum status rc = referrals_of_person(v->s->store, v->id, v->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++)
		add_referral(v, &list.at[i]);
	return rc;
}

/* ---- in order ---- */

struct place {
	day on;
	int minute;
	size_t i; /* where it stood: qsort() is not stable */
};

static int by_place(const void *x, const void *y)
{
	const struct place *a = x, *b = y;

	if (a->on != b->on)
		return a->on < b->on ? 1 : -1;
	if (a->minute != b->minute)
		return a->minute < b->minute ? 1 : -1;
	return (a->i > b->i) - (a->i < b->i);
}

/* Rows of one day keep the order in which they were added, those without a time behind the others. */
static void newest_first(struct arena *a, struct view_row_list *list)
{
	struct place *places = ARENA_ARRAY(a, list->n, struct place);
	struct view_row *sorted = ARENA_ARRAY(a, list->n, struct view_row);

	for (size_t i = 0; i < list->n; i++)
		places[i] = (struct place){ list->at[i].on, list->at[i].minute, i };
	if (list->n > 0)
		qsort(places, list->n, sizeof(*places), by_place);
	for (size_t i = 0; i < list->n; i++)
		sorted[i] = list->at[places[i].i];
	list->at = sorted;
}

static enum status add_work(struct viewing *v)
{
	enum status rc = view_assessed_read(v);

	add_plans(v);
	if (rc == OK)
		rc = add_reviews(v);
	for (size_t i = 0; rc == OK && i < v->signposts.n; i++)
		rc = add_signpost(v, &v->signposts.at[i]);
	for (size_t i = 0; rc == OK && i < v->unmet.n; i++)
		add_unmet(v, &v->unmet.at[i]);
	return rc;
}

enum status view_timeline_read(struct viewing *v)
{
	enum status rc = add_contacts(v);

	if (rc == OK)
		rc = add_work(v);
	if (rc == OK)
		rc = add_happenings(v);
	if (rc == OK)
		rc = add_messages(v);
	if (rc == OK)
		rc = add_safety(v);
	if (rc == OK)
		rc = add_referrals(v);
	if (rc == OK)
		rc = view_council_read(v);
	if (rc == OK)
		rc = view_measures_read(v);
	if (rc == OK)
		rc = view_left_read(v);
	newest_first(v->a, &v->view->timeline);
	newest_first(v->a, &v->view->services);
	return rc;
}
