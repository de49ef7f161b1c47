import InlayBytes

/// The field names of a variant: what its `metadata` hold (VariantEncoding.md, "Metadata encoding").
struct VariantNames {
  /// The names in UTF-8, by their number.
  let names: [[UInt8]]
  private let numbers: [[UInt8]: Int]

  /// Reads metadata.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` for offsets that leave the bytes, ``InlayError/Code/unsupported`` for another
  ///   version than 1.
  init(_ metadata: RawSpan) throws {
    guard metadata.byteCount > 0 else { throw Self.short }
    let header = metadata.byte(at: 0)
    guard header & 0x0F == 1 else {
      throw InlayError(.unsupported, "a variant has metadata of an unknown version: \(header & 0x0F)")
    }
    let width = Int(header >> 6) + 1
    guard metadata.byteCount >= 1 + width else { throw Self.short }
    let count = metadata.variantNumber(at: 1, width: width)
    let offsets = 1 + width
    // `count + 1` offsets; the comparison is one that cannot overflow.
    guard count < (metadata.byteCount - offsets) / width else { throw Self.short }
    let text = offsets + (count + 1) * width
    var names: [[UInt8]] = []
    var start = metadata.variantNumber(at: offsets, width: width)
    for index in 0..<count {
      let end = metadata.variantNumber(at: offsets + (index + 1) * width, width: width)
      guard start <= end, end <= metadata.byteCount - text else { throw Self.short }
      names.append(metadata.extracting(text + start..<text + end).copied())
      start = end
    }
    self.names = names
    // Names that are not sorted may occur twice: the first one counts.
    numbers = Dictionary(zip(names, 0...), uniquingKeysWith: { first, _ in first })
  }

  /// The number of a name; nil for one that is not there.
  func number(of name: [UInt8]) -> Int? { numbers[name] }

  private static var short: InlayError {
    InlayError(.corrupt, "a variant's metadata end before its field names do")
  }
}

extension RawSpan {
  /// The unsigned number of 1 to 4 bytes at an offset, the least significant first; one beyond the end traps.
  func variantNumber(at offset: Int, width: Int) -> Int {
    var number = 0
    for index in 0..<width { number |= Int(byte(at: offset + index)) << (index * 8) }
    return number
  }
}
