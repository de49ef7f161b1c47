import InlayBytes
import InlayColumns

/// The values of a column whose values are bytes, as many in each: UUIDs, intervals, numbers of 16 bits, any others.
struct FixedByteValues: ChunkValues, ~Copyable {
  let byteWidth: Int
  private let order: ValueOrder
  // The values of the current run, one after the other.
  private var run = ValueBuilder<UInt8>()
  private var runCount = 0
  private var entries = ValueBuilder<UInt8>()
  private(set) var entryCount = 0
  private var table = CodeTable()
  // Whether `table` knows all entries.
  private var isHashed = false
  private var extremes: FixedByteExtremes

  init(_ layout: ColumnLayout) {
    byteWidth = layout.byteWidth ?? 1
    order = layout.order
    extremes = FixedByteExtremes(layout.order)
  }

  static var allowsDictionary: Bool { true }

  mutating func load(_ column: Column, _ selection: RowSelection) throws {
    run.truncate(to: 0)
    run.reserve(selection.count * byteWidth)
    runCount = selection.count
    let start = selection.rows.lowerBound
    for index in 0..<selection.count {
      try append(column, row: selection.positions.map { Int($0[index]) } ?? start + index)
    }
  }

  private mutating func append(_ column: Column, row: Int) throws {
    switch column.storage {
    case .views(let values):
      let bytes = values.bytes(at: row)
      guard bytes.byteCount == byteWidth else {
        throw InlayError(
          .invalidInput,
          "a value has another number of bytes than its column's type says, \(byteWidth): \(bytes.byteCount)")
      }
      run.append(bytes: bytes)
    case .uint16(let values):
      run.append(UInt8(truncatingIfNeeded: values[row]))
      run.append(UInt8(truncatingIfNeeded: values[row] >> 8))
    default:
      throw InlayError(
        .invalidInput, "a column has other values than its field's type says: \(column.type)")
    }
  }

  mutating func unload() {
    run.truncate(to: 0)
    runCount = 0
  }

}

extension ValueBuilder<UInt8> {
  /// The bytes of the value at an index, where each value has as many.
  @_lifetime(borrow self)
  fileprivate borrowing func value(_ index: Int, _ byteWidth: Int) -> RawSpan {
    rawSpan.extracting(droppingFirst: index * byteWidth).extracting(first: byteWidth)
  }

  /// Adds the bytes of the value at an index of another builder.
  fileprivate mutating func append(_ values: borrowing Self, _ index: Int, _ byteWidth: Int) {
    append(bytes: values.value(index, byteWidth))
  }
}

// MARK: - Dictionary

extension FixedByteValues {
  var dictionaryByteCount: Int { entries.count }

  mutating func appendCodes(to codes: inout ValueBuilder<UInt32>, byteLimit: Int) -> Int {
    prepareLookup()
    for index in 0..<runCount {
      guard let code = code(ofValue: index, byteLimit) else { return index }
      codes.append(code)
    }
    return runCount
  }

  mutating func code(of column: Column, row: Int, byteLimit: Int) throws -> UInt32? {
    try load(column, RowSelection(row..<row + 1, present: nil))
    if isHashed { return code(ofValue: 0, byteLimit) }
    return appendEntry(0, byteLimit) ? UInt32(entryCount - 1) : nil
  }

  private mutating func code(ofValue index: Int, _ byteLimit: Int) -> UInt32? {
    let hash = Hash64.hash(run.value(index, byteWidth))
    let known = table.find(hash: hash) {
      entries.value(Int($0), byteWidth).hasSameBytes(as: run.value(index, byteWidth))
    }
    if let known { return known }
    return appendEntry(index, byteLimit) ? table.code(hash: hash) { _ in false } : nil
  }

  private mutating func appendEntry(_ index: Int, _ byteLimit: Int) -> Bool {
    guard entries.count + byteWidth <= min(byteLimit, Int(Int32.max)) else { return false }
    entries.append(run, index, byteWidth)
    entryCount += 1
    return true
  }

  mutating func prepareLookup() {
    guard !isHashed else { return }
    for index in 0..<entryCount {
      _ = table.code(hash: Hash64.hash(entries.value(index, byteWidth))) { _ in false }
    }
    isHashed = true
  }

  mutating func bounds(of codes: borrowing ValueBuilder<UInt32>) -> ValueBounds? {
    var seen = ValueBuilder<UInt8>(capacity: entryCount)
    seen.append(repeating: 0, count: entryCount)
    codes.mark(in: &seen)
    var extremes = FixedByteExtremes(order)
    for index in 0..<entryCount where seen[index] != 0 { extremes.take(entries.value(index, byteWidth)) }
    return extremes.bounds
  }

  func leastPlainByteCount(valueCount: Int) -> Int { valueCount * byteWidth }

  func plainByteCount(of codes: borrowing ValueBuilder<UInt32>) -> Int { codes.count * byteWidth }

  func writeEntries(to pages: inout PageWriter, _ encoding: Encoding) throws {
    try pages.appendDictionary(entries, count: entryCount, for: encoding)
  }

  mutating func loadEntries(_ codes: borrowing ValueBuilder<UInt32>) {
    run.truncate(to: 0)
    run.reserve(codes.count * byteWidth)
    for index in 0..<codes.count { run.append(entries, Int(codes[index]), byteWidth) }
    runCount = codes.count
  }

  mutating func removeEntries() {
    entries.truncate(to: 0)
    entryCount = 0
    if isHashed { table.removeAll() }
    isHashed = false
  }
}

// MARK: - Plain

extension FixedByteValues {
  mutating func appendPlain(
    from first: Int, count: Int, to page: inout ValueBuilder<UInt8>, byteLimit: Int
  ) -> Int {
    let taken = min(count, max((byteLimit - page.count + byteWidth - 1) / byteWidth, 0))
    for index in first..<first + taken {
      page.append(run, index, byteWidth)
      extremes.take(run, index, byteWidth)
    }
    return taken
  }

  mutating func takeBounds(of page: borrowing ValueBuilder<UInt8>) -> ValueBounds? {
    defer { extremes = FixedByteExtremes(order) }
    return extremes.bounds
  }
}

extension FixedByteExtremes {
  /// Takes in the value at an index.
  fileprivate mutating func take(_ values: borrowing ValueBuilder<UInt8>, _ index: Int, _ byteWidth: Int) {
    take(values.value(index, byteWidth))
  }
}
