import InlayColumns

extension SchemaElement {
  /// What the values of a leaf mean beyond its type; nil when the type says it all, or when the annotation does not go
  /// with the physical type.
  var annotation: Annotation? {
    guard type == .byteArray else { return nil }
    switch (logicalType, convertedType) {
    case (.enumeration, _), (nil, .enumeration): return .enumeration
    case (.json, _), (nil, .json): return .json
    case (.bson, _), (nil, .bson): return .bson
    case (.geometry(let crs), _): return .geometry(crs: crs)
    case (.geography(let crs, let algorithm), _):
      return .geography(crs: crs, algorithm: algorithm.flatMap(EdgeAlgorithm.init(number:)))
    default: return nil
    }
  }
}

extension EdgeAlgorithm {
  private static let byNumber: [EdgeAlgorithm] = [.spherical, .vincenty, .thomas, .andoyer, .karney]

  /// The algorithm of a number in the footer (parquet.thrift, `EdgeInterpolationAlgorithm`); nil for one that is not known.
  init?(number: Int32) {
    guard let index = Int(exactly: number), Self.byNumber.indices.contains(index) else { return nil }
    self = Self.byNumber[index]
  }

  /// The number in the footer.
  var number: Int32? { Self.byNumber.firstIndex(of: self).map(Int32.init) }
}
