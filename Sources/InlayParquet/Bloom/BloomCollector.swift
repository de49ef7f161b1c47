import InlayBytes
import InlayColumns

/// Collects the hashes of the values of one column chunk after the other, for their bloom filters.
///
/// Holds eight bytes a value, or an entry of a dictionary, until the chunk is complete.
final class BloomCollector {
  private let options: BloomFilterOptions
  private let layout: ColumnLayout
  private var hashes: [UInt64] = []
  /// The base column that the last values were positions in, and a 1 for each entry of it that is taken.
  private var base: DictionaryBase?
  private var isTaken: [Bool] = []

  init(_ options: BloomFilterOptions, _ layout: ColumnLayout) {
    self.options = options
    self.layout = layout
  }

  /// Adds the values of some entries.
  func append(_ entries: LeafEntries) {
    let column = entries.values
    let selection = entries.selection(0..<entries.count)
    if case .dictionary(let values) = column.storage {
      return append(values, selection.positions)
    }
    let values = selection.positions.map { column.gathered($0) } ?? column
    append(values)
  }

  /// Adds each entry once.
  private func append(_ values: DictionaryValues, _ positions: Values<UInt32>?) {
    if base !== values.base {
      base = values.base
      isTaken = Array(repeating: false, count: values.base.column.count)
    }
    var new: [UInt32] = []
    let indices = positions.map { values.indices.gathered($0) } ?? values.indices
    for place in 0..<indices.count where !isTaken[Int(indices[place])] {
      isTaken[Int(indices[place])] = true
      new.append(indices[place])
    }
    let entries = values.base.column.gathered(Values(new))
    append(entries)
  }

  /// Adds values that are not in dictionary form.
  private func append(_ values: Column) {
    BloomHash.append(values, stored: layout.physical, byteWidth: layout.byteWidth, to: &hashes)
    BloomHash.appendZeros(of: values, to: &hashes)
  }

  /// Returns the filter of all values, and begins the next chunk.
  func finishChunk() -> BloomFilter {
    hashes.sort()
    var distinct: [UInt64] = []
    for hash in hashes where hash != distinct.last { distinct.append(hash) }
    hashes.removeAll(keepingCapacity: true)
    (base, isTaken) = (nil, [])
    let blockCount = BloomFilterSize.blockCount(
      distinctCount: options.distinctCount ?? distinct.count,
      falsePositiveRate: options.falsePositiveRate, byteLimit: options.byteLimit)
    return BloomFilter(blockCount: blockCount, hashes: distinct.span)
  }
}
