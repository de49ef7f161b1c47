import InlayBytes
import Testing

@Suite("Value builder")
struct ValueBuilderTests {
  @Test("Values come back in the order in which they were added, however the memory moved")
  func appending() {
    var builder = ValueBuilder<Int32>()
    for value in 0..<1000 { builder.append(Int32(value)) }
    builder.append(repeating: -1, count: 3)
    builder.append(contentsOf: [7, 8].span)
    builder.append(count: 2) { room in
      room[0] = 9
      room[1] = 10
    }
    let values = builder.freeze()
    #expect(values.count == 1007)
    #expect((0..<1000).allSatisfy { values[$0] == Int32($0) })
    #expect((1000..<1007).map { values[$0] } == [-1, -1, -1, 7, 8, 9, 10])
  }

  @Test("Bytes are written with the least significant first")
  func littleEndian() {
    var builder = ValueBuilder<UInt8>()
    builder.append(littleEndian: UInt32(0x0102_0304))
    builder.append(utf8: "é")
    let bytes = builder.freeze()
    #expect((0..<bytes.count).map { bytes[$0] } == [4, 3, 2, 1, 0xC3, 0xA9])
  }

  @Test("A slice and a gather show the values of their range")
  func slicing() {
    let values = Values<Int64>([10, 20, 30, 40])
    #expect(values[1..<3].count == 2)
    #expect(values[1..<3][1] == 30)
    let gathered = values.gathered(Values<UInt32>([3, 0, 3]))
    #expect((0..<3).map { gathered[$0] } == [40, 10, 40])
  }
}
