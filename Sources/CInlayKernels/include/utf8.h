// Checks UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing above U+10FFFF).
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Returns how many bytes from the start are whole well-formed characters: `count` when all are.
size_t inlay_utf8_valid_prefix(const uint8_t *bytes, size_t count);

/// The same, without vector instructions: the twin that the other is compared with.
size_t inlay_utf8_valid_prefix_plain(const uint8_t *bytes, size_t count);
