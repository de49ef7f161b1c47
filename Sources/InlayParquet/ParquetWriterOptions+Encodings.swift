import InlayBytes

extension ParquetWriterOptions {
  /// Returns how the encoding of a column is chosen.
  func encodingPolicy(of layout: ColumnLayout) -> EncodingPolicy {
    columnEncodings[layout.path.description] ?? encoding
  }

  /// Throws ``InlayError/Code/invalidInput`` for an encoding that a column's type does not have, and for the name of a
  /// column that is not there.
  func checkEncodings(_ layouts: [ColumnLayout]) throws {
    let names = Set(layouts.map(\.path.description))
    for name in columnEncodings.keys.sorted() where !names.contains(name) {
      throw InlayError(
        .invalidInput,
        "an encoding is asked for a column that the file does not have; name one of its columns: \(name)")
    }
    for layout in layouts {
      guard case .fixed(let encoding) = encodingPolicy(of: layout) else { continue }
      let legal = layout.physical.writableEncodings
      guard !legal.contains(encoding) else { continue }
      let names = legal.map(\.description).joined(separator: ", ")
      let message =
        "\(layout.physical) values are not written in this encoding; choose from \(names): \(encoding)"
      throw InlayError(.invalidInput, message, at: .init(column: layout.path.description))
    }
  }
}
