import InlayBytes

extension Page {
  /// The page of a leaf's chunk as JSON.
  func json(of element: SchemaElement) -> JSONValue {
    var object = JSONObject()
    object["type"] = .name(header.type)
    object["offset"] = .count(offset)
    object["headerByteCount"] = .count(headerByteCount)
    object["compressedByteCount"] = .count(header.compressedByteCount)
    object["uncompressedByteCount"] = .count(header.uncompressedByteCount)
    object["checksum"] = .count(header.checksum)
    object["valueCount"] = .count(valueCount)
    object["encoding"] = .name(encoding)
    if let data = header.data {
      object["definitionLevelEncoding"] = .name(data.definitionLevelEncoding)
      object["repetitionLevelEncoding"] = .name(data.repetitionLevelEncoding)
    }
    if let data = header.dataV2 { data.addMembers(to: &object) }
    if let dictionary = header.dictionary { object["isSorted"] = .truth(dictionary.isSorted) }
    if isData { object["statistics"] = statistics?.json(of: element) ?? .null }
    return .object(object)
  }
}

extension DataPageHeaderV2 {
  /// Adds what only pages of the second version say.
  fileprivate func addMembers(to object: inout JSONObject) {
    object["nullCount"] = .count(nullCount)
    object["rowCount"] = .count(rowCount)
    object["definitionLevelByteCount"] = .count(definitionLevelByteCount)
    object["repetitionLevelByteCount"] = .count(repetitionLevelByteCount)
    object["isCompressed"] = .bool(isCompressed)
  }
}
