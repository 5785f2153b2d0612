#include "bench.h"

#include "casework/today.h"

#include <stdio.h>
#include <stdlib.h>

#define TIMES 200

static double once_ms(struct session *s, size_t *items)
{
	const struct today_of own = { 0 };
	struct arena a = { 0 };
	struct today_view v;
	double began = worked_ms();

	if (casework_today(s, &own, &a, &v) != OK) {
		fprintf(stderr, "clew-bench: %s\n", session_fault(s));
		exit(1);
	}
	began = worked_ms() - began;
	*items = v.today.items.n;
	arena_reset(&a);
	return began;
}

void measure_today_of(const char *path)
{
	struct session *s = open_file_as(path, bench_key(), "meera", false);
	struct sample warm = { 0 };
	size_t items = 0;
	double first = once_ms(s, &items);

	for (int i = 0; i < TIMES; i++)
		sample_add(&warm, once_ms(s, &items));
	printf("Today of one worker, %d cases, %zu rows: first %.2f ms, then p50 %.2f ms, p99 %.2f ms\n",
	       BENCH_OWN, items, first, sample_at(&warm, 0.5), sample_at(&warm, 0.99));
	sample_done(&warm);
	casework_sign_out(s);
}
