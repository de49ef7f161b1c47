import InlayBytes

/// Finds the records of a text of values, with any white space between and within them, along a path.
///
/// It checks what stands around records; the records themselves are checked by those who read them.
struct RecordLocator {
  /// What was found.
  enum Found {
    /// A record at a range of the window.
    case record(Range<Int>)
    /// The window ends; what comes behind it is needed.
    case needsMore
    /// The text ends.
    case end
  }

  /// An array or object that the place is in.
  private struct Level {
    let isObject: Bool
    /// How many steps of the path lead to it; more than there are in an array of records.
    let stepCount: Int
    /// The position of the element.
    var index = 0
  }

  private enum Expected {
    /// A value, to which so many steps of the path lead, or none.
    case value(stepCount: Int?)
    case firstName
    case firstElement
    case name
    case colon(stepCount: Int?)
    /// A comma or the end of the level; between values of the text nothing.
    case separator
    /// The rest of a value that has no records.
    case rest(ValueSkipper)
  }

  private let steps: [JSONPath.Step]
  private let maxDepth: Int
  private var levels: [Level] = []
  private var expected = Expected.separator

  init(_ path: JSONPath, maxDepth: Int) {
    steps = path.steps
    self.maxDepth = maxDepth
  }

  /// Whether the place is in a record, or a name, that is not whole yet.
  private(set) var holdsRecord = false

  /// Moves a position of a window to behind the next record.
  ///
  /// - Parameter isWhole: Whether the text ends with the window.
  mutating func next(_ window: RawSpan, at position: inout Int, isWhole: Bool) throws(RecordFault) -> Found {
    while true {
      if case .rest = expected {} else { Self.skipBlanks(window, &position) }
      guard position < window.byteCount else { return try atEnd(isWhole, position) }
      if let found = try step(window, &position, isWhole) { return found }
    }
  }

  private func atEnd(_ isWhole: Bool, _ position: Int) throws(RecordFault) -> Found {
    guard isWhole else { return .needsMore }
    if levels.isEmpty {
      if case .separator = expected { return .end }
      if case .rest(let skipper) = expected, skipper.canEnd { return .end }
    }
    throw RecordFault(.endOfText, at: position)
  }

  /// Moves over the next token; returns what is found, if anything.
  private mutating func step(
    _ window: RawSpan, _ position: inout Int, _ isWhole: Bool
  ) throws(RecordFault) -> Found? {
    switch expected {
    case .separator: try takeSeparator(window.byte(at: position), &position)
    case .firstName:
      if window.byte(at: position) == UInt8(ascii: "}") { leave(&position) } else { expected = .name }
    case .firstElement:
      if window.byte(at: position) == UInt8(ascii: "]") { leave(&position) } else { expectElement() }
    case .colon(let stepCount):
      guard window.byte(at: position) == UInt8(ascii: ":") else {
        throw RecordFault(.expectsColon, at: position)
      }
      position += 1
      expected = .value(stepCount: stepCount)
    case .name: return try takeName(window, &position, isWhole)
    case .value(let stepCount): return try takeValue(window, &position, stepCount, isWhole)
    case .rest(var skipper):
      let end = skipper.end(in: window, from: &position)
      expected = end == nil ? .rest(skipper) : .separator
    }
    return nil
  }

  // MARK: Around values

  private mutating func leave(_ position: inout Int) {
    levels.removeLast()
    position += 1
    expected = .separator
  }

  private mutating func expectElement() {
    guard let level = levels.last else { return }
    guard level.stepCount < steps.count else {
      expected = .value(stepCount: level.stepCount)
      return
    }
    let step = steps[level.stepCount]
    let isOnPath = step == .allElements || step == .element(level.index)
    expected = .value(stepCount: isOnPath ? level.stepCount + 1 : nil)
  }

  private mutating func takeSeparator(_ byte: UInt8, _ position: inout Int) throws(RecordFault) {
    guard let level = levels.last else {
      expected = .value(stepCount: 0)
      return
    }
    if byte == (level.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return leave(&position) }
    guard byte == UInt8(ascii: ",") else {
      throw RecordFault(level.isObject ? .expectsCommaInObject : .expectsCommaInArray, at: position)
    }
    position += 1
    levels[levels.count - 1].index += 1
    if level.isObject { expected = .name } else { expectElement() }
  }

  private mutating func takeName(
    _ window: RawSpan, _ position: inout Int, _ isWhole: Bool
  ) throws(RecordFault) -> Found? {
    guard window.byte(at: position) == UInt8(ascii: "\""), let level = levels.last else {
      throw RecordFault(.expectsName, at: position)
    }
    var skipper = ValueSkipper()
    var end = position
    holdsRecord = true
    guard skipper.end(in: window, from: &end) != nil else {
      if isWhole { throw RecordFault(.endOfText, at: window.byteCount) }
      return .needsMore
    }
    var name = ValueBuilder<UInt8>()
    JSONEscape.append(unescaped: window.extracting(position + 1..<end - 1), to: &name)
    var isOnPath = false
    if case .member(let wanted) = steps[level.stepCount] {
      var text = ValueBuilder<UInt8>()
      text.append(utf8: wanted)
      isOnPath = text.rawSpan.hasSameBytes(as: name.rawSpan)
    }
    position = end
    expected = .colon(stepCount: isOnPath ? level.stepCount + 1 : nil)
    return nil
  }

  // MARK: Values

  private mutating func takeValue(
    _ window: RawSpan, _ position: inout Int, _ stepCount: Int?, _ isWhole: Bool
  ) throws(RecordFault) -> Found? {
    let byte = window.byte(at: position)
    guard !Self.endsValue(byte) else { throw RecordFault(.expectsValue, at: position) }
    guard let stepCount else {
      expected = .rest(ValueSkipper())
      return nil
    }
    if stepCount < steps.count {
      switch (steps[stepCount], byte) {
      case (.member, UInt8(ascii: "{")): try enter(&position, isObject: true, stepCount)
      case (.element, UInt8(ascii: "[")), (.allElements, UInt8(ascii: "[")):
        try enter(&position, isObject: false, stepCount)
      default: expected = .rest(ValueSkipper())
      }
      return nil
    }
    if stepCount == steps.count && byte == UInt8(ascii: "[") {
      try enter(&position, isObject: false, stepCount + 1)
      return nil
    }
    return try takeRecord(window, &position, isWhole)
  }

  private mutating func enter(_ position: inout Int, isObject: Bool, _ stepCount: Int) throws(RecordFault) {
    guard levels.count < maxDepth else { throw RecordFault(.tooDeep(limit: maxDepth), at: position) }
    levels.append(Level(isObject: isObject, stepCount: stepCount))
    position += 1
    expected = isObject ? .firstName : .firstElement
  }

  private mutating func takeRecord(
    _ window: RawSpan, _ position: inout Int, _ isWhole: Bool
  ) throws(RecordFault) -> Found? {
    var skipper = ValueSkipper()
    var end = position
    let start = position
    holdsRecord = false
    if skipper.end(in: window, from: &end) == nil {
      holdsRecord = true
      guard isWhole else { return .needsMore }
      // What is cut off is left to those who read the record to complain about.
      end = window.byteCount
    } else if end == position {
      throw RecordFault(.expectsValue, at: position)
    }
    position = end
    expected = .separator
    return .record(start..<end)
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: ":")
  }

  private static func skipBlanks(_ window: RawSpan, _ position: inout Int) {
    while position < window.byteCount {
      let byte = window.byte(at: position)
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }
}
