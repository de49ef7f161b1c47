public import InlayColumns
public import InlayEngine

/// A table that is yet to be computed: a source, and what is to be done with its rows.
///
/// A table is a value. Describing one reads nothing and cannot fail; what is wrong with it, such as a column that does
/// not exist or a file that is not there, is thrown by the call that asks for its rows.
public struct Table: Sendable {
  private let makePlan: @Sendable () throws -> LogicalPlan

  /// Wraps a plan, or the way to one.
  public init(_ plan: @escaping @Sendable () throws -> LogicalPlan) { makePlan = plan }

  /// Wraps a source of batches.
  public init(_ source: any BatchSource) { makePlan = { .scan(source) } }

  /// Returns the plan that gives the table's rows; opens the sources to learn their columns.
  public func plan() throws -> LogicalPlan { try makePlan() }

  /// Returns the table's columns; opens the sources to learn them, and reads no rows.
  public func schema() throws -> Schema { try plan().schema }
}

extension Table {
  /// Keeps the named columns, in that order.
  public func selecting(_ names: String...) -> Table { selecting(names) }

  /// Keeps the named columns, in that order.
  public func selecting(_ names: [String]) -> Table { map { try $0.selecting(names) } }

  /// Drops the named columns.
  public func dropping(_ names: String...) -> Table { map { try $0.dropping(names) } }

  /// Gives a column another name.
  public func renaming(_ name: String, to newName: String) -> Table {
    map { try $0.renaming(name, to: newName) }
  }

  /// Keeps the rows whose value of a column meets a condition: `filtering("popularity", .greaterThan(50))`.
  ///
  /// Constants are typed by the column: a date is given as `"2020-09-25"`. A row without a value meets no comparison,
  /// and none of their opposites. Parquet files skip row groups and pages of which their statistics show that no row
  /// meets it.
  public func filtering(_ column: String, _ condition: ColumnCondition) -> Table {
    map { plan in
      let position = try plan.schema.position(of: column)
      return try plan.filtering(try condition.filter(column: position, in: plan.schema))
    }
  }

  /// Keeps the rows that meet a condition over any columns: `filtering(where: "a > 50 OR b IN ('x', 'y')")`.
  ///
  /// ``RowFilter/init(text:schema:)`` describes the form; ``filtering(_:_:)`` takes constants that come from elsewhere.
  public func filtering(where text: String) -> Table {
    map { try $0.filtering(try RowFilter(text: text, schema: $0.schema)) }
  }

  /// Pairs the rows of this table with those of another that have equal keys; null equals nothing.
  ///
  /// The columns are this table's, then the other's; where a name occurs in both, this table's gets a dot before it.
  ///
  /// - Parameter keys: Pairs of column names, this table's first.
  public func joined(to other: Table, on keys: (String, String)...) -> Table {
    map { left in
      let right = try other.plan()
      let positions = JoinKeys(
        left: try keys.map { try left.schema.position(of: $0.0) },
        right: try keys.map { try right.schema.position(of: $0.1) })
      return try left.joined(to: right, keys: positions)
    }
  }

  private func map(_ transform: @escaping @Sendable (LogicalPlan) throws -> LogicalPlan) -> Table {
    Table { try transform(makePlan()) }
  }
}
