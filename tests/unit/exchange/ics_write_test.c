#include "test.h"

#include "base/clock.h"
#include "base/text.h"
#include "dice.h"
#include "exchange/ics_write.h"
#include "golden.h"
#include "ics_read.h"

#include <stdio.h>
#include <string.h>

#define NOW 1795424400 /* 2026-11-23 09:00 UTC */

static struct ics_entries written(const struct ics_event *events, size_t n, struct arena *a)
{
	struct buf out = { 0 };
	struct ics_entries got;

	ics_begin(&out, "Reminders");
	for (size_t i = 0; i < n; i++)
		ics_put(&out, &events[i]);
	ics_end(&out);
	got = ics_read((struct str){ arena_str(a, buf_str(&out)), out.n }, a);
	buf_done(&out);
	return got;
}

static day on(const char *iso)
{
	day d = DAY_NONE;

	assert_true(day_parse_iso(str_of(iso), &d));
	return d;
}

static struct ics_entry one(const struct ics_event *x, struct arena *a)
{
	struct ics_entries got = written(x, 1, a);

	if (got.fault)
		print_error("%s\n", got.fault);
	assert_null(got.fault);
	assert_int_equal(got.n, 1);
	return got.at[0];
}

static void ics__a_day__has_no_time(void **state)
{
	struct arena a = { 0 };
	struct ics_entry x = one(&(struct ics_event){ .uid = "a",
	                                              .now_at = NOW,
	                                              .on = on("2028-02-29"),
	                                              .minute = MINUTE_NONE,
	                                              .summary = "Did it help?" },
	                         &a);

	UNUSED_STATE;
	assert_string_equal(x.start, "20280229");
	assert_string_equal(x.parameters, ";VALUE=DATE");
	assert_string_equal(x.stamp, "20261123T090000Z");
	assert_string_equal(x.summary, "Did it help?");
	assert_string_equal(x.status, "CONFIRMED");
	assert_string_equal(x.class, "PRIVATE");
	assert_string_equal(x.transparent, "TRANSPARENT");
	assert_null(x.duration);
	arena_reset(&a);
}

/* Times are as a clock on the wall shows them, on either side of both changes and within them. */
static void ics__a_time__is_local_on_both_sides_of_a_clock_change(void **state)
{
	static const struct {
		const char *day;
		int minute;
		const char *start;
	} rows[] = {
		{ "2027-03-27", 9 * 60, "20270327T090000" },
		{ "2027-03-28", 90,
		  "20270328T013000" }, /* no clock shows it: one hour on, RFC 5545 */
		{ "2027-03-28", 9 * 60, "20270328T090000" },
		{ "2027-10-30", 9 * 60, "20271030T090000" },
		{ "2027-10-31", 90, "20271031T013000" }, /* twice on that day: the first */
		{ "2027-10-31", 23 * 60 + 59, "20271031T235900" },
		{ "2026-12-31", 0, "20261231T000000" },
	};
	struct arena a = { 0 };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct ics_entry x = one(&(struct ics_event){ .uid = "a",
		                                              .now_at = NOW,
		                                              .on = on(rows[i].day),
		                                              .minute = rows[i].minute,
		                                              .summary = "Ring" },
		                         &a);

		assert_string_equal(x.start, rows[i].start);
		assert_string_equal(x.parameters, ";TZID=Europe/London");
		assert_string_equal(x.duration, "PT15M");
	}
	arena_reset(&a);
}

static void ics__what_is_off__is_cancelled_and_counts_higher(void **state)
{
	struct arena a = { 0 };
	struct ics_entry x = one(&(struct ics_event){ .uid = "a",
	                                              .now_at = NOW,
	                                              .on = on("2026-11-30"),
	                                              .minute = MINUTE_NONE,
	                                              .sequence = 3,
	                                              .cancelled = true,
	                                              .summary = "Ring" },
	                         &a);

	UNUSED_STATE;
	assert_string_equal(x.status, "CANCELLED");
	assert_string_equal(x.sequence, "3");
	arena_reset(&a);
}

static void ics__a_calendar__is_as_it_was_looked_at(void **state)
{
	const struct ics_event events[] = {
		{ .uid = "00000000-0000-8000-8000-000000000001",
		  .now_at = NOW,
		  .on = on("2026-11-30"),
		  .minute = MINUTE_NONE,
		  .summary = "Ask whoever promised" },
		{ .uid = "00000000-0000-8000-8000-000000000002",
		  .now_at = NOW,
		  .on = on("2026-12-01"),
		  .minute = 870,
		  .sequence = 2,
		  .cancelled = true,
		  .summary =
		          "See how they are: M\xC3\xBCller; Anna-Sophie, CL-000412, a name so long "
		          "that the line is folded \xE2\x80\x94 twice, and never inside a \xC3\xA9" },
	};
	struct buf out = { 0 };

	UNUSED_STATE;
	ics_begin(&out, "Reminders");
	for (size_t i = 0; i < COUNT_OF(events); i++)
		ics_put(&out, &events[i]);
	ics_end(&out);
	golden_check("calendar-two", buf_text(&out));
	buf_done(&out);
}

static const char *random_text(struct dice *d, char *at, size_t room)
{
	static const char *const parts[] = { "a",
		                             " ",
		                             ",",
		                             ";",
		                             "\\",
		                             ":",
		                             "\"",
		                             "\n",
		                             "\r\n",
		                             "\t",
		                             "\x01",
		                             "\xC3\xA9",
		                             "\xE2\x80\xAE",
		                             "\xF0\x9F\x92\x99",
		                             "\xFF",
		                             "Ring her about the rent",
		                             "BEGIN:VEVENT",
		                             "\xCC\x81" };
	size_t n = 0;

	for (uint32_t i = dice_below(d, 120); i > 0; i--) {
		const char *part = parts[dice_below(d, COUNT_OF(parts))];

		if (n + strlen(part) + 1 >= room)
			break;
		memcpy(at + n, part, strlen(part));
		n += strlen(part);
	}
	at[n] = '\0';
	return at;
}

/* Whatever was typed and whenever it is: it comes out as it is shown on a screen. */
static void ics__any_text_on_any_day__keeps_to_the_rules(void **state)
{
	struct dice d = dice_begin("ics");
	char text[1000], uid[40];

	UNUSED_STATE;
	for (int i = 0; i < 3000; i++) {
		struct arena a = { 0 };
		struct ics_event x = { .uid = uid, .now_at = (int64_t)dice_below(&d, 4000000000u) };
		struct ics_entry got;

		snprintf(uid, sizeof(uid), "uid-%d", i);
		x.summary = random_text(&d, text, sizeof(text));
		x.on = on("1850-01-01") + (day)dice_below(&d, 127000);
		x.minute = (int)dice_below(&d, 1441) - 1;
		x.sequence = (int)dice_below(&d, 100);
		x.cancelled = dice_below(&d, 2);
		got = one(&x, &a);
		assert_string_equal(got.summary, text_safe(str_of(text), &a));
		assert_string_equal(got.uid, uid);
		arena_reset(&a);
	}
}

/* The reader of these tests: each of these is wrong in one way. */
static void ics_read__what_is_wrong__is_found(void **state)
{
	static const struct {
		const char *old, *new;
	} wrong[] = {
		{ "\r\n", "\n" },
		{ "END:VEVENT\r\n", "" },
		{ "UID:", "UUID:" },
		{ "20261130", "20261131" },
		{ "20261123T090000Z", "20261123T090000" },
		{ "Europe/London", "Europe/Paris" },
		{ "SUMMARY:Ring", "SUMMARY:Ring, her" },
		{ "SUMMARY:Ring",
		  "SUMMARY:Ring a name that goes on for so long that no line may be "
		  "as long as that" },
		{ "SUMMARY:Ring", "SUMMARY:\xC3\r\n \xA9" },
		{ "END:VCALENDAR", "END:VEVENT" },
	};
	const struct ics_event x = {
		.uid = "a", .now_at = NOW, .on = on("2026-11-30"), .minute = 600, .summary = "Ring"
	};
	struct arena a = { 0 };
	struct buf out = { 0 };

	UNUSED_STATE;
	ics_begin(&out, "Reminders");
	ics_put(&out, &x);
	ics_end(&out);
	assert_null(ics_read(buf_str(&out), &a).fault);
	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		const char *at = strstr(buf_text(&out), wrong[i].old);
		const char *text;

		assert_non_null(at);
		text = arena_printf(&a, "%.*s%s%s", (int)(at - out.at), out.at, wrong[i].new,
		                    at + strlen(wrong[i].old));
		assert_non_null(ics_read(str_of(text), &a).fault);
	}
	buf_done(&out);
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ics__a_day__has_no_time),
		cmocka_unit_test(ics__a_time__is_local_on_both_sides_of_a_clock_change),
		cmocka_unit_test(ics__what_is_off__is_cancelled_and_counts_higher),
		cmocka_unit_test(ics__a_calendar__is_as_it_was_looked_at),
		cmocka_unit_test(ics__any_text_on_any_day__keeps_to_the_rules),
		cmocka_unit_test(ics_read__what_is_wrong__is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
