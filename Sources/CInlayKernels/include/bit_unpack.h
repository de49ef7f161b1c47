// Unpacks integers of equal width that lie bit after bit, by vector instructions.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The widest values that the kernel unpacks, in bits.
enum { inlay_unpack_widest = 25 };

/// Unpacks `group_count` groups of eight values of `width` bits, 1 to `inlay_unpack_widest`, to `values`, or fewer: the
/// last groups of the bytes, and all of them where the processor lacks the instructions, are left to the caller.
///
/// At most `count` bytes are read. Returns the number of groups, and sets `*greatest` to the greatest value in them, 0
/// when there is none. The twin in plain Swift is `BitUnpacker.unpackPlainly`.
size_t inlay_unpack_groups(
    const uint8_t *bytes, size_t count, unsigned width, size_t group_count, uint32_t *values, uint32_t *greatest);
