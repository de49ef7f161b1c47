/// A set of characters, which are Unicode scalars.
indirect enum CharacterClass: Sendable {
  case range(ClosedRange<UInt32>)
  case property(@Sendable (Unicode.Scalar.Properties) -> Bool)
  case union([CharacterClass])
  case intersection(CharacterClass, CharacterClass)
  case negation(CharacterClass)
  /// The class with the other cases of its letters of ASCII.
  case anyCase(CharacterClass)

  /// One character.
  static func one(_ scalar: Unicode.Scalar) -> CharacterClass { .range(scalar.value...scalar.value) }

  /// Some characters.
  static func some(_ scalars: String) -> CharacterClass { .union(scalars.unicodeScalars.map { .one($0) }) }

  static let every = CharacterClass.range(0...0x10FFFF)
  static let digit = CharacterClass.range(0x30...0x39)
  static let word = CharacterClass.union([.range(0x61...0x7A), .range(0x41...0x5A), digit, .some("_")])
  static let space = CharacterClass.some(" \t\n\u{B}\u{C}\r")
  static let lineEnd = CharacterClass.some("\n\r\u{85}\u{2028}\u{2029}")
  static let horizontalSpace = CharacterClass.union([
    .some(" \t\u{A0}\u{1680}\u{180E}\u{202F}\u{205F}\u{3000}"), .range(0x2000...0x200A),
  ])
  static let verticalSpace = CharacterClass.some("\n\u{B}\u{C}\r\u{85}\u{2028}\u{2029}")

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .range(let range): range.contains(scalar.value)
    case .property(let holds): holds(scalar.properties)
    case .union(let parts): parts.contains { $0.contains(scalar) }
    case .intersection(let one, let other): one.contains(scalar) && other.contains(scalar)
    case .negation(let inner): !inner.contains(scalar)
    case .anyCase(let inner): inner.contains(scalar) || scalar.otherCase.map { inner.contains($0) } ?? false
    }
  }

  /// The only character of the class; nil when it is known to have others, or may have.
  var only: Unicode.Scalar? {
    guard case .range(let range) = self, range.count == 1 else { return nil }
    return Unicode.Scalar(range.lowerBound)
  }
}

extension Unicode.Scalar {
  /// The same letter of ASCII in the other case; nil for what is no such letter.
  fileprivate var otherCase: Unicode.Scalar? {
    guard isASCII, properties.isAlphabetic else { return nil }
    return Unicode.Scalar(value ^ 0x20)
  }
}

/// A class with the answers for the characters of ASCII known.
struct PreparedClass: Sendable {
  private let low: UInt64
  private let high: UInt64
  private let whole: CharacterClass

  init(_ characters: CharacterClass) {
    whole = characters
    var bits: (low: UInt64, high: UInt64) = (0, 0)
    for value in UInt8(0)..<128 where characters.contains(Unicode.Scalar(value)) {
      if value < 64 { bits.low |= 1 << UInt64(value) } else { bits.high |= 1 << UInt64(value - 64) }
    }
    (low, high) = bits
  }

  @inline(__always)
  func contains(_ value: UInt32) -> Bool {
    if value < 64 { return low >> UInt64(value) & 1 == 1 }
    if value < 128 { return high >> UInt64(value - 64) & 1 == 1 }
    return Unicode.Scalar(value).map { whole.contains($0) } ?? false
  }
}
