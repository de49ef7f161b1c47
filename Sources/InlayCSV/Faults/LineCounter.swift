import CInlayKernels
import InlayBytes

/// Tells on which line an offset of a file's text lies, by reading the text again: only errors ask.
///
/// Offsets that rise are found in one pass.
final class LineCounter {
  private let path: String
  private let options: CSVOptions
  private var text: (any CSVText)?
  private var lineEndCount = 0

  init(path: String, _ options: CSVOptions) {
    self.path = path
    self.options = options
  }

  /// Returns an error with the file, and with the line of its byte offset.
  func located(_ error: InlayError) -> InlayError {
    let line = error.location.byteOffset.flatMap { lineNumber(at: $0) }
    return error.located(in: .init(file: path, line: line))
  }

  /// Returns the line of an offset, from 1; nil when the text cannot be read any more.
  private func lineNumber(at offset: Int) -> Int? {
    try? {
      if text == nil || text?.offset ?? 0 > offset {
        text = try CSVFile.text(of: MappedFile(path: path), options)
        lineEndCount = 0
      }
      while let text, text.offset < offset {
        try text.fill(to: Swift.min(offset - text.offset, options.chunkByteCount))
        let count = Swift.min(offset - text.offset, options.chunkByteCount, text.available)
        if count == 0 { break }
        lineEndCount += Self.lineEnds(text.take(count))
      }
      return lineEndCount + 1
    }()
  }

  private static func lineEnds(_ chunk: CSVChunk) -> Int {
    // Safe: the kernel reads the bytes of the chunk's buffer.
    unsafe inlay_csv_count(
      chunk.buffer.baseAddress.assumingMemoryBound(to: UInt8.self), chunk.count, UInt8(ascii: "\n"))
  }
}
