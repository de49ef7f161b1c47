import Foundation
import Inlay
import InlayTesting
import Testing

@Suite("Rows of tables as Swift values")
struct TableRowsTests {
  private struct Track: Codable, Equatable {
    var name: String
    var plays: Int
    var note: String?
  }

  private static let tracks = (0..<70_000).map {
    Track(name: "track \($0)", plays: $0, note: $0 % 3 == 0 ? nil : "n")
  }

  @Test("Values become a table, and its rows are these values in order", arguments: [1, 4])
  func roundTrip(threads: Int) async throws {
    let table = try Table(rows: Self.tracks)
    #expect(try table.schema().fields.map(\.type) == [.string, .int64, .string])
    var rows: [Track] = []
    for try await track in table.rows(as: Track.self, workers: Workers(count: threads)) { rows.append(track) }
    #expect(rows == Self.tracks)
  }

  @Test("A table of values is filtered, written and read as any other")
  func steps() async throws {
    let folder = TestFolder()
    let table = try Table(rows: Self.tracks[..<1_000]).filtering(column("plays") >= 998)
    try await table.write(to: .parquet(folder.path("tracks.parquet")))
    let read = Table.parquet(folder.path("tracks.parquet"))
    #expect(try await read.collect(as: Track.self) == Array(Self.tracks[998..<1_000]))
    #expect(try await read.selecting("plays").collect(as: Int.self) == [998, 999])
  }

  @Test("Only the columns that the type has keys for are read")
  func pushedColumns() async throws {
    struct Name: Codable { var trackName: String }
    let source = AskedSource(columns: ["a", "track_name", "b"])
    let names = try await Table(source).collect(as: Name.self, options: RowOptions(naming: .snakeCase))
    #expect(names.map(\.trackName) == ["text"])
    #expect(source.asked == [["track_name"]])
  }

  @Test("A type that asks for more than its first keys named is read with all columns")
  func laterKeys() async throws {
    struct Two: Decodable {
      enum First: CodingKey { case a }
      enum Second: CodingKey { case b }
      var text: String
      init(from decoder: any Decoder) throws {
        text = try decoder.container(keyedBy: First.self).decode(String.self, forKey: .a)
        text += try decoder.container(keyedBy: Second.self).decode(String.self, forKey: .b)
      }
    }
    let source = AskedSource(columns: ["a", "b", "c"])
    #expect(try await Table(source).collect(as: Two.self).map(\.text) == ["texttext"])
    #expect(source.asked == [["a"], ["a", "b", "c"]])
  }

  @Test("An error names the row of the table, after the rows before it came")
  func errors() async throws {
    struct Small: Codable { var plays: UInt16 }
    let table = try Table(rows: Self.tracks)
    var count = 0
    let error = await #expect(throws: InlayError.self) {
      for try await _ in table.rows(as: Small.self) { count += 1 }
    }
    #expect(error?.description == "row 65536, column plays: the value is none of UInt16: 65536")
    #expect(count == 65_536)
    let missing = await #expect(throws: InlayError.self) {
      try await table.selecting("name").collect(as: Track.self)
    }
    #expect(missing?.description == "row 0, column plays: there is no such column; the columns are: name")
  }
}

/// One row of texts, and which columns were asked for.
private final class AskedSource: BatchSource {
  private let memory: MemorySource
  private let requests = Gate([[String]]())

  init(columns: [String]) {
    let schema = Schema(columns.map { Field($0, .string) })
    let column = Column(type: .string, storage: .views(ViewValues(["text"])))
    memory = MemorySource(
      schema: schema,
      batches: [RecordBatch(schema: schema, columns: columns.map { _ in column }, rowCount: 1)])
  }

  var schema: Schema { memory.schema }
  var estimate: SizeEstimate { memory.estimate }
  var asked: [[String]] { requests.withLock { $0 } }

  func scan(_ request: ScanRequest) throws -> any BatchScan {
    requests.withLock { $0.append(request.columns.map { schema.names[$0] }) }
    return try memory.scan(request)
  }
}
