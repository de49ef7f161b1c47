import InlayBytes
import InlayColumns

/// The rows of a column whose values go into pages: a range, or positions where nulls or lists come in between.
struct RowSelection {
  let rows: Range<Int>
  /// The positions of the values that are there; nil when all of `rows` are.
  let positions: Values<UInt32>?

  /// The number of values.
  var count: Int { positions?.count ?? rows.count }

  /// Selects the values of a range that are there; nil for `present` means that all are.
  init(_ rows: Range<Int>, present: Bitmap?) {
    self.rows = rows
    guard let bits = present?[rows], bits.countOnes() < bits.count else {
      positions = nil
      return
    }
    var positions = ValueBuilder<UInt32>(capacity: bits.count)
    for index in stride(from: 0, to: bits.count, by: 64) {
      var word = bits.word(at: index)
      while word != 0 {
        positions.append(UInt32(rows.lowerBound + index + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
    self.positions = positions.freeze()
  }

  /// Selects values by their positions.
  init(_ positions: Values<UInt32>) {
    rows = 0..<0
    self.positions = positions
  }

  /// Returns the rows of a base column that these rows of a dictionary column refer to.
  func resolved(in values: DictionaryValues) -> RowSelection {
    let indices = positions.map { values.indices.gathered($0) } ?? values.indices[rows]
    return RowSelection(indices)
  }
}
