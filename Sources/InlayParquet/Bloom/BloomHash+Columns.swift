import InlayBytes
import InlayColumns

extension BloomHash {
  /// Appends the hashes of a column's values, none of them null, as their physical type stores them.
  static func append(_ column: Column, stored: PhysicalType, byteWidth: Int?, to hashes: inout [UInt64]) {
    switch column.storage {
    case .int8(let values): append(values, to: &hashes) { XXHash64.hash(UInt32(truncatingIfNeeded: $0)) }
    case .int16(let values): append(values, to: &hashes) { XXHash64.hash(UInt32(truncatingIfNeeded: $0)) }
    case .int32(let values): append(values, to: &hashes) { XXHash64.hash(UInt32(bitPattern: $0)) }
    case .int64(let values): append(values, to: &hashes) { XXHash64.hash(UInt64(bitPattern: $0)) }
    case .uint8(let values): append(values, to: &hashes) { XXHash64.hash(UInt32($0)) }
    case .uint16(let values): append(values, to: &hashes) { XXHash64.hash(UInt32($0)) }
    case .uint32(let values): append(values, to: &hashes) { XXHash64.hash($0) }
    case .uint64(let values): append(values, to: &hashes) { XXHash64.hash($0) }
    case .float(let values): append(values, to: &hashes) { XXHash64.hash($0.bitPattern) }
    case .double(let values): append(values, to: &hashes) { XXHash64.hash($0.bitPattern) }
    case .int128(let values):
      append(values, to: &hashes) { hash(decimal: $0, stored: stored, byteWidth: byteWidth ?? 16) }
    case .views(let values):
      hashes.reserveCapacity(hashes.count + values.count)
      for index in 0..<values.count { hashes.append(XXHash64.hash(values.bytes(at: index))) }
    case .boolean, .null, .list, .structure, .dictionary:
      preconditionFailure("the options refuse a bloom filter of such a column")
    }
  }

  @inline(__always)
  private static func append<Value>(
    _ values: Values<Value>, to hashes: inout [UInt64], _ hash: (Value) -> UInt64
  ) {
    hashes.reserveCapacity(hashes.count + values.count)
    let span = values.span
    for index in span.indices { hashes.append(hash(span[index])) }
  }

  private static func hasZero<Number: BinaryFloatingPoint>(_ values: Values<Number>) -> Bool {
    let span = values.span
    for index in span.indices where span[index] == 0 { return true }
    return false
  }

  /// Appends the hashes of both zeros where one of them occurs: they are equal, and who looks for one may mean either.
  static func appendZeros(of column: Column, to hashes: inout [UInt64]) {
    switch column.storage {
    case .float(let values) where hasZero(values):
      hashes += [Float(0), -0.0].map { XXHash64.hash($0.bitPattern) }
    case .double(let values) where hasZero(values):
      hashes += [0.0, -0.0].map { XXHash64.hash($0.bitPattern) }
    default: break
    }
  }

  private static func hash(decimal value: Int128, stored: PhysicalType, byteWidth: Int) -> UInt64 {
    switch stored {
    case .int32: XXHash64.hash(UInt32(truncatingIfNeeded: value))
    case .int64: XXHash64.hash(UInt64(truncatingIfNeeded: value))
    default: hash(bigEndian(value, byteCount: byteWidth))
    }
  }
}
