#include "desk.h"
#include "menu_screen.h"
#include "screens.h"

#include "base/attr.h"
#include "base/words.h"
#include "casework/release.h"
#include "casework/strip.h"
#include "model/person.h"

/*
 * x about somebody: which paper. A digit opens it as it will be; why one cannot be had stands beside it.
 * id[0] person; 0: papers without a name.
 */
struct papers_state {
	struct menu menu;
	struct paper_offer_list offers;
};

/* Stages for which there are questions that anybody may have. */
static const enum stage asked_of[] = { STAGE_DIAGNOSED,    STAGE_AWAITING_TREATMENT,
	                               STAGE_IN_TREATMENT, STAGE_TREATMENT_ENDED,
	                               STAGE_RECURRENCE,   STAGE_LIVING_WITH,
	                               STAGE_CARING,       STAGE_BEREAVED };

static void set_menu(struct screen *s, const char *head)
{
	struct papers_state *v = s->state;
	struct menu_item *items = ARENA_ARRAY(&s->arena, v->offers.n + 1, struct menu_item);
	size_t at = v->menu.at;

	for (size_t i = 0; i < v->offers.n; i++)
		items[i] = (struct menu_item){ v->offers.at[i].label, NULL, v->offers.at[i].off };
	menu_ask(&v->menu, head, items);
	v->menu.at = at < v->offers.n ? at : 0;
}

static void load_blank(struct screen *s)
{
	struct papers_state *v = s->state;

	*ARENA_PUSH(&s->arena, &v->offers) = (struct paper_offer){
		.label = _("The list of concerns, to be filled in"),
	};
	for (size_t i = 0; i < COUNT_OF(asked_of); i++)
		*ARENA_PUSH(&s->arena, &v->offers) = (struct paper_offer){
			.wanted = { .document = DOCUMENT_QUESTIONS },
			.label = arena_printf(&s->arena, _("Questions to ask: %s"),
			                      words_label(&stages, (int)asked_of[i])),
		};
	set_menu(s, _("Papers without a name"));
}

static enum status papers_load(struct screen *s)
{
	struct papers_state *v = s->state;
	const struct person_id person = { s->target.id[0] };
	struct person_strip strip;
	enum status rc;

	v->offers = (struct paper_offer_list){ 0 };
	if (person.n == 0) {
		load_blank(s);
		return OK;
	}
	rc = casework_papers(screen_session(s), person, &s->arena, &v->offers);
	if (rc == OK)
		rc = casework_strip(screen_session(s), person, &s->arena, &strip);
	if (rc == OK) /* over a list nothing else says who it is (care rule 11) */
		set_menu(s, arena_printf(&s->arena, _("Hand out: %s"), strip.short_name));
	return rc;
}

static void papers_render(const struct screen *s, struct grid *g)
{
	const struct papers_state *v = s->state;

	if (v->offers.n > 0)
		menu_put(&v->menu, g);
}

static enum outcome chosen(struct screen *s)
{
	const struct papers_state *v = s->state;
	const struct paper_offer *x = &v->offers.at[v->menu.at];

	s->go = (struct visit){ .where = &paper_screen,
		                .id = { s->target.id[0], x->wanted.document, x->wanted.to_gp } };
	if (s->target.id[0] == 0 && v->menu.at > 0)
		s->go.id[2] = asked_of[v->menu.at - 1];
	return REPLACE;
}

static enum outcome papers_take(struct screen *s, enum act act, const struct input *in)
{
	struct papers_state *v = s->state;

	(void)act;
	return menu_screen_take(s, &v->menu, in, chosen);
}

static int64_t papers_subject(const struct screen *s)
{
	return s->target.id[0];
}

static const struct binding papers_bindings[] = {
	{ "1-9", ACT_NONE, 0, "See it as it will be, before it leaves", "see it" },
	{ "Up", ACT_NONE, NEEDS_HIDDEN, "Up", NULL },
	{ "Down", ACT_NONE, NEEDS_HIDDEN, "Down", NULL },
	{ "Enter", ACT_NONE, NEEDS_HIDDEN, "See it as it will be", NULL },
	{ "Esc", ACT_BACK, 0, "Back: nothing is handed out", "back" },
	{ 0 },
};

const struct screen_ops papers_screen = {
	.name = "papers",
	.title = "Hand out",
	.state_size = sizeof(struct papers_state),
	.bindings = papers_bindings,
	.overlay = true,
	.load = papers_load,
	.render = papers_render,
	.take = papers_take,
	.subject = papers_subject,
};
