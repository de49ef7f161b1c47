import InlayBytes
import InlayColumns

/// The bounds of a column chunk's values, as far as its statistics can be believed.
struct ColumnChunkBounds {
  /// No value is less.
  let min: ColumnBound.Value?
  /// No value is greater.
  let max: ColumnBound.Value?
  /// Whether there are only nulls.
  let isAllNull: Bool

  /// Decodes the statistics of a flat column.
  init(_ metadata: ColumnChunkMetadata, of node: SchemaNode, order: ColumnOrder?) {
    let statistics = metadata.statistics
    isAllNull = statistics?.nullCount == metadata.valueCount
    guard let statistics, let type = node.element.orderedType else {
      (min, max) = (nil, nil)
      return
    }
    let (minBytes, maxBytes) = Self.believable(statistics, type, order)
    let low = minBytes.flatMap { Self.value($0, of: node.element, type) }
    let high = maxBytes.flatMap { Self.value($0, of: node.element, type) }
    // Bounds that contradict each other bound nothing.
    let isSound =
      if let low, let high { high.isLess(than: low) == false } else { true }
    (min, max) = isSound ? (low, high) : (nil, nil)
  }

  /// Returns the bounds whose order is known.
  ///
  /// `min_value` and `max_value` mean nothing without a column order; `min` and `max` were compared as signed bytes or
  /// numbers, whatever the type (parquet.thrift, Statistics).
  private static func believable(
    _ statistics: Statistics, _ type: DataType, _ order: ColumnOrder?
  ) -> (min: [UInt8]?, max: [UInt8]?) {
    if order == .typeDefined, statistics.min != nil || statistics.max != nil {
      return (statistics.min, statistics.max)
    }
    switch type {
    case .int8, .int16, .int32, .int64, .float, .double, .date, .time, .timestamp:
      return order == nil || order == .typeDefined
        ? (statistics.deprecatedMin, statistics.deprecatedMax) : (nil, nil)
    default: return (nil, nil)
    }
  }

  /// Decodes a bound; nil for bytes that are no value of the type, and for NaN.
  private static func value(
    _ bytes: [UInt8], of element: SchemaElement, _ type: DataType
  ) -> ColumnBound.Value? {
    switch (element.type, type) {
    case (.byteArray, .decimal), (.fixedLengthByteArray, .decimal):
      return DecimalBytes.number(Values(bytes).rawSpan).map { .integer($0) }
    case (.byteArray, _): return .bytes(bytes)
    case (.fixedLengthByteArray, .float16):
      return littleEndian(bytes, 2).flatMap { double(Double(Float(halfBits: UInt16($0)))) }
    case (.fixedLengthByteArray, _):
      return bytes.count == Int(element.typeLength ?? 0) ? .bytes(bytes) : nil
    case (.boolean, _): return bytes.count == 1 ? .boolean(bytes[0] != 0) : nil
    case (.int32, _): return littleEndian(bytes, 4).map { .integer(number($0, UInt32.self, type)) }
    case (.int64, _): return littleEndian(bytes, 8).map { .integer(number($0, UInt64.self, type)) }
    case (.float, _):
      return littleEndian(bytes, 4).flatMap { double(Double(Float(bitPattern: UInt32($0)))) }
    case (.double, _): return littleEndian(bytes, 8).flatMap { double(Double(bitPattern: $0)) }
    default: return nil
    }
  }

  private static func littleEndian(_ bytes: [UInt8], _ count: Int) -> UInt64? {
    guard bytes.count == count else { return nil }
    return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func number<Word: FixedWidthInteger & UnsignedInteger>(
    _ bits: UInt64, _: Word.Type, _ type: DataType
  ) -> Int128 {
    switch type {
    case .uint8, .uint16, .uint32, .uint64: return Int128(bits)
    default:
      let sign: UInt64 = 1 << UInt64(Word.bitWidth - 1)
      return bits & sign == 0 ? Int128(bits) : Int128(bits) - Int128(Word.max) - 1
    }
  }

  private static func double(_ value: Double) -> ColumnBound.Value? { value.isNaN ? nil : .double(value) }
}

extension SchemaElement {
  /// The type of a leaf when it is known in which order its bounds are meant; nil for one whose annotation is passed
  /// over: its order may be another one than that of the physical type.
  fileprivate var orderedType: DataType? {
    switch (logicalType, convertedType) {
    case (nil, nil), (.bson, _), (.uuid, _), (nil, .bson): physicalDataType
    // Types without an order (parquet.thrift, `ColumnOrder`).
    case (.geometry, _), (.geography, _), (.null, _), (nil, .interval): nil
    default: annotatedType
    }
  }
}
