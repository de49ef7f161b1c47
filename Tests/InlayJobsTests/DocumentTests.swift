import FoundationEssentials
import InlayBytes
import InlayJobs
import Testing

/// Holds every document in `Documents` against the text beside it: how it is drawn, what is found in it, and the
/// columns at each node when its sources have the columns that their `outputSchemas` name.
///
/// To add a case, add a document and an `.expected` file; no Swift is needed. With `INLAY_RECORD_EXPECTED` in the
/// environment the files are written instead; read them before you believe them.
@Suite("Documents and what is expected of them")
struct DocumentTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Documents")

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  @Test("A document is drawn, checked and followed as expected", arguments: names)
  func document(name: String) throws {
    let json = try Data(contentsOf: Self.folder.appending(path: "\(name).json"))
    let file = Self.folder.appending(path: "\(name).expected")
    let graph = JobGraph(try JobDocument(parsing: Array(json), file: "\(name).json"))
    if ProcessInfo.processInfo.environment["INLAY_RECORD_EXPECTED"] != nil {
      try Data(Self.report(graph).utf8).write(to: file)
    }
    let expected = try Data(contentsOf: file)
    #expect(Self.report(graph) == String(decoding: expected, as: UTF8.self))
  }

  @Test("There are documents to hold against")
  func presence() {
    #expect(Self.names.count > 10)
  }

  private static func report(_ graph: JobGraph) -> String {
    let columns = graph.columns(ofSources: sourceColumns(of: graph.document))
    let names = graph.document.nodes.compactMap { node in
      columns.names[node.id].map { "\(node.name): \($0.joined(separator: ", "))" }
    }
    let parts: [(title: String, lines: [String])] = [
      ("graph", [graph.description(width: 60)]),
      ("findings", graph.findings.map(\.description)),
      ("columns", names),
      ("findings by columns", columns.findings.map(\.description)),
    ]
    return parts.filter { !$0.lines.isEmpty }
      .map { "=== \($0.title)\n" + $0.lines.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private static func sourceColumns(of document: JobDocument) -> [String: [String]] {
    var columns: [String: [String]] = [:]
    for node in document.nodes {
      columns[node.id] = node.members["OutputSchemas"]?.array?.first?.object?["Columns"]?.array?
        .compactMap { $0.object?["Name"]?.string }
    }
    return columns
  }
}
