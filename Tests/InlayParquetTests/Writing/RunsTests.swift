import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Runs of equal values")
struct RunsTests {
  /// Texts in which runs of a value, short ones and long ones, alternate with stretches without any.
  private static func texts(_ seed: UInt64, longestRun: Int) -> [String] {
    var random = SeededGenerator(seed)
    var texts: [String] = []
    while texts.count < 20_000 {
      let number = Int.random(in: 0..<500, using: &random)
      let text =
        switch number % 4 {
        case 0: ""
        case 1: "\(number)"
        case 2: "twelve bytes"
        default: "a value that is longer than a view, \(number)"
        }
      texts += Array(repeating: text, count: .random(in: 1...longestRun, using: &random))
    }
    return texts
  }

  @Test("Codes are those of the values one by one", arguments: [1, 2, 3, 40, 3_000])
  func codes(longestRun: Int) throws {
    let texts = Self.texts(UInt64(longestRun), longestRun: longestRun)
    let field = Field("c", .string, isNullable: false)
    let column = Column(type: .string, storage: .views(ViewValues(texts)))
    let leaf = try #require(try FileLayout(Schema([field])).leaves.first)
    var values = ByteValues(leaf)
    try values.load(column, RowSelection(0..<column.count, present: nil))
    var codes = ValueBuilder<UInt32>()
    #expect(values.appendCodes(to: &codes, byteLimit: .max) == texts.count)
    var known: [String: UInt32] = [:]
    let expected = texts.map { text in
      let code = known[text] ?? UInt32(known.count)
      known[text] = code
      return code
    }
    #expect((0..<codes.count).map { codes[$0] } == expected)
  }

  @Test("A dictionary that is full ends within the runs at the right row")
  func fullDictionary() throws {
    let texts = Self.texts(9, longestRun: 30)
    let column = Column(type: .string, storage: .views(ViewValues(texts)))
    for limit in [40, 200, 1_000] {
      var options = ParquetWriterOptions()
      options.dictionaryByteLimit = limit
      let schema = Schema([Field("c", .string, isNullable: false)])
      let batch = RecordBatch(schema: schema, columns: [column], rowCount: column.count)
      #expect(try WrittenFiles.read(WrittenFiles.write([batch], schema: schema, options)) == [texts])
    }
  }
}
