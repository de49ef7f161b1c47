import InlayBytes
import InlayColumns
import Testing

@Suite("Columns as Swift values")
struct ColumnValuesTests {
  private static let numbers = Column([1, 2, nil, 4])
  private static let dictionary = Column(
    type: .int64,
    storage: .dictionary(DictionaryValues(base: DictionaryBase(Column([7, 8])), indices: Values([1, 0]))))

  @Test("Values are looked at where they lie")
  func spans() throws {
    let slice = Self.numbers[1..<4]
    let span = try slice.values(as: Int64.self)
    #expect(span.count == 3)
    let ends = [span[0], span[2]]
    #expect(ends == [2, 4])
    #expect(slice.isNull(at: 1))
    guard case .int64(let stored) = slice.storage else { return #expect(Bool(false)) }
    let isSame = unsafe span.withUnsafeBufferPointer { mine in
      unsafe stored.span.withUnsafeBufferPointer { unsafe mine.baseAddress == $0.baseAddress }
    }
    #expect(isSame)
  }

  @Test("A type that is not how values lie is refused")
  func mismatches() {
    func message<Value: StoredValue>(_ column: Column, _ type: Value.Type) -> String? {
      do {
        _ = try column.values(as: type).count
        return nil
      } catch { return (error as? InlayError)?.message }
    }
    #expect(
      message(Self.numbers, Int32.self) == "the values of a column of type int64 are not Int32 in memory")
    #expect(
      message(Self.dictionary, Int64.self)
        == "the values lie in a dictionary, and not one after the other: ask decoded() for them")
    #expect(throws: InlayError.self) { try Self.numbers.texts() }
    #expect(throws: InlayError.self) { try Self.numbers.booleans() }
  }

  @Test("Elements come with their nulls, in dictionary form too")
  func elements() throws {
    #expect(Array(try Self.numbers.elements(as: Int64.self)) == [1, 2, nil, 4])
    #expect(Array(try Self.numbers[2..<4].elements(as: Int64.self)) == [nil, 4])
    #expect(Array(try Self.dictionary.elements(as: Int64.self)) == [8, 7])
    #expect(try Column([true, nil, false]).booleans() == [true, nil, false])
  }

  @Test("Texts are strings, or spans over the column's memory")
  func texts() throws {
    let texts = try Column(["short", nil, "a text of more than twelve bytes, ä"]).texts()
    #expect(Array(texts) == ["short", nil, "a text of more than twelve bytes, ä"])
    let short = try texts.utf8(at: 0)
    let nothing = try texts.utf8(at: 1)
    let long = String(copying: try texts.utf8(at: 2))
    let counts = [short.count, nothing.count]
    #expect(counts == [5, 0])
    #expect(long == "a text of more than twelve bytes, ä")
  }

  @Test("Bytes that are not UTF-8 are an error as a span, and marked in a string")
  func brokenTexts() throws {
    var builder = ViewBuilder()
    let broken = Values<UInt8>([0xFF])
    builder.append(broken.rawSpan)
    let column = Column(type: .string, storage: .views(builder.freeze()))
    let texts = try column.texts()
    func length() throws -> Int {
      let text = try texts.utf8(at: 0)
      return text.count
    }
    let error = #expect(throws: InlayError.self) { try length() }
    #expect(error?.message == "the text at position 0 is not UTF-8")
    #expect(try Array(column.texts()) == ["\u{FFFD}"])
  }

  @Test("Arrays become columns of their type")
  func arrays() {
    #expect(Column([Int8(1)]).type == .int8)
    #expect(Column([UInt64.max]).description == "uint64, 1 value: 18446744073709551615")
    #expect(Column([0.5, nil]).description == "double, 2 values: 0.5, null")
    #expect(Column(["a", nil]).nullCount == 1)
    #expect(Column([1, 2]).validity == nil)
    #expect(Column([Float]()).count == 0)
    #expect(Column(Array(0..<11)).description == "int64, 11 values: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …")
  }

  @Test("Columns side by side are a batch; those that do not go together are refused")
  func batches() throws {
    let batch = try RecordBatch(columns: ["id": Column([1, 2]), "name": Column(["a", nil])])
    #expect(batch.schema == Schema([Field("id", .int64), Field("name", .string)]))
    #expect(Array(try batch.column("name").texts()) == ["a", nil])
    let lengths = #expect(throws: InlayError.self) {
      try RecordBatch(columns: ["id": Column([1, 2]), "name": Column(["a"])])
    }
    #expect(
      lengths?.description == "column name: the columns of a batch have equal lengths: 1 values beside 2")
    let names = #expect(throws: InlayError.self) {
      try RecordBatch(columns: ["a": Column([1]), "a": Column([1])])
    }
    #expect(names?.description == "column a: two columns have this name")
    let unknown = #expect(throws: InlayError.self) { try batch.column("nam") }
    #expect(unknown?.message == "there is no column nam; did you mean name?")
  }
}
