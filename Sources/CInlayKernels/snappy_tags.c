#include "snappy_tags.h"

#include <string.h>

/// How far the tags were read, and the output written.
typedef struct {
  const uint8_t *tag;
  const uint8_t *tag_end;
  uint8_t *start;
  uint8_t *next;
  uint8_t *end;
} expansion;

static inline uint64_t low_bytes(const uint8_t *bytes, unsigned count) {
  uint64_t word = 0;
  for (unsigned index = 0; index < count; index++) word |= (uint64_t)bytes[index] << (8 * index);
  return word;
}

/// Reads one tag and what belongs to it; false when it is not well formed.
static bool expand_tag(expansion *all) {
  unsigned tag = *all->tag++, kind = tag & 3;
  size_t left = (size_t)(all->tag_end - all->tag), length = (tag >> 2) + 1;
  // A literal of more than 60 bytes has its length in the next one to four.
  unsigned extra = kind == 3 ? 4 : kind != 0 ? kind : length > 60 ? (unsigned)length - 60 : 0;
  if (extra > left) return false;
  size_t number = (size_t)low_bytes(all->tag, extra);
  all->tag += extra;
  if (kind == 0) {
    if (extra > 0) length = number + 1;
    if (length > left - extra || length > (size_t)(all->end - all->next)) return false;
    memcpy(all->next, all->tag, length);
    all->tag += length;
  } else {
    if (kind == 1) {
      length = ((tag >> 2) & 7) + 4;
      number |= (size_t)(tag >> 5) << 8;
    }
    if (number == 0 || number > (size_t)(all->next - all->start)) return false;
    if (length > (size_t)(all->end - all->next)) return false;
    const uint8_t *source = all->next - number;
    for (size_t index = 0; index < length; index++) all->next[index] = source[index];
  }
  all->next += length;
  return true;
}

static bool expand_rest(expansion *all) {
  while (all->tag < all->tag_end) {
    if (!expand_tag(all)) return false;
  }
  return all->next == all->end;
}

bool inlay_snappy_expand_plain(const uint8_t *tags, size_t count, uint8_t *output, size_t room) {
  expansion all = {tags, tags + count, output, output, output + room};
  return expand_rest(&all);
}

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
static inline void copy_16(uint8_t *output, const uint8_t *bytes) {
  uint64_t words[2];
  memcpy(words, bytes, 16);
  memcpy(output, words, 16);
}

/// Copies 64 bytes, of which the first are wanted: with at most 16 of them only those, which is usual.
static inline void copy_up_to_64(uint8_t *output, const uint8_t *bytes, size_t wanted) {
  copy_16(output, bytes);
  if (__builtin_expect(wanted > 16, 0)) {
    copy_16(output + 16, bytes + 16);
    copy_16(output + 32, bytes + 32);
    copy_16(output + 48, bytes + 48);
  }
}

/// Copies `length` bytes, up to 64, from `offset` back, which may be less than `length`: what was written is read again.
static void repeat(uint8_t *output, size_t offset, size_t length) {
  const uint8_t *source = output - offset;
  if (offset >= 16) {
    for (size_t index = 0; index < length; index += 16) copy_16(output + index, source + index);
  } else if (offset >= 8) {
    for (size_t index = 0; index < length; index += 8) {
      uint64_t word;
      memcpy(&word, source + index, 8);
      memcpy(output + index, &word, 8);
    }
  } else {
    for (size_t index = 0; index < length; index++) output[index] = source[index];
  }
}

// Of each tag of a copy with one or two bytes behind it: its length in the low byte, and above that the bits of the
// offset that the tag has itself. A table, because a branch on the kind of copy is foreseen by no processor.
#define ONE(tag) ((((tag) >> 2) & 7) + 4) | (uint32_t)((tag) >> 5) << 16
#define TWO(tag) (((tag) >> 2) + 1)
#define FOUR_TAGS(tag) 0, ONE((tag) + 1), TWO((tag) + 2), 0
#define SIXTEEN_TAGS(tag) FOUR_TAGS(tag), FOUR_TAGS((tag) + 4), FOUR_TAGS((tag) + 8), FOUR_TAGS((tag) + 12)
#define SIXTY_FOUR_TAGS(tag) \
  SIXTEEN_TAGS(tag), SIXTEEN_TAGS((tag) + 16), SIXTEEN_TAGS((tag) + 32), SIXTEEN_TAGS((tag) + 48)
static const uint32_t copies[256] = {
    SIXTY_FOUR_TAGS(0u), SIXTY_FOUR_TAGS(64u), SIXTY_FOUR_TAGS(128u), SIXTY_FOUR_TAGS(192u)};
static const uint16_t offset_masks[4] = {0, 0xFF, 0xFFFF, 0};

enum {
  /// What the quick loop may read behind the first byte of a tag: two tags, and a literal between them.
  tag_room = 80,
  /// What it may write for a literal of at most 64 bytes, and a copy.
  output_room = 160,
};

/// Reads one tag of a rare kind; false when it is not well formed.
static bool expand_rare_tag(expansion *all, const uint8_t **tag, uint8_t **next) {
  all->tag = *tag;
  all->next = *next;
  if (!expand_tag(all)) return false;
  *tag = all->tag;
  *next = all->next;
  return true;
}

/// Reads tags as long as so much room is left that nothing need be counted byte by byte, and leaves what is after them
/// to `expand_rest`; false when a tag is not well formed.
static bool expand_quickly(expansion *all) {
  const uint8_t *tag = all->tag, *const start = all->start;
  uint8_t *next = all->next;
  const uint8_t *const last_tag = all->tag_end - tag_room, *const last_output = all->end - output_room;
  while (tag < last_tag && next < last_output) {
    if ((*tag & 3) == 0) {
      size_t length = (*tag >> 2) + 1u;
      if (length > 60) {
        if (!expand_rare_tag(all, &tag, &next)) return false;
        continue;
      }
      copy_up_to_64(next, tag + 1, length);
      next += length;
      tag += 1 + length;
      // Behind a literal there is a copy, but for the end of a block.
      if ((*tag & 3) == 0) continue;
    }
    unsigned kind = *tag & 3;
    if (kind == 3) {
      if (!expand_rare_tag(all, &tag, &next)) return false;
      continue;
    }
    uint16_t bytes;
    memcpy(&bytes, tag + 1, 2);
    size_t length = copies[*tag] & 0xFF;
    size_t offset = (bytes & offset_masks[kind]) | copies[*tag] >> 8;
    if (__builtin_expect(offset < length || offset > (size_t)(next - start), 0)) {
      if (offset == 0 || offset > (size_t)(next - start)) return false;
      repeat(next, offset, length);
    } else {
      copy_up_to_64(next, next - offset, length);
    }
    next += length;
    tag += 1 + kind;
  }
  all->tag = tag;
  all->next = next;
  return true;
}
#endif

bool inlay_snappy_expand(const uint8_t *tags, size_t count, uint8_t *output, size_t room) {
  expansion all = {tags, tags + count, output, output, output + room};
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  if (count > tag_room && room > output_room && !expand_quickly(&all)) return false;
#endif
  return expand_rest(&all);
}
