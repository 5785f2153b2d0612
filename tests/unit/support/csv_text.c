#include "csv_text.h"

#include "base/die.h"
#include "exchange/csv_write.h"
#include "model/columns.h"

#include <sys/mman.h>
#include <unistd.h>

int csv_text_fd(struct str bytes)
{
	int fd = memfd_create("csv", MFD_CLOEXEC);

	if (fd < 0)
		die("no file in memory");
	while (bytes.n > 0) {
		ssize_t n = write(fd, bytes.at, bytes.n);

		if (n <= 0)
			die("a file in memory cannot be written");
		bytes = (struct str){ bytes.at + n, bytes.n - (size_t)n };
	}
	return fd;
}

static struct csv_row copy(const struct csv_row *row, struct arena *a)
{
	struct str *cells = ARENA_ARRAY(a, row->n, struct str);
	struct csv_row mine = *row;

	for (size_t i = 0; i < row->n; i++)
		cells[i] = (struct str){ arena_str(a, row->at[i]), row->at[i].n };
	mine.at = cells;
	return mine;
}

struct csv_got csv_read_text(struct str bytes, const struct csv_options *options, struct arena *a)
{
	struct csv_got got = { .fault = "" };
	const struct csv_row *row = NULL;
	struct csv_reader *r;
	int fd = csv_text_fd(bytes);

	got.rc = csv_open_fd(fd, options, a, &r, &got.fault);
	if (got.rc == OK) {
		got.encoding = csv_encoding(r);
		got.separator = csv_separator(r);
		got.header = copy(csv_header(r), a);
		while ((got.rc = csv_next(r, &row)) == OK && row)
			*ARENA_PUSH(a, &got) = copy(row, a);
		got.fault = csv_fault(r);
		got.fault_line = csv_fault_line(r);
		csv_close(r);
	}
	close(fd);
	return got;
}

static const char *const given[] = { "Margaret", "Zo\xC3\xAB", "Agnieszka", "Idris",
	                             "Si\xC3\xA2n" };
static const char *const family[] = { "Whitfield", "O'Neill", "Nguy\xE1\xBB\x85n", "Begum",
	                              "Ap Rhys" };
static const char *const reason[] = {
	"Money worries since stopping work",
	"Lives alone, no way to get to radiotherapy; daughter in Leeds",
	"Asked about \"the blue badge\" and a wig\nRing after four",
	"",
	"- cannot sleep",
};

static void put_person(struct csv_writer *w, size_t i, size_t columns)
{
	char digits[11] = "9990000000", phone[12] = "07700900000";

	for (size_t k = 9, left = i; k > 2; k--, left /= 10)
		digits[k] = (char)('0' + left % 10);
	for (size_t k = 10, left = i; k > 7; k--, left /= 10)
		phone[k] = (char)('0' + left % 10);
	csv_put_int(w, (int64_t)i + 1);
	csv_put_text(w, str_of(given[i % 5]));
	csv_put_text(w, str_of(family[i / 5 % 5]));
	csv_put_empty(w);
	csv_put_day(w, -9000 + (day)(i % 20000));
	csv_put_text(w, STR("female"));
	csv_put_text(w, STR("not_known"));
	csv_put_care_number(w, str_of(digits));
	csv_put_text(w, STR("LA9 4HE"));
	csv_put_text(w, STR("E07000031"));
	csv_put_phone(w, str_of(phone));
	for (size_t k = 11; k + 1 < columns; k++)
		csv_put_text(w, k % 3 == 0 ? str_of(reason[i % 5]) : STR("yes"));
	csv_put_text(w, STR("sarah"));
	csv_end_row(w);
}

enum status csv_write_people(int fd, size_t n)
{
	struct columns columns = columns_of(COLUMNS_PEOPLE);
	struct arena a = { 0 };
	struct csv_writer *w = csv_write_fd(fd, (struct csv_style){ 0 }, &a);
	enum status rc;

	for (size_t i = 0; i < columns.n; i++)
		csv_put_text(w, str_of(columns.at[i].name));
	csv_end_row(w);
	for (size_t i = 0; i < n; i++)
		put_person(w, i, columns.n);
	rc = csv_write_end(w);
	arena_reset(&a);
	return rc;
}
