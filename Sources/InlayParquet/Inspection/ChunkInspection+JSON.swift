import InlayBytes

extension ChunkInspection {
  /// The chunk of a leaf as JSON.
  func json(of leaf: SchemaNode.Leaf) -> JSONValue {
    var object = JSONObject()
    object["path"] = .array(leaf.path.map(JSONValue.string))
    object["filePath"] = .text(chunk.filePath)
    object["fileOffset"] = .count(chunk.fileOffset)
    object["encryption"] = .name(chunk.encryption.map { $0 == .footerKey ? "FOOTER_KEY" : "COLUMN_KEY" })
    object["metadata"] = chunk.metadata?.json(of: leaf.node.element) ?? .null
    object["pages"] = .array(pages.map { $0.json(of: leaf.node.element) })
    object["columnIndex"] = Self.located(
      columnIndex?.json(of: leaf.node.element), chunk.columnIndexOffset, chunk.columnIndexByteCount)
    object["offsetIndex"] = Self.located(
      offsetIndex?.json, chunk.offsetIndexOffset, chunk.offsetIndexByteCount)
    object["bloomFilter"] = bloomFilter?.json ?? .null
    object["problems"] = .array(problems.map { .string($0.description) })
    return .object(object)
  }

  /// Returns a part of the page index with its place in the file before it; `null` where the footer names none.
  private static func located(_ index: JSONValue?, _ offset: Int64?, _ byteCount: Int32?) -> JSONValue {
    guard offset != nil || byteCount != nil else { return .null }
    var object = JSONObject()
    object["offset"] = .count(offset)
    object["byteCount"] = .count(byteCount)
    for member in index?.object?.members ?? [] { object[member.name] = member.value }
    return .object(object)
  }
}

extension LocatedBloomFilter {
  /// Where the filter is and what its header says as JSON; `null` for a kind that is not known.
  fileprivate var json: JSONValue {
    [
      "offset": .count(offset), "headerByteCount": .count(headerByteCount),
      "byteCount": .count(header.byteCount), "blockCount": .count(blockCount),
      "algorithm": .text(header.isSplitBlock ? "BLOCK" : nil),
      "hash": .text(header.isXXHash ? "XXHASH" : nil),
      "compression": .text(header.isUncompressed ? "UNCOMPRESSED" : nil),
    ]
  }
}

extension ColumnChunkMetadata {
  /// What the footer says of the chunk as JSON.
  fileprivate func json(of element: SchemaElement) -> JSONValue {
    [
      "type": .name(type), "encodings": .array(encodings.map { .name($0) }),
      "compression": .name(compression),
      "valueCount": .count(valueCount), "uncompressedByteCount": .count(uncompressedByteCount),
      "compressedByteCount": .count(compressedByteCount), "keyValues": KeyValue.json(keyValues),
      "dataPageOffset": .count(dataPageOffset), "indexPageOffset": .count(indexPageOffset),
      "dictionaryPageOffset": .count(dictionaryPageOffset),
      "statistics": statistics?.json(of: element) ?? .null,
      "encodingStatistics": encodingStatistics.map { .array($0.map(\.json)) } ?? .null,
      "bloomFilterOffset": .count(bloomFilterOffset), "bloomFilterByteCount": .count(bloomFilterByteCount),
      "sizeStatistics": sizeStatistics?.json ?? .null,
      "geospatialStatistics": geospatialStatistics?.json ?? .null,
    ]
  }
}

extension PageEncodingStatistics {
  fileprivate var json: JSONValue {
    ["pageType": .name(pageType), "encoding": .name(encoding), "count": .count(count)]
  }
}

extension KeyValue {
  /// Texts under names as JSON, in their order; `null` for no list.
  static func json(_ keyValues: [KeyValue]?) -> JSONValue {
    keyValues.map { .array($0.map { ["key": .string($0.key), "value": .text($0.value)] }) } ?? .null
  }
}
