import InlayBytes

/// Which bytes of a value have a meaning to the reader.
struct FieldRules: Sendable {
  let separator: UInt8
  let quote: UInt8?
  /// The byte that is put before a quote within quotes: the quote itself, or the escape.
  let escape: UInt8?
  let comment: UInt8?
  let trimsBlanks: Bool
  let neutralisesFormulas: Bool
  /// The bytes of what is written for a null.
  let null: [UInt8]
  /// The bytes of all texts that are read as null.
  let nulls: [[UInt8]]
  /// The bytes that make quotes necessary anywhere in a value.
  private let special: SpecialBytes

  /// - Throws: ``InlayError/Code/invalidInput`` when the text for null would not be read as null.
  init(_ options: CSVOptions) throws {
    separator = options.separator
    quote = options.quote
    escape = options.escape == options.quote ? nil : options.escape
    comment = options.comment
    trimsBlanks = options.trimsBlanks
    neutralisesFormulas = options.neutralisesFormulas
    nulls = options.nullTexts.map { Array($0.utf8) }
    null = nulls.first ?? []
    let special = SpecialBytes(
      [UInt8(ascii: "\n"), UInt8(ascii: "\r"), separator] + [quote, escape].compactMap { $0 })
    self.special = special
    if null.contains(where: special.contains) {
      throw InlayError(
        .invalidInput,
        "the first null text is what nulls are written as, and would need quotes; give another: \(options.nullTexts[0])"
      )
    }
  }

  /// Whether the value holds a byte that has a meaning anywhere in it; O(byteCount).
  func hasSpecial(_ bytes: RawSpan) -> Bool { special.occurs(in: bytes) }

  func isSpecial(_ byte: UInt8) -> Bool { special.contains(byte) }

  /// Whether the value is one of the texts that are read as null.
  func isNullText(_ bytes: RawSpan) -> Bool {
    nulls.contains { null in
      null.count == bytes.byteCount && null.indices.allSatisfy { null[$0] == bytes.byte(at: $0) }
    }
  }
}
