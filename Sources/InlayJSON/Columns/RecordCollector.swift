import InlayColumns

/// Collects the values of records, from which columns are made.
final class RecordCollector: RecordTaker {
  let root: ColumnSlots

  init(_ schema: Schema) { root = ColumnSlots(Field("", .structure(schema.fields))) }

  var recordCount: Int { root.count }

  func takeRecord(_ lexer: inout JSONLexer, _ depth: DepthLimit) throws(RecordFault) {
    try root.readMembers(&lexer, try depth.entered(at: lexer.position))
  }

  func takeNullRecord() { root.pad(to: root.count + 1) }

  func forgetRecords(from count: Int) { root.truncate(to: count) }
}
