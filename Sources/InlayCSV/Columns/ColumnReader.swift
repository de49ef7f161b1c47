import InlayBytes
import InlayColumns

/// Makes one column of a chunk's rows.
struct ColumnReader {
  let table: FieldTable
  let part: ReadPlan.Part
  let nullTexts: [Buffer]
  /// Whether the first bad row ends the work: nobody needs the others.
  let stopsAtBadRow: Bool
  /// The rows whose field is no value of the column, in order.
  private(set) var badRows: [Int] = []

  init(_ table: FieldTable, _ part: ReadPlan.Part, _ plan: ReadPlan) {
    self.table = table
    self.part = part
    nullTexts = plan.nullTexts
    stopsAtBadRow = plan.onBadRow == .fail
  }

  /// Returns the column; nil when a row is bad.
  mutating func column(_ chunk: TextPiece) -> Column? {
    switch part.field.type {
    case .string: strings(chunk)
    case .binary: binaries()
    case .boolean: booleans()
    case .int8: column(IntegerParser<Int8>()) { .int8($0) }
    case .int16: column(IntegerParser<Int16>()) { .int16($0) }
    case .int32: column(IntegerParser<Int32>()) { .int32($0) }
    case .int64: column(IntegerParser<Int64>()) { .int64($0) }
    case .uint8: column(IntegerParser<UInt8>()) { .uint8($0) }
    case .uint16: column(IntegerParser<UInt16>()) { .uint16($0) }
    case .uint32: column(IntegerParser<UInt32>()) { .uint32($0) }
    case .uint64: column(IntegerParser<UInt64>()) { .uint64($0) }
    case .float: column(FloatParser()) { .float($0) }
    case .double: column(DoubleParser()) { .double($0) }
    case .date: column(DateParser()) { .int32($0) }
    case .timestamp(let unit, let isUTC): column(TimestampParser(unit: unit, isUTC: isUTC)) { .int64($0) }
    case .time(.millis): column(TimeParser<Int32>(unit: .millis)) { .int32($0) }
    case .time(let unit): column(TimeParser<Int64>(unit: unit)) { .int64($0) }
    case .decimal(let precision, let scale):
      column(DecimalParser(precision: precision, scale: scale)) { .int128($0) }
    case .fixedBinary, .uuid, .float16, .interval, .null, .list, .structure, .map:
      preconditionFailure("a schema with such a column is refused when the file is opened")
    }
  }

  // MARK: Values of fixed width

  private mutating func column<Parser: FieldParser>(
    _ parser: Parser, _ storage: (Values<Parser.Value>) -> ColumnStorage
  ) -> Column? {
    var values = ValueBuilder<Parser.Value>(capacity: table.rowCount)
    var validity = ValidityBuilder()
    parse(parser, into: &values, &validity)
    guard badRows.isEmpty else { return nil }
    return Column(
      type: part.field.type, storage: storage(values.freeze()),
      validity: validity.freeze(count: table.rowCount))
  }

  private mutating func booleans() -> Column? {
    var values = ValueBuilder<Bool>(capacity: table.rowCount)
    var validity = ValidityBuilder()
    parse(BooleanParser(), into: &values, &validity)
    guard badRows.isEmpty else { return nil }
    return Column(
      type: .boolean, storage: .boolean(Self.bits(of: values.span)),
      validity: validity.freeze(count: table.rowCount))
  }

  private static func bits(of values: Span<Bool>) -> Bitmap {
    var bits = BitmapBuilder(capacity: values.count)
    for start in stride(from: 0, to: values.count, by: 64) {
      let count = min(64, values.count - start)
      var word: UInt64 = 0
      for index in 0..<count { word |= (values[start + index] ? 1 : 0) << UInt64(index) }
      bits.append(word: word, count: count)
    }
    return bits.freeze()
  }

  private mutating func parse<Parser: FieldParser>(
    _ parser: Parser, into values: inout ValueBuilder<Parser.Value>, _ validity: inout ValidityBuilder
  ) {
    let usualForm =
      part.field.isNullable && table.allowsUsualForms(nullTexts: nullTexts) ? parser.usualForm : nil
    var scratch = ValueBuilder<UInt8>()
    var emptyRows = ValueBuilder<UInt32>()
    var pace = UsualPace()
    var row = 0
    while row < table.rowCount {
      if let usualForm, pace.isDue {
        let count = parseUsual(usualForm, parser, from: row, into: &values, &validity, &emptyRows)
        row += count
        pace.note(count, isWhole: row == table.rowCount)
        continue
      }
      if !parseOne(row, parser, into: &values, &validity, &scratch) {
        badRows.append(row)
        if stopsAtBadRow { return }
      }
      row += 1
      pace.noteOne()
    }
  }

  /// Adds the values of the next rows that a kernel reads; returns their number.
  private func parseUsual<Parser: FieldParser>(
    _ form: UsualForm, _ parser: Parser, from row: Int, into values: inout ValueBuilder<Parser.Value>,
    _ validity: inout ValidityBuilder, _ emptyRows: inout ValueBuilder<UInt32>
  ) -> Int {
    let start = values.count
    let usual = table.readUsual(
      form, column: part.position, rows: row..<table.rowCount, into: &values, emptyRows: &emptyRows)
    guard parser.accepts(usual.found) else {
      values.truncate(to: start)
      return 0
    }
    for index in 0..<emptyRows.count { validity.appendNull(at: row + Int(emptyRows[index])) }
    return usual.rowCount
  }

  /// Adds the value of a row; returns whether it has one that the column takes.
  @inline(__always)
  private func parseOne<Parser: FieldParser>(
    _ row: Int, _ parser: Parser, into values: inout ValueBuilder<Parser.Value>,
    _ validity: inout ValidityBuilder, _ scratch: inout ValueBuilder<UInt8>
  ) -> Bool {
    let value = table.value(row: row, column: part.position)
    if isNull(value, emptyIsNull: true) {
      values.append(Parser.filler)
      validity.appendNull(at: row)
      return part.field.isNullable
    }
    let parsed = table.withBytes(of: value, scratch: &scratch) { parser.parse($0) }
    values.append(parsed ?? Parser.filler)
    return parsed != nil
  }

  /// Whether a field stands for null in its column.
  func isNull(_ value: FieldValue) -> Bool {
    isNull(value, emptyIsNull: part.field.type != .string && part.field.type != .binary)
  }

  @inline(__always)
  private func isNull(_ value: FieldValue, emptyIsNull: Bool) -> Bool {
    if value.count == 0 && emptyIsNull { return true }
    return !nullTexts.isEmpty && !value.isQuoted && table.isAny(of: nullTexts, value)
  }

  // MARK: Strings

  private mutating func strings(_ chunk: TextPiece) -> Column? {
    var strings = StringColumn(table, column: part.position)
    var validity = ValidityBuilder()
    appendStrings(to: &strings, &validity)
    guard badRows.isEmpty else { return nil }
    return Column(
      type: .string, storage: .views(strings.freeze(chunk)), validity: validity.freeze(count: table.rowCount))
  }

  private mutating func appendStrings(to strings: inout StringColumn, _ validity: inout ValidityBuilder) {
    for row in 0..<table.rowCount {
      let value = table.value(row: row, column: part.position)
      guard isNull(value, emptyIsNull: false) else {
        strings.append(value)
        continue
      }
      strings.appendEmpty()
      validity.appendNull(at: row)
      if !part.field.isNullable { badRows.append(row) }
      if stopsAtBadRow && !badRows.isEmpty { return }
    }
  }

  /// Reads binary values, which are written in hexadecimal digits.
  private mutating func binaries() -> Column? {
    var values = ViewBuilder(capacity: table.rowCount)
    var validity = ValidityBuilder()
    var scratch = ValueBuilder<UInt8>()
    var bytes = ValueBuilder<UInt8>()
    for row in 0..<table.rowCount {
      let value = table.value(row: row, column: part.position)
      bytes.truncate(to: 0)
      let isNull = isNull(value, emptyIsNull: false)
      if isNull {
        validity.appendNull(at: row)
      }
      let isValue =
        isNull
        ? part.field.isNullable
        : table.withBytes(of: value, scratch: &scratch) { ValueText.parseBinary($0, to: &bytes) }
      values.append(bytes.rawSpan)
      if isValue { continue }
      badRows.append(row)
      if stopsAtBadRow { break }
    }
    guard badRows.isEmpty else { return nil }
    return Column(
      type: .binary, storage: .views(values.freeze()), validity: validity.freeze(count: table.rowCount))
  }
}
