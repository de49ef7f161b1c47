import InlayColumns

// The names that the format's Thrift file has for the values of its enumerations and unions.

extension Repetition: CustomStringConvertible {
  /// The name in the format.
  public var description: String {
    switch self {
    case .required: "REQUIRED"
    case .optional: "OPTIONAL"
    case .repeated: "REPEATED"
    }
  }
}

extension BoundaryOrder: CustomStringConvertible {
  /// The name in the format.
  public var description: String {
    switch self {
    case .unordered: "UNORDERED"
    case .ascending: "ASCENDING"
    case .descending: "DESCENDING"
    }
  }
}

extension ColumnOrder: CustomStringConvertible {
  /// The name in the format.
  public var description: String {
    switch self {
    case .typeDefined: "TYPE_ORDER"
    case .ieee754Total: "IEEE_754_TOTAL_ORDER"
    case .int96Timestamp: "INT96_TIMESTAMP_ORDER"
    case .unrecognized: "unrecognized"
    }
  }
}

extension ConvertedType: CustomStringConvertible {
  private static let names = [
    "UTF8", "MAP", "MAP_KEY_VALUE", "LIST", "ENUM", "DECIMAL", "DATE", "TIME_MILLIS", "TIME_MICROS",
    "TIMESTAMP_MILLIS", "TIMESTAMP_MICROS", "UINT_8", "UINT_16", "UINT_32", "UINT_64", "INT_8", "INT_16",
    "INT_32", "INT_64", "JSON", "BSON", "INTERVAL",
  ]

  /// The name in the format.
  public var description: String { Self.names[Int(rawValue)] }
}

extension LogicalType: CustomStringConvertible {
  /// The name in the format, with its parameters in brackets.
  public var description: String {
    let parameters = parameters
    return parameters.isEmpty ? name : "\(name)(\(parameters.joined(separator: ", ")))"
  }

  /// The name in the format, or the number in the union when it is not known.
  public var name: String {
    switch self {
    case .string: "STRING"
    case .map: "MAP"
    case .list: "LIST"
    case .enumeration: "ENUM"
    case .decimal: "DECIMAL"
    case .date: "DATE"
    case .time: "TIME"
    case .timestamp: "TIMESTAMP"
    case .integer: "INTEGER"
    case .null: "UNKNOWN"
    case .json: "JSON"
    case .bson: "BSON"
    case .uuid: "UUID"
    case .float16: "FLOAT16"
    case .variant: "VARIANT"
    case .geometry: "GEOMETRY"
    case .geography: "GEOGRAPHY"
    case .file: "FILE"
    case .unrecognized(let member): "logical type \(member)"
    }
  }

  private var parameters: [String] {
    switch self {
    case .decimal(let scale, let precision): ["\(precision)", "\(scale)"]
    case .time(let unit, let isUTC), .timestamp(let unit, let isUTC):
      [unit.rawValue.uppercased()] + (isUTC ? ["UTC"] : [])
    case .integer(let bitWidth, let isSigned): ["\(bitWidth)", isSigned ? "signed" : "unsigned"]
    case .variant(let version): version.map { ["version \($0)"] } ?? []
    case .geometry(let crs): crs.map { [$0] } ?? []
    case .geography(let crs, let algorithm): [crs, algorithm.map { "algorithm \($0)" }].compactMap(\.self)
    default: []
    }
  }
}
