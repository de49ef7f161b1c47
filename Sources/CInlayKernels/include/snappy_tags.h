// Reads Snappy's tags (format_description.txt, section 2), faster than a library that knows nothing of short values.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Writes to `output` what `count` bytes of tags, those behind the length in front of them, stand for.
///
/// Returns whether they are well formed and stand for `room` bytes exactly. Neither more than `count` bytes are read nor
/// more than `room` written, whatever the tags say; where it returns false what was written means nothing.
bool inlay_snappy_expand(const uint8_t *tags, size_t count, uint8_t *output, size_t room);

/// The same, one byte at a time: the twin that the other is compared with.
bool inlay_snappy_expand_plain(const uint8_t *tags, size_t count, uint8_t *output, size_t room);
