import InlayBytes
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Bounds of values")
struct ValueBoundsTests {
  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("Bounds of up to 64 bytes are kept as they are")
  func short() {
    let value = Array(repeating: UInt8(ascii: "z"), count: 64)
    let bounds = ValueBounds(min: value, max: value)
    #expect(bounds.shortened(isText: true) == bounds)
    #expect(bounds.shortened(isText: false) == bounds)
  }

  @Test("A long text is cut between characters, and its upper bound raised")
  func longText() {
    let value = Self.text(String(repeating: "a", count: 63) + "é" + "tail")
    let bounds = ValueBounds(min: value, max: value).shortened(isText: true)
    #expect(bounds.min == Array(repeating: UInt8(ascii: "a"), count: 63))
    #expect(bounds.max == Self.text(String(repeating: "a", count: 62) + "b"))
    #expect(!bounds.isMinExact && !bounds.isMaxExact)
  }

  @Test(
    "The upper bound is the next text, not longer than the limit",
    arguments: [
      // The last character has no successor of the same length.
      (String(repeating: "a", count: 63) + "\u{7F}", String(repeating: "a", count: 62) + "b"),
      // The surrogates are passed over.
      (String(repeating: "a", count: 61) + "\u{D7FF}", String(repeating: "a", count: 61) + "\u{E000}"),
      (String(repeating: "a", count: 60) + "\u{10FFFF}", String(repeating: "a", count: 59) + "b"),
      // A combining character is raised for itself.
      (String(repeating: "a", count: 62) + "\u{301}", String(repeating: "a", count: 62) + "\u{302}"),
    ])
  func successors(prefix: String, expected: String) {
    let successor = ValueBounds.successor(ofPrefixOf: Self.text(prefix + "more"), isText: true)
    #expect(successor == Self.text(expected))
  }

  @Test("An upper bound that nothing of its length can exceed stays whole")
  func greatest() {
    let text = Self.text(String(repeating: "\u{10FFFF}", count: 17))
    let ofText = ValueBounds(min: text, max: text).shortened(isText: true)
    #expect(ofText.max == text)
    #expect(ofText.isMaxExact && !ofText.isMinExact)
    let bytes = Array(repeating: UInt8(0xFF), count: 65)
    let ofBytes = ValueBounds(min: bytes, max: bytes).shortened(isText: false)
    #expect(ofBytes.max == bytes)
    #expect(ofBytes.min == Array(repeating: 0xFF, count: 64))
  }

  @Test("Bytes are cut and raised anywhere; so is a text that is no UTF-8")
  func longBytes() {
    let bytes = Array(repeating: UInt8(1), count: 62) + [7, 0xFF, 0xFF]
    let bounds = ValueBounds(min: bytes, max: bytes).shortened(isText: false)
    #expect(bounds.min == Array(bytes.prefix(64)))
    #expect(bounds.max == Array(repeating: 1, count: 62) + [8])
    let broken = Array(repeating: UInt8(0x80), count: 70)
    #expect(
      ValueBounds.successor(ofPrefixOf: broken, isText: true) == Array(repeating: 0x80, count: 63) + [0x81])
  }

  @Test("Shortened bounds hold every value that they stand for")
  func property() {
    var random = SeededGenerator(3)
    let scalars: [Unicode.Scalar] = ["a", "z", "\u{7F}", "\u{7FF}", "\u{D7FF}", "\u{FFFF}", "\u{10FFFF}"]
    for _ in 0..<300 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 10...40, using: &random) {
        view.append(scalars.randomElement(using: &random)!)
      }
      let value = Self.text(String(view))
      let bounds = ValueBounds(min: value, max: value).shortened(isText: true)
      #expect(!value.lexicographicallyPrecedes(bounds.min))
      #expect(!bounds.max.lexicographicallyPrecedes(value))
      #expect(bounds.isMinExact == (bounds.min == value))
      #expect(bounds.isMaxExact == (bounds.max == value))
      #expect(String(validating: bounds.min, as: UTF8.self) != nil)
      #expect(String(validating: bounds.max, as: UTF8.self) != nil)
    }
  }

  @Test("A union is as wide as both; a bound that a value reaches wins over the same one that was cut")
  func unions() {
    var bounds = ValueBounds(min: [5], max: [6], isMinExact: false, isMaxExact: false)
    bounds.formUnion(ValueBounds(min: [5], max: [6]), .bytes)
    #expect(bounds == ValueBounds(min: [5], max: [6]))
    bounds.formUnion(ValueBounds(min: [4], max: [7], isMinExact: false, isMaxExact: false), .bytes)
    #expect(bounds == ValueBounds(min: [4], max: [7], isMinExact: false, isMaxExact: false))
  }

  @Test("Each order compares values as its type does")
  func orders() {
    func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
      (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
    }
    #expect(ValueOrder.signed32.isLess(bytes(Int32(-1)), bytes(Int32(1))))
    #expect(ValueOrder.unsigned32.isLess(bytes(Int32(1)), bytes(Int32(-1))))
    #expect(ValueOrder.signed64.isLess(bytes(Int64.min), bytes(Int64.max)))
    #expect(ValueOrder.unsigned64.isLess(bytes(Int64.max), bytes(Int64.min)))
    #expect(ValueOrder.float.isLess(bytes(Float(-2.5).bitPattern), bytes(Float(-1).bitPattern)))
    #expect(ValueOrder.double.isLess(bytes((-Double.infinity).bitPattern), bytes(Double(0).bitPattern)))
    #expect(ValueOrder.signedBigEndian.isLess([0xFF, 0xFF], [0, 0]))
    #expect(ValueOrder.signedBigEndian.isLess([0x80, 0], [0xFF, 0]))
    #expect(ValueOrder.bytes.isLess([1], [1, 0]))
    #expect(ValueOrder.boolean.isLess([0], [1]))
  }

  @Test("The least and the greatest number leave NaN out, and zeros have the sign that holds both")
  func floats() throws {
    func extremes(_ values: [Double]) -> (Double, Double)? {
      let words = values.map(\.bitPattern)
      guard let found = UInt64.extremes(words.span, .double) else { return nil }
      return (Double(bitPattern: found.min), Double(bitPattern: found.max))
    }
    #expect(extremes([]) == nil)
    #expect(extremes([.nan, .signalingNaN]) == nil)
    #expect(try #require(extremes([.nan, 3, -2, .nan])) == (-2, 3))
    #expect(try #require(extremes([.infinity])) == (.infinity, .infinity))
    #expect(try #require(extremes([-.infinity, .nan])) == (-.infinity, -.infinity))
    let zeros = try #require(extremes([0, -0.0]))
    #expect(zeros.0.sign == .minus && zeros.1.sign == .plus)
    let positive = try #require(extremes([0]))
    #expect(positive.0.sign == .minus && positive.1.sign == .plus)
  }
}
