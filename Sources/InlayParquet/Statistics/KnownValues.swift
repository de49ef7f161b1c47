import InlayColumns

/// What is known of the values of a column chunk or page before any of them is read, as far as it can be believed.
struct KnownValues {
  /// No value but NaN is less; nil when that is not known.
  private(set) var min: ColumnValue?
  /// No value but NaN is greater; nil when that is not known.
  private(set) var max: ColumnValue?
  /// Whether there may be a null, and whether there may be anything else.
  let mayHoldNull: Bool
  let mayHoldValue: Bool
  let mayHoldNaN: Bool

  /// Notes how many values there are, nulls counted, and how many nulls; a number that cannot be is none.
  init(count: Int64?, nullCount: Int64?, mayHoldNaN: Bool) {
    let nullCount = nullCount.flatMap { nulls in
      nulls >= 0 && count.map { nulls <= $0 } ?? true ? nulls : nil
    }
    mayHoldNull = nullCount != 0
    mayHoldValue = nullCount == nil || nullCount != count
    self.mayHoldNaN = mayHoldNaN
  }

  /// Notes bounds; such as contradict each other bound nothing.
  ///
  /// Whether they are values of the column or were cut short does not matter: nothing is concluded from a bound but
  /// that the values are on its one side.
  mutating func bound(min: ColumnValue?, max: ColumnValue?) {
    if let min, let max, min.isGreater(than: max) { return }
    self.min = min
    self.max = max
  }
}

extension KnownValues {
  /// Returns what this says of a test of these values.
  func proof(of test: ColumnTest) -> Proof {
    switch test {
    case .isNull: return mayHoldNull ? (mayHoldValue ? .unknown : .all) : .none
    case .isNotNull: return mayHoldNull ? (mayHoldValue ? .unknown : .none) : .all
    case .numbers(let set):
      let isNaNInSet = set.contains(Int128(FloatOrder.nan))
      return proof(
        overlaps: set.overlaps(min: min?.order, max: max?.order) || mayHoldNaN && isNaNInSet,
        covers: set.covers(min: min?.order, max: max?.order) && (!mayHoldNaN || isNaNInSet))
    case .bytes(let set):
      return proof(
        overlaps: set.overlaps(min: min?.string, max: max?.string),
        covers: set.covers(min: min?.string, max: max?.string))
    }
  }

  private func proof(overlaps: Bool, covers: Bool) -> Proof {
    guard mayHoldValue, overlaps else { return .none }
    return covers && !mayHoldNull ? .all : .unknown
  }
}

extension ColumnValue {
  fileprivate var string: ByteString? { if case .bytes(let bytes) = self { ByteString(bytes) } else { nil } }

  fileprivate func isGreater(than other: ColumnValue) -> Bool {
    if let mine = order, let theirs = other.order { return mine > theirs }
    if let mine = string, let theirs = other.string { return mine > theirs }
    return true
  }
}
