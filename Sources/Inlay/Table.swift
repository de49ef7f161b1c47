public import InlayColumns
public import InlayEngine

/// A table that is yet to be computed: a source, and what is to be done with its rows.
///
/// A table is a value. Describing one reads nothing and cannot fail; what is wrong with it, such as a column that does
/// not exist or a file that is not there, is thrown by the call that asks for its rows.
public struct Table: Sendable {
  /// What the table is made of; see ``Step``.
  let step: Step

  init(step: Step) { self.step = step }

  /// Wraps a plan, or the way to one.
  public init(_ plan: @escaping @Sendable () throws -> LogicalPlan) { self.init(origin: nil, plan) }

  /// Wraps the way to the plan of files.
  init(origin: Origin?, _ plan: @escaping @Sendable () throws -> LogicalPlan) {
    step = .source(Source(origin: origin, makePlan: plan))
  }

  /// Wraps a source of batches.
  public init(_ source: any BatchSource) { self.init { .scan(source) } }

  /// Returns the plan that gives the table's rows; opens the sources to learn their columns.
  public func plan() throws -> LogicalPlan { try step.plan() }

  /// Returns the table's columns; opens the sources to learn them, and reads no rows.
  public func schema() throws -> Schema { try plan().schema }
}

/// Columns.
extension Table {
  /// Keeps the named columns, in that order.
  public func selecting(_ names: String...) -> Table { selecting(names) }

  /// Keeps the named columns, in that order.
  public func selecting(_ names: [String]) -> Table { Table(step: .select(self, names)) }

  /// Drops the named columns.
  public func dropping(_ names: String...) -> Table { dropping(names) }

  /// Drops the named columns.
  public func dropping(_ names: [String]) -> Table { Table(step: .drop(self, names)) }

  /// Gives a column another name.
  public func renaming(_ name: String, to newName: String) -> Table {
    Table(step: .rename(self, name, newName))
  }

  /// Adds a column that is computed of others, or puts it in the place of the one of that name:
  /// `adding("minutes", column("duration_ms").cast(to: .double) / 60_000)`.
  public func adding(_ name: String, _ value: ColumnExpression) -> Table {
    Table(step: .add(self, name, value.expression))
  }
}

/// Rows.
extension Table {
  /// Keeps the rows whose value of a column meets a condition: `filtering("popularity", .greaterThan(50))`.
  ///
  /// Constants are typed by the column: a date is given as `"2020-09-25"`. A row without a value meets no comparison,
  /// and none of their opposites. Parquet files skip row groups and pages of which their statistics show that no row
  /// meets it.
  public func filtering(_ column: String, _ condition: ColumnCondition) -> Table {
    Table(step: .filterColumn(self, column, condition))
  }

  /// Keeps the rows that meet a condition over any columns: `filtering(where: "a > 50 OR b IN ('x', 'y')")`.
  ///
  /// ``RowFilter/init(text:schema:)`` describes the form; ``filtering(_:)`` takes an expression of Swift.
  public func filtering(where text: String) -> Table { Table(step: .filterText(self, text)) }

  /// Keeps the rows for which a condition is true: `filtering(column("popularity") > 60 && !column("explicit"))`.
  ///
  /// Types are made equal as Spark does it: a text is compared with a number as a number.
  public func filtering(_ condition: ColumnExpression) -> Table {
    Table(step: .filter(self, condition.expression))
  }

  /// Keeps the first of all rows that are equal in some columns, or in all when none is named.
  public func distinct(on columns: String...) -> Table {
    Table(step: .distinct(self, columns.isEmpty ? nil : columns))
  }

  /// Orders the rows; those that are equal stay in the order in which they come.
  public func sorted(by order: ColumnOrder...) -> Table { Table(step: .sort(self, order)) }

  /// Keeps the first rows.
  public func limited(to count: Int) -> Table { Table(step: .limit(self, count)) }
}

/// Several tables.
extension Table {
  /// Pairs the rows of this table with those of another that have equal keys; null equals nothing.
  ///
  /// The columns are this table's, then the other's; where a name occurs in both, this table's gets a dot before it. A
  /// semi or anti join has this table's columns only.
  ///
  /// - Parameters:
  ///   - other: The other table.
  ///   - keys: Pairs of column names, this table's first.
  ///   - kind: What becomes of rows without a partner.
  public func joined(to other: Table, on keys: (String, String)..., kind: JoinKind = .inner) -> Table {
    joined(to: other, on: keys, kind: kind)
  }

  /// Pairs the rows of this table with those of another that have equal keys; see ``joined(to:on:kind:)``.
  public func joined(to other: Table, on keys: [(String, String)], kind: JoinKind = .inner) -> Table {
    Table(step: .join(self, other, keys, kind))
  }

  /// Gives the rows of this table, and then those of others, whose columns go by position.
  public func union(_ others: Table...) -> Table { Table(step: .union([self] + others)) }
}

/// Groups.
extension Table {
  /// Gives one row for each group of rows that are equal in some columns: `grouped(by: "genre", aggregating: .count, .sum("plays"))`.
  ///
  /// - Parameters:
  ///   - keys: The columns that tell groups apart; none for one group of all rows.
  ///   - aggregates: What is computed of each group.
  public func grouped(by keys: String..., aggregating aggregates: ColumnAggregate...) -> Table {
    Table(step: .group(self, keys, aggregates))
  }

  /// Computes values of all rows.
  public func aggregating(_ aggregates: ColumnAggregate...) -> Table {
    Table(step: .group(self, [], aggregates))
  }
}
