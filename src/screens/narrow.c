#include "narrow.h"

#include "desk.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "model/concerns.h"

static const struct {
	enum narrow_row row;
	enum offer_kind kind;
} offers[] = {
	{ NARROW_FREE, OFFERS_FREE },           { NARROW_DROP_IN, OFFERS_DROP_IN },
	{ NARROW_ONLINE, OFFERS_ONLINE },       { NARROW_HOME_VISIT, OFFERS_HOME_VISIT },
	{ NARROW_STEP_FREE, OFFERS_STEP_FREE }, { NARROW_PHONE, OFFERS_PHONE },
};

static const enum narrow_row for_everybody[] = {
	NARROW_CONCERN,    NARROW_AREA,      NARROW_FREE,     NARROW_DROP_IN, NARROW_ONLINE,
	NARROW_HOME_VISIT, NARROW_STEP_FREE, NARROW_LANGUAGE, NARROW_AGE,     NARROW_PHONE,
	NARROW_FAVOURITES, NARROW_BESIDE,    NARROW_ALL,      NARROW_NONE,
};

static const enum narrow_row for_one[] = {
	NARROW_REST,       NARROW_BESIDE,     NARROW_FREE,      NARROW_DROP_IN,
	NARROW_ONLINE,     NARROW_HOME_VISIT, NARROW_STEP_FREE, NARROW_LANGUAGE,
	NARROW_FAVOURITES, NARROW_PHONE,      NARROW_ALL,       NARROW_NONE,
};

static enum offer_kind offer_of(enum narrow_row row)
{
	for (size_t i = 0; i < COUNT_OF(offers); i++)
		if (offers[i].row == row)
			return offers[i].kind;
	return OFFERS_NONE;
}

bool narrow_any(const struct narrow *n)
{
	struct arena a = { 0 };
	bool any = service_query_text(&n->q, n->q.concern, &a)[0] != '\0';

	arena_reset(&a);
	return any;
}

/* ---- its rows ---- */

/* "12", "on · 12". */
static const char *count(size_t n, bool on, struct arena *a)
{
	return arena_printf(a, on ? _("on · %zu") : "%zu", n);
}

static struct menu_item counted(const char *label, size_t n, bool on, struct arena *a)
{
	struct menu_item x = { .label = label, .hint = count(n, on, a) };

	if (n == 0 && !on)
		x.off = _("none of these");
	return x;
}

static struct menu_item beside_item(const struct narrow *n, struct arena *a)
{
	const char *area = n->q.area;

	if (n->who)
		area = n->who->fit.path.n > 0 ? n->who->fit.path.at[0] : "";
	if (text_empty(area))
		return (struct menu_item){ .label = _("neighbouring councils too"),
			                   .off = n->who ? _("their council is not known")
			                                 : _("choose an area first") };
	return (struct menu_item){ .label = arena_printf(a, _("%s and its likely neighbours"),
		                                         area_name(area, a)),
		                   .hint = n->q.neighbours ? _("on") : NULL };
}

static struct menu_item item_of(const struct narrow *n, enum narrow_row row,
                                const struct service_tally *t, struct arena *a)
{
	enum offer_kind kind = offer_of(row);

	switch (row) {
	case NARROW_REST:
		if (n->rest)
			return counted(_("what fits"), t->n, false, a);
		return counted(_("what does not fit, and why"), t->rest_n, false, a);
	case NARROW_CONCERN:
		return (struct menu_item){
			_("for one concern…"),
			text_empty(n->q.concern) ? NULL : concern_label(n->q.concern, a), NULL
		};
	case NARROW_AREA:
		return (struct menu_item){ _("for people in one area…"),
			                   text_empty(n->q.area) ? NULL : area_name(n->q.area, a),
			                   NULL };
	case NARROW_BESIDE:
		return beside_item(n, a);
	case NARROW_LANGUAGE:
		return (struct menu_item){
			_("in a language…"), text_empty(n->q.language) ? NULL : n->q.language,
			t->languages > 0 || !text_empty(n->q.language) ? NULL : _("none says which")
		};
	case NARROW_AGE:
		return (struct menu_item){ _("for one age…"),
			                   n->q.age > 0 ? arena_printf(a, "%d", n->q.age) : NULL,
			                   NULL };
	case NARROW_FAVOURITES:
		return counted(_("my favourites"), t->favourites, n->q.favourites, a);
	case NARROW_ALL:
		return (struct menu_item){ _("everything again"), NULL, NULL };
	case NARROW_FREE:
	case NARROW_DROP_IN:
	case NARROW_ONLINE:
	case NARROW_HOME_VISIT:
	case NARROW_STEP_FREE:
	case NARROW_PHONE:
	case NARROW_CHECK:
	case NARROW_NONE:
		break;
	}
	return counted(words_label(&offer_kinds, (int)kind), t->offers[kind],
	               (n->q.offers & OFFER_BIT(kind)) != 0, a);
}

static void list_rows(struct narrow *n, const struct service_tally *t, struct arena *a)
{
	const enum narrow_row *rows = n->who ? for_one : for_everybody;
	struct menu_item *items = ARENA_ARRAY(a, COUNT_OF(n->rows) + 1, struct menu_item);
	size_t i = 0;

	for (; rows[i] != NARROW_NONE; i++) {
		n->rows[i] = rows[i];
		items[i] = item_of(n, rows[i], t, a);
	}
	n->menu.items = items;
	n->menu.head = _("Which services? A digit puts it on or takes it off; Esc shows them");
}

static void list_languages(struct narrow *n, const struct service_tally *t, struct screen *s)
{
	struct menu_item *items = ARENA_ARRAY(&s->arena, TALLY_LANGUAGES + 2, struct menu_item);

	for (size_t i = 0; i < t->languages; i++) {
		n->languages[i] = arena_strdup(&s->keep, t->language[i].name);
		items[i] = (struct menu_item){ text_capital(t->language[i].name, &s->arena),
			                       count(t->language[i].n, false, &s->arena), NULL };
	}
	items[t->languages] = (struct menu_item){ _("any language"), NULL, NULL };
	n->menu.items = items;
	n->menu.head = _("In which language?");
}

enum status narrow_load(struct screen *s, struct narrow *n)
{
	struct service_tally t = { 0 };
	struct service_query q = n->q;
	enum status rc;

	if (!n->open)
		return OK;
	if (n->speaking)
		q.language = "";
	rc = n->who ? casework_tally_pick(screen_session(s), n->who, &q, &s->arena, &t)
	            : casework_tally_services(screen_session(s), &q, &s->arena, &t);
	if (rc != OK)
		return rc;
	if (n->speaking)
		list_languages(n, &t, s);
	else
		list_rows(n, &t, &s->arena);
	return OK;
}

void narrow_open(struct narrow *n)
{
	static const struct menu_item none[] = { { 0 } };

	menu_ask(&n->menu, "", none);
	n->open = true;
	n->speaking = false;
}

/* ---- what it does ---- */

static void ask(struct screen *s, struct narrow *n, enum narrow_asks what, const char *question)
{
	struct prompt p = { 0 };

	prompt_ask(&p, question, NULL);
	n->asking = what;
	desk_ask(s->desk, &p);
}

static void take_all_off(struct narrow *n)
{
	n->q = (struct service_query){ .order = n->q.order, .near = n->q.near };
	n->rest = false;
}

static void turn(struct narrow *n, enum narrow_row row)
{
	enum offer_kind kind = offer_of(row);

	if (kind != OFFERS_NONE)
		n->q.offers ^= OFFER_BIT(kind);
	else if (row == NARROW_FAVOURITES)
		n->q.favourites = !n->q.favourites;
	else if (row == NARROW_BESIDE)
		n->q.neighbours = !n->q.neighbours;
	else if (row == NARROW_REST)
		n->rest = !n->rest;
	else if (row == NARROW_ALL)
		take_all_off(n);
	n->open = row != NARROW_REST && row != NARROW_ALL;
}

static enum outcome chosen_row(struct screen *s, struct narrow *n)
{
	enum narrow_row row = n->rows[n->menu.at];

	if (row == NARROW_CONCERN) {
		n->open = false;
		s->go = visit_for_what((struct person_id){ 0 });
		return OPEN;
	}
	if (row == NARROW_AREA)
		ask(s, n, NARROW_ASKS_AREA, _("Which council, region or nation? (empty: any)"));
	else if (row == NARROW_AGE)
		ask(s, n, NARROW_ASKS_AGE, _("For somebody of how many years? (empty: any)"));
	else if (row == NARROW_LANGUAGE)
		n->speaking = true;
	else
		turn(n, row);
	if (n->asking != NARROW_ASKS_NOTHING)
		n->open = false;
	if (n->speaking)
		n->menu.at = 0;
	return RELOAD;
}

static enum outcome chosen_language(struct narrow *n)
{
	n->q.language = n->languages[n->menu.at];
	n->speaking = n->open = false;
	return RELOAD;
}

enum outcome narrow_take(struct screen *s, struct narrow *n, const struct input *in)
{
	switch (menu_take(&n->menu, in)) {
	case MENU_CHOSEN:
		return n->speaking ? chosen_language(n) : chosen_row(s, n);
	case MENU_LEFT:
		n->open = n->speaking = false;
		return RELOAD;
	case MENU_STAY:
		if (n->menu.said)
			desk_say(s->desk, "%s: %s.", n->menu.items[n->menu.at].label, n->menu.said);
		break;
	case MENU_MOVED:
		break;
	}
	return REDRAW;
}

enum outcome narrow_order(struct screen *s, struct narrow *n)
{
	n->q.order = (enum service_order)(
		(int)n->q.order + 1 == SERVICE_ORDERS_N ? 0 : (int)n->q.order + 1);
	if (n->q.order != SERVICES_NEAREST)
		return RELOAD;
	if (n->who && text_empty(n->who->postcode)) {
		n->q.order = SERVICES_FRESHEST;
		desk_say(s->desk, "%s",
		         _("Their postcode is not known, so nothing can be called near."));
	} else if (!n->who && text_empty(n->q.near)) {
		ask(s, n, NARROW_ASKS_NEAR, _("Near which postcode? The first half is enough:"));
	}
	return RELOAD;
}

/* ---- what was asked ---- */

static void area_answered(struct screen *s, struct narrow *n, const char *text)
{
	const char *code = text_empty(text) ? "" : area_find(text, &s->keep);

	if (!code) {
		desk_say(s->desk, _("“%s” is no council, region or nation we know."), text);
		return;
	}
	n->q.area = code;
	n->q.neighbours = n->q.neighbours && *code;
}

static void age_answered(struct screen *s, struct narrow *n, const char *text)
{
	long long years = 0;

	if (!text_empty(text) && (!str_int(str_of(text), &years) || years < 1 || years > 120))
		desk_say(s->desk, _("“%s” is no age in years."), text);
	else
		n->q.age = (int)years;
}

static void near_answered(struct screen *s, struct narrow *n, const struct result *r)
{
	const char *outcode = r->saved ? outcode_of(r->text, &s->keep) : NULL;
	struct place centre;

	if (outcode && outcode_centre(outcode, &centre)) {
		n->q.near = outcode;
		return;
	}
	n->q.order = SERVICES_FRESHEST;
	if (r->saved)
		desk_say(s->desk, _("“%s” begins no postcode we know."), r->text);
}

bool narrow_came_back(struct screen *s, struct narrow *n, const struct result *r)
{
	enum narrow_asks asked = n->asking;

	if (r->from == &for_what_screen) {
		if (r->saved)
			n->q.concern = arena_strdup(&s->keep, r->text);
		return true;
	}
	if (r->from || asked == NARROW_ASKS_NOTHING)
		return false;
	n->asking = NARROW_ASKS_NOTHING;
	if (asked == NARROW_ASKS_NEAR)
		near_answered(s, n, r);
	else if (r->saved && asked == NARROW_ASKS_AREA)
		area_answered(s, n, r->text);
	else if (r->saved)
		age_answered(s, n, r->text);
	desk_reload(s->desk);
	return true;
}

/* ---- what stands over the list ---- */

static const char *order_text(const struct narrow *n, struct arena *a)
{
	if (n->q.order == SERVICES_BEST)
		return "";
	if (n->q.order == SERVICES_NEAREST && !text_empty(n->q.near))
		return arena_printf(a, _("nearest to %s first"), n->q.near);
	return words_label(&service_orders, (int)n->q.order);
}

int narrow_put(const struct narrow *n, const struct service_found *found, struct grid *g, int row)
{
	struct arena a = { 0 };
	const char *concern = text_empty(n->q.concern) ? "" : concern_label(n->q.concern, &a);
	struct service_query q = n->q;
	const char *words, *order = order_text(n, &a);
	int first = row;

	if (n->who && q.neighbours && n->who->fit.path.n > 0)
		q.area = n->who->fit.path.at[0];
	words = service_query_text(&q, concern, &a);
	if (*words || *order) {
		grid_put(g, row, GRID_MARGIN, g->columns - 30, LOOK_ACCENT, words);
		grid_put_right(g, row, -1, 28, LOOK_SECOND, order);
		row++;
	}
	if (!text_empty(found->missing))
		grid_printf(g, row++, GRID_MARGIN, LOOK_ATTENTION, _("Nothing has “%s”; shown: %s"),
		            found->missing, found->instead);
	arena_reset(&a);
	return row - first;
}

/* ---- marks ---- */

bool marked(const struct marks *m, struct service_id id)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->at[i].n == id.n)
			return true;
	return false;
}

bool marks_turn(struct marks *m, struct service_id id)
{
	for (size_t i = 0; i < m->n; i++) {
		if (m->at[i].n != id.n)
			continue;
		for (m->n--; i < m->n; i++)
			m->at[i] = m->at[i + 1];
		return true;
	}
	if (m->n == MARKS_MOST)
		return false;
	m->at[m->n++] = id;
	return true;
}

void marks_take(struct screen *s, struct marks *m, const struct listing *x, bool all)
{
	if (all) {
		m->n = 0;
		desk_say(s->desk, "%s", _("Nothing is marked any more."));
	} else if (!marks_turn(m, x->service.id)) {
		desk_say(s->desk, _("A list has %d at most: more is not read. x hands it out."),
		         MARKS_MOST);
	} else {
		desk_say(s->desk, _("%zu marked for a list. x hands it out; * takes all off."),
		         m->n);
	}
}

struct visit visit_shortlist(const struct marks *m, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < m->n; i++)
		text = arena_printf(a, "%s%lld ", text, (long long)m->at[i].n);
	return (struct visit){ .where = &sheet_screen, .text = text };
}
