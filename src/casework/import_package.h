#ifndef CASEWORK_IMPORT_PACKAGE_H
#define CASEWORK_IMPORT_PACKAGE_H

#include "casework/import.h"

/* Is that a directory of others, not a list under clew's own headings? */
bool import_is_package(const struct import_options *options);

/* As casework_import_services() says, whose right was asked. */
MUST_USE enum status import_package(struct session *s, const struct import_options *options,
                                    const struct progress *progress, struct arena *a,
                                    struct import_report *ret);

#endif
