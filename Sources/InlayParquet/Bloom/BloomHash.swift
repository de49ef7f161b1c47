import InlayBytes
import InlayColumns

/// The hashes of values in their plain encoding, without a length before byte arrays (BloomFilter.md).
enum BloomHash {
  /// The most values of a test that are looked up.
  private static let lookupLimit = 1_000
  /// The most bytes of a decimal that is looked up; 16 hold every one.
  private static let lengthLimit: Int32 = 64

  /// Returns the hashes of all values that meet a test of a flat leaf; nil when they are too many, or when one of them
  /// may be stored in ways that cannot be listed.
  static func hashes(ofValuesIn test: ColumnTest, of element: SchemaElement) -> [UInt64]? {
    switch test {
    case .isNull, .isNotNull: return nil
    case .bytes(let set): return set.values(limit: lookupLimit)?.map { hash($0.bytes) }
    case .numbers(let set):
      guard let values = set.values(limit: lookupLimit) else { return nil }
      var hashes: [UInt64] = []
      for value in values {
        guard let stored = Self.hashes(value, of: element) else { return nil }
        hashes += stored
      }
      return hashes
    }
  }

  /// Returns the hashes of the forms in which a number may be stored.
  private static func hashes(_ value: Int128, of element: SchemaElement) -> [UInt64]? {
    switch element.type {
    case .int32: return [XXHash64.hash(UInt32(truncatingIfNeeded: value))]
    case .int64: return [XXHash64.hash(UInt64(truncatingIfNeeded: value))]
    case .double:
      return FloatOrder.values(at: value).map { values in values.map { XXHash64.hash($0.bitPattern) } }
    case .float:
      return FloatOrder.values(at: value).map { values in values.map { XXHash64.hash(Float($0).bitPattern) } }
    case .fixedLengthByteArray:
      guard case .decimal? = element.annotatedType, let length = element.typeLength,
        (1...lengthLimit).contains(length)
      else { return nil }
      return [hash(bigEndian(value, byteCount: Int(length)))]
    // Of a decimal in a byte array nobody knows how many bytes it was given. Moments of INT96 were rounded.
    default: return nil
    }
  }

  static func hash(_ bytes: [UInt8]) -> UInt64 {
    // Safe: a byte has no padding.
    XXHash64.hash(unsafe bytes.span.bytes)
  }

  static func bigEndian(_ value: Int128, byteCount: Int) -> [UInt8] {
    // A shift by 127 leaves the sign, which fills the bytes before the first of the number's own.
    (0..<byteCount).reversed().map { UInt8(truncatingIfNeeded: value >> Int128(min($0 * 8, 127))) }
  }
}

extension FloatOrder {
  /// Returns the numbers at a place of the order; nil for that of NaN, which has many bit patterns.
  fileprivate static func values(at place: Int128) -> [Double]? {
    guard place != Int128(nan), let place = Int64(exactly: place) else { return nil }
    if place == 0 { return [0, -0.0] }
    let bits = place > 0 ? place : Int64.min &- place
    return [Double(bitPattern: UInt64(bitPattern: bits))]
  }
}
