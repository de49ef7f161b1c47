import InlayBytes
import InlayColumns

/// The keys of some rows, in one of two forms that can be hashed and compared quickly; null is a key like any other.
///
/// Equal keys have equal forms: -0 is 0, and all NaNs are one. Several key columns, and values that are neither texts
/// nor fit in a word, are written into one string a row, nulls included.
struct GroupKeys: Sendable {
  enum Form: Sendable {
    /// One word a row.
    case words(Values<UInt64>)
    /// One string a row.
    case views(ViewValues)
  }

  let form: Form
  /// Which rows have a key that is not null; nil when all have.
  let validity: Bitmap?

  /// The number of rows.
  var count: Int {
    switch form {
    case .words(let words): words.count
    case .views(let views): views.count
    }
  }

  private init(form: Form, validity: Bitmap?) {
    self.form = form
    self.validity = validity
  }

  /// Takes the key columns, at least one, of a batch.
  ///
  /// - Throws: ``InlayError/Code/limitExceeded`` for keys of 4 GiB or more in one batch.
  init(_ columns: [Column], rowCount: Int) throws {
    let columns = columns.map { $0.decoded() }
    if columns.count == 1, let form = Self.plainForm(of: columns[0]) {
      self.form = form
      validity = columns[0].validity
    } else {
      form = .views(try ComposedKeys(columns, rowCount: rowCount).views())
      validity = nil
    }
  }

  /// Makes `count` equal keys.
  init(same count: Int) {
    self.init(form: .words(Values([UInt64](repeating: 0, count: count))), validity: nil)
  }

  private static func plainForm(of column: Column) -> Form? {
    if case .views(let views) = column.storage { return .views(views) }
    return GroupWords.words(of: column).map { .words($0) }
  }

  /// Returns the keys of chosen rows.
  func gathered(_ rows: Values<UInt32>) -> GroupKeys {
    let validity = validity?.gathered(rows)
    return switch form {
    case .words(let words): GroupKeys(form: .words(words.gathered(rows)), validity: validity)
    case .views(let views): GroupKeys(form: .views(views.gathered(rows)), validity: validity)
    }
  }

  /// The keys of a range of rows, sharing the memory.
  subscript(range: Range<Int>) -> GroupKeys {
    switch form {
    case .words(let words): GroupKeys(form: .words(words[range]), validity: validity?[range])
    case .views(let views): GroupKeys(form: .views(views[range]), validity: validity?[range])
    }
  }

  /// Returns one hash a row; that of a null is one like any other.
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
      if let validity {
        for index in 0..<room.count where !validity[index] { room[index] = seed }
      }
    }
    return builder.freeze()
  }
}
