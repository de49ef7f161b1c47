import InlayBytes
import InlayColumns
import InlayEngine
import InlayStorage
import Synchronization

@testable import InlayJobs

/// A connector to tables in memory: the files of a job hold nothing, and its outputs are kept.
final class TableConnector: JobConnector {
  /// The rows of each file by the end of its path, the names of the columns first.
  let tables: [String: [[String]]]
  /// What happened, in order.
  let events = Mutex([String]())
  /// The rows of each target by the end of its folder, the names of the columns first.
  let written = Mutex([String: [[String]]]())

  /// The target that cannot take its place, by the end of its folder.
  let unwritable: String?

  init(_ tables: [String: [[String]]], unwritable: String? = nil) {
    self.tables = tables
    self.unwritable = unwritable
  }

  func open(_ source: any JobSource, files: [String]) throws -> any BatchSource {
    let sources = try files.map { path in
      let name = Self.name(of: path)
      events.withLock { $0.append("open \(name)") }
      guard let table = tables[name] else { throw InlayError(.corrupt, "no table", at: .init(file: name)) }
      return Self.source(table)
    }
    return try ConcatenatedSource(sources) { Self.name(of: files[$0]) }
  }

  func check(_ target: any JobTarget, folder: String) {}

  func output(_ target: any JobTarget, folder: String, schema: Schema) throws -> any JobOutput {
    TableOutput(name: Self.name(of: folder), connector: self)
  }

  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Makes a source; a cell `!` makes its batch fail when it is read.
  private static func source(_ table: [[String]]) -> any BatchSource {
    let schema = Schema(table[0].map { Field($0, .string) })
    let columns = table[0].indices.map { position in
      Column(type: .string, storage: .views(ViewValues(table.dropFirst().map { $0[position] })))
    }
    let batch = RecordBatch(schema: schema, columns: columns, rowCount: table.count - 1)
    return FaultySource(
      source: MemorySource(schema: schema, batches: [batch]), isFaulty: table.joined().contains("!"))
  }
}

/// An output that keeps rows, and shows them once it is published.
private struct TableOutput: JobOutput, StagedOutput {
  let name: String
  let connector: TableConnector
  let collected = CollectingSink()

  var sink: any BatchSink { collected }
  var staged: any StagedOutput { self }
  var paths: [String] { ["\(name)/part-0"] }

  func prepare() {}

  func install() throws {
    if connector.unwritable == name { throw InlayError(.io, "cannot be moved into place: full") }
    connector.events.withLock { $0.append("publish \(name)") }
    let rows = collected.batches.flatMap { batch in
      (0..<batch.rowCount).map { row in
        batch.columns.map { column in
          guard case .views(let values) = column.decoded().storage else { return "?" }
          return values.text(at: row)
        }
      }
    }
    let names = collected.batches.first?.schema.names ?? []
    connector.written.withLock { $0[name] = [names] + rows }
  }

  func restore() {
    connector.events.withLock { $0.append("restore \(name)") }
    connector.written.withLock { $0[name] = nil }
  }

  func complete() {}

  func abandon() {
    connector.events.withLock { $0.append("discard \(name)") }
  }
}

/// A source that can be opened, and fails when its rows are read.
private struct FaultySource: BatchSource {
  let source: MemorySource
  let isFaulty: Bool

  var schema: Schema { source.schema }
  var estimate: SizeEstimate { source.estimate }

  func scan(_ request: ScanRequest) throws -> any BatchScan {
    if isFaulty { throw InlayError(.corrupt, "the row is broken", at: .init(file: "x.csv", line: 2)) }
    return try source.scan(request)
  }
}
