import CInlayKernels
public import InlayBytes

/// A hash table from values to the numbers 0, 1, 2, … in the order of their first appearance.
///
/// It stores hashes and codes only; the caller keeps the values and compares them. Open addressing, linear probing,
/// at most half full.
public struct CodeTable: ~Copyable, Sendable {
  // A slot is 0 when free, else the upper half of the hash above the code plus one. The home of a hash is in the lowest
  // bits of that half, so that growing looks at nothing but slots.
  @usableFromInline var slots: ValueBuilder<UInt64>
  @usableFromInline var mask: UInt64
  @usableFromInline var used: UInt32 = 0

  /// The number of codes given so far.
  @inlinable public var count: Int { Int(used) }

  /// The number of codes that a table can give.
  @inlinable public static var limit: Int { Int(UInt32.max) - 1 }

  /// Makes a table with room for `capacity` codes before it grows.
  public init(capacity: Int = 0) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = ValueBuilder(capacity: size)
    slots.append(repeating: 0, count: size)
    mask = UInt64(size - 1)
  }

  /// Forgets all codes; the memory stays. O(capacity).
  public mutating func removeAll() {
    var slots = slots.mutableSpan
    slots.update(repeating: 0)
    used = 0
  }

  /// Returns the code of a value, which is ``count`` before the call for a new one.
  ///
  /// - Parameters:
  ///   - hash: The value's hash.
  ///   - isSame: Whether the value is the one that has this code; asked only when the hashes agree in their halves.
  @inlinable
  public mutating func code(hash: UInt64, isSame: (UInt32) -> Bool) -> UInt32 {
    let (code, position) = lookUp(hash, isSame)
    return code ?? insert(hash, at: position)
  }

  /// Returns the code of a value, or nil for one that has none.
  @inlinable @inline(__always)
  public func find(hash: UInt64, isSame: (UInt32) -> Bool) -> UInt32? { lookUp(hash, isSame).code }

  /// Writes for each hash the code that its first two slots hold for it, or `UInt32.max`, which says nothing.
  ///
  /// Whether the value is the same must still be asked. Where the table is larger than the nearest cache, all slots are
  /// asked for before the first is read; a few hundred hashes at a time are the right number.
  public func suggest(_ hashes: Span<UInt64>, into codes: inout MutableSpan<UInt32>) {
    precondition(hashes.count == codes.count)
    let table = slots.span
    if table.count > Self.nearSlotCount { bringNearer(hashes) }
    for index in hashes.indices {
      // Safe: the index is below both counts; `mask` is the number of slots less one, a power of two.
      let hash = unsafe hashes[unchecked: index]
      let home = hash >> 32 & mask
      let first = unsafe table[unchecked: Int(truncatingIfNeeded: home)]
      let second = unsafe table[unchecked: Int(truncatingIfNeeded: (home &+ 1) & mask)]
      let slot = (first ^ hash) >> 32 == 0 ? first : (second ^ hash) >> 32 == 0 ? second : 0
      // A free slot gives the code before 0.
      unsafe codes[unchecked: index] = UInt32(truncatingIfNeeded: slot) &- 1
    }
  }

  /// The number of slots that the nearest cache holds beside other things.
  private static var nearSlotCount: Int { 2_048 }

  private func bringNearer(_ hashes: Span<UInt64>) {
    // Safe: an address is only asked for, not read.
    let start = unsafe slots.span.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    for index in hashes.indices {
      inlay_prefetch(start &+ UInt(truncatingIfNeeded: hashes[index] >> 32 & mask) &* 8)
    }
  }

  /// Returns the code of a value, or the free slot where it would stand.
  @inlinable @inline(__always)
  func lookUp(_ hash: UInt64, _ isSame: (UInt32) -> Bool) -> (code: UInt32?, position: UInt64) {
    let tag = hash & 0xFFFF_FFFF_0000_0000
    var position = hash >> 32 & mask
    let table = slots.span
    while true {
      // Safe: `mask` is the number of slots less one, a power of two.
      let slot = unsafe table[unchecked: Int(truncatingIfNeeded: position)]
      if slot == 0 { return (nil, position) }
      let code = UInt32(truncatingIfNeeded: slot) &- 1
      if slot & 0xFFFF_FFFF_0000_0000 == tag && isSame(code) { return (code, position) }
      position = (position &+ 1) & mask
    }
  }

  @usableFromInline
  mutating func insert(_ hash: UInt64, at position: UInt64) -> UInt32 {
    precondition(count < Self.limit)
    let code = used
    slots[Int(position)] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(code + 1)
    used += 1
    if UInt64(used) * 2 > mask { grow() }
    return code
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = Self.spread(slots, over: size)
    mask = UInt64(size - 1)
  }

  /// Returns the slots' contents in a larger number of slots, a power of two.
  private static func spread(_ slots: borrowing ValueBuilder<UInt64>, over size: Int) -> ValueBuilder<UInt64>
  {
    var larger = ValueBuilder<UInt64>(capacity: size)
    larger.append(repeating: 0, count: size)
    let mask = UInt64(size - 1)
    let known = slots.span
    var room = larger.mutableSpan
    for index in known.indices {
      // Safe: the index is one of the slots'; `mask` is the larger number of slots less one, a power of two.
      let slot = unsafe known[unchecked: index]
      if slot == 0 { continue }
      var position = slot >> 32 & mask
      while unsafe room[unchecked: Int(truncatingIfNeeded: position)] != 0 {
        position = (position &+ 1) & mask
      }
      unsafe room[unchecked: Int(truncatingIfNeeded: position)] = slot
    }
    return larger
  }
}
