import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Pages that are not worth Snappy's time")
struct SnappyEffortTests {
  @Test("A literal is what Snappy reads", arguments: [0, 1, 60, 61, 256, 257, 65_536, 65_537, 1 << 20])
  func literal(count: Int) throws {
    var random = SeededGenerator(5)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    var compressed = ValueBuilder<UInt8>()
    SnappyLiteral.append(Values(bytes).rawSpan, to: &compressed)
    #expect(compressed.count <= count + 10)
    var again = ValueBuilder<UInt8>()
    try Snappy.decompress(compressed.rawSpan, count: count, into: &again)
    #expect(again.rawSpan.copied() == bytes)
  }

  @Test("Pages pass after one that was not worth it, more each time, until one is")
  func effort() {
    var effort = SnappyEffort()
    #expect(passed(&effort, byteCount: 800, compressedByteCount: 701) == 3)
    #expect(passed(&effort, byteCount: 800, compressedByteCount: 850) == 7)
    #expect(passed(&effort, byteCount: 800, compressedByteCount: 700) == 0)
    #expect(passed(&effort, byteCount: 800, compressedByteCount: 800) == 3)
    for _ in 0..<9 { _ = passed(&effort, byteCount: 100, compressedByteCount: 100) }
    #expect(passed(&effort, byteCount: 100, compressedByteCount: 100) == 63)
  }

  /// Returns how many pages pass after one that was compressed.
  private func passed(_ effort: inout SnappyEffort, byteCount: Int, compressedByteCount: Int) -> Int {
    effort.note(byteCount: byteCount, compressedByteCount: compressedByteCount)
    var count = 0
    while !effort.triesNextPage {
      effort.pass()
      count += 1
    }
    return count
  }

  @Test("Identifiers go without, texts do not, and both come back")
  func columns() throws {
    var random = SeededGenerator(8)
    let letters = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    let names = (0..<60_000).map { _ in
      String(decoding: (0..<22).map { _ in letters.randomElement(using: &random)! }, as: UTF8.self)
    }
    let texts = names.map { "the song of \($0.prefix(6)) and the song of \($0.prefix(2))" }
    #expect(try compressedShare(names) > 1)
    #expect(try compressedShare(texts) < 0.8)
    for values in [names, texts] {
      let schema = Schema([Field("c", .string, isNullable: false)])
      let column = Column(type: .string, storage: .views(ViewValues(values)))
      let batch = RecordBatch(schema: schema, columns: [column], rowCount: column.count)
      #expect(try WrittenFiles.read(WrittenFiles.write([batch], schema: schema)) == [values])
    }
  }

  /// The share of the last page's bytes that are left.
  private func compressedShare(_ values: [String]) throws -> Double {
    var options = ParquetWriterOptions()
    options.bytesPerPage = 100_000
    let column = Column(type: .string, storage: .views(ViewValues(values)))
    let last = try #require(try WrittenPages(column, isNullable: false, options).pages().last)
    return Double(last.header.compressedByteCount) / Double(last.header.uncompressedByteCount)
  }
}
