import InlayColumns

extension DataType {
  /// Returns the type as which values of two types are compared with each other; nil when they cannot be.
  ///
  /// Other than where values are put into one column, a text becomes what it is compared with: a number, a truth value
  /// or a time.
  func compared(with other: DataType, by comparison: RowFilter.Comparison) -> DataType? {
    let (left, right) = (computed, other.computed)
    let common = left == right ? left : left.commonForComparison(with: right, by: comparison)
    return common.flatMap { $0.isOrdered ? $0 : nil }
  }

  private func commonForComparison(with other: DataType, by comparison: RowFilter.Comparison) -> DataType? {
    if let common = numericallyWidened(with: other) { return common }
    if self == .string { return other.comparedWithText }
    if other == .string { return comparedWithText }
    let isEquality = comparison == .equal || comparison == .notEqual
    if isEquality, self == .boolean, other.isNumber { return other }
    if isEquality, other == .boolean, isNumber { return self }
    return isNested && other.isNested ? widened(with: other) : nil
  }

  /// What a text becomes when it is compared with a value of this type.
  private var comparedWithText: DataType? {
    switch self {
    case .decimal: .double
    case .list, .structure, .map, .interval: nil
    default: self
    }
  }
}
