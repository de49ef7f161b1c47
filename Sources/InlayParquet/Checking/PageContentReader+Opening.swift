import InlayBytes

extension PageContentReader {
  /// Decompresses a page and splits its levels from its values; nil when that cannot be done.
  func open(
    _ page: Page, _ bytes: Buffer, _ place: InlayError.Location, _ findings: inout FindingList
  ) -> OpenPage? {
    var rule = ParquetFinding.Rule.compression
    do {
      if let header = page.header.dataV2, page.header.type == .dataV2 {
        return try open(page, header, bytes)
      }
      let content = try decompress(bytes, count: Int(page.header.uncompressedByteCount))
      rule = .levels
      return try split(page, content)
    } catch let error as InlayError {
      findings.add(rule, error, at: place)
      return nil
    } catch {
      preconditionFailure("pages are refused with an InlayError")
    }
  }

  /// Takes the levels from the front of a page of the second version, and decompresses its values.
  private func open(_ page: Page, _ header: DataPageHeaderV2, _ bytes: Buffer) throws -> OpenPage {
    let (repetition, definition) = (
      Int(header.repetitionLevelByteCount), Int(header.definitionLevelByteCount)
    )
    guard repetition >= 0, definition >= 0, repetition + definition <= bytes.count else {
      throw InlayError(
        .corrupt, "the page's levels are longer than the page: \(definition) and \(repetition) bytes")
    }
    let stored = bytes.slice(repetition + definition..<bytes.count)
    let count = Int(page.header.uncompressedByteCount) - repetition - definition
    // Some writers leave out the codec's frame where there is nothing to compress.
    let isCompressed = header.isCompressed && stored.count > 0
    guard isCompressed || stored.count == count else {
      throw PageDecompressor.wrongCount(count, actual: stored.count)
    }
    let values = isCompressed ? try decompress(stored, count: count) : stored
    return OpenPage(
      repetitions: bytes.slice(0..<repetition),
      definitions: bytes.slice(repetition..<repetition + definition), values: values,
      valueRange: 0..<values.count)
  }

  /// Takes the levels from the front of a page of the first version.
  private func split(_ page: Page, _ content: Buffer) throws -> OpenPage {
    let header = page.header.data
    var levels = LevelSplitter(content, count: page.valueCount ?? 0)
    let repetitions = try levels.take(
      header?.repetitionLevelEncoding ?? .rle, greatest: leaf.slots.repetition)
    let definitions = try levels.take(header?.definitionLevelEncoding ?? .rle, greatest: leaf.definitionLevel)
    return OpenPage(
      repetitions: repetitions, definitions: definitions, values: content,
      valueRange: levels.offset..<content.count)
  }

  /// Decompresses some bytes of a page, which must become exactly `count`.
  func decompress(_ bytes: Buffer, count: Int) throws -> Buffer {
    guard let compression = metadata?.compression, compression != .uncompressed else {
      guard bytes.count == count else { throw PageDecompressor.wrongCount(count, actual: bytes.count) }
      return bytes
    }
    guard count >= 0 else {
      throw InlayError(.corrupt, "the page's size before compression is negative: \(count)")
    }
    guard count <= file.options.limits.pageByteCount else {
      throw InlayError(
        .limitExceeded, "the page is larger than ParquetLimits.pageByteCount allows: \(count) bytes")
    }
    var decompressor = try PageDecompressor(compression)
    var output = ValueBuilder<UInt8>()
    try decompressor.decompress(bytes.bytes, count: count, into: &output)
    return output.freeze().buffer
  }
}
