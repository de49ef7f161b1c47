import InlayBytes
import InlayColumns

/// Makes all string columns of a chunk together, a block of rows at a time: what one of them has read of a row is still
/// in the cache for the next one.
struct StringColumns {
  /// A column that grows; a class, because an array cannot hold what cannot be copied.
  private final class Member {
    private var column: StringColumn?

    init(_ column: consuming StringColumn) { self.column = consume column }

    func append(_ rows: Range<Int>, _ scratch: inout ParseScratch) { column?.appendSimple(rows, &scratch) }

    func finish(_ chunk: TextPiece) -> Column? {
      guard let column = column.take() else { return nil }
      return Column(type: .string, storage: .views(column.freeze(chunk)))
    }
  }

  /// The bytes of a block, with its part of the index: what the nearest caches hold beside the views.
  private static let blockByteCount = 64 << 10

  private var columns: [Column] = []
  private var made = 0

  /// Makes the columns of the plan's string fields, or none where a field has to be looked at with more care.
  init(_ table: FieldTable, _ plan: ReadPlan, _ chunk: TextPiece, _ scratch: inout ParseScratch) {
    guard plan.nullTexts.isEmpty && table.isSimple && table.rowCount > 0 else { return }
    var members: [Member] = []
    for part in plan.parts where part.field.type == .string {
      members.append(Member(StringColumn(table, column: part.position)))
    }
    let rowByteCount = table.byteCount / table.rowCount + table.stride * 4 + 1
    let step = Swift.max(Self.blockByteCount / rowByteCount, 16)
    for start in stride(from: 0, to: table.rowCount, by: step) {
      let rows = start..<Swift.min(start + step, table.rowCount)
      for member in members { member.append(rows, &scratch) }
    }
    columns = members.compactMap { $0.finish(chunk) }
  }

  /// Returns the next column when the part is one of those made here.
  mutating func next(_ part: ReadPlan.Part) -> Column? {
    guard part.field.type == .string, made < columns.count else { return nil }
    defer { made += 1 }
    return columns[made]
  }
}
