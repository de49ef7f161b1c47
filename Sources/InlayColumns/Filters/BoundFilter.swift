package import InlayBytes

/// A filter whose values were held against the types of a schema, without negations: those were drawn into the tests.
///
/// A row is kept where the filter is true. A conjunction is true where all parts are, and a disjunction where one is,
/// whatever is neither true nor false elsewhere; so true and not true are all that has to be told apart.
package indirect enum BoundFilter: Sendable {
  /// A test of the column at a position.
  case test(column: Int, ColumnTest)
  /// All of the parts.
  case all([BoundFilter])
  /// At least one of the parts.
  case any([BoundFilter])

  /// Binds a filter to the schema that its columns are positions in.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a column that is not there, a value that is not of its column's
  ///   kind, or conditions that nest deeper than 100 levels.
  package init(_ filter: RowFilter, schema: Schema) throws(InlayError) {
    self = try Self.bind(filter, schema, isNegated: false, depth: 0)
  }

  private static let depthLimit = 100

  private static func bind(
    _ filter: RowFilter, _ schema: Schema, isNegated: Bool, depth: Int
  ) throws(InlayError) -> BoundFilter {
    guard depth < depthLimit else {
      throw InlayError(.invalidInput, "the conditions of a filter nest too deep; the limit is \(depthLimit)")
    }
    switch filter {
    case .not(let filter):
      return try bind(filter, schema, isNegated: !isNegated, depth: depth + 1)
    case .all(let filters):
      let parts = try bind(filters, schema, isNegated: isNegated, depth: depth + 1)
      return isNegated ? .any(parts) : .all(parts)
    case .any(let filters):
      let parts = try bind(filters, schema, isNegated: isNegated, depth: depth + 1)
      return isNegated ? .all(parts) : .any(parts)
    default:
      let (column, test) = try leaf(filter, schema)
      return .test(column: column, isNegated ? test.opposite : test)
    }
  }

  private static func bind(
    _ filters: [RowFilter], _ schema: Schema, isNegated: Bool, depth: Int
  ) throws(InlayError) -> [BoundFilter] {
    var parts: [BoundFilter] = []
    for filter in filters { parts.append(try bind(filter, schema, isNegated: isNegated, depth: depth)) }
    return parts
  }

  private static func leaf(_ filter: RowFilter, _ schema: Schema) throws(InlayError) -> (Int, ColumnTest) {
    switch filter {
    case .comparison(let column, let comparison, let value):
      return (column, try ColumnTest(comparison, value, schema.filtered(column)))
    case .isOneOf(let column, let values):
      return (column, try ColumnTest(oneOf: values, schema.filtered(column)))
    case .startsWith(let column, let prefix):
      return (column, try ColumnTest(startsWith: prefix, schema.filtered(column)))
    case .isNull(let column):
      _ = try schema.filtered(column)
      return (column, .isNull)
    case .isNotNull(let column):
      _ = try schema.filtered(column)
      return (column, .isNotNull)
    case .not, .all, .any: preconditionFailure("a condition over conditions is no leaf")
    }
  }
}

extension Schema {
  /// Returns the field that a filter names.
  fileprivate func filtered(_ column: Int) throws(InlayError) -> Field {
    guard fields.indices.contains(column) else {
      throw InlayError(
        .invalidInput, "the filter names a column that is not among the \(count) there are: \(column)")
    }
    return fields[column]
  }
}
