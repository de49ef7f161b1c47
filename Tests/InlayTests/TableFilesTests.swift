import Inlay
import InlayTesting
import Testing

@Suite("Tables of files")
struct TableFilesTests {
  private func message(_ body: () throws -> Void) -> String? {
    #expect(throws: InlayError.self, performing: body)?.description
  }

  @Test("A folder's files are one table, in the order of their names")
  func folder() throws {
    let folder = try TestFolder([
      "b.csv": "x\n3\n", "a.csv": "x\n1\n2\n", "_SUCCESS": "", ".part.csv": "y\n0\n",
    ])
    let table = Table.files(at: folder.path)
    #expect(try table.rowCount() == 3)
    let batches = try table.head(10)
    let values = batches.flatMap { batch in
      let column = batch.columns[0].asText().decoded()
      guard case .views(let texts) = column.storage else { return [String]() }
      return (0..<column.count).map { texts.text(at: $0) }
    }
    #expect(values == ["1", "2", "3"])
    #expect(try table.head(2).reduce(0) { $0 + $1.rowCount } == 2)
    #expect(try table.head(0).isEmpty)
  }

  @Test("Formats are told by names, and Parquet by its first bytes")
  func formats() throws {
    #expect(TableFiles.Format(path: "a/B.CSV") == .csv)
    #expect(TableFiles.Format(path: "x.tsv.gz") == .csv)
    #expect(TableFiles.Format(path: "x.snappy.parquet") == .parquet)
    #expect(TableFiles.Format(path: "x.jsonl.gz") == .json)
    #expect(TableFiles.Format(path: "x.xml") == nil)
    let folder = try TestFolder(["part-0": "PAR1 and more", "notes": "PAR", "a.csv": "x\n"])
    #expect(try TableFiles(path: folder.path("part-0")).format == .parquet)
    let notes = folder.path("notes")
    #expect(
      message { _ = try TableFiles(path: notes) } == """
        \(notes): is of no known format; give a name that ends in .csv, .tsv, .txt, .json, .jsonl, .ndjson, one of these and .gz, or .parquet
        """)
  }

  @Test("A folder of several formats is no table")
  func mixture() throws {
    let folder = try TestFolder(["a.csv": "x\n", "b.parquet": "PAR1"])
    let path = folder.path
    #expect(
      message { _ = try TableFiles(path: path) } == """
        \(path): holds files of several formats, and a table has one; name the files: \(path)/a.csv, \(path)/b.parquet
        """)
  }
}
