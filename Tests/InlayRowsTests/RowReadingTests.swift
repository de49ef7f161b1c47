import FoundationEssentials
import InlayBytes
import InlayColumns
import InlayRows
import Testing

@Suite("Rows of batches as Swift values")
struct RowReadingTests {
  private enum Kind: String, Codable { case album, single }

  private struct Track: Codable, Equatable {
    var name: String
    var plays: Int
    var rating: Double?
    var kind: Kind
    var released: Date?
    var price: Decimal
  }

  private static let tracks = Schema([
    Field("name", .string), Field("plays", .int32), Field("rating", .double), Field("kind", .string),
    Field("released", .date), Field("price", .decimal(precision: 10, scale: 2)), Field("unknown", .boolean),
  ])

  private static func batch(kinds: [String] = ["album", "single"], plays: [Int32] = [7, -1]) -> RecordBatch {
    RecordBatch(
      schema: tracks,
      columns: [
        Column(type: .string, storage: .views(ViewValues(["a", "a name of more than twelve bytes"]))),
        Column(type: .int32, storage: .int32(Values(plays))),
        Column(type: .double, storage: .double(Values([0.5, 0])), validity: Bitmap([true, false])),
        Column(type: .string, storage: .views(ViewValues(kinds))),
        Column(type: .date, storage: .int32(Values([1, 0])), validity: Bitmap([true, false])),
        Column(type: .decimal(precision: 10, scale: 2), storage: .int128(Values([1999, -5]))),
        Column(type: .boolean, storage: .boolean(Bitmap([true, false]))),
      ], rowCount: 2)
  }

  @Test("Properties are read of the columns of their names")
  func properties() throws {
    let rows = try Self.batch().rows(as: Track.self)
    #expect(
      rows == [
        Track(
          name: "a", plays: 7, rating: 0.5, kind: .album, released: Date(timeIntervalSince1970: 86_400),
          price: Decimal(string: "19.99") ?? 0),
        Track(
          name: "a name of more than twelve bytes", plays: -1, rating: nil, kind: .single, released: nil,
          price: Decimal(string: "-0.05") ?? 0),
      ])
  }

  @Test("A column in dictionary form, and a slice, are read as any other")
  func forms() throws {
    let base = DictionaryBase(Column(type: .string, storage: .views(ViewValues(["x", "y"]))))
    let column = Column(
      type: .string, storage: .dictionary(DictionaryValues(base: base, indices: Values([1, 0, 1]))),
      validity: Bitmap([true, true, false]))
    let batch = RecordBatch(schema: Schema([Field("text", .string)]), columns: [column], rowCount: 3)
    #expect(try batch.rows(as: [String: String].self) == [["text": "y"], ["text": "x"], [:]])
    #expect(try batch.slice(1..<2).rows(as: [String: String].self) == [["text": "x"]])
    #expect(try batch.slice(0..<2).rows(as: String.self) == ["y", "x"])
    let reader = RowReader(String?.self, schema: batch.schema)
    #expect(try reader.rows(of: batch, in: 1..<3) == ["x", nil])
  }

  /// Reads rows that must not be readable, and returns what the error says.
  private func failure<Row: Decodable>(
    _ type: Row.Type, _ batch: RecordBatch = batch(), _ options: RowOptions = RowOptions()
  ) -> String {
    do {
      _ = try RowReader(type, schema: batch.schema, options: options).rows(of: batch, firstRow: 100)
      return "no error"
    } catch let error as InlayError { return error.description } catch { return "another error: \(error)" }
  }

  @Test("Errors name the row and the column")
  func errors() {
    struct Rating: Codable { var rating: Double }
    #expect(
      failure(Rating.self)
        == "row 101, column rating: the value is null, and Double has no place for it: make it optional")
    #expect(
      failure(Track.self, Self.batch(kinds: ["album", "tape"]))
        == "row 101, column kind: Cannot initialize Kind from invalid String value tape")
    struct Narrow: Codable { var plays: UInt8 }
    #expect(failure(Narrow.self) == "row 101, column plays: the value is none of UInt8: -1")
    struct Wrong: Codable { var name: Int }
    #expect(
      failure(Wrong.self)
        == "row 100, column name: a column of type string is not read as Int: cast the column, or let types be "
        + "inferred or declared where it is read")
    struct Missing: Codable { var pleys: Int }
    #expect(
      failure(Missing.self) == "row 100, column pleys: there is no such column; did you mean plays?")
    struct Day: Codable { var released: Int }
    #expect(failure(Day.self) == "row 100, column released: a column of type date is not read as Int")
  }

  @Test("Columns and properties without a partner are passed over, or refused")
  func partners() throws {
    struct Few: Codable, Equatable {
      var plays: Int
      var other: String?
    }
    #expect(try Self.batch().rows(as: Few.self) == [Few(plays: 7), Few(plays: -1)])
    var options = RowOptions()
    options.allowsMissingColumns = false
    #expect(
      failure(Few.self, Self.batch(), options).hasPrefix("row 100, column other: there is no such column"))
    options = RowOptions()
    options.allowsUnknownColumns = false
    #expect(
      failure(Track.self, Self.batch(), options)
        == "column unknown: Track has no property for `unknown`: select the columns it has")
  }

  @Test("Keys name columns in words parted by underscores, or as a function says")
  func naming() throws {
    struct Track: Codable, Equatable {
      var trackName: String
      var isrcURL: Int
    }
    let schema = Schema([Field("track_name", .string), Field("isrc_url", .int64)])
    let columns = [
      Column(type: .string, storage: .views(ViewValues(["a"]))),
      Column(type: .int64, storage: .int64(Values([3]))),
    ]
    let batch = RecordBatch(schema: schema, columns: columns, rowCount: 1)
    let rows = [Track(trackName: "a", isrcURL: 3)]
    #expect(try batch.rows(as: Track.self, options: RowOptions(naming: .snakeCase)) == rows)
    #expect(try RecordBatch(rows: rows, options: RowOptions(naming: .snakeCase)).schema.names == schema.names)
    let upper = RowOptions(naming: .custom { $0.uppercased() })
    let written = try RecordBatch(rows: rows, options: upper)
    #expect(written.schema.names == ["TRACKNAME", "ISRCURL"])
    #expect(try written.rows(as: Track.self, options: upper) == rows)
  }

  @Test("Numbers are read as every type that can hold them")
  func numbers() throws {
    func one<Value: Decodable>(_ type: DataType, _ storage: ColumnStorage, as: Value.Type) throws -> Value? {
      let schema = Schema([Field("v", type)])
      let batch = RecordBatch(schema: schema, columns: [Column(type: type, storage: storage)], rowCount: 1)
      return try? batch.rows(as: Value.self).first
    }
    #expect(try one(.uint64, .uint64(Values([.max])), as: UInt64.self) == .max)
    #expect(try one(.uint64, .uint64(Values([.max])), as: Int64.self) == nil)
    #expect(try one(.int8, .int8(Values([-1])), as: Double.self) == -1)
    #expect(try one(.int64, .int64(Values([1 << 53 + 1])), as: Double.self) == nil)
    #expect(try one(.float16, .uint16(Values([0x3C00])), as: Float.self) == 1)
    #expect(try one(.double, .double(Values([0.1])), as: Float.self) == nil)
    #expect(try one(.decimal(precision: 9, scale: 0), .int128(Values([12])), as: Int.self) == 12)
    #expect(try one(.decimal(precision: 9, scale: 1), .int128(Values([12])), as: Int.self) == nil)
    #expect(try one(.decimal(precision: 9, scale: 1), .int128(Values([12])), as: Double.self) == 1.2)
    let large = Int128(Int64.max) * 1_000_000
    let text = try one(.decimal(precision: 38, scale: 3), .int128(Values([-large])), as: Decimal.self)
    #expect(text?.description == "-9223372036854775807000")
    #expect(try one(.time(.millis), .int32(Values([1_500])), as: Duration.self) == .milliseconds(1_500))
  }
}
