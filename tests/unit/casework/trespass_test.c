#include "fixture.h"
#include "scene.h"
#include "test.h"

#include "casework/access.h"
#include "casework/approvals.h"
#include "casework/audit.h"
#include "casework/caseload.h"
#include "casework/cover.h"
#include "casework/lock.h"
#include "casework/messages.h"
#include "casework/people.h"
#include "casework/person_view.h"
#include "casework/presence.h"
#include "casework/reminders.h"
#include "casework/restricted.h"
#include "casework/safety.h"
#include "casework/signposts.h"
#include "casework/today.h"
#include "casework/undo.h"
#include "model/account.h"

#include <string.h>

/*
 * Past the screens: what is asked for with anybody's ids. Jane Carter (1) is Priya's, who restricts
 * her; Dylan (2) is Priya's, Margaret (10) Ben's.
 */

static const struct person_id jane = { 1 }, dylan = { 2 }, margaret = { 10 };

static int setup(void **state)
{
	struct workplace *w = workplace_open();

	scene_set(w);
	assert_int_equal(casework_restrict(w->session, jane, "her sister works here"), OK);
	*state = w;
	return 0;
}

static void assert_unnamed(const char *text)
{
	if (strstr(text, "Jane") || strstr(text, "Carter"))
		fail_msg("says whose record it is: %s", text);
}

static void assert_log_unnamed(const struct log_page *page)
{
	assert_true(page->n > 0);
	for (size_t i = 0; i < page->n; i++) {
		assert_unnamed(page->at[i].about);
		assert_unnamed(page->at[i].what);
		assert_unnamed(page->at[i].why);
	}
}

static void log__whoever_was_refused__does_not_read_whose_it_is(void **state)
{
	struct workplace *w = *state;
	const struct log_from newest = { .limit = 100 };
	const struct log_filter all = { .since = DAY_NONE };
	struct person_view view;
	struct log_page page;

	assert_int_equal(casework_agree_quiet(w->session, jane, 20800, "hers"), OK);
	workplace_as(w, "ann");
	assert_int_equal(casework_open_person(w->session, jane, &w->arena, &view), E_DENIED);
	assert_int_equal(casework_own_log(w->session, newest, &w->arena, &page), OK);
	assert_log_unnamed(&page);
	assert_int_equal(casework_log(w->session, &all, newest, &w->arena, &page), OK);
	assert_log_unnamed(&page);
	assert_int_equal(casework_looks_at(w->session, jane, newest, &w->arena, &page), OK);
	assert_log_unnamed(&page);
}

static void log__of_an_undo__does_not_say_whose_it_is(void **state)
{
	struct workplace *w = *state;
	const struct log_filter all = { .since = DAY_NONE };
	struct log_page page;

	assert_int_equal(casework_agree_quiet(w->session, jane, 20800, "hers"), OK);
	assert_int_equal(casework_undo(w->session), OK);
	workplace_as(w, "ann");
	assert_int_equal(
		casework_log(w->session, &all, (struct log_from){ .limit = 100 }, &w->arena, &page),
		OK);
	assert_log_unnamed(&page);
}

static void log__volunteer__does_not_read_who_is_kept_apart(void **state)
{
	struct workplace *w = *state;
	struct person_strip strip;
	struct log_page page;

	store_sql(w->session->store,
	          "UPDATE person SET restricted = 0, keep_apart = 1 WHERE id = 1");
	workplace_as(w, "mary");
	assert_int_equal(casework_strip(w->session, jane, &w->arena, &strip), E_DENIED);
	assert_int_equal(
		casework_own_log(w->session, (struct log_from){ .limit = 100 }, &w->arena, &page),
		OK);
	assert_log_unnamed(&page);
}

static void details__with_somebody_elses_number__change_nothing(void **state)
{
	struct workplace *w = *state;
	struct person_details d;

	assert_int_equal(casework_details(w->session, dylan, &w->arena, &d), OK);
	d.phones[0].id.n =
		store_int(w->session->store, "SELECT id FROM contact_point WHERE person = 1");
	d.phones[0].value = "07700900999";
	assert_int_equal(casework_change_details(w->session, &d), E_CONFLICT);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM contact_point"
	                           " WHERE person = 1 AND value = '07700900123'"),
	                 1);
}

static void details__with_what_is_safe_for_another__are_their_own(void **state)
{
	struct workplace *w = *state;
	struct person_details d;

	assert_int_equal(casework_details(w->session, dylan, &w->arena, &d), OK);
	d.safe.person = jane;
	d.safe.say = "the library";
	assert_int_equal(casework_change_details(w->session, &d), OK);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM safe_contact"
	                                              " WHERE person = 1 AND say = 'the library'"),
	                 0);
}

static enum status refer_again(struct workplace *w, struct person_id person)
{
	struct new_referral in = { .person = person,
		                   .about = person_details_blank(),
		                   .referral = referral_blank,
		                   .worker = "" };
	struct received got;

	in.referral.source = "gp";
	return casework_receive_referral(w->session, &in, &w->arena, &got);
}

static void referral__of_somebody_hidden__does_not_say_who(void **state)
{
	struct workplace *w = *state;

	workplace_as(w, "ann");
	assert_int_equal(refer_again(w, jane), E_CONFLICT);
	assert_unnamed(session_fault(w->session));
}

static void referral__volunteer__does_not_open_who_was_here_before(void **state)
{
	struct workplace *w = *state;

	store_sql(w->session->store, "UPDATE referral SET state = 'closed' WHERE person = 2");
	workplace_as(w, "mary");
	assert_int_equal(refer_again(w, dylan), E_DENIED);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM access"), 0);
}

static void signpost__to_a_restricted_record__is_refused_before_anything_is_said(void **state)
{
	struct workplace *w = *state;
	struct new_signpost x = { .person = jane,
		                  .service = { 1 },
		                  .concern = "",
		                  .kind = SIGNPOST_TOLD,
		                  .check_on = DAY_NONE,
		                  .note = "" };
	struct signpost_saved saved;

	store_sql(w->session->store, "UPDATE person SET died_on = 20700 WHERE id = 1");
	workplace_as(w, "ann");
	assert_int_equal(casework_signpost(w->session, &x, &w->arena, &saved), E_DENIED);
	assert_unnamed(session_fault(w->session));
}

static void undo__in_a_record_restricted_since__is_refused_and_names_nobody(void **state)
{
	struct workplace *w = *state;
	struct reminder r = reminder_blank;
	struct reminder_id id;
	const char *what = "";

	workplace_as(w, "ben");
	workplace_cover(w, dylan);
	r.person = dylan;
	r.worker = w->session->account.id;
	r.what = "Ring him";
	r.due_on = w->session->today;
	assert_int_equal(casework_remind(w->session, &r, &id), OK);
	workplace_as(w, "priya");
	assert_int_equal(casework_restrict(w->session, dylan, "his cousin works here"), OK);
	workplace_as(w, "ben");
	assert_int_equal(casework_undo_peek(w->session, &w->arena, &what), E_DENIED);
	assert_null(strstr(session_fault(w->session), "Pritchard"));
	assert_int_equal(casework_undo(w->session), E_DENIED);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM reminder WHERE what = 'Ring him'"),
	                 1);
}

static struct message_id take_for_priya(struct workplace *w, struct person_id person)
{
	struct new_message m = { .words = "The hospital rang about the scan",
		                 .from_whom = "",
		                 .phone = "",
		                 .hours = "",
		                 .for_account = { 1 },
		                 .person = person };
	struct message_saved saved;

	workplace_as(w, "mary");
	assert_int_equal(casework_take_message(w->session, &m, &w->arena, &saved), OK);
	return saved.id;
}

static void message__about_a_restricted_record__is_for_whom_it_was_taken(void **state)
{
	struct workplace *w = *state;
	struct message_id id = take_for_priya(w, jane);
	struct message_row row;

	workplace_as(w, "ben");
	assert_int_equal(casework_message(w->session, id, &w->arena, &row), E_DENIED);
	assert_int_equal(casework_message_done(w->session, id), E_DENIED);
	assert_int_equal(casework_put_message(w->session, id, margaret), E_DENIED);
	workplace_as(w, "priya");
	assert_int_equal(casework_message(w->session, id, &w->arena, &row), OK);
}

static bool today_says(struct workplace *w, const char *words)
{
	const struct today_of of = { .worker = { 1 } };
	struct today_view v;
	bool says = false;

	assert_int_equal(casework_today(w->session, &of, &w->arena, &v), OK);
	for (size_t i = 0; i < v.today.items.n; i++)
		says = says || strstr(v.today.items.at[i].what, words);
	return says;
}

static void today__of_a_colleague__says_nothing_of_a_restricted_record(void **state)
{
	struct workplace *w = *state;

	store_sql(w->session->store, "INSERT INTO person (id, family_name, restricted, created_on)"
	                             " VALUES (30, 'Roe', 1, 20700)");
	(void)take_for_priya(w, (struct person_id){ 30 });
	workplace_as(w, "ben");
	assert_false(today_says(w, "hospital"));
	workplace_as(w, "priya");
	assert_true(today_says(w, "hospital"));
}

static void worry__about_a_restricted_record__tells_its_author_no_name(void **state)
{
	struct workplace *w = *state;
	struct safety_note n = safety_note_blank;
	struct safety_note_id id;
	struct safety_record r;
	struct problems problems;
	struct log_page page;

	n.person = jane;
	n.about = SAFETY_ILL_NOW;
	n.words = "She looked very unwell";
	workplace_as(w, "mary");
	assert_int_equal(casework_worry_about_safety(w->session, &n, &w->arena, &problems, &id),
	                 OK);
	assert_int_equal(casework_safety_note(w->session, id, &w->arena, &r), OK);
	assert_unnamed(r.item.who);
	assert_int_equal(
		casework_own_log(w->session, (struct log_from){ .limit = 100 }, &w->arena, &page),
		OK);
	assert_log_unnamed(&page);
	workplace_as(w, "ann"); /* who answers for safety has to know */
	assert_int_equal(casework_safety_note(w->session, id, &w->arena, &r), OK);
	assert_non_null(strstr(r.item.who, "Carter"));
}

static void hand_over__of_many__asks_about_each(void **state)
{
	struct workplace *w = *state;
	const struct person_id both[] = { margaret, jane };
	const struct hand_over what = { both, 2, "priya", "away" };
	size_t moved;

	store_sql(w->session->store, "UPDATE referral SET worker = NULL WHERE person = 1;"
	                             "UPDATE caseload SET worker = NULL WHERE person = 1");
	workplace_as(w, "ben");
	assert_int_equal(casework_hand_over(w->session, &what, &moved), E_DENIED);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM referral"
	                                              " WHERE person IN (1, 10) AND worker = 1"),
	                 0);
}

static void hand_over__of_a_restricted_record__is_not_named(void **state)
{
	struct workplace *w = *state;
	const struct hand_over what = { &jane, 1, "ben", "away" };
	size_t moved;

	workplace_as(w, "ann");
	assert_int_equal(casework_hand_over(w->session, &what, &moved), OK);
	assert_unnamed(store_text(w->session->store,
	                          "SELECT what FROM event ORDER BY id DESC LIMIT 1", &w->arena));
}

static void reminder__with_another_persons_signpost__leaves_it_alone(void **state)
{
	struct workplace *w = *state;
	const struct reminder_outcome how = { "", HELPED_YES };
	struct reminder r = reminder_blank;
	struct reminder_id id;

	workplace_as(w, "ben");
	r.person = margaret;
	r.worker = w->session->account.id;
	r.kind = REMINDER_CHECK_BACK;
	r.what = "Did it help?";
	r.due_on = w->session->today;
	r.signpost.n = 1; /* Jane's */
	assert_int_equal(casework_remind(w->session, &r, &id), OK);
	assert_int_equal(casework_complete_reminder(w->session, id, &how, NULL), OK);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM signpost WHERE status = 'waiting'"),
	                 1);
}

static void lock__ends_what_the_passphrase_was_given_for(void **state)
{
	struct workplace *w = *state;

	assert_int_equal(casework_may(w->session, OP_SETTINGS), OK);
	assert_int_equal(casework_lock(w->session, NULL), OK);
	assert_int_equal(casework_may(w->session, OP_SETTINGS), E_DENIED);
	assert_int_equal(w->session->demand.permit, PERMIT_WITH_PROOF);
}

static enum status ask_for_ben(struct workplace *w, const char *roles)
{
	struct new_approval x = { .op = OP_GIVE_ROLE, .why = "we need a second one" };
	int64_t id;

	values_set(&x.body, &w->arena, "login", "ben");
	values_set(&x.body, &w->arena, "roles", roles);
	return casework_ask_approval(w->session, &x, &id);
}

static void approval__says_all_that_would_run(void **state)
{
	struct workplace *w = *state;

	assert_int_equal(ask_for_ben(w, "6\nlogin=mary"), E_INVALID);
	assert_int_equal(ask_for_ben(w, "6 or so"), E_INVALID);
	assert_int_equal(ask_for_ben(w, "6"), OK);
}

static void presence__is_told_to_who_may_open_the_record(void **state)
{
	struct workplace *w = *state;
	const char *who = NULL;

	assert_int_equal(casework_be_here(w->session, jane, "contact"), OK);
	w->session->here.id = 0; /* as another process sees it */
	assert_int_equal(casework_others_here(w->session, jane, &w->arena, &who), OK);
	assert_string_not_equal(who, "");
	workplace_as(w, "ann");
	assert_int_equal(casework_others_here(w->session, jane, &w->arena, &who), OK);
	assert_string_equal(who, "");
}

static void cover__passed_on_to_oneself__opens_no_restricted_record(void **state)
{
	struct workplace *w = *state;
	const struct new_cover priyas = { { 1 }, { 2 }, w->session->today };
	struct new_cover bens = { { 2 }, { 0 }, w->session->today };
	struct person_view view;
	const char *said;

	store_sql(w->session->store, "INSERT INTO account (login, name, roles)"
	                             " VALUES ('cal', 'Cal Dean', 6)");
	workplace_as(w, "ann");
	assert_int_equal(casework_start_cover(w->session, &priyas, &w->arena, &said), OK);
	workplace_as(w, "cal");
	bens.by = w->session->account.id;
	assert_int_equal(casework_start_cover(w->session, &bens, &w->arena, &said), OK);
	assert_int_equal(casework_open_person(w->session, jane, &w->arena, &view), E_DENIED);
}

static void reason__is_one_of_those_there_are(void **state)
{
	struct workplace *w = *state;

	workplace_as(w, "ben");
	assert_int_equal(casework_give_reason(w->session, dylan, ACCESS_REASON_NONE), E_INVALID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, workplace_teardown)
		T(log__whoever_was_refused__does_not_read_whose_it_is),
		T(log__of_an_undo__does_not_say_whose_it_is),
		T(log__volunteer__does_not_read_who_is_kept_apart),
		T(details__with_somebody_elses_number__change_nothing),
		T(details__with_what_is_safe_for_another__are_their_own),
		T(referral__of_somebody_hidden__does_not_say_who),
		T(referral__volunteer__does_not_open_who_was_here_before),
		T(signpost__to_a_restricted_record__is_refused_before_anything_is_said),
		T(undo__in_a_record_restricted_since__is_refused_and_names_nobody),
		T(message__about_a_restricted_record__is_for_whom_it_was_taken),
		T(today__of_a_colleague__says_nothing_of_a_restricted_record),
		T(worry__about_a_restricted_record__tells_its_author_no_name),
		T(hand_over__of_many__asks_about_each),
		T(hand_over__of_a_restricted_record__is_not_named),
		T(reminder__with_another_persons_signpost__leaves_it_alone),
		T(lock__ends_what_the_passphrase_was_given_for),
		T(approval__says_all_that_would_run),
		T(presence__is_told_to_who_may_open_the_record),
		T(cover__passed_on_to_oneself__opens_no_restricted_record),
		T(reason__is_one_of_those_there_are),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
