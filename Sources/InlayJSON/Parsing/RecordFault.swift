import InlayBytes
import InlayColumns

/// What is wrong with a record, and where in its piece of text.
struct RecordFault: Error, Sendable {
  /// What is wrong.
  enum Kind: Sendable {
    case endOfText
    case expectsValue
    case expectsName
    case expectsColon
    case expectsCommaInObject
    case expectsCommaInArray
    case controlCharacter
    case escape
    case number
    case notUTF8
    case tooDeep(limit: Int)
    case tooLong(limit: Int)
    case notAnObject
    case notOfType(DataType, text: String)
    case missingValue(String)
    case tooManyColumns(limit: Int)
  }

  let kind: Kind
  /// The offset of the byte at fault from the first of the piece.
  let offset: Int

  init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// The fault as the error of a place in a text whose piece begins at `start`.
  func error(_ message: String, from start: Int) -> InlayError {
    InlayError(code, message, at: .init(byteOffset: start + offset))
  }

  private var code: InlayError.Code {
    switch kind {
    case .tooDeep, .tooLong, .tooManyColumns: .limitExceeded
    default: .corrupt
    }
  }
}

extension RecordFault.Kind {
  /// What was expected and what was found.
  var problem: String {
    switch self {
    case .endOfText: "the record ends in its middle, with its line or with the file"
    case .expectsValue: "a JSON value is expected here"
    case .expectsName: "a member's name in double quotes is expected here"
    case .expectsColon: "a colon is expected after a member's name"
    case .expectsCommaInObject: "a comma or } is expected after a member"
    case .expectsCommaInArray: "a comma or ] is expected after an element"
    case .controlCharacter: "a control character stands in this string without an escape"
    case .escape: "the escape is none that JSON has"
    case .number: "the number has not the form of one"
    case .notUTF8: "the bytes of this record are not UTF-8"
    case .tooDeep(let limit): "arrays and objects nest deeper than maxDepth allows, which is \(limit)"
    case .tooLong(let limit): "the record has more bytes than maxRecordBytes allows, which are \(limit)"
    case .notAnObject: "the record is no object"
    case .notOfType(let type, let text): "the value is none of the type \(type): \(text)"
    case .missingValue(let name): "the member is declared to have a value in every record: \(name)"
    case .tooManyColumns(let limit):
      "the records have more members than maxInferredColumns allows, which is \(limit)"
    }
  }

  /// What to do about it.
  private var remedy: String {
    switch self {
    case .endOfText: "complete it; records over several lines need the layout of values"
    case .expectsValue, .expectsName, .expectsColon, .expectsCommaInObject, .expectsCommaInArray, .number:
      "correct the record"
    case .controlCharacter, .escape: "escape it as \\u and four digits"
    case .notUTF8: "convert the file to UTF-8"
    case .tooDeep, .tooLong: "raise it if the file is to be trusted"
    case .notAnObject: "give the path to the records"
    case .notOfType: "correct it, or declare another type"
    case .missingValue: "give one, or declare it nullable"
    case .tooManyColumns: "raise it, or declare the columns"
    }
  }

  /// The problem and the remedies, for a scan that such a record ends.
  var message: String {
    "\(problem); \(remedy), or leave records like it out with --on-bad-row skip"
  }

  /// The problem and its remedy, where nothing can be left out.
  var finalMessage: String { "\(problem); \(remedy)" }
}
