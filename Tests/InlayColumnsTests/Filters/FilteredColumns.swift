import InlayBytes

@testable import InlayColumns

/// Columns of every type that filters compare, with values at the borders of the types, and nulls.
enum FilteredColumns {
  static let types: [DataType] = [
    .boolean, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float16, .float,
    .double, .string, .binary, .uuid, .date, .timestamp(.micros, isUTC: true), .time(.millis), .time(.nanos),
    .decimal(precision: 38, scale: 2),
  ]

  static let rowCount = 150

  /// Returns a column of 150 values, a seventh of them null when it has nulls.
  static func column(_ type: DataType, hasNulls: Bool) -> Column {
    let validity = hasNulls ? Bitmap((0..<rowCount).map { $0 % 7 != 3 }) : nil
    return Column(type: type, storage: storage(type), validity: validity)
  }

  private static func storage(_ type: DataType) -> ColumnStorage {
    switch type {
    case .boolean: .boolean(Bitmap((0..<rowCount).map { $0 % 3 == 0 }))
    case .int8: .int8(numbers())
    case .int16: .int16(numbers())
    case .int32, .date, .time(.millis): .int32(numbers())
    case .int64, .timestamp, .time: .int64(numbers())
    case .uint8: .uint8(numbers())
    case .uint16: .uint16(numbers())
    case .uint32: .uint32(numbers())
    case .uint64: .uint64(numbers())
    case .float16: .uint16(Values((0..<rowCount).map { halfBits[$0 % halfBits.count] }))
    case .uuid: .views(ViewValues((0..<rowCount).map { "universal text \($0 % 3)" }))
    case .float: .float(Values((0..<rowCount).map { Float(doubles[$0 % doubles.count]) }))
    case .double: .double(Values((0..<rowCount).map { doubles[$0 % doubles.count] }))
    case .decimal: .int128(numbers())
    default: .views(ViewValues((0..<rowCount).map { texts[$0 % texts.count] }))
    }
  }

  private static func numbers<Number: FixedWidthInteger & BitwiseCopyable & Sendable>() -> Values<Number> {
    let some: [Number] = [.min, .min + 1, 0, 1, 2, 5, 100, .max - 1, .max]
    return Values((0..<rowCount).map { some[$0 % some.count] })
  }

  static let doubles: [Double] = [
    -.infinity, -1.5, -0.0, 0, 0.25, 1.5, .infinity, .nan, -.nan, Double(Float.greatestFiniteMagnitude),
  ]
  /// Zeros, 1, -1, the greatest number, the infinities and a NaN.
  static let halfBits: [UInt16] = [0, 0x8000, 0x3C00, 0xBC00, 0x7BFF, 0x7C00, 0xFC00, 0x7E01]
  static let texts = [
    "", "a", "ab", "abc", "abcdefghijkl", "abcdefghijklm", "abcdefghijklmn", "b", "é", "漢字", "abcdefghijklmz",
  ]

  /// Values to compare a column with: all of its own, and some beside and beyond them.
  static func values(_ type: DataType) -> [ColumnValue] {
    let column = column(type, hasNulls: false)
    let logic = ReferenceLogic(columns: [column])
    let own = Set((0..<rowCount).compactMap { logic.value(0, $0) })
    switch own.first {
    case .integer?: return own + [.integer(3), .integer(.min), .integer(.max), .integer(1000)]
    case .double?: return own + [.double(1.4999), .double(1e300), .double(-1e300)]
    case .bytes?: return own + [.text("abcdefghijkl\0"), .text("zzzzzzzzzzzzzzzzz"), .bytes([0xFF])]
    default: return Array(own)
    }
  }
}
