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

  /// Decompresses a page and splits its levels from its values.
  mutating func open(_ page: DataPage) throws -> OpenPage {
    let stored = try checkedBytes(page.bytes, checksum: page.checksum)
    let bytes = try chunk.decryptor?.open(page, stored) ?? stored
    switch page.levels {
    case .inValues(let repetition, let definition):
      let content = try decompress(bytes, count: page.uncompressedByteCount)
      var levels = LevelSplitter(content, count: page.entries.count)
      let repetitions = try levels.take(repetition, greatest: chunk.leaf.slots.repetition)
      let definitions = try levels.take(definition, greatest: chunk.leaf.definitionLevel)
      return OpenPage(
        repetitions: repetitions, definitions: definitions, values: content,
        valueRange: levels.offset..<content.count)
    case .apart(let repetition, let definition, _, let isCompressed):
      guard repetition + definition <= bytes.count else { throw LevelSplitter.shortLevels }
      let rest = bytes.slice(repetition + definition..<bytes.count)
      let count = page.uncompressedByteCount - repetition - definition
      // Some writers leave out the codec's frame where there is nothing to compress.
      let content = isCompressed && rest.count > 0 ? try decompress(rest, count: count) : rest
      return OpenPage(
        repetitions: bytes.slice(0..<repetition),
        definitions: bytes.slice(repetition..<repetition + definition), values: content,
        valueRange: 0..<content.count)
    }
  }

  /// Returns the part of a page of a flat column that holds `rows` of the row group, all of which must be in it.
  mutating func open(_ page: DataPage, rows: Range<Int>) throws -> PageSlice {
    try slice(page, rows, open(page))
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
    if chunk.metadata.compression == .snappy, let range = SnappyLiteral.range(in: bytes.bytes, count: count) {
      return bytes.slice(range)
    }
    var output = ValueBuilder<UInt8>()
    try decompressor.decompress(bytes.bytes, count: count, into: &output)
    return output.freeze().buffer
  }

  /// Reads the levels of the wanted rows, and counts the values before them.
  private func slice(_ page: DataPage, _ rows: Range<Int>, _ content: OpenPage) throws -> PageSlice {
    let skippedRows = rows.lowerBound - page.rows.lowerBound
    var (skipped, count) = (skippedRows, rows.count)
    var validity: Bitmap?
    if chunk.leaf.definitionLevel > 0 {
      var decoder = HybridDecoder(content.definitions.bytes, bitWidth: 1)
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
        buffer: content.values, byteRange: content.valueRange, type: chunk.metadata.type,
        encoding: page.encoding, skippedCount: skipped, count: count, limits: chunk.file.options.limits),
      slotCount: rows.count, validity: validity)
  }
}
