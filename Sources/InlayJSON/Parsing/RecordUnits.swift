import InlayBytes

/// A piece of text, and where in it the records are.
struct RecordPiece: Sendable {
  let piece: TextPiece
  /// The ranges of the records, a start and an end each; nil where each line holds values.
  let records: Values<UInt32>?
}

extension RecordPiece {
  /// Calls `body` with each line, or with each record: what is left out as a whole when something is wrong with it.
  func eachUnit(_ body: (Range<Int>) throws -> Void) rethrows {
    if let records {
      for index in 0..<records.count / 2 {
        try body(Int(records[index * 2])..<Int(records[index * 2 + 1]))
      }
      return
    }
    var start = 0
    while start < piece.count {
      let end = piece.lineEnd(from: start)
      try body(start..<end)
      start = end + 1
    }
  }
}

extension TextPiece {
  /// Returns the offset of the next line feed, or the number of bytes.
  func lineEnd(from start: Int) -> Int {
    let bytes = buffer.bytes
    let feeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    var offset = start
    while count - offset >= 8 {
      let word =
        unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian ^ feeds
      // The highest bit of each byte that was a line feed; the lowest mark is exact (Mycroft, 1987).
      let found = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if found != 0 { return offset + found.trailingZeroBitCount >> 3 }
      offset += 8
    }
    while offset < count && bytes.byte(at: offset) != 0x0A { offset += 1 }
    return offset
  }
}
