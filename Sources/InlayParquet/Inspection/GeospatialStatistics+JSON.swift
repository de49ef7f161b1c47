import InlayBytes

extension GeospatialStatistics {
  /// The statistics as JSON; a side that is no finite number is a text.
  var json: JSONValue {
    ["boundingBox": boundingBox?.json ?? .null, "geometryTypes": .counts(geometryTypes)]
  }
}

extension BoundingBox {
  fileprivate var json: JSONValue {
    [
      "minX": side(minX), "maxX": side(maxX), "minY": side(minY), "maxY": side(maxY), "minZ": side(minZ),
      "maxZ": side(maxZ), "minM": side(minM), "maxM": side(maxM),
    ]
  }

  private func side(_ value: Double?) -> JSONValue {
    guard let value else { return .null }
    return JSONNumber(value).map(JSONValue.number) ?? .string(value.description)
  }
}
