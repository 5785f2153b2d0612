#include "casework/consent.h"

#include "casework/export.h"
#include "casework/release.h"
#include "casework/signposts.h"
#include "casework/undo.h"
#include "fixture.h"
#include "leeds_desk.h"
#include "test.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct new_consent said(struct desk *d, enum purpose purpose, enum consent_answer answer)
{
	struct new_consent x = new_consent_blank;

	x.person = d->l.jane;
	x.with.purpose = purpose;
	x.answer = answer;
	x.how = CONSENT_BY_PHONE;
	return x;
}

static const char *save(struct desk *d, const struct new_consent *x)
{
	struct consent_saved saved = { .text = "" };

	if (casework_answer_consent(d->w->session, x, &d->w->arena, &saved) != OK)
		fail_msg("%s", session_fault(d->w->session));
	return saved.text;
}

static struct consent_view view(struct desk *d, enum purpose purpose)
{
	struct share_with with = { .purpose = purpose, .to_whom = "" };
	struct consent_view v;

	assert_int_equal(casework_consent_view(d->w->session, d->l.jane, &with, &d->w->arena, &v),
	                 OK);
	return v;
}

static void answer__is_kept_with_the_words_and_how_long_it_holds(void **state)
{
	struct desk *d = *state;
	struct new_consent x = said(d, PURPOSE_FUNDER, CONSENT_YES);

	assert_string_equal(view(d, PURPOSE_FUNDER).state, "not asked");
	assert_string_equal(save(d, &x), "Saved: they agree, by phone.");
	assert_string_equal(view(d, PURPOSE_FUNDER).state, "yes 23 Nov by phone, Priya Shah");
	assert_string_equal(leeds_text(d, "SELECT wording || substr(words, 1, 6) FROM consent"),
	                    "1May we");
	assert_int_equal(leeds_number(d, "SELECT until_on FROM consent"),
	                 day_add_months(d->w->session->today, 12));
	workplace_days_later(d->w, 366);
	assert_int_equal(view(d, PURPOSE_FUNDER).found.state, CONSENT_EXPIRED);
}

static void answer__no_is_kept_too_and_undone_it_never_was(void **state)
{
	struct desk *d = *state;
	struct new_consent x = said(d, PURPOSE_FEEDBACK, CONSENT_NO);

	assert_string_equal(save(d, &x), "Saved: they say no, by phone. Nothing goes out for it.");
	assert_int_equal(view(d, PURPOSE_FEEDBACK).found.state, CONSENT_REFUSED);
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(view(d, PURPOSE_FEEDBACK).found.state, CONSENT_NOT_ASKED);
}

static void answer__needs_what_makes_it_one(void **state)
{
	struct desk *d = *state;
	struct consent_saved saved;
	struct new_consent x = said(d, PURPOSE_REFER, CONSENT_YES);

	assert_int_equal(casework_answer_consent(d->w->session, &x, &d->w->arena, &saved),
	                 E_INVALID); /* to whom? */
	x = said(d, PURPOSE_FUNDER, CONSENT_YES);
	x.how = CONSENT_HOW_NONE;
	assert_int_equal(casework_answer_consent(d->w->session, &x, &d->w->arena, &saved),
	                 E_INVALID);
	x = said(d, PURPOSE_FUNDER, CONSENT_WITHDRAWN);
	assert_int_equal(casework_answer_consent(d->w->session, &x, &d->w->arena, &saved),
	                 E_INVALID);
	x = said(d, PURPOSE_FUNDER, CONSENT_YES);
	x.on_day = d->w->session->today + 1;
	assert_int_equal(casework_answer_consent(d->w->session, &x, &d->w->arena, &saved),
	                 E_INVALID);
	x.on_day = DAY_NONE;
	workplace_as(d->w, "mary");
	assert_int_equal(casework_answer_consent(d->w->session, &x, &d->w->arena, &saved),
	                 E_DENIED);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM consent"), 0);
}

static enum status refer(struct desk *d, struct service_id to, enum consent_how agreed)
{
	struct signpost_saved saved;
	struct new_signpost x = { .person = d->l.jane,
		                  .service = to,
		                  .concern = "practical.money",
		                  .kind = SIGNPOST_REFERRED,
		                  .check_on = DAY_NONE,
		                  .send = LEAVES_BIT(LEAVES_NAME),
		                  .agreed = agreed,
		                  .note = "" };

	return casework_refer(d->w->session, &x, &d->w->arena, &saved);
}

/* Trust model, field 2: taken back, a task is made, and the purpose stops from the next screen. */
static void taken_back__stops_it_and_reminds_to_tell_who_has_copies(void **state)
{
	struct desk *d = *state;
	struct new_consent x = said(d, PURPOSE_REFER, CONSENT_WITHDRAWN);

	assert_int_equal(refer(d, d->l.advice, CONSENT_BY_PHONE), OK);
	assert_int_equal(refer(d, d->l.buddies, CONSENT_BY_PHONE), OK);
	assert_int_equal(refer(d, d->l.advice, CONSENT_HOW_NONE), OK); /* the yes stands */
	assert_string_equal(
		save(d, &x),
		"Saved: nothing more goes out for it. Tell Citizens Advice Leeds and LS6 "
		"Money Buddies by Tue 24 Nov.");
	assert_string_equal(
		leeds_text(
			d,
			"SELECT what || due_on || to_person FROM reminder WHERE rule = 'taken_back'"),
		"Tell Citizens Advice Leeds and LS6 Money Buddies: they took it back207811");
	/* A form that was opened while it stood is refused all the same. */
	assert_int_equal(refer(d, d->l.advice, CONSENT_HOW_NONE), E_CONFLICT);
	assert_non_null(strstr(session_fault(d->w->session), "took back on 23 Nov"));
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM disclosure"), 3);
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM reminder WHERE rule = 'taken_back'"),
	                 0);
	assert_int_equal(refer(d, d->l.advice, CONSENT_HOW_NONE), OK);
}

static void taken_back__of_one_service_leaves_the_others(void **state)
{
	struct desk *d = *state;
	struct new_consent x = said(d, PURPOSE_REFER, CONSENT_WITHDRAWN);

	assert_int_equal(refer(d, d->l.advice, CONSENT_BY_PHONE), OK);
	assert_int_equal(refer(d, d->l.buddies, CONSENT_BY_PHONE), OK);
	x.with.service = d->l.advice;
	x.with.to_whom = "Citizens Advice Leeds";
	assert_string_equal(save(d, &x), "Saved: nothing more goes out for it. Tell Citizens "
	                                 "Advice Leeds by Tue 24 Nov.");
	assert_int_equal(refer(d, d->l.advice, CONSENT_HOW_NONE), E_CONFLICT);
	assert_int_equal(refer(d, d->l.buddies, CONSENT_HOW_NONE), OK);
}

static const struct share_row *row_of(const struct sharing_view *v, const char *label)
{
	for (size_t i = 0; i < v->n; i++)
		if (strstr(v->at[i].label, label))
			return &v->at[i];
	fail_msg("no row %s", label);
	return NULL;
}

static void sharing__says_what_was_agreed_and_what_left(void **state)
{
	struct desk *d = *state;
	struct new_consent x = said(d, PURPOSE_FUNDER, CONSENT_NO);
	struct sharing_view v;

	save(d, &x);
	assert_int_equal(refer(d, d->l.advice, CONSENT_INTERPRETER), OK);
	assert_int_equal(casework_sharing(d->w->session, d->l.jane, &d->w->arena, &v), OK);
	assert_string_equal(row_of(&v, "Citizens Advice Leeds")->value,
	                    "yes 23 Nov by interpreter, Priya Shah");
	assert_true(row_of(&v, "5 show those who pay")->stops);
	assert_string_equal(row_of(&v, "5 show those who pay")->value,
	                    "said no 23 Nov by phone, Priya Shah");
	assert_string_equal(row_of(&v, "Mon 23 Nov")->value, "Citizens Advice Leeds: name");
	assert_non_null(strstr(row_of(&v, "Mon 23 Nov")->whole, "Basis: consent, 6(1)(a)"));
	assert_non_null(strstr(row_of(&v, "Citizens Advice Leeds")->whole, "read out, version 1"));
}

static void sharing__of_a_file_names_nobody_else(void **state)
{
	struct desk *d = *state;
	struct sharing_view v;

	store_sql(
		d->w->session->store,
		"INSERT INTO disclosure (id, on_day, kind, to_whom, purpose, basis, fields, people,"
		"  who, file_hash, by_account) VALUES (1, 20780, 'file', 'Leeds', 'keep', 'x',"
		"  'people: ref', 2, '1-2', 'abc', 1);"
		"INSERT INTO disclosure_run VALUES (1, 1, 2)");
	assert_int_equal(casework_sharing(d->w->session, d->l.jane, &d->w->arena, &v), OK);
	assert_non_null(strstr(row_of(&v, "Mon 23 Nov")->whole, "In a file with 2 people."));
	assert_null(strstr(row_of(&v, "Mon 23 Nov")->whole, "1-2"));
}

static void notice__is_given_and_due_again_with_a_new_version(void **state)
{
	struct desk *d = *state;
	struct notice x = notice_blank;
	struct sharing_view v;

	assert_int_equal(casework_give_notice(d->w->session, d->l.jane, &x), E_INVALID);
	x.how = NOTICE_READ_OUT;
	x.language = "Urdu";
	assert_int_equal(casework_sharing(d->w->session, d->l.jane, &d->w->arena, &v), OK);
	assert_true(v.notice_due);
	assert_int_equal(casework_give_notice(d->w->session, d->l.jane, &x), OK);
	assert_int_equal(casework_sharing(d->w->session, d->l.jane, &d->w->arena, &v), OK);
	assert_false(v.notice_due);
	assert_string_equal(row_of(&v, "Given")->value,
	                    "version 1, 23 Nov, read out, Urdu, Priya Shah");
	assert_int_equal(casework_set_notice_version(d->w->session, "2"), OK);
	assert_int_equal(casework_sharing(d->w->session, d->l.jane, &d->w->arena, &v), OK);
	assert_true(v.notice_due);
}

static void purposes__are_the_coordinators_with_a_fresh_passphrase(void **state)
{
	struct desk *d = *state;
	struct session *s = d->w->session;
	struct purposes_view v;
	struct purpose_rule rule;

	assert_int_equal(casework_purposes(s, &d->w->arena, &v), OK);
	rule = v.rules.at[PURPOSE_FUNDER - 1];
	rule.policy = "Data policy 4.2";
	s->proved_at = 0;
	assert_int_equal(casework_settle_purpose(s, &rule), E_DENIED);
	assert_int_equal(s->demand.permit, PERMIT_WITH_PROOF);
	s->proved_at = s->now;
	assert_int_equal(casework_settle_purpose(s, &rule), OK);
	assert_int_equal(casework_purposes(s, &d->w->arena, &v), OK);
	assert_string_equal(v.rules.at[PURPOSE_FUNDER - 1].policy, "Data policy 4.2");
	assert_int_equal(v.rules.at[PURPOSE_FUNDER - 1].ver, 1);
	/* What two settle at once is said to the second. */
	assert_int_equal(casework_settle_purpose(s, &rule), E_CONFLICT);
	workplace_as(d->w, "ben");
	assert_int_equal(casework_settle_purpose(d->w->session, &rule), E_DENIED);
}

static void purposes__settled_otherwise_stop_at_once(void **state)
{
	struct desk *d = *state;
	struct session *s = d->w->session;
	struct purposes_view v;
	struct purpose_rule rule;

	assert_int_equal(casework_purposes(s, &d->w->arena, &v), OK);
	rule = v.rules.at[PURPOSE_REFER - 1];
	rule.consent = false;
	s->proved_at = s->now;
	assert_int_equal(casework_settle_purpose(s, &rule), OK);
	assert_int_equal(refer(d, d->l.advice, CONSENT_HOW_NONE), OK);
	assert_string_equal(leeds_text(d, "SELECT basis FROM disclosure"), "6(1)(a), 9(2)(a)");
	assert_int_equal(leeds_number(d, "SELECT consent IS NULL FROM disclosure"), 1);
}

/* ---- every way out × every answer ---- */

static enum status leave_by_referral(struct desk *d)
{
	return refer(d, d->l.advice, CONSENT_HOW_NONE);
}

static enum status leave_on_paper(struct desk *d)
{
	const struct paper_wanted w = { .document = DOCUMENT_PLAN, .person = d->l.jane };
	const char *said;
	struct release r;

	if (casework_release_paper(d->w->session, &w, &d->w->arena, &r) != OK)
		fail_msg("%s", session_fault(d->w->session));
	r.goes = (struct share_with){ .purpose = PURPOSE_CARE_TEAM, .to_whom = "Dr Smith" };
	return casework_released_paper(d->w->session, &r, &d->w->arena, &said);
}

static enum status leave_in_a_file(struct desk *d)
{
	struct export_options o = { .what = COLUMNS_PEOPLE, .from = DAY_NONE, .to = DAY_NONE };
	struct export_done done;
	enum status rc;

	o.purpose = PURPOSE_FUNDER;
	o.to_whom = "Leeds City Council";
	o.fd = open("/dev/null", O_WRONLY);
	rc = casework_export(d->w->session, &o, NULL, &d->w->arena, &done);
	close(o.fd);
	return rc == OK && done.people == 0 ? E_CONFLICT : rc;
}

static const struct {
	enum status (*leave)(struct desk *d);
	const char *purpose, *to_whom;
} ways[] = { { leave_by_referral, "refer", "'Citizens Advice Leeds'" },
	     { leave_on_paper, "care_team", "NULL" },
	     { leave_in_a_file, "funder", "NULL" } };

static const struct {
	const char *answer, *until;
	bool leaves;
} answers[] = { { NULL, NULL, false },      { "'yes'", "NULL", true },
	        { "'yes'", "20781", true }, { "'yes'", "20779", false },
	        { "'no'", "NULL", false },  { "'withdrawn'", "NULL", false } };

static void answer(struct desk *d, size_t way, size_t i)
{
	store_sql(d->w->session->store,
	          "DELETE FROM disclosure_run; DELETE FROM disclosure;"
	          "DELETE FROM reminder; DELETE FROM action;"
	          "DELETE FROM signpost_step;DELETE FROM signpost WHERE person = 1;"
	          "DELETE FROM consent");
	if (answers[i].answer)
		store_sql(
			d->w->session->store,
			arena_printf(&d->w->arena,
		                     "INSERT INTO consent (person, purpose, to_whom, answer,"
		                     "  how, on_day, until_on, by_account) VALUES (%lld, '%s', %s,"
		                     "  %s, 'phone', 20770, %s, 1)",
		                     (long long)d->l.jane.n, ways[way].purpose, ways[way].to_whom,
		                     answers[i].answer, answers[i].until));
}

static void every_way_out__goes_by_their_answer_and_is_on_record(void **state)
{
	struct desk *d = *state;

	for (size_t way = 0; way < COUNT_OF(ways); way++)
		for (size_t i = 0; i < COUNT_OF(answers); i++) {
			int64_t left;

			answer(d, way, i);
			d->w->session->proved_at = d->w->session->now;
			if (ways[way].leave(d) != (answers[i].leaves ? OK : E_CONFLICT))
				fail_msg("way %zu, answer %zu: %s", way, i,
				         session_fault(d->w->session));
			left = leeds_number(d, "SELECT count(*) FROM disclosure WHERE person = 1 OR"
			                       " people = 1");
			assert_int_equal(left, answers[i].leaves);
		}
}

static void every_way_out__their_own_copy_needs_nobodys_yes(void **state)
{
	struct desk *d = *state;
	const struct paper_wanted w = { .document = DOCUMENT_PLAN, .person = d->l.jane };
	const char *said;
	struct release r;

	assert_int_equal(casework_release_paper(d->w->session, &w, &d->w->arena, &r), OK);
	assert_int_equal(casework_released_paper(d->w->session, &r, &d->w->arena, &said), OK);
	assert_string_equal(leeds_text(d, "SELECT to_whom || ', ' || kind || ', ' || basis"
	                                  " FROM disclosure"),
	                    "themselves, paper, their own copy");
}

int main(void)
{
#define WITH_LEEDS(test) \
	cmocka_unit_test_setup_teardown(test, leeds_desk_setup, leeds_desk_teardown)
	const struct CMUnitTest tests[] = {
		WITH_LEEDS(answer__is_kept_with_the_words_and_how_long_it_holds),
		WITH_LEEDS(answer__no_is_kept_too_and_undone_it_never_was),
		WITH_LEEDS(answer__needs_what_makes_it_one),
		WITH_LEEDS(taken_back__stops_it_and_reminds_to_tell_who_has_copies),
		WITH_LEEDS(taken_back__of_one_service_leaves_the_others),
		WITH_LEEDS(sharing__says_what_was_agreed_and_what_left),
		WITH_LEEDS(sharing__of_a_file_names_nobody_else),
		WITH_LEEDS(notice__is_given_and_due_again_with_a_new_version),
		WITH_LEEDS(purposes__are_the_coordinators_with_a_fresh_passphrase),
		WITH_LEEDS(purposes__settled_otherwise_stop_at_once),
		WITH_LEEDS(every_way_out__goes_by_their_answer_and_is_on_record),
		WITH_LEEDS(every_way_out__their_own_copy_needs_nobodys_yes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
