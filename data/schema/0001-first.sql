-- The case file, first shape. Days are whole days since 1970-01-01, minutes are minutes since local
-- midnight, names that end in _at are UTC seconds. Yes, no and *not asked* are 1, 0 and NULL.
-- Words (states, kinds, answers) are those of include/model/; a test inserts every one of them.

-- KEPT: written by a change, with history, undo and ver ---------------------------------------

CREATE TABLE setting (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL,
  ver INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL UNIQUE CHECK (login <> ''),
  name TEXT NOT NULL,
  roles INTEGER NOT NULL CHECK (roles BETWEEN 1 AND 16), -- 1 volunteer 2 link worker 4 coordinator 8 auditor; 16 the Desk without a name
  phone TEXT,
  vetted_on INTEGER,
  code_until INTEGER,  -- what opens it now is a one-time code, good until then; replaced at the sign-in
  code_by INTEGER REFERENCES account(id), -- who issued the last code, or chose the passphrase for them
  code_at INTEGER,
  disabled_at INTEGER,
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- shown as CL-000123
  family_name TEXT NOT NULL CHECK (family_name <> ''),
  given_name TEXT,
  known_as TEXT,
  pronouns TEXT,
  born_on INTEGER,
  care_number TEXT CHECK (care_number IS NULL OR length(care_number) = 10),
  care_number_kind TEXT CHECK (care_number_kind IN ('nhs','chi','hc','doubtful')),
  sex TEXT CHECK (sex IN ('female','male','indeterminate','not_known')),
  gender TEXT,
  ethnicity TEXT,
  religion TEXT,
  language TEXT,
  interpreter TEXT,
  access_needs TEXT,
  address TEXT,
  postcode TEXT,
  council TEXT, -- GSS code
  deprivation INTEGER CHECK (deprivation BETWEEN 1 AND 10), -- tenth of the nation's areas: 1 the most deprived
  gp_practice TEXT,
  gp_name TEXT,
  gp_code TEXT, -- of the practice (ODS)
  lives_alone INTEGER CHECK (lives_alone IN (0,1)),
  work TEXT,
  cancer_group TEXT,
  cancer_site TEXT, -- ICD-10: "C50", "C18.7"
  diagnosed_on INTEGER,
  urgent_referral_on INTEGER,
  stage TEXT CHECK (stage IN ('suspected','diagnosed','awaiting_treatment','in_treatment',
    'treatment_ended','follow_up','recurrence','living_with','end_of_life','died','caring','bereaved')),
  stage_since INTEGER,
  stage_ends_on INTEGER, -- planned end of the treatment or stay in hand
  treatment TEXT,        -- in words: "radiotherapy"
  treatment_began_on INTEGER,
  treatment_ended_on INTEGER,
  in_hospital_since INTEGER,
  clinical_contact TEXT,
  clinical_phone TEXT,
  alert_phone TEXT,      -- the number on their alert card
  matters TEXT,          -- what matters to them, in their words
  about_me TEXT,         -- what they want known of them, in their words
  about_by TEXT,         -- who helped them to write it
  about_on INTEGER,
  knows_cancer TEXT CHECK (knows_cancer IN ('yes','partly','no')), -- NULL: not asked
  paper_seen INTEGER CHECK (paper_seen IN (0,1)), -- will anybody else see what is on paper
  keep_apart INTEGER NOT NULL DEFAULT 0 CHECK (keep_apart IN (0,1)),
  restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0,1)),
  no_more_contact_on INTEGER, -- asked us to stop
  quiet_until INTEGER,
  died_on INTEGER,
  died_about TEXT,            -- when the day is not known
  died_sure TEXT CHECK (died_sure IN ('sure','reported')),
  merged_into INTEGER REFERENCES person(id), -- everything of theirs stands there now
  created_on INTEGER NOT NULL,
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX person_by_number ON person(care_number) WHERE care_number IS NOT NULL;
CREATE INDEX person_by_merged ON person(merged_into) WHERE merged_into IS NOT NULL;

-- What is safe when reaching them: one row a person, made with the person.
CREATE TABLE safe_contact (
  person INTEGER PRIMARY KEY NOT NULL REFERENCES person(id),
  ring INTEGER CHECK (ring IN (0,1)),
  other_may_answer INTEGER CHECK (other_may_answer IN (0,1)),
  voicemail INTEGER CHECK (voicemail IN (0,1)),
  text INTEGER CHECK (text IN (0,1)),
  email INTEGER CHECK (email IN (0,1)),
  post INTEGER CHECK (post IN (0,1)),
  visit INTEGER CHECK (visit IN (0,1)),
  visit_in_two INTEGER NOT NULL DEFAULT 0 CHECK (visit_in_two IN (0,1)),
  text_first INTEGER NOT NULL DEFAULT 0 CHECK (text_first IN (0,1)),
  partner_told INTEGER CHECK (partner_told IN (0,1)),
  withhold_number INTEGER NOT NULL DEFAULT 0 CHECK (withhold_number IN (0,1)),
  hours TEXT,
  say TEXT,       -- what may be said if somebody else answers
  code_word TEXT,
  speaks_for TEXT, -- who may be spoken to, and about what
  note TEXT,      -- one free sentence
  danger INTEGER NOT NULL DEFAULT 0 CHECK (danger IN (0,1)), -- !! instead of !
  set_on INTEGER,
  set_by INTEGER REFERENCES account(id),
  ask_because TEXT, -- what changed since, so that it is to be asked again
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE contact_point (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  kind TEXT NOT NULL CHECK (kind IN ('phone','email')),
  value TEXT NOT NULL,
  label TEXT,      -- "mobile", "home"
  whose TEXT,      -- "hers alone", "shared with Samir"
  never_use INTEGER NOT NULL DEFAULT 0 CHECK (never_use IN (0,1)),
  struck_on INTEGER, -- wrong or dead
  place INTEGER CHECK (place BETWEEN 1 AND 99), -- which to try first: 1; NULL: after those
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX contact_point_by_person ON contact_point(person);

CREATE TABLE relation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  other INTEGER REFERENCES person(id),
  name TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('carer_of','cared_for_by','partner','child','parent','friend',
    'next_of_kin','other')),
  phone TEXT,
  knows_illness INTEGER CHECK (knows_illness IN (0,1)),
  knows_service INTEGER CHECK (knows_service IN (0,1)),
  speaks_about TEXT,
  power TEXT CHECK (power IN ('lpa_health','lpa_money','deputy','appointee','advocate','parent_or_guardian')),
  power_seen_on INTEGER, -- the paper that says so was seen
  crisis INTEGER CHECK (crisis BETWEEN 1 AND 9), -- whom to ring first in a crisis
  at_night INTEGER CHECK (at_night IN (0,1)),    -- and whether at night
  ended_on INTEGER, -- not round them any more
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX relation_by_person ON relation(person);
CREATE INDEX relation_by_other ON relation(other) WHERE other IS NOT NULL;

-- What matters to them if things get worse: with its own right, never printed or exported unasked.
CREATE TABLE wishes (
  person INTEGER PRIMARY KEY NOT NULL REFERENCES person(id),
  place TEXT,  -- where they want to be cared for
  place_not TEXT, -- and where not
  plan_made INTEGER CHECK (plan_made IN (0,1)), -- is there an advance care plan
  plan_where TEXT, -- and where it is kept
  resuscitation TEXT, -- what they said has been decided, and by whom
  spirit TEXT, -- faith, what gives strength, who is to be called
  other TEXT,
  set_on INTEGER,
  set_by INTEGER REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE referral (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  received_on INTEGER NOT NULL,
  source TEXT NOT NULL,
  heard TEXT, -- how they heard of the service
  referrer TEXT,
  return_to TEXT,
  return_phone TEXT,
  reason TEXT,
  expects TEXT, -- what whoever referred them expects of it
  urgency TEXT NOT NULL DEFAULT 'usual' CHECK (urgency IN ('fast','two_weeks','usual')),
  knows_referral INTEGER CHECK (knows_referral IN (0,1)),
  state TEXT NOT NULL CHECK (state IN ('received','accepted','declined','not_eligible',
    'unable_to_contact','active','on_hold','closed')),
  state_on INTEGER NOT NULL,
  state_reason TEXT,
  outcome TEXT,
  hold_until INTEGER,
  accepted_on INTEGER,
  first_contact_by INTEGER NOT NULL,
  first_contact_on INTEGER,
  closed_on INTEGER,
  worker INTEGER REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX referral_by_person ON referral(person, received_on);

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  referral INTEGER REFERENCES referral(id),
  on_day INTEGER NOT NULL,
  at_minute INTEGER CHECK (at_minute BETWEEN 0 AND 1439),
  outcome TEXT NOT NULL CHECK (outcome IN ('spoke','no_answer','message','somebody_else',
    'wrong_number','text_or_email','they_rang','face_to_face','asked_to_stop')),
  direction TEXT NOT NULL CHECK (direction IN ('in','out')),
  mode TEXT NOT NULL CHECK (mode IN ('phone','video','in_person','home_visit','text','email','letter')),
  reached TEXT NOT NULL CHECK (reached IN ('yes','message_left','no','other_person')),
  who_with TEXT,
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  note TEXT,
  by_account INTEGER NOT NULL REFERENCES account(id),
  moved_from INTEGER REFERENCES person(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX contact_by_person ON contact(person, on_day);
CREATE INDEX contact_by_referral ON contact(referral) WHERE referral IS NOT NULL;
CREATE INDEX contact_by_moved ON contact(moved_from) WHERE moved_from IS NOT NULL;

-- What was written down in the wrong record and moved: person is whose record it was in. The content
-- is nowhere but in the other record.
CREATE TABLE moved (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  to_person INTEGER NOT NULL REFERENCES person(id),
  noun TEXT NOT NULL CHECK (noun IN ('contact','message','safety_note','reminder','signpost')),
  entry INTEGER NOT NULL, -- its id there
  was_on INTEGER NOT NULL, -- the day of the entry
  moved_on INTEGER NOT NULL,
  moved_minute INTEGER CHECK (moved_minute BETWEEN 0 AND 1439),
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX moved_by_person ON moved(person, moved_on);
CREATE INDEX moved_by_to ON moved(to_person, moved_on);

-- What is typed often: a few letters stand for some words. account NULL: everybody's.
CREATE TABLE snippet (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER REFERENCES account(id),
  name TEXT NOT NULL CHECK (name <> ''),
  words TEXT NOT NULL CHECK (words <> ''),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX snippet_by_account ON snippet(account, name);

-- A way of looking at the caseload, under a name: name=value lines. account NULL: everybody's.
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER REFERENCES account(id),
  name TEXT NOT NULL CHECK (name <> ''),
  body TEXT NOT NULL,
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX saved_view_by_account ON saved_view(account, name);

-- Worried about safety. Never printed, never exported.
CREATE TABLE safety_note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER REFERENCES person(id),
  about TEXT NOT NULL CHECK (about IN ('ending_life','hurt_or_frightened','neglect','child','ill_now',
    'something_else')),
  who TEXT, -- when there is no record: whom it is about
  words TEXT,
  did TEXT,
  told_when TEXT,
  told_said TEXT,
  without_consent_because TEXT,
  raised_by INTEGER NOT NULL REFERENCES account(id),
  raised_on INTEGER NOT NULL,
  raised_minute INTEGER,
  seen_on INTEGER,
  seen_by INTEGER REFERENCES account(id),
  done TEXT,
  done_on INTEGER,
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX safety_note_open ON safety_note(raised_on) WHERE done_on IS NULL;
CREATE INDEX safety_note_by_person ON safety_note(person, raised_on);

-- Called for you: a message taken for a worker, or a call note before one knows whose it is.
CREATE TABLE message (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER REFERENCES person(id),
  for_account INTEGER REFERENCES account(id),
  kind TEXT NOT NULL CHECK (kind IN ('message','call_note')),
  from_whom TEXT,
  phone TEXT,
  hours TEXT, -- when they may be rung
  words TEXT NOT NULL,
  taken_by INTEGER NOT NULL REFERENCES account(id),
  taken_on INTEGER NOT NULL,
  taken_minute INTEGER,
  done_on INTEGER,
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX message_open ON message(for_account, taken_on) WHERE done_on IS NULL;
CREATE INDEX message_by_person ON message(person, taken_on);

-- What has happened: treatment ended, recurrence, comfort and support, hospital, moved, died.
CREATE TABLE happening (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  kind TEXT NOT NULL CHECK (kind IN ('treatment_began','treatment_ended','recurrence','end_of_life',
    'hospital','home','moved','died','alive')),
  on_day INTEGER,
  about TEXT,
  told_by TEXT,
  sure TEXT CHECK (sure IN ('sure','reported')),
  note TEXT,
  recorded_on INTEGER NOT NULL,
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX happening_by_person ON happening(person, recorded_on);

-- A list of concerns or a measure that this service has loaded from a file of its own: clew-list(5).
CREATE TABLE loaded_list (
  name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''), -- with its version: "ours-2"
  kind TEXT NOT NULL CHECK (kind IN ('concerns','measure')),
  title TEXT NOT NULL,
  licence TEXT NOT NULL, -- by what right it is used
  source TEXT NOT NULL,
  body TEXT NOT NULL,    -- the file
  offered INTEGER NOT NULL DEFAULT 1 CHECK (offered IN (0,1)), -- for new assessments
  loaded_on INTEGER NOT NULL,
  loaded_by INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  referral INTEGER REFERENCES referral(id),
  list TEXT NOT NULL, -- concern list and version: clew-1
  status TEXT NOT NULL CHECK (status IN ('begun','done','plan_agreed','locked')),
  offered TEXT NOT NULL DEFAULT '03' CHECK (offered IN ('01','02','03','04','05')),
  on_day INTEGER NOT NULL,
  at_minute INTEGER,
  done_on INTEGER,
  pathway_point TEXT CHECK (pathway_point IN ('01','02','03','04','05','06','07','98')),
  occasion TEXT CHECK (occasion IN ('pathway','worker','person','carer','review','other')), -- what prompted it
  mode TEXT NOT NULL CHECK (mode IN ('phone','video','in_person','home_visit','paper')),
  assisted INTEGER CHECK (assisted IN (0,1)),
  present TEXT,
  staff_role TEXT DEFAULT '04' CHECK (staff_role IN ('01','02','03','04','05','06','08')),
  agreed_keep INTEGER CHECK (agreed_keep IN (0,1)),
  agreed_share INTEGER CHECK (agreed_share IN (0,1)),
  overall INTEGER CHECK (overall BETWEEN 0 AND 10),
  previous INTEGER REFERENCES assessment(id),
  contact INTEGER REFERENCES contact(id),
  again_on INTEGER,     -- said not now: the day to ask again
  offer_because TEXT,   -- why it was not done, in their words
  typed_on INTEGER,     -- from paper: the day it was typed
  locked_on INTEGER,
  unlocked_because TEXT,
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX assessment_by_person ON assessment(person, on_day);
CREATE INDEX assessment_by_referral ON assessment(referral) WHERE referral IS NOT NULL;

-- One concern marked at one moment. No row: not asked. A score of 0 is an answer.
CREATE TABLE concern (
  assessment INTEGER NOT NULL REFERENCES assessment(id),
  code TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person(id),
  score INTEGER CHECK (score BETWEEN 0 AND 10),
  answer TEXT NOT NULL CHECK (answer IN ('score','talk','rather_not')),
  matters INTEGER CHECK (matters BETWEEN 1 AND 3), -- one of the three that matter most
  own_words TEXT,
  level TEXT CHECK (level IN ('low','moderate','substantial','critical','not_judged')),
  previous_score INTEGER CHECK (previous_score BETWEEN 0 AND 10),
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (assessment, code),
  CHECK ((answer = 'score') = (score IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX concern_by_person ON concern(person, assessment);

-- Nothing (else) in this domain.
CREATE TABLE domain_nothing (
  assessment INTEGER NOT NULL REFERENCES assessment(id),
  domain TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person(id),
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (assessment, domain)
) STRICT, WITHOUT ROWID;
CREATE INDEX domain_nothing_by_person ON domain_nothing(person);

-- An answer that needs a person now, and which of three replies it got.
CREATE TABLE red_answer (
  assessment INTEGER NOT NULL REFERENCES assessment(id),
  code TEXT NOT NULL, -- of the concern, or 'overall'
  person INTEGER NOT NULL REFERENCES person(id),
  reply TEXT NOT NULL CHECK (reply IN ('asked_no','asked_yes','not_asked')),
  why TEXT,
  who_will TEXT,
  safety_note INTEGER REFERENCES safety_note(id),
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (assessment, code),
  CHECK (reply <> 'not_asked' OR (why IS NOT NULL AND who_will IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX red_answer_by_person ON red_answer(person);

-- A measure (ONS4 and others, as data) that was taken of somebody on a day, and each of its answers.
CREATE TABLE measured (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  measure TEXT NOT NULL, -- with its version: "ons4-1"
  on_day INTEGER NOT NULL,
  assessment INTEGER REFERENCES assessment(id), -- NULL: on its own
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX measured_by_person ON measured(person, on_day);
CREATE INDEX measured_by_assessment ON measured(assessment) WHERE assessment IS NOT NULL;

-- A value of 0 is an answer; no row: not asked.
CREATE TABLE measure_answer (
  measured INTEGER NOT NULL REFERENCES measured(id),
  item TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person(id),
  answer TEXT NOT NULL CHECK (answer IN ('score','rather_not')),
  value INTEGER CHECK (value BETWEEN 0 AND 10),
  words TEXT, -- theirs, where the measure asks for them
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (measured, item),
  CHECK ((answer = 'score') = (value IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX measure_answer_by_person ON measure_answer(person);

-- An indicative look at a statute's outcomes: whether to offer an assessment by the council, and what they
-- said to that. It decides nothing.
CREATE TABLE statutory_screen (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  kind TEXT NOT NULL CHECK (kind IN ('care_act','carer','wales','wales_carer','no_list','no_list_carer')),
  assessment INTEGER REFERENCES assessment(id),
  on_day INTEGER NOT NULL,
  arises INTEGER CHECK (arises IN (0,1)),     -- do the needs come from illness, or from giving care
  health INTEGER CHECK (health IN (0,1)),     -- carers: is caring making them ill, or likely to
  alone INTEGER CHECK (alone IN (0,1)),       -- Wales: is it more than family, friends and services near by can do
  wellbeing INTEGER CHECK (wellbeing IN (0,1)), -- do they weigh much on their wellbeing
  indicated INTEGER NOT NULL CHECK (indicated IN (0,1)), -- was it to be offered
  offer TEXT CHECK (offer IN ('accepted','not_now','declined','has_one','not_offered')),
  offer_why TEXT,  -- not offered, or what they said
  again_on INTEGER, -- not now: the day to ask again
  sent_to TEXT,    -- the council's team
  note TEXT,
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX statutory_screen_by_person ON statutory_screen(person, on_day);
CREATE INDEX statutory_screen_by_assessment ON statutory_screen(assessment) WHERE assessment IS NOT NULL;

CREATE TABLE statutory_answer (
  screen INTEGER NOT NULL REFERENCES statutory_screen(id),
  code TEXT NOT NULL, -- CA-NUTRITION-01
  person INTEGER NOT NULL REFERENCES person(id),
  answer TEXT NOT NULL CHECK (answer IN ('able','with_help','with_distress','with_danger','too_slow','unable','not_said')),
  note TEXT,
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (screen, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX statutory_answer_by_person ON statutory_answer(person);

CREATE TABLE plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  assessment INTEGER NOT NULL REFERENCES assessment(id),
  version INTEGER NOT NULL DEFAULT 1,
  status TEXT NOT NULL CHECK (status IN ('draft','agreed','superseded')),
  made_on INTEGER NOT NULL,
  agreed_on INTEGER,
  agreed_how TEXT, -- the words they agreed to
  agreed_by TEXT CHECK (agreed_by IN ('person','representative')),
  agreed_with TEXT, -- the representative
  agreed_power TEXT CHECK (agreed_power IN ('lpa_health','lpa_money','deputy','appointee','advocate',
    'parent_or_guardian')), -- and by what right
  agreed_way TEXT CHECK (agreed_way IN ('phone','video','in_person','home_visit','letter')),
  strengths TEXT,   -- what is going well, who and what helps: a line each
  review_by TEXT,   -- who goes over it again
  review_on INTEGER,
  given_on INTEGER,
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX plan_by_person ON plan(person, made_on);

-- The plan was gone over with them: what came of it, in words.
CREATE TABLE plan_review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  plan INTEGER NOT NULL REFERENCES plan(id),
  on_day INTEGER NOT NULL,
  words TEXT NOT NULL CHECK (words <> ''), -- a sentence a line
  next_on INTEGER, -- when it is gone over again
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX plan_review_by_plan ON plan_review(plan);
CREATE INDEX plan_review_by_person ON plan_review(person, on_day);

-- What is to be done if something gets worse, or somebody can no longer do what they do.
CREATE TABLE contingency (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  plan INTEGER NOT NULL REFERENCES plan(id),
  name TEXT NOT NULL CHECK (name <> ''), -- "If Rosa cannot come"
  signs TEXT,  -- by what one knows it
  what TEXT,   -- what should happen
  who TEXT,    -- who is to be told, and their number
  ready TEXT,  -- medicines or equipment that are kept for it
  review_on INTEGER,
  on_paper INTEGER NOT NULL DEFAULT 1 CHECK (on_paper IN (0,1)),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX contingency_by_plan ON contingency(plan);
CREATE INDEX contingency_by_person ON contingency(person);

CREATE TABLE goal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  plan INTEGER NOT NULL REFERENCES plan(id),
  words TEXT NOT NULL,
  by_day INTEGER,
  status TEXT NOT NULL DEFAULT 'set' CHECK (status IN ('set','achieved','partly','not_achieved',
    'not_applicable')),
  status_on INTEGER, -- since when
  supported TEXT CHECK (supported IN ('yes','partly','no','not_asked')),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX goal_by_plan ON goal(plan);
CREATE INDEX goal_by_person ON goal(person);

CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  plan INTEGER NOT NULL REFERENCES plan(id),
  concern TEXT, -- code
  goal INTEGER REFERENCES goal(id),
  kind TEXT NOT NULL CHECK (kind IN ('signpost','refer','information','clinical_team',
    'benefit_or_grant','person_does','worker_does','later','nothing_wanted')),
  what TEXT NOT NULL,
  owner TEXT NOT NULL CHECK (owner IN ('person','worker','service','clinical_team','nobody')),
  worker INTEGER REFERENCES account(id),
  who TEXT, -- of the clinical team: whom, and their number
  due_on INTEGER,
  review_on INTEGER, -- when to look at it again
  status TEXT NOT NULL DEFAULT 'not_started' CHECK (status IN ('not_started','started','completed',
    'not_applicable')),
  status_on INTEGER, -- since when
  confidence INTEGER CHECK (confidence BETWEEN 0 AND 10),
  outcome TEXT,
  supported TEXT CHECK (supported IN ('yes','partly','no','not_asked')),
  signpost INTEGER REFERENCES signpost(id),
  on_paper INTEGER NOT NULL DEFAULT 1 CHECK (on_paper IN (0,1)),
  made_on INTEGER NOT NULL,
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX action_by_plan ON action(plan);
CREATE INDEX action_by_person ON action(person, made_on);

-- Money that an action is about: a benefit, a grant, a debt, a cost, or what the council pays for care.
CREATE TABLE money (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  action INTEGER REFERENCES action(id),
  kind TEXT NOT NULL CHECK (kind IN ('benefit','grant','debt','cost','personal_budget','direct_payment')),
  what TEXT NOT NULL CHECK (what <> ''), -- code of data/words/benefits.tsv, or in words
  state TEXT NOT NULL CHECK (state IN ('sought','applied','awarded','refused','asked_again','ended')),
  applied_on INTEGER,
  decided_on INTEGER,
  sought INTEGER,  -- pence, each per
  amount INTEGER,  -- awarded, written off or saved: pence, each per
  per TEXT NOT NULL DEFAULT 'once' CHECK (per IN ('once','week','four_weeks','month','year')),
  back_dated INTEGER, -- pence, once
  from_on INTEGER,
  ends_on INTEGER,
  pays_for TEXT,   -- of a budget or direct payment
  review_on INTEGER,
  note TEXT,
  worth INTEGER NOT NULL DEFAULT 0, -- pence of a first year and what came once: money_worth()
  noted_on INTEGER NOT NULL,
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX money_by_person ON money(person, noted_on);
CREATE INDEX money_by_action ON money(action) WHERE action IS NOT NULL;
CREATE INDEX money_gained ON money(person, decided_on, worth) WHERE worth > 0;
CREATE INDEX money_by_decision ON money(decided_on, person, worth) WHERE worth > 0;

-- Who runs services.
CREATE TABLE organisation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  external_id TEXT UNIQUE, -- the id it came with
  name TEXT NOT NULL CHECK (name <> ''),
  other_name TEXT,
  description TEXT,
  phone TEXT,
  email TEXT,
  url TEXT,
  legal_status TEXT,
  charity_number TEXT, -- of its register (GB-CHC, GB-SC, GB-NIC)
  company_number TEXT, -- GB-COH
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX organisation_by_name ON organisation(name COLLATE NOCASE);

CREATE TABLE service (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  external_id TEXT UNIQUE, -- the id it came with
  provider INTEGER REFERENCES organisation(id),
  name TEXT NOT NULL CHECK (name <> ''),
  description TEXT,
  attendance TEXT, -- phone;online;venue;home_visit
  access TEXT,     -- self-referral;drop-in;appointment;referral;membership
  min_age INTEGER,
  max_age INTEGER,
  cost TEXT,
  wait_weeks INTEGER,
  phone TEXT,
  email TEXT,
  url TEXT,
  address TEXT,
  postcode TEXT,
  hours TEXT,
  languages TEXT,
  accessibility TEXT,
  other_name TEXT,
  eligibility TEXT,  -- for whom it is, and for whom not, in words
  apply TEXT,        -- how one gets in, in words
  bring TEXT,        -- what they ask to see
  interpreters TEXT,
  place_name TEXT,   -- of its main place, whose address and postcode stand above
  transport TEXT,    -- and how one gets there
  accreditation TEXT,
  vetted TEXT CHECK (vetted IN ('yes','no')), -- may people be sent there; NULL: nobody has looked
  vetted_on INTEGER,
  vetted_until INTEGER,
  vetted_by INTEGER REFERENCES account(id),
  staff_note TEXT,
  alert TEXT,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active','closed','closed_until','full')),
  closed_until INTEGER,
  source TEXT,      -- where the entry came from
  source_note TEXT, -- how well it was seen there
  ring_first INTEGER NOT NULL DEFAULT 0 CHECK (ring_first IN (0,1)), -- number weakly sourced
  last_checked INTEGER,
  checked_how TEXT CHECK (checked_how IN ('phoned','web','visited','told')),
  checked_by INTEGER REFERENCES account(id),
  next_check INTEGER,  -- when it is to be checked again; NULL: when it is half a year old
  check_tries INTEGER NOT NULL DEFAULT 0, -- times that nobody could be reached, since the last answer
  edited_on INTEGER,   -- last changed here, which is not checked
  gone_on INTEGER,     -- since when the directory it came from (source) does not have it any more
  do_not_list INTEGER NOT NULL DEFAULT 0 CHECK (do_not_list IN (0,1)),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX service_by_name ON service(name);
CREATE INDEX service_to_check ON service(next_check, last_checked) WHERE status <> 'closed' AND do_not_list = 0;
CREATE INDEX service_by_provider ON service(provider) WHERE provider IS NOT NULL;

CREATE TABLE service_concern (
  service INTEGER NOT NULL REFERENCES service(id),
  code TEXT NOT NULL,
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (service, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_concern_by_code ON service_concern(code, service);

CREATE TABLE service_area (
  service INTEGER NOT NULL REFERENCES service(id),
  area TEXT NOT NULL, -- GSS code of a council, region, nation or the UK
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (service, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_area_by_area ON service_area(area, service);

-- Further places of a service: the main one stands in its own row.
CREATE TABLE service_place (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  service INTEGER NOT NULL REFERENCES service(id),
  external_id TEXT,
  name TEXT,
  address TEXT,
  postcode TEXT,
  transport TEXT,
  accessibility TEXT,
  phone TEXT,
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX service_place_by_service ON service_place(service);

-- When it is open. place NULL: at the main one, or wherever it is.
CREATE TABLE service_time (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  service INTEGER NOT NULL REFERENCES service(id),
  place INTEGER REFERENCES service_place(id),
  external_id TEXT,
  every TEXT NOT NULL CHECK (every IN ('week','month')),
  step INTEGER NOT NULL DEFAULT 1 CHECK (step BETWEEN 1 AND 52), -- every so many of them
  days TEXT NOT NULL,   -- "MO;WE;FR"; of a month "1MO", "-1FR", "15"
  opens INTEGER CHECK (opens BETWEEN 0 AND 1439),   -- minute of the day; NULL: not said
  closes INTEGER CHECK (closes BETWEEN 0 AND 1440),
  from_on INTEGER,      -- first and last day that this is known to hold
  until_on INTEGER,
  words TEXT,           -- "term time only"
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX service_time_by_service ON service_time(service);

CREATE TABLE service_cost (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  service INTEGER NOT NULL REFERENCES service(id),
  external_id TEXT,
  option TEXT,          -- "a session", "concession"
  amount INTEGER,       -- pence; NULL: not said; 0: free
  words TEXT,
  from_on INTEGER,
  until_on INTEGER,
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX service_cost_by_service ON service_cost(service);

-- Further numbers: the one to ring first stands in its own row.
CREATE TABLE service_phone (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  service INTEGER NOT NULL REFERENCES service(id),
  external_id TEXT,
  number TEXT NOT NULL CHECK (number <> ''),
  extension TEXT,
  words TEXT,           -- "textphone", "Welsh line"
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX service_phone_by_service ON service_phone(service);

-- Whom staff ask for there. Never handed out.
CREATE TABLE service_person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  service INTEGER NOT NULL REFERENCES service(id),
  external_id TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT,
  phone TEXT,
  email TEXT,
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX service_person_by_service ON service_person(service);

-- What others call what it does: a term of somebody's taxonomy.
CREATE TABLE service_tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  service INTEGER NOT NULL REFERENCES service(id),
  external_id TEXT,
  taxonomy TEXT,        -- "esdServiceType"
  code TEXT,            -- "298"
  name TEXT NOT NULL CHECK (name <> ''),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX service_tag_by_service ON service_tag(service);

-- What staff tell each other of a service. Never handed out, never exported.
CREATE TABLE service_note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  service INTEGER NOT NULL REFERENCES service(id),
  words TEXT NOT NULL CHECK (words <> ''),
  on_day INTEGER NOT NULL,
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX service_note_by_service ON service_note(service, on_day);

-- Each time somebody tried to find out whether an entry is still right, and what came of it.
CREATE TABLE service_check (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  service INTEGER NOT NULL REFERENCES service(id),
  on_day INTEGER NOT NULL,
  at_minute INTEGER CHECK (at_minute BETWEEN 0 AND 1439),
  how TEXT CHECK (how IN ('phoned','web','visited','told')),
  result TEXT NOT NULL CHECK (result IN ('as_it_says','changed','not_reached','closed','do_not_list')),
  words TEXT,           -- what was changed, or who said so
  next_on INTEGER,
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX service_check_by_service ON service_check(service, on_day);
CREATE INDEX service_check_by_day ON service_check(on_day, result);

CREATE TABLE favourite (
  account INTEGER NOT NULL REFERENCES account(id),
  service INTEGER NOT NULL REFERENCES service(id),
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (account, service)
) STRICT, WITHOUT ROWID;
CREATE INDEX favourite_by_service ON favourite(service);

-- Somebody else's directory that was taken in, and each of its entries as it was last seen there: what
-- differs from it here was changed here, and stays.
CREATE TABLE feed (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  shape TEXT NOT NULL CHECK (shape IN ('hsds','oruk_1','council','clew')),
  licence TEXT,
  taken_on INTEGER NOT NULL,
  taken_by INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE feed_entry (
  feed INTEGER NOT NULL REFERENCES feed(id),
  external_id TEXT NOT NULL, -- there
  service INTEGER REFERENCES service(id),
  organisation INTEGER REFERENCES organisation(id), -- then its id there begins with "organisation/"
  body TEXT NOT NULL,   -- lines of a name, a tab and a value
  seen_on INTEGER NOT NULL, -- when it last said something new
  gone_on INTEGER,      -- not there any more: flagged, never deleted
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (feed, external_id),
  CHECK ((service IS NULL) <> (organisation IS NULL))
) STRICT; -- with a rowid: its rows are long
CREATE INDEX feed_entry_by_service ON feed_entry(service);
CREATE INDEX feed_entry_gone ON feed_entry(gone_on) WHERE gone_on IS NOT NULL;

CREATE TABLE signpost (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  service INTEGER NOT NULL REFERENCES service(id),
  concern TEXT, -- code
  kind TEXT NOT NULL CHECK (kind IN ('told','leaflet','warm_handover','referred')),
  given_on INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('given','sent','acknowledged','accepted','waiting','receiving',
    'completed','rejected','cancelled','did_not_attend','changed_mind','not_found_out','service_gone')),
  status_on INTEGER NOT NULL,
  reason TEXT,
  helped TEXT CHECK (helped IN ('yes','partly','no','not_known')),
  outcome TEXT,
  outcome_on INTEGER,
  consent TEXT,   -- what they agreed to, in words; NOT NULL when referred
  what_sent TEXT, -- which fields left
  note TEXT,
  council TEXT,   -- stamped when it was given, for reports
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1,
  CHECK (kind <> 'referred' OR consent IS NOT NULL)
) STRICT;
CREATE INDEX signpost_by_person ON signpost(person, given_on);
CREATE INDEX signpost_by_service ON signpost(service, status);
CREATE INDEX signpost_by_day ON signpost(given_on, status, helped);

-- How a signpost went on: each state with its day, and each time the other side was asked.
CREATE TABLE signpost_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  signpost INTEGER NOT NULL REFERENCES signpost(id),
  status TEXT NOT NULL CHECK (status IN ('given','sent','acknowledged','accepted','waiting','receiving',
    'completed','rejected','cancelled','did_not_attend','changed_mind','not_found_out','service_gone')),
  on_day INTEGER NOT NULL,
  at_minute INTEGER CHECK (at_minute BETWEEN 0 AND 1439),
  asked TEXT CHECK (asked IN ('phone','email','letter','portal','person')), -- whom or how one asked; NULL: one was told
  answered INTEGER CHECK (answered IN (0,1)),
  reason TEXT,
  words TEXT,
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX signpost_step_by_signpost ON signpost_step(signpost, on_day);
CREATE INDEX signpost_step_by_person ON signpost_step(person, on_day);

CREATE TABLE unmet_need (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  concern TEXT NOT NULL,
  level TEXT NOT NULL DEFAULT 'not_judged' CHECK (level IN ('low','moderate','substantial','critical',
    'not_judged')),
  council TEXT,
  reason TEXT NOT NULL CHECK (reason IN ('none_exists','not_in_area','full_or_long_wait','not_eligible',
    'cost','travel','declined','not_known_in_time','other')),
  note TEXT,
  signpost INTEGER REFERENCES signpost(id), -- that came to nothing
  noted_on INTEGER NOT NULL,
  met_on INTEGER,  -- something was found after all
  met_how TEXT,
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX unmet_need_by_person ON unmet_need(person, noted_on);

CREATE TABLE reminder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER REFERENCES person(id),
  worker INTEGER REFERENCES account(id),
  kind TEXT NOT NULL CHECK (kind IN ('first_contact','try_again','follow_up','chase','check_back',
    'action_due','review_due','plan_not_given','service_check','ask_again','bereavement','retention')),
  what TEXT NOT NULL,
  due_on INTEGER NOT NULL,
  due_minute INTEGER CHECK (due_minute BETWEEN 0 AND 1439),
  first_due_on INTEGER NOT NULL,
  moved INTEGER NOT NULL DEFAULT 0,
  moved_reason TEXT,
  promised_by TEXT,       -- chase: who promised
  promised_phone TEXT,
  to_person INTEGER NOT NULL DEFAULT 0 CHECK (to_person IN (0,1)), -- promised to the person
  referral INTEGER REFERENCES referral(id),
  signpost INTEGER REFERENCES signpost(id),
  action INTEGER REFERENCES action(id),
  service INTEGER REFERENCES service(id),
  early INTEGER NOT NULL DEFAULT 0 CHECK (early BETWEEN 0 AND 60), -- days before it is due that it is named too
  repeat TEXT,            -- "every 2 weeks on Friday": the next one is made when this one is done
  repeat_until INTEGER,
  rule TEXT,              -- the rule that made it; NULL: by hand
  why TEXT,               -- why it is there, in words
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open','done','dropped')),
  done_on INTEGER,
  outcome TEXT,
  made_on INTEGER NOT NULL,
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX reminder_due ON reminder(worker, due_on, due_minute) WHERE state = 'open';
CREATE INDEX reminder_ended ON reminder(worker, done_on) WHERE state <> 'open';
CREATE INDEX reminder_by_person ON reminder(person, due_on);
CREATE INDEX reminder_by_referral ON reminder(referral) WHERE referral IS NOT NULL;
CREATE INDEX reminder_by_service ON reminder(service) WHERE service IS NOT NULL;

-- Days off that the nation's calendar does not have: a one-off holiday, a day the service is shut.
CREATE TABLE day_off (
  date INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Rules of this service's own, in place of those that are shipped under that name: clew-rules(5).
CREATE TABLE loaded_rules (
  name TEXT PRIMARY KEY NOT NULL CHECK (name IN ('happened','quiet','try-again','due')),
  body TEXT NOT NULL, -- the file
  loaded_on INTEGER NOT NULL,
  loaded_by INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- What people are asked, why their details may be used at all, and what left. One row for each purpose
-- that the service has settled for itself; the others stand as they were shipped (data/purposes/).
CREATE TABLE purpose (
  purpose TEXT PRIMARY KEY NOT NULL CHECK (purpose IN ('keep','refer','care_team','family','funder',
    'figures','feedback','research')),
  art6 TEXT NOT NULL,  -- of the UK GDPR: "6(1)(f)"
  art9 TEXT,
  schedule TEXT,       -- paragraph of Schedule 1 of the DPA 2018
  policy TEXT,         -- the document in which the service says so
  consent INTEGER NOT NULL CHECK (consent IN (0,1)), -- they must have agreed
  months INTEGER CHECK (months BETWEEN 1 AND 120),   -- how long a yes holds; NULL: until taken back
  wording INTEGER NOT NULL CHECK (wording >= 1),     -- version of the words
  words TEXT NOT NULL, -- that are read out
  set_on INTEGER NOT NULL,
  set_by INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- What somebody answered, once each time. The newest counts; no row: not asked, which is not yes.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  purpose TEXT NOT NULL CHECK (purpose IN ('keep','refer','care_team','family','funder','figures',
    'feedback','research')),
  answer TEXT NOT NULL CHECK (answer IN ('yes','no','withdrawn')),
  to_whom TEXT,    -- NULL: anybody whom the purpose names
  service INTEGER REFERENCES service(id), -- when to_whom is one of the directory
  how TEXT NOT NULL CHECK (how IN ('phone','said','written','paper','interpreter')),
  wording INTEGER NOT NULL DEFAULT 1, -- version of the words that were read out
  words TEXT,      -- and they themselves
  note TEXT,
  on_day INTEGER NOT NULL,
  until_on INTEGER, -- the last day it holds; NULL: until taken back
  assessment INTEGER REFERENCES assessment(id), -- in which it was asked
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX consent_by_person ON consent(person, on_day);
CREATE INDEX consent_by_purpose ON consent(purpose, person, on_day);
CREATE INDEX consent_by_service ON consent(service) WHERE service IS NOT NULL;

-- The privacy notice, as it was given.
CREATE TABLE notice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  version TEXT NOT NULL,
  on_day INTEGER NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('read_out','paper','email','post','interpreter')),
  language TEXT,
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX notice_by_person ON notice(person, on_day);

-- What left: of one person, or (person NULL) in a file of many, whom disclosure_run has.
CREATE TABLE disclosure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER REFERENCES person(id),
  on_day INTEGER NOT NULL,
  at_minute INTEGER CHECK (at_minute BETWEEN 0 AND 1439),
  kind TEXT NOT NULL CHECK (kind IN ('referral','paper','file')),
  document TEXT CHECK (document IN ('plan','summary','letter','try_letter','slip','services','questions',
    'assessment','statutory')), -- which paper
  to_whom TEXT NOT NULL,
  service INTEGER REFERENCES service(id),
  purpose TEXT NOT NULL CHECK (purpose IN ('keep','refer','care_team','family','funder','figures',
    'feedback','research')),
  basis TEXT NOT NULL,  -- "consent, 6(1)(a)", as it stood that day
  consent INTEGER REFERENCES consent(id), -- the yes it went by
  fields TEXT NOT NULL, -- what left, in words
  how TEXT,             -- "by phone", "CSV"
  signpost INTEGER REFERENCES signpost(id),
  file_hash TEXT,
  people INTEGER,       -- of a file: how many
  who TEXT,             -- and their numbers: "17-10016", a line a run
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX disclosure_by_person ON disclosure(person, on_day);
CREATE INDEX disclosure_of_files ON disclosure(id) WHERE person IS NULL;
CREATE INDEX disclosure_by_service ON disclosure(service) WHERE service IS NOT NULL;
CREATE INDEX disclosure_by_signpost ON disclosure(signpost) WHERE signpost IS NOT NULL;

-- Leave to open one record for a time: whose caller it is that rang, who is here to see a worker, whom
-- somebody took in, and a restricted one opened anyway.
CREATE TABLE access (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person(id),
  account INTEGER NOT NULL REFERENCES account(id),
  kind TEXT NOT NULL CHECK (kind IN ('reason','shift','intake','anyway')),
  reason TEXT NOT NULL CHECK (reason IN ('rang','here','covering','asked','same_person','taken_in',
    'danger','other')),
  note TEXT,      -- anyway: why, in ten characters or more
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  review TEXT CHECK (review IN ('justified','not_justified')),
  review_note TEXT,
  reviewed_by INTEGER REFERENCES account(id) CHECK (reviewed_by <> account),
  reviewed_at INTEGER,
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX access_by_person ON access(person, account, until_at);
CREATE INDEX access_by_account ON access(account, until_at);
CREATE INDEX access_to_review ON access(from_at) WHERE kind = 'anyway' AND review IS NULL;

-- Who has ordinary access to a restricted record.
CREATE TABLE named_access (
  person INTEGER NOT NULL REFERENCES person(id),
  account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (person, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_access_by_account ON named_access(account);

-- Somebody is away, and others see to their people until they are back. The people stay theirs.
CREATE TABLE cover (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  away INTEGER NOT NULL REFERENCES account(id),
  by_account INTEGER NOT NULL REFERENCES account(id) CHECK (by_account <> away),
  from_on INTEGER NOT NULL,
  back_on INTEGER,  -- NULL: still away
  reason TEXT,
  started_by INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX cover_open ON cover(away) WHERE back_on IS NULL;
CREATE INDEX cover_by_account ON cover(by_account) WHERE back_on IS NULL;

-- Of a cover that was spread over several: who sees to whom. Nobody here: the cover's by_account.
CREATE TABLE cover_person (
  cover INTEGER NOT NULL REFERENCES cover(id),
  person INTEGER NOT NULL REFERENCES person(id),
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (cover, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX cover_person_by_person ON cover_person(person);
CREATE INDEX cover_person_by_account ON cover_person(by_account);

-- What somebody leaves for whoever comes next: one person, whoever of the staff is here first, or
-- every volunteer. Shown until it is read.
CREATE TABLE handover_note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER REFERENCES person(id), -- whom it is about
  reader TEXT NOT NULL CHECK (reader IN ('next','account','volunteers')),
  for_account INTEGER REFERENCES account(id),
  words TEXT NOT NULL,
  left_by INTEGER NOT NULL REFERENCES account(id),
  left_at INTEGER NOT NULL,
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0,1)), -- read by whom it was for, or taken away
  ver INTEGER NOT NULL DEFAULT 1,
  CHECK ((reader = 'account') = (for_account IS NOT NULL))
) STRICT;
CREATE INDEX handover_note_open ON handover_note(left_at) WHERE closed = 0;
CREATE INDEX handover_note_by_author ON handover_note(left_by, id);
CREATE INDEX handover_note_by_person ON handover_note(person) WHERE person IS NOT NULL;

CREATE TABLE handover_read (
  note INTEGER NOT NULL REFERENCES handover_note(id),
  account INTEGER NOT NULL REFERENCES account(id),
  read_at INTEGER NOT NULL,
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (note, account)
) STRICT, WITHOUT ROWID;

-- What two people must agree to, and what somebody proposes for another to decide. What runs is what
-- the digest covers.
CREATE TABLE approval (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  act TEXT NOT NULL,    -- the operation
  person INTEGER REFERENCES person(id),
  what TEXT NOT NULL,   -- the sentence that both see
  body TEXT,            -- name=value lines: all that the act is given; NULL: nothing more
  digest TEXT NOT NULL, -- of act, person and body, in hexadecimal
  why TEXT,
  asked_by INTEGER NOT NULL REFERENCES account(id),
  asked_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  answer TEXT CHECK (answer IN ('yes','no')),
  answer_note TEXT,
  answered_by INTEGER REFERENCES account(id),
  answered_at INTEGER,
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX approval_open ON approval(until_at) WHERE answer IS NULL;
CREATE INDEX approval_by_person ON approval(person) WHERE person IS NOT NULL;
CREATE INDEX approval_alone ON approval(answered_at) WHERE answer = 'yes' AND answered_by = asked_by;

-- Help given without a case: what was asked, what was given. Nobody's name.
CREATE TABLE enquiry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  on_day INTEGER NOT NULL,
  at_minute INTEGER CHECK (at_minute BETWEEN 0 AND 1439),
  gave TEXT NOT NULL CHECK (gave IN ('service','leaflet','words','worker','nothing')),
  topic TEXT, -- code of a concern; NULL: something else
  area TEXT,  -- the start of a postcode: LS6
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  by_account INTEGER NOT NULL REFERENCES account(id),
  ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX enquiry_by_day ON enquiry(on_day);

-- The services that somebody was told about then.
CREATE TABLE enquiry_service (
  enquiry INTEGER NOT NULL REFERENCES enquiry(id),
  service INTEGER NOT NULL REFERENCES service(id),
  ver INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (enquiry, service)
) STRICT, WITHOUT ROWID;
CREATE INDEX enquiry_service_by_service ON enquiry_service(service);

-- DERIVED: written by derive_*() in the same change, recounted by `clew check` --------------------

CREATE TABLE find_key (
  key TEXT NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY (key, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX find_key_by_person ON find_key(person);

-- What "it ends in 123" is found by: a key with a digit in it from every second place on to its end,
-- a blank, and what stands before it. "07700900123": "700900123 7", "0900123 0", "00123 9", "123 0".
CREATE TABLE number_part (
  part TEXT NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY (part, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE name_token (
  token TEXT PRIMARY KEY NOT NULL,
  people INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One narrow row for every referral that is open or was the last one of its person.
CREATE TABLE caseload (
  referral INTEGER PRIMARY KEY NOT NULL,
  person INTEGER NOT NULL,
  worker INTEGER,
  open INTEGER NOT NULL,  -- 1: received, accepted, active, on_hold
  state TEXT NOT NULL,
  sort_name TEXT NOT NULL, -- folded family, given
  family_name TEXT NOT NULL,
  given_name TEXT,
  born_on INTEGER,
  council TEXT,
  stage TEXT,
  stage_since INTEGER,
  stage_ends_on INTEGER,
  received_on INTEGER NOT NULL,
  accepted_on INTEGER,
  first_contact_by INTEGER,
  last_spoken_on INTEGER,  -- last reached contact
  last_tried_on INTEGER,
  tries INTEGER NOT NULL,  -- attempts since then
  assessed_on INTEGER,
  plan_due INTEGER NOT NULL, -- 1: assessed, and no agreed plan since
  next_due INTEGER,        -- earliest open reminder
  next_minute INTEGER,
  next_what TEXT,
  top_concern TEXT,        -- code
  top_score INTEGER,
  top_previous INTEGER,
  open_actions INTEGER NOT NULL,
  waiting_on TEXT,         -- service of the oldest open signpost
  hold_until INTEGER,
  quiet_until INTEGER,
  in_hospital INTEGER NOT NULL,
  stopped INTEGER NOT NULL, -- 1: died or no more contact wanted
  restricted INTEGER NOT NULL, -- 1: for lists to hide
  last_due INTEGER,        -- latest open reminder: a change that it lies behind is seen to
  lives_alone INTEGER,
  raised TEXT              -- concerns of the last assessment, each with its score: "practical.money 9;"
) STRICT;
CREATE INDEX caseload_by_worker ON caseload(worker, open, sort_name, referral);
CREATE INDEX caseload_by_due ON caseload(worker, open, next_due, referral);
CREATE INDEX caseload_all_names ON caseload(open, sort_name, referral);
CREATE INDEX caseload_all_due ON caseload(open, next_due, referral);
CREATE INDEX caseload_not_due ON caseload(open, sort_name, referral) WHERE next_due IS NULL;
CREATE INDEX caseload_by_person ON caseload(person, open, restricted);

-- tags: what it is called elsewhere, its concerns, where it is and which areas it serves, its languages.
CREATE VIRTUAL TABLE service_text USING fts5(
  name, organisation, tags, description,
  tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3 4 5'
);
-- Bytes held until they are written in order: a directory is written in a third less time than by the megabyte.
INSERT INTO service_text (service_text, rank) VALUES ('hashsize', 4194304);

-- Whose details were in a file that left: disclosure.who, a row a run of people from one id to another.
CREATE TABLE disclosure_run (
  disclosure INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last >= first),
  PRIMARY KEY (disclosure, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_use (
  service INTEGER PRIMARY KEY NOT NULL,
  used INTEGER NOT NULL,
  known INTEGER NOT NULL,  -- whose outcome is known
  helped INTEGER NOT NULL,
  waiting INTEGER NOT NULL
) STRICT;

-- The same for those who were sent there with one concern.
CREATE TABLE service_concern_use (
  service INTEGER NOT NULL,
  concern TEXT NOT NULL,
  used INTEGER NOT NULL,
  known INTEGER NOT NULL,
  helped INTEGER NOT NULL,
  PRIMARY KEY (service, concern)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_concern_use_by_concern ON service_concern_use(concern, service, used, known, helped);

-- What a search narrows and ranks by, kept in memory while the file is open: model/gist.h.
CREATE TABLE service_gist (
  service INTEGER PRIMARY KEY NOT NULL,
  sort_name TEXT NOT NULL, -- folded
  languages TEXT,          -- folded, between semicolons
  offers INTEGER NOT NULL, -- bits
  flags INTEGER NOT NULL,  -- bits
  status TEXT NOT NULL,
  closed_until INTEGER,
  min_age INTEGER,
  max_age INTEGER,
  checked INTEGER
) STRICT;
CREATE INDEX service_gist_by_name ON service_gist(sort_name);

-- Other with each change of any of these: whoever keeps them in memory reads them again.
CREATE TABLE service_stamp (
  one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
  n INTEGER NOT NULL
) STRICT;

-- The words that stand, or stood, in entries, whole and folded, for what is spelt otherwise.
CREATE TABLE service_word (
  word TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

-- The outward postcodes of its places, and their centres in thousandths of a degree.
CREATE TABLE service_where (
  service INTEGER NOT NULL,
  outcode TEXT NOT NULL,
  latitude INTEGER,
  longitude INTEGER,
  PRIMARY KEY (service, outcode)
) STRICT, WITHOUT ROWID;

-- LIVE: no event, no undo ---------------------------------------------------------------------

CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account(id),
  form TEXT NOT NULL,     -- screen name
  about TEXT NOT NULL,    -- what it is on: "CL-000412", ""
  person INTEGER,
  title TEXT NOT NULL,    -- as Today shows it: "Assessment begun, 9 raised, not ended"
  body TEXT NOT NULL,     -- name=value lines
  kept_at INTEGER NOT NULL,
  UNIQUE (account, form, about)
) STRICT;

-- Who is at work now, and whose record they have open. A row goes when they leave.
CREATE TABLE presence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account(id),
  place TEXT NOT NULL, -- "tty3", "pts/4 from 10.1.2.3"
  began_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  person INTEGER,
  person_at INTEGER, -- since when
  doing TEXT         -- name of the screen that is open about them
) STRICT;
CREATE INDEX presence_by_person ON presence(person) WHERE person IS NOT NULL;

-- LOG: append-only ----------------------------------------------------------------------------

CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  account INTEGER,
  roles INTEGER,   -- of the account at that moment
  session INTEGER, -- the sign_in it was done in
  kind TEXT NOT NULL CHECK (kind IN ('change','look','import','export','print','undo','sign_in',
    'sign_out','lock','denied','access','account','approval','checkpoint','clock')),
  what TEXT NOT NULL,
  person INTEGER,
  via TEXT CHECK (via IN ('own','nobodys','cover','shift','intake','reason','anyway','named')), -- why they may
  rows INTEGER NOT NULL,
  undoes INTEGER,
  link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;
CREATE INDEX event_by_person ON event(person, id);
CREATE INDEX event_by_account ON event(account, id);

CREATE TABLE event_row (
  event INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  person INTEGER,
  tbl TEXT NOT NULL,
  pk TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('insert','update','delete')),
  body TEXT,  -- changed columns; NULL once erased
  salt BLOB,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (event, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_row_by_row ON event_row(tbl, pk, event);
CREATE INDEX event_row_by_person ON event_row(person, event) WHERE person IS NOT NULL;
CREATE INDEX event_by_undoes ON event(undoes) WHERE undoes IS NOT NULL;

PRAGMA user_version = 1;
