#include "model/ethnicity.h"

#include "base/embedded.h"
#include "base/table.h"

static const char *of_code(const char *code, const char *column, const char *none, struct arena *a)
{
	struct table t = table_of(embedded_file("words/ethnicities.tsv"));

	while (!text_empty(code) && table_next(&t))
		if (str_is(table_field(&t, "code"), code))
			return arena_str(a, table_field(&t, column));
	return none;
}

const char *ethnicity_nhs(const char *code, struct arena *a)
{
	return of_code(code, "more", "99", a);
}

const char *ethnicity_group(const char *code, struct arena *a)
{
	return of_code(code, "group", "", a);
}
