/// Watches whether a column chunk becomes smaller by a dictionary.
///
/// The sizes are compared at 8,192 values and then at each doubling; a dictionary that has lost twice in a row is
/// given up, so that a column of distinct values is not hashed to its end; behind a chunk that did so, one loss is
/// enough. The last word is spoken over the whole
/// chunk: no chunk is half in one form and half in the other.
struct DictionaryTrial {
  // Whether a dictionary was asked for, so that sizes do not count.
  private let isFixed: Bool
  private var lossCount = 0
  /// The number of values at which the sizes are compared next.
  private(set) var nextProbe = firstProbe

  private static let firstProbe = 8_192
  private let lossesToGiveUp: Int

  /// Begins to watch a chunk.
  ///
  /// - Parameter hasLost: Whether the chunk before it gave its dictionary up: it takes one loss then.
  init(_ policy: EncodingPolicy, hasLost: Bool = false) {
    isFixed = policy == .fixed(policy.dictionaryEncoding)
    lossesToGiveUp = hasLost ? 1 : 2
  }

  /// The sizes of a chunk in its two forms, before compression.
  struct Sizes {
    var valueCount: Int
    var entryCount: Int
    var dictionaryByteCount: Int
    var plainByteCount: Int

    var isSmallerWithDictionary: Bool {
      let bitWidth = BitPacker.bitWidth(ofNumbersBelow: entryCount)
      return dictionaryByteCount + (valueCount * bitWidth + 7) / 8 < plainByteCount
    }
  }

  /// Notes the sizes at a probe, and returns whether the dictionary is to be given up.
  mutating func givesUp(at sizes: Sizes) -> Bool {
    nextProbe *= 2
    lossCount = sizes.isSmallerWithDictionary ? 0 : lossCount + 1
    return !isFixed && lossCount == lossesToGiveUp
  }

  /// Returns whether a whole chunk is written with its dictionary. One without entries, all null, never is.
  func wins(with sizes: Sizes) -> Bool {
    sizes.entryCount > 0 && (isFixed || sizes.isSmallerWithDictionary)
  }
}
