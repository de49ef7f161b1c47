/// The text of one file, read once from its start to its end: a window over what comes next, from which pieces are
/// taken off at its front.
package protocol TextInput: AnyObject {
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
  func take(_ count: Int) -> TextPiece
}

/// A piece of a text that several columns share.
package struct TextPiece: Sendable {
  /// The memory.
  package let buffer: Buffer
  /// The number of bytes that belong to the piece, from the buffer's first on.
  package let count: Int
  /// The number of bytes that can be read from the buffer's first on: at least `count`.
  package let readableCount: Int
  /// The offset of the first byte in the text.
  package let offset: Int

  /// Makes a piece.
  package init(buffer: Buffer, count: Int, readableCount: Int, offset: Int) {
    self.buffer = buffer
    self.count = count
    self.readableCount = readableCount
    self.offset = offset
  }

  /// Whether the bytes of a range are well-formed UTF-8.
  package func isUTF8(_ range: Range<Int>) -> Bool { buffer.bytes.extracting(range).isUTF8 }
}

/// How a text file is compressed.
public enum TextCompression: String, Hashable, Sendable, CaseIterable {
  /// As its first bytes tell.
  case automatic
  /// Not at all.
  case none
  /// With gzip, in one member or several.
  case gzip
}

extension TextCompression {
  /// Opens a file as the text that it holds.
  ///
  /// - Parameter limits: How much text a compressed file may hold.
  package func text(of file: MappedFile, limits: DecompressionLimits) throws -> any TextInput {
    let isCompressed =
      switch self {
      case .none: false
      case .gzip: true
      case .automatic: Self.isGzip(file)
      }
    return isCompressed ? try InflatedText(file, limits: limits) : MappedText(file)
  }

  /// Whether a file begins as gzip does (RFC 1952, 2.3.1); the second byte begins no character in UTF-8.
  private static func isGzip(_ file: MappedFile) -> Bool {
    let buffer = file.buffer
    return file.count >= 2 && buffer.bytes.byte(at: 0) == 0x1F && buffer.bytes.byte(at: 1) == 0x8B
  }
}
