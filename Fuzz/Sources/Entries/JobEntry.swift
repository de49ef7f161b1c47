import Inlay

/// The document of a visual job: read, checked, drawn, written in every dialect and as scripts; no file is touched.
enum JobEntry {
  static func test(_ bytes: [UInt8]) throws {
    let document = try JobDocument(parsing: bytes, file: "job.json")
    let graph = JobGraph(document)
    _ = graph.findings.map(\.description)
    let names = Dictionary(
      document.nodes.map { ($0.id, ["id", "name", "a.b"]) }, uniquingKeysWith: { first, _ in first })
    _ = graph.columns(ofSources: names)
    for form in JobDrawing.allCases { _ = try? graph.drawn(as: form, width: 40) }
    for language in JobScript.allCases { _ = try? graph.script(in: language) }
    for dialect in JobDialect.allCases { try testWriting(document, graph, in: dialect) }
  }

  /// What is written has the same nodes. It need not run: one dialect demands members that another has defaults for.
  private static func testWriting(_ document: JobDocument, _ graph: JobGraph, in dialect: JobDialect) throws {
    let text = document.text(in: dialect)
    guard graph.isRunnable else { return }
    let again = try JobDocument(parsing: text)
    try require(
      again.dialect == dialect, "what is written in the dialect \(dialect) is of the \(again.dialect)")
    let (before, after) = (document.nodes.map(\.id), again.nodes.map(\.id))
    try require(before == after, "in the dialect \(dialect) the nodes \(before) are \(after)")
  }
}
