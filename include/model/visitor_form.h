#ifndef MODEL_VISITOR_FORM_H
#define MODEL_VISITOR_FORM_H

#include "base/field.h"

/* Who somebody at the desk says they are: given_name, family_name, date_of_birth; person_take() reads them. */
extern const struct field visitor_fields[];
/* What a volunteer may mend of somebody on their list: address, postcode, phone. */
extern const struct field mend_fields[];
/* On whose list, when, and what for. The words of volunteer are who works here. */
extern const struct field shift_fields[];
#define SHIFT_FIELDS 3 /* without the row that ends the table */

#endif
