import InlayBytes
import InlayColumns
import InlayParquet
import Testing

@Suite("Sorting columns")
struct SortingLaneTests {
  /// Writes rows in batches of a length; returns the error's text, or nil.
  private static func writing(
    _ columns: [Column], _ keys: [SortKey], rowsPerBatch: Int = 2, rowsPerGroup: Int = 1_000
  ) -> String? {
    let schema = Schema(columns.enumerated().map { Field("c\($0)", $1.type) })
    let whole = RecordBatch(schema: schema, columns: columns, rowCount: columns[0].count)
    var options = ParquetWriterOptions()
    options.sortingColumns = keys
    options.rowsPerGroup = rowsPerGroup
    do {
      let batches = stride(from: 0, to: whole.rowCount, by: rowsPerBatch).map {
        whole.slice($0..<min($0 + rowsPerBatch, whole.rowCount))
      }
      let metadata = try WrittenFiles.metadata(WrittenFiles.write(batches, schema: schema, options))
      for group in metadata.rowGroups { #expect(group.sortingColumns?.count == keys.count) }
      return nil
    } catch {
      return "\(error)"
    }
  }

  private static func numbers(_ values: [Int32], _ validity: [Bool]? = nil) -> Column {
    Column(type: .int32, storage: .int32(Values(values)), validity: validity.map { Bitmap($0) })
  }

  private static func message(_ column: String, row: Int) -> String {
    "column \(column): rows are not in the order that ParquetWriterOptions.sortingColumns states; sort them, or leave "
      + "it out: row \(row)"
  }

  @Test("The first row that is out of order is named, wherever batches begin", arguments: 1...5)
  func order(rowsPerBatch: Int) {
    let (first, second) = (Self.numbers([1, 1, 2, 2, 2]), Self.numbers([3, 4, 1, 3, 2]))
    let keys = [SortKey("c0"), SortKey("c1")]
    #expect(Self.writing([first, second], keys, rowsPerBatch: rowsPerBatch) == Self.message("c1", row: 4))
    #expect(Self.writing([first, second], [keys[0]], rowsPerBatch: rowsPerBatch) == nil)
    #expect(Self.writing([second, first], keys, rowsPerBatch: rowsPerBatch) == Self.message("c0", row: 2))
    let descending = [SortKey("c0", isDescending: true)]
    #expect(Self.writing([first], descending, rowsPerBatch: rowsPerBatch) == Self.message("c0", row: 2))
  }

  @Test("Nulls stand where the key says, and each row group is sorted for itself")
  func nullsAndGroups() {
    let last = Self.numbers([1, 2, 0, 0], [true, true, false, false])
    #expect(Self.writing([last], [SortKey("c0")]) == nil)
    #expect(Self.writing([last], [SortKey("c0", areNullsFirst: true)]) == Self.message("c0", row: 2))
    let first = Self.numbers([0, 0, 2, 1], [false, false, true, true])
    #expect(Self.writing([first], [SortKey("c0", isDescending: true, areNullsFirst: true)]) == nil)
    #expect(Self.writing([first], [SortKey("c0")]) == Self.message("c0", row: 2))
    let groups = Self.numbers([3, 4, 5, 1, 2, 3])
    #expect(Self.writing([groups], [SortKey("c0")], rowsPerGroup: 3) == nil)
    #expect(Self.writing([groups], [SortKey("c0")], rowsPerGroup: 4) == Self.message("c0", row: 3))
  }

  @Test("Every type is compared by its meaning")
  func types() {
    let dictionary = DictionaryValues(
      base: DictionaryBase(Self.numbers([5, -7])), indices: Values([1, 0, 0]))
    let ascending: [Column] = [
      Column(type: .boolean, storage: .boolean(Bitmap([false, false, true]))),
      Column(type: .uint64, storage: .uint64(Values([1, .max]))),
      Column(type: .int64, storage: .int64(Values([.min, -1, 0]))),
      Column(type: .float16, storage: .uint16(Values([0xC000, 0x8000, 0, 0x3C00, 0x7E00]))),
      Column(type: .double, storage: .double(Values([-.infinity, -0.0, 0, 1, .nan, .nan]))),
      Column(type: .string, storage: .views(ViewValues(["", "a", "abcdefghijklmnop", "b", "\u{E9}"]))),
      Column(type: .decimal(precision: 20, scale: 0), storage: .int128(Values([-3, 2]))),
      Column(type: .int32, storage: .dictionary(dictionary)),
    ]
    for column in ascending {
      #expect(Self.writing([column], [SortKey("c0")]) == nil)
      let reversed = column.gathered(Values((0..<UInt32(column.count)).reversed()))
      #expect(Self.writing([reversed], [SortKey("c0", isDescending: true)]) == nil)
      #expect(Self.writing([reversed], [SortKey("c0")]) != nil)
    }
  }

  @Test("A field of a structure is null where the structure is")
  func structures() {
    func column(_ values: [Int32], _ validity: [Bool]) -> Column {
      let fields = StructureValues(columns: [Self.numbers(values)], count: values.count)
      return Column(
        type: .structure([Field("x", .int32)]), storage: .structure(fields), validity: Bitmap(validity))
    }
    let key = SortKey(path: ["c0", "x"])
    #expect(Self.writing([column([1, 2, 3], [true, true, true])], [key]) == nil)
    #expect(Self.writing([column([1, 2, 0], [true, true, false])], [key]) == nil)
    #expect(Self.writing([column([1, 2, 5], [true, false, true])], [key]) == Self.message("c0.x", row: 2))
  }

  @Test("Keys without a leaf or an order are refused")
  func refused() {
    let list = Column(
      type: .list(Field("e", .int32)),
      storage: .list(ListValues(offsets: Values([0, 1]), elements: Self.numbers([1]))))
    #expect(
      Self.writing([list], [SortKey("c0")])
        == "sortingColumns names no column of values; name one, or a field of a structure: c0")
    #expect(
      Self.writing([list], [SortKey(path: ["c0", "list", "element"])])
        == "sortingColumns names a column whose values have no order; leave it out: c0.list.element")
  }
}
