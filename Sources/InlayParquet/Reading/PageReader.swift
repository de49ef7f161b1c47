import InlayBytes
import InlayColumns

/// Opens the pages of one column chunk, one after the other: compares checksums, decompresses, and splits levels from
/// values.
struct PageReader: ~Copyable {
  private let chunk: ColumnChunkReader
  private var decompressor: PageDecompressor

  init(_ chunk: ColumnChunkReader) throws {
    self.chunk = chunk
    decompressor = try PageDecompressor(chunk.metadata.compression)
  }

  /// Returns a dictionary page's values.
  mutating func open(_ page: DictionaryPage) throws -> Buffer {
    let stored = try checkedBytes(page.bytes, checksum: page.checksum)
    let bytes = try chunk.decryptor?.open(.dictionaryPage, stored.bytes) ?? stored
    return try decompress(bytes, count: page.uncompressedByteCount)
  }

  /// Returns the part of a page that holds `rows` of the row group, all of which must be in it.
  mutating func open(_ page: DataPage, rows: Range<Int>) throws -> PageSlice {
    let stored = try checkedBytes(page.bytes, checksum: page.checksum)
    let bytes = try chunk.decryptor?.open(page, stored) ?? stored
    let content: Buffer
    switch page.levels {
    case .inValues(let encoding):
      content = try decompress(bytes, count: page.uncompressedByteCount)
      let levels = try definitionLevels(of: content, encoding, count: page.rows.count)
      return try slice(page, rows, levels: levels.hybrid, values: content, from: levels.end)
    case .apart(let repetition, let definition, _, let isCompressed):
      guard repetition + definition <= bytes.count else { throw Self.shortLevels }
      let rest = bytes.slice(repetition + definition..<bytes.count)
      let count = page.uncompressedByteCount - repetition - definition
      // Some writers leave out the codec's frame where there is nothing to compress.
      content = isCompressed && rest.count > 0 ? try decompress(rest, count: count) : rest
      let levels = bytes.slice(repetition..<repetition + definition)
      return try slice(page, rows, levels: levels, values: content, from: 0)
    }
  }

  /// Returns a page's bytes as they are in the file.
  private func checkedBytes(_ range: Range<Int>, checksum: UInt32?) throws -> Buffer {
    let bytes = chunk.file.bytes.slice(range)
    guard let checksum, chunk.file.options.verifiesChecksums else { return bytes }
    let actual = CRC32.checksum(bytes.bytes)
    guard actual == checksum else {
      throw InlayError(
        .corrupt, "the page's checksum is \(actual), its header says \(checksum): the file was damaged")
    }
    return bytes
  }

  private mutating func decompress(_ bytes: Buffer, count: Int) throws -> Buffer {
    guard chunk.metadata.compression != .uncompressed else {
      guard bytes.count == count else { throw PageDecompressor.wrongCount(count, actual: bytes.count) }
      return bytes
    }
    var output = ValueBuilder<UInt8>()
    try decompressor.decompress(bytes.bytes, count: count, into: &output)
    return output.freeze().buffer
  }

  /// Returns the definition levels of a page of the first version, and where its values begin.
  ///
  /// Where all values are there, no levels are, whatever encoding the header names: many writers name the deprecated one.
  private func definitionLevels(
    of content: Buffer, _ encoding: Encoding, count: Int
  ) throws -> (hybrid: Buffer, end: Int) {
    guard chunk.field.isNullable else { return (.empty, 0) }
    switch encoding {
    case .rle:
      guard content.count >= 4 else { throw Self.shortLevels }
      let length = Int(content.bytes.littleEndian32(at: 0))
      guard length <= content.count - 4 else { throw Self.shortLevels }
      return (content.slice(4..<4 + length), 4 + length)
    case .bitPacked:
      guard let length = BitPackedLevels.byteCount(count, bitWidth: 1), length <= content.count else {
        throw Self.shortLevels
      }
      let packed = content.bytes.extracting(first: length)
      return (BitPackedLevels.hybrid(packed, count: count, bitWidth: 1), length)
    default: throw InlayError(.corrupt, "levels are never in this encoding: \(encoding)")
    }
  }

  private static var shortLevels: InlayError {
    InlayError(.corrupt, "the page's levels are longer than the page")
  }

  /// Reads the levels of the wanted rows, and counts the values before them.
  private func slice(
    _ page: DataPage, _ rows: Range<Int>, levels: Buffer, values: Buffer, from offset: Int
  ) throws -> PageSlice {
    let skippedRows = rows.lowerBound - page.rows.lowerBound
    var (skipped, count) = (skippedRows, rows.count)
    var validity: Bitmap?
    if chunk.field.isNullable {
      var decoder = HybridDecoder(levels.bytes, bitWidth: 1)
      skipped = try decoder.countOnes(skippedRows)
      if try !decoder.takeOnes(rows.count) {
        var bits = BitmapBuilder(capacity: rows.count)
        try decoder.read(rows.count, into: &bits)
        let bitmap = bits.freeze()
        count = bitmap.countOnes()
        if count < rows.count { validity = bitmap }
      }
    }
    return PageSlice(
      values: EncodedValues(
        buffer: values, byteRange: offset..<values.count, type: chunk.metadata.type, encoding: page.encoding,
        skippedCount: skipped, count: count, limits: chunk.file.options.limits),
      rowCount: rows.count, validity: validity)
  }
}
