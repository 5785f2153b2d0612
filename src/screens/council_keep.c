#include "council.h"

#include "desk.h"

#include "base/words.h"

#include <stdio.h>

/* ".as=2", ".CA-HYGIENE-01=with_help", ".test=1 yes", then the form. */
static const char *const test_words[] = { "not asked", "yes", "no" };

static bool is_begun(const struct council_state *st)
{
	return council_answered(st) > 0 || !text_empty(form_get(&st->form, "offer")) ||
	       !text_empty(form_get(&st->form, "note"));
}

bool council_keep(const struct screen *s, struct kept *ret)
{
	const struct council_state *st = s->state;

	snprintf(ret->about, sizeof(ret->about), "%s", st->view.strip.ref);
	ret->subject = s->target.id[0];
	if (!is_begun(st))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("%s: %zu asked, not saved"), st->view.list.title,
	         council_answered(st));
	buf_printf(&ret->body, ".as=%d\n.ending=%d\n",
	           statutory_is_carer(st->view.list.kind) ? STATUTORY_AS_CARER : STATUTORY_AS_ADULT,
	           st->ending);
	for (size_t i = 0; i < st->view.list.n; i++)
		if (st->now[i] != MANAGES_NONE)
			buf_printf(&ret->body, ".%s=%s\n", st->view.list.at[i].code,
			           words_word(&manages_words, (int)st->now[i]));
	for (int i = 0; i < TEST_COUNT; i++)
		if (st->tests[i] != NOT_ASKED)
			buf_printf(&ret->body, ".test%d=%s\n", i, test_words[st->tests[i]]);
	form_keep(&st->form, &ret->body);
	return true;
}

static enum asked asked_of(struct str value)
{
	if (str_is(value, test_words[SAID_YES]))
		return SAID_YES;
	return str_is(value, test_words[SAID_NO]) ? SAID_NO : NOT_ASKED;
}

static void resume_line(struct council_state *st, struct str name, struct str value)
{
	for (size_t i = 0; i < st->view.list.n; i++)
		if (str_is(name, st->view.list.at[i].code))
			st->now[i] = (enum manages)words_find(&manages_words, value);
	for (int i = 0; i < TEST_COUNT; i++) {
		char test[sizeof("test-2147483648")];

		snprintf(test, sizeof(test), "test%d", i);
		if (str_is(name, test))
			st->tests[i] = asked_of(value);
	}
}

static enum status read_list(struct screen *s, const char *as)
{
	struct council_state *st = s->state;

	st->as = as && as[0] == '2' ? STATUTORY_AS_CARER : STATUTORY_AS_ADULT;
	return s->ops->load(s);
}

enum status council_resume(struct screen *s, struct str body)
{
	struct council_state *st = s->state;
	struct str rest = body, line, name;
	const char *ending = form_kept_line(body, ".ending", &s->keep);
	enum status rc = read_list(s, form_kept_line(body, ".as", &s->keep));

	if (rc == OK)
		rc = form_resume(&st->form, body);
	if (rc != OK)
		return rc;
	while (str_cut(&rest, '\n', &line)) {
		if (!str_starts(line, ".") || !str_cut(&line, '=', &name) || !line.at)
			continue;
		name.at++;
		name.n--;
		resume_line(st, name, line);
	}
	if (ending && ending[0] == '1')
		council_begin_end(s);
	return OK;
}
