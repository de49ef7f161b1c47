import InlayBytes
import InlayColumns
import Testing

@Suite("Nested columns")
struct NestedColumnTests {
  private func texts(_ column: Column) -> [String?] {
    let decoded = column.asText().decoded()
    guard case .views(let values) = decoded.storage else { return [] }
    return (0..<decoded.count).map { decoded.isNull(at: $0) ? nil : values.text(at: $0) }
  }

  private static let integers = Column(
    type: .int32, storage: .int32(Values([1, 2, 3, 4, 5])), validity: Bitmap([true, false, true, true, true]))

  /// `[1, null]`, null, `[]`, `[3, 4, 5]`.
  private static let lists = Column(
    type: .list(Field("element", .int32)),
    storage: .list(ListValues(offsets: Values([0, 2, 2, 2, 5]), elements: integers)),
    validity: Bitmap([true, false, true, true]))

  private static let words = Column(type: .string, storage: .views(ViewValues(["a", "b\"\n", "c", "d"])))

  private static let structures = Column(
    type: .structure([Field("word", .string), Field("list", lists.type)]),
    storage: .structure(StructureValues(columns: [words, lists], count: 4)),
    validity: Bitmap([true, true, false, true]))

  private static let listTexts = ["[1, null]", nil, "[]", "[3, 4, 5]"]
  private static let structureTexts = [
    "{\"word\": \"a\", \"list\": [1, null]}", "{\"word\": \"b\\\"\\n\", \"list\": null}", nil,
    "{\"word\": \"d\", \"list\": [3, 4, 5]}",
  ]

  @Test("Nested values are written as JSON")
  func json() {
    #expect(texts(Self.lists) == Self.listTexts)
    #expect(texts(Self.structures) == Self.structureTexts)
    let numbers = Column(type: .double, storage: .double(Values([.nan, -.infinity, 0.5])))
    let list = Column(
      type: .list(Field("element", .double)),
      storage: .list(ListValues(offsets: Values([0, 3]), elements: numbers)))
    #expect(texts(list) == ["[\"NaN\", \"-inf\", 0.5]"])
  }

  @Test("A map is written as an object, whatever its keys are")
  func maps() {
    let (key, value) = (Field("key", .int32, isNullable: false), Field("value", .string))
    let keys = Column(type: .int32, storage: .int32(Values([1, 2, 3, 4])))
    let pairs = Column(
      type: .structure([key, value]),
      storage: .structure(StructureValues(columns: [keys, Self.words], count: 4)))
    let maps = Column(
      type: .map(key: key, value: value),
      storage: .list(ListValues(offsets: Values([0, 1, 1, 3]), elements: pairs)))
    #expect(texts(maps) == ["{\"1\": \"a\"}", "{}", "{\"2\": \"b\\\"\\n\", \"3\": \"c\"}"])
  }

  @Test("Slices, gathers and concatenations of nested columns hold the same values")
  func moves() {
    for (column, expected) in [(Self.lists, Self.listTexts), (Self.structures, Self.structureTexts)] {
      #expect(texts(column[1..<4]) == Array(expected[1..<4]))
      #expect(texts(column[2..<2]).isEmpty)
      let indices: [UInt32] = [3, 0, 0, 2, 1]
      #expect(texts(column.gathered(Values(indices))) == indices.map { expected[Int($0)] })
      let parts = [column[3..<4], column, column[0..<1]]
      #expect(texts(.concatenating(parts, type: column.type)) == [expected[3]] + expected + [expected[0]])
      let coded = Column(
        type: column.type,
        storage: .dictionary(DictionaryValues(base: DictionaryBase(column), indices: Values(indices))))
      #expect(texts(coded) == indices.map { expected[Int($0)] })
    }
  }

  @Test("A column of the null type has nothing but nulls")
  func nulls() {
    let column = Column(type: .null, storage: .null(count: 3))
    #expect(column.nullCount == 3)
    #expect(texts(.concatenating([column, column[1..<2]], type: .null)) == [nil, nil, nil, nil])
  }

  @Test("Numbers of 16 bits, UUIDs and intervals have texts")
  func otherTypes() {
    let halves = Column(
      type: .float16, storage: .uint16(Values([0x3C00, 0xC000, 0x7C00, 0x0001, 0x7E00, 0x3555])))
    #expect(texts(halves) == ["1.0", "-2.0", "inf", "5.9604645e-08", "NaN", "0.33325195"])
    var bytes = ViewBuilder()
    bytes.append(Values<UInt8>(Array(0..<16)).rawSpan)
    let uuids = Column(type: .uuid, storage: .views(bytes.freeze()))
    #expect(texts(uuids) == ["00010203-0405-0607-0809-0a0b0c0d0e0f"])
    var spans = ViewBuilder()
    spans.append(Values<UInt8>([1, 0, 0, 0, 2, 0, 0, 0, 0xEC, 0x0B, 0, 0]).rawSpan)
    #expect(texts(Column(type: .interval, storage: .views(spans.freeze()))) == ["P1M2DT3.052S"])
  }
}
