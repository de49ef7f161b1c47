import InlayBytes
import Testing

@testable import InlayCSV

@Suite("Special bytes")
struct SpecialBytesTests {
  @Test(
    "Each is found at each place of values of each length, and no other is",
    arguments: [[44], [0, 255], [10, 13, 44, 34, 92]])
  func everywhere(bytes: [UInt8]) {
    let special = SpecialBytes(bytes)
    for byte in UInt8.min...UInt8.max { #expect(special.contains(byte) == bytes.contains(byte)) }
    for count in 0...20 {
      for byte in [0, 1, 9, 10, 11, 13, 34, 43, 44, 45, 92, 97, 127, 128, 172, 254, 255] as [UInt8] {
        for place in 0..<max(count, 1) {
          var value = [UInt8](repeating: UInt8(ascii: "x"), count: count)
          if place < count { value[place] = byte }
          let values = Values<UInt8>(value)
          let isFound = special.occurs(in: values.rawSpan)
          #expect(isFound == (place < count && bytes.contains(byte)))
        }
      }
    }
  }
}
