/*
 * The same story with one thing changed: older, a child, with carers already, on benefits, pressed by an
 * employer. Each begins with the same referral; and every question of the interview guide has its part.
 */
#include "test.h"

#include "tale.h"

#include "base/arena.h"
#include "base/attr.h"

/* Name, family name, born; then what is changed. */
#define REFERRED                                                                              \
	"== %s\nkeys g t n 1 1 Tab\ntype Amy Cole\nkeys Enter Enter\ntype %s\nkeys Enter\n"   \
	"type %s\nkeys Enter\ntype %s\nkeys Enter Enter\ntype %s\n"                           \
	"keys Tab Tab y Tab Tab Tab Tab Tab Tab Tab y Tab y Tab Tab Tab\ntype ls6 2ab\nkeys " \
	"Ctrl-S\nshows Saved CL-00000\n%s"

static const struct {
	const char *what, *given, *family, *born, *phone, *then;
} variants[] = {
	{ "Over 65?", "Winifred", "Amos", "12/3/1950", "07700 900601",
	  "shows (76)\n"
	  "keys a / m o n 7 / d r e s s 6 Ctrl-S Tab Tab y Tab y Ctrl-S\nplace plan\nkeys 1\n"
	  "shows Leeds Age Well\nkeys Esc 5\ntype attend\nshows Attendance Allowance\n"
	  "keys Tab 1 Ctrl-S\nshows Saved: Attendance Allowance: to be asked for\n" },
	{ "Under 16?", "Tom", "Green", "12/3/2014", "07700 900602",
	  "shows (12)\n"
	  "keys :\ntype people\nkeys Enter n\ntype Rosa Green\nkeys Tab 5 Tab\ntype 07700 900603\n"
	  "keys Tab y Tab y Tab\ntype everything\nkeys Tab Tab Tab\nstands Decides for them\ntype parent\n"
	  "keys Ctrl-S\nshows Saved: Rosa Green\nkeys Esc\nshows HELPED BY   Rosa Green, parent\nkeys c\n"
	  "shows Speaks for them: Rosa Green, about everything.\n" },
	{ "Already receiving social care?", "Iris", "Bell", "12/3/1960", "07700 900604",
	  "keys a / d r e s s 7 Ctrl-S Tab y Tab y Ctrl-S\nplace plan\nkeys n 8\nplace council\n"
	  "keys 6 6 6 Ctrl-S 4 Ctrl-S\nis has_one: SELECT offer FROM statutory_screen\n"
	  "is 0: SELECT count(*) FROM signpost\n" },
	{ "Long unemployed and on benefits?", "Carl", "Hart", "12/3/1970", "07700 900605",
	  "keys a / m o n 8 Ctrl-S Tab y Tab y Ctrl-S\nplace plan\nkeys 5\ntype universal\n"
	  "keys Tab 3 Ctrl-S\nshows awarded\nkeys 5\ntype blue b\nkeys Tab 1 Ctrl-S\n"
	  "shows Saved: Blue Badge: to be asked for\nis 2: SELECT count(*) FROM money\n" },
	{ "An employer pressing for a return to work?", "Nadia", "Khan", "12/3/1985",
	  "07700 900606",
	  "keys a / w o r k 9\ntype They want me on the till by Monday.\nkeys Enter Ctrl-S Tab y Tab y "
	  "Ctrl-S\nplace plan\nkeys 1\nshows Working With Cancer Line\nhides Leeds Families Hub\n"
	  "keys s 1 Ctrl-S\nshows Working With Cancer Line, told\n" },
};

static void variants__each_to_what_is_different(void **state)
{
	struct tale t;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(variants); i++) {
		struct arena a = { 0 };

		tale_begin(&t);
		tale_tell(&t, "variants",
		          arena_printf(&a, REFERRED, variants[i].what, variants[i].given,
		                       variants[i].family, variants[i].born, variants[i].phone,
		                       variants[i].then));
		tale_end(&t);
		arena_reset(&a);
	}
}

/* What may befall either of them, by the interview guide of Social care for cancer, and where it is told. */
static void stories__tell_everything_that_may_befall_them(void **state)
{
	static const struct {
		const char *script, *part;
	} told[] = {
		{ "jane", "Just diagnosed: her nurse rings" },
		{ "john", "Just diagnosed: his nurse rings" },
		{ "jane", "Surgery done" },
		{ "jane", "Radiotherapy five days a week, 15 miles away" },
		{ "jane", "Her work stops: not earning" },
		{ "jane", "Cares for a frail elderly mother and cannot now" },
		{ "jane", "Feeling more and more depressed" },
		{ "jane", "Lives alone and has no energy to cook or clean" },
		{ "jane", "Worried about rent or mortgage" },
		{ "john", "Partner overwhelmed: a carer with an assessment of her own" },
		{ "jane", "Cannot get in and out of the bath or up the stairs" },
		{ "jane", "No one to drive. Parking is £6 a day" },
		{ "jane", "Treatment completed, still cannot lift things" },
		{ "jane", "Caring for somebody: her own assessment as a carer" },
		{ "after", "In the end stages" },
		{ "after", "Bereaved" },
	};
	struct tale t;

	UNUSED_STATE;
	tale_begin(&t);
	for (size_t i = 0; i < COUNT_OF(told); i++)
		if (!tale_has_part(&t, told[i].script, told[i].part))
			fail_msg("%s.keys does not tell: %s", told[i].script, told[i].part);
	tale_end(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stories__tell_everything_that_may_befall_them),
		cmocka_unit_test(variants__each_to_what_is_different),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
