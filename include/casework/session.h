#ifndef CASEWORK_SESSION_H
#define CASEWORK_SESSION_H

#include "base/arena.h"
#include "base/day.h"
#include "base/field.h"
#include "base/status.h"
#include "casework/op.h"
#include "casework/pin.h"
#include "model/account.h"
#include "model/case_rules.h"
#include "model/due.h"
#include "model/holidays.h"
#include "model/ids.h"
#include "model/list_head.h"
#include "model/staff_role.h"

#include <stdbool.h>
#include <stdint.h>

struct store;
struct shelf;
struct keyring;
struct keys_cost;

/* Somebody who answers for safety: named at init, with the number they are reached on. */
struct safety_person {
	const char *name, *phone;
	struct account_id account; /* 0 when no account has that name */
};

/* What the file says of the service that keeps it. Strings belong to the session. */
struct service_settings {
	const char *name;
	enum nation nation;
	bool shared; /* this machine is used by others too */
	enum team team;
	struct safety_person lead, deputy;
	struct list_choice lists; /* what people are assessed by */
	int first_contact_days;   /* working days from receipt: 5 */
	int quiet_days;           /* since last spoken to: 42 */
	int day_full;             /* reminders of one worker on a day from which on it is: 12 */
	int check_back_days;      /* working days from a signpost: 14 */
	int check_every_weeks;    /* until an entry of the directory is looked at again: 26 */
	/* minutes without a key before it locks; talk: while a conversation is written down */
	int idle_staff, idle_shared, idle_talk_staff, idle_talk_shared;
	int pin_minutes;            /* from the lock, in which today's PIN is enough; 0: never */
	bool sign_in_typed;         /* the sign-in lists nobody */
	bool desk_mode;             /* lists show initials and reference until somebody is opened */
	bool desk_without_name;     /* without signing in: directory, enquiries, messages, safety */
	enum staff_role staff_role; /* of whoever assesses here */
	day desk_until;             /* on that day alone; DAY_NONE: on every day */
};

/* Why a session may do nothing more: the desk locks it, and what was half done is kept. */
enum session_end {
	SESSION_GOES_ON,
	SESSION_DISABLED, /* a coordinator closed the account */
	SESSION_OVER,     /* a volunteer's eight hours on a shared machine */
};
#define SESSION_MOST_HOURS 8

/* Wrong tries at this login since it was last signed in to, but for those of whoever types now. */
struct missed_tries {
	int count;
	int64_t last_at; /* UTC seconds; 0: not known which of them was the last */
};

/*
 * Looks that are not worth an event each time: a list that is loaded again is the same look for a
 * quarter of an hour, and what is searched for is one look when the typing settles.
 */
#define LOOKED_RECENT 6
struct looked {
	struct {
		char what[80];
		int64_t at;
	} recent[LOOKED_RECENT];
	size_t next;
	struct {
		char text[80]; /* "": nothing is being searched for */
		size_t people;
		int64_t at;
	} searched;
};

/* The rules that hold here: the service's own where it has loaded them, else clew's. */
struct session_rules {
	struct str happened, try_again; /* the files; as long as the session */
	struct due_rules due;
	struct case_rules cases;
};

/*
 * Somebody at work: the file, who, and one instant that an act sees from beginning to end. Made by
 * signing in; every public casework_*() takes it. now, today and minute change only by
 * session_tick(), which the loop calls once per input: tests freeze time by assignment.
 */
/* What the file says of where I am (casework/presence.h). */
struct at_work {
	const char *place; /* "tty3", "" when it is not known; outlasts the session */
	int64_t id;        /* of the row; 0: none */
	int64_t began_at, beaten_at;
	struct person_id person;
	int64_t person_at;
	char doing[24];
};

struct session {
	struct store *store;
	struct account account;
	struct service_settings service;
	struct holidays holidays; /* of the nation, and the days off of this service */
	struct session_rules rules;
	struct shelf
		*shelf; /* lists of concerns and measures (casework/lists.h); NULL: none read yet */
	int64_t now;
	int64_t boot_ms;   /* as clock_boot_ms(): counts suspend, never steps */
	int64_t clock_set; /* seconds the computer's clock was put on (back: below 0), to be said */
	day today;
	int minute;
	bool fixed_today; /* --today: only on practice, demonstration and read-only files */
	bool fixed_now;   /* tests: time stands still */
	bool demo;
	int64_t proved_at;    /* when the passphrase was given last, UTC seconds; 0: never */
	struct demand demand; /* what the last refusal would take */
	struct looked looked;
	struct event_id
		signed_in; /* the sign-in; 0: tests, the demonstration, a file that is read */
	int64_t began_ms;  /* boot clock, when it began */
	int64_t seen, settings_version; /* of the file, when account and settings were read last */
	int wait; /* after E_BUSY from signing in: seconds until a passphrase is looked at again */
	enum session_end ended;
	struct missed_tries missed; /* to be said once, then 0 */
	struct pin pin;
	const char *counts_in; /* folder of the counts (casework/counts.h); NULL: none are kept */
	bool counts_moved;     /* something was changed since they were written */
	const struct keys_cost *cost; /* of key slots that are made; NULL: KEYS_COST */
	struct keyring *ring;         /* what the passphrase opened; NULL: there is no key file */
	bool undo_again;   /* the last question about undoing would put back what was undone */
	bool undo_further; /* it went past that */
	struct event_id undo_shown; /* what the last question about undoing named; 0: none */
	struct at_work here;        /* who else works there is told of it */
	struct arena arena;         /* as long as the session */
	char fault[512];
};

/*
 * The time; and, when others have written to the file since, whether the account still stands as it
 * did: a role that was taken away is gone, and s->ended says when nothing more may be done.
 */
void session_tick(struct session *s);

/*
 * The time is now, and the machine has run for boot_ms. When the clock was set in between, by a minute
 * or more either way, that is on record as an event, and s->clock_set says by how much, to be said once.
 * Order is by number and never by the clock; locks and waits count boot_ms. session_tick() calls it.
 */
void session_clock(struct session *s, int64_t now, int64_t boot_ms);

/* "The clock of this computer was put back by 2 h 03 min. It is on record."; "". Belongs to a. */
const char *session_clock_text(const struct session *s, struct arena *a);

/* Why it ended, as a sentence for whoever sat there; "" while it goes on. */
const char *session_end_text(const struct session *s);

/* What went wrong last, as one sentence. Lasts until the next call. */
const char *session_fault(const struct session *s);

/* For casework's own files: set the sentence and give rc back. */
enum status session_fail(struct session *s, enum status rc, const char *fmt, ...) PRINTF_LIKE(3, 4);
/* Take over the store's sentence when rc is a failure; rc comes back (here, so that analysers see it). */
void session_take_fault(struct session *s, enum status rc);
static inline enum status session_store(struct session *s, enum status rc)
{
	session_take_fault(s, rc);
	return rc;
}

/* When something falls due, counted from that day by the rules and holidays that hold here. */
day session_due(const struct session *s, enum due what, day from);

bool session_read_only(const struct session *s);

/*
 * Open the file at path for login. E_DENIED: wrong login or passphrase (the same words for both, and
 * how long to wait). *ret is set even on failure so that its sentence can be read; end it with
 * casework_sign_out() in any case.
 */
struct sign_in {
	const char *path, *login;
	struct str passphrase;
	bool read_only;
	const char *place;     /* as struct settings has it; NULL: not known */
	int own_wrong;         /* tries just before by the one who types now: they know of those */
	const char *counts_in; /* the folder for casework/counts.h; NULL: none are kept */
};
MUST_USE enum status casework_sign_in(const struct sign_in *how, struct session **ret);

/*
 * The demonstration: in memory, signed in as login (NULL: the one it is made for), its days moved so
 * that its today is today. fixed: today was asked for and stays.
 */
MUST_USE enum status casework_open_demo(const char *login, day today, bool fixed,
                                        struct session **ret);

/* On an open store, which the session takes over, without a passphrase: tests, making the demo. */
MUST_USE enum status casework_open_store(struct store *st, const char *login, struct session **ret);

/* --today: E_INVALID on a file where it may not be set. */
MUST_USE enum status session_set_today(struct session *s, day today);

/* NULL is fine. Leaves its event, unless somebody holds the file. */
void casework_sign_out(struct session *s);

/* Who can sign in to the file at path: logins and names, for the sign-in screen. */
struct sign_in_name {
	const char *login, *name;
};
struct sign_in_names {
	size_t n;
	struct sign_in_name *at;
	bool typed; /* setting sign_in: nobody is listed, everybody types their login */
};
MUST_USE enum status casework_sign_in_names(const char *path, struct arena *a,
                                            struct sign_in_names *ret, const char **fault);
/*
 * The key file is damaged (E_DAMAGED above): is the copy before it sound? And put it in its place. What
 * was changed last (a new passphrase, an account) is as it was before.
 */
bool casework_sign_in_can_mend(const char *path);
MUST_USE enum status casework_sign_in_mend(const char *path, struct arena *a, const char **fault);

/* Everything `clew init` asks. */
struct new_file {
	const char *path;
	const char *service, *nation; /* nation as its stored word */
	const char *login, *name;
	struct str passphrase;
	bool shared, practice;
	struct safety_person lead, deputy;
	const char *phone, *hours; /* as they stand on paper that is handed out; NULL: none yet */
};

/*
 * Make a case file with its key file, first account (coordinator and link worker) and starter
 * directory. *recovery is the paper key, to be shown once; it belongs to a. Problems are by field
 * (service, nation, login, name, passphrase, safety-lead, deputy): E_INVALID.
 */
MUST_USE enum status casework_init(const struct new_file *f, struct arena *a,
                                   struct problems *problems, char **recovery, const char **fault);

#endif
