import InlayBytes
import InlayColumns
import InlayParquet
import Testing

@Suite("What a writer refuses")
struct WriterErrorTests {
  private static func message(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  private static func writing(_ column: Column, isNullable: Bool = true) -> String? {
    let schema = Schema([Field("c", column.type, isNullable: isNullable)])
    let whole = RecordBatch(schema: schema, columns: [column], rowCount: column.count)
    return message {
      _ = try WrittenFiles.write([whole.slice(0..<1), whole.slice(1..<column.count)], schema: schema)
    }
  }

  @Test("A null in a column that is declared without any")
  func null() {
    let expected =
      "column c: a column that is declared without nulls has one; declare it nullable, or fill it in: row 2"
    let validity = Bitmap([true, true, false, true])
    let plain = Column(type: .int64, storage: .int64(Values([1, 2, 3, 4])), validity: validity)
    #expect(Self.writing(plain, isNullable: false) == expected)
    let base = DictionaryBase(plain)
    let rows = DictionaryValues(base: base, indices: Values([0, 0, 2, 1]))
    #expect(Self.writing(Column(type: .int64, storage: .dictionary(rows)), isNullable: false) == expected)
    // All bits set is no null.
    let full = Column(type: .int64, storage: .int64(Values([1, 2])), validity: Bitmap([true, true]))
    #expect(Self.writing(full, isNullable: false) == nil)
  }

  @Test("A decimal of more digits than its type has")
  func decimal() {
    let type = DataType.decimal(precision: 4, scale: 2)
    let column = Column(type: type, storage: .int128(Values([9_999, -9_999, 10_000])))
    #expect(
      Self.writing(column)
        == "column c: a decimal has more digits than its column's type allows; widen the type: decimal(4, 2)")
  }

  @Test("A schema without columns, and options that make no sense")
  func options() {
    func making(
      _ schema: Schema = Schema([Field("c", .int8)]), _ change: (inout ParquetWriterOptions) -> Void
    )
      -> String?
    {
      var options = ParquetWriterOptions()
      change(&options)
      return Self.message { _ = try ParquetWriter(schema: schema, to: MemorySink(), options: options) }
    }
    #expect(making(Schema([])) { _ in } == "a Parquet file needs a column; select one at least")
    #expect(
      making(Schema([Field("a", .int8), Field("b", .int8), Field("a", .string)])) { _ in }
        == "two columns of a Parquet file cannot have one name; rename one of them: a")
    #expect(
      making { $0.dictionaryByteLimit = -1 }
        == "a dictionary has 0 bytes to 1 GiB; dictionaryByteLimit is -1")
    #expect(making { $0.rowsPerGroup = 0 } == "an option must be at least 1; rowsPerGroup is 0")
    #expect(making { $0.rowsPerPage = -1 } == "an option must be at least 1; rowsPerPage is -1")
    #expect(making { $0.bytesPerPage = 0 } == "an option must be at least 1; bytesPerPage is 0")
    #expect(
      making { $0.bytesPerPage = 1 << 31 }
        == "a page has at most 2³¹ - 1 rows and is full at 1 GiB at the latest; lower the option")
    #expect(
      making { $0.compression = .lzo }
        == "pages are compressed with a codec that Inlay does not have: LZO")
    #expect(
      making {
        $0.compression = .gzip
        $0.compressionLevel = 12
      } == "GZIP has the levels 1 to 9, not this one: 12")
  }

  /// A byte sink that takes a number of bytes and then fails.
  private final class FullDisk: ByteSink {
    private let room: Gate<Int>

    init(room: Int) { self.room = Gate(room) }

    func write(_ bytes: RawSpan) throws {
      let count = bytes.byteCount
      try room.withLock { room in
        room -= count
        if room < 0 { throw InlayError(.io, "no space left on device") }
      }
    }
  }

  @Test("What the byte sink throws is thrown on, for every lane, and a writer can be abandoned at any time")
  func failingSink() throws {
    var maker = RandomColumns(seed: 9)
    let columns = (0..<3).map { _ in maker.column(.int64, count: 500, distinctCount: 1_000, nulls: .none) }
    let schema = Schema((0..<3).map { Field("c\($0)", .int64) })
    let batch = RecordBatch(schema: schema, columns: columns, rowCount: 500)
    for room in [0, 3, 4, 2_000, 6_000, 11_800] {
      let writer = try ParquetWriter(schema: schema, to: FullDisk(room: room))
      let message = Self.message {
        try writer.write(batch)
        try writer.finishAndClose()
      }
      #expect(message == "no space left on device")
      writer.abandon()
      #expect(writer.summary == nil)
    }
  }
}
