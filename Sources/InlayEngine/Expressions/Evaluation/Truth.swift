import InlayBytes
import InlayColumns

/// The truth of a condition for each row: true, false, or neither where it is null.
struct Truth {
  /// Where it is true.
  var isTrue: Bitmap
  /// Where it is false.
  var isFalse: Bitmap

  /// The same truth for every row.
  init(_ value: Bool, count: Int) {
    isTrue = Bitmap(repeating: value, count: count)
    isFalse = Bitmap(repeating: !value, count: count)
  }

  /// Reads a column of booleans, or of nulls without a type.
  init(_ column: Column) {
    let plain = column.decoded()
    guard case .boolean(let bits) = plain.storage else {
      self.init(
        isTrue: Bitmap(repeating: false, count: plain.count),
        isFalse: Bitmap(repeating: false, count: plain.count))
      return
    }
    let known = plain.validity ?? Bitmap(repeating: true, count: plain.count)
    self.init(isTrue: bits.intersection(known), isFalse: bits.inverted().intersection(known))
  }

  init(isTrue: Bitmap, isFalse: Bitmap) {
    self.isTrue = isTrue
    self.isFalse = isFalse
  }

  /// The opposite; what is neither stays so.
  var opposite: Truth { Truth(isTrue: isFalse, isFalse: isTrue) }

  /// True where both are, false where one is.
  func and(_ other: Truth) -> Truth {
    Truth(isTrue: isTrue.intersection(other.isTrue), isFalse: isFalse.union(other.isFalse))
  }

  /// True where one is, false where both are.
  func or(_ other: Truth) -> Truth {
    Truth(isTrue: isTrue.union(other.isTrue), isFalse: isFalse.intersection(other.isFalse))
  }

  /// The truth as a column of booleans.
  var column: Column {
    Column(type: .boolean, storage: .boolean(isTrue), validity: isTrue.union(isFalse).ifAnyMissing)
  }
}
