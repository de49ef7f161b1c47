import InlayBytes

/// The names of an object's members, to be found by their bytes.
///
/// Records tend to have their members in one order: a search begins with the name behind the one found last.
struct NameTable {
  private let bytes: Values<UInt8>
  /// Where each name begins, and the last one ends.
  private let offsets: [Int]
  /// Open addressing, a power of two in size: positions of names, or -1.
  private let slots: [Int32]

  init(_ names: [String]) {
    var bytes = ValueBuilder<UInt8>()
    var offsets = [0]
    for name in names {
      bytes.append(utf8: name)
      offsets.append(bytes.count)
    }
    let all = bytes.freeze()
    slots = Self.slots(all.rawSpan, offsets)
    self.bytes = all
    self.offsets = offsets
  }

  private static func slots(_ bytes: RawSpan, _ offsets: [Int]) -> [Int32] {
    let count = offsets.count - 1
    var size = 8
    while size < count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for index in 0..<count {
      var slot = slot(bytes.extracting(offsets[index]..<offsets[index + 1]), size)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(index)
    }
    return slots
  }

  private static func slot(_ name: RawSpan, _ size: Int) -> Int {
    Int(truncatingIfNeeded: Hash64.hash(name)) & (size - 1)
  }

  var count: Int { offsets.count - 1 }

  /// Returns the position of a name, or nil; `expected` is where it may well be.
  @inline(__always)
  func position(of name: RawSpan, expected: Int) -> Int? {
    if expected < count, isName(expected, name) { return expected }
    return search(name)
  }

  private func isName(_ index: Int, _ name: RawSpan) -> Bool {
    bytes.rawSpan.extracting(offsets[index]..<offsets[index + 1]).hasSameBytes(as: name)
  }

  private func search(_ name: RawSpan) -> Int? {
    var slot = Self.slot(name, slots.count)
    while slots[slot] >= 0 {
      if isName(Int(slots[slot]), name) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
