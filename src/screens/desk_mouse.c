#include "desk.h"

#include <stdlib.h>

#define WHEEL_ROWS 3

/*
 * The mouse says nothing that keys cannot: a click is as many steps towards its row, a second click
 * Enter, the wheel some steps up or down. So no screen knows of it, and none can be forgotten.
 */
static int cursor_row(struct desk *d)
{
	struct grid g;

	grid_begin(&g, d->rows, d->columns, &d->frame);
	desk_draw(d, &g);
	return g.cursor_row;
}

static void step(struct desk *d, bool down)
{
	const struct input key = input_key(down ? "Down" : "Up");

	desk_take(d, &key);
}

static void step_towards(struct desk *d, int row)
{
	int at = cursor_row(d);

	for (int i = 0; i < d->rows && at != row; i++) {
		bool down = at < row;
		int before = at;

		step(d, down);
		at = cursor_row(d);
		if (at == before || (at < row) != down)
			break;
	}
}

void desk_mouse(struct desk *d, const struct input *in)
{
	const struct input enter = input_key("Enter");
	struct input key;

	if (in->wheel != 0) {
		for (int i = 0; i < WHEEL_ROWS * abs(in->wheel); i++)
			step(d, in->wheel > 0);
		return;
	}
	if (desk_click(d, in, &key)) {
		desk_take(d, &key);
		return;
	}
	step_towards(d, in->row);
	if (in->count == 2 && cursor_row(d) == in->row)
		desk_take(d, &enter);
}
