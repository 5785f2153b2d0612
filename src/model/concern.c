#include "model/concern.h"

#include "model/none.h"

const struct words concern_answers = WORDS("concern answer", CONCERN_ANSWERS);
const struct words need_levels = WORDS("level of need", NEED_LEVELS);
const struct words red_replies = WORDS("reply to an answer that needs a person", RED_REPLIES);

const struct concern concern_blank = {
	.code = "",
	.score = NUMBER_NONE,
	.matters = NUMBER_NONE,
	.own_words = "",
	.previous_score = NUMBER_NONE,
};

const struct domain_nothing domain_nothing_blank = {
	.domain = "",
};

const struct red_answer red_answer_blank = {
	.code = "",
	.why = "",
	.who_will = "",
};
