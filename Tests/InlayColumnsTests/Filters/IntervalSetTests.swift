import Testing

@testable import InlayColumns

@Suite("Sets of intervals")
struct IntervalSetTests {
  private typealias Numbers = IntervalSet<Int128>

  @Test("Values beside each other become one interval, and are listed again")
  func points() {
    let set = Numbers([7, 3, 2, 7, 1])
    #expect(set.intervals.count == 2)
    #expect(set.values(limit: 4) == [1, 2, 3, 7])
    #expect(set.values(limit: 3) == nil)
    #expect(
      [0, 1, 3, 4, 6, 7, 8].map { set.contains($0) } == [false, true, true, false, false, true, false])
  }

  @Test("The complement has what the set has not")
  func complement() {
    let set = Numbers([1, 5]).complement
    #expect([0, 1, 2, 4, 5, 6].map { set.contains($0) } == [true, false, true, true, false, true])
    #expect(set.values(limit: 10) == nil)
    #expect(Numbers().complement.covers(min: nil, max: nil))
    #expect(Numbers().complement.complement.intervals.isEmpty)
    #expect(Numbers([.min, .max]).complement.complement.values(limit: 0) == nil)
    #expect(!Numbers([.max]).complement.contains(.max) && Numbers([.max]).contains(.max))
  }

  @Test("Bounds overlap a set, are covered by it, or neither")
  func bounds() {
    let set = Numbers(.init(from: 10, upTo: 20))
    #expect(
      set.overlaps(min: 19, max: 30) && set.overlaps(min: 0, max: 10) && set.overlaps(min: nil, max: nil))
    #expect(!set.overlaps(min: 20, max: 30) && !set.overlaps(min: nil, max: 9))
    #expect(set.covers(min: 10, max: 19))
    #expect(!set.covers(min: 10, max: 20) && !set.covers(min: 9, max: 19) && !set.covers(min: 10, max: nil))
  }

  @Test("After a byte string comes the one with a zero behind it, and nothing between them")
  func strings() {
    let set = IntervalSet([ByteString([]), ByteString([0xFF])])
    #expect(set.values(limit: 2) == [ByteString([]), ByteString([0xFF])])
    #expect(!set.contains(ByteString([0])) && !set.contains(ByteString([0xFF, 0])))
    #expect(ByteString([1, 0xFF, 0xFF]).prefixSuccessor == ByteString([2]))
    #expect(ByteString([0xFF]).prefixSuccessor == nil)
  }

  @Test("Floating-point values have places in the order that filters use")
  func floats() {
    let rising: [Double] = [
      -.infinity, -1e300, -1.5, -.leastNonzeroMagnitude, 0, .leastNonzeroMagnitude, 1, .infinity, .nan,
    ]
    let places = rising.map { FloatOrder.place($0) }
    #expect(places == places.sorted() && Set(places).count == rising.count)
    #expect(FloatOrder.place(-0.0) == FloatOrder.place(0))
    #expect(FloatOrder.place(-.nan) == FloatOrder.nan && FloatOrder.place(.signalingNaN) == FloatOrder.nan)
  }
}
