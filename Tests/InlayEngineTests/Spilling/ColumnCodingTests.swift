import InlayBytes
import InlayColumns
import Testing

@testable import InlayEngine

@Suite("Columns in temporary files")
struct ColumnCodingTests {
  private static func coded(_ column: Column) throws -> Column {
    var bytes = ValueBuilder<UInt8>()
    ColumnEncoder.append(column, to: &bytes)
    var decoder = ColumnDecoder(bytes.freeze().buffer)
    let result = try decoder.column(column.type, count: column.count)
    #expect(decoder.isAtEnd)
    return result
  }

  private static func cells(_ column: Column) -> [TypedCell] { typedCells(of: column) }

  private static let texts: [TypedCell] = ["", "short", "twelve bytes", "thirteen bytes", "ü"].map {
    .text($0)
  }

  private static let samples: [(DataType, [TypedCell])] = [
    (.boolean, [.boolean(true), .null, .boolean(false)]),
    (.int8, [.integer(-128), .null, .integer(127)]), (.int16, [.integer(-5), .integer(9)]),
    (.int32, [.integer(1 << 30), .null]), (.date, [.integer(19_000)]), (.int64, [.null, .integer(-1 << 60)]),
    (.uint8, [.integer(255)]), (.uint16, [.integer(65_535), .null]), (.uint32, [.integer(1 << 31)]),
    (.uint64, [.integer(1 << 63)]), (.float, [.number(1.5), .null]),
    (.double, [.number(-0.0), .number(.nan)]),
    (.decimal(precision: 38, scale: 2), [.integer(1 << 100), .null, .integer(-7)]),
    (.string, texts + [.null] + texts), (.binary, texts),
    (.list(Field("element", .string)), [.list([]), .null, .list([.text("a"), .null]), .list(texts)]),
  ]

  @Test("Columns of all types come back, whole and in slices", arguments: samples)
  func comesBack(type: DataType, cells: [TypedCell]) throws {
    let all = Array(repeating: cells, count: 30).flatMap { $0 }
    let column = typedColumn(type, all)
    #expect(Self.cells(try Self.coded(column)) == all)
    let slice = column[3..<all.count - 1]
    #expect(Self.cells(try Self.coded(slice)) == Array(all[3..<all.count - 1]))
    #expect(try Self.coded(column[0..<0]).count == 0)
  }

  @Test("A column in dictionary form is written out")
  func dictionary() throws {
    let base = DictionaryBase(typedColumn(.string, Self.texts + [.null]))
    let indices = Values<UInt32>([5, 0, 3, 3, 1])
    let column = Column(
      type: .string, storage: .dictionary(DictionaryValues(base: base, indices: indices)),
      validity: Bitmap([true, true, false, true, true]))
    #expect(
      Self.cells(try Self.coded(column)) == [.null, Self.texts[0], .null, Self.texts[3], Self.texts[1]])
  }

  @Test("Structures come back with their fields, also where they are null")
  func structures() throws {
    let fields = [
      typedColumn(.int64, [.integer(1), .null]), typedColumn(.string, [.text("a"), .text("b")]),
    ]
    let type = DataType.structure([Field("n", .int64), Field("t", .string)])
    let column = Column(
      type: type, storage: .structure(StructureValues(columns: fields, count: 2)),
      validity: Bitmap([true, false]))
    let back = try Self.coded(column)
    guard case .structure(let values) = back.storage else {
      Issue.record("a structure comes back as one")
      return
    }
    #expect(back.isNull(at: 1) && !back.isNull(at: 0))
    #expect(values.columns.map(Self.cells) == fields.map(Self.cells))
  }

  @Test("Bytes that were cut are an error", arguments: [0, 1, 5, 20, 60])
  func cut(count: Int) throws {
    var bytes = ValueBuilder<UInt8>()
    ColumnEncoder.append(typedColumn(.string, Self.texts), to: &bytes)
    bytes.truncate(to: min(count, bytes.count - 1))
    var decoder = ColumnDecoder(bytes.freeze().buffer)
    #expect(throws: InlayError.self) { try decoder.column(.string, count: Self.texts.count) }
  }
}
