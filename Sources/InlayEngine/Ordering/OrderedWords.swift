import InlayBytes
import InlayColumns

/// Numbers of 64 bits that stand in the order of the values, and what turns them back into these.
///
/// NaN is greater than all numbers; -0 stands before 0, so that each number has one place.
enum OrderedWords {
  /// Whether the values of a type have such numbers.
  static func fits(_ type: DataType) -> Bool {
    switch type {
    case .decimal, .string, .binary, .fixedBinary, .uuid, .interval, .null, .list, .structure, .map: false
    default: true
    }
  }

  /// Returns the numbers of the values of a column that is not in dictionary form; nil for a type that has none.
  static func words(of column: Column) -> Values<Int64>? {
    guard fits(column.type) else { return nil }
    switch column.storage {
    case .boolean(let bits): return bits.words()
    case .int8(let values): return GroupWords.mapped(values.span) { Int64($0) }
    case .int16(let values): return GroupWords.mapped(values.span) { Int64($0) }
    case .int32(let values): return GroupWords.mapped(values.span) { Int64($0) }
    case .int64(let values): return values
    case .uint8(let values): return GroupWords.mapped(values.span) { Int64($0) }
    case .uint16(let values):
      guard column.type == .float16 else { return GroupWords.mapped(values.span) { Int64($0) } }
      return GroupWords.mapped(values.span) { place(ofHalf: $0) }
    case .uint32(let values): return GroupWords.mapped(values.span) { Int64($0) }
    case .uint64(let values): return GroupWords.mapped(values.span) { Int64(bitPattern: $0 ^ 1 << 63) }
    case .float(let values): return GroupWords.mapped(values.span) { place(of: Double($0)) }
    case .double(let values): return GroupWords.mapped(values.span) { place(of: $0) }
    case .int128, .views, .null, .list, .structure, .dictionary: return nil
    }
  }

  /// Returns the values that have some numbers, all of which ``words(of:)`` made of values of the type.
  static func storage(of words: Values<Int64>, type: DataType) -> ColumnStorage {
    let words = words.span
    return switch type {
    case .boolean: .boolean(Bitmap(words))
    case .int8: .int8(GroupWords.mapped(words) { Int8(truncatingIfNeeded: $0) })
    case .int16: .int16(GroupWords.mapped(words) { Int16(truncatingIfNeeded: $0) })
    case .int32, .date, .time(.millis): .int32(GroupWords.mapped(words) { Int32(truncatingIfNeeded: $0) })
    case .uint8: .uint8(GroupWords.mapped(words) { UInt8(truncatingIfNeeded: $0) })
    case .uint16: .uint16(GroupWords.mapped(words) { UInt16(truncatingIfNeeded: $0) })
    case .uint32: .uint32(GroupWords.mapped(words) { UInt32(truncatingIfNeeded: $0) })
    case .uint64: .uint64(GroupWords.mapped(words) { UInt64(bitPattern: $0) ^ 1 << 63 })
    case .float16: .uint16(GroupWords.mapped(words) { half(at: $0) })
    case .float: .float(GroupWords.mapped(words) { Float(number(at: $0)) })
    case .double: .double(GroupWords.mapped(words) { number(at: $0) })
    default: .int64(GroupWords.mapped(words) { $0 })
    }
  }

  /// The place of a number: the bits of positive ones are in order, those of negative ones below the sign in reverse.
  @inline(__always)
  static func place(of number: Double) -> Int64 {
    let bits = Int64(bitPattern: number.isNaN ? Double.nan.bitPattern : number.bitPattern)
    return bits >= 0 ? bits : bits ^ Int64.max
  }

  @inline(__always)
  static func number(at place: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: place >= 0 ? place : place ^ Int64.max))
  }

  /// The bits of a NaN of 16 bits.
  private static let halfNaN: UInt16 = 0x7E00

  @inline(__always)
  private static func place(ofHalf bits: UInt16) -> Int64 {
    if bits & 0x7FFF > 0x7C00 { return Int64(halfNaN) }
    return bits & 0x8000 == 0 ? Int64(bits) : ~Int64(bits & 0x7FFF)
  }

  @inline(__always)
  private static func half(at place: Int64) -> UInt16 {
    place >= 0 ? UInt16(truncatingIfNeeded: place) : UInt16(truncatingIfNeeded: ~place) | 0x8000
  }
}

extension Bitmap {
  /// Returns 1 for each bit that is 1, and 0 for the others.
  fileprivate func words() -> Values<Int64> {
    var builder = ValueBuilder<Int64>(capacity: count)
    for index in 0..<count { builder.append(self[index] ? 1 : 0) }
    return builder.freeze()
  }

  fileprivate init(_ words: Span<Int64>) {
    var builder = BitmapBuilder(capacity: words.count)
    for index in words.indices { builder.append(words[index] != 0) }
    self = builder.freeze()
  }
}
