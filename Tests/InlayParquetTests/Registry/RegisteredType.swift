import InlayBytes
import InlayColumns

@testable import InlayParquet

/// A type of values that a column can have: what a field says of it.
struct RegisteredType: Hashable, CustomStringConvertible {
  var type: DataType
  var annotation: Annotation?

  /// What a leaf can hold. The compiler asks for a case here for each new one of the library's, and a test for a type
  /// of that kind.
  enum Kind: CaseIterable {
    case boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float, double, string, binary
    case fixedBinary, uuid, float16, date, timestamp, time, decimal, interval, null
    case enumeration, json, bson, geometry, geography
  }

  /// Every type, with each parameter that changes how it is stored.
  static let all: [RegisteredType] =
    RandomColumns.types.map { RegisteredType(type: $0) } + [
      RegisteredType(type: .timestamp(.millis, isUTC: false)), RegisteredType(type: .null),
      RegisteredType(type: .string, annotation: .enumeration),
      RegisteredType(type: .string, annotation: .json), RegisteredType(type: .binary, annotation: .bson),
      RegisteredType(type: .binary, annotation: .geometry(crs: "EPSG:4326")),
      RegisteredType(type: .binary, annotation: .geography(crs: nil, algorithm: .karney)),
    ]

  var physical: PhysicalType { ColumnLayout(field("c", isNullable: true)).physical }

  var description: String { annotation.map { "\(type) \($0)" } ?? "\(type)" }

  func field(_ name: String, isNullable: Bool) -> Field {
    Field(name, type, isNullable: isNullable, annotation: annotation)
  }

  /// The kind; nil for what is no leaf, but holds some.
  var kind: Kind? {
    switch annotation {
    case nil: unannotatedKind
    case .enumeration: .enumeration
    case .json: .json
    case .bson: .bson
    case .geometry: .geometry
    case .geography: .geography
    case .variant: nil
    }
  }

  private var unannotatedKind: Kind? {
    switch type {
    case .boolean: .boolean
    case .int8: .int8
    case .int16: .int16
    case .int32: .int32
    case .int64: .int64
    case .uint8: .uint8
    case .uint16: .uint16
    case .uint32: .uint32
    case .uint64: .uint64
    case .float: .float
    case .double: .double
    case .string: .string
    case .binary: .binary
    case .fixedBinary: .fixedBinary
    case .uuid: .uuid
    case .float16: .float16
    case .date: .date
    case .timestamp: .timestamp
    case .time: .time
    case .decimal: .decimal
    case .interval: .interval
    case .null: .null
    case .list, .structure, .map: nil
    }
  }
}
