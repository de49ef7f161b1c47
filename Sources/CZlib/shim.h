// zlib. `inflateInit2` and `deflateInit2` are macros that carry the header's version and the size of `z_stream`,
// and Swift does not import macros with arguments: the two inline functions below say them in C.
#pragma once
#include <zlib.h>

static inline int inlay_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

static inline int inlay_deflate_init(z_stream *stream, int level, int window_bits) {
  return deflateInit2(stream, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
}
