#include "story.h"

#include "stage.h"

static void keys(void *at, const char *keys)
{
	stage_keys(at, keys);
}

static void type(void *at, const char *text)
{
	stage_type(at, text);
}

static void shows(void *at, const char *text)
{
	stage_shows(at, text);
}

static void hides(void *at, const char *text)
{
	stage_hides(at, text);
}

static void stands(void *at, const char *text)
{
	stage_stands(at, text);
}

struct story_desk story_on_stage(struct stage *st)
{
	return (struct story_desk){ st, keys, type, shows, hides, stands };
}
