#include "casework/session.h"

#include "starter.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/words.h"
#include "model/nation.h"
#include "model/passphrase.h"
#include "model/phone.h"
#include "store/accounts.h"
#include "store/change.h"
#include "store/settings.h"
#include "store/store.h"
#include "vault/keys.h"

#include <sys/stat.h>
#include <unistd.h>

static void check_safety(const struct safety_person *p, const char *field, const char *who,
                         struct arena *a, struct problems *problems)
{
	if (text_empty(p->name) || !phone_plausible(p->phone))
		problem_add(
			problems, a, field,
			_("The %s needs a name and a telephone number: \"Ann Reid, 0113 496 0111\"."),
			who);
}

static void check(const struct new_file *f, struct arena *a, struct problems *problems)
{
	const struct passphrase_of whose = { f->login, f->name, f->service };
	const char *passphrase = passphrase_problem(f->passphrase, &whose);

	if (text_empty(f->service))
		problem_add(problems, a, "service",
		            _("The service needs a name, as people know it."));
	if (words_find(&nations, str_of(f->nation)) == 0)
		problem_add(problems, a, "nation",
		            _("Nation is one of england, wales, scotland, northern-ireland."));
	if (text_empty(f->login))
		problem_add(problems, a, "login",
		            _("A login is needed: a short name in small letters."));
	if (text_empty(f->name))
		problem_add(problems, a, "name", _("Your name is needed, as colleagues know you."));
	if (passphrase)
		problem_add(problems, a, "passphrase", "%s", passphrase);
	check_safety(&f->lead, "safety-lead", _("safety lead"), a, problems);
	check_safety(&f->deputy, "deputy", _("safety lead's deputy"), a, problems);
}

static enum status put_settings(struct change *c, const struct new_file *f)
{
	const struct {
		const char *name, *value;
	} rows[] = {
		{ "service", f->service },
		{ "nation", f->nation },
		{ "shared", f->shared ? "yes" : "no" },
		{ "safety_lead", f->lead.name },
		{ "safety_lead_phone", f->lead.phone },
		{ "safety_deputy", f->deputy.name },
		{ "safety_deputy_phone", f->deputy.phone },
		{ "service_phone", f->phone ? f->phone : "" },
		{ "service_hours", f->hours ? f->hours : "" },
	};
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < COUNT_OF(rows); i++)
		rc = setting_put(c, rows[i].name, rows[i].value);
	return rc;
}

static enum status put_first(struct store *st, const struct new_file *f, const char *login)
{
	struct account account = { .login = login,
		                   .name = f->name,
		                   .roles = ROLE_COORDINATOR | ROLE_LINK_WORKER,
		                   .vetted_on = DAY_NONE };
	struct account_id id;
	struct change c;
	int64_t now = clock_now();
	enum status rc =
		change_begin(&c, st, (struct account_id){ 0 }, now, _("made the case file"));

	if (rc != OK)
		return rc;
	rc = account_add(&c, &account, &id);
	if (rc == OK)
		rc = put_settings(&c, f);
	if (rc == OK)
		rc = starter_add(&c, clock_day(now));
	return change_end(&c, rc);
}

static enum status make_store(const struct new_file *f, const struct key *key, const char *login,
                              struct arena *a, const char **fault)
{
	struct store *st = NULL;
	enum status rc = store_create(f->path, key, f->practice, &st);

	if (rc == OK)
		rc = put_first(st, f, login);
	if (rc != OK)
		*fault = arena_strdup(a, store_fault(st));
	store_close(st);
	return rc;
}

enum status casework_init(const struct new_file *f, struct arena *a, struct problems *problems,
                          char **recovery, const char **fault)
{
	struct keys keys = { .path = f->path, .a = a, .now = clock_now(), .cost = KEYS_COST };
	struct keyring ring = { 0 };
	struct recovery paper = { 0 };
	struct keys_account first = { .name = f->name };
	struct stat there;
	enum status rc;

	check(f, a, problems);
	if (problems_stop(problems)) {
		*fault = problems->at[0].text;
		return E_INVALID;
	}
	if (stat(f->path, &there) == 0) {
		*fault = arena_printf(a,
		                      _("there is a file at %s already, and it was kept. "
		                        "Name another with --file."),
		                      f->path);
		return E_EXISTS;
	}
	first.login = account_login(str_of(f->login), a);
	rc = folder_make(f->path, a, fault);
	if (rc != OK)
		return rc;
	rc = keys_create(&keys, &first, f->passphrase, &ring, &paper);
	*fault = keys.fault;
	if (rc == OK) {
		rc = make_store(f, &ring.at[0], first.login, a, fault);
		if (rc != OK) /* ours, made just now, with nothing to open */
			unlink(arena_printf(a, "%s.keys", f->path));
	}
	if (rc == OK) {
		*recovery = arena_alloc(a, RECOVERY_GROUPED_ROOM);
		recovery_grouped(&paper, *recovery);
	}
	keyring_wipe(&ring);
	recovery_wipe(&paper);
	return rc;
}
