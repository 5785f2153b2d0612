#include "wrap.h"

bool wrap_cell(struct str *rest, struct text_cell *ret)
{
	if (rest->n > 0 && (rest->at[0] == '\n' || rest->at[0] == '\t')) {
		*ret = (struct text_cell){ .at = " ", .n = 1, .width = 1 };
		rest->at++;
		rest->n--;
		return true;
	}
	return text_next_cell(rest, ret);
}

/* Bytes of the row that begins at s; *hard when a newline ends it. */
static size_t row_bytes(struct str s, size_t width, bool *hard)
{
	struct str rest = s;
	struct text_cell cell;
	size_t column = 0, blank = 0;

	*hard = false;
	while (rest.n > 0) {
		size_t at = s.n - rest.n;

		if (rest.at[0] == '\n') {
			*hard = true;
			return at;
		}
		if (!wrap_cell(&rest, &cell))
			break;
		column += cell.width;
		if (cell.n == 1 && cell.at[0] == ' ')
			blank = s.n - rest.n;
		else if (column > width)
			return blank > 0 ? blank : at > 0 ? at : s.n - rest.n;
	}
	return s.n;
}

bool wrap_next(struct str *rest, size_t width, struct str *ret)
{
	bool hard;
	size_t n;

	if (!rest->at)
		return false;
	n = row_bytes(*rest, width, &hard);
	*ret = (struct str){ rest->at, n };
	if (n == rest->n) {
		*rest = (struct str){ 0 };
		return true;
	}
	rest->at += n + hard;
	rest->n -= n + hard;
	return true;
}
