import InlayBytes
import InlayColumns

/// Gives decoded numbers the storage of their column's type.
enum NumberStorage {
  /// Returns the values as they are, narrowed to the 8 or 16 bits of a small integer, or widened to a decimal's 128.
  ///
  /// The format stores small integers in 32 bits; the bits above the type's own mean nothing.
  static func make<Value: PhysicalValue>(_ values: Values<Value>, type: DataType) -> ColumnStorage {
    if let values = values as? Values<Int32> { return make(values, type: type) }
    if let values = values as? Values<Int64> { return make(values, type: type) }
    return Value.storage(values)
  }

  private static func make(_ values: Values<Int32>, type: DataType) -> ColumnStorage {
    switch type {
    case .int8: .int8(narrowed(values))
    case .int16: .int16(narrowed(values))
    case .uint8: .uint8(narrowed(values))
    case .uint16: .uint16(narrowed(values))
    case .uint32: .uint32(Values(buffer: values.buffer, count: values.count))
    case .decimal: .int128(widened(values))
    default: .int32(values)
    }
  }

  private static func make(_ values: Values<Int64>, type: DataType) -> ColumnStorage {
    switch type {
    case .uint64: .uint64(Values(buffer: values.buffer, count: values.count))
    case .decimal: .int128(widened(values))
    default: .int64(values)
    }
  }

  private static func narrowed<Small: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Values<Int32>
  ) -> Values<Small> {
    var result = ValueBuilder<Small>(capacity: values.count)
    let source = values.span
    result.append(count: source.count) { room in
      for index in source.indices { room[index] = Small(truncatingIfNeeded: source[index]) }
    }
    return result.freeze()
  }

  private static func widened<Number: FixedWidthInteger>(_ values: Values<Number>) -> Values<Int128> {
    var result = ValueBuilder<Int128>(capacity: values.count)
    let source = values.span
    result.append(count: source.count) { room in
      for index in source.indices { room[index] = Int128(source[index]) }
    }
    return result.freeze()
  }
}
