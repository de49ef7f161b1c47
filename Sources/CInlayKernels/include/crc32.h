// CRC-32 by carry-less multiplication, for processors that have it.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor can run `inlay_crc32_fold`.
bool inlay_crc32_can_fold(void);

/// Continues a CRC-32 (reflected, not yet inverted) over `count` bytes: at least 64, a multiple of 16.
/// The twin in plain Swift is `CRC32.update(_:_:)`.
uint32_t inlay_crc32_fold(uint32_t state, const void *bytes, size_t count);
