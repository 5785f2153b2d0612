#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/arena.h"
#include "base/buf.h"
#include "cli/command.h"

/*
 * A command is a row of the table in table.c and a function in a file of its own. It writes what it
 * has to say into out (printed at the end, or by cli_flush() as it goes) and returns a status;
 * sentences of failures go through cli_complain().
 */
struct cli {
	const struct options *options;
	struct session *session; /* NULL for commands that need none */
	struct arena arena;      /* as long as the command */
	struct buf out;
	int argc; /* arguments behind the command */
	char **argv;
};

struct command {
	const char *name;
	const char *arguments; /* as --help shows them */
	const char *help;
	bool alone; /* needs no session */
	enum status (*run)(struct cli *cli);
};

enum status command_init(struct cli *cli);
enum status command_today(struct cli *cli);
enum status command_find(struct cli *cli);
enum status command_show(struct cli *cli);
enum status command_import(struct cli *cli);
enum status command_export(struct cli *cli);
enum status command_ics(struct cli *cli);
enum status command_check(struct cli *cli);
enum status command_account(struct cli *cli);
enum status command_print(struct cli *cli);
enum status command_audit(struct cli *cli);
enum status command_list(struct cli *cli);
enum status command_rules(struct cli *cli);

/* Complain with the session's sentence, and give rc back. */
enum status cli_fail(struct cli *cli, enum status rc);
enum status cli_usage(const struct command *command);
const struct command *command_find_by_name(const char *name);

/*
 * After a refusal: with --reason WORD, where that is what it takes, the reason goes on record and OK
 * comes back: try again. Whatever else comes back has been complained of.
 */
struct person_id;
enum status cli_give_reason(struct cli *cli, enum status rc, struct person_id person,
                            const char *word);

/*
 * Take "--name VALUE" or "--name" out of the arguments. The first returns NULL when it is not
 * there; the value is argv's.
 */
const char *cli_take_value(struct cli *cli, const char *name);
bool cli_take_flag(struct cli *cli, const char *name);

/* Write out what is in out; false when stdout cannot take it. */
bool cli_flush(struct cli *cli);

/* Long work on a terminal: done, total, rate, time left on stderr; Ctrl-C stops it. */
struct progress;
const struct progress *cli_progress(const char *what);
void cli_progress_done(void); /* takes its line away, if there is one */

#endif
