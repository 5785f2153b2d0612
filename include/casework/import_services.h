#ifndef CASEWORK_IMPORT_SERVICES_H
#define CASEWORK_IMPORT_SERVICES_H

#include "casework/import.h"

/*
 * Take in a directory: our own columns of services, or a council's flat file under the headings that
 * councils use (model/columns.h knows them).
 *
 * Which service it is: the id it came with, then the name and the postcode. One that is known is not
 * touched; with update, cells that are not empty win, empty ones never clear, "-" clears. What was
 * found out here is never overwritten: the note for staff, a check that is newer than the file's,
 * and being closed, full or taken off the list.
 *
 * Categories are taken for concerns where they are recognised; those that are not are listed once
 * each in the report, and the service is there all the same. Areas are GSS codes or names; what is
 * neither is noted.
 */
MUST_USE enum status casework_import_services(struct session *s,
                                              const struct import_options *options,
                                              const struct progress *progress, struct arena *a,
                                              struct import_report *ret);

#endif
