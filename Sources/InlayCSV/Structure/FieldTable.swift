import CInlayKernels
import InlayBytes

/// The fields of a chunk by row and column: a hot path, so it works on addresses.
///
/// Its bounds come from the structural index of the same chunk. They are valid while the chunk's buffer and the memory
/// of the index are, which `ChunkParser` holds around all uses.
@safe
struct FieldTable {
  // Safe: `bytes` can be read up to `readableCount`; `positions` has `rowCount * stride + 1` entries, of which those
  // of a row rise and none exceeds `byteCount`, by the rules of the index and of `RowRepair`.
  let bytes: UnsafePointer<UInt8>
  let byteCount: Int
  let readableCount: Int
  let positions: UnsafePointer<UInt32>
  /// The distance from one row's positions to the next one's.
  let stride: Int
  let rowCount: Int
  let columnCount: Int
  let dialect: inlay_csv_dialect

  init(
    _ chunk: TextPiece, positions: Span<UInt32>, stride: Int, rowCount: Int, columnCount: Int,
    dialect: Dialect
  ) {
    precondition(rowCount == 0 || (rowCount - 1) * stride + columnCount < positions.count)
    unsafe bytes = chunk.buffer.baseAddress.assumingMemoryBound(to: UInt8.self)
    byteCount = chunk.count
    readableCount = chunk.readableCount
    unsafe self.positions = positions.withUnsafeBufferPointer { unsafe $0.baseAddress ?? Self.nowhere }
    self.stride = stride
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.dialect = dialect.bytes
  }

  /// What stands for the address of no positions at all.
  private static var nowhere: UnsafePointer<UInt32> { unsafe UnsafePointer(bitPattern: 4).unsafelyUnwrapped }

  /// Returns the position at which the field before a column ends.
  func position(row: Int, _ column: Int) -> UInt32 {
    // Safe: the row and the column are within the table, by the callers' loops.
    unsafe positions[row &* stride &+ column]
  }

  /// Returns where the bytes between a field's delimiters begin and end, quotes included and a carriage return before
  /// the record's end not.
  @inline(__always)
  func bounds(row: Int, column: Int) -> (start: Int, end: Int) {
    let place = row &* stride &+ column
    // Safe: the row and the column are within the table, by the callers' loops.
    let start = unsafe Int(positions[place] &+ 1)
    var end = unsafe Int(positions[place &+ 1])
    if column == columnCount &- 1 && end > start, unsafe bytes[end &- 1] == 0x0D { end &-= 1 }
    return (start, end)
  }
}
