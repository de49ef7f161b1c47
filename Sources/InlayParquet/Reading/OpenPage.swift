import InlayBytes

/// A data page's contents, decompressed: its levels, still encoded, and the bytes of its values.
struct OpenPage {
  /// Runs of repetition levels; empty where the schema has none.
  let repetitions: Buffer
  /// Runs of definition levels; empty where the schema has none.
  let definitions: Buffer
  /// The buffer that holds the values, and where in it.
  let values: Buffer
  let valueRange: Range<Int>
}

/// Takes the levels off the front of a page of the first version.
struct LevelSplitter {
  let content: Buffer
  /// The number of levels of each kind.
  let count: Int
  /// Where what is left begins.
  private(set) var offset = 0

  init(_ content: Buffer, count: Int) {
    self.content = content
    self.count = count
  }

  /// Takes levels of 0 to `greatest`.
  ///
  /// Where 0 is the only level none are written, whatever encoding the header names: many writers name the deprecated one.
  mutating func take(_ encoding: Encoding, greatest: Int) throws -> Buffer {
    guard greatest > 0, count > 0 || content.count > offset else { return .empty }
    let left = content.count - offset
    switch encoding {
    case .rle:
      guard left >= 4 else { throw Self.shortLevels }
      let length = Int(content.bytes.littleEndian32(at: offset))
      guard length <= left - 4 else { throw Self.shortLevels }
      defer { offset += 4 + length }
      return content.slice(offset + 4..<offset + 4 + length)
    case .bitPacked:
      let bitWidth = LevelDecoder.bitWidth(greatest: greatest)
      guard let length = BitPackedLevels.byteCount(count, bitWidth: bitWidth), length <= left else {
        throw Self.shortLevels
      }
      defer { offset += length }
      let packed = content.bytes.extracting(offset..<offset + length)
      return BitPackedLevels.hybrid(packed, count: count, bitWidth: bitWidth)
    default: throw InlayError(.corrupt, "levels are never in this encoding: \(encoding)")
    }
  }

  static var shortLevels: InlayError {
    InlayError(.corrupt, "the page's levels are longer than the page")
  }
}
