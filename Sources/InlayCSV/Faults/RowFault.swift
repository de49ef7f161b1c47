import InlayBytes
import InlayColumns

/// What is wrong with a row, and where in its chunk.
struct RowFault: Sendable {
  /// What is wrong.
  enum Kind: Sendable {
    case fieldCount(found: Int, expected: Int)
    case textAfterQuote
    case unclosedQuote
    case notUTF8
    case notOfType(DataType, text: String)
    case missingValue
    case tooLong(limit: Int)
  }

  let kind: Kind
  /// The offset of the row's first byte in its chunk.
  let rowStart: Int
  /// The offset of the field's first byte in its chunk, or the row's.
  let offset: Int
  /// The position of the column in the file, when one field is at fault.
  let column: Int?
}

extension RowFault.Kind {
  /// What was expected and what was found.
  var problem: String {
    switch self {
    case .fieldCount(let found, let expected):
      "the row has \(found) field\(found == 1 ? "" : "s") and the table \(expected) column\(expected == 1 ? "" : "s")"
    case .textAfterQuote: "text follows the quote that closes this field"
    case .unclosedQuote:
      "the quote that opens this field is never closed, so the field runs to the end of the file"
    case .notUTF8: "the bytes of this field are not UTF-8"
    case .notOfType(let type, let text): "the text is no value of the type \(type): \"\(text)\""
    case .tooLong(let limit): "the field has more bytes than maxFieldBytes allows, which is \(limit)"
    case .missingValue: "the field is empty and its column is declared to have a value in every row"
    }
  }

  /// What to do about it.
  private var remedy: String {
    switch self {
    case .fieldCount: "correct the row"
    case .textAfterQuote: "double the quotes within a quoted field"
    case .unclosedQuote: "close it, or turn quotes off"
    case .notUTF8: "convert the file to UTF-8"
    case .notOfType: "correct it, or declare another type"
    case .tooLong: "raise that option"
    case .missingValue: "give one, or declare the column nullable"
    }
  }

  /// The problem and the remedies, for a scan that such a row ends.
  var message: String {
    "\(problem); \(remedy), or leave rows like it out with --on-bad-row skip"
  }

  /// The problem and its remedy, for a header: nothing can be read without one.
  var headerMessage: String { "\(problem); \(remedy)" }
}
