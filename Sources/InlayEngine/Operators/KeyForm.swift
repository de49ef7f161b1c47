import InlayBytes
import InlayColumns

/// The keys of some rows in a form that can be hashed and compared quickly, in joins and in groups.
enum KeyForm: Sendable {
  /// One word a row.
  case words(Values<UInt64>)
  /// One string a row.
  case views(ViewValues)

  /// The number of rows.
  var count: Int {
    switch self {
    case .words(let words): words.count
    case .views(let views): views.count
    }
  }

  /// The keys of a range of rows, sharing the memory.
  subscript(range: Range<Int>) -> KeyForm {
    switch self {
    case .words(let words): .words(words[range])
    case .views(let views): .views(views[range])
    }
  }

  /// Returns the keys of chosen rows.
  func gathered(_ rows: Values<UInt32>) -> KeyForm {
    switch self {
    case .words(let words): .words(words.gathered(rows))
    case .views(let views): .views(views.gathered(rows))
    }
  }

  /// Returns the hash of one row.
  func hash(at row: Int, seed: UInt64) -> UInt64 {
    switch self {
    case .words(let words): Hash64.mix(words[row], seed)
    case .views(let views): views.hash(at: row, seed: seed)
    }
  }

  /// Returns one hash a row; that of a row without a key means nothing.
  func hashes(seed: UInt64) -> ValueBuilder<UInt64> {
    var builder = ValueBuilder<UInt64>(capacity: count)
    builder.append(count: count) { room in
      switch self {
      case .words(let words):
        let words = words.span
        for index in 0..<room.count { room[index] = Hash64.mix(words[index], seed) }
      case .views(let views):
        for index in 0..<room.count { room[index] = views.hash(at: index, seed: seed) }
      }
    }
    return builder
  }
}
