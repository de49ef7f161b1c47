/// Collects which rows are null; nothing is made as long as none is.
package struct ValidityBuilder: ~Copyable {
  private var bits = BitmapBuilder()

  /// Makes an empty collection.
  package init() {}

  /// Notes that a row is null; rows come in order.
  package mutating func appendNull(at row: Int) {
    bits.append(repeating: true, count: row - bits.count)
    bits.append(false)
  }

  /// Hands over the bitmap of `count` rows, or nil when none is null.
  package consuming func freeze(count: Int) -> Bitmap? {
    guard bits.count > 0 else { return nil }
    bits.append(repeating: true, count: count - bits.count)
    return bits.freeze()
  }
}
