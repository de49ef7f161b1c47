import InlayBytes
import InlayColumns

/// The values of a boolean column: one bit each, the least significant first (Encodings.md, "PLAIN").
struct BooleanValues: ChunkValues, ~Copyable {
  private var run: Bitmap?
  // The bits in the last byte of the page, 1 to 8; 0 for a page without values.
  private var bitsInLastByte = 0
  private var hasFalse = false
  private var hasTrue = false

  init(_ layout: ColumnLayout) {}

  mutating func load(_ column: Column, _ selection: RowSelection) throws {
    guard case .boolean(let bits) = column.storage else {
      throw InlayError(
        .invalidInput, "a column has other values than its field's type says: \(column.type)")
    }
    run = selection.positions.map { bits.gathered($0) } ?? bits[selection.rows]
  }

  mutating func unload() { run = nil }

  mutating func appendPlain(
    from first: Int, count: Int, to page: inout ValueBuilder<UInt8>, byteLimit: Int
  ) -> Int {
    guard let run else { return 0 }
    let taken = min(count, max((byteLimit - page.count) * 8, 0))
    let bits = run[first..<first + taken]
    for index in stride(from: 0, to: taken, by: 64) {
      append(bits.word(at: index), count: min(64, taken - index), to: &page)
    }
    let ones = bits.countOnes()
    hasTrue = hasTrue || ones > 0
    hasFalse = hasFalse || ones < taken
    return taken
  }

  private mutating func append(_ word: UInt64, count: Int, to page: inout ValueBuilder<UInt8>) {
    var word = word
    var left = count
    if bitsInLastByte > 0 && bitsInLastByte < 8 {
      page[page.count - 1] |= UInt8(truncatingIfNeeded: word << UInt64(bitsInLastByte))
      let fitting = min(left, 8 - bitsInLastByte)
      word >>= UInt64(fitting)
      left -= fitting
      bitsInLastByte += fitting
    }
    while left > 0 {
      page.append(UInt8(truncatingIfNeeded: word))
      bitsInLastByte = min(left, 8)
      word >>= 8
      left -= bitsInLastByte
    }
  }

  mutating func takeBounds(of page: borrowing ValueBuilder<UInt8>) -> ValueBounds? {
    defer { (bitsInLastByte, hasFalse, hasTrue) = (0, false, false) }
    guard hasFalse || hasTrue else { return nil }
    return ValueBounds(min: [hasFalse ? 0 : 1], max: [hasTrue ? 1 : 0])
  }
}

// MARK: - No dictionary

// A bit is never made smaller by an index.
extension BooleanValues {
  static var allowsDictionary: Bool { false }
  var entryCount: Int { 0 }
  var dictionaryByteCount: Int { 0 }
  mutating func appendCodes(to codes: inout ValueBuilder<UInt32>, byteLimit: Int) -> Int { 0 }
  mutating func code(of column: Column, row: Int, byteLimit: Int) throws -> UInt32? { nil }
  mutating func prepareLookup() {}
  mutating func bounds(of codes: borrowing ValueBuilder<UInt32>) -> ValueBounds? { nil }
  func leastPlainByteCount(valueCount: Int) -> Int { 0 }
  func plainByteCount(of codes: borrowing ValueBuilder<UInt32>) -> Int { 0 }
  func writeEntries(to pages: inout PageWriter, _ encoding: Encoding) throws {}
  mutating func loadEntries(_ codes: borrowing ValueBuilder<UInt32>) {}
  mutating func removeEntries() {}
}
