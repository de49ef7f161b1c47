import InlayBytes
import InlayColumns

/// The rows that `Fixtures/make.py` writes: the same formulas.
enum FixtureRows {
  static let count = 120
  private static let words = [
    "", "a", "größer", "exactly12byt", "more than twelve bytes", "日本語テキスト",
  ]

  /// The names, in the order that decides which rows are null.
  static let names = [
    "id", "flag", "int8", "int16", "int32", "uint8", "uint16", "uint32", "uint64", "single", "double", "word",
    "text", "bytes", "day", "millis", "micros", "nanos", "time_millis", "time_micros", "time_nanos",
    "decimal9",
    "decimal18", "decimal38",
  ]

  static let types: [String: DataType] = [
    "id": .int64, "flag": .boolean, "int8": .int8, "int16": .int16, "int32": .int32, "uint8": .uint8,
    "uint16": .uint16, "uint32": .uint32, "uint64": .uint64, "single": .float, "double": .double,
    "word": .string, "text": .string, "bytes": .binary, "day": .date,
    "millis": .timestamp(.millis, isUTC: false),
    "micros": .timestamp(.micros, isUTC: true), "nanos": .timestamp(.nanos, isUTC: false),
    "time_millis": .time(.millis), "time_micros": .time(.micros), "time_nanos": .time(.nanos),
    "decimal9": .decimal(precision: 9, scale: 2), "decimal18": .decimal(precision: 18, scale: 4),
    "decimal38": .decimal(precision: 38, scale: 10),
  ]

  /// The values of a column as texts, nil for null.
  static func texts(_ name: String) -> [String?] { CellTexts.of(column(name)) }

  /// A column; one that is not nullable has a value in every row.
  static func column(_ name: String, isNullable: Bool = true) -> Column {
    let position = names.firstIndex(of: name)!
    let type = types[name]!
    let isNull = { (row: Int) in isNullable && name != "id" && row % 7 == position % 7 }
    return Column(
      type: type, storage: storage(name, type), validity: Bitmap((0..<count).map { !isNull($0) }))
  }

  private static func storage(_ name: String, _ type: DataType) -> ColumnStorage {
    let rows = 0..<count
    return switch type {
    case .boolean: .boolean(Bitmap(rows.map { $0 % 3 == 0 }))
    case .int8: .int8(Values(rows.map { Int8($0 - 100) }))
    case .int16: .int16(Values(rows.map { Int16($0 * 37 - 3000) }))
    case .int32: .int32(Values(rows.map { Int32($0 * 10_000_019 - 1_000_000_000) }))
    case .int64: .int64(Values(rows.map { Int64($0 * 1_000_003 - 5) }))
    case .uint8: .uint8(Values(rows.map { UInt8($0) }))
    case .uint16: .uint16(Values(rows.map { UInt16($0 * 300) }))
    case .uint32: .uint32(Values(rows.map { UInt32($0 * 20_000_000) }))
    case .uint64: .uint64(Values(rows.map { 1 << 63 + UInt64($0) }))
    case .float: .float(Values(rows.map { Float($0) / 4 }))
    case .double: .double(Values(rows.map { Double($0) / 8 - 3.5 }))
    case .string: .views(ViewValues(rows.map { string(name, $0) }))
    case .binary: .views(bytes())
    case .date: .int32(Values(rows.map { Int32($0 * 100 - 5000) }))
    case .timestamp(let unit, _): .int64(Values(rows.map { timestamp(Int64($0), unit) }))
    case .time(.millis): .int32(Values(rows.map { Int32($0 * 400_000 % 86_400_000) }))
    case .time(.micros): .int64(Values(rows.map { Int64($0) * 400_000_001 % 86_400_000_000 }))
    case .time(.nanos): .int64(Values(rows.map { Int64($0) * 400_000_000_001 % 86_400_000_000_000 }))
    case .decimal(let precision, _): .int128(Values(rows.map { decimal(Int128($0), precision) }))
    case .fixedBinary, .uuid, .float16, .interval, .null, .list, .structure, .map:
      preconditionFailure("no column of this type is made here")
    }
  }

  private static func string(_ name: String, _ row: Int) -> String {
    name == "word" ? words[row % 6] : "row \(row) " + String(repeating: "x", count: row % 20)
  }

  private static func bytes() -> ViewValues {
    var builder = ViewBuilder()
    for row in 0..<count {
      let value = Array([[UInt8(row), 0, 255]].cycled(row % 6))
      builder.append(Values(value).rawSpan)
    }
    return builder.freeze()
  }

  private static func timestamp(_ row: Int64, _ unit: TimeUnit) -> Int64 {
    switch unit {
    case .millis: row * 123_456_789 - 1_000_000_000
    case .micros: row * 123_456_789_123
    case .nanos: row * 123_456_789_123_456
    }
  }

  private static func decimal(_ row: Int128, _ precision: Int) -> Int128 {
    switch precision {
    case 9: row * 12_345 - 1_000_000
    case 18: row * 1_000_000_000_000 + 7
    default: (row - 100) * 1_000_000_000_000_000 * 1_000_000_000_000_000 + row
    }
  }
}

extension [[UInt8]] {
  fileprivate func cycled(_ times: Int) -> [UInt8] { (0..<times).flatMap { _ in joined() } }
}

/// The values of columns as texts.
enum CellTexts {
  static func of(_ column: Column) -> [String?] {
    let text = column.asText().decoded()
    guard case .views(let values) = text.storage else { return [] }
    return (0..<text.count).map { text.isNull(at: $0) ? nil : values.text(at: $0) }
  }

  /// The texts of all columns, one array a column.
  static func of(_ batches: [RecordBatch], columnCount: Int) -> [[String?]] {
    (0..<columnCount).map { column in batches.flatMap { of($0.columns[column]) } }
  }
}
