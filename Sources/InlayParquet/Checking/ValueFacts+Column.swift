import InlayBytes
import InlayColumns

extension ValueFacts {
  /// Takes in the values of a column without nulls.
  mutating func take(_ column: Column, _ questions: ValueQuestions) {
    if case .dictionary(let values) = column.storage {
      // To look through a large dictionary for a few values each time would take longer than the values justify.
      if values.base.column.count <= 4 * column.count {
        take(values, questions)
      } else {
        take(column.decoded(), questions)
      }
      return
    }
    if questions.measuresBytes { byteCount = (byteCount ?? 0) + Self.byteCount(column) }
    takeExtremes(column)
    if absent == nil, let index = questions.filter?.firstAbsent(in: column) {
      absent = Self.value(column, index)
    }
    guard let distinctLimit = questions.distinctLimit else { return }
    for index in 0..<column.count where distinct.count <= distinctLimit {
      if let value = Self.value(column, index) { distinct.insert(Self.counted(value)) }
    }
  }

  /// Floating-point numbers are counted by their bits, as dictionaries hold them: both zeros, and NaN once.
  private static func counted(_ value: ColumnValue) -> ColumnValue {
    guard case .double(let number) = value else { return value }
    return .integer(Int128(number.bitPattern))
  }

  /// Takes in those values of a dictionary that are referred to.
  private mutating func take(_ values: DictionaryValues, _ questions: ValueQuestions) {
    let base = values.base.column
    var uses = [Int](repeating: 0, count: base.count)
    let indices = values.indices.span
    for place in indices.indices { uses[Int(indices[place])] += 1 }
    let used = Values(uses.indices.filter { uses[$0] > 0 }.map { UInt32($0) })
    var others = questions
    others.measuresBytes = false
    take(base.gathered(used), others)
    guard questions.measuresBytes, case .views(let views) = base.storage else { return }
    byteCount = uses.indices.reduce(byteCount ?? 0) { $0 + uses[$1] * views.views[$1].count }
  }

  /// The lengths of the byte arrays.
  private static func byteCount(_ column: Column) -> Int {
    guard case .views(let values) = column.storage else { return 0 }
    return (0..<column.count).reduce(0) { $0 + values.views[$1].count }
  }
}

// MARK: - Extremes

extension ValueFacts {
  private mutating func takeExtremes(_ column: Column) {
    let validity = column.validity
    switch column.storage {
    case .int8(let values): takeIntegers(values, validity)
    case .int16(let values): takeIntegers(values, validity)
    case .int32(let values): takeIntegers(values, validity)
    case .int64(let values): takeIntegers(values, validity)
    case .uint8(let values): takeIntegers(values, validity)
    case .uint16(let values) where column.type != .float16: takeIntegers(values, validity)
    case .uint32(let values): takeIntegers(values, validity)
    case .uint64(let values): takeIntegers(values, validity)
    case .int128(let values): takeIntegers(values, validity)
    case .views(let values): takeBytes(values, validity)
    default:
      for index in 0..<column.count where !column.isNull(at: index) {
        switch Self.value(column, index) {
        case .double(let value) where value.isNaN: nanCount += 1
        case .some(let value): take(value)
        case nil: break
        }
      }
    }
  }

  private mutating func takeIntegers<Integer: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Values<Integer>, _ validity: Bitmap?
  ) {
    var (least, greatest, isEmpty) = (Integer.max, Integer.min, true)
    let numbers = values.span
    for index in numbers.indices where validity?[index] ?? true {
      least = Swift.min(least, numbers[index])
      greatest = Swift.max(greatest, numbers[index])
      isEmpty = false
    }
    guard !isEmpty else { return }
    take(.integer(Int128(least)))
    take(.integer(Int128(greatest)))
  }

  private mutating func takeBytes(_ values: ViewValues, _ validity: Bitmap?) {
    var least: Int?
    var greatest: Int?
    for index in 0..<values.count where validity?[index] ?? true {
      if least.map({ values.bytes(at: index).isBefore(values.bytes(at: $0)) }) ?? true { least = index }
      if greatest.map({ values.bytes(at: $0).isBefore(values.bytes(at: index)) }) ?? true { greatest = index }
    }
    if let least { take(.bytes(values.bytes(at: least).array)) }
    if let greatest { take(.bytes(values.bytes(at: greatest).array)) }
  }

  /// The value at an index, which is not null; nil for one of a type without an order.
  static func value(_ column: Column, _ index: Int) -> ColumnValue? {
    switch column.storage {
    case .boolean(let bits): .boolean(bits[index])
    case .int8(let values): .integer(Int128(values[index]))
    case .int16(let values): .integer(Int128(values[index]))
    case .int32(let values): .integer(Int128(values[index]))
    case .int64(let values): .integer(Int128(values[index]))
    case .uint8(let values): .integer(Int128(values[index]))
    case .uint16(let values):
      column.type == .float16
        ? .double(Double(Float(halfBits: values[index]))) : .integer(Int128(values[index]))
    case .uint32(let values): .integer(Int128(values[index]))
    case .uint64(let values): .integer(Int128(values[index]))
    case .float(let values): .double(Double(values[index]))
    case .double(let values): .double(values[index])
    case .int128(let values): .integer(values[index])
    case .views(let values): .bytes(values.bytes(at: index).array)
    case .dictionary(let values): value(values.base.column, Int(values.indices[index]))
    case .null, .list, .structure: nil
    }
  }
}

extension RawSpan {
  /// Whether these bytes come before others, as unsigned numbers from the first on.
  fileprivate func isBefore(_ other: RawSpan) -> Bool {
    let count = Swift.min(byteCount, other.byteCount)
    for index in 0..<count {
      let (mine, theirs) = (byte(at: index), other.byte(at: index))
      if mine != theirs { return mine < theirs }
    }
    return byteCount < other.byteCount
  }

  fileprivate var array: [UInt8] { (0..<byteCount).map { byte(at: $0) } }
}
