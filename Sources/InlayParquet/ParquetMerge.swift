public import InlayBytes

/// Puts the row groups of several files into one, as they are: nothing is decoded, and page index and bloom filters come
/// along.
///
/// The schema elements must be the same in all files, the root's name left aside. Of the texts under names those stay
/// that are the same in all files. Bounds in the deprecated fields are left out: whether they can be trusted depends on
/// who wrote them, which the new footer does not tell.
public struct ParquetMerge: Sendable {
  private let files: [ParquetFile]

  /// Makes sure that the row groups of all files can be put into one.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for no files; ``InlayError/Code/unsupported`` with file and column where
  ///   something has to be decoded first: schema elements that differ, encrypted columns, and chunks that are in other
  ///   files.
  public init(_ files: [ParquetFile]) throws {
    guard let first = files.first else {
      throw InlayError(.invalidInput, "there is nothing to merge; name a file")
    }
    for file in files {
      try file.requireSameElements(as: first)
      try file.requireOwnPlainChunks()
    }
    self.files = files
  }

  /// Writes the file that holds all row groups, in the order of the files.
  ///
  /// - Parameter sink: Where the bytes go. Completing it, such as closing a file, is left to the caller.
  /// - Returns: The number of rows and of row groups.
  /// - Throws: ``InlayError/Code/corrupt`` for a footer that names bytes outside of its file, and what the sink throws.
  public func write(to sink: any ByteSink) throws -> (rowCount: Int, rowGroupCount: Int) {
    var assembly = MergeAssembly(sink: sink)
    try assembly.begin()
    for file in files {
      for rowGroup in file.metadata.rowGroups.indices {
        try Cancellation.check()
        try assembly.append(rowGroup, of: file)
      }
    }
    try assembly.appendBloomFilters()
    try assembly.appendPageIndex()
    let rowCount = try assembly.finish(FileMetadata(merging: files.map(\.metadata)))
    for file in files { try file.verify() }
    return (rowCount, assembly.rowGroups.count)
  }
}

extension ParquetFile {
  fileprivate func requireSameElements(as first: ParquetFile) throws {
    let (mine, theirs) = (metadata.schema, first.metadata.schema)
    let difference = zip(mine, theirs).dropFirst().first { $0 != $1 }
    guard
      difference != nil || mine.count != theirs.count || mine.first?.childCount != theirs.first?.childCount
    else { return }
    throw InlayError(
      .unsupported,
      "the schema element is not that of the first file, so that row groups cannot be copied; the first file is "
        + first.path, at: .init(file: path, column: difference?.0.name ?? mine.last?.name))
  }

  fileprivate func requireOwnPlainChunks() throws {
    for (position, group) in metadata.rowGroups.enumerated() {
      for (leaf, chunk) in group.columns.enumerated()
      where chunk.metadata == nil || chunk.encryption != nil || chunk.filePath != nil {
        throw InlayError(
          .unsupported, "a column chunk that is encrypted or in another file cannot be copied",
          at: location(position, leaf))
      }
    }
    if metadata.encryption != nil {
      throw InlayError(
        .unsupported, "row groups of an encrypted file cannot be copied", at: .init(file: path))
    }
  }
}

extension FileMetadata {
  /// What the footers of several files say alike; the row groups are left out.
  fileprivate init(merging footers: [FileMetadata]) {
    let first = footers[0]
    let keyValues = first.keyValues?.filter { pair in
      footers.allSatisfy { $0.keyValues?.contains(pair) ?? false }
    }
    // Without orders bounds are not looked at: some file does not say in which order it means them.
    let hasOneOrder = footers.allSatisfy { $0.columnOrders == first.columnOrders }
    self.init(
      version: footers.map(\.version).max() ?? 1, schema: first.schema, rowCount: 0, rowGroups: [],
      keyValues: keyValues?.isEmpty ?? true ? nil : keyValues, createdBy: InlayVersion.createdBy,
      columnOrders: hasOneOrder ? first.columnOrders : nil)
  }
}
