import InlayBytes

/// Cuts a text into pieces that end where lines end.
struct LineCutter {
  let chunkByteCount: Int
  let maxRecordBytes: Int

  init(_ options: JSONOptions) {
    chunkByteCount = Swift.min(options.chunkByteCount, options.maxRecordBytes)
    maxRecordBytes = options.maxRecordBytes
  }

  /// Takes whole lines off a text, as many as fit into a piece and at least one; nil at the end of the text.
  func nextPiece(_ text: any TextInput) throws -> RecordPiece? {
    var scanned = 0
    var target = chunkByteCount
    while true {
      try text.fill(to: target)
      let end = Swift.min(target, text.available)
      if end < target { return end > 0 ? RecordPiece(piece: text.take(end), records: nil) : nil }
      if let last = lastLineEnd(text.window.extracting(scanned..<end)) {
        return RecordPiece(piece: text.take(scanned + last), records: nil)
      }
      guard end <= maxRecordBytes else {
        throw RecordFault(.tooLong(limit: maxRecordBytes), at: 0).cuttingError(from: text.offset)
      }
      scanned = end
      target = Swift.min(target * 2, maxRecordBytes + 1)
    }
  }

  /// Returns the number of bytes up to the last line feed, that included.
  private func lastLineEnd(_ bytes: RawSpan) -> Int? {
    var offset = bytes.byteCount
    while offset > 0 {
      offset -= 1
      if bytes.byte(at: offset) == UInt8(ascii: "\n") { return offset + 1 }
    }
    return nil
  }
}

extension RecordFault {
  /// The error of a text that cannot be cut here, so that nothing behind can be read.
  func cuttingError(from start: Int) -> InlayError { error(kind.finalMessage, from: start) }
}
