import CInlayKernels
import InlayBytes

/// Where the fields and records of a chunk end, before anything is known of their number.
struct StructuralIndex {
  /// The number of records, empty lines and comments included.
  let recordCount: Int
  /// Whether text follows a closing quote somewhere.
  let isMalformed: Bool
  /// Whether the chunk ends within quotes.
  let isUnclosed: Bool

  /// Finds the structure of a chunk that begins at a record.
  ///
  /// - Parameter positions: Becomes 2³² - 1 (the line end before the first byte), and then the offsets of all
  ///   separators and record ends, the chunk's own end among them when its last record has no line end.
  init(of chunk: TextPiece, dialect: Dialect, into positions: inout ValueBuilder<UInt32>) {
    positions.truncate(to: 0)
    positions.append(.max)
    var state = inlay_csv_index_state()
    state.place = inlay_csv_record_start
    var at = 0
    while at < chunk.count {
      let room = Swift.max(positions.capacity - positions.count, (chunk.count - at) / 8 + 256)
      at = Self.append(chunk, from: at, dialect, &state, room: room, to: &positions)
    }
    isUnclosed = state.place == inlay_csv_quoted || state.place == inlay_csv_quoted_escaped
    isMalformed = state.is_malformed
    let endsInRecord = state.place != inlay_csv_record_start
    if endsInRecord { positions.append(UInt32(chunk.count)) }
    recordCount = state.record_count + (endsInRecord ? 1 : 0)
  }

  /// Appends at most `room` positions and returns the offset that was reached.
  private static func append(
    _ chunk: TextPiece, from start: Int, _ dialect: Dialect, _ state: inout inlay_csv_index_state, room: Int,
    to positions: inout ValueBuilder<UInt32>
  ) -> Int {
    let before = positions.count
    var dialectBytes = dialect.bytes
    var reached = start
    state.position_count = 0
    positions.append(count: room) { found in
      unsafe found.withUnsafeMutableBufferPointer { found in
        // Safe: the kernel reads `chunk.count` bytes of the chunk's buffer and writes at most `room` positions.
        reached = unsafe inlay_csv_index(
          chunk.buffer.baseAddress.assumingMemoryBound(to: UInt8.self), start, chunk.count, &dialectBytes,
          dialect.level, &state, found.baseAddress, room)
      }
    }
    positions.truncate(to: before + state.position_count)
    return reached
  }
}
