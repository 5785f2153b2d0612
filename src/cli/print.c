#include "cli.h"

#include "base/file.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/blank.h"
#include "casework/release.h"
#include "model/ids.h"
#include "paper/paper.h"

struct printing {
	const char *out;
	struct paper_style style;
	bool html, force;
	const char *to;              /* of a letter: gp or referrer */
	const char *whom, *purpose;  /* of a copy for somebody else */
	const char *reason;          /* for a colleague's person; NULL: none */
	const struct release *about; /* NULL: it is about nobody */
	const struct paper *paper;
};

static enum status record(struct cli *cli, const struct printing *how)
{
	const char *follows = "";
	enum status rc = how->about ? casework_released_paper(cli->session, how->about, &cli->arena,
	                                                      &follows)
	                            : casework_blank_given(cli->session, how->paper);

	if (rc != OK)
		return cli_fail(cli, rc);
	if (!text_empty(follows))
		cli_complain("%s", follows);
	return OK;
}

/* Made, put on record, and only then there: what could not be recorded leaves no file. */
static enum status write_file(struct cli *cli, const struct printing *how, struct str page)
{
	struct file_put *f = NULL;
	const char *fault = "";
	enum status rc = file_put_open(how->out, how->force ? FILE_REPLACE : FILE_KEEP_EXISTING,
	                               &cli->arena, &f, &fault);

	if (rc == OK && file_put_write(f, page) == OK) {
		rc = record(cli, how);
		if (rc != OK) {
			file_put_drop(f);
			return rc;
		}
	}
	if (f)
		rc = file_put_close(f, &cli->arena, &fault);
	if (rc != OK)
		cli_complain("%s", fault);
	return rc;
}

static enum status hand_over(struct cli *cli, const struct printing *how)
{
	struct buf page = { 0 };
	enum status rc;

	if (how->html)
		paper_html(how->paper, how->style, &page);
	else
		paper_text(how->paper, &page);
	if (how->out) {
		rc = write_file(cli, how, buf_str(&page));
	} else {
		rc = record(cli, how);
		if (rc == OK)
			buf_add(&cli->out, buf_str(&page));
	}
	buf_done(&page);
	return rc;
}

/* ---- about somebody ---- */

static void tell(const struct release *r)
{
	size_t off = 0;

	for (size_t i = 0; i < r->missing; i++)
		cli_complain("%s", r->lacks[i]);
	for (size_t i = 0; i < r->paper.n; i++)
		off += !r->paper.at[i].on;
	if (off > 0)
		cli_complain(
			off == 1 ? _("%zu of its lines is private and left off; the screens ask.")
				 : _("%zu of its lines are private and left off; the screens ask."),
			off);
	if (r->paper.brief && text_empty(r->goes.to_whom) && r->seen != SAID_NO)
		cli_complain("%s", _("the short one, for somebody else may see it: dates, who "
		                     "rings, numbers."));
}

static enum status print_about(struct cli *cli, const struct printing *how,
                               const struct paper_wanted *w)
{
	struct printing this = *how;
	struct release r;
	enum status rc = casework_release_paper(cli->session, w, &cli->arena, &r);

	if (rc == E_DENIED && cli->session->demand.permit != PERMIT_FREELY) {
		rc = cli_give_reason(cli, rc, w->person, how->reason);
		if (rc != OK)
			return rc;
		rc = casework_release_paper(cli->session, w, &cli->arena, &r);
	}
	if (rc != OK)
		return cli_fail(cli, rc);
	tell(&r);
	this.about = &r;
	this.paper = &r.paper;
	return hand_over(cli, &this);
}

/* ---- without a name ---- */

static enum status print_blank(struct cli *cli, const struct printing *how, const char *stage,
                               const char *list)
{
	struct printing this = *how;
	struct paper p;
	int at = stage ? words_find(&stages, str_of(stage)) : 0;
	enum status rc;

	if (stage && at == 0) {
		cli_complain(_("“%s” is neither a reference nor a stage. The stages are:"), stage);
		for (size_t i = 0; i < stages.n; i++)
			cli_complain("  %s", stages.at[i].word);
		return E_USAGE;
	}
	rc = stage ? casework_blank_questions(cli->session, (enum stage)at, &cli->arena, &p)
	           : casework_blank_checklist(cli->session, list, &cli->arena, &p);
	if (rc != OK)
		return cli_fail(cli, rc);
	this.paper = &p;
	return hand_over(cli, &this);
}

/* ---- the command ---- */

/* The words of the command: those of a document, and what is easier to type. */
static enum document document_of(const char *word)
{
	return text_equal(word, "try-letter") ? DOCUMENT_TRY_LETTER
	                                      : (enum document)words_find(&documents, str_of(word));
}

/* To whom: a letter needs gp or referrer; a copy, who gets it and what for. */
static bool take_whom(const struct printing *how, struct paper_wanted *w)
{
	bool letter = w->document == DOCUMENT_LETTER;

	if (how->to &&
	    (!letter || (!text_equal(how->to, "gp") && !text_equal(how->to, "referrer"))))
		return false;
	w->to_gp = text_equal(how->to, "gp");
	if (!how->whom && !how->purpose)
		return true;
	if (!how->whom || !how->purpose ||
	    (w->document != DOCUMENT_PLAN && w->document != DOCUMENT_SUMMARY))
		return false;
	w->copy.to_whom = how->whom;
	w->copy.purpose = (enum purpose)words_find(&purposes, str_of(how->purpose));
	return w->copy.purpose != PURPOSE_NONE;
}

static enum status print_what(struct cli *cli, const struct printing *how,
                              const struct command *command)
{
	struct paper_wanted w = { .copy = { .to_whom = "" } };

	if (cli->argc >= 1 && cli->argc <= 2 && text_equal(cli->argv[0], "checklist"))
		return print_blank(cli, how, NULL, cli->argc == 2 ? cli->argv[1] : NULL);
	if (cli->argc != 2)
		return cli_usage(command);
	w.document = document_of(cli->argv[0]);
	if (w.document == DOCUMENT_NONE || !take_whom(how, &w))
		return cli_usage(command);
	if (person_ref_parse(str_of(cli->argv[1]), &w.person))
		return print_about(cli, how, &w);
	return w.document == DOCUMENT_QUESTIONS ? print_blank(cli, how, cli->argv[1], NULL)
	                                        : cli_usage(command);
}

enum status command_print(struct cli *cli)
{
	const struct command *command = command_find_by_name("print");
	struct printing how = { .out = cli_take_value(cli, "--out"),
		                .to = cli_take_value(cli, "--to"),
		                .whom = cli_take_value(cli, "--to-whom"),
		                .purpose = cli_take_value(cli, "--purpose"),
		                .reason = cli_take_value(cli, "--reason") };

	how.html = cli_take_flag(cli, "--html");
	how.style.large = cli_take_flag(cli, "--large");
	how.style.contrast = cli_take_flag(cli, "--contrast");
	how.force = cli_take_flag(cli, "--force");
	if (how.style.large && !how.html) {
		cli_complain("%s", _("Large print needs --html."));
		return E_USAGE;
	}
	if (how.style.contrast && !how.html) {
		cli_complain("%s", _("High contrast needs --html."));
		return E_USAGE;
	}
	return print_what(cli, &how, command);
}
