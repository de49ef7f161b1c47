import FoundationEssentials
import InlayBytes
import InlayColumns
import InlayDatasets
import InlayTesting
import Testing

@Suite("Partitioned input")
struct PartitionSourceTests {
  private func open(_ folder: TestFolder, _ name: String = "") throws -> any BatchSource {
    try TableFiles(path: folder.path + name).open()
  }

  private func message(_ body: () throws -> Void) -> String? {
    #expect(throws: InlayError.self, performing: body)?.description
  }

  @Test("A column of partitions is int64 or date where all values are such, else string")
  func types() throws {
    let folder = try TestFolder([
      "n=1/d=2020-01-31/t=1/x=__HIVE_DEFAULT_PARTITION__/a.csv": "v\n1\n",
      "n=-02/d=__HIVE_DEFAULT_PARTITION__/t=1.5/x=__HIVE_DEFAULT_PARTITION__/a.csv": "v\n2\n",
    ])
    let source = try open(folder)
    #expect(source.schema.names == ["v", "n", "d", "t", "x"])
    #expect(source.schema.fields.map(\.type) == [.string, .int64, .date, .string, .string])
    #expect(
      try PartitionRows.texts(of: source) == ["2,-2,null,1.5,null", "1,1,2020-01-31,1,null"])
  }

  @Test("Any columns come in any order, those of folders alone too")
  func projection() throws {
    let folder = try TestFolder(["k=a/1.csv": "x,y\n1,2\n3,4\n", "k=b/1.csv": "x,y\n5,6\n"])
    let source = try open(folder)
    func rows(_ columns: [Int]) throws -> [String] {
      try PartitionRows.texts(of: source, ScanRequest(columns: columns))
    }
    #expect(try rows([2, 1]) == ["a,2", "a,4", "b,6"])
    #expect(try rows([2]) == ["a", "a", "b"])
    #expect(try rows([]) == ["", "", ""])
  }

  @Test("The value of a folder takes the place of a column of the same name")
  func collision() throws {
    let folder = try TestFolder(["x=7/1.csv": "x,y\n1,2\n"])
    let source = try open(folder)
    #expect(source.schema.names == ["y", "x"])
    #expect(try PartitionRows.texts(of: source) == ["2,7"])
  }

  @Test("Filters are met, and folders that cannot meet them are not opened")
  func filters() throws {
    let folder = try TestFolder(["k=1/1.csv": "x\n1\n2\n", "k=2/1.csv": "x\n1\n3\n"])
    let source = try open(folder)
    func rows(_ filter: RowFilter) throws -> [String] {
      try PartitionRows.texts(of: source, ScanRequest(columns: [0, 1], filter: filter))
    }
    let isTwo = RowFilter.comparison(column: 1, .equal, .integer(2))
    let isOne = RowFilter.comparison(column: 0, .equal, .text("1"))
    #expect(try rows(isTwo) == ["1,2", "3,2"])
    #expect(try rows(isOne) == ["1,1", "1,2"])
    #expect(try rows(.all([isTwo, isOne])) == ["1,2"])
    #expect(try rows(.any([isTwo, isOne])) == ["1,1", "1,2", "3,2"])
    #expect(try rows(.not(isTwo)) == ["1,1", "2,1"])
    // A file that somebody wrote to is met only where its folder may hold rows.
    try Data("x\n4\n".utf8).write(to: URL(filePath: folder.path + "/k=1/1.csv"))
    #expect(try rows(isTwo) == ["1,2", "3,2"])
    #expect(message { _ = try rows(isOne) }?.contains("k=1/1.csv") == true)
  }

  @Test("A pattern's folders tell values too, and those before it do not")
  func patterns() throws {
    let folder = try TestFolder([
      "y=1/m=1/a.csv": "x\n1\n", "y=1/m=2/a.csv": "x\n2\n", "y=2/m=1/a.csv": "x\n3\n",
    ])
    #expect(try open(folder, "/y=1/*").schema.names == ["x", "m"])
    #expect(try PartitionRows.texts(of: open(folder, "/y=*/m=1")) == ["1,1,1", "3,2,1"])
    #expect(try PartitionRows.texts(of: open(folder, "/**/*.csv")) == ["1,1,1", "2,1,2", "3,2,1"])
    #expect(try PartitionRows.texts(of: open(folder, "/y=2")) == ["3,1"])
    #expect(
      message { _ = try open(folder, "/z=*") }
        == "\(folder.path)/z=*: no name meets this pattern; name files that are there")
  }

  @Test("Folders that do not agree are refused")
  func disagreement() throws {
    let folder = try TestFolder(["k=1/a.csv": "x\n1\n", "b.csv": "x\n1\n", "l=1/a.csv": "x\n1\n"])
    let path = folder.path
    #expect(
      message { _ = try open(folder) } == """
        \(path)/k=1/a.csv: the folders do not tell values of the same columns, "k" here and none there; name files of \
        one table: \(path)/b.csv
        """)
    let twice = try TestFolder(["k=1/k=2/a.csv": "x\n1\n"])
    #expect(
      message { _ = try open(twice) }
        == "\(twice.path)/k=1/k=2/a.csv: two folders in each other tell the value of one column: k")
  }
}
