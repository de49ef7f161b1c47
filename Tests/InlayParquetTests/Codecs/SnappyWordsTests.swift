import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Snappy's form of words")
struct SnappyWordsTests {
  /// How the words of a page follow each other.
  enum Kind: CaseIterable {
    case random, small, ascending, shifted, repeated, mixed, changedInPlace

    func next(after word: UInt64, mask: UInt64, shift: UInt64, using random: inout SeededGenerator) -> UInt64
    {
      let number = UInt64.random(in: 0 ... .max, using: &random)
      return switch self {
      case .random: number
      case .small: number & mask
      case .ascending: word &+ number & mask
      case .shifted: (number & mask) << shift
      case .repeated: number % 4 == 0 ? (number >> 2) & mask : word
      case .mixed: number % 3 == 0 ? word : (number & mask) << (number % 64)
      case .changedInPlace: word ^ (number & 255) << (number >> 58)
      }
    }
  }

  @Test("Words of all kinds come back, by libsnappy and by the kernel", arguments: Kind.allCases)
  func kinds(_ kind: Kind) throws {
    var random = SeededGenerator(11)
    for _ in 0..<150 {
      let count = Int.random(in: 0...(Bool.random(using: &random) ? 200 : 3_000), using: &random)
      let bytes = Self.page(kind, count: count, using: &random)
      try Self.expectReturn(of: bytes)
    }
  }

  @Test(
    "Pages of all lengths around the limits come back",
    arguments: [0, 7, 8, 9, 16, 24, 25, 65_535, 65_536, 65_537])
  func lengths(count: Int) throws {
    var random = SeededGenerator(12)
    for kind in Kind.allCases { try Self.expectReturn(of: Self.page(kind, count: count, using: &random)) }
  }

  @Test("Numbers of a small range become about as small as by libsnappy, moments too")
  func sizes() {
    var random = SeededGenerator(13)
    var moment: UInt64 = 1_700_000_000_000_000
    let integers = (0..<20_000).map { _ in UInt64.random(in: 0..<10_000_000, using: &random) }
    let moments = (0..<20_000).map { _ in
      moment += UInt64.random(in: 0..<500_000, using: &random)
      return moment
    }
    for words in [integers, moments] {
      let bytes = words.flatMap { Self.bytes(of: $0) }
      #expect(Double(Self.compress(bytes).count) < Double(Self.byteCountByLibrary(bytes)) * 1.05)
    }
  }

  @Test(
    "Columns of words come back, whatever the version of the pages", arguments: [DataPageVersion.v1, .v2])
  func columns(_ version: DataPageVersion) throws {
    var random = SeededGenerator(14)
    let integers = (0..<50_000).map { _ in Int64.random(in: 0..<10_000_000, using: &random) }
    let doubles = (0..<50_000).map { _ in Double.random(in: 0..<1, using: &random) }
    let validity = Bitmap(integers.map { $0 % 7 != 0 })
    var options = ParquetWriterOptions()
    options.dataPageVersion = version
    let schema = Schema([Field("integers", .int64), Field("doubles", .double)])
    let batch = RecordBatch(
      schema: schema,
      columns: [
        Column(type: .int64, storage: .int64(Values(integers)), validity: validity),
        Column(type: .double, storage: .double(Values(doubles))),
      ], rowCount: integers.count)
    let file = try WrittenFiles.write([batch], schema: schema, options)
    let read = try WrittenFiles.read(file)
    #expect(read[0] == integers.map { $0 % 7 != 0 ? String($0) : nil })
    #expect(read[1] == doubles.map { String($0) })
    let chunk = try #require(try WrittenFiles.metadata(file).rowGroups.first?.columns.first?.metadata)
    #expect(chunk.compressedByteCount * 10 < chunk.uncompressedByteCount * 7)
  }

  @Test("What libsnappy makes much smaller is left to it")
  func choice() throws {
    var random = SeededGenerator(15)
    let few = (0..<20_000).map { _ in Double(Int.random(in: 0..<1_000, using: &random)).bitPattern }
    let many = (0..<20_000).map { _ in UInt64.random(in: 0..<10_000_000, using: &random) }
    var compressor = try PageCompressor(.snappy)
    // Of each kind more pages than go without a trial: those of the other kind follow at once.
    for words in [few, many, few] {
      let bytes = words.flatMap { Self.bytes(of: $0) }
      var byteCounts: [Int] = []
      for _ in 0..<40 {
        var output = ValueBuilder<UInt8>()
        try compressor.compressData(Values(bytes).rawSpan, endsInWords: true, into: &output)
        byteCounts.append(output.count)
      }
      #expect(byteCounts[39] * 20 <= Self.byteCountByLibrary(bytes) * 21)
    }
  }

  private static func page(_ kind: Kind, count: Int, using random: inout SeededGenerator) -> [UInt8] {
    let mask = UInt64.max >> UInt64.random(in: 0..<64, using: &random)
    let shift = UInt64.random(in: 0..<64, using: &random)
    var bytes = (0..<count % 8).map { UInt8($0) }
    var word = UInt64.random(in: 0 ... .max, using: &random)
    for _ in 0..<count / 8 {
      word = kind.next(after: word, mask: mask, shift: shift, using: &random)
      bytes += Self.bytes(of: word)
    }
    return bytes
  }

  private static func bytes(of word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
  }

  /// Expects that both readers find the bytes in what becomes of them.
  private static func expectReturn(of bytes: [UInt8]) throws {
    let page = compress(bytes)
    #expect(page.count <= bytes.count + bytes.count / 6 + 32)
    var output = ValueBuilder<UInt8>()
    try Snappy.decompress(Values(page).rawSpan, count: bytes.count, into: &output)
    #expect(output.rawSpan.copied() == bytes)
    #expect(SnappyTests.byLibrary(page, count: bytes.count) == bytes)
  }

  private static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var output = ValueBuilder<UInt8>()
    Snappy.compressWords(Values(bytes).rawSpan, into: &output)
    return output.rawSpan.copied()
  }

  private static func byteCountByLibrary(_ bytes: [UInt8]) -> Int {
    var output = ValueBuilder<UInt8>()
    Snappy.compress(Values(bytes).rawSpan, into: &output)
    return output.count
  }
}
