#include "casework/ledger.h"

#include "casework/consent.h"
#include "casework/export.h"
#include "casework/person_view.h"
#include "casework/plan.h"
#include "casework/plan_review.h"
#include "casework/undo.h"
#include "fixture.h"
#include "jane_assessed.h"
#include "leeds_desk.h"
#include "test.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct signpost_id give(struct desk *d, enum signpost_kind kind)
{
	struct new_signpost x = { .person = d->l.jane,
		                  .service = d->l.buddies,
		                  .concern = "practical.money",
		                  .kind = kind,
		                  .check_on = d->w->session->today + 18,
		                  .send = LEAVES_PROPOSED,
		                  .agreed = CONSENT_BY_PHONE,
		                  .note = "" };
	struct signpost_saved saved;
	enum status rc = kind == SIGNPOST_REFERRED
	                         ? casework_refer(d->w->session, &x, &d->w->arena, &saved)
	                         : casework_signpost(d->w->session, &x, &d->w->arena, &saved);

	if (rc != OK)
		fail_msg("%s", session_fault(d->w->session));
	return saved.id;
}

static struct signpost_outcome outcome_of(struct signpost_id id, enum signpost_status status)
{
	struct signpost_outcome o = signpost_outcome_blank;

	o.id = id;
	o.status = status;
	return o;
}

static enum status goes_on(struct desk *d, const struct signpost_outcome *o)
{
	day again;

	return casework_signpost_outcome(d->w->session, o, &again);
}

static struct ledger_view ledger_of(struct desk *d, struct signpost_id id)
{
	struct ledger_view v;

	if (casework_ledger(d->w->session, id, &d->w->arena, &v) != OK)
		fail_msg("%s", session_fault(d->w->session));
	return v;
}

/* ---- the states ---- */

static unsigned next_of(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

/* What holds of any signpost of theirs, however it was led there. */
static void holds(struct desk *d)
{
	assert_int_equal(
		leeds_number(d, "SELECT count(*) FROM signpost g WHERE person = 1 AND status <>"
	                        " (SELECT status FROM signpost_step WHERE signpost = g.id"
	                        "  ORDER BY id DESC LIMIT 1)"),
		0);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM signpost WHERE person = 1 AND"
	                                 " status IN ('given','sent','acknowledged','accepted',"
	                                 " 'waiting','receiving') AND (helped IS NOT NULL OR"
	                                 " outcome_on IS NOT NULL)"),
	                 0);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM signpost WHERE person = 1 AND"
	                                 " status = 'completed' AND (helped IS NULL OR"
	                                 " outcome_on IS NULL)"),
	                 0);
	assert_int_equal(
		leeds_number(d, "SELECT count(*) FROM signpost g WHERE person = 1 AND"
	                        " (SELECT count(*) FROM reminder WHERE signpost = g.id AND state ="
	                        "  'open') <> (status IN ('given','sent','acknowledged','accepted',"
	                        "  'waiting','receiving'))"),
		0);
}

static void walk(struct desk *d, enum signpost_kind kind, unsigned seed)
{
	struct signpost_id id = give(d, kind);

	holds(d);
	for (int i = 0; i < 60; i++) {
		struct signpost now = ledger_of(d, id).signpost;
		enum signpost_status to =
			(enum signpost_status)(next_of(&seed) % (SIGNPOST_SERVICE_GONE + 1));
		struct signpost_outcome o = outcome_of(id, to);
		bool same = to == SIGNPOST_STATUS_NONE || to == now.status;
		enum status rc;

		o.helped = (enum helped)(next_of(&seed) % (HELPED_NOT_KNOWN + 1));
		o.asked = (enum step_ask)(next_of(&seed) % (ASKED_PERSON + 1));
		o.answered = next_of(&seed) % 2 ? SAID_YES : SAID_NO;
		o.reason = next_of(&seed) % 2 ? "full" : "";
		rc = goes_on(d, &o);
		if (rc == OK)
			assert_true(same || signpost_may_become(kind, now.status, to));
		else
			assert_true(rc == E_CONFLICT || rc == E_INVALID);
		holds(d);
	}
}

static void ledger__no_walk_leads_to_a_state_that_there_is_not(void **state)
{
	struct desk *d = *state;

	for (int kind = SIGNPOST_TOLD; kind <= SIGNPOST_REFERRED; kind++)
		for (unsigned seed = 1; seed <= 4; seed++)
			walk(d, (enum signpost_kind)kind, seed * 7919u);
}

/* Every state is there to be read: in the ledger, in the record and in the file. */
static void ledger__every_state__is_shown_and_exported(void **state)
{
	struct desk *d = *state;
	struct signpost_id id = give(d, SIGNPOST_REFERRED);
	const char *path = arena_printf(&d->w->arena, "/tmp/clew-ledger-%d.csv", (int)getpid());
	struct export_options how = { .what = COLUMNS_SIGNPOSTS,
		                      .from = DAY_NONE,
		                      .to = DAY_NONE,
		                      .path = path,
		                      .to_whom = "us",
		                      .purpose = PURPOSE_KEEP };

	for (size_t i = 0; i < signpost_statuses.n; i++) {
		const struct word *word = &signpost_statuses.at[i];
		struct export_done done;
		char text[4096];
		FILE *f;

		store_sql(d->w->session->store,
		          arena_printf(&d->w->arena,
		                       "UPDATE signpost SET status = '%s' WHERE id = %lld",
		                       word->word, (long long)id.n));
		assert_non_null(strstr(ledger_of(d, id).now, word->label));
		assert_int_equal(casework_export(d->w->session, &how, NULL, &d->w->arena, &done),
		                 OK);
		f = fopen(path, "r");
		assert_non_null(f);
		text[fread(text, 1, sizeof(text) - 1, f)] = '\0';
		fclose(f);
		unlink(path);
		assert_non_null(strstr(text, arena_printf(&d->w->arena, ",%s,", word->word)));
	}
}

/* ---- days and words ---- */

static void outcome__since__is_neither_before_the_last_state_nor_ahead(void **state)
{
	struct desk *d = *state;
	day today = d->w->session->today;
	struct signpost_outcome o = outcome_of(give(d, SIGNPOST_REFERRED), SIGNPOST_ACCEPTED);

	store_sql(d->w->session->store, "UPDATE signpost SET given_on = given_on - 10,"
	                                " status_on = status_on - 10 WHERE person = 1");
	o.on = today + 1;
	assert_int_equal(goes_on(d, &o), E_INVALID);
	o.on = today - 11;
	assert_int_equal(goes_on(d, &o), E_INVALID);
	assert_non_null(strstr(session_fault(d->w->session), "since when, after that?"));
	o.on = today - 10;
	assert_int_equal(goes_on(d, &o), OK);
	o.status = SIGNPOST_WAITING;
	o.on = today - 3;
	assert_int_equal(goes_on(d, &o), OK);
	o.status = SIGNPOST_RECEIVING;
	o.on = today - 4;
	assert_int_equal(goes_on(d, &o), E_INVALID);
	assert_int_equal(leeds_number(d, "SELECT status_on FROM signpost WHERE person = 1"),
	                 today - 3);
}

static void outcome__an_end__says_what_it_takes(void **state)
{
	struct desk *d = *state;
	struct signpost_id id = give(d, SIGNPOST_REFERRED);
	struct signpost_outcome o = outcome_of(id, SIGNPOST_REJECTED);

	assert_int_equal(goes_on(d, &o), E_INVALID);
	o = outcome_of(id, SIGNPOST_COMPLETED);
	assert_int_equal(goes_on(d, &o), E_INVALID);
	o = outcome_of(id, SIGNPOST_WAITING);
	o.helped = HELPED_YES;
	assert_int_equal(goes_on(d, &o), E_INVALID);
	o = outcome_of(id, SIGNPOST_REJECTED);
	o.reason = "full or a long wait";
	assert_int_equal(goes_on(d, &o), OK);
	assert_int_equal(ledger_of(d, id).proposed, UNMET_FULL_OR_LONG_WAIT);
}

/* Opened again nothing is left of the end but its step; one undo takes the step back. */
static void outcome__opened_again__and_taken_back(void **state)
{
	struct desk *d = *state;
	struct signpost_id id = give(d, SIGNPOST_TOLD);
	struct signpost_outcome o = outcome_of(id, SIGNPOST_COMPLETED);

	o.helped = HELPED_NO;
	o.outcome = "Nobody came";
	assert_int_equal(goes_on(d, &o), OK);
	o = outcome_of(id, SIGNPOST_GIVEN);
	assert_int_equal(goes_on(d, &o), E_INVALID);
	o.reason = "They rang after all";
	assert_int_equal(goes_on(d, &o), OK);
	holds(d);
	assert_int_equal(ledger_of(d, id).steps.n, 3);
	assert_string_equal(ledger_of(d, id).steps.at[1].words, "Nobody came");
	assert_int_equal(casework_undo(d->w->session), OK);
	holds(d);
	assert_int_equal(ledger_of(d, id).signpost.helped, HELPED_NO);
	assert_int_equal(ledger_of(d, id).steps.n, 2);
}

/* ---- whom it asks ---- */

static void ledger__a_yes_taken_back__stops_asking_the_service(void **state)
{
	struct desk *d = *state;
	struct signpost_id id = give(d, SIGNPOST_REFERRED);
	struct new_consent no = new_consent_blank;
	struct signpost_outcome o = outcome_of(id, SIGNPOST_STATUS_NONE);
	struct consent_saved saved;

	assert_int_equal(ledger_of(d, id).step, CHASE_ASK);
	assert_string_equal(ledger_of(d, id).taken_back, "");
	no.person = d->l.jane;
	no.with = (struct share_with){ PURPOSE_REFER, d->l.buddies, "LS6 Money Buddies" };
	no.answer = CONSENT_WITHDRAWN;
	no.how = CONSENT_BY_PHONE;
	assert_int_equal(casework_answer_consent(d->w->session, &no, &d->w->arena, &saved), OK);
	assert_non_null(strstr(ledger_of(d, id).taken_back, "tell the service"));
	assert_string_equal(leeds_text(d, "SELECT what FROM reminder WHERE rule = 'taken_back'"),
	                    "Tell LS6 Money Buddies: they took it back");
	o.asked = ASKED_PHONE;
	o.answered = SAID_NO;
	assert_int_equal(goes_on(d, &o), OK);
	assert_int_equal(ledger_of(d, id).step, CHASE_TOUCH);
	assert_int_equal(
		leeds_number(d, "SELECT count(*) FROM reminder WHERE state = 'open' AND signpost"
	                        " IS NOT NULL AND promised_phone IS NOT NULL"),
		0);
}

static void ledger__somebody_who_is_not_to_be_reached__is_not_asked(void **state)
{
	struct desk *d = *state;
	struct signpost_id id = give(d, SIGNPOST_TOLD);
	struct signpost_outcome o = outcome_of(id, SIGNPOST_STATUS_NONE);

	store_sql(d->w->session->store,
	          "UPDATE safe_contact SET ring = 0, text = 0, email = 0, post = 0, visit = 0");
	o.asked = ASKED_PERSON;
	o.answered = SAID_NO;
	assert_int_equal(goes_on(d, &o), OK);
	assert_int_equal(ledger_of(d, id).step, CHASE_END);
	store_sql(d->w->session->store, "UPDATE person SET no_more_contact_on = 20779");
	assert_int_equal(goes_on(d, &o), OK);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM reminder WHERE state = 'open'"), 0);
}

/* A case that was handed over is asked about by whoever has it now. */
static void ledger__of_a_worker_who_left__is_asked_by_whoever_has_them(void **state)
{
	struct desk *d = *state;
	struct signpost_id id = give(d, SIGNPOST_REFERRED);
	struct signpost_outcome o = outcome_of(id, SIGNPOST_STATUS_NONE);

	store_sql(d->w->session->store, "UPDATE referral SET worker = 2 WHERE person = 1");
	o.asked = ASKED_PHONE;
	o.answered = SAID_NO;
	assert_int_equal(goes_on(d, &o), OK);
	assert_int_equal(leeds_number(d, "SELECT worker FROM reminder WHERE state = 'open'"), 2);
	assert_non_null(strstr(leeds_text(d, "SELECT why FROM reminder WHERE state = 'open'"),
	                       "asked once, no answer (rule service.ask)"));
}

/* ---- the figure ---- */

static void outcomes_known__counts_what_was_said_and_nothing_else(void **state)
{
	static const struct {
		enum signpost_status status;
		enum helped helped;
		int known;
	} of[] = {
		{ SIGNPOST_STATUS_NONE, HELPED_NONE, 0 },
		{ SIGNPOST_RECEIVING, HELPED_NONE, 0 },
		{ SIGNPOST_NOT_FOUND_OUT, HELPED_NONE, 0 },
		{ SIGNPOST_COMPLETED, HELPED_NOT_KNOWN, 0 },
		{ SIGNPOST_COMPLETED, HELPED_NO, 1 },
		{ SIGNPOST_REJECTED, HELPED_NONE, 1 },
		{ SIGNPOST_DID_NOT_ATTEND, HELPED_NONE, 1 },
	};
	struct desk *d = *state;
	day today = d->w->session->today;
	struct outcome_share before, x;
	int64_t known;

	assert_int_equal(casework_outcomes_known(d->w->session, today, today, &before), OK);
	known = before.known;
	for (size_t i = 0; i < COUNT_OF(of); i++) {
		struct signpost_outcome o = outcome_of(give(d, SIGNPOST_TOLD), of[i].status);

		o.helped = of[i].helped;
		o.reason = "full";
		assert_int_equal(goes_on(d, &o), OK);
		known += of[i].known;
		assert_int_equal(casework_outcomes_known(d->w->session, today, today, &x), OK);
		assert_int_equal(x.known, known);
		assert_int_equal(x.given, before.given + (int64_t)i + 1);
	}
	assert_int_equal(casework_outcomes_known(d->w->session, today + 1, today + 9, &x), OK);
	assert_int_equal(x.given, 0);
}

/* ---- what nothing fits ---- */

static void need_met__is_said_once_and_how(void **state)
{
	struct desk *d = *state;
	struct unmet_need x = unmet_need_blank;
	struct unmet_need_id id;
	const char *text;

	x.person = d->l.jane;
	x.concern = "practical.money";
	x.reason = UNMET_COST;
	x.signpost = give(d, SIGNPOST_TOLD);
	x.person = d->l.john;
	assert_int_equal(casework_note_unmet_need(d->w->session, &x, &id), E_INVALID);
	x.person = d->l.jane;
	assert_int_equal(casework_note_unmet_need(d->w->session, &x, &id), OK);
	assert_int_equal(casework_unmet_about(d->w->session, d->l.jane, "practical.money",
	                                      &d->w->arena, &text),
	                 OK);
	assert_string_equal(text, "Nothing fitted on Mon 23 Nov: cost.");
	assert_int_equal(casework_need_met(d->w->session, id, ""), E_INVALID);
	assert_int_equal(casework_need_met(d->w->session, id, "A grant"), OK);
	assert_int_equal(casework_need_met(d->w->session, id, "Again"), E_CONFLICT);
	assert_int_equal(casework_unmet_about(d->w->session, d->l.jane, "practical.money",
	                                      &d->w->arena, &text),
	                 OK);
	assert_string_equal(text, "");
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM unmet_need WHERE met_on IS NULL"),
	                 1);
}

/* The rows of the timeline that say how a service went on, the newest first, a line each. */
static const char *went_on_rows(struct desk *d)
{
	struct person_view v;
	const char *text = "";

	if (casework_open_person(d->w->session, d->l.jane, &d->w->arena, &v) != OK)
		fail_msg("%s", session_fault(d->w->session));
	for (size_t i = 0; i < v.timeline.n; i++)
		if (v.timeline.at[i].sort == SORT_WENT_ON)
			text = arena_printf(&d->w->arena, "%s%s\n", text, v.timeline.at[i].what);
	return text;
}

static void timeline__has_each_step_and_the_giving_once(void **state)
{
	struct desk *d = *state;
	struct signpost_outcome o = outcome_of(give(d, SIGNPOST_TOLD), SIGNPOST_STATUS_NONE);

	assert_string_equal(went_on_rows(d), "");
	o.asked = ASKED_PHONE;
	o.answered = SAID_NO;
	assert_int_equal(goes_on(d, &o), OK);
	assert_string_equal(went_on_rows(d), "LS6 Money Buddies: rang, no answer\n");
	o = outcome_of(o.id, SIGNPOST_COMPLETED);
	o.asked = ASKED_PERSON;
	o.answered = SAID_YES;
	o.helped = HELPED_YES;
	o.outcome = "Her rent is paid.";
	assert_int_equal(goes_on(d, &o), OK);
	assert_string_equal(went_on_rows(d),
	                    "LS6 Money Buddies: completed, said the person · Her rent is paid.\n"
	                    "LS6 Money Buddies: rang, no answer\n");
}

/* ---- gone over with the plan ---- */

/* Told about it within her plan; then the plan is gone over with that said of it. */
static struct signpost_id gone_over(struct desk *d, enum action_status status, enum helped helped)
{
	struct session *s = d->w->session;
	struct plan_answer what = { d->l.jane, "practical.money", ACTION_INFORMATION, "",
		                    DAY_NONE };
	struct gone_over one = { .status = status, .helped = helped, .outcome = "" };
	struct plan_gone_over over = { d->l.jane, 1, &one, DAY_NONE };
	struct action got;
	struct signpost_id id;
	day next;

	jane_assessed_before(d->w, d->l.jane);
	assert_int_equal(casework_answer_concern(s, &what, &d->w->arena, &got), OK);
	id = give(d, SIGNPOST_TOLD);
	one.action.n = leeds_number(d, "SELECT id FROM action WHERE signpost IS NOT NULL");
	one.ver = leeds_number(d, "SELECT ver FROM action WHERE signpost IS NOT NULL");
	if (casework_go_over_plan(s, &over, &next) != OK)
		fail_msg("%s", session_fault(s));
	return id;
}

static int64_t asks_about_it(struct desk *d)
{
	return leeds_number(d, "SELECT count(*) FROM reminder WHERE state = 'open' AND signpost"
	                       " IS NOT NULL");
}

static void go_over__a_service_that_helped__closes_its_loop(void **state)
{
	struct desk *d = *state;
	struct signpost_id id = gone_over(d, ACTION_COMPLETED, HELPED_PARTLY);
	struct ledger_view v = ledger_of(d, id);

	assert_int_equal(v.signpost.status, SIGNPOST_COMPLETED);
	assert_int_equal(v.signpost.helped, HELPED_PARTLY);
	assert_string_equal(v.steps.at[0].what, "completed, said the person");
	assert_int_equal(asks_about_it(d), 0);
	assert_non_null(
		strstr(leeds_text(d, "SELECT words FROM plan_review"), "done, it helped partly."));
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(ledger_of(d, id).signpost.status, SIGNPOST_GIVEN);
	assert_int_equal(asks_about_it(d), 1);
}

static void go_over__a_service_that_no_longer_applies__is_asked_about_no_more(void **state)
{
	struct desk *d = *state;
	struct signpost_id id = gone_over(d, ACTION_NOT_APPLICABLE, HELPED_NONE);

	assert_int_equal(ledger_of(d, id).signpost.status, SIGNPOST_CANCELLED);
	assert_int_equal(asks_about_it(d), 0);
}

static void go_over__a_service_that_goes_on__is_asked_about_again(void **state)
{
	struct desk *d = *state;
	struct signpost_id id = gone_over(d, ACTION_STARTED, HELPED_NONE);

	assert_int_equal(ledger_of(d, id).signpost.status, SIGNPOST_GIVEN);
	assert_int_equal(asks_about_it(d), 1);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, leeds_desk_setup, leeds_desk_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(ledger__no_walk_leads_to_a_state_that_there_is_not),
		CASE(ledger__every_state__is_shown_and_exported),
		CASE(outcome__since__is_neither_before_the_last_state_nor_ahead),
		CASE(outcome__an_end__says_what_it_takes),
		CASE(outcome__opened_again__and_taken_back),
		CASE(ledger__a_yes_taken_back__stops_asking_the_service),
		CASE(ledger__somebody_who_is_not_to_be_reached__is_not_asked),
		CASE(ledger__of_a_worker_who_left__is_asked_by_whoever_has_them),
		CASE(outcomes_known__counts_what_was_said_and_nothing_else),
		CASE(need_met__is_said_once_and_how),
		CASE(timeline__has_each_step_and_the_giving_once),
		CASE(go_over__a_service_that_helped__closes_its_loop),
		CASE(go_over__a_service_that_no_longer_applies__is_asked_about_no_more),
		CASE(go_over__a_service_that_goes_on__is_asked_about_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
