import InlayBytes

/// Which bytes of a value have a meaning to the reader.
struct FieldRules: Sendable {
  let separator: UInt8
  let quote: UInt8?
  /// The byte that is put before a quote within quotes: the quote itself, or the escape.
  let escape: UInt8?
  let comment: UInt8?
  let trimsBlanks: Bool
  /// The bytes of what is written for a null.
  let null: [UInt8]
  /// The bytes of all texts that are read as null.
  let nulls: [[UInt8]]
  /// Whether a byte anywhere in a value makes quotes necessary, for each byte.
  private let isSpecial: [Bool]

  /// - Throws: ``InlayError/Code/invalidInput`` when the text for null would not be read as null.
  init(_ options: CSVOptions) throws {
    separator = options.separator
    quote = options.quote
    escape = options.escape == options.quote ? nil : options.escape
    comment = options.comment
    trimsBlanks = options.trimsBlanks
    nulls = options.nullTexts.map { Array($0.utf8) }
    null = nulls.first ?? []
    var isSpecial = [Bool](repeating: false, count: 256)
    for byte in [separator, quote, escape, UInt8(ascii: "\n"), UInt8(ascii: "\r")].compactMap({ $0 }) {
      isSpecial[Int(byte)] = true
    }
    self.isSpecial = isSpecial
    if null.contains(where: { isSpecial[Int($0)] }) {
      throw InlayError(
        .invalidInput,
        "the first null text is what nulls are written as, and would need quotes; give another: \(options.nullTexts[0])"
      )
    }
  }

  /// Whether the value holds a byte that has a meaning anywhere in it; O(byteCount).
  func hasSpecial(_ bytes: RawSpan) -> Bool {
    for index in 0..<bytes.byteCount where isSpecial[Int(bytes.byte(at: index))] { return true }
    return false
  }

  func isSpecial(_ byte: UInt8) -> Bool { isSpecial[Int(byte)] }

  /// Whether the value is one of the texts that are read as null.
  func isNullText(_ bytes: RawSpan) -> Bool {
    nulls.contains { null in
      null.count == bytes.byteCount && null.indices.allSatisfy { null[$0] == bytes.byte(at: $0) }
    }
  }
}
