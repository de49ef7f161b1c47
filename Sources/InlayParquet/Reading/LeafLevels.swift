import InlayBytes
import InlayColumns

/// The levels of some entries of a leaf: an entry is a value, or a null, or a list without elements somewhere above.
struct LeafLevels {
  /// The level up to which lists go on; empty for a leaf that is in no list: then each entry is a row.
  let repetitions: Values<UInt8>
  /// How much of the path down to the leaf is there.
  let definitions: Values<UInt8>

  /// The number of entries.
  var count: Int { definitions.count }

  /// The levels of a range of the entries.
  subscript(range: Range<Int>) -> LeafLevels {
    LeafLevels(
      repetitions: repetitions.count == 0 ? repetitions : repetitions[range], definitions: definitions[range])
  }
}

extension LeafLevels {
  /// Returns for each slot whether its definition level is at least `level`.
  ///
  /// A slot is where a value of a node can be: one for each element of the innermost list that the node is in, and for
  /// each row where it is in none. It begins with an entry that repeats no list further inside, and at which that element
  /// is there.
  func presence(at level: Int, in slots: ElementLevels) -> (bits: Bitmap, isComplete: Bool) {
    var bits = BitmapBuilder(capacity: count)
    var isComplete = true
    for start in stride(from: 0, to: count, by: 64) {
      let length = Swift.min(64, count - start)
      let isThere = definitions.word(from: start, length, atLeast: level)
      let isSlot = slotWord(from: start, length, slots)
      isComplete = isComplete && isSlot & ~isThere == 0
      if isSlot == UInt64.max >> UInt64(64 - length) {
        bits.append(word: isThere, count: length)
      } else {
        bits.append(isThere, where: isSlot)
      }
    }
    return (bits.freeze(), isComplete)
  }

  /// Returns where the elements of the list in each slot begin, and where those of the last one end.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` for an entry that goes on with a list without being an element of it.
  func offsets(of elements: ElementLevels, in slots: ElementLevels) throws -> Values<Int32> {
    guard count < Int(Int32.max) else {
      throw InlayError(
        .limitExceeded, "a batch has more than 2³¹ list elements; read fewer rows at a time: \(count)")
    }
    var offsets = ValueBuilder<Int32>(capacity: count + 1)
    var end: Int32 = 0
    var slotCount = 0
    var isSound = true
    let (outer, inner) = (UInt8(slots.repetition), UInt8(elements.repetition))
    let (slotLevel, elementLevel) = (UInt8(slots.definition), UInt8(elements.definition))
    let repetitions = repetitions.span
    let definitions = definitions.span
    precondition(repetitions.count == definitions.count)
    offsets.append(count: count + 1) { room in
      for index in definitions.indices {
        let (repetition, definition) = (repetitions[index], definitions[index])
        room[slotCount] = end
        slotCount &+= repetition <= outer && definition >= slotLevel ? 1 : 0
        let isElement = definition >= elementLevel
        end &+= repetition <= inner && isElement ? 1 : 0
        isSound = isSound && (isElement || repetition != inner)
      }
      room[slotCount] = end
    }
    guard isSound else {
      throw InlayError(.corrupt, "the levels say that a list goes on where it has no elements")
    }
    offsets.truncate(to: slotCount + 1)
    return offsets.freeze()
  }

  /// The entries of up to 64 that begin a slot.
  private func slotWord(from start: Int, _ length: Int, _ slots: ElementLevels) -> UInt64 {
    let isThere =
      slots.definition == 0
      ? UInt64.max >> UInt64(64 - length)
      : definitions.word(from: start, length, atLeast: slots.definition)
    guard repetitions.count > 0 else { return isThere }
    return isThere & ~repetitions.word(from: start, length, atLeast: slots.repetition + 1)
  }
}

extension Values<UInt8> {
  /// Returns a 1 for each of up to 64 levels that is at least `level`, the first of them in the lowest bit.
  fileprivate func word(from start: Int, _ length: Int, atLeast level: Int) -> UInt64 {
    let level = UInt8(clamping: level)
    let levels = span.extracting(start..<start + length)
    var word: UInt64 = 0
    for index in levels.indices {
      word |= (levels[index] >= level ? 1 : 0) << UInt64(truncatingIfNeeded: index)
    }
    return word
  }
}

extension BitmapBuilder {
  /// Adds those bits of a word at whose places `mask` has a 1.
  fileprivate mutating func append(_ bits: UInt64, where mask: UInt64) {
    var rest = mask
    while rest != 0 {
      append(bits >> UInt64(rest.trailingZeroBitCount) & 1 == 1)
      rest &= rest &- 1
    }
  }
}
