#include "service_rows.h"

#include "base/words.h"
#include "model/concerns.h"
#include "model/phone.h"
#include "model/places.h"

struct filling {
	struct service_rows rows;
	const struct service_record *r;
	const struct service *x;
	day today;
	struct arena *a;
};

static void add_looking(struct filling *f, const char *label, const char *text, enum look look)
{
	if (!text_empty(text))
		*ARENA_PUSH(f->a, &f->rows) =
			(struct service_row){ SERVICE_FACT, label, text, look, 0 };
}

static void add(struct filling *f, const char *label, const char *text)
{
	add_looking(f, label, text, LOOK_PLAIN);
}

static void add_head(struct filling *f, const char *label)
{
	*ARENA_PUSH(f->a, &f->rows) = (struct service_row){ SERVICE_HEAD, label, "", LOOK_HEAD, 0 };
}

/* A head with nothing under it goes again. */
static void end_part(struct filling *f)
{
	if (f->rows.n > 0 && f->rows.at[f->rows.n - 1].kind == SERVICE_HEAD)
		f->rows.n--;
}

/* Each on a row of its own; the label stands before the first. */
static void add_part(struct filling *f, const char *label, enum service_part part)
{
	const struct service_parts *parts = &f->r->entry.parts;
	const struct any_list list = service_part_list(parts, part);

	for (size_t i = 0; i < list.n; i++)
		add(f, i == 0 ? label : "",
		    service_part_line(parts, part, service_part_at(&list, part, i), f->a));
}

static const char *joined(const struct code_list *codes, bool areas, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < codes->n; i++) {
		const char *one =
			areas ? area_name(codes->at[i], a) : concern_label(codes->at[i], a);

		text = i == 0 ? one : arena_printf(a, "%s; %s", text, one);
	}
	return text;
}

static const char *between(const char *x, const char *y, const char *joint, struct arena *a)
{
	if (text_empty(x) || text_empty(y))
		return text_empty(x) ? y : x;
	return arena_printf(a, "%s%s%s", x, joint, y);
}

static const char *checked(const struct filling *f)
{
	const struct service *x = f->x;
	const char *text = listing_freshness(x, f->today, f->a);

	if (x->last_checked == DAY_NONE)
		return text;
	text = arena_printf(f->a, "%s, %s, %s", text, day_short(x->last_checked, f->today, f->a),
	                    words_label(&check_ways, (int)x->checked_how));
	return between(text, f->r->checked_by, ", ", f->a);
}

/* "vetted by Ann Reid, Mon 2 Nov, until 2 Nov 2027"; that nobody has is worth saying, too. */
static void add_vetted(struct filling *f)
{
	const struct service *x = f->x;
	const char *text = words_label(&vettings, (int)x->vetted);
	bool over = x->vetted_until != DAY_NONE && x->vetted_until < f->today;

	if (x->vetted == VETTING_NONE) {
		add_looking(f, _("Vetted"), _("nobody here has looked yet"), LOOK_SECOND);
		return;
	}
	if (!text_empty(f->r->vetted_by))
		text = arena_printf(f->a, _("%s by %s"), text, f->r->vetted_by);
	text = between(text, day_short(x->vetted_on, f->today, f->a), ", ", f->a);
	if (x->vetted_until != DAY_NONE)
		text = arena_printf(f->a, over ? _("%s; that ended %s") : _("%s, until %s"), text,
		                    day_short(x->vetted_until, f->today, f->a));
	add_looking(f, _("Vetted"), text,
	            x->vetted == VETTED_NO || over ? LOOK_ATTENTION : LOOK_PLAIN);
}

static void add_open(struct filling *f)
{
	const struct service_time_list *times = &f->r->entry.parts.times;

	add_looking(f, _("Now"), f->r->opening, LOOK_STRONG);
	add_part(f, _("Open"), PART_TIMES);
	add(f, times->n == 0 ? _("Open") : _("Hours in words"), f->x->hours);
}

static const char *waiting(const struct filling *f)
{
	if (f->r->waiting == 0)
		return "";
	return f->r->waiting == 1
	               ? _("1 person is waiting on it")
	               : arena_printf(f->a, _("%zu people are waiting on it"), f->r->waiting);
}

/* What whoever rings now needs. */
static void add_first(struct filling *f)
{
	const struct service *x = f->x;

	add(f, _("Phone"), phone_shown(x->phone, f->a));
	add_open(f);
	add(f, _("How to get in"), listing_how(x, f->a));
	add(f, _("What to do"), x->apply);
	add(f, _("Wait"), listing_wait(x, f->a));
	add_looking(f, _("Checked"), checked(f),
	            service_stale(x, f->today) ? LOOK_ATTENTION : LOOK_PLAIN);
	add_vetted(f);
	add(f, _("Known of it"), listing_use(&f->r->use, f->a));
	add(f, _("Waiting"), waiting(f));
}

static void add_what(struct filling *f)
{
	const struct service *x = f->x;

	add_head(f, _("WHAT IT IS, AND FOR WHOM"));
	add(f, _("Also called"), x->other_name);
	add(f, _("What they do"), x->description);
	add(f, _("Helps with"), joined(&f->r->entry.concerns, false, f->a));
	add(f, _("Area"), joined(&f->r->entry.areas, true, f->a));
	add(f, _("For whom"), x->eligibility);
	add(f, _("Ages"), service_ages(x, f->a));
	add(f, _("What to bring"), x->bring);
	add(f, _("Cost"), x->cost);
	add_part(f, text_empty(x->cost) ? _("Cost") : "", PART_COSTS);
	add(f, _("Languages"), x->languages);
	add(f, _("Interpreters"), x->interpreters);
	add_part(f, _("Others call it"), PART_TAGS);
	end_part(f);
}

static void add_where(struct filling *f)
{
	const struct service *x = f->x;
	const char *place = between(x->place_name, x->address, ", ", f->a);

	add_head(f, _("WHERE, AND HOW TO REACH THEM"));
	add(f, _("Address"), between(place, x->postcode, ", ", f->a));
	add(f, _("Getting there"), x->transport);
	add(f, _("Access needs"), x->accessibility);
	add_part(f, _("Other places"), PART_PLACES);
	add_part(f, _("Other numbers"), PART_PHONES);
	add(f, _("Web"), x->url);
	add(f, _("E-mail"), x->email);
	end_part(f);
}

static const char *source(const struct filling *f)
{
	return between(f->x->source, f->x->source_note, ". ", f->a);
}

static void add_staff(struct filling *f)
{
	add_head(f, _("FOR STAFF, NEVER HANDED OUT"));
	add_part(f, _("Whom to ask for"), PART_PEOPLE);
	add(f, _("Note for staff"), f->x->staff_note);
	for (size_t i = 0; i < f->r->notes.n; i++) {
		const struct entry_note *n = &f->r->notes.at[i];

		*ARENA_PUSH(f->a, &f->rows) =
			(struct service_row){ SERVICE_NOTE, n->when,
			                      arena_printf(f->a, "%s: %s", n->who, n->words),
			                      LOOK_PLAIN, n->id.n };
	}
	add(f, _("Accreditation"), f->x->accreditation);
	add(f, _("Came from"), source(f));
	end_part(f);
}

static void add_organisation(struct filling *f)
{
	const struct organisation *o = &f->r->organisation;

	add_head(f, _("WHO RUNS IT"));
	if (o->id.n != 0) {
		add(f, _("Organisation"), o->name);
		add(f, _("Charity"), o->charity_number);
		add(f, _("Company"), o->company_number);
		add(f, _("Their phone"), phone_shown(o->phone, f->a));
		add(f, _("Their web"), o->url);
	}
	for (size_t i = 0; i < f->r->others.n; i++)
		*ARENA_PUSH(f->a, &f->rows) =
			(struct service_row){ SERVICE_OTHER, i == 0 ? _("Also from them") : "",
			                      f->r->others.at[i].name, LOOK_PLAIN,
			                      f->r->others.at[i].id.n };
	end_part(f);
}

/* What somebody says it should say: Enter agrees or not. */
static void add_proposals(struct filling *f, const struct approval_rows *all)
{
	for (size_t i = 0; all && i < all->n; i++) {
		const struct approval_row *x = &all->at[i];
		const char *of = values_get(&x->body, "service");

		if (!text_equal(of, arena_printf(f->a, "%lld", (long long)f->x->id.n)))
			continue;
		*ARENA_PUSH(f->a, &f->rows) =
			(struct service_row){ SERVICE_PROPOSAL, _("Proposed"),
			                      arena_printf(f->a, _("%s, %s: %s"), x->asked_by,
			                                   x->when, x->approval.what),
			                      LOOK_ATTENTION, x->approval.id };
	}
}

struct service_rows service_rows_of(const struct service_record *r,
                                    const struct approval_rows *proposals, day today,
                                    struct arena *a)
{
	struct filling f = { .r = r, .x = &r->entry.service, .today = today, .a = a };

	add_proposals(&f, proposals);
	add_first(&f);
	add_what(&f);
	add_where(&f);
	add_staff(&f);
	add_organisation(&f);
	return f.rows;
}
