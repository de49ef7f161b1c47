import Inlay

extension Choices {
  /// A column of some values: from the bytes, each of which may be repeated, or in dictionary form.
  mutating func column(_ field: Field, count: Int, isTop: Bool = true) -> Column {
    if isTop, field.type != .null, number(below: 4) == 3 { return dictionaryColumn(field, count: count) }
    let validity = field.isNullable ? validity(count: count) : nil
    return Column(type: field.type, storage: storage(field.type, count: count), validity: validity)
  }

  private mutating func dictionaryColumn(_ field: Field, count: Int) -> Column {
    let base = column(field, count: 1 + number(below: 20), isTop: false)
    let indices = repeated(count) { UInt32($0.number(below: base.count)) }
    let validity = field.isNullable ? validity(count: count) : nil
    return Column(
      type: field.type,
      storage: .dictionary(DictionaryValues(base: DictionaryBase(base), indices: Values(indices))),
      validity: validity)
  }

  private mutating func validity(count: Int) -> Bitmap? {
    switch number(below: 4) {
    case 0: nil
    case 1: Bitmap(Array(repeating: false, count: count))
    default: Bitmap(repeated(count) { $0.number(below: 3) > 0 })
    }
  }

  /// Values of which each comes once, or a few or many times.
  private mutating func repeated<Value>(_ count: Int, _ value: (inout Choices) -> Value) -> [Value] {
    var values: [Value] = []
    while values.count < count {
      let times = isAtEnd ? count : one(of: [1, 1, 1, 2, 8, 100])
      values += Array(repeating: value(&self), count: min(times, count - values.count))
    }
    return values
  }

  private mutating func integers<Integer: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ count: Int
  ) -> Values<Integer> {
    let isSmall = bool()
    return Values(repeated(count) { isSmall ? Integer(truncatingIfNeeded: $0.byte()) : $0.integer() })
  }

  private mutating func views(_ count: Int, _ bytes: (inout Choices) -> [UInt8]) -> ColumnStorage {
    var builder = ViewBuilder()
    for value in repeated(count, bytes) { builder.append(unsafe value.span.bytes) }
    return .views(builder.freeze())
  }

  private mutating func storage(_ type: DataType, count: Int) -> ColumnStorage {
    switch type {
    case .boolean: return .boolean(Bitmap(repeated(count) { $0.bool() }))
    case .int8: return .int8(integers(count))
    case .int16: return .int16(integers(count))
    case .int32, .date: return .int32(integers(count))
    case .int64, .timestamp: return .int64(integers(count))
    case .uint8: return .uint8(integers(count))
    case .uint16, .float16: return .uint16(integers(count))
    case .uint32: return .uint32(integers(count))
    case .uint64: return .uint64(integers(count))
    case .float: return .float(Values(repeated(count) { Float(bitPattern: $0.integer()) }))
    case .double: return .double(Values(repeated(count) { Double(bitPattern: $0.integer()) }))
    case .time(let unit): return times(unit, count)
    case .decimal(let precision, _): return decimals(precision, count)
    case .null: return .null(count: count)
    case .string:
      return views(count) { Array(String(decoding: $0.bytes($0.number(below: 40)), as: UTF8.self).utf8) }
    case .binary: return views(count) { $0.bytes($0.number(below: 40)) }
    case .fixedBinary, .uuid, .interval:
      let width = type.fixedByteWidth ?? 0
      return views(count) { choices in (0..<width).map { _ in choices.byte() } }
    case .list, .map, .structure: return nested(type, count: count)
    }
  }

  private mutating func times(_ unit: TimeUnit, _ count: Int) -> ColumnStorage {
    let day = UInt64(unit.perSecond) * 86_400
    let values = repeated(count) { $0.integer(UInt64.self) % day }
    return unit == .millis
      ? .int32(Values(values.map { Int32($0) })) : .int64(Values(values.map { Int64($0) }))
  }

  private mutating func decimals(_ precision: Int, _ count: Int) -> ColumnStorage {
    var bound: Int128 = 1
    for _ in 0..<precision { bound *= 10 }
    return .int128(Values(repeated(count) { $0.integer(Int128.self) % bound }))
  }

  private mutating func nested(_ type: DataType, count: Int) -> ColumnStorage {
    if case .structure(let fields) = type {
      return .structure(
        StructureValues(columns: fields.map { column($0, count: count, isTop: false) }, count: count))
    }
    var offsets: [Int32] = [0]
    for length in repeated(count, { $0.number(below: 4) }) {
      offsets.append((offsets.last ?? 0) + Int32(length))
    }
    let element: Field
    if case .list(let field) = type {
      element = field
    } else {
      element = Field("entry", .structure(type.children), isNullable: false)
    }
    let elements = column(element, count: Int(offsets.last ?? 0), isTop: false)
    return .list(ListValues(offsets: Values(offsets), elements: elements))
  }
}
