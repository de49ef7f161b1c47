import InlayColumns

/// The order that a column's type defines for its bounds (parquet.thrift, `ColumnOrder`), over values in their plain
/// encoding.
enum ValueOrder: Sendable {
  case boolean
  case signed32
  case unsigned32
  case signed64
  case unsigned64
  case float16
  case float
  case double
  /// Bytes as unsigned numbers, from the first on; UTF-8 as well, whose order is that of the code points.
  case bytes
  /// Two's complement, the most significant byte first, all values of one length.
  case signedBigEndian
  /// None: such a column has no bounds.
  case undefined

  /// Whether the deprecated bounds, which old readers take as signed, say the same as the others.
  var isSigned: Bool {
    switch self {
    case .boolean, .signed32, .signed64, .float, .double: true
    case .unsigned32, .unsigned64, .float16, .bytes, .signedBigEndian, .undefined: false
    }
  }

  /// Returns whether one value comes before another; none of them is NaN.
  func isLess(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    switch self {
    case .boolean, .bytes: first.lexicographicallyPrecedes(second)
    case .signed32: Int32(truncatingIfNeeded: Self.word(first)) < Int32(truncatingIfNeeded: Self.word(second))
    case .signed64: Int64(bitPattern: Self.word(first)) < Int64(bitPattern: Self.word(second))
    case .unsigned32, .unsigned64: Self.word(first) < Self.word(second)
    case .float16: Self.half(first) < Self.half(second)
    case .float: Self.float(first) < Self.float(second)
    case .double: Double(bitPattern: Self.word(first)) < Double(bitPattern: Self.word(second))
    case .signedBigEndian: Self.isLessBigEndian(first, second)
    case .undefined: false
    }
  }

  private static func half(_ bytes: [UInt8]) -> Float {
    Float(halfBits: UInt16(truncatingIfNeeded: word(bytes)))
  }

  private static func float(_ bytes: [UInt8]) -> Float {
    Float(bitPattern: UInt32(truncatingIfNeeded: word(bytes)))
  }

  /// Reads a number of up to 8 bytes, the least significant first.
  private static func word(_ bytes: [UInt8]) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func isLessBigEndian(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    let signs = (first.first.map { $0 >> 7 } ?? 0, second.first.map { $0 >> 7 } ?? 0)
    return signs.0 == signs.1 ? first.lexicographicallyPrecedes(second) : signs.0 > signs.1
  }
}
