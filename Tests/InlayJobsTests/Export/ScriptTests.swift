import Foundation
import InlayBytes
import InlayJobs
import Testing

/// Holds the scripts of the documents in `Scripts` against the `.pyspark` and `.glue` files beside them; run the tests
/// with `INLAY_RECORD_SCRIPTS` set to write those anew.
@Suite("Scripts")
struct ScriptTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Scripts")

  static func script(of name: String, in language: JobScript) throws -> String {
    let json = try Data(contentsOf: folder.appending(path: "\(name).json"))
    return try JobGraph(try JobDocument(parsing: Array(json), file: "\(name).json")).script(in: language)
  }

  @Test(
    "A document is written as expected", arguments: ["example", "every-node", "hostile-names"],
    JobScript.allCases)
  func script(name: String, language: JobScript) throws {
    let script = try Self.script(of: name, in: language)
    let file = Self.folder.appending(path: "\(name).\(language.rawValue)")
    if ProcessInfo.processInfo.environment["INLAY_RECORD_SCRIPTS"] != nil {
      try Data(script.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == script)
  }

  private static func graph(_ nodes: String) throws -> JobGraph {
    JobGraph(try JobDocument(parsing: #"{"CodeGenConfigurationNodes": {\#(nodes)}}"#))
  }

  private static let source =
    #""s": {"S3CsvSource": {"Name": "S", "Paths": ["p"], "Separator": "comma", "QuoteChar": "quote"}}"#

  private static func target(of input: String) -> String {
    #""t": {"S3GlueParquetTarget": {"Name": "T", "Inputs": ["\#(input)"], "Path": "o"}}"#
  }

  @Test("What no script can have is refused with its node, all at once", arguments: JobScript.allCases)
  func refusal(language: JobScript) throws {
    let graph = try Self.graph(
      """
      \(Self.source), "d": {"PIIDetection": {"Name": "D", "Inputs": ["s"]}},
      "r": {"Recipe": {"Name": "R", "Inputs": ["d"]}}, \(Self.target(of: "r"))
      """)
    let error = #expect(throws: InlayError.self) { try graph.script(in: language) }
    #expect(error?.code == .invalidJob)
    #expect(error?.message.contains("node D (d)") == true && error?.message.contains("node R (r)") == true)
  }

  @Test("A type that only AWS Glue runs is refused in the words of a script, not of a run here")
  func words() throws {
    let graph = try Self.graph(
      """
      "s": {"JDBCConnectorSource": {"Name": "S", "ConnectionName": "c", "ConnectorName": "n", "ConnectionType": "jdbc",
      "ConnectionTable": "t"}}, \(Self.target(of: "s"))
      """)
    let error = #expect(throws: InlayError.self) { try graph.script(in: .glue) }
    #expect(
      error?.message.contains(
        "This version cannot write a node of this type as a script; keep the node in Glue. Found `JDBCConnectorSource`."
      ) == true)
    #expect(error?.message.contains("a run here") == false)
  }

  @Test(
    "A field is refused where Spark would be given its column",
    arguments: [
      #""SplitFields": {"Name": "N", "Inputs": ["s"], "Paths": [["a", "b"]]}"#,
      #""DropDuplicates": {"Name": "N", "Inputs": ["s"], "Columns": [["a", "b"]]}"#,
    ])
  func fields(node: String) throws {
    let graph = try Self.graph(#"\#(Self.source), "n": {\#(node)}, \#(Self.target(of: "n"))"#)
    let error = #expect(throws: InlayError.self) { try graph.script(in: .pyspark) }
    #expect(error?.message.contains("must name a column, not a field within one") == true)
  }

  @Test("A graph whose rows do not flow is refused", arguments: JobScript.allCases)
  func flow(language: JobScript) throws {
    let graph = try Self.graph("\(Self.source), \(Self.target(of: "gone"))")
    #expect(throws: InlayError.self) { try graph.script(in: language) }
  }

  @Test("Nodes of one name have names of their own, and so have those of Python's and the script's words")
  func names() throws {
    let script = try Self.graph(
      """
      \(Self.source.replacing(#""S""#, with: #""write""#)),
      "a": {"DropFields": {"Name": "Filter", "Inputs": ["s"], "Paths": [["x"]]}},
      "b": {"DropFields": {"Name": "filter", "Inputs": ["a"], "Paths": [["x"]]}},
      "c": {"DropFields": {"Name": "2nd", "Inputs": ["b"], "Paths": [["x"]]}}, \(Self.target(of: "c"))
      """
    ).script(in: .pyspark)
    #expect(script.contains("\nwrite_2 = read_csv("))
    #expect(script.contains("\nfilter_2 = drop_fields(write_2, "))
    #expect(script.contains("\nfilter_3 = drop_fields(filter_2, "))
    #expect(script.contains("\n_2nd = drop_fields(filter_3, "))
  }
}
