/*
 * clew init: a case file, its first account and whoever answers for safety. What the options leave
 * out is asked for on the terminal; without one, all of it must be there.
 */
#include "cli.h"

#include "passphrase.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/session.h"
#include "model/nation.h"
#include "model/phone.h"
#include "model/safety_text.h"

#include <string.h>
#include <unistd.h>

struct setup {
	struct cli *cli;
	struct new_file file;
	struct buf passphrase;
	int passphrase_fd; /* -1: asked for */
	bool asks;         /* there is a terminal to ask on */
	bool again;        /* the passphrase was refused: ask once more */
};

/* One answer: false and a sentence when it will not do. */
struct question {
	const char *option;
	const char *text;
	bool (*take)(struct setup *s, const char *answer, const char **why);
	bool optional; /* asked for only beside others, and may be left empty */
};

static bool take_service(struct setup *s, const char *answer, const char **why)
{
	*why = _("It needs a name, as people know it.");
	s->file.service = answer;
	return !text_empty(answer);
}

static bool take_nation(struct setup *s, const char *answer, const char **why)
{
	const char digits[] = "1234";
	int nation = words_find(&nations, str_of(answer));

	*why = _("Nation is one of england, wales, scotland, northern-ireland.");
	if (strlen(answer) == 1 && strchr(digits, answer[0]))
		nation = answer[0] - '0';
	s->file.nation = nation == 0 ? NULL : words_word(&nations, nation);
	return nation != 0;
}

static bool take_name(struct setup *s, const char *answer, const char **why)
{
	*why = _("Your name is needed, as colleagues know you.");
	s->file.name = answer;
	return !text_empty(answer);
}

/* "Priya Shah" signs in as priya, unless she says otherwise. */
static const char *proposed_login(struct setup *s)
{
	struct str rest = str_of(text_fold(str_of(s->file.name), &s->cli->arena));
	struct str first = { 0 };

	str_cut(&rest, ' ', &first);
	return arena_str(&s->cli->arena, first);
}

static bool take_login(struct setup *s, const char *answer, const char **why)
{
	*why = _("A login is needed: a short name in small letters.");
	s->file.login = text_empty(answer) && s->asks ? proposed_login(s) : answer;
	return !text_empty(s->file.login);
}

/* A name and, behind the last comma, a number: "Ann Reid, 0113 496 0111". */
static bool take_safety(struct setup *s, const char *answer, struct safety_person *ret,
                        const char **why)
{
	const char *comma = strrchr(answer, ',');
	struct arena *a = &s->cli->arena;
	struct safety_person p;

	*why = _("A name, a comma and a telephone number: Ann Reid, 0113 496 0111");
	if (!comma)
		return false;
	p = (struct safety_person){
		.name = arena_str(a, str_trim((struct str){ answer, (size_t)(comma - answer) })),
		.phone = arena_str(a, str_trim(str_of(comma + 1))),
	};
	if (text_empty(p.name) || !phone_plausible(p.phone))
		return false;
	*ret = p;
	return true;
}

static bool take_lead(struct setup *s, const char *answer, const char **why)
{
	return take_safety(s, answer, &s->file.lead, why);
}

static bool take_deputy(struct setup *s, const char *answer, const char **why)
{
	return take_safety(s, answer, &s->file.deputy, why);
}

static bool take_shared(struct setup *s, const char *answer, const char **why)
{
	const char *said = text_fold(str_of(answer), &s->cli->arena);

	*why = _("Yes or no: others who use this computer are shown less, and locked out sooner.");
	s->file.shared = said[0] == 'y';
	return text_equal(said, "y") || text_equal(said, "yes") || text_equal(said, "n") ||
	       text_equal(said, "no");
}

/* What stands on the plans that are handed out: who rings it is somebody who has one in hand. */
static bool take_phone(struct setup *s, const char *answer, const char **why)
{
	*why = _("That is no telephone number. Enter leaves it out.");
	s->file.phone = answer;
	return text_empty(answer) || phone_plausible(answer);
}

static bool take_hours(struct setup *s, const char *answer, const char **why)
{
	*why = "";
	s->file.hours = answer;
	return true;
}

static const struct question questions[] = {
	{ "--service", _("What is the service called? "), take_service },
	{ "--nation",
	  _("Which nation is it in?  1 England  2 Wales  3 Scotland  4 Northern Ireland: "),
	  take_nation },
	{ "--shared", _("Do several people use this computer? y n: "), take_shared },
	{ "--name", _("Your name, as colleagues know you: "), take_name },
	{ "--login", _("Your login, in small letters (Enter: your first name): "), take_login },
	{ "--safety-lead", _("Who answers for safety? Name, telephone number: "), take_lead },
	{ "--deputy", _("And when they are away? Name, telephone number: "), take_deputy },
	{ "--phone", _("Which number do people ring you on? (Enter: later) "), take_phone, true },
	{ "--hours", _("And when? (\"Monday to Friday, 9 to 5\") "), take_hours, true },
};
#define QUESTIONS COUNT_OF(questions)

static void say(struct setup *s, const char *text)
{
	buf_puts(&s->cli->out, text);
	(void)cli_flush(s->cli);
}

static enum status ask_until_it_will_do(struct setup *s, const struct question *q)
{
	for (;;) {
		struct buf line = { 0 };
		const char *why = "", *answer;
		enum status rc = line_ask(q->text, &line);

		answer = arena_str(&s->cli->arena, str_trim(buf_str(&line)));
		buf_done(&line);
		if (rc == E_INVALID)
			why = _("That is longer than an answer can be.");
		else if (rc != OK || q->take(s, answer, &why))
			return rc;
		cli_complain("%s", why);
	}
}

/* What the options say. A wrong answer there is a wrong use. */
static enum status take_options(struct setup *s, bool answered[QUESTIONS])
{
	for (size_t i = 0; i < QUESTIONS; i++) {
		const char *answer = cli_take_value(s->cli, questions[i].option), *why = "";

		if (!answer)
			continue;
		answered[i] = true;
		if (!questions[i].take(s, answer, &why)) {
			cli_complain("%s: %s", questions[i].option, why);
			return E_USAGE;
		}
	}
	return OK;
}

static enum status complain_missing(const bool answered[QUESTIONS])
{
	struct buf missing = { 0 };

	for (size_t i = 0; i < QUESTIONS; i++)
		if (!answered[i] && !questions[i].optional)
			buf_printf(&missing, " %s", questions[i].option);
	cli_complain(_("there is no terminal to ask on. Still to be given:%s"), buf_text(&missing));
	buf_done(&missing);
	return E_USAGE;
}

static void put_number(struct buf *out, const struct safety_number *n, struct arena *a)
{
	const char *text = safety_number_text(n, a);
	size_t columns = text_width(str_of(text)) + text_width(str_of(n->hours));

	buf_printf(out, "  %s", text);
	if (!text_empty(n->hours))
		buf_printf(out, columns > 74 ? ",\n    %s" : ", %s", n->hours);
	buf_putc(out, '\n');
}

/* The numbers that `!` will show: the lead knows best whether they are right here. */
static void show_numbers(struct setup *s)
{
	struct arena *a = &s->cli->arena;
	struct safety_text t;
	enum nation nation = (enum nation)words_find(&nations, str_of(s->file.nation));

	if (safety_lines(nation, a, &t) != OK)
		return;
	buf_printf(&s->cli->out, _("\nWhom clew names when somebody is in danger (%s):\n\n"),
	           words_label(&nations, (int)nation));
	for (size_t i = 0; i < t.numbers; i++)
		put_number(&s->cli->out, &t.number[i], a);
	buf_printf(&s->cli->out,
	           _("\nNobody has rung them. %s, please read them through and confirm them\n"
	             "before anybody relies on them.\n"),
	           text_safe(str_of(s->file.lead.name), a));
	(void)cli_flush(s->cli);
}

static enum status wait_for_enter(const char *question)
{
	struct buf line = { 0 };
	enum status rc = line_ask(question, &line);

	buf_done(&line);
	return rc == E_INVALID ? OK : rc;
}

static enum status ask_rest(struct setup *s, const bool answered[QUESTIONS])
{
	enum status rc = OK;
	bool asked = false;

	for (size_t i = 0; rc == OK && i < QUESTIONS; i++) {
		if (answered[i] || (questions[i].optional && !asked))
			continue;
		if (!s->asks)
			return complain_missing(answered);
		if (!asked)
			say(s,
			    _("Enter after each answer. Ctrl-C stops, and nothing is made.\n\n"));
		asked = true;
		rc = ask_until_it_will_do(s, &questions[i]);
	}
	if (rc != OK)
		return rc;
	show_numbers(s);
	return asked ? wait_for_enter(_("\nEnter goes on. ")) : OK;
}

static enum status ask_passphrase(struct setup *s)
{
	for (;;) {
		struct buf twice = { 0 };
		bool same;
		enum status rc;

		buf_wipe(&s->passphrase);
		rc = passphrase_ask(_("A passphrase, three or four words: "), &s->passphrase);
		if (rc == OK)
			rc = passphrase_ask(_("The same again: "), &twice);
		same = str_equal(buf_str(&s->passphrase), buf_str(&twice));
		buf_wipe(&twice);
		if (rc != OK || same)
			return rc;
		cli_complain(_("The two are not the same."));
	}
}

static enum status get_passphrase(struct setup *s)
{
	if (s->passphrase_fd >= 0)
		return passphrase_read(s->passphrase_fd, &s->passphrase);
	if (!s->asks) {
		cli_complain(_("there is no terminal to ask for a passphrase on. "
		               "Give --passphrase-fd N."));
		return E_USAGE;
	}
	if (!s->again)
		say(s, _("\nYour passphrase opens the file. Nobody can read it back to you.\n"));
	return ask_passphrase(s);
}

static bool passphrase_alone(const struct problems *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (!text_equal(p->at[i].field, "passphrase"))
			return false;
	return p->n > 0;
}

static void complain_problems(const struct problems *p, const char *fault)
{
	for (size_t i = 0; i < p->n; i++)
		cli_complain("%s", p->at[i].text);
	if (p->n == 0)
		cli_complain("%s", fault);
}

/* Ask for the passphrase and make the file; once more when only the passphrase would not do. */
static enum status make(struct setup *s, char **recovery)
{
	for (;;) {
		struct problems problems = { 0 };
		const char *fault = "";
		enum status rc = get_passphrase(s);

		if (rc != OK)
			return rc;
		s->file.passphrase = buf_str(&s->passphrase);
		rc = casework_init(&s->file, &s->cli->arena, &problems, recovery, &fault);
		if (rc == OK)
			return OK;
		complain_problems(&problems, fault);
		s->again = rc == E_INVALID && s->passphrase_fd < 0 && passphrase_alone(&problems);
		if (!s->again)
			return rc;
	}
}

/* The key in lines that fit a narrow paper. */
static void put_key(struct buf *out, const char *key)
{
	struct str rest = str_of(key), part;
	size_t column = 0;

	while (str_cut(&rest, ' ', &part)) {
		if (column + part.n > 40) {
			buf_putc(out, '\n');
			column = 0;
		}
		buf_puts(out, column == 0 ? "    " : " ");
		buf_add(out, part);
		column += part.n + 1;
	}
	buf_putc(out, '\n');
}

static void show_recovery(struct setup *s, const char *recovery)
{
	struct buf *out = &s->cli->out;

	buf_printf(out,
	           _("\nMade: %s\nBeside it stands a file of the same name that ends in .keys.\n"
	             "Neither opens without the other: back up both.\n\n"
	             "This is the recovery key. It is shown this once.\n\n"),
	           text_safe(str_of(s->file.path), &s->cli->arena));
	put_key(out, recovery);
	buf_puts(out,
	         _("\nWrite it down, read it back letter by letter, and lock it away where two\n"
	           "people know of it, not with this computer. When every passphrase is\n"
	           "forgotten, it is the only thing that opens the file.\n"));
	(void)cli_flush(s->cli);
}

static enum status check_path(const struct setup *s)
{
	if (text_empty(s->file.path)) {
		cli_complain(
			_("there is no home folder to put a case file in. Name one: --file FILE."));
		return E_USAGE;
	}
	if (access(s->file.path, F_OK) == 0) {
		cli_complain(_("there is a file at %s already, and it was kept. "
		               "Name another with --file."),
		             s->file.path);
		return E_EXISTS;
	}
	return OK;
}

/* Everything but signing in. The passphrase is the caller's to wipe. */
static enum status set_up(struct setup *s)
{
	bool answered[QUESTIONS] = { false };
	char *recovery = NULL;
	enum status rc = take_options(s, answered);

	if (rc == OK && s->cli->argc > 0)
		rc = cli_usage(command_find_by_name("init"));
	if (rc == OK)
		rc = check_path(s);
	if (rc == OK)
		rc = ask_rest(s, answered);
	if (rc == OK)
		rc = make(s, &recovery);
	if (rc == OK)
		show_recovery(s, recovery);
	if (rc == E_STOPPED)
		cli_complain(_("stopped. Nothing was made."));
	return rc;
}

static enum status take_descriptor(struct cli *cli, int *ret)
{
	const char *text = cli_take_value(cli, "--passphrase-fd");
	long long n;

	if (!text)
		return OK;
	if (!str_int(str_of(text), &n) || n < 0 || n > 1023) {
		cli_complain(_("--passphrase-fd takes a number of an open file, such as 3."));
		return E_USAGE;
	}
	*ret = (int)n;
	return OK;
}

enum status command_init(struct cli *cli)
{
	struct setup s = { .cli = cli,
		           .file = { .path = cli->options->file },
		           .passphrase_fd = cli->options->passphrase_fd,
		           .asks = isatty(STDIN_FILENO) };
	enum status rc = take_descriptor(cli, &s.passphrase_fd);

	s.file.practice = cli_take_flag(cli, "--practice");
	if (rc == OK)
		rc = set_up(&s);
	buf_wipe(&s.passphrase);
	return rc;
}

static enum status sign_in(struct setup *s, struct session **ret)
{
	struct sign_in how = { .path = s->file.path,
		               .login = s->file.login,
		               .passphrase = buf_str(&s->passphrase),
		               .place = s->cli->options->place };
	enum status rc = casework_sign_in(&how, ret);

	if (rc != OK)
		cli_complain("%s", session_fault(*ret));
	return rc;
}

enum status cli_first_run(const struct options *o, struct session **ret)
{
	struct cli cli = { .options = o };
	struct setup s = { .cli = &cli,
		           .file = { .path = o->file },
		           .passphrase_fd = o->passphrase_fd,
		           .asks = true };
	enum status rc;

	buf_printf(&cli.out,
	           _("There is no case file yet. This makes one: %s\n"
	             "(To look round first: Ctrl-C, then clew --demo.)\n\n"),
	           text_safe(str_of(o->file), &cli.arena));
	rc = set_up(&s);
	if (rc == OK)
		rc = wait_for_enter(_("\nEnter, once it is written down, opens the file. "));
	if (rc == OK)
		rc = sign_in(&s, ret);
	buf_wipe(&s.passphrase);
	buf_done(&cli.out);
	arena_reset(&cli.arena);
	return rc;
}
