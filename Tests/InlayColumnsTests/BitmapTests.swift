import InlayColumns
import Testing

@Suite("Bitmap")
struct BitmapTests {
  /// Bits without a short period.
  private static func pattern(_ count: Int) -> [Bool] { (0..<count).map { ($0 * $0 + $0 / 3) % 7 < 3 } }

  @Test("Every bit, word and count of every slice agrees with the array it was made of")
  func slices() {
    let bits = Self.pattern(200)
    let bitmap = Bitmap(bits)
    for start in 0..<70 {
      let slice = bitmap[start..<200]
      #expect(slice.countOnes() == bits[start...].count { $0 })
      for index in stride(from: 0, to: slice.count, by: 13) {
        let word = slice.word(at: index)
        for bit in 0..<64 {
          let expected = start + index + bit < 200 && bits[start + index + bit]
          #expect((word >> UInt64(bit) & 1 == 1) == expected)
        }
      }
    }
  }

  @Test("All ways to add bits give the same bitmap", arguments: [0, 1, 7, 8, 9, 63, 64, 65])
  func building(lead: Int) {
    var builder = BitmapBuilder()
    builder.append(repeating: true, count: lead)
    builder.append(Bitmap(Self.pattern(150)))
    builder.append(word: 0b1011, count: 4)
    builder.append(repeating: false, count: 20)
    let bitmap = builder.freeze()
    let expected =
      [Bool](repeating: true, count: lead) + Self.pattern(150) + [true, true, false, true]
      + [Bool](repeating: false, count: 20)
    #expect((0..<bitmap.count).map { bitmap[$0] } == expected)
  }

  @Test("A word of any length goes behind any number of bits", arguments: 0..<17)
  func words(lead: Int) {
    for length in 0...64 {
      var builder = BitmapBuilder()
      builder.append(repeating: false, count: lead)
      builder.append(word: .max, count: length)
      builder.append(false)
      builder.append(word: 0xAAAA_AAAA_AAAA_AAAA, count: length)
      let bitmap = builder.freeze()
      let ones = [Bool](repeating: true, count: length)
      let expected = [Bool](repeating: false, count: lead) + ones + [false] + (0..<length).map { $0 % 2 == 1 }
      #expect((0..<bitmap.count).map { bitmap[$0] } == expected)
    }
  }
}
