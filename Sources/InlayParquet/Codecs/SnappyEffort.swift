/// Decides which data pages of a column Snappy is worth its time for.
///
/// Random texts, such as identifiers, take it longest, and it finds little more in them than the lengths between the
/// values. After a page that became hardly smaller, some go without; they are more each time, and none once a page was
/// worth it again.
struct SnappyEffort {
  private var pagesToPass = 0
  private var patience = firstPatience

  private static let firstPatience = 3
  private static let greatestPatience = 63

  /// Whether the next page is compressed.
  var triesNextPage: Bool { pagesToPass == 0 }

  /// Notes a page that was not compressed.
  mutating func pass() { pagesToPass -= 1 }

  /// Notes what became of a page; one that lost less than an eighth was not worth it, which is the measure of LevelDB and
  /// RocksDB, too.
  mutating func note(byteCount: Int, compressedByteCount: Int) {
    guard byteCount - compressedByteCount < byteCount / 8 else {
      patience = Self.firstPatience
      return
    }
    pagesToPass = patience
    patience = min(patience * 2 + 1, Self.greatestPatience)
  }
}
