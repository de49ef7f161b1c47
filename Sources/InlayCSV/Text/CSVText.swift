import InlayBytes

/// The text of one file, read once from its start to its end: a window over what comes next, from which pieces are
/// taken off at its front.
protocol CSVText: AnyObject {
  /// The offset of the window's first byte in the text.
  var offset: Int { get }
  /// The number of bytes in the window.
  var available: Int { get }
  /// The number of bytes of the file itself that the text up to the window's end took.
  var consumedByteCount: Int { get }
  /// Widens the window to at least `count` bytes, or to the end of the text when that comes first.
  func fill(to count: Int) throws
  /// The window, or what begins with it.
  var window: RawSpan { get }
  /// Takes the first `count` bytes off the window.
  func take(_ count: Int) -> CSVChunk
}

/// A piece of a text that several columns share.
struct CSVChunk: Sendable {
  /// The memory.
  let buffer: Buffer
  /// The number of bytes that belong to the piece, from the buffer's first on.
  let count: Int
  /// The number of bytes that can be read from the buffer's first on: at least `count`.
  let readableCount: Int
  /// The offset of the first byte in the text.
  let offset: Int
}
