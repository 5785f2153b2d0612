#include "csv_source.h"

#include "base/words.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status refuse(struct csv_source *s, enum status rc, const char *why)
{
	s->fault = why;
	return rc;
}

/* As many bytes as there are, up to n; -1 when the file cannot be read. */
static ssize_t read_at(const struct csv_source *s, uint64_t at, unsigned char *out, size_t n)
{
	size_t done = 0;

	while (done < n) {
		ssize_t got = pread(s->fd, out + done, n - done, (off_t)(at + done));

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		done += (size_t)got;
	}
	return (ssize_t)done;
}

static enum status cannot_read(struct csv_source *s)
{
	s->fault = arena_printf(s->a, _("The file cannot be read: %s."), strerror(errno));
	return E_IO;
}

static bool wide(const struct csv_source *s)
{
	return s->encoding == CSV_UTF16_LE || s->encoding == CSV_UTF16_BE;
}

/* The line on which the byte at that offset stands. */
static uint64_t line_at(struct csv_source *s, uint64_t offset)
{
	const size_t step = wide(s) ? 2 : 1;
	uint64_t line = 1;
	bool cr = false;

	for (uint64_t at = 0; at < offset; at += CSV_WINDOW) {
		ssize_t got = read_at(s, at, s->raw, CSV_WINDOW);

		for (size_t i = 0; got > 0 && i + step <= (size_t)got && at + i < offset;
		     i += step) {
			unsigned c = s->raw[i];

			if (step == 2)
				c = s->encoding == CSV_UTF16_BE ? c << 8 | s->raw[i + 1]
				                                : (unsigned)s->raw[i + 1] << 8 | c;
			line += c == '\r' || (c == '\n' && !cr);
			cr = c == '\r';
		}
	}
	return line;
}

static enum status bad_byte(struct csv_source *s, uint64_t offset)
{
	const char *name = csv_encoding_name(s->encoding);

	s->fault_line = line_at(s, offset);
	s->fault = arena_printf(s->a,
	                        _("Line %" PRIu64 ": what stands there (byte %" PRIu64
	                          " of the file) is no %s text. Save the "
	                          "spreadsheet as CSV UTF-8 and try again."),
	                        s->fault_line, offset, name);
	return E_INVALID;
}

static enum status nul_byte(struct csv_source *s, uint64_t offset)
{
	s->fault_line = line_at(s, offset);
	s->fault = arena_printf(s->a,
	                        _("Line %" PRIu64 ": there is a NUL in the text, so this may be no "
	                          "CSV file, or a damaged one."),
	                        s->fault_line);
	return E_INVALID;
}

static enum status check_kind(struct csv_source *s)
{
	struct stat st;

	if (fstat(s->fd, &st) != 0)
		return cannot_read(s);
	if (S_ISDIR(st.st_mode))
		return refuse(s, E_INVALID, _("That is a folder. Name the CSV file inside it."));
	if (!S_ISREG(st.st_mode))
		return refuse(s, E_INVALID,
		              _("That is a pipe or a device, not a file. Save it to a file first "
		                "and import that."));
	if (st.st_size == 0)
		return refuse(s, E_INVALID,
		              _("The file is empty. A CSV file begins with a row of column "
		                "names."));
	if ((uint64_t)st.st_size > CSV_FILE_LIMIT)
		return refuse(s, E_INVALID,
		              _("The file is larger than 4 GiB. Split it and import the parts."));
	s->size = (uint64_t)st.st_size;
	return OK;
}

static enum status open_path(struct csv_source *s, const char *path)
{
	s->fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	s->own = s->fd >= 0;
	if (s->own)
		return OK;
	if (errno == ENOENT || errno == ENOTDIR)
		return refuse(s, E_NOT_FOUND, _("There is no such file. Check its name."));
	if (errno == EACCES || errno == EPERM)
		return refuse(s, E_IO,
		              _("The file may not be read by you. Ask its owner for leave to read "
		                "it."));
	if (errno == ENXIO) /* a socket */
		return refuse(s, E_INVALID,
		              _("That is a pipe or a device, not a file. Save it to a file first "
		                "and import that."));
	return cannot_read(s);
}

/* Every other byte 0 is how UTF-16 without its mark looks to us. */
static bool looks_wide(const unsigned char *at, size_t n)
{
	size_t zeros[2] = { 0, 0 };

	for (size_t i = 0; i < n; i++)
		zeros[i & 1] += at[i] == 0;
	return zeros[0] + zeros[1] > n / 3 && (zeros[0] == 0 || zeros[1] == 0);
}

/* Does it begin with a byte order mark? Decides the encoding if so. */
static enum status look_for_mark(struct csv_source *s, enum csv_encoding asked)
{
	ssize_t got = read_at(s, 0, s->raw, 256);
	size_t n = got > 0 ? (size_t)got : 0;

	if (got < 0)
		return cannot_read(s);
	s->encoding = asked;
	if (n >= 3 && memcmp(s->raw, "\xEF\xBB\xBF", 3) == 0) {
		s->encoding = CSV_UTF8;
		s->at = 3;
	} else if (n >= 2 && memcmp(s->raw, "\xFF\xFE", 2) == 0) {
		s->encoding = CSV_UTF16_LE;
		s->at = 2;
	} else if (n >= 2 && memcmp(s->raw, "\xFE\xFF", 2) == 0) {
		s->encoding = CSV_UTF16_BE;
		s->utf16.big = true;
		s->at = 2;
	} else if (looks_wide(s->raw, n)) {
		return refuse(s, E_INVALID,
		              _("The file seems to be UTF-16 without a byte order mark. Save it as "
		                "CSV UTF-8 and import that."));
	}
	s->mark = s->at > 0;
	return OK;
}

/*
 * UTF-8 if all of it is; Windows-1252 if nothing in it is a UTF-8 character of several bytes. A
 * mixture is a damaged file, which bad_byte() shows.
 */
static enum status find_encoding(struct csv_source *s)
{
	struct utf8_check u = { 0 };
	uint64_t first_bad = UINT64_MAX, at = 0;

	s->encoding = CSV_UTF8;
	for (;;) {
		ssize_t got = read_at(s, at, s->raw, CSV_WINDOW);
		size_t i = 0, used;

		if (got < 0)
			return cannot_read(s);
		if (got == 0)
			break;
		while (!utf8_check(&u, s->raw + i, (size_t)got - i, &used)) {
			if (first_bad == UINT64_MAX)
				first_bad = at + i + used - u.had;
			i += used > 0 ? used : 1; /* what breaks a character may begin one */
		}
		at += (uint64_t)got;
	}
	if (u.left > 0 && first_bad == UINT64_MAX)
		first_bad = at - u.had;
	if (first_bad == UINT64_MAX)
		return OK;
	if (u.good > 0)
		return bad_byte(s, first_bad);
	s->encoding = CSV_WINDOWS_1252;
	return OK;
}

/* Once through everything, so that a mistake far down is known before the first row is used. */
static enum status read_through(struct csv_source *s)
{
	char *out = arena_alloc(s->a, CSV_WINDOW);
	uint64_t start = s->at;
	enum status rc;
	size_t n;

	do {
		rc = csv_source_read(s, out, &n);
	} while (rc == OK && n > 0);
	s->at = start;
	s->utf8 = (struct utf8_check){ 0 };
	s->utf16.high = 0;
	return rc;
}

enum status csv_source_open(struct csv_source *s, const char *path, int fd, enum csv_encoding asked,
                            struct arena *a)
{
	enum status rc;

	*s = (struct csv_source){ .fd = fd, .a = a, .fault = "" };
	rc = path ? open_path(s, path) : OK;
	if (rc == OK)
		rc = check_kind(s);
	if (rc != OK)
		return rc;
	s->raw = arena_alloc(a, CSV_WINDOW);
	rc = look_for_mark(s, asked);
	if (rc == OK && s->encoding == CSV_SNIFF)
		rc = find_encoding(s);
	if (rc == OK)
		rc = read_through(s);
	return rc;
}

static enum status read_utf8(struct csv_source *s, char *out, size_t *n)
{
	ssize_t got = read_at(s, s->at, (unsigned char *)out, CSV_WINDOW);
	const char *nul;
	size_t used;

	if (got < 0)
		return cannot_read(s);
	nul = memchr(out, 0, (size_t)got);
	if (!utf8_check(&s->utf8, (unsigned char *)out, (size_t)got, &used) &&
	    (!nul || used < (size_t)(nul - out)))
		return bad_byte(s, s->at + used - s->utf8.had);
	if (nul)
		return nul_byte(s, s->at + (uint64_t)(nul - out));
	if (got == 0 && s->utf8.left > 0)
		return bad_byte(s, s->at - s->utf8.had);
	s->at += (uint64_t)got;
	*n = (size_t)got;
	return OK;
}

static enum status read_decoded(struct csv_source *s, char *out, size_t *n)
{
	ssize_t got = read_at(s, s->at, s->raw, CSV_WINDOW / 4);
	size_t used = 0, out_n = 0;
	char *nul;
	bool good;

	if (got < 0)
		return cannot_read(s);
	good = wide(s) ? utf16_decode(&s->utf16, s->raw, (size_t)got, &used, out, &out_n)
	               : windows_1252_decode(s->raw, (size_t)got, &used, out, &out_n);
	nul = memchr(out, 0, out_n);
	if (nul) {
		for (used = 0; s->raw[used] != 0 || (wide(s) && s->raw[used + 1] != 0);)
			used += wide(s) ? 2 : 1;
		return nul_byte(s, s->at + used);
	}
	if (!good || (got == 0 && s->utf16.high != 0))
		return bad_byte(s, s->at + used);
	s->at += used;
	*n = out_n;
	return OK;
}

enum status csv_source_read(struct csv_source *s, char *out, size_t *n)
{
	if (s->at > CSV_FILE_LIMIT)
		return refuse(s, E_INVALID, _("The file grew over 4 GiB while it was read."));
	for (;;) {
		uint64_t before = s->at;
		enum status rc;

		rc = s->encoding == CSV_UTF8 ? read_utf8(s, out, n) : read_decoded(s, out, n);
		/* Half a surrogate pair gives no text yet, and is not the end. */
		if (rc != OK || *n > 0 || s->at == before)
			return rc;
	}
}

void csv_source_close(struct csv_source *s)
{
	if (s->own)
		close(s->fd);
	s->own = false;
}
