import InlayBytes
import InlayColumns
import Testing

@Suite("Column")
struct ColumnTests {
  static let texts = ["", "a", "exactly12byt", "thirteen byte", "a", String(repeating: "é", count: 500)]

  @Test("Texts of all lengths come back, sliced and gathered too")
  func texts() {
    let values = ViewValues(Self.texts)
    #expect((0..<values.count).map { values.text(at: $0) } == Self.texts)
    #expect(values[2..<4].text(at: 1) == "thirteen byte")
    let gathered = values.gathered(Values<UInt32>([5, 0, 3]))
    #expect((0..<3).map { gathered.text(at: $0) } == [Self.texts[5], "", "thirteen byte"])
    #expect(values.byteCount == Self.texts.map(\.utf8.count).reduce(0, +))
  }

  @Test("Equal texts have equal hashes and are the same, in whichever buffer they lie")
  func hashing() {
    let values = ViewValues(Self.texts)
    let others = ViewValues(Array(Self.texts.reversed()))
    for index in 0..<values.count {
      for other in 0..<others.count {
        let isEqual = values.text(at: index) == others.text(at: other)
        #expect(values.isSame(at: index, as: others, at: other) == isEqual)
        if isEqual { #expect(values.hash(at: index) == others.hash(at: other)) }
      }
    }
  }

  @Test("A dictionary column decodes to its base's values, nulls of both sides included")
  func decoding() {
    let base = DictionaryBase(
      Column(
        type: .string, storage: .views(ViewValues(["x", "", "y"])), validity: Bitmap([true, false, true])))
    let column = Column(
      type: .string,
      storage: .dictionary(DictionaryValues(base: base, indices: Values([2, 1, 0, 0]))),
      validity: Bitmap([true, true, true, false]))
    #expect(column.nullCount == 2)
    let decoded = column.decoded()
    #expect((0..<4).map { decoded.isNull(at: $0) } == [false, true, false, true])
    guard case .views(let values) = decoded.storage else {
      Issue.record("a decoded column has storage of its own")
      return
    }
    #expect(values.text(at: 0) == "y")
    #expect(values.text(at: 2) == "x")
  }

  @Test("Distinct values are numbered in the order of their appearance, nulls apart")
  func distinct() {
    let count = 5_000
    let numbers = (0..<count).map { Int64($0 * 7919 % 613) }
    let validity = Bitmap((0..<count).map { $0 % 11 != 3 })
    let distinct = DistinctValues(
      of: Column(type: .int64, storage: .int64(Values(numbers)), validity: validity))
    var known: [Int64: UInt32] = [:]
    for row in 0..<count {
      guard validity[row] else {
        #expect(distinct.ids[row] == DistinctValues.nullID)
        continue
      }
      let expected = known[numbers[row], default: UInt32(known.count)]
      known[numbers[row]] = expected
      #expect(distinct.ids[row] == expected)
      #expect(numbers[Int(distinct.firstRows[Int(expected)])] == numbers[row])
    }
    #expect(distinct.count == known.count)
  }

  @Test("A type's text reads back as the type; other texts are refused with the forms that are known")
  func typeTexts() throws {
    let types: [DataType] = [
      .boolean, .int8, .uint64, .float, .double, .string, .binary, .date, .timestamp(.nanos, isUTC: true),
      .timestamp(.millis, isUTC: false), .time(.micros), .decimal(precision: 38, scale: 10),
      .fixedBinary(byteWidth: 5), .uuid, .float16, .interval, .null,
      .list(Field("element", .int8, isNullable: false)),
      .map(
        key: Field("key", .string, isNullable: false), value: Field("value", .list(Field("element", .date)))),
      .structure([]),
      .structure([Field("a", .null, isNullable: false), Field("b, \"c\"", .structure([Field("ä", .uuid)]))]),
    ]
    for type in types { #expect(try DataType(text: type.description) == type) }
    #expect(try DataType(text: " Timestamp( micros ,utc ) ") == .timestamp(.micros, isUTC: true))
    for text in [
      "", "int", "decimal(39, 2)", "decimal(5, 6)", "timestamp(days)", "int64(3)", "time(micros",
      "binary(0)", "list()", "list(int8 not)", "struct(a)", "struct(a: int8,)", "struct(\"a: int8)",
      "map(string)",
      String(repeating: "list(", count: 101) + "int8" + String(repeating: ")", count: 101),
    ] {
      let error = #expect(throws: InlayError.self) { try DataType(text: text) }
      #expect(error?.message.hasSuffix("struct(NAME: TYPE, ...) or map(TYPE, TYPE): \(text)") == true)
    }
  }
}
