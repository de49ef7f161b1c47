import InlayBytes

extension ColumnIndex {
  /// The index of a leaf's chunk as JSON; the bounds of a page of nulls are bytes that mean nothing.
  func json(of element: SchemaElement) -> JSONValue {
    [
      "nullPages": .array(nullPages.map(JSONValue.bool)),
      "minValues": .array(minValues.map { .bound($0, of: element) }),
      "maxValues": .array(maxValues.map { .bound($0, of: element) }), "boundaryOrder": .name(boundaryOrder),
      "nullCounts": .counts(nullCounts), "nanCounts": .counts(nanCounts),
      "repetitionLevelHistograms": .counts(repetitionLevelHistograms),
      "definitionLevelHistograms": .counts(definitionLevelHistograms),
    ]
  }
}

extension OffsetIndex {
  /// The index as JSON.
  var json: JSONValue {
    [
      "pageLocations": .array(
        pageLocations.map {
          [
            "offset": .count($0.offset), "compressedByteCount": .count($0.compressedByteCount),
            "firstRow": .count($0.firstRow),
          ]
        }), "byteArrayByteCounts": .counts(byteArrayByteCounts),
    ]
  }
}
