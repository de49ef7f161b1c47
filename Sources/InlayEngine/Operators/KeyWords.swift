import InlayBytes
import InlayColumns

/// Turns values of at most 64 bits into words that are equal exactly when the values are.
enum KeyWords {
  /// Returns one word a value, or nil for values that do not fit in a word.
  static func words(of storage: ColumnStorage) -> Values<UInt64>? {
    switch storage {
    case .boolean(let bits): made(bits.count) { bits[$0] ? 1 : 0 }
    case .int8(let values): widened(values)
    case .int16(let values): widened(values)
    case .int32(let values): widened(values)
    case .int64(let values): values.bitPatterns()
    case .uint8(let values): widened(values)
    case .uint16(let values): widened(values)
    case .null(let count): made(count) { _ in 0 }
    case .uint32(let values): widened(values)
    case .uint64(let values): values
    case .float(let values): made(values.count) { normalised(Double(values[$0])) }
    case .double(let values): made(values.count) { normalised(values[$0]) }
    case .int128, .views, .dictionary, .list, .structure: nil
    }
  }

  private static func widened<Integer: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Values<Integer>
  ) -> Values<UInt64> {
    made(values.count) { UInt64(truncatingIfNeeded: values[$0]) }
  }

  @inline(__always)
  private static func made(_ count: Int, _ word: (Int) -> UInt64) -> Values<UInt64> {
    var builder = ValueBuilder<UInt64>(capacity: count)
    builder.append(count: count) { room in
      for index in 0..<room.count { room[index] = word(index) }
    }
    return builder.freeze()
  }

  /// The bits of a number, with one zero and one NaN: Spark's joins compare so.
  @inline(__always)
  private static func normalised(_ number: Double) -> UInt64 {
    if number == 0 { return 0 }
    return number.isNaN ? Double.nan.bitPattern : number.bitPattern
  }
}
