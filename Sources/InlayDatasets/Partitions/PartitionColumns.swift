import InlayBytes
import InlayColumns
import InlayStorage

/// The columns whose values the folders of a table tell, and their values for each file.
struct PartitionColumns: Hashable, Sendable {
  /// The names, the outermost folder's first.
  let keys: [String]
  /// For each file its values as texts; nil for null.
  let values: [[String?]]

  /// Reads the folders between where each file was looked for and the file.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` when files differ in the columns that their folders tell, or folders in
  ///   each other tell the same one.
  init(_ files: [FoundFile]) throws {
    let names = files.map(\.partitions)
    let keys = names.first.map { $0.map(\.key) } ?? []
    if let other = names.firstIndex(where: { $0.map(\.key) != keys }) {
      throw InlayError(
        .invalidInput,
        """
        the folders do not tell values of the same columns, \(Self.listed(names[other].map(\.key))) here and \
        \(Self.listed(keys)) there; name files of one table: \(files[0].path)
        """, at: .init(file: files[other].path))
    }
    if let twice = keys.indices.first(where: { keys[..<$0].contains(keys[$0]) }) {
      throw InlayError(
        .invalidInput, "two folders in each other tell the value of one column: \(keys[twice])",
        at: .init(file: files[0].path))
    }
    self.keys = keys
    values = names.map { $0.map(\.value) }
  }

  private static func listed(_ keys: [String]) -> String {
    keys.isEmpty ? "none" : keys.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  /// The columns, each as int64 or date where all its values are such, else as string.
  var fields: [Field] {
    keys.indices.map { key in
      let texts = values.compactMap { $0[key] }
      let type = [DataType.int64, .date].first { type in
        !texts.isEmpty && texts.allSatisfy { Self.column(of: $0, type) != nil }
      }
      return Field(keys[key], type ?? .string)
    }
  }

  /// Returns the values of a file, each as a column of one row.
  func columns(ofFile file: Int, _ fields: [Field]) -> [Column] {
    zip(values[file], fields).map { text, field in
      text.flatMap { Self.column(of: $0, field.type) } ?? Self.nullColumn(field.type)
    }
  }

  /// Returns a text's value as a column of one row; nil when it is no value of the type.
  private static func column(of text: String, _ type: DataType) -> Column? {
    let texts = ViewValues([text])
    switch type {
    case .int64:
      guard let number = ValueText.parseInt64(texts.bytes(at: 0)) else { return nil }
      return Column(type: type, storage: .int64(Values([number])))
    case .date:
      guard let day = ValueText.parseDate(texts.bytes(at: 0)) else { return nil }
      return Column(type: type, storage: .int32(Values([day])))
    default: return Column(type: type, storage: .views(texts))
    }
  }

  private static func nullColumn(_ type: DataType) -> Column {
    let storage: ColumnStorage =
      switch type {
      case .int64: .int64(Values([0]))
      case .date: .int32(Values([0]))
      default: .views(ViewValues([""]))
      }
    return Column(type: type, storage: storage, validity: Bitmap([false]))
  }
}
