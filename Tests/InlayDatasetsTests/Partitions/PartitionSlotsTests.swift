import Testing

@testable import InlayDatasets

@Suite("Slots of partitions")
struct PartitionSlotsTests {
  private func places(_ folders: String, limit: Int) -> [PartitionSlots.Place] {
    var slots = PartitionSlots(limit: limit)
    return folders.map { slots.place(of: String($0)) }
  }

  @Test("A partition keeps its slot while there are enough")
  func enough() {
    #expect(places("abab", limit: 2).map(\.slot) == [0, 1, 0, 1])
    #expect(places("abab", limit: 2).map(\.opening) == [0, 1, nil, nil])
  }

  @Test("The one whose last rows are the longest ago gives way")
  func oldest() {
    // c takes the slot of b, as a came again after it; then b that of a.
    #expect(places("abacb", limit: 2).map(\.slot) == [0, 1, 0, 1, 0])
    #expect(places("abacb", limit: 2).map(\.opening) == [0, 1, nil, 2, 3])
    #expect(places("aba", limit: 1).map(\.opening) == [0, 1, 2])
  }

  @Test("Slots are numbers below the limit, each held by one partition")
  func bounds() {
    var random = SystemRandomNumberGenerator()
    for limit in [1, 2, 7] {
      var slots = PartitionSlots(limit: limit)
      var holders: [Int: String] = [:]
      for _ in 0..<500 {
        let folder = String(Int.random(in: 0..<12, using: &random))
        let place = slots.place(of: folder)
        #expect((0..<limit).contains(place.slot))
        if place.opening == nil { #expect(holders[place.slot] == folder) }
        holders[place.slot] = folder
      }
    }
  }
}
