#include "show.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/people.h"
#include "casework/person_view.h"
#include "casework/plan_review.h"
#include "model/none.h"

#include <string.h>

#define LINE_WIDTH 78
#define HANGING    6 /* how far the second line of something stands in */

/* The next word of rest, as wide as fits at most: a word that is wider than a line is cut. */
static struct str next_word(struct str *rest, size_t room)
{
	struct str word = { rest->at, 0 };
	struct text_cell cell;
	size_t width = 0;

	while (rest->n > 0 && *rest->at != ' ') {
		struct str before = *rest;

		text_next_cell(rest, &cell);
		if (width + cell.width > room && width > 0) {
			*rest = before;
			break;
		}
		width += cell.width;
		word.n = (size_t)(rest->at - word.at);
	}
	return word;
}

void show_wrapped(struct cli *cli, size_t indent, const char *text)
{
	struct str rest = str_of(text_safe(str_of(text), &cli->arena));
	size_t column = indent;
	bool first = true;

	buf_printf(&cli->out, "%*s", (int)indent, "");
	while (rest.n > 0) {
		struct str word = next_word(&rest, LINE_WIDTH - indent - HANGING);
		size_t width = text_width(word);

		if (!first && column + 1 + width > LINE_WIDTH) {
			column = indent + HANGING;
			buf_printf(&cli->out, "\n%*s", (int)column, "");
		} else if (!first) {
			buf_putc(&cli->out, ' ');
			column++;
		}
		first = false;
		buf_add(&cli->out, word);
		column += width;
		rest = str_trim(rest);
	}
	buf_putc(&cli->out, '\n');
}

static void put_if(struct cli *cli, const char *text)
{
	if (!text_empty(text))
		show_wrapped(cli, 0, text);
}

void show_head(struct cli *cli, const char *head, const char *more)
{
	buf_printf(&cli->out, "\n%s%s%s\n", head, text_empty(more) ? "" : "  ", more);
}

/* "Carter, Jane · 12 Mar 1981 (45) · CL-000412", and how she may be reached. */
static void put_who(struct cli *cli, const struct person_view *v)
{
	const struct person_strip *s = &v->strip;
	struct arena *a = &cli->arena;
	const char *line = s->name;
	bool reached = !person_died(&v->person) && !day_valid(v->person.no_more_contact_on) &&
	               v->safe.ring != SAID_NO;

	if (!text_empty(s->born))
		line = arena_printf(a, "%s · %s (%d)", line, s->born, s->age);
	if (!text_empty(s->died))
		line = arena_printf(a, "%s · %s", line, s->died);
	show_wrapped(cli, 0, arena_printf(a, "%s · %s", line, s->ref));
	put_if(cli, s->number);
	put_if(cli, s->safe);
	if (reached && !text_empty(s->phone))
		show_wrapped(cli, 0, arena_printf(a, "%s %s", s->phone, s->whose));
	put_if(cli, v->where);
	if (!text_empty(v->matters))
		show_wrapped(cli, 0, arena_printf(a, "“%s”", v->matters));
	if (!text_empty(v->worker))
		show_wrapped(cli, 0, arena_printf(a, _("Worker: %s"), v->worker));
}

static void put_due(struct cli *cli, const struct person_view *v)
{
	show_head(cli, _("NEXT"), "");
	if (!text_empty(v->stopped))
		show_wrapped(cli, 2, v->stopped);
	else if (v->due.n == 0)
		show_wrapped(cli, 2, _("Nothing is due."));
	for (size_t i = 0; i < v->due.n; i++)
		show_wrapped(
			cli, 2,
			arena_printf(&cli->arena, "%s: %s", v->due.at[i].when, v->due.at[i].what));
}

/* In words, not by signs: what is read aloud should say better and worse. */
static const char *score_text(const struct view_concern *c, struct arena *a)
{
	if (c->now == NUMBER_NONE)
		return _("wants to talk about it");
	if (c->was == NUMBER_NONE)
		return arena_printf(a, _("%d, new"), c->now);
	if (c->was == c->now)
		return arena_printf(a, _("%d, same"), c->now);
	return arena_printf(a, c->now > c->was ? _("%d, was %d, worse") : _("%d, was %d, better"),
	                    c->now, c->was);
}

static void put_concerns(struct cli *cli, const struct person_view *v)
{
	struct arena *a = &cli->arena;

	show_head(cli, _("CONCERNS"), v->assessed);
	if (v->concerns.n == 0)
		show_wrapped(cli, 2, text_empty(v->assessed) ? _("Not assessed yet.") : _("None."));
	for (size_t i = 0; i < v->concerns.n; i++) {
		const struct view_concern *c = &v->concerns.at[i];
		bool gap = c->tone == TONE_MISSING && !text_empty(v->stopped);

		show_wrapped(cli, 2,
		             arena_printf(a, "%s %s%s%s%s", c->label, score_text(c, a),
		                          gap ? "" : " · ", gap ? "" : c->doing, c->doing_end));
		if (!text_empty(c->own_words))
			show_wrapped(cli, 4, arena_printf(a, "“%s”", c->own_words));
	}
}

/* Never in the way, and never to be guessed: what may be wrong in it, said as it is when it is entered. */
static void put_doubts(struct cli *cli, const struct person_view *v)
{
	if (v->doubts.n > 0)
		show_head(cli, _("WORTH A SECOND LOOK"), v->assessed);
	for (size_t i = 0; i < v->doubts.n; i++)
		show_wrapped(cli, 2, v->doubts.at[i].text);
}

static void put_relatives(struct cli *cli, const char *head, const struct view_relative_list *list)
{
	if (list->n > 0)
		show_head(cli, head, "");
	for (size_t i = 0; i < list->n; i++)
		show_wrapped(cli, 2,
		             arena_printf(&cli->arena, "%s%s%s", list->at[i].who,
		                          text_empty(list->at[i].more) ? "" : " · ",
		                          list->at[i].more));
}

static void put_rows(struct cli *cli, const char *head, const struct view_row_list *rows)
{
	if (rows->n > 0)
		show_head(cli, head, "");
	for (size_t i = 0; i < rows->n; i++) {
		const struct view_row *x = &rows->at[i];

		show_wrapped(cli, 2,
		             arena_printf(&cli->arena, "%s · %s: %s", x->when, x->kind, x->what));
	}
}

/* What the newest version says; and how far what happens has come, which no version does. */
static void put_plan(struct cli *cli, const struct plan_versions *plans,
                     const struct view_row_list *actions)
{
	struct arena *a = &cli->arena;
	struct plan_content rest;
	struct sentences lines;

	if (plans->n == 0)
		return;
	rest = plans->at[0].content;
	rest.actions.n = 0;
	lines = plan_lines(&rest, cli->session->today, a);
	show_head(cli, _("PLAN"), "");
	for (size_t i = 0; i < lines.n; i++) {
		size_t under = strspn(lines.at[i], " ");

		show_wrapped(cli, 2 + under, lines.at[i] + under);
	}
	if (actions->n > 0)
		show_wrapped(cli, 2, _("What happens"));
	for (size_t i = 0; i < actions->n; i++)
		show_wrapped(cli, 4,
		             arena_printf(a, "%s: %s", actions->at[i].kind, actions->at[i].what));
}

static void put_person(struct cli *cli, const struct person_view *v,
                       const struct person_details *details, const struct plan_versions *plans)
{
	put_who(cli, v);
	put_due(cli, v);
	put_concerns(cli, v);
	put_doubts(cli, v);
	put_relatives(cli, _("LOOKS AFTER"), &v->looks_after);
	put_relatives(cli, _("HELPED BY"), &v->helped_by);
	if (!text_empty(v->money)) {
		show_head(cli, _("MONEY"), "");
		show_wrapped(cli, 2, v->money);
	}
	put_plan(cli, plans, &v->plan);
	show_details(cli, details);
	put_rows(cli, _("TIMELINE"), &v->timeline);
}

/* show REF: one person's record as text, in lines of at most 78 columns. */
enum status command_show(struct cli *cli)
{
	struct person_details details;
	struct plan_versions plans = { 0 };
	struct person_view view;
	struct person_id id;
	const char *reason = cli_take_value(cli, "--reason");
	enum status rc;

	if (cli->argc != 1)
		return cli_usage(command_find_by_name("show"));
	if (!person_ref_parse(str_of(cli->argv[0]), &id)) {
		cli_complain(_("%s is no reference. They look like CL-000123; clew find has them."),
		             cli->argv[0]);
		return E_USAGE;
	}
	rc = casework_open_person(cli->session, id, &cli->arena, &view);
	if (rc != OK) {
		rc = cli_give_reason(cli, rc, id, reason);
		if (rc != OK)
			return rc;
		rc = casework_open_person(cli->session, id, &cli->arena, &view);
	}
	if (rc == OK && view.more)
		rc = casework_whole_person(cli->session, id, &cli->arena, &view);
	if (rc != OK)
		return cli_fail(cli, rc);
	rc = casework_details(cli->session, id, &cli->arena, &details);
	if (rc == OK)
		rc = casework_reread_plan(cli->session, id, &cli->arena, &plans);
	if (rc != OK)
		return cli_fail(cli, rc);
	put_person(cli, &view, &details, &plans);
	return OK;
}
