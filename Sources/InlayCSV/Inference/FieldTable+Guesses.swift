import InlayBytes

extension FieldTable {
  /// Takes what the values of each column say of its type into guesses, one for each column.
  ///
  /// A column that can only be one of strings is not looked at any more.
  func refine(_ guesses: inout [ColumnGuess], nullTexts: [Buffer]) {
    var reader = ColumnGuesser(self, nullTexts: nullTexts)
    for column in 0..<columnCount where !guesses[column].isString { reader.refine(&guesses[column], column) }
  }
}

/// Looks at the values of one column of a table after the other.
private struct ColumnGuesser: ~Copyable {
  private let table: FieldTable
  private let nullTexts: [Buffer]
  private let allowsUsualForms: Bool
  private var scratch = ValueBuilder<UInt8>()
  // What kernels write, which nobody looks at: only whether they could read it counts.
  private var words = ValueBuilder<UInt64>(capacity: blockSize)
  private var truths = ValueBuilder<UInt8>(capacity: blockSize)
  private var emptyRows = ValueBuilder<UInt32>(capacity: blockSize)

  private static var blockSize: Int { 1_024 }

  init(_ table: FieldTable, nullTexts: [Buffer]) {
    self.table = table
    self.nullTexts = nullTexts
    allowsUsualForms = table.allowsUsualForms(nullTexts: nullTexts)
  }

  mutating func refine(_ guess: inout ColumnGuess, _ column: Int) {
    var pace = UsualPace()
    var row = 0
    while row < table.rowCount, !guess.isString {
      if allowsUsualForms && pace.isDue {
        let count = addUsual(&guess, column, from: row)
        row += count
        pace.note(count, isWhole: count == Self.blockSize)
      } else {
        add(row, column, to: &guess)
        row += 1
        pace.noteOne()
      }
    }
  }

  private mutating func add(_ row: Int, _ column: Int, to guess: inout ColumnGuess) {
    let value = table.value(row: row, column: column)
    let isNull = !value.isQuoted && (value.count == 0 || table.isAny(of: nullTexts, value))
    if !isNull { table.withBytes(of: value, scratch: &scratch) { guess.add($0) } }
  }

  /// Takes the next rows in that are empty, or that a kernel can read; returns their number.
  private mutating func addUsual(_ guess: inout ColumnGuess, _ column: Int, from row: Int) -> Int {
    let rows = row..<min(row + Self.blockSize, table.rowCount)
    guard let form = guess.usualForm else { return table.emptyCount(column: column, rows: rows) }
    words.truncate(to: 0)
    truths.truncate(to: 0)
    let usual =
      form == .booleans
      ? table.readUsual(form, column: column, rows: rows, into: &truths, emptyRows: &emptyRows)
      : table.readUsual(form, column: column, rows: rows, into: &words, emptyRows: &emptyRows)
    if usual.hasValues { guess.add(usual.found, form) }
    return usual.rowCount
  }
}

/// When a kernel is tried: not for each row of a column whose values are mostly written in other ways.
struct UsualPace {
  // The rows that are read one by one before the next trial.
  private var waitCount = 0

  /// Whether a kernel shall be tried.
  var isDue: Bool { waitCount == 0 }

  /// Notes how many rows a kernel took, and whether these were all that it was given.
  mutating func note(_ rowCount: Int, isWhole: Bool) {
    if !isWhole { waitCount = rowCount < 16 ? 16 : 1 }
  }

  /// Notes that a row was read on its own.
  mutating func noteOne() { waitCount = max(0, waitCount - 1) }
}
