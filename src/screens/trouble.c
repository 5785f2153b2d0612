#include "desk.h"
#include "menu_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/directory.h"
#include "model/when.h"

#define TROUBLES 7
#define EDIT_ALL 6 /* the last row of the menu */

/*
 * e on a service: what is wrong with this entry. One digit, then what is still to be
 * known, then it is on record and whoever waits has a reminder with their worker. id[0]: the service.
 */
struct trouble_state {
	struct service_record record;
	struct menu menu;
	struct menu_item items[TROUBLES + 1];
	struct service_trouble trouble;
	bool asking_words; /* else whether to tell, or until when */
};

static const struct menu_item troubles[TROUBLES] = {
	{ "closed for good", NULL, NULL },
	{ "closed until…", "asks until when", NULL },
	{ "takes nobody now", NULL, NULL },
	{ "number or address wrong", "asks what is wrong", NULL },
	{ "something else", "asks what", NULL },
	{ "open again", "takes people, and stands in the directory", NULL },
	{ "change the entry", "9 too", NULL },
};

/* Whoever may not write an entry proposes it: it is grey at once, and staff say whether it is so. */
static bool only_proposes(const struct session *s)
{
	return op_permit(OP_EDIT_SERVICE, s->account.roles, STANDING_OWN, s->service.team) ==
	       PERMIT_TO_PROPOSE;
}

/* Each with what is so already: what is closed can only be opened again, or changed. */
static void fill_items(struct trouble_state *v, const struct session *s)
{
	const struct service *x = &v->record.entry.service;
	bool open = listing_open(x, s->today);

	for (size_t i = 0; i < TROUBLES; i++)
		v->items[i] = troubles[i];
	v->items[TROUBLES] = (struct menu_item){ 0 };
	if (open)
		v->items[TROUBLE_OVER - 1].off = _("It is neither closed nor full.");
	else if (only_proposes(s))
		v->items[TROUBLE_OVER - 1].off = _("Staff say so: 7 proposes it.");
	if (x->status == SERVICE_CLOSED)
		v->items[TROUBLE_CLOSED - 1].off = _("It is closed for good already.");
}

static enum status trouble_load(struct screen *s)
{
	struct trouble_state *v = s->state;
	size_t at = v->menu.at;
	enum status rc = casework_open_service(
		screen_session(s), (struct service_id){ s->target.id[0] }, &s->arena, &v->record);

	if (rc != OK)
		return rc;
	v->trouble.service = v->record.entry.service.id;
	fill_items(v, screen_session(s));
	menu_ask(&v->menu,
	         arena_printf(&s->arena, _("%s: what is wrong with this entry?"),
	                      v->record.entry.service.name),
	         v->items);
	v->menu.at = at;
	return OK;
}

static void trouble_render(const struct screen *s, struct grid *g)
{
	const struct trouble_state *v = s->state;

	menu_put(&v->menu, g);
}

static const char *people(size_t n, struct arena *a)
{
	return n == 1 ? _("1 person is") : arena_printf(a, _("%zu people are"), n);
}

static const char *who_agrees(const struct session *s)
{
	return only_proposes(s) ? _(" Staff are asked to agree.") : "";
}

/* True when it is on record. */
static bool save(struct screen *s)
{
	struct trouble_state *v = s->state;
	const char *name = v->record.entry.service.name;
	struct arena a = { 0 };
	size_t told = 0;

	if (casework_service_trouble(screen_session(s), &v->trouble, &told) != OK) {
		desk_say_fault(s->desk);
		return false;
	}
	if (v->trouble.kind == TROUBLE_OVER && told > 0)
		desk_say(s->desk, _("Saved. %s is open again; %s waiting on it as before."), name,
		         people(told, &a));
	else if (told > 0)
		desk_say(s->desk, _("Saved. %s waiting for %s: their workers are told.%s"),
		         people(told, &a), name, who_agrees(screen_session(s)));
	else if (v->trouble.kind == TROUBLE_OVER)
		desk_say(s->desk, _("Saved: %s, open again."), name);
	else
		desk_say(s->desk, _("Saved: %s, %s.%s"), name, troubles[v->trouble.kind - 1].label,
		         who_agrees(screen_session(s)));
	arena_reset(&a);
	s->answer = (struct result){ .saved = true };
	return true;
}

static void ask(struct screen *s, const char *question, const char *keys, const char *text)
{
	struct prompt p = { 0 };

	prompt_ask(&p, question, keys);
	if (text)
		line_set(&p.line, text);
	desk_ask(s->desk, &p);
}

/* People wait: whoever closes it says so knowingly, and their workers hear of it. */
static enum outcome confirm(struct screen *s)
{
	struct trouble_state *v = s->state;

	v->asking_words = false;
	if (v->record.waiting == 0)
		return save(s) ? CLOSE : REDRAW;
	ask(s,
	    arena_printf(&s->keep, _("%s waiting for it. Tell their workers?"),
	                 people(v->record.waiting, &s->keep)),
	    "yn", NULL);
	return REDRAW;
}

static enum outcome chosen(struct screen *s)
{
	struct trouble_state *v = s->state;

	if (v->menu.at == EDIT_ALL) {
		s->go = (struct visit){ .where = &service_form_screen,
			                .id = { v->trouble.service.n } };
		return REPLACE;
	}
	v->trouble.kind = (enum service_trouble_kind)(v->menu.at + 1);
	v->trouble.words = "";
	if (v->trouble.kind == TROUBLE_OVER)
		return save(s) ? CLOSE : REDRAW;
	if (v->trouble.kind == TROUBLE_CLOSED || v->trouble.kind == TROUBLE_FULL)
		return confirm(s);
	v->asking_words = true;
	ask(s,
	    v->trouble.kind == TROUBLE_CLOSED_UNTIL ? _("Closed until when?") : _("What is wrong?"),
	    NULL, NULL);
	return REDRAW;
}

static enum outcome trouble_take(struct screen *s, enum act act, const struct input *in)
{
	struct trouble_state *v = s->state;

	(void)act;
	if (in->kind == INPUT_TEXT && in->ch == '9') {
		v->menu.at = EDIT_ALL;
		return chosen(s);
	}
	return menu_screen_take(s, &v->menu, in, chosen);
}

/* The day it opens again; what cannot be understood is asked again, with what was typed. */
static bool take_day(struct screen *s, const char *text)
{
	struct trouble_state *v = s->state;
	struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, WHEN_AHEAD };
	const char *fault = "";
	struct when when;

	if (when_parse(text, &from, &s->keep, &when, &fault) != OK) {
		desk_say(s->desk, "%s", fault);
		ask(s, _("Closed until when?"), NULL, arena_strdup(&s->keep, text));
		return false;
	}
	v->trouble.until = when.on;
	return true;
}

static void words_answered(struct screen *s, const struct result *r)
{
	struct trouble_state *v = s->state;

	if (v->trouble.kind == TROUBLE_CLOSED_UNTIL) {
		if (take_day(s, r->text) && confirm(s) == CLOSE)
			desk_close(s->desk);
		return;
	}
	v->trouble.words = arena_strdup(&s->keep, r->text);
	if (save(s))
		desk_close(s->desk);
}

static void trouble_came_back(struct screen *s, const struct result *r)
{
	struct trouble_state *v = s->state;

	if (r->from || !r->saved)
		return;
	if (v->asking_words)
		words_answered(s, r);
	else if (r->id[0] != 'y')
		desk_say(s->desk, _("Nothing was changed."));
	else if (save(s))
		desk_close(s->desk);
}

static const struct binding trouble_bindings[] = {
	{ "1-7", ACT_NONE, NEEDS_WRITE, "What is wrong", "what is wrong" },
	{ "9", ACT_NONE, NEEDS_WRITE, "Change anything of the entry", "change it" },
	{ "Esc", ACT_BACK, 0, "Back: nothing is written", "back" },
	{ 0 },
};

const struct screen_ops trouble_screen = {
	.name = "trouble",
	.title = "What is wrong with this entry",
	.state_size = sizeof(struct trouble_state),
	.bindings = trouble_bindings,
	.overlay = true,
	.load = trouble_load,
	.render = trouble_render,
	.take = trouble_take,
	.came_back = trouble_came_back,
};
