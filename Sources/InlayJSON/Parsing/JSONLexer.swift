import InlayBytes

/// A place in the text of a record, which moves over one token after the other and checks each (RFC 8259).
///
/// Offsets are those of the whole piece; nothing from `end` on is looked at.
@safe
struct JSONLexer {
  // Safe: points to the piece's memory, of which the first `end` bytes are readable; whoever makes a lexer holds the
  // piece for as long as the lexer is used.
  private let base: UnsafePointer<UInt8>
  let end: Int
  var position: Int

  /// Stands at the start of a range of a piece; a range beyond it traps.
  init(_ piece: TextPiece, _ range: Range<Int>) {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= piece.count && piece.count <= piece.buffer.count)
    unsafe base = piece.buffer.baseAddress.assumingMemoryBound(to: UInt8.self)
    position = range.lowerBound
    end = range.upperBound
  }

  /// The bytes of a range before the end.
  @_lifetime(borrow self)
  func span(_ range: Range<Int>) -> RawSpan {
    precondition(range.lowerBound >= 0 && range.upperBound <= end)
    // Safe: the range was compared with the bounds.
    let span = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(base + range.lowerBound), byteCount: range.count)
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  /// The byte at an offset before the end.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    // Safe: callers compared the offset with `end`, which is within the piece.
    unsafe base[offset]
  }

  /// The byte at this place; 0, which begins no token, at the end.
  @inline(__always) var current: UInt8 { position < end ? byte(position) : 0 }

  /// Moves past white space.
  @inline(__always)
  mutating func skipBlanks() {
    while position < end {
      let next = byte(position)
      guard next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 else { return }
      position &+= 1
    }
  }

  /// Moves past a byte when it is the next one, and returns whether it was.
  @inline(__always)
  mutating func take(_ wanted: UInt8) -> Bool {
    guard position < end, byte(position) == wanted else { return false }
    position &+= 1
    return true
  }

  /// The fault of this place: the text ends, or something else is expected.
  func fault(_ kind: RecordFault.Kind) -> RecordFault {
    position < end ? RecordFault(kind, at: position) : RecordFault(.endOfText, at: end)
  }

  /// Moves past the colon after a name, with white space around it.
  @inline(__always)
  mutating func takeColon() throws(RecordFault) {
    skipBlanks()
    guard take(UInt8(ascii: ":")) else { throw fault(.expectsColon) }
    skipBlanks()
  }

  /// Moves past a scalar value, and returns what and where it is.
  @inline(__always)
  mutating func scalar() throws(RecordFault) -> ValueSlot {
    let start = position
    switch current {
    case UInt8(ascii: "\""):
      let text = try string()
      return ValueSlot(text.hasEscapes ? .escapedString : .string, text.range)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let kind = try number()
      return ValueSlot(kind, start..<position)
    default: return try word()
    }
  }

  private mutating func word() throws(RecordFault) -> ValueSlot {
    let start = position
    switch current {
    case UInt8(ascii: "n") where takeWord("null"): return ValueSlot(.null, start..<start)
    case UInt8(ascii: "t") where takeWord("true"): return ValueSlot(.true, start..<position)
    case UInt8(ascii: "f") where takeWord("false"): return ValueSlot(.false, start..<position)
    case UInt8(ascii: "N") where takeWord("NaN"): return ValueSlot(.special, start..<position)
    case UInt8(ascii: "I") where takeWord("Infinity"): return ValueSlot(.special, start..<position)
    default: throw fault(.expectsValue)
    }
  }

  /// Moves past a word when it is here.
  mutating func takeWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end &- position >= count else { return false }
    for index in 0..<count {
      // Safe: a static string has `utf8CodeUnitCount` bytes, which live as long as the program.
      let letter = unsafe word.utf8Start[index]
      guard byte(position &+ index) == letter else { return false }
    }
    position &+= count
    return true
  }

  // MARK: Strings

  /// Where the contents of a string lie, without the quotes.
  struct StringToken {
    let range: Range<Int>
    let hasEscapes: Bool
  }

  /// Moves past a string, whose opening quote is here.
  @inline(__always)
  mutating func string() throws(RecordFault) -> StringToken {
    let start = position &+ 1
    position = start
    skipPlain()
    if position < end, byte(position) == UInt8(ascii: "\"") {
      position &+= 1
      return StringToken(range: start..<position &- 1, hasEscapes: false)
    }
    return try escapedString(from: start)
  }

  private mutating func escapedString(from start: Int) throws(RecordFault) -> StringToken {
    while true {
      skipPlain()
      guard position < end else { throw RecordFault(.endOfText, at: end) }
      switch byte(position) {
      case UInt8(ascii: "\""):
        position &+= 1
        return StringToken(range: start..<position &- 1, hasEscapes: true)
      case UInt8(ascii: "\\"): try skipEscape()
      default: throw RecordFault(.controlCharacter, at: position)
      }
    }
  }

  /// Moves to the next quote, backslash or control character, or to the end: eight bytes a step.
  @inline(__always)
  private mutating func skipPlain() {
    while end &- position >= 8 {
      // Safe: eight bytes are left.
      let word = unsafe UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self)
      let special = Self.specialBytes(word.littleEndian)
      if special != 0 {
        position &+= special.trailingZeroBitCount >> 3
        return
      }
      position &+= 8
    }
    while position < end {
      let next = byte(position)
      if next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") || next < 0x20 { return }
      position &+= 1
    }
  }

  /// Marks the highest bit of bytes that end a plain stretch; the lowest mark is exact (Mycroft, 1987).
  @inline(__always)
  private static func specialBytes(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let found = (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word
    return found & (ones << 7)
  }

  private mutating func skipEscape() throws(RecordFault) {
    let start = position
    guard end &- position >= 2 else { throw RecordFault(.endOfText, at: end) }
    position &+= 2
    switch byte(start &+ 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return
    case UInt8(ascii: "u"):
      for _ in 0..<4 {
        guard position < end, HexadecimalDigits.value(of: byte(position)) != nil else {
          throw position < end ? RecordFault(.escape, at: start) : RecordFault(.endOfText, at: end)
        }
        position &+= 1
      }
    default: throw RecordFault(.escape, at: start)
    }
  }

  // MARK: Numbers

  /// Moves past a number and returns its kind.
  @inline(__always)
  mutating func number() throws(RecordFault) -> ValueSlot.Kind {
    let start = position
    if byte(position) == UInt8(ascii: "-") {
      position &+= 1
      if current == UInt8(ascii: "I"), takeWord("Infinity") { return .special }
    }
    let first = position
    skipDigits()
    let isWhole = position > first && (byte(first) != UInt8(ascii: "0") || position == first &+ 1)
    guard isWhole else { throw RecordFault(position < end ? .number : .endOfText, at: start) }
    let next = current
    guard next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") else { return .integer }
    return try real(from: start)
  }

  /// Moves past a number's fraction and exponent.
  private mutating func real(from start: Int) throws(RecordFault) -> ValueSlot.Kind {
    if take(UInt8(ascii: ".")) { try requireDigits(of: start) }
    if current | 0x20 == UInt8(ascii: "e") {
      position &+= 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position &+= 1 }
      try requireDigits(of: start)
    }
    return .real
  }

  private mutating func requireDigits(of start: Int) throws(RecordFault) {
    let first = position
    skipDigits()
    guard position > first else { throw RecordFault(position < end ? .number : .endOfText, at: start) }
  }

  @inline(__always)
  private mutating func skipDigits() {
    while position < end, byte(position) &- UInt8(ascii: "0") < 10 { position &+= 1 }
  }
}
