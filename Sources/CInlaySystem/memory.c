#ifdef __linux__
// O_TMPFILE is one of Linux's own.
#define _GNU_SOURCE
#endif
#include "inlay_system.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

void inlay_keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
#endif
}

int inlay_open_unnamed(const char *folder) {
#ifdef O_TMPFILE
  return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
#else
  (void)folder;
  errno = ENOTSUP;
  return -1;
#endif
}
