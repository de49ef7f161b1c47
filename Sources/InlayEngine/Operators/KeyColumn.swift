import InlayBytes
import InlayColumns

/// The join keys of a batch in one of two forms that can be hashed and compared quickly.
///
/// Equal keys have equal forms: integers are widened, -0 becomes 0, and all NaNs become one. Several key columns, and
/// values of more than 64 bits, are written into one string a row.
struct KeyColumn: Sendable {
  let form: KeyForm
  /// Which rows have a key without nulls; nil when all have.
  let validity: Bitmap?

  /// The number of rows.
  var count: Int { form.count }

  init(form: KeyForm, validity: Bitmap?) {
    self.form = form
    self.validity = validity
  }

  /// Takes the key columns of a batch.
  init(_ columns: [Column], rowCount: Int) {
    if columns.count == 1 {
      let column = columns[0].decoded()
      if case .views(let views) = column.storage {
        form = .views(views)
        validity = column.validity
        return
      }
      if let words = KeyWords.words(of: column.storage) {
        form = .words(words)
        validity = column.validity
        return
      }
    }
    (form, validity) = Self.compose(columns.map { $0.decoded() }, rowCount: rowCount)
  }

  /// Writes the values of each row one after the other: words in 8 bytes, strings after their length.
  private static func compose(_ columns: [Column], rowCount: Int) -> (KeyForm, Bitmap?) {
    let words = columns.map { KeyWords.words(of: $0.storage) }
    var builder = ViewBuilder(capacity: rowCount)
    var row = ValueBuilder<UInt8>()
    for index in 0..<rowCount {
      row.truncate(to: 0)
      for (column, words) in zip(columns, words) {
        if let words {
          row.append(littleEndian: words[index])
        } else {
          append(column.storage, index, to: &row)
        }
      }
      builder.append(row.rawSpan)
    }
    let validities = columns.compactMap(\.validity)
    let validity = validities.dropFirst().reduce(validities.first) { $0?.intersection($1) }
    return (.views(builder.freeze()), validity)
  }

  private static func append(_ storage: ColumnStorage, _ index: Int, to row: inout ValueBuilder<UInt8>) {
    switch storage {
    case .views(let views):
      row.append(littleEndian: UInt64(views.views[index].count))
      row.append(bytes: views.bytes(at: index))
    case .int128(let values):
      row.append(littleEndian: UInt64(truncatingIfNeeded: values[index]))
      row.append(littleEndian: UInt64(truncatingIfNeeded: values[index] >> 64))
    default: preconditionFailure("every other kind of value fits in a word")
    }
  }
}
