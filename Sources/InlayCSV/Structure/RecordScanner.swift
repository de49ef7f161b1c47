import CInlayKernels
import InlayBytes

/// Cuts a text into pieces that end where records end.
///
/// Nothing is guessed: each piece begins at a record, so the state of quotes is known there, and is followed through.
struct RecordScanner: Sendable {
  let dialect: Dialect
  /// The bytes that a piece should have.
  let chunkByteCount: Int
  let maxRecordBytes: Int

  init(_ options: CSVOptions) {
    dialect = Dialect(options)
    chunkByteCount = Swift.min(options.chunkByteCount, options.maxRecordBytes)
    maxRecordBytes = options.maxRecordBytes
  }

  /// Takes whole records off a text, as many as fit into a piece and at least one; nil at the end of the text.
  ///
  /// The last record of a text may lack its line end, or the closing quote.
  func nextChunk(_ text: any TextInput) throws -> TextPiece? {
    let count = try wholeRecords(text)
    return count > 0 ? text.take(count) : nil
  }

  /// Returns the number of bytes of the next whole records, as many as fit into a piece and at least one; 0 at the end.
  func wholeRecords(_ text: any TextInput) throws -> Int {
    var place = inlay_csv_record_start
    var scanned = 0
    var target = chunkByteCount
    while true {
      try text.fill(to: target)
      let end = Swift.min(target, text.available)
      // The text ends here, with a line end or without.
      if end < target { return end }
      let records = lastRecordEnd(text.window.extracting(scanned..<end), &place)
      guard scanned + records <= maxRecordBytes, records > 0 || end <= maxRecordBytes else {
        throw tooLong(text)
      }
      if records > 0 { return scanned + records }
      scanned = end
      target = Swift.min(target * 2, maxRecordBytes + 1)
    }
  }

  private func lastRecordEnd(_ bytes: RawSpan, _ place: inout inlay_csv_place) -> Int {
    var dialectBytes = dialect.bytes
    return unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      // Safe: the kernel reads `count` bytes from `start` on.
      return unsafe inlay_csv_last_record_end(
        start.assumingMemoryBound(to: UInt8.self), bytes.count, &dialectBytes, dialect.level, &place)
    }
  }

  private func tooLong(_ text: any TextInput) -> InlayError {
    InlayError(
      .limitExceeded,
      """
      the record that begins here has more bytes than maxRecordBytes allows; look for a quote in it that is never \
      closed, or raise that option: \(maxRecordBytes)
      """,
      at: .init(byteOffset: text.offset))
  }
}
