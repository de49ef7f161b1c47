import InlayBytes
import InlayColumns

extension KeyColumn {
  /// Returns one hash a row; that of a row without a key means nothing.
  func hashes() -> Values<UInt64> {
    switch form {
    case .words(let words): Self.hashes(of: words)
    case .views(let views): Self.hashes(of: views)
    }
  }

  /// Returns one hash a row, computed by several threads.
  func hashes(on workers: Workers) throws -> Values<UInt64> {
    guard count >= 10_000, workers.count > 1 else { return hashes() }
    let parts = try workers.map(workers.count) { part in
      self[count * part / workers.count..<count * (part + 1) / workers.count].hashes()
    }
    var all = ValueBuilder<UInt64>(capacity: count)
    for part in parts { all.append(contentsOf: part.span) }
    return all.freeze()
  }

  /// The keys of a range of rows, sharing the memory.
  private subscript(range: Range<Int>) -> KeyColumn {
    switch form {
    case .words(let words): KeyColumn(form: .words(words[range]), validity: validity?[range])
    case .views(let views): KeyColumn(form: .views(views[range]), validity: validity?[range])
    }
  }

  private static func hashes(of words: Values<UInt64>) -> Values<UInt64> {
    var builder = ValueBuilder<UInt64>(capacity: words.count)
    let source = words.span
    builder.append(count: words.count) { room in
      for index in 0..<source.count { room[index] = Hash64.mix(source[index], 0x8EBC_6AF0_9C88_C6E3) }
    }
    return builder.freeze()
  }

  private static func hashes(of views: ViewValues) -> Values<UInt64> {
    var builder = ValueBuilder<UInt64>(capacity: views.count)
    builder.append(count: views.count) { room in
      for index in 0..<room.count { room[index] = views.hash(at: index) }
    }
    return builder.freeze()
  }
}
