import InlayBytes

/// Cuts a text of values into pieces of whole records.
struct RecordCutter {
  private let chunkByteCount: Int
  private let maxRecordBytes: Int
  private var locator: RecordLocator

  init(_ options: JSONOptions) {
    chunkByteCount = Swift.min(options.chunkByteCount, options.maxRecordBytes)
    maxRecordBytes = options.maxRecordBytes
    locator = RecordLocator(options.path, maxDepth: options.maxDepth)
  }

  /// Takes the next records off a text, as many as fill a piece and at least one; nil at the end of the text.
  mutating func nextPiece(_ text: any TextInput) throws -> RecordPiece? {
    var position = 0
    var target = chunkByteCount
    var records = ValueBuilder<UInt32>()
    var start = 0
    while true {
      try text.fill(to: target)
      switch try find(text, at: &position, isWhole: text.available < target) {
      case .record(let range):
        guard range.count <= maxRecordBytes else { throw tooLong(text, range.lowerBound) }
        if records.count == 0 { start = range.lowerBound }
        records.append(UInt32(truncatingIfNeeded: range.lowerBound - start))
        records.append(UInt32(truncatingIfNeeded: range.upperBound - start))
        if range.upperBound - start >= chunkByteCount {
          return piece(text, start, position, records.freeze())
        }
      case .needsMore where records.count > 0: return piece(text, start, position, records.freeze())
      case .needsMore:
        // What was passed over is given up before more is asked for.
        _ = text.take(position)
        guard text.available <= maxRecordBytes || !locator.holdsRecord else { throw tooLong(text, 0) }
        target = text.available + Swift.max(text.available, chunkByteCount)
        position = 0
      case .end: return records.count > 0 ? piece(text, start, position, records.freeze()) : nil
      }
    }
  }

  private mutating func find(
    _ text: any TextInput, at position: inout Int, isWhole: Bool
  ) throws -> RecordLocator.Found {
    do throws(RecordFault) {
      return try locator.next(text.window, at: &position, isWhole: isWhole)
    } catch {
      throw error.cuttingError(from: text.offset)
    }
  }

  private func piece(
    _ text: any TextInput, _ start: Int, _ end: Int, _ records: Values<UInt32>
  ) -> RecordPiece {
    _ = text.take(start)
    return RecordPiece(piece: text.take(end - start), records: records)
  }

  private func tooLong(_ text: any TextInput, _ position: Int) -> InlayError {
    RecordFault(.tooLong(limit: maxRecordBytes), at: position).cuttingError(from: text.offset)
  }
}
