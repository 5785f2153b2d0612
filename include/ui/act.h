#ifndef UI_ACT_H
#define UI_ACT_H

/*
 * What a key asks for. (Not *action*: that is a noun of the field.) Capitals are the same as small
 * letters everywhere, so keys never differ by Shift alone.
 */
#define ACTS(X)                                \
	X(ACT_NONE)                            \
	/* moving */                           \
	X(ACT_UP)                              \
	X(ACT_DOWN)                            \
	X(ACT_LEFT)                            \
	X(ACT_RIGHT)                           \
	X(ACT_PAGE_UP)                         \
	X(ACT_PAGE_DOWN)                       \
	X(ACT_HOME)                            \
	X(ACT_END)                             \
	X(ACT_NEXT_FIELD)                      \
	X(ACT_PREVIOUS_FIELD)                  \
	/* everywhere */                       \
	X(ACT_OPEN)                            \
	X(ACT_BACK)                            \
	X(ACT_QUIT)                            \
	X(ACT_SAVE)                            \
	X(ACT_HELP)                            \
	X(ACT_PALETTE)                         \
	X(ACT_SAFETY)                          \
	X(ACT_LOCK)                            \
	X(ACT_GO)                              \
	X(ACT_TODAY)                           \
	X(ACT_CASELOAD)                        \
	X(ACT_DIRECTORY)                       \
	X(ACT_REMINDERS)                       \
	X(ACT_REPORTS)                         \
	X(ACT_ENQUIRIES)                       \
	X(ACT_ADMIN)                           \
	X(ACT_CALL_NOTE)                       \
	X(ACT_GO_BACK)                         \
	X(ACT_BESIDE)                          \
	X(ACT_MESSAGES)                        \
	X(ACT_SINCE)                           \
	X(ACT_IS_BACK)                         \
	X(ACT_REPAINT)                         \
	X(ACT_UNDO)                            \
	X(ACT_SNIPPET)                         \
	/* on a row or a person */             \
	X(ACT_NEW)                             \
	X(ACT_CONTACT)                         \
	X(ACT_ASSESS)                          \
	X(ACT_PLAN)                            \
	X(ACT_SERVICE)                         \
	X(ACT_REMINDER)                        \
	X(ACT_HAPPENED)                        \
	X(ACT_TIMES)                           \
	X(ACT_CHANGE)                          \
	X(ACT_WHY)                             \
	X(ACT_DONE)                            \
	X(ACT_ANOTHER_DAY)                     \
	X(ACT_WHOSE)                           \
	X(ACT_HAND_OUT)                        \
	X(ACT_VIEWS)                           \
	X(ACT_ORDER)                           \
	X(ACT_FIND)                            \
	X(ACT_MARK)                            \
	X(ACT_MARK_ALL)                        \
	X(ACT_FAVOURITE)                       \
	/* answers */                          \
	X(ACT_DIGIT) /* input.ch says which */ \
	X(ACT_TEN)                             \
	X(ACT_SAME)                            \
	X(ACT_TALK)                            \
	X(ACT_RATHER_NOT)                      \
	X(ACT_MATTERS)                         \
	X(ACT_LEVEL)                           \
	X(ACT_WORDS)                           \
	X(ACT_ERASE)                           \
	X(ACT_CHOOSE)                          \
	X(ACT_NOTHING_FITS)                    \
	X(ACT_STILL_SO)                        \
	X(ACT_YES)                             \
	X(ACT_NO)

enum act {
#define X(act) act,
	ACTS(X)
#undef X
};

#endif
