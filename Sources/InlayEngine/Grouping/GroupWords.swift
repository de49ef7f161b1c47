import InlayBytes
import InlayColumns

/// Turns values into words that are equal exactly when the values are, as groups see it.
enum GroupWords {
  /// The most digits of a decimal number that fits in a word.
  private static let decimalDigits = 18

  /// Returns one word a value, or nil for values that do not fit in a word.
  static func words(of column: Column) -> Values<UInt64>? {
    if column.type == .float16, case .uint16(let bits) = column.storage {
      return KeyWords.words(of: .float(mapped(bits.span) { Float(halfBits: $0) }))
    }
    if case .decimal(let precision, _) = column.type, precision <= decimalDigits,
      case .int128(let values) = column.storage
    {
      return fitting(values)
    }
    return KeyWords.words(of: column.storage)
  }

  /// The number of bytes that tell the values of a type of words apart; nil for other types.
  static func byteWidth(of type: DataType) -> Int? {
    switch type {
    case .boolean, .int8, .uint8, .null: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .date, .time(.millis): 4
    case .int64, .uint64, .float16, .float, .double, .timestamp, .time: 8
    case .decimal(let precision, _): precision <= decimalDigits ? 8 : nil
    default: nil
    }
  }

  /// The low halves of decimal numbers, each of which is one of 64 bits; a type that claims fewer digits than some value
  /// has is broken, and two such values may become one.
  private static func fitting(_ values: Values<Int128>) -> Values<UInt64> {
    mapped(values.span) { UInt64(truncatingIfNeeded: $0) }
  }

  /// Makes a value of each of some values.
  @inline(__always)
  static func mapped<Value: BitwiseCopyable, Result: BitwiseCopyable & Sendable>(
    _ values: Span<Value>, _ body: (Value) -> Result
  ) -> Values<Result> {
    var builder = ValueBuilder<Result>(capacity: values.count)
    builder.append(count: values.count) { room in
      for index in 0..<room.count { room[index] = body(values[index]) }
    }
    return builder.freeze()
  }
}

extension ValueBuilder where Element: Sendable {
  /// Returns a copy of the values so far.
  func copied() -> Values<Element> { GroupWords.mapped(span) { $0 } }
}
