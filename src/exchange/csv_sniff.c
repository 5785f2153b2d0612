#include "csv_sniff.h"

#include "base/words.h"

#include <string.h>

static const char candidates[] = { ',', ';', '\t' };

#define CANDIDATES sizeof(candidates)

const char *csv_separator_name(char separator)
{
	switch (separator) {
	case ';':
		return _("semicolons");
	case '\t':
		return _("tabs");
	default:
		return _("commas");
	}
}

static bool row_end(char c)
{
	return c == '\r' || c == '\n';
}

/* Cut the next cell off a header; its quotes are taken off. */
static bool next_name(struct str *rest, char separator, struct str *ret)
{
	bool quoted = false;
	size_t i;

	if (!rest->at)
		return false;
	for (i = 0; i < rest->n; i++) {
		if (rest->at[i] == '"')
			quoted = !quoted;
		else if (!quoted && rest->at[i] == separator)
			break;
	}
	*ret = (struct str){ rest->at, i };
	if (ret->n >= 2 && ret->at[0] == '"' && ret->at[ret->n - 1] == '"')
		*ret = (struct str){ ret->at + 1, ret->n - 2 };
	if (i == rest->n)
		*rest = (struct str){ NULL, 0 };
	else
		*rest = (struct str){ rest->at + i + 1, rest->n - i - 1 };
	return true;
}

static size_t known_names(struct str header, char separator, const struct csv_options *o)
{
	struct str name;
	size_t n = 0;

	while (next_name(&header, separator, &name))
		n += o->known(name, o->about);
	return n;
}

/* The first row with something in it, and how often each candidate stands outside its quotes. */
static struct str first_row(struct str head, size_t count[CANDIDATES])
{
	bool quoted = false;
	size_t i;

	while (head.n > 0 && row_end(head.at[0]))
		head = (struct str){ head.at + 1, head.n - 1 };
	for (i = 0; i < head.n && (quoted || !row_end(head.at[i])); i++) {
		if (head.at[i] == '"')
			quoted = !quoted;
		for (size_t k = 0; k < CANDIDATES; k++)
			count[k] += !quoted && head.at[i] == candidates[k];
	}
	return (struct str){ head.at, i };
}

static bool says_so(struct str head, char *ret, size_t *skip)
{
	if (head.n < 6 || !str_starts(head, "sep=") || !row_end(head.at[5]))
		return false;
	if (!memchr(candidates, head.at[4], CANDIDATES))
		return false;
	*ret = head.at[4];
	*skip = 5;
	return true;
}

bool csv_sniff(struct str head, const struct csv_options *options, char *ret, size_t *skip,
               char doubt[2])
{
	size_t count[CANDIDATES] = { 0 }, known[CANDIDATES] = { 0 };
	size_t best = CANDIDATES, second = CANDIDATES;
	struct str header;

	*skip = 0;
	if (says_so(head, ret, skip)) {
		*ret = options->separator ? options->separator : *ret;
		return true;
	}
	*ret = options->separator ? options->separator : ',';
	if (options->separator)
		return true;
	header = first_row(head, count);
	for (size_t k = 0; k < CANDIDATES; k++) {
		if (count[k] == 0)
			continue;
		known[k] = options->known ? known_names(header, candidates[k], options) : 0;
		if (best == CANDIDATES || known[k] > known[best]) {
			second = best;
			best = k;
		} else if (second == CANDIDATES || known[k] > known[second]) {
			second = k;
		}
	}
	if (best == CANDIDATES)
		return true;
	*ret = candidates[best];
	if (second == CANDIDATES || known[best] > known[second])
		return true;
	doubt[0] = candidates[best];
	doubt[1] = candidates[second];
	return false;
}
