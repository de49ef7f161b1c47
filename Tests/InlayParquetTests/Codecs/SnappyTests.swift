import CInlayKernels
import CSnappy
import InlayBytes
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Snappy")
struct SnappyTests {
  @Test("The kernel, its plain twin and libsnappy read the same, and refuse the same damage")
  func twins() {
    var random = SeededGenerator(5)
    var (wellFormed, damaged) = (0, 0)
    for _ in 0..<500 {
      let bytes = CodecPages.random(.random(in: 0...2_000, using: &random), using: &random)
      var page = Self.compress(bytes)
      for _ in 0..<Int.random(in: 0...3, using: &random) where page.count > 3 {
        let place = Int.random(in: 2..<page.count, using: &random)
        page[place] ^= UInt8(1) << UInt8.random(in: 0...7, using: &random)
      }
      let expected = Self.byLibrary(page, count: bytes.count)
      #expect(Self.expanded(page, count: bytes.count) == expected)
      #expect(Self.plainlyExpanded(page, count: bytes.count) == expected)
      if expected == nil { damaged += 1 } else { wellFormed += 1 }
    }
    #expect(wellFormed > 50 && damaged > 50)
  }

  @Test("Copies from all distances and of all lengths are those of the plain twin")
  func copies() {
    for distance in [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 70] {
      for length in [1, 3, 8, 9, 15, 16, 17, 31, 32, 33, 48, 63, 64] {
        // A literal of 70 bytes, the copy with an offset of two bytes, and one of four; then enough literals that the
        // quick loop sees both.
        var tags: [UInt8] = [60 << 2, 69] + (0..<70).map { UInt8($0) }
        tags += [UInt8(length - 1) << 2 | 2, UInt8(distance), 0]
        tags += [UInt8(length - 1) << 2 | 3, UInt8(distance), 0, 0, 0]
        for index in 0..<200 { tags += [0, UInt8(truncatingIfNeeded: index)] }
        let count = 70 + 2 * length + 200
        let page = Self.varint(count) + tags
        let found = Self.expanded(page, count: count)
        #expect(found != nil && found == Self.plainlyExpanded(page, count: count))
      }
    }
  }

  @Test("A page of one literal is found where it lies", arguments: [1, 59, 60, 61, 256, 257, 70_000])
  func literals(count: Int) throws {
    let bytes = CodecPages.sample(count)
    var output = ValueBuilder<UInt8>()
    SnappyLiteral.append(Values(bytes).rawSpan, to: &output)
    let page = (0..<output.count).map { output[$0] }
    let found = SnappyLiteral.range(in: output.rawSpan, count: count)
    let range = try #require(found)
    #expect(Array(page[range]) == bytes)
    // Another length, one byte more or less, and other tags are not.
    var other = page
    other[range.lowerBound - 5] |= 1
    #expect(!Self.isLiteral(page, count: count + 1))
    #expect(!Self.isLiteral(page + [0], count: count))
    #expect(!Self.isLiteral(Array(page.dropLast()), count: count))
    #expect(!Self.isLiteral(other, count: count))
  }

  private static func isLiteral(_ page: [UInt8], count: Int) -> Bool {
    SnappyLiteral.range(in: Values(page).rawSpan, count: count) != nil
  }

  private static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var output = ValueBuilder<UInt8>()
    Snappy.compress(Values(bytes).rawSpan, into: &output)
    return (0..<output.count).map { output[$0] }
  }

  private static func varint(_ count: Int) -> [UInt8] {
    var output = ValueBuilder<UInt8>()
    output.append(varint: UInt64(count))
    return (0..<output.count).map { output[$0] }
  }

  private static func expanded(_ page: [UInt8], count: Int) -> [UInt8]? {
    unsafe expand(page, count: count) { unsafe inlay_snappy_expand($0, $1, $2, $3) }
  }

  private static func plainlyExpanded(_ page: [UInt8], count: Int) -> [UInt8]? {
    unsafe expand(page, count: count) { unsafe inlay_snappy_expand_plain($0, $1, $2, $3) }
  }

  /// Returns what a page stands for; nil when it is not well formed.
  private static func expand(
    _ page: [UInt8], count: Int,
    _ kernel: (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>?, Int) -> Bool
  ) -> [UInt8]? {
    guard let offset = try? Snappy.tagOffset(Values(page).rawSpan, count: count) else { return nil }
    var output = [UInt8](repeating: 0, count: count)
    let tags = Array(page[offset...])
    let isWhole = unsafe output.withUnsafeMutableBufferPointer { output in
      unsafe tags.withUnsafeBufferPointer {
        unsafe kernel($0.baseAddress, $0.count, output.baseAddress, count)
      }
    }
    return isWhole ? output : nil
  }

  static func byLibrary(_ page: [UInt8], count: Int) -> [UInt8]? {
    guard (try? Snappy.tagOffset(Values(page).rawSpan, count: count)) != nil else { return nil }
    var output = [UInt8](repeating: 0, count: count)
    var written = count
    let status = unsafe output.withUnsafeMutableBytes { output in
      unsafe page.withUnsafeBytes { page in
        unsafe snappy_uncompress(
          page.baseAddress?.assumingMemoryBound(to: CChar.self), page.count,
          output.baseAddress?.assumingMemoryBound(to: CChar.self), &written)
      }
    }
    return status == SNAPPY_OK && written == count ? output : nil
  }
}
