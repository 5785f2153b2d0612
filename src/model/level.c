#include "model/level.h"

#include "base/embedded.h"
#include "base/table.h"
#include "base/words.h"

struct levels levels_load(struct arena *a)
{
	struct table t = table_of(embedded_file("levels/facs.tsv"));
	struct levels levels = { .note = "" };

	for (int i = 0; i < LEVELS_JUDGED; i++)
		levels.at[i].level = level_of_digit(i + 1);
	while (table_next(&t)) {
		int level = words_find(&need_levels, table_field(&t, "level"));
		const char *test = arena_str(a, table_field(&t, "test"));

		if (level == NEED_LEVEL_NONE)
			levels.note = test;
		for (int i = 0; i < LEVELS_JUDGED; i++)
			if (level == (int)levels.at[i].level)
				*ARENA_PUSH(a, &levels.at[i]) = test;
	}
	return levels;
}

enum need_level level_of_digit(int digit)
{
	static const enum need_level levels[] = { NEED_NOT_JUDGED, NEED_LOW, NEED_MODERATE,
		                                  NEED_SUBSTANTIAL, NEED_CRITICAL };

	return digit < 0 || digit > LEVELS_JUDGED ? NEED_LEVEL_NONE : levels[digit];
}

const char *level_text(enum need_level level)
{
	switch (level) {
	case NEED_LOW:
		return _("low need");
	case NEED_MODERATE:
		return _("moderate need");
	case NEED_SUBSTANTIAL:
		return _("substantial need");
	case NEED_CRITICAL:
		return _("critical need");
	case NEED_LEVEL_NONE:
	case NEED_NOT_JUDGED:
		break;
	}
	return "";
}
