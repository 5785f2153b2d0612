#include "base/status.h"

int status_exit(enum status rc)
{
	switch (rc) {
#define X(symbol, value, exit) \
	case symbol:           \
		return exit;
		STATUS_TABLE(X)
#undef X
	}
	return 1;
}
