#include "hsds_made.h"

static const char *const hostile[] = {
	"",
	"Citizens Advice Leeds",
	"=HYPERLINK(\"http://x\",\"y\")",
	"@SUM(1+1)*cmd|' /C calc'!A0",
	"-1+2",
	"+44 113 496 0000",
	"He said \"come in\", and\r\nshe did; or not",
	"\xE2\x80\xAE sdrawkcab", /* from right to left */
	"Caf\xC3\xA9 \xE2\x80\x94 M\xC3\xBCller",
	"'apostrophe first",
	"a,b,,c",
	"\xFF\xFE not UTF-8",
	"line one\nline two\n\n",
	"   blanks   ",
	"\xEF\xBB\xBFmarked",
	"<script>alert(1)</script>",
	"www.example.org",
	"https://example.org/a?b=c#d",
	"http://exa mple.org",
	"javascript:alert(1)",
	"info@example.org",
	"not an address @ all",
	"\tTabbed\t",
	"\xF0\x9F\x92\x99 heart",
};

static const char *any(struct dice *d)
{
	return hostile[dice_below(d, COUNT_OF(hostile))];
}

static const char *any_postcode(struct dice *d)
{
	static const char *const codes[] = { "", "LS6 2AB", "TD15 1AA", "CF10 1EP", "not one" };

	return codes[dice_below(d, COUNT_OF(codes))];
}

static day any_day(struct dice *d)
{
	return dice_below(d, 3) == 0 ? DAY_NONE : (day)(20000 + dice_below(d, 900));
}

static const char *any_id(struct dice *d)
{
	/* The last stands for a place that several services have. */
	static const char *const ids[] = { "", "17", "ae8b7eaf-7e7d-4128-a403-ae097f146356" };

	return ids[dice_below(d, COUNT_OF(ids))];
}

static struct service any_service(struct dice *d, int64_t id)
{
	static const char *const sets[] = { "", "phone;online", "venue;venue; ;home_visit", ";;" };
	struct service x = service_blank;

	x.id.n = id;
	x.name = any(d);
	if (x.name[0] == '\0')
		x.name = "Named";
	x.other_name = any(d);
	x.description = any(d);
	x.attendance = sets[dice_below(d, COUNT_OF(sets))];
	x.access = sets[dice_below(d, COUNT_OF(sets))];
	x.min_age = (int)dice_below(d, 90) - 1;
	x.max_age = (int)dice_below(d, 90) - 1;
	x.cost = any(d);
	x.wait_weeks = (int)dice_below(d, 30) - 1;
	x.phone = any(d);
	x.email = any(d);
	x.url = any(d);
	x.address = any(d);
	x.postcode = any_postcode(d);
	x.hours = any(d);
	x.languages = any(d);
	x.accessibility = any(d);
	x.eligibility = any(d);
	x.apply = any(d);
	x.bring = any(d);
	x.interpreters = any(d);
	x.place_name = any(d);
	x.transport = any(d);
	x.accreditation = any(d);
	x.alert = any(d);
	x.staff_note = "NEEDLE-STAFF";
	x.source_note = "NEEDLE-SOURCE";
	x.status = (enum service_status)(1 + dice_below(d, 4));
	x.closed_until = any_day(d);
	x.last_checked = any_day(d);
	x.edited_on = any_day(d);
	return x;
}

/* Everything that hangs on an entry, of numbers that no other has. */
static void hang(struct dice *d, int64_t id, struct arena *a, struct hsds_entry *x)
{
	static const char *const days[] = { "MO;WE", "1MO;-1FR", "15", "", "MO;15" };

	for (uint32_t i = 0; i < dice_below(d, 3); i++) {
		struct service_place *p = ARENA_PUSH(a, &x->places);
		struct service_time *t = ARENA_PUSH(a, &x->times);
		struct service_cost *c = ARENA_PUSH(a, &x->costs);
		struct service_phone *n = ARENA_PUSH(a, &x->phones);
		struct service_tag *g = ARENA_PUSH(a, &x->tags);
		struct service_person *who = ARENA_PUSH(a, &x->people);
		int64_t row = id * 10 + i;

		*p = (struct service_place){ { row }, 1,      { id },          any_id(d),
			                     any(d),  any(d), any_postcode(d), any(d),
			                     any(d),  any(d) };
		*t = service_time_blank;
		t->id.n = row;
		t->external_id = any_id(d);
		t->place.n = dice_below(d, 2) ? row : 0;
		t->every = dice_below(d, 2) ? EVERY_WEEK : EVERY_MONTH;
		t->step = (int)dice_below(d, 4);
		t->days = days[dice_below(d, COUNT_OF(days))];
		t->opens = (int)dice_below(d, 1441) - 1;
		t->closes = (int)dice_below(d, 1442) - 1;
		t->from_on = any_day(d);
		t->words = any(d);
		*c = service_cost_blank;
		c->id.n = row;
		c->external_id = any_id(d);
		c->option = any(d);
		c->words = any(d);
		c->amount = (int64_t)dice_below(d, 9000) - 1;
		*n = service_phone_blank;
		n->id.n = row;
		n->external_id = any_id(d);
		n->number = "0113 496 0000";
		n->extension = dice_below(d, 2) ? "12" : any(d);
		n->words = any(d);
		*g = service_tag_blank;
		g->id.n = row;
		g->external_id = any_id(d);
		g->taxonomy = any(d);
		g->code = any(d);
		g->name = "A tag";
		*who = service_person_blank;
		who->id.n = row;
		who->name = "Somebody";
		who->email = any(d);
		who->phone = any(d);
	}
}

void hsds_put_made(struct hsds *h, struct dice *d, int many)
{
	static const char *codes[] = { "practical.money", "no.such" };
	static const char *areas[] = { "E08000035", "K02000001" };
	struct organisation provider = organisation_blank;
	struct arena a = { 0 };

	for (int i = 1; i <= many; i++) {
		struct service service = any_service(d, i);
		struct hsds_entry x = { .service = &service };

		if (dice_below(d, 2)) {
			provider.id.n = 1 + dice_below(d, 50);
			provider.name = "Runs it";
			provider.email = any(d);
			provider.url = any(d);
			provider.phone = any(d);
			provider.charity_number = dice_below(d, 2) ? "SC012345" : "";
			x.provider = &provider;
		}
		x.concerns = (struct code_list){ dice_below(d, 3), codes };
		x.areas = (struct code_list){ dice_below(d, 3), areas };
		hang(d, i, &a, &x);
		hsds_put(h, &x);
		arena_reset(&a);
	}
}
