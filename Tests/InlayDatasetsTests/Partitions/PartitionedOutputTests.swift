import FoundationEssentials
import InlayBytes
import InlayCSV
import InlayColumns
import InlayDatasets
import InlayStorage
import InlayTesting
import Testing

@Suite("Partitioned output")
struct PartitionedOutputTests {

  private func write(
    _ batches: [RecordBatch], to folder: TestFolder, by keys: [String],
    _ change: (inout OutputOptions) -> Void = { _ in }
  ) throws -> [WrittenFile] {
    var options = OutputOptions(partitionedBy: keys)
    change(&options)
    let output = try DatasetOutput(path: folder.path, schema: PartitionRows.schema, options: options)
    for batch in batches { try output.sink.write(batch) }
    try output.sink.finishAndClose()
    return try output.publish()
  }

  private func message(_ body: () throws -> Void) -> String? {
    #expect(throws: InlayError.self, performing: body)?.description
  }

  @Test("Each value has its folder, the column is not in the files, and reading gives it back")
  func oneColumn() throws {
    let folder = TestFolder()
    let files = try write([PartitionRows.batch(["a", "b", nil, "a", "x/y"])], to: folder, by: ["k"])
    #expect(try folder.names == ["k=__HIVE_DEFAULT_PARTITION__", "k=a", "k=b", "k=x%2Fy"])
    #expect(files.count == 4 && files.allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
    let source = try TableFiles(path: folder.path).open()
    #expect(source.schema.names == ["n", "d", "k"])
    #expect(try TableFiles(path: files[0].path).open().schema.names == ["n", "d"])
    #expect(
      try PartitionRows.texts(of: source) == [
        "2,1970-01-01,null", "0,1970-01-01,a", "3,1970-01-02,a", "1,1970-01-02,b", "4,1970-01-01,x/y",
      ])
  }

  @Test("Folders stand in each other in the order of the columns")
  func twoColumns() throws {
    let folder = TestFolder()
    let files = try write([PartitionRows.batch(["a", "a", "b"])], to: folder, by: ["d", "k"])
    #expect(
      files.map { $0.path.dropFirst(folder.path.count + 1).prefix(16) } == [
        "d=1970-01-01/k=a", "d=1970-01-01/k=b", "d=1970-01-02/k=a",
      ])
    let source = try TableFiles(path: folder.path).open()
    #expect(source.schema.fields.map(\.type) == [.int64, .date, .string])
    #expect(try PartitionRows.texts(of: source) == ["0,1970-01-01,a", "2,1970-01-01,b", "1,1970-01-02,a"])
  }

  @Test("Beyond the limit a partition gets more files, and no row is lost", arguments: [1, 2, 3, 100])
  func limit(limit: Int) throws {
    let folder = TestFolder()
    let batches = (0..<30).map { number in
      PartitionRows.batch((0..<7).map { "p\((number * 7 + $0 * $0) % 5)" }, from: number * 7)
    }
    let files = try write(batches, to: folder, by: ["k"]) { $0.openPartitionLimit = limit }
    #expect(limit < 5 ? files.count > 5 : files.count == 5)
    #expect(Set(files.map(\.path)).count == files.count)
    let rows = try PartitionRows.texts(of: try TableFiles(path: folder.path).open())
    let expected = try PartitionRows.texts(of: MemorySource(schema: PartitionRows.schema, batches: batches))
    func sorted(_ rows: [String], _ order: [Int]) -> [[String]] {
      rows.map { row in
        let values = row.split(separator: ",").map(String.init)
        return order.map { values[$0] }
      }.sorted { $0.lexicographicallyPrecedes($1) }
    }
    #expect(sorted(rows, [0, 2, 1]) == sorted(expected, [0, 1, 2]))
  }

  @Test("A partition's rows keep their order, and its files have so many rows")
  func rowsPerFile() throws {
    let folder = TestFolder()
    let batches = (0..<4).map { PartitionRows.batch(["a", "b", "a"], from: $0 * 3) }
    let files = try write(batches, to: folder, by: ["k"]) { $0.rowsPerFile = 3 }
    #expect(
      files.map { $0.path.dropFirst(folder.path.count).prefix(22) } == [
        "/k=a/part-00000-00000-", "/k=a/part-00000-00001-", "/k=a/part-00000-00002-",
        "/k=b/part-00001-00000-",
        "/k=b/part-00001-00001-",
      ])
    let rows = try PartitionRows.texts(of: try TableFiles(path: folder.path).open())
    #expect(
      rows.map { $0.prefix { $0 != "," } } == ["0", "2", "3", "5", "6", "8", "9", "11", "1", "4", "7", "10"])
  }

  @Test("CSV is partitioned too, and its types are those of all files")
  func csv() throws {
    let folder = TestFolder()
    _ = try write([PartitionRows.batch(["1", "2", nil])], to: folder, by: ["k"]) {
      $0.format = .csv(CSVOptions())
    }
    var options = CSVOptions()
    options.types = .inferred(decimals: false)
    let source = try TableFiles(path: folder.path).open(csv: options)
    #expect(source.schema.fields.map(\.type) == [.int64, .date, .int64])
    #expect(
      try PartitionRows.texts(of: source) == ["0,1970-01-01,1", "1,1970-01-02,2", "2,1970-01-01,null"])
  }

  @Test("Modes hold for partitions")
  func modes() throws {
    let folder = TestFolder()
    let batch = PartitionRows.batch(["a", "b"])
    _ = try write([batch], to: folder, by: ["k"])
    #expect(
      message { _ = try write([batch], to: folder, by: ["k"]) }?.contains("holds files already") == true)
    _ = try write([batch], to: folder, by: ["k"]) { $0.mode = .append }
    #expect(try PartitionRows.texts(of: try TableFiles(path: folder.path).open()).count == 4)
    _ = try write([PartitionRows.batch(["c"])], to: folder, by: ["k"]) { $0.mode = .overwrite }
    #expect(try folder.names == ["k=c"])
    #expect(
      message { _ = try write([batch], to: folder, by: ["d"]) { $0.mode = .overwrite } } == """
        \(folder.path): holds a folder that is no partition by d, which is never overwritten; remove it or give \
        another target: k=c
        """)
  }

  @Test("A table without rows has no partition, and what is discarded leaves nothing")
  func empty() throws {
    let folder = TestFolder()
    #expect(try write([], to: folder, by: ["k"]) == [])
    #expect(try folder.names == [])
    let options = OutputOptions(partitionedBy: ["k"])
    let output = try DatasetOutput(path: folder.path + "/new", schema: PartitionRows.schema, options: options)
    try output.sink.write(PartitionRows.batch(["a"]))
    output.sink.abandon()
    output.discard()
    #expect(try folder.names == [])
  }

  @Test("Columns that cannot be told by folders are refused")
  func refusals() throws {
    let folder = TestFolder()
    #expect(
      message { _ = try write([], to: folder, by: ["none"]) }
        == "there is no such column to partition by: none")
    #expect(
      message { _ = try write([], to: folder, by: ["k", "k"]) }
        == "a table is partitioned by a column once; leave one out: k")
    #expect(
      message { _ = try write([], to: folder, by: ["n", "k", "d"]) }
        == "the files of a partitioned table need a column of their own; leave a partition column out")
    let binary = Schema([Field("a", .int64), Field("b", .binary)])
    #expect(
      message {
        _ = try DatasetOutput(path: folder.path, schema: binary, options: OutputOptions(partitionedBy: ["b"]))
      } == "column b: a table cannot be partitioned by a column without a name, or of this type: binary")
    #expect(
      message { _ = try write([], to: folder, by: ["k"]) { $0.openPartitionLimit = 0 } }
        == "one partition must be open at least; openPartitionLimit is 0")
    #expect(try folder.names == [])
  }
}
