import FoundationEssentials
import InlayBytes
import InlayColumns
import InlayRows
import Testing

@Suite("Swift values as rows, and back")
struct RowRoundTripTests {
  private enum Shape: Codable, Equatable {
    case circle(radius: Double)
    case square(side: Int, name: String?)
  }

  private struct Artist: Codable, Equatable {
    var name: String
    var born: Int?
  }

  private struct Everything: Codable, Equatable {
    var flag = true
    var small: Int8 = -1
    var wide: UInt64 = .max
    var number: Float = 0.5
    var text = "text of some length, and more"
    var id = UUID(uuidString: "67E55044-10B1-426F-9247-BB680E5FE0C8")
    var bytes = Data([0, 255])
    var link = URL(string: "https://example.com/a")
    var moment = Date(timeIntervalSince1970: 1_600_000_000.25)
    var price = Decimal(string: "12.5")
    var time = Duration.seconds(61)
    var artist: Artist? = Artist(name: "x")
    var artists: [Artist] = []
    var lists: [[Int?]]? = [[1, nil], []]
    var words: [String: Int] = ["b": 2, "a": 1]
    var numbers: [Int: String] = [10: "ten", 9: "nine"]
    var shape = Shape.circle(radius: 2)
  }

  private static let rows = [
    Everything(),
    Everything(
      text: "", id: nil, link: nil, price: Decimal(string: "-1000.125"), artist: nil,
      artists: [Artist(name: "y", born: 1970), Artist(name: "z")], lists: nil, words: [:], numbers: [:],
      shape: .square(side: 3, name: nil)),
  ]

  @Test("Every kind of property comes back as it was")
  func everything() throws {
    let batch = try RecordBatch(rows: Self.rows)
    #expect(try batch.rows(as: Everything.self) == Self.rows)
    #expect(try batch.slice(1..<2).rows(as: Everything.self) == [Self.rows[1]])
  }

  @Test("Columns have the types of the properties")
  func types() throws {
    let schema = try RecordBatch(rows: Self.rows).schema
    let types = schema.fields.map { "\($0.name) \($0.type)" }
    #expect(
      types == [
        "flag boolean", "small int8", "wide uint64", "number float", "text string", "id uuid", "bytes binary",
        "link string", "moment timestamp(micros, UTC)", "price decimal(7, 3)", "time time(nanos)",
        "artist struct(name: string, born: int64)", "artists list(struct(name: string, born: int64))",
        "lists list(list(int64))", "words map(string, int64)", "numbers map(int64, string)",
        "shape struct(circle: struct(radius: double), square: struct(side: int64, name: string))",
      ])
  }

  @Test("The pairs of maps are in the order of their keys")
  func order() throws {
    let column = try RecordBatch(rows: [["k": ["c": 3, "a": 1, "b": 2]]]).columns[0].asText()
    guard case .views(let texts) = column.storage else { return #expect(Bool(false)) }
    #expect(texts.text(at: 0) == #"{"a": 1, "b": 2, "c": 3}"#)
  }

  @Test("A property that is nil in all rows has the type that Swift tells")
  func nothing() throws {
    struct Row: Codable, Equatable {
      var text: String?
      var list: [Date]?
      var artist: Artist?
    }
    let batch = try RecordBatch(rows: [Row(), Row(list: [])])
    #expect(
      batch.schema.fields.map(\.type.description) == ["string", "list(timestamp(micros, UTC))", "null"])
    #expect(batch.columns.map(\.nullCount) == [2, 1, 2])
    #expect(try batch.rows(as: Row.self) == [Row(), Row(list: [])])
  }

  @Test("Declared columns say how values lie, and refuse what they cannot hold")
  func declared() throws {
    struct Row: Codable { var day: Date, price: Decimal, count: Int? }
    let schema = Schema([
      Field("count", .int16, isNullable: false), Field("day", .date),
      Field("price", .decimal(precision: 5, scale: 2)),
    ])
    let row = Row(day: Date(timeIntervalSince1970: -1), price: 1.5, count: 3)
    let batch = try RecordBatch(rows: [row], schema: schema)
    #expect(batch.schema == schema)
    #expect(batch.columns.map { $0.asText() }.map(Self.first) == ["3", "1969-12-31", "1.50"])
    #expect(try RecordBatch(rows: [Row](), schema: schema).rowCount == 0)

    func failure(_ row: Row) -> String? {
      #expect(throws: InlayError.self) {
        try RecordBatch(rows: [batch.rows(as: Row.self)[0], row], schema: schema)
      }?
      .description
    }
    #expect(
      failure(Row(day: .distantPast, price: 1, count: 40_000))
        == "row 1, column count: a column of type int16 cannot hold the value: 40000")
    #expect(
      failure(Row(day: .distantPast, price: Decimal(string: "1.001") ?? 0, count: 4))
        == "row 1, column price: a column of type decimal(5, 2) cannot hold the value: 1.001")
    #expect(
      failure(Row(day: .distantPast, price: 1, count: nil))
        == "row 1, column count: the value is missing, and the column is declared without nulls")
    struct More: Codable { var dey: Date }
    let unknown = #expect(throws: InlayError.self) {
      try RecordBatch(rows: [More(dey: .distantPast)], schema: schema)
    }
    #expect(unknown?.description == "row 0, column dey: there is no such column; did you mean day?")
  }

  private static func first(_ column: Column) -> String? {
    guard case .views(let texts) = column.decoded().storage else { return nil }
    return texts.text(at: 0)
  }

  @Test("No rows and no declared columns are refused; so is what is no row")
  func refusals() {
    let empty = #expect(throws: InlayError.self) { try RecordBatch(rows: [Artist]()) }
    #expect(empty?.message == "without rows nothing tells the columns: declare a schema")
    let number = #expect(throws: InlayError.self) { try RecordBatch(rows: [1, 2]) }
    #expect(number?.message == "a row is a type with properties, or a dictionary")
    let list = #expect(throws: InlayError.self) { try RecordBatch(rows: [[1, 2]]) }
    #expect(list?.message == "a row is a type with properties, or a dictionary")
    enum Odd: Encodable {
      case odd
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(1, forKey: .a)
        try container.encode(2, forKey: .a)
      }
      enum Key: CodingKey { case a }
    }
    let twice = #expect(throws: InlayError.self) { try RecordBatch(rows: [Odd.odd]) }
    #expect(twice?.description == "row 0, column a: the row has two values for this column")
  }

  /// Writes the number of letters of each of its keys.
  private struct Shuffled: Encodable {
    struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
    var keys: [String]
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Name.self)
      for key in keys { try container.encode(key.count, forKey: Name(stringValue: key)) }
    }
  }

  @Test("Rows may have their keys in any order, and lack some")
  func keyOrder() throws {
    let rows = [["a", "bb", "ccc"], ["ccc", "a"], ["bb"], [], ["ccc", "bb", "a"], ["a", "dddd", "bb"]]
    let batch = try RecordBatch(rows: rows.map(Shuffled.init(keys:)))
    #expect(batch.schema.fields.map(\.name) == ["a", "bb", "ccc", "dddd"])
    for name in ["a", "bb", "ccc", "dddd"] {
      let expected = rows.map { $0.contains(name) ? Int64(name.count) : nil }
      #expect(try Array(batch.column(name).elements(as: Int64.self)) == expected)
    }
  }

  private struct Widths: Codable, Equatable {
    var a: Int8, b: Int16, c: Int32, d: Int64, e: UInt8, f: UInt16, g: UInt32, h: UInt64, i: Float, j: Double?
  }

  @Test("Integers of all widths come back, and narrow columns refuse what they cannot hold")
  func widths() throws {
    let rows = [
      Widths(a: .min, b: .min, c: .min, d: .min, e: .min, f: .min, g: .min, h: .min, i: -0.5, j: nil),
      Widths(a: .max, b: .max, c: .max, d: .max, e: .max, f: .max, g: .max, h: .max, i: 2, j: .infinity),
    ]
    let batch = try RecordBatch(rows: rows)
    let types: [DataType] = [
      .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float, .double,
    ]
    #expect(batch.schema.fields.map(\.type) == types)
    #expect(try RowReader(Widths.self, schema: batch.schema).rows(of: batch) == rows)
    for type in [DataType.int8, .int16, .int32, .uint8, .uint16, .uint32, .uint64] {
      let error = #expect(throws: InlayError.self) {
        try RecordBatch(rows: [["n": Int.min]], schema: Schema([Field("n", type)]))
      }
      #expect(
        error?.description
          == "row 0, column n: a column of type \(type) cannot hold the value: -9223372036854775808")
    }
  }

  @Test("Classes and types that write themselves by containers come back too")
  func containers() throws {
    class Base: Codable {
      var a = 1
      init() {}
    }
    final class Derived: Base {
      var b = "two"
      override init() { super.init() }
      enum Keys: CodingKey { case b, point }
      enum PointKeys: CodingKey { case x, y }
      required init(from decoder: any Decoder) throws {
        try super.init(from: decoder)
        let container = try decoder.container(keyedBy: Keys.self)
        b = try container.decode(String.self, forKey: .b)
        let point = try container.nestedContainer(keyedBy: PointKeys.self, forKey: .point)
        var list = try point.nestedUnkeyedContainer(forKey: .y)
        #expect(try point.decode(Int.self, forKey: .x) == 5)
        #expect(try list.decode(Int.self) == 6)
        #expect(list.isAtEnd)
      }
      override func encode(to encoder: any Encoder) throws {
        try super.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(b, forKey: .b)
        var point = container.nestedContainer(keyedBy: PointKeys.self, forKey: .point)
        try point.encode(5, forKey: .x)
        var list = point.nestedUnkeyedContainer(forKey: .y)
        try list.encode(6)
      }
    }
    let batch = try RecordBatch(rows: [Derived(), Derived()])
    #expect(batch.schema.fields.map(\.name) == ["a", "b", "point"])
    #expect(batch.schema[2].type.description == "struct(x: int64, y: list(int64))")
    #expect(try batch.rows(as: Derived.self).map(\.b) == ["two", "two"])
  }
}
