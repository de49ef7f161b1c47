import InlayBytes

/// A place in the bytes of a value, which a parser moves on.
struct TextCursor: ~Escapable {
  let bytes: RawSpan
  private(set) var position = 0

  /// Stands before the first byte.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.byteCount }

  /// The byte at this place; 0, which stands in no value, at the end.
  var byte: UInt8 { position < bytes.byteCount ? bytes.byte(at: position) : 0 }

  /// Moves past the byte when it is `wanted`, and returns whether it was.
  mutating func skip(_ wanted: UInt8) -> Bool {
    guard !isAtEnd, byte == wanted else { return false }
    position += 1
    return true
  }

  /// Moves past a `+` or `-`, and returns whether the value is negative.
  mutating func skipSign() -> Bool {
    let isNegative = skip(UInt8(ascii: "-"))
    if !isNegative { _ = skip(UInt8(ascii: "+")) }
    return isNegative
  }

  /// Reads a digit; nil when there is none.
  mutating func digit() -> UInt8? {
    let digit = byte &- UInt8(ascii: "0")
    guard digit < 10 else { return nil }
    position += 1
    return digit
  }

  /// Reads exactly `count` digits, at most 9, or nil.
  mutating func number(digits count: Int) -> Int64? {
    var number: Int64 = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return number
  }

  /// Moves past all digits that follow, and returns how many they are.
  mutating func skipDigits() -> Int {
    let start = position
    while digit() != nil {}
    return position - start
  }

  /// Whether the rest is `word`, a text in small letters, in any letter case.
  func isAt(word: StaticString) -> Bool {
    guard bytes.byteCount - position == word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount {
      // Safe: a static string has `utf8CodeUnitCount` bytes, which live as long as the program.
      let letter = unsafe word.utf8Start[index]
      guard bytes.byte(at: position + index) | 0x20 == letter else { return false }
    }
    return true
  }
}
