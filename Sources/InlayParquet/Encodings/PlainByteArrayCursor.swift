import InlayBytes

/// Walks over byte arrays that were written in their plain encoding (Encodings.md, "PLAIN").
struct PlainByteArrayCursor {
  /// The length of every value; nil when each has its own before it.
  let fixedLength: Int?
  private var offset = 0

  init(fixedLength: Int?) { self.fixedLength = fixedLength }

  /// Returns where the next value's bytes are; behind the last one it traps.
  mutating func next(in plain: RawSpan) -> Range<Int> {
    let start = fixedLength == nil ? offset + 4 : offset
    let count = fixedLength ?? Int(plain.littleEndian32(at: offset))
    offset = start + count
    return start..<offset
  }
}
