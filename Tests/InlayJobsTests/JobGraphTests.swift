import InlayBytes
import InlayJobs
import InlayTesting
import Testing

@Suite("Graphs that run, and that do not")
struct JobGraphTests {
  static let source =
    #""s": {"name": "S", "type": "S3", "classification": "DataSource", "format": "csv", "paths": ["a.csv"]}"#

  static func target(_ id: String, path: String) -> String {
    #""\#(id)": {"name": "T", "type": "S3", "classification": "DataSink", "format": "parquet", "path": "\#(path)","#
      + #" "inputs": ["s"]}"#
  }

  @Test("A graph without errors may run")
  func runnable() throws {
    let graph = JobGraph(
      try JobDocument(parsing: "{\"dag\": {\(Self.source), \(Self.target("t", path: "out"))}}"))
    #expect(graph.isRunnable)
    try graph.requireRunnable()
  }

  @Test("One error is thrown with its node")
  func oneError() throws {
    let graph = JobGraph(
      try JobDocument(
        parsing: "{\"dag\": {\(Self.source), \(Self.target("t", path: "${out}"))}}", file: "job.json"))
    let error = #expect(throws: InlayError.self) { try graph.requireRunnable() }
    #expect(!graph.isRunnable)
    #expect(error?.code == .invalidJob)
    #expect(
      error?.description
        == "node T (t), job.json: dag.t.path: The parameter `out` has no value; give it one with --arg out=VALUE, or a "
        + "default among the arguments of the job (--out). Found `${out}`.")
  }

  @Test("Several errors are thrown as a list")
  func severalErrors() throws {
    let graph = JobGraph(
      try JobDocument(parsing: "{\"dag\": {\(Self.target("t", path: ""))}}", file: "job.json"))
    let error = #expect(throws: InlayError.self) { try graph.requireRunnable() }
    #expect(
      error?.description == """
        job.json: The job cannot run before 2 errors are changed:
          node T (t), dag.t.path: The member `path` must not be empty.
          node T (t), dag.t.inputs[0]: The input is not in the document; add the node or take its id out. Found `s`.
        """)
  }

  @Test("A finding is reported as JSON")
  func json() throws {
    let graph = JobGraph(try JobDocument(parsing: "{\"dag\": {}}"))
    #expect(
      graph.findings.map { $0.json.text(.compact) } == [
        #"{"severity":"error","node":null,"nodeId":null,"path":"dag","#
          + #""message":"The job has no nodes; add a source and a target."}"#
      ])
  }

  @Test("A graph that doubles its work at each step is refused")
  func multiplication() throws {
    let joins = (1...30).map { index in
      let input = index == 1 ? "s" : "j\(index - 1)"
      return """
        "j\(index)": {"name": "J", "type": "Join", "classification": "Transform", "joinType": "equijoin",
         "inputs": ["\(input)", "\(input)"],
         "columns": [{"from": "\(input)", "keys": ["a"]}, {"from": "\(input)", "keys": ["a"]}]}
        """
    }
    let target = Self.target("t", path: "out").replacing("\"s\"", with: "\"j30\"")
    let graph = JobGraph(
      try JobDocument(parsing: "{\"dag\": {\(([Self.source] + joins + [target]).joined(separator: ","))}}"))
    #expect(
      graph.findings.map(\.description) == [
        "error: node T (t), dag.t.inputs: The rows of the node come together from too many ways; a node may be reached "
          + "in 10000 steps at most. Write what is shared to a folder with a job of its own."
      ])
  }

  @Test("No change of a document's bytes does worse than an error")
  func mutations() throws {
    let original = Array("{\"dag\": {\(Self.source), \(Self.target("t", path: "out"))}}".utf8)
    var random = SeededGenerator(7)
    for _ in 0..<3_000 {
      var bytes = original
      for _ in 0...random.next() % 4 {
        bytes[Int(random.next() % UInt64(bytes.count))] =
          original[Int(random.next() % UInt64(original.count))]
      }
      guard let document = try? JobDocument(parsing: bytes) else { continue }
      let graph = JobGraph(document)
      _ = (graph.description, graph.columns(ofSources: ["s": ["a"]]))
    }
  }
}
