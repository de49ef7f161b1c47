import FoundationEssentials
import InlayBytes
import InlayColumns
import InlayEngine
import InlayJobs
import InlayParquet
import InlayTesting
import Testing

@Suite("Nodes whose rows are read from files")
struct NodeReplacementTests {
  private static let source =
    #""s": {"name": "S", "type": "S3", "classification": "DataSource", "format": "csv", "withHeader": true,"#
    + #" "paths": ["s3://in/s.csv"]}"#

  private static func target(_ id: String, _ input: String) -> String {
    #""\#(id)": {"name": "T", "type": "S3", "classification": "DataSink", "format": "parquet","#
      + #" "inputs": ["\#(input)"], "path": "s3://out/\#(id)/"}"#
  }

  /// A job whose code cannot run, which takes rows from a database that cannot be read.
  private static let document = """
    {"dag": {
      "d": {"name": "Database", "type": "MySQL", "classification": "DataSource"},
      "c": {"name": "Code", "type": "CustomCode", "classification": "Transform", "inputs": ["d"], "code": "x",
            "className": "X"},
      "x": {"name": "One", "type": "SelectFromCollection", "classification": "Transform", "inputs": ["c"], "index": 0},
      "x2": {"name": "One", "type": "SelectFields", "classification": "Transform", "inputs": ["x"], "paths": ["a"]},
      \(target("t", "x2"))}}
    """

  private func graph(_ text: String) throws -> JobGraph {
    JobGraph(try JobDocument(parsing: text, file: "job.json"))
  }

  @Test("What a node cannot make is read, and nothing behind it counts")
  func run() throws {
    let folder = try TestFolder(["s.csv": "a,b\n1,x\n2,y\n"])
    let map = try LocationMap(["s3://in/=\(folder.path)/", "s3://out/=\(folder.path)/"])
    let first = try JobRunner(
      graph("{\"dag\": {\(Self.source), \(Self.target("rows", "s"))}}"), locations: map
    ).run()
    let file = try #require(first.targets.first?.files.first)

    #expect(!(try graph(Self.document).isRunnable))
    for option in ["c=\(file)", "Code=\(folder.path)/rows/"] {
      let replaced = try graph(Self.document).replacing([try NodeReplacement(option)])
      #expect(replaced.findings.map(\.description) == [])
      try? FileManager.default.removeItem(atPath: "\(folder.path)/t")
      let report = try JobRunner(replaced, locations: map).run()
      #expect(report.targets.map(\.rowCount) == [2])
      #expect(report.targets.map(\.columns) == [["a"]])
    }
  }

  @Test("A node is named by its id or by a name that no other has")
  func names() throws {
    let graph = try graph(Self.document)
    func message(_ options: String...) -> String? {
      #expect(throws: InlayError.self) {
        try graph.replacing(try options.map { try NodeReplacement($0) })
      }?.description
    }
    #expect(
      message("One=a")
        == "2 nodes have this name; name the one to replace by its id, one of `x`, `x2`. Found `One`.")
    #expect(
      message("Cod=a")
        == "No node has this name or id, so none can be replaced. Did you mean `Code`? Found `Cod`.")
    #expect(message("t=a") == "A target gives no rows, so it cannot be replaced; found T (t).")
    #expect(
      message("c=a", "Code=b") == "A node is replaced twice; keep one --replace for Code (c).")
    #expect(message("c") == "A node is replaced by --replace NODE=FILE.parquet; found `c`.")
  }
}
