import InlayBytes

extension PageContentReader {
  /// Decompresses a page and counts its levels; nil when that cannot be done.
  func levels(
    _ page: Page, _ bytes: Buffer, _ place: InlayError.Location, _ findings: inout FindingList
  ) -> LevelCounts? {
    var rule = ParquetFinding.Rule.compression
    do {
      let levels: LevelReader.Levels
      if let header = page.header.dataV2, page.header.type == .dataV2 {
        levels = try split(page, header, bytes)
      } else {
        let content = try decompress(bytes, count: Int(page.header.uncompressedByteCount))
        rule = .levels
        levels = try split(page, content)
      }
      rule = .levels
      return try LevelReader.counts(levels, of: node, valueCount: page.valueCount ?? 0)
    } catch let error as InlayError {
      findings.add(rule, error, at: place)
      return nil
    } catch {
      preconditionFailure("pages are refused with an InlayError")
    }
  }

  /// Takes the levels from the front of a page of the second version, and decompresses its values.
  private func split(
    _ page: Page, _ header: DataPageHeaderV2, _ bytes: Buffer
  ) throws -> LevelReader.Levels {
    let (repetition, definition) = (
      Int(header.repetitionLevelByteCount), Int(header.definitionLevelByteCount)
    )
    guard repetition >= 0, definition >= 0, repetition + definition <= bytes.count else {
      throw InlayError(
        .corrupt, "the page's levels are longer than the page: \(definition) and \(repetition) bytes")
    }
    let values = bytes.slice(repetition + definition..<bytes.count)
    let count = Int(page.header.uncompressedByteCount) - repetition - definition
    // Some writers leave out the codec's frame where there is nothing to compress.
    if header.isCompressed && values.count > 0 {
      _ = try decompress(values, count: count)
    } else if values.count != count {
      throw PageDecompressor.wrongCount(count, actual: values.count)
    }
    return LevelReader.Levels(
      repetition: bytes.slice(0..<repetition),
      definition: bytes.slice(repetition..<repetition + definition))
  }

  /// Takes the levels from the front of a page of the first version, each kind behind its length in four bytes.
  private func split(_ page: Page, _ content: Buffer) throws -> LevelReader.Levels {
    var offset = 0
    func next(_ encoding: Encoding?) throws -> Buffer {
      guard encoding == .rle else {
        throw InlayError(
          .unsupported, "levels in this encoding are not checked: \(encoding?.description ?? "none")")
      }
      guard offset <= content.count - 4 else { throw Self.shortLevels }
      let length = Int(content.bytes.littleEndian32(at: offset))
      guard length <= content.count - offset - 4 else { throw Self.shortLevels }
      defer { offset += 4 + length }
      return content.slice(offset + 4..<offset + 4 + length)
    }
    let header = page.header.data
    let repetition = node.repetitionLevel > 0 ? try next(header?.repetitionLevelEncoding) : .empty
    let definition = node.definitionLevel > 0 ? try next(header?.definitionLevelEncoding) : .empty
    return LevelReader.Levels(repetition: repetition, definition: definition)
  }

  private static var shortLevels: InlayError {
    InlayError(.corrupt, "the page's levels are longer than the page")
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
