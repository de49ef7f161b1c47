import InlayColumns

extension DataType {
  /// Returns the type that Spark gives a column of values of both types; nil when there is none.
  ///
  /// It is the type of a union's column, and of what `coalesce` and a conditional give.
  func widened(with other: DataType) -> DataType? {
    if self == other { return self }
    let (left, right) = (computed, other.computed)
    return left.numericallyWidened(with: right) ?? left.textWidened(with: right)
      ?? left.nestedWidened(with: right)
  }

  /// Returns the type of numbers, or of times, that holds both; anything with a null of no type keeps its type.
  func numericallyWidened(with other: DataType) -> DataType? {
    if self == other { return self }
    if self == .null { return other }
    if other == .null { return self }
    if let rank = numberRank, let otherRank = other.numberRank { return rank > otherRank ? self : other }
    if isDecimal || other.isDecimal { return decimalWidened(with: other) }
    guard isDateOrTimestamp && other.isDateOrTimestamp else { return nil }
    return .timestamp(.micros, isUTC: isMoment || other.isMoment)
  }

  private func decimalWidened(with other: DataType) -> DataType? {
    guard isNumber && other.isNumber else { return nil }
    if isFractional || other.isFractional { return .double }
    guard let shape = DecimalDigits(of: self), let otherShape = DecimalDigits(of: other) else { return nil }
    return shape.widened(with: otherShape).type
  }

  private var isMoment: Bool { if case .timestamp(_, isUTC: true) = self { true } else { false } }

  /// A text with anything that is neither bytes, a truth value nor nested is a text.
  private func textWidened(with other: DataType) -> DataType? {
    guard (self == .string) != (other == .string) else { return nil }
    let partner = self == .string ? other : self
    switch partner {
    case .binary, .boolean, .list, .structure, .map: return nil
    default: return .string
    }
  }

  /// Nested types are widened member by member, structures by position where the names are the same.
  private func nestedWidened(with other: DataType) -> DataType? {
    switch (self, other) {
    case (.list(let left), .list(let right)): left.widened(with: right).map { .list($0) }
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      if let keys = key.widened(with: otherKey), let values = value.widened(with: otherValue),
        keys.isNullable == key.isNullable
      {
        .map(key: keys, value: values)
      } else {
        nil
      }
    case (.structure(let left), .structure(let right)): Self.widened(left, right)
    default: nil
    }
  }

  private static func widened(_ left: [Field], _ right: [Field]) -> DataType? {
    guard left.count == right.count else { return nil }
    var fields: [Field] = []
    for (field, other) in zip(left, right) {
      guard field.name.lowercased() == other.name.lowercased(), let common = field.widened(with: other) else {
        return nil
      }
      fields.append(common)
    }
    return .structure(fields)
  }
}

extension Field {
  /// Returns the field that holds the values of both, under this one's name.
  fileprivate func widened(with other: Field) -> Field? {
    guard let common = type.widened(with: other.type) else { return nil }
    let isNullable =
      isNullable || other.isNullable || type.castMayGiveNull(to: common)
      || other.type.castMayGiveNull(to: common)
    return Field(name, common, isNullable: isNullable, annotation: type == other.type ? annotation : nil)
  }
}
