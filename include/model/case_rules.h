#ifndef MODEL_CASE_RULES_H
#define MODEL_CASE_RULES_H

/* How long is too long, in days: data/rules/quiet.tsv, and two of data/rules/due.tsv. */
#define CASE_STAGES 13 /* enum stage, with none */
struct case_rules {
	int quiet[CASE_STAGES];          /* without having spoken, by stage */
	int change_behind, change_ahead; /* a new stage; before a planned end */
};

#endif
