import InlayBytes
import InlayColumns

extension CSVOptions {
  /// Checks that the options do not contradict each other.
  ///
  /// - Throws: ``InlayError/Code/invalidInput``.
  public func check() throws {
    try checkBytes()
    try Self.require(
      skippedLineCount >= 0, "the number of lines to skip cannot be negative: \(skippedLineCount)")
    try Self.require(
      (1...Int(Int32.max)).contains(maxRecordBytes),
      "maxRecordBytes must be from 1 to 2147483647: \(maxRecordBytes)")
    try Self.require(
      maxDecompressedBytes >= 0, "maxDecompressedBytes cannot be negative: \(maxDecompressedBytes)")
    try Self.require(
      maxDecompressionRatio >= 1, "maxDecompressionRatio must be at least 1: \(maxDecompressionRatio)")
    try Self.require(maxFieldBytes >= 1, "maxFieldBytes must be at least 1: \(maxFieldBytes)")
    try Self.require(chunkByteCount >= 1, "a chunk has at least one byte: \(chunkByteCount)")
  }

  var decompressionLimits: DecompressionLimits {
    DecompressionLimits(byteCount: maxDecompressedBytes, ratio: maxDecompressionRatio)
  }

  /// Checks that each byte has one meaning.
  private func checkBytes() throws {
    var meanings: [(name: String, byte: UInt8)] = [("separator", separator)]
    if let quote { meanings.append(("quote", quote)) }
    if let escape, escape != quote { meanings.append(("escape", escape)) }
    if let comment { meanings.append(("comment", comment)) }
    for (index, meaning) in meanings.enumerated() {
      try Self.require(
        meaning.byte != UInt8(ascii: "\n") && meaning.byte != UInt8(ascii: "\r"),
        "the \(meaning.name) cannot be a line end; choose another byte")
      if let other = meanings[..<index].first(where: { $0.byte == meaning.byte }) {
        throw InlayError(
          .invalidInput,
          "the \(other.name) and the \(meaning.name) are the same byte; choose another for one of them: \(Self.shown(meaning.byte))"
        )
      }
    }
  }

  private static func require(_ condition: Bool, _ message: @autoclosure () -> String) throws {
    if !condition { throw InlayError(.invalidInput, message()) }
  }

  /// A byte as a reader of a message knows it.
  static func shown(_ byte: UInt8) -> String {
    if (0x21...0x7E).contains(byte) { return "'\(Character(UnicodeScalar(byte)))'" }
    return "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
