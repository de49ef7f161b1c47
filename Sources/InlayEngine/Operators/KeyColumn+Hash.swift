import InlayBytes
import InlayColumns

extension KeyColumn {
  /// Returns one hash a row; that of a row without a key means nothing.
  func hashes(seed: UInt64) -> Values<UInt64> {
    var builder = ValueBuilder<UInt64>(capacity: count)
    builder.append(count: count) { room in
      switch form {
      case .words(let words):
        let words = words.span
        for index in 0..<room.count { room[index] = Hash64.mix(words[index], seed) }
      case .views(let views):
        for index in 0..<room.count { room[index] = views.hash(at: index, seed: seed) }
      }
    }
    return builder.freeze()
  }

  /// Returns the hash of one row.
  func hash(at row: Int, seed: UInt64) -> UInt64 {
    switch form {
    case .words(let words): Hash64.mix(words[row], seed)
    case .views(let views): views.hash(at: row, seed: seed)
    }
  }

  /// The keys of a range of rows, sharing the memory.
  subscript(range: Range<Int>) -> KeyColumn {
    switch form {
    case .words(let words): KeyColumn(form: .words(words[range]), validity: validity?[range])
    case .views(let views): KeyColumn(form: .views(views[range]), validity: validity?[range])
    }
  }
}
