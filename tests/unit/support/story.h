#ifndef TESTS_STORY_H
#define TESTS_STORY_H

/*
 * Jane's story, from the nurse who rings her in to the review six weeks on, as somebody at the desk
 * types it and sees it. Each part is told to whoever has a keyboard and a screen: the desk without a
 * terminal (tests/script) and the program in a real one (tests/e2e).
 */
struct story_desk {
	void *at;
	void (*keys)(void *at, const char *keys); /* names between blanks: "Down Enter c" */
	void (*type)(void *at, const char *text);
	void (*shows)(void *at, const char *text); /* fails, showing the screen */
	void (*hides)(void *at, const char *text);
	void (*stands)(void *at, const char *text); /* the cursor stands in a row that has it */
};

struct stage;
struct vt;
struct story_desk story_on_stage(struct stage *st);
struct story_desk story_in_terminal(struct vt *v);

/* The services of her council, as CSV: what the story imports before it begins. */
extern const char story_services[];

/* Begins on an empty Today, ends on hers: *not yet spoken to*. */
void story_is_referred(const struct story_desk *d);
/* No answer in three keys; then reached, 25 minutes, with the next step; ends on Today. */
void story_is_rung(const struct story_desk *d);
/* From Today to a plan without answers, interrupted by another call. */
void story_is_assessed(const struct story_desk *d);
/* Begins on the plan, ends on it: told about Citizens Advice Leeds, agreed. */
void story_has_a_plan(const struct story_desk *d);
/* On Today: the call it was all about is done. */
void story_call_is_done(const struct story_desk *d);
/* From Today: found again by any part of a name, number, phone or postcode. */
void story_is_found(const struct story_desk *d);
/* The safety form over whatever is open about her, and back to it. */
void story_worries(const struct story_desk *d);
/* From her record: she has died, in one list; and, as it was a mistake, one undo. */
void story_dies(const struct story_desk *d);
void story_did_not_die(const struct story_desk *d);

#endif
