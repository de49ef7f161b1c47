// Asks for memory ahead of its use.
#pragma once
#include <stdint.h>

/// Asks the processor to bring the cache line at an address nearer; does nothing else, whatever the address is.
static inline void inlay_prefetch(uintptr_t address) { __builtin_prefetch((const void *)address); }
