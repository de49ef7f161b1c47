import InlayBytes
import InlayColumns

/// What is known of a value's type from the values seen so far.
///
/// Guesses of different records can be merged; only the order of the members depends on the order in which that is done.
///
/// One thread makes a guess, and hands it to whoever merges it.
final class TypeGuess: @unchecked Sendable {
  // Safe: a guess that was handed over is touched under the lock of the one who merges it, by nobody else.
  /// The kinds of value that were seen, beside null.
  private struct Kinds: OptionSet {
    let rawValue: UInt8
    static let boolean = Kinds(rawValue: 1)
    /// A whole number that 64 bits hold.
    static let integer = Kinds(rawValue: 2)
    /// A whole number that 38 digits hold and 64 bits do not.
    static let decimal = Kinds(rawValue: 4)
    static let double = Kinds(rawValue: 8)
    static let string = Kinds(rawValue: 16)
    static let object = Kinds(rawValue: 32)
    static let array = Kinds(rawValue: 64)

    static let numbers: Kinds = [.integer, .decimal, .double]
  }

  private var kinds: Kinds = []
  /// The most digits of a decimal.
  private var digitCount = 0
  private var element: TypeGuess?
  private var members: [(name: Name, guess: TypeGuess)] = []
  private var positions: [Name: Int] = [:]
  /// Where the next member is looked for first.
  private var expected = 0

  /// A member's name as the bytes that it is: texts that only look alike are different.
  struct Name: Hashable {
    let bytes: [UInt8]
  }

  // MARK: Merging

  /// Takes in what is known of later records.
  func merge(_ other: TypeGuess) {
    kinds.formUnion(other.kinds)
    digitCount = Swift.max(digitCount, other.digitCount)
    if let theirs = other.element {
      if let element { element.merge(theirs) } else { element = theirs }
    }
    for (name, guess) in other.members { member(name).merge(guess) }
  }

  /// Returns the guess of a member; a new one goes to the end.
  private func member(_ name: Name) -> TypeGuess {
    if let position = positions[name] { return members[position].guess }
    let guess = TypeGuess()
    positions[name] = members.count
    members.append((name, guess))
    return guess
  }

  /// The number of members, those of members and elements included.
  var memberCount: Int {
    members.reduce(element?.memberCount ?? 0) { $0 + 1 + $1.guess.memberCount }
  }

  // MARK: Types

  /// The type; a value that was always null is a string. Nil for what never holds anything: empty objects.
  func type() throws -> DataType? {
    if kinds.isEmpty { return .string }
    if kinds == .boolean { return .boolean }
    if kinds == .object {
      let fields = try fields()
      return fields.isEmpty ? nil : .structure(fields)
    }
    if kinds == .array {
      guard let element else { return .list(Field("element", .string)) }
      return try element.type().map { .list(Field("element", $0)) }
    }
    return kinds.isSubset(of: .numbers) ? number : .string
  }

  private var number: DataType {
    if kinds.contains(.double) { return .double }
    if !kinds.contains(.decimal) { return .int64 }
    // A decimal that shall hold what 64 bits hold has room for 20 digits, as in Spark.
    return .decimal(precision: kinds.contains(.integer) ? Swift.max(digitCount, 20) : digitCount, scale: 0)
  }

  /// The fields of all members that hold something.
  func fields() throws -> [Field] {
    var seen: Set<String> = []
    return try members.compactMap { member in
      guard let type = try member.guess.type() else { return nil }
      let name = String(decoding: member.name.bytes, as: UTF8.self)
      guard seen.insert(name).inserted else {
        throw InlayError(
          .unsupported,
          "two members have names that look alike and differ in their bytes; declare the columns, with one of them: \(name)"
        )
      }
      return Field(name, type)
    }
  }

  // MARK: Values

  /// Takes in the value that a lexer is at.
  func read(_ lexer: inout JSONLexer, _ depth: DepthLimit) throws(RecordFault) {
    switch lexer.current {
    case UInt8(ascii: "{"):
      kinds.insert(.object)
      try readMembers(&lexer, try depth.entered(at: lexer.position))
    case UInt8(ascii: "["):
      kinds.insert(.array)
      try readElements(&lexer, try depth.entered(at: lexer.position))
    default: note(try lexer.scalar(), lexer)
    }
  }

  func readMembers(_ lexer: inout JSONLexer, _ depth: DepthLimit) throws(RecordFault) {
    expected = 0
    try lexer.eachMember { (lexer, name) throws(RecordFault) in
      let position = position(of: name, lexer)
      expected = position &+ 1
      try members[position].guess.read(&lexer, depth)
    }
  }

  private func readElements(_ lexer: inout JSONLexer, _ depth: DepthLimit) throws(RecordFault) {
    let guess = element ?? TypeGuess()
    try lexer.eachElement { (lexer) throws(RecordFault) in
      element = guess
      try guess.read(&lexer, depth)
    }
  }

  @inline(__always)
  private func position(of name: JSONLexer.StringToken, _ lexer: borrowing JSONLexer) -> Int {
    guard !name.hasEscapes, expected < members.count else { return search(name, lexer) }
    let known = members[expected].name.bytes
    return unsafe known.span.bytes.hasSameBytes(as: lexer.span(name.range)) ? expected : search(name, lexer)
  }

  private func search(_ name: JSONLexer.StringToken, _ lexer: borrowing JSONLexer) -> Int {
    var bytes = ValueBuilder<UInt8>()
    JSONEscape.append(unescaped: lexer.span(name.range), to: &bytes)
    let name = Name(bytes: Array(bytes.freeze().buffer))
    _ = member(name)
    return positions[name] ?? 0
  }

  private func note(_ slot: ValueSlot, _ lexer: borrowing JSONLexer) {
    switch slot.kind {
    case .null, .container: break
    case .true, .false: kinds.insert(.boolean)
    // There are writers that do not tell it from null.
    case .string where slot.count == 0: break
    case .string, .escapedString: kinds.insert(.string)
    case .real, .special: kinds.insert(.double)
    // Eighteen digits always fit.
    case .integer where slot.count <= 18: kinds.insert(.integer)
    case .integer: noteLong(lexer.span(slot.range))
    }
  }

  private func noteLong(_ bytes: RawSpan) {
    if ValueText.parseInt64(bytes) != nil {
      kinds.insert(.integer)
      return
    }
    let count = bytes.byteCount - (bytes.byte(at: 0) == UInt8(ascii: "-") ? 1 : 0)
    guard count <= 38 else {
      kinds.insert(.double)
      return
    }
    kinds.insert(.decimal)
    digitCount = Swift.max(digitCount, count)
  }
}
