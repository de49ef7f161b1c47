import InlayBytes

/// Makes the errors of `Codable` into those of Inlay: with the row and the column.
enum CodingFailure {
  /// Returns the error for what was thrown while a row was read or written; what a type throws of its own stays as it is.
  static func located(_ error: any Error, row: Int) -> any Error {
    switch error {
    case let error as InlayError: error.located(in: InlayError.Location(row: row))
    case DecodingError.keyNotFound(let key, let context): located(context, key, row: row)
    case DecodingError.valueNotFound(_, let context), DecodingError.typeMismatch(_, let context),
      DecodingError.dataCorrupted(let context):
      located(context, nil, row: row)
    case EncodingError.invalidValue(_, let context):
      inlayError(context.codingPath, context.debugDescription, row: row)
    default: error
    }
  }

  private static func located(_ context: DecodingError.Context, _ key: (any CodingKey)?, row: Int)
    -> InlayError
  {
    inlayError(context.codingPath + (key.map { [$0] } ?? []), context.debugDescription, row: row)
  }

  private static func inlayError(_ path: [any CodingKey], _ message: String, row: Int) -> InlayError {
    let column = path.columnPath
    return InlayError(
      .invalidInput, message,
      at: InlayError.Location(column: column.isEmpty ? nil : printable(column, limit: 200), row: row))
  }
}
