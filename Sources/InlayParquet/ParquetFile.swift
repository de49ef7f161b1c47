public import InlayBytes
public import InlayColumns

/// A Parquet file that is open for reading: what its footer says.
///
/// Opening reads the footer and nothing else. Its contents are data: nothing in it is believed before it is compared
/// with the bytes that are there.
public final class ParquetFile: Sendable {
  /// The path that was opened, as it was given, or the name of a file in memory.
  public let path: String
  /// What the footer says, as it says it; what it says of columns encrypted, as far as the keys are there.
  public let metadata: FileMetadata
  /// The schema tree's root.
  public let root: SchemaNode
  /// The columns in Inlay's types: one for each child of the root, or what the options select of them.
  ///
  /// Groups are structures, and annotated lists and maps of all layouts that ever were in use are `list` and `map`. Asking
  /// for the values of a column that cannot be read is an error that names it: see ``problem(ofColumn:)``.
  public let schema: Schema
  /// How the file is read.
  public let options: ParquetReadOptions

  /// How each of the columns is put together.
  let columns: [ColumnTree]
  /// The file's bytes.
  let bytes: Buffer
  private let mapped: MappedFile?
  /// The offset at which the footer begins: pages lie before it.
  let footerOffset: Int
  /// Opens encrypted modules; nil where there are none, or no keys.
  let decryptor: FileDecryptor?
  /// The names and texts of the footer that are not UTF-8.
  let invalidTexts: [InvalidText]

  /// Opens a file.
  ///
  /// - Throws: ``InlayError/Code/io`` when it cannot be opened; ``InlayError/Code/corrupt`` when it is no Parquet file
  ///   or its footer breaks the format's rules, or does not go with the keys; ``InlayError/Code/invalidInput`` when
  ///   its footer is encrypted and the key is missing, or when the options select a column that is not there;
  ///   ``InlayError/Code/unsupported`` when the package trait `Encryption` is missing;
  ///   ``InlayError/Code/limitExceeded``.
  public convenience init(path: String, options: ParquetReadOptions = ParquetReadOptions()) throws {
    let mapped = try MappedFile(path: path)
    try self.init(mapped.buffer, mapped, path: path, options)
  }

  /// Opens a file that is in memory.
  ///
  /// - Parameter name: What errors call the file.
  /// - Throws: As ``init(path:options:)``.
  public convenience init(
    bytes: Buffer, name: String, options: ParquetReadOptions = ParquetReadOptions()
  ) throws {
    try self.init(bytes, nil, path: name, options)
  }

  private init(_ bytes: Buffer, _ mapped: MappedFile?, path: String, _ options: ParquetReadOptions) throws {
    self.path = path
    self.options = options
    self.bytes = bytes
    self.mapped = mapped
    do {
      let footer = try Footer(of: bytes, options: options)
      metadata = footer.metadata
      footerOffset = footer.offset
      decryptor = footer.decryptor
      invalidTexts = footer.invalidTexts
      root = try SchemaNode(parsing: metadata.schema, limits: options.limits)
      try Self.checkRowGroups(metadata, leafCount: root.leaves.count)
    } catch let error as InlayError {
      throw error.located(in: .init(file: path))
    }
    let all = root.children.map { ColumnTree($0) }
    do {
      columns = try options.columns.map { try ColumnTree.selecting($0, of: all) } ?? all
    } catch let error as InlayError {
      throw error.located(in: .init(file: path))
    }
    schema = Schema(columns.map(\.field))
  }

  /// The number of rows: the sum over the row groups, which some writers get right when they get the total wrong.
  public var rowCount: Int { metadata.rowGroups.reduce(0) { $0 + Int($1.rowCount) } }

  /// The size of the file in bytes.
  public var byteCount: Int { bytes.count }

  /// Makes sure that what was read until now is what the file held when it was opened.
  ///
  /// - Throws: ``InlayError/Code/io`` when the file was written to or cut off since then; what was read is of no use then.
  public func verify() throws { try mapped?.verify() }

  /// Lets go of the memory behind a range of the file; it is read again when someone touches it.
  func release(_ range: Range<Int>) { mapped?.release(range) }

  /// Checks what all readers of row groups rely on: one column chunk a leaf, and row counts whose sum is a number.
  private static func checkRowGroups(_ metadata: FileMetadata, leafCount: Int) throws {
    var total: Int64 = 0
    for (position, group) in metadata.rowGroups.enumerated() {
      let (sum, isOverflowing) = total.addingReportingOverflow(group.rowCount)
      guard group.rowCount >= 0, !isOverflowing else {
        throw InlayError(
          .corrupt, "the number of rows is out of range: \(group.rowCount)", at: .init(rowGroup: position))
      }
      guard group.columns.count == leafCount else {
        throw InlayError(
          .corrupt, "the schema has \(leafCount) columns, the row group has \(group.columns.count)",
          at: .init(rowGroup: position))
      }
      total = sum
    }
  }
}
