import InlayBytes
import InlayColumns

/// The texts of one column of a batch, ready to be written.
struct FieldTexts {
  private let encoder: FieldEncoder
  private let texts: ViewValues
  private let validity: Bitmap?

  init(_ column: Column, _ encoder: FieldEncoder) {
    self.encoder = encoder
    let column = column.asText().decoded()
    validity = column.validity
    // The text of a column has the storage of a string column.
    if case .views(let values) = column.storage { texts = values } else { texts = ViewValues([]) }
  }

  /// Writes the fields of some rows one after the other, and notes where each ends.
  func append(
    _ rows: Range<Int>, to bytes: inout ValueBuilder<UInt8>, ends: inout ValueBuilder<Int>
  ) throws {
    for row in rows {
      if let validity, !validity[row] {
        try encoder.appendNull(to: &bytes)
      } else {
        try encoder.append(texts.bytes(at: row), to: &bytes)
      }
      ends.append(bytes.count)
    }
  }
}
