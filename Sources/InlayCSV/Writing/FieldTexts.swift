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

  func append(_ row: Int, to text: inout ValueBuilder<UInt8>) throws {
    if let validity, !validity[row] { return try encoder.appendNull(to: &text) }
    try encoder.append(texts.bytes(at: row), to: &text)
  }
}
