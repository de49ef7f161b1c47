import InlayBytes
import InlayColumns

/// A column in the making: for each of its values the place of its text, and the columns of its parts.
///
/// Records are gone through one after the other, and what they say is noted down here; the columns are then made one
/// after the other.
final class ColumnSlots {
  /// What the values are made of.
  enum Form {
    /// Nothing else.
    case value
    /// The elements of one child.
    case list
    /// A value of each child.
    case structure
    /// Pairs of the values of two children.
    case map
  }

  let field: Field
  let form: Form
  let children: [ColumnSlots]
  private let names: NameTable
  /// The children that must have a value in every structure.
  private let required: [Int]
  private var slots = ValueBuilder<ValueSlot>()
  /// For lists and maps: how many elements there are up to the end of each.
  private var ends = ValueBuilder<Int32>()
  /// Where the next member is looked for first.
  private var expected = 0

  init(_ field: Field) {
    self.field = field
    form =
      switch field.type {
      case .list: .list
      case .structure: .structure
      case .map: .map
      default: .value
      }
    children = field.type.children.map(ColumnSlots.init)
    names = NameTable(form == .structure ? field.type.children.map(\.name) : [])
    required = children.indices.filter { field.type.children[$0].isNullable == false }
  }

  /// The number of values.
  var count: Int { slots.count }

  /// The slots of the values, in order.
  var span: Span<ValueSlot> {
    @_lifetime(borrow self)
    get {
      let span = slots.span
      // Safe: the slots change only while records are gone through, when nobody looks at them.
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// How many elements there are up to the end of the list at an index.
  func end(_ index: Int) -> Int32 { ends[index] }

  /// Forgets all values from a position on, and the parts of one that is not whole yet.
  func truncate(to count: Int) {
    let kept = Swift.min(count, slots.count)
    slots.truncate(to: kept)
    guard form == .list || form == .map else {
      for child in children { child.truncate(to: count) }
      return
    }
    ends.truncate(to: kept)
    let elementCount = kept > 0 ? Int(ends[kept - 1]) : 0
    for child in children { child.truncate(to: elementCount) }
  }

  /// Adds nulls up to a number of values.
  func pad(to count: Int) {
    while slots.count < count { append(.null) }
  }

  private func append(_ slot: ValueSlot) {
    slots.append(slot)
    if form == .list || form == .map { ends.append(Int32(truncatingIfNeeded: children[0].count)) }
  }

  // MARK: Reading

  /// Reads the value that a lexer is at.
  func read(_ lexer: inout JSONLexer, _ depth: DepthLimit) throws(RecordFault) {
    switch lexer.current {
    case UInt8(ascii: "{"):
      let inner = try depth.entered(at: lexer.position)
      switch form {
      case .structure: try readMembers(&lexer, inner)
      case .map: try readPairs(&lexer, inner)
      default: try readText(&lexer, depth)
      }
    case UInt8(ascii: "["):
      guard form == .list else { return try readText(&lexer, depth) }
      try readElements(&lexer, try depth.entered(at: lexer.position))
    default: append(try lexer.scalar())
    }
  }

  /// Takes an object or array as the text that it is.
  private func readText(_ lexer: inout JSONLexer, _ depth: DepthLimit) throws(RecordFault) {
    let start = lexer.position
    try lexer.skipValue(depth: depth)
    append(ValueSlot(.container, start..<lexer.position))
  }

  private func readElements(_ lexer: inout JSONLexer, _ depth: DepthLimit) throws(RecordFault) {
    let start = lexer.position
    let child = children[0]
    try lexer.eachElement { (lexer) throws(RecordFault) in try child.read(&lexer, depth) }
    append(ValueSlot(.container, start..<start))
  }

  private func readPairs(_ lexer: inout JSONLexer, _ depth: DepthLimit) throws(RecordFault) {
    let start = lexer.position
    try lexer.eachMember { (lexer, name) throws(RecordFault) in
      children[0].append(ValueSlot(name.hasEscapes ? .escapedString : .string, name.range))
      try children[1].read(&lexer, depth)
    }
    append(ValueSlot(.container, start..<start))
  }

  /// Reads an object, whose opening brace is here; members that have no child are passed over.
  func readMembers(_ lexer: inout JSONLexer, _ depth: DepthLimit) throws(RecordFault) {
    let start = lexer.position
    let row = slots.count
    expected = 0
    try lexer.eachMember { (lexer, name) throws(RecordFault) in
      guard let position = position(of: name, lexer) else { return try lexer.skipValue(depth: depth) }
      expected = position &+ 1
      let child = children[position]
      if child.count != row {
        child.pad(to: row)
        // Of members with one name the last one counts.
        child.truncate(to: row)
      }
      try child.read(&lexer, depth)
    }
    slots.append(ValueSlot(.container, start..<start))
    for position in required { try requireValue(of: position, row: row, start) }
  }

  private func requireValue(of position: Int, row: Int, _ start: Int) throws(RecordFault) {
    let child = children[position]
    if child.count <= row || child.slots[row].kind == .null {
      throw RecordFault(.missingValue(child.field.name), at: start)
    }
  }

  @inline(__always)
  private func position(of name: JSONLexer.StringToken, _ lexer: borrowing JSONLexer) -> Int? {
    guard name.hasEscapes else { return names.position(of: lexer.span(name.range), expected: expected) }
    var text = ValueBuilder<UInt8>()
    JSONEscape.append(unescaped: lexer.span(name.range), to: &text)
    return names.position(of: text.rawSpan, expected: expected)
  }
}
