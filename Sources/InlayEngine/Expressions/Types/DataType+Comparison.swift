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
    return nestedForComparison(with: other)
  }

  /// Nested types are compared member by member, structures by position whatever the names; texts stay texts there.
  fileprivate func nestedForComparison(with other: DataType) -> DataType? {
    switch (self, other) {
    case (.list(let left), .list(let right)):
      return left.forComparison(with: right).map { .list($0) }
    case (.structure(let left), .structure(let right)):
      // Names are of no account where the types are the same.
      if left.map(\.type) == right.map(\.type) { return self }
      let names = [left, right].map { $0.map { $0.name.lowercased() } }
      let fields = zip(left, right).compactMap { $0.forComparison(with: $1) }
      guard names[0] == names[1] else { return nil }
      return left.count == right.count && fields.count == left.count ? .structure(fields) : nil
    default: return nil
    }
  }

  /// What a text becomes when it is compared with a value of this type.
  private var comparedWithText: DataType? {
    switch self {
    case .decimal(_, let scale): scale == 0 ? self : .double
    case .list, .structure, .map, .interval: nil
    default: self
    }
  }
}

extension Field {
  /// Returns the field as which the members of two nested values are compared.
  fileprivate func forComparison(with other: Field) -> Field? {
    let (left, right) = (type.computed, other.type.computed)
    let common = left.numericallyWidened(with: right) ?? left.nestedForComparison(with: right)
    return common.map { Field(name, $0) }
  }
}
