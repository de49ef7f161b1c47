import InlayBytes
import InlayColumns

/// The least and the greatest of some values of equally many bytes.
struct FixedByteExtremes {
  private let order: ValueOrder
  private var least: [UInt8] = []
  private var greatest: [UInt8] = []

  init(_ order: ValueOrder) { self.order = order }

  /// Takes a value in. NaN is passed over, and so is every value of a type without an order.
  mutating func take(_ value: RawSpan) {
    guard order != .undefined, value.byteCount <= ValueBounds.byteLimit else { return }
    if order == .float16 && Float(halfBits: value.halfBits).isNaN { return }
    guard !least.isEmpty else {
      least = value.copied()
      greatest = least
      return
    }
    if isLess(value, least) { least = value.copied() }
    if isLess(greatest, value) { greatest = value.copied() }
  }

  private func isLess(_ value: RawSpan, _ bound: [UInt8]) -> Bool {
    switch order {
    case .float16: Float(halfBits: value.halfBits) < Float(halfBits: bound.halfBits)
    default: value.copied().lexicographicallyPrecedes(bound)
    }
  }

  private func isLess(_ bound: [UInt8], _ value: RawSpan) -> Bool {
    switch order {
    case .float16: Float(halfBits: bound.halfBits) < Float(halfBits: value.halfBits)
    default: bound.lexicographicallyPrecedes(value.copied())
    }
  }

  /// The bounds; nil when there were no values that have an order. A zero counts as -0 below and as +0 above, since
  /// readers compare them either way (parquet.thrift, `ColumnOrder`).
  var bounds: ValueBounds? {
    guard !least.isEmpty else { return nil }
    guard order == .float16 else { return ValueBounds(min: least, max: greatest) }
    return ValueBounds(
      min: least.halfBits << 1 == 0 ? [0x00, 0x80] : least,
      max: greatest.halfBits << 1 == 0 ? [0, 0] : greatest)
  }
}

extension RawSpan {
  /// The first two bytes as the bits of a number.
  fileprivate var halfBits: UInt16 { UInt16(byte(at: 0)) | UInt16(byte(at: 1)) << 8 }
}

extension [UInt8] {
  /// The first two bytes as the bits of a number.
  fileprivate var halfBits: UInt16 { UInt16(self[0]) | UInt16(self[1]) << 8 }
}
