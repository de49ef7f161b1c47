import CInlayKernels
import InlayBytes
import InlayColumns

/// The keys of a join that are whole numbers close to each other, such as identifiers that were counted up: for each
/// number from the least key to the greatest the first row that has it. Nothing is hashed, and nothing is compared.
struct DenseKeys: Sendable {
  private let least: UInt64
  /// For each number its row or ``KeyTable/noRow``, and that once more for all numbers beyond.
  private let rows: SharedSlots<UInt32>

  // With a key for every fourth number it takes as much memory as the slots of a ``KeyTable``.
  private static let numbersPerKey = 4
  // So few numbers stay in a cache near the processor, whatever the keys are.
  private static let smallCount = 1 << 14
  // How many keys ahead memory is asked for.
  private static let distance = 16

  /// Makes room for the rows of keys; nil for keys that are texts, or too far apart.
  init?(_ keys: KeyColumn) {
    guard case .words(let words) = keys.form, let bounds = words.signedBounds(keys.validity) else {
      return nil
    }
    let width = UInt64(bitPattern: bounds.upperBound &- bounds.lowerBound)
    let limit = max(words.count * Self.numbersPerKey, Self.smallCount)
    guard width < UInt64(limit) else { return nil }
    least = UInt64(bitPattern: bounds.lowerBound)
    rows = SharedSlots(repeating: KeyTable.noRow, count: Int(width) + 2)
  }

  /// Enters the keys, each thread those of one part of the numbers.
  ///
  /// - Returns: The rows whose key an earlier row has, in lists, in no order.
  func fill(_ keys: KeyColumn, on workers: Workers) throws -> [Values<KeyTableBuilder.Repetition>] {
    guard case .words(let words) = keys.form else { return [] }
    let width = rows.values.count - 1
    let partCount = width <= Self.smallCount ? 1 : min(workers.count, 16)
    return try workers.map(partCount) { part in
      let numbers = (width * part / partCount)..<(width * (part + 1) / partCount)
      return enter(words, keys.validity, numbers)
    }
  }

  private func enter(
    _ words: Values<UInt64>, _ validity: Bitmap?, _ numbers: Range<Int>
  ) -> Values<KeyTableBuilder.Repetition> {
    var repetitions = ValueBuilder<KeyTableBuilder.Repetition>()
    let words = words.span
    let (lower, count) = (least &+ UInt64(numbers.lowerBound), UInt64(numbers.count))
    for row in words.indices where words[row] &- lower < count && validity?[row] ?? true {
      let place = Int(words[row] &- least)
      let first = rows[place]
      if first == KeyTable.noRow {
        rows[place] = UInt32(truncatingIfNeeded: row)
      } else {
        repetitions.append(.init(row: UInt32(truncatingIfNeeded: row), firstRow: first))
      }
    }
    return repetitions.freeze()
  }

  /// Returns for each probe key the first row that has it.
  func find(_ probe: KeyColumn) -> Values<UInt32> {
    guard case .words(let keys) = probe.form else {
      preconditionFailure("both sides of a join have keys of one type")
    }
    var found = ValueBuilder<UInt32>(capacity: probe.count)
    found.append(count: probe.count) { room in
      if rows.values.count > 2 * Self.smallCount {
        find(keys.span, into: &room, isLarge: true)
      } else {
        find(keys.span, into: &room, isLarge: false)
      }
      if let validity = probe.validity { KeyTable.erase(&room, where: validity) }
    }
    return found.freeze()
  }

  @inline(__always)
  private func find(_ keys: Span<UInt64>, into found: inout MutableSpan<UInt32>, isLarge: Bool) {
    let rows = rows.values.span
    let last = UInt64(rows.count - 1)
    let base = unsafe UInt(bitPattern: self.rows.values.buffer.baseAddress)
    precondition(found.count == keys.count)
    for index in keys.indices {
      if isLarge && index &+ Self.distance < keys.count {
        let next = min(unsafe keys[unchecked: index &+ Self.distance] &- least, last)
        inlay_prefetch(base &+ UInt(truncatingIfNeeded: next) &* 4)
      }
      // Safe: the index is below both counts, and the place is one of the rows'. What is beyond them is in the last one.
      let place = min(unsafe keys[unchecked: index] &- least, last)
      unsafe found[unchecked: index] = rows[unchecked: Int(truncatingIfNeeded: place)]
    }
  }
}
