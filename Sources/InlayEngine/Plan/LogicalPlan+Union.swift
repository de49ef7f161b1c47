import InlayBytes
import InlayColumns

extension LogicalPlan {
  /// Gives the rows of some plans, one after the other. Columns go by position, and have the first plan's names.
  ///
  /// Columns of different types become the type that holds the values of both, as Spark widens them: text where there is
  /// no other.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for no plans, for different numbers of columns, and for nested types that
  ///   differ.
  public static func union(_ plans: [LogicalPlan], label: String? = nil) throws -> LogicalPlan {
    guard let first = plans.first else { throw InlayError(.invalidInput, "a union needs inputs") }
    var fields = first.schema.fields
    for plan in plans.dropFirst() {
      guard plan.schema.count == fields.count else {
        throw InlayError(
          .invalidInput,
          """
          the inputs of a union have the same number of columns; the first has \(fields.count), another \
          \(plan.schema.count)
          """)
      }
      for (position, field) in plan.schema.fields.enumerated() {
        fields[position] = try fields[position].united(with: field)
      }
    }
    let schema = Schema(fields)
    let inputs = try plans.map { try $0.converted(to: schema) }
    return LogicalPlan(schema: schema, operation: .union(inputs), label: label)
  }

  /// Gives the columns under the names and types of a schema of as many.
  private func converted(to target: Schema) throws -> LogicalPlan {
    let columns = zip(schema.fields, target.fields).enumerated().map { position, pair in
      let value = Expression.column(position)
      return (name: pair.1.name, value: pair.0.type == pair.1.type ? value : .cast(value, pair.1.type))
    }
    guard columns.map(\.name) != schema.names || schema.fields.map(\.type) != target.fields.map(\.type) else {
      return self
    }
    return try computing(columns)
  }
}

extension Field {
  /// Returns the field that takes the values of both.
  fileprivate func united(with other: Field) throws -> Field {
    var field = self
    field.isNullable = isNullable || other.isNullable
    guard type != other.type else { return field }
    guard let common = type.widened(with: other.type) else {
      throw InlayError(
        .invalidInput,
        "no type holds the values of both columns, so a union cannot; they are \(type) and \(other.type)",
        at: .init(column: name))
    }
    field.type = common
    field.annotation = nil
    return field
  }
}
