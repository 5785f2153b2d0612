#include "exchange/csv_write.h"

#include "base/file.h"
#include "exchange/csv_guard.h"
#include "vault/digest.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define ROOM ((size_t)256 * 1024)

struct csv_writer {
	struct file_put *put; /* or, when NULL, fd */
	int fd;
	struct digest *digest; /* or NULL */
	struct csv_style style;
	enum status rc; /* the first failure; nothing is written after it */
	uint64_t rows;
	bool row_begun;
	bool row_empty; /* so far: one cell with nothing in it */
	size_t n;
	unsigned char needs_quotes[256];
	char at[ROOM];
};

static enum status write_fd(int fd, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t n = write(fd, bytes.at, bytes.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return E_IO;
		bytes = (struct str){ bytes.at + n, bytes.n - (size_t)n };
	}
	return OK;
}

static void flush(struct csv_writer *w)
{
	struct str bytes = { w->at, w->n };

	if (w->digest)
		digest_add(w->digest, w->at, w->n);
	if (w->rc == OK && w->n > 0)
		w->rc = w->put ? file_put_write(w->put, bytes) : write_fd(w->fd, bytes);
	w->n = 0;
}

static void add(struct csv_writer *w, struct str bytes)
{
	if (bytes.n < ROOM - w->n) {
		memcpy(w->at + w->n, bytes.at, bytes.n);
		w->n += bytes.n;
		return;
	}
	while (bytes.n > ROOM - w->n) {
		size_t part = ROOM - w->n;

		memcpy(w->at + w->n, bytes.at, part);
		w->n += part;
		bytes = (struct str){ bytes.at + part, bytes.n - part };
		flush(w);
	}
	if (bytes.n > 0)
		memcpy(w->at + w->n, bytes.at, bytes.n);
	w->n += bytes.n;
}

static void add_char(struct csv_writer *w, char c)
{
	if (w->n == ROOM)
		flush(w);
	w->at[w->n++] = c;
}

static struct csv_writer *writer_new(struct csv_style style, struct arena *a)
{
	struct csv_writer *w = ARENA_NEW(a, struct csv_writer);

	w->style = style;
	if (!w->style.separator)
		w->style.separator = ',';
	w->needs_quotes[(unsigned char)w->style.separator] = 1;
	w->needs_quotes['"'] = w->needs_quotes['\r'] = w->needs_quotes['\n'] = 1;
	if (style.mark)
		add(w, STR("\xEF\xBB\xBF"));
	return w;
}

struct csv_writer *csv_write_put(struct file_put *to, struct csv_style style, struct arena *a)
{
	struct csv_writer *w = writer_new(style, a);

	w->put = to;
	w->fd = -1;
	return w;
}

struct csv_writer *csv_write_fd(int to, struct csv_style style, struct arena *a)
{
	struct csv_writer *w = writer_new(style, a);

	w->fd = to;
	return w;
}

void csv_write_digest(struct csv_writer *w, struct digest *d)
{
	w->digest = d;
}

/* What stands between cells. A row of one empty cell must not look like a blank line. */
static void begin_cell(struct csv_writer *w, bool empty)
{
	if (w->row_begun)
		add_char(w, w->style.separator);
	w->row_empty = empty && !w->row_begun;
	w->row_begun = true;
}

/*
 * Readers that trim cells spare those in quotes, so blanks at either end need them; and so does a
 * byte order mark, which in front of the first cell would be taken for the file's.
 */
static bool wants_quotes(const struct csv_writer *w, struct str text)
{
	const unsigned char *at = (const unsigned char *)text.at;
	unsigned found = at[0] == ' ' || at[0] == '\t' || at[text.n - 1] == ' ' ||
	                 at[text.n - 1] == '\t' || at[0] == 0xEF;

	for (size_t i = 0; i < text.n; i++)
		found |= w->needs_quotes[at[i]];
	return found != 0;
}

static void add_quoted(struct csv_writer *w, bool guard, struct str text)
{
	const char *quote;

	add_char(w, '"');
	if (guard)
		add_char(w, '\'');
	while ((quote = memchr(text.at, '"', text.n)) != NULL) {
		size_t n = (size_t)(quote - text.at) + 1;

		add(w, (struct str){ text.at, n });
		add_char(w, '"');
		text = (struct str){ text.at + n, text.n - n };
	}
	add(w, text);
	add_char(w, '"');
}

void csv_put_empty(struct csv_writer *w)
{
	begin_cell(w, true);
}

void csv_put_text(struct csv_writer *w, struct str text)
{
	bool guard;

	begin_cell(w, text.n == 0);
	if (text.n == 0)
		return;
	guard = csv_risky(text);
	if (wants_quotes(w, text)) {
		add_quoted(w, guard, text);
		return;
	}
	if (guard)
		add_char(w, '\'');
	add(w, text);
}

void csv_put_ref(struct csv_writer *w, struct str ref)
{
	begin_cell(w, ref.n == 0);
	add(w, ref);
}

/* Digits with a zero in front of them where they are fewer; n > 0. */
static void add_digits(struct csv_writer *w, uint64_t n, size_t at_least)
{
	char digits[20];
	size_t i = sizeof(digits);

	while (n > 0 || sizeof(digits) - i < at_least) {
		digits[--i] = (char)('0' + n % 10);
		n /= 10;
	}
	add(w, (struct str){ digits + i, sizeof(digits) - i });
}

/* The sign, and what is left to write behind it. */
static uint64_t add_sign(struct csv_writer *w, int64_t n)
{
	if (n >= 0)
		return (uint64_t)n;
	add_char(w, '-');
	return (uint64_t)0 - (uint64_t)n;
}

void csv_put_int(struct csv_writer *w, int64_t n)
{
	begin_cell(w, false);
	add_digits(w, add_sign(w, n), 1);
}

void csv_put_pence(struct csv_writer *w, int64_t pence)
{
	uint64_t n;

	begin_cell(w, false);
	n = add_sign(w, pence);
	add_digits(w, n / 100, 1);
	add_char(w, '.');
	add_digits(w, n % 100, 2);
}

static void two_digits(char *out, int n)
{
	out[0] = (char)('0' + n / 10);
	out[1] = (char)('0' + n % 10);
}

static void add_day(struct csv_writer *w, day d)
{
	struct date date = day_to_date(d);
	char iso[] = "-MM-DD", council[] = "DD/MM/";

	switch (w->style.days) {
	case CSV_DAYS_ISO:
		two_digits(iso + 1, date.month);
		two_digits(iso + 4, date.mday);
		add_digits(w, (uint64_t)date.year, 4);
		add(w, (struct str){ iso, sizeof(iso) - 1 });
		return;
	case CSV_DAYS_COUNCIL:
		two_digits(council, date.mday);
		two_digits(council + 3, date.month);
		add(w, (struct str){ council, sizeof(council) - 1 });
		add_digits(w, (uint64_t)date.year, 4);
		return;
	}
}

void csv_put_day(struct csv_writer *w, day d)
{
	begin_cell(w, d == DAY_NONE);
	if (d != DAY_NONE)
		add_day(w, d);
}

void csv_put_when(struct csv_writer *w, day d, int minute)
{
	csv_put_day(w, d);
	if (d == DAY_NONE || minute < 0)
		return;
	add_char(w, ' ');
	add_digits(w, (uint64_t)minute / 60, 2);
	add_char(w, ':');
	add_digits(w, (uint64_t)minute % 60, 2);
}

/* The digits of text into out, and how many; 0 when there is anything else, or over room. */
static size_t only_digits(struct str text, char *out, size_t room)
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++) {
		if (text.at[i] == ' ' && n > 0)
			continue;
		if (text.at[i] < '0' || text.at[i] > '9' || n == room)
			return 0;
		out[n++] = text.at[i];
	}
	return n;
}

void csv_put_care_number(struct csv_writer *w, struct str digits)
{
	char n[10];

	if (only_digits(digits, n, sizeof(n)) != sizeof(n)) {
		csv_put_text(w, digits);
		return;
	}
	begin_cell(w, false);
	add(w, (struct str){ n, 3 });
	add_char(w, ' ');
	add(w, (struct str){ n + 3, 3 });
	add_char(w, ' ');
	add(w, (struct str){ n + 6, 4 });
}

/* What stands behind the country's code, or nothing when there is none of ours. */
static struct str without_country(struct str phone)
{
	size_t n = str_starts(phone, "+44") ? 3 : str_starts(phone, "0044") ? 4 : phone.n;
	struct str rest = { phone.at + n, phone.n - n };

	if (str_starts(rest, " (0)"))
		return (struct str){ rest.at + 4, rest.n - 4 };
	return rest;
}

void csv_put_phone(struct csv_writer *w, struct str phone)
{
	struct str national = without_country(str_trim(phone));
	char digits[11] = "0";
	size_t n;

	if (national.n > 0) {
		n = only_digits(str_trim(national), digits + 1, sizeof(digits) - 1);
		n = n >= 9 && digits[1] != '0' ? n + 1 : 0;
	} else {
		n = only_digits(phone, digits, sizeof(digits));
	}
	if (n < 7 || digits[0] != '0') {
		csv_put_text(w, phone);
		return;
	}
	begin_cell(w, false);
	add(w, (struct str){ digits, 5 });
	add_char(w, ' ');
	add(w, (struct str){ digits + 5, n - 5 });
}

void csv_end_row(struct csv_writer *w)
{
	if (w->row_empty)
		add(w, STR("\"\""));
	add(w, STR("\r\n"));
	w->row_begun = false;
	w->row_empty = false;
	w->rows++;
}

uint64_t csv_rows(const struct csv_writer *w)
{
	return w->rows;
}

enum status csv_write_end(struct csv_writer *w)
{
	flush(w);
	return w->rc;
}
