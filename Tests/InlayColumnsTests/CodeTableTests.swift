import InlayBytes
import InlayColumns
import Testing

@Suite("Code table")
struct CodeTableTests {
  @Test("Codes are given in the order of appearance, found again, and forgotten together")
  func codes() {
    var table = CodeTable()
    for _ in 0..<2 {
      for number in 0..<1_000 {
        let hash = Hash64.mix(UInt64(number), 1)
        #expect(table.find(hash: hash) { _ in true } == nil)
        #expect(table.code(hash: hash) { _ in true } == UInt32(number))
        #expect(table.code(hash: hash) { Int($0) == number } == UInt32(number))
      }
      #expect(table.count == 1_000)
      table.removeAll()
      #expect(table.count == 0)
    }
  }

  @Test("A suggestion is the code of an equal hash or says nothing, and most codes are suggested")
  func suggestions() {
    var table = CodeTable()
    let hashes = (0..<2_000).map { Hash64.mix(UInt64($0), 2) }
    for hash in hashes.prefix(1_000) { _ = table.code(hash: hash) { _ in false } }
    var codes = [UInt32](repeating: 7, count: hashes.count)
    var room = codes.mutableSpan
    table.suggest(hashes.span, into: &room)
    for (number, code) in codes.enumerated() where code != .max { #expect(code == UInt32(number)) }
    #expect(codes.prefix(1_000).count { $0 != .max } > 800)
    #expect(codes.suffix(1_000).allSatisfy { $0 == .max })
  }
}
