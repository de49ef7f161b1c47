/// How much text a compressed file may hold.
package struct DecompressionLimits: Sendable {
  /// The most bytes of text.
  package var byteCount: Int
  /// The most bytes of text for each compressed byte, where there are more than ``uncheckedByteCount``.
  package var ratio: Int

  /// Text that any machine has room for may be as dense as it likes: a small file of one value, many times.
  package static let uncheckedByteCount = 64 << 20

  /// Sets limits.
  package init(byteCount: Int, ratio: Int) {
    self.byteCount = byteCount
    self.ratio = ratio
  }

  /// Checks how much text has come of how many compressed bytes.
  ///
  /// - Throws: ``InlayError/Code/limitExceeded``.
  func check(_ textByteCount: Int, of compressedByteCount: Int) throws {
    guard textByteCount <= byteCount else {
      throw InlayError(
        .limitExceeded,
        """
        the file holds more text than maxDecompressedBytes allows; raise that option if the file is to be \
        trusted: \(byteCount)
        """)
    }
    guard textByteCount > Self.uncheckedByteCount else { return }
    guard textByteCount / ratio <= compressedByteCount else {
      throw InlayError(
        .limitExceeded,
        """
        the file holds more text for each of its bytes than maxDecompressionRatio allows; raise that option if the \
        file is to be trusted: \(ratio)
        """)
    }
  }
}
