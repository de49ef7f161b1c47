/// A value to compare those of a column with, in the form in which the column stores its values.
public enum ColumnValue: Hashable, Sendable {
  /// A boolean; false is less than true.
  case boolean(Bool)
  /// An integer, or the count of units of a date, a time, a timestamp or a decimal.
  case integer(Int128)
  /// A float or a double.
  case double(Double)
  /// The bytes of a string or a binary, compared byte by byte without sign.
  case bytes([UInt8])

  /// The bytes of a text.
  public static func text(_ text: String) -> ColumnValue { .bytes(Array(text.utf8)) }
}

extension ColumnValue {
  /// The place of a number in the order of its type: numbers are equal exactly when their places are; nil for bytes.
  package var order: Int128? {
    switch self {
    case .boolean(let value): value ? 1 : 0
    case .integer(let value): value
    case .double(let value): Int128(FloatOrder.place(value))
    case .bytes: nil
    }
  }
}
