#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

#include "casework/op.h"
#include "model/consent.h"
#include "model/disclosure.h"
#include "model/ids.h"
#include "model/list_query.h"
#include "ui/screen.h"

/*
 * Every screen, and how to say where to go. Each visit_*() says what it puts in id[] and text.
 */
extern const struct screen_ops today_screen;
extern const struct screen_ops caseload_screen;
extern const struct screen_ops person_screen;
extern const struct screen_ops referral_screen;
extern const struct screen_ops contact_screen;
extern const struct screen_ops unreached_screen;
extern const struct screen_ops tries_screen, asked_screen;
extern const struct screen_ops wishes_screen, move_entry_screen;
extern const struct screen_ops snippets_screen, snippet_form_screen, snippet_pick_screen;
extern const struct screen_ops same_person_screen, merge_screen; /* id[0] person, id[1] the other */
extern const struct screen_ops times_screen;                     /* id[0] person */
extern const struct screen_ops time_step_screen; /* id[0] person, id[1] referral, id[2] step */
extern const struct screen_ops safety_screen;
extern const struct screen_ops safety_notes_screen;
extern const struct screen_ops happened_screen;
extern const struct screen_ops note_screen;
extern const struct screen_ops assessment_screen;
extern const struct screen_ops assessed_screen;
extern const struct screen_ops plan_screen;
extern const struct screen_ops level_screen;
extern const struct screen_ops measure_screen;
extern const struct screen_ops council_screen;
extern const struct screen_ops plan_menu_screen, strengths_screen, goal_screen, worse_screen,
	money_screen;
extern const struct screen_ops review_screen, versions_screen;
extern const struct screen_ops directory_screen;
extern const struct screen_ops service_screen;
extern const struct screen_ops picker_screen;
extern const struct screen_ops signpost_screen;
extern const struct screen_ops what_leaves_screen;
extern const struct screen_ops consent_form_screen;
extern const struct screen_ops notice_screen;
extern const struct screen_ops purposes_screen;
extern const struct screen_ops lists_screen, rules_screen, days_off_screen;
extern const struct screen_ops take_in_screen;
extern const struct screen_ops purpose_screen;
extern const struct screen_ops unmet_screen;
extern const struct screen_ops ledger_screen;
extern const struct screen_ops went_on_screen;
extern const struct screen_ops reminders_screen;
extern const struct screen_ops reminder_screen;
extern const struct screen_ops help_screen;
extern const struct screen_ops admin_screen;
extern const struct screen_ops accounts_screen;
extern const struct screen_ops account_screen;
extern const struct screen_ops account_form_screen;
extern const struct screen_ops passphrase_screen;
extern const struct screen_ops palette_screen;
extern const struct screen_ops messages_screen;
extern const struct screen_ops new_screen;
extern const struct screen_ops sign_in_screen;
extern const struct screen_ops details_screen;
extern const struct screen_ops points_screen,
	point_form_screen; /* id[0] person, id[1] the number */
extern const struct screen_ops relatives_screen,
	relation_screen; /* id[0] person, id[1] the relation */
extern const struct screen_ops hand_out_screen;
extern const struct screen_ops export_form_screen;
extern const struct screen_ops directory_in_screen;
extern const struct screen_ops directory_out_screen; /* id[0] the service, 0 none */
extern const struct screen_ops package_form_screen;
extern const struct screen_ops calendar_form_screen;
extern const struct screen_ops service_form_screen;
extern const struct screen_ops checked_screen;
extern const struct screen_ops trouble_screen;
extern const struct screen_ops checks_screen, check_screen;
extern const struct screen_ops for_what_screen;
extern const struct screen_ops paper_screen, papers_screen;
extern const struct screen_ops reason_screen;
extern const struct screen_ops proof_screen;
extern const struct screen_ops anyway_screen, opened_anyway_screen, approvals_screen, named_screen;
extern const struct screen_ops looked_screen, log_screen;
extern const struct screen_ops whose_screen;
extern const struct screen_ops views_screen,
	view_screen; /* id[0] a list, id[1] a view; id[0] a view */
extern const struct screen_ops colleague_screen;
extern const struct screen_ops cover_screen;
extern const struct screen_ops lock_screen;
extern const struct screen_ops settings_screen;
extern const struct screen_ops volunteer_desk_screen;
extern const struct screen_ops how_screen;
extern const struct screen_ops enquiry_screen;
extern const struct screen_ops enquiries_screen;
extern const struct screen_ops visitor_screen;
extern const struct screen_ops visit_screen;
extern const struct screen_ops mend_screen;
extern const struct screen_ops sheet_screen;
extern const struct screen_ops service_history_screen;
extern const struct screen_ops shift_screen;
extern const struct screen_ops nameless_screen;
extern const struct screen_ops conflict_screen;

/* Since you were last here, and what was left. */
extern const struct screen_ops since_screen, note_left_screen, leave_note_screen, unfinished_screen;

extern const struct screen_ops leaver_screen;

extern const struct screen_ops *const screens_all[];
extern const size_t screens_count;
/* The one of that name; NULL: there is none. */
const struct screen_ops *screen_named(const char *name);

/* id[0] is the person (0: nobody, where a screen can do without). */
static inline struct visit visit_person(const struct screen_ops *where, struct person_id p)
{
	return (struct visit){ .where = where, .id = { p.n } };
}

/*
 * Where a person opens for this account: their record; of a volunteer's list their card; who looked,
 * for an auditor. where is NULL when nowhere: a volunteer takes a message for anybody else.
 */
struct session;
struct visit visit_whom(struct session *s, struct person_id p);

/* The contact form: id[1] the reminder it was opened from; id[2] 1: it begins as a letter. */
#define CONTACT_FOR_LETTER 1

static inline struct visit visit_to(const struct screen_ops *where)
{
	return (struct visit){ .where = where };
}

/* One that was done, to be put right: id[1]. */
static inline struct visit visit_correction(struct person_id p, struct assessment_id id)
{
	return (struct visit){ .where = &assessment_screen, .id = { p.n, id.n } };
}

/* What changed with it since the one before: id[1]. */
static inline struct visit visit_assessed(struct person_id p, struct assessment_id id)
{
	return (struct visit){ .where = &assessed_screen, .id = { p.n, id.n } };
}

/* About an account: id[0], 0 a new one. */
static inline struct visit visit_account(const struct screen_ops *where, struct account_id id)
{
	return (struct visit){ .where = where, .id = { id.n } };
}

/* The picker: id[0] person, text the concern's code. */
static inline struct visit visit_picker(struct person_id p, const char *concern)
{
	return (struct visit){ .where = &picker_screen, .id = { p.n }, .text = concern };
}

/* How a signpost went on. */
static inline struct visit visit_ledger(struct signpost_id id)
{
	return (struct visit){ .where = &ledger_screen, .id = { id.n } };
}

/* How great the need behind a concern is: id[0] person, text its code. */
static inline struct visit visit_level(struct person_id p, const char *concern)
{
	return (struct visit){ .where = &level_screen, .id = { p.n }, .text = concern };
}

/* What they say to one purpose: id[0] person, id[1] purpose, id[2] service; text about whom. */
static inline struct visit visit_consent(struct person_id p, const struct share_with *with)
{
	return (struct visit){ .where = &consent_form_screen,
		               .id = { p.n, with->purpose, with->service.n },
		               .text = with->to_whom };
}

/*
 * A paper of theirs as it will be: id[0] person (0: one without a name), id[1] which, id[2] of a letter 1
 * to the GP, of questions without a name the stage.
 */
static inline struct visit visit_paper(struct person_id p, enum document document)
{
	return (struct visit){ .where = &paper_screen, .id = { p.n, document } };
}

/*
 * What a list shows, to be handed out: id[0] who is chosen in it (0: nobody, or many are marked), then
 * view, order and worker; text what was typed, and on lines behind it the filter of a view, who of them
 * was marked, and the chosen one's name as the list has it. Strings belong to a.
 */
struct chosen_one {
	struct person_id person;
	const char *name;
};
struct visit visit_hand_out_list(const struct list_query *q, const struct chosen_one *one,
                                 struct arena *a);
/* The query again. Strings and what it points at belong to a. */
void hand_out_query(const struct visit *v, struct arena *a, struct list_query *ret);

/*
 * A form that was left half done, about being what its draft was kept under: the forms that are about
 * more than a person say the rest in it.
 */
struct visit visit_kept(const struct screen_ops *form, struct person_id p, const char *about);

/*
 * Whoever begins something anew means somebody else than the one whose sheet stands unfinished: forms
 * that can be about nobody (note, safety, reminder) get a sheet of their own, id[3], and what is kept
 * of an earlier one is named. id[3] 0 is the first.
 */
struct desk;
void visit_anew(struct desk *d, struct visit *v);
int64_t sheet_free(struct desk *d, const struct screen_ops *form);
void sheet_about(int64_t sheet, char *about, size_t room); /* "", "new 2": what its draft is on */

/*
 * What a service is to help with. For a person (id[0]) it makes way for the picker; for nobody it
 * answers with the code.
 */
static inline struct visit visit_for_what(struct person_id p)
{
	return (struct visit){ .where = &for_what_screen, .id = { p.n } };
}

/* A record of the directory: id[0] service, id[1] the person it may be chosen for (0: nobody). */
static inline struct visit visit_service(struct service_id id)
{
	return (struct visit){ .where = &service_screen, .id = { id.n } };
}

/* One entry to be checked: id[0] service, id[1] its place in the queue, from 1 (0: by itself). */
static inline struct visit visit_check(struct service_id id)
{
	return (struct visit){ .where = &check_screen, .id = { id.n } };
}

/*
 * What a refusal takes: id[0] the person (0: nobody), id[1] the operation. They answer saved when it
 * was given.
 */
static inline struct visit visit_demand(const struct screen_ops *where, const struct demand *d)
{
	return (struct visit){ .where = where, .id = { d->person.n, d->op } };
}

/* Who looked at one person's record; what this account did itself. log_screen is all of it. */
static inline struct visit visit_looked(struct person_id p)
{
	return (struct visit){ .where = &looked_screen, .id = { p.n } };
}

static inline struct visit visit_own_log(void)
{
	return (struct visit){ .where = &looked_screen, .id = { 0, 1 } };
}

#endif
