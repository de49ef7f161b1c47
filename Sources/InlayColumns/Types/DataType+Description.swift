extension DataType: CustomStringConvertible {
  /// The type as text, in the form that schema files use: `int64`, `timestamp(micros, UTC)`, `decimal(10, 2)`,
  /// `list(string)`, `struct(a: int32 not null, b: date)`, `map(string, double)`.
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
    case .float16: "float16"
    case .float: "float"
    case .double: "double"
    case .string: "string"
    case .binary: "binary"
    case .fixedBinary(let byteWidth): "binary(\(byteWidth))"
    case .uuid: "uuid"
    case .date: "date"
    case .interval: "interval"
    case .null: "null"
    case .timestamp(let unit, isUTC: true): "timestamp(\(unit.rawValue), UTC)"
    case .timestamp(let unit, isUTC: false): "timestamp(\(unit.rawValue))"
    case .time(let unit): "time(\(unit.rawValue))"
    case .decimal(let precision, let scale): "decimal(\(precision), \(scale))"
    case .list(let element): "list(\(element.typeText))"
    case .structure(let fields):
      "struct(" + fields.map { "\($0.quotedName): \($0.typeText)" }.joined(separator: ", ") + ")"
    case .map(let key, let value): "map(\(key.type), \(value.typeText))"
    }
  }
}

extension Field {
  /// The type with what is said of nulls when they are not allowed.
  fileprivate var typeText: String { isNullable ? type.description : "\(type) not null" }

  /// The name, in quotes unless it is a plain word.
  fileprivate var quotedName: String {
    let isWord =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
    return isWord ? name : "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}
