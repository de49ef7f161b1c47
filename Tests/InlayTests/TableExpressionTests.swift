import Inlay
import InlayBytes
import InlayColumns
import InlayEngine
import Testing

@Suite("Tables described in Swift")
struct TableExpressionTests {
  private static func songs() -> Table {
    let schema = Schema([Field("title", .string), Field("plays", .int64), Field("genre", .string)])
    let titles = Column(type: .string, storage: .views(ViewValues(["a", "b", "c", "d"])))
    let plays = Column(
      type: .int64, storage: .int64(Values([70, 10, 0, 90])), validity: Bitmap([true, true, false, true]))
    let genres = Column(type: .string, storage: .views(ViewValues(["pop", "folk", "pop", "folk"])))
    return Table(
      MemorySource(
        schema: schema, batches: [RecordBatch(schema: schema, columns: [titles, plays, genres], rowCount: 4)])
    )
  }

  /// The rows, each as one text.
  private static func rows(_ table: Table) async throws -> [String] {
    try await table.rowTexts().map { $0.joined(separator: " ") }
  }

  @Test("A row is kept where a condition is true, and not where it is null")
  func conditions() async throws {
    let songs = Self.songs().selecting("title", "plays")
    #expect(try await Self.rows(songs.filtering(column("plays") > 60)) == ["a 70", "d 90"])
    #expect(try await Self.rows(songs.filtering(!(column("plays") > 60))) == ["b 10"])
    #expect(try await Self.rows(songs.filtering(column("plays").isNull)) == ["c null"])
    let either = column("plays") < 20 || column("title") == "d"
    #expect(try await Self.rows(songs.filtering(either)) == ["b 10", "d 90"])
    let several = column("title").isOne(of: ["a", "c"]) && column("plays").isNotNull
    #expect(try await Self.rows(songs.filtering(several)) == ["a 70"])
  }

  @Test("Columns are computed, and take the place of one of their name")
  func computing() async throws {
    let songs = Self.songs().adding("plays", column("plays") + 1).adding("shout", column("title").uppercased)
      .selecting("title", "plays", "shout")
    #expect(try await Self.rows(songs) == ["a 71 A", "b 11 B", "c null C", "d 91 D"])
    let quotient = Self.songs().selecting("plays").adding("half", column("plays") / 4)
    #expect(try quotient.schema().fields.map(\.type) == [.int64, .double])
  }

  @Test("Rows are grouped, ordered, made distinct and cut")
  func grouping() async throws {
    let grouped = Self.songs().grouped(by: "genre", aggregating: .count, .sum("plays").named("total"))
    #expect(try grouped.schema().names == ["genre", "count(1)", "total"])
    #expect(try await Self.rows(grouped) == ["pop 2 70", "folk 2 100"])
    let ordered = Self.songs().sorted(by: "genre", .descending("plays")).selecting("title").limited(to: 3)
    #expect(try await Self.rows(ordered) == ["d", "b", "a"])
    #expect(try await Self.rows(Self.songs().distinct(on: "genre").selecting("title")) == ["a", "b"])
    #expect(try await Self.rows(Self.songs().union(Self.songs()).distinct()).count == 4)
    #expect(try await Self.rows(Self.songs().aggregating(.max("plays"))) == ["90"])
  }

  @Test("Tables are joined in every way")
  func joining() async throws {
    let other = Self.songs().filtering("genre", .equalTo("pop")).selecting("title")
    let anti = Self.songs().selecting("title").joined(to: other, on: ("title", "title"), kind: .leftAnti)
    #expect(try await Self.rows(anti) == ["b", "d"])
    let left = Self.songs().selecting("title").joined(to: other, on: ("title", "title"), kind: .left)
    #expect(try left.schema().names == [".title", "title"])
    #expect(try await Self.rows(left).sorted() == ["a a", "b null", "c c", "d null"])
  }

  @Test("A name that no column has is answered with the nearest ones")
  func nearest() {
    let wrong = Self.songs().filtering(column("play") > 3)
    let error = #expect(throws: InlayError.self) { try wrong.schema() }
    #expect(error?.message == "there is no column play; did you mean plays?")
    let far = #expect(throws: InlayError.self) { try Self.songs().selecting("artist").schema() }
    #expect(far?.message == "there is no column artist; the columns are: title, plays, genre")
    let upper = #expect(throws: InlayError.self) { try Self.songs().dropping("Genre", "x").schema() }
    #expect(upper?.message == "there is no column Genre; did you mean genre?")
  }
}
