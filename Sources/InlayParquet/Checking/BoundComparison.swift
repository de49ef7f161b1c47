import InlayBytes
import InlayColumns

/// Compares bounds that a file says with the values that are there.
struct BoundComparison {
  private let decoder: BoundDecoder

  /// Prepares to compare bounds of a leaf; nil for one whose values have no order that is known.
  init?(_ element: SchemaElement) {
    guard element.type != .int96, let decoder = BoundDecoder(element) else { return nil }
    self.decoder = decoder
  }

  /// Whether the order of the type is the one in which the deprecated bounds were compared.
  var isSigned: Bool { decoder.isSigned }

  /// Bounds in the form of the PLAIN encoding.
  struct Bounds {
    /// What says them: `the chunk's statistics`.
    var what: String
    var min: [UInt8]?
    var max: [UInt8]?
    var isMinExact = false
    var isMaxExact = false
  }

  /// Adds a finding for each bound that is none, or that is said to be a value and is not.
  func check(
    _ bounds: Bounds, _ facts: ValueFacts?, _ rule: ParquetFinding.Rule, at place: InlayError.Location,
    into findings: inout FindingList
  ) {
    for message in [lowerFault(bounds, facts), upperFault(bounds, facts)].compactMap(\.self) {
      findings.add(rule, message, at: place)
    }
  }

  private func lowerFault(_ bounds: Bounds, _ facts: ValueFacts?) -> String? {
    guard let bytes = bounds.min else { return nil }
    guard let bound = value(bytes) else { return Self.noValue(bytes, bounds) }
    guard let least = facts?.min else { return nil }
    if least.isLess(than: bound) == true {
      return "a value is below the lower bound of \(bounds.what), \(Self.text(bound)): \(Self.text(least))"
    }
    guard bounds.isMinExact, bound.isLess(than: least) == true else { return nil }
    return """
      the lower bound of \(bounds.what) is said to be a value, and the least value is \(Self.text(least)): \
      \(Self.text(bound))
      """
  }

  private func upperFault(_ bounds: Bounds, _ facts: ValueFacts?) -> String? {
    guard let bytes = bounds.max else { return nil }
    guard let bound = value(bytes) else { return Self.noValue(bytes, bounds) }
    guard let greatest = facts?.max else { return nil }
    if bound.isLess(than: greatest) == true {
      return "a value is above the upper bound of \(bounds.what), \(Self.text(bound)): \(Self.text(greatest))"
    }
    guard bounds.isMaxExact, greatest.isLess(than: bound) == true else { return nil }
    return """
      the upper bound of \(bounds.what) is said to be a value, and the greatest value is \(Self.text(greatest)): \
      \(Self.text(bound))
      """
  }

  private static func noValue(_ bytes: [UInt8], _ bounds: Bounds) -> String {
    "a bound of \(bounds.what) is NaN or no value of the column's type: 0x\(Array(bytes.prefix(32)).hexadecimal)"
  }

  /// Decodes a bound; nil for bytes that are no value of the type, and for NaN.
  func value(_ bytes: [UInt8]) -> ColumnValue? {
    decoder.value(bytes)
  }

  /// A value as a message shows it: times, dates and decimals as their counts of units.
  static func text(_ value: ColumnValue) -> String {
    switch value {
    case .boolean(let value): return "\(value)"
    case .integer(let value): return "\(value)"
    case .double(let value): return "\(value)"
    case .bytes(let bytes):
      if let text = String(validating: bytes, as: UTF8.self) { return quoted(String(text.prefix(64))) }
      return "0x" + Array(bytes.prefix(32)).hexadecimal
    }
  }
}
