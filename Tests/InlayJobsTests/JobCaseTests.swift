import FoundationEssentials
import InlayBytes
import InlayColumns
import InlayEngine
import InlayJobs
import InlayParquet
import InlayTesting
import Testing

/// Runs every job in `Jobs` over the files beside it, and holds what it writes against what is expected.
///
/// A case is a folder. Its `job.json` reads from `s3://in/`, which is the folder itself, and writes Parquet to folders in
/// `s3://out/`. What a target `s3://out/NAME/` must hold is said by `expected/NAME.csv`: names and types of the columns,
/// then the rows, in any order; `expected/NAME.json` is what a node writes as JSON. `expected/error.txt` says the error of a job that must not run, and
/// `expected/warnings.txt` the warnings of one that does. With `INLAY_RECORD_EXPECTED` in the environment these files are
/// written instead; read them before you believe them. No Swift is needed.
@Suite("Jobs and what they write")
struct JobCaseTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Jobs")

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  @Test("There are cases to run")
  func presence() {
    #expect(Self.names.count > 10)
  }

  @Test("A job writes what is expected", arguments: names)
  func job(name: String) throws {
    let actual = try outcome(of: name)
    let expected = Self.folder.appending(path: "\(name)/expected")
    if ProcessInfo.processInfo.environment["INLAY_RECORD_EXPECTED"] != nil {
      try? FileManager.default.removeItem(at: expected)
      try FileManager.default.createDirectory(at: expected, withIntermediateDirectories: true)
      for (file, text) in actual { try Data(text.utf8).write(to: expected.appending(path: file)) }
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: expected.path)
    #expect(Set(files) == Set(actual.keys))
    for file in files {
      let text = String(decoding: try Data(contentsOf: expected.appending(path: file)), as: UTF8.self)
      #expect(actual[file] == (file.hasSuffix(".csv") ? Self.sorted(text) : text))
    }
  }

  /// Runs a job; returns what its targets hold, what it warned of, or why it did not run, by the file that says it.
  private func outcome(of name: String) throws -> [String: String] {
    let input = Self.folder.appending(path: name)
    let output = try TestFolder([:])
    let json = try Data(contentsOf: input.appending(path: "job.json"))
    do {
      let graph = JobGraph(try JobDocument(parsing: Array(json), file: "job.json"))
      let locations = try LocationMap(["s3://in/=\(input.path)/", "s3://out/=\(output.path)/"])
      let report = try JobRunner(graph, locations: locations).run(workers: Workers(count: 2))
      var files: [String: String] = [:]
      for target in report.targets {
        let name = target.folder.split(separator: "/").last ?? ""
        if target.files.allSatisfy({ $0.hasSuffix(".json") }) {
          files["\(name).json"] = try target.files.map {
            String(decoding: try Data(contentsOf: URL(filePath: $0)), as: UTF8.self)
          }.joined()
        } else {
          files["\(name).csv"] = Self.sorted(try Self.text(of: target.files))
        }
      }
      let warnings = report.warnings.map { "\($0.description)\n" }.joined()
      if !warnings.isEmpty { files["warnings.txt"] = warnings }
      return files
    } catch let error as InlayError {
      return ["error.txt": error.description.replacing(input.path, with: "IN") + "\n"]
    }
  }

  /// Returns the text with its lines but the first in order.
  private static func sorted(_ text: String) -> String {
    let lines = text.split(separator: "\n")
    return (lines.prefix(1) + lines.dropFirst().sorted()).map { $0 + "\n" }.joined()
  }

  private static func text(of files: [String]) throws -> String {
    let sources = try files.sorted().map { try ParquetSource(path: $0) }
    let source = try ConcatenatedSource(sources) { files.sorted()[$0] }
    let rows = CollectingSink()
    _ = try PlanRun().run(.scan(source), into: rows)
    let header = source.schema.fields.map { "\(cell($0.name)) \($0.type)" }.joined(separator: ",")
    return ([header] + rows.batches.flatMap(lines)).map { $0 + "\n" }.joined()
  }

  private static func lines(of batch: RecordBatch) -> [String] {
    let texts = batch.columns.map { $0.asText().decoded() }
    return (0..<batch.rowCount).map { row in
      texts.map { text in
        guard !text.isNull(at: row), case .views(let values) = text.storage else { return "null" }
        return cell(values.text(at: row))
      }.joined(separator: ",")
    }
  }

  /// Quotes what could be taken for something else, and writes line ends as `\n`.
  private static func cell(_ text: String) -> String {
    let isPlain = !text.isEmpty && text != "null" && !text.contains { ",\"\n".contains($0) }
    if isPlain { return text }
    return "\"" + text.replacing("\"", with: "\"\"").replacing("\n", with: "\\n") + "\""
  }
}
