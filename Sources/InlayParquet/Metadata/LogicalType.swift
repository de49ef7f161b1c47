public import InlayColumns

/// What a column's values mean.
public enum LogicalType: Hashable, Sendable {
  /// Text in UTF-8.
  case string
  /// A map.
  case map
  /// A list.
  case list
  /// A text of few.
  case enumeration
  /// A decimal number: the value is the number of units of its last digit.
  case decimal(scale: Int32, precision: Int32)
  /// A day.
  case date
  /// A time of day.
  case time(TimeUnit, isUTC: Bool)
  /// A moment, or a wall-clock reading where it is not adjusted to UTC.
  case timestamp(TimeUnit, isUTC: Bool)
  /// An integer of 8, 16, 32 or 64 bits.
  case integer(bitWidth: Int8, isSigned: Bool)
  /// Nulls only: `UNKNOWN` in the format.
  case null
  /// A JSON document.
  case json
  /// A BSON document.
  case bson
  /// A universally unique identifier of 16 bytes.
  case uuid
  /// IEEE 754, two bytes.
  case float16
  /// A value of varying type.
  case variant(specificationVersion: Int8?)
  /// A geometry in well-known binary, with its coordinate reference system.
  case geometry(crs: String?)
  /// A geometry on an ellipsoid, with its coordinate reference system and the number of the edges' interpolation.
  case geography(crs: String?, algorithm: Int32?)
  /// A reference to a file.
  case file
  /// A type that this version does not know, by its number in the union: the physical type is all there is.
  case unrecognized(Int16)
}
