import InlayBytes
import InlayColumns

/// Decodes the bounds of a flat leaf's values, which are values in their plain encoding (parquet.thrift, `Statistics`).
struct BoundDecoder {
  private let element: SchemaElement
  private let type: DataType

  /// Prepares for the bounds of a leaf; nil when it is not known in which order they are meant: an annotation that is
  /// passed over may have another one than the physical type.
  init?(_ element: SchemaElement) {
    switch (element.logicalType, element.convertedType) {
    // Types without an order (parquet.thrift, `ColumnOrder`).
    case (.geometry, _), (.geography, _), (.null, _), (nil, .interval): return nil
    case (nil, nil), (.bson, _), (.uuid, _), (nil, .bson):
      guard let type = element.physicalDataType else { return nil }
      self.type = type
    default:
      guard let type = element.annotatedType else { return nil }
      self.type = type
    }
    self.element = element
  }

  /// Whether the order of the type is that of signed numbers, in which the deprecated bounds were compared.
  var isSigned: Bool {
    switch type {
    case .int8, .int16, .int32, .int64, .float, .double, .date, .time, .timestamp: true
    default: false
    }
  }

  /// Whether values may be NaN, which no bound counts in.
  var mayHoldNaN: Bool { type == .float || type == .double || type == .float16 }

  /// Decodes a bound; nil for bytes that are no value of the type, and for NaN.
  func value(_ bytes: [UInt8]) -> ColumnValue? {
    switch (element.type, type) {
    case (.byteArray, .decimal), (.fixedLengthByteArray, .decimal):
      return DecimalBytes.number(Values(bytes).rawSpan).map { .integer($0) }
    case (.fixedLengthByteArray, .float16):
      return Self.littleEndian(bytes, 2).flatMap {
        Self.double(Double(Float(halfBits: UInt16(truncatingIfNeeded: $0))))
      }
    case (.byteArray, _): return .bytes(bytes)
    case (.fixedLengthByteArray, _):
      return bytes.count == Int(element.typeLength ?? 0) ? .bytes(bytes) : nil
    case (.boolean, _): return bytes.count == 1 ? .boolean(bytes[0] != 0) : nil
    case (.int32, _): return Self.littleEndian(bytes, 4).map { .integer(number($0, UInt32.self)) }
    case (.int64, _): return Self.littleEndian(bytes, 8).map { .integer(number($0, UInt64.self)) }
    case (.float, _):
      return Self.littleEndian(bytes, 4).flatMap {
        Self.double(Double(Float(bitPattern: UInt32(truncatingIfNeeded: $0))))
      }
    case (.double, _): return Self.littleEndian(bytes, 8).flatMap { Self.double(Double(bitPattern: $0)) }
    default: return nil
    }
  }

  private static func littleEndian(_ bytes: [UInt8], _ count: Int) -> UInt64? {
    guard bytes.count == count else { return nil }
    return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func number<Word: FixedWidthInteger & UnsignedInteger>(_ bits: UInt64, _: Word.Type) -> Int128 {
    switch type {
    case .uint8, .uint16, .uint32, .uint64: return Int128(bits)
    default:
      let sign: UInt64 = 1 << UInt64(Word.bitWidth - 1)
      return bits & sign == 0 ? Int128(bits) : Int128(bits) - Int128(Word.max) - 1
    }
  }

  private static func double(_ value: Double) -> ColumnValue? { value.isNaN ? nil : .double(value) }
}
