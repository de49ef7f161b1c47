import InlayBytes

/// Looks for matches of a program in one text.
///
/// Every step is tried at most once at each place, for if it led to a match the search would be over: so the time grows
/// with the product of the lengths, and no expression takes longer.
struct PatternMatcher: ~Escapable {
  private let program: PatternProgram
  private let text: RawSpan
  /// Which steps were tried where, one bit each.
  private var tried: [UInt64]
  private var pending: [(step: Int, offset: Int)] = []
  /// Where a match must end; nil when anywhere.
  private let end: Int?

  /// The most bits that are kept for a text: 32 MiB.
  private static let limit = 1 << 28

  @_lifetime(copy text)
  init(_ program: PatternProgram, _ text: RawSpan, endingAt end: Int? = nil) throws {
    self.program = program
    self.text = text
    self.end = end
    let (bits, overflow) = program.steps.count.multipliedReportingOverflow(by: text.byteCount + 1)
    guard !overflow, bits <= Self.limit else {
      throw InlayError(
        .limitExceeded,
        "a text is too long for its regular expression; it has \(text.byteCount) bytes, and the expression \(program.steps.count) steps"
      )
    }
    tried = Array(repeating: 0, count: bits / 64 + 1)
  }

  /// Returns the first match from an offset on: where it begins and ends.
  mutating func first(from start: Int) throws -> Range<Int>? {
    var offset = start
    while true {
      if let end = try matchEnd(at: offset) { return offset..<end }
      guard offset < text.byteCount else { return nil }
      offset += text.characterLength(at: offset)
    }
  }

  /// Returns where the match that begins at an offset ends; nil when there is none.
  mutating func matchEnd(at start: Int) throws -> Int? {
    pending.removeAll(keepingCapacity: true)
    pending.append((0, start))
    while let (first, place) = pending.popLast() {
      if let end = try follow(first, place) { return end }
    }
    return nil
  }

  /// Goes on from a step until it leads to a match or to nothing.
  private mutating func follow(_ first: Int, _ place: Int) throws -> Int? {
    var (step, offset) = (first, place)
    while isNew(step, offset) {
      switch program.steps[step] {
      case .character(let characters):
        guard offset < text.byteCount else { return nil }
        let (value, length) = text.character(at: offset)
        guard characters.contains(value) else { return nil }
        offset += length
        step += 1
      case .either(let preferred, let other):
        pending.append((other, offset))
        step = preferred
      case .jump(let target): step = target
      case .place(let place):
        guard text.isAt(place, offset) else { return nil }
        step += 1
      case .atomic(let inner):
        var matcher = try PatternMatcher(inner, text)
        guard let end = try matcher.matchEnd(at: offset) else { return nil }
        offset = end
        step += 1
      case .look(let inner, let isBehind, let isNegated):
        guard try looks(inner, isBehind, offset) != isNegated else { return nil }
        step += 1
      case .match:
        guard end == nil || end == offset else { return nil }
        return offset
      }
    }
    return nil
  }

  /// Notes that a step is tried at a place; false when it was before.
  private mutating func isNew(_ step: Int, _ offset: Int) -> Bool {
    let bit = step &* (text.byteCount &+ 1) &+ offset
    let mask: UInt64 = 1 << UInt64(truncatingIfNeeded: bit & 63)
    guard tried[bit >> 6] & mask == 0 else { return false }
    tried[bit >> 6] |= mask
    return true
  }

  private func looks(_ inner: PatternProgram, _ isBehind: Bool, _ offset: Int) throws -> Bool {
    var matcher = try PatternMatcher(inner, text, endingAt: isBehind ? offset : nil)
    guard isBehind else { return try matcher.matchEnd(at: offset) != nil }
    var start = offset
    while true {
      if try matcher.matchEnd(at: start) != nil { return true }
      guard start > 0 else { return false }
      start -= text.lengthOfCharacter(before: start)
    }
  }
}
