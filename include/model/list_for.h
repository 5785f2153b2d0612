#ifndef MODEL_LIST_FOR_H
#define MODEL_LIST_FOR_H

#include "model/list_head.h"
#include "model/person.h"

/* The list to ask somebody at that stage by: who cares for somebody, or did, is asked as a carer. */
const char *concern_list_for(enum stage stage, const struct list_choice *choice);

#endif
