import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayJSON

@Suite("Writing JSON")
struct JSONLinesWriterTests {
  /// What a writer makes of columns of one length.
  private func text(_ columns: [(name: String, column: Column)]) throws -> String {
    let sink = MemorySink()
    let schema = Schema(columns.map { Field($0.name, $0.column.type) })
    let writer = try JSONLinesWriter(output: sink)
    try writer.write(
      RecordBatch(schema: schema, columns: columns.map(\.column), rowCount: columns.first?.column.count ?? 0))
    try writer.finishAndClose()
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  @Test func nullsAreLeftOutOfObjectsOnly() throws {
    let numbers = Column(
      type: .int64, storage: .int64(Values([1, 2, 3, 4])), validity: Bitmap([true, false, true, true]))
    let lists = Column(
      type: .list(Field("element", .int64)),
      storage: .list(ListValues(offsets: Values([1, 3, 4, 4]), elements: numbers)),
      validity: Bitmap([true, true, false]))
    let structures = Column(
      type: .structure([Field("x", .int64), Field("l", lists.type)]),
      storage: .structure(StructureValues(columns: [numbers[1..<4], lists], count: 3)),
      validity: Bitmap([true, true, false]))
    #expect(
      try text([("l", lists), ("s", structures)]) == """
        {"l":[null,3],"s":{"l":[null,3]}}
        {"l":[4],"s":{"x":3,"l":[4]}}
        {}

        """)
  }

  @Test func numbersThatAreNoneAreTexts() throws {
    let doubles = Column(type: .double, storage: .double(Values([.nan, .infinity, -.infinity, -0.0, 1e300])))
    #expect(
      try text([("a", doubles)]) == """
        {"a":"NaN"}
        {"a":"Infinity"}
        {"a":"-Infinity"}
        {"a":-0.0}
        {"a":1e+300}

        """)
  }

  @Test func timesHaveTheDigitsThatTheyNeed() throws {
    let moments = Column(
      type: .timestamp(.micros, isUTC: true), storage: .int64(Values([0, 5_678_000, 5_678_901])))
    let readings = Column(
      type: .timestamp(.nanos, isUTC: false), storage: .int64(Values([0, 1_000_000_000, 1_000_000_007])))
    #expect(
      try text([("a", moments), ("b", readings)]) == """
        {"a":"1970-01-01T00:00:00.000Z","b":"1970-01-01T00:00:00.000"}
        {"a":"1970-01-01T00:00:05.678Z","b":"1970-01-01T00:00:01.000"}
        {"a":"1970-01-01T00:00:05.678901Z","b":"1970-01-01T00:00:01.000000007"}

        """)
  }

  @Test func textsAndBytes() throws {
    let texts = Column(
      type: .string,
      storage: .views(ViewValues(["\"\\/\n\t\u{1}\u{8}é😀", "a text of more than twelve bytes\u{7F}"])))
    let bytes = Column(type: .binary, storage: .views(ViewValues(["ab", ""])))
    let keys = Column(
      type: .structure([Field("key", .int64, isNullable: false), Field("value", .string)]),
      storage: .structure(
        StructureValues(columns: [Column(type: .int64, storage: .int64(Values([1, 2]))), texts], count: 2)))
    let maps = Column(
      type: .map(key: Field("key", .int64, isNullable: false), value: Field("value", .string)),
      storage: .list(ListValues(offsets: Values([0, 0, 2]), elements: keys)))
    #expect(
      try text([("t \"", texts), ("b", bytes), ("m", maps)]) == #"""
        {"t \"":"\"\\/\n\t\u0001\u0008é😀","b":"YWI=","m":{}}
        {"t \"":"a text of more than twelve bytes\u007f","b":"","m":{"1":"\"\\/\n\t\u0001\u0008é😀","2":"a text of more than twelve bytes\u007f"}}

        """#)
  }

  @Test("Whatever is written is read back", arguments: [1, 1 << 20])
  func roundTrip(chunk: Int) throws {
    let text = #"""
      {"a":[{"x":[1,null],"y":{"z":"é\n"}},{},null],"b":1.5,"c":123456789012345678901234567890,"d":true}
      {"b":-1e-300,"a":[],"e":"a longer text with \"quotes\" and \\ in it"}
      {}
      """#
    let folder = TestFolder()
    var options = JSONOptions()
    options.chunkByteCount = chunk
    let source = try JSONSource(path: folder.write(text, to: "a.json"), options: options)
    for compression in [TextCompression.none, .gzip] {
      let sink = MemorySink()
      options.compression = compression
      let writer = try JSONLinesWriter(output: sink, options: options)
      for batch in try batches(of: source).batches { try writer.write(batch) }
      let again = try JSONSource(path: folder.write(sink.bytes, to: "b.json"), options: options)
      #expect(again.schema == source.schema)
      #expect(try rows(of: again) == rows(of: source))
    }
  }

  @Test func aGzipFileOfNoRowsIsOne() throws {
    let sink = MemorySink()
    var options = JSONOptions()
    options.compression = .gzip
    try JSONLinesWriter(output: sink, options: options).finishAndClose()
    #expect(try Read(sink.bytes, options) == Read([], []))
  }

  @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
  func base64(_ text: String) throws {
    let bytes = Values(Array(text.utf8))
    var encoded = ValueBuilder<UInt8>()
    ValueText.append(base64: bytes.rawSpan, to: &encoded)
    let wanted = ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"][text.count]
    let found = encoded.freeze()
    #expect(Array(found.buffer) == Array(wanted.utf8))
    var decoded = ValueBuilder<UInt8>()
    #expect(ValueText.parseBase64(found.rawSpan, to: &decoded))
    #expect(Array(decoded.freeze().buffer) == Array(text.utf8))
    var nothing = ValueBuilder<UInt8>()
    let wrong = Values(Array("Zg=a".utf8))
    #expect(!ValueText.parseBase64(wrong.rawSpan, to: &nothing))
    #expect(nothing.count == 0)
  }
}
