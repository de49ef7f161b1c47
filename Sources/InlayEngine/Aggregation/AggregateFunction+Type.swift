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
    case .count, .countDistinct: return .int64
    case .first, .last, .min, .max: return field.type
    default: throw InlayError(.unsupported, "\(rawValue) is not computed yet", at: .init(column: field.name))
    }
  }
}
