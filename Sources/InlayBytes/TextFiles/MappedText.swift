/// The text of an uncompressed file: pieces of its mapping, each of which leaves memory when nobody looks any more.
package final class MappedText: TextInput {
  private let file: MappedFile
  private let buffer: Buffer
  package private(set) var offset = 0

  package init(_ file: MappedFile) {
    self.file = file
    buffer = file.buffer
  }

  package var available: Int { file.count - offset }
  package var consumedByteCount: Int { offset }

  /// Does nothing: the window is all that is left of the file.
  package func fill(to count: Int) {}

  package var window: RawSpan {
    @_lifetime(borrow self)
    get {
      // Safe: the offset is at most the buffer's length, and the buffer lives as long as this object.
      let span = unsafe RawSpan(_unsafeStart: buffer.baseAddress + offset, byteCount: available)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  package func take(_ count: Int) -> TextPiece {
    precondition(count >= 0 && count <= available)
    let range = offset..<offset + count
    let file = file
    // Safe: the range lies within the mapping, which the closure keeps until the last view of the piece is gone.
    let piece = unsafe Buffer(foreign: buffer.baseAddress + offset, count: count) { file.release(range) }
    offset += count
    return TextPiece(
      buffer: piece, count: count, readableCount: file.count - range.lowerBound, offset: range.lowerBound)
  }
}
