#include "bench.h"

#include "casework/directory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* What one types, a key at a time; the last two stand in no entry. */
static const char *const texts[] = {
	"rent",   "ben advice", "support group", "debt", "mar", "leeds money", "advice 12",
	"polish", "ls6",        "somebody to",   "a",    "s",   "debtt",       "bennefits"
};

static void fail(const struct session *s)
{
	fprintf(stderr, "clew-bench: %s\n", session_fault(s));
	exit(1);
}

static bool row(const char *what, struct sample *keys)
{
	double median = sample_at(keys, 0.5), p99 = sample_at(keys, 0.99);
	bool reached = median <= 2 && p99 <= 5;

	printf("%-44s p50 %.2f  p99 %.2f  most %.2f ms  (p99 5 ms)%s\n", what, median, p99,
	       sample_at(keys, 1), reached ? "" : "  NOT REACHED");
	sample_done(keys);
	return reached;
}

typedef void one_key(struct session *s, struct service_query *q, const struct pick_for *who,
                     struct arena *a);

static void find(struct session *s, struct service_query *q, const struct pick_for *who,
                 struct arena *a)
{
	struct service_found found;

	(void)who;
	if (casework_find_services(s, q, a, &found) != OK)
		fail(s);
}

static void pick(struct session *s, struct service_query *q, const struct pick_for *who,
                 struct arena *a)
{
	struct pick pick;

	if (casework_pick_services(s, who, q, false, a, &pick) != OK)
		fail(s);
}

static void rest(struct session *s, struct service_query *q, const struct pick_for *who,
                 struct arena *a)
{
	struct pick pick;

	if (casework_pick_services(s, who, q, true, a, &pick) != OK)
		fail(s);
}

static void count(struct session *s, struct service_query *q, const struct pick_for *who,
                  struct arena *a)
{
	struct service_tally tally;

	(void)who;
	if (casework_tally_services(s, q, a, &tally) != OK)
		fail(s);
}

static void type_all(struct session *s, one_key *key, struct service_query q,
                     const struct pick_for *who, struct sample *keys)
{
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		for (size_t n = 1; n <= strlen(texts[i]); n++) {
			struct arena a = { 0 };
			double began;

			q.text = arena_printf(&a, "%.*s", (int)n, texts[i]);
			began = worked_ms();
			key(s, &q, who, &a);
			sample_add(keys, worked_ms() - began);
			arena_reset(&a);
		}
	}
}

static bool measure(struct session *s, const char *what, one_key *key, struct service_query q,
                    const struct pick_for *who)
{
	struct sample keys = { 0 };

	for (int round = 0; round < 3; round++)
		type_all(s, key, q, who, &keys);
	return row(what, &keys);
}

/* The first key after an entry was changed reads the gists again. */
static void measure_changed(struct session *s)
{
	struct arena a = { 0 };
	struct service_query q = { .text = "rent" };
	const struct service_trouble full = { { 7 }, TROUBLE_FULL, DAY_NONE, "" };
	size_t told;
	double began;

	if (casework_service_trouble(s, &full, &told) != OK)
		fail(s);
	began = worked_ms();
	find(s, &q, NULL, &a);
	printf("%-44s %.1f ms\n", "the first key after a change", worked_ms() - began);
	arena_reset(&a);
}

bool measure_services(const char *path)
{
	struct session *s = open_file(path);
	struct arena forever = { 0 };
	struct pick_for who;
	struct rusage used;
	bool all;

	setvbuf(stdout, NULL, _IOLBF, 0);
	if (casework_pick_for(s, (struct person_id){ 1 }, "practical.money", &forever, &who) != OK)
		fail(s);
	measure_changed(s);
	all = measure(s, "directory, a key (P9)", find, (struct service_query){ 0 }, &who);
	all = measure(s, "directory, nearest first", find,
	              (struct service_query){ .order = SERVICES_NEAREST, .near = "LS6" }, &who) &&
	      all;
	all = measure(s, "directory, free, in Leeds and its neighbours", find,
	              (struct service_query){ .offers = OFFER_BIT(OFFERS_FREE),
	                                      .area = "E08000035",
	                                      .neighbours = true },
	              &who) &&
	      all;
	all = measure(s, "which ones: what would be left", count, (struct service_query){ 0 },
	              &who) &&
	      all;
	all = measure(s, "picker, a key (P9)", pick, (struct service_query){ 0 }, &who) && all;
	all = measure(s, "picker, what does not fit", rest, (struct service_query){ 0 }, &who) &&
	      all;
	getrusage(RUSAGE_SELF, &used);
	printf("%-44s %ld MiB (64 MiB)\n", "memory", used.ru_maxrss / 1024);
	arena_reset(&forever);
	casework_sign_out(s);
	return all && used.ru_maxrss < 64 * 1024;
}
