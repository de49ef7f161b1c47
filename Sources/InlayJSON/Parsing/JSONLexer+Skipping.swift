import InlayBytes

extension JSONLexer {
  /// Moves past a value of any kind, and checks its form.
  ///
  /// - Parameter depth: How many more arrays and objects may nest.
  mutating func skipValue(depth: DepthLimit) throws(RecordFault) {
    switch current {
    case UInt8(ascii: "{"): try skipObject(try depth.entered(at: position))
    case UInt8(ascii: "["): try skipArray(try depth.entered(at: position))
    default: _ = try scalar()
    }
  }

  private mutating func skipObject(_ depth: DepthLimit) throws(RecordFault) {
    try eachMember { (lexer, _) throws(RecordFault) in try lexer.skipValue(depth: depth) }
  }

  private mutating func skipArray(_ depth: DepthLimit) throws(RecordFault) {
    try eachElement { (lexer) throws(RecordFault) in try lexer.skipValue(depth: depth) }
  }

  /// Moves past an object, whose opening brace is here; `body` moves past each member's value.
  @inline(__always)
  mutating func eachMember(
    _ body: (inout JSONLexer, StringToken) throws(RecordFault) -> Void
  ) throws(RecordFault) {
    position &+= 1
    skipBlanks()
    if take(UInt8(ascii: "}")) { return }
    while true {
      guard current == UInt8(ascii: "\"") else { throw fault(.expectsName) }
      let name = try string()
      try takeColon()
      try body(&self, name)
      skipBlanks()
      if take(UInt8(ascii: ",")) {
        skipBlanks()
        continue
      }
      guard take(UInt8(ascii: "}")) else { throw fault(.expectsCommaInObject) }
      return
    }
  }

  /// Moves past an array, whose opening bracket is here; `body` moves past each element.
  @inline(__always)
  mutating func eachElement(_ body: (inout JSONLexer) throws(RecordFault) -> Void) throws(RecordFault) {
    position &+= 1
    skipBlanks()
    if take(UInt8(ascii: "]")) { return }
    while true {
      try body(&self)
      skipBlanks()
      if take(UInt8(ascii: ",")) {
        skipBlanks()
        continue
      }
      guard take(UInt8(ascii: "]")) else { throw fault(.expectsCommaInArray) }
      return
    }
  }
}

/// How deep arrays and objects may still nest.
struct DepthLimit {
  private let limit: Int
  private let left: Int

  init(_ limit: Int) {
    self.limit = limit
    left = limit
  }

  private init(_ limit: Int, left: Int) {
    self.limit = limit
    self.left = left
  }

  /// The limit within an array or object that begins at an offset.
  @inline(__always)
  func entered(at offset: Int) throws(RecordFault) -> DepthLimit {
    guard left > 0 else { throw RecordFault(.tooDeep(limit: limit), at: offset) }
    return DepthLimit(limit, left: left &- 1)
  }
}
