import CInlayKernels
import InlayTesting
import Testing

/// What a kernel says of some bytes.
private struct Finding: Equatable {
  var positions: [UInt32] = []
  var recordCount = 0
  var isMalformed = false
  var place: UInt32 = 0
  var lastRecordEnd = 0
  var placeOfScan: UInt32 = 0

  /// Runs both kernels over the bytes, in pieces of at most `step` bytes.
  init(_ bytes: [UInt8], _ dialect: inlay_csv_dialect, _ level: inlay_csv_level, step: Int, capacity: Int) {
    var dialect = dialect
    var state = inlay_csv_index_state()
    state.place = inlay_csv_record_start
    var place = inlay_csv_record_start
    var start = 0
    while start < bytes.count {
      let end = Swift.min(start + step, bytes.count)
      var at = start
      while at < end {
        var room = [UInt32](repeating: 0, count: capacity)
        state.position_count = 0
        at = unsafe inlay_csv_index(bytes, at, end, &dialect, level, &state, &room, capacity)
        positions += room[..<state.position_count]
      }
      let found = unsafe bytes[start..<end].withUnsafeBufferPointer {
        unsafe inlay_csv_last_record_end($0.baseAddress, $0.count, &dialect, level, &place)
      }
      if found > 0 { lastRecordEnd = start + found }
      start = end
    }
    recordCount = state.record_count
    isMalformed = state.is_malformed
    self.place = state.place.rawValue
    placeOfScan = place.rawValue
  }
}

@Suite("CSV kernels")
struct KernelTests {
  private static let levels =
    inlay_csv_best_level() == inlay_csv_wide ? [inlay_csv_baseline, inlay_csv_wide] : [inlay_csv_baseline]

  private func compare(_ bytes: [UInt8], _ dialect: inlay_csv_dialect, step: Int = .max / 2) {
    let plain = Finding(bytes, dialect, inlay_csv_plain, step: 1 << 20, capacity: 4_096)
    #expect(plain.place == plain.placeOfScan)
    for level in Self.levels {
      let fast = Finding(bytes, dialect, level, step: step, capacity: 80)
      #expect(fast == plain, "\(level) \(bytes)")
    }
  }

  @Test("Vector and plain kernels find the same structure in random bytes", arguments: 0..<400)
  func twins(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let count = Int.random(in: 0...500, using: &generator)
    let alphabets = [
      ",\"\n\ra", ",\"\"aaaaaaaaaaaaa\n", ",\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", ",\n\r", "\"\r\n",
    ]
    let bytes = randomBytes(Array(alphabets[seed % alphabets.count].utf8), count: count, using: &generator)
    var dialect = inlay_csv_dialect()
    dialect.separator = UInt8(ascii: ",")
    dialect.quote = UInt8(ascii: "\"")
    dialect.has_quote = seed % 7 != 0
    compare(bytes, dialect)
    compare(bytes, dialect, step: Int.random(in: 1...130, using: &generator))
  }

  @Test("Vector and plain kernels find the same structure in well-formed text", arguments: 0..<200)
  func wellFormed(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    var text = ""
    let fields = ["\"\"", "\"a,b\"", "\"a\"\"b\"", "plain", "", "\"line\nend\"", "a\"b", "\"\r\""]
    for _ in 0..<Int.random(in: 1...80, using: &generator) {
      text += fields.randomElement(using: &generator) ?? ""
      text += [",", ",", "\n", "\r\n"].randomElement(using: &generator) ?? ""
    }
    var dialect = inlay_csv_dialect()
    dialect.separator = UInt8(ascii: ",")
    dialect.quote = UInt8(ascii: "\"")
    dialect.has_quote = true
    let bytes = Array(text.utf8)
    compare(bytes, dialect)
    let plain = Finding(bytes, dialect, inlay_csv_plain, step: 1 << 20, capacity: 4_096)
    #expect(!plain.isMalformed)
  }

  @Test("Vector and plain kernels make the same views", arguments: 0..<200)
  func views(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let columnCount = Int.random(in: 1...4, using: &generator)
    let rowCount = Int.random(in: 0...20, using: &generator)
    var bytes: [UInt8] = []
    var positions: [UInt32] = [.max]
    for _ in 0..<rowCount * columnCount {
      let count = Int.random(in: 0...20, using: &generator)
      bytes += randomBytes(Array("\"ab\r".utf8), count: count, using: &generator)
      positions.append(UInt32(bytes.count))
      bytes.append(0x2C)
    }
    bytes += [UInt8](repeating: 0x22, count: Int(inlay_csv_view_room))
    for column in 0..<columnCount {
      for quote in [UInt32(0x22), .max] {
        let plain = unsafe views(
          bytes, positions, column, columnCount, rowCount, quote, inlay_csv_views_plain)
        let fast = unsafe views(bytes, positions, column, columnCount, rowCount, quote, inlay_csv_views)
        #expect(plain == fast, "\(bytes)")
      }
    }
  }

  private typealias ViewKernel = (
    UnsafePointer<inlay_csv_column>?, UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt32>?,
    UnsafeMutablePointer<UInt32>?
  ) -> Int

  /// What a kernel makes of a column: the views' words, the quoted rows, and the greatest length.
  private func views(
    _ bytes: [UInt8], _ positions: [UInt32], _ column: Int, _ columnCount: Int, _ rowCount: Int,
    _ quote: UInt32,
    _ kernel: ViewKernel
  ) -> [[UInt32]] {
    var views = [UInt32](repeating: 7, count: rowCount * 4)
    var quotedRows = [UInt32](repeating: 0, count: rowCount)
    var longest: UInt32 = 0
    let quotedCount = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe positions.withUnsafeBufferPointer { positions in
        var fields = unsafe inlay_csv_column(
          bytes: bytes.baseAddress, positions: positions.baseAddress.map { unsafe $0 + column },
          stride: columnCount,
          row_count: rowCount, ends_row: column == columnCount - 1, quote: quote)
        return unsafe kernel(&fields, &views, &quotedRows, &longest)
      }
    }
    return [views, Array(quotedRows[..<quotedCount]), [longest]]
  }

  @Test("Bytes are counted")
  func counting() {
    for count in [0, 1, 63, 64, 65, 200] {
      var bytes = [UInt8](repeating: 7, count: count)
      #expect(unsafe inlay_csv_count(bytes, count, 7) == count)
      #expect(unsafe inlay_csv_count(bytes, count, 8) == 0)
      guard count > 0 else { continue }
      bytes[count - 1] = 9
      #expect(unsafe inlay_csv_count(bytes, count, 7) == count - 1)
    }
  }

  @Test("UTF-8 is told from what is not, as the standard library does", arguments: 0..<300)
  func utf8(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let alphabet: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEE, 0xEF,
      0xF0,
      0xF1, 0xF4, 0xF5, 0xFF,
    ]
    for length in 0..<6 {
      let head = [UInt8](repeating: 0x61, count: Int.random(in: 0...130, using: &generator))
      let bytes = head + randomBytes(alphabet, count: length, using: &generator)
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(unsafe (inlay_utf8_valid_prefix(bytes, bytes.count) == bytes.count) == isValid, "\(bytes)")
    }
    let text = Array("aé漢😀".utf8)
    for cut in 0...text.count {
      let valid = unsafe inlay_utf8_valid_prefix(text, cut)
      #expect([0, 1, 3, 6, 10].last { $0 <= cut } == valid)
    }
  }

  @Test("Vector and plain kernels find the same UTF-8", arguments: 0..<300)
  func longUTF8(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let pieces =
      ["a", "é", "漢", "😀", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{10000}", "\u{10FFFF}"]
      + ["forty bytes of ASCII, which is a lot in a block"]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 20...80, using: &generator) {
      bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
    }
    for _ in 0..<seed % 3 {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] =
        [0xC0, 0xED, 0xF4, 0xF5, 0xE0, 0xF0, 0x80, 0xBF, 0x41].randomElement(using: &generator) ?? 0xFF
    }
    for cut in Swift.max(0, bytes.count - 70)...bytes.count {
      let plain = unsafe inlay_utf8_valid_prefix_plain(bytes, cut)
      #expect(unsafe inlay_utf8_valid_prefix(bytes, cut) == plain, "\(bytes[..<cut])")
      #expect(plain < cut || String(validating: bytes[..<cut], as: UTF8.self) != nil)
    }
  }
}
