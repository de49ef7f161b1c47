import CInlayKernels
import InlayBytes

/// Takes empty lines, comments and bad rows out of a chunk's index: the careful path for chunks that need it.
struct RowRepair {
  let chunk: TextPiece
  let index: StructuralIndex
  let dialect: Dialect
  let columnCount: Int
  /// Whether some bytes of the chunk are not UTF-8, or may not be.
  let checksUTF8: Bool
  /// The most bytes that a field may have.
  let maxFieldBytes: Int
  /// The rows that were taken out because they break the rules, in order.
  private(set) var faults: [RowFault] = []

  init(
    _ chunk: TextPiece, _ index: StructuralIndex, dialect: Dialect, columnCount: Int, checksUTF8: Bool,
    maxFieldBytes: Int
  ) {
    self.chunk = chunk
    self.index = index
    self.dialect = dialect
    self.columnCount = columnCount
    self.checksUTF8 = checksUTF8
    self.maxFieldBytes = maxFieldBytes
  }

  /// Returns the positions of the good rows: for each the one before its first byte, and its fields' ends.
  mutating func keep(
    _ positions: Span<UInt32>, reusing memory: consuming ValueBuilder<UInt32>
  ) -> ValueBuilder<UInt32> {
    var kept = memory
    kept.truncate(to: 0)
    kept.reserve(positions.count + index.recordCount)
    var first = 0
    for place in 1..<positions.count where isRecordEnd(positions[place]) {
      let record = Record(
        before: first, last: place, start: Int(positions[first] &+ 1), end: Int(positions[place]))
      first = place
      if isNoRow(record) { continue }
      if let fault = fault(record, positions) {
        faults.append(fault)
      } else {
        for place in record.before...record.last { kept.append(positions[place]) }
      }
    }
    return kept
  }

  /// A record: the places in the index of the end before it and of its own, and its bytes.
  private struct Record {
    let before: Int
    let last: Int
    let start: Int
    let end: Int
    var fieldCount: Int { last - before }
  }

  private func isRecordEnd(_ position: UInt32) -> Bool {
    Int(position) == chunk.count || chunk.buffer.bytes.byte(at: Int(position)) == UInt8(ascii: "\n")
  }

  /// Whether a record is an empty line or a comment.
  private func isNoRow(_ record: Record) -> Bool {
    guard record.end > record.start else { return true }
    let first = chunk.buffer.bytes.byte(at: record.start)
    if dialect.bytes.has_comment && first == dialect.bytes.comment { return true }
    return record.end == record.start + 1 && first == UInt8(ascii: "\r")
  }

  private func fault(_ record: Record, _ positions: Span<UInt32>) -> RowFault? {
    if record.end == chunk.count && index.isUnclosed {
      let offset = Int(positions[record.last - 1] &+ 1)
      return fault(.unclosedQuote, record, at: offset, field: record.fieldCount - 1)
    }
    if index.isMalformed, let (offset, field) = malformedField(record, positions) {
      return fault(.textAfterQuote, record, at: offset, field: field)
    }
    if record.fieldCount != columnCount {
      let kind = RowFault.Kind.fieldCount(found: record.fieldCount, expected: columnCount)
      // The first column without a field, or the last one before the surplus.
      let column = Swift.min(record.fieldCount, columnCount - 1)
      return RowFault(kind: kind, rowStart: record.start, offset: record.start, column: column)
    }
    if record.end - record.start > maxFieldBytes, let (offset, field) = longField(record, positions) {
      return fault(.tooLong(limit: maxFieldBytes), record, at: offset, field: field)
    }
    if checksUTF8, let (offset, field) = brokenField(record, positions) {
      return fault(.notUTF8, record, at: offset, field: field)
    }
    return nil
  }

  private func fault(_ kind: RowFault.Kind, _ record: Record, at offset: Int, field: Int) -> RowFault {
    RowFault(
      kind: kind, rowStart: record.start, offset: offset, column: field < columnCount ? field : nil)
  }

  /// The first field of a record that has text after its closing quote.
  private func malformedField(_ record: Record, _ positions: Span<UInt32>) -> (offset: Int, field: Int)? {
    for field in 0..<record.fieldCount {
      let start = Int(positions[record.before + field] &+ 1)
      let end = Int(positions[record.before + field + 1])
      if isMalformed(start, Swift.min(end + 1, chunk.count)) { return (start, field) }
    }
    return nil
  }

  private func isMalformed(_ start: Int, _ end: Int) -> Bool {
    var state = inlay_csv_index_state()
    state.place = inlay_csv_field_start
    var dialectBytes = dialect.bytes
    var at = start
    var room = [UInt32](repeating: 0, count: Int(inlay_csv_index_room))
    while at < end && !state.is_malformed {
      state.position_count = 0
      // Safe: the offsets lie in the chunk's buffer, and the kernel writes no more than the room.
      at = unsafe inlay_csv_index(
        chunk.buffer.baseAddress.assumingMemoryBound(to: UInt8.self), at, end, &dialectBytes,
        inlay_csv_plain, &state, &room, room.count)
    }
    return state.is_malformed
  }

  /// The first field of a record that is too long.
  private func longField(_ record: Record, _ positions: Span<UInt32>) -> (offset: Int, field: Int)? {
    for field in 0..<record.fieldCount {
      let start = Int(positions[record.before + field] &+ 1)
      if Int(positions[record.before + field + 1]) - start > maxFieldBytes { return (start, field) }
    }
    return nil
  }

  /// The first field of a record that is not UTF-8.
  private func brokenField(_ record: Record, _ positions: Span<UInt32>) -> (offset: Int, field: Int)? {
    for field in 0..<record.fieldCount {
      let start = Int(positions[record.before + field] &+ 1)
      let end = Int(positions[record.before + field + 1])
      if !chunk.isUTF8(start..<end) { return (start, field) }
    }
    return nil
  }
}
