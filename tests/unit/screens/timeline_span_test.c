#include "timeline.h"

#include "test.h"

static void timeline_span__is_where_the_words_stand(void **state)
{
	static const struct {
		const char *text, *folded;
		size_t from, to;
	} spans[] = {
		{ "Rent due", "rent", 0, 4 },
		{ "the Zoë here", "zoe", 4, 8 },
		{ "Straße", "strasse", 0, 7 },
		{ "abab abc", "abc", 5, 8 },
	};
	size_t from, to;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(spans); i++) {
		assert_true(timeline_span(spans[i].text, spans[i].folded, &from, &to));
		assert_int_equal(from, spans[i].from);
		assert_int_equal(to, spans[i].to);
	}
	assert_false(timeline_span("Rent", "rents", &from, &to));
	assert_false(timeline_span("Rent", "", &from, &to));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(timeline_span__is_where_the_words_stand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
