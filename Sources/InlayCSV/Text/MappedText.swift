import InlayBytes

/// The text of an uncompressed file: pieces of its mapping, each of which leaves memory when nobody looks any more.
final class MappedText: CSVText {
  private let file: MappedFile
  private let buffer: Buffer
  private(set) var offset = 0

  init(_ file: MappedFile) {
    self.file = file
    buffer = file.buffer
  }

  var available: Int { file.count - offset }
  var consumedByteCount: Int { offset }

  /// Does nothing: the window is all that is left of the file.
  func fill(to count: Int) {}

  var window: RawSpan {
    @_lifetime(borrow self)
    get {
      // Safe: the offset is at most the buffer's length, and the buffer lives as long as this object.
      let span = unsafe RawSpan(_unsafeStart: buffer.baseAddress + offset, byteCount: available)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  func take(_ count: Int) -> CSVChunk {
    precondition(count >= 0 && count <= available)
    let range = offset..<offset + count
    let file = file
    // Safe: the range lies within the mapping, which the closure keeps until the last view of the piece is gone.
    let piece = unsafe Buffer(foreign: buffer.baseAddress + offset, count: count) { file.release(range) }
    offset += count
    return CSVChunk(
      buffer: piece, count: count, readableCount: file.count - range.lowerBound, offset: range.lowerBound)
  }
}
