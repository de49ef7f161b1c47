import InlayBytes
import InlayColumns

/// The keys of some rows, in one of two forms that can be hashed and compared quickly; null is a key like any other.
///
/// Equal keys have equal forms: -0 is 0, and all NaNs are one. Several key columns, and values that are neither texts
/// nor fit in a word, are written into one string a row, nulls included.
struct GroupKeys: Sendable {
  let form: KeyForm
  /// Which rows have a key that is not null; nil when all have.
  let validity: Bitmap?

  /// The number of rows.
  var count: Int { form.count }

  private init(form: KeyForm, validity: Bitmap?) {
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

  private static func plainForm(of column: Column) -> KeyForm? {
    if case .views(let views) = column.storage { return .views(views) }
    return GroupWords.words(of: column).map { .words($0) }
  }

  /// Returns the keys of chosen rows.
  func gathered(_ rows: Values<UInt32>) -> GroupKeys {
    GroupKeys(form: form.gathered(rows), validity: validity?.gathered(rows))
  }

  /// The keys of a range of rows, sharing the memory.
  subscript(range: Range<Int>) -> GroupKeys { GroupKeys(form: form[range], validity: validity?[range]) }

  /// Returns one hash a row; that of a null is one like any other.
  func hashes(seed: UInt64) -> Values<UInt64> {
    var hashes = form.hashes(seed: seed)
    if let validity {
      for index in 0..<count where !validity[index] { hashes[index] = seed }
    }
    return hashes.freeze()
  }
}
