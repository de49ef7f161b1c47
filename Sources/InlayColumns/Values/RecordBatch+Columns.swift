import InlayBytes

extension RecordBatch {
  /// Puts columns side by side: `try RecordBatch(columns: ["id": Column([1, 2]), "name": Column(["a", nil])])`.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for columns of different lengths, or of one name.
  public init(columns: KeyValuePairs<String, Column>) throws {
    let count = columns.first?.value.count ?? 0
    var fields: [Field] = []
    for (name, column) in columns {
      guard column.count == count else {
        throw InlayError(
          .invalidInput, "the columns of a batch have equal lengths: \(column.count) values beside \(count)",
          at: InlayError.Location(column: name))
      }
      guard !fields.contains(where: { $0.name == name }) else {
        throw InlayError(
          .invalidInput, "two columns have this name", at: InlayError.Location(column: name))
      }
      fields.append(Field(name, column.type))
    }
    self.init(schema: Schema(fields), columns: columns.map(\.value), rowCount: count)
  }

  /// Returns the column of a name.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` with the nearest names, or else the names there are.
  public func column(_ name: String) throws -> Column {
    if let position = schema.index(of: name) { return columns[position] }
    throw InlayError(
      .invalidInput, "there is no column \(printable(name)); \(suggestion(for: name, among: schema.names))")
  }
}
