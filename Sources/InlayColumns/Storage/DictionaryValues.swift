public import InlayBytes

/// Values that are given by their positions in a base column that many batches share.
///
/// A join's build side reaches the writer in this form: nothing is copied, and what is computed of the base column
/// is computed once for all batches.
public struct DictionaryValues: Sendable {
  /// The column that holds the values; an entry may occur more than once in it, and may be null.
  public let base: DictionaryBase
  /// For each value its position in the base column.
  public let indices: Values<UInt32>

  /// Makes values from positions, each less than the base column's count: one pass checks that.
  public init(base: DictionaryBase, indices: Values<UInt32>) {
    indices.requireAll(below: base.column.count)
    self.base = base
    self.indices = indices
  }

  /// Makes values from positions of which the caller knows that each is less than the base column's count.
  @unsafe
  package init(unchecked indices: Values<UInt32>, base: DictionaryBase) {
    self.base = base
    self.indices = indices
  }

  func slice(_ range: Range<Int>) -> DictionaryValues {
    // Safe: all of the indices are less than the count.
    unsafe DictionaryValues(unchecked: indices[range], base: base)
  }

  func gathered(_ chosen: Values<UInt32>) -> DictionaryValues {
    // Safe: all of the indices are less than the count.
    unsafe DictionaryValues(unchecked: indices.gathered(chosen), base: base)
  }
}
