#include "cli/command.h"

#include "passphrase.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/heads.h"
#include "casework/session.h"

#include <unistd.h>

static enum status open_demo(const struct options *o, struct session **ret)
{
	bool fixed = o->today != DAY_NONE;
	day today = fixed ? o->today : clock_day(clock_now());
	enum status rc = casework_open_demo(o->login, today, fixed, ret);

	if (rc != OK)
		cli_complain("%s",
		             *ret ? session_fault(*ret) : _("the demonstration cannot be opened."));
	return rc;
}

static enum status get_login(const struct options *o, struct buf *login)
{
	if (o->login) {
		buf_puts(login, o->login);
		return OK;
	}
	if (!isatty(STDIN_FILENO)) {
		cli_complain(_("nobody is signed in: give --as LOGIN, or set CLEW_LOGIN."));
		return E_USAGE;
	}
	return line_ask(_("Login: "), login);
}

static enum status get_passphrase(const struct options *o, struct buf *passphrase)
{
	if (o->passphrase_fd >= 0)
		return passphrase_read(o->passphrase_fd, passphrase);
	return passphrase_ask(_("Passphrase: "), passphrase);
}

static enum status set_today(const struct options *o, struct session *s)
{
	enum status rc = o->today == DAY_NONE ? OK : session_set_today(s, o->today);

	if (rc != OK)
		cli_complain("%s", session_fault(s));
	return rc;
}

/* To coordinators and auditors: the record of changes is not what it was. */
static void say_heads(struct session *s, struct arena *a)
{
	struct heads_seen seen;

	if (session_may(s, OP_SEE_HEADS) && casework_heads_seen(s, a, &seen) == OK && !seen.agree)
		cli_complain("%s", seen.says);
}

static enum status open_file(const struct options *o, struct str login, struct str passphrase,
                             struct session **ret)
{
	struct arena a = { 0 };
	struct sign_in how = { .path = o->file,
		               .login = arena_str(&a, login),
		               .passphrase = passphrase,
		               .read_only = o->read_only,
		               .place = o->place,
		               .counts_in = o->state_folder };
	enum status rc = casework_sign_in(&how, ret);

	if (rc != OK)
		cli_complain("%s", session_fault(*ret));
	else
		rc = set_today(o, *ret);
	if (rc == OK)
		say_heads(*ret, &a);
	arena_reset(&a);
	return rc;
}

enum status cli_sign_in(const struct options *o, struct session **ret)
{
	struct buf login = { 0 }, passphrase = { 0 };
	enum status rc;

	if (o->demo)
		return open_demo(o, ret);
	if (access(o->file, F_OK) != 0) {
		cli_complain(_("no case file at %s. clew init makes one; clew --demo shows one."),
		             o->file);
		return E_NOT_FOUND;
	}
	rc = get_login(o, &login);
	if (rc == OK)
		rc = get_passphrase(o, &passphrase);
	if (rc == OK)
		rc = open_file(o, buf_str(&login), buf_str(&passphrase), ret);
	buf_wipe(&passphrase);
	buf_done(&login);
	return rc;
}
