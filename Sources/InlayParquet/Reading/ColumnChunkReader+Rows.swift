import InlayBytes
import InlayColumns

extension ColumnChunkReader {
  /// Decodes the leaf's values in some rows of the row group: one for each row, or for each element of the innermost list
  /// that the leaf is in, and besides them the levels where they are wanted.
  ///
  /// - Throws: ``InlayError`` with file, row group, column and page.
  func read(_ rows: Range<Int>, keepsLevels: Bool) throws -> ColumnAssembly.Part {
    var slices = try PageSlices(self, rows, keepsLevels: keepsLevels)
    let column = try decode(&slices)
    return (column, slices.levels)
  }

  private func decode(_ slices: inout PageSlices) throws -> Column {
    switch layout {
    case .null: try nulls(&slices)
    case .boolean: try booleans(&slices)
    case .int32: try numbers(&slices, as: Int32.self) { try $0.readIntegers(into: &$1) }
    case .int64: try numbers(&slices, as: Int64.self) { try $0.readIntegers(into: &$1) }
    case .int96: try numbers(&slices, as: Int64.self) { try $0.readJulianMoments(into: &$1) }
    case .float16: try numbers(&slices, as: UInt16.self) { try $0.readHalves(into: &$1) }
    case .float: try numbers(&slices, as: Float.self) { try $0.readFloats(into: &$1) }
    case .double: try numbers(&slices, as: Double.self) { try $0.readFloats(into: &$1) }
    case .decimalBytes(let length):
      try numbers(&slices, as: Int128.self) { try $0.readDecimals(fixedLength: length, into: &$1) }
    case .byteArray(let length): try byteArrays(&slices, fixedLength: length)
    }
  }

  private func nulls(_ slices: inout PageSlices) throws -> Column {
    var count = 0
    try slices.forEach { slice in
      guard slice.values.count == 0 else { throw Self.isNotNull(slice.values.count) }
      count += slice.slotCount
    }
    return Column(type: .null, storage: .null(count: count))
  }
}

extension PageLocator {
  /// The pages that hold at least one of the rows; O(log pages) besides them.
  func pages(holding rows: Range<Int>) -> ArraySlice<DataPage> {
    let first = firstPage { $0.rows.upperBound > rows.lowerBound }
    let end = firstPage { $0.rows.lowerBound >= rows.upperBound }
    return first < end ? pages[first..<end] : []
  }

  /// The position of the page that holds a row; O(log pages).
  func position(ofPageWith row: Int) -> Int { firstPage { $0.rows.upperBound > row } }

  /// The position of the first page for which a condition holds that holds for all pages after it too.
  private func firstPage(where condition: (DataPage) -> Bool) -> Int {
    var (low, high) = (0, pages.count)
    while low < high {
      let middle = (low + high) / 2
      if condition(pages[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Collects the validity of a column's rows.
struct ValidityBuilder: ~Copyable {
  private var bits: BitmapBuilder
  private var hasNulls = false

  init(capacity: Int) { bits = BitmapBuilder(capacity: capacity) }

  /// Adds the rows of a slice.
  mutating func append(_ slice: PageSlice) {
    guard let validity = slice.validity else {
      bits.append(repeating: true, count: slice.slotCount)
      return
    }
    bits.append(validity)
    hasNulls = true
  }

  /// Returns the bitmap, or nil when nothing is null.
  consuming func freeze() -> Bitmap? { hasNulls ? bits.freeze() : nil }
}
