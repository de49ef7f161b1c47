import InlayBytes
import InlayColumns

/// Compares the columns of files with each other and with a declared schema.
enum CSVHeaders {
  /// Returns the files, and the names that all of them have, nil when none has any.
  static func common(
    _ paths: [String], _ options: CSVOptions
  ) throws -> (files: [SurveyedFile], names: [String]?) {
    guard !paths.isEmpty else { throw InlayError(.invalidInput, "no file is given; name at least one") }
    var first: (path: String, names: [String])?
    var files: [SurveyedFile] = []
    for path in paths {
      let file = try MappedFile(path: path)
      files.append(SurveyedFile(file, of: paths.count))
      guard let names = try CSVFile(file, options).names else { continue }
      if let first {
        try requireEqual(names, of: path, to: first.names, of: first.path)
      } else {
        first = (path, names)
      }
    }
    return (files, first?.names)
  }

  /// Throws an error that tells the difference when two files do not have the same columns.
  static func requireEqual(_ names: [String], of path: String, to wanted: [String], of other: String) throws {
    guard names != wanted else { return }
    let place = zip(names, wanted).prefix { $0 == $1 }.count
    func shown(_ names: [String]) -> String { place < names.count ? "\"\(names[place])\"" : "missing" }
    throw InlayError(
      .invalidInput,
      """
      the columns differ from those of \(other); give files with the same columns, or read them one by one: column \
      \(place + 1) is \(shown(names)) here and \(shown(wanted)) there
      """,
      at: .init(file: path))
  }

  /// Returns a declared schema when the columns of the files are those that it declares.
  ///
  /// With a header the order does not matter; without one the number of columns must be right.
  static func matching(
    _ schema: Schema, _ names: [String]?, _ options: CSVOptions, path: String?
  ) throws -> Schema {
    if let field = schema.fields.first(where: { !$0.type.isReadFromText }) {
      throw InlayError(
        .unsupported, "values of this type cannot be read from text; declare another type: \(field.type)",
        at: .init(file: path, column: field.name))
    }
    guard let names else { return schema }
    func mismatch(_ message: String) -> InlayError {
      InlayError(.invalidInput, message, at: .init(file: path))
    }
    guard options.hasHeader else {
      if names.count == schema.count { return schema }
      throw mismatch(
        "the file has \(names.count) columns and the schema \(schema.count); declare each column of the file")
    }
    if let missing = schema.names.first(where: { !names.contains($0) }) {
      throw mismatch(
        "the file has no column of a name that the schema declares; correct the schema: \(missing)")
    }
    if let unknown = names.first(where: { !schema.names.contains($0) }) {
      throw mismatch("the schema does not declare a column of the file; add it to the schema: \(unknown)")
    }
    return schema
  }
}

extension DataType {
  /// Whether a field of a CSV file can be a value of this type.
  package var isReadFromText: Bool {
    switch self {
    case .fixedBinary, .uuid, .float16, .interval, .null, .list, .structure, .map: false
    default: true
    }
  }
}
