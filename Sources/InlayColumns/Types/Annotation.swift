/// What the values of a field mean beyond their type.
///
/// Whoever does not know an annotation reads the values by their type alone and is never wrong: that is why these are
/// no types of their own.
public enum Annotation: Hashable, Sendable {
  /// A text of few; on `string`.
  case enumeration
  /// A JSON document; on `string`.
  case json
  /// A BSON document; on `binary`.
  case bson
  /// A value of varying type: a structure of two binaries, `metadata` and `value` (VariantEncoding.md).
  case variant
  /// A geometry in well-known binary; on `binary`.
  ///
  /// The coordinate reference system is nil for the default one, OGC:CRS84.
  case geometry(crs: String?)
  /// A geometry on an ellipsoid in well-known binary; on `binary`.
  ///
  /// The edges are interpolated along great circles where `algorithm` is nil.
  case geography(crs: String?, algorithm: EdgeAlgorithm?)
}

/// How the edges of a geography run between two points.
public enum EdgeAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// Along great circles of a sphere.
  case spherical
  /// As Vincenty's formulae say.
  case vincenty
  /// As Thomas's formulae say.
  case thomas
  /// As Andoyer's and Lambert's formulae say.
  case andoyer
  /// As Karney's method says.
  case karney
}
