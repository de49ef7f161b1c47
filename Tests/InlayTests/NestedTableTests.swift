import Inlay
import InlayTesting
import Testing

@Suite("Tables with nested columns")
struct NestedTableTests {
  private static let person = DataType.structure([Field("name", .string), Field("age", .int64)])
  private static let schema = Schema([
    Field("id", .int64), Field("person", person), Field("tags", .list(Field("element", .string))),
  ])

  /// Rows that are numbered from `first` on.
  private static func batch(_ first: Int, count: Int) -> RecordBatch {
    let numbers = Column(
      type: .int64, storage: .int64(Values((first..<first + count).map { Int64($0) })))
    let names = strings((first..<first + count).map { "name \($0)" })
    let tags = ListValues(
      offsets: Values((0...count).map { Int32($0 * 2) }),
      elements: strings((first * 2..<(first + count) * 2).map { "tag \($0)" }))
    return RecordBatch(
      schema: schema,
      columns: [
        numbers,
        Column(
          type: person, storage: .structure(StructureValues(columns: [names, numbers], count: count)),
          validity: Bitmap((first..<first + count).map { $0 % 3 != 1 })),
        Column(type: schema[2].type, storage: .list(tags)),
      ], rowCount: count)
  }

  private static func strings(_ texts: [String]) -> Column {
    Column(type: .string, storage: .views(ViewValues(texts)))
  }

  /// A folder of two files with the rows 0 to 2 and 3 to 5.
  private static func folder() throws -> TestFolder {
    let folder = TestFolder()
    for (name, first) in [("a", 0), ("b", 3)] {
      let table = Table(MemorySource(schema: schema, batches: [batch(first, count: 3)]))
      _ = try table.write(to: .parquet(folder.path("\(name).parquet")))
    }
    return folder
  }

  private static func texts(_ batches: [RecordBatch]) -> [[String?]] {
    batches.flatMap { batch -> [[String?]] in
      let columns = batch.columns.map { $0.asText().decoded() }
      return (0..<batch.rowCount).map { row in
        columns.map { column -> String? in
          guard case .views(let values) = column.storage, !column.isNull(at: row) else { return nil }
          return values.text(at: row)
        }
      }
    }
  }

  private static func row(_ id: Int) -> [String?] {
    [
      "\(id)", id % 3 == 1 ? String?.none : #"{"name": "name \#(id)", "age": \#(id)}"#,
      #"["tag \#(id * 2)", "tag \#(id * 2 + 1)"]"#,
    ]
  }

  @Test("Files of a folder follow each other, and the first rows come alone")
  func folderAndHead() throws {
    let folder = try Self.folder()
    let table = Table.parquet(folder.path)
    #expect(try table.schema() == Self.schema)
    #expect(Self.texts(try table.head(10)) == (0..<6).map(Self.row))
    #expect(Self.texts(try table.head(4)) == (0..<4).map(Self.row))
    #expect(try table.rowCount() == 6)
  }

  @Test("Parts of nested columns are read alone, by their paths")
  func parts() throws {
    let folder = try Self.folder()
    let table = Table.parquet(folder.path, columns: ["person.name", "id"])
    #expect(try table.schema().fields.map(\.type.description) == ["int64", "struct(name: string)"])
    #expect(
      Self.texts(try table.head(2)) == [["0", #"{"name": "name 0"}"#], ["1", nil]])
    var options = ParquetReadOptions()
    options.columns = ["tags"]
    #expect(try Table.parquet(folder.path, options: options).schema().names == ["tags"])
    #expect(try Table.files(at: folder.path, parquet: options).schema().names == ["tags"])
  }

  @Test("A join carries nested columns of both sides", arguments: [1, 3])
  func join(threads: Int) throws {
    let folder = try Self.folder()
    let left = Table.parquet(folder.path)
    let batches = [Self.batch(2, count: 3), Self.batch(4, count: 1)]
    let right = Table(MemorySource(schema: Self.schema, batches: batches))
    let sink = CollectingSink()
    try left.joined(to: right, on: ("id", "id")).run(into: sink, workers: Workers(count: threads))
    #expect(Self.texts(sink.batches) == [2, 3, 4, 4].map { Self.row($0) + Self.row($0) })
  }

  @Test("What a join carried is written and read again")
  func joinIntoFile() throws {
    let folder = try Self.folder()
    let table = Table.parquet(folder.path)
    let joined = table.joined(to: table, on: ("id", "id")).selecting("id", "tags", ".person")
    _ = try joined.write(to: .parquet(folder.path("joined")))
    let expected = (0..<6).map { [Self.row($0)[0], Self.row($0)[2], Self.row($0)[1]] }
    #expect(Self.texts(try Table.parquet(folder.path("joined")).head(10)) == expected)
  }
}
