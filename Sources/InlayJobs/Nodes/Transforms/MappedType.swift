import InlayColumns

/// The type that ApplyMapping gives a column.
enum MappedType: Hashable, Sendable {
  /// The type that the column has.
  case unchanged
  /// A type of nested values, which are not cast: their columns keep the type that they have.
  case nested
  case cast(DataType)

  /// The names of the types to cast to, in the service's words.
  static let castNames = [
    "string", "int", "long", "short", "byte", "float", "double", "boolean", "date", "timestamp", "decimal",
    "binary",
  ]

  /// The names of the types, in the service's words.
  static let names = castNames + ["struct", "array", "map"]

  /// The type to cast to; nothing for none.
  var type: DataType? {
    if case .cast(let type) = self { type } else { nil }
  }

  /// The type in a user's words.
  var summary: String {
    type.map { "\($0)" } ?? ""
  }

  /// Reads the name of a type, as Glue Studio, Spark and Hive spell it.
  init?(_ text: String) {
    let name = String(text.lowercased().filter { $0 != " " })
    let base = name.prefix { $0 != "(" && $0 != "<" }
    switch base {
    case "string", "varchar", "char", "text": self = .cast(.string)
    case "int", "integer": self = .cast(.int32)
    case "long", "bigint": self = .cast(.int64)
    case "short", "smallint": self = .cast(.int16)
    case "byte", "tinyint": self = .cast(.int8)
    case "float", "real": self = .cast(.float)
    case "double": self = .cast(.double)
    case "boolean", "bool": self = .cast(.boolean)
    case "date": self = .cast(.date)
    case "timestamp": self = .cast(.timestamp(.micros, isUTC: true))
    case "binary": self = .cast(.binary)
    case "decimal", "numeric":
      guard let type = Self.decimal(name.dropFirst(base.count)) else { return nil }
      self = .cast(type)
    case "struct", "array", "map", "list", "null", "object": self = .nested
    case "choice", "": self = .unchanged
    default: return nil
    }
  }

  /// Reads `(p,s)` or `(p)`; a decimal without them has ten digits, two of them after the point, as in Glue.
  private static func decimal(_ arguments: Substring) -> DataType? {
    guard !arguments.isEmpty else { return .decimal(precision: 10, scale: 2) }
    guard arguments.first == "(", arguments.last == ")" else { return nil }
    let numbers = arguments.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard (1...2).contains(numbers.count), let precision = numbers[0], (1...38).contains(precision),
      let scale = numbers.count == 2 ? numbers[1] : 0, (0...precision).contains(scale)
    else { return nil }
    return .decimal(precision: precision, scale: scale)
  }
}
