import InlayColumns

extension CellDecoder {
  /// The error of a null for a type that has no place for one.
  func missing(_ type: Any.Type) -> DecodingError {
    .valueNotFound(type, context("the value is null, and \(type) has no place for it: make it optional"))
  }

  /// The error of a column whose values are none of a type.
  func mismatch(_ type: Any.Type) -> DecodingError {
    let words = "a column of type \(self.type) is not read as \(type)"
    return .typeMismatch(type, context(words + (isUntyped ? Self.untyped : "")))
  }

  private var isUntyped: Bool { type == .string }
  private static let untyped = ": cast the column, or let types be inferred or declared where it is read"

  /// The error of a value that a type cannot hold.
  func unfit(_ row: Int, _ type: Any.Type) -> DecodingError {
    .dataCorrupted(context("the value is none of \(type): \(valueText(row))"))
  }

  private func valueText(_ row: Int) -> String {
    guard case .views(let texts) = columnOfOne(row).asText().storage, texts.count == 1 else {
      return "\(type)"
    }
    return texts.text(at: 0)
  }

  func context(_ message: String) -> DecodingError.Context {
    DecodingError.Context(codingPath: codingPath, debugDescription: message)
  }
}
