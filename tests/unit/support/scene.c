#include "scene.h"

#include "fixture.h"
#include "test.h"

#include "store/derive.h"

#define PEOPLE                                                                                  \
	"INSERT INTO person (id, family_name, given_name, known_as, born_on, postcode, stage,"  \
	"  stage_since, stage_ends_on, created_on) VALUES"                                      \
	" (1, 'Carter', 'Jane', 'Janie', 4088, 'LS6 1AA', 'in_treatment', 20600, NULL, 20600)," \
	" (2, 'Pritchard', 'Dylan', NULL, 3000, NULL, 'follow_up', 20600, NULL, 20600),"        \
	" (3, 'Brannigan', 'Roisin', NULL, 3100, NULL, 'diagnosed', 20600, NULL, 20740),"       \
	" (4, 'Rahman', 'Amina', NULL, 3200, NULL, 'diagnosed', 20600, NULL, 20777),"           \
	" (5, 'Lindqvist', 'Ruth', NULL, 3300, NULL, 'diagnosed', 20600, NULL, 20773),"         \
	" (6, 'Okafor', 'Samuel', NULL, 3400, NULL, 'follow_up', 20600, NULL, 20600),"          \
	" (7, 'Doe', 'John', NULL, 3500, NULL, 'follow_up', 20600, NULL, 20600),"               \
	" (8, 'Ng', 'Wai-Ling', NULL, 3600, NULL, 'follow_up', 20600, NULL, 20600),"            \
	" (9, 'Carter', 'June', NULL, -5000, NULL, 'in_treatment', 20600, 20781, 20600),"       \
	" (10, 'Hughes', 'Margaret', NULL, -6000, NULL, 'follow_up', 20600, NULL, 20600);"

#define SAFE                                                                                      \
	"INSERT INTO safe_contact (person, ring, other_may_answer, voicemail, text, email, post," \
	"  visit, visit_in_two, text_first, partner_told, set_on, set_by)"                        \
	" SELECT id, 1, 1, id <> 3, 1, 1, 1, 1, id = 1, 0, 1, 20700, 1 FROM person;"              \
	"UPDATE person SET knows_cancer = 'yes';"                                                 \
	"INSERT INTO contact_point (person, kind, value)"                                         \
	" VALUES (2, 'phone', '07700900456'), (1, 'phone', '07700900123');"

#define REFERRALS                                                                                  \
	"INSERT INTO referral (id, person, received_on, source, referrer, knows_referral, state,"  \
	"  state_on, accepted_on, first_contact_by, worker)"                                       \
	" SELECT id, id, created_on, 'gp', 'GP', 1,"                                               \
	"  CASE WHEN id IN (3, 4, 5) THEN 'accepted' ELSE 'active' END,"                           \
	"  created_on, created_on, created_on + 7, CASE id WHEN 10 THEN 2 ELSE 1 END FROM person;" \
	"UPDATE referral SET first_contact_by = 20779 - 3 WHERE person = 5;"                       \
	"UPDATE referral SET first_contact_by = 20782 WHERE person = 4;"                           \
	"INSERT INTO contact (person, referral, on_day, at_minute, outcome, direction, mode,"      \
	"  reached, by_account)"                                                                   \
	" SELECT id, id, CASE id WHEN 7 THEN 20717 WHEN 9 THEN 20765 ELSE 20770 END, 600,"         \
	"  'spoke', 'out', 'phone', 'yes', 1 FROM person WHERE id NOT IN (3, 4, 5);"               \
	"INSERT INTO contact (person, referral, on_day, at_minute, outcome, direction, mode,"      \
	"  reached, by_account) VALUES (3, 3, 20774, 580, 'no_answer', 'out', 'phone', 'no', 1),"  \
	"  (3, 3, 20776, 850, 'no_answer', 'out', 'phone', 'no', 1);"

#define THINGS                                                                                     \
	"INSERT INTO service (id, name, phone, last_checked) VALUES"                               \
	" (1, 'Citizens Advice Leeds', '0113 496 0155', 20500);"                                   \
	"INSERT INTO signpost (id, person, service, kind, given_on, status, status_on, consent,"   \
	"  by_account) VALUES (1, 1, 1, 'referred', 20700, 'waiting', 20710, 'yes', 1);"           \
	"INSERT INTO reminder (id, person, worker, kind, what, due_on, due_minute, first_due_on,"  \
	"  promised_by, promised_phone, to_person, signpost, why, made_on, by_account) VALUES"     \
	" (1, 1, 1, 'check_back', 'Did Citizens Advice call about the rent?', 20778, NULL, 20778," \
	"  NULL, NULL, 1, 1, 'Citizens Advice, referred 4 Sep, no reply, 15 working days', 20710," \
	"  1),"                                                                                    \
	" (2, 2, 1, 'follow_up', 'Review by phone', 20780, 570, 20780, NULL, NULL, 0, NULL, NULL," \
	"  20770, 1),"                                                                             \
	" (3, 3, 1, 'try_again', 'Third try, after 11', 20780, 690, 20780, NULL, NULL, 0, NULL,"   \
	"  NULL, 20776, 1),"                                                                       \
	" (4, 6, 1, 'chase', 'Chase ward 5 for scan result', 20779, NULL, 20779, 'ward 5',"        \
	"  '01134960155', 0, NULL, NULL, 20770, 1),"                                               \
	" (5, 10, 2, 'follow_up', 'Ben''s own', 20779, NULL, 20779, NULL, NULL, 0, NULL, NULL,"    \
	"  20770, 2);"                                                                             \
	"INSERT INTO message (id, person, for_account, kind, words, hours, taken_by, taken_on,"    \
	"  taken_minute) VALUES (1, 4, 1, 'message', 'Came in', 'after 15:00', 4, 20778, 680);"    \
	"INSERT INTO safety_note (id, person, about, words, raised_by, raised_on, raised_minute,"  \
	"  seen_on, seen_by) VALUES (1, 8, 'ill_now', 'Hot and shivery', 1, 20779, 960, 20780, 3);"

static void derive(struct workplace *w)
{
	struct store *st = w->session->store;
	struct change c;

	assert_int_equal(change_begin(&c, st, w->session->account.id, WORKPLACE_NOW, "a scene"),
	                 OK);
	assert_int_equal(change_end(&c, derive_all(&c)), OK);
}

void scene_set(struct workplace *w)
{
	store_sql(w->session->store, PEOPLE);
	store_sql(w->session->store, SAFE);
	store_sql(w->session->store, REFERRALS);
	store_sql(w->session->store, THINGS);
	derive(w);
}

void scene_add(struct workplace *w, int first, int n, day due)
{
	for (int i = first; i < first + n; i++)
		store_sql(w->session->store,
		          arena_printf(
				  &w->arena,
				  "INSERT INTO person (id, family_name, given_name, born_on,"
				  "  knows_cancer, created_on)"
				  " VALUES (%d, 'Family%02d', 'Given', 4000, 'yes', 20700);"
				  "INSERT INTO safe_contact (person, ring, other_may_answer,"
				  "  voicemail, text, email, post, visit, partner_told, set_on)"
				  " VALUES (%d, 1, 1, 1, 1, 1, 1, 1, 1, 20700);"
				  "INSERT INTO referral (person, received_on, source,"
				  "  knows_referral, state, state_on, accepted_on,"
				  "  first_contact_by, worker) VALUES (%d, 20700, 'gp', 1,"
				  "  'active', 20700, 20700, 20705, 1);"
				  "INSERT INTO contact (person, on_day, outcome, direction, mode,"
				  "  reached, by_account) VALUES (%d, 20775, 'spoke', 'out',"
				  "  'phone', 'yes', 1);"
				  "INSERT INTO reminder (person, worker, kind, what, due_on,"
				  "  first_due_on, made_on, by_account) VALUES (%d, 1,"
				  "  'follow_up', 'See how they are', %d, %d, 20700, 1)",
				  i, i, i, i, i, i, (int)due, (int)due));
	derive(w);
}
