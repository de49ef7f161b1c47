import InlayBytes
import Synchronization

/// A regular expression that was read once, for many texts.
final class Pattern: Sendable {
  /// How a match is looked for.
  private enum Plan: Sendable {
    /// The text anywhere.
    case text(Values<UInt8>)
    /// The text at the start.
    case start(Values<UInt8>)
    case steps
  }

  private let plan: Plan
  private let program: PatternProgram
  /// Whether the expression is the empty text.
  private let isEmpty: Bool

  private init(_ text: String) throws {
    var parser = PatternParser(text)
    let node = try parser.parse()
    program = try PatternProgram(node)
    plan = Self.plan(node)
    isEmpty = text.isEmpty
  }

  /// Returns an expression, which is read only when it is not known from before.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a text that is no expression, ``InlayError/Code/unsupported`` for what
  ///   is not matched, and ``InlayError/Code/limitExceeded`` for what is too large.
  static func of(_ text: String) throws -> Pattern {
    if let known = known.withLock({ $0[text] }) { return known }
    let pattern = try Pattern(text)
    known.withLock {
      if $0.count >= 1_000 { $0.removeAll() }
      $0[text] = pattern
    }
    return pattern
  }

  private static let known = Mutex<[String: Pattern]>([:])

  /// Whether some part of a text matches.
  func isFound(in text: RawSpan) throws -> Bool {
    switch plan {
    case .text(let wanted): return text.contains(wanted.rawSpan)
    case .start(let wanted): return text.starts(with: wanted.rawSpan)
    case .steps:
      var matcher = try PatternMatcher(program, text)
      return try matcher.first(from: 0) != nil
    }
  }

  /// Returns the parts of a text between the matches, of which an empty one at the start parts nothing.
  ///
  /// - Parameter limit: The most parts, the last of which is all that is left; nil when there is none.
  func parts(of text: RawSpan, limit: Int?) throws -> [Range<Int>] {
    let parts = try partsWithLast(of: text, limit: limit)
    // An expression that is empty parts characters, and nothing is behind the last one.
    return isEmpty && limit == nil && parts.count > 1 ? Array(parts.dropLast()) : parts
  }

  private func partsWithLast(of text: RawSpan, limit: Int?) throws -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var (start, offset) = (0, 0)
    while limit.map({ parts.count < $0 - 1 }) ?? true, offset <= text.byteCount {
      var matcher = try PatternMatcher(program, text)
      guard let match = try matcher.first(from: offset) else { break }
      if match.upperBound > 0 {
        parts.append(start..<match.lowerBound)
        start = match.upperBound
      }
      let isEmpty = match.isEmpty
      offset = match.upperBound
      if isEmpty { offset += offset < text.byteCount ? text.characterLength(at: offset) : 1 }
    }
    return parts + [start..<text.byteCount]
  }

  /// Sees that there is nothing to look for but a text.
  private static func plan(_ node: PatternNode) -> Plan {
    var parts: [PatternNode] = if case .sequence(let parts) = node { parts } else { [node] }
    // What may be empty at both ends changes nothing: any part of the text may match.
    while let last = parts.last, isOptional(last) { parts.removeLast() }
    while let first = parts.first, isOptional(first) { parts.removeFirst() }
    var isStart = false
    if case .place(.textStart)? = parts.first {
      isStart = true
      parts.removeFirst()
    }
    var text = ""
    for part in parts {
      guard case .character(let characters) = part, let scalar = characters.only else { return .steps }
      text.unicodeScalars.append(scalar)
    }
    let bytes = Values(Array(text.utf8))
    return isStart ? .start(bytes) : .text(bytes)
  }

  private static func isOptional(_ node: PatternNode) -> Bool {
    if case .repetition(_, least: 0, _, _) = node { true } else { false }
  }
}
