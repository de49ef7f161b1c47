import InlayBytes

// The forms of VariantEncoding.md, "Value encoding"; each number takes the fewest bytes.
extension ValueBuilder<UInt8> {
  /// Adds the null that stands for a value that is there.
  mutating func appendVariantNull() { append(0) }

  /// Adds the header of a primitive type, by its number.
  mutating func appendVariantHeader(_ type: UInt8) { append(type << 2) }

  /// Adds a text.
  mutating func append(variantText bytes: RawSpan) {
    if bytes.byteCount < 64 {
      append(UInt8(bytes.byteCount) << 2 | 1)
    } else {
      appendVariantHeader(16)
      append(littleEndian: UInt32(truncatingIfNeeded: bytes.byteCount))
    }
    append(bytes: bytes)
  }

  /// Adds an array of values that stand one after the other in `values`, each beginning where `starts` says.
  mutating func append(variantArray values: borrowing ValueBuilder<UInt8>, starts: [Int]) {
    let width = Self.width(of: values.count)
    let isLarge = starts.count > 255
    append(UInt8((width - 1) << 2 | (isLarge ? 1 << 4 : 0) | 3))
    appendNumber(starts.count, width: isLarge ? 4 : 1)
    for start in starts { appendNumber(start, width: width) }
    appendNumber(values.count, width: width)
    append(bytes: values.rawSpan)
  }

  /// Adds an object whose fields' values stand in `values`: their numbers and where they begin, in the order of their names.
  mutating func append(
    variantObject values: borrowing ValueBuilder<UInt8>, fields: [(number: Int, start: Int)]
  ) {
    let width = Self.width(of: values.count)
    let numberWidth = Self.width(of: fields.map(\.number).max() ?? 0)
    let isLarge = fields.count > 255
    append(UInt8((width - 1) << 2 | (numberWidth - 1) << 4 | (isLarge ? 1 << 6 : 0) | 2))
    appendNumber(fields.count, width: isLarge ? 4 : 1)
    for field in fields { appendNumber(field.number, width: numberWidth) }
    for field in fields { appendNumber(field.start, width: width) }
    appendNumber(values.count, width: width)
    append(bytes: values.rawSpan)
  }

  private mutating func appendNumber(_ number: Int, width: Int) {
    for index in 0..<width { append(UInt8(truncatingIfNeeded: number >> (index * 8))) }
  }

  /// The fewest bytes, 1 to 4, that hold a number.
  private static func width(of number: Int) -> Int {
    number < 1 << 8 ? 1 : number < 1 << 16 ? 2 : number < 1 << 24 ? 3 : 4
  }
}
