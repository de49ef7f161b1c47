#include "inlay_system.h"

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
