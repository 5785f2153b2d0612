#include "model/list_for.h"

const char *concern_list_for(enum stage stage, const struct list_choice *choice)
{
	return stage == STAGE_CARING || stage == STAGE_BEREAVED ? choice->carers : choice->people;
}
