#ifndef STORE_CASELOAD_SQL_H
#define STORE_CASELOAD_SQL_H

/*
 * The caseload rows of one person (:person), counted from the kept tables; :sort_name is theirs,
 * folded. One row for each referral that is open and for the last one. Columns stand in the order
 * of the table.
 */
// clang-format off
#define CASELOAD_COLUMNS \
	"referral, person, worker, open, state, sort_name, family_name, given_name, born_on," \
	" council, stage, stage_since, stage_ends_on, received_on, accepted_on, first_contact_by," \
	" last_spoken_on, last_tried_on, tries, assessed_on, plan_due, next_due, next_minute," \
	" next_what, top_concern, top_score, top_previous, open_actions, waiting_on, hold_until," \
	" quiet_until, in_hospital, stopped, restricted, last_due, lives_alone, raised"

/* Nobody is rung any more. */
#define CASELOAD_STOPPED \
	"(p.no_more_contact_on IS NOT NULL OR p.died_on IS NOT NULL OR p.died_about IS NOT NULL" \
	" OR p.died_sure IS NOT NULL OR p.stage IS 'died')"

/*
 * Contacts of this time with us; and what is due: reminders, and until they are spoken with the first
 * conversation, for which there is no reminder before somebody has tried.
 */
#define CASELOAD_WITH \
	"WITH mine AS (" \
	"  SELECT r.*, " CASELOAD_STOPPED " AS stopped," \
	"  r.state IN ('received','accepted','active','on_hold') AS open" \
	"  FROM referral r JOIN person p ON p.id = r.person WHERE r.person = :person AND" \
	"  (open OR r.id =" \
	"  (SELECT id FROM referral WHERE person = p.id ORDER BY received_on DESC, id DESC LIMIT 1)))," \
	"spoken AS (" \
	"  SELECT m.id AS referral, max(c.on_day) AS on_day," \
	"  max(c.on_day * 1440 + ifnull(c.at_minute, 0)) AS at" \
	"  FROM mine m JOIN contact c ON c.person = :person AND c.reached = 'yes'" \
	"   AND (c.referral = m.id OR (c.referral IS NULL AND c.on_day >= m.received_on))" \
	"  GROUP BY m.id), " \
	"tried AS (" \
	"  SELECT m.id AS of, max(c.on_day) AS on_day, count(*) AS n" \
	"   FROM mine m LEFT JOIN spoken s ON s.referral = m.id" \
	"   JOIN contact c ON c.person = :person AND c.direction = 'out' AND c.reached <> 'yes'" \
	"   AND (c.referral = m.id OR (c.referral IS NULL AND c.on_day >= m.received_on))" \
	"   AND c.on_day * 1440 + ifnull(c.at_minute, 1439) > ifnull(s.at, -1e9)" \
	"  GROUP BY m.id), " \
	"done AS (" \
	"  SELECT * FROM assessment WHERE person = :person AND status <> 'begun'" \
	"  AND offered = '03'" \
	"  ORDER BY on_day DESC, id DESC LIMIT 1), " \
	"due AS (" \
	"  SELECT *, row_number() OVER (PARTITION BY of ORDER BY on_day, at IS NULL, at, id) AS nth" \
	"  FROM (SELECT m.id AS of, due_on AS on_day, due_minute AS at, what, r.id FROM mine m" \
	"   JOIN reminder r ON r.person = :person AND r.state = 'open'" \
	"  UNION ALL" \
	"  SELECT m.id, iif(m.state = 'on_hold', max(first_contact_by, m.hold_until)," \
	"  first_contact_by) AS by, NULL, '', 0" \
	"   FROM mine m LEFT JOIN spoken s ON s.referral = m.id" \
	"  WHERE s.at IS NULL AND by IS NOT NULL AND m.open AND NOT m.stopped" \
	"   AND NOT EXISTS (SELECT 1 FROM reminder WHERE person = :person AND state = 'open'" \
	"    AND kind = 'try_again'))), " \
	"top AS (" \
	"  SELECT code, score, previous_score FROM concern" \
	"  WHERE assessment = (SELECT id FROM done) AND (score > 0 OR answer = 'talk')" \
	"  ORDER BY matters IS NULL, matters, score DESC, code LIMIT 1) "

#define CASELOAD_ROWS \
	CASELOAD_WITH \
	"SELECT m.id, p.id, m.worker, m.open," \
	" m.state, :sort_name, p.family_name, p.given_name, p.born_on, p.council, p.stage," \
	" p.stage_since, p.stage_ends_on, m.received_on, m.accepted_on, m.first_contact_by," \
	" s.on_day, t.on_day, ifnull(t.n, 0)," \
	" (SELECT on_day FROM done WHERE referral = m.id OR on_day >= m.received_on)," \
	" coalesce((SELECT 1 FROM done d WHERE (d.referral = m.id OR d.on_day >= m.received_on)" \
	" AND NOT EXISTS (SELECT 1 FROM plan WHERE person = :person" \
	" AND assessment = d.id AND status <> 'draft')), 0)," \
	" d.on_day, d.at, d.what," \
	" (SELECT code FROM top), (SELECT score FROM top), (SELECT previous_score FROM top)," \
	" (SELECT count(*) FROM action a JOIN plan n ON n.id = a.plan WHERE a.person = :person" \
	" AND n.status <> 'superseded' AND a.status IN ('not_started','started')" \
	" AND a.kind NOT IN ('later','nothing_wanted'))," \
	" (SELECT v.name FROM signpost g JOIN service v ON v.id = g.service" \
	" WHERE g.person = :person AND g.status IN" \
	" ('given','sent','acknowledged','accepted','waiting','receiving')" \
	" ORDER BY g.given_on, g.id LIMIT 1)," \
	" m.hold_until, p.quiet_until, p.in_hospital_since IS NOT NULL," \
	" m.stopped, p.restricted," \
	" (SELECT max(due_on) FROM reminder WHERE person = :person AND state = 'open')," \
	" p.lives_alone, (SELECT group_concat(x, '') FROM (SELECT code || ' ' || score || ';' AS x" \
	" FROM concern WHERE assessment = (SELECT id FROM done) AND score > 0 ORDER BY code))" \
	" FROM mine m JOIN person p ON p.id = m.person LEFT JOIN spoken s ON s.referral = m.id" \
	" LEFT JOIN tried t ON t.of = m.id LEFT JOIN due d ON d.of = m.id AND d.nth = 1"
// clang-format on

#endif
