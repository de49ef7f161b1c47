/// Collects what records say of the columns' types.
final class RecordGuesser: RecordTaker {
  let guess = TypeGuess()
  private(set) var recordCount = 0

  func takeRecord(_ lexer: inout JSONLexer, _ depth: DepthLimit) throws(RecordFault) {
    try guess.readMembers(&lexer, try depth.entered(at: lexer.position))
    recordCount += 1
  }

  func takeNullRecord() { recordCount += 1 }

  /// Forgets their number only: whoever finds a fault begins anew without its record.
  func forgetRecords(from count: Int) { recordCount = count }
}
