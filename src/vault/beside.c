#include "beside.h"

#include "base/file.h"
#include "base/words.h"

const char *beside(const struct keys *k, const char *suffix)
{
	return arena_printf(k->a, "%s%s", k->path, suffix);
}

enum status beside_put(struct keys *k, const char *path, struct str text, bool replace)
{
	enum file_put_how how = replace ? FILE_REPLACE : FILE_KEEP_EXISTING;
	struct file_put *f;
	enum status rc;

	rc = file_put_open(path, how, k->a, &f, &k->fault);
	if (rc != OK)
		return rc;
	if (file_put_write(f, text) != OK) {
		file_put_drop(f);
		return FAULT(k, E_IO, _("%s could not be written. It was kept as it was."), path);
	}
	return file_put_close(f, k->a, &k->fault);
}
