import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Levels to lists and nulls")
struct LeafLevelsTests {
  /// The levels of `optional list { optional list { optional int } }` for
  /// `[[1, null], []]`, `null`, `[]`, `[null, [2]]`, with definition levels up to 5.
  private static let levels = LeafLevels(
    repetitions: Values<UInt8>([0, 2, 1, 0, 0, 0, 1]), definitions: Values<UInt8>([5, 4, 3, 0, 1, 2, 5]))
  private static let outer = ElementLevels(repetition: 1, definition: 2)
  private static let inner = ElementLevels(repetition: 2, definition: 4)

  private static func bits(_ bits: Bitmap) -> [Bool] { (0..<bits.count).map { bits[$0] } }

  private static func array(_ values: Values<Int32>) -> [Int32] { (0..<values.count).map { values[$0] } }

  @Test("Each node's slots, nulls and offsets")
  func nestedLists() throws {
    let rows = Self.levels.presence(at: 1, in: .rows)
    #expect(Self.bits(rows.bits) == [true, false, true, true])
    #expect(!rows.isComplete)
    #expect(Self.array(try Self.levels.offsets(of: Self.outer, in: .rows)) == [0, 2, 2, 2, 4])
    #expect(Self.bits(Self.levels.presence(at: 3, in: Self.outer).bits) == [true, true, false, true])
    #expect(Self.array(try Self.levels.offsets(of: Self.inner, in: Self.outer)) == [0, 2, 2, 2, 3])
    #expect(Self.bits(Self.levels.presence(at: 5, in: Self.inner).bits) == [true, false, true])
  }

  @Test("Any number of rows, across words of 64", arguments: [0, 1, 63, 64, 65, 1000])
  func words(count: Int) {
    let levels = LeafLevels(
      repetitions: Values<UInt8>([]), definitions: Values((0..<count).map { UInt8($0 % 3) }))
    let all = levels.presence(at: 0, in: .rows)
    #expect(all.isComplete && all.bits.count == count)
    #expect(Self.bits(levels.presence(at: 2, in: .rows).bits) == (0..<count).map { $0 % 3 == 2 })
    let slots = ElementLevels(repetition: 0, definition: 1)
    #expect(
      Self.bits(levels.presence(at: 2, in: slots).bits)
        == (0..<count).filter { $0 % 3 > 0 }.map { $0 % 3 == 2 })
  }

  @Test("A list that goes on without an element is an error")
  func unsound() {
    let levels = LeafLevels(repetitions: Values<UInt8>([0, 1]), definitions: Values<UInt8>([1, 1]))
    let error = #expect(throws: InlayError.self) { try levels.offsets(of: Self.outer, in: .rows) }
    #expect(error?.message == "the levels say that a list goes on where it has no elements")
    #expect(error?.code == .corrupt)
  }

  @Test(
    "Levels of every width come back, and those beyond the greatest are refused",
    arguments: [1, 2, 3, 7, 100, 255])
  func widths(greatest: Int) throws {
    let values = (0..<1000).map { UInt32($0 * 31 % (greatest + 1)) }
    let bitWidth = LevelDecoder.bitWidth(greatest: greatest)
    var bytes = ValueBuilder<UInt8>()
    HybridEncoder.encode(Values(values).span, bitWidth: bitWidth, into: &bytes)
    let buffer = bytes.freeze().buffer
    var levels = ValueBuilder<UInt8>()
    var reader = LevelDecoder(buffer.bytes, greatest: greatest)
    let skipped = try reader.countGreatest(300)
    try reader.read(700, into: &levels)
    let read = levels.freeze()
    #expect((0..<700).map { UInt32(read[$0]) } == Array(values[300...]))
    #expect(skipped == values[..<300].count { $0 == greatest })
    // Where the narrower levels have fewer bits the bytes are other levels.
    guard LevelDecoder.bitWidth(greatest: greatest - 1) == bitWidth else { return }
    let error = #expect(throws: InlayError.self) {
      var levels = ValueBuilder<UInt8>()
      var reader = LevelDecoder(buffer.bytes, greatest: greatest - 1)
      try reader.read(1000, into: &levels)
    }
    #expect(
      error?.message
        == "a level is greater than the schema's nodes allow, which is \(greatest - 1): \(greatest)")
  }
}
