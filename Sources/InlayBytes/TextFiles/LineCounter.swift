import CInlayKernels

/// Tells on which line an offset of a file's text lies, by reading the text again: only errors ask.
///
/// Offsets that rise are found in one pass.
package final class LineCounter {
  private let path: String
  private let open: () throws -> any TextInput
  private var text: (any TextInput)?
  private var lineEndCount = 0

  /// What is counted at a time.
  private static let step = 1 << 20

  /// - Parameter open: Opens the text of the file from its start.
  package init(path: String, open: @escaping () throws -> any TextInput) {
    self.path = path
    self.open = open
  }

  /// Returns an error with the file, and with the line of its byte offset.
  package func located(_ error: InlayError) -> InlayError {
    let line = error.location.byteOffset.flatMap { lineNumber(at: $0) }
    return error.located(in: .init(file: path, line: line))
  }

  /// Returns the line of an offset, from 1; nil when the text cannot be read any more.
  private func lineNumber(at offset: Int) -> Int? {
    try? {
      if text == nil || text?.offset ?? 0 > offset {
        text = try open()
        lineEndCount = 0
      }
      while let text, text.offset < offset {
        try text.fill(to: Swift.min(offset - text.offset, Self.step))
        let count = Swift.min(offset - text.offset, Self.step, text.available)
        if count == 0 { break }
        lineEndCount += Self.lineEnds(text.take(count))
      }
      return lineEndCount + 1
    }()
  }

  private static func lineEnds(_ chunk: TextPiece) -> Int {
    // Safe: the kernel reads the bytes of the chunk's buffer.
    unsafe inlay_csv_count(
      chunk.buffer.baseAddress.assumingMemoryBound(to: UInt8.self), chunk.count, UInt8(ascii: "\n"))
  }
}
