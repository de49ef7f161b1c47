public import InlayBytes

/// What the values of one column shall meet, with constants as one writes them; see ``FilterConstant``.
///
/// A missing value meets no comparison, and none of their opposites: see ``RowFilter``.
public indirect enum ColumnCondition: Hashable, Sendable {
  /// The value compares with a constant as it is said.
  case comparison(RowFilter.Comparison, FilterConstant)
  /// The value is one of some constants.
  case isOneOf([FilterConstant])
  /// The string or binary begins with a constant.
  case startsWith(FilterConstant)
  /// The value is missing.
  case isNull
  /// The value is there.
  case isNotNull
  /// The condition is false.
  case not(ColumnCondition)
  /// All of the conditions are true.
  case all([ColumnCondition])
  /// At least one of the conditions is true.
  case any([ColumnCondition])
}

extension ColumnCondition {
  /// The value equals the constant.
  public static func equalTo(_ constant: FilterConstant) -> Self { .comparison(.equal, constant) }
  /// The value is another one than the constant.
  public static func notEqualTo(_ constant: FilterConstant) -> Self { .comparison(.notEqual, constant) }
  /// The value comes before the constant.
  public static func lessThan(_ constant: FilterConstant) -> Self { .comparison(.less, constant) }
  /// The value comes before the constant or equals it.
  public static func atMost(_ constant: FilterConstant) -> Self { .comparison(.lessOrEqual, constant) }
  /// The value comes after the constant.
  public static func greaterThan(_ constant: FilterConstant) -> Self { .comparison(.greater, constant) }
  /// The value comes after the constant or equals it.
  public static func atLeast(_ constant: FilterConstant) -> Self { .comparison(.greaterOrEqual, constant) }
  /// The value lies between two constants, or equals one of them.
  public static func between(_ first: FilterConstant, and last: FilterConstant) -> Self {
    .all([.atLeast(first), .atMost(last)])
  }
}

extension ColumnCondition {
  /// Returns the condition on the column at a position of a schema.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a constant that is no value of the column's type;
  ///   ``InlayError/Code/unsupported`` for a type whose values are not compared.
  public func filter(column: Int, in schema: Schema) throws(InlayError) -> RowFilter {
    let field = schema[column]
    switch self {
    case .comparison(let comparison, let constant):
      return .comparison(column: column, comparison, try ColumnValue(constant, of: field))
    case .isOneOf(let constants):
      var values: [ColumnValue] = []
      for constant in constants { values.append(try ColumnValue(constant, of: field)) }
      return .isOneOf(column: column, values)
    case .startsWith(let constant): return try RowFilter(column, of: field, startsWith: constant)
    case .isNull: return .isNull(column: column)
    case .isNotNull: return .isNotNull(column: column)
    case .not(let condition): return .not(try condition.filter(column: column, in: schema))
    case .all(let conditions): return .all(try Self.filters(conditions, column, schema))
    case .any(let conditions): return .any(try Self.filters(conditions, column, schema))
    }
  }

  private static func filters(
    _ conditions: [ColumnCondition], _ column: Int, _ schema: Schema
  ) throws(InlayError) -> [RowFilter] {
    var filters: [RowFilter] = []
    for condition in conditions { filters.append(try condition.filter(column: column, in: schema)) }
    return filters
  }
}

extension RowFilter {
  /// Compares the first bytes of a column with a constant.
  init(_ column: Int, of field: Field, startsWith constant: FilterConstant) throws(InlayError) {
    guard case .bytes(let bytes) = try ColumnValue(constant, of: field) else {
      throw InlayError(
        .invalidInput, "only strings and binaries begin with something; the type is \(field.type)",
        at: .init(column: field.name))
    }
    self = .startsWith(column: column, bytes)
  }
}
