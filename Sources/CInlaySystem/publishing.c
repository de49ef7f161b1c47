#define _GNU_SOURCE
#include "inlay_system.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/xattr.h>

#ifdef __linux__
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// The number of linux/fs.h, which not every C library repeats.
#define INLAY_RENAME_EXCHANGE 2

int inlay_exchange(const char *path, const char *other) {
#ifdef SYS_renameat2
  return (int)syscall(SYS_renameat2, AT_FDCWD, path, AT_FDCWD, other, INLAY_RENAME_EXCHANGE);
#else
  errno = ENOSYS;
  return -1;
#endif
}

bool inlay_has_attributes(const char *path) {
  char names[4096];
  ssize_t count = listxattr(path, names, sizeof names);
  // Too many to be told is more than none.
  if (count < 0) return errno == ERANGE;
  for (ssize_t at = 0; at < count; at += (ssize_t)strlen(names + at) + 1) {
    if (strncmp(names + at, "security.", 9) != 0) return true;
  }
  return false;
}
#else
int inlay_exchange(const char *path, const char *other) { return renamex_np(path, other, RENAME_SWAP); }

bool inlay_has_attributes(const char *path) { return listxattr(path, NULL, 0, 0) > 0; }
#endif
