import InlayBytes
import InlayColumns
import Synchronization

/// The rows of a join's build side that have found a partner, noted by all workers together.
final class PartneredRows: Sendable {
  private let words: Mutex<[UInt64]>
  private let count: Int

  init(count: Int) {
    self.count = count
    words = Mutex(Array(repeating: 0, count: (count + 63) / 64))
  }

  /// Notes rows, among which no-rows stand for nothing.
  func note(_ rows: Values<UInt32>) {
    words.withLock { words in
      let rows = rows.span
      for index in rows.indices where rows[index] != KeyTable.noRow {
        words[Int(rows[index] / 64)] |= 1 << UInt64(rows[index] % 64)
      }
    }
  }

  /// Notes rows that are counted from `start` on.
  func note(_ rows: Values<UInt32>, from start: Int) {
    words.withLock { words in
      for index in 0..<rows.count {
        let row = start + Int(rows[index])
        words[row / 64] |= 1 << UInt64(row % 64)
      }
    }
  }

  /// Returns for `count` rows from `start` on whether they are noted.
  func flags(from start: Int, count: Int) -> Bitmap {
    words.withLock { words in
      var flags = BitmapBuilder(capacity: count)
      for row in start..<start + count { flags.append(words[row / 64] >> UInt64(row % 64) & 1 == 1) }
      return flags.freeze()
    }
  }

  /// Returns the rows that have no partner, in order; O(rows / 64 + those).
  func others() -> Values<UInt32> {
    words.withLock { words in
      var rows = ValueBuilder<UInt32>()
      for (index, word) in words.enumerated() {
        var left = ~word
        while left != 0 {
          let row = index * 64 + left.trailingZeroBitCount
          guard row < count else { break }
          rows.append(UInt32(row))
          left &= left - 1
        }
      }
      return rows.freeze()
    }
  }
}
