import InlayBytes
import InlayColumns

extension Expression {
  /// Returns the type of the values, and whether they may be null; the name is without meaning.
  ///
  /// - Parameter column: What the values are to be called, for the location of an error.
  /// - Throws: ``InlayError/Code/invalidInput`` for a column that is not there, and a value of a type that its place
  ///   cannot take.
  func field(over schema: Schema, column: String?) throws -> Field {
    switch self {
    case .column(let position):
      guard schema.fields.indices.contains(position) else {
        throw InlayError(
          .invalidInput,
          "the expression names a column that is not among the \(schema.count) there are: \(position)",
          at: .init(column: column))
      }
      return schema[position]
    case .literal(let literal): return Field("", literal.type, isNullable: false)
    default: throw InlayError(.unsupported, "this expression is not computed yet", at: .init(column: column))
    }
  }

  /// Returns the same condition as a filter, when it only compares columns with constants; else nil.
  func rowFilter(over schema: Schema) -> RowFilter? { nil }
}

extension DataType {
  /// Returns the type that Spark gives a column of values of both types; nil when there is none.
  func widened(with other: DataType) -> DataType? { self == other ? self : nil }
}
