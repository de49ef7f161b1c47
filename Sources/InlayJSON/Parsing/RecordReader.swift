import InlayBytes
import InlayColumns

/// What takes in records, one after the other.
protocol RecordTaker: AnyObject {
  /// The number of records taken.
  var recordCount: Int { get }
  /// Takes the record, an object, that a lexer is at.
  func takeRecord(_ lexer: inout JSONLexer, _ depth: DepthLimit) throws(RecordFault)
  /// Takes a record without values.
  func takeNullRecord()
  /// Forgets the records from a number on.
  func forgetRecords(from count: Int)
}

/// What is wrong with a unit, a line or a record, which begins at an offset of its piece.
struct UnitFault: Sendable {
  let unit: Int
  let fault: RecordFault
}

/// Goes through the records of a piece of text.
struct RecordReader {
  let piece: RecordPiece
  let path: JSONPath
  let maxDepth: Int
  /// Whether the first fault ends the reading: nobody needs the others.
  let stopsAtFault: Bool

  /// Hands the records over, but for those of the units that begin at some offsets; returns what is wrong with others,
  /// in order.
  func read(into taker: some RecordTaker, without excluded: Set<Int> = []) -> [UnitFault] {
    var faults: [UnitFault] = []
    let isUTF8 = piece.piece.isUTF8(0..<piece.piece.count)
    piece.eachUnit { unit in
      guard faults.isEmpty || !stopsAtFault, excluded.isEmpty || !excluded.contains(unit.lowerBound) else {
        return
      }
      let count = taker.recordCount
      do throws(RecordFault) {
        if !isUTF8 && !piece.piece.isUTF8(unit) { throw RecordFault(.notUTF8, at: unit.lowerBound) }
        try read(unit, into: taker)
      } catch {
        taker.forgetRecords(from: count)
        faults.append(UnitFault(unit: unit.lowerBound, fault: error))
      }
    }
    return faults
  }

  private func read(_ unit: Range<Int>, into taker: some RecordTaker) throws(RecordFault) {
    var lexer = JSONLexer(piece.piece, unit)
    if piece.records != nil { return try readRecord(&lexer, into: taker) }
    lexer.skipBlanks()
    while lexer.position < lexer.end {
      try readValue(&lexer, steps: path.steps[...], DepthLimit(maxDepth), into: taker)
      lexer.skipBlanks()
    }
  }

  /// Follows a path from the value that a lexer is at to the records in it.
  private func readValue(
    _ lexer: inout JSONLexer, steps: ArraySlice<JSONPath.Step>, _ depth: DepthLimit,
    into taker: some RecordTaker
  ) throws(RecordFault) {
    let isObject = lexer.current == UInt8(ascii: "{")
    let isArray = lexer.current == UInt8(ascii: "[")
    guard let step = steps.first else {
      guard isArray else { return try readRecord(&lexer, into: taker) }
      return try lexer.eachElement { (lexer) throws(RecordFault) in try readRecord(&lexer, into: taker) }
    }
    let rest = steps.dropFirst()
    switch step {
    case .member(let wanted) where isObject:
      let inner = try depth.entered(at: lexer.position)
      try lexer.eachMember { (lexer, name) throws(RecordFault) in
        if lexer.isName(name, wanted) {
          try readValue(&lexer, steps: rest, inner, into: taker)
        } else {
          try lexer.skipValue(depth: inner)
        }
      }
    case .element, .allElements:
      guard isArray else { return try lexer.skipValue(depth: depth) }
      let inner = try depth.entered(at: lexer.position)
      var index = 0
      try lexer.eachElement { (lexer) throws(RecordFault) in
        if step == .allElements || step == .element(index) {
          try readValue(&lexer, steps: rest, inner, into: taker)
        } else {
          try lexer.skipValue(depth: inner)
        }
        index += 1
      }
    default: try lexer.skipValue(depth: depth)
    }
  }

  private func readRecord(_ lexer: inout JSONLexer, into taker: some RecordTaker) throws(RecordFault) {
    if lexer.current == UInt8(ascii: "{") { return try taker.takeRecord(&lexer, DepthLimit(maxDepth)) }
    let start = lexer.position
    try lexer.skipValue(depth: DepthLimit(maxDepth))
    guard lexer.position - start == 4, lexer.byte(start) == UInt8(ascii: "n") else {
      throw RecordFault(.notAnObject, at: start)
    }
    taker.takeNullRecord()
  }
}

extension JSONLexer {
  /// Whether a member's name is `wanted`.
  func isName(_ name: StringToken, _ wanted: String) -> Bool {
    var bytes = ValueBuilder<UInt8>()
    JSONEscape.append(unescaped: span(name.range), to: &bytes)
    var text = ValueBuilder<UInt8>()
    text.append(utf8: wanted)
    return bytes.rawSpan.hasSameBytes(as: text.rawSpan)
  }
}
