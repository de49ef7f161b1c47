import InlayBytes

extension DataType: CustomStringConvertible {
  /// The type as text, in the form that schema files use: `int64`, `timestamp(micros, UTC)`, `decimal(10, 2)`.
  public var description: String {
    switch self {
    case .boolean: "boolean"
    case .int8: "int8"
    case .int16: "int16"
    case .int32: "int32"
    case .int64: "int64"
    case .uint8: "uint8"
    case .uint16: "uint16"
    case .uint32: "uint32"
    case .uint64: "uint64"
    case .float: "float"
    case .double: "double"
    case .string: "string"
    case .binary: "binary"
    case .date: "date"
    case .timestamp(let unit, isUTC: true): "timestamp(\(unit.rawValue), UTC)"
    case .timestamp(let unit, isUTC: false): "timestamp(\(unit.rawValue))"
    case .time(let unit): "time(\(unit.rawValue))"
    case .decimal(let precision, let scale): "decimal(\(precision), \(scale))"
    }
  }

  private static let plain: [DataType] = [
    .boolean, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float, .double, .string,
    .binary,
    .date,
  ]

  /// Reads a type from its text; letter case and spaces around the parts do not matter.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` with the forms that are known.
  public init(text: String) throws {
    let (name, arguments) = Self.split(text.lowercased())
    if arguments.isEmpty, let type = Self.plain.first(where: { $0.description == name }) {
      self = type
      return
    }
    switch (name, arguments.count) {
    case ("timestamp", 1), ("timestamp", 2):
      guard let unit = TimeUnit(rawValue: arguments[0]), arguments.count == 1 || arguments[1] == "utc" else {
        break
      }
      self = .timestamp(unit, isUTC: arguments.count == 2)
      return
    case ("time", 1):
      guard let unit = TimeUnit(rawValue: arguments[0]) else { break }
      self = .time(unit)
      return
    case ("decimal", 2):
      guard let precision = Int(arguments[0]), let scale = Int(arguments[1]) else { break }
      guard (1...38).contains(precision), (0...precision).contains(scale) else { break }
      self = .decimal(precision: precision, scale: scale)
      return
    default: break
    }
    throw InlayError(
      .invalidInput,
      """
      not a type; give boolean, int8 to int64, uint8 to uint64, float, double, string, binary, date, \
      timestamp(millis|micros|nanos[, UTC]), time(millis|micros|nanos) or decimal(PRECISION 1 to 38, SCALE): \(text)
      """)
  }

  /// Splits `name(a, b)` into its parts; a text without a closing bracket is all name.
  private static func split(_ text: String) -> (name: String, arguments: [String]) {
    let text = text.trimmed
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return (text, []) }
    let inner = text[text.index(after: open)...].dropLast()
    let arguments = inner.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
    return (String(text[..<open]).trimmed, arguments)
  }
}

extension String {
  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
