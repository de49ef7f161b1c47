import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayCSV

@Suite("CSV against a reference")
struct PropertyTests {
  /// Checks that a text is read as the reference parser reads it, at many chunk sizes, with vectors and without.
  private func compare(_ bytes: [UInt8], _ base: CSVOptions, _ generator: inout SeededGenerator) throws {
    let folder = TestFolder()
    let path = try folder.write(bytes, to: "random.csv")
    var options = base
    options.hasHeader = false
    options.onBadRow = .skip
    var reference = ReferenceParser(bytes, options)
    let records = reference.records()
    let width = records.first?.fields.count ?? 0
    let good = records.filter { record in
      !record.isBroken && record.fields.count == width
        && record.fields.allSatisfy { String(validating: $0, as: UTF8.self) != nil }
    }
    let expected = good.map { $0.fields.map { String(decoding: $0, as: UTF8.self) as String? } }
    for size in [1, Int.random(in: 2...200, using: &generator), 1 << 20] {
      for usesVectors in [false, true] {
        options.chunkByteCount = size
        options.usesVectors = usesVectors
        let source = try CSVSource(path: path, options: options)
        let (batches, progress) = try batches(of: source)
        let found = batches.flatMap { batch in
          (0..<batch.rowCount).map { row in batch.columns.map { $0.testText(at: row) } }
        }
        #expect(found == expected, "chunks of \(size), vectors \(usesVectors): \(bytes)")
        #expect(progress.rejectedRowCount == records.count - good.count, "\(bytes)")
        #expect(progress.rejections.count == Swift.min(records.count - good.count, 20))
        #expect(progress.byteCount == bytes.count)
      }
    }
  }

  @Test("Random bytes never trap, and are read as the reference reads them", arguments: 0..<300)
  func hostile(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let alphabets: [[UInt8]] = [
      Array(",\"\n\rab".utf8), Array(",,\"a\n\\# \t".utf8), Array(0...255), Array(",\"\"\n\u{e9}".utf8),
      Array(",\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n".utf8),
    ]
    let alphabet = alphabets[seed % alphabets.count]
    var options = CSVOptions()
    if seed % 3 == 1 { options.escape = UInt8(ascii: "\\") }
    if seed % 4 == 2 { options.comment = UInt8(ascii: "#") }
    if seed % 5 == 3 { options.trimsBlanks = true }
    if seed % 11 == 4 { options.quote = nil }
    if seed % 13 == 5 { options.separator = 0xE9 }
    let count = Int.random(in: 0...300, using: &generator)
    // A mark at the start would be passed over.
    let bytes = randomBytes(alphabet, count: count, using: &generator)
    try compare(bytes, options, &generator)
  }

  @Test("Random tables, quoted at random, come back", arguments: 0..<150)
  func tables(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed) + 1_000)
    let width = Int.random(in: 1...12, using: &generator)
    let pieces = [
      "", "a", "é", "漢字", "\"", "\"\"", ",", "\n", "\r\n", "a long text of more than twelve bytes", " ", "\r",
    ]
    let table: [[String]] = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
      (0..<width).map { _ in
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }
        .joined()
      }
    }
    let lineEnd = Bool.random(using: &generator) ? "\n" : "\r\n"
    let text = table.map { row in
      row.map { write($0, always: width == 1 || Bool.random(using: &generator)) }.joined(separator: ",")
        + lineEnd
    }.joined()
    let bytes = Array(
      (seed % 2 == 0 ? text : String(text.unicodeScalars.dropLast(lineEnd.unicodeScalars.count))).utf8)
    var reference = ReferenceParser(bytes, CSVOptions())
    let read = reference.records().map { $0.fields.map { String(decoding: $0, as: UTF8.self) } }
    #expect(read == table)
    try compare(bytes, CSVOptions(), &generator)
  }

  /// Writes a field with quotes where it needs them, or always.
  private func write(_ field: String, always: Bool) -> String {
    let needsQuotes = field.unicodeScalars.contains { "\",\n\r".unicodeScalars.contains($0) }
    guard needsQuotes || always else { return field }
    return "\"" + field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  @Test("Any choice of columns gives the same values as all", arguments: 0..<30)
  func projection(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let folder = TestFolder()
    let path = try folder.write("a,b,c\n1,\"x,y\",\n2,a longer text than 12,\"q\"\"\"\r\n", to: "a.csv")
    let source = try CSVSource(path: path)
    let all = try rows(of: source)
    let chosen = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      Int.random(in: 0...2, using: &generator)
    }
    #expect(try rows(of: source, columns: chosen) == all.map { row in chosen.map { row[$0] } })
  }
}
