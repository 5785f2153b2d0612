/*
 * Whatever bytes come as a list file: it is taken, or every fault is one sentence of valid text with
 * its place, and what was taken has no item without a code and a label.
 */
#include "base/text.h"
#include "model/list_file.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void check(const struct list_file *file)
{
	for (size_t i = 0; i < file->concerns.n; i++)
		must(*file->concerns.at[i].code && *file->concerns.at[i].label);
	for (size_t i = 0; i < file->measure.n; i++) {
		const struct measure_item *item = &file->measure.at[i];

		must(*item->code && *item->label && item->low >= 0 && item->low < item->high &&
		     item->high <= 10);
	}
	must(file->concerns.n + file->measure.n > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct str body = { (const char *)at, n };
	struct arena a = { 0 };
	struct list_faults faults;
	struct list_file file;
	size_t bad;

	if (list_read(body, &a, &file, &faults) == OK)
		check(&file);
	else
		must(faults.n > 0);
	for (size_t i = 0; i < faults.n; i++)
		must(text_valid(str_of(list_fault_text(&faults.at[i], &a)), &bad));
	arena_reset(&a);
	return 0;
}
