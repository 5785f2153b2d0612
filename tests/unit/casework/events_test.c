/*
 * T53: what is viewed, changed, taken in, sent out, printed, taken back or refused leaves exactly the
 * event that it should, in the same transaction: where the event cannot be written, nothing was done.
 */
#include "test.h"

#include "carter.h"
#include "fixture.h"
#include "session.h"

#include "casework/access.h"
#include "casework/assess.h"
#include "casework/audit.h"
#include "casework/caseload.h"
#include "casework/contacts.h"
#include "casework/directory.h"
#include "casework/drafts.h"
#include "casework/export.h"
#include "casework/find.h"
#include "casework/happened.h"
#include "casework/heads.h"
#include "casework/import_people.h"
#include "casework/lock.h"
#include "casework/messages.h"
#include "casework/people.h"
#include "casework/person_view.h"
#include "casework/plan.h"
#include "casework/release.h"
#include "casework/reminders.h"
#include "casework/restricted.h"
#include "casework/safety.h"
#include "casework/signposts.h"
#include "casework/today.h"
#include "casework/undo.h"
#include "model/event.h"
#include "model/happening_form.h"
#include "model/list_query.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct scene {
	struct workplace *w;
	struct session *s;
	struct person_id jane;
};

/* ---- acts ---- */

static enum status find_people(struct scene *x)
{
	struct hits hits;
	enum status rc = casework_find(x->s, "cart", 10, &x->w->arena, &hits);

	return rc == OK ? casework_find_settled(x->s) : rc;
}

static enum status open_person(struct scene *x)
{
	struct person_view view;

	return casework_open_person(x->s, x->jane, &x->w->arena, &view);
}

static enum status see_contact(struct scene *x)
{
	struct contact_view view;

	return casework_contact_view(x->s, x->jane, &x->w->arena, &view);
}

static enum status record_contact(struct scene *x)
{
	struct new_contact n = new_contact_blank;
	struct contact_saved saved;

	n.person = x->jane;
	n.outcome = CONTACT_NO_ANSWER;
	return casework_record_contact(x->s, &n, &x->w->arena, &saved);
}

static enum status agree_quiet(struct scene *x)
{
	return casework_agree_quiet(x->s, x->jane, x->s->today + 30, "her wish");
}

static enum status happened(struct scene *x)
{
	struct new_happening h = new_happening_blank;
	const char *said;

	h.person = x->jane;
	h.kind = HAPPENED_TREATMENT_ENDED;
	h.on_day = x->s->today;
	return casework_record_happening(x->s, &h, &x->w->arena, &said);
}

static enum status worry(struct scene *x)
{
	struct problems problems = { 0 };
	struct safety_note_id id;
	const struct safety_note n = { .person = x->jane,
		                       .about = SAFETY_NEGLECT,
		                       .who = "",
		                       .words = "She has not eaten",
		                       .did = "Rang her GP",
		                       .told_when = "09:00",
		                       .told_said = "",
		                       .without_consent_because = "" };

	return casework_worry_about_safety(x->s, &n, &x->w->arena, &problems, &id);
}

static enum status take_message(struct scene *x)
{
	struct new_message m = { .person = x->jane };
	struct message_saved saved;

	m.from_whom = "her sister";
	m.words = "Ring back";
	return casework_take_message(x->s, &m, &x->w->arena, &saved);
}

static enum status begin_assessment(struct scene *x)
{
	struct assessment_start start;

	return casework_begin_assessment(x->s, x->jane, &x->w->arena, &start);
}

static enum status look_at_paper(struct scene *x)
{
	const struct paper_wanted w = { .document = DOCUMENT_PLAN, .person = x->jane };
	struct release r;

	return casework_release_paper(x->s, &w, &x->w->arena, &r);
}

static enum status hand_out(struct scene *x)
{
	const struct paper_wanted w = { .document = DOCUMENT_PLAN, .person = x->jane };
	struct release r;
	const char *said;
	enum status rc = casework_release_paper(x->s, &w, &x->w->arena, &r);

	return rc == OK ? casework_released_paper(x->s, &r, &x->w->arena, &said) : rc;
}

static enum status remind(struct scene *x)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;

	r.person = x->jane;
	r.what = "See how she is";
	r.due_on = x->s->today + 7;
	return casework_remind(x->s, &r, &id);
}

static enum status see_reminders(struct scene *x)
{
	struct agenda agenda;

	return casework_agenda(x->s, x->s->account.id, &x->w->arena, &agenda);
}

static enum status see_today(struct scene *x)
{
	const struct today_of of = { 0 };
	struct today_view view;

	return casework_today(x->s, &of, &x->w->arena, &view);
}

static enum status see_cases(struct scene *x)
{
	const struct list_query q = {
		.view = CASES_MINE, .order = CASES_BY_DUE, .find = "", .worker = x->s->account.id
	};
	struct cases cases;

	return casework_cases(x->s, &q, NULL, 20, &x->w->arena, &cases);
}

static enum status hand_over(struct scene *x)
{
	const struct hand_over what = { &x->jane, 1, "ben", "he knows her" };
	size_t moved;

	return casework_hand_over(x->s, &what, &moved);
}

static enum status import(struct scene *x)
{
	char path[] = "/tmp/clew-events-XXXXXX";
	static const char rows[] = "family_name,given_name\r\nRay,Jo\r\nMay,Flo\r\n";
	struct import_options how = { .path = path };
	struct import_report report;
	int fd = mkstemp(path);
	enum status rc;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, rows, sizeof(rows) - 1), (ssize_t)sizeof(rows) - 1);
	close(fd);
	rc = casework_import_people(x->s, &how, NULL, &x->w->arena, &report);
	unlink(path);
	return rc;
}

static enum status export(struct scene *x) {
	char path[] = "/tmp/clew-events-XXXXXX"; int fd = mkstemp(path);
	struct export_options o = { .what = COLUMNS_SERVICES,
	                            .from = DAY_NONE,
	                            .to = DAY_NONE,
	                            .fd = fd };
	struct export_done done;
	enum status rc;

	assert_true(fd >= 0);
	rc = casework_export(x->s, &o, NULL, &x->w->arena, &done);
	close(fd);
	unlink(path);
	return rc;
}

static enum status undo(struct scene *x)
{
	const char *what;
	enum status rc = casework_undo_peek(x->s, &x->w->arena, &what);

	return rc == OK ? casework_undo(x->s) : rc;
}

static enum status throw_away(struct scene *x)
{
	return casework_throw_away_draft(x->s, "contact", "CL-000001");
}

static enum status give_reason(struct scene *x)
{
	return casework_give_reason(x->s, x->jane, ACCESS_RANG);
}

static enum status see_looks(struct scene *x)
{
	struct log_page page;

	return casework_looks_at(x->s, x->jane, (struct log_from){ .limit = 10 }, &x->w->arena,
	                         &page);
}

static enum status see_log(struct scene *x)
{
	const struct log_filter f = { .since = DAY_NONE };
	struct log_page page;

	return casework_log(x->s, &f, (struct log_from){ .limit = 10 }, &x->w->arena, &page);
}

static enum status checkpoint(struct scene *x)
{
	struct noted_head head;

	return casework_take_checkpoint(x->s, &x->w->arena, &head);
}

static enum status see_worries(struct scene *x)
{
	struct safety_item_list list;

	return casework_safety_notes(x->s, &x->w->arena, &list);
}

static enum status pick_for(struct scene *x)
{
	struct pick_for who;

	return casework_pick_for(x->s, x->jane, "money", &x->w->arena, &who);
}

static enum status lock_up(struct scene *x)
{
	return casework_lock(x->s, "by hand");
}

static enum status restrict_her(struct scene *x)
{
	return casework_restrict(x->s, x->jane, "she asked for it");
}

/* ---- what each must leave ---- */

#define PERSON true
#define NOBODY false

/* Of one's own people, by priya. */
static const struct expected {
	enum op op;
	enum status (*act)(struct scene *x);
	enum event_kind kinds[2]; /* in their order */
	bool person;              /* the event is about her, and says why they may */
} matrix[] = {
	{ OP_FIND_PEOPLE, find_people, { EVENT_LOOK }, NOBODY },
	{ OP_OPEN_PERSON, open_person, { EVENT_LOOK }, PERSON },
	{ OP_OPEN_PERSON, pick_for, { EVENT_LOOK }, PERSON },
	{ OP_OPEN_CONTACT_DETAILS, see_contact, { EVENT_LOOK }, PERSON },
	{ OP_CHANGE_PERSON, agree_quiet, { EVENT_CHANGE }, PERSON },
	{ OP_RECORD_CONTACT, record_contact, { EVENT_CHANGE }, PERSON },
	{ OP_SAY_WHAT_HAPPENED, happened, { EVENT_CHANGE }, PERSON },
	{ OP_WORRY_ABOUT_SAFETY, worry, { EVENT_CHANGE }, PERSON },
	{ OP_HANDLE_SAFETY, see_worries, { EVENT_LOOK }, NOBODY },
	{ OP_TAKE_MESSAGE, take_message, { EVENT_CHANGE }, PERSON },
	{ OP_ASSESS, begin_assessment, { EVENT_LOOK }, PERSON },
	{ OP_PRINT_PLAN, look_at_paper, { EVENT_LOOK }, PERSON },
	{ OP_PRINT_PLAN, hand_out, { EVENT_LOOK, EVENT_PRINT }, PERSON },
	{ OP_REMIND, remind, { EVENT_CHANGE }, PERSON },
	{ OP_SEE_REMINDERS, see_reminders, { EVENT_LOOK }, NOBODY },
	{ OP_SEE_TODAY, see_today, { EVENT_LOOK }, NOBODY },
	{ OP_SEE_CASELOAD, see_cases, { EVENT_LOOK }, NOBODY },
	{ OP_MOVE_CASES, hand_over, { EVENT_CHANGE }, PERSON },
	{ OP_IMPORT_PEOPLE, import, { EVENT_IMPORT }, NOBODY },
	{ OP_EXPORT, export, { EVENT_EXPORT }, NOBODY },
	{ OP_UNDO, undo, { EVENT_UNDO }, PERSON },
	{ OP_THROW_AWAY_DRAFT, throw_away, { EVENT_CHANGE }, PERSON },
	{ OP_GIVE_REASON, give_reason, { EVENT_ACCESS }, PERSON },
	{ OP_SEE_LOOKS, see_looks, { EVENT_LOOK }, PERSON },
	{ OP_SEE_LOG, see_log, { EVENT_LOOK }, NOBODY },
	{ OP_LOCK, lock_up, { EVENT_LOCK }, NOBODY },
	{ OP_RESTRICT, restrict_her, { EVENT_ACCESS }, PERSON },
	{ OP_TAKE_CHECKPOINT, checkpoint, { EVENT_CHECKPOINT }, NOBODY },
};

/* Of these the tests of what they are of hold what they leave; of these nothing is to be left. */
// clang-format off
static const enum op elsewhere[] = {
	OP_MOVE_ENTRY, OP_SEE_WISHES, OP_SET_WISHES, OP_SNIPPETS, OP_SHARE_SNIPPETS, OP_SAVE_VIEW,
	OP_COVER, OP_LEAVE_NOTE, OP_OPEN_ANYWAY, OP_RECEIVE_REFERRAL, OP_CLOSE_REFERRAL,
	OP_CHANGE_TIME, OP_MERGE, OP_PLAN, OP_RECORD_CONSENT, OP_SETTLE_PURPOSES,
	OP_CHANGE_SERVICE, OP_KEEP_FAVOURITE, OP_EDIT_SERVICE, OP_NOTE_ON_SERVICE, OP_SEE_ENTRY_HISTORY, OP_SIGNPOST, OP_REFER, OP_NOTE_UNMET_NEED, OP_ENQUIRE, OP_MEET_VISITOR,
	OP_GIVE_SHIFT, OP_MEND_REACH, OP_OPEN_DESK, OP_READ_UNFINISHED, OP_SEE_LEAVER,
	OP_ACCOUNTS, OP_GIVE_ROLE, OP_REVIEW_ANYWAY, OP_UNRESTRICT, OP_NAME, OP_ASK_APPROVAL,
	OP_ANSWER_APPROVAL, OP_SETTINGS, OP_IMPORT_SERVICES, OP_SEE_SHIFT, OP_PRINT_SHEET,
	OP_CHANGE_PASSPHRASE,
	OP_LOAD_LIST,     OP_LOAD_RULES,   OP_DAYS_OFF,
};
// clang-format on
static const enum op leaving_nothing[] = {
	OP_SEE_PURPOSES,  OP_SEE_SERVICES, OP_SEE_SINCE,       OP_KEEP_DRAFT,   OP_BE_HERE,
	OP_SEE_ACCOUNTS,  OP_PROVE,        OP_SEE_OWN_LOG,     OP_SEE_HEADS,    OP_VERIFY,
	OP_SEE_SETTINGS,  OP_CHECK,        OP_SEE_WHO_CHANGED, OP_SEE_NAMED,    OP_SEE_APPROVALS,
	OP_LIST_ACCOUNTS, OP_SEE_LISTS,    OP_SEE_RULES,       OP_SEE_DAYS_OFF,
};

static bool among(const enum op *ops, size_t n, enum op op)
{
	for (size_t i = 0; i < n; i++)
		if (ops[i] == op)
			return true;
	return false;
}

static void events__of_every_operation__are_known(void **state)
{
	UNUSED_STATE;
	for (int op = 0; op < OP_COUNT; op++) {
		bool known = among(elsewhere, COUNT_OF(elsewhere), (enum op)op) ||
		             among(leaving_nothing, COUNT_OF(leaving_nothing), (enum op)op);

		for (size_t i = 0; i < COUNT_OF(matrix) && !known; i++)
			known = matrix[i].op == (enum op)op;
		if (!known)
			fail_msg("which event does %s leave? Say it in the matrix of "
			         "tests/unit/casework/events_test.c",
			         op_word((enum op)op));
	}
}

static struct scene scene_begin(void **state)
{
	struct workplace *w = *state;
	struct scene x = { .w = w, .s = w->session, .jane = carter_add(w) };
	const struct draft d = { .form = "contact",
		                 .about = "CL-000001",
		                 .person = x.jane,
		                 .title = "Contact begun",
		                 .body = "note=x\n" };

	assert_int_equal(casework_keep_draft(x.s, &d), OK);
	assert_int_equal(agree_quiet(&x), OK); /* something to take back */
	return x;
}

static int64_t last_event(struct scene *x)
{
	return store_int(x->s->store, "SELECT coalesce(max(id), 0) FROM event");
}

static void expect_event(struct scene *x, const struct expected *e, int64_t id,
                         enum event_kind kind)
{
	char sql[320];

	snprintf(sql, sizeof(sql),
	         "SELECT count(*) FROM event WHERE id = %lld AND kind = '%s' AND account = %lld"
	         " AND %s",
	         (long long)id, words_word(&event_kinds, (int)kind), (long long)x->s->account.id.n,
	         e->person ? "person = 1 AND via IS NOT NULL" : "person IS NULL AND via IS NULL");
	if (store_int(x->s->store, sql) != 1)
		fail_msg(
			"%s left %s", op_word(e->op),
			store_text(
				x->s->store,
				"SELECT kind || ', ' || what || ', person ' || coalesce(person, '-')"
				" || ', via ' || coalesce(via, '-') FROM event"
				" ORDER BY id DESC LIMIT 1",
				&x->w->arena));
}

static void events__each_act_leaves_exactly_its_own(void **state)
{
	for (size_t i = 0; i < COUNT_OF(matrix); i++) {
		struct workplace *w = workplace_open();
		void *made = w;
		struct scene x = scene_begin(&made);
		int64_t before = last_event(&x);
		enum status rc = matrix[i].act(&x);
		int64_t n = matrix[i].kinds[1] != EVENT_KIND_NONE ? 2 : 1;

		if (rc != OK)
			fail_msg("%s: %s", op_word(matrix[i].op), session_fault(x.s));
		if (last_event(&x) - before != n)
			fail_msg("%s left %lld events", op_word(matrix[i].op),
			         (long long)(last_event(&x) - before));
		for (int64_t k = 0; k < n; k++)
			expect_event(&x, &matrix[i], before + 1 + k, matrix[i].kinds[k]);
		workplace_close(w);
	}
	(void)state;
}

/* A disk that takes everything but the event. */
static void events__that_cannot_be_written__undo_the_act(void **state)
{
	for (size_t i = 0; i < COUNT_OF(matrix); i++) {
		struct workplace *w = workplace_open();
		void *made = w;
		struct scene x = scene_begin(&made);
		struct buf before = { 0 }, after = { 0 };
		enum status rc;

		store_sql(x.s->store, "CREATE TRIGGER full BEFORE INSERT ON event BEGIN"
		                      " SELECT RAISE(FAIL, 'disk I/O error'); END");
		assert_int_equal(store_image(x.s->store, &before), OK);
		rc = matrix[i].act(&x);
		assert_int_equal(store_image(x.s->store, &after), OK);
		if (rc == OK)
			fail_msg("%s was done without its event", op_word(matrix[i].op));
		if (before.n != after.n || memcmp(before.at, after.at, before.n) != 0)
			fail_msg("%s left something without its event", op_word(matrix[i].op));
		if (session_fault(x.s)[0] == '\0')
			fail_msg("%s says nothing of it", op_word(matrix[i].op));
		buf_done(&before);
		buf_done(&after);
		workplace_close(w);
	}
	(void)state;
}

static int64_t events_of(struct scene *x, const char *kind)
{
	char sql[96];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM event WHERE kind = '%s'", kind);
	return store_int(x->s->store, sql);
}

static void events__of_a_list_loaded_again__are_one_for_a_quarter_of_an_hour(void **state)
{
	struct scene x = scene_begin(state);
	int64_t before = events_of(&x, "look");

	assert_int_equal(see_today(&x), OK);
	assert_int_equal(see_cases(&x), OK);
	assert_int_equal(see_today(&x), OK);
	assert_int_equal(events_of(&x, "look") - before, 2);
	x.s->now += 16 * 60;
	assert_int_equal(see_today(&x), OK);
	assert_int_equal(events_of(&x, "look") - before, 3);
}

static void events__of_typing__are_one_when_it_settles(void **state)
{
	static const char *const typed[] = { "c", "ca", "car", "cart", "car", "carte" };
	struct scene x = scene_begin(state);
	int64_t before = events_of(&x, "look");
	struct hits hits;

	for (size_t i = 0; i < COUNT_OF(typed); i++)
		assert_int_equal(casework_find(x.s, typed[i], 10, &x.w->arena, &hits), OK);
	assert_int_equal(events_of(&x, "look"), before);
	assert_int_equal(open_person(&x), OK);
	assert_int_equal(events_of(&x, "look") - before, 2);
	assert_string_equal(store_text(x.s->store,
	                               "SELECT what FROM event WHERE kind = 'look'"
	                               " ORDER BY id DESC LIMIT 1 OFFSET 1",
	                               &x.w->arena),
	                    "looked for somebody, 1 shown: “carte”");
}

static void events__of_one_search_after_another__are_two(void **state)
{
	struct scene x = scene_begin(state);
	int64_t before = events_of(&x, "look");
	struct hits hits;

	assert_int_equal(casework_find(x.s, "carter", 10, &x.w->arena, &hits), OK);
	assert_int_equal(casework_find(x.s, "jane", 10, &x.w->arena, &hits), OK);
	assert_int_equal(events_of(&x, "look") - before, 1);
	assert_int_equal(casework_find_settled(x.s), OK);
	assert_int_equal(events_of(&x, "look") - before, 2);
	assert_int_equal(casework_find(x.s, "nobody at all", 10, &x.w->arena, &hits), OK);
	assert_int_equal(casework_find_settled(x.s), OK);
	assert_int_equal(events_of(&x, "look") - before, 2); /* nobody was shown */
}

static void events__of_what_is_refused__name_the_person_once(void **state)
{
	struct scene x = scene_begin(state);
	struct person_id samir = haddad_add(x.w);

	workplace_as(x.w, "ben");
	for (int i = 0; i < 3; i++)
		assert_int_equal(casework_may_about(x.s, OP_OPEN_PERSON, samir), E_DENIED);
	assert_int_equal(events_of(&x, "denied"), 1);
	assert_int_equal(store_int(x.s->store, "SELECT person FROM event WHERE kind = 'denied'"),
	                 samir.n);
	workplace_as(x.w, "mary");
	assert_int_equal(export(&x), E_DENIED);
	assert_int_equal(events_of(&x, "denied"), 2);
}

static void events__of_a_colleagues_person__wait_for_the_reason(void **state)
{
	struct scene x = scene_begin(state);

	workplace_as(x.w, "ben");
	assert_int_equal(casework_may_about(x.s, OP_OPEN_PERSON, x.jane), E_DENIED);
	assert_int_equal(events_of(&x, "denied"), 0);
	assert_int_equal(give_reason(&x), OK);
	assert_int_equal(open_person(&x), OK);
	assert_string_equal(store_text(x.s->store, "SELECT via FROM event ORDER BY id DESC LIMIT 1",
	                               &x.w->arena),
	                    "reason");
}

#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(events__of_every_operation__are_known),
		cmocka_unit_test(events__each_act_leaves_exactly_its_own),
		cmocka_unit_test(events__that_cannot_be_written__undo_the_act),
		AT_WORK(events__of_a_list_loaded_again__are_one_for_a_quarter_of_an_hour),
		AT_WORK(events__of_typing__are_one_when_it_settles),
		AT_WORK(events__of_one_search_after_another__are_two),
		AT_WORK(events__of_what_is_refused__name_the_person_once),
		AT_WORK(events__of_a_colleagues_person__wait_for_the_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
