import InlayBytes
import InlayColumns

extension AggregateFunction {
  /// Whether the value is a number of rows, and so never null.
  var isCount: Bool { self == .count || self == .countDistinct }

  /// Returns the type of what is computed of a column.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a column that it is not computed of.
  func resultType(of field: Field) throws -> DataType {
    switch self {
    case .count: return .int64
    case .countDistinct:
      try requireDistinguishable(field)
      return .int64
    case .first, .last: return field.type
    case .min, .max:
      try requireOrdered(field)
      return field.type
    case .sum, .sumDistinct, .avg: return try sumType(of: field)
    default:
      _ = try inputType(of: field)
      return .double
    }
  }

  /// Returns the type that the values are cast to before anything is computed; nil for one that is taken as it is.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a column that the function is not computed of.
  func inputType(of field: Field) throws -> DataType? {
    switch self {
    case .count, .countDistinct, .first, .last, .min, .max: return nil
    case .sum, .sumDistinct, .avg:
      switch field.type {
      case .string, .timestamp: return .double
      // Spark, which has no unsigned numbers, reads these as decimal ones.
      case .uint64: return .decimal(precision: 20, scale: 0)
      default: return field.type.isNumber || field.type == .null ? nil : try refuse(field)
      }
    default:
      switch field.type {
      case .string, .decimal: return .double
      default: return field.type.isNumber || field.type == .null ? nil : try refuse(field)
      }
    }
  }

  private func sumType(of field: Field) throws -> DataType {
    let type = try inputType(of: field) ?? field.type
    if case .decimal(let precision, let scale) = type {
      let shape: DecimalShape =
        self == .avg ? .mean(precision: precision, scale: scale) : .sum(precision: precision, scale: scale)
      return shape.type
    }
    return self != .avg && type.isSummedAsInteger ? .int64 : .double
  }

  private func requireDistinguishable(_ field: Field) throws {
    if field.type.containsMap { try refuse(field) }
  }

  private func requireOrdered(_ field: Field) throws {
    if !field.type.isOrdered { try refuse(field) }
  }

  @discardableResult
  private func refuse(_ field: Field) throws -> DataType? {
    throw InlayError(
      .invalidInput, "\(rawValue) is not computed of values of this type; the type is \(field.type)",
      at: .init(column: field.name))
  }
}

extension DataType {
  /// Whether values are maps or hold some.
  var containsMap: Bool {
    if case .map = self { return true }
    return children.contains { $0.type.containsMap }
  }

  /// Whether one of two values that differ comes before the other.
  var isOrdered: Bool {
    switch self {
    case .map, .interval: false
    default: children.allSatisfy { $0.type.isOrdered }
    }
  }

  /// Whether values are numbers.
  var isNumber: Bool {
    switch self {
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float16, .float, .double,
      .decimal:
      true
    default: false
    }
  }
}
