import InlayBytes

extension Statistics {
  /// The statistics of a leaf's values as JSON.
  func json(of element: SchemaElement) -> JSONValue {
    [
      "min": .bound(min, of: element), "max": .bound(max, of: element), "isMinExact": .truth(isMinExact),
      "isMaxExact": .truth(isMaxExact), "deprecatedMin": .bound(deprecatedMin, of: element),
      "deprecatedMax": .bound(deprecatedMax, of: element), "nullCount": .count(nullCount),
      "distinctCount": .count(distinctCount), "nanCount": .count(nanCount),
    ]
  }
}

extension SizeStatistics {
  /// The sizes as JSON.
  var json: JSONValue {
    [
      "byteArrayByteCount": .count(byteArrayByteCount),
      "repetitionLevelHistogram": .counts(repetitionLevelHistogram),
      "definitionLevelHistogram": .counts(definitionLevelHistogram),
    ]
  }
}
