#include "looks.h"

#define SELECTED_DARK  238
#define SELECTED_LIGHT 252

// clang-format off
static const struct paint dark[LOOK_COUNT] = {
	[LOOK_PLAIN]      = { -1, -1 },
	[LOOK_STRONG]     = { -1, -1, .bold = true },
	[LOOK_SECOND]     = { 245, -1 },
	[LOOK_ACCENT]     = { 35, -1 },
	[LOOK_HEAD]       = { 35, -1, .bold = true },
	[LOOK_ATTENTION]  = { 214, -1 },
	[LOOK_ALARM]      = { 203, -1, .bold = true },
	[LOOK_WORDS]      = { 252, -1, .italic = true },
	[LOOK_RULE]       = { 240, -1 },
	[LOOK_EMPTY]      = { 238, -1 },
	[LOOK_BAR]        = { 252, 236 },
	[LOOK_BAR_STRONG] = { 255, 236, .bold = true },
	[LOOK_TAB]        = { 232, 35, .bold = true },
	[LOOK_FIELD]      = { -1, -1, .underline = true },
};

static const struct paint light[LOOK_COUNT] = {
	[LOOK_PLAIN]      = { -1, -1 },
	[LOOK_STRONG]     = { -1, -1, .bold = true },
	[LOOK_SECOND]     = { 240, -1 },
	[LOOK_ACCENT]     = { 22, -1 },
	[LOOK_HEAD]       = { 22, -1, .bold = true },
	[LOOK_ATTENTION]  = { 58, -1 },
	[LOOK_ALARM]      = { 124, -1, .bold = true },
	[LOOK_WORDS]      = { 236, -1, .italic = true },
	[LOOK_RULE]       = { 246, -1 },
	[LOOK_EMPTY]      = { 248, -1 },
	[LOOK_BAR]        = { 236, 254 },
	[LOOK_BAR_STRONG] = { 232, 254, .bold = true },
	[LOOK_TAB]        = { 255, 22, .bold = true },
	[LOOK_FIELD]      = { -1, -1, .underline = true },
};

static const struct paint sixteen[LOOK_COUNT] = {
	[LOOK_PLAIN]      = { -1, -1 },
	[LOOK_STRONG]     = { -1, -1, .bold = true },
	[LOOK_SECOND]     = { -1, -1, .dim = true },
	[LOOK_ACCENT]     = { 2, -1 },
	[LOOK_HEAD]       = { 2, -1, .bold = true },
	[LOOK_ATTENTION]  = { 3, -1 },
	[LOOK_ALARM]      = { 1, -1, .bold = true },
	[LOOK_WORDS]      = { -1, -1 },
	[LOOK_RULE]       = { -1, -1, .dim = true },
	[LOOK_EMPTY]      = { -1, -1, .dim = true },
	[LOOK_BAR]        = { -1, -1, .reverse = true },
	[LOOK_BAR_STRONG] = { -1, -1, .reverse = true, .bold = true },
	[LOOK_TAB]        = { -1, -1, .bold = true },
	[LOOK_FIELD]      = { -1, -1, .underline = true },
};

static const struct paint mono[LOOK_COUNT] = {
	[LOOK_PLAIN]      = { -1, -1 },
	[LOOK_STRONG]     = { -1, -1, .bold = true },
	[LOOK_SECOND]     = { -1, -1 },
	[LOOK_ACCENT]     = { -1, -1, .bold = true },
	[LOOK_HEAD]       = { -1, -1, .bold = true },
	[LOOK_ATTENTION]  = { -1, -1, .underline = true },
	[LOOK_ALARM]      = { -1, -1, .bold = true },
	[LOOK_WORDS]      = { -1, -1 },
	[LOOK_RULE]       = { -1, -1 },
	[LOOK_EMPTY]      = { -1, -1 },
	[LOOK_BAR]        = { -1, -1, .reverse = true },
	[LOOK_BAR_STRONG] = { -1, -1, .reverse = true, .bold = true },
	[LOOK_TAB]        = { -1, -1, .reverse = true, .bold = true },
	[LOOK_FIELD]      = { -1, -1, .underline = true },
};
// clang-format on

static const struct paint *theme_of(enum depth depth, bool is_light)
{
	switch (depth) {
	case DEPTH_MONO:
		return mono;
	case DEPTH_16:
		return sixteen;
	case DEPTH_256:
		break;
	}
	return is_light ? light : dark;
}

/* On the selection bar; what would vanish into it stands out a little more. */
static struct paint selected(struct paint p, enum look look, enum depth depth, bool is_light)
{
	if (depth != DEPTH_256) {
		p.reverse = true;
		p.dim = false;
		return p;
	}
	p.back = is_light ? SELECTED_LIGHT : SELECTED_DARK;
	if (look == LOOK_SECOND)
		p.fore = is_light ? 238 : 250;
	if (look == LOOK_RULE || look == LOOK_EMPTY)
		p.fore = is_light ? 242 : 245;
	return p;
}

static struct paint dimmed(enum depth depth, bool is_light)
{
	if (depth == DEPTH_256)
		return (struct paint){ is_light ? 246 : 240, -1 };
	return (struct paint){ -1, -1, .dim = depth == DEPTH_16 };
}

struct paint paint_of(const struct cell *c, enum depth depth, bool is_light)
{
	enum look look = c->look < LOOK_COUNT ? (enum look)c->look : LOOK_PLAIN;
	struct paint p = theme_of(depth, is_light)[look];

	if (c->dimmed)
		return dimmed(depth, is_light);
	return c->selected ? selected(p, look, depth, is_light) : p;
}

const char *tab_bracket(const struct grid *g, int row, int column)
{
	const struct cell *before = grid_cell(g, row, column - 1);
	const struct cell *after = grid_cell(g, row, column + 1);

	if (!before || before->look != LOOK_TAB)
		return "[";
	if (!after || after->look != LOOK_TAB)
		return "]";
	return " ";
}
