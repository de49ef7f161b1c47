import InlayBytes

/// A row and a number that says where it stands: less before greater, whatever else may tell equal ones apart.
struct SortEntry: BitwiseCopyable, Sendable {
  var key: UInt64
  var row: UInt32
}

/// Tells which of two rows comes first.
protocol SortComparison: Sendable {
  /// Returns whether the first row comes before the second; neither does when both are equal.
  func precedes(_ first: SortEntry, _ second: SortEntry) -> Bool
}

/// Rows whose numbers say all.
struct KeyComparison: SortComparison {
  @inline(__always)
  func precedes(_ first: SortEntry, _ second: SortEntry) -> Bool { first.key < second.key }
}
