public import InlayColumns

/// How the value of a new column, or the truth of a condition, is computed from the columns of one row.
///
/// The meaning is Spark SQL's with `spark.sql.ansi.enabled` off, as AWS Glue runs it: what cannot be computed, such as
/// a cast of a text that is no number, is null, and integers wrap. `docs/SEMANTICS.md` states each rule. Columns are
/// named by their positions in the schema of what the expression is computed over.
public indirect enum Expression: Hashable, Sendable {
  /// The value of a column.
  case column(Int)
  /// The value of the column of a name; a plan that is made of it looks the name up.
  case named(String)
  /// The same value for every row.
  case literal(Literal)
  /// A value as one of another type; null where the value has no counterpart in it.
  case cast(Expression, DataType)
  /// Whether two values compare as it is said; null where one of them is.
  case comparison(RowFilter.Comparison, Expression, Expression)
  /// Whether a condition is false; null where it is.
  case not(Expression)
  /// Whether all conditions are true: false where one is false, else null where one is null.
  case all([Expression])
  /// Whether a condition is true: true where one is true, else null where one is null.
  case any([Expression])
  /// Whether a value is missing; never null.
  case isNull(Expression)
  /// The number that two numbers make; null where one of them is, and for a division by zero.
  case arithmetic(ArithmeticOperator, Expression, Expression)
  /// What a function makes of its arguments.
  case call(ScalarFunction, [Expression])
  /// The value of a structure's field.
  case member(Expression, String)
  /// A structure of some values, each under its name.
  case structure([Member])
  /// The value that belongs to the first condition that is true, else the last value, or null when there is none.
  case conditional([Branch], otherwise: Expression?)

  /// One named value of a structure.
  public struct Member: Hashable, Sendable {
    /// The name of the structure's field.
    public var name: String
    /// Its value.
    public var value: Expression

    /// Names a value.
    public init(_ name: String, _ value: Expression) {
      self.name = name
      self.value = value
    }
  }

  /// A condition and the value that belongs to it.
  public struct Branch: Hashable, Sendable {
    /// When the value is taken.
    public var condition: Expression
    /// The value.
    public var value: Expression

    /// Makes a value depend on a condition.
    public init(when condition: Expression, then value: Expression) {
      self.condition = condition
      self.value = value
    }
  }
}

/// What two numbers make.
public enum ArithmeticOperator: String, Hashable, Sendable, CaseIterable {
  /// The sum.
  case add = "+"
  /// The difference.
  case subtract = "-"
  /// The product.
  case multiply = "*"
  /// The quotient, which is a double or a decimal.
  case divide = "/"
  /// What an integer division leaves, with the sign of the first number.
  case remainder = "%"
}
