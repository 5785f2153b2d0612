#ifndef CLI_PASSPHRASE_H
#define CLI_PASSPHRASE_H

#include "base/buf.h"
#include "base/status.h"

/*
 * A passphrase, a line of at most 1,024 bytes without its end. Wipe it with buf_wipe(). From a
 * descriptor: the next line, nothing beyond it is read. From the terminal: asked for with echo off,
 * which is put back on every way out. E_IO with the sentence already on stderr.
 */
MUST_USE enum status passphrase_read(int fd, struct buf *ret);
MUST_USE enum status passphrase_ask(const char *question, struct buf *ret);

/* What is left on the descriptor: the next line, or nothing, which is no mistake. */
MUST_USE enum status passphrase_rest(int fd, struct buf *ret);

/* One line of an answer from the terminal, with echo. */
MUST_USE enum status line_ask(const char *question, struct buf *ret);

#endif
