import InlayBytes
import InlayColumns

extension LogicalPlan {
  /// Gives the values of expressions over this plan's columns, under names.
  ///
  /// - Parameter columns: One expression for each column, and its name.
  /// - Throws: ``InlayError/Code/invalidInput`` for a column that is not there, or a value of a type that its place
  ///   cannot take; `column` then is the name.
  public func computing(
    _ columns: [(name: String, value: Expression)], label: String? = nil
  ) throws -> LogicalPlan {
    let expressions = try columns.map { try $0.value.resolved(in: schema) }
    let fields = try zip(columns, expressions).map { column, value in
      var field = try value.field(over: schema, column: column.name)
      field.name = column.name
      return field
    }
    let positions = expressions.compactMap { if case .column(let position) = $0 { position } else { nil } }
    let isProjection = positions.count == expressions.count
    return LogicalPlan(
      schema: Schema(fields),
      operation: isProjection ? .project(self, columns: positions) : .compute(self, expressions), label: label
    )
  }

  /// Adds columns behind this plan's, or puts them in the place of those that have the same names.
  ///
  /// - Throws: As ``computing(_:label:)``.
  public func adding(
    _ columns: [(name: String, value: Expression)], label: String? = nil
  ) throws -> LogicalPlan {
    var all = schema.fields.enumerated().map { (name: $1.name, value: Expression.column($0)) }
    for column in columns {
      if let position = all.firstIndex(where: { $0.name == column.name }) {
        all[position] = column
      } else {
        all.append(column)
      }
    }
    return try computing(all, label: label)
  }

  /// Keeps the rows for which a condition is true; those for which it is false or null are left out.
  ///
  /// The parts of a condition that compare columns with constants become a filter, which a source may use to read less.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a column that is not there, and for what is no condition.
  public func filtering(where condition: Expression, label: String? = nil) throws -> LogicalPlan {
    let condition = try condition.resolved(in: schema)
    let type = try condition.field(over: schema, column: nil).type
    guard type == .boolean || type == .null else {
      throw InlayError(.invalidInput, "rows are kept by a condition, which is a boolean; this is \(type)")
    }
    let (filter, rest) = condition.dividedByFilter(over: schema)
    let filtered = try filter.map { try filtering($0, label: rest == nil ? label : nil) } ?? self
    guard let rest else { return filtered }
    return LogicalPlan(schema: schema, operation: .condition(filtered, rest), label: label)
  }
}
