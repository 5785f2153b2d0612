#include "model/approval.h"

const struct words approval_answers = WORDS("answer to what was asked", APPROVAL_ANSWERS);

const struct approval approval_blank = {
	.act = "",
	.what = "",
	.body = "",
	.digest = "",
	.why = "",
	.answer_note = "",
};

bool approval_open(const struct approval *x, int64_t now)
{
	return x->answer == APPROVAL_ANSWER_NONE && now < x->until_at;
}
