// Writes Snappy's tags (format_description.txt, section 2) for pages of 64-bit words: integers, moments, doubles.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Compresses `count` bytes, fewer than 2^31, the last of which are words of 8 bytes with the low byte first, and returns
/// how many bytes of tags it wrote to `output`, the length in front of them not included.
///
/// Words are only compared as wholes with others at most 255 words back, so that what they share must be at the same
/// places in them. Room for `count + count / 6 + 32` bytes must be there. The twin is whatever reads Snappy: any input
/// comes back.
size_t inlay_snappy_compress_words(const uint8_t *bytes, size_t count, uint8_t *output);
