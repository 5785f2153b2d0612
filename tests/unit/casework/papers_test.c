#include "test.h"

#include "base/attr.h"
#include "base/embedded.h"
#include "base/table.h"
#include "base/text.h"
#include "casework/blank.h"
#include "casework/release.h"
#include "model/concerns.h"
#include "model/questions.h"
#include "paper/paper.h"

#include <string.h>

#include "fixture.h"
#include "golden.h"
#include "papers.h"

static void goldens(struct act *x, const char *who)
{
	for (size_t i = 0; i < COUNT_OF(paper_kinds); i++) {
		must_release(x, &paper_kinds[i]);
		golden_check(arena_printf(&x->w->arena, "paper-%s-%s", who, paper_kinds[i].name),
		             page(x, false));
		golden_check(
			arena_printf(&x->w->arena, "paper-%s-%s-html", who, paper_kinds[i].name),
			page(x, true));
	}
	buf_done(&x->page);
}

static void papers__jane(void **state)
{
	struct act x = papers_of_jane(state);

	goldens(&x, "jane");
}

/* product.md's John, after surgery, as the same weeks went for him. */
static void papers__john(void **state)
{
	struct act x = papers_of_jane(state);

	store_sql(x.db,
	          "UPDATE person SET given_name = 'John', family_name = 'Doe', known_as = NULL,"
	          " pronouns = 'he/him', cancer_group = 'bowel', work = 'builder',"
	          " treatment = 'surgery', stage = 'treatment_ended', stage_ends_on = NULL,"
	          " treatment_ended_on = 20760, gp_name = NULL,"
	          " matters = 'I want to be back on site, and not lift my mother alone.',"
	          " clinical_contact = 'Stoma nurse';"
	          "UPDATE action SET what = 'ring his accountant';"
	          "UPDATE concern SET own_words = 'No jobs, no pay.'"
	          " WHERE code = 'practical.money'");
	goldens(&x, "john");
}

/* P-b: what is for staff leaves on no paper, in no form, whoever gets it. */
static void papers__nothing_that_is_for_staff(void **state)
{
	static const char *const needles[] = {
		"partner",  "not told", "text first", "voicemail",   "no post",
		"07700",    "car park", "sleeps in",  "Samir",       "Rosa",
		"Margaret", "unopened", "chemo",      "hospice",     "signpost",
		"HNA",      "PCSP",     "check back", "substantial", "frightened",
	};
	struct act x = papers_of_jane(state);

	store_sql(x.db,
	          "UPDATE safe_contact SET note = 'partner not told', danger = 1;"
	          "INSERT INTO wishes (person, place, other) VALUES (1, 'the hospice', 'Samir');"
	          "UPDATE concern SET level = 'substantial';"
	          "INSERT INTO relation (person, kind, name) VALUES (1, 'partner', 'Samir')");
	for (size_t i = 0; i < COUNT_OF(paper_kinds); i++)
		for (int form = 0; form < 4; form++) {
			const char *text;

			store_sql(x.db, form < 2 ? "UPDATE person SET paper_seen = 0"
			                         : "UPDATE person SET paper_seen = 1");
			if (release(&x, &paper_kinds[i].wanted) != OK)
				continue;
			text = page(&x, form % 2 == 1);
			for (size_t j = 0; j < COUNT_OF(needles); j++)
				if (strstr(text, needles[j]))
					fail_msg("%s is on %s:\n%s", needles[j],
					         paper_kinds[i].name, text);
		}
	buf_done(&x.page);
}

static size_t wished(const struct act *x, bool tick)
{
	size_t n = 0;

	for (size_t i = 0; i < x->r.paper.n; i++)
		if (strstr(x->r.paper.at[i].text, "by the sea")) {
			assert_false(x->r.paper.at[i].on);
			assert_true(x->r.paper.at[i].guarded);
			x->r.paper.at[i].on = tick;
			n++;
		}
	return n;
}

/* What they wish: asked for, then ticked, then printed; each step is needed, and no letter has it. */
static void papers__wishes_only_when_they_ask_and_only_what_is_ticked(void **state)
{
	struct act x = papers_of_jane(state);

	store_sql(x.db, "INSERT INTO wishes (person, place) VALUES (1, 'by the sea')");
	for (size_t i = 0; i < COUNT_OF(paper_kinds); i++) {
		struct paper_wanted wanted = paper_kinds[i].wanted;
		bool own = wanted.document == DOCUMENT_PLAN || wanted.document == DOCUMENT_SUMMARY;

		must_release(&x, &paper_kinds[i]);
		assert_int_equal(wished(&x, false), 0);
		wanted.wishes = true;
		assert_int_equal(release(&x, &wanted), own ? OK : E_INVALID);
		if (!own)
			continue;
		assert_int_equal(wished(&x, true), 1);
		assert_non_null(strstr(page(&x, false), "by the sea"));
		assert_int_equal(release(&x, &wanted), OK);
		assert_int_equal(wished(&x, false), 1);
		assert_null(strstr(page(&x, true), "by the sea"));
		wanted.copy = (struct share_with){ .purpose = PURPOSE_FAMILY, .to_whom = "Samir" };
		assert_int_equal(release(&x, &wanted), E_INVALID);
	}
	buf_done(&x.page);
}

/* Nobody reads them by way of a paper who may not read them, or without its being on record. */
static void papers__wishes_are_a_look_and_for_who_may_read_them(void **state)
{
	static const char looks[] = "SELECT count(*) FROM event WHERE kind = 'look'";
	struct act x = papers_of_jane(state);
	const struct paper_wanted plain = { .document = DOCUMENT_SUMMARY };
	const struct paper_wanted wanted = { .document = DOCUMENT_SUMMARY, .wishes = true };
	int64_t before, without;

	store_sql(x.db, "INSERT INTO wishes (person, place) VALUES (1, 'by the sea')");
	before = store_int(x.db, looks);
	assert_int_equal(release(&x, &plain), OK);
	without = store_int(x.db, looks) - before;
	assert_int_equal(release(&x, &wanted), OK);
	assert_int_equal(store_int(x.db, looks), before + 2 * without + 1);
	store_sql(x.db, "UPDATE person SET paper_seen = 1");
	assert_int_equal(release(&x, &wanted), E_CONFLICT);
	store_sql(x.db, "UPDATE person SET paper_seen = 0; DELETE FROM wishes");
	assert_int_equal(release(&x, &wanted), E_NOT_FOUND);
	x.w->session->account.roles = ROLE_VOLUNTEER;
	assert_int_not_equal(release(&x, &wanted), OK);
}

/* Care rule 12: while they may not know, no paper names it, nor does the name of the service. */
static void papers__no_illness_until_they_know(void **state)
{
	static const char *const telling[] = { "ancer", "breast", "radioth", "umour", "hemo" };
	struct act x = papers_of_jane(state);

	store_sql(x.db, "UPDATE person SET knows_cancer = 'partly', clinical_contact = NULL,"
	                " about_me = 'The chemo makes me slow.';"
	                "UPDATE referral SET reason = 'New breast cancer.'");
	for (size_t i = 0; i < COUNT_OF(paper_kinds); i++) {
		const char *text;

		must_release(&x, &paper_kinds[i]);
		text = text_fold(str_of(page(&x, true)), &x.w->arena);
		for (size_t j = 0; j < COUNT_OF(telling); j++)
			if (strstr(text, telling[j]))
				fail_msg("%s tells %s:\n%s", paper_kinds[i].name, telling[j], text);
	}
	buf_done(&x.page);
}

/* Only a name that tells is left out: our own, and a service's by its names and whom it is for. */
static void papers__names_that_tell_nothing_stand_before_they_know(void **state)
{
	struct act x = papers_of_jane(state);
	const char *text = "";

	store_sql(x.db, "UPDATE person SET knows_cancer = 'partly';"
	                "UPDATE service SET name = 'The Willow', eligibility = ''");
	x.w->session->service.name = "Leeds Link Workers";
	for (int tells = 0; tells < 2; tells++) {
		bool ours = false, willow = false;

		for (size_t i = 0; i < COUNT_OF(paper_kinds); i++) {
			must_release(&x, &paper_kinds[i]);
			text = page(&x, true);
			ours = ours || strstr(text, "Leeds Link Workers");
			willow = willow || strstr(text, "The Willow");
		}
		assert_int_equal(ours, !tells);
		assert_int_equal(willow, !tells);
		store_sql(x.db, "UPDATE service SET eligibility = 'Anybody with a Lymphoma'");
		x.w->session->service.name = "Macmillan Leeds";
	}
	buf_done(&x.page);
}

/* Where somebody else sees the paper, the short one; what has none is not to be had. */
static void papers__short_where_somebody_else_sees_it(void **state)
{
	static const char *const telling[] = { "ancer",  "rent",   "radioth",
		                               "Money",  "studio", "Citizens Advice",
		                               "lifting" };
	struct act x = papers_of_jane(state);

	store_sql(x.db, "UPDATE person SET paper_seen = NULL;"
	                "UPDATE signpost SET concern = 'family.safe'");
	for (size_t i = 0; i < COUNT_OF(paper_kinds); i++) {
		const char *text;

		if (paper_kinds[i].wanted.document == DOCUMENT_LETTER ||
		    paper_kinds[i].wanted.document == DOCUMENT_STATUTORY)
			continue;
		if (paper_kinds[i].wanted.document == DOCUMENT_ASSESSMENT) {
			assert_int_equal(release(&x, &paper_kinds[i].wanted), E_CONFLICT);
			continue;
		}
		must_release(&x, &paper_kinds[i]);
		assert_true(x.r.paper.brief);
		for (size_t j = 0; j < x.r.paper.n; j++)
			x.r.paper.at[j].on = true; /* whatever is ticked */
		text = page(&x, false);
		for (size_t j = 0; j < COUNT_OF(telling); j++)
			if (paper_kinds[i].wanted.document != DOCUMENT_QUESTIONS &&
			    strstr(text, telling[j]))
				fail_msg("%s tells %s:\n%s", paper_kinds[i].name, telling[j], text);
	}
	buf_done(&x.page);
}

/* What speaks of a visit promises no call: where it is to be is written in by hand. */
static void papers__slip_of_a_visit__does_not_promise_a_call(void **state)
{
	struct act x = papers_of_jane(state);

	must_release(&x, &(struct paper_kind){ "slip", { .document = DOCUMENT_SLIP }, true });
	assert_non_null(strstr(page(&x, false), "Priya rings you."));
	store_sql(x.db,
	          "UPDATE reminder SET what = 'Home Visit, two of you' WHERE due_minute = 870");
	must_release(&x, &(struct paper_kind){ "slip", { .document = DOCUMENT_SLIP }, true });
	assert_null(strstr(page(&x, false), "rings you"));
	assert_non_null(strstr(page(&x, false), "Where"));
	buf_done(&x.page);
}

/* Care rule 6: who is not to be rung is promised no call, by us or by anybody we passed them on to. */
static void papers__promise_no_call__where_ringing_is_not_safe(void **state)
{
	static const char *const of_a_call[] = { "will ring you.", "will ring you ", "rings you",
		                                 "to ring you." };
	struct act x = papers_of_jane(state);

	for (int seen = 0; seen < 2; seen++)
		for (size_t i = 0; i < COUNT_OF(paper_kinds); i++) {
			store_sql(x.db, seen ? "UPDATE person SET paper_seen = 1"
			                     : "UPDATE safe_contact SET ring = 0");
			if (!paper_kinds[i].theirs)
				continue;
			if (seen && paper_kinds[i].wanted.document == DOCUMENT_ASSESSMENT)
				continue; /* that one is not given at all then */
			must_release(&x, &paper_kinds[i]);
			for (size_t w = 0; w < COUNT_OF(of_a_call); w++)
				if (strstr(page(&x, false), of_a_call[w]))
					fail_msg("%s: %s", paper_kinds[i].name, of_a_call[w]);
		}
	must_release(&x, &paper_kinds[0]); /* the short one: it is about who rings */
	assert_non_null(strstr(page(&x, false), "will be in touch"));
	buf_done(&x.page);
}

/* Twelve words a sentence on average, on everything that they read themselves. */
static void papers__are_plain_to_read(void **state)
{
	struct act x = papers_of_jane(state);

	for (size_t i = 0; i < COUNT_OF(paper_kinds); i++) {
		size_t words = 0, sentences = 0;

		if (!paper_kinds[i].theirs)
			continue;
		must_release(&x, &paper_kinds[i]);
		for (size_t j = 0; j < x.r.paper.n; j++) {
			struct str rest = str_of(x.r.paper.at[j].text), word;

			if (x.r.paper.at[j].look == PAPER_ROW)
				continue;
			while (str_cut(&rest, ' ', &word)) {
				words += word.n > 0;
				sentences += word.n > 0 && strchr(".?!”", word.at[word.n - 1]);
			}
		}
		if (words > 12 * sentences && words > 0)
			fail_msg("%s: %zu words in %zu sentences", paper_kinds[i].name, words,
			         sentences);
	}
}

/* Names from right to left, markup, marks that hide and 20 kB of note end up as text in the columns. */
static void papers__hostile_text_stays_text(void **state)
{
	struct act x = papers_of_jane(state);

	store_sql(x.db,
	          "UPDATE person SET known_as = char(8238) || 'evil' || char(27) || '[31m',"
	          " given_name = 'שרה', family_name = 'عبد الرحمن الطويل جدا جدا جدا جدا',"
	          " matters = '<script>alert(1)</script> 👩‍👩‍👧 \"&\"',"
	          " about_me = replace(hex(zeroblob(10000)), '00', 'word <b> '),"
	          " gp_name = replace(hex(zeroblob(300)), '0', 'x');"
	          "UPDATE action SET what = '</li><img src=x onerror=1>';"
	          "UPDATE referral SET reason = replace(hex(zeroblob(2000)), '00', 'long line ')");
	for (size_t i = 0; i < COUNT_OF(paper_kinds); i++) {
		struct str rest, line;
		const char *html;

		must_release(&x, &paper_kinds[i]);
		rest = str_of(page(&x, false));
		while (str_cut(&rest, '\n', &line)) {
			if (line.n > 0 && line.at[0] == '\f')
				line = (struct str){ line.at + 1, line.n - 1 };
			if (text_width(line) > 78)
				fail_msg("%s is wider than the page: %.*s", paper_kinds[i].name,
				         (int)line.n, line.at);
		}
		html = page(&x, true);
		assert_null(strstr(html, "<script"));
		assert_null(strstr(html, "<img"));
		assert_null(strstr(html, "<b>"));
		assert_null(strstr(html, "\xe2\x80\xae"));
		assert_null(strchr(html, '\033'));
		assert_null(strstr(html, "http"));
		if (i == 1)
			golden_check("paper-hostile-summary", html);
	}
	buf_done(&x.page);
}

/* A letter goes nowhere without their yes; with it, what left is on record with its kind. */
static void papers__a_letter_needs_a_yes(void **state)
{
	struct act x = papers_of_jane(state);

	must_release(&x, &paper_kinds[6]);
	assert_int_equal(released(&x), E_CONFLICT);
	assert_non_null(strstr(session_fault(x.w->session), "has not been asked"));
	assert_int_equal(store_int(x.db, "SELECT count(*) FROM disclosure"), 0);
	store_sql(x.db, "INSERT INTO consent (person, purpose, answer, how, on_day, by_account)"
	                " VALUES (1, 'care_team', 'yes', 'phone', 20780, 1)");
	must_release(&x, &paper_kinds[6]);
	assert_int_equal(x.r.missing, 0);
	assert_int_equal(released(&x), OK);
	assert_string_equal(store_text(x.db,
	                               "SELECT document || '|' || to_whom || '|' || fields"
	                               " FROM disclosure",
	                               &x.w->arena),
	                    "letter|Dr Shah|letter to the referrer or GP: Who this is about; Why "
	                    "they came to us; What they told us; What they want; What we have "
	                    "done; What has changed; What we ask of you; What happens next");
}

/* Their own copies need nobody's yes, and say which paper it was; only the plan's marks it given. */
static void papers__own_copies_are_on_record(void **state)
{
	struct act x = papers_of_jane(state);

	store_sql(x.db, "UPDATE plan SET given_on = NULL");
	must_release(&x, &paper_kinds[2]);
	assert_int_equal(released(&x), OK);
	assert_int_equal(store_int(x.db, "SELECT count(*) FROM disclosure WHERE document ="
	                                 " 'questions' AND to_whom = 'themselves'"),
	                 1);
	assert_int_equal(store_int(x.db, "SELECT given_on IS NULL FROM plan"), 1);
	must_release(&x, &paper_kinds[0]);
	assert_int_equal(released(&x), OK);
	assert_int_equal(store_int(x.db, "SELECT given_on FROM plan"), x.w->session->today);
}

static void family_agreed(struct act *x)
{
	store_sql(x->db, "INSERT INTO consent (person, purpose, answer, how, on_day, by_account)"
	                 " VALUES (1, 'family', 'yes', 'phone', 20780, 1),"
	                 " (1, 'care_team', 'yes', 'phone', 20780, 1)");
}

/* Rule 17: what she said of him, and who else has one, is not read by whoever gets a copy. */
static void papers__a_copy_begins_without_their_own_words(void **state)
{
	static const char *const needles[] = { "matters-needle", "goal-needle", "words-needle",
		                               "Dr Zed" };
	static const enum document documents_copied[] = { DOCUMENT_PLAN, DOCUMENT_SUMMARY };
	struct act x = papers_of_jane(state);

	family_agreed(&x);
	store_sql(x.db, "UPDATE person SET matters = 'matters-needle';"
	                "UPDATE goal SET words = 'goal-needle';"
	                "UPDATE concern SET own_words = 'words-needle';"
	                "INSERT INTO disclosure (person, on_day, kind, document, to_whom, purpose,"
	                " basis, fields, by_account) VALUES (1, 20780, 'paper', 'plan', 'Dr Zed',"
	                " 'care_team', '', '', 1)");
	for (size_t i = 0; i < COUNT_OF(documents_copied); i++) {
		const struct paper_wanted wanted = {
			.document = documents_copied[i],
			.copy = { .purpose = PURPOSE_FAMILY, .to_whom = "Rosa Diaz" },
		};
		const char *text;

		assert_int_equal(release(&x, &wanted), OK);
		text = page(&x, false);
		for (size_t j = 0; j < COUNT_OF(needles); j++)
			if (strstr(text, needles[j]))
				fail_msg("%s is on the copy:\n%s", needles[j], text);
		for (size_t j = 0; j < x.r.paper.n; j++)
			x.r.paper.at[j].on = true;
		assert_non_null(strstr(page(&x, false), "matters-needle"));
		assert_null(strstr(buf_text(&x.page), "Dr Zed"));
	}
	buf_done(&x.page);
}

/* A goal goes with what is done about it: off the page with feelings and family, whoever reads it. */
static void papers__a_goal_about_what_is_private_begins_off(void **state)
{
	struct act x = papers_of_jane(state);

	store_sql(x.db, "UPDATE goal SET words = 'Tell him to go.';"
	                "UPDATE action SET concern = 'family.partner',"
	                " goal = (SELECT max(id) FROM goal)");
	for (size_t i = 0; i < COUNT_OF(paper_kinds); i++) {
		must_release(&x, &paper_kinds[i]);
		if (strstr(page(&x, false), "Tell him to go"))
			fail_msg("%s has it:\n%s", paper_kinds[i].name, buf_text(&x.page));
	}
	buf_done(&x.page);
}

/* Counting and keeping need nobody's yes: no paper with somebody's name on it goes out by them. */
static void papers__a_copy_goes_by_no_purpose_that_needs_no_yes(void **state)
{
	static const struct share_with tries[] = {
		{ .purpose = PURPOSE_KEEP, .to_whom = "A neighbour" },
		{ .purpose = PURPOSE_FIGURES, .to_whom = "A neighbour" },
		{ .purpose = PURPOSE_RESEARCH, .to_whom = "A neighbour" },
		{ .purpose = PURPOSE_NONE, .to_whom = "A neighbour" },
		{ .purpose = PURPOSE_FAMILY, .to_whom = "themselves" },
		{ .purpose = PURPOSE_KEEP, .to_whom = "themselves" },
	};
	struct act x = papers_of_jane(state);

	must_release(&x, &paper_kinds[0]);
	for (size_t i = 0; i < COUNT_OF(tries); i++) {
		const struct paper_wanted wanted = { .document = DOCUMENT_PLAN, .copy = tries[i] };
		struct release before = x.r;

		assert_int_equal(release(&x, &wanted), E_INVALID);
		assert_int_equal(casework_may_copy_paper(x.w->session, x.person, &tries[i]),
		                 E_INVALID);
		x.r.goes = tries[i];
		assert_int_equal(released(&x), E_INVALID);
		x.r = before;
	}
	assert_int_equal(store_int(x.db, "SELECT count(*) FROM disclosure"), 0);
}

/* The letter that left and the try that it is are on record together, and stay: nothing calls it back. */
static void try_letter__is_one_change_with_its_try(void **state)
{
	struct act x = papers_of_jane(state);
	int64_t changes;

	store_sql(x.db, "DELETE FROM contact; UPDATE referral SET state = 'accepted',"
	                " first_contact_on = NULL");
	must_release(&x, &paper_kinds[7]);
	changes = store_int(x.db, "SELECT count(*) FROM event WHERE kind = 'change'");
	assert_int_equal(released(&x), OK);
	assert_non_null(strstr(x.said, "Saved. "));
	assert_int_equal(store_int(x.db, "SELECT count(*) FROM contact WHERE mode = 'letter'"), 1);
	assert_int_equal(store_int(x.db, "SELECT count(*) FROM event WHERE kind = 'print'"), 1);
	assert_int_equal(store_int(x.db, "SELECT count(*) FROM event WHERE kind = 'change'"),
	                 changes);
}

/* Post became unsafe while the page stood open: it does not leave, and no try is on record. */
static void try_letter__not_after_post_was_taken_back(void **state)
{
	struct act x = papers_of_jane(state);

	must_release(&x, &paper_kinds[7]);
	store_sql(x.db, "UPDATE safe_contact SET post = 0");
	assert_int_equal(released(&x), E_DENIED);
	assert_non_null(strstr(session_fault(x.w->session), "No post to Janie"));
	assert_int_equal(store_int(x.db, "SELECT count(*) FROM disclosure"), 0);
	assert_int_equal(store_int(x.db, "SELECT count(*) FROM contact WHERE mode = 'letter'"), 0);
}

/* P-d: of somebody who died nothing goes out but a letter that says so; nor that while it is a report. */
static void papers__of_somebody_who_died(void **state)
{
	struct act x = papers_of_jane(state);
	struct paper_offer_list offers;

	family_agreed(&x);
	must_release(&x, &paper_kinds[0]);
	store_sql(x.db, "UPDATE person SET died_on = 20776, died_sure = 'sure', ver = ver + 1");
	assert_int_equal(released(&x), E_CONFLICT);
	assert_int_equal(store_int(x.db, "SELECT count(*) FROM disclosure"), 0);
	for (size_t i = 0; i < COUNT_OF(paper_kinds); i++) {
		const char *text;

		if (paper_kinds[i].wanted.document != DOCUMENT_LETTER) {
			assert_int_equal(release(&x, &paper_kinds[i].wanted), E_CONFLICT);
			continue;
		}
		must_release(&x, &paper_kinds[i]);
		text = page(&x, false);
		assert_non_null(strstr(text, "they died on 19 November"));
		assert_null(strstr(text, "goes over it"));
		assert_null(strstr(text, "ask them before"));
		assert_int_equal(released(&x), OK);
	}
	store_sql(x.db, "UPDATE person SET died_sure = 'reported', ver = ver + 1");
	assert_int_equal(release(&x, &paper_kinds[5].wanted), E_CONFLICT);
	assert_int_equal(casework_papers(x.w->session, x.person, &x.w->arena, &offers), OK);
	for (size_t i = 0; i < offers.n; i++)
		assert_non_null(strstr(offers.at[i].off, "is reported to have died"));
	buf_done(&x.page);
}

static void try_letter__not_where_post_is_not_safe(void **state)
{
	struct act x = papers_of_jane(state);

	for (int i = 0; i < 2; i++) {
		store_sql(x.db, i == 0 ? "UPDATE safe_contact SET post = 0"
		                       : "UPDATE safe_contact SET post = NULL");
		assert_int_equal(release(&x, &paper_kinds[7].wanted), E_DENIED);
		assert_non_null(strstr(session_fault(x.w->session), "No post to Janie"));
	}
	store_sql(x.db, "UPDATE safe_contact SET post = 1; UPDATE person SET died_on = 20770");
	assert_int_equal(release(&x, &paper_kinds[7].wanted), E_CONFLICT);
}

/* ---- without a name ---- */

static void blank__checklist_and_questions(void **state)
{
	struct act x = { .w = *state };
	struct paper p;

	assert_int_equal(casework_blank_checklist(x.w->session, NULL, &x.w->arena, &p), OK);
	paper_text(&p, &x.page);
	golden_check("paper-checklist", buf_text(&x.page));
	assert_int_equal(casework_blank_given(x.w->session, &p), OK);
	assert_int_equal(casework_blank_checklist(x.w->session, "poem", &x.w->arena, &p),
	                 E_NOT_FOUND);
	assert_int_equal(casework_blank_questions(x.w->session, STAGE_CARING, &x.w->arena, &p), OK);
	buf_clear(&x.page);
	paper_text(&p, &x.page);
	assert_non_null(strstr(buf_text(&x.page), "Who could take over for a day or a week?"));
	assert_null(strstr(buf_text(&x.page), "Where is it, and has it spread?"));
	assert_int_equal(store_int(x.w->session->store,
	                           "SELECT count(*) FROM event WHERE kind = 'print'"
	                           " AND person IS NULL"),
	                 1);
	buf_done(&x.page);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(papers__jane),
		AT_WORK(papers__john),
		AT_WORK(papers__nothing_that_is_for_staff),
		AT_WORK(papers__wishes_only_when_they_ask_and_only_what_is_ticked),
		AT_WORK(papers__wishes_are_a_look_and_for_who_may_read_them),
		AT_WORK(papers__no_illness_until_they_know),
		AT_WORK(papers__names_that_tell_nothing_stand_before_they_know),
		AT_WORK(papers__short_where_somebody_else_sees_it),
		AT_WORK(papers__promise_no_call__where_ringing_is_not_safe),
		AT_WORK(papers__are_plain_to_read),
		AT_WORK(papers__hostile_text_stays_text),
		AT_WORK(papers__a_letter_needs_a_yes),
		AT_WORK(papers__own_copies_are_on_record),
		AT_WORK(papers__a_copy_begins_without_their_own_words),
		AT_WORK(papers__a_goal_about_what_is_private_begins_off),
		AT_WORK(papers__a_copy_goes_by_no_purpose_that_needs_no_yes),
		AT_WORK(papers__of_somebody_who_died),
		AT_WORK(try_letter__is_one_change_with_its_try),
		AT_WORK(try_letter__not_after_post_was_taken_back),
		AT_WORK(try_letter__not_where_post_is_not_safe),
		AT_WORK(blank__checklist_and_questions),
		AT_WORK(papers__slip_of_a_visit__does_not_promise_a_call),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
