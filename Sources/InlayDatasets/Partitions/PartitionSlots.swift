/// Decides which partitions are open: one that has no slot takes a free one, or that of the partition whose last rows
/// are the longest ago.
///
/// Who asks for the same partitions in the same order gets the same answers.
struct PartitionSlots {
  /// Where the rows of a partition go.
  struct Place: Equatable {
    /// A number below the limit.
    let slot: Int
    /// For a partition that had no slot, how many were opened before it; else nil.
    let opening: Int?
  }

  private struct Holder {
    let slot: Int
    var lastUse: Int
  }

  private let limit: Int
  private var holders: [String: Holder] = [:]
  private var openingCount = 0
  private var useCount = 0

  /// Makes so many slots, at least 1.
  init(limit: Int) {
    precondition(limit > 0, "one partition must be open")
    self.limit = limit
  }

  /// Returns where the next rows of a partition go; O(1), and O(limit) for one that takes another's slot.
  mutating func place(of folder: String) -> Place {
    useCount += 1
    if let slot = holders[folder]?.slot {
      holders[folder]?.lastUse = useCount
      return Place(slot: slot, opening: nil)
    }
    let slot = holders.count < limit ? holders.count : releaseOldest()
    holders[folder] = Holder(slot: slot, lastUse: useCount)
    defer { openingCount += 1 }
    return Place(slot: slot, opening: openingCount)
  }

  private mutating func releaseOldest() -> Int {
    guard let oldest = holders.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return 0 }
    holders[oldest.key] = nil
    return oldest.value.slot
  }
}
