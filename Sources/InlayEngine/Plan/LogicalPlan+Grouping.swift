import InlayBytes
import InlayColumns

extension LogicalPlan {
  /// Gives one row for each group of rows with equal keys: the keys, then what is computed of the group.
  ///
  /// Nulls are equal to each other here, NaN equals NaN, and -0 equals 0. The groups come in the order of their first
  /// rows. Without keys there is one group, of no rows when there are none.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for keys that cannot be compared, and for a function that is not
  ///   computed of its column's type.
  public func aggregating(by keys: [Int], _ aggregates: [Aggregate], label: String? = nil) throws
    -> LogicalPlan
  {
    try requireComparable(keys)
    let fields = try keys.map { schema[$0] } + aggregates.map { try $0.field(over: schema) }
    let (input, mapped) = try castingInputs(of: aggregates)
    return LogicalPlan(
      schema: Schema(fields), operation: .aggregate(input, keys: keys, mapped), label: label)
  }

  /// Adds columns behind this plan's for what is computed of values as those of another type.
  private func castingInputs(of aggregates: [Aggregate]) throws -> (LogicalPlan, [Aggregate]) {
    var columns = schema.fields.indices.map { (name: schema[$0].name, value: Expression.column($0)) }
    let mapped = try aggregates.map { aggregate in
      var aggregate = aggregate
      guard let column = aggregate.column, let type = try aggregate.function.inputType(of: schema[column])
      else { return aggregate }
      let cast = Expression.cast(.column(column), type)
      aggregate.column = columns.firstIndex { $0.value == cast } ?? columns.count
      if aggregate.column == columns.count { columns.append((name: schema[column].name, value: cast)) }
      return aggregate
    }
    return (columns.count == schema.count ? self : try computing(columns), mapped)
  }

  /// Keeps, of all rows that are equal in some columns, the first; equal is meant as in ``aggregating(by:_:label:)``.
  ///
  /// - Parameter columns: The columns to compare; nil for all.
  /// - Throws: ``InlayError/Code/invalidInput`` for columns that cannot be compared.
  public func distinct(on columns: [Int]? = nil, label: String? = nil) throws -> LogicalPlan {
    let columns = columns ?? Array(0..<schema.count)
    try requireComparable(columns)
    return LogicalPlan(schema: schema, operation: .distinct(self, columns: columns), label: label)
  }

  /// Orders the rows; those that are equal stay in the order in which they come.
  ///
  /// Texts are ordered by their bytes, and NaN is greater than every number.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for columns that have no order.
  public func sorted(by order: [SortOrder], label: String? = nil) throws -> LogicalPlan {
    try requireComparable(order.map(\.column))
    if let column = order.map(\.column).first(where: { !schema[$0].type.isOrdered }) {
      throw InlayError(
        .invalidInput, "values of this type have no order; the type is \(schema[column].type)",
        at: .init(column: schema[column].name))
    }
    return LogicalPlan(schema: schema, operation: .sort(self, order), label: label)
  }

  /// Keeps the first rows, at most `count` of them.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a negative number.
  public func limited(to count: Int, label: String? = nil) throws -> LogicalPlan {
    guard count >= 0 else {
      throw InlayError(.invalidInput, "a number of rows is not negative; found \(count)")
    }
    return LogicalPlan(schema: schema, operation: .limit(self, count), label: label)
  }

  private func requireComparable(_ columns: [Int]) throws {
    guard let column = columns.first(where: { schema[$0].type.containsMap }) else { return }
    throw InlayError(
      .invalidInput, "maps are not compared, so rows cannot be grouped or ordered by them",
      at: .init(column: schema[column].name))
  }
}

extension Aggregate {
  /// Returns the column that is computed.
  fileprivate func field(over schema: Schema) throws -> Field {
    guard let column else {
      guard function == .count else {
        throw InlayError(.invalidInput, "\(function.rawValue) is computed of a column; name one")
      }
      return Field(name, .int64, isNullable: false)
    }
    return Field(name, try function.resultType(of: schema[column]), isNullable: !function.isCount)
  }
}
